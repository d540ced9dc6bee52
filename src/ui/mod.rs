//! The window.

use crate::clock::Clock;
use std::path::PathBuf;

/// What the window needs to know when it opens.
#[derive(Debug)]
pub struct Start {
    /// The diary file.
    pub path: PathBuf,
    /// The clock to go by.
    pub clock: Box<dyn Clock>,
}

/// Opens the window and returns when it is closed.
///
/// # Errors
/// A sentence for the person when no window can be opened.
pub fn run(start: Start) -> Result<(), String> {
    drop(start);
    Err("not yet".to_owned())
}
