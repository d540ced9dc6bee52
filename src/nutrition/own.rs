//! The person's own foods and recipes as foods like any other.

use super::{Food, FoodSource};
use crate::domain::{Amounts, FoodId, Ingredient, Nutrient, OwnFood, Portion, Recipe};

/// A recipe has a figure for a nutrient only if at most this share, 5 %, of its weight lacks one: a pinch of something unknown does not
/// make the whole dish unknown. A choice of this program.
pub const UNKNOWN_SHARE: f64 = 0.05;

/// Makes a food of the person's own a [`Food`].
#[must_use]
pub fn own_food(id: FoodId, own: &OwnFood) -> Food {
    let OwnFood { name, portion, portion_weight, barcode: _, per_100_g } = own;
    let label = if portion.is_empty() { "1 portion".to_owned() } else { portion.clone() };
    Food {
        id,
        name: name.as_str().to_owned(),
        synonyms: Vec::new(),
        tags: None,
        source: FoodSource::Own,
        portions: vec![Portion { label, grams: portion_weight.get() }],
        per_100_g: *per_100_g,
    }
}

/// Makes a recipe a [`Food`]. `now` returns what an ingredient contains at present; if it returns `None`, what it contained
/// when it was added counts.
#[must_use]
pub fn recipe_food(id: FoodId, recipe: &Recipe, now: impl Fn(&FoodId) -> Option<Amounts>) -> Food {
    let weight = recipe.weight_g();
    Food {
        id,
        name: recipe.name.as_str().to_owned(),
        synonyms: Vec::new(),
        tags: None,
        source: FoodSource::Recipe,
        portions: vec![
            Portion { label: "1 portion".to_owned(), grams: weight / recipe.portions },
            Portion { label: "the whole recipe".to_owned(), grams: weight },
        ],
        per_100_g: per_100_g(recipe, now),
    }
}

/// The amounts in 100 g of the finished dish: those of all ingredients, divided by the weight of the dish. What cooking adds or
/// takes away is water.
fn per_100_g(recipe: &Recipe, now: impl Fn(&FoodId) -> Option<Amounts>) -> Amounts {
    let parts: Vec<_> = recipe
        .ingredients
        .iter()
        .map(|Ingredient { food, amount, per_100_g, .. }| (now(food).unwrap_or(*per_100_g), amount.get()))
        .collect();
    let raw: f64 = parts.iter().map(|(_, grams)| grams).sum();
    let weight = recipe.weight_g();
    let known = Nutrient::ALL.iter().filter_map(|nutrient| {
        let unknown: f64 = parts.iter().filter(|(amounts, _)| amounts.get(*nutrient).is_none()).map(|(_, grams)| grams).sum();
        if unknown > raw * UNKNOWN_SHARE {
            return None;
        }
        let sum: f64 = parts.iter().filter_map(|(amounts, grams)| amounts.in_grams(*grams).get(*nutrient)).sum();
        let sum = if *nutrient == Nutrient::Water { (sum + weight - raw).max(0.0) } else { sum };
        Some((*nutrient, sum * 100.0 / weight))
    });
    known.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Grams, OwnName};

    fn part(food: &str, grams: f64, known: &[(Nutrient, f64)]) -> Ingredient {
        let per_100_g = known.iter().copied().collect();
        Ingredient { food: FoodId::new(food), name: food.to_owned(), amount: Grams::new(grams).unwrap(), portion: String::new(), per_100_g }
    }

    fn soup(ingredients: Vec<Ingredient>, cooked: Option<f64>) -> Food {
        let cooked_weight = cooked.map(|grams| Grams::new(grams).unwrap());
        let recipe = Recipe { name: OwnName::new("Soup").unwrap(), ingredients, cooked_weight, portions: 4.0 };
        recipe_food(FoodId::new("soup"), &recipe, |_| None)
    }

    #[test]
    fn a_dish_holds_what_went_in_and_loses_only_water() {
        let lentils = part("lentils", 200.0, &[(Nutrient::Magnesium, 47.0), (Nutrient::Water, 8.0)]);
        let water = part("water", 800.0, &[(Nutrient::Magnesium, 1.0), (Nutrient::Water, 100.0)]);
        let food = soup(vec![lentils, water], Some(800.0));
        // 2 x 47 + 8 x 1 mg in 800 g; 16 + 800 - 200 g of water.
        assert!((food.per_100_g.get(Nutrient::Magnesium).unwrap() - 102.0 / 8.0).abs() < 1e-9);
        assert!((food.per_100_g.get(Nutrient::Water).unwrap() - 616.0 / 8.0).abs() < 1e-9);
        assert!((food.usual_portion().grams - 200.0).abs() < 1e-9);
    }

    #[test]
    fn a_pinch_of_the_unknown_is_passed_over_and_more_is_not() {
        let rice = || part("rice", 95.0, &[(Nutrient::Zinc, 2.0)]);
        let with = |grams| soup(vec![rice(), part("spice", grams, &[])], None).per_100_g.get(Nutrient::Zinc);
        assert!((with(5.0).unwrap() - 1.9).abs() < 1e-9);
        assert_eq!(with(5.1), None);
    }

    #[test]
    fn an_ingredient_counts_as_it_is_now_while_it_is_known() {
        let recipe = Recipe {
            name: OwnName::new("Bowl").unwrap(),
            ingredients: vec![part("mine", 100.0, &[(Nutrient::Zinc, 1.0)])],
            cooked_weight: None,
            portions: 1.0,
        };
        let richer: Amounts = [(Nutrient::Zinc, 3.0)].into_iter().collect();
        assert_eq!(recipe_food(FoodId::new("r"), &recipe, |_| Some(richer)).per_100_g, richer);
        assert_eq!(recipe_food(FoodId::new("r"), &recipe, |_| None).per_100_g.get(Nutrient::Zinc), Some(1.0));
    }
}
