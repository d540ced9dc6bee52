//! The diary file: SQLite, and nobody else in the program knows that.
//!
//! [`Store`] opens a file and hands out a [`Reader`]. The only way to write is [`Store::write`], which
//! runs a closure over a [`Tx`] in one transaction and returns every [`Change`] that was made. A write
//! outside a transaction, or one that is not recorded, cannot be spelled.
//!
//! Each kind of record has a folder here that says how it lies in its table ([`Table`]) and holds its SQL. `change.rs` lists
//! the kinds; what must hold for each of them is made from that list or walks [`RecordKind::ALL`].

mod acknowledged;
mod change;
mod column;
mod contents;
mod cramp;
mod drink;
mod error;
mod factor;
mod factor_value;
mod file;
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
mod revert;
mod schema;
mod settings;
mod sign;
mod strain;
mod stretch;
mod supplement;
mod supplement_taken;
mod table;
mod value;
mod write;

pub use change::{Change, Dated, Delta, KindSet, Record, RecordKind, Replaced, Single};
pub use column::{Column, Holds};
pub use drink::UsualDrink;
pub use error::StoreError;
pub use file::Access;
pub use food::UsualFood;
pub use library::{ImportSwitch, ImportTarget, ImportedName, Library, LibraryReader, library_beside};
pub use open::Store;
pub use read::Reader;
pub use table::{Columns, Description, OneDate, Parts, Rows, SingleRow, Table, Undated, Values, When};
pub use write::Tx;
