//! Rules over weeks: severity, sleep, self-care that does not help, alcohol.

use super::cause::DatedCause;
use super::diary::FlagDiary;
use super::nights::last_nights;
use super::pattern::{
    Pattern::{Cramp, Reckoned},
    Rule, Way,
};
use super::state::pregnancy_on;
use super::text::Urgency::{NextVisit, WithinDays};
use crate::domain::{Cramp as Cramped, Day, Severity, grouped};
use std::collections::BTreeSet;

/// How many nights severity is averaged over.
const SEVERITY_NIGHTS: i64 = 14;
/// How many of these nights must be answered: half.
const SEVERITY_ANSWERED: usize = 7;
/// How many cramps a mean needs: 3.
const SEVERITY_CRAMPS: usize = 3;
/// From this mean severity on the rule fires.
const SEVERE_MEAN: f64 = 7.0;

/// The days of one comparison of self-care: six weeks, the length of Hallegraeff's trial of 2012.
const CARE_DAYS: i64 = 42;
/// Self-care is regular with at least this many stretching days in [`CARE_DAYS`].
const CARE_LEAST: usize = 30;

/// Self-care that has been regular for more than this many days is no longer asked about, since it was for a year.
pub(super) const CARE_LONGEST: i64 = 365;

/// How many nights cramps are compared over, before self-care and now.
pub(super) const COMPARED_NIGHTS: i64 = 14;
/// How many of these nights need a known number of cramps.
const COMPARED_LEAST: u32 = 10;

/// At most this many stretching days in the 14 nights before self-care began; otherwise the person had already been stretching.
const CARE_BEFORE: usize = 4;

/// In each of this many weeks sleep must have been broken.
const BROKEN_WEEKS: i64 = 4;
/// On at least this many nights of each week.
const BROKEN_NIGHTS: usize = 3;

/// From this severity on the scale says "wakes you".
const WAKES: u8 = 4;

/// What the UK calls 14 units a week, in grams of alcohol.
const ALCOHOL_G: f64 = 112.0;
/// Among this many weeks.
const ALCOHOL_WEEKS: i64 = 4;
/// At least this many must be above it.
const ALCOHOL_WEEKS_MUCH: usize = 2;

pub(super) const RULES: &[Rule] = &[
    Rule { id: "rf19", ways: &[Way::usual(Reckoned(no_fall))] },
    Rule { id: "rf20", ways: &[Way::usual(Cramp(is_unbearable)), Way::usual(Reckoned(severe_mean))] },
    Rule { id: "rf21", ways: &[Way::usual(Reckoned(broken_sleep))] },
    Rule { id: "rf44", ways: &[Way::usual(Reckoned(much_alcohol))] },
    Rule {
        id: "rf79",
        ways: &[
            Way::at(NextVisit, Reckoned(|diary| alcohol_in_pregnancy(diary, 1))),
            Way::at(WithinDays, Reckoned(|diary| alcohol_in_pregnancy(diary, 2))),
        ],
    },
];

/// rf19: stretching has been regular for six weeks or more, and cramps come as often as before it.
fn no_fall(diary: &FlagDiary<'_>) -> Vec<DatedCause> {
    let Some(began) = care_began(diary.today, diary.stretch_days) else { return Vec::new() };
    let before = diary.nights.rate(last_nights(began.plus(-1), COMPARED_NIGHTS), COMPARED_LEAST);
    let now = diary.nights.rate(last_nights(diary.today, COMPARED_NIGHTS), COMPARED_LEAST);
    let (Some(before), Some(now)) = (before, now) else { return Vec::new() };
    // Without a cramp now there is nothing left to fall.
    let fell = now.cramps == 0 || u64::from(now.cramps) * u64::from(before.nights) < u64::from(before.cramps) * u64::from(now.nights);
    if fell {
        return Vec::new();
    }
    let words = format!("Cramps a week: {:.1} before the stretching, {:.1} in the last two weeks", before.per_week(), now.per_week());
    vec![DatedCause::of_day(diary.today, words), DatedCause::of_day(began, "Regular stretching began".to_owned())]
}

/// The first day of regular stretching. Returns `None` unless stretching is regular until today, and has been for at least six
/// weeks and at most a year. `stretch_days` must reach further back than that year, so that a beginning within it is a true one.
pub(super) fn care_began(today: Day, stretch_days: &BTreeSet<Day>) -> Option<Day> {
    let days = |range: std::ops::Range<Day>| stretch_days.range(range).count();
    if days(last_nights(today, CARE_DAYS)) < CARE_LEAST {
        return None;
    }
    let first =
        |day: &&Day| days(last_nights(day.plus(-1), COMPARED_NIGHTS)) <= CARE_BEFORE && days(**day..day.plus(CARE_DAYS)) >= CARE_LEAST;
    let began = stretch_days.range(..=today.plus(1 - CARE_DAYS)).find(first).copied();
    began.filter(|began| *began >= today.plus(-CARE_LONGEST))
}

/// rf20: severe cramps on average, over nights of which enough were answered.
fn severe_mean(diary: &FlagDiary<'_>) -> Vec<DatedCause> {
    let window = || last_nights(diary.today, SEVERITY_NIGHTS);
    let severities: Vec<_> = diary.cramps_in(window()).map(|cramp| f64::from(cramp.severity.get())).collect();
    let Some(last) = diary.cramps_in(window()).map(|cramp| cramp.night.day()).max() else { return Vec::new() };
    let count = u32::try_from(severities.len()).map_or(f64::INFINITY, f64::from);
    let mean = severities.iter().sum::<f64>() / count;
    if severities.len() < SEVERITY_CRAMPS || mean < SEVERE_MEAN || diary.nights.answered(window()) < SEVERITY_ANSWERED {
        return Vec::new();
    }
    vec![DatedCause::of_day(last, format!("Severity {mean:.1} of 10 on average in two weeks"))]
}

/// rf21: sleep was broken on at least 3 nights in each of the last 4 weeks.
fn broken_sleep(diary: &FlagDiary<'_>) -> Vec<DatedCause> {
    let broken = |week: i64| {
        let nights = || last_nights(diary.today.plus(-7 * week), 7);
        let woken: BTreeSet<Day> = diary.cramps_in(nights()).filter(|cramp| woke(cramp)).map(|cramp| cramp.night.day()).collect();
        diary.nights.with_cramps(nights()).filter(|night| woken.contains(night)).collect::<BTreeSet<Day>>()
    };
    let weeks: Vec<_> = (0..BROKEN_WEEKS).map(broken).collect();
    let Some(last) = weeks.first().and_then(BTreeSet::last) else { return Vec::new() };
    if weeks.iter().any(|nights| nights.len() < BROKEN_NIGHTS) {
        return Vec::new();
    }
    let nights = weeks.iter().map(BTreeSet::len).sum::<usize>();
    vec![DatedCause::of_day(*last, format!("Cramps broke the sleep of {nights} nights in four weeks"))]
}

/// `woke_me` if answered, otherwise whether the severity is at least [`WAKES`].
fn woke(cramp: &Cramped) -> bool {
    cramp.woke_me.unwrap_or_else(|| cramp.severity.get() >= WAKES)
}

/// rf44: more alcohol than the guideline in each of two of the last four weeks, since one may be that of a feast.
fn much_alcohol(diary: &FlagDiary<'_>) -> Vec<DatedCause> {
    let much = |week: i64| {
        let days = || last_nights(diary.today.plus(-7 * week), 7);
        let grams: f64 = diary.alcohol_g.range(days()).map(|(_, grams)| grams).sum();
        let last = diary.alcohol_g.range(days()).rev().find(|(_, grams)| **grams > 0.0).map(|(day, _)| *day);
        last.filter(|_| grams > ALCOHOL_G).map(|last| DatedCause::of_day(last, format!("{} g of alcohol in seven days", grouped(grams))))
    };
    let weeks: Vec<_> = (0..ALCOHOL_WEEKS).filter_map(much).collect();
    if weeks.len() < ALCOHOL_WEEKS_MUCH { Vec::new() } else { weeks }
}

/// rf79: alcohol on at least this many days of the pregnancy among the last four weeks.
fn alcohol_in_pregnancy(diary: &FlagDiary<'_>, least: usize) -> Vec<DatedCause> {
    let drank = |day: &Day| diary.is_recent(*day) && pregnancy_on(diary.profile, *day).is_some();
    let days: Vec<_> = diary.alcohol_g.iter().filter(|(day, grams)| **grams > 0.0 && drank(day)).collect();
    if days.len() < least {
        return Vec::new();
    }
    let cause = |(day, grams): (&Day, &f64)| DatedCause {
        ages: true,
        ..DatedCause::of_day(*day, format!("{} g of alcohol, pregnant", grouped(*grams)))
    };
    days.into_iter().map(cause).collect()
}

/// Whether the person chose the highest severity.
fn is_unbearable(cramp: &Cramped) -> bool {
    cramp.severity.get() == Severity::MAX
}
