//! What was logged of a date, in words: what stands behind its figures.

use super::Diary;
use crate::domain::{
    Cramp, CrampTime, Drink, Entry, Factor, FactorValue, FoodEntry, Night, NightNote, NoStretching, Sign, Strain, Stretch, SupplementTaken,
    Tried,
};
use crate::guide::stretch_label;
use crate::store::StoreError;

/// What was logged of a night and of the day before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entries {
    /// The night.
    pub night: Night,
    /// What kind, and what: ("Drinks", "2 x water, 250 ml; tea, 200 ml"). A cramp has a line of its own.
    pub lines: Vec<(&'static str, String)>,
}

impl Diary {
    /// What was logged of a night and the day before it, in words.
    ///
    /// # Errors
    /// A [`StoreError`] when the file cannot be read.
    pub fn entries(&self, night: Night) -> Result<Entries, StoreError> {
        let (read, date) = (self.read(), night.date());
        let mut lines: Vec<_> = values(read.on::<Cramp>(date)?).map(|cramp| ("Cramp", cramp_words(&cramp))).collect();
        lines.extend(values(read.on::<NightNote>(date)?).filter(|said| !said.note.is_empty()).map(|said| ("Note", said.note)));
        let mut several = |kind, words: Vec<String>| {
            if !words.is_empty() {
                lines.push((kind, counted(words).join("; ")));
            }
        };
        several("Drinks", values(read.on::<Drink>(date)?).map(|drink| drink.summary()).collect());
        let stretch = |stretch: Stretch| format!("{}, {}", stretch_label(&stretch.name), stretch.dose.label());
        several("Stretching", values(read.on::<Stretch>(date)?).map(stretch).collect());
        several("Stretching", values(read.on::<NoStretching>(date)?).map(|_| "none".to_owned()).collect());
        several("Food", values(read.on::<FoodEntry>(date)?).map(|food| food.summary()).collect());
        several("Supplements", values(read.on::<SupplementTaken>(date)?).map(|taken| taken.summary()).collect());
        several("Strain", values(read.on::<Strain>(date)?).flat_map(strain_words).collect());
        several("Signs", values(read.on::<Sign>(date)?).map(|sign| sign.with_note()).collect());
        let (said, factors) = (read.on::<FactorValue>(date)?, read.all::<Factor>()?);
        let factor = |said: FactorValue| {
            let factor = factors.iter().find(|factor| factor.id == said.factor)?;
            Some(format!("{}: {}", factor.value.name.as_str(), factor.value.written(said.value())))
        };
        several("Also", values(said).filter_map(factor).collect());
        Ok(Entries { night, lines })
    }
}

fn values<T>(entries: Vec<Entry<T>>) -> impl Iterator<Item = T> {
    entries.into_iter().map(|entry| entry.value)
}

/// The same thing twice is said once: "2 x water, 250 ml".
fn counted(words: Vec<String>) -> Vec<String> {
    let mut counted: Vec<(usize, String)> = Vec::new();
    for words in words {
        match counted.iter_mut().find(|(_, known)| *known == words) {
            Some((count, _)) => *count += 1,
            None => counted.push((1, words)),
        }
    }
    counted.into_iter().map(|(count, words)| if count == 1 { words } else { format!("{count} x {words}") }).collect()
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

fn strain_words(strain: Strain) -> Vec<String> {
    let heat = |hot| if hot { "heat or heavy sweating" } else { "neither heat nor heavy sweating" }.to_owned();
    let said = [
        strain.exercise.map(crate::domain::Exercise::in_sentence),
        strain.standing.map(|hours| format!("{} on your feet", hours.words())),
        strain.heat.map(heat),
    ];
    said.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_logged_twice_is_said_once() {
        let words = ["water", "tea", "water"].map(str::to_owned);
        assert_eq!(counted(words.into()), ["2 x water", "tea"]);
    }
}
