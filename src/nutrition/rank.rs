//! Foods ranked by how much of a nutrient they contain.

use super::suggest::{alike, holds_little_potassium};
use super::{Food, FoodFilter, catalogue};
use crate::domain::Nutrient;

/// The quantity for which foods are compared.
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

/// Amounts per 100 kcal are not given for foods with less energy than this, in kcal per 100 g. USDA rounds energy to 1 kcal, which
/// says too little about black coffee or broth.
const LEAST_KCAL: f64 = 5.0;

impl Per {
    /// How much of the nutrient this quantity of the food contains, in the nutrient's unit. Returns `None` if that is unknown.
    #[must_use]
    pub fn amount(self, food: &Food, nutrient: Nutrient) -> Option<f64> {
        match self {
            Self::UsualPortion => food.in_usual_portion(nutrient),
            Self::HundredGrams => food.per_100_g.get(nutrient),
            Self::HundredKcal => {
                let kcal = food.per_100_g.get(Nutrient::Energy).filter(|kcal| *kcal >= LEAST_KCAL)?;
                Some(food.per_100_g.get(nutrient)? * 100.0 / kcal)
            }
        }
    }
}

/// The foods that pass the filter and whose amount of the nutrient is known, the richest first, and equal ones by name.
pub fn rich_in<'a>(foods: impl IntoIterator<Item = &'a Food>, nutrient: Nutrient, per: Per, filter: &FoodFilter) -> Vec<Ranked<'a>> {
    let fitting = foods.into_iter().filter(|food| food.fits(filter));
    let ranked = fitting.filter_map(|food| per.amount(food, nutrient).filter(|amount| *amount > 0.0).map(|amount| Ranked { food, amount }));
    let mut ranked: Vec<_> = ranked.collect();
    ranked.sort_by(|a, b| b.amount.total_cmp(&a.amount).then_with(|| a.food.name.cmp(&b.food.name)));
    ranked
}

/// The foods that are rich in a nutrient and suit a person, and what was left out of the list.
#[derive(Debug, Clone, PartialEq)]
pub struct Richest<'a> {
    /// The foods, the richest first.
    pub ranked: Vec<Ranked<'a>>,
    /// What was left out.
    pub left_out: Vec<LeftOut>,
}

/// What is left out of a list of foods, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LeftOut {
    /// Foods that diet, avoided foods or pregnancy rule out.
    ByProfile,
    /// Foods with much potassium.
    MuchPotassium {
        /// Why potassium is withheld, in words for the middle of a sentence.
        because: String,
    },
    /// All foods, since the list is of those that are rich in potassium.
    Everything {
        /// Why potassium is withheld, in words for the middle of a sentence.
        because: String,
    },
}

/// The foods of the catalogue and of the person's own that contain most of the nutrient in a usual portion: at most `at_most`, and
/// none in two forms.
///
/// `withholds_potassium` says why potassium is withheld, in words for the middle of a sentence. Then only foods with little
/// potassium in a portion are listed, and none for potassium itself.
#[must_use]
pub fn rich_foods<'a>(
    own: &'a [Food],
    nutrient: Nutrient,
    filter: &FoodFilter,
    withholds_potassium: Option<&str>,
    at_most: usize,
) -> Richest<'a> {
    if let (Some(why), Nutrient::Potassium) = (withholds_potassium, nutrient) {
        return Richest { ranked: Vec::new(), left_out: vec![LeftOut::Everything { because: why.to_owned() }] };
    }
    let ranked = rich_in(own.iter().chain(catalogue().foods()), nutrient, Per::UsualPortion, filter);
    let mut chosen: Vec<Ranked<'a>> = Vec::with_capacity(at_most);
    for next in ranked.into_iter().filter(|ranked| withholds_potassium.is_none() || holds_little_potassium(ranked.food)) {
        if chosen.len() == at_most {
            break;
        }
        if !chosen.iter().any(|other| alike(other.food, next.food)) {
            chosen.push(next);
        }
    }
    let by_profile = (!filter.allows_everything()).then_some(LeftOut::ByProfile);
    let potassium = withholds_potassium.map(|why| LeftOut::MuchPotassium { because: why.to_owned() });
    Richest { ranked: chosen, left_out: by_profile.into_iter().chain(potassium).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Allergen, Diet, FoodId};
    use crate::nutrition::MOST_POTASSIUM_MG;

    fn ranked(nutrient: Nutrient, per: Per, filter: &FoodFilter) -> Vec<Ranked<'static>> {
        rich_in(catalogue().foods(), nutrient, per, filter)
    }

    #[test]
    fn the_order_falls_and_what_is_unknown_or_nothing_is_left_out() {
        let all = FoodFilter::default();
        for per in [Per::UsualPortion, Per::HundredGrams, Per::HundredKcal] {
            let ranked = ranked(Nutrient::VitaminK, per, &all);
            assert!(ranked.is_sorted_by(|a, b| a.amount >= b.amount));
            assert!(ranked.iter().all(|ranked| ranked.food.per_100_g.get(Nutrient::VitaminK).is_some()));
            let known =
                catalogue().foods().iter().filter(|food| per.amount(food, Nutrient::VitaminK).is_some_and(|amount| amount > 0.0)).count();
            assert_eq!(ranked.len(), known);
        }
    }

    #[test]
    fn amounts_agree_with_portion_weight_and_energy() {
        let food = catalogue().food(&FoodId::new("banana")).unwrap();
        let of = |nutrient| food.per_100_g.get(nutrient).unwrap();
        let (magnesium, kcal) = (of(Nutrient::Magnesium), of(Nutrient::Energy));
        let close = |per: Per, expected: f64| (per.amount(food, Nutrient::Magnesium).unwrap() - expected).abs() < 1e-9;
        assert!(close(Per::HundredGrams, magnesium));
        assert!(close(Per::UsualPortion, magnesium * food.usual_portion().grams / 100.0));
        assert!(close(Per::HundredKcal, magnesium / kcal * 100.0));
    }

    #[test]
    fn where_potassium_is_withheld_only_foods_with_little_of_it_are_among_the_richest() {
        let all = FoodFilter::default();
        let rich = |nutrient, withheld| rich_foods(&[], nutrient, &all, withheld, 8);
        let (free, held) = (rich(Nutrient::Magnesium, None), rich(Nutrient::Magnesium, Some("kidney disease")));
        assert_eq!((free.ranked.len(), held.ranked.len()), (8, 8));
        assert!(free.left_out.is_empty() && held.notes() == ["Because of kidney disease, only foods with little potassium are listed."]);
        let most =
            |foods: &[Ranked<'_>]| foods.iter().filter_map(|ranked| ranked.food.in_usual_portion(Nutrient::Potassium)).fold(0.0, f64::max);
        assert!(most(&free.ranked) > MOST_POTASSIUM_MG && most(&held.ranked) <= MOST_POTASSIUM_MG);
        let none = rich(Nutrient::Potassium, Some("kidney disease"));
        assert!(none.ranked.is_empty() && none.notes()[0].starts_with("Because of kidney disease, no foods rich in potassium"));
    }

    #[test]
    fn a_vegan_without_nuts_sees_neither() {
        let filter = FoodFilter { diet: Diet::Vegan, avoid: [Allergen::Nuts].into(), pregnant: false };
        let ranked = ranked(Nutrient::Magnesium, Per::UsualPortion, &filter);
        let has = |id: &str| ranked.iter().any(|ranked| ranked.food.id.as_str() == id);
        assert!(has("pumpkin-seeds") && has("spinach-cooked"));
        assert!(!has("almonds") && !has("whole-milk"));
    }
}
