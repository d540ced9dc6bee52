//! What came out of a damaged file.

use super::geometry::Encoding;
use super::record;
use super::shape::Shape;
use super::value::RawValue;
use super::walk::RawRow;

/// What came out of a damaged file.
#[derive(Debug)]
pub struct Salvaged<'s, 'a> {
    /// The tables, in the order of their shapes.
    pub tables: Vec<SalvagedTable<'s, 'a>>,
    /// How many pages the file has; those that were cut off do not count.
    pub pages: u32,
    /// How many pages were cut off.
    pub cut_off: u32,
    /// The numbers of the pages that are damaged, or have a row that is, or that nothing leads to and that are no part of a diary.
    pub damaged: Vec<u32>,
    /// The numbers of the pages with rows that no table takes: what was deleted long ago.
    pub left_over: Vec<u32>,
    /// How many pages came from the log beside the file.
    pub from_log: usize,
}

/// The rows of a table.
#[derive(Debug)]
pub struct SalvagedTable<'s, 'a> {
    /// What its rows look like.
    pub shape: &'s Shape,
    /// How many of its rows cannot be read, though the page with their beginning can.
    pub broken: usize,
    /// How many rows were found twice, of which one counts.
    pub doubles: usize,
    /// How its pages were given to it.
    pub given: PagesGiven,
    pub(super) rows: Vec<RawRow<'a>>,
    pub(super) encoding: Encoding,
}

/// How many pages with rows were given to a table, by what said so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PagesGiven {
    /// The table leads to them.
    pub by_root: usize,
    /// They fit where pages of the table are missing, or a copy of the file leads to them.
    pub by_gap: usize,
    /// Their rows look like those of the table, and nothing is known of its pages.
    pub by_shape: usize,
}

impl SalvagedTable<'_, '_> {
    /// How many rows there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.rows.len()
    }

    /// The values of each row, one for each column. They may be none that the column may have.
    pub fn rows(&self) -> impl Iterator<Item = Vec<RawValue<'_>>> {
        self.rows.iter().filter_map(|row| self.shape.complete(row.rowid, record::values(&row.bytes, self.encoding)?))
    }

    /// The number of each row, in the order of [`rows`](Self::rows); `None` for a table whose rows have none.
    pub fn numbers(&self) -> impl Iterator<Item = Option<i64>> {
        self.rows.iter().map(|row| row.rowid)
    }
}
