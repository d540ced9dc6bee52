//! What a person types to open an encrypted file: the password, or the recovery words.

use super::{
    error::SealedError,
    recovery_words::{RecoveryWords, WordsError},
};
use std::fmt;
use zeroize::Zeroizing;

/// A password, without the spaces around it. It is wiped when it goes, and never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct Password(Zeroizing<String>);

impl Password {
    /// How many characters a new password has at least.
    pub const SHORTEST: usize = 8;

    /// A new password, as it was typed.
    ///
    /// # Errors
    /// [`SealedError::ShortPassword`] below [`Self::SHORTEST`] characters.
    pub fn new(typed: &str) -> Result<Self, SealedError> {
        let password = Self::any(typed);
        if password.0.chars().count() < Self::SHORTEST { Err(SealedError::ShortPassword) } else { Ok(password) }
    }

    fn any(typed: &str) -> Self {
        Self(Zeroizing::new(typed.trim().to_owned()))
    }

    pub(super) fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(..)")
    }
}

/// What was typed to open a file. Nobody has to say which of the two it is: eight words of the list are tried as recovery words, and
/// anything is tried as the password.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret {
    password: Password,
    words: Option<RecoveryWords>,
    /// What is wrong with it if recovery words were meant.
    slip: Option<WordsError>,
}

impl Secret {
    /// What was typed, or the content of a file with a password.
    ///
    /// # Errors
    /// [`SealedError::NeedsPassword`] if there are only spaces.
    pub fn typed(text: &str) -> Result<Self, SealedError> {
        let password = Password::any(text);
        if password.0.is_empty() {
            return Err(SealedError::NeedsPassword);
        }
        Ok(match RecoveryWords::typed(text) {
            Ok(words) => Self { password, words: Some(words), slip: None },
            Err(slip) => Self { password, words: None, slip: Some(slip).filter(WordsError::is_nearly) },
        })
    }

    /// What was typed, as a new password.
    ///
    /// # Errors
    /// [`SealedError::ShortPassword`] below [`Password::SHORTEST`] characters.
    pub fn as_new_password(&self) -> Result<Password, SealedError> {
        Password::new(&self.password.0)
    }

    pub(super) fn as_password(&self) -> &[u8] {
        self.password.as_bytes()
    }

    pub(super) fn as_words(&self) -> Option<&RecoveryWords> {
        self.words.as_ref()
    }

    /// What to say when it opens nothing.
    pub(super) fn is_wrong(&self) -> SealedError {
        let without_words = || self.slip.clone().map_or(SealedError::WrongPassword, SealedError::Words);
        self.words.as_ref().map_or_else(without_words, |_| SealedError::WrongWords)
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(..)")
    }
}
