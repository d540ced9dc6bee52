//! A CSV file as rows of cells, whoever saved it: with commas, semicolons or tabs, with or without a mark at the beginning.

use std::collections::BTreeMap;

/// The rows of a file, under their heading.
#[derive(Debug)]
pub(super) struct Sheet {
    /// What stands between cells.
    pub(super) delimiter: u8,
    /// The names of the columns, in small letters and without blanks around them.
    pub(super) heading: Vec<String>,
    pub(super) rows: Vec<SheetRow>,
}

/// A row of cells, as many as the heading has.
#[derive(Debug)]
pub(super) struct SheetRow {
    /// The line on which it begins, as an editor counts; the first is the heading.
    pub(super) line: u64,
    /// Its cells, or why they cannot be read.
    pub(super) cells: Result<Vec<String>, String>,
}

/// How many cells of a heading are looked at: no file of ours has as many.
const MOST_COLUMNS: usize = 200;

/// How many cells are read, so that a small file of short rows under a long heading does not fill the memory: ten years have 600,000.
const MOST_CELLS: usize = 5_000_000;

/// What is said of a file with more.
const TOO_MANY: &str = "has more cells than any diary";

impl Sheet {
    /// Reads a file. Returns what is wrong with it as a whole, in words that follow its name.
    pub(super) fn read(bytes: &[u8]) -> Result<Self, &'static str> {
        if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
            return Err("is UTF-16; save it as CSV in UTF-8");
        }
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        if bytes.iter().fold(false, |odd, byte| odd ^ (*byte == b'"')) {
            return Err("has a quotation mark that is opened and never closed, as a file that was cut off");
        }
        let first = bytes.split(|byte| matches!(byte, b'\n' | b'\r')).next().unwrap_or_default();
        let count = |delimiter: &u8| first.split(|byte| byte == delimiter).count();
        let delimiter = [b',', b';', b'\t'].into_iter().max_by_key(|delimiter| (count(delimiter), *delimiter == b',')).unwrap_or(b',');
        if bytes.split(|byte| *byte == delimiter).nth(MOST_CELLS).is_some() {
            return Err(TOO_MANY);
        }
        let mut csv = csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(bytes);
        let mut records = csv.byte_records().filter_map(Result::ok);
        let heading = records.next().ok_or("is empty")?;
        let heading: Vec<_> = heading.iter().take(MOST_COLUMNS).map(|name| String::from_utf8_lossy(name).trim().to_lowercase()).collect();
        let mut sheet = Self { delimiter, rows: Vec::new(), heading };
        let is_whole = bytes.ends_with(b"\n") || bytes.ends_with(b"\r");
        let mut is_short = false;
        for record in records.filter(|record| record.iter().any(|cell| !cell.trim_ascii().is_empty())) {
            is_short = record.len() < sheet.heading.len();
            if sheet.rows.len() * sheet.heading.len() >= MOST_CELLS {
                return Err(TOO_MANY);
            }
            // Behind a line that ends with two characters the reader stands before the second of them.
            let line =
                |at: &csv::Position| at.line() + u64::from(usize::try_from(at.byte()).is_ok_and(|byte| bytes.get(byte) == Some(&b'\n')));
            sheet.rows.push(SheetRow { line: record.position().map_or(0, line), cells: sheet.cells(&record) });
        }
        // A spreadsheet may leave out empty cells at the end of a row, but not in the middle of a file that was cut off.
        if let Some(last) = sheet.rows.last_mut().filter(|_| is_short && !is_whole) {
            last.cells = Err("the file ends within this row".to_owned());
        }
        Ok(sheet)
    }

    fn cells(&self, record: &csv::ByteRecord) -> Result<Vec<String>, String> {
        if record.iter().skip(self.heading.len()).any(|cell| !cell.trim_ascii().is_empty()) {
            return Err(format!("the row has {} cells, but there are {} columns", record.len(), self.heading.len()));
        }
        let cells = record.iter().chain(std::iter::repeat(b"".as_slice())).take(self.heading.len());
        let cells = cells.map(|cell| std::str::from_utf8(cell).map(ToOwned::to_owned)).collect::<Result<_, _>>();
        cells.map_err(|_not_utf8| "its letters are not UTF-8; save the file as CSV in UTF-8".to_owned())
    }

    /// The place of each column by its name. Of two of one name it is the first.
    pub(super) fn columns(&self) -> BTreeMap<&str, usize> {
        self.heading.iter().enumerate().rev().map(|(place, name)| (name.as_str(), place)).collect()
    }

    /// The cells of the columns at these places.
    pub(super) fn cells_of(&self, places: &[usize]) -> impl Iterator<Item = &str> {
        let rows = self.rows.iter().filter_map(|row| row.cells.as_ref().ok());
        rows.flat_map(move |cells| places.iter().filter_map(|place| cells.get(*place).map(String::as_str)))
    }
}
