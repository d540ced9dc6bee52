//! A saved record: its value, its id, and when it was made and changed.

use chrono::{DateTime, Utc};
use std::{fmt, marker::PhantomData};
use uuid::Uuid;

/// The id of a saved `T`: a `UUIDv7`, unique across machines, so that copies of a diary can be merged.
pub struct Id<T> {
    uuid: Uuid,
    of: PhantomData<fn() -> T>,
}

impl<T> Id<T> {
    /// The id with this `UUID`.
    #[must_use]
    pub fn from_uuid(uuid: Uuid) -> Self {
        Self { uuid, of: PhantomData }
    }

    /// The `UUID` without the type of the record.
    #[must_use]
    pub fn uuid(self) -> Uuid {
        self.uuid
    }
}

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Id<T> {}

impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.uuid == other.uuid
    }
}

impl<T> Eq for Id<T> {}

impl<T> std::hash::Hash for Id<T> {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.uuid.hash(state);
    }
}

impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.uuid.fmt(f)
    }
}

impl<T> fmt::Display for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.uuid.fmt(f)
    }
}

/// A record that is saved in the diary.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry<T> {
    /// The id of the record, unique across machines.
    pub id: Id<T>,
    /// When the record was first saved.
    pub created: DateTime<Utc>,
    /// When the record was last changed; equals `created` if it never was.
    pub changed: DateTime<Utc>,
    /// The record as the person gave it.
    pub value: T,
}
