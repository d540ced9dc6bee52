//! The rows that cannot be read.

use super::belonging::belonging;
use super::faults::{Faults, date, name};
use crate::domain;
use crate::store::kinds::every_kind;
use crate::store::row_reader::{OnlyRow, RowReader, only_row};
use crate::store::table::select;
use crate::store::{Column, KindSet, Reader, Record, RecordKind, Single, StoreError, value};
use chrono::NaiveDate;
use rusqlite::Connection;

/// How many faults of a record a sentence names.
const IN_SENTENCE: usize = 2;

/// A row of the diary file that cannot be read. It stays as it is until the person mends or deletes it.
#[derive(Debug, Clone, PartialEq)]
pub struct SetAside {
    /// Which kind of record it is.
    pub kind: RecordKind,
    /// Its number in its table.
    pub(super) row: i64,
    /// What it is: "the cramp of 5 November 2026".
    pub named: String,
    /// The date that it belongs to; `None` if it has none that can be read.
    pub date: Option<NaiveDate>,
    /// What of it cannot be read: "severity 11".
    pub faults: Vec<String>,
    /// The records that belong to it and are deleted with it, in words: "3 answers" of a factor. Mostly empty.
    pub belonging: Vec<String>,
    /// The columns that would have to say nothing so that the rest can be read; empty if that does not mend it.
    pub(super) to_clear: Vec<&'static Column>,
}

impl SetAside {
    /// What it is and what of it cannot be read: "the cramp of 5 November 2026: severity 11".
    #[must_use]
    pub fn words(&self) -> String {
        format!("{}: {}", self.named, self.faults.join(", "))
    }

    /// What it is and what of it cannot be read, within a sentence: "the cramp of 5 November 2026 (severity 11)". Names at most
    /// `IN_SENTENCE` faults.
    #[must_use]
    pub fn in_sentence(&self) -> String {
        let more = match self.faults.len().saturating_sub(IN_SENTENCE) {
            0 => String::new(),
            more => format!(", and {more} more"),
        };
        format!("{} ({}{more})", self.named, self.faults.iter().take(IN_SENTENCE).cloned().collect::<Vec<_>>().join(", "))
    }

    /// What the command line calls it: "cramp:12".
    #[must_use]
    pub fn key(&self) -> String {
        format!("{:?}:{}", self.kind, self.row).to_lowercase()
    }

    /// Its kind, and its number in its table.
    pub(in crate::store) fn place(&self) -> (RecordKind, i64) {
        (self.kind, self.row)
    }

    /// Whether it can be read once what is at fault says nothing.
    #[must_use]
    pub fn can_be_mended(&self) -> bool {
        !self.to_clear.is_empty()
    }

    /// Whether it can be deleted; not so the only row of its kind.
    #[must_use]
    pub fn can_be_deleted(&self) -> bool {
        self.kind.description().is_some_and(|description| description.rows == crate::store::Rows::OnePerRecord)
    }
}

macro_rules! set_aside {
    (records { $($Kind:ident($Type:path))+ } single { $($One:ident($OneType:path))+ }) => {
        fn set_aside(connection: &Connection, kind: RecordKind) -> rusqlite::Result<Vec<SetAside>> {
            match kind {
                $( RecordKind::$Kind => of_records::<$Type>(connection), )+
                $( RecordKind::$One => of_one::<$OneType>(connection), )+
                RecordKind::Import => Ok(Vec::new()),
            }
        }
    };
}
every_kind!(set_aside);

impl Reader<'_> {
    /// The rows of these kinds that cannot be read, in the order of [`RecordKind::ALL`]. Reads every row of the kinds.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be read.
    pub fn set_aside(&self, kinds: KindSet) -> Result<Vec<SetAside>, StoreError> {
        let found = kinds.iter().map(|kind| set_aside(self.connection, kind)).collect::<Result<Vec<_>, _>>();
        Ok(self.reading(kinds, found)?.concat())
    }

    /// Notes the kinds that were read and have a row with a date that is none, so that no range of dates meets it. Asks each table for what
    /// sorts before and behind every date, which its index knows.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be read.
    pub fn note_misdated(&self) -> Result<(), StoreError> {
        for kind in self.seen().iter() {
            let Some((table, date)) = kind.description().and_then(|description| Some((description.table, description.date?))) else {
                continue;
            };
            let some = |where_: &str| format!("EXISTS (SELECT 1 FROM {table} WHERE {date} {where_})");
            let sql = format!("SELECT {} OR {} OR {}", some("< '1850'"), some("> '9999-12-31'"), some("IS NULL"));
            let found = self.connection.prepare_cached(&sql).and_then(|mut statement| statement.query_row([], |row| row.get(0)));
            if self.reading(kind, found)? {
                self.pass_over(kind);
            }
        }
        Ok(())
    }

    /// The rows that cannot be read, of the kinds of which one was passed over so far. Empty, and for nothing, if none was.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be read.
    pub fn passed_over_rows(&self) -> Result<Vec<SetAside>, StoreError> {
        self.set_aside(self.passed_over())
    }
}

fn of_records<R: Record>(connection: &Connection) -> rusqlite::Result<Vec<SetAside>> {
    let sql = select::<R>().replacen("SELECT ", &format!("SELECT {0}.rowid AS row_number, ", R::TABLE), 1);
    let mut statement = connection.prepare(&sql)?;
    let reader = RowReader::<R>::of(&statement)?;
    let mut rows = statement.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        match reader.entry(row) {
            Err(error) if value::is_of_a_row(&error) => {
                let mut faults = Faults::of_columns(row, R::COLUMNS)?;
                faults.add_of_record(row)?;
                R::PARTS.iter().try_for_each(|parts| faults.add_of_parts(row, parts, connection))?;
                let Faults { words, optional, has_others } = faults.or_else(&error);
                let date = date(row);
                let named = match date {
                    Some(date) => format!("the {} of {}", R::NOUN, date.format("%-d %B %Y")),
                    None => name(row).map_or_else(|| format!("a {}", R::NOUN), |name| format!("the {} {name}", R::NOUN)),
                };
                let to_clear = if has_others { Vec::new() } else { optional };
                let belonging = belonging(connection, R::TABLE, &row.get("id")?)?;
                found.push(SetAside { kind: R::KIND, row: row.get("row_number")?, named, date, faults: words, belonging, to_clear });
            }
            entry => drop(entry?),
        }
    }
    Ok(found)
}

fn of_one<S: Single>(connection: &Connection) -> rusqlite::Result<Vec<SetAside>> {
    let OnlyRow { value: _, unreadable, is_lost } = only_row::<S>(connection)?;
    if !is_lost && unreadable.is_empty() {
        return Ok(Vec::new());
    }
    let mut statement = connection.prepare(&format!("SELECT * FROM {}", S::TABLE))?;
    let mut rows = statement.query([])?;
    let faults = match rows.next()? {
        Some(row) => Faults::of_columns(row, S::COLUMNS)?.words,
        None => vec!["the row is missing".to_owned()],
    };
    let named = format!("the {}", format!("{:?}", S::KIND).to_lowercase());
    let to_clear = if is_lost { Vec::new() } else { unreadable };
    Ok(vec![SetAside { kind: S::KIND, row: 1, named, date: None, faults, belonging: Vec::new(), to_clear }])
}
