//! The person for whom foods are chosen, from the profile, the medicines, the supplements and the signs of the diary.

use super::Diary;
use crate::domain::{Day, Drink, Entry, FoodEntry, Medicine, Nutrient, Sign, SignKind, Supplement};
use crate::guide::{Recognised, With, classes_of_medicine, name_in_a_sentence};
use crate::nutrition::{AskedFood, Eater, EatersMedicine, HeldRules, LimitsDrinking, limits_drinking};
use crate::store::StoreError;
use std::collections::{BTreeMap, btree_map};

/// Over how many days trouble swallowing counts.
const SWALLOWING_DAYS: i64 = 28;

/// From this much potassium in a dose on, in mg, a supplement adds to what a medicine raises. A choice of this program: as much as is
/// too much in a portion of food.
const MUCH_POTASSIUM_MG: f64 = 200.0;

impl Diary {
    /// The rules of foods that hold for the person on a day.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be read.
    pub fn food_rules(&self, day: Day) -> Result<HeldRules, StoreError> {
        let read = self.read();
        let listed = read.all::<Medicine>()?;
        let products = read.all::<Supplement>()?;
        let potassium = products.iter().map(|entry| &entry.value).filter(|product| holds_much_potassium(product));
        let signs = read.between::<Sign>(day.plus(1 - SWALLOWING_DAYS).date()..=day.date())?;
        Ok(HeldRules::of(&Eater {
            medicines: taken_on(day, &listed),
            potassium_products: potassium.map(|product| product.name.as_str().to_owned()).collect(),
            trouble_swallowing: signs.iter().any(|entry| entry.value.kind == SignKind::TroubleSwallowing),
            ..Eater::of(&read.profile()?, day)
        }))
    }

    /// Why only the clinic can say how much the person should drink today, whatever day is looked at. Returns `None` if there is no such
    /// reason.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be read.
    pub(super) fn limits_drinking(&self) -> Result<Option<LimitsDrinking>, StoreError> {
        let (read, today) = (self.read(), self.latest_day());
        let medicines = taken_on(today, &read.all::<Medicine>()?);
        Ok(limits_drinking(&Eater { medicines, ..Eater::of(&read.profile()?, today) }))
    }

    /// What is to be said of foods and drinks that were logged, in whole sentences, each with the names of what it is about. The rules are
    /// those of the day for which they were logged.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be read.
    pub fn said_of_logged<'a>(
        &self,
        foods: impl IntoIterator<Item = &'a FoodEntry>,
        drinks: impl IntoIterator<Item = &'a Drink>,
    ) -> Result<Vec<String>, StoreError> {
        let foods = foods.into_iter().map(|food| (food.day, food.name.as_str(), AskedFood::logged(food)));
        let drinks = drinks.into_iter().map(|drink| (drink.day, drink.kind.label(), AskedFood::drunk(drink)));
        let mut rules: BTreeMap<Day, HeldRules> = BTreeMap::new();
        let mut said: Vec<(String, Vec<&str>)> = Vec::new();
        for (day, name, food) in foods.chain(drinks) {
            let of_day = match rules.entry(day) {
                btree_map::Entry::Occupied(known) => known.into_mut(),
                btree_map::Entry::Vacant(unknown) => unknown.insert(self.food_rules(day)?),
            };
            for words in of_day.said_when_logged(&food) {
                match said.iter_mut().find(|known| known.0 == words) {
                    Some(known) if known.1.contains(&name) => {}
                    Some(known) => known.1.push(name),
                    None => said.push((words, vec![name])),
                }
            }
        }
        Ok(said.into_iter().map(|about| format!("{}: {}", about.1.join("; "), about.0)).collect())
    }
}

/// The medicines that are taken on a day, by name, so that sentences name them in one order.
fn taken_on(day: Day, listed: &[Entry<Medicine>]) -> Vec<EatersMedicine> {
    let taken = listed.iter().map(|entry| &entry.value).filter(|medicine| medicine.taken_on(day));
    let mut medicines: Vec<EatersMedicine> = taken.map(eaters_medicine).collect();
    medicines.sort_by(|a, b| a.name.cmp(&b.name));
    medicines
}

fn eaters_medicine(medicine: &Medicine) -> EatersMedicine {
    let classes: Vec<_> = classes_of_medicine(medicine).into_iter().map(|class| class.id.clone()).collect();
    let Recognised { shown, is_clear, .. } = Recognised::of(medicine);
    EatersMedicine {
        name: name_in_a_sentence(medicine.name.as_str()),
        typed: medicine.summary(),
        substances: shown,
        is_known: is_clear,
        classes,
    }
}

/// Whether a dose of the product holds much potassium, or holds it by its name and says no amount.
fn holds_much_potassium(product: &Supplement) -> bool {
    let potassium = With::Nutrient(Nutrient::Potassium);
    match product.per_dose.get(Nutrient::Potassium) {
        Some(mg) => mg >= MUCH_POTASSIUM_MG,
        None => potassium.is_in(product.name.as_str(), &product.per_dose),
    }
}
