//! The JSON Schema of a document, made from the descriptions of the kinds, so that the two cannot differ.

use super::{FORMAT, SCHEMA};
use crate::exchange::own::field::{Field, fields, kinds};
use crate::store::{Column, Description, Holds, Parts, Rows, Times};
use serde_json::{Map, Value, json};

/// The schema as text, as `docs/diary.schema.json` has it.
#[must_use]
pub fn json_schema() -> String {
    let records: Map<String, Value> = kinds().map(|(_, of)| (of.name.to_owned(), kind(&of))).collect();
    let names: Vec<_> = kinds().map(|(_, of)| of.name).collect();
    let deletion = json!({
        "type": "object",
        "properties": { "kind": { "enum": names }, "id": { "$ref": "#/$defs/id" }, "deleted": { "$ref": "#/$defs/moment" } },
        "required": ["kind", "id", "deleted"],
    });
    let schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A diary of Cramp Diary",
        "type": "object",
        "properties": {
            "format": { "const": FORMAT },
            "schema": { "const": SCHEMA },
            "program": { "type": "string", "description": "the version of the program that wrote it" },
            "records": { "type": "object", "properties": records },
            "deleted": { "type": "array", "items": deletion, "description": "records that were deleted; left out where a part of a diary was exported" },
        },
        "required": ["format", "schema", "records"],
        "$defs": {
            "id": { "type": "string", "format": "uuid" },
            "moment": { "type": "string", "description": "RFC 3339 in UTC: 2026-11-20T06:00:01.000Z" },
            "amounts": {
                "type": "object",
                "additionalProperties": { "type": "number", "minimum": 0 },
                "description": "nutrients by name and unit, such as magnesium_mg; what is unknown is left out",
            },
        },
    });
    // Cannot fail: all keys are texts.
    format!("{}\n", serde_json::to_string_pretty(&schema).unwrap_or_default())
}

fn kind(of: &Description) -> Value {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for (name, field) in fields(of) {
        let said = match field {
            Field::Id => json!({ "$ref": "#/$defs/id", "description": "made by this program if it is left out" }),
            Field::Created => moment("when it was first saved"),
            Field::Changed => moment("when it was last changed; the later of two versions is kept"),
            Field::Clock(_, clock) if clock.times == Times::Lines => {
                json!({ "type": "string", "description": format!("when the lines of {} were written or taken out, for joining two versions", clock.of) })
            }
            Field::Clock(_, clock) => moment(&format!("when {} was last changed, where that is not when the record was", clock.of)),
            Field::Column(_, column) => {
                if !column.is_optional {
                    required.push(column.name);
                }
                value(column)
            }
        };
        properties.insert(name.into_owned(), said);
    }
    for Parts { table, owner: _, columns } in of.parts {
        let needed: Vec<_> = columns.iter().filter(|column| !column.is_optional).map(|column| column.name).collect();
        let columns: Map<String, Value> = columns.iter().map(|column| (column.name.to_owned(), value(column))).collect();
        properties.insert(
            (*table).to_owned(),
            json!({ "type": "array", "items": { "type": "object", "properties": columns, "required": needed } }),
        );
    }
    let record = json!({ "type": "object", "properties": properties, "required": required });
    match of.rows {
        Rows::One => record,
        Rows::OnePerRecord => json!({ "type": "array", "items": record }),
    }
}

fn moment(words: &str) -> Value {
    json!({ "$ref": "#/$defs/moment", "description": words })
}

/// What a column may hold.
fn value(column: &Column) -> Value {
    let mut said = match column.holds {
        Holds::Amounts => json!({ "$ref": "#/$defs/amounts" }),
        Holds::Date => json!({ "type": "string", "format": "date" }),
        Holds::Id => json!({ "$ref": "#/$defs/id" }),
        Holds::Ids => json!({ "type": "array", "items": { "$ref": "#/$defs/id" } }),
        Holds::Key(keys) => json!({ "enum": keys }),
        Holds::Keys(keys) => json!({ "type": "array", "items": { "enum": keys } }),
        Holds::Number { least, most } => json!({ "type": "number", "minimum": least, "maximum": most }),
        Holds::OffsetSeconds => json!({ "type": "integer", "minimum": -86_399, "maximum": 86_399 }),
        Holds::Text { least, most } => {
            let mut text = json!({ "type": "string", "minLength": least });
            if let Some(most) = most {
                text["maxLength"] = most.into();
            }
            text
        }
        Holds::WallClock => json!({ "type": "string", "description": "a clock on the wall: 2026-11-20T03:10:00" }),
        Holds::Whole { least, most } => json!({ "type": "integer", "minimum": least, "maximum": most }),
        Holds::YesNo => json!({ "type": "boolean" }),
    };
    let unit = if column.unit.is_empty() { String::new() } else { format!(", in {}", column.unit) };
    said["description"] = format!("{}{unit}", column.words).into();
    said
}
