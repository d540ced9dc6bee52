//! The figures of a range of nights: one series per panel, one value per bar. A bar is a night, or from 180 nights on a week.

use super::mean::moving_mean;
use super::weeks::{WEEKS_FROM, week_mean};
use super::{Bar, LEAD, MIN_NIGHTS, Mean, NightFigures, NightSlice, Panel, Span, Window, bars, mean};
use crate::domain::{Measure, Night, NightRange, Severity};
use chrono::NaiveDate;

/// The number of nights in a week, 7: a mean per night times this is a weekly rate.
const WEEK: f64 = 7.0;

/// The figures of one panel of the trends chart. Every `Vec` has one entry per bar, but those of supplements are empty for a
/// measure that is no nutrient. With weekly bars, values and means of [`Measure::Cramps`] are cramps per week; all others are daily means.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// What the series measures.
    pub panel: Panel,
    /// Daily value, or weekly mean per logged day. `None`: not logged, or fewer than [`MIN_IN_WEEK`](super::MIN_IN_WEEK) logged days.
    pub values: Vec<Option<f64>>,
    /// The amount from supplements, where the panel shows a nutrient: per day, or as a weekly mean. Empty for other measures. The
    /// weekly mean is over other days than that of `values`, so that the two cannot be added.
    pub supplements: Vec<Option<f64>>,
    /// The number of logged days behind each of `supplements`.
    pub supplements_logged: Vec<usize>,
    /// The number of logged nights or days behind each of `values`.
    pub logged: Vec<usize>,
    /// Mean over the logged nights among the 7 that end with the last night of the bar. `None` with fewer than 4 of them, or fewer
    /// than [`MIN_NIGHTS`] in the whole range.
    pub means_7: Vec<Option<f64>>,
    /// Mean over the logged nights among the 28 that end with the last night of the bar. `None` with fewer than 14 of them, or fewer
    /// than [`MIN_NIGHTS`] in the whole range.
    pub means_28: Vec<Option<f64>>,
    /// Mean over the whole range, per night or day; per week for [`Measure::Cramps`] where bars are weeks.
    pub mean: Mean,
}

impl Series {
    /// Whether fewer than [`MIN_NIGHTS`] (7) nights or days of the range are logged, too few for any mean.
    #[must_use]
    pub fn is_too_little(&self) -> bool {
        self.mean.logged < MIN_NIGHTS
    }
}

/// The figures of a range of nights, for the trends chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Trends {
    /// The first date of the range.
    pub first: NaiveDate,
    /// The figures of each date, from `first` on, without gaps.
    pub nights: Vec<NightFigures>,
    /// The bars of the range in order: one per night, or from 180 nights on one per week.
    pub bars: Vec<Bar>,
    /// One series per panel, from top to bottom.
    pub series: Vec<Series>,
    /// One row per medicine, supplement, pregnancy or breastfeeding of the range. A run of dates is given as indices into `nights`.
    pub spans: Vec<Span>,
}

impl Trends {
    /// The night with this index in the range, counted from 0. An index beyond the end gives a night after the range.
    #[must_use]
    pub fn night(&self, index: usize) -> Night {
        Night::new(self.first).plus(i64::try_from(index).unwrap_or(0))
    }

    /// Whether bars are weeks rather than nights: from 180 nights on.
    #[must_use]
    pub fn is_weekly(&self) -> bool {
        self.nights.len() >= WEEKS_FROM
    }

    /// The index in `bars` of the bar that covers the night with index `night`. Returns the number of bars for a night after the
    /// range.
    #[must_use]
    pub fn bar_of(&self, night: usize) -> usize {
        self.bars.partition_point(|bar| bar.last() < night)
    }

    /// The worst severity among the cramps described in a bar; `None` if none is.
    #[must_use]
    pub fn worst(&self, bar: Bar) -> Option<Severity> {
        bar.of(&self.nights).iter().filter_map(NightFigures::worst).max()
    }
}

/// The figures of `range`, with one [`Series`] per panel in the order of `panels`.
///
/// `known` is what was read of the diary, the [`LEAD`] (27) nights before the range included, which the first moving means reach back
/// to. A night outside of `known` counts as not logged. `spans` are handed on as they are.
#[must_use]
pub fn trends(known: NightSlice<'_>, range: NightRange, panels: Vec<Panel>, spans: Vec<Span>) -> Trends {
    let (first, count) = (range.first.date(), range.nights());
    let nothing = NightFigures::default();
    let lead = i64::try_from(LEAD).unwrap_or(0);
    let dates: Vec<_> =
        known.endless_from(range.first.plus(-lead).date()).map(|night| night.unwrap_or(&nothing)).take(LEAD + count).collect();
    let bars = bars(first, count);
    Trends {
        first,
        nights: dates[LEAD..].iter().copied().cloned().collect(),
        series: panels.into_iter().map(|panel| series(panel, &dates, &bars)).collect(),
        bars,
        spans,
    }
}

/// The figures of a panel. The first [`LEAD`] (27) of `dates` lie before the first bar.
fn series(panel: Panel, dates: &[&NightFigures], bars: &[Bar]) -> Series {
    let measure = panel.measure;
    let counted: Vec<_> = dates.iter().map(|night| night.counted(measure)).collect();
    let (range, mean) = (&counted[LEAD..], mean(&counted[LEAD..]));
    let weekly = range.len() >= WEEKS_FROM;
    let enough = mean.logged >= MIN_NIGHTS;
    let rate = if weekly && measure == Measure::Cramps { WEEK } else { 1.0 };
    let a_week = |value: Option<f64>| value.map(|value| value * rate);
    let moving = |window| -> Vec<_> {
        let means = moving_mean(&counted, window);
        bars.iter().map(|bar| a_week(means[LEAD + bar.last()].filter(|_| enough))).collect()
    };
    let gathered = |nights: &[Option<f64>], enough| -> Vec<_> {
        bars.iter().map(|bar| if weekly { a_week(week_mean(bar.of(nights)).filter(|_| enough)) } else { nights[bar.from] }).collect()
    };
    let logged = |nights: &[Option<f64>]| -> Vec<_> { bars.iter().map(|bar| bar.of(nights).iter().flatten().count()).collect() };
    let taken = |nutrient| -> Vec<_> { dates[LEAD..].iter().map(|night| night.nutrient(nutrient).supplements).collect() };
    let taken = measure.nutrient().map(taken);
    let supplements = taken.iter().flat_map(|taken| gathered(taken, taken.iter().flatten().count() >= MIN_NIGHTS)).collect();
    let supplements_logged = taken.iter().flat_map(|taken| logged(taken)).collect();
    // An incomplete day is shown, but stands in no mean.
    let shown: Vec<_> = dates[LEAD..].iter().map(|night| night.value(measure)).collect();
    Series {
        values: if weekly { gathered(range, enough) } else { shown },
        supplements,
        supplements_logged,
        logged: logged(range),
        means_7: moving(Window::SHORT),
        means_28: moving(Window::LONG),
        mean: Mean { value: a_week(mean.value), ..mean },
        panel,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insights::made_up;
    use crate::seeded::seeded;
    use proptest::prelude::*;

    proptest! {
        // The same cases each time: a test that fails must fail again. Values and means are held against the rows of a file.
        #![proptest_config(seeded(64))]
        #[test]
        fn every_night_stands_in_its_bar_with_what_is_known_of_it(nights in made_up::diary(400), from in -60_i64..300, count in 1_usize..400) {
            let known = NightSlice { first: NaiveDate::from_ymd_opt(2026, 3, 1).unwrap(), nights: &nights };
            let first = Night::new(known.first).plus(from).date();
            let last = Night::new(first).plus(i64::try_from(count).unwrap() - 1).date();
            let found = trends(known, NightRange::of_dates(first, last), vec![Panel::new(Measure::Cramps)], Vec::new());
            let at = |place: i64| usize::try_from(from + place).ok().and_then(|place| nights.get(place)).cloned().unwrap_or_default();
            let range: Vec<_> = (0..).take(count).map(at).collect();
            prop_assert_eq!(&found.nights, &range);
            for (place, bar) in found.bars.iter().enumerate() {
                let severities = (bar.from..=bar.last()).flat_map(|night| &range[night].cramps).map(|cramp| cramp.severity);
                prop_assert_eq!(found.worst(*bar), severities.max());
                prop_assert!((bar.from..=bar.last()).all(|night| found.bar_of(night) == place));
            }
            prop_assert_eq!(found.is_weekly(), found.bars.len() < count);
        }
    }
}
