//! What this computer knows of a diary and the diary itself must not: a copied diary would take it along.
//!
//! It lies in one JSON file in the configuration folder. Whoever cannot write it goes on without.

mod customs;
mod window;

pub use window::{LetterKeys, Motion, ScreenNote, TextSize, WindowNotes, WindowPlace};

use crate::domain::io_words;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf, absolute};
use uuid::Uuid;

/// The name of the file in its folder.
const FILE: &str = "machine.json";

/// Where this computer keeps its notes on diaries.
#[derive(Debug, Clone, Default)]
pub struct Machine {
    folder: Option<PathBuf>,
}

/// What this computer knows of one diary.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DiaryNotes {
    /// What tells this computer from the others that keep the diary; `None` until it is first needed, see [`Machine::device`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub device: Option<Uuid>,
    /// What the backups elsewhere are told by, which stays when `device` is made anew; `None` until it is first needed, see
    /// [`Machine::backups_of`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub backups_of: Option<Uuid>,
    /// A folder elsewhere, such as on a stick, where backups go too; `None` if the person named none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub second_place: Option<PathBuf>,
    /// When a backup was last made in the second place, or the diary was saved elsewhere in another way; `None` if never.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_saved_elsewhere: Option<DateTime<Utc>>,
    /// The folder through which several computers keep the diary; `None` if this is the only one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sync_folder: Option<PathBuf>,
    /// What came of the last trial of a backup; `None` if none was tried yet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_rehearsal: Option<RehearsalNote>,
    /// What opens encrypted copies, as whoever makes them writes it; `None` if there are none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sealed: Option<Value>,
    /// What another version of the program wrote, kept as it is.
    #[serde(flatten)]
    pub rest: Map<String, Value>,
}

/// What came of restoring a backup in a trial.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RehearsalNote {
    /// When it was tried.
    pub at: DateTime<Utc>,
    /// How many nights the backup holds.
    pub nights: u64,
    /// How many records the backup holds, those of nights included.
    pub records: u64,
    /// The last date of which the backup says something; `None` for an empty diary.
    pub last_entry: Option<NaiveDate>,
    /// Why there is no backup, in a sentence for the person; `None` if it went well. The numbers are 0 then.
    pub failed: Option<String>,
}

/// The reason why a note was not written. The diary is not touched by it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("What this computer knows of your diary was not written down, because {why}: {}. Your diary itself is safe.", path.display())]
pub struct MachineError {
    /// Why not, as the end of a sentence.
    pub why: String,
    /// The file.
    pub path: PathBuf,
}

/// What stands in the file.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Contents {
    /// By the path of the diary.
    diaries: BTreeMap<String, DiaryNotes>,
    #[serde(flatten)]
    rest: Map<String, Value>,
}

impl Machine {
    /// Keeps notes in this folder, which is made when something is noted. With `None` nothing is kept.
    #[must_use]
    pub fn kept_in(folder: Option<PathBuf>) -> Self {
        Self { folder }
    }

    /// What is known of the diary at this path, which may be absent. Where nothing can be read, nothing is known.
    #[must_use]
    pub fn about(&self, diary: &Path) -> DiaryNotes {
        let contents = self.folder.as_deref().and_then(|folder| read(&folder.join(FILE)).ok().flatten());
        contents.and_then(|mut contents| contents.diaries.remove(&key(diary))).unwrap_or_default()
    }

    /// What is known of the diary at this path, which may be absent, where it matters that nothing of it is missing.
    ///
    /// # Errors
    /// [`MachineError`] if there are notes that cannot be read.
    pub fn all_about(&self, diary: &Path) -> Result<DiaryNotes, MachineError> {
        let Some(file) = self.folder.as_deref().map(|folder| folder.join(FILE)) else { return Ok(DiaryNotes::default()) };
        let contents = read(&file).map_err(|error| MachineError { why: io_words(&error), path: file })?;
        Ok(contents.and_then(|mut contents| contents.diaries.remove(&key(diary))).unwrap_or_default())
    }

    /// Changes what is known of the diary at this path, and returns what is known then. A file of notes that cannot be understood is set
    /// aside first.
    ///
    /// # Errors
    /// [`MachineError`] if it cannot be written down. What was known stays.
    pub fn note(&self, diary: &Path, change: impl FnOnce(&mut DiaryNotes)) -> Result<DiaryNotes, MachineError> {
        let Some(folder) = &self.folder else {
            let mut notes = DiaryNotes::default();
            change(&mut notes);
            return Ok(notes);
        };
        let noted = || {
            let _locked = lock(folder)?;
            _ = set_aside_if_broken(folder)?;
            let mut contents = read(&folder.join(FILE))?.unwrap_or_default();
            let notes = contents.diaries.entry(key(diary)).or_default();
            change(notes);
            let notes = notes.clone();
            write(folder, &contents)?;
            Ok(notes)
        };
        noted().map_err(|error: io::Error| MachineError { why: io_words(&error), path: folder.join(FILE) })
    }

    /// What tells this computer from the others that keep the diary. It is made when it is first asked for.
    ///
    /// # Errors
    /// [`MachineError`] if a new one cannot be written down.
    pub fn device(&self, diary: &Path) -> Result<Uuid, MachineError> {
        if let Some(device) = self.about(diary).device {
            return Ok(device);
        }
        let mut device = Uuid::new_v4();
        self.note(diary, |notes| device = *notes.device.get_or_insert(device))?;
        Ok(device)
    }

    /// What tells the backups of this diary in a folder elsewhere from those of other computers. It is made when it is first asked for.
    ///
    /// # Errors
    /// [`MachineError`] if a new one cannot be written down.
    pub fn backups_of(&self, diary: &Path) -> Result<Uuid, MachineError> {
        if let Some(known) = self.about(diary).backups_of {
            return Ok(known);
        }
        let mut named = Uuid::new_v4();
        self.note(diary, |notes| named = *notes.backups_of.get_or_insert_with(|| notes.device.unwrap_or(named)))?;
        Ok(named)
    }

    /// Notes that a backup took the place of the diary: another computer may have a copy of it, and must not be taken for this one. Its
    /// backups elsewhere stay those of this diary.
    ///
    /// # Errors
    /// [`MachineError`] if it cannot be written down.
    pub fn note_restored(&self, diary: &Path) -> Result<(), MachineError> {
        self.note(diary, |notes| {
            let device = notes.device.take();
            notes.backups_of = notes.backups_of.or(device);
        })?;
        Ok(())
    }

    /// Sets a file of notes aside that cannot be understood. Returns a word for the person about that, and `None` if it can be understood
    /// or there is none.
    #[must_use]
    pub fn mend(&self) -> Option<String> {
        let folder = self.folder.as_deref().filter(|folder| folder.join(FILE).exists())?;
        let _locked = lock(folder).ok()?;
        let aside = set_aside_if_broken(folder).ok().flatten()?;
        Some(format!(
            "What this computer knew of your diary, such as the second place of your backups, could not be read. Name it again in the \
             settings; the diary itself is safe. The file was kept as {}",
            aside.display()
        ))
    }
}

/// The name of a diary in the notes: its path without links, as far as it exists.
fn key(diary: &Path) -> String {
    let folder = diary.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
    let in_folder = || Some(fs::canonicalize(folder).ok()?.join(diary.file_name()?));
    let path = fs::canonicalize(diary).ok().or_else(in_folder).or_else(|| absolute(diary).ok());
    path.unwrap_or_else(|| diary.to_owned()).to_string_lossy().into_owned()
}

/// Reads the file. Returns `None` if there is none.
fn read(file: &Path) -> io::Result<Option<Contents>> {
    match fs::read(file) {
        Ok(text) => Ok(Some(serde_json::from_slice(&text)?)),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Renames the file if it can be read and not understood. Returns the new name, and `None` if it was left.
fn set_aside_if_broken(folder: &Path) -> io::Result<Option<PathBuf>> {
    let file = folder.join(FILE);
    let is_broken = |error: io::Error| matches!(error.kind(), ErrorKind::InvalidData | ErrorKind::UnexpectedEof);
    if !read(&file).is_err_and(is_broken) {
        return Ok(None);
    }
    let named = |number: u32| folder.join(format!("machine.unreadable-{number}.json"));
    let aside = (1..u32::MAX).map(named).find(|name| fs::symlink_metadata(name).is_err()).unwrap_or_else(|| named(u32::MAX));
    fs::rename(file, &aside)?;
    Ok(Some(aside))
}

/// Makes the folder if it is missing, and keeps other processes from writing the file until what is returned is dropped.
fn lock(folder: &Path) -> io::Result<File> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)?;
    let lock = private().create(true).truncate(false).open(folder.join("machine.lock"))?;
    lock.lock()?;
    Ok(lock)
}

/// Writes the file so that it is the old one or the new one, whatever happens meanwhile.
fn write(folder: &Path, contents: &Contents) -> io::Result<()> {
    let (file, unfinished) = (folder.join(FILE), folder.join("machine.json.unfinished"));
    let text = serde_json::to_vec_pretty(contents).map_err(|_not_text| io::Error::other("a path holds what is no letter"))?;
    // A leftover of an interrupted note; normally there is none.
    drop(fs::remove_file(&unfinished));
    let written = || {
        let mut new = private().create_new(true).open(&unfinished)?;
        new.write_all(&text)?;
        new.sync_all()?;
        fs::rename(&unfinished, &file)
    };
    written().inspect_err(|_| drop(fs::remove_file(&unfinished)))?;
    if cfg!(unix) {
        // The file has its content and its name by now; the disk has the name a little later.
        _ = File::open(folder).and_then(|folder| folder.sync_all());
    }
    Ok(())
}

/// Opens a file for writing that only its owner can read.
fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place() -> (tempfile::TempDir, Machine, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let (machine, diary) = (Machine::kept_in(Some(folder.path().join("config/inner"))), folder.path().join("diary.sqlite"));
        (folder, machine, diary)
    }

    #[test]
    fn each_diary_has_its_own_notes_under_its_real_path() {
        let (folder, machine, diary) = place();
        let stick = folder.path().join("stick");
        machine.note(&diary, |notes| notes.second_place = Some(stick.clone())).unwrap();
        fs::write(&diary, "").unwrap();
        assert_eq!(machine.about(&diary).second_place.as_ref(), Some(&stick), "whether it exists or not");
        assert_eq!(machine.about(&folder.path().join("other.sqlite")), DiaryNotes::default());
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            std::os::unix::fs::symlink(&diary, folder.path().join("link")).unwrap();
            assert_eq!(machine.about(&folder.path().join("link")).second_place, Some(stick));
            let mode = |name: &str| fs::metadata(folder.path().join(name)).unwrap().permissions().mode() & 0o777;
            assert_eq!((mode("config/inner"), mode("config/inner/machine.json")), (0o700, 0o600));
        }
    }

    #[test]
    fn a_computer_keeps_its_name_and_what_a_newer_version_wrote() {
        let (folder, machine, diary) = place();
        let device = machine.device(&diary).unwrap();
        let file = folder.path().join("config/inner/machine.json");
        let newer = fs::read_to_string(&file)
            .unwrap()
            .replacen("{\n", "{\n\"later\": [1],\n", 1)
            .replace("\"device\"", "\"new\": {\"a\": 2}, \"device\"");
        fs::write(&file, newer).unwrap();
        assert_eq!(machine.device(&diary).unwrap(), device);
        machine.note(&diary, |notes| notes.last_saved_elsewhere = DateTime::from_timestamp_millis(0)).unwrap();
        let kept: Value = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
        assert_eq!(kept["later"], serde_json::json!([1]));
        assert_eq!(machine.about(&diary).rest["new"]["a"], 2);
        assert_ne!(Machine::kept_in(None).device(&diary).unwrap(), device, "nothing is kept without a folder");
    }

    #[test]
    fn a_restored_diary_is_another_and_its_backups_elsewhere_are_still_its_own() {
        let (_folder, machine, diary) = place();
        let device = machine.device(&diary).unwrap();
        machine.note_restored(&diary).unwrap();
        assert_ne!(machine.device(&diary).unwrap(), device);
        assert_eq!(machine.backups_of(&diary).unwrap(), device, "as they were called before");
        machine.note_restored(&diary).unwrap();
        assert_eq!((machine.about(&diary).device, machine.backups_of(&diary).unwrap()), (None, device));
    }

    #[test]
    fn what_cannot_be_understood_is_set_aside_with_a_word() {
        let (folder, machine, diary) = place();
        assert_eq!(machine.mend(), None);
        let config = folder.path().join("config/inner");
        for (number, rubbish) in ["{\"diaries\":", "[]", "{\"diaries\": {\"a\": 3}}"].into_iter().enumerate() {
            fs::create_dir_all(&config).unwrap();
            fs::write(config.join(FILE), rubbish).unwrap();
            assert_eq!(machine.about(&diary), DiaryNotes::default());
            let kept = config.join(format!("machine.unreadable-{}.json", number + 1));
            assert!(machine.mend().unwrap().contains(kept.to_str().unwrap()));
            assert_eq!(fs::read_to_string(kept).unwrap(), rubbish);
            machine.device(&diary).unwrap();
            assert_eq!(machine.mend(), None);
        }
    }

    #[test]
    fn what_cannot_be_written_is_said_and_what_was_known_stays() {
        let (folder, _, diary) = place();
        fs::write(folder.path().join("file"), "").unwrap();
        let machine = Machine::kept_in(Some(folder.path().join("file/config")));
        let said = machine.device(&diary).unwrap_err().to_string();
        assert!(
            said.contains("because a part of the path is a file and no folder: ") && said.ends_with("Your diary itself is safe."),
            "{said}"
        );
    }
}
