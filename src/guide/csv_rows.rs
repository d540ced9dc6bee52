//! Reading the guide's tables, which are CSV files.

use serde::de::DeserializeOwned;

/// The rows of a table. A row that cannot be read is left out, so that the rest of the guide still works; a test counts the rows.
pub(super) fn rows<T: DeserializeOwned>(table: &str) -> Vec<T> {
    csv::Reader::from_reader(table.as_bytes()).deserialize().filter_map(Result::ok).collect()
}

/// The parts of a cell that lists several things between `|`, without blanks around them and without empty ones.
pub(super) fn parts(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('|').map(str::trim).filter(|part| !part.is_empty())
}

/// The parts of a cell that lists several things between `|`, as owned texts.
pub(super) fn list(cell: &str) -> Vec<String> {
    parts(cell).map(str::to_owned).collect()
}

/// The text of a cell. Returns `None` if the cell is blank.
pub(super) fn filled(cell: String) -> Option<String> {
    (!cell.trim().is_empty()).then_some(cell)
}
