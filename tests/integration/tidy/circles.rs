//! No circle of files: a file that uses what another one defines is not used by that one, on whatever way round.
//!
//! What a file uses is what it names (`names.rs`): methods are not looked up, so that an `impl` of a type may stand in a file
//! below the type's own. A `mod.rs` that only declares and re-exports is part of no circle.

use super::known::may_be_in_a_circle;
use super::names::{Edge, Names};
use crate::sources::sources;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// The files of each circle, and of circles that share a file.
fn circles(edges: &BTreeSet<Edge>) -> Vec<BTreeSet<&str>> {
    let mut next: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for edge in edges {
        next.entry(&edge.from).or_default().insert(&edge.to);
    }
    let reached: BTreeMap<&str, BTreeSet<&str>> = next.keys().map(|file| (*file, reached_from(file, &next))).collect();
    let mut found: Vec<BTreeSet<&str>> = Vec::new();
    for (file, reaches) in reached.iter().filter(|(file, reaches)| reaches.contains(*file)) {
        if !found.iter().any(|circle| circle.contains(file)) {
            let back = |other: &&&str| reached.get(**other).is_some_and(|reaches| reaches.contains(file));
            found.push(reaches.iter().filter(back).copied().collect());
        }
    }
    found
}

fn reached_from<'a>(file: &str, next: &BTreeMap<&'a str, BTreeSet<&'a str>>) -> BTreeSet<&'a str> {
    let mut reached = BTreeSet::new();
    let mut to_do: Vec<&str> = next.get(file).into_iter().flatten().copied().collect();
    while let Some(file) = to_do.pop() {
        if reached.insert(file) {
            to_do.extend(next.get(file).into_iter().flatten());
        }
    }
    reached
}

#[test]
fn files_do_not_use_each_other_in_circles() {
    let edges: BTreeSet<_> = Names::read(&sources()).edges().into_iter().filter(|edge| !may_be_in_a_circle(edge)).collect();
    let mut report = String::new();
    for circle in circles(&edges) {
        let files: Vec<_> = circle.iter().copied().collect();
        writeln!(report, "a circle of {}: {}", files.len(), files.join(", ")).unwrap();
        for Edge { from, to, line, name } in edges.iter().filter(|edge| circle.contains(&*edge.from) && circle.contains(&*edge.to)) {
            writeln!(report, "    src/{from}:{line} uses `{name}` of {to}").unwrap();
        }
    }
    assert!(report.is_empty(), "files use each other in circles; move what both need into a file below them:\n{report}");
}

#[test]
fn circles_are_found_however_long_they_are() {
    let of = |pairs: &[(&str, &str)]| {
        let edge = |(from, to): &(&str, &str)| Edge { from: (*from).to_owned(), to: (*to).to_owned(), line: 1, name: String::new() };
        let edges = pairs.iter().map(edge).collect();
        circles(&edges).into_iter().map(|circle| circle.into_iter().collect::<String>()).collect::<Vec<_>>()
    };
    assert_eq!(of(&[("a", "b"), ("b", "c"), ("a", "c")]), Vec::<String>::new());
    assert_eq!(of(&[("a", "b"), ("b", "a"), ("c", "a")]), ["ab"]);
    assert_eq!(of(&[("a", "b"), ("b", "c"), ("c", "a"), ("x", "y"), ("y", "x"), ("c", "x")]), ["abc", "xy"]);
}
