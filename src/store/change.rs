//! What a write changed: enough to show what is affected, and to take it back.

use super::{Dated, ImportSwitch};
use crate::domain::{
    Acknowledged, Cramp, Drink, Entry, Factor, FactorValue, FoodDay, FoodEntry, FoodOpinion, Measure, Medicine, NightNote, NoStretching,
    OwnFood, Profile, Recipe, Settings, Sign, Strain, Stretch, Supplement, SupplementTaken,
};
use chrono::NaiveDate;

/// A record before and after a write. `None` means that it did not exist.
#[derive(Debug, Clone, PartialEq)]
pub struct Delta<T> {
    /// As it stood before.
    pub before: Option<Entry<T>>,
    /// As it stands now.
    pub after: Option<Entry<T>>,
}

/// One change that a transaction made.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// That a red flag was read.
    Acknowledged(Box<Delta<Acknowledged>>),
    /// A cramp came, went or became different.
    Cramp(Delta<Cramp>),
    /// The same for a drink.
    Drink(Delta<Drink>),
    /// The same for a factor of one's own.
    Factor(Box<Delta<Factor>>),
    /// The same for what was said of such a factor on a day.
    FactorValue(Delta<FactorValue>),
    /// The same for a food eaten.
    Food(Box<Delta<FoodEntry>>),
    /// The same for whether a day's food is all there.
    FoodDay(Delta<FoodDay>),
    /// The same for what the person thinks of a food.
    FoodOpinion(Delta<FoodOpinion>),
    /// Imported foods came into use or went out of it.
    Import(ImportSwitch),
    /// The same for a medicine.
    Medicine(Box<Delta<Medicine>>),
    /// The same for what was said of a night.
    Night(Delta<NightNote>),
    /// The same for "did not stretch".
    NoStretching(Delta<NoStretching>),
    /// The same for a food that the person described.
    OwnFood(Box<Delta<OwnFood>>),
    /// The choice of panels became different; `None` stands for those that everybody begins with.
    Panels {
        /// As it stood before.
        before: Option<Vec<Measure>>,
        /// As it stands now.
        after: Option<Vec<Measure>>,
    },
    /// The profile became different.
    Profile {
        /// As it stood before.
        before: Box<Profile>,
        /// As it stands now.
        after: Box<Profile>,
    },
    /// The same for a recipe.
    Recipe(Delta<Recipe>),
    /// The settings became different.
    Settings {
        /// As they stood before.
        before: Settings,
        /// As they stand now.
        after: Settings,
    },
    /// The same for a sign.
    Sign(Delta<Sign>),
    /// The same for what a day asked of the legs.
    Strain(Delta<Strain>),
    /// The same for a stretching session.
    Stretch(Delta<Stretch>),
    /// The same for a supplement that the person has.
    Supplement(Box<Delta<Supplement>>),
    /// The same for a supplement taken.
    SupplementTaken(Box<Delta<SupplementTaken>>),
}

/// The kinds of record, for asking which views a change concerns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RecordKind {
    /// [`Acknowledged`].
    Acknowledged,
    /// [`Cramp`].
    Cramp,
    /// [`Drink`].
    Drink,
    /// [`Factor`].
    Factor,
    /// [`FactorValue`].
    FactorValue,
    /// [`FoodEntry`].
    Food,
    /// [`FoodDay`].
    FoodDay,
    /// [`FoodOpinion`].
    FoodOpinion,
    /// Imported foods.
    Import,
    /// [`Medicine`].
    Medicine,
    /// [`NightNote`].
    Night,
    /// [`NoStretching`].
    NoStretching,
    /// [`OwnFood`].
    OwnFood,
    /// Which panels are chosen.
    Panels,
    /// [`Profile`].
    Profile,
    /// [`Recipe`].
    Recipe,
    /// [`Settings`].
    Settings,
    /// [`Sign`].
    Sign,
    /// [`Strain`].
    Strain,
    /// [`Stretch`].
    Stretch,
    /// [`Supplement`].
    Supplement,
    /// [`SupplementTaken`].
    SupplementTaken,
}

impl Change {
    /// What kind of record changed.
    #[must_use]
    pub fn kind(&self) -> RecordKind {
        match self {
            Self::Acknowledged(_) => RecordKind::Acknowledged,
            Self::Cramp(_) => RecordKind::Cramp,
            Self::Drink(_) => RecordKind::Drink,
            Self::Factor(_) => RecordKind::Factor,
            Self::FactorValue(_) => RecordKind::FactorValue,
            Self::Food(_) => RecordKind::Food,
            Self::FoodDay(_) => RecordKind::FoodDay,
            Self::FoodOpinion(_) => RecordKind::FoodOpinion,
            Self::Import(_) => RecordKind::Import,
            Self::Medicine(_) => RecordKind::Medicine,
            Self::Night(_) => RecordKind::Night,
            Self::NoStretching(_) => RecordKind::NoStretching,
            Self::OwnFood(_) => RecordKind::OwnFood,
            Self::Panels { .. } => RecordKind::Panels,
            Self::Profile { .. } => RecordKind::Profile,
            Self::Recipe(_) => RecordKind::Recipe,
            Self::Settings { .. } => RecordKind::Settings,
            Self::Sign(_) => RecordKind::Sign,
            Self::Strain(_) => RecordKind::Strain,
            Self::Stretch(_) => RecordKind::Stretch,
            Self::Supplement(_) => RecordKind::Supplement,
            Self::SupplementTaken(_) => RecordKind::SupplementTaken,
        }
    }
    /// The date that the record belonged to, then the one that it belongs to now; none for a record without a date.
    #[must_use]
    pub fn dates(&self) -> Vec<NaiveDate> {
        match self {
            Self::Cramp(delta) => delta.dates(),
            Self::Drink(delta) => delta.dates(),
            Self::FactorValue(delta) => delta.dates(),
            Self::Food(delta) => delta.dates(),
            Self::FoodDay(delta) => delta.dates(),
            Self::Night(delta) => delta.dates(),
            Self::NoStretching(delta) => delta.dates(),
            Self::Sign(delta) => delta.dates(),
            Self::Strain(delta) => delta.dates(),
            Self::Stretch(delta) => delta.dates(),
            Self::SupplementTaken(delta) => delta.dates(),
            Self::Acknowledged(_)
            | Self::Factor(_)
            | Self::FoodOpinion(_)
            | Self::Import(_)
            | Self::Medicine(_)
            | Self::OwnFood(_)
            | Self::Panels { .. }
            | Self::Profile { .. }
            | Self::Recipe(_)
            | Self::Settings { .. }
            | Self::Supplement(_) => Vec::new(),
        }
    }
}

impl<R: Dated> Delta<R> {
    fn dates(&self) -> Vec<NaiveDate> {
        [&self.before, &self.after].into_iter().flatten().map(|entry| entry.value.date()).collect()
    }
}
