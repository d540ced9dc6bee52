//! The CSV file of a case: one row a date, an empty cell for what is missing.

use chrono::{Days, NaiveDate};
use std::collections::BTreeMap;
use std::path::Path;

/// The most dates from the first to the last: a hundred years.
const MOST_DATES: i64 = 36_525;

/// The most cramps of a night: no leg has more.
const MOST_CRAMPS: f64 = 1_000.0;

/// The columns of a case, one value for each date from the first to the last. A date without a row is missing in every column.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct CaseTable {
    pub(super) first: NaiveDate,
    /// The numbers of each column, by its heading.
    columns: BTreeMap<String, Vec<Option<f64>>>,
    /// Which way of an experiment each date had: `true` for A; `None` for neither.
    pub(super) is_a: Vec<Option<bool>>,
}

impl CaseTable {
    /// Reads a file. An error is a sentence that names it.
    pub(super) fn read(path: &Path) -> Result<Self, String> {
        let text = super::texts::read_text(path)?;
        Self::parse(&text).map_err(|what| format!("{} cannot be used: {what}.", path.display()))
    }

    fn parse(text: &str) -> Result<Self, String> {
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        let headings = reader.headers().map_err(|error| unreadable(&error))?.clone();
        let at_date = headings.iter().position(|heading| heading == "date").ok_or("its first line has no column \"date\"")?;
        if let Some(twice) =
            headings.iter().enumerate().find(|(place, heading)| headings.iter().take(*place).any(|other| other == *heading))
        {
            return Err(format!("it has the column \"{}\" twice", twice.1));
        }
        let mut rows = BTreeMap::new();
        for row in reader.records() {
            let row = row.map_err(|error| unreadable(&error))?;
            let line = row.position().map_or(0, csv::Position::line);
            if row.len() > headings.len() {
                return Err(format!("line {line} has more cells than the first line"));
            }
            let date = row.get(at_date).unwrap_or_default().trim();
            let date: NaiveDate = date.parse().ok().ok_or_else(|| format!("\"{date}\" on line {line} is no date such as 2026-11-20"))?;
            if rows.insert(date, row).is_some() {
                return Err(format!("it has {date} twice"));
            }
        }
        let first = *rows.keys().next().ok_or("it has no date")?;
        let dates = rows.keys().next_back().map_or(0, |last| (*last - first).num_days()) + 1;
        if dates > MOST_DATES {
            return Err("its dates are more than a hundred years apart".to_owned());
        }
        let rows: Vec<_> = (0..dates.unsigned_abs()).map(|day| rows.get(&(first + Days::new(day)))).collect();
        let mut table = Self { first, columns: BTreeMap::new(), is_a: vec![None; rows.len()] };
        for (place, heading) in headings.iter().enumerate().filter(|(place, _)| *place != at_date) {
            let cells = rows.iter().map(|row| row.and_then(|row| row.get(place)).map(str::trim).filter(|cell| !cell.is_empty()));
            if heading == "arm" {
                table.is_a = cells.map(arm).collect::<Result<_, _>>()?;
            } else {
                let numbers = cells.map(|cell| cell.map(|cell| number(heading, cell)).transpose()).collect::<Result<_, _>>()?;
                table.columns.insert(heading.to_owned(), numbers);
            }
        }
        Ok(table)
    }

    /// The numbers of a column. An error names the column that is not there.
    pub(super) fn column(&self, heading: &str) -> Result<&[Option<f64>], String> {
        self.columns.get(heading).map(Vec::as_slice).ok_or_else(|| format!("it has no column \"{heading}\""))
    }
}

fn number(heading: &str, cell: &str) -> Result<f64, String> {
    let number = cell
        .parse()
        .ok()
        .filter(|number: &f64| number.is_finite())
        .ok_or_else(|| format!("\"{cell}\" in the column \"{heading}\" is no number"))?;
    match heading {
        "cramps" if !(0.0..=MOST_CRAMPS).contains(&number) => {
            Err(format!("\"{cell}\" in the column \"cramps\" is below zero or above {MOST_CRAMPS}"))
        }
        _ => Ok(number),
    }
}

fn arm(cell: Option<&str>) -> Result<Option<bool>, String> {
    match cell {
        None => Ok(None),
        Some("A") => Ok(Some(true)),
        Some("B") => Ok(Some(false)),
        Some(other) => Err(format!("\"{other}\" in the column \"arm\" is neither A nor B")),
    }
}

fn unreadable(error: &csv::Error) -> String {
    error.position().map_or_else(|| "it is no table of text".to_owned(), |place| format!("line {} is no row of text", place.line()))
}
