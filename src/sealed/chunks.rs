//! The content of an encrypted file: a stream of chunks.

use super::{data_key::DataKey, error::SealedError, header::SealedHeader};
use aead_stream::{NewStream as _, StreamBE32, StreamPrimitive as _};
use chacha20poly1305::XChaCha20Poly1305;
use std::io::{self, Read, Write};

/// The length of a chunk before it is encrypted.
pub(super) const CHUNK: usize = 64 * 1024;

/// What encryption adds to each chunk.
pub(super) const TAG: usize = 16;

/// Encrypts everything that is read.
pub(super) fn encrypt(key: &DataKey, header: &SealedHeader, from: impl Read, to: &mut impl Write) -> Result<(), SealedError> {
    let (stream, label) = (stream(key, header), header.label());
    let mut pieces = Pieces::new(from, CHUNK).map_err(SealedError::Read)?;
    let mut chunk = Vec::with_capacity(CHUNK + TAG);
    for position in 0..=u32::MAX {
        let is_last = pieces.next(&mut chunk).map_err(SealedError::Read)?;
        stream.encrypt_in_place(position, is_last, &label, &mut chunk).or(Err(SealedError::TooLong))?;
        to.write_all(&chunk).map_err(SealedError::Write)?;
        if is_last {
            return Ok(());
        }
    }
    Err(SealedError::TooLong)
}

/// Decrypts everything that is read. What is written before an error is the beginning of what was encrypted.
pub(super) fn decrypt(key: &DataKey, header: &SealedHeader, from: impl Read, to: &mut impl Write) -> Result<(), SealedError> {
    let (stream, label) = (stream(key, header), header.label());
    let mut pieces = Pieces::new(from, CHUNK + TAG).map_err(SealedError::Read)?;
    let mut chunk = Vec::with_capacity(CHUNK + TAG);
    for position in 0..=u32::MAX {
        let is_last = pieces.next(&mut chunk).map_err(SealedError::Read)?;
        stream.decrypt_in_place(position, is_last, &label, &mut chunk).or(Err(SealedError::Damaged))?;
        to.write_all(&chunk).map_err(SealedError::Write)?;
        if is_last {
            return Ok(());
        }
    }
    Err(SealedError::Damaged)
}

fn stream(key: &DataKey, header: &SealedHeader) -> StreamBE32<XChaCha20Poly1305> {
    StreamBE32::new((&*key.0).into(), (&header.nonce).into())
}

/// What is read, in pieces of one length, of which only the last may be shorter.
struct Pieces<R> {
    from: R,
    length: usize,
    /// The next piece; it is empty at the end.
    ahead: Vec<u8>,
}

impl<R: Read> Pieces<R> {
    fn new(from: R, length: usize) -> io::Result<Self> {
        let mut pieces = Self { from, length, ahead: Vec::with_capacity(CHUNK + TAG) };
        pieces.read_ahead()?;
        Ok(pieces)
    }

    /// Puts the next piece into `piece`. Returns whether it is the last one.
    fn next(&mut self, piece: &mut Vec<u8>) -> io::Result<bool> {
        std::mem::swap(piece, &mut self.ahead);
        self.read_ahead()?;
        Ok(self.ahead.is_empty())
    }

    fn read_ahead(&mut self) -> io::Result<()> {
        self.ahead.clear();
        self.from.by_ref().take(self.length as u64).read_to_end(&mut self.ahead).map(drop)
    }
}
