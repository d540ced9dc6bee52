//! What relieved cramps, in words.

use crate::insights::{MIN_ANSWERS, MIN_NIGHTS, MissingForShare};

impl MissingForShare {
    /// "5 of 7 logged nights needed", "2 of 7 answers needed".
    #[must_use]
    pub fn words(self) -> String {
        match self {
            Self::Nights(nights) => format!("{nights} of {MIN_NIGHTS} logged nights needed"),
            Self::Answers(answers) => format!("{answers} of {MIN_ANSWERS} answers needed"),
        }
    }
}
