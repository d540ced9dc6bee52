//! The texts of the files of a folder of cases.

use crate::domain::io_words;
use std::fs;
use std::path::Path;

/// The text of a file. An error is a sentence that names the file.
pub(super) fn read_text(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{} cannot be read, because {}.", path.display(), io_words(&error)))
}
