//! What the Settings screen shows.

use crate::domain::{Day, Profile, Settings};
use crate::nutrition::LimitsDrinking;
use std::path::Path;

/// Everything on the Settings screen.
#[derive(Debug, Clone, Copy)]
pub struct SettingsView<'a> {
    /// The settings as saved.
    pub settings: Settings,
    /// The profile as saved.
    pub profile: &'a Profile,
    /// Why only the clinic can say how much the person should drink; `None` if there is no such reason.
    pub limits_drinking: Option<&'a LimitsDrinking>,
    /// Today by the calendar.
    pub today: Day,
    /// The file of the diary.
    pub path: &'a Path,
}
