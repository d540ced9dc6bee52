//! Reading the folder, also after a spreadsheet saved its files again: columns are found by their names.

use super::guarded::bare;
use super::marks::Marks;
use super::sheet::Sheet;
use super::typed::{moment, value};
use super::{ABOUT, DELETED, DICTIONARY, SCHEMA};
use crate::exchange::own::field::{Field, fields, kinds};
use crate::exchange::own::gathered::{Gathered, Incoming};
use crate::exchange::own::shortened::shortened;
use crate::exchange::own::{OwnFileError, file_bytes};
use crate::store::{Column, Description, Holds, Parts, PlainRecord, PlainValue, RecordKind, Rows, Times};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// Reads a folder.
///
/// # Errors
/// An [`OwnFileError`] if no file of a kind is in it, if a file cannot be read as a whole, or if it is of a newer version.
pub fn read_csv(folder: &Path) -> Result<Incoming, OwnFileError> {
    let mut files = Files::of(folder)?;
    let mut gathered = Gathered::new(|file, line| format!("{file}.csv, line {line}"));
    if !kinds().any(|(_, of)| files.paths.contains_key(of.name)) {
        return Err(OwnFileError::NotOurs { path: folder.to_owned() });
    }
    check_about(&mut files)?;
    files.paths.remove(DICTIONARY);
    for (kind, of) in kinds() {
        let Some(sheet) = files.take(of.name)? else { continue };
        let mut unsaid = BTreeSet::new();
        let mut parts = Vec::new();
        for described in of.parts {
            parts.push(if let Some(sheet) = files.take(described.table)? {
                PartRows::read(described, &sheet, &mut gathered)
            } else {
                unsaid.insert(described.table);
                PartRows::default()
            });
        }
        let fields = KindFields::find(kind, &of, &sheet, &mut gathered);
        unsaid.extend(fields.unsaid());
        gathered.unsaid(kind, unsaid);
        fields.read(&sheet, &mut parts, &mut gathered);
        for (described, rows) in of.parts.iter().zip(&parts) {
            for line in rows.lines_without_owner() {
                gathered.leave_out(described.table, line, &format!("no record of {}.csv has this {}.", of.name, described.owner));
            }
        }
    }
    if let Some(sheet) = files.take(DELETED)? {
        read_deleted(&sheet, &mut gathered);
    }
    for name in files.paths.keys() {
        gathered.unknown(format!("the file {name}.csv"));
    }
    gathered.done(folder)
}

/// The CSV files of a folder that were not read yet.
struct Files {
    /// Their paths by their names, without ending and in small letters.
    paths: BTreeMap<String, PathBuf>,
}

impl Files {
    fn of(folder: &Path) -> Result<Self, OwnFileError> {
        let mut paths = BTreeMap::new();
        for entry in fs::read_dir(folder).map_err(OwnFileError::unreadable(folder))? {
            let path = entry.map_err(OwnFileError::unreadable(folder))?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
            if let Some(name) = name.strip_suffix(".gz").unwrap_or(&name).strip_suffix(".csv") {
                paths.insert(name.to_owned(), path);
            }
        }
        Ok(Self { paths })
    }

    /// Reads a file. Returns `None` if there is none of this name.
    fn take(&mut self, name: &str) -> Result<Option<Sheet>, OwnFileError> {
        let Some(path) = self.paths.remove(name) else { return Ok(None) };
        let sheet = Sheet::read(&file_bytes(&path)?);
        sheet.map(Some).map_err(|what| OwnFileError::Garbled { path, what: what.to_owned() })
    }
}

/// Refuses a folder of a newer version.
fn check_about(files: &mut Files) -> Result<(), OwnFileError> {
    let path = files.paths.get(ABOUT).cloned().unwrap_or_default();
    let Some(about) = files.take(ABOUT)? else { return Ok(()) };
    let said = |name: &str| {
        let cells = about.rows.iter().filter_map(|row| row.cells.as_ref().ok());
        cells.filter_map(|cells| Some((cells.first()?, cells.get(1)?))).find(|(of, _)| of.trim() == name).map(|(_, said)| said.trim())
    };
    match said("schema").and_then(|schema| schema.parse::<u64>().ok()) {
        Some(newer) if newer > SCHEMA => {
            let program = crate::domain::clean_line(said("program").unwrap_or("unknown"));
            Err(OwnFileError::Newer { path, program })
        }
        _ => Ok(()),
    }
}

/// The rows of parts by the id of their owner.
#[derive(Default)]
struct PartRows(HashMap<Uuid, Vec<(u64, Vec<PlainValue>)>>);

impl PartRows {
    fn read(of: &Parts, sheet: &Sheet, gathered: &mut Gathered) -> Self {
        let places = sheet.columns();
        note_unknown(sheet, of.table, |name| name == of.owner || of.columns.iter().any(|column| column.name == name), gathered);
        let columns: Vec<_> = of.columns.iter().map(|column| (column, places.get(column.name).copied())).collect();
        let marks = marks(sheet, columns.iter().filter_map(|(column, place)| Some((*column, (*place)?))), &[]);
        let owner = places.get(of.owner).copied();
        let mut rows = Self::default();
        for row in &sheet.rows {
            let read = row.cells.as_ref().map_err(Clone::clone).and_then(|cells| {
                let id =
                    owner.and_then(|place| Uuid::try_parse(cells[place].trim()).ok()).ok_or_else(|| format!("{} is no id", of.owner))?;
                let cell = |place: Option<usize>| place.map(|place| cells[place].as_str()).unwrap_or_default();
                let values = columns.iter().map(|(column, place)| named(column.name, value(column, cell(*place), marks)));
                Ok((id, values.collect::<Result<Vec<_>, _>>()?))
            });
            match read {
                Ok((id, values)) => rows.0.entry(id).or_default().push((row.line, values)),
                Err(why) => gathered.leave_out(of.table, row.line, &why),
            }
        }
        rows
    }

    /// Takes the rows of a record.
    fn take(&mut self, owner: Option<Uuid>) -> Vec<Vec<PlainValue>> {
        let rows = owner.and_then(|owner| self.0.remove(&owner)).unwrap_or_default();
        rows.into_iter().map(|(_, values)| values).collect()
    }

    fn lines_without_owner(&self) -> BTreeSet<u64> {
        self.0.values().flatten().map(|(line, _)| *line).collect()
    }
}

/// Where the fields of a kind stand in a file.
struct KindFields<'a> {
    kind: RecordKind,
    of: &'a Description,
    /// Each with its name and the place of its column; `None` if the file has no such column.
    fields: Vec<(String, Field, Option<usize>)>,
}

impl<'a> KindFields<'a> {
    fn find(kind: RecordKind, of: &'a Description, sheet: &Sheet, gathered: &mut Gathered) -> Self {
        let places = sheet.columns();
        let place = |name: &str| places.get(name).copied();
        let fields: Vec<_> = fields(of).into_iter().map(|(name, field)| (name.to_string(), field, place(&name))).collect();
        note_unknown(sheet, of.name, |name| fields.iter().any(|(known, _, _)| known == name), gathered);
        Self { kind, of, fields }
    }

    /// The columns of which the file says nothing.
    fn unsaid(&self) -> impl Iterator<Item = &'static str> {
        self.fields.iter().filter_map(|(_, field, place)| match (field, place) {
            (Field::Column(_, column), None) => Some(column.name),
            _ => None,
        })
    }

    /// Reads all rows.
    fn read(&self, sheet: &Sheet, parts: &mut [PartRows], gathered: &mut Gathered) {
        let columns = self.fields.iter().filter_map(|(_, field, place)| match (field, place) {
            (Field::Column(_, column), Some(place)) => Some((*column, *place)),
            _ => None,
        });
        let is_time = |field: &Field| matches!(field, Field::Created | Field::Changed | Field::Clock(..));
        let times: Vec<_> = self.fields.iter().filter(|(_, field, _)| is_time(field)).filter_map(|(_, _, place)| *place).collect();
        let marks = marks(sheet, columns, &times);
        for row in &sheet.rows {
            let name = self.of.name;
            if !gathered.counts_one() {
                return;
            }
            match row.cells.as_ref().map_err(Clone::clone).and_then(|cells| self.record(cells, marks, gathered)) {
                Ok((id, mut record)) => {
                    record.parts = parts.iter_mut().map(|rows| rows.take(id)).collect();
                    gathered.take(row.line, id, record);
                }
                Err(why) => gathered.leave_out(name, row.line, &why),
            }
        }
    }

    /// The record in a row, and its id. Returns why there is none.
    fn record(&self, cells: &[String], marks: Marks, gathered: &mut Gathered) -> Result<(Option<Uuid>, PlainRecord), String> {
        let mut id = None;
        let mut record = PlainRecord {
            kind: self.kind,
            id: Uuid::nil(),
            created_ms: 0,
            changed_ms: 0,
            values: vec![PlainValue::Nothing; self.of.columns.len()],
            clocks: vec![PlainValue::Nothing; self.of.clocks.len()],
            parts: Vec::new(),
        };
        for (name, field, place) in &self.fields {
            let Some(cell) = place.and_then(|place| cells.get(place)) else { continue };
            let mut time = || -> Result<Option<i64>, String> {
                let Some(read) = named(name, moment(cell, marks))? else { return Ok(None) };
                if read.is_coarse {
                    gathered.is_coarse();
                }
                Ok(Some(read.ms))
            };
            match *field {
                Field::Id if cell.trim().is_empty() => {}
                Field::Id => id = Some(Uuid::try_parse(cell.trim()).map_err(|_no_id| format!("id \"{}\" is no id", shortened(cell)))?),
                Field::Created => record.created_ms = time()?.unwrap_or(0),
                Field::Changed => record.changed_ms = time()?.unwrap_or(0),
                Field::Column(place, column) => record.values[place] = named(name, value(column, cell, marks))?,
                Field::Clock(place, clock) if clock.times == Times::Lines => {
                    record.clocks[place] = if cell.is_empty() { PlainValue::Nothing } else { PlainValue::Text(bare(cell).to_owned()) };
                }
                Field::Clock(place, _) => record.clocks[place] = time()?.map_or(PlainValue::Nothing, PlainValue::Whole),
            }
        }
        if self.of.rows == Rows::One {
            id = None;
        }
        Ok((id, record))
    }
}

/// How the numbers and dates of a file are meant.
fn marks<'a>(sheet: &Sheet, columns: impl Iterator<Item = (&'a Column, usize)>, times: &[usize]) -> Marks {
    let (mut numbers, mut dates) = (Vec::new(), times.to_vec());
    for (column, place) in columns {
        match column.holds {
            Holds::Number { .. } => numbers.push(place),
            Holds::Date | Holds::WallClock => dates.push(place),
            _ => {}
        }
    }
    Marks::of(sheet.delimiter, sheet.cells_of(&numbers), sheet.cells_of(&dates))
}

/// Counts columns that this version does not know.
fn note_unknown(sheet: &Sheet, file: &str, is_known: impl Fn(&str) -> bool, gathered: &mut Gathered) {
    for name in sheet.heading.iter().filter(|name| !name.is_empty() && !is_known(name)) {
        gathered.unknown(format!("the column \"{}\" of {file}.csv", shortened(name)));
    }
}

/// Says which column a fault is about.
fn named<T>(name: &str, read: Result<T, String>) -> Result<T, String> {
    read.map_err(|why| format!("{name} {why}"))
}

/// Reads which records were deleted.
fn read_deleted(sheet: &Sheet, gathered: &mut Gathered) {
    let places = sheet.columns();
    let place = |name: &str| places.get(name).copied();
    let marks = marks(sheet, std::iter::empty(), &place("deleted").into_iter().collect::<Vec<_>>());
    for row in &sheet.rows {
        if !gathered.counts_one() {
            return;
        }
        let cell = |name: &str| {
            let cells = row.cells.as_ref().ok();
            cells.and_then(|cells| cells.get(place(name)?)).map(|cell| cell.trim()).unwrap_or_default()
        };
        let kind = cell("kind");
        match (RecordKind::named(kind), Uuid::try_parse(cell("id")), moment(cell("deleted"), marks)) {
            (Some(kind), Ok(id), Ok(Some(deleted))) => gathered.deleted((kind, id), deleted.ms),
            (None, Ok(_), Ok(Some(_))) => gathered.unknown(format!("a deletion of the kind \"{}\"", shortened(kind))),
            _ => gathered.leave_out(DELETED, row.line, "it does not say kind, id and time."),
        }
    }
}
