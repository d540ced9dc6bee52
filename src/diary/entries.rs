//! The records of a night and of the day before it, in words.

use super::Diary;
use crate::domain::{
    Cramp, Day, Drink, Entry, Factor, FactorValue, FoodEntry, Id, Medicine, Night, NightNote, NoStretching, Sign, Strain, Stretch,
    SupplementTaken, Tried,
};
use crate::guide::stretch_label;
use crate::insights::EntryKind;
use crate::store::StoreError;

/// The records of a night and of the day before it, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entries {
    /// The night.
    pub night: Night,
    /// Lines of a kind and its records: ("Drinks", "2 × water, 250 ml; tea, 200 ml"). Each cramp has a line of its own.
    pub lines: Vec<(&'static str, String)>,
}

impl Diary {
    /// The records of a night and of the day before it in words, without medicines, which have no date of their own.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be read.
    pub fn entries(&self, night: Night) -> Result<Entries, StoreError> {
        let (read, date) = (self.read(), night.date());
        let mut lines: Vec<_> = values(read.on::<Cramp>(date)?).map(|cramp| ("Cramp", cramp_words(&cramp))).collect();
        lines.extend(values(read.on::<NightNote>(date)?).filter(|said| !said.note.is_empty()).map(|said| ("Note", said.note)));
        let factors: Vec<_> = read.all::<Factor>()?.into_iter().map(|entry| (entry.id, entry.value)).collect();
        let of_day = EntryKind::ALL.into_iter().zip(self.day_entries(night.day(), &[], &factors)?);
        lines.extend(of_day.filter(|(_, words)| !words.is_empty()).map(|(kind, words)| (kind.label(), words.join("; "))));
        Ok(Entries { night, lines })
    }

    /// The records of a day in words, a list for each kind of [`EntryKind::ALL`].
    pub(super) fn day_entries(
        &self,
        day: Day,
        medicines: &[Medicine],
        factors: &[(Id<Factor>, Factor)],
    ) -> Result<[Vec<String>; 8], StoreError> {
        let (read, date) = (self.read(), day.date());
        let stretched = |Stretch { name, dose, .. }: Stretch| format!("{}, {}", stretch_label(&name), dose.label());
        let unstretched = if read.on::<NoStretching>(date)?.is_empty() { None } else { Some("did not stretch".to_owned()) };
        let own = |said: FactorValue| {
            let (_, factor) = factors.iter().find(|(id, _)| *id == said.factor)?;
            Some(format!("{}: {}", factor.name.as_str(), factor.written(said.value())))
        };
        Ok([
            counted(values(read.on::<Drink>(date)?).map(|drink| drink.summary())),
            counted(values(read.on::<FoodEntry>(date)?).map(|food| food.summary())),
            counted(values(read.on::<Stretch>(date)?).map(stretched).chain(unstretched)),
            values(read.on::<Strain>(date)?).flat_map(|strain| strain.words()).collect(),
            counted(values(read.on::<SupplementTaken>(date)?).map(|taken| taken.summary())),
            medicines.iter().filter(|medicine| medicine.taken_on(day)).map(Medicine::summary).collect(),
            values(read.on::<Sign>(date)?).map(|sign| sign.with_note()).collect(),
            values(read.on::<FactorValue>(date)?).filter_map(own).collect(),
        ])
    }
}

fn values<T>(entries: Vec<Entry<T>>) -> impl Iterator<Item = T> {
    entries.into_iter().map(|entry| entry.value)
}

/// Each text once, in the order of its first occurrence, with its number if that is above 1: "4 × water, 250 ml".
fn counted(words: impl Iterator<Item = String>) -> Vec<String> {
    let mut counts: Vec<(String, usize)> = Vec::new();
    for words in words {
        match counts.iter_mut().find(|(known, _)| *known == words) {
            Some((_, count)) => *count += 1,
            None => counts.push((words, 1)),
        }
    }
    counts.into_iter().map(|(words, count)| if count == 1 { words } else { format!("{count} × {words}") }).collect()
}

/// A cramp in words: "03:10, left calf, severity 6, 4 min; tried stretch (helped: yes)".
fn cramp_words(cramp: &Cramp) -> String {
    let parts: Vec<_> =
        [cramp.time.words(), Some(cramp.summary()), cramp.duration.map(|minutes| minutes.to_string())].into_iter().flatten().collect();
    let tried: Vec<_> = cramp.tried.iter().copied().map(Tried::words).collect();
    let tried = if tried.is_empty() { String::new() } else { format!("tried {}", tried.join(", ")) };
    let lines = [parts.join(", "), tried, cramp.note.clone()];
    lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_logged_twice_is_said_once() {
        let words = ["water", "tea", "water"].map(str::to_owned);
        assert_eq!(counted(words.into_iter()), ["2 × water", "tea"]);
    }
}
