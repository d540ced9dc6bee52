//! The records of a night and of the day before it, in words.

use super::Diary;
use crate::domain::{
    Cramp, Day, Drink, Entry, Factor, FactorValue, FoodEntry, HourClock, Id, InWords, Medicine, Night, NightNote, NoStretching, Sign,
    Strain, Stretch, SupplementTaken, Tried,
};
use crate::guide::stretch_label;
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
        let (read, date, clock) = (self.read(), night.date(), self.customs()?.clock);
        let mut lines: Vec<_> = values(read.on::<Cramp>(date)?).map(|cramp| ("Cramp", cramp_words(&cramp, clock))).collect();
        lines.extend(values(read.on::<NightNote>(date)?).filter(|said| !said.note.is_empty()).map(|said| ("Note", said.note)));
        let factors: Vec<_> = read.all::<Factor>()?.into_iter().map(|entry| (entry.id, entry.value)).collect();
        let of_day = self.day_entries(night.day(), &[], &factors)?.into_iter();
        lines.extend(of_day.filter(|of_kind| !of_kind.words.is_empty()).map(|of_kind| (of_kind.heading, of_kind.words.join("; "))));
        Ok(Entries { night, lines })
    }

    /// What was logged of a day in words: the kinds that are named here first, then whatever else a day can have. Every day has
    /// the same headings in the same order.
    pub(super) fn day_entries(
        &self,
        day: Day,
        medicines: &[Medicine],
        factors: &[(Id<Factor>, Factor)],
    ) -> Result<Vec<InWords>, StoreError> {
        let mut of_day = self.read().records_of_day(day)?;
        let stretched = |Stretch { name, dose, .. }: Stretch| format!("{}, {}", stretch_label(&name), dose.label());
        let unstretched = of_day.take::<NoStretching>().first().map(|_said| "did not stretch".to_owned());
        let stretching = values(of_day.take()).map(stretched).chain(unstretched).collect();
        let taken = medicines.iter().filter(|medicine| medicine.taken_on(day)).map(Medicine::summary).collect();
        let own = |said: FactorValue| {
            let (_, factor) = factors.iter().find(|(id, _)| *id == said.factor)?;
            Some(format!("{}: {}", factor.name.as_str(), factor.written(said.value())))
        };
        let own = values(of_day.take()).filter_map(own).collect();
        let first = [
            of_day.take_words::<Drink>(),
            of_day.take_words::<FoodEntry>(),
            Some(InWords { heading: "Stretching", words: stretching }),
            of_day.take_words::<Strain>(),
            of_day.take_words::<SupplementTaken>(),
            Some(InWords { heading: "Medicines", words: taken }),
            of_day.take_words::<Sign>(),
            Some(InWords { heading: "Your factors", words: own }),
        ];
        Ok(first.into_iter().flatten().chain(of_day.in_words()).map(InWords::counted).collect())
    }
}

fn values<T>(entries: Vec<Entry<T>>) -> impl Iterator<Item = T> {
    entries.into_iter().map(|entry| entry.value)
}

/// A cramp in words: "03:10, left calf, severity 6, 4 min; tried stretch (helped: yes)".
fn cramp_words(cramp: &Cramp, clock: HourClock) -> String {
    let parts: Vec<_> =
        [cramp.time.words(clock), Some(cramp.summary()), cramp.duration.map(|minutes| minutes.to_string())].into_iter().flatten().collect();
    let tried: Vec<_> = cramp.tried.iter().copied().map(Tried::words).collect();
    let tried = if tried.is_empty() { String::new() } else { format!("tried {}", tried.join(", ")) };
    let lines = [parts.join(", "), tried, cramp.note.clone()];
    lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("; ")
}
