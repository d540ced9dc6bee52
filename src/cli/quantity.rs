//! Numbers as they are typed: wide here, checked by the domain's own types.

use crate::domain::{Dose, OutOfRange, Severity, VolumeMl};

/// Checks a severity that may be any number.
pub(super) fn severity(given: i64) -> Result<Severity, OutOfRange> {
    Severity::new(narrow(given)).map_err(|error| OutOfRange { value: given.to_string(), ..error })
}

/// Checks sets and holds that may be any numbers.
pub(super) fn holds(sets: i64, holds: i64) -> Result<Dose, OutOfRange> {
    Dose::holds(narrow(sets), narrow(holds)).map_err(|error| {
        let value = if error.field == "Sets" { sets } else { holds };
        OutOfRange { value: value.to_string(), ..error }
    })
}

/// Reads "250ml", "250 ml", "0.5l", "0.5 l" or "250": the volume in ml.
pub(super) fn millilitres(text: &str) -> Result<f64, String> {
    let wrong = || format!("\"{text}\" is not a volume; give one like 250ml or 0.5l");
    let lower = text.trim().to_lowercase();
    let (number, factor) = match lower.strip_suffix("ml") {
        Some(number) => (number, 1.0),
        None => lower.strip_suffix('l').map_or((lower.as_str(), 1.0), |number| (number, 1000.0)),
    };
    let number: f64 = number.trim().parse().map_err(|_not_a_number| wrong())?;
    if number.is_finite() { Ok(number * factor) } else { Err(wrong()) }
}

/// Checks a volume, rounded to whole ml.
pub(super) fn volume(ml: f64) -> Result<VolumeMl, OutOfRange> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the cast stops at the ends, which are not allowed")]
    let whole = ml.round() as u32;
    VolumeMl::new(whole).map_err(|error| OutOfRange { value: format!("{ml} ml"), ..error })
}

/// The number, or the largest that fits, which no field here allows.
fn narrow(given: i64) -> u8 {
    u8::try_from(given).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn volumes_are_read_with_and_without_unit() {
        for (text, expected) in [("250ml", 250), ("250 ml", 250), ("250", 250), ("0.5l", 500), ("0.5 L", 500), ("1.25 l", 1250)] {
            assert_eq!(volume(millilitres(text).unwrap()).unwrap().get(), expected, "{text}");
        }
        for wrong in ["", "ml", "a glass", "1,000 ml", "inf", "nan l", "250 mg"] {
            assert!(millilitres(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn refusals_name_the_number_that_was_given() {
        for (given, words) in [(11, "Severity 11 "), (300, "Severity 300 "), (-1, "Severity -1 ")] {
            assert!(severity(given).unwrap_err().to_string().starts_with(words));
        }
        for (given, words) in [(0.0, "Volume 0 ml "), (-5.0, "Volume -5 ml "), (1e12, "Volume 1000000000000 ml "), (0.3, "Volume 0.3 ml ")]
        {
            assert!(volume(given).unwrap_err().to_string().starts_with(words), "{given}");
        }
        assert!(holds(999, 3).unwrap_err().to_string().starts_with("Sets 999 "));
        assert!(holds(2, -3).unwrap_err().to_string().starts_with("Holds -3 "));
    }
}
