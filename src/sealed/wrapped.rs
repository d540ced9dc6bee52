//! The data key, wrapped by a secret.

use super::{
    cost::{Cost, Salt},
    data_key::{DataKey, KeyId},
    error::SealedError,
    random::random,
};
use chacha20poly1305::{AeadInOut as _, KeyInit as _, XChaCha20Poly1305, XNonce};

/// By what a data key is wrapped. The number stands in its associated data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WrappedBy {
    /// The password.
    Password = 1,
    /// The recovery words.
    Words = 2,
}

/// What a wrapped key is bound to: it opens nowhere else.
#[derive(Debug, Clone, Copy)]
pub(super) struct BoundTo<'a> {
    /// Name and version of the layout.
    pub(super) layout: &'a [u8],
    pub(super) key_id: &'a KeyId,
    pub(super) by: WrappedBy,
}

/// What is chosen anew for each wrapping.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Chosen {
    pub(super) cost: Cost,
    pub(super) salt: Salt,
    pub(super) nonce: [u8; 24],
}

impl Chosen {
    /// This cost, with a random salt and nonce.
    pub(super) fn random(cost: Cost) -> Result<Self, SealedError> {
        Ok(Self { cost, salt: random()?, nonce: random()? })
    }
}

/// A data key that only one secret opens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wrapped {
    chosen: Chosen,
    /// The encrypted key and its tag.
    key: [u8; 48],
}

impl Wrapped {
    /// Its length in a file.
    pub(super) const LENGTH: usize = 8 + 16 + 24 + 48;

    /// Wraps a data key. It takes the memory and time of the cost.
    pub(super) fn wrap(data_key: &DataKey, secret: &[u8], to: BoundTo<'_>, chosen: Chosen) -> Result<Self, SealedError> {
        let mut key = data_key.0.to_vec();
        // A short text in memory always finds room.
        cipher(secret, &chosen)?
            .encrypt_in_place(&XNonce::from(chosen.nonce), &bound(to, &chosen), &mut key)
            .or(Err(SealedError::TooLong))?;
        let key = key.as_slice().try_into().or(Err(SealedError::TooLong))?;
        Ok(Self { chosen, key })
    }

    /// The data key. It takes the memory and time of the cost. Returns `None` if this is not the secret.
    pub(super) fn unwrap_with(&self, secret: &[u8], to: BoundTo<'_>) -> Result<Option<DataKey>, SealedError> {
        let mut key = zeroize::Zeroizing::new(self.key.to_vec());
        let nonce = XNonce::from(self.chosen.nonce);
        let opened = cipher(secret, &self.chosen)?.decrypt_in_place(&nonce, &bound(to, &self.chosen), &mut *key);
        Ok(opened.ok().and_then(|()| DataKey::of(&key)))
    }

    /// As it stands in a file.
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let Chosen { cost, salt, nonce } = &self.chosen;
        [&cost.to_bytes()[..], salt, nonce, &self.key].concat()
    }

    /// Reads what [`Self::to_bytes`] made off the front of `bytes`.
    ///
    /// # Errors
    /// [`SealedError::Damaged`] if they are too few, [`SealedError::TooCostly`] if they ask for too much.
    pub(super) fn take(bytes: &mut &[u8]) -> Result<Self, SealedError> {
        let memory_kib = u32::from_le_bytes(take(bytes)?);
        let cost = Cost::asked(memory_kib, u32::from_le_bytes(take(bytes)?))?;
        Ok(Self { chosen: Chosen { cost, salt: take(bytes)?, nonce: take(bytes)? }, key: take(bytes)? })
    }
}

/// Takes an array off the front of `bytes`.
///
/// # Errors
/// [`SealedError::Damaged`] if they are too few.
pub(super) fn take<const N: usize>(bytes: &mut &[u8]) -> Result<[u8; N], SealedError> {
    let (array, rest) = bytes.split_first_chunk().ok_or(SealedError::Damaged)?;
    *bytes = rest;
    Ok(*array)
}

fn cipher(secret: &[u8], chosen: &Chosen) -> Result<XChaCha20Poly1305, SealedError> {
    let key = chosen.cost.key_of(secret, &chosen.salt)?;
    Ok(XChaCha20Poly1305::new((&*key).into()))
}

/// The associated data of a wrapped key.
fn bound(to: BoundTo<'_>, chosen: &Chosen) -> Vec<u8> {
    [to.layout, to.key_id, &[to.by as u8], &chosen.cost.to_bytes(), &chosen.salt].concat()
}
