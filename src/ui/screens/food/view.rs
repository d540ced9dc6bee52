//! What the Food screen shows.

use crate::diary::{Advice, Kitchen};
use crate::domain::{Day, FoodId};
use crate::exchange::DownloadContents;
use crate::jobs::Progress;
use crate::nutrition::IntakeSummary;

/// Everything on the Food screen.
#[derive(Debug, Clone, Copy)]
pub struct FoodView<'a> {
    /// The day that foods are logged for from here.
    pub day: Day,
    /// What the person has and said about food.
    pub kitchen: &'a Kitchen,
    /// A number that changes whenever the kitchen does.
    pub version: u64,
    /// The foods in the diary, the most usual first.
    pub known: &'a [FoodId],
    /// How far an import is.
    pub import: &'a ImportState<'a>,
    /// What the person's food contained, and what may be added to it.
    pub intake: IntakeView<'a>,
}

/// What the person's food contained, and what may be added to it.
#[derive(Debug, Clone, Copy)]
pub struct IntakeView<'a> {
    /// Intake over 7 and over 28 days.
    pub summaries: &'a [IntakeSummary; 2],
    /// Foods for what is short.
    pub advice: &'a Advice,
}

/// How far an import of foods is.
#[derive(Debug, Clone)]
pub enum ImportState<'a> {
    /// There is none.
    Nothing,
    /// A download is being read.
    Reading(Progress),
    /// The download could not be read, for this reason.
    Refused(&'a str),
    /// The download was read; its foods wait to be accepted.
    Ready(&'a DownloadContents),
}
