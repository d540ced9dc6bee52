//! What a person can do, by noun: each file has a noun's commands, their words and their rules.

mod choice;
mod cramp;
mod day;
mod drink;
mod factor;
mod food;
mod import;
mod kitchen;
mod medicine;
mod night;
mod one_change;
mod rules;
mod sign;
mod strain;
mod stretch;
mod supplement;

pub use choice::ChoiceCommand;
pub use cramp::CrampCommand;
pub use day::{DayCommand, Repeat};
pub use drink::DrinkCommand;
pub use factor::FactorCommand;
pub use food::FoodCommand;
pub use import::ImportCommand;
pub use kitchen::KitchenCommand;
pub use medicine::MedicineCommand;
pub use night::NightCommand;
pub use sign::SignCommand;
pub use strain::StrainCommand;
pub use stretch::StretchCommand;
pub use supplement::SupplementCommand;

use super::DiaryError;
use super::work::{Commands as _, Work};
use crate::store::{Reader, StoreError};

macro_rules! commands {
    ($( $(#[$doc:meta])* $Noun:ident($Commands:ident), )+) => {
        /// One thing that a person does to the diary: saved, undone and redone as a whole.
        #[derive(Debug, Clone, PartialEq)]
        pub enum Command {
            $( $(#[$doc])* $Noun($Commands), )+
        }

        $(
            impl From<$Commands> for Command {
                fn from(command: $Commands) -> Self {
                    Self::$Noun(command)
                }
            }
        )+

        impl Command {
            /// What was done, for the toast and the undo line: "Logged water, 250 ml". A factor has no name here, which only
            /// the diary knows.
            #[must_use]
            pub fn describe(&self) -> String {
                match self {
                    $( Self::$Noun(command) => command.describe(), )+
                }
            }

            /// What was done, with the names that only the diary knows.
            pub(super) fn words(&self, read: Reader<'_>) -> Result<String, StoreError> {
                match self {
                    $( Self::$Noun(command) => command.words(read), )+
                }
            }

            /// What of it hardly anybody can mean, as the beginning of a sentence: "Water, 5000 ml: that is much for one drink". Whoever gives the
            /// command asks before carrying it out. Returns `None` for amounts as people have them.
            #[must_use]
            pub fn doubt(&self) -> Option<String> {
                match self {
                    $( Self::$Noun(command) => command.doubt(), )+
                }
            }

            /// Carries the command out in a transaction.
            pub(super) fn run(self, work: &mut Work<'_, '_>) -> Result<(), DiaryError> {
                match self {
                    $( Self::$Noun(command) => command.run(work), )+
                }
            }
        }
    };
}

commands! {
    /// The profile, the settings, the panels.
    Choice(ChoiceCommand),
    /// A cramp.
    Cramp(CrampCommand),
    /// What one day has and another should have too.
    Day(DayCommand),
    /// A drink.
    Drink(DrinkCommand),
    /// A factor of the person's own.
    Factor(FactorCommand),
    /// A food eaten.
    Food(FoodCommand),
    /// Imported foods.
    Import(ImportCommand),
    /// Foods and recipes of the person's own, and opinions of foods.
    Kitchen(KitchenCommand),
    /// A medicine.
    Medicine(MedicineCommand),
    /// A night as a whole.
    Night(NightCommand),
    /// A sign, and what is done about a red flag.
    Sign(SignCommand),
    /// The strain of a day.
    Strain(StrainCommand),
    /// Stretching.
    Stretch(StretchCommand),
    /// A supplement, and what is taken of it.
    Supplement(SupplementCommand),
}
