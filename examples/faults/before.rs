//! Makes the folders that the cases begin with.

use crate::strace::Strace;
use cramp_diary::machine::{DiaryNotes, Machine};
use cramp_diary::sealed::{Cost, Keys, RecoveryWords, Secret};
use rusqlite::Connection;
use std::{
    fs,
    io::{Seek as _, SeekFrom, Write as _},
    path::Path,
};

/// The password of what is encrypted.
pub(crate) const PASSWORD: &str = "four ordinary words";

/// The file with it, in the folder of a case.
pub(crate) const PASSWORD_FILE: &str = "password.txt";

/// A diary with a drink of 250 ml.
pub(crate) fn of_today(folder: &Path, strace: &Strace) {
    log(folder, strace, "250ml");
}

/// A diary of the first format.
pub(crate) fn of_the_first_format(folder: &Path, _strace: &Strace) {
    let connection = raw(&folder.join("diary.sqlite"));
    let made = connection.execute_batch(include_str!("../../migrations/0001_first_diary.sql"));
    made.and_then(|()| connection.execute_batch(&format!("PRAGMA user_version = 1; {DRINK}"))).expect("a diary");
    connection.pragma_update(None, "journal_mode", "WAL").expect("a log");
}

/// What a killed process leaves: the last entry in a log beside the file.
pub(crate) fn killed(folder: &Path, strace: &Strace) {
    let other = tempfile::tempdir().expect("a temporary folder");
    of_today(other.path(), strace);
    // While somebody reads, the log stays.
    let reader = raw(&other.path().join("diary.sqlite"));
    reader.execute_batch("BEGIN; SELECT count(*) FROM drink").expect("a reader");
    log(other.path(), strace, "252ml");
    for name in ["diary.sqlite", "diary.sqlite-wal"] {
        copy(&other.path().join(name), &folder.join(name));
    }
}

/// A diary with its backup, and a drink that came later.
pub(crate) fn backed_up(folder: &Path, strace: &Strace) {
    of_today(folder, strace);
    plain(folder, strace, &["backup"]);
    log(folder, strace, "252ml");
}

/// The same, with what a killed process left of the last entry.
pub(crate) fn backed_up_with_a_log(folder: &Path, strace: &Strace) {
    of_today(folder, strace);
    plain(folder, strace, &["backup"]);
    fs::remove_file(folder.join("diary.sqlite")).expect("the diary");
    killed(folder, strace);
}

/// A diary, an earlier export of it as a file, and a drink that came later.
pub(crate) fn exported(folder: &Path, strace: &Strace) {
    of_today(folder, strace);
    plain(folder, strace, &["export", "json", "{}/out/diary.json"]);
    log(folder, strace, "252ml");
}

/// The same, encrypted.
pub(crate) fn exported_encrypted(folder: &Path, strace: &Strace) {
    of_today(folder, strace);
    fs::write(folder.join(PASSWORD_FILE), PASSWORD).expect("a password");
    plain(folder, strace, &["export", "json", "{}/out/diary.json.encrypted", "--password-file", "{}/password.txt"]);
    log(folder, strace, "252ml");
}

/// A diary, and another person's export with two drinks.
pub(crate) fn with_an_export(folder: &Path, strace: &Strace) {
    of_today(folder, strace);
    elsewhere(folder, strace, |other| plain(other, strace, &["export", "json", "{}/../other.json"]));
}

/// A diary, and another diary with two drinks.
pub(crate) fn with_another_diary(folder: &Path, strace: &Strace) {
    of_today(folder, strace);
    elsewhere(folder, strace, |other| copy(&other.join("diary.sqlite"), &folder.join("other.sqlite")));
}

/// A diary whose snapshot lies in a folder, beside that of another computer, which came later.
pub(crate) fn of_two_computers(folder: &Path, strace: &Strace) {
    of_today(folder, strace);
    plain(folder, strace, &["sync", "{}/shared"]);
    elsewhere(folder, strace, |other| plain(other, strace, &["sync", "{}/../shared"]));
}

/// The same, with snapshots that are encrypted.
pub(crate) fn of_two_computers_encrypted(folder: &Path, strace: &Strace) {
    of_today(folder, strace);
    let keys = keys();
    note(folder, |notes| notes.sealed = Some(keys.kept()));
    plain(folder, strace, &["sync", "{}/shared"]);
    elsewhere(folder, strace, |other| {
        note(other, |notes| notes.sealed = Some(keys.kept()));
        plain(other, strace, &["sync", "{}/../shared"]);
    });
}

/// A diary whose second place for backups is encrypted.
pub(crate) fn with_a_second_place(folder: &Path, strace: &Strace) {
    of_today(folder, strace);
    let place = folder.join("elsewhere");
    note(folder, |notes| {
        notes.second_place = Some(place);
        notes.sealed = Some(keys().kept());
    });
}

/// A diary, and a damaged one: its first page is gone.
pub(crate) fn damaged(folder: &Path, strace: &Strace) {
    of_today(folder, strace);
    elsewhere(folder, strace, |other| copy(&other.join("diary.sqlite"), &folder.join("damaged.sqlite")));
    let mut file = fs::OpenOptions::new().write(true).open(folder.join("damaged.sqlite")).expect("the damaged diary");
    file.seek(SeekFrom::Start(0)).and_then(|_| file.write_all(&[0; 4096])).expect("zeros");
}

/// A connection to a diary, behind the program's back.
pub(crate) fn raw(path: &Path) -> Connection {
    #[expect(clippy::disallowed_methods, reason = "looks at the file without the program")]
    Connection::open(path).expect("a file that SQLite opens")
}

/// Adds a drink of so many ml to a diary of the first format.
const DRINK: &str = "INSERT INTO drink (id, created_ms, changed_ms, day, kind, volume_ml)
    VALUES (randomblob(16), 5, 5, '2026-11-19', 'water', 250);";

/// Has another computer make a diary with drinks of 251 and 253 ml, which is gone afterwards.
fn elsewhere(folder: &Path, strace: &Strace, then: impl FnOnce(&Path)) {
    let other = folder.join("other-computer");
    fs::create_dir_all(other.join("tmp")).expect("a folder");
    log(&other, strace, "251ml");
    log(&other, strace, "253ml");
    then(&other);
    fs::remove_dir_all(other).expect("nothing left of it");
}

fn copy(from: &Path, to: &Path) {
    fs::copy(from, to).expect("a copy");
}

fn log(folder: &Path, strace: &Strace, amount: &str) {
    plain(folder, strace, &["log", "drink", "water", amount]);
}

fn plain(folder: &Path, strace: &Strace, arguments: &[&str]) {
    let output = strace.plain(folder, arguments);
    assert!(output.status.success(), "the plain program: {arguments:?} {}", String::from_utf8_lossy(&output.stderr));
}

/// Notes something of the diary in a folder, as the settings of a window do.
fn note(folder: &Path, change: impl FnOnce(&mut DiaryNotes)) {
    Machine::kept_in(Some(folder.join("config"))).note(&folder.join("diary.sqlite"), change).expect("a note");
}

fn keys() -> Keys {
    let password = Secret::typed(PASSWORD).and_then(|secret| secret.as_new_password()).expect("a password");
    Keys::make(&password, &RecoveryWords::random().expect("words"), Cost::STANDARD).expect("keys")
}
