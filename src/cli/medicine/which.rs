//! The medicine that a command names.

use crate::cli::CliError;
use crate::cli::dates::NamedDate;
use crate::diary::Diary;
use crate::domain::{Day, Entry, Medicine, Tense, TypedError};
use clap::Args;
use std::str::FromStr;

/// A date, or the word "none".
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct DateOrNone(Option<NamedDate>);

impl DateOrNone {
    /// The day. Returns `None` for "none".
    pub(super) fn day(&self, diary: &Diary, tense: Tense) -> Result<Option<Day>, CliError> {
        self.0.as_ref().map(|when| when.day(diary, tense)).transpose()
    }
}

impl FromStr for DateOrNone {
    type Err = TypedError;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        if word.trim().eq_ignore_ascii_case("none") { Ok(Self(None)) } else { word.parse().map(|when| Self(Some(when))) }
    }
}

/// Which medicine of the list.
#[derive(Debug, Args)]
pub(super) struct WhichMedicine {
    /// The medicine: its name, or letters that only its name holds
    name: String,

    /// Which of two with this name: the one that began on this date, or none
    #[arg(long, value_name = "DATE")]
    from: Option<DateOrNone>,
}

impl WhichMedicine {
    /// Finds the medicine.
    ///
    /// # Errors
    /// [`CliError::Usage`] with the names on the list, or with how to tell two medicines of one name apart.
    pub(super) fn find(&self, diary: &Diary) -> Result<Entry<Medicine>, CliError> {
        let medicines = diary.read().all::<Medicine>()?;
        let wanted = self.name.trim().to_lowercase();
        let exact = |entry: &&Entry<Medicine>| entry.value.name.same_as(&self.name);
        let near = |entry: &&Entry<Medicine>| !wanted.is_empty() && entry.value.name.as_str().to_lowercase().contains(&wanted);
        let mut found: Vec<_> = medicines.iter().filter(exact).collect();
        if found.is_empty() {
            found = medicines.iter().filter(near).collect();
        }
        let Some(first) = found.first() else { return Err(self.none_of(&medicines)) };
        if found.iter().any(|entry| !entry.value.name.same_as(first.value.name.as_str())) {
            return Err(self.none_of(&medicines));
        }
        let began = self.from.as_ref().map(|from| from.day(diary, Tense::Past)).transpose()?;
        let fitting: Vec<_> = found.iter().filter(|entry| began.is_none_or(|began| entry.value.from == began)).collect();
        match fitting.as_slice() {
            [] => Err(CliError::Usage(format!("{} Give one of these dates with --from.", listed(&found)))),
            // Two that began on one day differ in nothing that could be asked for: the one that was added last.
            [.., last] if began.is_some() || found.len() == 1 => Ok((**last).clone()),
            _ => Err(CliError::Usage(format!("{} Say with --from DATE which one you mean.", listed(&found)))),
        }
    }

    fn none_of(&self, medicines: &[Entry<Medicine>]) -> CliError {
        let mut names: Vec<_> = medicines.iter().map(|entry| format!("\"{}\"", entry.value.name.as_str())).collect();
        names.sort_unstable();
        names.dedup();
        CliError::Usage(if names.is_empty() {
            "No medicine is on your list yet. Add one with: cramp-diary medicine add --help".to_owned()
        } else {
            format!("No medicine on your list, or more than one, is called \"{}\". You have: {}.", self.name, names.join(", "))
        })
    }
}

/// "Ramipril is on your list as: 5 mg (--from 2026-01-01); 10 mg (--from none)."
fn listed(found: &[&Entry<Medicine>]) -> String {
    let words = |entry: &&Entry<Medicine>| {
        let Medicine { name, dose, from, .. } = &entry.value;
        let from = from.map_or_else(|| "none".to_owned(), |from| from.to_string());
        format!("{} (--from {from})", if dose.is_empty() { name.as_str() } else { dose })
    };
    let name = found.first().map_or("It", |entry| entry.value.name.as_str());
    format!("{name} is on your list as: {}.", found.iter().map(words).collect::<Vec<_>>().join("; "))
}
