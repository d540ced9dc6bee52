//! Drinks, and the kinds of drink that the diary knows.

use super::keyed::keyed_enum;
use super::{Day, VolumeMl};
use chrono::{DateTime, FixedOffset};

keyed_enum! {
    /// A kind of drink, from which caffeine, alcohol and minerals are computed.
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
        /// Any other drink: only its volume counts.
        Other = "other", "Other drink";
    }
}

impl DrinkKind {
    /// The volume of one usual glass or cup, in ml. It is offered until the diary shows what the person drinks.
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

/// One drink that was logged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drink {
    /// The day it belongs to, fixed when it was logged.
    pub day: Day,
    /// The kind of drink.
    pub kind: DrinkKind,
    /// The volume, 1 to 5,000 ml.
    pub volume: VolumeMl,
    /// The local time with its UTC offset; `None` if the person did not say when.
    pub time: Option<DateTime<FixedOffset>>,
}

impl Drink {
    /// Kind and volume in words: "water, 250 ml".
    #[must_use]
    pub fn summary(&self) -> String {
        format!("{}, {}", self.kind.label().to_lowercase(), self.volume)
    }
}
