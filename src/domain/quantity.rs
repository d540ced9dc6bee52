//! Amounts of food as people type them: "120 g", or "1/2" and "1.5" of a household measure.

use super::typed::{NotANumber, decimal};
use super::{Grams, OutOfRange, Portion, TypedError};
use std::str::FromStr;

/// The most portions that a bare number can mean; a larger one is a weight in grams, since many type 80 for 80 g.
const MOST_PORTIONS: f64 = 20.0;

/// An amount of food as a person typed it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Quantity {
    /// A weight.
    Weight(Grams),
    /// A number of household measures, above 0.
    Portions(f64),
}

/// An amount of food, with the household measure in which it was given.
#[derive(Debug, Clone, PartialEq)]
pub struct Helping {
    /// The weight.
    pub amount: Grams,
    /// The household measure in words: "1.5 × 1 medium". Empty if the amount was given in grams.
    pub portion: String,
}

impl Quantity {
    /// This amount of a food that has `portion` as its household measure.
    ///
    /// # Errors
    /// [`TypedError::OutOfRange`] if it weighs less than 0.1 or more than 5,000 g.
    pub fn of(self, portion: &Portion) -> Result<Helping, TypedError> {
        match self {
            Self::Weight(amount) => Ok(Helping { amount, portion: String::new() }),
            Self::Portions(count) => {
                Ok(Helping { amount: Grams::new(rounded(count * portion.grams))?, portion: times(count, &portion.label) })
            }
        }
    }
}

/// A number of household measures in words: "1 medium", "2 × 1 medium", "1/2 × 1 medium".
fn times(count: f64, label: &str) -> String {
    let near = |fraction: f64| (count - fraction).abs() < 1e-6;
    let words = [(0.25, "1/4"), (0.5, "1/2"), (0.75, "3/4"), (1.0 / 3.0, "1/3"), (2.0 / 3.0, "2/3")];
    match words.into_iter().find(|(fraction, _)| near(*fraction)) {
        _ if near(1.0) => label.to_owned(),
        Some((_, fraction)) => format!("{fraction} × {label}"),
        None => format!("{} × {label}", (count * 100.0).round() / 100.0),
    }
}

/// A weight rounded to a hundredth of a gram, so that a third of a portion has no endless digits.
fn rounded(grams: f64) -> f64 {
    (grams * 100.0).round() / 100.0
}

impl FromStr for Quantity {
    type Err = TypedError;

    /// Reads "120 g" and "0.1 kg" as a weight; "2", "1.5", "1,5", "1/2", "1 1/2" and "½" as a number of household measures; a bare number
    /// above 20 as a weight in grams.
    fn from_str(text: &str) -> Result<Self, TypedError> {
        let text = text.trim();
        let refused = |error: NotANumber| error.of("Amount", text, "", "1, 1/2 or 120 g, from 0.1 to 5,000 g");
        if text.ends_with(|c: char| c.is_ascii_alphabetic()) {
            return text.parse().map(Self::Weight).map_err(|error| match error {
                TypedError::Unreadable { .. } => refused(NotANumber::Unreadable),
                other => other,
            });
        }
        let words: Vec<&str> = text.split_whitespace().collect();
        // "1 1/2" has a fraction behind the whole; "1 000" is no number of portions.
        let count = match words.as_slice() {
            [one] => count_of(one),
            [whole, fraction] if !fraction.starts_with(['-', '+']) && fraction.contains(['/', '½', '¼', '¾', '⅓', '⅔']) => {
                count_of(whole).and_then(|whole| Ok(whole + count_of(fraction)?))
            }
            _ => Err(NotANumber::Unreadable),
        };
        let count = count.map_err(refused)?;
        if count > MOST_PORTIONS {
            return Ok(Self::Weight(Grams::new(count)?));
        }
        if count > 0.0 {
            return Ok(Self::Portions(count));
        }
        let allowed = ("more than 0", "20", " portions, or a weight like 120 g");
        Err(OutOfRange { field: "Amount", value: text.to_owned(), min: allowed.0, max: allowed.1, unit: allowed.2 }.into())
    }
}

/// Reads a number of portions: "2", "1.5", "1/2", "½" or "1½".
fn count_of(word: &str) -> Result<f64, NotANumber> {
    const SIGNS: [(char, f64); 5] = [('½', 0.5), ('¼', 0.25), ('¾', 0.75), ('⅓', 1.0 / 3.0), ('⅔', 2.0 / 3.0)];
    if let Some((sign, value)) = SIGNS.into_iter().find(|(sign, _)| word.ends_with(*sign)) {
        let whole = word.trim_end_matches(sign);
        return if whole.is_empty() { Ok(value) } else { Ok(decimal(whole)? + value) };
    }
    match word.split_once('/') {
        Some((above, below)) => {
            let below = decimal(below)?;
            if below > 0.0 { Ok(decimal(above)? / below) } else { Err(NotANumber::Unreadable) }
        }
        None => decimal(word),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_multiples_and_weights_are_read() {
        for (text, count) in [
            ("1", 1.0),
            ("2", 2.0),
            ("20", 20.0),
            ("1.5", 1.5),
            ("1,5", 1.5),
            ("1/2", 0.5),
            ("1 1/2", 1.5),
            ("½", 0.5),
            ("1½", 1.5),
            (" 3/4 ", 0.75),
        ] {
            assert_eq!(text.parse(), Ok(Quantity::Portions(count)), "{text}");
        }
        for (text, grams) in [("120", 120.0), ("20.5", 20.5), ("120 g", 120.0), ("120g", 120.0), ("0.1 kg", 100.0), ("0,5 kg", 500.0)] {
            assert_eq!(text.parse(), Ok(Quantity::Weight(Grams::new(grams).unwrap())), "{text}");
        }
        for text in [
            "", "abc", "0", "-1", "1/0", "1/", "/2", "5001", "99999", "0 g", "99999 g", "1..5", "1,000", "1 000", "1 2", "1/2/3", "2 cups",
            "1e3", "inf", "NaN",
        ] {
            assert!(text.parse::<Quantity>().is_err(), "{text}");
        }
    }

    #[test]
    fn what_cannot_be_read_says_how_to_write_it() {
        let words = |text: &str| text.parse::<Quantity>().unwrap_err().to_string();
        assert_eq!(words("abc"), "Amount \"abc\" cannot be read; write it like 1, 1/2 or 120 g, from 0.1 to 5,000 g");
        assert_eq!(words("0"), "Amount 0 is not allowed; give more than 0 to 20 portions, or a weight like 120 g");
        assert_eq!(words("99999"), words("99999 g"));
        assert_eq!(words("99999 g"), "Amount 99999 g is not allowed; give 0.1 to 5,000 g");
    }

    #[test]
    fn a_helping_says_how_it_was_given() {
        let medium = Portion { label: "1 medium".to_owned(), grams: 118.0 };
        let helping = |text: &str| text.parse::<Quantity>().unwrap().of(&medium).unwrap();
        for (text, portion, grams) in [
            ("1", "1 medium", 118.0),
            ("1/2", "1/2 × 1 medium", 59.0),
            ("1.5", "1.5 × 1 medium", 177.0),
            ("1/3", "1/3 × 1 medium", 39.33),
            ("80 g", "", 80.0),
        ] {
            assert_eq!(helping(text), Helping { amount: Grams::new(grams).unwrap(), portion: portion.to_owned() }, "{text}");
        }
        assert!(Quantity::Portions(50.0).of(&medium).is_err(), "5.9 kg");
    }
}
