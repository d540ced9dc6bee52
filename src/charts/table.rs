//! The figures of a chart as a table: for who reads rather than looks, to sort and to copy.

use crate::domain::as_f64;
use std::cmp::Ordering;

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableColumn {
    /// The heading of the column, with the unit.
    pub title: String,
    /// Whether the column holds numbers, which stand at its right.
    pub numeric: bool,
}

/// Why a cell is empty.
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
    /// What is said of the cell.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::NotLogged => "not logged",
            Self::Nothing => "none",
            Self::TooFew => "too little is logged",
        }
    }
}

/// One cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// What stands there, for people; empty for a blank cell.
    pub text: String,
    /// The number that it is sorted by and that a file gets; `None` for words.
    pub value: Option<f64>,
    /// Why the cell is empty, where it is.
    pub blank: Blank,
}

impl Cell {
    /// A cell with words.
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

    /// What a screen reader says of it.
    #[must_use]
    pub fn spoken(&self) -> &str {
        if self.text.is_empty() { self.blank.words() } else { &self.text }
    }
}

/// The figures that a chart shows, in rows and columns.
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

    /// The places of the rows, sorted by a column. Blank cells stand last, whether ascending or descending.
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

    /// The rows in this order as CSV with a line of titles; numbers plain, with a point.
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
