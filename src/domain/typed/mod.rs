//! Quantities and times as people type them.

mod answer;
mod clock;
mod clock_words;
mod counted;
mod date;
mod date_words;
mod error;
mod fluid;
mod food_line;
mod household;
mod measured;
mod number;
mod quantity;
mod time;
mod volume;

pub use clock::SaidTime;
pub use date::{DateRules, SaidDate, Tense};
pub use error::TypedError;
pub use fluid::FluidMeasures;
pub use food_line::{FoodLine, food_lines};
pub use measured::{WholeNumber, plain_number};
pub use number::number_to_type;
pub use quantity::{Helping, Quantity};
pub use time::{hours_of, minutes_of_exercise};

use super::{Disturbance, Doses, Grams, Nutrient, OutOfRange, Severity};
use measured::number;
use std::str::FromStr;

impl FromStr for Grams {
    type Err = TypedError;

    /// Reads "120", "120 g", "0.1 kg" or "7 oz".
    fn from_str(text: &str) -> Result<Self, TypedError> {
        Ok(Self::new(number(text, &quantity::WEIGHTS, "Amount", "120 or 120 g, from 0.1 to 5,000 g")?)?)
    }
}

impl FromStr for Doses {
    type Err = TypedError;

    /// Reads "2", "0.5", "½" or "two".
    fn from_str(text: &str) -> Result<Self, TypedError> {
        Ok(Self::new(number(text, &[("dose", 1.0), ("doses", 1.0)], "Doses", "1, 2 or 0.5, from 0.25 to 20")?)?)
    }
}

impl FromStr for Severity {
    type Err = TypedError;

    /// Reads a whole number from 0 to 10.
    fn from_str(text: &str) -> Result<Self, TypedError> {
        Ok(Self::new(up_to_ten(text, "Severity")?)?)
    }
}

impl FromStr for Disturbance {
    type Err = TypedError;

    /// Reads a whole number from 0 to 10.
    fn from_str(text: &str) -> Result<Self, TypedError> {
        Ok(Self::new(up_to_ten(text, "Sleep disturbed")?)?)
    }
}

/// Reads a whole number from 0 to 10.
fn up_to_ten(text: &str, field: &'static str) -> Result<u8, TypedError> {
    let number = WholeNumber { field, least: 0, most: 10, in_words: ("0", "10"), example: "6, from 0 to 10" };
    number.read(text)
}

/// Reads an amount of a nutrient and returns it in the nutrient's own unit: "100", "0.1 g", "25 ug", "1000 IU" (of vitamin D 40 IU
/// are 1 ug).
///
/// # Errors
/// [`TypedError`] for anything else, below 0, and above 1 kg or 1,000,000 kcal.
pub fn amount_of(nutrient: Nutrient, text: &str) -> Result<f64, TypedError> {
    const MASSES_UG: [(&str, f64); 5] = [("g", 1e6), ("mg", 1e3), ("ug", 1.0), ("µg", 1.0), ("mcg", 1.0)];
    let unit_ug = MASSES_UG.iter().find(|(name, _)| *name == nutrient.unit()).map(|(_, ug)| *ug);
    let units: Vec<(&str, f64)> = match unit_ug {
        Some(own) => MASSES_UG
            .iter()
            .map(|(name, ug)| (*name, ug / own))
            .chain((nutrient == Nutrient::VitaminD).then_some(("iu", 1.0 / 40.0)))
            .collect(),
        None => vec![("kcal", 1.0), ("kj", 1.0 / 4.184)],
    };
    let example = match nutrient {
        Nutrient::VitaminD => "25 ug or 1000 IU, from 0 up",
        Nutrient::Energy => "250 kcal or 1046 kJ, from 0 up",
        _ => "100, 100 mg or 0.1 g, from 0 up",
    };
    let amount = number(text, &units, nutrient.label(), example)?;
    let most = unit_ug.map_or(1e6, |own| 1e9 / own);
    if (0.0..=most).contains(&amount) {
        return Ok(amount);
    }
    let value = text.trim().to_owned();
    Err(OutOfRange { field: nutrient.label(), value, min: "0", max: "1 kg", unit: "" }.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_read_says_how_to_write_it() {
        let error = "much".parse::<Grams>().unwrap_err();
        assert_eq!(error.to_string(), "Amount \"much\" cannot be read; write it like 120 or 120 g, from 0.1 to 5,000 g");
        let error = "11".parse::<Severity>().unwrap_err();
        assert_eq!(error.to_string(), "Severity 11 is not allowed; give 0 to 10");
    }

    #[test]
    fn amounts_of_nutrients_are_read_in_the_units_of_labels() {
        for (nutrient, text, amount) in [
            (Nutrient::Magnesium, "100", 100.0),
            (Nutrient::Magnesium, "0.1 g", 100.0),
            (Nutrient::VitaminD, "1000 IU", 25.0),
            (Nutrient::VitaminD, "25 µg", 25.0),
            (Nutrient::VitaminB12, "1 mg", 1000.0),
            (Nutrient::Energy, "418.4 kJ", 100.0),
            (Nutrient::Protein, "1,5", 1.5),
        ] {
            assert!((amount_of(nutrient, text).unwrap() - amount).abs() < 1e-9, "{text}");
        }
        for text in ["abc", "", "-1", "5 kcal", "100 IU", "2000 g", "NaN"] {
            assert!(amount_of(Nutrient::Magnesium, text).is_err(), "{text}");
        }
    }

    #[test]
    fn doses_are_read() {
        assert_eq!("0,5".parse::<Doses>().map(Doses::get), Ok(0.5));
        for text in ["0", "21", "abc", "", "2 g"] {
            assert!(text.parse::<Doses>().is_err(), "{text}");
        }
    }

    #[test]
    fn what_was_disturbed_is_a_whole_number_up_to_ten() {
        assert_eq!(" 7 ".parse::<Disturbance>().map(Disturbance::get), Ok(7));
        for (text, said) in [("11", "Sleep disturbed 11 is not allowed"), ("-1", "Sleep disturbed -1"), ("much", "cannot be read")] {
            assert!(text.parse::<Disturbance>().unwrap_err().to_string().contains(said), "{text}");
        }
    }
}
