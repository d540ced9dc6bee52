//! What the person set for this diary.

use super::keyed::keyed_enum;
use super::{DayRules, OutOfRange};

keyed_enum! {
    /// Light, dark or as the system is.
    ThemeChoice, "theme" {
        /// As the system is.
        System = "system", "Follow the system";
        /// Always light.
        Light = "light", "Light";
        /// Always dark.
        Dark = "dark", "Dark";
    }
}

/// Settings, kept in the diary file; changing them is undone like any other step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    /// Where nights and days begin. Records keep the night or day they were logged for.
    pub rules: DayRules,
    /// What the person wants to drink a day, 500 to 6,000 ml; nothing: the reference.
    pub hydration_goal_ml: Option<u16>,
    /// Light, dark or as the system is.
    pub theme: ThemeChoice,
}

impl Settings {
    /// Checks a hydration goal against 500 to 6,000 ml.
    ///
    /// # Errors
    /// [`OutOfRange`] beyond it.
    pub fn hydration_goal(value_ml: u32) -> Result<u16, OutOfRange> {
        match u16::try_from(value_ml) {
            Ok(ml @ 500..=6000) => Ok(ml),
            _ => Err(OutOfRange { field: "Drinking goal", value: format!("{value_ml} ml"), min: "500", max: "6,000", unit: " ml a day" }),
        }
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self { rules: DayRules::default(), hydration_goal_ml: None, theme: ThemeChoice::System }
    }
}
