//! The front of an encrypted file: what it is, and its data key, wrapped twice.

use super::{
    data_key::{DataKey, KeyId},
    error::SealedError,
    secret::Secret,
    wrapped::{BoundTo, Chosen, Wrapped, WrappedBy, take},
};
use sha2::{Digest as _, Sha256};
use std::io::Read;

/// Name and version of the layout.
const LAYOUT: &[u8; 18] = b"CrampDiarySealed\x01\0";

/// Where the version stands in [`LAYOUT`].
const NAME: usize = 16;

/// The nonce of a content, without what differs from chunk to chunk.
pub(super) type ContentNonce = [u8; 19];

/// Whether these are the first bytes of an encrypted file. It takes at least 16 of them to say so.
#[must_use]
pub fn is_sealed(bytes: &[u8]) -> bool {
    bytes.starts_with(&LAYOUT[..NAME])
}

/// A data key, wrapped by the password and by the recovery words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TwiceWrapped {
    pub(super) key_id: KeyId,
    by_password: Wrapped,
    by_words: Wrapped,
}

impl TwiceWrapped {
    /// Its length in the program's own notes.
    pub(super) const LENGTH: usize = 16 + 2 * Wrapped::LENGTH;

    /// Wraps a data key twice: with a password, and with recovery words.
    pub(super) fn wrap(data_key: &DataKey, key_id: KeyId, password: Locked<'_>, words: Locked<'_>) -> Result<Self, SealedError> {
        let wrap = |lock: Locked<'_>, by| Wrapped::wrap(data_key, lock.secret, bound(&key_id, by), lock.chosen);
        Ok(Self { key_id, by_password: wrap(password, WrappedBy::Password)?, by_words: wrap(words, WrappedBy::Words)? })
    }

    /// With another password.
    pub(super) fn with_password(&self, data_key: &DataKey, password: Locked<'_>) -> Result<Self, SealedError> {
        let to = bound(&self.key_id, WrappedBy::Password);
        Ok(Self { by_password: Wrapped::wrap(data_key, password.secret, to, password.chosen)?, ..self.clone() })
    }

    /// With other recovery words.
    pub(super) fn with_words(&self, data_key: &DataKey, words: Locked<'_>) -> Result<Self, SealedError> {
        let to = bound(&self.key_id, WrappedBy::Words);
        Ok(Self { by_words: Wrapped::wrap(data_key, words.secret, to, words.chosen)?, ..self.clone() })
    }

    /// The data key. Recovery words that are none of this file may still be its password.
    ///
    /// # Errors
    /// [`SealedError::WrongPassword`], [`SealedError::WrongWords`] or [`SealedError::Words`] by what the secret looks like.
    pub(super) fn unwrap_with(&self, secret: &Secret) -> Result<DataKey, SealedError> {
        if let Some(words) = secret.as_words() {
            let found = self.by_words.unwrap_with(words.secret().as_bytes(), bound(&self.key_id, WrappedBy::Words))?;
            if let Some(key) = found {
                return Ok(key);
            }
        }
        let found = self.by_password.unwrap_with(secret.as_password(), bound(&self.key_id, WrappedBy::Password))?;
        found.ok_or_else(|| secret.is_wrong())
    }

    /// The wrapped keys as they stand in a file.
    fn wrapped(&self) -> Vec<u8> {
        [self.by_password.to_bytes(), self.by_words.to_bytes()].concat()
    }

    /// As it is kept by the machine: the id and the wrapped keys.
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        [&self.key_id[..], &self.wrapped()].concat()
    }

    /// Reads what [`Self::to_bytes`] made off the front of `bytes`.
    pub(super) fn take(bytes: &mut &[u8]) -> Result<Self, SealedError> {
        Ok(Self { key_id: take(bytes)?, by_password: Wrapped::take(bytes)?, by_words: Wrapped::take(bytes)? })
    }
}

/// A secret, and what is chosen for its wrapping.
#[derive(Clone, Copy)]
pub(super) struct Locked<'a> {
    pub(super) secret: &'a [u8],
    pub(super) chosen: Chosen,
}

/// The front of an encrypted file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SealedHeader {
    pub(super) wrapped: TwiceWrapped,
    pub(super) nonce: ContentNonce,
}

impl SealedHeader {
    /// Its length in bytes.
    pub(super) const LENGTH: usize = LAYOUT.len() + 16 + 19 + 2 * Wrapped::LENGTH + Self::CHECK;

    /// The length of the checksum at its end.
    const CHECK: usize = 16;

    /// What the content is bound to: everything that a new password does not change.
    pub(super) fn label(&self) -> Vec<u8> {
        [&LAYOUT[..], &self.wrapped.key_id, &self.nonce].concat()
    }

    /// As it stands in a file.
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = [self.label(), self.wrapped.wrapped()].concat();
        bytes.extend(check(&bytes));
        bytes
    }

    /// Reads a header, and nothing behind it.
    ///
    /// # Errors
    /// [`SealedError::NotSealed`], [`SealedError::UnknownLayout`], [`SealedError::Damaged`], [`SealedError::TooCostly`] or
    /// [`SealedError::Read`].
    pub(super) fn read(from: &mut impl Read) -> Result<Self, SealedError> {
        let mut bytes = Vec::with_capacity(Self::LENGTH);
        from.take(Self::LENGTH as u64).read_to_end(&mut bytes).map_err(SealedError::Read)?;
        if !is_sealed(&bytes) {
            return Err(SealedError::NotSealed);
        }
        let rest = &mut &bytes[NAME..];
        let version: [u8; 2] = take(rest)?;
        if version != LAYOUT[NAME..] {
            return Err(SealedError::UnknownLayout(u16::from_le_bytes(version)));
        }
        let (said, sum) = bytes.split_at_checked(Self::LENGTH - Self::CHECK).ok_or(SealedError::Damaged)?;
        if check(said) != sum {
            return Err(SealedError::Damaged);
        }
        let (key_id, nonce) = (take(rest)?, take(rest)?);
        Ok(Self { wrapped: TwiceWrapped { key_id, by_password: Wrapped::take(rest)?, by_words: Wrapped::take(rest)? }, nonce })
    }
}

/// The checksum of the bytes before it. Whoever changes them on purpose can change it, too; then the keys do not open.
fn check(bytes: &[u8]) -> Vec<u8> {
    Sha256::digest(bytes)[..SealedHeader::CHECK].to_vec()
}

fn bound(key_id: &KeyId, by: WrappedBy) -> BoundTo<'_> {
    BoundTo { layout: LAYOUT, key_id, by }
}
