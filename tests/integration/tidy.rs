//! The house rules that no compiler checks, by reading `src/`.
//!
//! ARCHITECTURE.md says why each module must not know the others.

mod circles;
mod known;
mod names;
mod reached;
mod shapes;
mod tokens;

use super::sources::{Source, names, of_ours, sources};
use std::fmt::Write as _;

/// A module, and which of ours it may name.
const ARROWS: &[(&str, &[&str])] = &[
    ("charts", &["domain", "insights", "whole_file", "wording"]),
    (
        "cli",
        &[
            "charts",
            "clock",
            "diary",
            "domain",
            "exchange",
            "guide",
            "insights",
            "jobs",
            "machine",
            "nutrition",
            "sealed",
            "store",
            "whole_file",
            "wording",
        ],
    ),
    ("clock", &[]),
    ("diary", &["clock", "domain", "guide", "insights", "machine", "nutrition", "sealed", "store", "wording"]),
    ("domain", &[]),
    ("exchange", &["domain", "jobs", "sealed", "store", "whole_file"]),
    ("guide", &["domain"]),
    ("insights", &["domain"]),
    ("jobs", &[]),
    ("machine", &["domain"]),
    ("nutrition", &["domain", "insights"]),
    ("sealed", &["domain"]),
    ("store", &["domain", "sealed"]),
    (
        "ui",
        &[
            "charts",
            "clock",
            "diary",
            "domain",
            "exchange",
            "guide",
            "insights",
            "jobs",
            "machine",
            "nutrition",
            "sealed",
            "store",
            "wording",
        ],
    ),
    ("whole_file", &[]),
    ("wording", &["domain", "insights"]),
];

/// Modules that are there for tests alone, of any module.
const FOR_TESTS: [&str; 1] = ["seeded"];

/// A crate, and the only places that may name it.
const CRATES: &[(&str, &[&str])] = &[
    ("aead_stream", &["sealed/"]),
    ("argon2", &["sealed/"]),
    ("chacha20poly1305", &["sealed/"]),
    ("clap", &["cli/", "main.rs"]),
    ("eframe", &["ui/"]),
    ("egui", &["ui/"]),
    ("egui_material_icons", &["ui/"]),
    ("getrandom", &["sealed/"]),
    ("plotters", &["charts/", "ui/plot_backend.rs"]),
    ("plotters_backend", &["charts/", "ui/plot_backend.rs"]),
    ("pulldown_cmark", &["guide/page.rs"]),
    ("rfd", &["ui/place.rs"]),
    ("rusqlite", &["store/"]),
    ("signal_hook", &["ui/signals.rs"]),
    ("zeroize", &["sealed/"]),
    ("zip", &["exchange/"]),
];

/// What reads the wall clock, which only `clock.rs` may.
const CLOCKS: &[&str] = &["Local::now", "Utc::now", "SystemTime::now", "Instant::now", "Local::today", "Utc::today"];

/// What belongs to one person's machine.
const MACHINE_PATHS: &[&str] = &["/home/", "/tmp/", "/var/", "/Users/", "C:\\"];

/// What must not stay.
const UNFINISHED: &[&str] = &["todo!", "dbg!", "unimplemented!", "TODO", "FIXME", "XXX"];

const MOST_LINES: usize = 400;

/// Fails with every finding, each with its file, line and rule.
#[track_caller]
fn check(findings: impl Iterator<Item = (String, usize, String)>) {
    let mut report = String::new();
    for (path, line, rule) in findings {
        writeln!(report, "src/{path}:{line}: {rule}").unwrap();
    }
    assert!(report.is_empty(), "the house rules of ARCHITECTURE.md are broken:\n{report}");
}

/// Findings of a rule that looks at one line of code.
fn by_line(rule: impl Fn(&Source, &str) -> Option<String>) -> impl Iterator<Item = (String, usize, String)> {
    let found = |source: &Source| {
        let hits = source.code().filter_map(|(number, line)| Some((source.path.clone(), number, rule(source, line)?)));
        hits.collect::<Vec<_>>()
    };
    sources().iter().flat_map(found).collect::<Vec<_>>().into_iter()
}

#[test]
fn modules_know_only_what_they_may() {
    let mut findings = Vec::new();
    for source in sources() {
        let Some(module) = source.module().filter(|module| !FOR_TESTS.contains(module)) else { continue };
        let Some((_, may)) = ARROWS.iter().find(|(name, _)| *name == module) else {
            findings.push((
                source.path.clone(),
                1,
                format!("`{module}` is new: say in ARROWS of tests/integration/tidy.rs what it may use"),
            ));
            continue;
        };
        for (number, other) in of_ours(&source) {
            let is_module = ARROWS.iter().any(|(name, _)| *name == other);
            if is_module && other != module && !may.contains(&other.as_str()) {
                findings.push((source.path.clone(), number, format!("`{module}` must not use `{other}`; it may use {may:?}")));
            }
        }
    }
    check(findings.into_iter());
}

#[test]
fn crates_are_named_only_where_they_belong() {
    check(by_line(|source, line| {
        let (name, places) =
            CRATES.iter().find(|(name, places)| names(line, name) && !places.iter().any(|place| source.path.starts_with(place)))?;
        Some(format!("`{name}` belongs in {places:?} only"))
    }));
}

#[test]
fn one_file_paints_text_edits() {
    check(by_line(|source, line| {
        let named = line.contains("TextEdit::") && source.path != "ui/widgets/text_field/edit.rs";
        named.then(|| "a text edit belongs in ui/widgets/text_field/edit.rs, which notes each visit to one".to_owned())
    }));
}

#[test]
fn only_the_clock_reads_the_clock() {
    check(by_line(|source, line| {
        let read = CLOCKS.iter().find(|read| line.contains(**read) && source.path != "clock.rs")?;
        Some(format!("`{read}` belongs in clock.rs only; take a Clock"))
    }));
}

#[test]
fn files_are_short_and_say_first_what_they_are() {
    let findings = sources().into_iter().flat_map(|Source { path, text }| {
        let lines = text.lines().count();
        let long = (lines > MOST_LINES)
            .then(|| (path.clone(), lines, format!("{lines} lines, of at most {MOST_LINES}: look for the second noun")));
        let silent = (!text.starts_with("//! ")).then(|| (path.clone(), 1, "begins without `//!` to say what it is".to_owned()));
        [long, silent].into_iter().flatten()
    });
    check(findings);
}

#[test]
fn nothing_is_unfinished_or_tied_to_one_machine() {
    let findings = sources().into_iter().flat_map(|Source { path, text }| {
        let words = UNFINISHED.iter().chain(MACHINE_PATHS);
        let hits = words.flat_map(|word| {
            let lines = text.lines().enumerate().filter(|(_, line)| line.contains(word));
            lines.map(|(index, _)| (path.clone(), index + 1, format!("contains `{word}`"))).collect::<Vec<_>>()
        });
        hits.collect::<Vec<_>>()
    });
    check(findings);
}
