//! What was sent to the diary from a form: the form stays until it is saved.

use crate::domain::{Entry, Id};

/// What was sent to the diary, to learn from its content whether it was accepted.
#[derive(Debug)]
pub(super) struct SentRecord<T> {
    value: T,
    /// What was there before: something new with the same content is what was sent.
    known: Vec<Id<T>>,
}

impl<T: PartialEq + Clone> SentRecord<T> {
    pub(super) fn new(value: &T, entries: &[Entry<T>]) -> Self {
        Self { value: value.clone(), known: entries.iter().map(|entry| entry.id).collect() }
    }

    /// Whether it is there now, as a new entry or in the place of the one that was changed.
    pub(super) fn is_among(&self, entries: &[Entry<T>], changed: Option<Id<T>>) -> bool {
        entries.iter().any(|entry| {
            let here = changed.map_or_else(|| !self.known.contains(&entry.id), |id| entry.id == id);
            here && entry.value == self.value
        })
    }
}
