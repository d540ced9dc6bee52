//! Converting between values of the domain and columns of the file.

use crate::domain::{Id, OwnName, UnknownKey};
use chrono::{DateTime, Datelike as _, FixedOffset, NaiveDate, NaiveDateTime};
use rusqlite::types::{Type, Value};
use rusqlite::{Error, Row, Rows};
use std::str::FromStr;

/// The format of a local date and time in a column.
const WALL: &str = "%Y-%m-%dT%H:%M:%S";

/// The error for a column with a value that cannot be read.
pub(super) fn unreadable(column: &str, value: &str) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(0, Type::Null, format!("{column} is \"{value}\"").into())
}

/// The first year of which a diary can speak. A date before it is a damaged one, and would have every night since then looked at.
const FIRST_YEAR: i32 = 1850;

/// Whether an error is about what stands in one row, so that the other rows can be read.
pub(super) fn is_of_a_row(error: &Error) -> bool {
    matches!(
        error,
        Error::FromSqlConversionFailure(..) | Error::IntegralValueOutOfRange(..) | Error::InvalidColumnType(..) | Error::Utf8Error(..)
    )
}

/// The rows that can be read, without those that cannot.
pub(super) fn readable<T>(rows: impl Iterator<Item = rusqlite::Result<T>>) -> rusqlite::Result<Vec<T>> {
    rows.filter(|row| !matches!(row, Err(error) if is_of_a_row(error))).collect()
}

/// The date in this column of the first row in which it can be read. Returns `None` if there is no such row.
pub(super) fn first_date(mut rows: Rows<'_>, column: &str) -> rusqlite::Result<Option<NaiveDate>> {
    while let Some(row) = rows.next()? {
        match date(row, column) {
            Err(error) if is_of_a_row(&error) => {}
            found => return found.map(Some),
        }
    }
    Ok(None)
}

/// The date in a text. Returns `None` if it is none of which a diary can speak.
pub(super) fn parse_date(text: &str) -> Option<NaiveDate> {
    text.parse().ok().filter(|date: &NaiveDate| (FIRST_YEAR..=9999).contains(&date.year()))
}

/// The date and time of a clock on the wall in a text. Returns `None` if there is none.
pub(super) fn parse_wall(text: &str) -> Option<NaiveDateTime> {
    NaiveDateTime::parse_from_str(text, WALL).ok()
}

/// The date in a column.
pub(super) fn date(row: &Row<'_>, column: &str) -> rusqlite::Result<NaiveDate> {
    let text: String = row.get(column)?;
    parse_date(&text).ok_or_else(|| unreadable(column, &text))
}

/// The date in a column. Returns `None` if it is NULL.
pub(super) fn optional_date(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<NaiveDate>> {
    let text: Option<String> = row.get(column)?;
    text.map(|text| parse_date(&text).ok_or_else(|| unreadable(column, &text))).transpose()
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

/// The moment whose local date and time stand in the column `wall`, and its UTC offset in the column `offset`. Returns `None` if the
/// first is NULL.
pub(super) fn moment(row: &Row<'_>, wall: &str, offset: &str) -> rusqlite::Result<Option<DateTime<FixedOffset>>> {
    // Most entries have no time, and a column is looked for by its name.
    let Some(text) = row.get::<_, Option<String>>(wall)? else { return Ok(None) };
    let seconds = row.get::<_, Option<i32>>(offset)?.ok_or_else(|| unreadable(offset, "missing"))?;
    let zone = FixedOffset::east_opt(seconds).ok_or_else(|| unreadable(offset, &seconds.to_string()))?;
    let local = parse_wall(&text).ok_or_else(|| unreadable(wall, &text))?;
    local.and_local_timezone(zone).single().map(Some).ok_or_else(|| unreadable(wall, &text))
}
