//! The figures of a range of nights, one series a panel, a value a bar: a night, or a week in a long range.

use super::mean::moving_mean;
use super::weeks::{WEEKS_FROM, week_mean};
use super::{Bar, LEAD, MIN_NIGHTS, Mean, NightFigures, Nights, Panel, Span, Window, bars, mean};
use crate::domain::{Measure, Night, Severity};
use chrono::NaiveDate;

/// Nights of a week: by so much a mean of nights becomes a weekly rate.
const WEEK: f64 = 7.0;

/// One panel's figures, each list with an entry a bar. Where bars are weeks, cramps are cramps a week, in means too.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// What they measure.
    pub panel: Panel,
    /// The value of a night; of a week, the mean a day over what was logged of it. `None` is not logged, or too little.
    pub values: Vec<Option<f64>>,
    /// The same from supplements, for a nutrient; otherwise empty. In weeks it is a mean over other days than `values`, so that
    /// the two cannot be added.
    pub supplements: Vec<Option<f64>>,
    /// How many days stand behind each of `supplements`.
    pub supplements_logged: Vec<usize>,
    /// How many nights or days stand behind each value.
    pub logged: Vec<usize>,
    /// Mean over the logged ones of the seven nights up to the last of the bar; `None` is a gap.
    pub means_7: Vec<Option<f64>>,
    /// The same over 28 nights.
    pub means_28: Vec<Option<f64>>,
    /// Mean over the whole range.
    pub mean: Mean,
}

impl Series {
    /// Whether too little is logged for any mean.
    #[must_use]
    pub fn is_too_little(&self) -> bool {
        self.mean.logged < MIN_NIGHTS
    }
}

/// The figures of a range of nights.
#[derive(Debug, Clone, PartialEq)]
pub struct Trends {
    /// The first date.
    pub first: NaiveDate,
    /// A figure a date.
    pub nights: Vec<NightFigures>,
    /// Its bars: nights, or weeks.
    pub bars: Vec<Bar>,
    /// A series a panel, from top to bottom.
    pub series: Vec<Series>,
    /// What was taken and what held, a row each, by places of nights in the range.
    pub spans: Vec<Span>,
}

impl Trends {
    /// The night at a place in the range.
    #[must_use]
    pub fn night(&self, index: usize) -> Night {
        Night::new(self.first).plus(i64::try_from(index).unwrap_or(0))
    }

    /// Whether a bar is a week.
    #[must_use]
    pub fn is_weekly(&self) -> bool {
        self.nights.len() >= WEEKS_FROM
    }

    /// The place of the bar in which a night stands.
    #[must_use]
    pub fn bar_of(&self, night: usize) -> usize {
        self.bars.partition_point(|bar| bar.last() < night)
    }

    /// The worst severity in a bar.
    #[must_use]
    pub fn worst(&self, bar: Bar) -> Option<Severity> {
        bar.of(&self.nights).iter().filter_map(NightFigures::worst).max()
    }
}

/// Puts the dates from one to another, both included, into series. What lies outside of `known` is not logged.
#[must_use]
pub fn trends(known: Nights<'_>, (first, last): (NaiveDate, NaiveDate), panels: Vec<Panel>, spans: Vec<Span>) -> Trends {
    let count = usize::try_from((last - first).num_days()).unwrap_or(0) + 1;
    let nothing = NightFigures::default();
    let lead = i64::try_from(LEAD).unwrap_or(0);
    let dates: Vec<_> =
        known.from(Night::new(first).plus(-lead).date()).map(|night| night.unwrap_or(&nothing)).take(LEAD + count).collect();
    let bars = bars(first, count);
    Trends {
        first,
        nights: dates[LEAD..].iter().copied().cloned().collect(),
        series: panels.into_iter().map(|panel| series(panel, &dates, &bars)).collect(),
        bars,
        spans,
    }
}

/// A panel's figures; the first [`LEAD`] of `dates` lie before the bars.
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
    use super::super::made_up;
    use super::*;
    use crate::seeded::seeded;
    use proptest::prelude::*;

    proptest! {
        // The same cases each time: a test that fails must fail again. Values and means are held against the rows of a file.
        #![proptest_config(seeded(64))]
        #[test]
        fn every_night_stands_in_its_bar_with_what_is_known_of_it(nights in made_up::diary(400), from in -60_i64..300, count in 1_usize..400) {
            let known = Nights { first: NaiveDate::from_ymd_opt(2026, 3, 1).unwrap(), nights: &nights };
            let first = Night::new(known.first).plus(from).date();
            let last = Night::new(first).plus(i64::try_from(count).unwrap() - 1).date();
            let found = trends(known, (first, last), vec![Panel::new(Measure::Cramps)], Vec::new());
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
