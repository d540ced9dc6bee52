//! The keys of encrypted copies that this computer keeps for a diary.

use crate::machine::Machine;
use crate::sealed::{Keys, SealedError};
use std::path::Path;

/// The keys with which copies of a diary are encrypted. Returns `None` if they are plain.
///
/// # Errors
/// [`SealedError::UnreadableKeys`] if copies should be encrypted, and the keys cannot be read. Nothing may be written in plain then.
pub fn kept_keys(diary: &Path, machine: &Machine) -> Result<Option<Keys>, SealedError> {
    // Notes that cannot be read are not taken for none: what should be encrypted would be written in plain words.
    let notes = machine.all_about(diary).map_err(|_unreadable| SealedError::UnreadableKeys)?;
    notes.sealed.as_ref().map(Keys::of_kept).transpose()
}
