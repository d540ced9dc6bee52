//! Medicines and warning signs of the whole diary.

use super::Diary;
use crate::domain::{
    Acknowledged, Cramp, Day, Drink, Entry, FlagKey, IF_NOW, Medicine, NightNote, Nutrient, Profile, Settings, Sign, SignGroup, Stretch,
    Supplement, SupplementTaken,
};
use crate::guide::{
    AnsweredNights, DayOverLimit, EnteredSupplement, Flag, FlagDiary, ListedMedicine, MedicineAbout, Reach, TakenMedicine, Taking, Urgency,
    fired,
};
use crate::nutrition::{Person, doses_over_limits, drink_content, drinking_goal_ml};
use crate::store::StoreError;
use std::collections::{BTreeMap, BTreeSet};

/// The medicines of the diary, and the warning signs that it raises.
#[derive(Debug, Clone, PartialEq)]
pub struct Safety {
    /// Today by the calendar.
    pub today: Day,
    /// Every medicine: those taken today, then later ones, then earlier ones, each group with the newest first day first.
    pub medicines: Vec<Entry<Medicine>>,
    /// What is known of each of [`medicines`](Self::medicines), in their order.
    pub about: Vec<MedicineAbout>,
    /// The red flags that fired, the most urgent first.
    pub flags: Vec<Raised>,
    /// Signs of yesterday and today that may be an emergency by themselves and are no cause of a red flag.
    pub alarming: Vec<Sign>,
}

/// A red flag that fired, with the person's acknowledgements of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Raised {
    /// The red flag and its causes.
    pub flag: Flag,
    /// The acknowledgements of it, the latest last.
    pub notes: Vec<Acknowledged>,
    /// Whether something about it is not acknowledged yet.
    pub is_open: bool,
}

impl Safety {
    /// The sentences about a sign that may be an emergency by itself.
    #[must_use]
    pub fn alarm_words(sign: &Sign) -> String {
        let Sign { kind, day, .. } = sign;
        format!(
            "{} (logged for {}) can be an emergency by itself. {IF_NOW} If it has passed, ask a doctor today.",
            kind.label(),
            day.label()
        )
    }

    /// The flags that stand above everything on Today: emergencies and urgent ones that are not acknowledged.
    pub fn pressing(&self) -> impl Iterator<Item = &Raised> {
        self.flags.iter().filter(|raised| raised.is_pressing())
    }

    /// The other flags that are not acknowledged.
    pub fn to_mention(&self) -> impl Iterator<Item = &Raised> {
        self.flags.iter().filter(|raised| raised.is_open && !raised.is_pressing())
    }
}

impl Raised {
    /// Whether it must be seen to on that day at the latest, and is not acknowledged.
    #[must_use]
    pub fn is_pressing(&self) -> bool {
        self.is_open && self.flag.rule.urgency >= Urgency::Urgent
    }

    /// The acknowledgement of this flag on a day, with a note and all the records that raise the flag now.
    ///
    /// # Errors
    /// [`OutOfRange`](crate::domain::OutOfRange) if the note is empty or has more than 500 characters.
    pub fn acknowledged(&self, day: Day, note: &str) -> Result<Acknowledged, crate::domain::OutOfRange> {
        let causes = self.flag.causes.iter().filter_map(|cause| cause.id).collect();
        Ok(Acknowledged { flag: FlagKey::new(&self.flag.rule.id)?, day, note: Acknowledged::note(note)?, causes })
    }
}

impl Diary {
    /// Reads the medicines of the diary, and reckons the warning signs that it raises today.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be read.
    pub fn safety(&self) -> Result<Safety, StoreError> {
        let (read, today) = (self.read(), self.latest_day());
        let mut medicines = read.all::<Medicine>()?;
        medicines.sort_by_key(|entry| (entry.value.seen_from(today), std::cmp::Reverse(entry.value.from)));
        let products = read.all::<Supplement>()?;
        let supplements = || products.iter().map(|entry| &entry.value);
        let listed: Vec<_> = medicines.iter().map(|entry| ListedMedicine::new(&entry.value)).collect();
        let about = listed.iter().map(|medicine| MedicineAbout::of(medicine, today, supplements(), &listed)).collect();
        let flags = self.fired(today, &medicines, &products)?;
        let said = read.all::<Acknowledged>()?;
        let raised = |flag: Flag| {
            let notes = said.iter().map(|entry| entry.value.clone()).filter(|said| said.flag.as_str() == flag.rule.id).collect();
            let is_open = !flag.is_acknowledged(&said, today);
            Raised { flag, notes, is_open }
        };
        let alarming = self.alarming(today, &flags)?;
        Ok(Safety { today, flags: flags.into_iter().map(raised).collect(), alarming, medicines, about })
    }

    /// The signs of yesterday and today that may be an emergency by themselves and are no cause of these flags.
    fn alarming(&self, today: Day, flags: &[Flag]) -> Result<Vec<Sign>, StoreError> {
        let named = |id| flags.iter().flat_map(|flag| &flag.causes).any(|cause| cause.id == Some(id));
        let signs = self.read().between::<Sign>(today.plus(-1).date()..=today.date())?.into_iter();
        let alarming = signs.filter(|entry| entry.value.kind.group() == SignGroup::Alarm && !named(entry.id.uuid()));
        Ok(alarming.map(|entry| entry.value).collect())
    }

    /// The red flags that fire today.
    fn fired(&self, today: Day, medicines: &[Entry<Medicine>], supplements: &[Entry<Supplement>]) -> Result<Vec<Flag>, StoreError> {
        let (read, profile, settings) = (self.read(), self.read().profile()?, self.settings()?);
        let reach = Reach::from(today, &profile);
        let since = |first: Day| first.date()..=today.date();
        let stretch_days: BTreeSet<Day> = read.between::<Stretch>(since(reach.stretching))?.iter().map(|entry| entry.value.day).collect();
        let nights = reach.nights(&stretch_days);
        let cramps = read.between::<Cramp>(since(nights))?;
        let notes = read.between::<NightNote>(since(nights))?;
        let taken = read.between::<SupplementTaken>(since(reach.taken))?;
        let (alcohol_g, drunk_ml) = drunk(&read.between::<Drink>(since(reach.drinks))?);
        let usual = drinking_goal_ml(Settings { hydration_goal_ml: None, ..settings }, &profile, today);
        Ok(fired(&FlagDiary {
            today,
            cramps: &cramps,
            nights: &AnsweredNights::of(notes.iter().map(|entry| &entry.value), &cramps),
            signs: &read.between::<Sign>(since(reach.signs))?,
            medicines: &medicines.iter().map(TakenMedicine::new).collect::<Vec<_>>(),
            supplements: &supplements.iter().map(|entry| self.entered(entry)).collect::<Vec<_>>(),
            over_limit: &over_limits(&taken, reach.signs, &profile),
            taken: &taken,
            stretch_days: &stretch_days,
            profile: &profile,
            alcohol_g: &alcohol_g,
            drunk_ml: &drunk_ml,
            own_goal_ml: settings.hydration_goal_ml.map(u32::from),
            usual_goal_ml: usual.map(u32::from),
        }))
    }

    /// A supplement with the day on which it was added to the list. Only the instant was saved, so the day is that of the present time
    /// zone.
    fn entered<'a>(&self, entry: &'a Entry<Supplement>) -> EnteredSupplement<'a> {
        let here = *self.clock().now().offset();
        EnteredSupplement { entry, entered: Day::new(entry.created.with_timezone(&here).date_naive()) }
    }

    /// The medicines and diseases of a day, which say what does not go with them.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be read.
    pub fn taking(&self, day: Day) -> Result<Taking, StoreError> {
        let medicines = self.read().all::<Medicine>()?;
        Ok(Taking::on(day, medicines.iter().map(|entry| &entry.value), &self.read().profile()?))
    }
}

/// The alcohol in g and the volume in ml that were drunk, each by day.
fn drunk(drinks: &[Entry<Drink>]) -> (BTreeMap<Day, f64>, BTreeMap<Day, f64>) {
    let (mut alcohol_g, mut drunk_ml) = (BTreeMap::new(), BTreeMap::new());
    for Entry { value: drink, .. } in drinks {
        let held = drink_content(drink.kind).and_then(|content| content.in_volume(drink.volume).get(Nutrient::Alcohol));
        *alcohol_g.entry(drink.day).or_default() += held.unwrap_or(0.0);
        *drunk_ml.entry(drink.day).or_default() += f64::from(drink.volume.get());
    }
    (alcohol_g, drunk_ml)
}

/// The days from `since` on on which supplements alone pass an upper limit, once for each dose that adds to the nutrient.
fn over_limits(taken: &[Entry<SupplementTaken>], since: Day, profile: &Profile) -> Vec<DayOverLimit> {
    let days = taken.chunk_by(|a, b| a.value.day == b.value.day).filter_map(|doses| Some((doses.first()?.value.day, doses)));
    let over = |(day, doses)| {
        let found = doses_over_limits(doses, &Person::on(profile, day), profile.region);
        found.into_iter().map(move |(id, nutrient)| DayOverLimit { day, nutrient, id: id.uuid() })
    };
    days.filter(|(day, _)| *day >= since).flat_map(over).collect()
}
