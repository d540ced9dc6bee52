//! JSON: a whole diary in one document, or a record a line.
//!
//! `docs/diary-json.md` describes the document for people, `docs/diary.schema.json` for programs.

mod read;
mod schema;
mod value;
mod walk;
mod write;

pub use read::read_json;
pub use schema::json_schema;
pub use write::{write_json, write_lines};

/// What the document calls its format.
pub(super) const FORMAT: &str = "cramp-diary";

/// The version of the schema: it grows when an older program would read a document wrongly.
const SCHEMA: u64 = 1;
