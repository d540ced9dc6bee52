//! What a write changed: enough to show what is affected, and to take it back.

use super::ImportSwitch;
use crate::domain::{
    Acknowledged, Cramp, Drink, Entry, FoodDay, FoodEntry, FoodOpinion, Medicine, NightNote, NoStretching, OwnFood, Profile, Recipe,
    Settings, Sign, Stretch, Supplement, SupplementTaken,
};

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
    /// [`Profile`].
    Profile,
    /// [`Recipe`].
    Recipe,
    /// [`Settings`].
    Settings,
    /// [`Sign`].
    Sign,
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
            Self::Food(_) => RecordKind::Food,
            Self::FoodDay(_) => RecordKind::FoodDay,
            Self::FoodOpinion(_) => RecordKind::FoodOpinion,
            Self::Import(_) => RecordKind::Import,
            Self::Medicine(_) => RecordKind::Medicine,
            Self::Night(_) => RecordKind::Night,
            Self::NoStretching(_) => RecordKind::NoStretching,
            Self::OwnFood(_) => RecordKind::OwnFood,
            Self::Profile { .. } => RecordKind::Profile,
            Self::Recipe(_) => RecordKind::Recipe,
            Self::Settings { .. } => RecordKind::Settings,
            Self::Sign(_) => RecordKind::Sign,
            Self::Stretch(_) => RecordKind::Stretch,
            Self::Supplement(_) => RecordKind::Supplement,
            Self::SupplementTaken(_) => RecordKind::SupplementTaken,
        }
    }
}
