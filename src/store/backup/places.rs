//! Where the backups of a diary lie, and how they are called.

use super::keys::{BackupKeys, ENCRYPTED};
use super::{BackupError, BackupReason};
use crate::store::file::{beside, sync_folder_of};
use chrono::NaiveDateTime;
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// How the moment of a backup is written in its name. No system forbids these letters.
const MOMENT: &str = "%Y-%m-%dT%H-%M-%S";

/// How many letters that are.
const MOMENT_LETTERS: usize = 19;

/// What stands behind the name of a file while it is being written.
const UNFINISHED: &str = ".unfinished";

/// A folder with backups of one diary, beside those of others perhaps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupPlace {
    folder: PathBuf,
    /// What the name of each backup begins with.
    stem: String,
    /// Whether the folder may be made. One elsewhere is missing while its stick is not plugged in.
    is_made: bool,
    pub(super) keys: BackupKeys,
}

/// What the name of a backup says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct NamedBackup {
    pub(super) path: PathBuf,
    pub(super) at: NaiveDateTime,
    /// Which of several with one moment and reason it is, from 1.
    number: u32,
    pub(super) why: BackupReason,
    pub(super) is_deflated: bool,
    pub(super) is_encrypted: bool,
}

impl BackupPlace {
    /// The folder `backups` beside a diary: `backups/diary.2026-11-30T07-12-05.daily.sqlite` for `diary.sqlite`.
    #[must_use]
    pub fn beside(diary: &Path) -> Self {
        Self { folder: diary.with_file_name("backups"), stem: stem(diary), is_made: true, keys: BackupKeys::Plain }
    }

    /// A folder elsewhere, where computers with diaries of equal names may keep backups too: `diary-1a2b3c4d.2026-…`, with the first letters
    /// of what tells the backups of this diary from theirs.
    #[must_use]
    pub fn elsewhere(folder: &Path, diary: &Path, backups_of: Uuid) -> Self {
        let letters = backups_of.simple().to_string();
        let stem = format!("{}-{}", stem(diary), letters.get(..8).unwrap_or_default());
        Self { folder: folder.to_owned(), stem, is_made: false, keys: BackupKeys::Plain }
    }

    /// This place, with backups that are encrypted: `diary-1a2b3c4d.2026-11-30T07-12-05.daily.sqlite.gz.encrypted`.
    #[must_use]
    pub fn encrypted_with(self, keys: BackupKeys) -> Self {
        Self { keys, ..self }
    }

    /// The folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The backup whose file has this name. Returns `None` if there is none.
    #[must_use]
    pub fn named_file(&self, name: &Path) -> Option<PathBuf> {
        self.named().into_iter().map(|named| named.path).find(|path| path.file_name() == Some(name.as_os_str()))
    }

    /// When the newest backup was made, by the clock of that place. Returns `None` if there is no backup.
    #[must_use]
    pub fn newest(&self) -> Option<NaiveDateTime> {
        self.named().first().map(|newest| newest.at)
    }

    /// The backups by their names, the newest first. Empty where nothing can be read.
    pub(super) fn named(&self) -> Vec<NamedBackup> {
        let names = fs::read_dir(&self.folder).into_iter().flatten().flatten();
        let mut found: Vec<_> = names.filter_map(|entry| self.read_name(&entry.path())).collect();
        found.sort_unstable_by(|a, b| (b.at, b.number, &b.path).cmp(&(a.at, a.number, &a.path)));
        found
    }

    /// What the name of a file says. Returns `None` if it is not that of a backup of this diary.
    fn read_name(&self, path: &Path) -> Option<NamedBackup> {
        let name = path.file_name()?.to_str()?.strip_prefix(&self.stem)?.strip_prefix('.')?;
        let (name, is_encrypted) = name.strip_suffix(ENCRYPTED).map_or((name, false), |name| (name, true));
        let (name, is_deflated) = name.strip_suffix(".gz").map_or((name, false), |name| (name, true));
        let (moment, why) = name.strip_suffix(".sqlite")?.split_once('.')?;
        let (moment, number) = (moment.get(..MOMENT_LETTERS)?, moment.get(MOMENT_LETTERS..)?);
        let number = if number.is_empty() { 1 } else { number.strip_prefix('-')?.parse().ok()? };
        let at = NaiveDateTime::parse_from_str(moment, MOMENT).ok()?;
        Some(NamedBackup { path: path.to_owned(), at, number, why: BackupReason::of_key(why)?, is_deflated, is_encrypted })
    }

    /// A name for a new backup that is free.
    pub(super) fn free_name(&self, at: NaiveDateTime, why: BackupReason) -> PathBuf {
        let moment = at.format(MOMENT);
        let mut number = 1_u32;
        loop {
            let nth = if number == 1 { String::new() } else { format!("-{number}") };
            let path = self.folder.join(format!("{}.{moment}{nth}.{}.sqlite", self.stem, why.key()));
            let is_free = |ending: &str| fs::symlink_metadata(beside(&path, ending)).is_err();
            if ["", ".gz", &format!(".gz{ENCRYPTED}")].into_iter().all(is_free) {
                return path;
            }
            number += 1;
        }
    }

    /// A name for what is kept of a diary that could not be read, which is no backup: `diary.unreadable.2026-11-30T07-12-05.sqlite`.
    pub(super) fn name_for_unreadable(&self, at: NaiveDateTime) -> PathBuf {
        let named = |number: u32| {
            let nth = if number == 1 { String::new() } else { format!("-{number}") };
            self.folder.join(format!("{}.unreadable.{}{nth}.sqlite", self.stem, at.format(MOMENT)))
        };
        (1..u32::MAX).map(named).find(|path| fs::symlink_metadata(path).is_err()).unwrap_or_else(|| named(u32::MAX))
    }

    /// Removes all backups of the diary in this place, and what is kept of diaries that could not be read
    /// and of imported foods.
    ///
    /// # Errors
    /// [`BackupError::NotMade`] if one cannot be removed.
    pub fn remove_all(&self) -> Result<(), BackupError> {
        let claimed = self.claim()?;
        let unreadable = format!("{}.unreadable.", self.stem);
        let is_unreadable = |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(&unreadable));
        let kept = fs::read_dir(&self.folder).into_iter().flatten().flatten().map(|entry| entry.path()).filter(is_unreadable);
        let gone = self.named().into_iter().map(|backup| backup.path).chain(kept).try_for_each(fs::remove_file);
        gone.map_err(|error| BackupError::of_file(&error, &self.folder))?;
        drop(claimed);
        // The folder stays if backups of another diary are in it.
        drop(fs::remove_file(self.foods()));
        drop(fs::remove_file(self.lock_file()));
        drop(fs::remove_dir(&self.folder));
        Ok(())
    }

    /// The copy of the imported foods, whether it is there or not.
    pub(super) fn foods(&self) -> PathBuf {
        self.folder.join(format!("{}.foods.sqlite", self.stem))
    }

    fn lock_file(&self) -> PathBuf {
        self.folder.join(format!("{}.lock", self.stem))
    }

    /// The name under which a file of this place is written, until it is whole and gets its own.
    pub(super) fn unfinished(&self, what: &str) -> PathBuf {
        self.folder.join(format!("{}.{what}{UNFINISHED}", self.stem))
    }

    /// Makes the folder if it is missing, keeps other processes from making backups in it, and clears away what interrupted ones left.
    /// Others may make backups again when what is returned is dropped.
    ///
    /// # Errors
    /// [`BackupError::NotMade`] if nothing can be written there, [`BackupError::Busy`] if another process is just making a backup.
    pub(super) fn claim(&self) -> Result<File, BackupError> {
        let words = |error| BackupError::of_file(&error, &self.folder);
        if !self.folder.is_dir() {
            if !self.is_made {
                let why = "there is no such folder. Make it, plug its stick in, or choose another".to_owned();
                return Err(BackupError::NotMade { folder: self.folder.clone(), why });
            }
            let mut builder = DirBuilder::new();
            #[cfg(unix)]
            std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
            builder.create(&self.folder).map_err(words)?;
            sync_folder_of(&self.folder);
        }
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(false);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let lock = options.open(self.lock_file()).map_err(words)?;
        match lock.try_lock() {
            Err(fs::TryLockError::WouldBlock) => return Err(BackupError::Busy { folder: self.folder.clone() }),
            // Some sticks and network disks know no locks.
            Err(fs::TryLockError::Error(error)) if error.kind() != ErrorKind::Unsupported => return Err(words(error)),
            Ok(()) | Err(fs::TryLockError::Error(_)) => {}
        }
        self.clear_leftovers();
        Ok(lock)
    }

    /// Removes what interrupted processes left. What cannot be removed only takes room.
    fn clear_leftovers(&self) {
        let is_ours = |name: &str| name.strip_prefix(&self.stem).is_some_and(|rest| rest.starts_with('.') && rest.contains(UNFINISHED));
        for entry in fs::read_dir(&self.folder).into_iter().flatten().flatten() {
            if entry.file_name().to_str().is_some_and(is_ours) {
                drop(fs::remove_file(entry.path()));
            }
        }
    }
}

/// What the names of the backups of a diary begin with: its own name, without the usual ending.
fn stem(diary: &Path) -> String {
    let is_usual = diary.extension().is_some_and(|extension| extension == "sqlite");
    let name = if is_usual { diary.file_stem() } else { diary.file_name() };
    name.unwrap_or_default().to_string_lossy().into_owned()
}

#[cfg(test)]
impl NamedBackup {
    /// What a name would say, for tests of rules.
    pub(super) fn in_a_test(at: NaiveDateTime, why: BackupReason) -> Self {
        Self { path: PathBuf::from(at.to_string()), at, number: 1, why, is_deflated: false, is_encrypted: false }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> NaiveDateTime {
        text.parse().unwrap()
    }

    #[test]
    fn a_name_says_when_and_why_and_of_which_diary() {
        let folder = tempfile::tempdir().unwrap();
        let place = |name: &str| BackupPlace::beside(&folder.path().join(name));
        let (diary, other) = (place("diary.sqlite"), place("diary.old.sqlite"));
        for place in [&diary, &other, &place("diary.db")] {
            drop(place.claim().unwrap());
            for why in [BackupReason::Daily, BackupReason::BeforeMerge, BackupReason::Daily] {
                fs::write(place.free_name(at("2026-11-30T07:12:05"), why), "").unwrap();
            }
        }
        let names = |place: &BackupPlace| {
            let name = |named: &NamedBackup| named.path.file_name().unwrap().to_str().unwrap().to_owned();
            place.named().iter().map(name).collect::<Vec<_>>()
        };
        assert_eq!(
            names(&diary),
            [
                "diary.2026-11-30T07-12-05-2.daily.sqlite",
                "diary.2026-11-30T07-12-05.daily.sqlite",
                "diary.2026-11-30T07-12-05.before-merge.sqlite",
            ]
        );
        assert_eq!(names(&other).len(), 3);
        assert_eq!(names(&place("diary.db"))[0], "diary.db.2026-11-30T07-12-05-2.daily.sqlite");
        assert_eq!(diary.newest(), Some(at("2026-11-30T07:12:05")));
        assert_eq!(place("another.sqlite").newest(), None);
    }

    #[test]
    fn computers_that_share_a_folder_do_not_take_each_others_backups_for_their_own() {
        let folder = tempfile::tempdir().unwrap();
        let of = |device: u128| BackupPlace::elsewhere(folder.path(), Path::new("diary.sqlite"), Uuid::from_u128(device << 96));
        fs::write(of(1).free_name(at("2026-11-30T07:12:05"), BackupReason::Daily), "").unwrap();
        assert_eq!((of(1).named().len(), of(2).named().len()), (1, 0));
        assert!(folder.path().join("diary-00000001.2026-11-30T07-12-05.daily.sqlite").exists());
    }

    #[test]
    fn one_at_a_time_and_leftovers_go() {
        let folder = tempfile::tempdir().unwrap();
        let place = BackupPlace::beside(&folder.path().join("diary.sqlite"));
        let claimed = place.claim().unwrap();
        let leftover = beside(&place.unfinished("backup"), "-wal");
        fs::write(&leftover, "half").unwrap();
        assert!(place.claim().unwrap_err().to_string().contains("another window or command is just making one"));
        assert!(leftover.exists());
        drop(claimed);
        drop(place.claim().unwrap());
        assert!(!leftover.exists());
    }
}
