//! Foods ranked by how much of a nutrient they contain.

use super::rules::HeldRules;
use super::suggest::{ABSORBED_OF_MILK, FoodWords, LEAST_TAKEN_UP_MG, alike, words_about};
use super::{Food, FoodFilter, catalogue};
use crate::domain::Nutrient;

/// The quantity of each food in which its amount of a nutrient is taken, so that foods can be ranked by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Per {
    /// The usual portion of the food ([`Food::usual_portion`]).
    UsualPortion,
    /// 100 g.
    HundredGrams,
    /// As much of the food as has 100 kcal.
    HundredKcal,
}

/// A food of a ranked list, with the amount of the nutrient by which it is ranked.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ranked<'a> {
    /// The food.
    pub food: &'a Food,
    /// How much of the nutrient the quantity of the list contains, such as the usual portion, in the nutrient's unit; above 0.
    pub amount: f64,
}

/// Amounts per 100 kcal are not given for foods with less energy than this, in kcal per 100 g. USDA rounds energy to 1 kcal, which
/// says too little about black coffee or broth.
const LEAST_KCAL: f64 = 5.0;

impl Per {
    /// How much of the nutrient this quantity of the food contains, in the nutrient's unit. Returns `None` if that is unknown, and for
    /// [`HundredKcal`](Self::HundredKcal) if the food has less than 5 kcal in 100 g.
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

/// The foods that pass the filter and are known to contain any of the nutrient, the richest first, and equal ones by name. Empty if there
/// are none. No rule withholds anything here; [`rich_in_for`] and [`rich_foods`] mind the rules.
pub fn rich_in<'a>(foods: impl IntoIterator<Item = &'a Food>, nutrient: Nutrient, per: Per, filter: &FoodFilter) -> Vec<Ranked<'a>> {
    let fitting = foods.into_iter().filter(|food| food.fits(filter));
    let ranked = fitting.filter_map(|food| per.amount(food, nutrient).filter(|amount| *amount > 0.0).map(|amount| Ranked { food, amount }));
    let mut ranked: Vec<_> = ranked.collect();
    ranked.sort_by(|a, b| b.amount.total_cmp(&a.amount).then_with(|| a.food.name.cmp(&b.food.name)));
    ranked
}

/// The foods that pass the filter and that no rule of the person withholds, ranked. For calcium, foods of the catalogue count by what the
/// body takes in, and those stand here that give at least 30 mg in a usual portion. Empty where [`nothing_to_list`] says why.
pub fn rich_in_for<'a>(
    foods: impl IntoIterator<Item = &'a Food>,
    nutrient: Nutrient,
    per: Per,
    filter: &FoodFilter,
    rules: &HeldRules,
) -> Vec<Ranked<'a>> {
    if nothing_to_list(nutrient, rules).is_some() {
        return Vec::new();
    }
    let mut ranked = rich_in(foods, nutrient, per, filter);
    ranked.retain(|ranked| !rules.withholds_from_lists(ranked.food, nutrient));
    if nutrient == Nutrient::Calcium {
        let in_portion = |food: &'a Food| Per::UsualPortion.amount(food, nutrient).map(|amount| Ranked { food, amount });
        let gives_enough = |food: &'a Food| in_portion(food).is_some_and(|portion| taken_up(&portion, rules) >= LEAST_TAKEN_UP_MG);
        ranked.retain(|ranked| ranked.food.tags.is_none() || gives_enough(ranked.food));
        ranked.sort_by(|a, b| taken_up(b, rules).total_cmp(&taken_up(a, rules)));
    }
    ranked
}

/// Why no food is listed for this nutrient, whatever food it is. Returns `None` if foods may be listed.
#[must_use]
pub fn nothing_to_list(nutrient: Nutrient, rules: &HeldRules) -> Option<LeftOut<'static>> {
    let of_nutrient = match nutrient {
        Nutrient::Potassium => rules.withholding_potassium().map(|rule| LeftOut::Everything { because: rule.because() }),
        Nutrient::VitaminK => rules.keeping_vitamin_k_steady().map(|rule| LeftOut::KeptSteady { because: rule.because() }),
        _ => None,
    };
    of_nutrient.or_else(|| rules.naming_no_food().map(|rule| LeftOut::NoFood { why: rule.words() }))
}

/// The nutrient whose foods are listed so that one can watch it. They are no tips, so that nothing is withheld.
const TO_WATCH: Nutrient = Nutrient::Sodium;

/// The foods that are rich in a nutrient and suit a person, and what was left out of the list.
#[derive(Debug, Clone, PartialEq)]
pub struct Richest<'a> {
    /// The foods, the richest first; for calcium those from which the body takes in most.
    pub ranked: Vec<Ranked<'a>>,
    /// What was left out, each reason once; empty if nothing was.
    pub left_out: Vec<LeftOut<'a>>,
    /// What the rules say of the foods that are listed; empty if they say nothing.
    pub words: Vec<FoodWords<'a>>,
}

/// What is left out of a list of foods, and why.
#[derive(Debug, Clone, PartialEq)]
pub enum LeftOut<'a> {
    /// Foods that the person's diet, the foods they avoid or a pregnancy rule out. Given whenever the profile says such a thing, even if it
    /// rules out none that is rich in the nutrient.
    ByProfile,
    /// All foods, since the list would be of those that are rich in potassium
    /// ([`HeldRules::withholding_potassium`]).
    Everything {
        /// Why potassium is withheld, in words for the middle of a sentence.
        because: String,
    },
    /// All foods, since the list would be of those that are rich in vitamin K, of which the person should eat about as much every day
    /// ([`HeldRules::keeping_vitamin_k_steady`]).
    KeptSteady {
        /// What vitamin K must be kept steady for, in words for the middle of a sentence.
        because: String,
    },
    /// All foods, since no food at all is named to the person ([`HeldRules::naming_no_food`]).
    NoFood {
        /// Why, in whole sentences.
        why: String,
    },
    /// Foods that a rule withholds, and that are richer than some of the list.
    ByRule {
        /// The foods.
        foods: Vec<&'a Food>,
        /// Why they are left out, in whole sentences.
        why: String,
    },
}

/// The foods of the catalogue and of the person's own that contain most of the nutrient in a usual portion: at most `at_most`, and
/// none in two forms.
///
/// What the rules of the person withhold is not listed: nothing at all of potassium while that is withheld, nor of vitamin K where it is
/// kept steady. For calcium, foods of the catalogue count by what the body takes in.
#[must_use]
pub fn rich_foods<'a>(own: &'a [Food], nutrient: Nutrient, filter: &FoodFilter, rules: &HeldRules, at_most: usize) -> Richest<'a> {
    let nothing = |left_out| Richest { ranked: Vec::new(), left_out: vec![left_out], words: Vec::new() };
    if let Some(left_out) = nothing_to_list(nutrient, rules) {
        return nothing(left_out);
    }
    let mut ranked = rich_in(own.iter().chain(catalogue().foods()), nutrient, Per::UsualPortion, filter);
    if nutrient == Nutrient::Calcium {
        ranked.retain(|ranked| ranked.food.tags.is_none() || taken_up(ranked, rules) >= LEAST_TAKEN_UP_MG || is_withheld(ranked, rules));
        ranked.sort_by(|a, b| taken_up(b, rules).total_cmp(&taken_up(a, rules)));
    }
    let mut chosen: Vec<Ranked<'a>> = Vec::with_capacity(at_most);
    let mut withheld: Vec<(&'a Food, String)> = Vec::new();
    for next in ranked {
        if chosen.len() == at_most {
            break;
        }
        let rule = if nutrient == TO_WATCH { None } else { rules.withholding(next.food, nutrient) };
        match rule {
            // That a dish or a sweet is no tip need not be said.
            Some(rule) if next.food.may_be_suggested() => withheld.push((next.food, rule.words())),
            None if !chosen.iter().any(|other| alike(other.food, next.food)) => chosen.push(next),
            Some(_) | None => {}
        }
    }
    let by_profile = (!filter.allows_everything()).then_some(LeftOut::ByProfile);
    let words = words_about(chosen.iter().map(|ranked| ranked.food), nutrient, rules);
    Richest { ranked: chosen, left_out: by_profile.into_iter().chain(by_reason(withheld)).collect(), words }
}

/// How much calcium, in mg, the body takes in from a usual portion; of food whose share nobody knows as much as from milk.
fn taken_up(ranked: &Ranked<'_>, rules: &HeldRules) -> f64 {
    let unknown = if ranked.food.tags.is_none() { ABSORBED_OF_MILK } else { 0.0 };
    ranked.amount * rules.absorbed(ranked.food, Nutrient::Calcium).unwrap_or(unknown)
}

/// Whether a rule says of the food that its calcium is not taken in.
fn is_withheld(ranked: &Ranked<'_>, rules: &HeldRules) -> bool {
    rules.withholding(ranked.food, Nutrient::Calcium).is_some()
}

fn by_reason<'a>(withheld: Vec<(&'a Food, String)>) -> Vec<LeftOut<'a>> {
    let mut reasons: Vec<LeftOut<'a>> = Vec::new();
    for (food, because) in withheld {
        let known = reasons.iter_mut().find_map(|reason| match reason {
            LeftOut::ByRule { foods, why } if *why == because => Some(foods),
            _ => None,
        });
        match known {
            Some(foods) => foods.push(food),
            None => reasons.push(LeftOut::ByRule { foods: vec![food], why: because }),
        }
    }
    reasons
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Allergen, ClassKey, Condition, Diet, FoodId};
    use crate::nutrition::{Eater, EatersMedicine, FoodGroup};

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
    fn the_richest_foods_obey_the_rules_of_the_person() {
        let all = FoodFilter::default();
        let rules = |eater: Eater| HeldRules::of(&eater);
        let (free, kidney) = (Eater::default(), Eater { conditions: [Condition::Kidney].into(), ..Eater::default() });
        let rich = |nutrient, eater: &Eater| rich_foods(&[], nutrient, &all, &rules(eater.clone()), 8);
        let (open, held) = (rich(Nutrient::Magnesium, &free), rich(Nutrient::Magnesium, &kidney));
        assert_eq!((open.ranked.len(), held.ranked.len()), (8, 8));
        assert!(
            open.left_out.is_empty() && held.notes().iter().any(|note| note.contains("because of kidney disease")),
            "{:?}",
            held.notes()
        );
        let is_animal = |food: &Food| matches!(food.group(), Some(FoodGroup::Meat | FoodGroup::Fish | FoodGroup::Eggs));
        let high = |food: &Food| food.in_usual_portion(Nutrient::Potassium) > Some(200.0) && !is_animal(food);
        assert!(open.ranked.iter().any(|ranked| high(ranked.food)) && !held.ranked.iter().any(|ranked| high(ranked.food)));
        let none = rich(Nutrient::Potassium, &kidney);
        assert!(none.ranked.is_empty() && none.notes()[0].starts_with("Because of kidney disease, no foods rich in potassium"));
        let classes = vec![ClassKey::new("vitamin_k_antagonist").unwrap()];
        let warfarin = EatersMedicine {
            name: "warfarin".to_owned(),
            typed: String::new(),
            substances: "warfarin".to_owned(),
            classes,
            is_known: true,
        };
        let none = rich(Nutrient::VitaminK, &Eater { medicines: vec![warfarin], ..Eater::default() });
        assert!(none.ranked.is_empty() && none.notes()[0].starts_with("Because of warfarin, no foods rich in vitamin K"));
        let salty = rich(Nutrient::Sodium, &kidney);
        assert!(salty.ranked.len() == 8 && salty.ranked.iter().any(|ranked| !ranked.food.may_be_suggested()), "a list to watch");
        for nutrient in [Nutrient::Calcium, Nutrient::VitaminB6] {
            let ids: Vec<_> = rich(nutrient, &free).ranked.iter().map(|ranked| ranked.food.id.as_str()).collect();
            assert!(ids.iter().all(|id| !id.contains("pizza") && !id.contains("spinach") && !id.contains("energy")), "{ids:?}");
        }
    }

    #[test]
    fn a_list_for_a_person_minds_the_rules_for_everybody_too() {
        let rules = |eater: &Eater| HeldRules::of(eater);
        let all = FoodFilter::default();
        let child = Eater { person: crate::nutrition::Person { age_years: Some(4), ..Default::default() }, ..Eater::default() };
        for eater in [&Eater::default(), &child] {
            for nutrient in Nutrient::SUGGESTED {
                for per in [Per::UsualPortion, Per::HundredGrams, Per::HundredKcal] {
                    let found = rich_in_for(catalogue().foods(), nutrient, per, &all, &rules(eater));
                    assert!(!found.is_empty() && found.iter().all(|ranked| ranked.food.may_be_suggested()), "{nutrient:?}");
                    let has = |id: &str| found.iter().any(|ranked| ranked.food.id.as_str() == id);
                    assert!(!has("energy-drink") && !has("salmon-raw") && !has("non-alcoholic-beer") && !has("cheese-pizza"));
                    assert!(nutrient != Nutrient::Calcium || (!has("almonds") && !has("spinach-cooked") && has("kale-cooked")));
                }
            }
        }
        let salty = rich_in_for(catalogue().foods(), Nutrient::Sodium, Per::UsualPortion, &all, &rules(&child));
        assert!(salty.iter().any(|ranked| !ranked.food.may_be_suggested()), "a list to watch");
        let classes = vec![ClassKey::new("vitamin_k_antagonist").unwrap()];
        let warfarin = EatersMedicine {
            name: "warfarin".to_owned(),
            typed: String::new(),
            substances: "warfarin".to_owned(),
            classes,
            is_known: true,
        };
        let rules = rules(&Eater { medicines: vec![warfarin], ..Eater::default() });
        assert!(rich_in_for(catalogue().foods(), Nutrient::VitaminK, Per::UsualPortion, &all, &rules).is_empty());
        assert!(nothing_to_list(Nutrient::VitaminK, &rules).is_some_and(|why| why.note().contains("Because of warfarin")));
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
