//! Rules over supplements and goals, with conditions and medicines that they do not go with.
//!
//! A product has the id of the product as its cause, not of each dose. Once acknowledged, tomorrow's tablet does not bring the flag
//! back; another product does.

use super::cause::{Cause, DatedCause};
use super::diary::{EnteredSupplement, FlagDiary, TakenMedicine};
use super::pattern::{Pattern::Reckoned, Rule};
use super::state::{condition_cause, known, medicine_cause, medicines_on, pregnancy_on};
use crate::domain::{Amounts, ClassKey, Condition, Day, Entry, Medicine, Nutrient, Supplement, SupplementTaken, grouped};
use crate::guide::With;
use crate::guide::cautions::is_avoided;
use crate::guide::potassium::raises_potassium;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// "For 3 or more days" means on this many recent days, in a row or not.
const OVER_DAYS: usize = 3;

pub(super) const RULES: &[Rule] = &[
    ("rf31", Reckoned(over_limits)),
    ("rf32", Reckoned(kidney_and_minerals)),
    ("rf33", Reckoned(potassium_on_top)),
    ("rf34", Reckoned(vitamin_k_and_blockers)),
    ("rf37", Reckoned(new_in_pregnancy)),
    ("rf45", Reckoned(goal_raised)),
];

/// Classes of medicines that are as much supplements as medicines.
const PRODUCTS: [&str; 9] = [
    "antacid",
    "magnesium_product",
    "oral_iron",
    "oral_rehydration",
    "potassium_salt",
    "salt_substitute",
    "vitamin_b6_product",
    "vitamin_d_calcium",
    "zinc_product",
];

/// A product that the person has or took.
struct OwnedProduct<'a> {
    id: Uuid,
    name: &'a str,
    per_dose: Amounts,
    /// The day on which it was added to the list or taken.
    day: Day,
    taken: bool,
    /// Where the product stands, in words: "among the supplements".
    listed: &'static str,
}

impl<'a> OwnedProduct<'a> {
    fn entered(&EnteredSupplement { entry, entered }: &EnteredSupplement<'a>) -> Self {
        let Supplement { name, per_dose, .. } = &entry.value;
        Self { id: entry.id.uuid(), name: name.as_str(), per_dose: *per_dose, day: entered, taken: false, listed: "among the supplements" }
    }

    fn taken(entry: &'a Entry<SupplementTaken>) -> Self {
        let SupplementTaken { product, name, per_dose, day, .. } = &entry.value;
        Self { id: product.uuid(), name, per_dose: *per_dose, day: *day, taken: true, listed: "taken" }
    }

    /// A medicine that is a supplement by its name: "Potassium chloride 600 mg", but not "Losartan potassium".
    fn among_medicines(medicine: &'a TakenMedicine<'a>, today: Day) -> Option<Self> {
        let Medicine { name, from, .. } = &medicine.entry.value;
        let name = name.as_str();
        let first_two_words = name.match_indices(' ').nth(1).map_or(name, |(end, _)| &name[..end]);
        let is_product = medicine.classes.iter().all(|class| PRODUCTS.contains(&class.as_str()));
        let (id, day) = (medicine.entry.id.uuid(), from.unwrap_or(today));
        is_product.then(|| Self {
            id,
            name: first_two_words,
            per_dose: Amounts::default(),
            day,
            taken: false,
            listed: "among the medicines",
        })
    }

    /// Whether it contains the nutrient, by its amounts or, where the label was not copied, by its name.
    fn holds(&self, nutrient: Nutrient) -> bool {
        With::Nutrient(nutrient).is_in(self.name, &self.per_dose)
    }

    fn found(&self) -> DatedCause {
        let words = format!("{}, {}", self.name, self.listed);
        DatedCause::new(Cause { id: Some(self.id), day: Some(self.day), words }, self.day)
    }
}

/// Every product that was taken lately or that the person has, since one at hand may be taken without being logged.
fn taken_or_entered<'a>(diary: &FlagDiary<'a>) -> Vec<OwnedProduct<'a>> {
    recently_taken(diary).into_iter().chain(diary.supplements.iter().map(OwnedProduct::entered)).chain(listed_medicines(diary)).collect()
}

fn recently_taken<'a>(diary: &FlagDiary<'a>) -> Vec<OwnedProduct<'a>> {
    diary.taken.iter().filter(|entry| diary.is_recent(entry.value.day)).map(OwnedProduct::taken).collect()
}

fn listed_medicines<'a>(diary: &FlagDiary<'a>) -> impl Iterator<Item = OwnedProduct<'a>> {
    let (medicines, today) = (diary.medicines, diary.today);
    let taken = medicines.iter().filter(move |medicine| medicine.entry.value.taken_on(today));
    taken.filter_map(move |medicine| OwnedProduct::among_medicines(medicine, today))
}

/// rf31: supplements above an upper limit on several recent days, of whatever nutrient.
fn over_limits(diary: &FlagDiary<'_>) -> Vec<DatedCause> {
    let recent = || diary.over_limit.iter().filter(|over| diary.is_recent(over.day));
    if recent().map(|over| over.day).collect::<BTreeSet<_>>().len() < OVER_DAYS {
        return Vec::new();
    }
    let mut products = BTreeMap::<Uuid, (Option<&str>, BTreeSet<Nutrient>, Day)>::new();
    for over in recent() {
        let taken = diary.taken.iter().find(|entry| entry.id.uuid() == over.id).map(|entry| &entry.value);
        let id = taken.map_or(over.id, |taken| taken.product.uuid());
        let name = taken.map(|taken| taken.name.as_str());
        let (_, nutrients, day) = products.entry(id).or_insert_with(|| (name, BTreeSet::new(), over.day));
        nutrients.insert(over.nutrient);
        *day = over.day.max(*day);
    }
    let found = products.into_iter().map(|(id, (name, nutrients, day))| {
        let nutrients: Vec<_> = nutrients.into_iter().map(Nutrient::in_a_sentence).collect();
        let words = format!("{}: above the upper limit for {}", name.unwrap_or("A supplement"), nutrients.join(", "));
        DatedCause::new(Cause { id: Some(id), day: Some(day), words }, day)
    });
    found.collect()
}

/// rf32: kidney disease, and magnesium or potassium taken.
fn kidney_and_minerals(diary: &FlagDiary<'_>) -> Vec<DatedCause> {
    let minerals = |product: &OwnedProduct<'_>| product.holds(Nutrient::Magnesium) || product.holds(Nutrient::Potassium);
    let taken = recently_taken(diary).into_iter().chain(listed_medicines(diary)).filter(minerals).map(|product| product.found()).collect();
    if diary.profile.conditions.contains(&Condition::Kidney) { beside(taken, &[condition_cause(Condition::Kidney)]) } else { Vec::new() }
}

/// rf33: potassium with a medicine that raises it. A medicine that only the profile tells of counts as well.
fn potassium_on_top(diary: &FlagDiary<'_>) -> Vec<DatedCause> {
    let told = diary.profile.medicine_raises_potassium.then(|| known("A medicine that raises potassium, by the profile".to_owned()));
    clash(diary, Nutrient::Potassium, told.as_ref())
}

/// rf34: vitamin K with a medicine that blocks it.
fn vitamin_k_and_blockers(diary: &FlagDiary<'_>) -> Vec<DatedCause> {
    clash(diary, Nutrient::VitaminK, None)
}

/// Products that contain the nutrient, each with the medicines that forbid it by the table of cautions. Medicines count that were
/// taken on the day of the dose; for a product at hand, today. The day of both causes is the later of the product's day and the day
/// on which the medicine was begun.
fn clash(diary: &FlagDiary<'_>, nutrient: Nutrient, told: Option<&Cause>) -> Vec<DatedCause> {
    let products = taken_or_entered(diary).into_iter().filter(|product| product.holds(nutrient));
    let with = |product: OwnedProduct<'_>| {
        let day = if product.taken { product.day } else { diary.today };
        let against = |class: &ClassKey| match nutrient {
            Nutrient::Potassium => raises_potassium(class),
            _ => is_avoided(class, With::Nutrient(nutrient)),
        };
        let forbids = |medicine: &&TakenMedicine<'_>| medicine.classes.iter().any(against);
        let medicines = medicines_on(diary, day, 0).filter(forbids).map(|medicine| {
            let begun = medicine.entry.value.from.unwrap_or(product.day);
            DatedCause::new(medicine_cause(medicine), begun.max(product.day))
        });
        let with: Vec<_> = medicines.chain(told.map(|told| DatedCause::new(told.clone(), product.day))).collect();
        if with.is_empty() { with } else { std::iter::once(product.found()).chain(with).collect() }
    };
    products.flat_map(with).collect()
}

/// rf37: a product that was added to the list or first taken during the present pregnancy.
fn new_in_pregnancy(diary: &FlagDiary<'_>) -> Vec<DatedCause> {
    let Some(pregnancy) = pregnancy_on(diary.profile, diary.today) else { return Vec::new() };
    let mut first_taken = BTreeMap::<Uuid, &SupplementTaken>::new();
    for taken in diary.taken.iter().map(|entry| &entry.value).filter(|taken| taken.day <= diary.today) {
        let first = first_taken.entry(taken.product.uuid()).or_insert(taken);
        if taken.day < first.day {
            *first = taken;
        }
    }
    let entered = diary
        .supplements
        .iter()
        .map(|EnteredSupplement { entry, entered }| (entry.id.uuid(), entry.value.name.as_str(), *entered, "entered"));
    let taken = first_taken.into_iter().map(|(id, taken)| (id, taken.name.as_str(), taken.day, "first taken"));
    let new = entered.chain(taken).filter(|(_, _, day, _)| pregnancy.contains(*day));
    let found =
        |(id, name, day, how)| DatedCause::new(Cause { id: Some(id), day: Some(day), words: format!("{name}, {how} while pregnant") }, day);
    new.map(found).collect()
}

/// rf45: a drinking goal above the usual one, or any goal where none is given, of a person who must not drink much.
fn goal_raised(diary: &FlagDiary<'_>) -> Vec<DatedCause> {
    let Some(own) = diary.own_goal_ml.filter(|own| diary.usual_goal_ml.is_none_or(|usual| *own > usual)) else { return Vec::new() };
    let limits = [Condition::FluidLimit, Condition::Kidney].into_iter().filter(|condition| diary.profile.conditions.contains(condition));
    let causes: Vec<_> = limits.map(condition_cause).collect();
    if causes.is_empty() {
        return Vec::new();
    }
    let goal = known(format!("Your drinking goal is {} ml", grouped(f64::from(own))));
    beside(vec![DatedCause::new(goal, diary.today)], &causes)
}

/// What was found, followed by the causes beside it. Returns an empty list if nothing was found.
fn beside(found: Vec<DatedCause>, causes: &[Cause]) -> Vec<DatedCause> {
    let Some(day) = found.iter().map(|dated| dated.day).max() else { return found };
    found.into_iter().chain(causes.iter().map(|cause| DatedCause::new(cause.clone(), cause.day.map_or(day, |its| its.max(day))))).collect()
}
