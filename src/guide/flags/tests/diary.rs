//! A small diary made of its items, as the rules look at it.

use super::item::{Item, SmallProduct, ago};
use crate::domain::{
    ClassKey, Cramp, Day, Doses, Entry, Id, KnownSign, Medicine, NightNote, OwnName, Profile, Sign, SignGone, Supplement, SupplementTaken,
};
use crate::guide::flags::{AnsweredNights, DoseOnDayOverLimit, EnteredSupplement, Flag, FlagDiary, Reach, TakenMedicine, fired};
use chrono::NaiveTime;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// The records of a diary, each slice sorted by day.
#[derive(Debug, Default)]
pub(super) struct SmallDiary {
    signs: Vec<Entry<Sign>>,
    known: Vec<Entry<KnownSign>>,
    gone: Vec<Entry<SignGone>>,
    cramps: Vec<Entry<Cramp>>,
    nights: Vec<NightNote>,
    medicines: Vec<Entry<Medicine>>,
    /// The classes of each medicine, which take long to find.
    classes: Vec<Vec<ClassKey>>,
    supplements: Vec<Entry<Supplement>>,
    taken: Vec<Entry<SupplementTaken>>,
    over_limit: Vec<DoseOnDayOverLimit>,
    stretch_days: BTreeSet<Day>,
    effort_days: BTreeSet<Day>,
    hot_days: BTreeSet<Day>,
    tonic_days: BTreeSet<Day>,
    alcohol_g: BTreeMap<Day, f64>,
    drunk_ml: BTreeMap<Day, f64>,
    profile: Profile,
    own_goal_ml: Option<u32>,
    usual_goal_ml: Option<u32>,
}

impl SmallDiary {
    /// The diary that holds the items.
    pub(super) fn of<'i>(items: impl IntoIterator<Item = &'i Item>) -> Self {
        let mut diary = Self::default();
        for (number, item) in (1..).zip(items) {
            diary.add(Uuid::from_u128(number), item);
        }
        diary.signs.sort_by_key(|entry| entry.value.day);
        diary.cramps.sort_by_key(|entry| entry.value.night.day());
        diary.taken.sort_by_key(|entry| entry.value.day);
        diary.gone.sort_by_key(|entry| entry.value.day);
        diary
    }

    fn add(&mut self, id: Uuid, item: &Item) {
        match item.clone() {
            Item::Sign(sign) => self.signs.push(entry(id, sign.day, sign)),
            Item::Known(kind, side) => {
                let day = ago(100);
                self.known.push(entry(id, day, KnownSign { day, kind, side, known: true }));
            }
            Item::Gone(kind, day, gone) => self.gone.push(entry(id, day, SignGone { day, kind, gone })),
            Item::Cramp(cramp) => self.cramps.push(entry(id, cramp.night.day(), cramp)),
            Item::Night(note) => self.nights.push(note),
            Item::Medicine(medicine) => {
                let entry = entry(id, ago(0), medicine);
                self.classes.push(TakenMedicine::new(&entry).classes);
                self.medicines.push(entry);
            }
            Item::Listed(product, day) => self.supplements.push(entry(product_id(&product), day, supplement(&product))),
            Item::Took(product, day) => self.taken.push(dose(id, &product, day)),
            Item::Over(product, day) => {
                self.taken.push(dose(id, &product, day));
                let nutrient = product.holds.map(|held| held.0).unwrap();
                self.over_limit.push(DoseOnDayOverLimit { day, nutrient, taken: id });
            }
            Item::Stretch(day) => _ = self.stretch_days.insert(day),
            Item::Effort(day) => _ = self.effort_days.insert(day),
            Item::Hot(day) => _ = self.hot_days.insert(day),
            Item::Tonic(day) => _ = self.tonic_days.insert(day),
            Item::Alcohol(day, grams) => _ = self.alcohol_g.insert(day, grams),
            Item::Drank(day, ml) => _ = self.drunk_ml.insert(day, ml),
            Item::Has(condition) => _ = self.profile.conditions.insert(condition),
            Item::Born(year) => self.profile.birth_year = Some(year),
            Item::Pregnant(period) => self.profile.pregnant = Some(period),
            Item::Goal(ml) => self.own_goal_ml = Some(ml),
            Item::UsualGoal(ml) => self.usual_goal_ml = Some(ml),
            Item::RaisesPotassium => self.profile.medicine_raises_potassium = true,
        }
    }

    /// What `look` finds, with no more read than the rules look at.
    pub(super) fn seen<R>(&self, look: impl FnOnce(&FlagDiary<'_>) -> R) -> R {
        let reach = Reach::from(ago(0), &self.profile);
        let stretch_days = self.stretch_days.range(reach.stretching..).copied().collect();
        let first_night = reach.nights(&stretch_days);
        let cramps: Vec<_> = self.cramps.iter().filter(|entry| entry.value.night.day() >= first_night).cloned().collect();
        let since = |days: &BTreeSet<Day>| days.range(reach.before_signs..).copied().collect::<BTreeSet<_>>();
        let drinks = |days: &BTreeMap<Day, f64>| days.range(reach.drinks..).map(|(day, amount)| (*day, *amount)).collect();
        let medicines = self.medicines.iter().zip(&self.classes);
        look(&FlagDiary {
            today: ago(0),
            nights: &AnsweredNights::of(self.nights.iter().filter(|note| note.night.day() >= first_night), &cramps),
            cramps: &cramps,
            signs: &self.signs.iter().filter(|entry| entry.value.day >= reach.signs).cloned().collect::<Vec<_>>(),
            known_signs: &self.known,
            gone_signs: &self.gone,
            medicines: &medicines
                .map(|(entry, classes)| TakenMedicine { classes: classes.clone(), ..TakenMedicine::new(entry) })
                .collect::<Vec<_>>(),
            supplements: &self.supplements.iter().map(entered).collect::<Vec<_>>(),
            taken: &self.taken.iter().filter(|entry| entry.value.day >= reach.taken).cloned().collect::<Vec<_>>(),
            stretch_days: &stretch_days,
            profile: &self.profile,
            alcohol_g: &drinks(&self.alcohol_g),
            drunk_ml: &drinks(&self.drunk_ml),
            effort_days: &since(&self.effort_days),
            hot_days: &since(&self.hot_days),
            tonic_days: &since(&self.tonic_days),
            over_limit: &self.over_limit,
            own_goal_ml: self.own_goal_ml,
            usual_goal_ml: self.usual_goal_ml,
        })
    }

    /// Every flag, those included that others hide.
    pub(super) fn flags(&self) -> Vec<Flag> {
        self.seen(fired)
    }

    /// The flag with this id, which must be raised.
    #[track_caller]
    pub(super) fn flag(&self, id: &str) -> Flag {
        self.flags().into_iter().find(|flag| flag.rule.id == id).unwrap()
    }

    /// The ids of the flags.
    pub(super) fn ids(&self) -> BTreeSet<&'static str> {
        self.flags().iter().map(|flag| flag.rule.id.as_str()).collect()
    }
}

fn entered(entry: &Entry<Supplement>) -> EnteredSupplement<'_> {
    EnteredSupplement { entry, entered: Day::new(entry.created.date_naive()) }
}

fn entry<T>(id: Uuid, day: Day, value: T) -> Entry<T> {
    let at = day.date().and_time(NaiveTime::from_hms_opt(12, 0, 0).unwrap()).and_utc();
    Entry { id: Id::from_uuid(id), created: at, changed: at, value }
}

/// The product of a name always has the same id.
fn product_id(product: &SmallProduct) -> Uuid {
    Uuid::from_u128(product.name.bytes().fold(1 << 100, |id: u128, byte| id.rotate_left(7) ^ u128::from(byte)))
}

fn supplement(product: &SmallProduct) -> Supplement {
    let name = OwnName::new(&product.name).unwrap();
    let per_dose = product.holds.into_iter().collect();
    Supplement { name, dose: "1 tablet".to_owned(), per_dose, daily: None, prescribed: product.prescribed }
}

fn dose(id: Uuid, product: &SmallProduct, day: Day) -> Entry<SupplementTaken> {
    let taken = SupplementTaken::of(Id::from_uuid(product_id(product)), &supplement(product), Doses::ONE, day);
    entry(id, day, taken)
}
