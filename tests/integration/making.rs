//! Making a diary and bringing an older one up to date, by real processes: interrupted, several at once, and in places where none can be.

use super::cli::Place;
use super::dump::rows;
use super::support::raw;
use super::upgrade::first_format;
use std::{
    fs::{self, Permissions},
    os::unix::{fs::PermissionsExt as _, net::UnixListener, process::ExitStatusExt as _},
    path::Path,
    process::{Child, Command, Stdio},
};

const DRINK: [&str; 4] = ["log", "drink", "water", "250ml"];

fn drinks(diary: &Path) -> usize {
    rows(&raw(diary), "SELECT volume_ml FROM drink").len()
}

/// The program, started from a shell that first runs `before`. Nothing is read from or written to the terminal.
fn started(place: &Place, diary: &Path, before: &str) -> Child {
    let mut command = Command::new("sh");
    command.args(["-c", &format!("{before}; exec \"$@\""), "sh", env!("CARGO_BIN_EXE_cramp-diary")]).args(DRINK);
    command
        .env("CRAMP_DIARY_NOW", super::cli::NOW)
        .env("CRAMP_DIARY_FILE", diary)
        .env("CRAMP_DIARY_CONFIG", place.path("config"))
        .current_dir(place.path(""));
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap()
}

/// The names of the files in a folder, without the note that a diary was checked, which may be lost at any time.
fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.retain(|name| name != "diary.checked");
    names.sort_unstable();
    names
}

#[test]
fn eight_processes_make_one_diary_and_none_is_refused() {
    let place = Place::new();
    let children: Vec<_> = (0..8).map(|_| started(&place, &place.diary(), ":")).collect();
    for child in children {
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    assert_eq!(drinks(&place.diary()), 8);
    assert_eq!(names(&place.path("")), ["diary.sqlite"]);
}

#[test]
fn an_old_diary_that_four_processes_open_at_once_is_copied_once_as_it_was() {
    let (folder, path) = first_format();
    let place = Place::new();
    let children: Vec<_> = (0..4).map(|_| started(&place, &path, ":")).collect();
    for child in children {
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    assert_eq!(drinks(&path), 4);
    assert_eq!(names(folder.path()), ["diary.format-1.sqlite", "diary.sqlite"]);
    let copy = raw(&folder.path().join("diary.format-1.sqlite"));
    assert_eq!(rows(&copy, "PRAGMA user_version"), ["user_version=Integer(1) "]);
    assert_eq!(rows(&copy, "SELECT note FROM night"), ["note=Text(\"calm\") "]);
}

/// No file may grow beyond a limit, as on a full disk; by default the system kills who tries. Neither leaves what cannot be opened, at any
/// stage of making.
#[test]
fn whatever_stops_the_making_the_next_command_makes_the_diary() {
    let (mut killed, mut refused) = (0, 0);
    for blocks in (0..1000).step_by(50) {
        for before in ["", "trap '' XFSZ; "] {
            let place = Place::new();
            let output = started(&place, &place.diary(), &format!("{before}ulimit -f {blocks}")).wait_with_output().unwrap();
            let saved = usize::from(output.status.success());
            killed += usize::from(output.status.signal().is_some());
            refused += usize::from(output.status.code() == Some(1));
            if output.status.code() == Some(1) {
                assert!(place.refuses(&["show"]).contains("There is no diary at"), "{blocks} blocks");
            }
            place.ok(&DRINK);
            let logged = drinks(&place.diary());
            assert!(logged == saved + 1 || logged == 2, "{blocks} blocks: {saved} said to be saved, {logged} there after one more");
            assert_eq!(names(&place.path("")), ["diary.sqlite"], "{blocks} blocks");
        }
    }
    assert!(killed >= 3 && refused >= 3, "{killed} killed, {refused} refused");
}

/// What earlier versions left when they were killed: a header for the log, and no table.
#[test]
fn a_file_without_tables_becomes_a_diary() {
    let place = Place::new();
    raw(&place.diary()).pragma_update(None, "journal_mode", "WAL").unwrap();
    assert!(fs::metadata(place.diary()).unwrap().len() > 0);
    fs::set_permissions(place.diary(), Permissions::from_mode(0o600)).unwrap();
    assert!(place.refuses(&["show"]).contains("There is no diary at"));
    place.ok(&DRINK);
    assert_eq!(drinks(&place.diary()), 1);
}

/// A process that was stopped within its transaction, with a part of the tables in the file and the way back beside it.
#[test]
fn tables_that_were_half_made_are_taken_back() {
    let place = Place::new();
    let other = place.path("other.sqlite");
    let making = raw(&other);
    making.execute_batch("PRAGMA cache_size = 1; BEGIN").unwrap();
    making.execute_batch(include_str!("../../migrations/0001_first_diary.sql")).unwrap();
    assert!(fs::metadata(&other).unwrap().len() > 0, "a part is in the file already");
    fs::copy(&other, place.diary()).unwrap();
    fs::copy(place.path("other.sqlite-journal"), place.path("diary.sqlite-journal")).unwrap();
    drop(making);
    fs::set_permissions(place.diary(), Permissions::from_mode(0o600)).unwrap();
    assert!(place.refuses(&["show"]).contains("There is no diary at"));
    place.ok(&DRINK);
    assert_eq!(drinks(&place.diary()), 1);
}

#[test]
fn a_diary_that_was_emptied_beside_its_log_is_left_alone() {
    let place = Place::new();
    fs::write(place.diary(), "").unwrap();
    fs::write(place.path("diary.sqlite-wal"), "what was last saved").unwrap();
    for command in [DRINK.as_slice(), &["show"]] {
        let said = place.refuses(command);
        assert!(said.contains("is damaged") && said.contains("it is empty"), "{said}");
    }
    assert_eq!(fs::read_to_string(place.path("diary.sqlite-wal")).unwrap(), "what was last saved");
}

#[test]
fn a_name_that_is_too_long_is_refused_and_leaves_nothing() {
    for length in [221, 248, 255, 256, 300] {
        let place = Place::new();
        let path = place.path(&"d".repeat(length));
        let said = place.refuses(&[["--diary", path.to_str().unwrap()].as_slice(), &DRINK].concat());
        assert!(said.contains("The name of the file is too long") && said.contains("at most 220 bytes"), "{said}");
        assert_eq!(names(&place.path("")), Vec::<String>::new());
    }
    let place = Place::new();
    let path = place.path(&"d".repeat(220));
    place.ok(&[["--diary", path.to_str().unwrap()].as_slice(), &DRINK].concat());
    assert_eq!(drinks(&path), 1);
}

#[test]
fn a_pipe_a_socket_and_a_device_are_refused_at_once() {
    let place = Place::new();
    let (pipe, socket) = (place.path("pipe"), place.path("socket"));
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let _listening = UnixListener::bind(&socket).unwrap();
    for (path, what) in [(pipe.as_path(), "a pipe"), (&socket, "a socket"), (Path::new("/dev/null"), "a device")] {
        for command in [DRINK.as_slice(), &["show"]] {
            let said = place.refuses(&[["--diary", path.to_str().unwrap()].as_slice(), command].concat());
            assert!(said.contains(&format!("This is {what} and no file, so it cannot hold a diary: {}", path.display())), "{said}");
        }
    }
}

#[test]
fn a_pipe_in_the_place_of_imported_foods_keeps_nobody_from_logging() {
    let place = Place::new();
    place.ok(&DRINK);
    assert!(Command::new("mkfifo").arg(place.path("diary.foods.sqlite")).status().unwrap().success());
    place.ok(&DRINK);
    assert_eq!(drinks(&place.diary()), 2);
}
