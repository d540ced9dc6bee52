//! Imported foods, read through a connection of their own, so that a search can go on while the diary is written.

use super::connect::connect;
use super::{ImportedName, Shelf};
use crate::domain::{Barcode, ImportedFood};
use crate::store::{Access, StoreError};
use rusqlite::Connection;
use std::path::{Path, PathBuf};

/// The imported foods in use, read through a connection of their own. It can be sent to another thread.
#[derive(Debug)]
pub struct LibraryReader {
    connection: Connection,
    path: PathBuf,
}

impl LibraryReader {
    /// Opens a file of imported foods. Returns `None` if there is no file.
    ///
    /// # Errors
    /// [`StoreError::Library`] if the file is something else or damaged.
    pub fn open(path: &Path) -> Result<Option<Self>, StoreError> {
        let connection = connect(path, Access::ReadOnly)?;
        Ok(connection.map(|connection| Self { connection, path: path.to_owned() }))
    }

    /// The imported food in use with this number in `FoodData` Central. Returns `None` if there is none.
    ///
    /// # Errors
    /// A [`StoreError`] when the file of imported foods cannot be read.
    pub fn food(&self, fdc_id: u32) -> Result<Option<ImportedFood>, StoreError> {
        self.shelf().food(fdc_id)
    }

    /// The newest imported food in use with this bar code. Returns `None` if there is none.
    ///
    /// # Errors
    /// A [`StoreError`] when the file of imported foods cannot be read.
    pub fn by_barcode(&self, barcode: Barcode) -> Result<Option<ImportedFood>, StoreError> {
        self.shelf().by_barcode(barcode)
    }

    /// Calls `each` with every imported food in use, once and in the order of their numbers.
    ///
    /// # Errors
    /// A [`StoreError`] when the file of imported foods cannot be read.
    pub fn names(&self, each: impl FnMut(ImportedName<'_>)) -> Result<(), StoreError> {
        self.shelf().names(each)
    }

    fn shelf(&self) -> Shelf<'_> {
        Shelf::new(&self.connection, &self.path)
    }
}
