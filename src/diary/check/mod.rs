//! The check of the whole diary: its file, its rows, and the rules between its records.

mod kitchen;

use super::Diary;
use crate::domain::{Cramp, Day, Entry, Factor, FactorValue, Night, NightAnswer, NightNote, NoStretching, Stretch, counted};
use crate::store::{Depth, RecordKind, SetAside, StoreError, Structure};
use std::collections::{BTreeMap, BTreeSet};

/// What a check of the whole diary found.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CheckReport {
    /// How many records there are.
    pub records: u32,
    /// What was found of the structure of the file.
    pub structure: Structure,
    /// The records that cannot be read.
    pub set_aside: Vec<SetAside>,
    /// What does not go together, each in a sentence.
    pub rules: Vec<String>,
}

impl CheckReport {
    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.findings() == 0
    }

    /// How many things were found.
    #[must_use]
    pub fn findings(&self) -> usize {
        let Structure { broken, named: _, indexes, foreign } = &self.structure;
        broken.len() + indexes.len() + foreign.len() + self.set_aside.len() + self.rules.len()
    }

    /// The result in one sentence.
    #[must_use]
    pub fn sentence(&self) -> String {
        let records = counted(usize::try_from(self.records).unwrap_or(usize::MAX), "record");
        match self.findings() {
            0 => format!("Nothing is wrong: the file is sound, and every one of {records} can be read."),
            _ if !self.structure.broken.is_empty() => {
                let places = counted(self.structure.broken.len(), "place");
                let named = if self.structure.named.is_empty() { String::new() } else { format!(" ({})", self.structure.named.join(", ")) };
                format!(
                    "The file is damaged: its structure is broken in {places}{named}. Nothing is written into it. Keep it, and open a backup \
                     copy."
                )
            }
            count => format!("{} found in {records}.", counted(count, "thing")),
        }
    }
}

impl Diary {
    /// Looks at the structure of the file before anything is written, and rebuilds indexes that do not agree with their tables. Returns a
    /// word about that, and `None` if there was nothing to rebuild.
    ///
    /// # Errors
    /// [`StoreError::Unsound`] if the structure is broken; nothing is written from now on.
    pub fn ensure_sound(&mut self, depth: Depth) -> Result<Option<String>, StoreError> {
        self.store.ensure_sound(depth)
    }

    /// Takes in what was found of the structure of the file. If it is broken, nothing is written from now on.
    pub fn judge(&mut self, found: &Structure) {
        self.store.judge(found.broken.len());
    }

    /// Whether the structure of the file was found to be broken.
    #[must_use]
    pub fn is_broken(&self) -> bool {
        self.store.is_broken()
    }

    /// Checks the whole diary, but only its file if that is broken or has indexes to rebuild. Nothing is changed. Ten years take a second.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be read at all.
    pub fn check(&self) -> Result<CheckReport, StoreError> {
        let structure = self.store.structure(Depth::Whole)?;
        if !structure.broken.is_empty() || !structure.indexes.is_empty() {
            // What stands on broken pages cannot be told from what does not, and rows are read through indexes.
            return Ok(CheckReport { structure, ..CheckReport::default() });
        }
        let set_aside = self.read().set_aside(RecordKind::ALL.iter().copied().collect())?;
        Ok(CheckReport { records: self.store.record_count()?, structure, rules: self.broken_rules(&set_aside)?, set_aside })
    }

    /// What does not go together, each in a sentence.
    fn broken_rules(&self, set_aside: &[SetAside]) -> Result<Vec<String>, StoreError> {
        let mut found = self.nights_that_disagree(set_aside)?;
        found.extend(self.days_that_disagree()?);
        found.extend(self.answers_without_factor(set_aside)?);
        found.extend(self.own_things_that_disagree()?);
        let orphans = self.read().orphaned_parts()?.into_iter();
        found.extend(orphans.map(|(table, count)| format!("{count} rows of {table} belong to no record. They are never shown.")));
        let today = self.latest_day();
        let outside = self.read().dates_outside(&(today.earliest().date()..=today.date()))?;
        found.extend(outside.into_iter().map(|(kind, date)| {
            let what = kind.description().map_or("", |description| description.noun);
            let when = if date > today.date() { "has not come yet" } else { "is more than 150 years ago" };
            format!("A {what} is dated {date}, which {when}. If it is shown nowhere, the clock of the computer may have been wrong.")
        }));
        Ok(found)
    }

    fn nights_that_disagree(&self, set_aside: &[SetAside]) -> Result<Vec<String>, StoreError> {
        let notes: BTreeMap<_, _> = self.read().all::<NightNote>()?.into_iter().map(|Entry { value, .. }| (value.night, value)).collect();
        let with_cramps: BTreeSet<_> = self.read().all::<Cramp>()?.into_iter().map(|entry| entry.value.night).collect();
        let is_set_aside =
            |night: &Night| set_aside.iter().any(|found| found.kind == RecordKind::Night && found.date == Some(night.date()));
        let said_otherwise = with_cramps.into_iter().filter(|night| {
            let answer = notes.get(night).and_then(|note| note.answer);
            answer != Some(NightAnswer::HadCramps) && !is_set_aside(night)
        });
        let cramps = said_otherwise.map(|night| {
            let label = night.label_with_year();
            format!("The {label} has a cramp, but does not say that it had cramps. Open it and press \"Had cramps\", or delete the cramp.")
        });
        let undisturbed = notes.values().filter(|note| note.disturbed.is_some() && note.answer == Some(NightAnswer::NoCramps));
        let disturbed = undisturbed.map(|note| {
            let label = note.night.label_with_year();
            format!("The {label} had no cramps, but says that cramps disturbed the sleep. Open it and say which is true.")
        });
        Ok(cramps.chain(disturbed).collect())
    }

    fn days_that_disagree(&self) -> Result<Vec<String>, StoreError> {
        let stretched: BTreeSet<Day> = self.read().all::<Stretch>()?.into_iter().map(|entry| entry.value.day).collect();
        let not: BTreeSet<Day> = self.read().all::<NoStretching>()?.into_iter().map(|entry| entry.value.day).collect();
        let both = stretched.intersection(&not);
        Ok(both.map(|day| format!("{day} has stretching, and says \"did not stretch\". Open it and say which is true.")).collect())
    }

    fn answers_without_factor(&self, set_aside: &[SetAside]) -> Result<Vec<String>, StoreError> {
        let factors: BTreeMap<_, _> = self.read().all::<Factor>()?.into_iter().map(|entry| (entry.id.uuid(), entry.value)).collect();
        // Whose factor cannot be read is found with the factor.
        let is_factor_unknown = set_aside.iter().any(|found| found.kind == RecordKind::Factor);
        let wrong = |FactorValue { day, factor, .. }: &FactorValue, value: f64| match factors.get(&factor.uuid()) {
            None if is_factor_unknown => None,
            None => Some(format!("An answer of {day} belongs to no factor. It is never shown.")),
            Some(known) if FactorValue::new(*day, *factor, known.kind, value).is_err() => Some(format!(
                "The answer of {day} to \"{}\" is {value}, which is none. Open that day and answer it again.",
                known.name.as_str()
            )),
            Some(_) => None,
        };
        Ok(self.read().all::<FactorValue>()?.iter().filter_map(|entry| wrong(&entry.value, entry.value.value())).collect())
    }
}
