//! The file of imported foods among the backups: one copy, made anew when the file changed.

use super::make::{copy_pages, remove};
use super::{BackupError, BackupPlace};
use crate::store::file::{Access, connect, connect_immutable, create_private, sync, sync_folder_of};
use crate::store::still::has_entries_beside;
use crate::store::tally::Inventory;
use crate::store::{Store, StoreError, library_beside};
use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// How exactly every file system tells when a file was changed.
const MOMENT: Duration = Duration::from_secs(2);

impl Store {
    /// Copies the file of imported foods into a place of backups, if there is one and it changed since it was copied there.
    ///
    /// # Errors
    /// [`BackupError`] if it cannot be copied. An older copy stays then.
    pub fn back_up_foods(&self, place: &BackupPlace) -> Result<(), BackupError> {
        let foods = library_beside(self.path());
        let Some(changed) = changed(&foods) else { return Ok(()) };
        let copy = place.foods();
        if !has_entries_beside(&foods) && self::changed(&copy).is_some_and(|copied| is_same(copied, changed)) {
            return Ok(());
        }
        let _claimed = place.claim()?;
        let unfinished = place.unfinished("foods");
        let made = copy_and_try(&foods, &unfinished).and_then(|()| {
            let dated = OpenOptions::new().write(true).open(&unfinished).and_then(|file| file.set_modified(changed));
            // Without the time it is copied again.
            _ = dated;
            fs::rename(&unfinished, &copy).map_err(|error| BackupError::of_file(&error, place.folder()))
        });
        if made.is_err() {
            remove(&unfinished);
        }
        sync_folder_of(&copy);
        made
    }
}

fn copy_and_try(foods: &Path, unfinished: &Path) -> Result<(), BackupError> {
    let words = |error| StoreError::from_library(error, foods);
    let connection = connect(foods, Access::ReadOnly).map_err(words)?;
    let inventory = copy_pages(&connection, foods, unfinished)?;
    sync(unfinished).map_err(|error| BackupError::of_file(&error, unfinished.parent().unwrap_or_else(|| Path::new("."))))?;
    let copy = connect_immutable(unfinished).map_err(words)?;
    let found: rusqlite::Result<String> = copy.query_row("PRAGMA quick_check(1)", [], |row| row.get(0));
    if found.is_ok_and(|found| found == "ok") && Inventory::of(&copy, unfinished)? == inventory {
        return Ok(());
    }
    let detail = "a copy of it is not whole".to_owned();
    Err(BackupError::Store(StoreError::Library { detail, path: foods.to_owned() }))
}

/// Puts the copy of the imported foods that lies beside a backup back beside a diary that has none. Foods that cannot be copied can be
/// imported again.
pub(super) fn restore_foods(backup: &Path, diary: &Path) {
    let foods = library_beside(diary);
    if fs::symlink_metadata(&foods).is_ok() {
        return;
    }
    if let Some(copy) = copy_beside(backup) {
        let unfinished = foods.with_extension("sqlite-restoring");
        drop(fs::remove_file(&unfinished));
        let is_put = put(&copy, &unfinished).and_then(|()| fs::rename(&unfinished, &foods)).is_ok();
        if !is_put {
            drop(fs::remove_file(&unfinished));
        }
        sync_folder_of(&foods);
    }
}

/// The copy of imported foods in the folder of a backup, which is named as the backup is.
fn copy_beside(backup: &Path) -> Option<PathBuf> {
    let name = backup.file_name()?.to_str()?;
    let is_of_backup = |copy: &PathBuf| {
        let of = copy.file_name().and_then(|copy| copy.to_str()).and_then(|copy| copy.strip_suffix(".foods.sqlite"));
        of.is_some_and(|stem| name.strip_prefix(stem).is_some_and(|rest| rest.starts_with('.')))
    };
    fs::read_dir(backup.parent()?).ok()?.flatten().map(|entry| entry.path()).find(is_of_backup)
}

fn put(from: &Path, to: &Path) -> io::Result<()> {
    create_private(to).map_err(io::Error::other)?;
    let mut to = OpenOptions::new().write(true).open(to)?;
    io::copy(&mut File::open(from)?, &mut to)?;
    to.sync_all()
}

/// When a file was last changed. Returns `None` if there is none.
fn changed(file: &Path) -> Option<SystemTime> {
    fs::metadata(file).ok().filter(fs::Metadata::is_file)?.modified().ok()
}

fn is_same(one: SystemTime, other: SystemTime) -> bool {
    one.duration_since(other).or_else(|_| other.duration_since(one)).is_ok_and(|apart| apart < MOMENT)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Library;

    #[test]
    fn imported_foods_are_copied_when_they_changed_and_come_back_where_there_are_none() {
        let folder = tempfile::tempdir().unwrap();
        let diary = folder.path().join("diary.sqlite");
        let store = Store::open(&diary, Access::Create).unwrap();
        let place = BackupPlace::beside(&diary);
        store.back_up_foods(&place).unwrap();
        assert!(!place.folder().exists(), "nothing was imported");
        let foods = library_beside(&diary);
        drop(Library::open(&foods).unwrap());
        store.back_up_foods(&place).unwrap();
        let made = || fs::metadata(place.foods()).unwrap();
        let id = |found: fs::Metadata| found.created().unwrap();
        let first = id(made());
        store.back_up_foods(&place).unwrap();
        assert_eq!(id(made()), first, "it is not copied again");
        let later = SystemTime::now() - Duration::from_secs(1_000);
        OpenOptions::new().write(true).open(&foods).unwrap().set_modified(later).unwrap();
        store.back_up_foods(&place).unwrap();
        assert!(is_same(made().modified().unwrap(), later));
        fs::remove_file(&foods).unwrap();
        restore_foods(&place.folder().join("diary.2026-11-20T08-00-00.daily.sqlite"), &diary);
        drop(Library::open(&foods).unwrap());
        assert_eq!(fs::read(&foods).unwrap(), fs::read(place.foods()).unwrap());
    }
}
