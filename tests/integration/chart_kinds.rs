//! A chart of each kind over the last nights of a diary.

use super::support::TestDiary;
use cramp_diary::{
    charts::{BeforeSpec, ChartKind, ChartSpec, TrendsSpec},
    diary::LookBack,
    domain::Measure,
};

/// Every kind of chart with its name, over the last `nights` nights. "every-panel" has a panel for each measure of which a value is
/// known, or for every measure where none is.
pub(crate) fn charts(test: &TestDiary, look_back: &LookBack, nights: usize) -> Vec<(&'static str, ChartSpec)> {
    let last = look_back.latest_night();
    let first = last.plus(1 - i64::try_from(nights).unwrap()).date();
    let range = look_back.within(first, last.date());
    let every: Vec<_> = Measure::all().chain(look_back.factors().iter().map(|factor| Measure::Own(factor.id))).collect();
    let known: Vec<_> =
        every.iter().copied().filter(|measure| range.iter().any(|(_, figures)| figures.value(*measure).is_some())).collect();
    let every = if known.is_empty() { every } else { known };
    let with_cramps = range.logged().filter(|(_, figures)| figures.had_cramps() == Some(true)).last();
    let before = with_cramps.map(|(night, _)| ChartSpec::Before(BeforeSpec::new(&test.diary.before(night).unwrap())));
    let mut charts = vec![
        ("trends", ChartSpec::Trends(TrendsSpec::new(look_back.trends(first, last.date())))),
        ("every-panel", ChartSpec::Trends(TrendsSpec::new(look_back.trends_of(&every, first, last.date())))),
    ];
    charts.extend(ChartKind::ALL.map(|kind| (kind.key(), ChartSpec::of(kind, range, look_back.rules()))));
    charts.extend(before.map(|chart| ("before", chart)));
    charts
}
