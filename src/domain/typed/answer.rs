//! Answers to the person's own factors as people type them.

use super::measured::number;
use super::{TypedError, up_to_ten};
use crate::domain::{Factor, FactorKind};

impl Factor {
    /// Reads an answer to this factor: "yes" or "no", "7" of 10, or a number with or without the unit: "12.5 km", "12,5". Of numbers
    /// the range is not checked here, but by [`FactorValue::new`](crate::domain::FactorValue::new).
    ///
    /// # Errors
    /// [`TypedError`] for anything else.
    pub fn read_answer(&self, text: &str) -> Result<f64, TypedError> {
        let unreadable = |example| TypedError::Unreadable { field: "Value", given: text.trim().to_owned(), example };
        let answer = text.trim().to_lowercase();
        match self.kind {
            FactorKind::YesNo => match answer.as_str() {
                "yes" | "y" | "1" => Ok(1.0),
                "no" | "n" | "0" => Ok(0.0),
                _ => Err(unreadable("yes or no")),
            },
            FactorKind::Number => {
                let digits = answer.strip_suffix(&self.unit.to_lowercase()).unwrap_or(&answer);
                number(digits, &[], "Value", "12 or 12.5").map_err(|error| match error {
                    TypedError::Unreadable { .. } => unreadable("12 or 12.5, from 0 to 1,000,000"),
                    clear => clear,
                })
            }
            FactorKind::Scale => up_to_ten(&answer, "Value").map(f64::from),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::OwnName;

    #[test]
    fn factors_are_answered_in_their_own_way() {
        let factor = |kind, unit: &str| Factor { unit: unit.to_owned(), ..Factor::new(OwnName::new("Mine").unwrap(), kind) };
        let (yes_no, km, scale) = (factor(FactorKind::YesNo, ""), factor(FactorKind::Number, "km"), factor(FactorKind::Scale, ""));
        for (factor, text, value) in [
            (&yes_no, "Yes", 1.0),
            (&yes_no, "no", 0.0),
            (&km, "12.5 KM", 12.5),
            (&km, "12,5", 12.5),
            (&factor(FactorKind::Number, "°C"), "38 °C", 38.0),
            (&factor(FactorKind::Number, ""), "38", 38.0),
            (&scale, "7", 7.0),
        ] {
            assert_eq!(factor.read_answer(text), Ok(value), "{text}");
        }
        for (factor, text) in [(&yes_no, "perhaps"), (&yes_no, "2"), (&km, "12 miles"), (&km, "far"), (&scale, "11"), (&scale, "7.5")] {
            assert!(factor.read_answer(text).is_err(), "{text}");
        }
    }
}
