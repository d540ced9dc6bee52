//! The keys of encrypted copies, as a machine keeps them.

use super::{
    cost::Cost,
    data_key::DataKey,
    error::SealedError,
    header::{Locked, SealedHeader, TwiceWrapped},
    random::random,
    recovery_words::RecoveryWords,
    secret::{Password, Secret},
    wrapped::Chosen,
};
use serde_json::{Value, json};
use std::{fmt::Write as _, io::Read};
use zeroize::Zeroizing;

/// What encrypts copies and opens them without asking for the password: the data key, and the data key as each copy carries it.
///
/// Whoever reads these keys can read every copy. They are kept on the machine, beside a diary that lies there in plain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keys {
    pub(super) data_key: DataKey,
    pub(super) wrapped: TwiceWrapped,
}

impl Keys {
    /// New keys, which this password opens and these words. It takes the memory and twice the time of the cost.
    ///
    /// # Errors
    /// [`SealedError::NoMemory`] or [`SealedError::NoRandom`].
    pub fn make(password: &Password, words: &RecoveryWords, cost: Cost) -> Result<Self, SealedError> {
        let (data_key, chosen) = (DataKey::random()?, Chosen::random(cost)?);
        let secret = words.secret();
        let password = Locked { secret: password.as_bytes(), chosen };
        let words = Locked { secret: secret.as_bytes(), chosen: Chosen::random(cost)? };
        let wrapped = TwiceWrapped::wrap(&data_key, random()?, password, words)?;
        Ok(Self { data_key, wrapped })
    }

    /// The keys of an encrypted file, of which only the beginning is read.
    ///
    /// # Errors
    /// What the header or the secret has wrong.
    pub fn of_file(mut from: impl Read, secret: &Secret) -> Result<Self, SealedError> {
        let wrapped = SealedHeader::read(&mut from)?.wrapped;
        Ok(Self { data_key: wrapped.unwrap_with(secret)?, wrapped })
    }

    /// These keys behind another password. Contents stay as they are: [`rewrap`](super::rewrap) gives older copies the new password.
    ///
    /// # Errors
    /// [`SealedError::NoMemory`] or [`SealedError::NoRandom`].
    pub fn with_new_password(&self, password: &Password, cost: Cost) -> Result<Self, SealedError> {
        let locked = Locked { secret: password.as_bytes(), chosen: Chosen::random(cost)? };
        Ok(Self { data_key: self.data_key.clone(), wrapped: self.wrapped.with_password(&self.data_key, locked)? })
    }

    /// These keys behind other recovery words.
    ///
    /// # Errors
    /// [`SealedError::NoMemory`] or [`SealedError::NoRandom`].
    pub fn with_new_words(&self, words: &RecoveryWords, cost: Cost) -> Result<Self, SealedError> {
        let secret = words.secret();
        let locked = Locked { secret: secret.as_bytes(), chosen: Chosen::random(cost)? };
        Ok(Self { data_key: self.data_key.clone(), wrapped: self.wrapped.with_words(&self.data_key, locked)? })
    }

    /// What this machine writes down of the keys.
    #[must_use]
    pub fn kept(&self) -> Value {
        json!({ "data_key": digits(&*self.data_key.0), "wrapped": digits(&self.wrapped.to_bytes()) })
    }

    /// The keys that [`Self::kept`] wrote down.
    ///
    /// # Errors
    /// [`SealedError::UnreadableKeys`] if it did not write this.
    pub fn of_kept(kept: &Value) -> Result<Self, SealedError> {
        let read = |field: &str| kept.get(field).and_then(Value::as_str).and_then(bytes);
        let keys = || {
            let data_key = DataKey::of(&Zeroizing::new(read("data_key")?))?;
            let wrapped = read("wrapped").filter(|wrapped| wrapped.len() == TwiceWrapped::LENGTH)?;
            Some(Self { data_key, wrapped: TwiceWrapped::take(&mut wrapped.as_slice()).ok()? })
        };
        keys().ok_or(SealedError::UnreadableKeys)
    }

    /// Checks that a secret opens copies made with these keys.
    ///
    /// # Errors
    /// [`SealedError::WrongPassword`], [`SealedError::WrongWords`], [`SealedError::Words`] or [`SealedError::NoMemory`].
    pub fn check(&self, secret: &Secret) -> Result<(), SealedError> {
        self.wrapped.unwrap_with(secret).map(drop)
    }
}

/// Two hexadecimal digits a byte.
pub(super) fn digits(bytes: &[u8]) -> String {
    let mut digits = String::with_capacity(2 * bytes.len());
    for byte in bytes {
        // Writing to a text cannot fail.
        _ = write!(digits, "{byte:02x}");
    }
    digits
}

/// What [`digits`] was given. Returns `None` if it did not make this.
fn bytes(digits: &str) -> Option<Vec<u8>> {
    let pairs = digits.as_bytes().chunks(2);
    pairs.map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok().filter(|pair| pair.len() == 2)?, 16).ok()).collect()
}
