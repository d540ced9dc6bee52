//! A chart of each kind over the last nights of a diary.

use super::support::TestDiary;
use cramp_diary::{
    charts::{BarsSpec, BeforeSpec, BodySpec, CalendarSpec, ChartSpec, ReliefSpec, TrendsSpec},
    diary::LookBack,
    domain::Measure,
};

/// Every kind of chart with its name, over the last `nights` nights.
pub(crate) fn charts(test: &TestDiary, look_back: &LookBack, nights: usize) -> Vec<(&'static str, ChartSpec)> {
    let last = look_back.latest_night();
    let first = last.plus(1 - i64::try_from(nights).unwrap()).date();
    let range = look_back.within(first, last.date());
    let every: Vec<_> = Measure::all().chain(look_back.factors().iter().map(|factor| Measure::Own(factor.id))).collect();
    let with_cramps = range.logged().filter(|(_, figures)| figures.had_cramps() == Some(true)).last();
    let before = with_cramps.map(|(night, _)| ChartSpec::Before(BeforeSpec::new(&test.diary.before(night).unwrap())));
    let mut charts = vec![
        ("trends", ChartSpec::Trends(TrendsSpec::new(look_back.trends(first, last.date())))),
        ("every-panel", ChartSpec::Trends(TrendsSpec::new(look_back.trends_of(&every, first, last.date())))),
        ("calendar", ChartSpec::Calendar(CalendarSpec::new(range))),
        ("body", ChartSpec::Body(BodySpec::new(range))),
        ("hours", ChartSpec::Bars(BarsSpec::hours(range, look_back.rules()))),
        ("weekdays", ChartSpec::Bars(BarsSpec::weekdays(range))),
        ("months", ChartSpec::Bars(BarsSpec::months(range))),
        ("durations", ChartSpec::Bars(BarsSpec::durations(range))),
        ("severities", ChartSpec::Bars(BarsSpec::severities(range))),
        ("relief", ChartSpec::Relief(ReliefSpec::new(range))),
    ];
    charts.extend(before.map(|chart| ("before", chart)));
    charts
}
