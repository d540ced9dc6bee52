//! A hundred processes that log into one diary at once.

use crate::cli::{NOW, Place};
use crate::dump::rows;
use crate::support::raw;
use std::collections::BTreeSet;
use std::process::{Child, Command, Stdio};

/// The program, logging a drink of so many ml.
fn logging(place: &Place, ml: usize) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cramp-diary"));
    command
        .args(["log", "drink", "water", &format!("{ml}ml"), "--diary"])
        .arg(place.diary())
        .env("CRAMP_DIARY_NOW", NOW)
        .env("CRAMP_DIARY_CONFIG", place.path("config"));
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

/// They make the diary, too. None of them takes what another does to the file for a mishap.
#[test]
fn each_of_a_hundred_writers_has_its_row_or_says_that_the_diary_is_busy() {
    let place = Place::new();
    let children: Vec<_> = (1..=100).map(|ml| (ml, logging(&place, ml))).collect();
    let mut logged = BTreeSet::new();
    for (ml, child) in children {
        let output = child.wait_with_output().unwrap();
        let (said, words) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        match output.status.code() {
            Some(0) => {
                assert!(said.starts_with("Logged"), "{said}");
                logged.insert(format!("volume_ml=Integer({ml}) "));
            }
            Some(1) => assert!(said.is_empty() && words.contains("The diary is in use by another window or program."), "{said}{words}"),
            code => panic!("{code:?}: {words}"),
        }
    }
    let found = rows(&raw(&place.diary()), "SELECT volume_ml FROM drink");
    assert_eq!(found.len(), logged.len(), "each once");
    assert_eq!(found.into_iter().collect::<BTreeSet<_>>(), logged);
    assert!(!logged.is_empty());
    let whole: String = raw(&place.diary()).query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
    assert_eq!(whole, "ok");
}
