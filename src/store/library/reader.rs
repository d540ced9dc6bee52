//! Imported foods, read through a connection of their own, so that a search can go on while the diary is written.

use super::connect::connect;
use super::{ImportedName, Shelf};
use crate::domain::{Barcode, ImportedFood};
use crate::store::{Access, StoreError};
use rusqlite::Connection;
use std::path::{Path, PathBuf};

/// Reads the imported foods that are [in use](crate::domain::ImportPart::active), from their file beside the diary.
///
/// It has a connection of its own and changes nothing, so that a thread can search foods while another writes to the diary or imports.
/// It can be sent to another thread. Foods that come into use later are found too, since each call reads the file.
#[derive(Debug)]
pub struct LibraryReader {
    connection: Connection,
    path: PathBuf,
}

impl LibraryReader {
    /// Opens a file of imported foods for reading only. Returns `None` if there is no file, as before the first import; none is made.
    ///
    /// # Errors
    /// [`StoreError::Library`] if the file is something else or damaged.
    pub fn open(path: &Path) -> Result<Option<Self>, StoreError> {
        let connection = connect(path, Access::ReadOnly)?;
        Ok(connection.map(|connection| Self { connection, path: path.to_owned() }))
    }

    /// The imported food in use with this number in USDA `FoodData` Central. Returns `None` if there is none.
    ///
    /// # Errors
    /// A [`StoreError`] when the file of imported foods cannot be read.
    pub fn food(&self, fdc_id: u32) -> Result<Option<ImportedFood>, StoreError> {
        self.shelf().food(fdc_id)
    }

    /// The imported food in use with this bar code; of several the newest, which is the one with the highest number in USDA
    /// `FoodData` Central. Returns `None` if there is none.
    ///
    /// # Errors
    /// A [`StoreError`] when the file of imported foods cannot be read.
    pub fn by_barcode(&self, barcode: Barcode) -> Result<Option<ImportedFood>, StoreError> {
        self.shelf().by_barcode(barcode)
    }

    /// Calls `each` with every imported food in use, each number in USDA `FoodData` Central once, from the lowest to the highest. Does
    /// not call it if no food is in use.
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
