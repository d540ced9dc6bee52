//! A diary whose file is deleted, moved, replaced or written over while it is open: nothing is said to be saved, and nothing is lost.

use super::cli::Place;
use super::dump::Dump;
use super::support::{TestDiary, a_drink, clock, raw};
use cramp_diary::{
    diary::{Diary, DiaryError, DrinkCommand},
    domain::Drink,
    store::{Access, Store, StoreError},
};
use std::{
    fs::{self, File, OpenOptions},
    path::{Path, PathBuf},
};

const DAY: &str = "2026-11-19";

/// What happens to the file of an open diary: a word for it, and how it is done.
struct Mishap {
    what: &'static str,
    happens: fn(&Path),
    is_said: fn(&StoreError) -> bool,
}

const MISHAPS: [Mishap; 9] = [
    Mishap { what: "deleted", happens: |path| fs::remove_file(path).unwrap(), is_said: is_gone },
    Mishap { what: "renamed", happens: |path| fs::rename(path, path.with_extension("old")).unwrap(), is_said: is_gone },
    Mishap { what: "a folder instead", happens: become_folder, is_said: is_gone },
    Mishap { what: "replaced by another diary", happens: replaced, is_said: |error| matches!(error, StoreError::Exchanged { .. }) },
    Mishap { what: "replaced by rubbish", happens: replaced_by_rubbish, is_said: |error| matches!(error, StoreError::Exchanged { .. }) },
    Mishap { what: "another diary written over it", happens: written_over, is_said: is_written_over },
    Mishap {
        what: "rubbish written over it",
        happens: |path| fs::write(path, "Dear diary, ".repeat(20_000)).unwrap(),
        is_said: is_written_over,
    },
    Mishap { what: "cut in half", happens: |path| cut(path, 2), is_said: |error| matches!(error, StoreError::CutShort { .. }) },
    Mishap {
        what: "emptied",
        happens: |path| drop(File::create(path).unwrap()),
        is_said: |error| matches!(error, StoreError::CutShort { .. }),
    },
];

fn is_gone(error: &StoreError) -> bool {
    matches!(error, StoreError::Gone { .. })
}

fn is_written_over(error: &StoreError) -> bool {
    matches!(error, StoreError::WrittenOver { .. })
}

fn become_folder(path: &Path) {
    fs::remove_file(path).unwrap();
    fs::create_dir(path).unwrap();
}

/// As a synchronising program does: written beside it, then renamed.
fn replaced(path: &Path) {
    let (other, _folder) = TestDiary::at("2026-11-20T06:30:00+01:00").with(a_drink(DAY).ml(777)).close();
    fs::copy(other, path.with_extension("new")).unwrap();
    fs::rename(path.with_extension("new"), path).unwrap();
}

fn replaced_by_rubbish(path: &Path) {
    fs::write(path.with_extension("new"), "Dear diary, ".repeat(20_000)).unwrap();
    fs::rename(path.with_extension("new"), path).unwrap();
}

/// As `cp` does: the file stays, with other content.
fn written_over(path: &Path) {
    let (other, _folder) = TestDiary::at("2026-11-20T06:30:00+01:00").with(a_drink(DAY).ml(777)).close();
    fs::write(path, fs::read(other).unwrap()).unwrap();
}

fn cut(path: &Path, parts: u64) {
    let file = OpenOptions::new().write(true).open(path).unwrap();
    file.set_len(file.metadata().unwrap().len() / parts).unwrap();
}

fn set_read_only(path: &Path, read_only: bool) {
    let mut permissions = fs::metadata(path).unwrap().permissions();
    permissions.set_readonly(read_only);
    fs::set_permissions(path, permissions).unwrap();
}

#[track_caller]
fn lost(error: DiaryError) -> StoreError {
    match error {
        DiaryError::Store(error) if error.is_lost_file() => error,
        other => panic!("{other:?}"),
    }
}

fn ml(diary: &Diary) -> Vec<u16> {
    diary.read().all::<Drink>().unwrap().iter().map(|drink| drink.value.volume.get()).collect()
}

fn opened(path: &Path) -> Diary {
    Diary::with_seed(Store::open(path, Access::Create).unwrap(), clock(), 8)
}

/// A diary as a window has it open: its log is empty, or holds what was logged last.
fn window(has_log: bool) -> TestDiary {
    let mut window = TestDiary::new().with(a_drink(DAY).ml(100));
    if !has_log {
        raw(&window.path()).execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").unwrap();
    }
    window.diary.follow().unwrap();
    if has_log {
        window.log(a_drink(DAY).ml(200));
        window.diary.follow().unwrap();
    }
    window
}

#[test]
fn whatever_happens_to_the_file_is_seen_by_a_look_and_by_a_write_and_a_copy_can_be_saved() {
    for Mishap { what, happens, is_said } in MISHAPS {
        for has_log in [false, true] {
            let mut window = window(has_log);
            let before = Dump::through(&raw(&window.path()));
            happens(&window.path());
            let found = window.diary.execute(a_drink(DAY).ml(300)).expect_err(what);
            assert!(is_said(&lost(found)), "{what}, {has_log}");
            let found = window.diary.follow().unwrap_err();
            assert!(is_said(&found), "{what}: {found:?}");
            let path = window.path().display().to_string();
            assert!(found.to_string().contains(&path), "{what}: {found}");
            let copy = window.path().with_file_name("copy.sqlite");
            match window.diary.save_copy(&copy) {
                Ok(()) => {
                    Dump::of(&copy).check_rows(&before, what);
                    assert_eq!(ml(&opened(&copy)), if has_log { vec![100, 200] } else { vec![100] }, "{what}");
                }
                // What SQLite did not read before is lost with the content of the file.
                Err(error) => {
                    assert!(matches!(found, StoreError::CutShort { .. } | StoreError::WrittenOver { .. }), "{what}: {error}");
                    assert!(error.to_string().contains("what is open cannot be read whole any more") && !copy.exists(), "{what}: {error}");
                }
            }
        }
    }
}

#[test]
fn whatever_happens_to_the_file_of_a_window_that_has_written_nothing_yet_is_seen() {
    for Mishap { what, happens, is_said } in MISHAPS {
        let (path, _folder) = TestDiary::new().with(a_drink(DAY).ml(100)).close();
        let mut window = opened(&path);
        window.follow().unwrap();
        happens(&path);
        let found = window.follow().expect_err(what);
        assert!(is_said(&found), "{what}: {found:?}");
        let found = window.execute(a_drink(DAY).ml(300)).expect_err(what);
        assert!(is_said(&lost(found)), "{what}");
    }
}

#[test]
fn what_took_the_place_of_the_file_is_left_as_it_was_put_there() {
    for happens in [replaced as fn(&Path), replaced_by_rubbish, written_over] {
        for has_log in [false, true] {
            let mut window = window(has_log);
            happens(&window.path());
            let put = fs::read(window.path()).unwrap();
            lost(window.refused(a_drink(DAY).ml(300)));
            let (path, _folder) = window.close();
            assert_eq!(fs::read(&path).unwrap(), put);
            if !put.starts_with(b"Dear") {
                let mut there = opened(&path);
                assert_eq!(ml(&there), [777], "nothing of the diary before has got into it");
                there.execute(a_drink(DAY).ml(778)).unwrap();
                drop(there);
                let words: String = raw(&path).query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
                assert_eq!(words, "ok");
            }
        }
    }
}

#[test]
fn a_file_that_was_moved_has_everything_and_is_fine_when_it_is_back() {
    let mut window = window(true);
    let moved = window.path().with_file_name("moved.sqlite");
    fs::rename(window.path(), &moved).unwrap();
    assert!(is_gone(&window.diary.follow().unwrap_err()));
    let alone = window.path().with_file_name("alone.sqlite");
    fs::copy(&moved, &alone).unwrap();
    assert_eq!(ml(&opened(&alone)), [100, 200], "without the log");
    fs::rename(&moved, window.path()).unwrap();
    assert!(!window.diary.follow().unwrap());
    window.log(a_drink(DAY).ml(300));
    assert_eq!(ml(&opened(&window.path())), [100, 200, 300]);
}

#[test]
fn a_folder_that_was_moved_has_everything_too() {
    let mut window = window(true);
    let folder = window.path().parent().unwrap().to_owned();
    let elsewhere = folder.with_extension("elsewhere");
    fs::rename(&folder, &elsewhere).unwrap();
    assert!(is_gone(&lost(window.refused(a_drink(DAY).ml(300)))));
    assert_eq!(ml(&opened(&elsewhere.join("diary.sqlite"))), [100, 200]);
    fs::rename(&elsewhere, &folder).unwrap();
    window.log(a_drink(DAY).ml(300));
}

#[test]
fn a_file_made_read_only_says_so_until_it_is_writable() {
    let mut window = window(true);
    set_read_only(&window.path(), true);
    let found = lost(window.refused(a_drink(DAY).ml(300)));
    assert!(matches!(found, StoreError::MadeReadOnly { .. }), "{found:?}");
    assert!(matches!(window.diary.follow(), Err(StoreError::MadeReadOnly { .. })));
    set_read_only(&window.path(), false);
    window.log(a_drink(DAY).ml(300));
    assert_eq!(ml(&window.diary), [100, 200, 300]);
}

#[test]
fn a_file_that_goes_during_the_transaction_is_not_said_to_be_saved() {
    for happens in [|path: &Path| fs::remove_file(path).unwrap(), replaced] {
        let (path, _folder) = TestDiary::new().with(a_drink(DAY)).close();
        let mut store = Store::open(&path, Access::Create).unwrap();
        let written = store.write(|tx| {
            let drink = &tx.read().all::<Drink>()?[0];
            happens(&path);
            tx.remove(drink.id, drink.changed)
        });
        assert!(written.unwrap_err().is_lost_file());
    }
}

#[test]
fn what_sqlite_and_other_windows_do_to_the_file_is_no_mishap() {
    let mut window = window(true);
    let path = window.path();
    let mut second = opened(&path);
    let checkpoint = "PRAGMA wal_checkpoint(TRUNCATE)";
    for round in 0..5 {
        raw(&path).execute_batch(checkpoint).unwrap();
        window.diary.follow().unwrap();
        second.execute(a_drink(DAY).ml(1000 + round)).unwrap();
        raw(&path).execute_batch(checkpoint).unwrap();
        window.log(a_drink(DAY).ml(2000 + round));
        raw(&path).execute_batch(checkpoint).unwrap();
        assert!(window.diary.follow().unwrap(), "{round}");
        let id = window.diary.read().all::<Drink>().unwrap()[0].id;
        window.log(DrinkCommand::Delete(id));
        assert!(!window.diary.follow().unwrap(), "{round}");
        raw(&path).execute_batch("VACUUM").unwrap();
        raw(&path).execute_batch(checkpoint).unwrap();
        assert!(window.diary.follow().unwrap(), "{round}");
    }
    // So much that SQLite writes its log into the file by itself.
    for number in 0..300 {
        window.log(a_drink(DAY).ml(1 + number));
    }
    File::options().append(true).open(&path).unwrap().set_modified(std::time::SystemTime::UNIX_EPOCH).unwrap();
    assert!(!window.diary.follow().unwrap(), "a time alone is nothing");
}

/// A diary that SQLite has not read whole: most of its pages would come from the other one.
#[test]
fn a_copy_is_never_a_mixture_of_two_diaries() {
    let mut window = TestDiary::example(90);
    let path = window.path();
    raw(&path).execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").unwrap();
    let before = Dump::through(&raw(&path));
    let mut again = opened(&path);
    again.follow().unwrap();
    let other = path.with_file_name("other.sqlite");
    let mut longer = Diary::with_seed(Store::open(&other, Access::Create).unwrap(), clock(), 9);
    drop(window.diary.execute(a_drink(DAY).ml(1)));
    again.follow().unwrap();
    longer.execute(a_drink(DAY).ml(777)).unwrap();
    drop(longer);
    fs::write(&path, fs::read(&other).unwrap()).unwrap();
    assert!(again.follow().unwrap_err().is_lost_file());
    let copy = path.with_file_name("copy.sqlite");
    match again.save_copy(&copy) {
        Ok(()) => assert!(Dump::of(&copy).ids.is_superset(&before.ids)),
        Err(error) => assert!(error.to_string().contains("cannot be read whole") && !copy.exists(), "{error}"),
    }
}

#[test]
fn a_copy_never_replaces_anything_and_says_why_there_is_none() {
    let window = TestDiary::new().with(a_drink(DAY));
    let at = |name: &str| window.path().with_file_name(name);
    fs::write(at("letter"), "Dear").unwrap();
    let words = |to: PathBuf| window.diary.save_copy(&to).unwrap_err().to_string();
    assert!(words(at("letter")).contains("something with that name is there already"));
    assert_eq!(fs::read_to_string(at("letter")).unwrap(), "Dear");
    assert!(words(window.path()).contains("something with that name is there already"));
    assert!(words(at("nowhere").join("copy")).contains("There is no folder"));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        window.diary.save_copy(&at("copy")).unwrap();
        assert_eq!(fs::metadata(at("copy")).unwrap().permissions().mode() & 0o777, 0o600);
    }
}

/// The program waits for a lock while its file is taken away.
#[cfg(target_os = "linux")]
#[test]
fn a_command_whose_file_goes_while_it_waits_says_nothing_of_logged() {
    use std::process::{Command, Stdio};
    for happens in [|path: &Path| fs::rename(path, path.with_extension("old")).unwrap(), replaced] {
        let place = Place::new();
        place.ok(&["log", "drink", "water", "250ml"]);
        let other = raw(&place.diary());
        other.execute_batch("BEGIN IMMEDIATE").unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_cramp-diary"));
        command.args(["log", "drink", "water", "500ml", "--diary"]).arg(place.diary());
        command
            .env("CRAMP_DIARY_NOW", super::cli::NOW)
            .env("CRAMP_DIARY_CONFIG", place.path("config"))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let child = command.spawn().unwrap();
        let files = PathBuf::from(format!("/proc/{}/fd", child.id()));
        let is_open = || fs::read_dir(&files).unwrap().flatten().any(|file| fs::read_link(file.path()).is_ok_and(|at| at == place.diary()));
        while !is_open() {
            std::thread::yield_now();
        }
        happens(&place.diary());
        other.execute_batch("ROLLBACK").unwrap();
        let output = child.wait_with_output().unwrap();
        let (said, words) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        assert_eq!((output.status.code(), &*said), (Some(1), ""), "{words}");
        assert!(words.contains("while it was open"), "{words}");
    }
}
