//! The rows of the Figures tab that are about sleep and severity, in their words.

use super::support::{a_cramp, day};
use cramp_diary::{
    domain::{Cramp, Measure, NightAnswer},
    insights::{NightFigures, NightSlice, summary},
};

fn free() -> NightFigures {
    NightFigures { answer: Some(NightAnswer::NoCramps), ..NightFigures::default() }
}

/// A night with these cramps of severity 5, each of which woke the person or did not.
fn waking(woke: &[Option<bool>]) -> NightFigures {
    let cramps = woke.iter().map(|woke_me| Cramp { woke_me: *woke_me, ..a_cramp("2026-11-19").record() }).collect();
    NightFigures { answer: Some(NightAnswer::HadCramps), cramps, ..NightFigures::default() }
}

fn disturbed(value: u8, figures: NightFigures) -> NightFigures {
    figures.with(Measure::SleepDisturbed, f64::from(value))
}

/// Value and detail of the rows with these words in their label.
fn rows(label: &str, nights: &[NightFigures]) -> Vec<(String, String)> {
    let rows = summary(NightSlice { first: day("2026-11-02").date(), nights }).rows();
    rows.into_iter().filter(|row| row.label.contains(label)).map(|row| (row.value, row.detail)).collect()
}

#[track_caller]
fn check(label: &str, nights: &[NightFigures], expected: &[(&str, &str)]) {
    let found = rows(label, nights);
    assert_eq!(found.iter().map(|(value, detail)| (value.as_str(), detail.as_str())).collect::<Vec<_>>(), expected);
}

#[test]
fn how_many_nights_sleep_was_broken_is_said_of_those_of_which_it_is_known() {
    let free = || vec![free(); 6];
    check("Sleep", &free(), &[("0 of 6 nights", "")]);
    check("Sleep", &[free(), vec![waking(&[Some(true)])]].concat(), &[("1 of 7 nights", "")]);
    check("Sleep", &[free(), vec![waking(&[])]].concat(), &[("0 of 6 nights", "not said of 1 night")]);
    let two = [free(), vec![waking(&[Some(true)]), waking(&[Some(false), None]), waking(&[])]].concat();
    check("Sleep", &two, &[("1 of 7 nights", "not said of 2 nights")]);
    // Dates that nobody logged are no nights of which it was not said.
    check("Sleep", &[free(), vec![NightFigures::default(); 3]].concat(), &[("0 of 6 nights", "")]);
    check("Sleep", &[waking(&[]), waking(&[None])], &[]);
}

#[test]
fn how_much_sleep_was_disturbed_has_a_row_once_it_was_said_and_a_mean_from_seven_nights_on() {
    let said = |count: usize| vec![disturbed(4, waking(&[Some(true)])); count];
    let row = |count: usize| rows("Sleep disturbed", &said(count)).pop();
    let words = |value: &str, detail: &str| Some((value.to_owned(), detail.to_owned()));
    assert_eq!(rows("Sleep disturbed", &vec![free(); 7]), []);
    assert_eq!(row(1), words("not enough nights yet", "said of 1 night; a mean needs 7"));
    assert_eq!(row(6), words("not enough nights yet", "said of 6 nights; a mean needs 7"));
    assert_eq!(row(7), words("mean 4.0 of 10", "over 7 nights of which it was said"));
}

#[test]
fn one_severity_is_no_range() {
    let cramps = |severities: &[u8]| {
        let cramps = severities.iter().map(|severity| a_cramp("2026-11-19").severity(*severity).record()).collect();
        vec![NightFigures { answer: Some(NightAnswer::HadCramps), cramps, ..NightFigures::default() }]
    };
    check("Severity", &cramps(&[5, 5]), &[("5", "2 cramps; 1 of 7 logged nights needed for a median")]);
    check("Severity", &cramps(&[6, 5]), &[("5 to 6", "2 cramps; 1 of 7 logged nights needed for a median")]);
}
