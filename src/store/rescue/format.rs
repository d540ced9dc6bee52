//! Which format a damaged diary has.

use super::RescueError;
use crate::salvage::{Definition, Header, Stead, Wreck};
use crate::store::file::connect_in_memory;
use crate::store::{StoreError, schema};
use std::collections::BTreeSet;
use std::path::Path;

/// The format of a damaged diary: as its first page says, or else its newest copy, or else its tables. Without any of these it is the
/// newest, whose tables hold what older ones do.
pub(super) fn format_of(wreck: &Wreck<'_>, stead: Option<&Stead>, path: &Path) -> Result<i64, RescueError> {
    let header = wreck.header();
    let said = header.and_then(number).or_else(|| stead.and_then(|stead| stead.header).and_then(number));
    if let Some(found) = said.filter(|format| *format > schema::NEWEST) {
        return Err(StoreError::Newer { found, known: schema::NEWEST, path: path.to_owned() }.into());
    }
    if let Some(format) = said.filter(|format| *format > 0) {
        return Ok(format);
    }
    match by_definitions(wreck.definitions()).map_err(|error| StoreError::from_sqlite(error, path))? {
        Some(format) => Ok(format),
        // It has whole tables, and none of ours.
        None if header.is_some() && wreck.definitions().iter().any(|definition| !definition.sql.is_empty()) => {
            Err(RescueError::OfAnother { path: path.to_owned() })
        }
        None => Ok(schema::NEWEST),
    }
}

/// The format that a header says. Returns `None` if it is not that of a diary.
fn number(header: Header) -> Option<i64> {
    (i64::from(header.application) == schema::APPLICATION_ID).then_some(i64::from(header.format))
}

/// The format whose tables are most like these; the newest of several. Returns `None` if no table is like one of ours.
fn by_definitions(found: &[Definition]) -> rusqlite::Result<Option<i64>> {
    let found: BTreeSet<&str> = found.iter().map(|definition| definition.sql.as_str()).filter(|sql| !sql.is_empty()).collect();
    let mut best = None;
    for format in 1..=schema::NEWEST {
        let made = connect_in_memory()?;
        schema::make_format(&made, format)?;
        let mut statement = made.prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL")?;
        let ours = statement.query_map([], |row| row.get::<_, String>(0))?.collect::<rusqlite::Result<Vec<_>>>()?;
        let alike = ours.iter().filter(|sql| found.contains(sql.as_str())).count();
        best = best.max((alike > 0).then_some((alike, format)));
    }
    Ok(best.map(|(_, format)| format))
}
