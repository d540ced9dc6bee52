//! Reads what the first page shows, on a thread beside the making of the window.

use crate::guide::{all_stretches, red_flags};
use crate::nutrition::catalogue;
use std::thread;

/// Begins to read the catalogue of foods, the red flags and the stretches. Whatever needs one of them before it is read waits for it.
///
/// The system makes a window in about the time that this takes, on another processor core.
pub(super) fn read_ahead() {
    let read = || {
        let counts = [catalogue().foods().len(), red_flags().len(), all_stretches().len()];
        log::debug!("read ahead: {counts:?} foods, red flags and stretches");
    };
    if let Err(error) = thread::Builder::new().name("read ahead".to_owned()).spawn(read) {
        log::warn!("the tables are read when they are needed: {error}");
    }
}
