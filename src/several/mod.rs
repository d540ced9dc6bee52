//! Several computers that keep one diary, through a folder that any program may carry between them.
//!
//! # The rules
//!
//! - **Each computer writes one file**, named by its device id, and no other. What carries the folder never has to mend anything.
//! - **Reading a file is merging it**, however often, and whatever its name: a conflict copy is one more snapshot.
//! - **What cannot be trusted is named and left out**: a snapshot from more than a day ahead, one of a newer version, a damaged one.
//! - **A copied computer gets a new id**: whoever finds its own file written by somebody else writes another from then on.

mod error;
mod folder;
mod meeting_place;
mod run;
mod seen;

pub use error::SeveralError;
pub use folder::{FoundSnapshot, SnapshotState};
pub use meeting_place::{comes_back, use_folder};
pub use run::{SyncReport, Syncing};
pub use seen::SeenComputer;

/// What this computer is called in the network, which is what the person knows it by.
#[must_use]
pub fn this_computer() -> String {
    let name = gethostname::gethostname().to_string_lossy().into_owned();
    if name.is_empty() { "this computer".to_owned() } else { name }
}
