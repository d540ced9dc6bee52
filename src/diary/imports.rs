//! Imported foods, from the diary's side: what a job needs to know, and what became of the file.

use super::{Diary, DiaryError, ImportedBook};
use crate::store::{Access, ImportTarget, RecordKind, StoreError};
use std::{path::Path, rc::Rc};

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

    /// The file of imported foods, which may not exist; nothing for a diary in memory.
    #[must_use]
    pub fn library_path(&self) -> Option<&Path> {
        self.store.library_path()
    }

    /// Takes the imported foods into the searches of [`Diary::food_book`], or out of them.
    pub fn set_imported(&mut self, imported: Option<ImportedBook>) {
        self.imported = imported.map(Rc::new);
        self.imports_changed();
    }

    /// Makes views of imported foods stale: a job wrote into their file, or could not read it.
    pub fn imports_changed(&mut self) {
        self.store.written(RecordKind::Import.into());
    }

    /// Reads the imported foods into the searches at once: for the command line, which has nothing else to do.
    ///
    /// # Errors
    /// A [`StoreError`] when the file of imported foods cannot be read.
    pub fn read_imported(&mut self) -> Result<(), StoreError> {
        let imported = self.store.library_path().map(|path| ImportedBook::read(path, || true)).transpose()?;
        self.set_imported(imported.flatten());
        Ok(())
    }

    /// What is wrong with the file of imported foods, if something is. The diary goes on without it.
    #[must_use]
    pub fn imports_trouble(&self) -> Option<&StoreError> {
        self.store.library_trouble()
    }
}
