//! The record that a form sent to the diary: the form stays open until the diary has it.

use crate::domain::{Entry, Id};

/// A record that was sent to the diary, to learn from its content whether it was accepted.
#[derive(Debug)]
pub(super) struct SentRecord<T> {
    value: T,
    /// The ids of all entries before it was sent: a new entry with its content is the one that was sent.
    known: Vec<Id<T>>,
}

impl<T: PartialEq + Clone> SentRecord<T> {
    pub(super) fn new(value: &T, entries: &[Entry<T>]) -> Self {
        Self { value: value.clone(), known: entries.iter().map(|entry| entry.id).collect() }
    }

    /// Whether the entries contain it now, as a new one or as the `changed` one.
    pub(super) fn is_among(&self, entries: &[Entry<T>], changed: Option<Id<T>>) -> bool {
        entries.iter().any(|entry| {
            let here = changed.map_or_else(|| !self.known.contains(&entry.id), |id| entry.id == id);
            here && entry.value == self.value
        })
    }
}
