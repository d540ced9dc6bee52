//! Writing JSON, record by record: nothing is held in memory but the diary.

use super::value::push;
use super::{FORMAT, SCHEMA, value};
use crate::exchange::own::Selection;
use crate::exchange::own::field::{Field, fields, in_order, kinds};
use crate::exchange::own::moment;
use crate::exchange::own::quoted::quoted;
use crate::store::{Column, Description, PlainRecord, PlainValue, Rows, Times, Whole};
use std::borrow::Cow;
use std::io::{self, Write};

/// Writes a diary, or the part of it that is selected, as one document.
///
/// # Errors
/// What `out` reports.
pub fn write_json(whole: &Whole, selection: &Selection, out: &mut dyn Write) -> io::Result<()> {
    let program = quoted(env!("CARGO_PKG_VERSION"));
    write!(out, "{{\n\"format\": \"{FORMAT}\",\n\"schema\": {SCHEMA},\n\"program\": {program},\n\"records\": {{")?;
    let mut kinds = kinds().filter(|(kind, _)| selection.has_kind(*kind)).peekable();
    while let Some((kind, of)) = kinds.next() {
        write!(out, "\n\"{}\": ", of.name)?;
        let fields = fields(&of);
        let records: Vec<_> = in_order(whole, kind).into_iter().map(|record| line(record, &of, &fields)).collect();
        match of.rows {
            Rows::One => out.write_all(records.first().map_or("null", String::as_str).as_bytes())?,
            Rows::OnePerRecord => write_list(&records, out)?,
        }
        out.write_all(if kinds.peek().is_some() { b"," } else { b"" })?;
    }
    out.write_all(b"\n}")?;
    if *selection == Selection::default() {
        let deleted = whole.deletions().filter_map(|((kind, id), ms)| {
            let kind = kind.description()?.name;
            Some(format!("{{\"kind\":\"{kind}\",\"id\":\"{id}\",\"deleted\":\"{}\"}}", moment::written(ms)))
        });
        out.write_all(b",\n\"deleted\": ")?;
        write_list(&deleted.collect::<Vec<_>>(), out)?;
    }
    out.write_all(b"\n}\n")
}

/// Writes the records that are selected, each as a line that begins with its kind, by kind and date.
///
/// # Errors
/// What `out` reports.
pub fn write_lines(whole: &Whole, selection: &Selection, out: &mut dyn Write) -> io::Result<()> {
    for (kind, of) in kinds().filter(|(kind, _)| selection.has_kind(*kind)) {
        let fields = fields(&of);
        for record in in_order(whole, kind) {
            let line = line(record, &of, &fields);
            let rest = line.strip_prefix('{').filter(|rest| *rest != "}").map_or_else(|| "}".to_owned(), |rest| format!(",{rest}"));
            writeln!(out, "{{\"record\":\"{}\"{rest}", of.name)?;
        }
    }
    Ok(())
}

fn write_list(lines: &[String], out: &mut dyn Write) -> io::Result<()> {
    out.write_all(b"[")?;
    for (place, line) in lines.iter().enumerate() {
        out.write_all(if place == 0 { b"\n" } else { b",\n" })?;
        out.write_all(line.as_bytes())?;
    }
    out.write_all(if lines.is_empty() { b"]" } else { b"\n]" })
}

/// A record as an object on one line.
fn line(record: &PlainRecord, of: &Description, fields: &[(Cow<'static, str>, Field)]) -> String {
    let mut line = String::from("{");
    for (name, field) in fields {
        named(&mut line, name, |line| match field {
            Field::Id => {
                push(line, format_args!("\"{}\"", record.id));
                true
            }
            Field::Column(place, column) => record.values.get(*place).is_some_and(|said| value::write(line, column, said)),
            Field::Clock(place, clock) if clock.times == Times::Lines => match record.clocks.get(*place) {
                Some(PlainValue::Text(marks)) => {
                    *line += &quoted(marks);
                    true
                }
                _ => false,
            },
            Field::Created | Field::Changed | Field::Clock(..) => match field.time_ms(record) {
                Some(ms) => {
                    push(line, format_args!("\"{}\"", moment::written(ms)));
                    true
                }
                None => false,
            },
        });
    }
    for (parts, rows) in of.parts.iter().zip(&record.parts).filter(|(_, rows)| !rows.is_empty()) {
        let rows: Vec<_> = rows.iter().map(|row| part(parts.columns, row)).collect();
        named(&mut line, parts.table, |line| {
            push(line, format_args!("[{}]", rows.join(",")));
            true
        });
    }
    line.push('}');
    line
}

/// A row of parts as an object.
fn part(columns: &[Column], row: &[PlainValue]) -> String {
    let mut line = String::from("{");
    for (column, said) in columns.iter().zip(row) {
        named(&mut line, column.name, |line| value::write(line, column, said));
    }
    line.push('}');
    line
}

/// Adds a name with its value. Nothing is added where `write` finds no value.
fn named(line: &mut String, name: &str, write: impl FnOnce(&mut String) -> bool) {
    let before = line.len();
    if before > 1 {
        line.push(',');
    }
    push(line, format_args!("\"{name}\":"));
    if !write(line) {
        line.truncate(before);
    }
}
