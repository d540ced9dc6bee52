//! A folder of CSV files: one for each kind of record and one for what a record can have several of, with a dictionary of the columns.
//!
//! `docs/diary-csv.md` describes it, and how it is read back after a spreadsheet saved it.

mod cell;
mod dictionary;
mod guarded;
mod marks;
mod read;
mod sheet;
mod typed;
mod write;

pub use read::read_csv;
pub use write::{CsvStyle, export_csv};

/// The files beside those of kinds, without their ending.
const ABOUT: &str = "about";
const DELETED: &str = "deleted";
const DICTIONARY: &str = "dictionary";

/// The version of the folder: it grows when an older program would read one wrongly.
const SCHEMA: u64 = 1;
