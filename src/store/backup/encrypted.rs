//! Backups in a place outside of the computer's own folders, encrypted: deflated, encrypted, and opened in a trial before they count.

use super::deflate::{inflate, inflates_to, is_deflated, noted_tally, said_tally, write_deflated};
use super::keys::{BackupKeys, ENCRYPTED};
use super::make::remove;
use super::places::{BackupPlace, NamedBackup};
use super::{BackupError, BackupMade, BackupOrder};
use crate::domain::io_words;
use crate::sealed::{Keys, Opener, SealedError, is_sealed, is_wrapped_as, open, rewrap, seal};
use crate::store::file::{beside, create_private, sync, sync_folder_of};
use crate::store::still::PrivateFolder;
use crate::store::tally::{Tally, tally_of};
use crate::store::{Store, StoreError};
use std::fs::{self, File, OpenOptions};
use std::io::{BufReader, BufWriter, Read as _};
use std::path::Path;

impl BackupKeys {
    /// Whether an encrypted backup needs other keys than these.
    pub(super) fn are_others(&self, backup: &Path) -> bool {
        let Self::Encrypted(keys) = self else { return true };
        matches!(reading(backup).and_then(|file| is_wrapped_as(keys, file)), Err(SealedError::OtherKeys))
    }

    /// What an encrypted backup holds, or why that cannot be told, as the end of a sentence.
    pub(super) fn tally_of(&self, backup: &Path) -> Result<Tally, String> {
        let Self::Encrypted(keys) = self else { return Err("it is encrypted".to_owned()) };
        let mut deflated = Vec::new();
        match reading(backup).and_then(|file| open(file, with(keys), &mut deflated)) {
            Ok(()) => said_tally(deflated.as_slice()).ok_or_else(|| "it is damaged".to_owned()),
            Err(SealedError::Read(error)) => Err(io_words(&error)),
            Err(_) => Err("it is damaged".to_owned()),
        }
    }
}

fn with(keys: &Keys) -> Opener<'_> {
    Opener { keys: Some(keys), secret: None }
}

impl Store {
    /// Makes an encrypted backup. Nothing plain is written where it is to be.
    pub(super) fn back_up_encrypted(&self, order: BackupOrder<'_>, keys: &Keys) -> Result<BackupMade, BackupError> {
        let BackupOrder { place, at, why } = order;
        let folder = private_folder(place)?;
        let tally = self.copy_and_try(&folder.file())?;
        let path = beside(&place.free_name(at, why), &format!(".gz{ENCRYPTED}"));
        place.encrypt(&folder, tally, keys, &path)?;
        Ok(BackupMade { path, tally })
    }
}

impl BackupPlace {
    /// Has every backup that lies here open with the present password and recovery words, the older ones too. Does nothing where backups are
    /// plain.
    ///
    /// # Errors
    /// [`BackupError`] if one could not be changed, which stays as it is then.
    pub fn renew_keys(&self) -> Result<(), BackupError> {
        let Some(keys) = self.keys.of(self.folder())? else { return Ok(()) };
        let _claimed = self.claim()?;
        self.encrypt_all(keys)
    }

    /// Encrypts the backups of this place that are plain, and gives the present password to those that have an older one.
    ///
    /// # Errors
    /// [`BackupError`] if one could not be, which stays as it is then.
    pub(super) fn encrypt_all(&self, keys: &Keys) -> Result<(), BackupError> {
        for NamedBackup { path, is_encrypted, .. } in self.named().into_iter().filter(|backup| backup.path.exists()) {
            if is_encrypted {
                self.renew(&path, keys)?;
            } else {
                self.encrypt_older(&path, keys)?;
            }
        }
        Ok(())
    }

    /// Puts an encrypted backup in the place of a plain one.
    fn encrypt_older(&self, older: &Path, keys: &Keys) -> Result<(), BackupError> {
        let folder = private_folder(self)?;
        let plain = folder.file();
        let (copied, tally, ending) = if is_deflated(older) {
            create_private(&plain).map_err(|error| BackupError::of_copy(&error, self.folder()))?;
            (inflate(older, &plain), noted_tally(older), ENCRYPTED.to_owned())
        } else {
            (fs::copy(older, &plain).map(drop), tally_of(older).ok(), format!(".gz{ENCRYPTED}"))
        };
        let (Ok(()), Some(tally)) = (copied, tally) else {
            // What is damaged is worth keeping as it is.
            return Ok(());
        };
        self.encrypt(&folder, tally, keys, &beside(older, &ending))?;
        fs::remove_file(older).map_err(|error| BackupError::of_file(&error, self.folder()))
    }

    /// Writes what lies in a private folder as an encrypted backup, opens that in a trial, and gives it its name.
    fn encrypt(&self, folder: &PrivateFolder, tally: Tally, keys: &Keys, path: &Path) -> Result<(), BackupError> {
        let plain = folder.file();
        let (deflated, again) = (beside(&plain, ".gz"), beside(&plain, ".again"));
        for file in [&deflated, &again] {
            create_private(file).map_err(|error| self.not_made(&error))?;
        }
        write_deflated(&plain, &deflated, tally).map_err(|error| BackupError::of_file(&error, self.folder()))?;
        self.written("encrypted", path, |unfinished| {
            seal(keys, reading(&deflated)?, writing(unfinished)?)?;
            sync(unfinished).map_err(SealedError::Write)?;
            open(reading(unfinished)?, with(keys), writing(&again)?)?;
            if inflates_to(&again, &plain).map_err(SealedError::Read)? { Ok(()) } else { Err(SealedError::Damaged) }
        })
    }

    /// Gives an encrypted backup the present password, if it has an older one.
    fn renew(&self, backup: &Path, keys: &Keys) -> Result<(), BackupError> {
        match reading(backup).and_then(|file| is_wrapped_as(keys, file)) {
            // Those of other keys and damaged ones stay as they are.
            Ok(true) | Err(_) => Ok(()),
            Ok(false) => self.written("renewed", backup, |unfinished| {
                rewrap(keys, reading(backup)?, writing(unfinished)?)?;
                sync(unfinished).map_err(SealedError::Write)
            }),
        }
    }

    /// Has a file written under another name, and renames it to `path` when it is whole.
    fn written(&self, what: &str, path: &Path, write: impl FnOnce(&Path) -> Result<(), SealedError>) -> Result<(), BackupError> {
        let unfinished = self.unfinished(what);
        create_private(&unfinished).map_err(|error| self.not_made(&error))?;
        let written = write(&unfinished).and_then(|()| fs::rename(&unfinished, path).map_err(SealedError::Write));
        if written.is_err() {
            remove(&unfinished);
        }
        written.map_err(|error| match error {
            SealedError::Write(error) | SealedError::Read(error) => BackupError::of_file(&error, self.folder()),
            SealedError::Damaged => BackupError::unreadable_there(self.folder()),
            error => BackupError::Encrypted { file: self.folder().to_owned(), error },
        })?;
        sync_folder_of(path);
        Ok(())
    }

    fn not_made(&self, error: &StoreError) -> BackupError {
        BackupError::of_copy(error, self.folder())
    }
}

/// Opens an encrypted file into a private folder, as the diary there, whatever it holds. Returns `None` for a file that is not encrypted.
///
/// # Errors
/// [`BackupError::Encrypted`] if it cannot be opened with what is given.
pub(super) fn opened_into_folder(file: &Path, by: Opener<'_>) -> Result<Option<PrivateFolder>, BackupError> {
    let mut start = Vec::new();
    let read = File::open(file).and_then(|file| file.take(16).read_to_end(&mut start));
    if read.is_err() || !is_sealed(&start) {
        return Ok(None);
    }
    let words = |error| BackupError::Encrypted { file: file.to_owned(), error };
    let of_store = |error: StoreError| BackupError::NotRestorable { file: file.to_owned(), why: super::error::why(&error).to_owned() };
    let folder = PrivateFolder::new().map_err(of_store)?;
    let (plain, deflated) = (folder.file(), beside(&folder.file(), ".gz"));
    create_private(&deflated).map_err(of_store)?;
    open(reading(file).map_err(words)?, by, writing(&deflated).map_err(words)?).map_err(words)?;
    if is_deflated(&deflated) {
        create_private(&plain).map_err(of_store)?;
        inflate(&deflated, &plain).map_err(|error| words(SealedError::Write(error)))?;
    } else {
        fs::rename(&deflated, &plain).map_err(|error| words(SealedError::Write(error)))?;
    }
    Ok(Some(folder))
}

fn private_folder(place: &BackupPlace) -> Result<PrivateFolder, BackupError> {
    PrivateFolder::new().map_err(|error| place.not_made(&error))
}

fn reading(file: &Path) -> Result<BufReader<File>, SealedError> {
    File::open(file).map(BufReader::new).map_err(SealedError::Read)
}

/// An existing file, to be written.
fn writing(file: &Path) -> Result<BufWriter<File>, SealedError> {
    OpenOptions::new().write(true).open(file).map(BufWriter::new).map_err(SealedError::Write)
}
