//! The foods that the program knows, from `assets/foods.csv`.
//!
//! Figures are USDA's (National Nutrient Database for Standard Reference, release 28, 2015), per 100 g of
//! the edible part, as they stand there.

use super::columns::amounts_from_row;
use super::{FoodIndex, Named};
use crate::domain::{Amounts, Day, FoodEntry, FoodId, Grams, Nutrient, Portion};
use std::{collections::HashMap, sync::OnceLock};

const FOODS: &str = include_str!("../../assets/foods.csv");

/// A food.
#[derive(Debug, Clone, PartialEq)]
pub struct Food {
    /// Its stable id.
    pub id: FoodId,
    /// Its plain name.
    pub name: String,
    /// Other names and spellings.
    pub synonyms: Vec<String>,
    /// What it belongs to, for variety.
    pub group: FoodGroup,
    /// Whether one may sensibly be encouraged to eat it.
    pub suggest: bool,
    /// USDA's NDB number.
    pub usda_id: String,
    /// USDA's name.
    pub usda_name: String,
    /// Household measures, the usual one first; never empty.
    pub portions: Vec<Portion>,
    /// What is in 100 g.
    pub per_100_g: Amounts,
}

crate::domain::keyed_enum! {
    /// What a food belongs to.
    FoodGroup, "food group" {
        /// Fruit.
        Fruit = "fruit", "Fruit";
        /// Vegetables.
        Vegetables = "vegetables", "Vegetables";
        /// Beans, peas, lentils.
        Legumes = "legumes", "Beans and lentils";
        /// Nuts and seeds.
        NutsAndSeeds = "nuts_and_seeds", "Nuts and seeds";
        /// Bread, rice, pasta, cereals.
        Grains = "grains", "Bread and grains";
        /// Milk, yogurt, cheese.
        Dairy = "dairy", "Dairy";
        /// Tofu, plant drinks and the like.
        PlantBased = "plant_based", "Plant-based";
        /// Eggs.
        Eggs = "eggs", "Eggs";
        /// Fish and seafood.
        Fish = "fish", "Fish and seafood";
        /// Meat and poultry.
        Meat = "meat", "Meat and poultry";
        /// Mixed dishes.
        Dishes = "dishes", "Dishes";
        /// Fats and oils.
        Fats = "fats", "Fats and oils";
        /// Sweets and snacks.
        Sweets = "sweets", "Sweets and snacks";
        /// Sauces.
        Sauces = "sauces", "Sauces";
    }
}

impl Food {
    /// The household measure that is offered first.
    #[must_use]
    pub fn usual_portion(&self) -> &Portion {
        &self.portions[0]
    }

    /// Its usual portion as eaten on a day; nothing if the portion weighs more than one can log.
    #[must_use]
    pub fn usual_entry(&self, day: Day) -> Option<FoodEntry> {
        let Portion { label, grams } = self.usual_portion();
        let amount = Grams::new(*grams).ok()?;
        Some(FoodEntry { day, food: self.id.clone(), name: self.name.clone(), amount, portion: label.clone(), meal: None, time: None })
    }

    /// What the usual portion holds of a nutrient, when known.
    #[must_use]
    pub fn in_usual_portion(&self, nutrient: Nutrient) -> Option<f64> {
        self.per_100_g.in_grams(self.usual_portion().grams).get(nutrient)
    }
}

/// All foods, found by id.
#[derive(Debug)]
pub struct Catalogue {
    foods: Vec<Food>,
    by_id: HashMap<FoodId, usize>,
    index: OnceLock<FoodIndex>,
}

impl Catalogue {
    /// Every food, by id.
    #[must_use]
    pub fn foods(&self) -> &[Food] {
        &self.foods
    }

    /// The food with this id.
    #[must_use]
    pub fn food(&self, id: &FoodId) -> Option<&Food> {
        self.by_id.get(id).map(|&index| &self.foods[index])
    }

    /// Finds its foods by name; made when it is first asked for.
    #[must_use]
    pub fn index(&self) -> &FoodIndex {
        self.index.get_or_init(|| FoodIndex::new(self.foods.iter().map(Named::from)))
    }

    /// Where the food with this id stands among them.
    pub(super) fn place(&self, id: &FoodId) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    fn from_csv(text: &str) -> Self {
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let header = reader.headers().cloned().unwrap_or_default();
        let foods: Vec<_> = reader.records().filter_map(|row| food_from_row(&header, &row.ok()?)).collect();
        let by_id = foods.iter().enumerate().map(|(index, food)| (food.id.clone(), index)).collect();
        Self { foods, by_id, index: OnceLock::new() }
    }
}

/// The catalogue that comes with the program.
#[must_use]
pub fn catalogue() -> &'static Catalogue {
    static READ: OnceLock<Catalogue> = OnceLock::new();
    READ.get_or_init(|| Catalogue::from_csv(FOODS))
}

fn food_from_row(header: &csv::StringRecord, row: &csv::StringRecord) -> Option<Food> {
    let cell = |name| row.get(header.iter().position(|column| column == name)?);
    let portions = cell("portions")?.split('|').map(portion_from_text).collect::<Option<Vec<_>>>()?;
    Some(Food {
        id: FoodId::new(cell("id")?),
        name: cell("name")?.to_owned(),
        synonyms: cell("synonyms")?.split('|').filter(|word| !word.is_empty()).map(str::to_owned).collect(),
        group: cell("group")?.parse().ok()?,
        suggest: cell("suggest")? == "yes",
        usda_id: cell("usda_id")?.to_owned(),
        usda_name: cell("usda_name")?.to_owned(),
        portions,
        per_100_g: amounts_from_row(header, row)?,
    })
}

fn portion_from_text(text: &str) -> Option<Portion> {
    let (label, grams) = text.rsplit_once('=')?;
    Some(Portion { label: label.to_owned(), grams: grams.parse().ok()? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_row_of_the_file_is_a_food_with_an_id_and_a_name_of_its_own() {
        let rows = csv::Reader::from_reader(FOODS.as_bytes()).records().count();
        let foods = catalogue().foods();
        assert_eq!(foods.len(), rows, "a row could not be read");
        assert!(rows >= 150);
        for unique in [
            foods.iter().map(|food| food.id.as_str()).collect::<HashSet<_>>().len(),
            foods.iter().map(|food| food.name.as_str()).collect::<HashSet<_>>().len(),
        ] {
            assert_eq!(unique, rows);
        }
    }

    #[test]
    fn what_is_suggested_has_the_minerals_known_and_little_salt() {
        for food in catalogue().foods().iter().filter(|food| food.suggest) {
            for nutrient in [Nutrient::Magnesium, Nutrient::Potassium, Nutrient::Calcium, Nutrient::Sodium] {
                assert!(food.per_100_g.get(nutrient).is_some(), "{} {}", food.id, nutrient.key());
            }
            assert!(food.in_usual_portion(Nutrient::Sodium) <= Some(500.0), "{}", food.id);
            assert!(!matches!(food.group, FoodGroup::Sweets | FoodGroup::Fats | FoodGroup::Sauces), "{}", food.id);
        }
    }

    #[test]
    fn figures_stand_as_usda_gives_them() {
        // NDB 12061 and 09040 of release 28.
        for (id, usda, magnesium, potassium, calcium) in [("almonds", "12061", 270.0, 733.0, 269.0), ("banana", "09040", 27.0, 358.0, 5.0)]
        {
            let food = catalogue().food(&FoodId::new(id)).unwrap();
            assert_eq!(food.usda_id, usda);
            assert_eq!(food.per_100_g.get(Nutrient::Magnesium), Some(magnesium));
            assert_eq!(food.per_100_g.get(Nutrient::Potassium), Some(potassium));
            assert_eq!(food.per_100_g.get(Nutrient::Calcium), Some(calcium));
        }
    }
}
