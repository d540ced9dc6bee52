//! What may apply to a person on a day besides signs and cramps: pregnancy, age, conditions, medicines, much to drink, hard effort.

use super::cause::{Cause, DatedCause};
use super::diary::{FlagDiary, TakenMedicine, days_between};
use super::medicines::{Medicines, POTASSIUM, RAISING};
use crate::domain::{Condition, Day, Medicine, Nutrient, Period, Profile, SignKind, capitalised, grouped};
use crate::guide::With;
use std::collections::BTreeSet;

/// Below this age, in years, a person is a child. Only the year of birth is known, so a person who reaches the age this year may
/// still be below it, and counts.
const CHILD_UNDER: u8 = 12;

/// Drinking more than this in a day, in ml, may thin the sodium in the blood: 4 litres.
const MUCH_ML: f64 = 4_000.0;

/// After this many days, 45 weeks, a pregnancy without an end in the profile is taken to be over. Our choice.
const LONGEST_PREGNANCY_DAYS: i64 = 315;

/// For how many days after its end a medicine that was taken for long still counts: a year.
const ENDED_DAYS: i64 = 365;

/// A state that may apply to the person on a day.
#[derive(Clone, Copy)]
pub(super) enum State {
    /// Each of these applies.
    All(&'static [Self]),
    /// At least one of these applies.
    Either(&'static [Self]),
    /// The state does not apply.
    Not(&'static Self),
    /// The person is pregnant.
    Pregnant,
    /// The pregnancy began at most this many days ago, or at least this many, as the two numbers say.
    PregnantFor { least: i64, most: i64 },
    /// A pregnancy ended `least` to `most` days before.
    AfterPregnancy { least: i64, most: i64 },
    /// The person is under [`CHILD_UNDER`] years, or may be.
    Child,
    /// The person reaches at least this age in the year of the day.
    AgeAtLeast(u8),
    /// The profile names one of the conditions.
    Has(&'static [Condition]),
    /// No cramp of the night was logged with a hard knot.
    NoHardKnot,
    /// A medicine of the group is taken, or was until at most `after` days before.
    Took { of: Medicines, after: i64 },
    /// A medicine of the group is taken that was begun at most this many days before, or whose dose was changed then.
    BegunWithin(Medicines, i64),
    /// A medicine of the group has been taken for at least this many days, or was for so long and ended at most a year before.
    TakenFor(Medicines, i64),
    /// Two medicines that raise potassium are taken, or one and potassium itself.
    TwoRaisePotassium,
    /// More than [`MUCH_ML`] were drunk on the day or the one before.
    DrankMuch,
    /// Hard exercise of an hour or more, or exercise in heat, on the day or at most this many days before.
    HardEffort(i64),
    /// Hard exercise of an hour or more, or heat, on the day or at most this many days before.
    EffortOrHeat(i64),
    /// Tonic water was had on the day or at most this many days before.
    Tonic(i64),
    /// One of these signs was logged on at least `days` days among the `within` days before.
    Logged { signs: &'static [SignKind], days: usize, within: i64 },
    /// A supplement that holds one of these nutrients was taken lately, or is on the list.
    HasProduct(&'static [Nutrient]),
}

/// A medicine of the group is taken on the day.
pub(super) const fn takes(of: Medicines) -> State {
    State::Took { of, after: 0 }
}

impl State {
    /// The cause followed by the causes that show the state on its day. Returns an empty list if the state did not apply.
    pub(super) fn with(&self, diary: &FlagDiary<'_>, dated: DatedCause) -> Vec<DatedCause> {
        let day = dated.day;
        let Some(causes) = self.on(diary, day) else { return Vec::new() };
        let causes = causes.into_iter().map(|cause| DatedCause::new(cause, day));
        std::iter::once(dated).chain(causes).collect()
    }

    /// The causes that show the state on the day, possibly none. Returns `None` if the state did not apply.
    pub(super) fn on(&self, diary: &FlagDiary<'_>, day: Day) -> Option<Vec<Cause>> {
        let profile = diary.profile;
        match self {
            Self::All(states) => {
                let all: Option<Vec<_>> = states.iter().map(|state| state.on(diary, day)).collect();
                Some(all?.into_iter().flatten().collect())
            }
            Self::Either(states) => {
                let held: Vec<_> = states.iter().filter_map(|state| state.on(diary, day)).collect();
                (!held.is_empty()).then(|| held.into_iter().flatten().collect())
            }
            Self::Not(state) => state.on(diary, day).is_none().then(Vec::new),
            Self::Pregnant => pregnancy_on(profile, day).map(|_period| vec![known("Pregnant, by the profile".to_owned())]),
            Self::PregnantFor { least, most } => {
                let lasted = days_between(pregnancy_on(profile, day)?.from, day);
                (*least..=*most).contains(&lasted).then(|| vec![known("Pregnant, by the profile".to_owned())])
            }
            Self::AfterPregnancy { least, most } => {
                let ended = profile.pregnant?.until?;
                let after = days_between(ended, day);
                (*least..=*most).contains(&after).then(|| vec![known(format!("Pregnancy ended on {}, by the profile", ended.label()))])
            }
            Self::Child => {
                profile.age_on(day).filter(|age| *age <= CHILD_UNDER)?;
                profile.birth_year.map(|year| vec![known(format!("Born in {year}, by the profile"))])
            }
            Self::AgeAtLeast(least) => profile.age_on(day).filter(|age| age >= least).map(|_age| Vec::new()),
            Self::Has(conditions) => some(
                conditions.iter().filter(|condition| profile.conditions.contains(condition)).map(|one| condition_cause(*one)).collect(),
            ),
            Self::NoHardKnot => {
                let mut cramps = diary.cramps.iter().map(|entry| &entry.value).filter(|cramp| cramp.night.day() == day);
                cramps.all(|cramp| cramp.hard_knot != Some(true)).then(Vec::new)
            }
            Self::Took { of, after } => {
                some(medicines_on(diary, day, *after).filter(|medicine| of.hold(medicine)).map(medicine_cause).collect())
            }
            Self::BegunWithin(of, most) => {
                let new = |medicine: &&TakenMedicine<'_>| {
                    of.hold(medicine) && medicine.entry.value.from.is_some_and(|from| (0..=*most).contains(&days_between(from, day)))
                };
                some(medicines_on(diary, day, 0).filter(new).map(medicine_cause).collect())
            }
            Self::TakenFor(of, least) => {
                let long = |medicine: &&TakenMedicine<'_>| of.hold(medicine) && was_taken_for(&medicine.entry.value, day, *least);
                some(medicines_on(diary, day, ENDED_DAYS).filter(long).map(medicine_cause).collect())
            }
            Self::TwoRaisePotassium => {
                let raising: Vec<_> = medicines_on(diary, day, 0).filter(|one| RAISING.hold(one) || POTASSIUM.hold(one)).collect();
                let two = raising.len() >= 2 && raising.iter().any(|one| RAISING.hold(one));
                two.then(|| raising.into_iter().map(medicine_cause).collect())
            }
            Self::DrankMuch => {
                let much = |day: Day| diary.drunk_ml.get(&day).filter(|ml| **ml > MUCH_ML).map(|ml| drunk_cause(day, *ml));
                some([day, day.plus(-1)].into_iter().filter_map(much).collect())
            }
            Self::HardEffort(before) => strain_cause(diary.effort_days, day, *before, "Hard effort, or exercise in heat"),
            Self::EffortOrHeat(before) => {
                strain_cause(diary.effort_days, day, *before, "Hard effort").or_else(|| strain_cause(diary.hot_days, day, *before, "Heat"))
            }
            Self::Tonic(before) => strain_cause(diary.tonic_days, day, *before, "Tonic water"),
            Self::Logged { signs, days, within } => {
                let logged = diary.signs.iter().map(|entry| &entry.value);
                let before = logged.filter(|sign| signs.contains(&sign.kind) && (0..=*within).contains(&days_between(sign.day, day)));
                let found: BTreeSet<_> = before.map(|sign| (sign.day, sign.kind)).collect();
                let on: BTreeSet<Day> = found.iter().map(|(day, _)| *day).collect();
                (on.len() >= *days)
                    .then(|| found.into_iter().map(|(day, kind)| Cause::new(None, Some(day), kind.label().to_owned())).collect())
            }
            Self::HasProduct(nutrients) => {
                let holds = |name: &str, amounts| nutrients.iter().any(|nutrient| With::Nutrient(*nutrient).is_in(name, amounts));
                let listed = diary.supplements.iter().map(|one| &one.entry.value);
                let listed = listed.filter(|one| holds(one.name.as_str(), &one.per_dose)).map(|one| one.name.as_str().to_owned());
                let taken = diary.taken.iter().map(|entry| &entry.value).filter(|one| diary.is_recent(one.day));
                let taken = taken.filter(|one| holds(&one.name, &one.per_dose)).map(|one| one.name.clone());
                some(listed.chain(taken).collect::<BTreeSet<_>>().into_iter().map(known).collect())
            }
        }
    }
}

/// The pregnancy of the profile in which the day lies.
pub(super) fn pregnancy_on(profile: &Profile, day: Day) -> Option<Period> {
    profile.pregnant.filter(|period| period.contains(day) && days_between(period.from, day) <= LONGEST_PREGNANCY_DAYS)
}

/// The medicines that were taken on the day, or until at most `after` days before it.
pub(super) fn medicines_on<'d>(diary: &'d FlagDiary<'_>, day: Day, after: i64) -> impl Iterator<Item = &'d TakenMedicine<'d>> {
    let taken =
        move |medicine: &Medicine| medicine.taken_on(day) || medicine.until.is_some_and(|last| last < day && last >= day.plus(-after));
    diary.medicines.iter().filter(move |medicine| taken(&medicine.entry.value))
}

/// A medicine, with the id of its record, and its dose and dates in words.
pub(super) fn medicine_cause(medicine: &TakenMedicine<'_>) -> Cause {
    // Its dates stand in the words.
    Cause::new(Some(medicine.entry.id.uuid()), None, medicine.entry.value.with_dates())
}

/// A condition of the profile, without an id.
pub(super) fn condition_cause(condition: Condition) -> Cause {
    known(format!("{}, by the profile", capitalised(condition.label())))
}

/// Something that is known without a record and a day.
pub(super) fn known(words: String) -> Cause {
    Cause::new(None, None, words)
}

/// Whether the medicine was taken for at least so many days, until the day or until its end before it.
fn was_taken_for(medicine: &Medicine, day: Day, least: i64) -> bool {
    let end = medicine.until.map_or(day, |until| until.min(day));
    medicine.from.is_none_or(|from| days_between(from, end) >= least)
}

fn drunk_cause(day: Day, ml: f64) -> Cause {
    Cause::new(None, Some(day), format!("{} ml drunk", grouped(ml)))
}

/// The days of the set from `before` days before the day on, each as a cause with these words. Returns `None` if there is none.
fn strain_cause(days: &BTreeSet<Day>, day: Day, before: i64, words: &str) -> Option<Vec<Cause>> {
    some(days.range(day.plus(-before)..=day).map(|day| Cause::new(None, Some(*day), words.to_owned())).collect())
}

fn some(causes: Vec<Cause>) -> Option<Vec<Cause>> {
    if causes.is_empty() { None } else { Some(causes) }
}
