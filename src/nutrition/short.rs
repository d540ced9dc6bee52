//! The nutrients of which the diary shows less than the person's reference intake.

use super::summary::IntakeSummary;
use crate::domain::Nutrient;

/// From this share of the reference intake on, 0.895, which screens round to 90 %, a nutrient is not short.
pub const ENOUGH: f64 = 0.895;

/// A nutrient of which food and drink gave less than nine tenths of the person's reference intake.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shortage {
    /// The nutrient.
    pub nutrient: Nutrient,
    /// Mean of food and drink over the complete days, in the nutrient's unit per day.
    pub mean: f64,
    /// The mean reference intake of these days, in the nutrient's unit per day.
    pub reference: f64,
    /// `mean` divided by the reference intake: 0.5 is half of it.
    pub share: f64,
    /// Mean of supplements over these days, in the nutrient's unit per day. It is not part of `mean`.
    pub from_supplements: f64,
    /// The share of the food without a figure, 0 to 1. If it is above 0, the mean is "at least".
    pub unknown_share: f64,
    /// The number of complete days, over which means are taken.
    pub days: usize,
    /// The number of days that were looked at.
    pub window_days: usize,
}

/// The nutrients that are short over the complete days, the shortest first, and those that supplements make up for last. Empty with
/// fewer than [`MIN_DAYS`](super::MIN_DAYS) complete days.
///
/// A nutrient is short if it stayed below nine tenths of the reference intake, in whole per cent, even if the foods without a
/// figure contained as much of it as the others: mean / (1 - unknown share) < 0.895 × reference.
#[must_use]
pub fn shortages(summary: &IntakeSummary) -> Vec<Shortage> {
    let mut short: Vec<_> = Nutrient::SUGGESTED.iter().filter_map(|&nutrient| shortage(summary, nutrient)).collect();
    short.sort_by(|a, b| a.made_up_for().cmp(&b.made_up_for()).then_with(|| a.share.total_cmp(&b.share)));
    short
}

fn shortage(summary: &IntakeSummary, nutrient: Nutrient) -> Option<Shortage> {
    let of_nutrient = summary.of(nutrient);
    let (figures, reference) = (of_nutrient.figures.as_ref()?, of_nutrient.reference.as_ref()?.amount);
    let share = figures.share?;
    (share < ENOUGH * (1.0 - figures.unknown_share)).then_some(Shortage {
        nutrient,
        mean: figures.from_food,
        reference,
        share,
        from_supplements: figures.from_supplements,
        unknown_share: figures.unknown_share,
        days: summary.complete_days,
        window_days: summary.window_days,
    })
}

impl Shortage {
    /// Whether some of the food has no figure, so that the mean is "at least".
    #[must_use]
    pub fn at_least(&self) -> bool {
        self.unknown_share > 0.0
    }

    /// Whether food and supplements together reach the reference intake.
    #[must_use]
    pub fn made_up_for(&self) -> bool {
        self.mean + self.from_supplements >= self.reference
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Amounts, FoodId};
    use crate::nutrition::{Eaten, LoggedDay, catalogue, day_intake, intake_summary};

    /// Days of three foods of 600 kcal with that much magnesium; the last may lack the figure.
    fn days(count: usize, magnesium: [Option<f64>; 3]) -> Vec<LoggedDay> {
        let food = FoodId::new("food");
        let foods = magnesium.map(|magnesium| {
            let mut amounts: Amounts = Nutrient::ALL.iter().map(|nutrient| (*nutrient, 1e6)).collect();
            amounts.set(Nutrient::Energy, Some(600.0));
            amounts.set(Nutrient::Magnesium, magnesium);
            amounts
        });
        let eaten = foods.iter().map(|amounts| Eaten { food: &food, name: "Food", per_100_g: Some(amounts), grams: 100.0 });
        vec![LoggedDay { intake: day_intake(catalogue(), eaten, [], []), ..LoggedDay::default() }; count]
    }

    fn short(days: &[LoggedDay]) -> Vec<Shortage> {
        shortages(&intake_summary(days))
    }

    #[test]
    fn below_seven_complete_days_nothing_is_said() {
        assert!(short(&days(6, [Some(10.0); 3])).is_empty());
        assert_eq!(short(&days(7, [Some(10.0); 3])).len(), 1);
    }

    #[test]
    fn nine_tenths_are_enough_and_unknown_food_gets_the_benefit_of_the_doubt() {
        for (magnesium, is_short) in [
            ([Some(95.5); 3], false),                // 286.5 of 320 mg
            ([Some(95.4); 3], true),                 // just below
            ([Some(95.5), Some(95.5), None], false), // 191 mg in two thirds of the food
            ([Some(95.4), Some(95.4), None], true),
        ] {
            assert_eq!(!short(&days(7, magnesium)).is_empty(), is_short, "{magnesium:?}");
        }
    }

    #[test]
    fn a_shortage_says_how_much_over_how_many_days_and_what_is_not_known() {
        let mut week = days(11, [Some(66.0), Some(66.0), Some(66.4)]);
        week.extend(vec![LoggedDay::default(); 3]);
        let found = short(&week)[0];
        assert!((found.mean - 198.4).abs() < 1e-9 && (found.reference - 320.0).abs() < 1e-9 && (found.share - 0.62).abs() < 1e-9);
        assert_eq!((found.days, found.window_days, found.at_least()), (11, 14, false));
        let found = short(&days(28, [Some(66.0), Some(66.0), None]))[0];
        assert!((found.unknown_share - 1.0 / 3.0).abs() < 1e-9 && found.at_least());
    }

    #[test]
    fn living_on_rice_is_short_of_much_and_what_supplements_make_up_for_comes_last() {
        let rice = FoodId::new("white-rice-cooked");
        let eaten = vec![Eaten { food: &rice, name: "Rice", per_100_g: None, grams: 400.0 }; 3];
        let day = LoggedDay { intake: day_intake(catalogue(), eaten, [], []), ..LoggedDay::default() };
        let found = short(&vec![day; 8]);
        assert!(found.iter().any(|shortage| shortage.nutrient == Nutrient::Potassium && shortage.share < 0.3));
        assert!(found.iter().all(|shortage| shortage.days == 8 && shortage.share < ENOUGH));
        assert!(found.is_sorted_by(|a, b| a.share <= b.share));
        assert!(!found[0].made_up_for() && Shortage { from_supplements: 1e6, ..found[0] }.made_up_for());
    }
}
