//! The key of the content, and its id.

use super::{error::SealedError, random::random};
use std::fmt;
use zeroize::Zeroizing;

/// What names a data key in the header of each file. It says nothing about the key.
pub(super) type KeyId = [u8; 16];

/// The key with which contents are encrypted. It is wiped when it goes.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct DataKey(pub(super) Zeroizing<[u8; Self::LENGTH]>);

impl DataKey {
    /// Its length in bytes.
    pub(super) const LENGTH: usize = 32;

    /// A new random key.
    pub(super) fn random() -> Result<Self, SealedError> {
        random().map(|bytes| Self(Zeroizing::new(bytes)))
    }

    /// The key with these bytes. Returns `None` if they are not 32.
    pub(super) fn of(bytes: &[u8]) -> Option<Self> {
        Some(Self(Zeroizing::new(bytes.try_into().ok()?)))
    }
}

impl fmt::Debug for DataKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DataKey(..)")
    }
}
