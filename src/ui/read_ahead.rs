//! Reads the tables that the next pages need, on a thread beside the window.

use crate::domain::DrinkKind;
use crate::guide::{cautions, classes_of, red_flags};
use crate::nutrition::{catalogue, drink_content};
use std::thread;

/// Begins to read the catalogue of foods and the tables of the guide. Whatever needs one of them before it is read waits for it.
pub(super) fn read_ahead() {
    let read = || {
        let tables = [catalogue().foods().len(), red_flags().len(), cautions().len()];
        // Of no class, which takes looking through all names and brands.
        let found = (classes_of("water").len(), drink_content(DrinkKind::Water).is_some());
        log::debug!("read ahead: {tables:?} foods, red flags and cautions; names and drinks: {found:?}");
    };
    if let Err(error) = thread::Builder::new().name("read ahead".to_owned()).spawn(read) {
        log::warn!("the tables are read when they are needed: {error}");
    }
}
