//! What is tried: a folder as it is before, and a command.

use crate::strace::Strace;
use rusqlite::Connection;
use std::{fs, path::Path};
use tempfile::TempDir;

/// What is tried.
pub(crate) struct Case {
    pub(crate) name: &'static str,
    /// Makes the files that are there before.
    prepare: fn(&Path, &Strace),
    pub(crate) arguments: &'static [&'static str],
    /// The amounts of the drinks that are there before, in ml.
    pub(crate) before: &'static [i64],
    /// The amount of the drink that is logged, in ml; `None` if nothing is.
    pub(crate) logs: Option<i64>,
    /// What is kept besides.
    pub(crate) keeps: Keeps,
}

/// What a command keeps besides the diary, or in its place.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Keeps {
    Nothing,
    /// A backup of what was there before.
    Backup,
    /// A backup of what was there before, when drinks of these amounts took its place.
    InItsPlace(&'static [i64]),
}

pub(crate) const CASES: &[Case] = &[
    Case {
        name: "creating",
        prepare: |_, _| (),
        arguments: &["log", "drink", "water", "251ml"],
        before: &[],
        logs: Some(251),
        keeps: Keeps::Nothing,
    },
    Case {
        name: "logging",
        prepare: of_today,
        arguments: &["log", "drink", "water", "251ml"],
        before: &[250],
        logs: Some(251),
        keeps: Keeps::Nothing,
    },
    Case {
        name: "logging after a kill",
        prepare: killed,
        arguments: &["log", "drink", "water", "251ml"],
        before: &[250, 252],
        logs: Some(251),
        keeps: Keeps::Nothing,
    },
    Case {
        name: "migrating",
        prepare: of_the_first_format,
        arguments: &["log", "drink", "water", "251ml"],
        before: &[250],
        logs: Some(251),
        keeps: Keeps::Nothing,
    },
    Case { name: "reading after a kill", prepare: killed, arguments: &["show"], before: &[250, 252], logs: None, keeps: Keeps::Nothing },
    Case { name: "checking", prepare: killed, arguments: &["check"], before: &[250, 252], logs: None, keeps: Keeps::Nothing },
    Case { name: "a backup", prepare: of_today, arguments: &["backup"], before: &[250], logs: None, keeps: Keeps::Backup },
    Case { name: "restoring", prepare: backed_up, arguments: RESTORE, before: &[250, 252], logs: None, keeps: Keeps::InItsPlace(&[250]) },
    Case {
        name: "restoring over a log",
        prepare: backed_up_with_a_log,
        arguments: RESTORE,
        before: &[250, 252],
        logs: None,
        keeps: Keeps::InItsPlace(&[250]),
    },
];

impl Case {
    /// A new folder as it is before the command.
    pub(crate) fn folder(&self, strace: &Strace) -> TempDir {
        let folder = tempfile::tempdir().expect("a temporary folder");
        fs::create_dir(folder.path().join("tmp")).expect("a folder for temporary files");
        (self.prepare)(folder.path(), strace);
        folder
    }
}

/// A connection to a diary, behind the program's back.
pub(crate) fn raw(path: &Path) -> Connection {
    #[expect(clippy::disallowed_methods, reason = "looks at the file without the program")]
    Connection::open(path).expect("a file that SQLite opens")
}

/// The amounts of all drinks, in ml and sorted. Returns `None` if the diary is not sound.
pub(crate) fn drinks(path: &Path) -> Option<Vec<i64>> {
    let connection = raw(path);
    let sound: String = connection.query_row("PRAGMA integrity_check", [], |row| row.get(0)).ok()?;
    let mut statement = connection.prepare("SELECT volume_ml FROM drink ORDER BY volume_ml").ok()?;
    let drinks = statement.query_map([], |row| row.get(0)).ok()?.collect::<Result<_, _>>().ok()?;
    (sound == "ok").then_some(drinks)
}

/// Adds a drink of so many ml to a diary of the first format.
const DRINK: &str = "INSERT INTO drink (id, created_ms, changed_ms, day, kind, volume_ml)
    VALUES (randomblob(16), 5, 5, '2026-11-19', 'water', 250);";

/// Restores the backup that the plain program made at the moment of a run.
const RESTORE: &[&str] = &["restore", "diary.2026-11-20T08-00-00.asked-for.sqlite", "--yes"];

/// A diary with its backup, and a drink that came later.
fn backed_up(folder: &Path, strace: &Strace) {
    of_today(folder, strace);
    assert!(strace.plain(folder, &["backup"]).status.success(), "the plain program makes a backup");
    assert!(strace.plain(folder, &["log", "drink", "water", "252ml"]).status.success(), "the plain program logs");
}

/// The same, with what a killed process left of the last entry.
fn backed_up_with_a_log(folder: &Path, strace: &Strace) {
    of_today(folder, strace);
    assert!(strace.plain(folder, &["backup"]).status.success(), "the plain program makes a backup");
    fs::remove_file(folder.join("diary.sqlite")).expect("the diary");
    killed(folder, strace);
}

/// The backups in a folder, each with the amounts of its drinks; `None` for one that is not sound.
pub(crate) fn backups(folder: &Path) -> Vec<Option<Vec<i64>>> {
    let files = fs::read_dir(folder.join("backups")).into_iter().flatten().flatten().map(|entry| entry.path());
    files.filter(|file| file.extension().is_some_and(|ending| ending == "sqlite")).map(|file| drinks(&file)).collect()
}

fn of_the_first_format(folder: &Path, _strace: &Strace) {
    let connection = raw(&folder.join("diary.sqlite"));
    let made = connection.execute_batch(include_str!("../../migrations/0001_first_diary.sql"));
    made.and_then(|()| connection.execute_batch(&format!("PRAGMA user_version = 1; {DRINK}"))).expect("a diary");
    connection.pragma_update(None, "journal_mode", "WAL").expect("a log");
}

fn of_today(folder: &Path, strace: &Strace) {
    assert!(strace.plain(folder, &["log", "drink", "water", "250ml"]).status.success(), "the plain program logs");
}

/// What a killed process leaves: the last entry in a log beside the file.
fn killed(folder: &Path, strace: &Strace) {
    let other = tempfile::tempdir().expect("a temporary folder");
    of_today(other.path(), strace);
    // While somebody reads, the log stays.
    let reader = raw(&other.path().join("diary.sqlite"));
    reader.execute_batch("BEGIN; SELECT count(*) FROM drink").expect("a reader");
    assert!(strace.plain(other.path(), &["log", "drink", "water", "252ml"]).status.success(), "the plain program logs");
    for name in ["diary.sqlite", "diary.sqlite-wal"] {
        fs::copy(other.path().join(name), folder.join(name)).expect("a copy");
    }
}
