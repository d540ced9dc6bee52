//! Reference intakes, from `assets/reference_intakes.csv`.

use crate::domain::{Nutrient, Settings};
use serde::Deserialize;
use std::sync::OnceLock;

const REFERENCES: &str = include_str!("../../assets/reference_intakes.csv");

/// Whose values are used, in words for the screen, as long as there is no profile.
pub const ADULT: &str = "adults of 31 to 50 years, the lower of the values for women and men";

/// What to drink a day when the person set no goal: 80 % of the total water of [`ADULT`] (2,700 ml, IOM
/// 2005, which says that about a fifth of it usually comes with food), to the nearest 100 ml.
pub const HYDRATION_GOAL_ML: u16 = 2_200;

/// What to drink a day, in ml: the person's own goal, or [`HYDRATION_GOAL_ML`].
#[must_use]
pub fn hydration_goal_ml(settings: Settings) -> u16 {
    settings.hydration_goal_ml.unwrap_or(HYDRATION_GOAL_ML)
}

/// A recommended or adequate daily intake.
#[derive(Debug, Clone, PartialEq)]
pub struct Reference {
    /// In the nutrient's unit, a day.
    pub amount: f64,
    /// Which document says so.
    pub source: String,
}

#[derive(Deserialize)]
struct Row {
    nutrient: String,
    age_from_years: u8,
    age_to_years: u8,
    amount: f64,
    source: String,
}

/// The reference for [`ADULT`], where there is one.
///
/// Taking the lower value means that "short of it" is true for women and for men.
#[must_use]
pub fn reference(nutrient: Nutrient) -> Option<&'static Reference> {
    static READ: OnceLock<Vec<Option<Reference>>> = OnceLock::new();
    READ.get_or_init(|| {
        let rows: Vec<_> = rows().collect();
        Nutrient::ALL.iter().map(|nutrient| lowest_adult(&rows, nutrient.key())).collect()
    })[nutrient as usize]
        .as_ref()
}

fn rows() -> impl Iterator<Item = Row> {
    csv::Reader::from_reader(REFERENCES.as_bytes()).into_deserialize().filter_map(Result::ok)
}

fn lowest_adult(rows: &[Row], key: &str) -> Option<Reference> {
    rows.iter()
        .filter(|row| row.nutrient == key && row.age_from_years <= 31 && row.age_to_years >= 50)
        .min_by(|a, b| a.amount.total_cmp(&b.amount))
        .map(|row| Reference { amount: row.amount, source: row.source.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn adult_values_are_those_of_the_published_tables() {
        let expected = [
            (Nutrient::Magnesium, 320.0),
            (Nutrient::Potassium, 2600.0),
            (Nutrient::Calcium, 1000.0),
            (Nutrient::Sodium, 1500.0),
            (Nutrient::VitaminD, 15.0),
            (Nutrient::Thiamin, 1.1),
            (Nutrient::VitaminB6, 1.3),
            (Nutrient::VitaminB12, 2.4),
            (Nutrient::Zinc, 8.0),
        ];
        for (nutrient, amount) in expected {
            assert_eq!(reference(nutrient).map(|reference| reference.amount), Some(amount), "{}", nutrient.key());
        }
        assert_eq!(reference(Nutrient::Caffeine), None);
    }

    #[test]
    fn the_hydration_goal_is_four_fifths_of_total_water() {
        let water = lowest_adult(&rows().collect::<Vec<_>>(), "total_water").unwrap();
        assert!((f64::from(HYDRATION_GOAL_ML) - water.amount * 0.8).abs() <= 50.0);
    }
}
