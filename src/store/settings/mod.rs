//! The one row of settings.

use super::value;
use crate::domain::{DayRules, Hour, Settings};
use rusqlite::{Connection, named_params};

pub(super) fn read(connection: &Connection) -> rusqlite::Result<Settings> {
    connection.prepare_cached("SELECT * FROM settings")?.query_row([], |row| {
        Ok(Settings {
            rules: DayRules {
                night_starts: value::checked(row, "night_starts_hour", Hour::new)?,
                day_ends: value::checked(row, "day_ends_hour", Hour::new)?,
            },
            hydration_goal_ml: row.get("hydration_goal_ml")?,
            theme: value::key(row, "theme")?,
        })
    })
}

pub(super) fn write(connection: &Connection, settings: Settings) -> rusqlite::Result<()> {
    let Settings { rules, hydration_goal_ml, theme } = settings;
    connection.prepare_cached(include_str!("update.sql"))?.execute(named_params! {
        ":night_starts_hour": rules.night_starts.get(),
        ":day_ends_hour": rules.day_ends.get(),
        ":hydration_goal_ml": hydration_goal_ml,
        ":theme": theme.key(),
    })?;
    Ok(())
}
