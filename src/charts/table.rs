//! The figures of a chart as a table: for who reads rather than looks, to sort and to copy.

use crate::domain::as_f64;
use std::cmp::Ordering;

/// A column of a [`ChartTable`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableColumn {
    /// The heading of the column, with the unit.
    pub title: String,
    /// Whether the column contains numbers, which are aligned at the right.
    pub numeric: bool,
}

/// Why a cell of a [`ChartTable`] is blank.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Blank {
    /// What it would show was not logged.
    NotLogged,
    /// There is none: without a cramp there is no worst one.
    Nothing,
    /// Too few nights or answers are logged for a share, a rate or a mean.
    TooFew,
}

impl Blank {
    /// The text that a screen reader says for the cell.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::NotLogged => "not logged",
            Self::Nothing => "none",
            Self::TooFew => "too little is logged",
        }
    }
}

/// One cell of a [`ChartTable`].
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// The text shown; empty for a blank cell.
    pub text: String,
    /// The number that the row is sorted by and that CSV contains; `None` for text.
    pub value: Option<f64>,
    /// Why the cell is blank; without meaning where `text` is not empty.
    pub blank: Blank,
}

impl Cell {
    /// A cell with a text.
    #[must_use]
    pub fn words(text: impl Into<String>) -> Self {
        Self { text: text.into(), value: None, blank: Blank::NotLogged }
    }

    /// A cell with a number, written for people as `text`.
    #[must_use]
    pub fn number(value: f64, text: impl Into<String>) -> Self {
        Self { text: text.into(), value: Some(value), blank: Blank::NotLogged }
    }

    /// A cell with a count.
    #[must_use]
    pub fn count(count: usize) -> Self {
        Self::number(as_f64(count), count.to_string())
    }

    /// A blank cell, because it was not logged.
    #[must_use]
    pub fn empty() -> Self {
        Self::words("")
    }

    /// A blank cell, because there is none of what it would show.
    #[must_use]
    pub fn nothing() -> Self {
        Self { blank: Blank::Nothing, ..Self::empty() }
    }

    /// A blank cell, because too little is logged for the figure.
    #[must_use]
    pub fn too_few() -> Self {
        Self { blank: Blank::TooFew, ..Self::empty() }
    }

    /// What a screen reader says: the text, or for a blank cell why it is blank.
    #[must_use]
    pub fn spoken(&self) -> &str {
        if self.text.is_empty() { self.blank.words() } else { &self.text }
    }
}

/// The figures that a chart shows, as a table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ChartTable {
    /// The columns, from left to right.
    pub columns: Vec<TableColumn>,
    /// The rows, from top to bottom, each with one cell per column.
    pub rows: Vec<Vec<Cell>>,
}

impl ChartTable {
    /// A table without rows; a title that ends with "#" makes a column of numbers, without the "#".
    #[must_use]
    pub fn with_columns(titles: &[&str]) -> Self {
        let column = |title: &&str| {
            let words = title.strip_suffix('#');
            TableColumn { title: words.unwrap_or(title).to_owned(), numeric: words.is_some() }
        };
        Self { columns: titles.iter().map(column).collect(), rows: Vec::new() }
    }

    /// The indices of the rows in the order of their cells in `column`, counted from 0. Blank cells come last, ascending or
    /// descending. Rows stay in their order where cells are equal, or where there is no such column.
    #[must_use]
    pub fn sorted_by(&self, column: usize, descending: bool) -> Vec<usize> {
        let mut places: Vec<_> = (0..self.rows.len()).collect();
        places.sort_by(|a, b| {
            let cells = (self.rows[*a].get(column), self.rows[*b].get(column));
            let (Some(a), Some(b)) = cells else { return Ordering::Equal };
            let (a_empty, b_empty) = (a.text.is_empty(), b.text.is_empty());
            if a_empty || b_empty {
                return a_empty.cmp(&b_empty);
            }
            let order = match (a.value, b.value) {
                (Some(a), Some(b)) => a.total_cmp(&b),
                _ => a.text.cmp(&b.text),
            };
            if descending { order.reverse() } else { order }
        });
        places
    }

    /// The rows with the indices of `order`, in that order, as CSV below a line of column titles. An index without a row is skipped.
    ///
    /// Numbers have a decimal point, at most six decimals and no unit; blank cells are empty.
    #[must_use]
    pub fn to_csv(&self, order: &[usize]) -> String {
        let mut writer = csv::Writer::from_writer(Vec::new());
        let titles = self.columns.iter().map(|column| column.title.as_str());
        // Writing into memory does not fail.
        let mut written = writer.write_record(titles);
        for row in order.iter().filter_map(|place| self.rows.get(*place)) {
            let plain = |cell: &Cell| cell.value.map_or_else(|| cell.text.clone(), |value| ((value * 1e6).round() / 1e6).to_string());
            written = written.and_then(|()| writer.write_record(row.iter().map(plain)));
        }
        match written {
            Ok(()) => writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default(),
            Err(_) => String::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> ChartTable {
        let mut table = ChartTable::with_columns(&["Night", "Cramps#"]);
        let count = |number: f64| Cell::number(number, format!("{number}"));
        table.rows =
            vec![vec![Cell::words("b, c"), count(10.0)], vec![Cell::words("a"), Cell::empty()], vec![Cell::words("d"), count(2.0)]];
        table
    }

    #[test]
    fn numbers_are_sorted_as_numbers_and_what_is_not_known_stands_last() {
        assert_eq!(table().sorted_by(1, false), [2, 0, 1]);
        assert_eq!(table().sorted_by(1, true), [0, 2, 1]);
        assert_eq!(table().sorted_by(0, false), [1, 0, 2]);
    }

    #[test]
    fn an_empty_cell_says_why() {
        let cells = [Cell::empty(), Cell::nothing(), Cell::too_few(), Cell::words("a")];
        assert_eq!(cells.each_ref().map(Cell::spoken), ["not logged", "none", "too little is logged", "a"]);
    }

    #[test]
    fn a_copy_is_csv_in_the_order_on_the_screen() {
        assert_eq!(table().to_csv(&[2, 0, 1]), "Night,Cramps\nd,2\n\"b, c\",10\na,\n");
    }
}
