//! Whether the structure of a diary file is sound: its pages, trees, tables and indexes. What single rows say is no matter of structure;
//! see `set_aside`.

mod ending;
mod orphans;
mod rebuild;
mod stamp;
mod structure;

pub use ending::ended_uncleanly;
pub use stamp::{is_as_checked, note_as_checked};
pub(super) use structure::structure;
pub use structure::{Depth, Structure};
