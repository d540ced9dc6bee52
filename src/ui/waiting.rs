//! What waits while another program is using the diary, as plain data; `app/waiting.rs` tries it again.

use super::action::Action;
use crate::diary::DiaryError;
use crate::store::StoreError;
use std::collections::VecDeque;

/// What came of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WriteOutcome {
    Saved,
    /// It was refused; the message of the window says why.
    Refused,
    /// Another program is using the diary. Nothing was said yet.
    Busy,
}

/// The actions that wait, in their order.
#[derive(Debug, Default)]
pub(super) struct Waiting {
    pub(super) actions: VecDeque<Action>,
    /// Since when the first of them waits, in egui's seconds.
    pub(super) since: f64,
    /// Whether the page could not be read in the last frame.
    pub(super) reads: bool,
}

impl Waiting {
    /// Whether something is not saved yet.
    pub(super) fn is_saving(&self) -> bool {
        !self.actions.is_empty()
    }
}

/// Whether another program was using the diary.
pub(super) fn is_busy(error: &DiaryError) -> bool {
    matches!(error, DiaryError::Store(StoreError::Busy { .. }))
}
