//! What the rules of the red flags look at.

use super::nights::AnsweredNights;
use crate::domain::{ClassKey, Cramp, Day, Entry, Medicine, Nutrient, Profile, Sign, Supplement, SupplementTaken};
use crate::guide::classes_of_medicine;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use uuid::Uuid;

/// How many days a sign or a cramp counts: what is older was either seen to or has passed. Our choice.
pub const RECENT_DAYS: i64 = 28;

/// What was logged, as far as the rules look at it; how far that is, [`Reach`](super::Reach) knows. Slices are sorted by day.
#[derive(Debug, Clone, Copy)]
pub struct FlagDiary<'a> {
    /// The last day that has come; the night of the same date follows it.
    pub today: Day,
    /// Cramps of the nights.
    pub cramps: &'a [Entry<Cramp>],
    /// The nights.
    pub nights: &'a AnsweredNights,
    /// Signs.
    pub signs: &'a [Entry<Sign>],
    /// Medicines of any time, with their classes.
    pub medicines: &'a [TakenMedicine<'a>],
    /// Supplements that the person has.
    pub supplements: &'a [EnteredSupplement<'a>],
    /// What was taken of supplements.
    pub taken: &'a [Entry<SupplementTaken>],
    /// Days with stretching.
    pub stretch_days: &'a BTreeSet<Day>,
    /// Who the person is.
    pub profile: &'a Profile,
    /// Alcohol in g, on days with drinks logged.
    pub alcohol_g: &'a BTreeMap<Day, f64>,
    /// What was drunk in ml, on days with drinks logged.
    pub drunk_ml: &'a BTreeMap<Day, f64>,
    /// Days whose supplements pass an upper limit.
    pub over_limit: &'a [DayOverLimit],
    /// The drinking goal that the person set.
    pub own_goal_ml: Option<u32>,
    /// The one that they would have otherwise; nothing where none is given.
    pub usual_goal_ml: Option<u32>,
}

/// A medicine with its classes, which the guide finds from its name or the person chose.
#[derive(Debug, Clone)]
pub struct TakenMedicine<'a> {
    /// The medicine.
    pub entry: &'a Entry<Medicine>,
    /// Its classes.
    pub classes: Vec<ClassKey>,
}

/// A supplement that the person has.
#[derive(Debug, Clone, Copy)]
pub struct EnteredSupplement<'a> {
    /// The supplement.
    pub entry: &'a Entry<Supplement>,
    /// The day on which it was entered, where the person is.
    pub entered: Day,
}

/// The supplements of a day came to more than an upper limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayOverLimit {
    /// The day.
    pub day: Day,
    /// Of what.
    pub nutrient: Nutrient,
    /// The id of a [`SupplementTaken`] that added to it.
    pub id: Uuid,
}

impl<'a> FlagDiary<'a> {
    /// Whether the day counts as recent.
    pub(super) fn is_recent(&self, day: Day) -> bool {
        day <= self.today && day > self.today.plus(-RECENT_DAYS)
    }

    /// The recent signs.
    pub(super) fn recent_signs(&self) -> impl Iterator<Item = &'a Entry<Sign>> {
        self.signs.iter().filter(|entry| self.is_recent(entry.value.day))
    }

    /// The cramps of recent nights.
    pub(super) fn recent_cramps(&self) -> impl Iterator<Item = &'a Entry<Cramp>> {
        self.cramps.iter().filter(|entry| self.is_recent(entry.value.night.day()))
    }

    /// The cramps of the nights in the range.
    pub(super) fn cramps_in(&self, nights: Range<Day>) -> impl Iterator<Item = &'a Cramp> {
        self.cramps.iter().map(|entry| &entry.value).filter(move |cramp| nights.contains(&cramp.night.day()))
    }
}

impl<'a> TakenMedicine<'a> {
    /// A medicine with the classes that the guide knows it by.
    #[must_use]
    pub fn new(entry: &'a Entry<Medicine>) -> Self {
        Self { entry, classes: classes_of_medicine(&entry.value).into_iter().map(|class| class.id.clone()).collect() }
    }

    /// Whether it is of one of these classes.
    pub(super) fn is_one_of(&self, classes: &[&str]) -> bool {
        self.classes.iter().any(|class| classes.contains(&class.as_str()))
    }
}

/// From one day to another; negative when the second comes first.
pub(super) fn days_between(from: Day, to: Day) -> i64 {
    (to.date() - from.date()).num_days()
}
