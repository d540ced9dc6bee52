//! Reading the guide's tables.

use serde::de::DeserializeOwned;

/// The rows of a table. One that cannot be read is left out, rather than taking the rest of the guide with it; a test counts
/// them.
pub(super) fn rows<T: DeserializeOwned>(table: &str) -> Vec<T> {
    csv::Reader::from_reader(table.as_bytes()).deserialize().filter_map(Result::ok).collect()
}

/// The parts of a cell that holds several.
pub(super) fn parts(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('|').map(str::trim).filter(|part| !part.is_empty())
}

/// The same as words to keep.
pub(super) fn list(cell: &str) -> Vec<String> {
    parts(cell).map(str::to_owned).collect()
}

/// What stands in a cell, unless it is empty.
pub(super) fn filled(cell: String) -> Option<String> {
    (!cell.trim().is_empty()).then_some(cell)
}
