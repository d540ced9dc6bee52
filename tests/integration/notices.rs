//! The licences of what is in the program: none is missing, and none is of something that is gone.

use std::collections::BTreeSet;

const NOTICES: &str = include_str!("../../assets/notices/notices.txt");
const LEFT_OUT: &str = include_str!("../../assets/notices/left_out.txt");
const LOCK: &str = include_str!("../../Cargo.lock");

/// "name version" of every crate of `Cargo.lock` but ours.
fn locked() -> BTreeSet<String> {
    let value = |package: &str, key: &str| {
        let line = package.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(" = "));
        line.unwrap_or_default().trim_matches('"').to_owned()
    };
    let crates = LOCK.split("[[package]]").skip(1).filter(|package| package.contains("\nsource = "));
    crates.map(|package| format!("{} {}", value(package, "name"), value(package, "version"))).collect()
}

/// "name version" of every crate in the list above the texts.
fn listed() -> BTreeSet<String> {
    let (_, list) = NOTICES.split_once("\nCrates\n").unwrap();
    list.lines().map_while(|line| Some(line.strip_prefix("  ")?.split_once(':')?.0.to_owned())).collect()
}

#[test]
fn every_crate_of_the_lock_file_has_a_notice_or_is_left_out() {
    let left_out: BTreeSet<_> = LEFT_OUT.lines().map(str::to_owned).collect();
    let known: BTreeSet<_> = listed().union(&left_out).cloned().collect();
    let missing: Vec<_> = locked().difference(&known).cloned().collect();
    let gone: Vec<_> = known.difference(&locked()).cloned().collect();
    assert!(missing.is_empty() && gone.is_empty(), "`just notices` makes them anew: without a notice {missing:?}, gone {gone:?}");
    assert!(listed().is_disjoint(&left_out));
}

#[test]
fn what_the_program_is_made_of_is_not_left_out() {
    let names: BTreeSet<_> = listed().iter().map(|part| part.split(' ').next().unwrap().to_owned()).collect();
    let manifest = include_str!("../../Cargo.toml");
    let (_, dependencies) = manifest.split_once("\n[dependencies]\n").unwrap();
    for name in dependencies.lines().map_while(|line| line.split_once(" = ").map(|(name, _)| name)) {
        assert!(names.contains(name), "{name} is a dependency, so it is in the program");
    }
}

#[test]
fn every_crate_stands_above_a_text_and_typefaces_have_theirs() {
    let (_, texts) = NOTICES.split_once("\n----------").unwrap();
    let flat = texts.split_whitespace().collect::<Vec<_>>().join(" ");
    for part in listed() {
        assert!(flat.contains(&part), "{part} has no text");
    }
    for words in ["SIL OPEN FONT LICENSE Version 1.1", "Apache License Version 2.0, January 2004"] {
        assert!(flat.contains(words), "{words}");
    }
}
