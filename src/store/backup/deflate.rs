//! Backups that are older than a week are deflated, and inflated to be read: ten years take 2 MB instead of 23.

use super::BackupError;
use super::places::{BackupPlace, NamedBackup};
use super::thin::thinned;
use crate::store::file::{beside, create_private, sync_folder_of};
use crate::store::tally::{Tally, tally_of};
use chrono::{Days, NaiveDateTime};
use flate2::read::GzDecoder;
use flate2::{Compression, GzBuilder};
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufRead, BufReader, BufWriter, ErrorKind, Read, Write as _};
use std::path::Path;

/// For how long a backup stays as it is, in days.
const PLAIN_DAYS: u64 = 7;

/// The most that a deflated backup may become, in bytes: a diary of a thousand years. A file that was made to fill the disk becomes more.
const MOST_BYTES: u64 = 4 << 30;

/// How many bytes are compared at once.
const AT_ONCE: usize = 64 * 1024;

impl BackupPlace {
    /// Deflates backups that are older than a week, and removes those of which there are enough: the newest of each of the last seven days,
    /// eight weeks and 24 months stay, and for 30 days what was asked for or made before something. Call it only after a new backup was
    /// made, so that nothing goes before something better is there.
    ///
    /// # Errors
    /// [`BackupError::NotMade`] if a backup could not be deflated, which stays as it is then.
    pub fn tend(&self, now: NaiveDateTime) -> Result<(), BackupError> {
        let _claimed = self.claim()?;
        let backups = self.named();
        for gone in thinned(&backups, now) {
            // One that cannot be removed only takes room, and is tried again the next time.
            drop(fs::remove_file(&gone.path));
        }
        if let Some(keys) = self.keys.of(self.folder())? {
            return self.encrypt_all(keys);
        }
        let is_old = |backup: &&NamedBackup| {
            !backup.is_deflated && !backup.is_encrypted && backup.at + Days::new(PLAIN_DAYS) < now && backup.path.exists()
        };
        for old in backups.iter().filter(is_old) {
            self.deflate(&old.path)?;
        }
        Ok(())
    }

    /// Puts a deflated backup in the place of a plain one, after it was inflated in a trial.
    fn deflate(&self, plain: &Path) -> Result<(), BackupError> {
        let unfinished = self.unfinished("deflated");
        let words = |error: io::Error| BackupError::of_file(&error, self.folder());
        create_private(&unfinished).map_err(|error| BackupError::of_copy(&error, self.folder()))?;
        let tally = tally_of(plain).unwrap_or_default();
        let deflated = write_deflated(plain, &unfinished, tally).and_then(|()| {
            if !inflates_to(&unfinished, plain)? {
                return Err(io::Error::other("what was deflated does not inflate to what it was"));
            }
            fs::rename(&unfinished, beside(plain, ".gz"))
        });
        deflated.inspect_err(|_| drop(fs::remove_file(&unfinished))).map_err(words)?;
        sync_folder_of(plain);
        fs::remove_file(plain).map_err(words)
    }
}

/// Deflates a file into another, which is put on the disk. What the backup holds is written in front, so that a list need not inflate it.
pub(super) fn write_deflated(plain: &Path, to: &Path, tally: Tally) -> io::Result<()> {
    let mut from = BufReader::new(File::open(plain)?);
    let to = OpenOptions::new().write(true).open(to)?;
    let comment = serde_json::to_string(&tally)?;
    let mut encoder = GzBuilder::new().comment(comment).write(BufWriter::new(to), Compression::default());
    io::copy(&mut from, &mut encoder)?;
    let mut to = encoder.finish()?;
    to.flush()?;
    to.get_ref().sync_all()
}

/// Whether a deflated file inflates to a plain one, to the last byte.
pub(super) fn inflates_to(deflated: &Path, plain: &Path) -> io::Result<bool> {
    let (mut inflated, mut plain) = (GzDecoder::new(BufReader::new(File::open(deflated)?)), File::open(plain)?);
    let (mut one, mut other) = (vec![0; AT_ONCE], vec![0; AT_ONCE]);
    loop {
        let (read, expected) = (fill(&mut inflated, &mut one)?, fill(&mut plain, &mut other)?);
        if one.get(..read) != other.get(..expected) {
            return Ok(false);
        }
        if read == 0 {
            return Ok(true);
        }
    }
}

/// Reads until the buffer is full or there is no more. Returns how many bytes were read.
fn fill(from: &mut impl Read, buffer: &mut [u8]) -> io::Result<usize> {
    let mut filled = 0;
    while let Some(rest) = buffer.get_mut(filled..).filter(|rest| !rest.is_empty()) {
        match from.read(rest) {
            Ok(0) => break,
            Ok(read) => filled += read,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(filled)
}

/// Whether a file begins as a deflated one does.
pub(super) fn is_deflated(file: &Path) -> bool {
    let mut start = [0; 2];
    File::open(file).and_then(|mut file| file.read_exact(&mut start)).is_ok() && start == [0x1f, 0x8b]
}

/// What a deflated backup says it holds. Returns `None` for one that does not say so.
pub(super) fn noted_tally(deflated: &Path) -> Option<Tally> {
    said_tally(BufReader::new(File::open(deflated).ok()?))
}

/// What a deflated backup says it holds, by its first bytes. Returns `None` if they do not say so.
pub(super) fn said_tally(deflated: impl BufRead) -> Option<Tally> {
    let decoder = GzDecoder::new(deflated);
    serde_json::from_slice(decoder.header()?.comment()?).ok()
}

/// Inflates a file into an empty one.
///
/// # Errors
/// What the file system reports; [`ErrorKind::InvalidData`] or [`ErrorKind::UnexpectedEof`] for one that is damaged or far too large.
pub(super) fn inflate(deflated: &Path, to: &Path) -> io::Result<()> {
    let mut decoder = GzDecoder::new(BufReader::new(File::open(deflated)?)).take(MOST_BYTES);
    let mut to = BufWriter::new(OpenOptions::new().write(true).open(to)?);
    if io::copy(&mut decoder, &mut to)? == MOST_BYTES {
        return Err(ErrorKind::InvalidData.into());
    }
    to.flush()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{Access, BackupOrder, BackupReason, Store};

    fn at(text: &str) -> NaiveDateTime {
        text.parse().unwrap()
    }

    #[test]
    fn after_a_week_a_backup_is_deflated_and_says_what_it_holds() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("diary.sqlite");
        let (store, place) = (Store::open(&path, Access::Create).unwrap(), BackupPlace::beside(&path));
        let order = BackupOrder { place: &place, at: at("2026-11-20T07:00:00"), why: BackupReason::Asked };
        let made = store.back_up(order).unwrap();
        let plain = fs::read(&made.path).unwrap();
        place.tend(at("2026-11-27T07:00:00")).unwrap();
        assert!(made.path.exists(), "a week old");
        place.tend(at("2026-11-27T07:00:01")).unwrap();
        assert!(!made.path.exists());
        let deflated = beside(&made.path, ".gz");
        assert!(is_deflated(&deflated) && !is_deflated(&path));
        assert_eq!(noted_tally(&deflated), Some(Tally::default()));
        let again = folder.path().join("again.sqlite");
        fs::write(&again, "").unwrap();
        inflate(&deflated, &again).unwrap();
        assert_eq!(fs::read(&again).unwrap(), plain);
        assert!(inflates_to(&deflated, &again).unwrap() && !inflates_to(&deflated, &deflated).unwrap());
        let mut cut = fs::read(&deflated).unwrap();
        cut.truncate(cut.len() / 2);
        fs::write(&deflated, cut).unwrap();
        assert_eq!(inflate(&deflated, &again).unwrap_err().kind(), ErrorKind::UnexpectedEof);
    }
}
