//! The folder through which computers reach each other: which may be one, and what it means for a restore.

use super::SeveralError;
use crate::machine::Machine;
use std::fs;
use std::path::{Path, PathBuf};

/// Notes the folder through which the computers of a diary reach each other. Returns it as the system names it.
///
/// # Errors
/// [`SeveralError::Folder`] if there is no such folder, [`SeveralError::OwnFolder`] if the diary itself lies in it, and
/// [`SeveralError::Machine`] if it cannot be written down.
pub fn use_folder(folder: &Path, diary: &Path, machine: &Machine) -> Result<PathBuf, SeveralError> {
    let broken = |source| SeveralError::Folder { path: folder.to_owned(), source };
    let real = fs::canonicalize(folder).map_err(broken)?;
    fs::read_dir(&real).map_err(broken)?;
    if diary.parent().and_then(|own| fs::canonicalize(own).ok()).is_some_and(|own| own == real) {
        return Err(SeveralError::OwnFolder { path: folder.to_owned() });
    }
    machine.note(diary, |notes| notes.sync_folder = Some(real.clone()))?;
    Ok(real)
}

/// Says that other computers will bring back what a restore took away. Returns `None` if the diary has no other computers.
#[must_use]
pub fn comes_back(diary: &Path, machine: &Machine) -> Option<String> {
    let folder = machine.about(diary).sync_folder?;
    Some(format!(
        "What your other computers have comes back when they next meet in {}. To stay with this backup, stop using that folder first.",
        folder.display()
    ))
}
