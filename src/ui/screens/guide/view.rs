//! What the Guide shows.

use crate::diary::{Kitchen, Safety};
use crate::domain::Day;
use crate::ui::action::GuideTab;

/// What a tab of the Guide shows.
#[derive(Debug, Clone, Copy)]
pub struct GuideView<'a> {
    /// The tab.
    pub tab: GuideTab,
    /// The day that is logged into from here.
    pub day: Day,
    /// Medicines and warning signs.
    pub safety: &'a Safety,
    /// What the diary knows, as a text for the doctor; empty on every tab but [`GuideTab::Doctor`].
    pub words_for_the_doctor: &'a str,
    /// What the person has and said about food.
    pub kitchen: &'a Kitchen,
    /// A number that changes whenever the kitchen does.
    pub version: u64,
    /// The day that is running, to which a stretch belongs that is done now.
    pub running: Day,
}
