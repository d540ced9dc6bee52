//! Whether the last program that had a diary file open came to a clean end.

use crate::store::file::{Access, beside, connect};
use rusqlite::config::DbConfig;
use std::{fs, path::Path, time::Duration};

/// Whether a program was interrupted while it had the file open: it left its log beside the file, and nobody has the file open now.
///
/// Ask before the file is opened.
#[must_use]
pub fn ended_uncleanly(path: &Path) -> bool {
    let is_left = |ending| fs::metadata(beside(path, ending)).is_ok_and(|log| log.len() > 0);
    // SQLite would remove the log of an empty file, which opening it refuses to do.
    let is_file = fs::metadata(path).is_ok_and(|found| found.is_file() && found.len() >= 512);
    is_file && (is_left("-journal") || (is_left("-wal") && nobody_has_it_open(path)))
}

/// Whether no other program has the file open: only then can a connection have it for itself. What lies in the log stays there.
fn nobody_has_it_open(path: &Path) -> bool {
    let for_itself = || -> rusqlite::Result<()> {
        let connection = connect(path, Access::Create)?;
        connection.busy_timeout(Duration::ZERO)?;
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
        connection.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
        connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))
    };
    for_itself().is_ok()
}
