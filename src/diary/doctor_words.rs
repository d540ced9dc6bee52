//! A text for the doctor: what the diary knows, short enough to be read in a consultation.

use super::{Diary, Safety};
use crate::domain::{Day, Entry, Medicine, Profile, Sign, Supplement, capitalised, place, uncapitalised};
use crate::guide::{Asker, Flag, TakenMedicine, questions};
use crate::insights::{MIN_NIGHTS, NightSlice, Summary, places, summary};
use crate::store::StoreError;
use crate::wording::SummaryRow;
use std::cmp::Reverse;
use std::fmt::Write as _;

/// How many nights the text covers, up to the latest.
const NIGHTS: i64 = 28;

impl Diary {
    /// A text to copy: figures of the last 28 nights, profile, signs, medicines, supplements, warning signs that were raised, and
    /// questions. `safety` is what [`Diary::safety`] returns.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be read.
    pub fn words_for_the_doctor(&self, safety: &Safety) -> Result<String, StoreError> {
        let (read, Safety { today, medicines, flags, .. }) = (self.read(), safety);
        let last = self.last_night_to_look_at()?;
        let first = last.plus(1 - NIGHTS).date();
        let nights = self.nights_alone(&(first..=last.date()))?;
        let profile = read.profile()?;
        let taken: Vec<_> = medicines.iter().filter(|entry| entry.value.taken_on(*today)).collect();
        let mut text = format!("My night cramps, {}\n\n", today.date().format("%-d %B %Y"));
        text += &figures(NightSlice { first, nights: &nights });
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

/// The lines on age, pregnancy, breastfeeding and diseases.
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

/// The sentences on cramps. Counts are over logged nights alone; below [`MIN_NIGHTS`] of them the text says only how many there are.
fn figures(nights: NightSlice<'_>) -> String {
    let summary = summary(nights);
    let Summary { logged, with_cramps, severity, .. } = &summary;
    if *logged < MIN_NIGHTS {
        return format!("Not enough nights yet: {logged} of the last {NIGHTS} logged.\n");
    }
    let mut text = format!("Cramps in {with_cramps} of {logged} logged nights of the last {NIGHTS}.\n");
    let SummaryRow { label, value, detail } = summary.rate_row();
    _ = writeln!(text, "{label}: {value}; {detail}.");
    let mut places: Vec<_> =
        places(nights).by_side().into_iter().map(|found| (Reverse(found.cramps), place(found.muscle, found.side))).collect();
    places.sort_unstable();
    if !places.is_empty() {
        let places: Vec<_> = places.into_iter().map(|(Reverse(cramps), place)| format!("{place} {cramps}")).collect();
        _ = writeln!(text, "Where: {}.", places.join(", "));
    }
    if let Some(((least, most), median)) = severity.range.zip(severity.median) {
        _ = writeln!(text, "Severity, 0 to 10: {least} to {most}, median {median}.");
    }
    let woke = nights.cramps().filter(|cramp| cramp.woke_me == Some(true)).count();
    if woke > 0 {
        _ = writeln!(text, "{woke} of {} described cramps woke me.", severity.cramps());
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

/// A heading with its lines. Returns an empty text if there are no lines.
fn list(heading: &str, lines: impl Iterator<Item = String>) -> String {
    lines.enumerate().fold(String::new(), |mut text, (place, line)| {
        if place == 0 {
            _ = write!(text, "\n{heading}\n");
        }
        _ = writeln!(text, "- {line}");
        text
    })
}
