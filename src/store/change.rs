//! What a write changed: enough to show what is affected, and to take it back.

use super::ImportSwitch;
use crate::domain::{Cramp, Drink, Entry, FoodEntry, NightNote, NoStretching, Settings, Stretch};

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
    /// A cramp came, went or became different.
    Cramp(Delta<Cramp>),
    /// The same for a drink.
    Drink(Delta<Drink>),
    /// The same for a food eaten.
    Food(Delta<FoodEntry>),
    /// Imported foods came into use or went out of it.
    Import(ImportSwitch),
    /// The same for what was said of a night.
    Night(Delta<NightNote>),
    /// The same for "did not stretch".
    NoStretching(Delta<NoStretching>),
    /// The settings became different.
    Settings {
        /// As they stood before.
        before: Settings,
        /// As they stand now.
        after: Settings,
    },
    /// The same for a stretching session.
    Stretch(Delta<Stretch>),
}

/// The kinds of record, for asking which views a change concerns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RecordKind {
    /// [`Cramp`].
    Cramp,
    /// [`Drink`].
    Drink,
    /// [`FoodEntry`].
    Food,
    /// Imported foods.
    Import,
    /// [`NightNote`].
    Night,
    /// [`NoStretching`].
    NoStretching,
    /// [`Settings`].
    Settings,
    /// [`Stretch`].
    Stretch,
}

impl Change {
    /// What kind of record changed.
    #[must_use]
    pub fn kind(&self) -> RecordKind {
        match self {
            Self::Cramp(_) => RecordKind::Cramp,
            Self::Drink(_) => RecordKind::Drink,
            Self::Food(_) => RecordKind::Food,
            Self::Import(_) => RecordKind::Import,
            Self::Night(_) => RecordKind::Night,
            Self::NoStretching(_) => RecordKind::NoStretching,
            Self::Settings { .. } => RecordKind::Settings,
            Self::Stretch(_) => RecordKind::Stretch,
        }
    }
}
