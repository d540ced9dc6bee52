//! What may hold on a day beside what was noticed: pregnancy, age, conditions, medicines, much to drink.

use super::cause::{Cause, DatedCause};
use super::diary::{FlagDiary, TakenMedicine, days_between};
use crate::domain::{Condition, Day, Medicine, Period, Profile, capitalised, grouped};

/// A child of the red flags is under this age. Only the year of birth is known, so who reaches it this year may still be
/// under it, and counts.
const CHILD_UNDER: u8 = 12;

/// Drinking more than this in a day, in ml, is "a great deal": more than healthy kidneys pass easily beside what food
/// brings. Our choice.
const MUCH_ML: f64 = 5_000.0;

/// A pregnancy whose end was forgotten in the profile is over after 45 weeks. Our choice.
const LONGEST_PREGNANCY_DAYS: i64 = 315;

/// Something that holds on a day.
pub(super) enum DayState {
    /// Pregnant.
    Pregnant,
    /// Under twelve years.
    Child,
    /// The profile names the condition.
    Has(Condition),
    /// The profile does not name it.
    HasNot(Condition),
    /// No cramp of the night had a hard knot, as far as was said.
    NoHardKnot,
    /// A medicine of one of these classes is taken.
    Takes(&'static [&'static str]),
    /// Taken on the day, or until so many days before it.
    Took(&'static [&'static str], i64),
    /// More than five litres were drunk on the day or the one before.
    DrankMuch,
}

impl DayState {
    /// The cause followed by what says that the state held on its day. Returns an empty list if the state did not hold.
    pub(super) fn with(&self, diary: &FlagDiary<'_>, dated: DatedCause) -> Vec<DatedCause> {
        let day = dated.day;
        let Some(causes) = self.on(diary, day) else { return Vec::new() };
        let causes = causes.into_iter().map(|cause| DatedCause::new(cause, day));
        std::iter::once(dated).chain(causes).collect()
    }

    /// What says that it held on the day; `None` when it did not.
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

/// The pregnancy of the profile that goes on at the day.
pub(super) fn pregnancy_on(profile: &Profile, day: Day) -> Option<Period> {
    profile.pregnant.filter(|period| period.contains(day) && days_between(period.from, day) <= LONGEST_PREGNANCY_DAYS)
}

/// The medicines that were taken on the day, or until at most `after` days before it.
pub(super) fn medicines_on<'d>(diary: &'d FlagDiary<'_>, day: Day, after: i64) -> impl Iterator<Item = &'d TakenMedicine<'d>> {
    let taken =
        move |medicine: &Medicine| medicine.taken_on(day) || medicine.until.is_some_and(|last| last < day && last >= day.plus(-after));
    diary.medicines.iter().filter(move |medicine| taken(&medicine.entry.value))
}

/// A medicine by its id, with its dose and dates.
pub(super) fn medicine_cause(medicine: &TakenMedicine<'_>) -> Cause {
    // Its dates stand in the words.
    Cause { id: Some(medicine.entry.id.uuid()), day: None, words: medicine.entry.value.with_dates() }
}

/// A condition of the profile.
pub(super) fn condition_cause(condition: Condition) -> Cause {
    known(format!("{}, by the profile", capitalised(condition.label())))
}

/// What is known without a day.
pub(super) fn known(words: String) -> Cause {
    Cause { id: None, day: None, words }
}

fn drunk_cause(day: Day, ml: f64) -> Cause {
    Cause { id: None, day: Some(day), words: format!("{} ml drunk", grouped(ml)) }
}

fn some(causes: Vec<Cause>) -> Option<Vec<Cause>> {
    if causes.is_empty() { None } else { Some(causes) }
}
