//! What of another diary is dated in the future: what was changed there would win over every later change for ever, and nobody can have
//! logged a night that has not come.

use super::{PlainRecord, PlainValue, RecordKey, Whole};
use crate::domain::counted;
use chrono::{DateTime, Days, FixedOffset, NaiveDate, TimeDelta};
use std::collections::BTreeMap;

/// How far ahead the clock of another computer may be.
const MOST_AHEAD: TimeDelta = TimeDelta::hours(24);

/// The latest times that are not taken for the future.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Horizon {
    /// The latest time of a change, in milliseconds since 1970.
    pub changed_ms: i64,
    /// The latest date of a record.
    pub date: NaiveDate,
}

impl Horizon {
    /// A day after a moment: clocks are not alike everywhere, and elsewhere it may be tomorrow.
    #[must_use]
    pub fn after(now: DateTime<FixedOffset>) -> Self {
        let today = now.date_naive();
        Self { changed_ms: (now + MOST_AHEAD).timestamp_millis(), date: today.checked_add_days(Days::new(1)).unwrap_or(today) }
    }

    /// Why a record is not taken, in words. Returns `None` for one that is not dated in the future.
    fn fault(self, record: &PlainRecord) -> Option<String> {
        if let Some(date) = record.date().filter(|date| *date > self.date) {
            return Some(format!("{} has not come yet", date.format("%-d %B %Y")));
        }
        let changed_ms = record.latest_ms();
        (changed_ms > self.changed_ms).then(|| {
            let changed = DateTime::from_timestamp_millis(changed_ms).map_or_else(String::new, |at| at.format("%-d %B %Y").to_string());
            format!("changed on {changed} by a clock that was ahead. An import of that diary takes it as changed now")
        })
    }
}

impl Whole {
    /// Takes out what is dated in the future and is not in our diary alike. Returns why, in words, and how many deletions were taken out.
    pub(super) fn take_ahead(&mut self, ours: &Self, horizon: Horizon) -> Ahead {
        let mut ahead = Ahead::default();
        self.records.retain(|key, record| match horizon.fault(record).filter(|_| ours.records.get(key) != Some(record)) {
            Some(fault) => {
                ahead.records.insert(*key, format!("{}: {fault}", record.named()));
                false
            }
            None => true,
        });
        let before = self.deletions.len();
        self.deletions.retain(|key, ms| *ms <= horizon.changed_ms || ours.deletions.get(key) == Some(ms));
        ahead.deletions = before - self.deletions.len();
        ahead
    }
}

/// What was left out of another diary because it is dated in the future.
#[derive(Debug, Default)]
pub(super) struct Ahead {
    /// The records, each with why, in words.
    pub(super) records: BTreeMap<RecordKey, String>,
    /// How many deletions.
    deletions: usize,
}

impl Ahead {
    /// What was left out, in a line each.
    pub(super) fn words(self) -> impl Iterator<Item = String> {
        let deletions = (self.deletions > 0).then(|| format!("{} by a clock that was ahead", counted(self.deletions, "deletion")));
        self.records.into_values().chain(deletions)
    }
}

impl PlainRecord {
    /// When it, or a part of it, was last changed, in milliseconds since 1970.
    fn latest_ms(&self) -> i64 {
        self.clocks.iter().filter_map(PlainValue::ms).fold(self.changed_ms, i64::max)
    }

    /// The record as changed at a moment, in milliseconds since 1970, if it says that it was changed more than a day after it.
    pub(super) fn not_after(mut self, now_ms: i64) -> Self {
        if is_ahead(self.latest_ms(), now_ms) {
            self.changed_ms = self.changed_ms.min(now_ms);
            self.created_ms = self.created_ms.min(now_ms);
            self.clocks.fill(PlainValue::Nothing);
        }
        self
    }
}

/// Whether a time is more than a day after a moment, both in milliseconds since 1970.
pub(super) fn is_ahead(ms: i64, now_ms: i64) -> bool {
    ms.saturating_sub(now_ms) > MOST_AHEAD.num_milliseconds()
}
