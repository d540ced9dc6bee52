//! What rows of a diary look like, for the reader of damaged files.

use crate::salvage::{RawValue, Shape, ShapeColumn};
use crate::store::file::connect_in_memory;
use crate::store::{Column, RecordKind, schema};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row};
use std::collections::BTreeMap;

/// The shapes of the tables of a format, in the order in which they were made. Tables that are newer have no rows in such a diary.
pub(super) fn shapes(format: i64) -> rusqlite::Result<Vec<Shape>> {
    // Rows that were written before a column was added end before it.
    let mut first_lengths = BTreeMap::new();
    let mut shapes = Vec::new();
    for step in 1..=format {
        let made = connect_in_memory()?;
        schema::make_format(&made, step)?;
        let newest = tables(&made)?;
        for TableMade { name, columns, .. } in &newest {
            first_lengths.entry(name.clone()).or_insert(columns.len());
        }
        if step == format {
            shapes = newest.into_iter().map(|table| table.shape(&first_lengths)).collect();
        }
    }
    Ok(shapes)
}

/// A table as SQLite describes it.
struct TableMade {
    name: String,
    has_numbers: bool,
    columns: Vec<ColumnMade>,
}

/// A column as SQLite describes it.
struct ColumnMade {
    name: String,
    kind: StrictType,
    has_value: bool,
    default: Option<String>,
    is_key: bool,
}

/// The kind of value that a column of a strict table may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum StrictType {
    Integer,
    Real,
    Text,
    Blob,
}

fn tables(connection: &Connection) -> rusqlite::Result<Vec<TableMade>> {
    let sql = "SELECT list.name, NOT list.wr FROM pragma_table_list AS list JOIN sqlite_schema AS made ON made.name = list.name
        WHERE list.type = 'table' ORDER BY made.rowid";
    let mut statement = connection.prepare(sql)?;
    let names = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get(1)?)))?;
    let described = names.map(|named| {
        let (name, has_numbers) = named?;
        let mut statement = connection.prepare("SELECT name, type, \"notnull\", dflt_value, pk > 0 FROM pragma_table_info(?1)")?;
        let columns = statement.query_map([&name], ColumnMade::read)?.collect::<rusqlite::Result<_>>()?;
        Ok(TableMade { name, has_numbers, columns })
    });
    described.collect()
}

impl ColumnMade {
    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let kind = match row.get::<_, String>(1)?.as_str() {
            "INTEGER" => StrictType::Integer,
            "REAL" => StrictType::Real,
            "TEXT" => StrictType::Text,
            _ => StrictType::Blob,
        };
        Ok(Self { name: row.get(0)?, kind, has_value: row.get(2)?, default: row.get(3)?, is_key: row.get(4)? })
    }

    /// What rows mean that end before the column.
    fn missing(&self) -> RawValue<'static> {
        let number = self.default.as_ref().and_then(|default| default.parse().ok());
        number.map_or(RawValue::Null, RawValue::Integer)
    }

    fn shape(self, table: &str, is_added: bool) -> ShapeColumn {
        let missing = is_added.then(|| self.missing());
        let Self { name, kind, has_value, .. } = self;
        let described = described(table, &name);
        let allows = move |value: &RawValue<'_>| match value {
            RawValue::Null => !has_value,
            value => kind.allows(value) && described.is_none_or(|column| as_sql(value).is_some_and(|value| column.allows(value))),
        };
        ShapeColumn { name, is_real: kind == StrictType::Real, missing, allows: Box::new(allows) }
    }
}

impl StrictType {
    fn allows(self, value: &RawValue<'_>) -> bool {
        match value {
            RawValue::Integer(_) => self == Self::Integer,
            RawValue::Real(_) => self == Self::Real,
            // No text of a diary has this letter; where it stands, something was overwritten.
            RawValue::Text(text) => self == Self::Text && !text.contains('\0'),
            // Every column of bytes holds an id.
            RawValue::Blob(bytes) => self == Self::Blob && bytes.len() == 16,
            RawValue::Null | RawValue::Garbled(_) => false,
        }
    }
}

impl TableMade {
    fn shape(self, first_lengths: &BTreeMap<String, usize>) -> Shape {
        let Self { name, has_numbers, columns } = self;
        let keys = columns.iter().filter(|column| column.is_key).count();
        let is_number = |column: &ColumnMade| has_numbers && keys == 1 && column.is_key && column.kind == StrictType::Integer;
        let first_length = first_lengths.get(&name).copied().unwrap_or(columns.len());
        Shape {
            rowid_column: columns.iter().position(is_number),
            key_columns: (!has_numbers).then_some(keys),
            columns: columns.into_iter().enumerate().map(|(place, column)| column.shape(&name, place >= first_length)).collect(),
            table: name,
        }
    }
}

/// The column of a kind of record, or of its parts. Returns `None` for what every record has, such as its id.
pub(super) fn described(table: &str, name: &str) -> Option<&'static Column> {
    let kinds = RecordKind::ALL.iter().filter_map(|kind| kind.description());
    let tables = kinds.flat_map(|of| {
        let parts = of.parts.iter().map(|parts| (parts.table, parts.columns));
        parts.chain([(of.table, of.columns)])
    });
    tables.filter(|(of, _)| *of == table).flat_map(|(_, columns)| columns).find(|column| column.name == name)
}

/// A value as SQLite has it. Returns `None` for a text that is none.
pub(super) fn as_sql<'v>(value: &'v RawValue<'_>) -> Option<ValueRef<'v>> {
    Some(match value {
        RawValue::Null => ValueRef::Null,
        RawValue::Integer(number) => ValueRef::Integer(*number),
        RawValue::Real(number) => ValueRef::Real(*number),
        RawValue::Text(text) => ValueRef::Text(text.as_bytes()),
        RawValue::Blob(bytes) => ValueRef::Blob(bytes),
        RawValue::Garbled(_) => return None,
    })
}
