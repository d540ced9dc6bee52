//! What reading notes by the way.

use super::KindSet;
use std::cell::Cell;

/// The kinds of record that were read through a store, and those of which a row was passed over because it cannot be read.
#[derive(Debug, Default)]
pub(super) struct Noted {
    /// The kinds that were read; see [`super::Store::watched`].
    pub(super) seen: Cell<KindSet>,
    /// The kinds of which a row was passed over; see [`super::Store::passed_over`].
    pub(super) passed_over: Cell<KindSet>,
}

impl Noted {
    /// Notes that records of these kinds were read.
    pub(super) fn saw(&self, kinds: impl Into<KindSet>) {
        self.seen.set(self.seen.get().and(kinds.into()));
    }

    /// Notes that a row of these kinds was passed over.
    pub(super) fn pass_over(&self, kinds: impl Into<KindSet>) {
        self.passed_over.set(self.passed_over.get().and(kinds.into()));
    }
}
