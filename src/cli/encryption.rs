//! The option that encrypts what is written.

use super::password::PasswordOption;
use super::{CliError, Session};
use crate::sealed::{Cost, Keys, RecoveryWords, SealedError};
use clap::Args;
use std::fs::File;
use std::path::{Path, PathBuf};

/// The option that encrypts what is written.
#[derive(Debug, Args)]
pub(super) struct EncryptionOption {
    /// Encrypt it, with the password in this file
    #[arg(long, value_name = "FILE")]
    password_file: Option<PathBuf>,
}

impl EncryptionOption {
    /// The keys with which a file is to be encrypted. Returns `None` if it is to be plain.
    ///
    /// Those of this computer or of an earlier file of that name are taken if the password opens them, so that the recovery words stay. Else
    /// they are new, and their recovery words are said, once.
    pub(super) fn keys(&self, session: &Session, target: &Path) -> Result<Option<Keys>, CliError> {
        let Some(secret) = PasswordOption::in_file(self.password_file.clone()).secret()? else { return Ok(None) };
        let opened = |keys: &Keys| keys.check(&secret).is_ok();
        let earlier = || File::open(target).ok().and_then(|file| Keys::of_file(file, &secret).ok());
        if let Some(keys) = session.kept_keys().filter(opened).or_else(earlier) {
            return Ok(Some(keys));
        }
        let refused = |error: SealedError| CliError::Refused(error.to_string());
        let words = RecoveryWords::random().map_err(|error| refused(error.into()))?;
        let keys = Keys::make(&secret.as_new_password().map_err(refused)?, &words, Cost::STANDARD).map_err(refused)?;
        let words: Vec<_> = words.words().collect();
        let said = "Who forgets the password opens it with these recovery words. Write them down, they are not shown again";
        session.asides().extend([format!("{said}: {}", words.join(" "))]);
        Ok(Some(keys))
    }
}
