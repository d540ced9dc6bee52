//! Makes `assets/notices/notices.txt` anew: the licences of everything that is in the shipped program and is not ours.
//!
//! ```text
//! cargo run --example notices
//! ```
//!
//! In the program are the crates that `cargo tree` finds by plain dependencies, but no macros, on any system of `deny.toml`; and
//! the typefaces and the list of recovery words. Crates of `Cargo.lock` that only build or test the program are named in `left_out.txt`,
//! so that a test can hold both files against `Cargo.lock`. The texts are those in the crates, which cargo downloads where they are not
//! there yet.

use serde_json::Value;
use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    env,
    error::Error,
    fmt::Write as _,
    fs,
    path::Path,
    process::Command,
};

type Failure = Box<dyn Error>;

/// The width of the notices, in letters.
const WIDTH: usize = 76;

/// What the names of files with licences, copyrights and notices begin with, in capital letters.
const FILES: [&str; 6] = ["LICENSE", "LICENCE", "COPYING", "COPYRIGHT", "NOTICE", "UNLICENSE"];

/// What stands above the list of crates.
const HEAD: &str = "\
Cramp Diary is made with the work of many others. Here stand their names
and licences, then the texts of the licences, each below the names of what
is under it. Where licences may be chosen, one of them is chosen here.

Typefaces
  Noto Sans, Regular and Bold (crate notosans):
    Copyright 2012 Google Inc., OFL-1.1
  Material Symbols Rounded, cut to the icons in use (crate
    egui_material_icons): Copyright 2026 Google LLC, Apache-2.0

Words
  The English words of BIP-39, for recovery words: Copyright (c) 2013 Pavol
    Rusnak, MIT

Crates";

/// A crate of the program.
#[derive(Debug)]
struct Part {
    /// "name version".
    named: String,
    license: String,
    authors: Vec<String>,
    /// The texts that it carries, of which there may be none.
    texts: Vec<String>,
}

fn main() -> Result<(), Failure> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut parts = BTreeMap::new();
    for target in targets(&fs::read_to_string(root.join("deny.toml"))?) {
        let names = shipped(&cargo(root, &["tree", "-e", "normal,no-proc-macro", "--prefix", "none", "--target", &target])?);
        let metadata = cargo(root, &["metadata", "--format-version", "1", "--filter-platform", &target])?;
        for package in serde_json::from_str::<Value>(&metadata)?["packages"].as_array().into_iter().flatten() {
            let part = Part::read(package)?;
            if names.contains(&part.named) {
                parts.insert(part.named.clone(), part);
            }
        }
    }
    let folder = root.join("assets/notices");
    fs::write(folder.join("notices.txt"), notices(&parts)?)?;
    let locked = locked(&fs::read_to_string(root.join("Cargo.lock"))?);
    let left_out: Vec<_> = locked.into_iter().filter(|named| !parts.contains_key(named)).collect();
    fs::write(folder.join("left_out.txt"), format!("{}\n", left_out.join("\n")))?;
    Ok(())
}

/// The systems that `deny.toml` names.
fn targets(deny: &str) -> Vec<String> {
    let line = deny.lines().find(|line| line.starts_with("targets = ")).unwrap_or_default();
    line.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

/// What cargo prints.
fn cargo(root: &Path, arguments: &[&str]) -> Result<String, Failure> {
    let cargo = env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let output = Command::new(cargo).args(arguments).arg("--locked").current_dir(root).output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into());
    }
    Ok(String::from_utf8(output.stdout)?)
}

/// "name version" of each crate of `cargo tree` but ours, whose line names a folder.
fn shipped(tree: &str) -> BTreeSet<String> {
    let named = |line: &str| {
        let mut words = line.split(' ');
        Some(format!("{} {}", words.next()?, words.next()?.strip_prefix('v')?))
    };
    tree.lines().filter(|line| !line.contains("(/")).filter_map(named).collect()
}

/// "name version" of every package of `Cargo.lock` but ours, which has no source.
fn locked(lock: &str) -> BTreeSet<String> {
    let packages = lock.split("[[package]]").skip(1).filter(|package| package.contains("\nsource = "));
    let value = |package: &str, key: &str| {
        let line = package.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(" = "));
        line.unwrap_or_default().trim_matches('"').to_owned()
    };
    packages.map(|package| format!("{} {}", value(package, "name"), value(package, "version"))).collect()
}

impl Part {
    fn read(package: &Value) -> Result<Self, Failure> {
        let string = |key: &str| package[key].as_str().unwrap_or_default().to_owned();
        let (name, license) = (string("name"), string("license"));
        let folder = Path::new(package["manifest_path"].as_str().unwrap_or_default()).parent().ok_or("a manifest without a folder")?;
        let mut texts = texts_in(folder, &license)?;
        if name == "notosans" {
            texts.push(fs::read_to_string(folder.join("fonts/LICENSE_OFL.txt"))?);
        }
        let authors = package["authors"].as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect();
        Ok(Self { named: format!("{name} {}", string("version")), license, authors, texts })
    }
}

/// The texts in a crate's folder. Where a choice is given, those of the MIT licence alone, since it is short and names who holds
/// the copyright, or else those of the Apache licence.
fn texts_in(folder: &Path, license: &str) -> Result<Vec<String>, Failure> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().map(|name| name.to_string_lossy().to_uppercase()).unwrap_or_default();
        if path.is_file() && FILES.iter().any(|begins| name.starts_with(begins)) && !name.contains("SPDX") {
            files.insert(name, path);
        }
    }
    let is_choice = license.contains(" OR ") || license.contains('/');
    let chosen = ["MIT", "APACHE"].into_iter().find(|chosen| is_choice && files.keys().any(|name| name.contains(chosen)));
    if let Some(chosen) = chosen {
        files.retain(|name, _| name.contains(chosen) || name.starts_with("NOTICE") || name.starts_with("COPYRIGHT"));
    }
    files.values().map(|path| Ok(String::from_utf8_lossy(&fs::read(path)?).into_owned())).collect()
}

/// The whole file: the list of crates, then each text below the crates that are under it.
fn notices(parts: &BTreeMap<String, Part>) -> Result<String, Failure> {
    let common = common_texts(parts);
    let mut texts: HashMap<String, BTreeSet<&str>> = HashMap::new();
    let mut file = format!("{HEAD}\n");
    for part in parts.values() {
        writeln!(file, "  {}: {}", part.named, part.license)?;
        let own = part.texts.iter().cloned();
        let missing = if part.texts.is_empty() { Some(without_text(part, &common)?) } else { None };
        for text in own.chain(missing) {
            texts.entry(wrapped(&text)).or_default().insert(&part.named);
        }
    }
    // The Apache licence is no crate's own text, but that of the icons.
    texts.entry(wrapped(include_str!("../LICENSE-APACHE"))).or_default().insert("Material Symbols Rounded");
    texts.entry(wrapped(&format!("Copyright (c) 2013 Pavol Rusnak\n{}", mit_words()))).or_default().insert("The words of BIP-39");
    let mut texts: Vec<_> = texts.into_iter().map(|(words, crates)| (crates.into_iter().collect::<Vec<_>>().join(", "), words)).collect();
    texts.sort();
    let line = "-".repeat(WIDTH);
    for (crates, words) in texts {
        writeln!(file, "\n{line}\n{}\n\n{words}", wrapped(&crates))?;
    }
    Ok(file)
}

/// A text for each licence that some crate has alone, for crates that name it and carry no text.
fn common_texts(parts: &BTreeMap<String, Part>) -> BTreeMap<&str, &str> {
    let of_others = parts.values().filter_map(|part| Some((part.license.as_str(), part.texts.first()?.as_str())));
    of_others.chain([("MIT", mit_words()), ("Apache-2.0", include_str!("../LICENSE-APACHE"))]).collect()
}

/// The MIT licence without its title and our copyright.
fn mit_words() -> &'static str {
    include_str!("../LICENSE-MIT").split_once("developers\n").map_or("", |(_, words)| words)
}

/// The text for a crate that carries none: its authors, and the words of a licence that it names.
fn without_text(part: &Part, common: &BTreeMap<&str, &str>) -> Result<String, Failure> {
    let Part { named, license, authors, .. } = part;
    let mut choices = license.split([' ', '/']).filter(|word| common.contains_key(word)).collect::<Vec<_>>();
    choices.sort_by_key(|short| *short != "MIT");
    let short = choices.first().ok_or_else(|| format!("{named}: there is no text of {license}"))?;
    let who = if authors.is_empty() { format!("the developers of {named}") } else { authors.join(", ") };
    Ok(format!("{short}, Copyright (c) {who}\n{}", common[short]))
}

/// Lines of at most [`WIDTH`] letters, without trailing blanks, and never two empty ones in a row.
fn wrapped(text: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for line in text.replace('\r', "").replace('\t', "    ").lines().map(str::trim_end) {
        let indent = " ".repeat((line.len() - line.trim_start().len()).min(WIDTH / 3));
        let mut row = String::new();
        for word in line.split_whitespace() {
            if !row.is_empty() && indent.len() + row.chars().count() + 1 + word.chars().count() > WIDTH {
                lines.push(format!("{indent}{row}"));
                row.clear();
            }
            row.push_str(if row.is_empty() { "" } else { " " });
            row.push_str(word);
        }
        if !row.is_empty() {
            lines.push(format!("{indent}{row}"));
        } else if lines.last().is_some_and(|last| !last.is_empty()) {
            lines.push(row);
        }
    }
    lines.join("\n").trim_matches('\n').to_owned()
}
