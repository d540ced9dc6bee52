//! The guide's words: nothing is promised, and no figure is made up.

use crate::guide_data::{files, folder, standing_on};
use cramp_diary::guide::{Evidence, claims, evidence_of};
use std::{collections::BTreeSet, fs};

/// What no text of the guide may say: promises, and advice against a prescribed medicine.
const FORBIDDEN: &[&str] = &[
    "will stop your cramps",
    "will stop the cramps",
    "stops cramps",
    "will cure",
    "cures",
    "a cure for",
    "guarantee",
    "prevents cramps",
    "prevents night cramps",
    "will prevent",
    "get rid of your cramps",
    "proven to work",
    "miracle",
    "100% effective",
    "always works",
    "never fails",
    "stop taking your",
    "stop your medicine",
    "stop the medicine",
    "stop taking the medicine",
    "stop your tablets",
];

/// The first promise in a text. Whoever wants to deny one finds other words for it.
fn promise(text: &str) -> Option<&'static str> {
    let text = text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
    FORBIDDEN.iter().copied().find(|words| text.contains(words))
}

/// The numbers in a text, as they are written: "0.18", "95%", "1,000"; those of names such as K2 or B12 are none.
pub(crate) fn numbers(text: &str) -> BTreeSet<String> {
    let text = text.replace(['\u{2212}', '\u{2013}'], "-");
    let letters: Vec<char> = text.chars().collect();
    let mut numbers = BTreeSet::new();
    let mut at = 0;
    while at < letters.len() {
        let begins = letters[at].is_ascii_digit() && !(at > 0 && letters[at - 1].is_alphanumeric());
        if !begins {
            at += 1;
            continue;
        }
        let from = at;
        let goes_on = |at: usize| {
            letters[at].is_ascii_digit() || (matches!(letters[at], '.' | ',') && letters.get(at + 1).is_some_and(char::is_ascii_digit))
        };
        while at < letters.len() && goes_on(at) {
            at += 1;
        }
        numbers.insert(letters[from..at].iter().collect::<String>().replace(',', ""));
    }
    numbers
}

#[test]
fn nothing_is_promised_and_no_medicine_is_to_be_stopped() {
    assert_eq!(promise("We never promise much. Do not wait: magnesium will\ncure you."), Some("will cure"));
    // What people say is quoted to be set right.
    let claimed: Vec<&str> = claims().iter().map(|claim| claim.claimed.as_str()).collect();
    for (name, text) in files() {
        let text = claimed.iter().fold(text, |text, claim| text.replace(claim, ""));
        assert_eq!(promise(&text), None, "{name}");
    }
}

#[test]
fn every_digit_of_a_claim_stands_in_the_evidence_that_it_names() {
    for claim in claims() {
        let known: BTreeSet<String> = claim
            .evidence
            .iter()
            .flat_map(|evidence| {
                let Evidence { statement, figure, whom, .. } = evidence;
                [Some(statement), figure.as_ref(), whom.as_ref()].into_iter().flatten().flat_map(|text| numbers(text))
            })
            .collect();
        let said = numbers(&claim.found);
        let unknown: Vec<_> = said.difference(&known).collect();
        assert!(unknown.is_empty(), "{}: {unknown:?} stand in none of its evidence, which has {known:?}", claim.id);
    }
}

#[test]
fn vitamin_k2_is_told_with_its_retraction_and_without_a_figure() {
    let trial = evidence_of("k2_01").unwrap();
    let page = fs::read_to_string(folder().join("topics/vitamin-k2.md")).unwrap();
    let prose: String = page.lines().filter(|line| !line.starts_with("{{")).collect();
    let claimed = claims().iter().filter(|claim| claim.evidence.contains(&trial)).map(|claim| claim.found.as_str());
    assert_eq!(trial.figure, None);
    for words in claimed.chain([trial.statement.as_str(), &prose]) {
        assert_eq!(numbers(words), BTreeSet::new(), "{words}");
        assert!(words.contains("retracted") && ["replace", "in its place"].iter().any(|put| words.contains(put)), "{words}");
    }
    assert!(standing_on("vitamin-k2").contains(&trial));
}
