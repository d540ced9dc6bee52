//! What a day's food and drink held.

use super::{Catalogue, drink_content};
use crate::domain::{Drink, FoodId, Nutrient};

/// From this energy on, a day's food looks completely logged.
pub const COMPLETE_DAY_KCAL: f64 = 1_000.0;

/// From this many foods on, a day's food looks completely logged.
pub const COMPLETE_DAY_FOODS: usize = 3;

/// An amount of a food.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Eaten<'a> {
    /// Which food.
    pub food: &'a FoodId,
    /// How much.
    pub grams: f64,
}

/// What a day's food and drink held.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct DayIntake {
    /// How many foods were logged; 0 means that the day's food is not logged.
    pub foods: usize,
    total: [f64; Nutrient::ALL.len()],
    unknown: [usize; Nutrient::ALL.len()],
}

impl DayIntake {
    /// The sum of what is known.
    #[must_use]
    pub fn total(&self, nutrient: Nutrient) -> f64 {
        self.total[nutrient as usize]
    }

    /// How many foods and drinks have no figure for the nutrient, so that the total is "at least".
    #[must_use]
    pub fn unknown(&self, nutrient: Nutrient) -> usize {
        self.unknown[nutrient as usize]
    }

    /// Whether the food of the day looks completely logged: at least [`COMPLETE_DAY_FOODS`] foods, and at
    /// least [`COMPLETE_DAY_KCAL`] with the drinks.
    #[must_use]
    pub fn looks_complete(&self) -> bool {
        self.foods >= COMPLETE_DAY_FOODS && self.total(Nutrient::Energy) >= COMPLETE_DAY_KCAL
    }

    fn add(&mut self, amount_of: impl Fn(Nutrient) -> Option<f64>) {
        for nutrient in Nutrient::ALL {
            match amount_of(*nutrient) {
                Some(amount) => self.total[*nutrient as usize] += amount,
                None => self.unknown[*nutrient as usize] += 1,
            }
        }
    }
}

/// Sums a day's food and drink. A food that the catalogue does not know counts as unknown.
pub fn day_intake<'a>(
    catalogue: &Catalogue,
    eaten: impl IntoIterator<Item = Eaten<'a>>,
    drinks: impl IntoIterator<Item = &'a Drink>,
) -> DayIntake {
    let mut intake = DayIntake::default();
    for Eaten { food, grams } in eaten {
        intake.foods += 1;
        let amounts = catalogue.food(food).map(|food| food.per_100_g.in_grams(grams)).unwrap_or_default();
        intake.add(|nutrient| amounts.get(nutrient));
    }
    for drink in drinks {
        let amounts = drink_content(drink.kind).map(|content| content.in_volume(drink.volume)).unwrap_or_default();
        intake.add(|nutrient| amounts.get(nutrient));
    }
    intake
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::nutrition::catalogue;

    #[test]
    fn what_is_unknown_is_counted_and_not_zero() {
        let (banana, nobody) = (FoodId::new("banana"), FoodId::new("no-such-food"));
        let eaten = [Eaten { food: &banana, grams: 118.0 }, Eaten { food: &nobody, grams: 100.0 }];
        let intake = day_intake(catalogue(), eaten, []);
        assert_eq!(intake.foods, 2);
        let in_100_g = catalogue().food(&banana).unwrap().per_100_g.get(Nutrient::Magnesium).unwrap();
        assert!((intake.total(Nutrient::Magnesium) - in_100_g * 1.18).abs() < 1e-9);
        assert_eq!(intake.unknown(Nutrient::Magnesium), 1);
    }

    #[test]
    fn a_day_looks_complete_with_three_foods_and_a_thousand_kcal() {
        let rice = FoodId::new("white-rice-cooked");
        let kcal_per_100_g = catalogue().food(&rice).unwrap().per_100_g.get(Nutrient::Energy).unwrap();
        let grams = COMPLETE_DAY_KCAL / kcal_per_100_g * 100.0;
        let day = |foods: usize, all: f64| {
            let one = Eaten { food: &rice, grams: all / f64::from(u8::try_from(foods).unwrap()) };
            day_intake(catalogue(), vec![one; foods], []).looks_complete()
        };
        assert!(day(3, grams * 1.001));
        assert!(!day(3, grams * 0.99), "too little energy");
        assert!(!day(2, grams * 2.0), "too few foods");
    }
}
