//! The dictionary of the columns, made from the descriptions of the kinds.

use super::{DELETED, DICTIONARY};
use crate::exchange::own::field::{Field, fields, kinds};
use crate::store::{Column, Holds};

/// The heading of the dictionary.
pub(super) const HEADING: [&str; 7] = ["file", "column", "words", "type", "unit", "range", "optional"];

/// A row for each column of each file.
pub(super) fn rows() -> Vec<[String; 7]> {
    let mut rows = Vec::new();
    for (_, of) in kinds() {
        for (name, field) in fields(&of) {
            rows.push(match field {
                Field::Column(_, column) => described(of.name, column),
                Field::Id => own(of.name, &name, "the id of the record", "id"),
                Field::Created => own(of.name, &name, "when it was first saved", "moment"),
                Field::Changed => own(of.name, &name, "when it was last changed", "moment"),
                Field::Clock(_, clock) => {
                    let words = format!("when {} was last changed, where that is not when the record was", clock.of);
                    own(of.name, &name, &words, if name.ends_with("_changed") { "moment" } else { "text" })
                }
            });
        }
        for parts in of.parts {
            rows.push(own(parts.table, parts.owner, &format!("the id of the {}", of.noun), "id"));
            rows.extend(parts.columns.iter().map(|column| described(parts.table, column)));
        }
    }
    for (column, words, holds) in
        [("kind", "the kind", "text"), ("id", "the id of the record", "id"), ("deleted", "when it was deleted", "moment")]
    {
        rows.push(own(DELETED, column, words, holds));
    }
    for column in HEADING {
        rows.push(own(DICTIONARY, column, "a column of this dictionary", "text"));
    }
    rows
}

/// The row of what the program notes by itself.
fn own(file: &str, column: &str, words: &str, holds: &str) -> [String; 7] {
    let optional =
        if ["created", "changed"].contains(&column) || column.ends_with("_changed") || column == "note_marks" { "true" } else { "false" };
    [&format!("{file}.csv"), column, words, holds, "", "", optional].map(ToOwned::to_owned)
}

fn described(file: &str, column: &Column) -> [String; 7] {
    let (holds, range) = match column.holds {
        Holds::Amounts => ("amounts as JSON", String::new()),
        Holds::Date => ("date", String::new()),
        Holds::Id => ("id", String::new()),
        Holds::Ids => ("ids joined by |", String::new()),
        Holds::Key(keys) => ("word", keys.join("|")),
        Holds::Keys(keys) => ("words joined by |", keys.join("|")),
        Holds::Number { least, most } => ("number", format!("{least} to {most}")),
        Holds::OffsetSeconds => ("whole number", "-86399 to 86399".to_owned()),
        Holds::Text { least, most: Some(most) } => ("text", format!("{least} to {most} characters")),
        Holds::Text { least: 0, most: None } => ("text", String::new()),
        Holds::Text { least, most: None } => ("text", format!("at least {least} characters")),
        Holds::WallClock => ("clock on the wall", String::new()),
        Holds::Whole { least, most: i64::MAX } => ("whole number", format!("from {least}")),
        Holds::Whole { least, most } => ("whole number", format!("{least} to {most}")),
        Holds::YesNo => ("true or false", String::new()),
    };
    let optional = column.is_optional.to_string();
    [format!("{file}.csv"), column.name.to_owned(), column.words.to_owned(), holds.to_owned(), column.unit.to_owned(), range, optional]
}
