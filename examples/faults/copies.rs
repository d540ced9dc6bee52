//! What a command writes besides the diary, and whether what is there of it is whole.

use crate::before::{PASSWORD, raw};
use cramp_diary::exchange::own::read_any;
use cramp_diary::sealed::{Opener, Secret};
use cramp_diary::store::PlainValue;
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Copies of a diary in a folder of their own.
pub(crate) struct Copies {
    /// The folder, in that of the case.
    pub(crate) folder: &'static str,
    /// How the names of whole ones end.
    pub(crate) ending: &'static str,
    /// The amounts of the drinks that one may hold; first what the command writes.
    pub(crate) holds: &'static [&'static [i64]],
    pub(crate) promised: Promised,
    /// How many there are before, and so at least at any time.
    pub(crate) before: usize,
}

/// When a command that goes well has written a copy.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Promised {
    Always,
    /// Unless it says something about it.
    UnlessTold,
}

/// What is there of some copies.
pub(crate) struct Found {
    /// The amounts of the drinks in each; `None` for one that cannot be read as a whole.
    pub(crate) drinks: Vec<Option<Vec<i64>>>,
    /// The names of other files.
    pub(crate) others: Vec<String>,
}

impl Copies {
    /// What is there in the folder of a case.
    pub(crate) fn find(&self, folder: &Path) -> Found {
        let paths = fs::read_dir(folder.join(self.folder)).into_iter().flatten().flatten().map(|entry| entry.path());
        let (whole, others): (Vec<_>, Vec<_>) = paths.partition(|path| self.is_whole(path));
        let drinks = whole.iter().map(|path| if path.to_string_lossy().ends_with(".sqlite") { drinks(path) } else { drinks_in(path) });
        let name = |path: PathBuf| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        // A lock stays, so that nobody holds one that is gone; the log of a diary that could not be read is kept with it.
        let is_meant =
            |path: &PathBuf| path.extension().is_some_and(|ending| ending == "lock") || path.to_string_lossy().contains(".unreadable.");
        let others = others.into_iter().filter(|path| !is_meant(path)).map(name);
        Found { drinks: drinks.collect(), others: others.collect() }
    }

    /// Whether the name is that of a whole one.
    fn is_whole(&self, path: &Path) -> bool {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.ends_with(self.ending) && !name.contains(".part")
    }
}

/// The amounts of all drinks in a diary, in ml and sorted. Returns `None` if the diary is not sound.
pub(crate) fn drinks(path: &Path) -> Option<Vec<i64>> {
    let connection = raw(path);
    let sound: String = connection.query_row("PRAGMA integrity_check", [], |row| row.get(0)).ok()?;
    let mut statement = connection.prepare("SELECT volume_ml FROM drink ORDER BY volume_ml").ok()?;
    let drinks = statement.query_map([], |row| row.get(0)).ok()?.collect::<Result<_, _>>().ok()?;
    (sound == "ok").then_some(drinks)
}

/// The amounts of all drinks in an export, a snapshot or an encrypted copy. Returns `None` if something of it cannot be read.
fn drinks_in(path: &Path) -> Option<Vec<i64>> {
    let secret = Secret::typed(PASSWORD).ok()?;
    let incoming = read_any(path, Opener { keys: None, secret: Some(&secret) }).ok()?;
    let amount = |value: &PlainValue| match value {
        PlainValue::Whole(amount) => Some(*amount),
        _ => None,
    };
    let mut drinks: Vec<_> = incoming.draft.whole.records().filter_map(|record| record.value("volume_ml").and_then(amount)).collect();
    drinks.sort_unstable();
    (incoming.left_out_count == 0 && incoming.unknown.is_empty()).then_some(drinks)
}
