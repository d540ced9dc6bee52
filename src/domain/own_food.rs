//! Foods and recipes that the person made, and the ids of foods.

use super::words::{Bound, LONGEST_NAME, of_length};
use super::{Amounts, FoodId, Grams, Id, OutOfRange, clean_line};

/// A name that the person gave: 1 to 200 characters, without spaces around it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OwnName(String);

impl OwnName {
    /// Checks a name and removes the spaces around it.
    ///
    /// # Errors
    /// [`OutOfRange`] if it is empty or has more than 200 characters.
    pub fn new(text: &str) -> Result<Self, OutOfRange> {
        of_length("Name", &clean_line(text), Bound(1, "1"), LONGEST_NAME).map(Self)
    }

    /// The characters of the name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether `other` is equal to this name apart from capital letters and spaces.
    #[must_use]
    pub fn same_as(&self, other: &str) -> bool {
        self.plain() == plain(other)
    }

    /// The name in small letters, with single spaces: equal for names that are [the same](Self::same_as).
    #[must_use]
    pub fn plain(&self) -> String {
        plain(&self.0)
    }
}

fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// A household measure of a food.
#[derive(Debug, Clone, PartialEq)]
pub struct Portion {
    /// The measure in words: "1 medium".
    pub label: String,
    /// The weight of the food in it, in g.
    pub grams: f64,
}

/// A food that the person described, usually from its label.
#[derive(Debug, Clone, PartialEq)]
pub struct OwnFood {
    /// The name, which no other food or recipe of the person has.
    pub name: OwnName,
    /// The household measure in which it is usually eaten: "1 pot".
    pub portion: String,
    /// The weight of the food in that measure.
    pub portion_weight: Grams,
    /// The bar code, digits only; `None` if none was given.
    pub barcode: Option<String>,
    /// The nutrients in 100 g. What the label does not say is unknown.
    pub per_100_g: Amounts,
}

/// One ingredient of a recipe.
#[derive(Debug, Clone, PartialEq)]
pub struct Ingredient {
    /// The food.
    pub food: FoodId,
    /// The name of the food when it was put into the recipe.
    pub name: String,
    /// The amount.
    pub amount: Grams,
    /// The household measure in which the amount was given; empty if it was given in grams.
    pub portion: String,
    /// The nutrients in 100 g when it was put in, which are used if the food is no longer known.
    pub per_100_g: Amounts,
}

/// A dish that the person makes, as a recipe.
#[derive(Debug, Clone, PartialEq)]
pub struct Recipe {
    /// The name, which no other food or recipe of the person has.
    pub name: OwnName,
    /// The ingredients, at least one.
    pub ingredients: Vec<Ingredient>,
    /// The weight of the finished dish; `None` if it is that of its ingredients.
    pub cooked_weight: Option<Grams>,
    /// The number of portions it makes, 1 to 100.
    pub portions: f64,
}

impl Recipe {
    /// Checks a number of portions, which need not be whole.
    ///
    /// # Errors
    /// [`OutOfRange`] outside 1 to 100, and for NaN.
    pub fn portions(value: f64) -> Result<f64, OutOfRange> {
        if (1.0..=100.0).contains(&value) {
            return Ok(value);
        }
        Err(OutOfRange { field: "Portions", value: value.to_string(), min: "1", max: "100", unit: "" })
    }

    /// The weight of the finished dish, in g.
    #[must_use]
    pub fn weight_g(&self) -> f64 {
        self.cooked_weight.map_or_else(|| self.ingredients.iter().map(|part| part.amount.get()).sum(), Grams::get)
    }
}

const OWN: &str = "own:";
const RECIPE: &str = "recipe:";
const IMPORTED: &str = "fdc:";

impl FoodId {
    /// The id of a food that the person described.
    #[must_use]
    pub fn own(id: Id<OwnFood>) -> Self {
        Self::new(&format!("{OWN}{id}"))
    }

    /// The id of a recipe as a food.
    #[must_use]
    pub fn recipe(id: Id<Recipe>) -> Self {
        Self::new(&format!("{RECIPE}{id}"))
    }

    /// The id of an imported food, from its number in `FoodData` Central.
    #[must_use]
    pub fn imported(fdc_id: u32) -> Self {
        Self::new(&format!("{IMPORTED}{fdc_id}"))
    }

    /// The food that the person described. Returns `None` if this is the id of any other food.
    #[must_use]
    pub fn as_own(&self) -> Option<Id<OwnFood>> {
        self.as_str().strip_prefix(OWN)?.parse().ok().map(Id::from_uuid)
    }

    /// The recipe. Returns `None` if this is the id of any other food.
    #[must_use]
    pub fn as_recipe(&self) -> Option<Id<Recipe>> {
        self.as_str().strip_prefix(RECIPE)?.parse().ok().map(Id::from_uuid)
    }

    /// The number of the imported food in `FoodData` Central. Returns `None` if this is the id of any other food.
    #[must_use]
    pub fn as_imported(&self) -> Option<u32> {
        self.as_str().strip_prefix(IMPORTED)?.parse().ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn names_are_compared_as_people_read_them() {
        let name = OwnName::new("  Mum's  Soup ").unwrap();
        assert_eq!(name.as_str(), "Mum's  Soup");
        assert!(name.same_as("mum's soup"));
        assert!(OwnName::new("  ").is_err() && OwnName::new(&"x".repeat(201)).is_err());
    }

    #[test]
    fn an_id_says_where_its_food_is_kept() {
        let uuid = Uuid::from_u128(7);
        assert_eq!(FoodId::own(Id::from_uuid(uuid)).as_own(), Some(Id::from_uuid(uuid)));
        assert_eq!(FoodId::recipe(Id::from_uuid(uuid)).as_recipe(), Some(Id::from_uuid(uuid)));
        assert_eq!(FoodId::imported(321_358).as_imported(), Some(321_358));
        let banana = FoodId::new("banana");
        assert_eq!((banana.as_own(), banana.as_recipe(), banana.as_imported()), (None, None, None));
    }
}
