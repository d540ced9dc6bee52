//! Files that leave the program and come into it: [`own`] holds the program's own formats, the rest reads downloads from elsewhere and
//! says what in them could not be read.
//!
//! # The rules of downloads
//!
//! - **Nothing half-imported stays.** An import is written in one transaction and is not in use until it is accepted.
//!   Whatever goes wrong before, and stopping it, leaves what was there.
//! - **A fault of the whole refuses the whole** ([`ImportError`]): a zip that is cut off, a file or a column that is
//!   missing, another separator than the comma, text that is not UTF-8, a quotation mark that is never closed. The
//!   message names the file, the line and the column where there are such, and what to do.
//! - **A row that cannot be read is left out and listed** ([`RowProblem`]), with its file, line, column and reason.
//!   The line is the one on which the row begins, as an editor counts; the first is the heading.
//! - **Columns are found by their names**, never by their position: newer downloads have more of them.
//! - **Empty is unknown**, never zero.
//!
//! # USDA `FoodData` Central
//!
//! The CSV download as a folder or as its zip, in which the files may lie in one folder: Foundation Foods, SR Legacy,
//! Survey (FNDDS) and Branded, or all together. [`DataType`](crate::domain::DataType) says which rows of `food.csv`
//! are foods; the others (samples, acquisitions) are counted and left out, and so are foods of which the download
//! has a newer version.

mod csv_table;
mod download_files;
mod error;
mod fdc;
mod import;
pub mod own;
mod problem;

pub use error::ImportError;
pub use fdc::DownloadContents;
pub use import::{Imported, import_download, preview_download};
pub use problem::{Problems, RowProblem};
