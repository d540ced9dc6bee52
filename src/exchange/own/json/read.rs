//! Reading a JSON document. What cannot be read of it is left out and named; a document that is none is refused.

use super::walk::{each_element, each_entry};
use super::{FORMAT, SCHEMA, value};
use crate::exchange::own::field::{Field, expected, fields};
use crate::exchange::own::gathered::{Gathered, Incoming};
use crate::exchange::own::quoted::quoted;
use crate::exchange::own::shortened::shortened;
use crate::exchange::own::{OwnFileError, moment};
use crate::store::{Column, Description, Parts, PlainRecord, PlainValue, RecordKind, Rows, Times};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;
use uuid::Uuid;

/// What a document has.
const PARTS: [&str; 5] = ["format", "schema", "program", "records", "deleted"];

/// How many rows the parts of a record may have, so that a file of empty ones does not fill the memory.
const MOST_ROWS: usize = 10_000;

/// Reads a document; `path` is the file that messages name.
///
/// # Errors
/// An [`OwnFileError`] if it is no JSON, no export of a diary, or one of a newer version.
pub fn read_json(json: &str, path: &Path) -> Result<Incoming, OwnFileError> {
    let garbled = |what: String| OwnFileError::Garbled { path: path.to_owned(), what };
    let mut gathered = Gathered::new(|kind, number| format!("record {number} of {kind}"));
    let mut document = BTreeMap::new();
    each_entry(json, |name, raw| match PARTS.iter().find(|part| **part == name) {
        Some(part) => drop(document.insert(*part, raw)),
        None => gathered.unknown(format!("{} of the document", named(&name))),
    })
    .map_err(|error| garbled(in_words(&error)))?;
    let get = |name: &str| document.get(name).copied();
    if get("format").and_then(value::parse::<String>).as_deref() != Some(FORMAT) {
        return Err(OwnFileError::NotOurs { path: path.to_owned() });
    }
    match get("schema").and_then(value::parse::<u64>) {
        Some(SCHEMA) => {}
        Some(newer) if newer > SCHEMA => {
            let program = get("program").and_then(value::parse::<String>).unwrap_or_else(|| "unknown".to_owned());
            return Err(OwnFileError::Newer { path: path.to_owned(), program: crate::domain::clean_line(&program) });
        }
        _ => return Err(garbled("does not say which version of the schema it has".to_owned())),
    }
    let records = get("records").ok_or_else(|| garbled("has no records".to_owned()))?;
    each_entry(records, |name, raw| read_kind(&name, raw, &mut gathered)).map_err(|_not_an_object| garbled("has no records".to_owned()))?;
    if let Some(deleted) = get("deleted") {
        read_deleted(deleted, &mut gathered);
    }
    gathered.done(path)
}

/// Reads the records of a kind.
fn read_kind(name: &str, raw: &str, gathered: &mut Gathered) {
    let Some((kind, of)) = RecordKind::named(name).and_then(|kind| Some((kind, kind.description()?))) else {
        let mut count = 0;
        // Records of a kind that is not known have no shape to check.
        drop(each_element(raw, |_| count += 1));
        (0..count.max(1)).for_each(|_| gathered.unknown(format!("the kind {}", named(name))));
        return;
    };
    let shape = Shape { kind, fields: fields(&of), of };
    let mut number = 0;
    let mut read = |raw: &str| {
        number += 1;
        shape.read(number, raw, gathered);
    };
    let all = match shape.of.rows {
        Rows::One if raw == "null" => Ok(()),
        Rows::One => {
            read(raw);
            Ok(())
        }
        Rows::OnePerRecord => each_element(raw, read),
    };
    if all.is_err() {
        gathered.leave_out_at(&format!("The records of {name}"), "they are no list.");
    }
}

/// How records of a kind look in the document.
struct Shape {
    kind: RecordKind,
    of: Description,
    fields: Vec<(Cow<'static, str>, Field)>,
}

impl Shape {
    fn read(&self, number: u64, raw: &str, gathered: &mut Gathered) {
        let name = self.of.name;
        if !gathered.counts_one() {
            return;
        }
        match self.record(raw, gathered) {
            Ok((id, record)) => gathered.take(number, id, record),
            Err(why) => gathered.leave_out(name, number, &why),
        }
    }

    /// The record in an object, and its id. Returns why there is none.
    fn record(&self, raw: &str, gathered: &mut Gathered) -> Result<(Option<Uuid>, PlainRecord), String> {
        let Self { kind, of, fields } = self;
        let mut id = None;
        let mut record = PlainRecord {
            kind: *kind,
            id: Uuid::nil(),
            created_ms: 0,
            changed_ms: 0,
            values: vec![PlainValue::Nothing; of.columns.len()],
            clocks: vec![PlainValue::Nothing; of.clocks.len()],
            parts: vec![Vec::new(); of.parts.len()],
        };
        let mut fault = None;
        let read = each_entry(raw, |key, raw| {
            let read = if let Some((_, field)) = fields.iter().find(|(name, _)| *name == key) {
                field.read(raw, &mut id, &mut record)
            } else if let Some(place) = of.parts.iter().position(|parts| parts.table == key) {
                rows(&of.parts[place], raw, gathered).map(|rows| record.parts[place] = rows)
            } else {
                gathered.unknown(format!("{} of {}", named(&key), of.name));
                Ok(())
            };
            if let Err(expected) = read {
                fault.get_or_insert_with(|| format!("{key} is {}, not {expected}", shortened(raw)));
            }
        });
        match (read, fault) {
            (Err(_), _) => Err(format!("it is {}, not an object", shortened(raw))),
            (Ok(()), Some(fault)) => Err(fault),
            (Ok(()), None) => Ok((id, record)),
        }
    }
}

impl Field {
    /// Takes a value into a record. Returns what it should have been.
    fn read(self, raw: &str, id: &mut Option<Uuid>, record: &mut PlainRecord) -> Result<(), &'static str> {
        const TIME: &str = "a moment such as 2026-11-20T06:00:01.000Z";
        let time = || value::parse::<String>(raw).and_then(|text| moment::read(&text)).ok_or(TIME);
        match self {
            Self::Id => *id = Some(value::parse::<String>(raw).and_then(|text| Uuid::try_parse(&text).ok()).ok_or("an id")?),
            Self::Created => record.created_ms = time()?,
            Self::Changed => record.changed_ms = time()?,
            Self::Column(place, column) => record.values[place] = value::read(column, raw).ok_or_else(|| expected(column))?,
            Self::Clock(place, clock) if clock.times == Times::Lines => {
                record.clocks[place] = PlainValue::Text(value::parse(raw).ok_or("text")?);
            }
            Self::Clock(place, _) => record.clocks[place] = PlainValue::Whole(time()?),
        }
        Ok(())
    }
}

/// The rows of parts in a list of objects. Returns what the list should have been.
fn rows(parts: &Parts, raw: &str, gathered: &mut Gathered) -> Result<Vec<Vec<PlainValue>>, &'static str> {
    let mut rows = Vec::new();
    let mut fault = None;
    let read = each_element(raw, |raw| match row(parts, raw, gathered) {
        Ok(row) if rows.len() < MOST_ROWS => rows.push(row),
        Ok(_) => fault = Some("a list of at most 10,000"),
        Err(expected) => fault = Some(expected),
    });
    match (read, fault) {
        (Err(_), _) => Err("a list"),
        (Ok(()), Some(expected)) => Err(expected),
        (Ok(()), None) => Ok(rows),
    }
}

fn row(parts: &Parts, raw: &str, gathered: &mut Gathered) -> Result<Vec<PlainValue>, &'static str> {
    let mut row = vec![PlainValue::Nothing; parts.columns.len()];
    let mut fault = None;
    let read = each_entry(raw, |key, raw| {
        let column: Option<(usize, &Column)> = parts.columns.iter().enumerate().find(|(_, column)| column.name == key);
        match column.map(|(place, column)| (place, column, value::read(column, raw))) {
            Some((place, _, Some(said))) => row[place] = said,
            Some((_, column, None)) => fault = Some(expected(column)),
            None => gathered.unknown(format!("{} of {}", named(&key), parts.table)),
        }
    });
    match (read, fault) {
        (Err(_), _) => Err("a list of objects"),
        (Ok(()), Some(expected)) => Err(expected),
        (Ok(()), None) => Ok(row),
    }
}

/// Reads which records were deleted.
fn read_deleted(raw: &str, gathered: &mut Gathered) {
    let mut number = 0;
    let read = each_element(raw, |raw| {
        number += 1;
        if !gathered.counts_one() {
            return;
        }
        let [mut kind, mut id, mut deleted] = [const { String::new() }; 3];
        let said = each_entry(raw, |key, raw| {
            let known = match key.as_str() {
                "kind" => &mut kind,
                "id" => &mut id,
                "deleted" => &mut deleted,
                _ => return,
            };
            *known = value::parse(raw).unwrap_or_default();
        });
        // What is no object says neither.
        drop(said);
        match (RecordKind::named(&kind), Uuid::try_parse(&id), moment::read(&deleted)) {
            (Some(kind), Ok(id), Some(deleted_ms)) => gathered.deleted((kind, id), deleted_ms),
            (None, Ok(_), Some(_)) => gathered.unknown(format!("a deletion of the kind {}", named(&kind))),
            _ => gathered.leave_out_at(&format!("deletion {number}"), "it does not say kind, id and time."),
        }
    });
    if read.is_err() {
        gathered.leave_out_at("The deletions", "they are no list.");
    }
}

/// A name that is not known, in quotation marks.
fn named(name: &str) -> String {
    quoted(&shortened(name))
}

/// Why a document is no JSON object, in words that follow the name of the file.
fn in_words(error: &serde_json::Error) -> String {
    let (line, column) = (error.line(), error.column());
    match error.classify() {
        serde_json::error::Category::Eof => "has no end, as a file that was cut off".to_owned(),
        serde_json::error::Category::Data => "holds no JSON object".to_owned(),
        serde_json::error::Category::Io | serde_json::error::Category::Syntax => {
            format!("is no JSON: it cannot be read on from line {line}, column {column}")
        }
    }
}
