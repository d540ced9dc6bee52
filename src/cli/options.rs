//! Options that several commands take, and how their help names the words that they accept.

use crate::cli::CliError;
use crate::domain::WholeNumber;
use clap::ValueEnum;

/// How many things are listed at most.
pub(super) const LIMIT: WholeNumber =
    WholeNumber { field: "Limit", least: 0, most: 1_000_000, in_words: ("0", "1,000,000"), example: "20, from 0 to 1,000,000" };

/// How many letters of an option's help fit beside its name.
const HELP_WIDTH: usize = 60;

/// The help of an option that takes one of these keys, in lines that fit the help.
pub(super) fn one_of(what: &str, keys: impl Iterator<Item = &'static str>) -> String {
    let mut words = format!("{what}: ");
    let mut width = words.len();
    for (place, key) in keys.enumerate() {
        if place > 0 {
            words += ",";
            let (gap, taken) = if width + key.len() + 2 > HELP_WIDTH { ("\n", 0) } else { (" ", width + 2) };
            words += gap;
            width = taken;
        }
        words += key;
        width += key.len();
    }
    words
}

/// An answer; an option without a value means yes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Answer {
    /// Yes.
    Yes,
    /// No.
    No,
}

impl Answer {
    /// Whether it is yes.
    pub(super) fn is_yes(self) -> bool {
        self == Self::Yes
    }
}

/// The error for an option whose value is both given and taken back.
pub(super) fn both(option: &str) -> CliError {
    CliError::Usage(format!("--{option} says it and --take-back {option} takes it back. Give one of them."))
}

/// The answer without blanks around it. Returns `None` for the word "none".
pub(super) fn unless_none(answer: &str) -> Option<&str> {
    Some(answer.trim()).filter(|answer| !answer.eq_ignore_ascii_case("none"))
}
