//! A CSV file that is read row by row: columns are found by their names, and faults name file, line and column.

use super::download_files::DownloadFiles;
use super::{ImportError, Problems, RowProblem};
use crate::jobs::Worker;
use csv::{ByteRecord, ReaderBuilder};
use std::{
    cell::Cell,
    io::{self, Read},
    path::{Path, PathBuf},
    rc::Rc,
};

/// The most bytes that a row may have. Longer rows come of a quotation mark that is never closed.
const LONGEST_ROW: u64 = 1 << 20;

/// What is wrong with a row.
#[derive(Debug)]
pub(super) enum Fault {
    /// The row is left out because of this column, for this reason.
    Row(&'static str, String),
    /// The whole import is refused.
    Whole(ImportError),
}

impl From<ImportError> for Fault {
    fn from(error: ImportError) -> Self {
        Self::Whole(error)
    }
}

/// A column that was found by its name.
#[derive(Debug, Clone, Copy)]
pub(super) struct CsvColumn {
    place: usize,
    name: &'static str,
}

/// What the reader and the table share, while `csv` stands between them.
#[derive(Debug, Default)]
struct Watch {
    /// Bytes read since the last whole row.
    since_row: Cell<u64>,
    /// Whether an odd number of quotation marks was read so far.
    in_quotes: Cell<bool>,
}

/// A reader that counts what is read, reports progress, and stops when the worker is stopped.
struct Watched<'a> {
    inner: Box<dyn Read + 'a>,
    worker: &'a Worker,
    watch: Rc<Watch>,
}

impl Read for Watched<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.worker.check().map_err(io::Error::other)?;
        let Watch { since_row, in_quotes } = &*self.watch;
        if since_row.get() > LONGEST_ROW {
            return Err(io::Error::other("the row has no end"));
        }
        let read = self.inner.read(buffer)?;
        let more = u64::try_from(read).unwrap_or(u64::MAX);
        since_row.set(since_row.get() + more);
        in_quotes.set(buffer[..read].iter().fold(in_quotes.get(), |odd, byte| odd ^ (*byte == b'"')));
        self.worker.advance(more).map_err(io::Error::other)?;
        Ok(read)
    }
}

/// An open CSV file.
pub(super) struct CsvTable<'a> {
    csv: csv::Reader<Watched<'a>>,
    watch: Rc<Watch>,
    worker: &'a Worker,
    /// The folder or zip that was chosen, for messages.
    path: PathBuf,
    file: &'static str,
    heading: ByteRecord,
    /// The line on which the last row read begins.
    last_row: u64,
    /// The line of the first row whose number of values differs from the number of columns.
    first_odd_row: Option<u64>,
}

impl<'a> CsvTable<'a> {
    /// Opens a file that exists, and reads its heading.
    pub(super) fn open(source: &'a mut DownloadFiles, file: &'static str, worker: &'a Worker) -> Result<Self, ImportError> {
        let size = source.size(file)?.unwrap_or(0);
        worker.begin(&format!("Reading {file}"), size)?;
        let path = source.path().to_owned();
        let watch = Rc::new(Watch::default());
        let watched = Watched { inner: source.read(file)?, worker, watch: Rc::clone(&watch) };
        let csv = ReaderBuilder::new().has_headers(false).flexible(true).buffer_capacity(1 << 16).from_reader(watched);
        let mut table = Self { csv, watch, worker, path, file, heading: ByteRecord::new(), last_row: 1, first_odd_row: None };
        let mut heading = ByteRecord::new();
        if !table.next(&mut heading)? {
            return Err(ImportError::Empty { file: file.to_owned() });
        }
        for (found, separator) in [("semicolons", b';'), ("tabs", b'\t'), ("vertical bars", b'|')] {
            if heading.len() == 1 && heading[0].contains(&separator) {
                return Err(ImportError::Separator { file: file.to_owned(), found });
            }
        }
        table.heading = heading;
        Ok(table)
    }

    /// The column with this name.
    pub(super) fn column(&self, name: &'static str) -> Result<CsvColumn, ImportError> {
        self.column_if_there(name).ok_or_else(|| {
            let found: Vec<_> = self.heading.iter().map(|name| shortened(&String::from_utf8_lossy(name))).collect();
            ImportError::ColumnMissing { file: self.file.to_owned(), column: name, found: found.join(", ") }
        })
    }

    /// The column with this name. Returns `None` if the download does not have it.
    pub(super) fn column_if_there(&self, name: &'static str) -> Option<CsvColumn> {
        let place = self.heading.iter().position(|found| found.trim_ascii().eq_ignore_ascii_case(name.as_bytes()))?;
        Some(CsvColumn { place, name })
    }

    /// Passes every row to `each`. Rows in which it finds a fault are listed in `problems`.
    pub(super) fn each_row(
        mut self,
        problems: &mut Problems,
        mut each: impl FnMut(CsvRow<'_>) -> Result<(), Fault>,
    ) -> Result<(), ImportError> {
        let mut record = ByteRecord::new();
        while self.next(&mut record)? {
            let line = line_of(&record);
            let outcome = if record.len() == self.heading.len() {
                each(CsvRow { record: &record, file: self.file, line })
            } else {
                self.first_odd_row = self.first_odd_row.or(Some(line));
                let (has, columns) = (record.len(), self.heading.len());
                Err(Fault::Row("", format!("the row has {has} values, but there are {columns} columns")))
            };
            match outcome {
                Ok(()) => {}
                Err(Fault::Row(column, reason)) => {
                    problems.push(RowProblem { file: self.file.to_owned(), line, column: column.to_owned(), reason });
                }
                Err(Fault::Whole(error)) => return Err(error),
            }
        }
        Ok(())
    }

    /// Reads the next row. Returns whether there was one.
    fn next(&mut self, record: &mut ByteRecord) -> Result<bool, ImportError> {
        let begins = self.csv.position().line();
        let read = self.csv.read_byte_record(record);
        self.worker.check()?;
        match read {
            Ok(true) => {
                self.watch.since_row.set(0);
                self.last_row = line_of(record);
                Ok(true)
            }
            Ok(false) if self.watch.in_quotes.get() => Err(self.quote_open(self.first_odd_row.unwrap_or(self.last_row))),
            Ok(false) => Ok(false),
            Err(_) if self.watch.since_row.get() > LONGEST_ROW => Err(self.quote_open(begins)),
            Err(error) => Err(self.failed(begins, error)),
        }
    }

    fn quote_open(&self, line: u64) -> ImportError {
        ImportError::QuoteOpen { file: self.file.to_owned(), line }
    }

    fn failed(&self, line: u64, error: csv::Error) -> ImportError {
        let detail = error.to_string();
        let error = match error.into_kind() {
            csv::ErrorKind::Io(error) => error,
            _ => io::Error::other(detail),
        };
        DownloadFiles::failed(Path::new(&self.path), self.file, line, error)
    }
}

/// One row of a table.
#[derive(Debug, Clone, Copy)]
pub(super) struct CsvRow<'a> {
    record: &'a ByteRecord,
    file: &'static str,
    line: u64,
}

impl<'a> CsvRow<'a> {
    /// The bytes of a value, without blanks around them.
    pub(super) fn bytes(self, column: CsvColumn) -> &'a [u8] {
        self.record.get(column.place).unwrap_or_default().trim_ascii()
    }

    /// The text of a value, without blanks around it.
    pub(super) fn text(self, column: CsvColumn) -> Result<&'a str, ImportError> {
        let not_utf8 = |_| ImportError::NotUtf8 { file: self.file.to_owned(), line: self.line, column: column.name.to_owned() };
        std::str::from_utf8(self.bytes(column)).map(str::trim).map_err(not_utf8)
    }

    /// The text of a value on one line. Returns `None` if it is empty, or if there is no such column.
    pub(super) fn words(self, column: Option<CsvColumn>) -> Result<Option<String>, ImportError> {
        let Some(column) = column else { return Ok(None) };
        let words: Vec<_> = self.text(column)?.split_whitespace().collect();
        Ok((!words.is_empty()).then(|| words.join(" ")))
    }

    /// A whole number. An empty value is a fault.
    pub(super) fn whole(self, column: CsvColumn) -> Result<u32, Fault> {
        let bytes = self.bytes(column);
        let number = std::str::from_utf8(bytes).ok().and_then(|text| text.parse().ok());
        number.ok_or_else(|| Fault::Row(column.name, format!("{} is not a whole number", quoted(bytes))))
    }

    /// A number of 0 or more. Returns `None` if the value is empty.
    pub(super) fn number(self, column: CsvColumn) -> Result<Option<f64>, Fault> {
        let bytes = self.bytes(column);
        if bytes.is_empty() {
            return Ok(None);
        }
        let number = std::str::from_utf8(bytes).ok().and_then(|text| text.parse::<f64>().ok()).filter(|number| number.is_finite());
        match number {
            Some(number) if number >= 0.0 => Ok(Some(number)),
            Some(_) => Err(Fault::Row(column.name, format!("{} is less than 0", quoted(bytes)))),
            None if bytes.contains(&b',') => {
                Err(Fault::Row(column.name, format!("{} is not a number; it needs a decimal point, as in 1.5", quoted(bytes))))
            }
            None => Err(Fault::Row(column.name, format!("{} is not a number", quoted(bytes)))),
        }
    }
}

impl CsvColumn {
    /// A fault of this column, for this reason.
    pub(super) fn fault(self, reason: String) -> Fault {
        Fault::Row(self.name, reason)
    }
}

/// A value in quotation marks, for a message.
pub(super) fn quoted(bytes: &[u8]) -> String {
    format!("\"{}\"", shortened(&String::from_utf8_lossy(bytes)))
}

/// The beginning of a text, on one line.
fn shortened(text: &str) -> String {
    const LENGTH: usize = 40;
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= LENGTH { line } else { line.chars().take(LENGTH).chain(['…']).collect() }
}

fn line_of(record: &ByteRecord) -> u64 {
    record.position().map_or(1, csv::Position::line)
}
