//! What was logged of a night and the day before it, in words: what stands behind its figures.

use super::Diary;
use super::before::values;
use crate::domain::{Cramp, CrampTime, Factor, Night, NightNote, Tried};
use crate::insights::EntryKind;
use crate::store::StoreError;

/// What was logged of a night and of the day before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entries {
    /// The night.
    pub night: Night,
    /// What kind, and what: ("Drinks", "2 × water, 250 ml; tea, 200 ml"). A cramp has a line of its own.
    pub lines: Vec<(&'static str, String)>,
}

impl Diary {
    /// What was logged of a night and the day before it, but for medicines, which have no date of their own.
    ///
    /// # Errors
    /// A [`StoreError`] when the file cannot be read.
    pub fn entries(&self, night: Night) -> Result<Entries, StoreError> {
        let (read, date) = (self.read(), night.date());
        let cramps = values(read.on::<Cramp>(date)?).map(|cramp| ("Cramp", cramp_words(&cramp)));
        let notes = values(read.on::<NightNote>(date)?).filter(|said| !said.note.is_empty()).map(|said| ("Note", said.note));
        let mut lines: Vec<_> = cramps.chain(notes).collect();
        let factors: Vec<_> = read.all::<Factor>()?.into_iter().map(|entry| (entry.id, entry.value)).collect();
        let day = EntryKind::ALL.into_iter().zip(self.day_entries(night.day(), &[], &factors)?);
        lines.extend(day.filter(|(_, words)| !words.is_empty()).map(|(kind, words)| (kind.label(), words.join("; "))));
        Ok(Entries { night, lines })
    }
}

/// "03:10, left calf, severity 6, 4 min; tried stretch (helped: yes)".
fn cramp_words(cramp: &Cramp) -> String {
    let time = match cramp.time {
        CrampTime::Unknown => None,
        CrampTime::About(at) => Some(at.format("about %H:%M").to_string()),
        CrampTime::Exact(at) => Some(at.format("%H:%M").to_string()),
    };
    let parts: Vec<_> = [time, Some(cramp.summary()), cramp.duration.map(|minutes| minutes.to_string())].into_iter().flatten().collect();
    let tried: Vec<_> = cramp.tried.iter().copied().map(tried_words).collect();
    let tried = if tried.is_empty() { String::new() } else { format!("tried {}", tried.join(", ")) };
    let lines = [parts.join(", "), tried, cramp.note.clone()];
    lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("; ")
}

fn tried_words(tried: Tried) -> String {
    let relief = tried.relief.label().to_lowercase();
    tried.helped.map_or_else(|| relief.clone(), |helped| format!("{relief} (helped: {})", helped.label()))
}
