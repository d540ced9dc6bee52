//! Damaged diaries: whatever is wrong with the file, there is no panic and no endless wait, nothing is written into a file whose structure
//! is broken, and no figure is wrong without a word where a check could know.

mod mutant;

use super::support::{TestDiary, a_cramp, a_drink, clock, day, raw};
use cramp_diary::{
    diary::{Diary, SplitMix64},
    store::{Access, Depth, Store, ended_uncleanly},
};
use mutant::Files;
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    sync::mpsc::channel,
    thread,
    time::Duration,
};

/// How long reading and writing one diary may take.
const LIMIT: Duration = Duration::from_secs(2);

/// What only a library says.
const FOREIGN: [&str; 6] = ["malformed", "disk image", "SQL logic", "no such", "rusqlite", "not a database"];

/// What happened with a damaged diary.
#[derive(Debug)]
struct Outcome {
    /// What the days say; otherwise why they cannot be read.
    read: Result<Vec<String>, String>,
    /// Whether a check of the diary finds nothing.
    is_clean: bool,
    /// Whether a drink was logged; otherwise why not.
    logged: Result<(), String>,
}

/// Tries so many damaged diaries. Returns how many there were of each kind of damage and what became of them.
#[track_caller]
pub(crate) fn try_damaged(count: usize, seed: u64) -> BTreeMap<String, usize> {
    let mut random = SplitMix64::new(seed);
    let (whole, another) = (interrupted(1), interrupted(2));
    let expected = [whole.clone(), Files { log: None, shared: None, ..whole.clone() }].map(|files| {
        let folder = tempfile::tempdir().unwrap();
        let path = put(&files, folder.path());
        (days(&path).unwrap(), days(&path).unwrap())
    });
    let (mut counts, mut quiet) = (BTreeMap::new(), Vec::new());
    for number in 0..count {
        let (damage, files) = whole.damaged(number, &mut random, &another);
        let folder = tempfile::tempdir().unwrap();
        let path = put(&files, folder.path());
        let broken = broken(&files);
        let is_broken = broken.is_some();
        let outcome = within_the_limit(&path, || put(&files, folder.path()));
        let found = broken.unwrap_or_default();
        let what = format!("number {number} of seed {seed}, {damage:?}, {found}");
        let said = outcome.read.as_ref().err().into_iter().chain(outcome.logged.as_ref().err());
        for foreign in FOREIGN {
            assert!(said.clone().all(|said| !said.contains(foreign)), "{what}: {outcome:?}");
        }
        if is_broken {
            assert!(outcome.logged.is_err(), "{what}: written into a broken file");
            let is_as_it_was = fs::read(&path).unwrap() == files.diary;
            assert!(is_as_it_was, "{what}: the broken file was changed: {outcome:?}");
        }
        let is_as_ever = outcome.read.as_ref().is_ok_and(|read| expected.iter().any(|(one, other)| read == one || read == other));
        let is_told = outcome.read.is_err() || !outcome.is_clean;
        let word = match () {
            () if is_broken && !is_as_ever && !is_told => {
                quiet.push(what);
                "told by the first write alone"
            }
            () if is_broken => "broken",
            () if is_as_ever => "as ever",
            () if is_told => "told",
            () => "a value that may be",
        };
        *counts.entry(format!("{damage:?}: {word}")).or_default() += 1;
    }
    assert!(quiet.is_empty(), "wrong figures of which a check says nothing: {quiet:#?}");
    counts
}

/// A diary of some nights whose last entries lie in a log beside it.
fn interrupted(seed: usize) -> Files {
    let mut test = TestDiary::example(8 + seed).with(a_drink("2026-11-19"));
    test.diary.settle();
    test.log(a_cramp("2026-11-19").noted("in the log"));
    Files::read(&test.path())
}

fn put(files: &Files, folder: &Path) -> PathBuf {
    let path = folder.join("diary.sqlite");
    for ending in ["sqlite-wal", "sqlite-shm", "checked"] {
        drop(fs::remove_file(path.with_extension(ending)));
    }
    files.write(&path);
    path
}

/// What SQLite finds broken in the structure. Returns `None` for a sound one; values that break a CHECK are no matter of structure.
fn broken(files: &Files) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    let connection = raw(&put(files, folder.path()));
    let check = |pragma| -> rusqlite::Result<String> {
        connection.execute_batch("PRAGMA ignore_check_constraints = ON")?;
        connection.query_row(pragma, [], |row| row.get(0))
    };
    // An index that cannot even be read stops the whole check; the quick one leaves it out.
    let found = check("PRAGMA integrity_check(1)").or_else(|_unreadable| check("PRAGMA quick_check(1)"));
    let found = found.unwrap_or_else(|error| error.to_string());
    // A broken index is rebuilt, and a value that has no place in its column is a matter of its row.
    let is_sound = found == "ok" || ["index", " value in "].iter().any(|word| found.contains(word));
    (!is_sound).then_some(found)
}

/// Reads and writes a damaged diary on a thread of its own. One that takes too long is tried once more, since the machine may be busy.
fn within_the_limit(path: &Path, again: impl FnOnce() -> PathBuf) -> Outcome {
    let tried = |path: PathBuf| {
        let (tell, told) = channel();
        let work = thread::Builder::new().spawn(move || tell.send(try_one(&path))).unwrap();
        (work, told)
    };
    let (work, told) = tried(path.to_owned());
    if let Ok(outcome) = told.recv_timeout(LIMIT) {
        return outcome;
    }
    work.join().expect("no panic").unwrap();
    let (work, told) = tried(again());
    let outcome = told.recv_timeout(LIMIT);
    work.join().expect("no panic").unwrap();
    outcome.expect("read and written within two seconds")
}

fn try_one(path: &Path) -> Outcome {
    let read = days(path);
    let checked = Store::open(path, Access::ReadOnly).and_then(|store| Diary::new(store, clock()).check());
    let is_clean = checked.is_ok_and(|report| report.is_clean());
    let logged = log(path);
    Outcome { read, is_clean, logged }
}

/// What each day says, and the profile and settings.
fn days(path: &Path) -> Result<Vec<String>, String> {
    let read = || {
        let diary = Diary::new(Store::open(path, Access::ReadOnly)?, clock());
        let mut days = Vec::new();
        for date in 8..=20 {
            let page = diary.page(day(&format!("2026-11-{date:02}")))?;
            days.push(format!("{:?} {:?} {:?} {:?} {:?}", page.cramps, page.drinks, page.foods, page.note, page.strain));
        }
        days.push(format!("{:?} {:?}", diary.read().profile()?, diary.settings()?));
        Ok(days)
    };
    read().map_err(|error: cramp_diary::store::StoreError| error.to_string())
}

/// Logs a drink, as a command does.
fn log(path: &Path) -> Result<(), String> {
    let depth = if ended_uncleanly(path) { Depth::Whole } else { Depth::Quick };
    let mut store = Store::open(path, Access::Create).map_err(|error| error.to_string())?;
    store.ensure_sound(depth).map_err(|error| error.to_string())?;
    let done = Diary::new(store, clock()).execute(a_drink("2026-11-19").ml(777));
    done.map(|_done| ()).map_err(|error| error.to_string())
}

#[test]
fn damaged_diaries_are_read_as_far_as_they_are_sound_and_never_written_when_they_are_not() {
    let counts = try_damaged(91, 13);
    assert!(counts.len() > 13, "{counts:?}");
}
