//! Foods and recipes of one's own.

use super::words::{Bound, of_length};
use super::{Amounts, FoodId, Grams, Id, OutOfRange};

/// A name that a person gave: 1 to 80 characters, no spaces around it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OwnName(String);

impl OwnName {
    /// Checks the length, after taking the spaces around it away.
    ///
    /// # Errors
    /// [`OutOfRange`] for an empty name and one of more than 80 characters.
    pub fn new(text: &str) -> Result<Self, OutOfRange> {
        of_length("Name", text, Bound(1, "1"), Bound(80, "80")).map(Self)
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether both read the same, capital letters and spaces aside.
    #[must_use]
    pub fn same_as(&self, other: &str) -> bool {
        let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        plain(&self.0) == plain(other)
    }
}

/// A household measure.
#[derive(Debug, Clone, PartialEq)]
pub struct Portion {
    /// For example "1 medium".
    pub label: String,
    /// What it weighs.
    pub grams: f64,
}

/// A food that a person described, usually from a label.
#[derive(Debug, Clone, PartialEq)]
pub struct OwnFood {
    /// Its name, unlike that of any other food of one's own.
    pub name: OwnName,
    /// The measure in which it is usually eaten, such as "1 pot".
    pub portion: String,
    /// What that measure weighs.
    pub portion_weight: Grams,
    /// The bar code, digits only, when given.
    pub barcode: Option<String>,
    /// What is in 100 g; what the label does not say is unknown.
    pub per_100_g: Amounts,
}

/// One part of a recipe.
#[derive(Debug, Clone, PartialEq)]
pub struct Ingredient {
    /// Which food.
    pub food: FoodId,
    /// Its name when it was put in.
    pub name: String,
    /// How much.
    pub amount: Grams,
    /// The household measure in which it was given; empty when in grams.
    pub portion: String,
    /// What 100 g of it held when it was put in: used when the food is no longer known.
    pub per_100_g: Amounts,
}

/// A dish that a person makes.
#[derive(Debug, Clone, PartialEq)]
pub struct Recipe {
    /// Its name, unlike that of any other food of one's own.
    pub name: OwnName,
    /// What goes in; at least one.
    pub ingredients: Vec<Ingredient>,
    /// What the finished dish weighs; nothing: as much as its ingredients.
    pub cooked_weight: Option<Grams>,
    /// How many portions it makes, 1 to 100.
    pub portions: f64,
}

impl Recipe {
    /// Checks a number of portions against 1 to 100; halves are fine.
    ///
    /// # Errors
    /// [`OutOfRange`] beyond it, and for what is not a number.
    pub fn portions(value: f64) -> Result<f64, OutOfRange> {
        if (1.0..=100.0).contains(&value) {
            return Ok(value);
        }
        Err(OutOfRange { field: "Portions", value: value.to_string(), min: "1", max: "100", unit: "" })
    }

    /// What the finished dish weighs.
    #[must_use]
    pub fn weight_g(&self) -> f64 {
        self.cooked_weight.map_or_else(|| self.ingredients.iter().map(|part| part.amount.get()).sum(), Grams::get)
    }
}

const OWN: &str = "own:";
const RECIPE: &str = "recipe:";
const IMPORTED: &str = "fdc:";

impl FoodId {
    /// The id under which a food of one's own is eaten.
    #[must_use]
    pub fn own(id: Id<OwnFood>) -> Self {
        Self::new(&format!("{OWN}{id}"))
    }

    /// The id under which a recipe is eaten.
    #[must_use]
    pub fn recipe(id: Id<Recipe>) -> Self {
        Self::new(&format!("{RECIPE}{id}"))
    }

    /// The id of an imported food: its number in USDA's food database.
    #[must_use]
    pub fn imported(fdc_id: u32) -> Self {
        Self::new(&format!("{IMPORTED}{fdc_id}"))
    }

    /// The food of one's own that this stands for.
    #[must_use]
    pub fn as_own(&self) -> Option<Id<OwnFood>> {
        self.as_str().strip_prefix(OWN)?.parse().ok().map(Id::from_uuid)
    }

    /// The recipe that this stands for.
    #[must_use]
    pub fn as_recipe(&self) -> Option<Id<Recipe>> {
        self.as_str().strip_prefix(RECIPE)?.parse().ok().map(Id::from_uuid)
    }

    /// The imported food that this stands for.
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
        assert!(OwnName::new("  ").is_err() && OwnName::new(&"x".repeat(81)).is_err());
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
