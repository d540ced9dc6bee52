//! Writing an export under its name, once all of it is there.

use super::json::{FORMAT, write_json};
use super::{OwnFileError, Selection};
use crate::sealed::{Keys, Opener, SealedError, plain_bytes, seal};
use crate::store::Whole;
use crate::whole_file::replace_whole;
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use std::fs::{self, File};
use std::io::{self, BufWriter, Read, Write};
use std::path::Path;

/// Writes what is selected of a diary into a JSON file, which only its owner may read. An earlier export of that name is replaced.
///
/// # Errors
/// [`OwnFileError::Taken`] if something else has the name, [`OwnFileError::Unwritable`] if the file cannot be written. What was there before
/// is as it was.
pub fn export_json(whole: &Whole, selection: &Selection, path: &Path) -> Result<(), OwnFileError> {
    if fs::symlink_metadata(path).is_ok() && !is_json_export(path) {
        return Err(OwnFileError::Taken { path: path.to_owned() });
    }
    let write = |part: &Path| {
        let mut out = BufWriter::with_capacity(1 << 16, File::options().write(true).open(part)?);
        write_json(whole, selection, &mut out)?;
        out.flush()
    };
    replace_whole(path, write).map_err(OwnFileError::unwritable(path))
}

/// Writes what is selected of a diary into an encrypted JSON file, as [`export_json`] writes a plain one. It is compressed first.
///
/// # Errors
/// As [`export_json`]. [`OwnFileError::Taken`] also for an encrypted file that these keys do not open, or that is no export.
pub fn export_encrypted(whole: &Whole, selection: &Selection, path: &Path, keys: &Keys) -> Result<(), OwnFileError> {
    if fs::symlink_metadata(path).is_ok() && !is_encrypted_export(path, keys) {
        return Err(OwnFileError::Taken { path: path.to_owned() });
    }
    let write = |part: &Path| write_encrypted(whole, selection, keys, File::options().write(true).open(part)?);
    replace_whole(path, write).map_err(OwnFileError::unwritable(path))
}

/// Writes what is selected of a diary as an encrypted, compressed JSON document.
///
/// # Errors
/// What `out` reports.
pub fn write_encrypted(whole: &Whole, selection: &Selection, keys: &Keys, out: impl Write) -> io::Result<()> {
    let mut deflated = GzEncoder::new(Vec::new(), Compression::default());
    write_json(whole, selection, &mut deflated)?;
    seal(keys, deflated.finish()?.as_slice(), out).map_err(|error| match error {
        SealedError::Write(error) => error,
        _ => io::Error::other("the computer gave no random numbers"),
    })
}

/// Whether a file is an encrypted export that these keys open. An empty one may be written to, too.
fn is_encrypted_export(path: &Path, keys: &Keys) -> bool {
    let Ok(bytes) = fs::read(path) else { return false };
    let (is_empty, by) = (bytes.is_empty(), Opener { keys: Some(keys), secret: None });
    is_empty || plain_bytes(bytes, by).is_ok_and(|plain| begins_as_export(GzDecoder::new(plain.as_slice())))
}

/// Whether a file begins as an export does. An empty one may be written to, too.
fn is_json_export(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|found| found.is_file() && found.len() == 0) || File::open(path).is_ok_and(begins_as_export)
}

fn begins_as_export(from: impl Read) -> bool {
    let mut beginning = String::new();
    from.take(64).read_to_string(&mut beginning).is_ok() && beginning.starts_with('{') && beginning.contains(FORMAT)
}
