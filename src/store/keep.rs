//! Keeping an open diary: whether its file is still there and as it was left, and leaving one file behind.

use super::copy;
use super::file::{Access, beside};
use super::identity::{Identity, Lost};
use super::still::HowRead;
use super::{RecordKind, Store, StoreError};
use rusqlite::config::DbConfig;
use std::{fs, path::Path, time::Duration};

impl Store {
    /// Looks whether the diary file is still at its path and as it was left, and whether another window or program wrote to it since the last
    /// look; [`version`](Self::version) of every kind grows then. Returns whether another did; the first look finds no change. It asks the
    /// file system and reads a number of the file's log, which takes microseconds.
    ///
    /// # Errors
    /// An error that [is a lost file](StoreError::is_lost_file), or another [`StoreError`] when the diary file cannot be read.
    pub fn follow(&mut self) -> Result<bool, StoreError> {
        if let Some(only_read) = self.only_read.as_mut().filter(|only_read| only_read.how != HowRead::Shared) {
            if !only_read.has_changed(&self.path) {
                return Ok(false);
            }
            let (versions, patience) = (self.versions, self.patience);
            *self = Self::open(&self.path, Access::ReadOnly)?;
            self.versions = versions;
            self.set_patience(patience);
            self.written(RecordKind::ALL.iter().copied().collect());
            return Ok(true);
        }
        self.ensure_file()?;
        if let Some(identity) = &mut self.identity {
            identity.remember(&self.connection);
        }
        let is_changed = self.identity.as_mut().is_some_and(Identity::take_changed);
        if is_changed {
            self.written(RecordKind::ALL.iter().copied().collect());
        }
        Ok(is_changed)
    }

    /// Makes sure that the diary file is still at its path and as it was left.
    ///
    /// # Errors
    /// An error that [is a lost file](StoreError::is_lost_file), or another [`StoreError`] when the diary file cannot be read.
    pub fn ensure_file(&mut self) -> Result<(), StoreError> {
        let Some(identity) = &mut self.identity else { return Ok(()) };
        let looked = identity.look(&self.connection, self.access);
        let lost = match looked {
            Err(StoreError::Gone { .. } | StoreError::Exchanged { .. }) => Some(Lost::Left),
            Err(StoreError::CutShort { .. } | StoreError::WrittenOver { .. }) => Some(Lost::WrittenOver),
            _ => None,
        };
        // The file has everything then, wherever it was moved; and what took its place gets nothing of it.
        if lost == Some(Lost::Left) && self.lost != lost && self.access == Access::Create {
            self.empty_log();
        }
        self.lost = lost;
        looked
    }

    /// Saves what is open in a new file, even if the diary file is gone or was written over.
    ///
    /// # Errors
    /// A [`StoreError`] that says why there is no copy; [`StoreError::NoCopy`] if something has that name.
    pub fn save_copy(&self, to: &Path) -> Result<(), StoreError> {
        let is_whole =
            |copy: &Path| self.lost != Some(Lost::WrittenOver) || self.identity.as_ref().is_none_or(|identity| identity.is_copied_in(copy));
        copy::copy(&self.connection, &self.path, to, is_whole)
    }

    /// Sets how long each try to read or write waits for another window or program: two seconds if nobody sets it.
    pub fn set_patience(&mut self, patience: Duration) {
        self.patience = patience;
        _ = self.connection.busy_timeout(patience);
        self.library.set_patience(patience);
    }

    /// Makes one file of the diary, so that a copy of that file is a copy of the diary: call it when nobody is writing for a while.
    pub fn settle(&mut self) {
        if self.access == Access::Create && self.broken_places == 0 && self.ensure_file().is_ok() {
            self.empty_log();
        }
    }

    /// Leaves emptying the log, when the store is closed, to another connection of this program: to that one an emptied log looks as if the
    /// diary had been changed.
    pub fn leave_log_to_others(&mut self) {
        self.leaves_log = true;
    }

    /// Writes the log beside the file into the file and empties it, so that nothing deleted stays there. While another process is using the
    /// file, the log waits for the next time.
    pub(super) fn empty_log(&self) {
        // Nobody is kept waiting for it, and what is saved is safe either way.
        if self.connection.busy_timeout(Duration::ZERO).is_ok() {
            _ = self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
            _ = self.connection.busy_timeout(self.patience);
        }
    }

    /// Has SQLite close the file without writing the log into it, and without removing the log.
    fn leave_log(&self) {
        _ = self.connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true);
    }
}

impl Drop for Store {
    /// Leaves one file: SQLite empties the log by itself only if nobody else has the file open, not even to read it.
    fn drop(&mut self) {
        if !self.is_open || self.leaves_log {
            return;
        }
        match self.ensure_file() {
            // What another program put there must not get what belongs to this diary, and keeps the log that it may have begun.
            Err(StoreError::Exchanged { .. }) => self.leave_log(),
            Err(StoreError::CutShort { .. } | StoreError::WrittenOver { .. }) => {
                self.leave_log();
                set_log_aside(&self.path);
            }
            _ if self.access == Access::Create && self.broken_places == 0 => self.empty_log(),
            _ => {}
        }
    }
}

/// Renames the log of a diary that another program wrote over, so that SQLite does not take it for that of the file which is there now.
fn set_log_aside(path: &Path) {
    let log = beside(path, "-wal");
    if fs::metadata(&log).is_ok_and(|log| log.len() > 0) {
        _ = fs::rename(log, beside(path, "-wal-before"));
    }
}
