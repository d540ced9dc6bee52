//! Converting between values of the domain and columns of the file.

use crate::domain::{Id, OwnName, UnknownKey};
use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime};
use rusqlite::Row;
use rusqlite::types::{Type, Value};
use std::str::FromStr;

/// The format of a local date and time in a column.
const WALL: &str = "%Y-%m-%dT%H:%M:%S";

/// The error for a column with a value that cannot be read.
pub(super) fn unreadable(column: &str, value: &str) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(0, Type::Null, format!("{column} is \"{value}\"").into())
}

/// The date in a column.
pub(super) fn date(row: &Row<'_>, column: &str) -> rusqlite::Result<NaiveDate> {
    let text: String = row.get(column)?;
    text.parse().map_err(|_not_a_date| unreadable(column, &text))
}

/// The date in a column. Returns `None` if it is NULL.
pub(super) fn optional_date(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<NaiveDate>> {
    let text: Option<String> = row.get(column)?;
    text.map(|text| text.parse().map_err(|_not_a_date| unreadable(column, &text))).transpose()
}

/// The name in a column that the person gave.
pub(super) fn own_name(row: &Row<'_>, column: &str) -> rusqlite::Result<OwnName> {
    let text: String = row.get(column)?;
    OwnName::new(&text).map_err(|_out_of_range| unreadable(column, &text))
}

/// The value of an enum whose key stands in a column.
pub(super) fn key<T: FromStr<Err = UnknownKey>>(row: &Row<'_>, column: &str) -> rusqlite::Result<T> {
    let text: String = row.get(column)?;
    text.parse().map_err(|error: UnknownKey| unreadable(column, &error.given))
}

/// The value of an enum whose key stands in a column. Returns `None` if it is NULL.
pub(super) fn optional_key<T: FromStr<Err = UnknownKey>>(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<T>> {
    let text: Option<String> = row.get(column)?;
    text.map(|text| text.parse().map_err(|error: UnknownKey| unreadable(column, &error.given))).transpose()
}

/// The quantity that `make` makes from the number in a column.
pub(super) fn checked<T, N: rusqlite::types::FromSql + ToString + Copy, E>(
    row: &Row<'_>,
    column: &str,
    make: impl FnOnce(N) -> Result<T, E>,
) -> rusqlite::Result<T> {
    let number: N = row.get(column)?;
    make(number).map_err(|_out_of_range| unreadable(column, &number.to_string()))
}

/// The quantity that `make` makes from the number in a column. Returns `None` if it is NULL.
pub(super) fn optional_checked<T, N: rusqlite::types::FromSql + ToString + Copy, E>(
    row: &Row<'_>,
    column: &str,
    make: impl FnOnce(N) -> Result<T, E>,
) -> rusqlite::Result<Option<T>> {
    let number: Option<N> = row.get(column)?;
    number.map(|number| make(number).map_err(|_out_of_range| unreadable(column, &number.to_string()))).transpose()
}

/// The value of a text column.
pub(super) fn text<T: ToString + ?Sized>(words: &T) -> Value {
    Value::Text(words.to_string())
}

/// The value of a text column; NULL for `None`.
pub(super) fn optional_text(words: Option<impl ToString>) -> Value {
    words.map_or(Value::Null, |words| text(&words))
}

/// The value of a column with the id of another record.
pub(super) fn id<T>(id: Id<T>) -> Value {
    Value::Blob(id.uuid().into_bytes().to_vec())
}

/// The value of a text column with several keys joined by `|`, in their order.
pub(super) fn joined(words: impl Iterator<Item = impl ToString>) -> Value {
    Value::Text(words.map(|word| word.to_string()).collect::<Vec<_>>().join("|"))
}

/// The value of a column with the local date and time of a moment; NULL for `None`.
pub(super) fn wall(moment: Option<DateTime<FixedOffset>>) -> Value {
    optional_text(moment.map(|at| at.naive_local().format(WALL)))
}

/// The value of a column with the UTC offset of a moment in seconds; NULL for `None`.
pub(super) fn offset_s(moment: Option<DateTime<FixedOffset>>) -> Value {
    moment.map(|at| at.offset().local_minus_utc()).into()
}

/// The moment whose local date and time stand in the column `wall`, and its UTC offset in the column `offset`. Returns `None` if either is
/// NULL.
pub(super) fn moment(row: &Row<'_>, wall: &str, offset: &str) -> rusqlite::Result<Option<DateTime<FixedOffset>>> {
    // Most entries have no time, and a column is looked for by its name.
    let Some(text) = row.get::<_, Option<String>>(wall)? else { return Ok(None) };
    let Some(seconds) = row.get::<_, Option<i32>>(offset)? else { return Ok(None) };
    let zone = FixedOffset::east_opt(seconds).ok_or_else(|| unreadable(offset, &seconds.to_string()))?;
    let local = NaiveDateTime::parse_from_str(&text, WALL).map_err(|_not_a_time| unreadable(wall, &text))?;
    local.and_local_timezone(zone).single().map(Some).ok_or_else(|| unreadable(wall, &text))
}
