//! Words for the doctor: what the diary knows, short enough to be read in a consultation.

use super::{Diary, Safety};
use crate::domain::{Cramp, Day, Entry, Medicine, NightAnswer, NightNote, Profile, Sign, Supplement, capitalised, uncapitalised};
use crate::guide::{Asker, Flag, TakenMedicine, questions};
use crate::insights::MIN_NIGHTS;
use crate::store::StoreError;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// How many nights the figures are of.
const NIGHTS: i64 = 28;

impl Diary {
    /// A text to copy: figures of the last four weeks, medicines, supplements, what was raised, questions. Depends on what
    /// [`Diary::safety`] depends on, and on nothing else.
    ///
    /// # Errors
    /// A [`StoreError`] when the file cannot be read.
    pub fn words_for_the_doctor(&self, safety: &Safety) -> Result<String, StoreError> {
        let (read, Safety { today, medicines, flags, .. }) = (self.read(), safety);
        let last = self.last_night_to_look_at()?;
        let dates = last.plus(1 - NIGHTS).date()..=last.date();
        let (nights, cramps) = (read.between::<NightNote>(dates.clone())?, read.between::<Cramp>(dates)?);
        let profile = read.profile()?;
        let taken: Vec<_> = medicines.iter().filter(|entry| entry.value.taken_on(*today)).collect();
        let mut text = format!("My night cramps, {}\n\n", today.date().format("%-d %B %Y"));
        text += &figures(&nights, &cramps);
        text += &list("About me", about(&profile, *today).into_iter());
        let signs = read.between::<Sign>(today.plus(1 - NIGHTS).date()..=today.date())?;
        text += &list("Signs that I noticed", signs.iter().map(|entry| sign_words(&entry.value)));
        text += &list("Medicines", taken.iter().map(|entry| entry.value.with_dates()));
        let supplements = read.all::<Supplement>()?;
        text += &list("Supplements", supplements.iter().map(|entry| format!("{}, {}", entry.value.name.as_str(), entry.value.regimen())));
        let flags: Vec<_> = flags.iter().map(|raised| &raised.flag).collect();
        text += &list("What my diary points out", flags.iter().map(|flag| flag_words(flag)));
        text += &asked(&flags, &taken, &profile);
        text.push_str("\nFrom my own diary (Cramp Diary), which diagnoses nothing.\n");
        Ok(text)
    }
}

/// What the profile says that a doctor wants to know.
fn about(profile: &Profile, today: Day) -> Vec<String> {
    let age = profile.age_on(today).map(|age| format!("{age} years of age this year"));
    let pregnant = profile.pregnant.filter(|period| period.contains(today));
    let pregnant = pregnant.map(|period| format!("pregnant since {}", period.from.date().format("%-d %b %Y")));
    let breastfeeding = profile.breastfeeding.filter(|period| period.contains(today)).map(|_period| "breastfeeding".to_owned());
    let conditions = profile.conditions.iter().map(|condition| condition.label().to_owned());
    age.into_iter().chain(pregnant).chain(breastfeeding).map(|words| capitalised(&words)).chain(conditions).collect()
}

fn sign_words(sign: &Sign) -> String {
    format!("{}, {}", sign.day.label(), uncapitalised(&sign.with_note()))
}

/// Counts over logged nights alone; too few of them say nothing.
fn figures(nights: &[Entry<NightNote>], cramps: &[Entry<Cramp>]) -> String {
    let logged = nights.iter().filter(|entry| entry.value.answer.is_some()).count();
    let with = nights.iter().filter(|entry| entry.value.answer == Some(NightAnswer::HadCramps)).count();
    if logged < MIN_NIGHTS {
        return format!("Not enough nights yet: {logged} of the last {NIGHTS} logged.\n");
    }
    let mut text = format!("Cramps in {with} of {logged} logged nights of the last {NIGHTS}.\n");
    let mut places = BTreeMap::<String, usize>::new();
    for cramp in cramps {
        *places.entry(crate::domain::place(cramp.value.muscle, cramp.value.side)).or_default() += 1;
    }
    let mut places: Vec<_> = places.into_iter().collect();
    places.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    if !places.is_empty() {
        let places: Vec<_> = places.iter().map(|(place, count)| format!("{place} {count}")).collect();
        _ = writeln!(text, "Where: {}.", places.join(", "));
    }
    let mut severities: Vec<_> = cramps.iter().map(|cramp| cramp.value.severity.get()).collect();
    severities.sort_unstable();
    // Of an even number the median lies between the two in the middle.
    let (lower, upper) = (severities.get(severities.len().saturating_sub(1) / 2), severities.get(severities.len() / 2));
    if let (Some(least), Some(lower), Some(upper), Some(most)) = (severities.first(), lower, upper, severities.last()) {
        _ = writeln!(text, "Severity, 0 to 10: {least} to {most}, median {}.", f64::from(lower + upper) / 2.0);
    }
    let woke = cramps.iter().filter(|cramp| cramp.value.woke_me == Some(true)).count();
    if woke > 0 {
        _ = writeln!(text, "{woke} of {} described cramps woke me.", cramps.len());
    }
    text
}

fn flag_words(flag: &Flag) -> String {
    format!("{}: {}", flag.rule.title, flag.because().join("; "))
}

fn asked(flags: &[&Flag], taken: &[&Entry<Medicine>], profile: &Profile) -> String {
    let medicines: Vec<_> = taken.iter().map(|entry| TakenMedicine::new(entry)).collect();
    list("My questions", questions(Asker { flags, medicines: &medicines, conditions: &profile.conditions }).into_iter())
}

/// A heading with its lines; nothing without lines.
fn list(heading: &str, lines: impl Iterator<Item = String>) -> String {
    lines.enumerate().fold(String::new(), |mut text, (place, line)| {
        if place == 0 {
            _ = write!(text, "\n{heading}\n");
        }
        _ = writeln!(text, "- {line}");
        text
    })
}
