//! Something drunk.

use super::keyed::keyed_enum;
use super::{Day, VolumeMl};
use chrono::{DateTime, FixedOffset};

keyed_enum! {
    /// What kind of drink. Caffeine, alcohol and minerals follow from it.
    DrinkKind, "drink" {
        /// Tap or bottled water.
        Water = "water", "Water";
        /// Black tea.
        Tea = "tea", "Tea";
        /// Coffee.
        Coffee = "coffee", "Coffee";
        /// Fruit juice.
        Juice = "juice", "Juice";
        /// Milk.
        Milk = "milk", "Milk";
        /// Sweet fizzy drink.
        SoftDrink = "soft_drink", "Soft drink";
        /// Sports drink or rehydration solution.
        ElectrolyteDrink = "electrolyte_drink", "Electrolyte drink";
        /// Broth or soup.
        Soup = "soup", "Soup";
        /// Beer.
        Beer = "beer", "Beer";
        /// Wine.
        Wine = "wine", "Wine";
        /// Spirits.
        Spirits = "spirits", "Spirits";
        /// Anything else; only its volume counts.
        Other = "other", "Other drink";
    }
}

impl DrinkKind {
    /// What one glass or cup of it usually holds, in ml: offered before the diary knows better.
    #[must_use]
    pub fn usual_volume_ml(self) -> u16 {
        match self {
            Self::Water | Self::Soup | Self::Other => 250,
            Self::Tea | Self::Coffee | Self::Juice | Self::Milk => 200,
            Self::SoftDrink | Self::Beer => 330,
            Self::ElectrolyteDrink => 500,
            Self::Wine => 150,
            Self::Spirits => 40,
        }
    }
}

/// One drink.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drink {
    /// The day it belongs to, fixed when it was logged.
    pub day: Day,
    /// What it was.
    pub kind: DrinkKind,
    /// How much, 1 to 5,000 ml.
    pub volume: VolumeMl,
    /// Local wall-clock time with its UTC offset, when said.
    pub time: Option<DateTime<FixedOffset>>,
}

impl Drink {
    /// For example "water, 250 ml".
    #[must_use]
    pub fn summary(&self) -> String {
        format!("{}, {}", self.kind.label().to_lowercase(), self.volume)
    }
}
