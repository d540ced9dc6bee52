//! What the rules of the red flags look at.

use super::nights::AnsweredNights;
use crate::domain::{ClassKey, Cramp, Day, Entry, KnownSign, Medicine, Nutrient, Profile, Sign, SignGone, Supplement, SupplementTaken};
use crate::guide::classes_of_medicine;
use crate::guide::medicine_names::NameHolds;
use crate::guide::recognised::is_kind;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use uuid::Uuid;

/// For how many days a sign or a cramp can raise a red flag: 28. What is older was either seen to or has passed. A choice of this
/// program.
pub const RECENT_DAYS: i64 = 28;

/// The records that the rules look at. [`Reach`](super::Reach) says how far back each slice goes. Slices are sorted by day.
#[derive(Debug, Clone, Copy)]
pub struct FlagDiary<'a> {
    /// The last day that has come; the night of its date follows it.
    pub today: Day,
    /// The cramps that were described.
    pub cramps: &'a [Entry<Cramp>],
    /// The nights that were answered.
    pub nights: &'a AnsweredNights,
    /// The signs that were logged.
    pub signs: &'a [Entry<Sign>],
    /// What the person said once for all about signs that a doctor knows.
    pub known_signs: &'a [Entry<KnownSign>],
    /// The person's answers whether signs are gone.
    pub gone_signs: &'a [Entry<SignGone>],
    /// Medicines of any time, with their classes.
    pub medicines: &'a [TakenMedicine<'a>],
    /// Supplements that the person has.
    pub supplements: &'a [EnteredSupplement<'a>],
    /// The doses of supplements that were taken.
    pub taken: &'a [Entry<SupplementTaken>],
    /// The days with stretching.
    pub stretch_days: &'a BTreeSet<Day>,
    /// What the person said of themselves.
    pub profile: &'a Profile,
    /// Alcohol in grams, for each day with drinks logged.
    pub alcohol_g: &'a BTreeMap<Day, f64>,
    /// What was drunk in ml, for each day with drinks logged.
    pub drunk_ml: &'a BTreeMap<Day, f64>,
    /// The days with hard exercise of an hour or more, or with exercise in heat.
    pub effort_days: &'a BTreeSet<Day>,
    /// The days on which it was hot, or the person sweated heavily.
    pub hot_days: &'a BTreeSet<Day>,
    /// The days on which tonic water was had.
    pub tonic_days: &'a BTreeSet<Day>,
    /// The doses that nobody prescribed of the days on which these pass an upper limit.
    pub over_limit: &'a [DoseOnDayOverLimit],
    /// The drinking goal that the person set, in ml; `None` if they set none.
    pub own_goal_ml: Option<u32>,
    /// The drinking goal that the person would have otherwise, in ml; `None` if there is none.
    pub usual_goal_ml: Option<u32>,
}

/// A medicine of the person, on whatever dates it was taken, with its classes: those that the guide finds from its name, and the one
/// that the person chose.
#[derive(Debug, Clone)]
pub struct TakenMedicine<'a> {
    /// The medicine as the person saved it, with its dates.
    pub entry: &'a Entry<Medicine>,
    /// The keys of its classes, each once; empty for a medicine that the guide does not know.
    pub classes: Vec<ClassKey>,
    /// What its name holds.
    pub(super) name: NameHolds,
}

/// A supplement on the person's list, with the day on which it was added.
#[derive(Debug, Clone, Copy)]
pub struct EnteredSupplement<'a> {
    /// The supplement.
    pub entry: &'a Entry<Supplement>,
    /// The day on which the person added it to the list, in their time zone.
    pub entered: Day,
}

/// A dose taken on a day on which all doses of supplements together passed an upper level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DoseOnDayOverLimit {
    /// The day.
    pub day: Day,
    /// The nutrient whose upper level was passed.
    pub nutrient: Nutrient,
    /// The id of the dose, which contained some of the nutrient.
    pub taken: Uuid,
}

impl<'a> FlagDiary<'a> {
    /// Whether the day is one of the last [`RECENT_DAYS`] days.
    pub(super) fn is_recent(&self, day: Day) -> bool {
        day <= self.today && day > self.today.plus(-RECENT_DAYS)
    }

    /// The cramps of the nights in the range.
    pub(super) fn cramps_in(&self, nights: Range<Day>) -> impl Iterator<Item = &'a Cramp> {
        self.cramps.iter().map(|entry| &entry.value).filter(move |cramp| nights.contains(&cramp.night.day()))
    }
}

impl<'a> TakenMedicine<'a> {
    /// A medicine with the classes by which the guide knows it.
    #[must_use]
    pub fn new(entry: &'a Entry<Medicine>) -> Self {
        let classes = classes_of_medicine(&entry.value).into_iter().map(|class| class.id.clone()).collect();
        Self { entry, classes, name: NameHolds::of(entry.value.name.as_str()) }
    }

    /// Whether the medicine is what one of these words says: a class, `potassium_product`, `maoi`, or what it holds.
    pub(super) fn is_one_of(&self, words: &[&str]) -> bool {
        words.iter().any(|word| is_kind(&self.name, &self.classes, word))
    }
}

/// How many days `to` is after `from`; negative if it is before.
pub(super) fn days_between(from: Day, to: Day) -> i64 {
    (to.date() - from.date()).num_days()
}
