//! The medicines, supplements, pregnancies and times of breastfeeding of a range of nights, one row each.

use crate::domain::NightRange;
use chrono::NaiveDate;
use std::ops::RangeInclusive;

/// What a row below the panels of the trends chart shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SpanKind {
    /// Pregnancy, as the profile says.
    Pregnancy,
    /// Breastfeeding, as the profile says.
    Breastfeeding,
    /// A medicine, from its first day to its last.
    Medicine,
    /// A supplement, on the days on which it was logged.
    Supplement,
}

impl SpanKind {
    /// Whether the row shows something that is taken: a medicine or a supplement.
    #[must_use]
    pub fn is_taken(self) -> bool {
        match self {
            Self::Medicine | Self::Supplement => true,
            Self::Pregnancy | Self::Breastfeeding => false,
        }
    }
}

/// A row below the panels of the trends chart: a medicine, a supplement, pregnancy or breastfeeding, and its dates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// What the row shows.
    pub kind: SpanKind,
    /// The name of the medicine, supplement or stage of life.
    pub name: String,
    /// Runs of consecutive dates, in order and at least one. Dates are counted from 0, the first of the range; both ends belong to a
    /// run.
    pub runs: Vec<RangeInclusive<usize>>,
}

impl Span {
    /// A row over a range of nights; `None` when it touches none of them.
    ///
    /// `periods` are periods of dates in order, with both ends included; an open end reaches beyond the range.
    #[must_use]
    pub fn new(
        kind: SpanKind,
        name: &str,
        range: NightRange,
        periods: impl IntoIterator<Item = (Option<NaiveDate>, Option<NaiveDate>)>,
    ) -> Option<Self> {
        let last = i64::try_from(range.nights()).ok()?.checked_sub(1)?;
        let place = |date: NaiveDate| (date - range.first.date()).num_days();
        let mut runs: Vec<RangeInclusive<usize>> = Vec::new();
        for (from, until) in periods {
            let (from, until) = (from.map_or(0, place).max(0), until.map_or(last, place).min(last));
            let (Ok(from), Ok(until)) = (usize::try_from(from), usize::try_from(until)) else { continue };
            if from > until {
                continue;
            }
            match runs.last_mut() {
                Some(run) if from <= run.end() + 1 => *run = *run.start()..=until.max(*run.end()),
                _ => runs.push(from..=until),
            }
        }
        (!runs.is_empty()).then(|| Self { kind, name: name.to_owned(), runs })
    }

    /// Whether it was taken or applied on the date with index `night` in the range, counted from 0. `false` beyond the range.
    #[must_use]
    pub fn covers(&self, night: usize) -> bool {
        self.runs.iter().any(|run| run.contains(&night))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
    }

    fn runs(periods: &[(Option<u32>, Option<u32>)]) -> Option<Vec<RangeInclusive<usize>>> {
        let periods = periods.iter().map(|(from, until)| (from.map(date), until.map(date)));
        Span::new(SpanKind::Medicine, "Ramipril", NightRange::of_dates(date(10), date(19)), periods).map(|span| span.runs)
    }

    #[test]
    fn periods_are_cut_to_the_range_and_joined_where_they_touch() {
        for (periods, expected) in [
            (&[(None, None)][..], Some(vec![0..=9])),
            (&[(Some(12), None)], Some(vec![2..=9])),
            (&[(None, Some(10))], Some(vec![0..=0])),
            (&[(Some(1), Some(9))], None),
            (&[(Some(20), None)], None),
            (&[], None),
            (&[(Some(11), Some(11)), (Some(12), Some(12)), (Some(14), Some(14))], Some(vec![1..=2, 4..=4])),
            (&[(Some(1), Some(15)), (Some(13), Some(14))], Some(vec![0..=5])),
        ] {
            assert_eq!(runs(periods), expected, "{periods:?}");
        }
        let span =
            Span::new(SpanKind::Supplement, "B12", NightRange::of_dates(date(10), date(12)), [(Some(date(11)), Some(date(11)))]).unwrap();
        assert_eq!([0, 1, 2].map(|night| span.covers(night)), [false, true, false]);
    }
}
