//! The products that a person has or took: supplements, and what is bought although it stands among the medicines.

use super::cause::{Cause, DatedCause};
use super::diary::{EnteredSupplement, FlagDiary, TakenMedicine};
use crate::domain::{Amounts, ClassKey, Day, Entry, Medicine, Nutrient, Supplement, SupplementTaken};
use crate::guide::With;
use std::collections::BTreeSet;
use uuid::Uuid;

/// For how many days a product that was taken counts: 14.
const TAKEN_DAYS: i64 = 14;

/// Classes of medicines that shops sell, so that standing among the medicines does not mean that a doctor chose them.
const BOUGHT: [&str; 4] = ["antacid", "laxative", "magnesium_product", "salt_substitute"];

/// Classes of medicines that are as much supplements as medicines.
const PRODUCTS: [&str; 11] = [
    "antacid",
    "laxative",
    "magnesium_product",
    "oral_iron",
    "oral_rehydration",
    "potassium_salt",
    "salt_substitute",
    "vitamin_b6_product",
    "vitamin_d_calcium",
    "vitamin_k_product",
    "zinc_product",
];

/// A product that the person chose without a doctor, and has or took.
pub(super) struct OwnedProduct<'a> {
    pub id: Uuid,
    pub name: &'a str,
    pub per_dose: Amounts,
    /// The day on which it was added to the list or taken.
    pub day: Day,
    pub taken: bool,
    /// Where the product stands, in words: "among the supplements".
    listed: &'static str,
    /// The keys of the classes of a medicine; empty for a supplement.
    classes: Vec<&'a str>,
}

impl<'a> OwnedProduct<'a> {
    fn entered(&EnteredSupplement { entry, entered }: &EnteredSupplement<'a>) -> Self {
        let Supplement { name, per_dose, .. } = &entry.value;
        let (id, name, classes) = (entry.id.uuid(), name.as_str(), Vec::new());
        Self { id, name, per_dose: *per_dose, day: entered, taken: false, listed: "among the supplements", classes }
    }

    fn taken(entry: &'a Entry<SupplementTaken>) -> Self {
        let SupplementTaken { product, name, per_dose, day, .. } = &entry.value;
        Self { id: product.uuid(), name, per_dose: *per_dose, day: *day, taken: true, listed: "taken", classes: Vec::new() }
    }

    /// A medicine that is a product by its name: "Milk of magnesia", but not "Losartan potassium".
    fn among_medicines(medicine: &'a TakenMedicine<'a>, today: Day) -> Option<Self> {
        let Medicine { name, from, .. } = &medicine.entry.value;
        let name = name.as_str();
        let classes: Vec<_> = medicine.classes.iter().map(ClassKey::as_str).collect();
        let is_product = classes.iter().all(|class| PRODUCTS.contains(class));
        let (id, day) = (medicine.entry.id.uuid(), from.unwrap_or(today));
        let (per_dose, listed) = (Amounts::default(), "among the medicines");
        is_product.then_some(Self { id, name, per_dose, day, taken: false, listed, classes })
    }

    /// Whether it contains the nutrient, by its amounts, by its name, or by its class.
    pub(super) fn holds(&self, nutrient: Nutrient) -> bool {
        let by_class: &[&str] = match nutrient {
            Nutrient::Potassium => &["potassium_salt", "salt_substitute", "oral_rehydration"],
            Nutrient::Magnesium => &["antacid", "magnesium_product"],
            Nutrient::VitaminK => &["vitamin_k_product"],
            _ => &[],
        };
        With::Nutrient(nutrient).is_in(self.name, &self.per_dose) || self.classes.iter().any(|class| by_class.contains(class))
    }

    pub(super) fn found(&self) -> DatedCause {
        let words = format!("{}, {}", self.name, self.listed);
        DatedCause::new(Cause::new(Some(self.id), Some(self.day), words), self.day)
    }
}

/// The products that nobody prescribed and that were taken lately, and those among the medicines.
pub(super) fn self_chosen_taken<'a>(diary: &FlagDiary<'a>) -> Vec<OwnedProduct<'a>> {
    let prescribed = prescribed(diary);
    let since = diary.today.plus(-TAKEN_DAYS);
    let recent = diary.taken.iter().filter(|entry| entry.value.day >= since && entry.value.day <= diary.today);
    let chosen = recent.filter(|entry| !prescribed.contains(&entry.value.product.uuid()));
    chosen.map(OwnedProduct::taken).chain(bought_medicines(diary)).collect()
}

/// Every product that nobody prescribed and that was taken lately, is taken daily, or is new, since one at hand may be taken without
/// being logged.
pub(super) fn self_chosen<'a>(diary: &FlagDiary<'a>) -> Vec<OwnedProduct<'a>> {
    let since = diary.today.plus(-TAKEN_DAYS);
    let was_taken = |one: &EnteredSupplement<'_>| diary.taken.iter().any(|dose| dose.value.product == one.entry.id);
    let is_at_hand = |one: &&EnteredSupplement<'_>| one.entry.value.daily.is_some() || (one.entered >= since && !was_taken(one));
    let entered = diary.supplements.iter().filter(|one| !one.entry.value.prescribed).filter(is_at_hand).map(OwnedProduct::entered);
    self_chosen_taken(diary).into_iter().chain(entered).collect()
}

/// The supplements that a doctor prescribed.
pub(super) fn prescribed(diary: &FlagDiary<'_>) -> BTreeSet<Uuid> {
    diary.supplements.iter().filter(|one| one.entry.value.prescribed).map(|one| one.entry.id.uuid()).collect()
}

/// Medicines of the last days that shops sell and that the person does not call prescribed, and those that they call their own
/// choice.
fn bought_medicines<'a>(diary: &FlagDiary<'a>) -> impl Iterator<Item = OwnedProduct<'a>> {
    let (medicines, today) = (diary.medicines, diary.today);
    let lately = move |medicine: &Medicine| (0..=TAKEN_DAYS).any(|ago| medicine.taken_on(today.plus(-ago)));
    let taken = medicines.iter().filter(move |medicine| lately(&medicine.entry.value));
    let bought = taken.filter(|medicine| match medicine.entry.value.prescribed {
        Some(prescribed) => !prescribed,
        None => medicine.is_one_of(&BOUGHT),
    });
    bought.filter_map(move |medicine| OwnedProduct::among_medicines(medicine, today))
}
