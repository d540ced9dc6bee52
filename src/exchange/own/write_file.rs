//! Writing an export under its name, once all of it is there.

use super::json::{FORMAT, write_json};
use super::{OwnFileError, Selection};
use crate::sealed::{Keys, is_sealed, seal};
use crate::store::Whole;
use crate::whole_file::replace_whole;
use flate2::{Compression, write::GzEncoder};
use std::fs::{self, File};
use std::io::{BufWriter, Read as _, Write as _};
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

/// Writes what is selected of a diary into an encrypted JSON file, which only its owner may read. An earlier export of that name is replaced.
///
/// # Errors
/// As [`export_json`], and [`OwnFileError::Sealed`] if it cannot be encrypted.
pub fn export_sealed_json(whole: &Whole, selection: &Selection, keys: &Keys, path: &Path) -> Result<(), OwnFileError> {
    if fs::symlink_metadata(path).is_ok() && !is_json_export(path) && !begins_sealed(path) {
        return Err(OwnFileError::Taken { path: path.to_owned() });
    }
    let mut plain = GzEncoder::new(Vec::new(), Compression::default());
    let plain = write_json(whole, selection, &mut plain).and_then(|()| plain.finish()).map_err(OwnFileError::unwritable(path))?;
    let mut sealed = Vec::new();
    seal(keys, plain.as_slice(), &mut sealed).map_err(OwnFileError::sealed(path))?;
    replace_whole(path, |part| fs::write(part, &sealed)).map_err(OwnFileError::unwritable(path))
}

fn begins_sealed(path: &Path) -> bool {
    let mut beginning = Vec::new();
    let read = File::open(path).and_then(|file| file.take(64).read_to_end(&mut beginning));
    read.is_ok() && is_sealed(&beginning)
}

/// Whether a file begins as an export does. An empty one may be written to, too.
fn is_json_export(path: &Path) -> bool {
    let mut beginning = String::new();
    let read = File::open(path).and_then(|file| file.take(64).read_to_string(&mut beginning));
    read.is_ok() && (beginning.is_empty() || (beginning.starts_with('{') && beginning.contains(FORMAT)))
}
