//! Foods ranked by what they hold of a nutrient.

use super::{Catalogue, Food};
use crate::domain::Nutrient;

/// Per what foods are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Per {
    /// The portion that people usually eat.
    UsualPortion,
    /// 100 g.
    HundredGrams,
    /// 100 kcal.
    HundredKcal,
}

/// A food with its amount of the nutrient.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ranked<'a> {
    /// The food.
    pub food: &'a Food,
    /// The amount, in the nutrient's unit.
    pub amount: f64,
}

/// The foods with a known amount of the nutrient, richest first, equal ones by name.
#[must_use]
pub fn rich_in(catalogue: &Catalogue, nutrient: Nutrient, per: Per) -> Vec<Ranked<'_>> {
    let mut ranked: Vec<_> =
        catalogue.foods().iter().filter_map(|food| amount(food, nutrient, per).map(|amount| Ranked { food, amount })).collect();
    ranked.sort_by(|a, b| b.amount.total_cmp(&a.amount).then_with(|| a.food.name.cmp(&b.food.name)));
    ranked
}

fn amount(food: &Food, nutrient: Nutrient, per: Per) -> Option<f64> {
    match per {
        Per::UsualPortion => food.in_usual_portion(nutrient),
        Per::HundredGrams => food.per_100_g.get(nutrient),
        Per::HundredKcal => {
            let kcal = food.per_100_g.get(Nutrient::Energy).filter(|kcal| *kcal >= 1.0)?;
            Some(food.per_100_g.get(nutrient)? * 100.0 / kcal)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::nutrition::catalogue;

    #[test]
    fn the_order_falls_and_agrees_with_the_figures() {
        for per in [Per::UsualPortion, Per::HundredGrams, Per::HundredKcal] {
            let ranked = rich_in(catalogue(), Nutrient::Magnesium, per);
            assert!(ranked.windows(2).all(|pair| pair[0].amount >= pair[1].amount));
        }
        let seeds =
            rich_in(catalogue(), Nutrient::Magnesium, Per::HundredGrams).into_iter().find(|ranked| ranked.food.id.as_str() == "almonds");
        assert_eq!(seeds.map(|ranked| ranked.amount), Some(270.0));
    }
}
