//! What to know about a food, in sentences.

use crate::domain::{Allergen, Nutrient, Portion};
use crate::guide::Warning;
use crate::nutrition::{AskedFood, Food, FoodFilter, FoodSource, HeldRule, Tags};
use crate::ui::screens::food::references::grams_words;
use crate::ui::screens::food::view::FoodView;

/// From this much potassium in a portion on, in mg, people from whom it is withheld are told.
const MUCH_POTASSIUM_MG: f64 = 200.0;

/// The group and other names of a food; brand and bar code of an imported one.
pub(super) fn about(food: &Food) -> String {
    if let FoodSource::Imported { brand, barcode, .. } = &food.source {
        let brand = brand.as_ref().map(|brand| format!("{brand}."));
        let barcode = barcode.as_ref().map(|digits| format!("Bar code {digits}."));
        let words: Vec<_> = brand.into_iter().chain(barcode).collect();
        return if words.is_empty() { grams_of(food) } else { words.join(" ") };
    }
    let group = food.group().map(|group| format!("{}.", group.label()));
    let names = (!food.synonyms.is_empty()).then(|| format!("Also: {}.", food.synonyms.join(", ")));
    let words: Vec<_> = [group, names].into_iter().flatten().collect();
    if words.is_empty() { grams_of(food) } else { words.join(" ") }
}

fn grams_of(food: &Food) -> String {
    format!("{} weighs {}.", food.usual_portion().label, grams_words(food.usual_portion().grams))
}

/// Allergens of a food, whether it fits the profile, and what `portion` means for a person who must mind potassium or takes medicines.
pub(super) fn notes(food: &Food, portion: &Portion, view: FoodView<'_>) -> Vec<String> {
    let filter = FoodFilter::of(&view.kitchen.profile, view.day);
    let mut notes = match &food.tags {
        Some(tags) => of_tags(tags, &filter),
        None if filter.allows_everything() => Vec::new(),
        None => vec!["Whether it fits your profile is not known.".to_owned()],
    };
    let potassium = food.per_100_g.in_grams(portion.grams).get(Nutrient::Potassium);
    if let Some(because) = view.kitchen.rules.withholding_potassium().map(HeldRule::because)
        && let Some(mg) = potassium.filter(|mg| *mg > MUCH_POTASSIUM_MG)
    {
        notes.push(format!(
            "{} of it has {} of potassium, which counts as much. Because of {because}, ask your doctor how much of it suits you.",
            portion.label,
            Nutrient::Potassium.amount(mg)
        ));
    }
    let warnings = view.kitchen.taking.food_warnings(&food.name, &food.per_100_g.in_grams(portion.grams));
    // What a caution of a medicine says needs no second word.
    let words = if warnings.is_empty() { view.kitchen.rules.said_when_logged(&AskedFood::from(food)) } else { Vec::new() };
    notes.extend(warnings.iter().map(Warning::line).chain(words));
    notes
}

fn of_tags(tags: &Tags, filter: &FoodFilter) -> Vec<String> {
    let mut notes = Vec::new();
    if tags.diet < filter.diet {
        notes.push(format!("Not in your diet ({}).", filter.diet.label().to_lowercase()));
    }
    let (avoided, others): (Vec<Allergen>, Vec<Allergen>) = tags.contains.iter().partition(|allergen| filter.avoid.contains(allergen));
    if !avoided.is_empty() {
        notes.push(format!("Contains {}, which you avoid.", list(&avoided)));
    }
    if !others.is_empty() {
        notes.push(format!("Contains {}.", list(&others)));
    }
    if filter.pregnant && tags.avoid_in_pregnancy {
        notes.push("Better not in pregnancy, by the usual public advice (FDA, NHS).".to_owned());
    }
    notes
}

/// "milk, nuts".
fn list(allergens: &[Allergen]) -> String {
    allergens.iter().map(|allergen| allergen.label().to_lowercase()).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Diet;
    use crate::nutrition::FoodGroup;

    #[test]
    fn what_it_contains_is_told_apart_from_what_is_avoided() {
        let contains = [Allergen::Milk, Allergen::Nuts, Allergen::Gluten].into();
        let tags = Tags { group: FoodGroup::Sweets, rarity: 2, suggest: false, diet: Diet::Vegetarian, contains, avoid_in_pregnancy: true };
        let filter = FoodFilter { diet: Diet::Vegan, avoid: [Allergen::Milk, Allergen::Gluten].into(), pregnant: true };
        assert_eq!(
            of_tags(&tags, &filter),
            [
                "Not in your diet (vegan).",
                "Contains milk, gluten, which you avoid.",
                "Contains nuts.",
                "Better not in pregnancy, by the usual public advice (FDA, NHS).",
            ]
        );
        assert_eq!(of_tags(&tags, &FoodFilter::default()), ["Contains milk, nuts, gluten."]);
    }
}
