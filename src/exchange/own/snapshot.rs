//! A snapshot: all that one computer knows of a diary, in one compressed file that any program may carry to others.
//!
//! A line of JSON says whose it is and when it was written; behind it follows the document that an export is.

use super::gathered::Incoming;
use super::inflated::inflated;
use super::json::{read_json, write_json};
use super::{OwnFileError, Selection};
use crate::sealed::Opener;
use crate::store::Whole;
use crate::whole_file::replace_whole;
use chrono::{DateTime, Utc};
use flate2::{Compression, write::GzEncoder};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::fs;
use std::io::Write as _;
use std::path::Path;
use uuid::Uuid;

/// The ending of the name of a snapshot.
pub const SNAPSHOT_ENDING: &str = "crampdiary";

/// The version of the first line: it grows when an older program would read a snapshot wrongly.
const VERSION: u32 = 1;

/// Whose snapshot it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SnapshotHead {
    /// What tells the computer from the others that keep the diary.
    pub device: Uuid,
    /// What the person calls the computer: its name in the network.
    pub computer: String,
    /// When the snapshot was written, by the clock of that computer.
    pub written: DateTime<Utc>,
    /// The format of the diary that it was made from.
    pub format: i64,
}

/// The first line of a snapshot.
#[derive(Debug, Serialize, Deserialize)]
struct FirstLine {
    crampdiary: u32,
    #[serde(flatten)]
    head: SnapshotHead,
}

/// A snapshot that was read.
#[derive(Debug)]
pub struct Snapshot {
    /// Whose it is.
    pub head: SnapshotHead,
    /// What it holds.
    pub incoming: Incoming,
}

/// The document of a snapshot, without the line that says whose it is.
#[must_use]
pub fn snapshot_document(whole: &Whole) -> Vec<u8> {
    let mut document = Vec::new();
    // Memory takes all that is written.
    _ = write_json(whole, &Selection::default(), &mut document);
    document
}

/// What tells the content of one file from that of another: 32 hexadecimal digits of its SHA-256.
#[must_use]
pub fn fingerprint(content: &[u8]) -> String {
    let number = Sha256::digest(content).iter().take(16).fold(0_u128, |number, byte| number << 8 | u128::from(*byte));
    format!("{number:032x}")
}

/// The content of a snapshot file.
#[must_use]
pub fn snapshot_content(head: &SnapshotHead, document: &[u8]) -> Vec<u8> {
    let line = FirstLine { crampdiary: VERSION, head: head.clone() };
    let mut out = GzEncoder::new(Vec::new(), Compression::default());
    // Memory takes all that is written.
    _ = serde_json::to_writer(&mut out, &line);
    _ = out.write_all(b"\n").and_then(|()| out.write_all(document));
    out.finish().unwrap_or_default()
}

/// Writes a snapshot file, which replaces an earlier one when it is whole and on the disk.
///
/// # Errors
/// [`OwnFileError::Unwritable`] if the file cannot be written. An earlier snapshot is as it was.
pub fn write_snapshot(content: &[u8], path: &Path) -> Result<(), OwnFileError> {
    replace_whole(path, |part| fs::write(part, content)).map_err(OwnFileError::unwritable(path))
}

/// Reads the content of a snapshot file; `path` is what messages name.
///
/// # Errors
/// An [`OwnFileError`] if it is no snapshot, is damaged, or was written by a newer version.
pub fn read_snapshot(content: &[u8], path: &Path) -> Result<Snapshot, OwnFileError> {
    let broken = || OwnFileError::Garbled { path: path.to_owned(), what: "is damaged, or not whole yet".to_owned() };
    let mut content = content;
    let bytes = inflated(&mut content, path, Opener::default()).map_err(|error| match error {
        OwnFileError::TooLarge { .. } => error,
        _ => broken(),
    })?;
    let text = String::from_utf8(bytes).map_err(|_no_text| broken())?;
    let (head, document) = split(&text, path)?.ok_or_else(|| OwnFileError::NotOurs { path: path.to_owned() })?;
    Ok(Snapshot { head, incoming: read_json(document, path)? })
}

/// Splits the first line off, if the text is a snapshot.
///
/// # Errors
/// [`OwnFileError::Newer`] if a newer version wrote it.
pub(super) fn split<'a>(text: &'a str, path: &Path) -> Result<Option<(SnapshotHead, &'a str)>, OwnFileError> {
    let Some((line, document)) = text.split_once('\n') else { return Ok(None) };
    let Ok(FirstLine { crampdiary, head }) = serde_json::from_str(line) else { return Ok(None) };
    if crampdiary > VERSION {
        return Err(OwnFileError::Newer { path: path.to_owned(), program: "unknown".to_owned() });
    }
    Ok(Some((head, document)))
}
