//! Which rows of a table are one and the same.

use super::geometry::Encoding;
use super::record;
use super::value::RawValue;
use super::walk::RawRow;

/// What two rows of a table cannot have alike.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum RowKey {
    /// The number of the row.
    Number(i64),
    /// The values of its first columns, each as a letter for its kind and its bytes.
    Values(Vec<(char, Vec<u8>)>),
}

impl RowKey {
    /// The key of a row, which is its number or its first `columns` values. Returns `None` if it has neither.
    pub(super) fn of(row: &RawRow<'_>, columns: Option<usize>, encoding: Encoding) -> Option<Self> {
        match (columns, row.rowid) {
            (None, rowid) => rowid.map(Self::Number),
            (Some(columns), _) => {
                let values = record::values(&row.bytes, encoding)?;
                Some(Self::Values(values.get(..columns)?.iter().map(bytes).collect()))
            }
        }
    }
}

fn bytes(value: &RawValue<'_>) -> (char, Vec<u8>) {
    match value {
        RawValue::Null => ('n', Vec::new()),
        RawValue::Integer(number) => ('i', number.to_be_bytes().to_vec()),
        RawValue::Real(number) => ('r', number.to_be_bytes().to_vec()),
        RawValue::Text(text) => ('t', text.as_bytes().to_vec()),
        RawValue::Garbled(bytes) => ('g', bytes.to_vec()),
        RawValue::Blob(bytes) => ('b', bytes.to_vec()),
    }
}
