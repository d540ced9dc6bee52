//! A value of a column without its type.

use crate::store::Column;
use crate::store::set_aside::said;
use rusqlite::types::{Value, ValueRef};
use std::cmp::Ordering;
use uuid::Uuid;

/// A value of a column of the diary file.
#[derive(Debug, Clone)]
pub enum PlainValue {
    /// It was not said.
    Nothing,
    /// A whole number; 0 and 1 stand for no and yes.
    Whole(i64),
    /// A decimal number.
    Number(f64),
    /// Words, a date, a key.
    Text(String),
    /// The id of another record.
    Id(Uuid),
}

impl PlainValue {
    /// Whether something was said.
    #[must_use]
    pub fn is_something(&self) -> bool {
        !matches!(self, Self::Nothing)
    }

    /// The value of a column. Returns `None` for bytes that are no id and for a text that is none.
    pub(super) fn of(value: ValueRef<'_>) -> Option<Self> {
        Some(match value {
            ValueRef::Null => Self::Nothing,
            ValueRef::Integer(number) => Self::Whole(number),
            ValueRef::Real(number) => Self::Number(number),
            ValueRef::Text(text) => Self::Text(std::str::from_utf8(text).ok()?.to_owned()),
            ValueRef::Blob(bytes) => Self::Id(Uuid::from_slice(bytes).ok()?),
        })
    }

    pub(super) fn to_sql(&self) -> Value {
        match self {
            Self::Nothing => Value::Null,
            Self::Whole(number) => Value::Integer(*number),
            Self::Number(number) => Value::Real(*number),
            Self::Text(text) => Value::Text(text.clone()),
            Self::Id(id) => Value::Blob(id.as_bytes().to_vec()),
        }
    }

    /// The milliseconds that it holds. Returns `None` if it holds none.
    pub(super) fn ms(&self) -> Option<i64> {
        if let Self::Whole(ms) = self { Some(*ms) } else { None }
    }

    fn rank(&self) -> u8 {
        match self {
            Self::Nothing => 0,
            Self::Whole(_) => 1,
            Self::Number(_) => 2,
            Self::Text(_) => 3,
            Self::Id(_) => 4,
        }
    }
}

/// An order that means nothing, but is the same on every computer: it decides where two computers changed one thing in one millisecond.
impl Ord for PlainValue {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Whole(one), Self::Whole(other)) => one.cmp(other),
            (Self::Number(one), Self::Number(other)) => one.total_cmp(other),
            (Self::Text(one), Self::Text(other)) => one.cmp(other),
            (Self::Id(one), Self::Id(other)) => one.cmp(other),
            (one, other) => one.rank().cmp(&other.rank()),
        }
    }
}

impl PartialOrd for PlainValue {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for PlainValue {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for PlainValue {}

impl Column {
    /// Why the column cannot hold a value, in words: "severity 11". Returns `None` if it can.
    pub(super) fn fault(&self, value: &PlainValue) -> Option<String> {
        let value = value.to_sql();
        let value = ValueRef::from(&value);
        (!self.allows(value)).then(|| said(self, value))
    }
}
