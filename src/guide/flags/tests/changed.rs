//! Checks the tables of rows: each number and each alternative of a rule is changed or left out in turn, and a row must notice.
//!
//! Rules that a function reckons have no parts to change here.

use super::rows::{Case, cases};
use crate::domain::SignKind;
use crate::guide::flags::every_rule;
use crate::guide::flags::medicines::Medicines;
use crate::guide::flags::pattern::{Near, Pattern, Rule, Way};
use crate::guide::flags::sign_filter::{SignFilter, WhichCourse, WhichSide};
use crate::guide::flags::state::State;
use crate::guide::flags::{Urgency, red_flag};

/// Changes that change nothing, each with the reason.
const CHANGE_NOTHING: [(&str, &[&str], &str); 15] = [
    ("rf01", &["near 91", "without swelling"], "no sign is read that is older than 90 days, and a swelling fires alone"),
    ("rf04", &["within 30"], LOOK_BACK),
    ("rf06", &["near 29", "within 30"], LOOK_BACK),
    ("rf10", &["any cramp"], "with some medicines any cramp counts"),
    ("rf28", &["near 0"], "the sign that is new is one of the three"),
    ("rf36", &["course All of headache"], "a headache that is not known is more urgent"),
    ("rf39", &["near 29"], LOOK_BACK),
    ("rf41", &["within 29"], LOOK_BACK),
    ("rf48", &["within 8"], LOOK_BACK),
    ("rf59", &["without tremor"], "a tremor fires alone"),
    ("rf64", &["near 15"], LOOK_BACK),
    ("rf67", &["within 15"], LOOK_BACK),
    ("rf70", &["near 29"], LOOK_BACK),
    ("rf75", &["course All of sight_change"], "a change of sight that is not known is more urgent"),
    ("rf77", &["near 29"], LOOK_BACK),
];

/// Why a longer window changes nothing.
const LOOK_BACK: &str = "the rule looks no farther back";

/// A part of a rule that differs, and in what.
struct Changed<T> {
    what: String,
    part: T,
}

impl<T> Changed<T> {
    fn new(what: impl Into<String>, part: T) -> Self {
        Self { what: what.into(), part }
    }

    fn map<U>(self, make: impl FnOnce(T) -> U) -> Changed<U> {
        Changed { what: self.what, part: make(self.part) }
    }
}

/// Makes a reference that lives as long as the tables of rules do.
fn kept<T>(part: T) -> &'static T {
    Box::leak(Box::new(part))
}

/// The list without each of its elements in turn, and with each of them changed.
fn of_list<T: Copy>(list: &'static [T], changes: impl Fn(&'static T) -> Vec<Changed<T>>) -> Vec<Changed<&'static [T]>> {
    let with = |at: usize, instead: &[T]| -> &'static [T] { kept([&list[..at], instead, &list[at + 1..]].concat()) };
    let of_one = |(at, one): (usize, &'static T)| {
        let others = changes(one).into_iter().map(move |changed| changed.map(|other| with(at, &[other]))).collect::<Vec<_>>();
        std::iter::once(Changed::new(format!("without part {at}"), with(at, &[]))).chain(others).collect::<Vec<_>>()
    };
    list.iter().enumerate().flat_map(of_one).collect()
}

/// The number one lower and one higher.
fn of_number(what: &str, number: i64) -> Vec<Changed<i64>> {
    let near = [number - 1, number.saturating_add(1)];
    near.into_iter().filter(|near| *near != number && *near >= 0).map(|near| Changed::new(format!("{what} {near}"), near)).collect()
}

fn of_words(what: &str, words: &'static [&'static str]) -> Vec<Changed<&'static [&'static str]>> {
    let named = |(at, word): (usize, &&str)| {
        let rest: &'static Vec<_> = kept([&words[..at], &words[at + 1..]].concat());
        Changed::new(format!("without {what} {word}"), rest.as_slice())
    };
    words.iter().enumerate().map(named).collect()
}

fn of_medicines(of: Medicines) -> Vec<Changed<Medicines>> {
    // A group without a word is that of every medicine.
    let classes = of_words("class", of.classes).into_iter().map(|changed| changed.map(|classes| Medicines { classes, ..of }));
    let names = of_words("name", of.names).into_iter().map(|changed| changed.map(|names| Medicines { names, ..of }));
    let but = of_words("exception", of.but).into_iter().map(|changed| changed.map(|but| Medicines { but, ..of }));
    classes.chain(names).chain(but).collect()
}

fn of_filter(filter: SignFilter) -> Vec<Changed<SignFilter>> {
    let less = |(at, kind): (usize, &SignKind)| {
        let kinds: &'static [SignKind] = kept([&filter.kinds[..at], &filter.kinds[at + 1..]].concat());
        Changed::new(format!("without {}", kind.key()), SignFilter { kinds, ..filter })
    };
    let mut changed: Vec<_> = filter.kinds.iter().enumerate().map(less).collect();
    let mut add = |what: &str, part: SignFilter| changed.push(Changed::new(format!("{what} of {}", filter.kinds[0].key()), part));
    if filter.side != WhichSide::Any {
        for side in [WhichSide::Any, WhichSide::Both, WhichSide::One, WhichSide::NotBoth, WhichSide::NotOne] {
            if side != filter.side {
                add(&format!("side {side:?}"), SignFilter { side, ..filter });
            }
        }
    }
    let courses = match filter.known {
        WhichCourse::Counts => vec![WhichCourse::All],
        _ => vec![WhichCourse::Counts, WhichCourse::All],
    };
    for known in courses.into_iter().filter(|known| *known != filter.known) {
        add(&format!("course {known:?}"), SignFilter { known, ..filter });
    }
    if filter.not_sore {
        add("sore", SignFilter { not_sore: false, ..filter });
    }
    changed
}

fn of_state(state: &State) -> Vec<Changed<State>> {
    match state {
        State::All(states) => of_list(states, of_state).into_iter().map(|changed| changed.map(State::All)).collect(),
        State::Either(states) => of_list(states, of_state).into_iter().map(|changed| changed.map(State::Either)).collect(),
        State::Not(state) => of_state(state).into_iter().map(|changed| changed.map(|state| State::Not(kept(state)))).collect(),
        State::PregnantFor { least, most } => {
            let least_changed = of_number("least", *least).into_iter().filter(|_| *least > 0);
            let least_changed = least_changed.map(|changed| changed.map(|least| State::PregnantFor { least, most: *most }));
            let most_changed = of_number("most", *most).into_iter().filter(|_| *most < i64::MAX);
            least_changed.chain(most_changed.map(|changed| changed.map(|most| State::PregnantFor { least: *least, most }))).collect()
        }
        State::AfterPregnancy { least, most } => {
            let least_changed = of_number("least", *least).into_iter().filter(|_| *least > 0);
            let least_changed = least_changed.map(|changed| changed.map(|least| State::AfterPregnancy { least, most: *most }));
            let most_changed = of_number("most", *most).into_iter();
            least_changed.chain(most_changed.map(|changed| changed.map(|most| State::AfterPregnancy { least: *least, most }))).collect()
        }
        State::AgeAtLeast(age) => [age - 1, age + 1].map(|age| Changed::new(format!("age {age}"), State::AgeAtLeast(age))).into(),
        State::Has(conditions) => of_list(conditions, |_| Vec::new()).into_iter().map(|changed| changed.map(State::Has)).collect(),
        State::Took { of, after } => {
            let groups = of_medicines(*of).into_iter().map(|changed| changed.map(|of| State::Took { of, after: *after }));
            let days = of_number("after", *after).into_iter().map(|changed| changed.map(|after| State::Took { of: *of, after }));
            groups.chain(days.filter(|_| *after > 0)).collect()
        }
        State::BegunWithin(of, days) => {
            let groups = of_medicines(*of).into_iter().map(|changed| changed.map(|of| State::BegunWithin(of, *days)));
            groups.chain(of_number("begun", *days).into_iter().map(|changed| changed.map(|days| State::BegunWithin(*of, days)))).collect()
        }
        State::TakenFor(of, days) => {
            let groups = of_medicines(*of).into_iter().map(|changed| changed.map(|of| State::TakenFor(of, *days)));
            groups.chain(of_number("taken", *days).into_iter().map(|changed| changed.map(|days| State::TakenFor(*of, days)))).collect()
        }
        State::HardEffort(before) => of_number("effort", *before).into_iter().map(|changed| changed.map(State::HardEffort)).collect(),
        State::EffortOrHeat(before) => of_number("heat", *before).into_iter().map(|changed| changed.map(State::EffortOrHeat)).collect(),
        State::Tonic(before) => of_number("tonic", *before).into_iter().map(|changed| changed.map(State::Tonic)).collect(),
        State::Logged { signs, days, within } => {
            let kinds = of_list(signs, |_| Vec::new()).into_iter();
            let kinds = kinds.map(|changed| changed.map(|signs| State::Logged { signs, days: *days, within: *within }));
            let counts =
                [days - 1, days + 1].map(|days| Changed::new(format!("days {days}"), State::Logged { signs, days, within: *within }));
            let windows = of_number("within", *within).into_iter();
            kinds.chain(counts).chain(windows.map(|changed| changed.map(|within| State::Logged { signs, days: *days, within }))).collect()
        }
        State::HasProduct(held) => of_list(held, |_| Vec::new()).into_iter().map(|changed| changed.map(State::HasProduct)).collect(),
        State::Pregnant | State::Child | State::NoHardKnot | State::TwoRaisePotassium | State::DrankMuch => Vec::new(),
    }
}

fn of_near(near: Near) -> Vec<Changed<Near>> {
    let days = |days: i64, make: fn(i64) -> Near| of_number("near", days).into_iter().map(move |changed| changed.map(make));
    let plain = |days: i64| Changed::new("near on any side, before or after", Near::Days(days));
    match near {
        Near::Days(most) => days(most, Near::Days).collect(),
        Near::SameLeg(most) => days(most, Near::SameLeg).chain([plain(most)]).collect(),
        Near::Follows(most) => days(most, Near::Follows).chain([plain(most)]).collect(),
        Near::OtherSign(most) => days(most, Near::OtherSign).chain([plain(most)]).collect(),
    }
}

/// The changes to a pattern of "at least so many, within so many days".
fn of_counted(least: usize, within: i64, of: &'static Pattern, make: fn(usize, i64, &'static Pattern) -> Pattern) -> Vec<Changed<Pattern>> {
    let counts = [least - 1, least + 1].map(|least| Changed::new(format!("least {least}"), make(least, within, of)));
    let windows = of_number("within", within).into_iter().map(|changed| changed.map(|within| make(least, within, of)));
    let inner = of_pattern(of).into_iter().map(|changed| changed.map(|of| make(least, within, kept(of))));
    counts.into_iter().chain(windows).chain(inner).collect()
}

fn of_pattern(pattern: &'static Pattern) -> Vec<Changed<Pattern>> {
    match pattern {
        Pattern::Sign(filter) => of_filter(*filter).into_iter().map(|changed| changed.map(Pattern::Sign)).collect(),
        Pattern::OnDays { least, within, of } => of_counted(*least, *within, of, |least, within, of| Pattern::OnDays { least, within, of }),
        Pattern::Kinds { least, within, of } => of_counted(*least, *within, of, |least, within, of| Pattern::Kinds { least, within, of }),
        Pattern::KindsOfOneLeg { least, within, of } => {
            let any_leg = Changed::new("of either leg", Pattern::Kinds { least: *least, within: *within, of });
            let counted = of_counted(*least, *within, of, |least, within, of| Pattern::KindsOfOneLeg { least, within, of });
            counted.into_iter().chain([any_leg]).collect()
        }
        Pattern::Apart(days, of) => {
            let numbers = of_number("apart", *days).into_iter().map(|changed| changed.map(|days| Pattern::Apart(days, of)));
            numbers.chain(of_pattern(of).into_iter().map(|changed| changed.map(|of| Pattern::Apart(*days, kept(of))))).collect()
        }
        Pattern::InARow(days, of) => {
            let numbers = of_number("in a row", *days).into_iter().map(|changed| changed.map(|days| Pattern::InARow(days, of)));
            numbers.chain(of_pattern(of).into_iter().map(|changed| changed.map(|of| Pattern::InARow(*days, kept(of))))).collect()
        }
        Pattern::Cramp(_) | Pattern::Beside(_) => {
            vec![Changed::new("any cramp", Pattern::Cramp(|_| true)), Changed::new("no cramp", Pattern::Cramp(|_| false))]
        }
        Pattern::Any(patterns) => of_list(patterns, of_pattern).into_iter().map(|changed| changed.map(Pattern::Any)).collect(),
        Pattern::Together(near, patterns) => {
            let nearness = of_near(*near).into_iter().map(|changed| changed.map(|near| Pattern::Together(near, patterns)));
            nearness
                .chain(of_list(patterns, of_pattern).into_iter().map(|changed| changed.map(|of| Pattern::Together(*near, of))))
                .collect()
        }
        Pattern::Given(state, of) => {
            let states = of_state(state).into_iter().map(|changed| changed.map(|state| Pattern::Given(state, of)));
            let inner = of_pattern(of).into_iter().map(|changed| changed.map(|of| Pattern::Given(*state, kept(of))));
            std::iter::once(Changed::new("whatever the state", **of)).chain(states).chain(inner).collect()
        }
        // What is taken out is what another rule is about, and is changed there.
        Pattern::Without(of, but) => {
            let inner = of_pattern(of).into_iter().map(|changed| changed.map(|of| Pattern::Without(kept(of), but)));
            std::iter::once(Changed::new("without the exception", **of)).chain(inner).collect()
        }
        Pattern::Reckoned(_) => Vec::new(),
    }
}

fn of_way(usual: Urgency, way: &'static Way) -> Vec<Changed<Way>> {
    let other = |urgency: &Urgency| *urgency != way.urgency.unwrap_or(usual);
    let urgencies = Urgency::ALL.iter().copied().filter(other);
    let urgencies = urgencies.map(|urgency| Changed::new(format!("{urgency:?}"), Way { urgency: Some(urgency), ..*way }));
    urgencies.chain(of_pattern(&way.pattern).into_iter().map(|changed| changed.map(|pattern| Way { pattern, ..*way }))).collect()
}

/// The rules that differ from the rule in one part.
fn changes(rule: &'static Rule) -> Vec<Changed<Rule>> {
    let usual = red_flag(rule.id).unwrap().urgency;
    of_list(rule.ways, |way| of_way(usual, way)).into_iter().map(|changed| changed.map(|ways| Rule { id: rule.id, ways })).collect()
}

/// Whether no row notices the change.
fn goes_unnoticed(changed: &Rule, cases: &[Case]) -> bool {
    cases.iter().all(|case| case.holds(changed))
}

#[test]
fn a_row_notices_each_change_of_a_rule() {
    let cases = cases();
    let mut count = 0;
    let mut unnoticed = Vec::new();
    for rule in every_rule() {
        for changed in changes(rule) {
            count += 1;
            let is_nothing = CHANGE_NOTHING.iter().any(|nothing| nothing.0 == rule.id && nothing.1.contains(&changed.what.as_str()));
            if !is_nothing && goes_unnoticed(&changed.part, &cases[rule.id]) {
                unnoticed.push(format!("{}: {}", rule.id, changed.what));
            }
        }
    }
    assert!(count > 1000, "only {count} changes");
    assert!(unnoticed.is_empty(), "{} of {count} changes:\n{}", unnoticed.len(), unnoticed.join("\n"));
}
