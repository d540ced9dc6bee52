//! The program's own formats: all of a diary leaves the program in them, and comes back.
//!
//! # The rules
//!
//! - **Made from the descriptions.** Everything here walks [`RecordKind::ALL`](crate::store::RecordKind::ALL) and
//!   [`Description`](crate::store::Description); no kind and no column has a line of its own.
//! - **Whole or not at all.** A file gets its name when all of it is on the disk.
//! - **A record that cannot be read is left out and named**, with its place; the others come. What this version does not know is counted
//!   and said.
//! - **Nothing comes twice.** A record has its id; one without gets an id that follows from what it says.

mod amounts;
mod csv_folder;
mod error;
mod field;
mod gathered;
mod inflated;
mod json;
mod moment;
mod quoted;
mod read_any;
mod selection;
mod shortened;
mod snapshot;
mod write_file;

pub use csv_folder::{CsvStyle, export_csv, read_csv};
pub use error::OwnFileError;
pub use gathered::Incoming;
pub use json::{json_schema, read_json, write_json, write_lines};
pub use read_any::{read_any, read_stream};
pub use selection::Selection;
pub use snapshot::{
    SNAPSHOT_ENDING, Snapshot, SnapshotHead, fingerprint, read_snapshot, snapshot_content, snapshot_document, write_snapshot,
};
pub use write_file::{export_encrypted, export_json, write_encrypted};

use inflated::file_bytes;
