//! Reading what can be read of a diary file that SQLite cannot read whole: a reader of the file format of our own.
//!
//! It knows bytes and shapes, not what a diary is. [`Wreck::open`] finds the pages of a file, of the log or journal beside it, and where each
//! table begins; [`Wreck::salvage`] walks the tables, and gives each page that cannot be reached any more to the table whose [`Shape`] its rows
//! have. No bytes make it panic, run without an end, or take more memory than a few times the file. The format is that of
//! <https://sqlite.org/fileformat2.html>.

mod btree;
mod bytes;
mod claims;
mod damaged_file;
mod definitions;
mod free_pages;
mod geometry;
mod give;
mod guess;
mod header;
mod journal;
mod key;
mod log;
mod overflow;
mod pages;
mod record;
mod salvaged;
mod shape;
mod strays;
mod value;
mod walk;
mod wreck;
mod zeroed;

pub use damaged_file::DamagedFile;
pub use definitions::Definition;
pub use header::Header;
pub use salvaged::{PagesGiven, Salvaged, SalvagedTable};
pub use shape::{Shape, ShapeColumn};
pub use value::RawValue;
pub use wreck::{Stead, Wreck};
