//! What a command works with while it is carried out: one transaction, the dates that have come, and new ids.

use super::DiaryError;
use crate::domain::{Day, Entry, Hour, Id, Night};
use crate::store::{Dated, Reader, Record, StoreError, Tx, derived_id};
use chrono::{DateTime, FixedOffset, Utc};

/// The commands about one kind of thing, such as cramps: how each is described, and how it is carried out by the rules between
/// records.
pub(super) trait Commands {
    /// What was done, for the toast and the undo line: "Logged water, 250 ml".
    fn describe(&self) -> String;

    /// What was done, where describing it needs the diary: for example the name of a factor.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be read.
    fn words(&self, read: Reader<'_>) -> Result<String, StoreError> {
        _ = read;
        Ok(self.describe())
    }

    /// What hardly anybody can mean, as the beginning of a sentence. Returns `None` for amounts as people have them.
    fn doubt(&self) -> Option<String> {
        None
    }

    /// Carries the command out.
    ///
    /// # Errors
    /// A [`DiaryError`] that says which rule forbids it; then nothing of the transaction is kept.
    fn run(self, work: &mut Work<'_, '_>) -> Result<(), DiaryError>;
}

/// A running transaction and what the rules need to know besides records.
pub(super) struct Work<'a, 'tx> {
    /// The transaction.
    pub(super) tx: &'a mut Tx<'tx>,
    /// The moment at which the command is carried out.
    pub(super) now: DateTime<Utc>,
    /// The last night that has begun.
    pub(super) latest_night: Night,
    /// The last night that is mostly over.
    pub(super) latest_slept: Night,
    /// The hour at which days end and "no cramps" can be said of the night.
    pub(super) day_ends: Hour,
    /// The last day that has come.
    pub(super) latest_day: Day,
    /// Makes an id that sorts behind all earlier ones.
    pub(super) new_id: &'a mut dyn FnMut(DateTime<Utc>) -> uuid::Uuid,
}

impl Work<'_, '_> {
    /// Reads what is saved, including what this transaction wrote so far.
    pub(super) fn read(&self) -> Reader<'_> {
        self.tx.read()
    }

    /// Adds a record, under the id that is derived from its key, or else under a new one.
    pub(super) fn add<R: Record>(&mut self, value: R) -> Result<(), DiaryError> {
        let id = derived_id(&value).unwrap_or_else(|| Id::from_uuid((self.new_id)(self.now)));
        Ok(self.tx.put(&Entry { id, created: self.now, changed: self.now, value })?)
    }

    /// The record with this id; [`DiaryError::Gone`] if there is none.
    pub(super) fn entry<R: Record>(&self, id: Id<R>) -> Result<Entry<R>, DiaryError> {
        self.read().entry(id)?.ok_or(DiaryError::Gone { what: R::NOUN })
    }

    /// Replaces what a record says. A record that says so already stays as it is.
    pub(super) fn edit<R: Record>(&mut self, id: Id<R>, value: R) -> Result<(), DiaryError> {
        let entry = self.entry(id)?;
        self.change(&entry, value)
    }

    /// Replaces what a record says that was just read. A record that says so already stays as it is.
    fn change<R: Record>(&mut self, entry: &Entry<R>, value: R) -> Result<(), DiaryError> {
        if entry.value == value {
            return Ok(());
        }
        Ok(self.tx.put(&Entry { id: entry.id, created: entry.created, changed: self.now, value })?)
    }

    /// Deletes a record; [`DiaryError::Gone`] if it is not there.
    pub(super) fn delete<R: Record>(&mut self, id: Id<R>) -> Result<(), DiaryError> {
        if self.tx.remove(id, self.now)? { Ok(()) } else { Err(DiaryError::Gone { what: R::NOUN }) }
    }

    /// Brings a record that there is at most one of to what should be said: adds it, changes it, or removes it for `None`.
    pub(super) fn set<R: Record>(&mut self, known: Option<Entry<R>>, wanted: Option<R>) -> Result<(), DiaryError> {
        match (known, wanted) {
            (Some(entry), Some(value)) => self.change(&entry, value),
            (Some(entry), None) => self.delete(entry.id),
            (None, Some(value)) => self.add(value),
            (None, None) => Ok(()),
        }
    }

    /// Adds copies of what a day has, as `moved` makes them; what it returns `None` for is left out. Returns how many there are.
    pub(super) fn copy<R: Dated>(&mut self, from: Day, moved: impl Fn(R) -> Option<R>) -> Result<usize, DiaryError> {
        let copies: Vec<_> = self.read().on::<R>(from.date())?.into_iter().filter_map(|entry| moved(entry.value)).collect();
        let count = copies.len();
        copies.into_iter().try_for_each(|copy| self.add(copy))?;
        Ok(count)
    }

    /// Refuses a night that has not begun, or that nobody remembers.
    pub(super) fn ensure_night_has_begun(&self, night: Night) -> Result<(), DiaryError> {
        let latest = self.latest_night;
        if night > latest { Err(DiaryError::FutureNight { night, latest }) } else { remembered(night.day(), self.latest_day) }
    }

    /// Refuses a day that has not come, or that nobody remembers.
    pub(super) fn ensure_day_has_come(&self, day: Day) -> Result<(), DiaryError> {
        let latest = self.latest_day;
        if day > latest { Err(DiaryError::FutureDay { day, latest }) } else { remembered(day, latest) }
    }

    /// Refuses a first or last day of something that lasts, if nobody remembers or plans it. Days that are saved already stay.
    pub(super) fn ensure_can_be_planned(&self, days: [Option<Day>; 2], saved: [Option<Day>; 2]) -> Result<(), DiaryError> {
        let latest = self.latest_day.latest_planned();
        for day in days.into_iter().flatten().filter(|day| !saved.contains(&Some(*day))) {
            if day > latest {
                return Err(DiaryError::TooFarAhead { day, latest });
            }
            remembered(day, self.latest_day)?;
        }
        Ok(())
    }

    /// Refuses a day, or a time on it, that has not come.
    pub(super) fn ensure_has_come(&self, day: Day, time: Option<DateTime<FixedOffset>>) -> Result<(), DiaryError> {
        self.ensure_day_has_come(day)?;
        self.ensure_time_has_come(time, || format!("on {}", day.label()))
    }

    /// Refuses a moment that has not come; `of` says of which date it is: "on Thu 19 Nov".
    pub(super) fn ensure_time_has_come(&self, time: Option<DateTime<FixedOffset>>, of: impl FnOnce() -> String) -> Result<(), DiaryError> {
        match time {
            Some(at) if at > self.now => Err(DiaryError::FutureTime { time: at.format("%H:%M").to_string(), of: of() }),
            Some(_) | None => Ok(()),
        }
    }
}

/// Refuses a day that nobody remembers if today is `today`.
///
/// # Errors
/// [`DiaryError::TooLongAgo`] for a day more than 150 years earlier.
pub(super) fn remembered(day: Day, today: Day) -> Result<(), DiaryError> {
    let earliest = today.earliest();
    if day < earliest { Err(DiaryError::TooLongAgo { day, earliest }) } else { Ok(()) }
}
