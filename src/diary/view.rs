//! Something made from the diary that knows by itself when it is stale.

use super::Diary;
use crate::store::{KindSet, StoreError};

/// A value made from the diary, kept while no record of a kind that it was made from is written.
///
/// The kinds are those that were really read, so none can be forgotten.
#[derive(Debug)]
pub struct View<T> {
    made: Option<Made<T>>,
}

#[derive(Debug)]
struct Made<T> {
    value: T,
    /// The kinds that were read for it.
    from: KindSet,
    /// [`Diary::version`] of these kinds when it was made.
    version: u64,
}

impl<T> Default for View<T> {
    fn default() -> Self {
        Self { made: None }
    }
}

impl<T> View<T> {
    /// The value: the one that is kept, or what `make` returns where there is none or it is stale.
    ///
    /// # Errors
    /// What `make` returns; then there is no value, and the next call tries again.
    pub fn get(&mut self, diary: &Diary, make: impl FnOnce() -> Result<T, StoreError>) -> Result<&T, StoreError> {
        if self.made.as_ref().is_some_and(|made| made.version != diary.version(made.from)) {
            self.made = None;
        }
        match &mut self.made {
            Some(made) => Ok(&made.value),
            none => {
                let (value, from) = diary.watched(make);
                Ok(&none.insert(Made { value: value?, from, version: diary.version(from) }).value)
            }
        }
    }

    /// Makes the value anew with the next call: what it is about has become another date, month or person.
    pub fn forget(&mut self) {
        self.made = None;
    }

    /// The kinds of record that the value was made from; none while there is no value.
    #[must_use]
    pub fn made_from(&self) -> KindSet {
        self.made.as_ref().map_or(KindSet::EMPTY, |made| made.from)
    }
}
