//! A note beside the diary of how its file looked when it was last found to be sound, so that a command need not look at all of it again.
//!
//! If the note is lost or wrong, the file is looked at once more.

use crate::store::file::{beside, create_private};
use std::fs::{self, File};
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

/// Where in the header of the file SQLite counts its changes, in bytes.
const CHANGE_COUNTER: std::ops::Range<usize> = 24..28;

/// Whether the file looks as it did when it was last found to be sound. Ask before the file is opened, or after it was closed: no code may
/// open and close a file that SQLite has open.
#[must_use]
pub fn is_as_checked(path: &Path) -> bool {
    let noted = fs::read_to_string(note_path(path));
    noted.is_ok_and(|noted| look(path).is_some_and(|now| now == noted))
}

/// Notes that the file as it is now was found to be sound. Call it after the file was closed. Does nothing while another program uses the
/// file, or where no note can be written.
pub fn note_as_checked(path: &Path) {
    let (note, unfinished) = (note_path(path), beside(&note_path(path), ".unfinished"));
    let Some(now) = look(path) else { return };
    if fs::read_to_string(&note).is_ok_and(|noted| noted == now) {
        return;
    }
    // A leftover of an interrupted note; normally there is none.
    drop(fs::remove_file(&unfinished));
    let is_written = create_private(&unfinished).is_ok() && fs::write(&unfinished, now).is_ok() && fs::rename(&unfinished, &note).is_ok();
    if !is_written {
        // Without a note the file is looked at again.
        drop(fs::remove_file(&unfinished));
    }
}

/// The note beside a diary: "diary.checked" for "diary.sqlite".
fn note_path(path: &Path) -> PathBuf {
    path.with_extension("checked")
}

/// How the file looks: its size, when it was changed, and how often. Returns `None` while something lies in a log beside it, and for what
/// is no file.
fn look(path: &Path) -> Option<String> {
    let waits = |ending| fs::metadata(beside(path, ending)).is_ok_and(|log| log.len() > 0);
    let found = fs::metadata(path).ok().filter(fs::Metadata::is_file)?;
    if waits("-wal") || waits("-journal") {
        return None;
    }
    let mut header = [0; CHANGE_COUNTER.end];
    File::open(path).ok()?.read_exact(&mut header).ok()?;
    let changed = found.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    let counter = header[CHANGE_COUNTER].iter().fold(0_u32, |counter, byte| (counter << 8) | u32::from(*byte));
    Some(format!("{} bytes, changed at {} ns, {counter} changes\n", found.len(), changed.as_nanos()))
}
