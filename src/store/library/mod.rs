//! Imported foods, in a file of their own beside the diary.
//!
//! A download of 400,000 foods would make each backup of the diary a hundred times larger, and logging would have
//! to wait while it is written. So it has its own file, `diary.foods.sqlite` beside `diary.sqlite`, with its own
//! connections: a job writes through [`Library`], while the diary reads through [`super::Reader`]. The diary opens
//! without it, and whatever is wrong with it.
//!
//! What a job wrote is not in use until it is accepted. Accepting or removing an import switches its parts on or
//! off through [`super::Tx`], so that it can be undone.

mod connect;
mod read;
mod reader;
mod switch;
mod write;

pub(super) use connect::LazyLibrary;
pub use read::ImportedName;
pub(super) use read::Shelf;
pub use reader::LibraryReader;
pub(super) use switch::Switches;
pub use write::Library;

use super::StoreError;
use crate::domain::{DataType, ImportId};
use chrono::{DateTime, Utc};
use std::path::{Path, PathBuf};

/// The change of a part of an import that came into [use](crate::domain::ImportPart::active) or went out of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ImportSwitch {
    /// The import.
    pub import: ImportId,
    /// The type of the foods of that part.
    pub data_type: DataType,
    /// Whether they are in use since the change. Before it, they were not if this is `true`, and were if it is `false`.
    pub active: bool,
}

/// Where and when a job imports foods: what it needs to know of the diary, which it does not open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportTarget {
    /// The path of the file of imported foods, which may be absent.
    pub library: PathBuf,
    /// The time at which the import is made.
    pub made: DateTime<Utc>,
}

/// The path of the file of imported foods of a diary: `diary.foods.sqlite` beside `diary.sqlite`. It may be absent.
#[must_use]
pub fn library_beside(diary: &Path) -> PathBuf {
    diary.with_extension("foods.sqlite")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_lies_beside_the_diary_under_its_name() {
        for (diary, library) in [
            ("data/diary.sqlite", "data/diary.foods.sqlite"),
            ("my.diary.sqlite", "my.diary.foods.sqlite"),
            ("diary", "diary.foods.sqlite"),
        ] {
            assert_eq!(library_beside(Path::new(diary)), Path::new(library));
        }
    }
}
