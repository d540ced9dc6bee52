//! Imported foods, from the diary's side: what a job needs to know, and what became of the file.

use super::{Diary, DiaryError};
use crate::store::{Access, ImportTarget, StoreError};
use std::path::Path;

impl Diary {
    /// What a job needs to import foods for this diary.
    ///
    /// # Errors
    /// [`DiaryError::NoImportsHere`] for the example, [`StoreError::ReadOnly`] for a diary that is open to be read
    /// only.
    pub fn import_target(&mut self) -> Result<ImportTarget, DiaryError> {
        let Some(library) = self.store.library_path().map(Path::to_owned) else { return Err(DiaryError::NoImportsHere) };
        if self.store.access() == Access::ReadOnly {
            return Err(StoreError::ReadOnly { path: self.store.path().to_owned() }.into());
        }
        // Somebody may have moved the file away meanwhile, as we say when it is damaged.
        if !library.exists() || self.store.library_trouble().is_some() {
            self.store.reopen_library();
        }
        Ok(ImportTarget { library, made: self.clock.now().to_utc() })
    }

    /// What is wrong with the file of imported foods, if something is. The diary goes on without it.
    #[must_use]
    pub fn imports_trouble(&self) -> Option<&StoreError> {
        self.store.library_trouble()
    }

    /// Looks afresh at the file of imported foods: after a damaged one was moved away.
    pub fn reopen_imports(&mut self) {
        self.store.reopen_library();
    }
}
