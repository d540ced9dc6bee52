//! That everything is reached: each file from the program, each command from the window and the command line.

use super::check;
use crate::sources::{Source, sources};

/// Nouns that can be commanded in the window alone.
const IN_THE_WINDOW_ALONE: [&str; 2] = ["DayCommand", "KitchenCommand"];

/// The file that must declare a module, and the name of the module; `None` for the roots of the crates.
fn declared_in(path: &str) -> Option<(String, String)> {
    let module = path.strip_suffix("/mod.rs").or_else(|| path.strip_suffix(".rs"))?;
    let (folder, name) = module.rsplit_once('/').unwrap_or(("", module));
    let parent = if folder.is_empty() { "lib.rs".to_owned() } else { format!("{folder}/mod.rs") };
    (!["lib.rs", "main.rs"].contains(&path)).then(|| (parent, name.to_owned()))
}

#[test]
fn every_file_is_declared_by_its_folder() {
    let sources = sources();
    let has_mod = |text: &str, name: &str| text.lines().any(|line| line.ends_with(&format!("mod {name};")));
    check(sources.iter().filter_map(|Source { path, .. }| {
        let (parent, name) = declared_in(path)?;
        let by_path = format!("#[path = \"{name}.rs\"]");
        let declared =
            sources.iter().any(|source| source.text.contains(&by_path) || (source.path == parent && has_mod(&source.text, &name)));
        (!declared).then(|| (path.clone(), 1, format!("no `mod {name};` in src/{parent}: it is no part of the program")))
    }));
}

/// The commands of a file, each with its line and its noun: (21, `DrinkCommand`, `Log`).
fn commands(source: &Source) -> Vec<(usize, String, String)> {
    let (mut found, mut noun) = (Vec::new(), None);
    for (number, line) in source.code() {
        if let Some(name) = line.strip_prefix("pub enum ").and_then(|rest| rest.strip_suffix("Command {")) {
            noun = Some(format!("{name}Command"));
        } else if line == "}" {
            noun = None;
        } else if let (Some(noun), Some(rest)) = (&noun, line.strip_prefix("    "))
            && rest.starts_with(char::is_uppercase)
        {
            found.push((number, noun.clone(), rest.chars().take_while(|c| c.is_alphanumeric()).collect()));
        }
    }
    found
}

#[test]
fn every_command_can_be_given_in_the_window_and_every_noun_on_the_command_line() {
    let sources = sources();
    let named = |folder: &str, words: &str| {
        let part_of_word = |rest: &str| rest.starts_with(|c: char| c.is_alphanumeric() || c == '_');
        let in_line = |line: &str| line.match_indices(words).any(|(at, _)| !part_of_word(&line[at + words.len()..]));
        sources.iter().filter(|source| source.path.starts_with(folder)).any(|source| source.code().any(|(_, line)| in_line(line)))
    };
    let mut count = 0;
    let mut findings = Vec::new();
    for source in sources.iter().filter(|source| source.path.starts_with("diary/commands/")) {
        for (line, noun, command) in commands(source) {
            count += 1;
            let words = format!("{noun}::{command}");
            if !named("ui/", &words) {
                findings.push((source.path.clone(), line, format!("no screen makes `{words}`")));
            }
            if !IN_THE_WINDOW_ALONE.contains(&noun.as_str()) && !named("cli/", &noun) {
                findings.push((source.path.clone(), line, format!("nothing in cli/ makes `{noun}`")));
            }
        }
    }
    assert!(count > 40, "{count} commands");
    check(findings.into_iter());
}
