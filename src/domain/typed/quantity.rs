//! Amounts of food as people type them: "120 g", "200 ml", "2 slices", or "1/2" and "1.5" of a household measure.

use super::TypedError;
use super::counted::{Term, terms};
use super::fluid::{FluidMeasures, household_ml};
use super::household::{Household, MeantMeasure, grams_per_ml, meant, singular};
use super::number::{NotANumber, number_to_type};
use crate::domain::{Grams, OutOfRange, Portion};

const FIELD: &str = "Amount";
const EXAMPLE: &str = "1, 1/2, 120 g, 200 ml or 2 slices, from 0.1 to 5,000 g";

/// The most portions that a bare number can mean; a larger one is a weight in grams, since many type 80 for 80 g.
const MOST_PORTIONS: f64 = 20.0;

/// The weights of the units, in g. The ounce is the avoirdupois one, an exact 28.349523125 g.
pub(super) const WEIGHTS: [(&str, f64); 21] = [
    ("g", 1.0),
    ("gr", 1.0),
    ("gram", 1.0),
    ("grams", 1.0),
    ("gramme", 1.0),
    ("grammes", 1.0),
    ("kg", 1000.0),
    ("kilo", 1000.0),
    ("kilos", 1000.0),
    ("kilogram", 1000.0),
    ("kilograms", 1000.0),
    ("dag", 10.0),
    ("mg", 0.001),
    ("lb", 453.592_37),
    ("lbs", 453.592_37),
    ("pound", 453.592_37),
    ("pounds", 453.592_37),
    ("oz", OUNCE_G),
    ("ozs", OUNCE_G),
    ("ounce", OUNCE_G),
    ("ounces", OUNCE_G),
];

/// An ounce, in g.
const OUNCE_G: f64 = 28.349_523_125;

/// An amount of food as a person typed it: one part, or the parts of a sum.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity {
    /// Never empty.
    parts: Vec<QuantityPart>,
    /// As typed, for errors.
    typed: String,
}

/// A part of an amount of food.
#[derive(Debug, Clone, PartialEq)]
enum QuantityPart {
    /// A weight in g.
    Weight(f64),
    /// A number of ounces, which are a weight unless the food is measured in fluid ounces.
    Ounces(f64),
    /// A volume in ml, above 0, in the words in which it was typed.
    Volume(f64, String),
    /// A number of the food's usual household measure, above 0.
    Portions(f64),
    /// A number in front of the food's name, above 0, and that name: "2 eggs".
    Pieces(f64, String),
    /// A number of a household measure, above 0, in the words in which it was typed.
    Measures(f64, String),
}

/// An amount of food, with the household measure in which it was given.
#[derive(Debug, Clone, PartialEq)]
pub struct Helping {
    /// The weight.
    pub amount: Grams,
    /// The household measure in words: "1.5 × 1 medium". Empty if the amount was given in grams.
    pub portion: String,
}

impl Helping {
    /// One of a portion.
    ///
    /// # Errors
    /// [`OutOfRange`] if it weighs less than 0.1 or more than 5,000 g.
    pub fn of(portion: &Portion) -> Result<Self, OutOfRange> {
        Ok(Self { amount: Grams::new(portion.grams)?, portion: portion.label.clone() })
    }
}

impl Quantity {
    /// Reads "120 g", "7 oz" and "250+186 g" as weights; "200 ml" and "1 pint" as volumes; "2 slices" and "a handful" as household measures;
    /// "2", "1.5", "1/2", "1 1/2", "½" and "two" as numbers of the usual household measure; a bare number above 20 as a weight in grams.
    ///
    /// # Errors
    /// [`TypedError`] for anything else, for what may mean two amounts, and for a weight outside 0.1 to 5,000 g.
    pub fn read(text: &str, measures: FluidMeasures) -> Result<Self, TypedError> {
        let typed = text.trim().to_owned();
        let terms = terms(text).map_err(|none| none.why.of(FIELD, text, &none.unit, EXAMPLE))?;
        let parts: Option<Vec<_>> = terms.into_iter().map(|term| QuantityPart::of(term, measures)).collect();
        let parts = parts.ok_or_else(|| NotANumber::Unreadable.of(FIELD, text, "", EXAMPLE))?;
        if let Some(weight) = weight_of(&parts) {
            Grams::new(weight)?;
        } else if parts.iter().any(|part| part.count() <= 0.0) {
            let allowed = ("more than 0", "20", " portions, or a weight like 120 g");
            return Err(OutOfRange { field: FIELD, value: typed, min: allowed.0, max: allowed.1, unit: allowed.2 }.into());
        }
        Ok(Self { parts, typed })
    }

    /// A number in front of the name of a food: "2 eggs", "10 almonds".
    pub(super) fn pieces(count: f64, name: &str) -> Self {
        Self { parts: vec![QuantityPart::Pieces(count, name.to_owned())], typed: with_unit(count, name) }
    }

    /// This amount of a food that has these portions, the usual one first.
    ///
    /// # Errors
    /// [`TypedError::NotOfThisFood`] if the food has no such measure, or no portion at all; [`TypedError::Unclear`] if it has two;
    /// [`TypedError::OutOfRange`] if the amount weighs less than 0.1 or more than 5,000 g.
    pub fn of(&self, portions: &[Portion]) -> Result<Helping, TypedError> {
        if let Some(weight) = weight_of(&self.parts) {
            return Ok(Helping { amount: Grams::new(rounded(weight))?, portion: String::new() });
        }
        let mut grams = 0.0;
        let mut words = Vec::new();
        for part in &self.parts {
            let (weight, word) = self.weighed(part, portions)?;
            grams += weight;
            words.push(word);
        }
        let amount =
            Grams::new(rounded(grams)).map_err(|error| OutOfRange { value: format!("{} ({} g)", self.typed, rounded(grams)), ..error })?;
        let by_weight = words.iter().all(String::is_empty);
        Ok(Helping { amount, portion: if by_weight { String::new() } else { words.join(" + ") } })
    }

    /// What a part weighs of a food, in g, and in which measure, in words.
    fn weighed(&self, part: &QuantityPart, portions: &[Portion]) -> Result<(f64, String), TypedError> {
        let unknown = || self.not_of(portions);
        match part {
            QuantityPart::Weight(grams) => Ok((*grams, if self.parts.len() == 1 { String::new() } else { grams_words(*grams) })),
            QuantityPart::Ounces(count) => self.ounces(*count, portions).map(|grams| (grams, String::new())),
            QuantityPart::Volume(ml, words) => Ok((ml * grams_per_ml(portions).ok_or_else(unknown)?, words.clone())),
            QuantityPart::Portions(count) => {
                let usual = portions.first().ok_or_else(unknown)?;
                Ok((count * usual.grams, times(*count, &usual.label)))
            }
            QuantityPart::Pieces(count, name) => {
                // An almond is a measure of almonds, and a large one of eggs.
                let piece = match meant(portions, name) {
                    MeantMeasure::One(piece) => Some(piece),
                    MeantMeasure::Either(..) | MeantMeasure::None => portions.iter().map(Household::of).find(Household::is_piece),
                };
                let Some(piece) = piece else {
                    return if *count > MOST_PORTIONS { Ok((*count, String::new())) } else { Err(unknown()) };
                };
                let words = label_of(*count, &piece, portions).unwrap_or_else(|| times(*count, &piece.one_in_words()));
                Ok((count * piece.grams_each(), words))
            }
            QuantityPart::Measures(count, typed) => match meant(portions, typed) {
                MeantMeasure::One(household) => {
                    let words = label_of(*count, &household, portions).unwrap_or_else(|| with_unit(*count, typed));
                    Ok((count * household.grams_each(), words))
                }
                MeantMeasure::Either(one, other) => {
                    let words = |household: &Household<'_>| format!("{}{}", number_to_type(*count), &household.one_in_words()[1..]);
                    Err(TypedError::Unclear { field: FIELD, given: self.typed.clone(), one: words(&one), other: words(&other) })
                }
                MeantMeasure::None => {
                    let ml = household_ml(&singular(typed)).ok_or_else(unknown)?;
                    let grams = count * ml * grams_per_ml(portions).ok_or_else(unknown)?;
                    Ok((grams, with_unit(*count, typed)))
                }
            },
        }
    }

    /// The weight of ounces, in g. They are asked about where the food is measured in fluid ounces.
    fn ounces(&self, count: f64, portions: &[Portion]) -> Result<f64, TypedError> {
        let is_fluid = portions.iter().any(|portion| portion.label.contains("fl oz"));
        if is_fluid {
            let weight = format!("{} g", (count * OUNCE_G).round());
            let (given, volume) = (self.typed.clone(), format!("{} fl oz", number_to_type(count)));
            return Err(TypedError::Unclear { field: FIELD, given, one: weight, other: volume });
        }
        Ok(count * OUNCE_G)
    }

    fn not_of(&self, portions: &[Portion]) -> TypedError {
        let shown = portions.iter().take(3).map(|portion| {
            if portion.label.ends_with(" g)") {
                portion.label.clone()
            } else {
                format!("{} ({})", portion.label, grams_words(portion.grams))
            }
        });
        let examples: Vec<String> = shown.chain(["120 g".to_owned()]).collect();
        TypedError::NotOfThisFood { given: self.typed.clone(), examples: examples.join(" or ") }
    }
}

impl QuantityPart {
    /// The part that a term means. Returns `None` if its unit is no word.
    fn of(term: Term, measures: FluidMeasures) -> Option<Self> {
        let Term { count, unit } = term;
        if matches!(unit.as_str(), "oz" | "ozs" | "ounce" | "ounces") {
            return Some(Self::Ounces(count));
        }
        if let Some((_, grams)) = WEIGHTS.iter().find(|(name, _)| *name == unit) {
            return Some(Self::Weight(count * grams));
        }
        if let Some(ml) = measures.unit_ml(&unit) {
            return Some(Self::Volume(count * ml, with_unit(count, &unit)));
        }
        match unit.as_str() {
            "" if count > MOST_PORTIONS => Some(Self::Weight(count)),
            "" => Some(Self::Portions(count)),
            words => words.starts_with(char::is_alphabetic).then(|| Self::Measures(count, words.to_owned())),
        }
    }

    fn count(&self) -> f64 {
        match self {
            Self::Weight(count)
            | Self::Ounces(count)
            | Self::Volume(count, _)
            | Self::Portions(count)
            | Self::Pieces(count, _)
            | Self::Measures(count, _) => *count,
        }
    }
}

/// What a quantity weighs if all of it was given by weight. Ounces are none until the food is known.
fn weight_of(parts: &[QuantityPart]) -> Option<f64> {
    parts.iter().map(|part| if let QuantityPart::Weight(grams) = part { Some(*grams) } else { None }).sum()
}

/// The label of the portion that is this number of a measure: "2 large" for two of "1 large". Returns `None` if the food has no such portion.
fn label_of(count: f64, measure: &Household<'_>, portions: &[Portion]) -> Option<String> {
    let same = |portion: &&Portion| {
        let other = Household::of(portion);
        near(other.count, count) && other.one_in_words() == measure.one_in_words()
    };
    portions.iter().find(same).map(|portion| portion.label.clone())
}

/// A number of a unit in words: "200 ml", "1/2 pint".
fn with_unit(count: f64, unit: &str) -> String {
    format!("{} {unit}", count_words(count))
}

/// A number of household measures in words: "1 medium", "2 × 1 medium", "1/2 × 1 medium".
fn times(count: f64, label: &str) -> String {
    if near(count, 1.0) { label.to_owned() } else { format!("{} × {label}", count_words(count)) }
}

/// A count as people write it: "2", "1/2", "0.6".
fn count_words(count: f64) -> String {
    let words = [(0.25, "1/4"), (0.5, "1/2"), (0.75, "3/4"), (1.0 / 3.0, "1/3"), (2.0 / 3.0, "2/3")];
    let fraction = words.into_iter().find(|(fraction, _)| near(count, *fraction));
    fraction.map_or_else(|| rounded(count).to_string(), |(_, words)| words.to_owned())
}

fn near(one: f64, other: f64) -> bool {
    (one - other).abs() < 1e-6
}

fn grams_words(grams: f64) -> String {
    format!("{} g", rounded(grams))
}

/// A number rounded to a hundredth, so that a third of a portion has no endless digits.
fn rounded(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn medium() -> [Portion; 1] {
        [Portion { label: "1 medium".to_owned(), grams: 118.0 }]
    }

    fn read(text: &str) -> Result<Quantity, TypedError> {
        Quantity::read(text, FluidMeasures::Us)
    }

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
            ("two", 2.0),
        ] {
            assert_eq!(read(text).unwrap().parts, [QuantityPart::Portions(count)], "{text}");
        }
        for (text, grams) in [
            ("120", 120.0),
            ("20.5", 20.5),
            ("120 g", 120.0),
            ("120g", 120.0),
            ("0.1 kg", 100.0),
            ("0,5 kg", 500.0),
            ("250+186 g", 436.0),
            ("1 000", 1000.0),
        ] {
            assert_eq!(read(text).unwrap().of(&[]).unwrap().amount, Grams::new(grams).unwrap(), "{text}");
        }
        for text in [
            "", "abc", "0", "-1", "1/0", "1/", "/2", "5001", "99999", "0 g", "99999 g", "1..5", "1,000", "1 2", "1/2/3", "2 %", "1_0",
            "inf", "NaN", "0 cups",
        ] {
            assert!(read(text).is_err(), "{text}");
        }
    }

    #[test]
    fn what_cannot_be_read_says_how_to_write_it() {
        let words = |text: &str| read(text).unwrap_err().to_string();
        assert_eq!(words("abc"), "Amount \"abc\" cannot be read; write it like 1, 1/2, 120 g, 200 ml or 2 slices, from 0.1 to 5,000 g");
        assert_eq!(words("0"), "Amount 0 is not allowed; give more than 0 to 20 portions, or a weight like 120 g");
        assert_eq!(words("99999"), words("99999 g"));
        assert_eq!(words("99999 g"), "Amount 99999 g is not allowed; give 0.1 to 5,000 g");
    }

    #[test]
    fn a_helping_says_how_it_was_given() {
        for (text, portion, grams) in [
            ("1", "1 medium", 118.0),
            ("1/2", "1/2 × 1 medium", 59.0),
            ("1.5", "1.5 × 1 medium", 177.0),
            ("1/3", "1/3 × 1 medium", 39.33),
            ("80 g", "", 80.0),
            ("2 medium", "2 medium", 236.0),
            ("1 medium + 20 g", "1 medium + 20 g", 138.0),
        ] {
            let helping = read(text).unwrap().of(&medium()).unwrap();
            assert_eq!(helping, Helping { amount: Grams::new(grams).unwrap(), portion: portion.to_owned() }, "{text}");
        }
        let refused = |text: &str| read(text).unwrap().of(&medium()).unwrap_err().to_string();
        assert_eq!(
            refused("20 medium + 20 medium + 20 medium"),
            "Amount 20 medium + 20 medium + 20 medium (7080 g) is not allowed; give 0.1 to 5,000 g"
        );
        assert_eq!(refused("2 slices"), "Amount \"2 slices\" cannot be read for this food; write it like 1 medium (118 g) or 120 g");
        assert_eq!(refused("200 ml"), "Amount \"200 ml\" cannot be read for this food; write it like 1 medium (118 g) or 120 g");
    }
}
