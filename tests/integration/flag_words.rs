//! The words of the red flags: plain, with a place to turn to that fits, and for each urgency at which a rule may fire.

use crate::{guide_data::table, guide_trust::grade};
use cramp_diary::guide::help;
use std::collections::{BTreeMap, BTreeSet};

/// What is said to do, by urgency.
const ACTS: [&str; 4] = ["act_now", "act_same_day", "act_within_days", "act_next_visit"];

/// What people read of a row.
const READ: [&str; 7] = ["when", "act_now", "act_same_day", "act_within_days", "act_next_visit", "safety", "tell"];

/// A pharmacist is no place for these: somebody has to look at the person.
const NOT_FOR_A_PHARMACIST: [&str; 8] = ["rf01", "rf26", "rf35", "rf38", "rf47", "rf51", "rf64", "rf78"];

/// Rules with ways of several urgencies.
const SEVERAL: [(&str, &str); 20] = [
    ("rf23", "act_now act_same_day"),
    ("rf36", "act_now act_same_day"),
    ("rf38", "act_now act_same_day"),
    ("rf39", "act_same_day act_within_days"),
    ("rf48", "act_same_day act_within_days"),
    ("rf49", "act_same_day act_within_days"),
    ("rf56", "act_now act_same_day act_within_days"),
    ("rf66", "act_now act_same_day"),
    ("rf68", "act_same_day act_within_days"),
    ("rf70", "act_within_days act_next_visit"),
    ("rf73", "act_within_days act_next_visit"),
    ("rf75", "act_now act_same_day"),
    ("rf77", "act_now act_same_day"),
    ("rf79", "act_within_days act_next_visit"),
    ("rf84", "act_same_day act_within_days"),
    ("rf85", "act_now act_same_day"),
    ("rf86", "act_now act_same_day"),
    ("rf87", "act_now act_same_day act_within_days"),
    ("rf88", "act_now act_within_days"),
    ("rf90", "act_now act_same_day"),
];

fn words(row: &BTreeMap<String, String>) -> String {
    READ.iter().map(|column| row[*column].as_str()).filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
}

#[test]
fn each_urgency_of_a_rule_says_what_to_do_and_no_other_does() {
    for row in table("red_flags.csv") {
        let usual = format!("act_{}", row["urgency"]);
        let several = SEVERAL.iter().find(|(id, _)| *id == row["id"]).map_or(usual.as_str(), |(_, acts)| acts);
        let filled: BTreeSet<_> = ACTS.into_iter().filter(|act| !row[*act].is_empty()).collect();
        assert_eq!(filled, several.split(' ').collect(), "{}", row["id"]);
    }
}

#[test]
fn nobody_is_sent_to_a_pharmacist_with_what_has_to_be_looked_at_and_no_gap_stays() {
    let help = help::numbers(None);
    for row in table("red_flags.csv") {
        let (id, words) = (row["id"].as_str(), words(&row));
        assert!(!NOT_FOR_A_PHARMACIST.contains(&id) || !words.contains("{pharmacist}"), "{id}");
        assert!(!help.fill(&words).contains(['{', '}']), "{id}: {words}");
        for column in READ.into_iter().filter(|column| !row[*column].is_empty()) {
            assert!(row[column].ends_with('.') && !row["title"].ends_with('.'), "{id}, {column}");
        }
    }
}

#[test]
fn the_red_flags_read_as_plain_english() {
    let help = help::numbers(None);
    let mut whole = Vec::new();
    for row in table("red_flags.csv") {
        let words = help.fill(&words(&row));
        assert!(grade(&words) <= 9.0, "{}: grade {:.1}", row["id"], grade(&words));
        whole.push(words);
    }
    let grade = grade(&whole.join("\n\n"));
    assert!((4.0..=7.0).contains(&grade), "grade {grade:.1}");
}
