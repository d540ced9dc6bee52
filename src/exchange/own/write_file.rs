//! Writing an export under its name, once all of it is there.

use super::json::{FORMAT, write_json};
use super::{OwnFileError, Selection};
use crate::store::Whole;
use crate::whole_file::replace_whole;
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

/// Whether a file begins as an export does. An empty one may be written to, too.
fn is_json_export(path: &Path) -> bool {
    let mut beginning = String::new();
    let read = File::open(path).and_then(|file| file.take(64).read_to_string(&mut beginning));
    read.is_ok() && (beginning.is_empty() || (beginning.starts_with('{') && beginning.contains(FORMAT)))
}
