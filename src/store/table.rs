//! How a kind of record lies in the diary file. Each kind's folder implements [`Table`] or [`SingleRow`] for its type.

use super::{Column, Holds};
use crate::domain::{Day, Entry, Id, Measure, Night};
use chrono::NaiveDate;
use rusqlite::types::Value;
use rusqlite::{Connection, Row};
use std::{borrow::Cow, fmt};

/// The values of a record by the names of their columns, in the order of [`Columns::COLUMNS`].
pub type Values = Vec<(&'static str, Value)>;

/// What is written into columns of a table and read from them.
pub trait Columns: Clone + PartialEq + fmt::Debug + Sized + 'static {
    /// The table, whose name is also saved in tombstones.
    const TABLE: &'static str;

    /// Every column of the value itself.
    const COLUMNS: &'static [Column];

    /// The value of each of [`Columns::COLUMNS`].
    fn values(&self) -> Values;

    /// Reads the value from a row, by the names of its columns.
    ///
    /// # Errors
    /// A conversion failure that names the column and what stands in it.
    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self>;
}

/// A value of which the diary file has exactly one, in the only row of its table: the profile, the settings, the panels of Trends.
///
/// Where the row cannot be read, it says what the default does.
pub trait SingleRow: Columns + Default {
    /// The column with the time of the last change, in milliseconds since 1970; NULL there stands for never.
    const CHANGED: &'static str = "changed_ms";

    /// What files call it: its table, unless two share one.
    const NAME: &'static str = Self::TABLE;
}

/// A record of which the diary file can have any number. Its table has `id`, `created_ms` and `changed_ms` besides its columns.
pub trait Table: Columns {
    /// Whether it belongs to a night, to a day, or to no date.
    type When: When;

    /// What a person calls it, for "This drink is not there any more".
    const NOUN: &'static str;

    /// How lists show such records.
    const LISTED: ListedAs<Self>;

    /// The values of measures that such a record gives; empty where it gives none, or where a value needs more than the record.
    const FIGURES: FiguresOf<Self> = &[];

    /// The further tables for what a record can have several of, such as the ingredients of a recipe.
    const PARTS: &'static [Parts] = &[];

    /// The columns that tell a record of which there is one a night, or one a day and something else: its id is derived from them. Empty
    /// for records of which there can be several equal ones.
    const KEY: &'static [&'static str] = &[];

    /// The columns that have a time of change of their own, since they are merged one by one. Empty for records that are merged as a whole.
    const CLOCKS: &'static [ColumnClock] = &[];

    /// Reads all columns of records and of their parts, without `WHERE`; `None` for those that have no parts.
    const SELECT: Option<&'static str> = None;

    /// The night or the day that the record belongs to.
    fn when(&self) -> Self::When;

    /// Writes the rows of [`Table::PARTS`] anew.
    ///
    /// # Errors
    /// What SQLite reports.
    fn put_parts(&self, id: Id<Self>, connection: &Connection) -> rusqlite::Result<()> {
        _ = (id, connection);
        Ok(())
    }
}

/// A column that has a time of change of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ColumnClock {
    /// The column whose changes are timed.
    pub of: &'static str,
    /// The column of the table with the time; NULL there stands for `changed_ms` of the row, or for 0 where nothing is said.
    pub column: &'static str,
    /// What is timed.
    pub times: Times,
}

/// What a [`ColumnClock`] holds the time of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Times {
    /// The whole value: milliseconds since 1970.
    Value,
    /// Each line of a text, in words of `note_marks.rs`.
    Lines,
}

/// How lists of what was logged show a kind of record.
#[derive(Debug, Clone, Copy)]
pub enum ListedAs<T> {
    /// Lists know the kind by its type, since its words need more than the record; or they do not show it.
    ByHand,
    /// Under this heading; the words are one for each thing that a record says.
    Under(&'static str, fn(&T) -> Vec<String>),
}

/// The measures that a record has values of, each with the value; `None` stands for what the record does not say. The values of
/// several records of a date add up.
pub type FiguresOf<T> = &'static [(Measure, fn(&T) -> Option<f64>)];

/// A table with what each record of another table has several of: the reliefs that were tried against a cramp.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Parts {
    /// The table.
    pub table: &'static str,
    /// The column with the id of the record that a row belongs to.
    pub owner: &'static str,
    /// Its other columns.
    pub columns: &'static [Column],
}

/// What a record may belong to: a [`Night`], a [`Day`], or no date.
pub trait When: Copy {
    /// The column with the date; `None` for what has no date.
    const COLUMN: Option<&'static str>;

    /// The date; `None` for what has no date.
    fn known_date(self) -> Option<NaiveDate>;

    /// What it is in a sentence: "Thu 19 Nov", "the night of Thu 19 to Fri 20 Nov". `None` for what has no date.
    fn in_sentence(self) -> Option<String>;
}

/// A [`Night`] or a [`Day`], each of which has one date.
pub trait OneDate: Copy {
    /// The column in which records of a night, or of a day, have its date.
    const COLUMN: &'static str;

    /// The date on which the night begins, or that of the day.
    fn date(self) -> NaiveDate;

    /// What it is in a sentence: "Thu 19 Nov", "the night of Thu 19 to Fri 20 Nov".
    fn words(self) -> String;
}

impl OneDate for Night {
    const COLUMN: &'static str = Column::NIGHT.name;

    fn date(self) -> NaiveDate {
        Self::date(self)
    }

    fn words(self) -> String {
        format!("the {}", self.label())
    }
}

impl OneDate for Day {
    const COLUMN: &'static str = Column::DAY.name;

    fn date(self) -> NaiveDate {
        Self::date(self)
    }

    fn words(self) -> String {
        self.label()
    }
}

impl<D: OneDate> When for D {
    const COLUMN: Option<&'static str> = Some(D::COLUMN);

    fn known_date(self) -> Option<NaiveDate> {
        Some(self.date())
    }

    fn in_sentence(self) -> Option<String> {
        Some(self.words())
    }
}

/// What a record belongs to that has no date of its own: a medicine, a recipe.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Undated;

impl When for Undated {
    const COLUMN: Option<&'static str> = None;

    fn known_date(self) -> Option<NaiveDate> {
        None
    }

    fn in_sentence(self) -> Option<String> {
        None
    }
}

/// How many rows the table of a kind of record has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rows {
    /// Always one row, such as the table of the settings.
    One,
    /// One row per record: any number of rows.
    OnePerRecord,
}

/// A kind of record without its type: what walks over all kinds needs of each.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Description {
    /// What files of the program's own formats call it.
    pub name: &'static str,
    /// Its table.
    pub table: &'static str,
    /// What a person calls a record; for a kind of which there is one, its name.
    pub noun: &'static str,
    /// How many rows its table has.
    pub rows: Rows,
    /// The column with the date that a record belongs to; `None` for records without one.
    pub date: Option<&'static str>,
    /// Its columns besides `id`, `created_ms` and `changed_ms`.
    pub columns: &'static [Column],
    /// The further tables for what a record can have several of, such as the ingredients of a recipe.
    pub parts: &'static [Parts],
    /// The columns from which the id of a record is derived; empty for records with an id of their own.
    pub key: &'static [&'static str],
    /// The columns that have a time of change of their own.
    pub clocks: &'static [ColumnClock],
    /// The column with the time of the last change, in milliseconds since 1970.
    pub changed: &'static str,
    /// Whether a record says something of measures.
    pub has_figures: bool,
}

impl Description {
    /// Describes a kind of which there is any number.
    pub(super) const fn of_records<T: Table>() -> Self {
        Self {
            name: T::TABLE,
            table: T::TABLE,
            noun: T::NOUN,
            rows: Rows::OnePerRecord,
            date: <T::When as When>::COLUMN,
            columns: T::COLUMNS,
            parts: T::PARTS,
            key: T::KEY,
            clocks: T::CLOCKS,
            changed: "changed_ms",
            has_figures: !T::FIGURES.is_empty(),
        }
    }

    /// Describes a kind of which there is one.
    pub(super) const fn of_one<T: SingleRow>() -> Self {
        Self {
            name: T::NAME,
            table: T::TABLE,
            noun: T::NAME,
            rows: Rows::One,
            date: None,
            columns: T::COLUMNS,
            parts: &[],
            key: &[],
            clocks: &[],
            changed: T::CHANGED,
            has_figures: false,
        }
    }
}

/// Reads all columns of records of a kind and of their parts, without `WHERE`.
pub(super) fn select<T: Table>() -> Cow<'static, str> {
    T::SELECT.map_or_else(|| format!("SELECT * FROM {}", T::TABLE).into(), Cow::Borrowed)
}

/// Adds a record. What it does not say has the time `:deleted_ms`, at which an earlier one was deleted, or 0.
pub(super) fn insert<T: Table>() -> String {
    let timed = || T::CLOCKS.iter().filter(|clock| clock.times == Times::Value);
    let names = || ["id", "created_ms", "changed_ms"].into_iter().chain(T::COLUMNS.iter().map(|column| column.name));
    let columns: Vec<_> = names().chain(timed().map(|clock| clock.column)).collect();
    let time = |clock: &ColumnClock| format!("CASE WHEN :{} IS NULL THEN :deleted_ms ELSE :changed_ms END", clock.of);
    let values: Vec<_> = names().map(|name| format!(":{name}")).chain(timed().map(time)).collect();
    format!("INSERT INTO {} ({}) VALUES ({})", T::TABLE, columns.join(", "), values.join(", "))
}

/// Replaces the record with this id. Columns that have a time of their own keep it where they say what they said.
pub(super) fn replace<T: Table>() -> String {
    let timed = T::CLOCKS.iter().filter(|clock| clock.times == Times::Value);
    let names = ["created_ms", "changed_ms"].into_iter().chain(T::COLUMNS.iter().map(|column| column.name));
    let replaced = names.map(|name| format!("{name} = :{name}"));
    let kept = timed.map(|ColumnClock { of, column, .. }| {
        let known = format!("coalesce({column}, CASE WHEN {of} IS NULL THEN 0 ELSE changed_ms END)");
        format!("{column} = CASE WHEN {of} IS :{of} THEN {known} ELSE :changed_ms END")
    });
    format!("UPDATE {} SET {} WHERE id = :id", T::TABLE, replaced.chain(kept).collect::<Vec<_>>().join(", "))
}

/// Replaces these columns of the only row, at the time `:changed_ms` or one behind that of the last change.
pub(super) fn update<T: SingleRow>(columns: &Values) -> String {
    let replaced = columns.iter().map(|(name, _)| format!("{name} = :{name}"));
    let timed = format!("{0} = max(:changed_ms, coalesce({0} + 1, :changed_ms))", T::CHANGED);
    format!("UPDATE {} SET {}", T::TABLE, replaced.chain([timed]).collect::<Vec<_>>().join(", "))
}

/// The record as an object for machines: its id, and its columns by their names but for the date that it belongs to.
pub(super) fn plain<T: Table>(entry: &Entry<T>) -> serde_json::Map<String, serde_json::Value> {
    let columns = T::COLUMNS.iter().filter(|column| Some(column.name) != <T::When as When>::COLUMN);
    let mut values = entry.value.values();
    let value = |column: &Column| {
        let place = values.iter().position(|(name, _)| *name == column.name)?;
        Some((column.name.to_owned(), plain_value(column.holds, values.swap_remove(place).1)))
    };
    [("id".to_owned(), entry.id.to_string().into())].into_iter().chain(columns.filter_map(value)).collect()
}

fn plain_value(holds: Holds, value: Value) -> serde_json::Value {
    match (holds, value) {
        (_, Value::Null) => serde_json::Value::Null,
        (Holds::YesNo, Value::Integer(yes)) => (yes != 0).into(),
        (_, Value::Integer(number)) => number.into(),
        (_, Value::Real(number)) => number.into(),
        (_, Value::Text(text)) => text.into(),
        (_, Value::Blob(id)) => uuid::Uuid::from_slice(&id).map_or(serde_json::Value::Null, |id| id.to_string().into()),
    }
}
