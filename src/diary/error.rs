//! The reasons for which a command is refused, in words for the person.

use crate::domain::{Day, EndsBeforeItBegins, Night, OutOfRange, SignKind};
use crate::store::{BackupError, StoreError};

/// The reason why a command was refused. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum DiaryError {
    /// There is no backup of what the diary held before.
    #[error(transparent)]
    Backup(#[from] BackupError),
    /// Another food that the person described has this bar code.
    #[error("The bar code {barcode} already belongs to \"{name}\". Change that food, or leave the bar code out.")]
    BarcodeTaken {
        /// The digits.
        barcode: String,
        /// The name of the food that has it.
        name: String,
    },
    /// "Did not stretch" was logged for a day with stretching.
    #[error("{} has stretching logged. Delete it first if you did not stretch.", day.label())]
    DayHasStretching {
        /// The day.
        day: Day,
    },
    /// A period ends before its beginning.
    #[error(transparent)]
    EndsBeforeItBegins(#[from] EndsBeforeItBegins),
    /// A factor was to be deleted that days have answered.
    #[error("\"{name}\" was answered on {days} day{}, which would lose {} meaning. Retire it instead: it is not asked for any more, and its days stay.", if *days == 1 { "" } else { "s" }, if *days == 1 { "its" } else { "their" })]
    FactorHasDays {
        /// The name.
        name: String,
        /// How many days have answered it.
        days: u32,
    },
    /// The kind of a factor was to change that days have answered.
    #[error("\"{name}\" was answered on {days} day{}, so how it is answered stays. Retire it, and add another factor.", if *days == 1 { "" } else { "s" })]
    FactorKindStays {
        /// The name.
        name: String,
        /// How many days have answered it.
        days: u32,
    },
    /// The day has not come yet.
    #[error("{} ({day}) has not come yet. Choose {} or an earlier day.", day.label(), latest.label())]
    FutureDay {
        /// The day of the command.
        day: Day,
        /// The latest day that can be logged.
        latest: Day,
    },
    /// The day is further back than anybody remembers.
    #[error("{day} is more than 150 years ago. Check the year; {earliest} is the first date that can be given.")]
    TooLongAgo {
        /// The day of the command.
        day: Day,
        /// The first day that a diary can speak of.
        earliest: Day,
    },
    /// The day is further ahead than anybody plans.
    #[error("{day} is more than two years ahead. Check the year; {latest} is the last date that can be planned.")]
    TooFarAhead {
        /// The day of the command.
        day: Day,
        /// The last day that can be planned.
        latest: Day,
    },
    /// The night has not begun yet.
    #[error("The {} ({night}) has not begun yet. Choose the {} or an earlier one.", night.label(), latest.label())]
    FutureNight {
        /// The night of the command.
        night: Night,
        /// The latest night that can be logged.
        latest: Night,
    },
    /// The time of day has not come yet.
    #[error("{time} {of} has not come yet. Check the time, or choose an earlier date.")]
    FutureTime {
        /// The local time: "08:01".
        time: String,
        /// The night or day of that time: "in the night of Thu 19 to Fri 20 Nov".
        of: String,
    },
    /// Another food, supplement or factor has this name.
    #[error("There is already a {what} called \"{name}\". Give yours another name, such as \"{name} (mine)\".")]
    NameTaken {
        /// What has the name: "food", "supplement" or "factor".
        what: &'static str,
        /// The name as given.
        name: String,
    },
    /// A retired factor has this name.
    #[error("You retired a factor called \"{name}\". Bring it back, or give the new one another name.")]
    NameOfRetired {
        /// The name of the retired factor.
        name: String,
    },
    /// A recipe has no ingredients.
    #[error("The recipe \"{name}\" has no ingredients. Add at least one.")]
    RecipeEmpty {
        /// The name.
        name: String,
    },
    /// A recipe would contain itself.
    #[error("The recipe \"{name}\" would contain itself. Take it, or the recipe that holds it, out of the ingredients.")]
    RecipeInItself {
        /// The name.
        name: String,
    },
    /// The record to change is no longer in the diary.
    #[error("This {what} is no longer in the diary; it may have been deleted in another window.")]
    Gone {
        /// What the record is: "drink".
        what: &'static str,
    },
    /// "No cramps" was logged for a night with cramps.
    #[error("The {} has {count} cramp{} logged. Delete {} first if there were none.", night.label(), if *count == 1 { "" } else { "s" }, if *count == 1 { "it" } else { "them" })]
    NightHasCramps {
        /// The night.
        night: Night,
        /// How many cramps it has.
        count: usize,
    },
    /// "No cramps" was logged for a night that has hardly begun.
    #[error("The {} ({night}) has hardly begun. \"No cramps\" can be said of it from {day_ends:02}:00 on.", night.label())]
    NightHardlyBegun {
        /// The night.
        night: Night,
        /// The day-end hour of the settings, 0 to 23.
        day_ends: u8,
    },
    /// Sleep disturbed by cramps was logged for a night without cramps.
    #[error("The {} had no cramps, so they disturbed no sleep. Say first that it had some.", night.label())]
    NightWithoutCramps {
        /// The night.
        night: Night,
    },
    /// Foods were to be imported into a diary that lives in memory.
    #[error("The example diary keeps no imported foods. Open your own diary to import some.")]
    NoImportsHere,
    /// No panel was chosen for the chart over time.
    #[error("The trends need at least one panel. Choose one.")]
    NoPanels,
    /// A panel was chosen twice for the chart over time.
    #[error("\"{label}\" was chosen twice. Choose each panel once.")]
    PanelTwice {
        /// The heading of the panel.
        label: String,
    },
    /// The day to copy from has no such records.
    #[error("Nothing of that kind is logged for {}, so there is nothing to copy.", day.label())]
    NothingToRepeat {
        /// The day to copy from.
        day: Day,
    },
    /// A record that cannot be read was to be deleted or mended, and stays as it is.
    #[error(
        "This was not {verb}: {what}. It changed meanwhile, or the rest of the diary needs it as it is. Check the diary again; what stays can stay, it is only left out."
    )]
    SetAsideStays {
        /// The record: "the cramp of 5 November 2026".
        what: String,
        /// "deleted" or "mended".
        verb: &'static str,
    },
    /// A sign that may be an alarm each time was to be known once for all.
    #[error("\"{}\" may need help each time, so it cannot be known once for all. Say it of the single entry that it is as it always is.", sign.label())]
    NeverKnown {
        /// The sign.
        sign: SignKind,
    },
    /// A side was given to a sign that has none, such as fever.
    #[error("\"{}\" has no side. Leave the side out.", sign.label())]
    SignWithoutSide {
        /// The sign.
        sign: SignKind,
    },
    /// A value is outside its range.
    #[error(transparent)]
    OutOfRange(#[from] OutOfRange),
    /// A step was not taken back, or not done again: a record is not as the step left it, or a rule between records forbids it.
    #[error("Not {verb}: {step}. {why}")]
    NotReverted {
        /// "undone" or "done again".
        verb: &'static str,
        /// The step, with its day: "Logged water, 250 ml (Thu 19 Nov)".
        step: String,
        /// What changed since, or the rule.
        why: Box<Self>,
    },
    /// The diary file could not be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
}
