//! The option with the password of an encrypted file.

use super::CliError;
use crate::domain::io_words;
use crate::sealed::{RecoveryWords, Secret};
use clap::Args;
use std::fs;
use std::path::PathBuf;

/// The option with the password of an encrypted file. It is read from a file, because others can see what stands on a command line.
#[derive(Debug, Args)]
pub(super) struct PasswordOption {
    /// A file with the password of an encrypted one, or its recovery words
    #[arg(long, value_name = "FILE")]
    password_file: Option<PathBuf>,
}

impl PasswordOption {
    /// The option, with this file.
    pub(super) fn in_file(password_file: Option<PathBuf>) -> Self {
        Self { password_file }
    }

    /// What stands in the file. Returns `None` if none was named.
    ///
    /// # Errors
    /// [`CliError::Refused`] if it cannot be read, or holds no password.
    pub(super) fn secret(&self) -> Result<Option<Secret>, CliError> {
        let Some(path) = &self.password_file else { return Ok(None) };
        let refused = |why: &str| CliError::Refused(format!("The password file {} {why}", path.display()));
        let text = fs::read(path).map_err(|error| refused(&format!("cannot be read, because {}.", io_words(&error))))?;
        let text = String::from_utf8(text);
        let text = text.map_err(|_no_text| refused("is no text. Write the password into a file of plain text (UTF-8)."))?;
        let text = text.trim_start_matches('\u{feff}').trim();
        if text.lines().count() > 1 && RecoveryWords::typed(text).is_err() {
            return Err(refused("has several lines. A password is one line; only recovery words may stand on several."));
        }
        Secret::typed(text).map(Some).map_err(|_empty| refused("is empty."))
    }
}
