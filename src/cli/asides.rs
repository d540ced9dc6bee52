//! What is said beside what a command prints.

use std::cell::RefCell;
use std::rc::Rc;

/// Words for the person beside what a command prints, for standard error.
#[derive(Debug, Clone, Default)]
pub(super) struct Asides(Rc<RefCell<Vec<String>>>);

impl Asides {
    /// Returns the words so far, once.
    pub(super) fn take(&self) -> Vec<String> {
        self.0.take()
    }

    /// Adds words.
    pub(super) fn extend(&self, words: impl IntoIterator<Item = String>) {
        self.0.borrow_mut().extend(words);
    }
}
