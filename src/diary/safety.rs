//! What the diary knows about medicines and warning signs.

use super::Diary;
use crate::domain::{
    Acknowledged, Cramp, Day, Drink, Entry, FlagKey, Medicine, NightNote, Nutrient, Settings, Sign, Stretch, Supplement, SupplementTaken,
};
use crate::guide::{DayOverLimit, Flag, FlagDiary, MedicineAbout, RECENT_DAYS, TakenMedicine, Taking, Urgency, fired};
use crate::nutrition::{days_over_limits, drink_content, drinking_goal_ml};
use crate::store::{RecordKind, StoreError};
use std::collections::{BTreeMap, BTreeSet};

/// The kinds of record that [`Diary::safety`] reads.
pub const SAFETY_DEPENDS_ON: &[RecordKind] = &[
    RecordKind::Acknowledged,
    RecordKind::Cramp,
    RecordKind::Drink,
    RecordKind::Medicine,
    RecordKind::Night,
    RecordKind::Profile,
    RecordKind::Settings,
    RecordKind::Sign,
    RecordKind::Stretch,
    RecordKind::Supplement,
    RecordKind::SupplementTaken,
];

/// How far back the rules look: a medicine counts for a year before the cramps began.
const DAYS: i64 = 400;

/// Medicines and warning signs, for the whole diary.
#[derive(Debug, Clone, PartialEq)]
pub struct Safety {
    /// The last day that has come.
    pub today: Day,
    /// Every medicine: those that are taken, those to come, those of before, each by their beginning, the newest first.
    pub medicines: Vec<Entry<Medicine>>,
    /// What is known of each of them, in the same order.
    pub about: Vec<MedicineAbout>,
    /// What fired, the most urgent first.
    pub flags: Vec<Raised>,
}

/// A red flag that fired, and what the person said about it.
#[derive(Debug, Clone, PartialEq)]
pub struct Raised {
    /// What fired, and why.
    pub flag: Flag,
    /// What was said about it before, the latest last.
    pub notes: Vec<Acknowledged>,
    /// Whether something of it was not acknowledged yet.
    pub is_open: bool,
}

impl Safety {
    /// What stands above everything on Today: emergencies and what must be seen to the same day, until acknowledged.
    pub fn pressing(&self) -> impl Iterator<Item = &Raised> {
        self.flags.iter().filter(|raised| raised.is_pressing())
    }

    /// What else has not been acknowledged.
    pub fn to_mention(&self) -> impl Iterator<Item = &Raised> {
        self.flags.iter().filter(|raised| raised.is_open && !raised.is_pressing())
    }
}

impl Raised {
    /// Whether it cannot wait, and was not acknowledged yet.
    #[must_use]
    pub fn is_pressing(&self) -> bool {
        self.is_open && self.flag.rule.urgency >= Urgency::Urgent
    }

    /// That the person read this flag on a day, with all that makes it fire now.
    ///
    /// # Errors
    /// [`OutOfRange`](crate::domain::OutOfRange) for an empty note and one of more than 500 letters.
    pub fn acknowledged(&self, day: Day, note: &str) -> Result<Acknowledged, crate::domain::OutOfRange> {
        let causes = self.flag.causes.iter().filter_map(|cause| cause.id).collect();
        Ok(Acknowledged { flag: FlagKey::new(&self.flag.rule.id)?, day, note: Acknowledged::note(note)?, causes })
    }
}

impl Diary {
    /// Medicines and warning signs, for the whole diary.
    ///
    /// # Errors
    /// A [`StoreError`] when the file cannot be read.
    pub fn safety(&self) -> Result<Safety, StoreError> {
        let (read, today) = (self.read(), self.latest_day());
        let mut medicines = read.all::<Medicine>()?;
        medicines.sort_by_key(|entry| (entry.value.seen_from(today), std::cmp::Reverse(entry.value.from)));
        let products = read.all::<Supplement>()?;
        let products = || products.iter().map(|entry| &entry.value);
        let about = medicines.iter().map(|entry| MedicineAbout::of(&entry.value, today, products())).collect();
        let flags = self.fired(today, &medicines)?;
        let said = read.all::<Acknowledged>()?;
        let raised = |flag: Flag| {
            let notes = said.iter().map(|entry| entry.value.clone()).filter(|said| said.flag.as_str() == flag.rule.id).collect();
            let is_open = !flag.is_acknowledged(&said, today);
            Raised { flag, notes, is_open }
        };
        Ok(Safety { today, flags: flags.into_iter().map(raised).collect(), medicines, about })
    }

    fn fired(&self, today: Day, medicines: &[Entry<Medicine>]) -> Result<Vec<Flag>, StoreError> {
        let (read, dates) = (self.read(), today.plus(-DAYS).date()..=today.date());
        let (profile, settings) = (read.profile()?, self.settings()?);
        let nights: Vec<_> = read.between::<NightNote>(dates.clone())?.into_iter().map(|entry| entry.value).collect();
        let taken = read.between::<SupplementTaken>(dates.clone())?;
        let (alcohol_g, drunk_ml) = drunk(&read.between::<Drink>(today.plus(-RECENT_DAYS).date()..=today.date())?);
        let medicines: Vec<_> = medicines.iter().map(TakenMedicine::new).collect();
        let recent = taken.iter().filter(|entry| entry.value.day > today.plus(-RECENT_DAYS));
        let over = days_over_limits(recent, &profile).into_iter();
        let over_limit: Vec<_> = over.map(|(day, nutrient, id)| DayOverLimit { day, nutrient, id: id.uuid() }).collect();
        let usual = drinking_goal_ml(Settings { hydration_goal_ml: None, ..settings }, &profile, today);
        Ok(fired(&FlagDiary {
            today,
            cramps: &read.between::<Cramp>(dates.clone())?,
            nights: &nights,
            signs: &read.between::<Sign>(dates.clone())?,
            medicines: &medicines,
            supplements: &read.all::<Supplement>()?,
            over_limit: &over_limit,
            taken: &taken,
            stretch_days: &read.between::<Stretch>(dates)?.into_iter().map(|entry| entry.value.day).collect::<BTreeSet<_>>(),
            profile: &profile,
            alcohol_g: &alcohol_g,
            drunk_ml: &drunk_ml,
            own_goal_ml: settings.hydration_goal_ml.map(u32::from),
            usual_goal_ml: usual.map(u32::from),
        }))
    }

    /// What the person takes and has on a day, for saying what does not go with it.
    ///
    /// # Errors
    /// A [`StoreError`] when the file cannot be read.
    pub fn taking(&self, day: Day) -> Result<Taking, StoreError> {
        let medicines = self.read().all::<Medicine>()?;
        Ok(Taking::on(day, medicines.iter().map(|entry| &entry.value), &self.read().profile()?))
    }
}

/// Alcohol in g and volume in ml, by day.
fn drunk(drinks: &[Entry<Drink>]) -> (BTreeMap<Day, f64>, BTreeMap<Day, f64>) {
    let (mut alcohol_g, mut drunk_ml) = (BTreeMap::new(), BTreeMap::new());
    for Entry { value: drink, .. } in drinks {
        let held = drink_content(drink.kind).and_then(|content| content.in_volume(drink.volume).get(Nutrient::Alcohol));
        *alcohol_g.entry(drink.day).or_default() += held.unwrap_or(0.0);
        *drunk_ml.entry(drink.day).or_default() += f64::from(drink.volume.get());
    }
    (alcohol_g, drunk_ml)
}
