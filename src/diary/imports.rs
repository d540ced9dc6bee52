//! Imported foods, from the diary's side: what a job needs to know, and what became of the file.

use super::{Diary, DiaryError};
use crate::store::{Access, ImportTarget, StoreError};

impl Diary {
    /// What a job needs to import foods for this diary.
    ///
    /// # Errors
    /// [`DiaryError::NoImportsHere`] for the example, [`StoreError::ReadOnly`] for a diary that is open to be read
    /// only.
    pub fn import_target(&self) -> Result<ImportTarget, DiaryError> {
        let Some(library) = self.store.library_path() else { return Err(DiaryError::NoImportsHere) };
        if self.store.access() == Access::ReadOnly {
            return Err(StoreError::ReadOnly { path: self.store.path().to_owned() }.into());
        }
        Ok(ImportTarget { library: library.to_owned(), made: self.clock.now().to_utc() })
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
