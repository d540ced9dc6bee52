//! A food of any origin.

use super::FoodSource;
use crate::domain::{Allergen, Amounts, Day, Diet, FoodEntry, FoodId, Grams, Helping, Meal, Nutrient, Portion};
use std::collections::BTreeSet;

/// A food of the catalogue, of the person's own, or imported.
#[derive(Debug, Clone, PartialEq)]
pub struct Food {
    /// Its stable id.
    pub id: FoodId,
    /// The name.
    pub name: String,
    /// Other names and spellings of the food.
    pub synonyms: Vec<String>,
    /// What a person judged by hand about the food; `None` for own foods, recipes and imported foods, which nobody has judged.
    pub tags: Option<Tags>,
    /// The origin of the figures.
    pub source: FoodSource,
    /// Household measures, the usual one first. Never empty.
    pub portions: Vec<Portion>,
    /// The amounts in 100 g.
    pub per_100_g: Amounts,
}

/// What a person judged by hand about a food of the catalogue. It is the same for everybody who keeps a diary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tags {
    /// The group the food belongs to, for variety among suggestions.
    pub group: FoodGroup,
    /// How few people eat the food: 1, most eat it every week; 2, it is common; 3, less common. The column `common` of the catalogue.
    pub rarity: u8,
    /// Whether people may sensibly be encouraged to eat it. `false` keeps it out of suggestions; it can still be found and logged.
    pub suggest: bool,
    /// The strictest diet whose followers eat it.
    pub diet: Diet,
    /// The allergens that the usual product or recipe contains; empty if it contains none.
    pub contains: BTreeSet<Allergen>,
    /// Whether the usual public advice (FDA, NHS) is to avoid it in pregnancy.
    pub avoid_in_pregnancy: bool,
}

crate::domain::keyed_enum! {
    /// A group of similar foods.
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
        /// Sauces, herbs and spices.
        Sauces = "sauces", "Sauces and seasoning";
        /// Drinks.
        Drinks = "drinks", "Drinks";
    }
}

impl Food {
    /// The household measure that is offered first.
    #[must_use]
    pub fn usual_portion(&self) -> &Portion {
        &self.portions[0]
    }

    /// The usual portion as an entry of a day. Returns `None` if the portion weighs more than an entry may.
    #[must_use]
    pub fn usual_entry(&self, day: Day) -> Option<FoodEntry> {
        let Portion { label, grams } = self.usual_portion();
        let amount = Grams::new(*grams).ok()?;
        Some(self.entry(day, Helping { amount, portion: label.clone() }, None))
    }

    /// An entry of this amount on a day, with the present contents of the food.
    #[must_use]
    pub fn entry(&self, day: Day, helping: Helping, meal: Option<Meal>) -> FoodEntry {
        let Helping { amount, portion } = helping;
        FoodEntry {
            day,
            food: self.id.clone(),
            name: self.name.clone(),
            per_100_g: Some(self.per_100_g),
            amount,
            portion,
            meal,
            time: None,
        }
    }

    /// How much of the nutrient the usual portion contains, in the nutrient's unit. Returns `None` if that is unknown.
    #[must_use]
    pub fn in_usual_portion(&self, nutrient: Nutrient) -> Option<f64> {
        self.per_100_g.in_grams(self.usual_portion().grams).get(nutrient)
    }

    /// The group the food belongs to. Returns `None` if nobody has judged the food.
    #[must_use]
    pub fn group(&self) -> Option<FoodGroup> {
        self.tags.as_ref().map(|tags| tags.group)
    }

    /// Whether people may sensibly be encouraged to eat it; false for a food that nobody has judged.
    #[must_use]
    pub fn may_be_suggested(&self) -> bool {
        self.tags.as_ref().is_some_and(|tags| tags.suggest)
    }
}
