//! The diary file: SQLite, and nobody else in the program knows that.
//!
//! [`Store`] opens a file and hands out a [`Reader`]; the only way to write is [`Store::write`], which
//! runs a closure over a [`Tx`] in one transaction and returns every [`Change`] that was made. A write
//! outside a transaction, or one that is not recorded, cannot be spelled.
//!
//! Each kind of record has a folder here that holds its [`Record`] and its SQL.

mod acknowledged;
mod change;
mod contents;
mod cramp;
mod drink;
mod error;
mod factor;
mod factor_value;
mod food;
mod food_day;
mod food_opinion;
mod library;
mod medicine;
mod night;
mod no_stretching;
mod open;
mod own_food;
mod panels;
mod profile;
mod read;
mod recipe;
mod record;
mod schema;
mod settings;
mod sign;
mod strain;
mod stretch;
mod supplement;
mod supplement_taken;
mod value;
mod write;

pub use change::{Change, Delta, RecordKind};
pub use drink::UsualDrink;
pub use error::StoreError;
pub use food::UsualFood;
pub use library::{ImportSwitch, ImportTarget, ImportedName, Library, LibraryReader, library_beside};
pub use open::{Access, Store};
pub use read::Reader;
pub use record::{Dated, Record};
pub use write::Tx;
