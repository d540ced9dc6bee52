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
    /// The value that is kept, or the one that `make` returns if none is kept or a record changed that it was made from.
    ///
    /// # Errors
    /// The error of `make`. No value is kept then, so that the next call tries again.
    pub fn get(&mut self, diary: &Diary, make: impl FnOnce() -> Result<T, StoreError>) -> Result<&T, StoreError> {
        if self.made.as_ref().is_some_and(|made| made.version != diary.version(made.from)) {
            self.made = None;
        }
        match &mut self.made {
            Some(kept) => Ok(&kept.value),
            none => {
                let (value, from) = diary.watched(make);
                Ok(&none.insert(Made { value: value?, from, version: diary.version(from) }).value)
            }
        }
    }

    /// Forgets the value, so that the next call makes it anew: for another date or month.
    pub fn forget(&mut self) {
        self.made = None;
    }

    /// The kinds of record that the value was made from; none while there is no value.
    #[must_use]
    pub fn made_from(&self) -> KindSet {
        self.made.as_ref().map_or(KindSet::EMPTY, |made| made.from)
    }
}
