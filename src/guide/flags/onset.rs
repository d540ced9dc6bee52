//! Rules over medicines that were begun before cramps began or grew worse.

use super::cause::DatedCause;
use super::diary::{FlagDiary, RECENT_DAYS, TakenMedicine, days_between};
use super::nights::{NightlyRate, last_nights};
use super::pattern::{Pattern::Reckoned, Rule, Way};
use super::state::medicine_cause;
use crate::domain::{Day, Medicine};

/// Cramps "began" in a night with cramps after this many nights without any.
pub(super) const FREE_NIGHTS: i64 = 28;
/// How many of these nights must be answered.
const FREE_ANSWERED: usize = 14;

/// Cramps that still come may have begun at most this many nights ago: about the time until one sees a doctor anyway. Our choice.
pub(super) const BEGAN_DAYS: i64 = 90;

/// A medicine is new for this many days.
pub(super) const NEW_DAYS: i64 = 90;

/// A listed medicine counts if it was started at most this many days before the cramps; Garrison 2012 used one year.
const LINKED_DAYS: i64 = 365;

/// The classes most closely linked with cramps.
pub(super) const LINKED: &[&str] = &["laba", "steroid_laba", "potassium_sparing", "thiazide", "estrogen", "pth_analogue", "iv_iron"];
/// The class of which only raloxifene is as closely linked.
pub(super) const SERM: &[&str] = &["serm"];
/// Names by which raloxifene is known.
const RALOXIFENE: &[&str] = &["raloxifene", "evista"];

/// How many nights are compared before and after a medicine was begun.
pub(super) const COMPARED_NIGHTS: i64 = 28;
/// How many of the nights before, and of those after, need a known number of cramps.
const COMPARED_LEAST: u32 = 7;
/// Cramps grew more frequent if there are at least this many times as many, so that chance does not blame a medicine.
const WORSE_TIMES: f64 = 1.25;
/// And if there are at least this many more a week.
const WORSE_PER_WEEK: f64 = 1.0;

/// Tolerance for sums of fractions that are equal on paper.
const CLOSE: f64 = 1e-9;

/// A course of at most this many days that is over counts for no cramps.
const SHORT_COURSE_DAYS: i64 = 7;

pub(super) const RULES: &[Rule] = &[
    Rule { id: "rf17", ways: &[Way::usual(Reckoned(new_medicine))] },
    Rule { id: "rf18", ways: &[Way::usual(Reckoned(linked_medicine))] },
];

/// rf17: a medicine is new, or its dose was raised (which is a new entry), before cramps began or grew clearly worse.
fn new_medicine(diary: &FlagDiary<'_>) -> Vec<DatedCause> {
    let mut found = begun_after(diary, |medicine| !was_short(diary, medicine), NEW_DAYS);
    if still_cramps(diary) {
        found.extend(diary.medicines.iter().filter(|one| !was_short(diary, one)).filter_map(|one| worse_after(diary, one)).flatten());
    }
    found
}

/// rf18: a listed medicine was started within a year before cramps began.
fn linked_medicine(diary: &FlagDiary<'_>) -> Vec<DatedCause> {
    let is_raloxifene =
        |medicine: &TakenMedicine<'_>| medicine.is_one_of(SERM) && RALOXIFENE.iter().any(|known| medicine.name.holds(known));
    begun_after(diary, |medicine| medicine.is_one_of(LINKED) || is_raloxifene(medicine), LINKED_DAYS)
}

/// The medicines that were still taken when cramps began, and were started at most `within` days before.
fn begun_after(diary: &FlagDiary<'_>, wanted: impl Fn(&TakenMedicine<'_>) -> bool, within: i64) -> Vec<DatedCause> {
    let began = beginnings(diary);
    let before = |medicine: &TakenMedicine<'_>, night: Day| {
        let taken = &medicine.entry.value;
        taken.taken_on(night) && taken.from.is_some_and(|from| days_between(from, night) <= within)
    };
    let medicines = diary.medicines.iter().filter(|medicine| wanted(medicine));
    let pairs = medicines.flat_map(|medicine| began.iter().filter(|night| before(medicine, **night)).map(move |night| (medicine, *night)));
    pairs.flat_map(|(medicine, night)| with_medicine(medicine, night, "Cramps began".to_owned())).collect()
}

/// The nights in which cramps began. Empty if no cramps came lately.
fn beginnings(diary: &FlagDiary<'_>) -> Vec<Day> {
    if !still_cramps(diary) {
        return Vec::new();
    }
    let began = |night: &Day| {
        let before = || last_nights(night.plus(-1), FREE_NIGHTS);
        diary.nights.answered(before()) >= FREE_ANSWERED && diary.nights.with_cramps(before()).next().is_none()
    };
    diary.nights.with_cramps(last_nights(diary.today, BEGAN_DAYS)).filter(began).collect()
}

/// A medicine, and that cramps grew clearly more frequent after it was begun. Returns `None` if they did not, or if too little is
/// known.
fn worse_after(diary: &FlagDiary<'_>, medicine: &TakenMedicine<'_>) -> Option<[DatedCause; 2]> {
    let from = medicine.entry.value.from.filter(|from| (0..=NEW_DAYS).contains(&days_between(*from, diary.today)))?;
    let before = diary.nights.rate(last_nights(from.plus(-1), COMPARED_NIGHTS), COMPARED_LEAST)?;
    let after = diary.nights.rate(from..from.plus(COMPARED_NIGHTS), COMPARED_LEAST)?;
    clearly_more(before, after).then(|| {
        let words = format!("Cramps a week: {:.1} before it, {:.1} after", before.per_week(), after.per_week());
        with_medicine(medicine, from, words)
    })
}

/// Whether it was a course of at most [`SHORT_COURSE_DAYS`] days that is over.
fn was_short(diary: &FlagDiary<'_>, medicine: &TakenMedicine<'_>) -> bool {
    let Medicine { from, until, .. } = &medicine.entry.value;
    let ended = until.filter(|until| *until < diary.today);
    from.zip(ended).is_some_and(|(from, until)| days_between(from, until) < SHORT_COURSE_DAYS)
}

fn clearly_more(before: NightlyRate, after: NightlyRate) -> bool {
    after.per_night() + CLOSE >= WORSE_TIMES * before.per_night() && after.per_week() - before.per_week() + CLOSE >= WORSE_PER_WEEK
}

/// Whether recent nights had cramps, described or not. If cramps have gone, no medicine is to blame.
fn still_cramps(diary: &FlagDiary<'_>) -> bool {
    diary.nights.with_cramps(last_nights(diary.today, RECENT_DAYS)).next().is_some()
}

fn with_medicine(medicine: &TakenMedicine<'_>, day: Day, words: String) -> [DatedCause; 2] {
    [DatedCause::new(medicine_cause(medicine), day), DatedCause::of_day(day, words)]
}
