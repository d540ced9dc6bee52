//! The tables of rows: which diaries fire a rule, and which nearest ones do not.
//!
//! A row is `rf02 now: breathless|chest_pain!dizziness, swelling.left 7!8`. Each `|` makes one diary for each alternative, and each
//! of them fires the rule with just this urgency. Each `!` makes one with what stands behind it, and that fires it less urgently or
//! not at all. A row with "-" for the urgency does not fire. A row that fires has nothing that could be left out, but for what stands
//! in brackets.

use super::diary::SmallDiary;
use super::item::{Item, items};
use crate::guide::flags::pattern::Rule;
use crate::guide::flags::{Flag, Urgency, every_rule, red_flags};
use std::collections::{BTreeMap, BTreeSet};

const TABLES: [&str; 7] = [
    include_str!("rows/legs.txt"),
    include_str!("rows/nerves.txt"),
    include_str!("rows/body.txt"),
    include_str!("rows/head.txt"),
    include_str!("rows/salts.txt"),
    include_str!("rows/medicines.txt"),
    include_str!("rows/weeks.txt"),
];

/// One diary of a row.
pub(super) struct Case {
    /// The words of the diary.
    pub words: String,
    /// The urgency of the row; `None` if it fires nothing.
    pub urgency: Option<Urgency>,
    /// Whether the diary fires the rule with the urgency of the row. Otherwise it is one of the nearest that do not.
    pub fires: bool,
    /// What the diary holds, without what stands in brackets.
    pub needed: Vec<Item>,
    /// What stands in brackets: things in spite of which it fires.
    pub beside: Vec<Item>,
    pub diary: SmallDiary,
}

impl Case {
    fn new(words: String, urgency: Option<Urgency>, fires: bool) -> Self {
        let (beside, needed): (Vec<&str>, Vec<&str>) = words.split(',').map(str::trim).partition(|thing| thing.starts_with('('));
        let needed: Vec<_> = needed.into_iter().flat_map(items).collect();
        let beside: Vec<_> = beside.into_iter().flat_map(|thing| items(thing.trim_matches(['(', ')']))).collect();
        let diary = SmallDiary::of(needed.iter().chain(&beside));
        Self { words, urgency, fires, needed, beside, diary }
    }

    /// Whether the rule does with the diary what the row says.
    pub(super) fn holds(&self, rule: &Rule) -> bool {
        let fired = urgency_of(rule, &self.diary);
        if self.fires { fired == self.urgency } else { self.is_less(fired) }
    }

    /// Whether this is less urgent than the row says.
    fn is_less(&self, fired: Option<Urgency>) -> bool {
        fired.is_none() || self.urgency.is_some_and(|urgency| fired < Some(urgency))
    }
}

/// The urgency with which the rule fires when its signs are new. Returns `None` if it does not fire.
fn urgency_of(rule: &Rule, diary: &SmallDiary) -> Option<Urgency> {
    diary.seen(|diary| Flag::of(rule, diary)).map(|flag| flag.fired)
}

/// The diaries of every row, by the id of the rule.
pub(super) fn cases() -> BTreeMap<&'static str, Vec<Case>> {
    let mut cases: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for line in TABLES.into_iter().flat_map(str::lines).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let (head, things) = line.split_once(": ").unwrap_or_else(|| panic!("{line}"));
        let (id, urgency) = head.split_once(' ').unwrap_or_else(|| panic!("{line}"));
        let urgency = (urgency != "-").then(|| urgency.parse().unwrap());
        let of_rule = cases.entry(id).or_default();
        of_rule.extend(firing(things).into_iter().map(|words| Case::new(words, urgency, urgency.is_some())));
        of_rule.extend(nearest(things).into_iter().map(|words| Case::new(words, urgency, false)));
    }
    cases
}

/// What stands between spaces and commas: the alternatives, and the nearest that do not fire.
fn parts(word: &str) -> (Vec<&str>, Vec<&str>) {
    let (bare, _) = split_comma(word);
    let mut parts = bare.split('!');
    (parts.next().unwrap_or_default().split('|').collect(), parts.collect())
}

fn split_comma(word: &str) -> (&str, &str) {
    word.strip_suffix(',').map_or((word, ""), |bare| (bare, ","))
}

/// The diaries with one of the alternatives of each word.
fn firing(things: &str) -> Vec<String> {
    things.split(' ').fold(vec![String::new()], |begun, word| {
        let (alternatives, _) = parts(word);
        let comma = split_comma(word).1;
        begun.iter().flat_map(|begun| alternatives.iter().map(move |one| format!("{begun} {one}{comma}"))).collect()
    })
}

/// For each word, the diaries with one of the nearest that do not fire in its place, and the first alternative in all others.
fn nearest(things: &str) -> Vec<String> {
    let words: Vec<_> = things.split(' ').collect();
    let with = |at: usize, instead: &str| {
        let word = |(place, word): (usize, &&str)| {
            let chosen = if place == at { instead.to_owned() } else { parts(word).0.swap_remove(0).to_owned() };
            format!("{chosen}{}", split_comma(word).1)
        };
        words.iter().enumerate().map(word).collect::<Vec<_>>().join(" ")
    };
    let of_word = |(at, word): (usize, &&str)| parts(word).1.into_iter().map(|instead| with(at, instead)).collect::<Vec<_>>();
    words.iter().enumerate().flat_map(of_word).collect()
}

/// The rule with this id.
pub(super) fn rule(id: &str) -> &'static Rule {
    every_rule().find(|rule| rule.id == id).unwrap_or_else(|| panic!("{id}"))
}

#[test]
fn each_row_fires_its_rule_and_the_nearest_diary_does_not() {
    let mut wrong = Vec::new();
    for (id, cases) in cases() {
        for case in &cases {
            let fired = urgency_of(rule(id), &case.diary);
            if !case.holds(rule(id)) {
                wrong.push(format!(
                    "{id} is {fired:?}, not {} {:?}: {}",
                    if case.fires { "just" } else { "below" },
                    case.urgency,
                    case.words
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of the rows:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn a_row_that_fires_has_nothing_that_could_be_left_out() {
    let mut wrong = Vec::new();
    for (id, cases) in cases() {
        for case in cases.iter().filter(|case| case.fires) {
            for (left_out, item) in case.needed.iter().enumerate() {
                let rest = case.needed[..left_out].iter().chain(&case.needed[left_out + 1..]).chain(&case.beside);
                if !case.is_less(urgency_of(rule(id), &SmallDiary::of(rest))) {
                    wrong.push(format!("{id} fires for {} without {item:?}", case.words));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} of the rows:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_red_flag_has_one_rule_and_rows_that_fire_and_that_do_not() {
    let mut ruled: Vec<_> = every_rule().map(|rule| rule.id).collect();
    ruled.sort_unstable();
    assert_eq!(ruled, red_flags().iter().map(|flag| flag.id.as_str()).collect::<Vec<_>>());
    let tested = cases();
    let one_of_each = |cases: &Vec<Case>| cases.iter().any(|case| case.fires) && cases.iter().any(|case| !case.fires);
    let lacking: BTreeSet<_> = ruled.into_iter().filter(|id| !tested.get(id).is_some_and(one_of_each)).collect();
    assert_eq!(lacking, BTreeSet::new());
}
