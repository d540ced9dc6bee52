//! The errors of the diary file and of the file of imported foods, with messages for the person who keeps the diary.

use crate::domain::{ImportId, counted};
use std::path::{Path, PathBuf};

/// The longest name of a new diary file, in bytes. The files beside it have names that are longer by up to 30 bytes, and file systems
/// allow 255.
pub(super) const LONGEST_NAME: usize = 220;

/// The reason why a diary file, or the file of imported foods beside it, could not be opened, read or written. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Another window meanwhile saved a record that this one would duplicate, such as another answer for that day, or deleted a factor
    /// that it refers to.
    #[error("Another window has changed this meanwhile, so it stays as it is there: {}", path.display())]
    Overtaken {
        /// The diary file.
        path: PathBuf,
    },
    /// Another window or program is writing to the diary file, or to the file of imported foods.
    #[error("The diary is in use by another window or program. Close it there, then try again: {}", path.display())]
    Busy {
        /// The diary file.
        path: PathBuf,
    },
    /// A record is not as a step left it, so the step is not taken back.
    #[error("{what}, in another window or by a command. Everything stays as it is now.")]
    ChangedSince {
        /// What became of which record, as the beginning of a sentence: "The drink of Thu 19 Nov was deleted since".
        what: String,
    },
    /// Another program cut the diary file short while it was open.
    #[error("Another program cut the diary file short while it was open, so nothing is saved in it any more: {}. Save a copy of what is open, or put a whole file there.", path.display())]
    CutShort {
        /// The diary file.
        path: PathBuf,
    },
    /// The diary file is damaged.
    #[error("The diary file is damaged and cannot be read ({detail}). Keep it, and open a backup copy instead: {}", path.display())]
    Damaged {
        /// What SQLite found wrong.
        detail: String,
        /// The diary file.
        path: PathBuf,
    },
    /// Another file has taken the place of the diary file while it was open.
    #[error("Another file has taken the place of your diary while it was open, so nothing is saved there: {}. Save a copy of what is open.", path.display())]
    Exchanged {
        /// The path of the diary file.
        path: PathBuf,
    },
    /// The folder in which the diary file is to be made does not exist.
    #[error("There is no folder {}. Make it first, or choose another place for the diary.", folder.display())]
    FolderMissing {
        /// The folder that does not exist.
        folder: PathBuf,
    },
    /// The disk reported an error, or the connection to it broke.
    #[error("{what}: {}", path.display())]
    DiskFailed {
        /// What failed, what became of the entry, and what to do, in sentences without the last full stop.
        what: &'static str,
        /// The diary file.
        path: PathBuf,
    },
    /// The disk with the diary file, or with the file of imported foods, is full.
    #[error("The disk is full, so nothing was saved. Free some space, then try again: {}", path.display())]
    Full {
        /// The diary file.
        path: PathBuf,
    },
    /// A record that cannot be read stands where another was to be written: it has the night or the day already.
    #[error("Nothing was saved, because something that cannot be read stands in its place: {}. Delete or mend it first: in Settings under \"Your diary\", or with cramp-diary check. The diary: {}", what.join("; "), path.display())]
    InTheWay {
        /// The records of that kind that cannot be read, in words.
        what: Vec<String>,
        /// The diary file.
        path: PathBuf,
    },
    /// The diary file was deleted or moved away while it was open.
    #[error("The diary file is not at its place any more, so nothing is saved: {}. It was deleted or moved away while it was open, or its drive was taken out. Put it back, or save a copy of what is open.", path.display())]
    Gone {
        /// The path of the diary file.
        path: PathBuf,
    },
    /// Undo or redo would bring back an import of foods that was already deleted from the file of imported foods.
    #[error("Import {import} is not kept any more, so it cannot come back. Import the download again.")]
    ImportGone {
        /// The id of the import.
        import: ImportId,
    },
    /// The file of imported foods cannot be used; the diary can.
    #[error("The file of imported foods cannot be used ({detail}). Your diary is safe. Move that file away, and import the foods again: {}", path.display())]
    Library {
        /// What is wrong with the file.
        detail: String,
        /// The file of imported foods.
        path: PathBuf,
    },
    /// The diary file was made read-only while it was open.
    #[error("The diary file was made read-only while it was open, so nothing is saved in it: {}. Make it writable again, or save a copy of what is open.", path.display())]
    MadeReadOnly {
        /// The diary file.
        path: PathBuf,
    },
    /// There is no diary file at this path, and it was opened only to be read.
    #[error("There is no diary at {}. Log something first, or name another file with --diary.", path.display())]
    Missing {
        /// The path of the missing file.
        path: PathBuf,
    },
    /// The name of the file, or its whole path, is too long for the files that lie beside a diary.
    #[error("The name of the file is too long, so no diary can be made there: {}. Choose a name of at most {} bytes, in a folder that is not as deep.", path.display(), LONGEST_NAME)]
    NameTooLong {
        /// The diary file, or the copy of it.
        path: PathBuf,
    },
    /// No copy of the diary could be made.
    #[error("No copy was saved at {}: {why}.", path.display())]
    NoCopy {
        /// Where the copy was to be.
        path: PathBuf,
        /// Why not, as the end of a sentence.
        why: String,
    },
    /// The computer has no memory left.
    #[error("The computer has no memory left, so nothing was saved. Close other programs, then try again: {}", path.display())]
    NoMemory {
        /// The diary file.
        path: PathBuf,
    },
    /// The diary file was written by a newer version of this program.
    #[error("This diary was written by a newer version of Cramp Diary (format {found}, this program knows {known}). Update the program: {}", path.display())]
    Newer {
        /// The format number of the diary file.
        found: i64,
        /// The newest format number that this program knows.
        known: i64,
        /// The diary file.
        path: PathBuf,
    },
    /// The file that was opened as a diary is something else.
    #[error("This file is not a Cramp Diary: {}. Choose another one; if it was your diary, put a backup in its place.", path.display())]
    NotADiary {
        /// The file that was opened.
        path: PathBuf,
    },
    /// What was opened is no file but a pipe, a device or a socket.
    #[error("This is {what} and no file, so it cannot hold a diary: {}. Choose another one.", path.display())]
    NotAFile {
        /// What was opened.
        path: PathBuf,
        /// What it is, with its article.
        what: &'static str,
    },
    /// The diary file has an older format and was opened only to be read, so that it cannot be brought to the newest format.
    #[error("This diary was written by an older version of Cramp Diary and must be brought up to date first. Make the file writable and open it once, or log something: {}", path.display())]
    Older {
        /// The diary file.
        path: PathBuf,
    },
    /// The diary file, the file of imported foods, or their folder cannot be written.
    #[error("The diary can be read but not changed, so nothing was saved. Make the file and its folder writable, or choose another: {}", path.display())]
    ReadOnly {
        /// The diary file.
        path: PathBuf,
    },
    /// The diary file, or a file that must lie beside it, cannot be opened.
    #[error("The diary file, or what must lie beside it, cannot be opened. Check that you may read it and write into its folder, and that the disk is there, then try again: {}", path.display())]
    Unopened {
        /// The diary file.
        path: PathBuf,
    },
    /// The database refused it for a reason that none of the others is, such as a rule in the file that is not of this program.
    #[error("The diary file could not be used ({detail}): {}", path.display())]
    Unexpected {
        /// What the rule says, or a number to report.
        detail: String,
        /// The diary file.
        path: PathBuf,
    },
    /// The structure of the diary file is broken, so nothing is written into it.
    #[error("The diary file is damaged: its structure is broken in {places}. So nothing is written into it, and nothing was saved. Keep the file, and open a backup copy instead: {}", path.display())]
    Unsound {
        /// How many places are broken, in words.
        places: String,
        /// The diary file.
        path: PathBuf,
    },
    /// A row of the diary file contains a value that this program cannot read.
    #[error("The diary holds a value that cannot be read: {detail}. Keep the file, and open a backup copy instead.")]
    Value {
        /// What is wrong with the value, as the column reports it.
        detail: String,
    },
    /// Another program wrote over the diary file while it was open.
    #[error("Another program wrote over the diary file while it was open, so nothing is saved in it any more: {}. Save a copy of what is open.", path.display())]
    WrittenOver {
        /// The diary file.
        path: PathBuf,
    },
}

impl StoreError {
    /// The error for a diary file whose structure is broken in so many places.
    pub(super) fn unsound(places: usize, path: &Path) -> Self {
        Self::Unsound { places: counted(places, "place"), path: path.to_owned() }
    }

    /// Whether the open diary has lost its file: it is gone, another one, or not as it was left. What is open can still be read, and saved
    /// elsewhere.
    #[must_use]
    pub fn is_lost_file(&self) -> bool {
        matches!(
            self,
            Self::CutShort { .. } | Self::Exchanged { .. } | Self::Gone { .. } | Self::MadeReadOnly { .. } | Self::WrittenOver { .. }
        )
    }

    /// Whether the diary can still be opened to be read: if it cannot be written, the disk is full or
    /// fails, or the file is in use.
    #[must_use]
    pub fn leaves_readable(&self) -> bool {
        let is_of_writing = matches!(self, Self::ReadOnly { .. } | Self::Full { .. } | Self::Busy { .. } | Self::Unsound { .. });
        is_of_writing || matches!(self, Self::DiskFailed { .. } | Self::Unopened { .. })
    }

    /// Whether the file itself is broken, so that a backup or what can still be read of it is the way on.
    #[must_use]
    pub fn is_damage(&self) -> bool {
        matches!(self, Self::Damaged { .. } | Self::NotADiary { .. } | Self::Unsound { .. } | Self::Value { .. })
    }
}
