//! Imported foods as the diary sees them: where their file is, and what was read of it.

use super::{Diary, DiaryError, ImportedBook};
use crate::store::{Access, ImportTarget, RecordKind, StoreError};
use std::{path::Path, rc::Rc};

impl Diary {
    /// The file and the time that a job needs to import foods for this diary.
    ///
    /// # Errors
    /// [`DiaryError::NoImportsHere`] for a diary in memory, [`StoreError::ReadOnly`] for one that is opened only to be read.
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

    /// The path of the file of imported foods, which may not exist. Returns `None` for a diary in memory.
    #[must_use]
    pub fn library_path(&self) -> Option<&Path> {
        self.store.library_path()
    }

    /// Sets the imported foods of [`Diary::food_book`]; `None` for none.
    pub fn set_imported(&mut self, imported: Option<ImportedBook>) {
        self.imported = imported.map(Rc::new);
        self.imports_changed();
    }

    /// Makes every view of imported foods stale, after a job wrote their file or failed to read it.
    pub fn imports_changed(&mut self) {
        self.store.written(RecordKind::Import.into());
    }

    /// Reads the imported foods of [`Diary::food_book`] at once, which may take seconds: for the command line.
    ///
    /// # Errors
    /// A [`StoreError`] when the file of imported foods cannot be read.
    pub fn read_imported(&mut self) -> Result<(), StoreError> {
        let imported = self.store.library_path().map(|path| ImportedBook::read(path, || true)).transpose()?;
        self.set_imported(imported.flatten());
        Ok(())
    }

    /// What is wrong with the file of imported foods. Returns `None` if it is sound or does not exist. The diary works without it.
    #[must_use]
    pub fn imports_trouble(&self) -> Option<&StoreError> {
        self.store.library_trouble()
    }
}
