//! Deleting a diary for good.

use super::hold::{HeldDiary, clear_beside};
use crate::domain::io_words;
use crate::store::StoreError;
use crate::store::backup::{BackupError, error};
use crate::store::file::{beside, sync_folder_of};
use crate::store::library_beside;
use std::path::Path;
use std::{fs, io};

/// Deletes a diary file with the file of imported foods and all that lies beside it but copies and backups. Nobody of this process may have
/// it open; a window of another notices.
///
/// # Errors
/// [`BackupError::NotDeleted`] if it cannot be deleted, because it is in use or nothing may be changed there.
pub fn delete_diary(diary: &Path) -> Result<(), BackupError> {
    let refused = |why: String| BackupError::NotDeleted { path: diary.to_owned(), why };
    let held = match HeldDiary::of(diary) {
        Ok(held) => Some(held),
        // Whatever else it is, it goes.
        Err(StoreError::NotADiary { .. } | StoreError::Damaged { .. } | StoreError::Unsound { .. }) => None,
        Err(busy) => return Err(refused(error::why(&busy).to_owned())),
    };
    if held.is_none() {
        // Without its file, what lies beside it would be taken for a part of the next one.
        clear_beside(diary).map_err(|error| refused(io_words(&error)))?;
    }
    let foods = library_beside(diary);
    let of_foods = ["", "-wal", "-shm", "-journal"].map(|ending| beside(&foods, ending));
    let files = [diary.to_owned(), diary.with_extension("checked")].into_iter().chain(of_foods);
    let deleted = files.filter(|file| fs::symlink_metadata(file).is_ok()).try_for_each(fs::remove_file);
    let deleted = deleted.and_then(|()| held.as_ref().map_or(Ok(()), HeldDiary::clear_beside));
    deleted.map_err(|error: io::Error| refused(io_words(&error)))?;
    sync_folder_of(diary);
    drop(held);
    Ok(())
}
