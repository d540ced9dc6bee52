//! What opening a diary has to say to the person.

use super::still::HowRead;
use super::{PlaceRisk, Store};

impl Store {
    /// A word for the person that other people on the computer could read the diary, and cannot any more. Returns `None` if they could not
    /// before either.
    #[must_use]
    pub fn word_on_privacy(&self) -> Option<String> {
        let word = || format!("Other people on this computer could read your diary. Now only you can: {}", self.path().display());
        self.was_open_to_others.then(word)
    }

    /// What is risky about the place of the diary. Returns `None` if nothing is known.
    #[must_use]
    pub fn risk(&self) -> Option<PlaceRisk> {
        self.risk
    }

    /// A word for the person that a copy of the diary is read. Returns `None` if the diary itself is.
    #[must_use]
    pub fn word_on_copy(&self) -> Option<String> {
        let word = || {
            let path = self.path().display();
            format!("Nothing can be written where your diary lies, so a copy of it is shown, which is removed afterwards: {path}")
        };
        self.only_read.as_ref().filter(|read| read.how == HowRead::Copied).map(|_copied| word())
    }
}
