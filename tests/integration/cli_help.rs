//! What is not understood, help, no display, and an output that nobody reads.

use crate::cli::Place;
use std::io;
use std::process::{Command, Stdio};

#[test]
fn what_is_not_understood_exits_with_2() {
    let place = Place::new();
    for words in [
        "dance",
        "log",
        "log cramp",
        "log cramp --muscle calf --side left --severity bad",
        "log cramp --muscle calf --side left --severity 1 --about",
        "log cramp --muscle calf --side left --severity 1 --at 25:00",
        "log drink water",
        "log drink water much",
        "log none --night someday",
        "log stretch yoga",
        "log stretch yoga --sets 2",
        "log stretch none --minutes 3",
        "log food banana --grams 3 --portion small",
        "show --night today --day today",
        "foods rich-in magnesium --per kilo",
        "example --nights some a.sqlite",
    ] {
        let said = place.fails(2, &words.split_whitespace().collect::<Vec<_>>());
        assert!(!said.is_empty(), "{words}");
    }
}

#[test]
fn a_clock_that_cannot_be_read_exits_with_2() {
    let place = Place::at("yesterday");
    let said = place.fails(2, &["show"]);
    assert!(said.contains("CRAMP_DIARY_NOW is \"yesterday\""), "{said}");
}

#[test]
fn help_and_version_go_to_standard_output() {
    let place = Place::new();
    assert!(place.ok(&["--help"]).contains("CRAMP_DIARY_NOW"));
    assert!(place.ok(&["log", "drink", "--help"]).contains("electrolyte_drink"));
    let charts = place.ok(&["chart", "--help"]);
    assert!(charts.contains("calendar    Each night of the years") && charts.contains("relief      What was tried"), "{charts}");
    assert_eq!(place.ok(&["--version"]), format!("cramp-diary {}\n", env!("CARGO_PKG_VERSION")));
}

#[cfg(target_os = "linux")]
#[test]
fn without_a_display_one_line_names_what_works() {
    let place = Place::new();
    let said = place.refuses(&[]);
    for word in ["No display", "window", "log", "show", "chart", "foods", "advise", "example", "--help"] {
        assert!(said.contains(word), "{word}: {said}");
    }
    let empty = place.command(&[]).env("DISPLAY", "").env("WAYLAND_DISPLAY", "").assert().code(1);
    assert_eq!(String::from_utf8_lossy(&empty.get_output().stderr), said);
    assert!(!place.diary().exists());
}

#[test]
fn a_closed_pipe_is_no_error() {
    let place = Place::new();
    for arguments in [["--help"].as_slice(), &["foods", "rich-in", "zinc"], &["foods", "show", "almonds", "--json"]] {
        let (reader, writer) = io::pipe().unwrap();
        drop(reader);
        let mut command = Command::new(place.command(&[]).get_program());
        let output = command.args(arguments).stdout(Stdio::from(writer)).stderr(Stdio::piped()).output().unwrap();
        assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), b"".as_slice()), "{arguments:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_behind_the_output_is_said() {
    let place = Place::new();
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let mut command = Command::new(place.command(&[]).get_program());
    let output = command.args(["foods", "show", "almonds"]).stdout(Stdio::from(full)).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("could not be written"));
}
