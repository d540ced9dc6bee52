//! Reading the code, for the rules of `tidy`.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// A source file, with its path below the folder that was read.
pub(crate) struct Source {
    pub(crate) path: String,
    pub(crate) text: String,
}

/// The files of `src/`.
pub(crate) fn sources() -> Vec<Source> {
    sources_below("src")
}

/// The files of a folder of the package.
pub(crate) fn sources_below(folder: &str) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut found = Vec::new();
    collect(&root, &mut found);
    found.sort_unstable();
    let below = |path: &Path| path.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
    found.iter().map(|path| Source { path: below(path), text: fs::read_to_string(path).unwrap() }).collect()
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

impl Source {
    /// The module at the top that it belongs to; nothing for `lib.rs` and `main.rs`.
    pub(crate) fn module(&self) -> Option<&str> {
        let top = self.path.split('/').next()?.trim_end_matches(".rs");
        (!matches!(top, "lib" | "main")).then_some(top)
    }

    /// Numbered lines up to the tests at the end, without comments.
    pub(crate) fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let code = self.text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        code.lines().enumerate().map(|(index, line)| (index + 1, without_comment(line)))
    }
}

/// The line up to `//`, unless that stands in a string, as in an address.
fn without_comment(line: &str) -> &str {
    let comment = line.match_indices("//").find(|(at, _)| line[..*at].matches('"').count().is_multiple_of(2));
    comment.map_or(line, |(at, _)| &line[..at])
}

/// Whether `word` stands in `line` as a path of its own, followed by `::` or ending a `use`.
pub(crate) fn names(line: &str, word: &str) -> bool {
    let part_of_word = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(word).any(|(at, _)| {
        let (before, after) = (&line[..at], &line[at + word.len()..]);
        !before.ends_with(part_of_word)
            && !before.ends_with('.')
            && (after.starts_with("::") || (is_use(before) && !after.starts_with(part_of_word)))
    })
}

fn is_use(before: &str) -> bool {
    matches!(before.trim(), "use" | "pub use" | "pub(crate) use" | "extern crate")
}

/// Modules of ours that a text names as `crate::x`, `cramp_diary::x` or inside `crate::{…}`, by line.
pub(crate) fn of_ours(source: &Source) -> Vec<(usize, String)> {
    let code: Vec<_> = source.code().collect();
    let mut found = Vec::new();
    for (index, (number, line)) in code.iter().enumerate() {
        for root in ["crate::", "cramp_diary::"] {
            for (at, _) in line.match_indices(root) {
                let rest = &line[at + root.len()..];
                if let Some(first) = rest.strip_prefix('{') {
                    let later = code[index + 1..].iter().map(|(_, line)| *line);
                    found.extend(group(first, later).into_iter().map(|module| (*number, module)));
                } else {
                    found.push((*number, rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()));
                }
            }
        }
    }
    found
}

/// The first words of the paths in a `{…}` that may go on over several lines.
fn group<'a>(first: &'a str, later: impl Iterator<Item = &'a str>) -> Vec<String> {
    let (mut depth, mut word, mut words, mut in_path) = (1, String::new(), Vec::new(), false);
    for c in std::iter::once(first).chain(later).flat_map(|line| line.chars().chain(['\n'])) {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 1 && (c.is_alphanumeric() || c == '_') && !in_path {
            word.push(c);
        } else {
            in_path = in_path && c != ',' || c == ':';
            words.extend((!word.is_empty()).then(|| std::mem::take(&mut word)));
        }
        if depth == 0 {
            break;
        }
    }
    words
}

#[test]
fn the_reader_of_these_rules_sees_what_it_should() {
    let source = |text: &str| Source { path: "ui/app.rs".to_owned(), text: text.to_owned() };
    let ours = |text: &str| of_ours(&source(text)).into_iter().map(|(line, module)| format!("{line} {module}")).collect::<Vec<_>>();
    assert_eq!(ours("//! crate::cli\nuse crate::store::Store; // crate::ui\nlet a = crate::cli::run();"), ["2 store", "3 cli"]);
    assert_eq!(
        ours("use crate::{\n    cli::{log, show},\n    domain::Day,\n    store,\n};\nuse crate::diary;"),
        ["1 cli", "1 domain", "1 store", "6 diary"]
    );
    assert_eq!(ours("fn a() {}\n#[cfg(test)]\nmod tests {\n    use crate::cli;\n}"), Vec::<String>::new());
    for (line, word, expected) in [
        ("use egui::Ui;", "egui", true),
        ("    ui: &mut egui::Ui,", "egui", true),
        ("use eframe::egui;", "egui", false),
        ("use egui as e;", "egui", true),
        ("let egui = 1;", "egui", false),
        ("use my_egui::Ui;", "egui", false),
        ("use rusqlite_migration::M;", "rusqlite", false),
    ] {
        assert_eq!(names(line, word), expected, "{word} in {line}");
    }
    assert_eq!(without_comment(r#"let a = "https://b"; // c"#), r#"let a = "https://b"; "#);
}
