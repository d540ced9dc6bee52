//! How the choice of panels lies in the diary file: in a column of the row of settings.

use crate::domain::{Measure, Panels};
use crate::store::{Column, Columns, Holds, SingleRow, Values, value};
use rusqlite::Row;

impl SingleRow for Panels {
    const CHANGED: &'static str = "panels_ms";
    const NAME: &'static str = "panels";
}

impl Columns for Panels {
    const TABLE: &'static str = "settings";
    const COLUMNS: &'static [Column] =
        &[Column::new("panels", Holds::SOME_TEXT, "the panels of the trends from top to bottom, joined by blanks").or_not_said()];

    fn values(&self) -> Values {
        let words = |panels: &Vec<Measure>| panels.iter().map(Measure::to_string).collect::<Vec<_>>().join(" ");
        vec![("panels", value::optional_text(self.0.as_ref().map(words)))]
    }

    /// Reads the panels, and leaves out those that this version does not know.
    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        let words: Option<String> = row.get("panels")?;
        let panels = words.unwrap_or_default().split(' ').filter_map(|word| word.parse().ok()).collect::<Vec<_>>();
        Ok(Self(Some(panels).filter(|panels| !panels.is_empty())))
    }
}
