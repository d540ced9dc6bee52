//! Imported foods, read through a connection of its own: for a search that goes on while the diary is written.

use super::connect::connect;
use super::{ImportedName, Shelf};
use crate::domain::{Barcode, ImportedFood};
use crate::store::{Access, StoreError};
use rusqlite::Connection;
use std::path::{Path, PathBuf};

/// The imported foods in use. It can be handed to another thread.
#[derive(Debug)]
pub struct LibraryReader {
    connection: Connection,
    path: PathBuf,
}

impl LibraryReader {
    /// Opens the file of imported foods; nothing when there is none.
    ///
    /// # Errors
    /// A [`StoreError`] that names the file when it is something else or damaged.
    pub fn open(path: &Path) -> Result<Option<Self>, StoreError> {
        let connection = connect(path, Access::ReadOnly)?;
        Ok(connection.map(|connection| Self { connection, path: path.to_owned() }))
    }

    /// The imported food in use with this number in USDA's database.
    ///
    /// # Errors
    /// A [`StoreError`] when the file cannot be read, as for every method here.
    pub fn food(&self, fdc_id: u32) -> Result<Option<ImportedFood>, StoreError> {
        self.shelf().food(fdc_id)
    }

    /// The newest imported food in use with this bar code.
    ///
    /// # Errors
    /// A [`StoreError`] when the file cannot be read.
    pub fn by_barcode(&self, barcode: Barcode) -> Result<Option<ImportedFood>, StoreError> {
        self.shelf().by_barcode(barcode)
    }

    /// Hands each imported food in use to `each`, once, by its number.
    ///
    /// # Errors
    /// A [`StoreError`] when the file cannot be read.
    pub fn names(&self, each: impl FnMut(ImportedName<'_>)) -> Result<(), StoreError> {
        self.shelf().names(each)
    }

    fn shelf(&self) -> Shelf<'_> {
        Shelf::new(&self.connection, &self.path)
    }
}
