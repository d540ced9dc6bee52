//! Reading whatever a diary can come from: a diary file, a JSON export, either of them compressed or encrypted, a folder of CSV files.

use super::OwnFileError;
use super::csv_folder::read_csv;
use super::gathered::Incoming;
use super::inflated::inflated;
use super::json::read_json;
use super::snapshot::split;
use crate::sealed::Opener;
use crate::store::{Access, Draft, SetAside, Store, StoreError};
use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

/// What a diary file begins with.
const SQLITE: &[u8] = b"SQLite format 3\0";

/// Reads a diary file, an export, or a folder of CSV files; `by` opens what is encrypted. A diary file is left as it is, whatever its format.
///
/// # Errors
/// An [`OwnFileError`] if it is none of these, or cannot be read as a whole.
pub fn read_any(path: &Path, by: Opener<'_>) -> Result<Incoming, OwnFileError> {
    let unreadable = |error| OwnFileError::unreadable(path)(error);
    if fs::metadata(path).map_err(unreadable)?.is_dir() {
        return read_csv(path);
    }
    let mut file = File::open(path).map_err(unreadable)?;
    let mut beginning = Vec::new();
    Read::by_ref(&mut file).take(16).read_to_end(&mut beginning).map_err(unreadable)?;
    if beginning == SQLITE {
        let store = match Store::open(path, Access::ReadOnly) {
            Err(StoreError::Older { .. }) => Store::open_copy(path),
            opened => opened,
        };
        return read_diary(&store?);
    }
    read_stream(&mut beginning.chain(file), path, by)
}

/// Reads what comes from standard input or a file; `path` is what messages name, `by` opens what is encrypted.
///
/// # Errors
/// As [`read_any`].
pub fn read_stream(input: &mut dyn Read, path: &Path, by: Opener<'_>) -> Result<Incoming, OwnFileError> {
    let bytes = inflated(input, path, by)?;
    if bytes.starts_with(SQLITE) {
        return read_diary(&Store::open_bytes(&bytes, path)?);
    }
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    match std::str::from_utf8(text) {
        Ok(text) if let Some((_, document)) = split(text, path)? => read_json(document, path),
        Ok(text) if text.trim_start().starts_with('{') => read_json(text, path),
        Ok(_) | Err(_) => Err(OwnFileError::NotOurs { path: path.to_owned() }),
    }
}

/// Reads all records of an open diary that can be read. The others are named.
fn read_diary(store: &Store) -> Result<Incoming, OwnFileError> {
    let (whole, set_aside) = store.read().whole_and_set_aside()?;
    let left_out: Vec<_> = set_aside.iter().map(SetAside::words).collect();
    Ok(Incoming { draft: Draft { whole, ..Draft::default() }, left_out_count: left_out.len(), left_out, unknown: Vec::new() })
}
