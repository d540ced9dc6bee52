//! What the person's food is short of, and foods that help.

use super::{Catalogue, DayIntake, Food, FoodGroup, reference};
use crate::domain::{FoodId, Nutrient};

/// Below this many completely logged days nothing is said about intake.
pub const MIN_DAYS: usize = 7;

/// From this share of the reference on, nothing is said to be short.
const ENOUGH: f64 = 0.9;

/// A nutrient of which the diary shows less than the reference.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shortage {
    /// Which.
    pub nutrient: Nutrient,
    /// Mean over the complete days, in the nutrient's unit.
    pub mean: f64,
    /// Mean divided by the reference.
    pub share: f64,
    /// Over how many days.
    pub days: usize,
    /// Whether some foods had no figure, so that the mean is "at least".
    pub at_least: bool,
}

/// A food that adds to what is short.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Suggestion<'a> {
    /// The food, to be eaten in its usual portion.
    pub food: &'a Food,
    /// What the portion adds, in the nutrient's unit.
    pub adds: f64,
    /// The same as a share of the reference.
    pub share: f64,
    /// Whether the diary has it already.
    pub eaten_before: bool,
}

/// What is short over the completely logged days, the shortest first; nothing below [`MIN_DAYS`] days.
#[must_use]
pub fn shortages(days: &[DayIntake]) -> Vec<Shortage> {
    let complete: Vec<_> = days.iter().filter(|day| day.looks_complete()).collect();
    if complete.len() < MIN_DAYS {
        return Vec::new();
    }
    let mut short: Vec<_> = Nutrient::SUGGESTED.iter().filter_map(|&nutrient| shortage(&complete, nutrient)).collect();
    short.sort_by(|a, b| a.share.total_cmp(&b.share));
    short
}

#[expect(clippy::cast_precision_loss, reason = "a count of days")]
fn shortage(complete: &[&DayIntake], nutrient: Nutrient) -> Option<Shortage> {
    let mean = complete.iter().map(|day| day.total(nutrient)).sum::<f64>() / complete.len() as f64;
    let share = mean / reference(nutrient)?.amount;
    let at_least = complete.iter().any(|day| day.unknown(nutrient) > 0);
    (share < ENOUGH).then_some(Shortage { nutrient, mean, share, days: complete.len(), at_least })
}

/// Up to `at_most` foods that add most of the nutrient in a usual portion.
///
/// Foods that the person already eats come first, then the richest; each food group appears once before
/// any appears twice. A food must add at least a twentieth of the reference.
#[must_use]
pub fn suggestions<'a>(catalogue: &'a Catalogue, nutrient: Nutrient, eaten: &[FoodId], at_most: usize) -> Vec<Suggestion<'a>> {
    let Some(reference) = reference(nutrient) else { return Vec::new() };
    let mut fitting: Vec<_> = catalogue
        .foods()
        .iter()
        .filter(|food| food.may_be_suggested())
        .filter_map(|food| {
            let adds = food.in_usual_portion(nutrient)?;
            Some(Suggestion { food, adds, share: adds / reference.amount, eaten_before: eaten.contains(&food.id) })
        })
        .filter(|suggestion| suggestion.share >= 0.05)
        .collect();
    fitting.sort_by(|a, b| {
        b.eaten_before.cmp(&a.eaten_before).then_with(|| b.share.total_cmp(&a.share)).then_with(|| a.food.id.cmp(&b.food.id))
    });
    varied(fitting, at_most)
}

/// Keeps the order, but takes one of each food group before a second of any.
fn varied(mut fitting: Vec<Suggestion<'_>>, at_most: usize) -> Vec<Suggestion<'_>> {
    let mut chosen: Vec<Suggestion<'_>> = Vec::new();
    while chosen.len() < at_most && !fitting.is_empty() {
        let mut groups: Vec<Option<FoodGroup>> = Vec::new();
        let mut left = Vec::new();
        for suggestion in fitting {
            if chosen.len() < at_most && !groups.contains(&suggestion.food.group()) {
                groups.push(suggestion.food.group());
                chosen.push(suggestion);
            } else {
                left.push(suggestion);
            }
        }
        fitting = left;
    }
    chosen
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::nutrition::{Eaten, catalogue, day_intake};
    use std::collections::HashSet;

    fn day(grams_of_rice: f64) -> DayIntake {
        let rice = FoodId::new("white-rice-cooked");
        day_intake(catalogue(), vec![Eaten { food: &rice, grams: grams_of_rice / 3.0 }; 3], [])
    }

    #[test]
    fn below_seven_complete_days_nothing_is_said() {
        assert!(shortages(&[day(1000.0); 6]).is_empty());
        let mut days = vec![day(1000.0); 6];
        days.push(day(100.0)); // logged, but far from complete
        assert!(shortages(&days).is_empty());
    }

    #[test]
    fn living_on_rice_is_short_of_much_and_says_over_how_many_days() {
        let short = shortages(&[day(1000.0); 8]);
        assert!(short.iter().any(|shortage| shortage.nutrient == Nutrient::Potassium && shortage.share < 0.3));
        assert!(short.iter().all(|shortage| shortage.days == 8 && shortage.share < ENOUGH));
        assert!(short.is_sorted_by(|a, b| a.share <= b.share));
    }

    #[test]
    fn suggestions_vary_and_begin_with_what_is_eaten_already() {
        for nutrient in Nutrient::SUGGESTED {
            let plain = suggestions(catalogue(), nutrient, &[], 4);
            assert!(!plain.is_empty(), "{}", nutrient.key());
            assert!(plain.iter().all(|suggestion| suggestion.food.may_be_suggested()));
        }
        let plain = suggestions(catalogue(), Nutrient::Magnesium, &[], 5);
        let groups: HashSet<_> = plain.iter().map(|suggestion| suggestion.food.group()).collect();
        assert_eq!(groups.len(), 5, "{plain:?}");
        let oats = FoodId::new("oatmeal-cooked");
        let mine = suggestions(catalogue(), Nutrient::Magnesium, std::slice::from_ref(&oats), 5);
        assert_eq!(mine[0].food.id, oats);
        assert!(mine[0].eaten_before);
    }
}
