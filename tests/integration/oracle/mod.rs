//! A second, plain implementation of every figure of looking back, over the rows of the file.
//!
//! It is written in SQL where the program walks over nights, shares no code with `src/insights`, and is held against the program
//! on the example diary and on made-up diaries: gaps, years of nothing, one night alone, two cramps at the same minute, nights in
//! which the clocks changed. Each figure has a name, which a failure says.

mod counts;
pub(crate) mod made_up;
mod on_the_command_line;
mod panels;
mod rates;
mod rows;
mod slow;
mod student;
mod summary;
mod tables;

use super::plain::Plain;
use super::support::{TestDiary, raw};
use chrono::{Days, NaiveDate};
use cramp_diary::diary::LookBack;
use cramp_diary::insights::NightSlice;
use rows::Rows;

/// Figures by name; nothing where none may be shown.
type Figures = Vec<(String, Option<f64>)>;

/// Checks that the same figures have the same values.
#[track_caller]
fn check(found: &Figures, expected: &Figures, what: &str) {
    let names = |figures: &Figures| figures.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
    assert_eq!(names(found), names(expected), "{what}: not the same figures");
    for ((name, found), (_, expected)) in found.iter().zip(expected) {
        let same = match (found, expected) {
            (None, None) => true,
            (Some(found), Some(expected)) => (found - expected).abs() < 1e-6 * expected.abs().max(1.0),
            _ => false,
        };
        assert!(same, "{what}: {name} is {found:?} instead of {expected:?}");
    }
}

fn named(figures: &[(&str, Option<f64>)]) -> Figures {
    figures.iter().map(|(name, value)| ((*name).to_owned(), *value)).collect()
}

#[expect(clippy::cast_precision_loss, clippy::unnecessary_wraps, reason = "a count is a figure that is always known")]
fn counted(count: usize) -> Option<f64> {
    Some(count as f64)
}

/// Ranges that end with the latest night: so many nights, or all that were read.
fn ranges(look_back: &LookBack) -> Vec<NightSlice<'_>> {
    let last = look_back.latest_night().date();
    let within = |nights: u64| look_back.within(last - Days::new(nights - 1), last);
    [1, 6, 7, 14, 28, 90, 366].map(within).into_iter().chain([look_back.nights()]).collect()
}

fn last_of(nights: NightSlice<'_>) -> NaiveDate {
    nights.night(nights.len() - 1).date()
}

/// Holds everything of a diary against its rows.
fn check_diary(test: &TestDiary, what: &str) {
    let look_back = test.diary.whole_look_back().unwrap();
    let file = raw(test.diary.path());
    for nights in ranges(&look_back) {
        let rows = Rows::new(&file, nights.first, last_of(nights));
        let what = format!("{what}, {} nights up to {}", nights.len(), last_of(nights));
        summary::check_summary(nights, &rows, &what);
        counts::check_counts(nights, look_back.rules(), &rows, &what);
        tables::check_tables(nights, look_back.rules(), &rows, &what);
    }
    summary::check_comparisons(&look_back, &file, what);
    let plain = Plain::of(&file);
    tables::check_trends(&look_back, &plain, what);
    panels::check_panels(&look_back, (&file, &plain), what);
}

#[test]
fn every_figure_of_the_example_equals_the_plain_one() {
    check_diary(&TestDiary::example(400), "the example");
}

#[test]
fn every_figure_of_an_empty_diary_is_nothing() {
    check_diary(&TestDiary::new(), "an empty diary");
}
