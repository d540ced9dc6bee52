//! Getting back what can be read of a damaged diary, into a new one.
//!
//! `crate::salvage` reads the bytes. Here stands what it needs to know of a diary, and what becomes of the rows: they go into a diary of the
//! format that the file has, which is then brought to the newest.

mod copies;
mod error;
mod format;
mod order;
mod place;
mod report;
mod shapes;
mod write;

pub use error::RescueError;
pub use order::{RescueOrder, rescue};
pub use place::{may_be_rescued, put_in_place};
pub use report::{KindRescued, Rescued};
