//! What may apply to a person on a day besides signs and cramps: pregnancy, age, conditions, medicines, much to drink.

use super::cause::{Cause, DatedCause};
use super::diary::{FlagDiary, TakenMedicine, days_between};
use crate::domain::{Condition, Day, Medicine, Period, Profile, capitalised, grouped};

/// Below this age, in years, a person is a child. Only the year of birth is known, so a person who reaches the age this year may
/// still be below it, and counts.
const CHILD_UNDER: u8 = 12;

/// Drinking more than this in a day, in ml, is "a great deal": more than healthy kidneys pass easily besides what food brings. Our
/// choice.
const MUCH_ML: f64 = 5_000.0;

/// After this many days, 45 weeks, a pregnancy without an end in the profile is taken to be over. Our choice.
const LONGEST_PREGNANCY_DAYS: i64 = 315;

/// A state that may apply to the person on a day.
pub(super) enum DayState {
    /// The person is pregnant.
    Pregnant,
    /// The person is under [`CHILD_UNDER`] years, or may be.
    Child,
    /// The profile names the condition.
    Has(Condition),
    /// The profile does not name the condition.
    HasNot(Condition),
    /// No cramp of the night was logged with a hard knot.
    NoHardKnot,
    /// A medicine of one of these classes is taken.
    Takes(&'static [&'static str]),
    /// A medicine of one of these classes is taken, or was until at most this many days before.
    Took(&'static [&'static str], i64),
    /// More than [`MUCH_ML`] were drunk on the day or the one before.
    DrankMuch,
}

impl DayState {
    /// The cause followed by the causes that show the state on its day. Returns an empty list if the state did not apply.
    pub(super) fn with(&self, diary: &FlagDiary<'_>, dated: DatedCause) -> Vec<DatedCause> {
        let day = dated.day;
        let Some(causes) = self.on(diary, day) else { return Vec::new() };
        let causes = causes.into_iter().map(|cause| DatedCause::new(cause, day));
        std::iter::once(dated).chain(causes).collect()
    }

    /// The causes that show the state on the day, possibly none. Returns `None` if the state did not apply.
    fn on(&self, diary: &FlagDiary<'_>, day: Day) -> Option<Vec<Cause>> {
        let profile = diary.profile;
        match self {
            Self::Pregnant => pregnancy_on(profile, day).map(|_period| vec![known("Pregnant, by the profile".to_owned())]),
            Self::Child => {
                profile.age_on(day).filter(|age| *age <= CHILD_UNDER)?;
                profile.birth_year.map(|year| vec![known(format!("Born in {year}, by the profile"))])
            }
            Self::Has(condition) => profile.conditions.contains(condition).then(|| vec![condition_cause(*condition)]),
            Self::HasNot(condition) => (!profile.conditions.contains(condition)).then(Vec::new),
            Self::NoHardKnot => {
                let mut cramps = diary.cramps.iter().map(|entry| &entry.value).filter(|cramp| cramp.night.day() == day);
                cramps.all(|cramp| cramp.hard_knot != Some(true)).then(Vec::new)
            }
            Self::Takes(classes) => {
                some(medicines_on(diary, day, 0).filter(|medicine| medicine.is_one_of(classes)).map(medicine_cause).collect())
            }
            Self::Took(classes, after) => {
                some(medicines_on(diary, day, *after).filter(|medicine| medicine.is_one_of(classes)).map(medicine_cause).collect())
            }
            Self::DrankMuch => {
                let much = |day: Day| diary.drunk_ml.get(&day).filter(|ml| **ml > MUCH_ML).map(|ml| drunk_cause(day, *ml));
                some([day, day.plus(-1)].into_iter().filter_map(much).collect())
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
    Cause { id: Some(medicine.entry.id.uuid()), day: None, words: medicine.entry.value.with_dates() }
}

/// A condition of the profile, without an id.
pub(super) fn condition_cause(condition: Condition) -> Cause {
    known(format!("{}, by the profile", capitalised(condition.label())))
}

/// Something that is known without a record and a day.
pub(super) fn known(words: String) -> Cause {
    Cause { id: None, day: None, words }
}

fn drunk_cause(day: Day, ml: f64) -> Cause {
    Cause { id: None, day: Some(day), words: format!("{} ml drunk", grouped(ml)) }
}

fn some(causes: Vec<Cause>) -> Option<Vec<Cause>> {
    if causes.is_empty() { None } else { Some(causes) }
}
