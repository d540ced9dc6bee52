//! Why a whole file or download was refused. Nothing was changed.

use crate::domain::io_words;
use crate::jobs::Stopped;
use crate::store::StoreError;
use std::io;
use std::path::PathBuf;

/// A whole import was refused. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// A column is missing.
    #[error("{file}, line 1: there is no column \"{column}\" (found: {found}). Use the file as it was downloaded.")]
    ColumnMissing {
        /// The file in the download.
        file: String,
        /// The column that it should have.
        column: &'static str,
        /// The columns that it has.
        found: String,
    },
    /// A file has no content.
    #[error("{file}, line 1: the file is empty. Download it again.")]
    Empty {
        /// The file in the download.
        file: String,
    },
    /// A file of the download is missing.
    #[error("{file} is missing, which {kind} come with. Download and unzip all files: {}", path.display())]
    FileMissing {
        /// The file that is missing.
        file: &'static str,
        /// The foods that cannot be read without it.
        kind: &'static str,
        /// The folder or zip.
        path: PathBuf,
    },
    /// No food is in the download.
    #[error("No food in it can be imported ({found}). Choose a download of Foundation Foods, SR Legacy, Survey or Branded foods: {}", path.display())]
    NoFoods {
        /// The types of record that it has instead.
        found: String,
        /// The folder or zip.
        path: PathBuf,
    },
    /// There is no `food.csv`.
    #[error("There is no food.csv in it. Choose the folder or zip of a CSV download from USDA FoodData Central: {}", path.display())]
    NotADownload {
        /// The folder or zip that was chosen.
        path: PathBuf,
    },
    /// The file is neither a folder nor a zip.
    #[error("This is not a zip file. Choose the folder or zip of a CSV download from USDA FoodData Central: {}", path.display())]
    NotAZip {
        /// The file that was chosen.
        path: PathBuf,
    },
    /// The text is in another encoding.
    #[error(
        "{file}, line {line}, column {column}: the text is not UTF-8 but perhaps Latin-1. Use the file as it was downloaded, or save it as UTF-8."
    )]
    NotUtf8 {
        /// The file in the download.
        file: String,
        /// The line on which the row begins.
        line: u64,
        /// The column.
        column: String,
    },
    /// A quotation mark is opened and never closed.
    #[error("{file}, line {line}: a quotation mark is opened and never closed, as in a file that was cut off. Download it again.")]
    QuoteOpen {
        /// The file in the download.
        file: String,
        /// The line on which the row begins.
        line: u64,
    },
    /// The columns are separated by something other than commas.
    #[error("{file}, line 1: the columns are separated by {found}, not by commas. Use the file as it was downloaded.")]
    Separator {
        /// The file in the download.
        file: String,
        /// The separator: "semicolons".
        found: &'static str,
    },
    /// Several downloads lie beside each other.
    #[error("There are several downloads in it: {found}. Choose one of them: {}", path.display())]
    SeveralDownloads {
        /// Their folders.
        found: String,
        /// The folder or zip that was chosen.
        path: PathBuf,
    },
    /// The import was stopped, or the program made a mistake.
    #[error(transparent)]
    Stopped(#[from] Stopped),
    /// The file of imported foods could not be written.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A file or folder cannot be read.
    #[error("{what} cannot be read ({}). Check that it is there and may be read.", io_words(source))]
    Unreadable {
        /// The file, and where in it.
        what: String,
        /// The error of the operating system.
        source: io::Error,
    },
    /// The zip is cut off or damaged.
    #[error("The zip file is cut off or damaged ({detail}). Download it again: {}", path.display())]
    ZipDamaged {
        /// What is wrong with it, and where.
        detail: String,
        /// The zip.
        path: PathBuf,
    },
}
