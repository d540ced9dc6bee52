//! What a file of `src/` must not spell: tuple patterns in parameters, `super::super::`, one name for two public types.

use super::known::SAME_NAME;
use super::tokens::{Token, behind_bracket, reads, text, tokens};
use crate::sources::{Source, sources, sources_below};
use std::collections::BTreeMap;

/// The code of each file, with its tests left out.
fn code() -> Vec<(String, Vec<Token>)> {
    let of = |source: Source| {
        let code: Vec<&str> = source.code().map(|(_, line)| line).collect();
        let tokens = tokens(&code.join("\n"));
        (source.path, tokens)
    };
    sources().into_iter().map(of).collect()
}

/// The lines and names of functions that take a parameter apart where they name it.
fn tuples_in_parameters(tokens: &[Token]) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    for at in 0..tokens.len() {
        if tokens[at].is("fn") && tokens.get(at + 1).is_some_and(Token::is_word) {
            let open = behind_generics(tokens, at + 2);
            if has_tuple(&tokens[open..behind_bracket(tokens, open)]) {
                found.push((tokens[at].line, text(tokens, at + 1)));
            }
        }
    }
    found
}

/// The index of the first token behind `<…>`, if that begins at `at`.
fn behind_generics(tokens: &[Token], at: usize) -> usize {
    let mut depth = 0_usize;
    for (index, token) in tokens.iter().enumerate().skip(at) {
        match token.text.as_str() {
            "<" => depth += 1,
            ">" => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return if token.is(">") { index + 1 } else { index };
        }
    }
    tokens.len()
}

/// Whether any of the parameters in round brackets begins with one.
fn has_tuple(parameters: &[Token]) -> bool {
    let (mut depth, mut begins) = (0_usize, false);
    for token in parameters {
        match token.text.as_str() {
            "(" if depth == 1 && begins => return true,
            "(" | "[" | "{" | "<" => depth += 1,
            ")" | "]" | "}" | ">" => depth -= 1,
            _ => {}
        }
        begins = (depth == 1 && matches!(token.text.as_str(), "(" | ",")) || (begins && matches!(token.text.as_str(), "&" | "mut"));
    }
    false
}

/// The public types that a file declares, each with its line.
fn public_types(tokens: &[Token]) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    for at in 0..tokens.len() {
        let at_name = if reads(tokens, at, &["keyed_enum", "!", "{"]) {
            Some(at + 3)
        } else if tokens[at].is("pub") {
            let keyword = if reads(tokens, at + 1, &["("]) { behind_bracket(tokens, at + 1) } else { at + 1 };
            matches!(text(tokens, keyword), "struct" | "enum" | "trait" | "type" | "union").then_some(keyword + 1)
        } else {
            None
        };
        found.extend(at_name.filter(|at| tokens.get(*at).is_some_and(Token::is_word)).map(|at| (tokens[at].line, text(tokens, at))));
    }
    found
}

#[track_caller]
fn check(what_to_do: &str, findings: &[String]) {
    assert!(findings.is_empty(), "{what_to_do}:\n{}", findings.join("\n"));
}

#[test]
fn parameters_have_names() {
    let mut findings = Vec::new();
    for (path, tokens) in code() {
        let found = tuples_in_parameters(&tokens).into_iter();
        findings.extend(found.map(|(line, name)| format!("src/{path}:{line}: fn {name}")));
    }
    check("a tuple in the parameters of a function has no names where it is called; make it a struct", &findings);
}

#[test]
fn paths_go_up_one_step() {
    let mut findings = Vec::new();
    for (path, tokens) in code() {
        let up = (0..tokens.len()).filter(|at| reads(&tokens, *at, &["super", "::", "super", "::"]));
        findings.extend(up.map(|at| format!("src/{path}:{}", tokens[at].line)));
    }
    check("`super::super::` says nothing of where that is; begin with `crate::`", &findings);
}

#[test]
fn a_public_type_has_a_name_of_its_own() {
    let mut places: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (path, tokens) in code() {
        for (line, name) in public_types(&tokens) {
            places.entry(name.to_owned()).or_default().push(format!("src/{path}:{line}"));
        }
    }
    let twice = places.into_iter().filter(|(name, places)| places.len() > 1 && !SAME_NAME.contains(&&**name));
    let findings: Vec<_> = twice.map(|(name, places)| format!("{name}: {}", places.join(", "))).collect();
    check("one name stands for several public types", &findings);
}

#[test]
fn property_tests_have_a_seed() {
    let mut findings = Vec::new();
    for folder in ["src", "tests", "benches"] {
        for Source { path, text } in sources_below(folder).into_iter().filter(|source| source.text.contains("proptest!")) {
            let tokens = tokens(&text);
            let begins = |at: &usize| reads(&tokens, *at, &["proptest", "!", "{"]);
            let is_seeded = |at: &usize| {
                let attribute = *at + 5;
                let words = &tokens[attribute.min(tokens.len())..behind_bracket(&tokens, attribute)];
                reads(&tokens, attribute, &["[", "proptest_config"]) && (0..words.len()).any(|at| reads(words, at, &["seeded", "("]))
            };
            let without = (0..tokens.len()).filter(begins).filter(|at| !is_seeded(at));
            findings.extend(without.map(|at| format!("{folder}/{path}:{}", tokens[at].line)));
        }
    }
    check("a property test begins with `#![proptest_config(seeded(cases))]`, so that it fails tomorrow as it does today", &findings);
}

#[test]
fn the_reader_of_these_shapes_sees_what_it_should() {
    for (code, expected) in [
        ("fn f((a, b): (u8, u8)) {}", "f"),
        ("fn f<T: Fn(u8) -> u8>(&mut self, t: T, &(a, b): &(u8, u8)) {}", "f"),
        ("fn f(mut self, pair: (u8, u8), g: fn(u8), h: impl Fn((u8, u8)), Wrapped(a): Wrapped) {}", ""),
        ("let f = |(a, b): (u8, u8)| a;", ""),
    ] {
        let tokens = tokens(code);
        let names: Vec<_> = tuples_in_parameters(&tokens).into_iter().map(|(_, name)| name).collect();
        assert_eq!(names.join(" "), expected, "{code}");
    }
    let declared = tokens("pub struct A; pub(super) enum B {} struct C; pub(crate) type D = A; keyed_enum! { E, \"e\" {} } pub fn f() {}");
    let names: Vec<_> = public_types(&declared).into_iter().map(|(_, name)| name).collect();
    assert_eq!(names, ["A", "B", "D", "E"]);
}
