//! Why a command was refused.

use crate::domain::{Day, EndsBeforeItBegins, Night, OutOfRange, SignKind};
use crate::store::StoreError;

/// A command was not carried out. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum DiaryError {
    /// The bar code stands on another food of one's own.
    #[error("The bar code {barcode} already belongs to \"{name}\". Change that food, or leave the bar code out.")]
    BarcodeTaken {
        /// The digits.
        barcode: String,
        /// The food that has it.
        name: String,
    },
    /// "Did not stretch" was said of a day with stretching.
    #[error("{} has stretching logged. Delete it first if you did not stretch.", day.label())]
    DayHasStretching {
        /// The day.
        day: Day,
    },
    /// A period ends before its beginning.
    #[error(transparent)]
    EndsBeforeItBegins(#[from] EndsBeforeItBegins),
    /// A factor that was answered was to be deleted.
    #[error("\"{name}\" was answered on {days} day{}, which would lose {} meaning. Retire it instead: it is not asked for any more, and its days stay.", if *days == 1 { "" } else { "s" }, if *days == 1 { "its" } else { "their" })]
    FactorHasDays {
        /// Its name.
        name: String,
        /// On how many days it was answered.
        days: u32,
    },
    /// A factor that was answered was to be answered in another way.
    #[error("\"{name}\" was answered on {days} day{}, so how it is answered stays. Retire it, and add another factor.", if *days == 1 { "" } else { "s" })]
    FactorKindStays {
        /// Its name.
        name: String,
        /// On how many days it was answered.
        days: u32,
    },
    /// A day that has not come yet.
    #[error("{} ({day}) has not come yet. Choose {} or an earlier day.", day.label(), latest.label())]
    FutureDay {
        /// The day asked for.
        day: Day,
        /// The last one that can be logged.
        latest: Day,
    },
    /// A night that has not begun yet.
    #[error("The {} ({night}) has not begun yet. Choose the {} or an earlier one.", night.label(), latest.label())]
    FutureNight {
        /// The night asked for.
        night: Night,
        /// The last one that can be logged.
        latest: Night,
    },
    /// A time of day that has not come yet.
    #[error("{time} {of} has not come yet. Check the time, or choose an earlier date.")]
    FutureTime {
        /// By the wall clock: "08:01".
        time: String,
        /// Of which night or day: "in the night of Thu 19 to Fri 20 Nov".
        of: String,
    },
    /// Another food, supplement or factor has this name.
    #[error("There is already a {what} called \"{name}\". Give yours another name, such as \"{name} (mine)\".")]
    NameTaken {
        /// "food", "supplement" or "factor".
        what: &'static str,
        /// The name as given.
        name: String,
    },
    /// A retired factor has this name.
    #[error("You retired a factor called \"{name}\". Bring it back, or give the new one another name.")]
    NameOfRetired {
        /// The name of the retired one.
        name: String,
    },
    /// A recipe without ingredients.
    #[error("The recipe \"{name}\" has no ingredients. Add at least one.")]
    RecipeEmpty {
        /// Its name.
        name: String,
    },
    /// A recipe that is part of itself.
    #[error("The recipe \"{name}\" would contain itself. Take it, or the recipe that holds it, out of the ingredients.")]
    RecipeInItself {
        /// Its name.
        name: String,
    },
    /// The entry to change is not there any more.
    #[error("This {what} is no longer in the diary; it may have been deleted in another window.")]
    Gone {
        /// What kind of entry.
        what: &'static str,
    },
    /// "No cramps" was said of a night with cramps.
    #[error("The {} has {count} cramp{} logged. Delete {} first if there were none.", night.label(), if *count == 1 { "" } else { "s" }, if *count == 1 { "it" } else { "them" })]
    NightHasCramps {
        /// The night.
        night: Night,
        /// How many cramps it has.
        count: usize,
    },
    /// "No cramps" was said of a night that has hardly begun.
    #[error("The {} ({night}) has hardly begun. \"No cramps\" can be said of it from {day_ends:02}:00 on.", night.label())]
    NightHardlyBegun {
        /// The night.
        night: Night,
        /// The day-end hour of the settings, 0 to 23.
        day_ends: u8,
    },
    /// Disturbed sleep was said of a night without cramps.
    #[error("The {} had no cramps, so they disturbed no sleep. Say first that it had some.", night.label())]
    NightWithoutCramps {
        /// The night.
        night: Night,
    },
    /// A diary that lives in memory keeps no imported foods.
    #[error("The example diary keeps no imported foods. Open your own diary to import some.")]
    NoImportsHere,
    /// Trends without a panel.
    #[error("The trends need at least one panel. Choose one.")]
    NoPanels,
    /// A panel was chosen twice.
    #[error("\"{label}\" was chosen twice. Choose each panel once.")]
    PanelTwice {
        /// Its heading.
        label: String,
    },
    /// There is nothing to copy.
    #[error("Nothing of that kind is logged for {}, so there is nothing to copy.", day.label())]
    NothingToRepeat {
        /// The day to copy from.
        day: Day,
    },
    /// A side was given to a sign that has none, such as fever.
    #[error("\"{}\" has no side. Leave the side out.", sign.label())]
    SignWithoutSide {
        /// The sign.
        sign: SignKind,
    },
    /// A value outside its range.
    #[error(transparent)]
    OutOfRange(#[from] OutOfRange),
    /// The diary file could not be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
}
