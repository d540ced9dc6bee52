//! The settings of a diary.

use super::keyed::keyed_enum;
use super::{DayRules, OutOfRange};

keyed_enum! {
    /// The look of the window.
    ThemeChoice, "theme" {
        /// As the system is.
        System = "system", "Follow the system";
        /// Always light.
        Light = "light", "Light";
        /// Always dark.
        Dark = "dark", "Dark";
    }
}

/// The settings of a diary. They are kept in its file, and changing them can be undone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    /// The hours at which nights and days begin. Records keep the night or day that they were logged for.
    pub rules: DayRules,
    /// The volume that the person wants to drink per day, 500 to 6,000 ml; `None` for the goal that age and sex give.
    pub hydration_goal_ml: Option<u16>,
    /// The look of the window.
    pub theme: ThemeChoice,
}

impl Settings {
    /// Checks a drinking goal in ml per day.
    ///
    /// # Errors
    /// [`OutOfRange`] outside 500 to 6,000 ml.
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
