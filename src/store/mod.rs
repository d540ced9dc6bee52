//! The diary file: SQLite, and nobody else in the program knows that.
//!
//! [`Store`] opens a file and hands out a [`Reader`]. The only way to write is [`Store::write`], which
//! runs a closure over a [`Tx`] in one transaction and returns every [`Change`] that was made. A write
//! outside a transaction, or one that is not recorded, cannot be spelled.
//!
//! `kinds/` lists the kinds of record and has a file or a folder for each: how it lies in its table ([`Table`]), and its SQL.
//! What must be true of every kind is made from that list or walks [`RecordKind::ALL`].

mod allowed;
mod backup;
mod change;
mod check;
mod column;
mod contents;
mod copy;
mod definitions;
mod derived_ids;
mod error;
mod file;
mod identity;
mod journal;
mod keep;
mod kinds;
mod library;
mod make;
mod note_marks;
mod noted;
mod open;
mod opening_words;
mod place;
mod prepare;
mod private;
mod read;
mod records;
mod reported;
mod rescue;
mod revert;
mod row_reader;
mod said;
mod schema;
mod set_aside;
mod still;
mod table;
mod tally;
mod upgrade;
mod value;
mod whole;
mod write;

pub use backup::{
    Backup, BackupError, BackupKeys, BackupMade, BackupOrder, BackupPlace, BackupReason, DiaryNow, Restoration, RestorePreview, Restored,
    copies_before_upgrades, delete_diary,
};
pub use change::{Change, Dated, Delta, KindSet, Record, RecordKind, Replaced, Single};
pub use check::{Depth, Structure, ended_uncleanly, is_as_checked, note_as_checked};
pub use column::{Column, Holds};
pub use derived_ids::derived_id;
pub use error::StoreError;
pub use file::Access;
pub use identity::{FileLook, holds_diary};
pub use kinds::drink::UsualDrink;
pub use kinds::food::{UsualFood, UsualFoods};
pub use library::{ImportSwitch, ImportTarget, ImportedName, Library, LibraryReader, library_beside};
pub use open::Store;
pub use place::PlaceRisk;
pub use read::Reader;
pub use records::{Listable, OfKind, Records};
pub use rescue::{KindRescued, RescueError, RescueOrder, Rescued, may_be_rescued, put_in_place, rescue};
pub use said::SaidWords;
pub use set_aside::SetAside;
pub use table::{
    ColumnClock, Columns, Description, FiguresOf, ListedAs, OneDate, Parts, Rows, SingleRow, Table, Times, Undated, Values, When,
};
pub use tally::Tally;
pub use whole::{Difference, Draft, Horizon, MergePlan, MergeReport, PlainRecord, PlainValue, RecordKey, Settled, Whole};
pub use write::Tx;
