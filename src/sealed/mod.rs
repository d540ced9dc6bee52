//! Encrypted copies: a container of bytes that a password opens, or eight recovery words.
//!
//! # What is in a file
//!
//! Numbers are little-endian.
//!
//! | bytes | what |
//! | --- | --- |
//! | 16 | `CrampDiarySealed` |
//! | 2 | the version of this layout, 1 |
//! | 16 | the id of the data key, by which a machine finds the keys it keeps |
//! | 19 | the nonce of the content, random in each file |
//! | 96 | the data key, wrapped by the password |
//! | 96 | the data key, wrapped by the recovery words |
//! | 16 | the first 16 bytes of SHA-256 of all before, which tells a damaged header from a wrong password |
//! | rest | the content in chunks of 64 KiB, each with its tag of 16 bytes; the last may be shorter or empty |
//!
//! A wrapped key is: Argon2's memory in KiB (4), its passes (4), salt (16), nonce (24), and the 32 bytes of the key with their tag (48).
//! The wrapping key is Argon2id (version 1.3, one lane, 32 bytes) of the secret. The key is encrypted by `XChaCha20-Poly1305`; its associated
//! data are the first 34 bytes of the file, 1 for the password or 2 for the words, memory, passes and salt.
//!
//! The content is STREAM over `XChaCha20-Poly1305` with the data key: the nonce of a chunk is that of the content, the number of the chunk from
//! 0 on (4, big-endian), and 1 for the last chunk, else 0. Its associated data are the first 53 bytes of the file. So chunks that are
//! missing, moved, taken from another file or changed are found, and a new password changes the header alone.
//!
//! The secret is the password in UTF-8 without spaces around it, or the eight words in lower case with one space between.

mod chunks;
mod container;
mod cost;
mod data_key;
mod error;
mod header;
mod keys;
mod random;
mod recovery_words;
mod secret;
mod word_list;
mod word_question;
mod wrapped;

pub use container::{Opener, is_wrapped_as, open, plain_bytes, rewrap, seal};
pub use cost::Cost;
pub use error::SealedError;
pub use header::is_sealed;
pub use keys::Keys;
pub use recovery_words::{RecoveryWords, WordsError};
pub use secret::{Password, Secret};
pub use word_question::WordQuestion;

#[cfg(test)]
mod tests;
