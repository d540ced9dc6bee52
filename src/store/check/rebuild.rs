//! Rebuilding indexes that do not agree with their tables.

use super::structure::{Depth, Structure};
use crate::store::file::{create_private, sync, sync_folder_of};
use crate::store::{Store, StoreError};
use std::fs;
use std::path::{Path, PathBuf};

impl Store {
    /// Looks at the structure before anything is written, and rebuilds indexes that do not agree with their tables. Returns a word about
    /// that, and `None` if there was nothing to rebuild.
    ///
    /// # Errors
    /// [`StoreError::Unsound`] if the structure is broken; nothing is written from now on.
    pub fn ensure_sound(&mut self, depth: Depth) -> Result<Option<String>, StoreError> {
        let found = self.structure(depth)?;
        self.judge(found.broken.len());
        if !found.broken.is_empty() {
            return Err(StoreError::unsound(found.broken.len(), self.path()));
        }
        if found.indexes.is_empty() {
            return Ok(None);
        }
        let copy = self.rebuild(&found).inspect_err(|error| {
            if matches!(error, StoreError::Unsound { .. }) {
                self.judge(1);
            }
        })?;
        Ok(Some(rebuilt_words(&copy)))
    }

    /// Rebuilds the indexes that do not agree with their tables, after a copy of the diary was kept. Returns the path of the copy.
    ///
    /// # Errors
    /// [`StoreError::Unsound`] if they do not agree afterwards either, or a [`StoreError`] when the copy or the file cannot be written.
    pub fn rebuild(&self, found: &Structure) -> Result<PathBuf, StoreError> {
        let path = self.path();
        let words = |error| StoreError::from_sqlite(error, path);
        let copy = free_name(path);
        create_private(&copy)?;
        let copied = self.connection.execute("VACUUM INTO ?1", [copy.to_string_lossy()]).map_err(words);
        if let Err(error) = copied.and_then(|_| sync(&copy).map_err(|_failed| StoreError::Full { path: copy.clone() })) {
            // The error says enough.
            drop(fs::remove_file(&copy));
            return Err(error);
        }
        sync_folder_of(path);
        for index in &found.indexes {
            let sql = format!("REINDEX \"{}\"", index.replace('"', "\"\""));
            self.connection.execute_batch(&sql).map_err(|_not_unique| StoreError::unsound(1, path))?;
        }
        match self.structure(Depth::Whole)? {
            Structure { broken, indexes, .. } if broken.is_empty() && indexes.is_empty() => Ok(copy),
            Structure { broken, indexes, .. } => Err(StoreError::unsound(broken.len() + indexes.len(), path)),
        }
    }
}

/// That indexes were rebuilt.
fn rebuilt_words(copy: &Path) -> String {
    format!(
        "What helps to find records in the diary was damaged, and was made anew; nothing was lost. A copy from before: {}",
        copy.display()
    )
}

/// A name beside the diary that is free: `diary.before-rebuild.sqlite`, or `diary.before-rebuild-2.sqlite`.
fn free_name(path: &Path) -> PathBuf {
    let mut number = 1_u32;
    loop {
        let ending = if number == 1 { String::new() } else { format!("-{number}") };
        let name = path.with_extension(format!("before-rebuild{ending}.sqlite"));
        if fs::symlink_metadata(&name).is_err() {
            return name;
        }
        number += 1;
    }
}
