//! Encrypting, opening, and giving a copy another password.

use super::{
    chunks,
    data_key::DataKey,
    error::SealedError,
    header::{SealedHeader, is_sealed},
    keys::Keys,
    random::random,
    secret::Secret,
};
use std::io::{self, Read, Write};

/// With what an encrypted file may be opened: the keys if the file was made with them, else the secret.
#[derive(Debug, Clone, Copy, Default)]
pub struct Opener<'a> {
    /// The keys that this machine keeps.
    pub keys: Option<&'a Keys>,
    /// What a person typed.
    pub secret: Option<&'a Secret>,
}

impl Opener<'_> {
    /// The key of a file with this header.
    fn data_key(self, header: &SealedHeader) -> Result<DataKey, SealedError> {
        match (self.keys, self.secret) {
            (Some(keys), _) if keys.wrapped.key_id == header.wrapped.key_id => Ok(keys.data_key.clone()),
            (_, Some(secret)) => header.wrapped.unwrap_with(secret),
            (Some(_), None) => Err(SealedError::OtherKeys),
            (None, None) => Err(SealedError::NeedsPassword),
        }
    }
}

/// Encrypts everything that is read. It takes the memory of two chunks of 64 KiB, and no password.
///
/// # Errors
/// [`SealedError::Read`], [`SealedError::Write`] or [`SealedError::NoRandom`]. What was written by then is no encrypted file.
pub fn seal(keys: &Keys, from: impl Read, mut to: impl Write) -> Result<(), SealedError> {
    let header = SealedHeader { wrapped: keys.wrapped.clone(), nonce: random()? };
    to.write_all(&header.to_bytes()).map_err(SealedError::Write)?;
    chunks::encrypt(&keys.data_key, &header, from, &mut to)?;
    to.flush().map_err(SealedError::Write)
}

/// Writes what was encrypted. It takes the memory of two chunks of 64 KiB, and that of Argon2 if a secret is given.
///
/// # Errors
/// What is wrong with the file or the secret. What was written by then must be thrown away: it may be a part of the content.
pub fn open(mut from: impl Read, with: Opener<'_>, mut to: impl Write) -> Result<(), SealedError> {
    let header = SealedHeader::read(&mut from)?;
    let data_key = with.data_key(&header)?;
    chunks::decrypt(&data_key, &header, from, &mut to)?;
    to.flush().map_err(SealedError::Write)
}

/// The plain bytes of a file: what was encrypted, or the bytes themselves if they were not. For files that fit into memory twice.
///
/// # Errors
/// [`SealedError::NeedsPassword`] or [`SealedError::OtherKeys`] if a secret is missing; what is wrong with the file or the secret.
pub fn plain_bytes(bytes: Vec<u8>, with: Opener<'_>) -> Result<Vec<u8>, SealedError> {
    if !is_sealed(&bytes) {
        return Ok(bytes);
    }
    let mut plain = Vec::with_capacity(bytes.len());
    open(bytes.as_slice(), with, &mut plain)?;
    Ok(plain)
}

/// Whether an encrypted file opens with the password and the recovery words of these keys, as [`rewrap`] would leave it. Only its beginning
/// is read.
///
/// # Errors
/// [`SealedError::OtherKeys`] if the file was not encrypted with this data key; what is wrong with its header; [`SealedError::Read`].
pub fn is_wrapped_as(keys: &Keys, mut from: impl Read) -> Result<bool, SealedError> {
    let header = SealedHeader::read(&mut from)?;
    if header.wrapped.key_id == keys.wrapped.key_id { Ok(header.wrapped == keys.wrapped) } else { Err(SealedError::OtherKeys) }
}

/// Writes a copy of an encrypted file that has the password and the recovery words of these keys. Its content is copied as it is.
///
/// # Errors
/// [`SealedError::OtherKeys`] if the file was not encrypted with this data key; what is wrong with its header; [`SealedError::Read`] or
/// [`SealedError::Write`].
pub fn rewrap(keys: &Keys, mut from: impl Read, mut to: impl Write) -> Result<(), SealedError> {
    let header = SealedHeader::read(&mut from)?;
    if header.wrapped.key_id != keys.wrapped.key_id {
        return Err(SealedError::OtherKeys);
    }
    let header = SealedHeader { wrapped: keys.wrapped.clone(), ..header };
    to.write_all(&header.to_bytes()).map_err(SealedError::Write)?;
    copy(&mut from, &mut to)?;
    to.flush().map_err(SealedError::Write)
}

/// Copies everything that is read.
fn copy(from: &mut impl Read, to: &mut impl Write) -> Result<(), SealedError> {
    let mut piece = vec![0; chunks::CHUNK];
    loop {
        match from.read(&mut piece) {
            Ok(0) => return Ok(()),
            Ok(length) => to.write_all(&piece[..length]).map_err(SealedError::Write)?,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(SealedError::Read(error)),
        }
    }
}
