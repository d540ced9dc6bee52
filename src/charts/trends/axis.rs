//! Labels along both axes: round values, and dates of which there are as many as fit.

use crate::charts::measure_look::MeasureLook;
use crate::charts::round_step::round_step;
use crate::domain::{Day, FactorKind, ValueKind, grouped};
use crate::insights::Panel;
use chrono::{Datelike as _, NaiveDate};

/// More labels than these never fit: they need neither words nor measuring.
const MOST_TICKS: usize = 60;

const ML_PER_LITRE: f64 = 1000.0;

/// A label on the axis of nights.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Tick {
    /// Which night, from 0.
    pub(super) night: usize,
    /// What stands there.
    pub(super) label: String,
}

/// Which dates have a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Every {
    /// Every date, with its day of the week.
    Weekday,
    /// Every second, seventh … day, as the number says; for whole weeks the Mondays.
    Days(i32),
    /// The first day of every month, or of every second, third … month, as the number says.
    Months(u32),
    /// The first of January of every year whose number can be divided by this one.
    Years(i32),
}

impl Every {
    /// From the most labels to the fewest.
    pub(super) const ALL: [Self; 12] = [
        Self::Weekday,
        Self::Days(1),
        Self::Days(2),
        Self::Days(7),
        Self::Days(14),
        Self::Months(1),
        Self::Months(2),
        Self::Months(3),
        Self::Months(6),
        Self::Years(1),
        Self::Years(2),
        Self::Years(5),
    ];

    fn shows(self, date: NaiveDate) -> bool {
        match self {
            Self::Weekday => true,
            // Day 1 of the calendar was a Monday.
            Self::Days(days) => (date.num_days_from_ce() - 1) % days == 0,
            Self::Months(months) => date.day() == 1 && date.month0().is_multiple_of(months),
            Self::Years(years) => date.ordinal() == 1 && date.year() % years == 0,
        }
    }

    /// The first label says the year too, where no other would.
    fn label(self, date: NaiveDate, is_first: bool) -> String {
        let label = match self {
            Self::Weekday => Day::new(date).label(),
            Self::Days(_) => date.format("%-d %b").to_string(),
            Self::Months(_) if date.month() == 1 => return date.year().to_string(),
            Self::Months(_) => date.format("%b").to_string(),
            Self::Years(_) => return date.year().to_string(),
        };
        if is_first { format!("{label} {}", date.year()) } else { label }
    }

    /// The labels of a range; none where there are more than could ever stand beside each other.
    pub(super) fn ticks(self, first: NaiveDate, nights: usize) -> Vec<Tick> {
        let days = first.iter_days().take(nights).enumerate().filter(|(_, date)| self.shows(*date));
        let shown: Vec<_> = days.take(MOST_TICKS + 1).collect();
        if shown.len() > MOST_TICKS {
            return Vec::new();
        }
        shown.into_iter().enumerate().map(|(count, (night, date))| Tick { night, label: self.label(date, count == 0) }).collect()
    }
}

/// The top of the value axis and two to four round labels from 0 on.
pub(super) fn value_axis(panel: &Panel, most: f64, weekly: bool) -> (f64, Vec<(f64, String)>) {
    let words = |labels: &[(f64, &str)]| labels.iter().map(|(value, label)| (*value, (*label).to_owned())).collect();
    match panel.kind {
        FactorKind::YesNo if weekly => return (1.06, words(&[(0.0, "0%"), (1.0, "100%")])),
        FactorKind::YesNo => return (1.06, words(&[(0.0, "no"), (1.0, "yes")])),
        FactorKind::Scale => return (10.6, words(&[(0.0, "0"), (5.0, "5"), (10.0, "10")])),
        FactorKind::Number => {}
    }
    let look = MeasureLook::of(panel.measure);
    let least_top = if weekly { look.least_top_of_weeks } else { look.least_top };
    let most = most.max(panel.reference.filter(|_| panel.measure.nutrient().is_some()).unwrap_or(least_top));
    // Means over weeks have halves, counts of a night have none.
    let (scale, whole) = match panel.measure.values() {
        ValueKind::Millilitres => (ML_PER_LITRE, false),
        ValueKind::Count => (1.0, !weekly),
        ValueKind::Minutes | ValueKind::Hours | ValueKind::Nutrient(_) | ValueKind::YesNo | ValueKind::ZeroToTen | ValueKind::Own => {
            (1.0, false)
        }
    };
    let step = round_step(most / scale / 3.0, whole);
    let labels = (0..=4_u8).map(|count| f64::from(count) * step).take_while(|value| *value <= most / scale);
    (most * 1.06, labels.map(|value| (value * scale, label(value, step))).collect())
}

/// A value with the digits that the step has.
fn label(value: f64, step: f64) -> String {
    if step >= 1.0 {
        return grouped(value);
    }
    if value <= 0.0 {
        return "0".to_owned();
    }
    let digits = (0..6_usize).find(|digits| (step * 10.0_f64.powf(f64::from(u8::try_from(*digits).unwrap_or(0)))).fract() < 1e-6);
    format!("{value:.*}", digits.unwrap_or(6))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Measure, Nutrient};

    fn labels(measure: Measure, most: f64) -> Vec<String> {
        let (top, values) = value_axis(&Panel::new(measure), most, false);
        assert!(top > most && values.len() >= 2, "{measure}, {most}: {values:?}");
        values.into_iter().map(|(_, label)| label).collect()
    }

    #[test]
    fn value_labels_are_round_and_reach_far_enough() {
        for (most, expected) in [(0.0, 4), (3.0, 4), (7.0, 2), (12.0, 3)] {
            assert!(labels(Measure::Cramps, most).len().abs_diff(expected) <= 1, "{most}");
        }
        assert_eq!(labels(Measure::Nutrient(Nutrient::Potassium), 3400.0), ["0", "2,000"]);
        assert_eq!(labels(Measure::Hydration, 2200.0), ["0", "1", "2"]);
        assert_eq!(labels(Measure::Hydration, 1400.0), ["0", "0.5", "1.0"]);
        assert_eq!(labels(Measure::Nutrient(Nutrient::Thiamin), 1.1), ["0", "0.5", "1.0"]);
        assert_eq!(labels(Measure::Nutrient(Nutrient::VitaminB12), 0.24), ["0", "0.5", "1.0"], "up to 1 where there is no reference");
    }

    #[test]
    fn every_kind_of_label_names_its_dates_and_the_first_its_year() {
        let first = NaiveDate::from_ymd_opt(2019, 12, 29).unwrap();
        let words = |every: Every, nights| every.ticks(first, nights).into_iter().map(|tick| tick.label).collect::<Vec<_>>();
        assert_eq!(words(Every::Weekday, 2), ["Sun 29 Dec 2019", "Mon 30 Dec"]);
        assert_eq!(words(Every::Days(7), 10), ["30 Dec 2019", "6 Jan"]);
        assert_eq!(words(Every::Months(1), 100), ["2020", "Feb", "Mar", "Apr"]);
        assert_eq!(words(Every::Months(3), 200), ["2020", "Apr", "Jul"]);
        assert_eq!(words(Every::Years(2), 2000), ["2020", "2022", "2024"]);
        assert_eq!((Every::Weekday.ticks(first, 60).len(), Every::Weekday.ticks(first, 61).len()), (60, 0));
        assert_eq!(Every::Months(1).ticks(NaiveDate::from_ymd_opt(2026, 2, 1).unwrap(), 60)[0].label, "Feb 2026");
    }
}
