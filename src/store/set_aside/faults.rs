//! What of a row cannot be read, in words.

use crate::store::{Column, Parts, value};
use chrono::NaiveDate;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row};

/// The longest text that is repeated, in characters.
const LONGEST: usize = 40;

/// The faults of a row.
#[derive(Debug, Default)]
pub(super) struct Faults {
    /// What is wrong, in words: "severity 11".
    pub(super) words: Vec<String>,
    /// The columns at fault that may also say nothing.
    pub(super) optional: Vec<&'static Column>,
    /// Whether there is a fault that saying nothing does not mend.
    pub(super) has_others: bool,
}

impl Faults {
    /// The faults of the columns of a row.
    pub(super) fn of_columns(row: &Row<'_>, columns: &'static [Column]) -> rusqlite::Result<Self> {
        let mut faults = Self::default();
        for column in columns {
            let value = row.get_ref(column.name)?;
            if !column.allows(value) {
                faults.words.push(said(column, value));
                if column.is_optional {
                    faults.optional.push(column);
                } else {
                    faults.has_others = true;
                }
            }
        }
        Ok(faults)
    }

    /// Adds the faults of what every record has besides its columns: its id, and when it was made and changed.
    pub(super) fn add_of_record(&mut self, row: &Row<'_>) -> rusqlite::Result<()> {
        let id = row.get_ref("id")?;
        if !matches!(id, ValueRef::Blob(id) if id.len() == 16) {
            self.add(format!("its id {}", shown(id)));
        }
        for (column, words) in [("created_ms", "when it was made"), ("changed_ms", "when it was changed")] {
            let value = row.get_ref(column)?;
            if !matches!(value, ValueRef::Integer(ms) if chrono::DateTime::from_timestamp_millis(ms).is_some()) {
                self.add(format!("{words} {}", shown(value)));
            }
        }
        Ok(())
    }

    /// Adds the faults of what the record has several of.
    pub(super) fn add_of_parts(&mut self, row: &Row<'_>, parts: &'static Parts, connection: &Connection) -> rusqlite::Result<()> {
        let Parts { table, owner, columns } = parts;
        let mut statement = connection.prepare_cached(&format!("SELECT * FROM {table} WHERE {owner} = ?1"))?;
        let id: rusqlite::types::Value = row.get("id")?;
        let mut rows = statement.query([id])?;
        while let Some(part) = rows.next()? {
            let of_part = Self::of_columns(part, columns)?;
            self.has_others |= !of_part.words.is_empty();
            self.words.extend(of_part.words);
        }
        Ok(())
    }

    /// Adds that the row is no sense, if nothing else is wrong.
    pub(super) fn or_else(mut self, error: &rusqlite::Error) -> Self {
        if self.words.is_empty() {
            let detail = match error {
                rusqlite::Error::FromSqlConversionFailure(_, _, cause) => format!("what it says does not fit together ({cause})"),
                _ => "what it says does not fit together".to_owned(),
            };
            self.add(detail);
        }
        self
    }

    fn add(&mut self, words: String) {
        self.words.push(words);
        self.has_others = true;
    }
}

/// What a column says, in words: "severity 11".
pub(in crate::store) fn said(column: &Column, value: ValueRef<'_>) -> String {
    // The range, or what else the words add, is no part of the name.
    let name = column.words.split(", ").next().unwrap_or(column.words);
    let unit = if matches!(value, ValueRef::Integer(_) | ValueRef::Real(_)) { column.unit } else { "" };
    format!("{name} {} {unit}", shown(value)).trim_end().to_owned()
}

/// A value as it may be shown.
fn shown(value: ValueRef<'_>) -> String {
    match value {
        ValueRef::Null => "is missing".to_owned(),
        ValueRef::Integer(number) => number.to_string(),
        ValueRef::Real(number) => number.to_string(),
        ValueRef::Text(text) => {
            let text = String::from_utf8_lossy(text);
            let rest = if text.chars().count() > LONGEST { "…" } else { "" };
            format!("\"{}{rest}\"", text.chars().take(LONGEST).collect::<String>())
        }
        ValueRef::Blob(bytes) => format!("is {} bytes", bytes.len()),
    }
}

/// The date that a row belongs to. Returns `None` if it has none that can be read.
pub(super) fn date(row: &Row<'_>) -> Option<NaiveDate> {
    let in_column = |column: &Column| value::date(row, column.name).ok();
    in_column(&Column::NIGHT).or_else(|| in_column(&Column::DAY))
}

/// The name that a row has, such as that of a medicine. Returns `None` if it has none that can be read.
pub(super) fn name(row: &Row<'_>) -> Option<String> {
    let text = row.get_ref("name").ok()?;
    matches!(text, ValueRef::Text(name) if !name.is_empty() && std::str::from_utf8(name).is_ok()).then(|| shown(text))
}
