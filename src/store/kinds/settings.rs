//! How the settings lie in the diary file.

use crate::domain::{DayRules, Hour, Settings, ThemeChoice};
use crate::store::{Column, Columns, Holds, SingleRow, Values, value};
use rusqlite::Row;

impl SingleRow for Settings {}

impl Columns for Settings {
    const TABLE: &'static str = "settings";
    const COLUMNS: &'static [Column] = &[
        Column::new("night_starts_hour", Holds::whole(0, 23), "hour at which nights begin").in_unit("h"),
        Column::new("day_ends_hour", Holds::whole(0, 23), "hour at which days end").in_unit("h"),
        Column::new("hydration_goal_ml", Holds::whole(500, 6000), "what to drink a day").in_unit("ml").or_not_said(),
        Column::new("theme", Holds::Key(ThemeChoice::KEYS), "look of the window").of_machine(),
    ];

    fn values(&self) -> Values {
        let Self { rules, hydration_goal_ml, theme } = self;
        vec![
            ("night_starts_hour", rules.night_starts.get().into()),
            ("day_ends_hour", rules.day_ends.get().into()),
            ("hydration_goal_ml", (*hydration_goal_ml).into()),
            ("theme", value::text(theme.key())),
        ]
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            rules: DayRules {
                night_starts: value::checked(row, "night_starts_hour", Hour::new)?,
                day_ends: value::checked(row, "day_ends_hour", Hour::new)?,
            },
            hydration_goal_ml: row.get("hydration_goal_ml")?,
            theme: value::key(row, "theme")?,
        })
    }
}
