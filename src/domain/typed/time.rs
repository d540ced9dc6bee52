//! Lengths of time as people type them.

use super::TypedError;
use super::measured::number;
use crate::domain::{Exercise, Hours, Minutes, OutOfRange};
use std::str::FromStr;

impl FromStr for Minutes {
    type Err = TypedError;

    /// Reads "4", "4.5", "4 min" or "30 s".
    fn from_str(text: &str) -> Result<Self, TypedError> {
        let units = [("min", 1.0), ("minutes", 1.0), ("minute", 1.0), ("m", 1.0), ("s", 1.0 / 60.0), ("h", 60.0)];
        Ok(Self::new(number(text, &units, "Duration", "4 or 0.5 (minutes), from 0.1 to 180")?)?)
    }
}

impl FromStr for Hours {
    type Err = TypedError;

    /// Reads "6.5", "6,5", "6:30", "6 h", "6h 30min" or "390 min".
    fn from_str(text: &str) -> Result<Self, TypedError> {
        hours_of("Time", text)
    }
}

/// Reads hours: "6.5", "6,5", "6:30", "6 h", "6h 30min" or "390 min". `field` names them in the error: "Slept".
///
/// # Errors
/// [`TypedError`] for anything else, and outside 0 to 24 hours.
pub fn hours_of(field: &'static str, text: &str) -> Result<Hours, TypedError> {
    let hours = minutes_or_hours(text, 60.0, field, "6.5, 6:30 or 6h 30min, from 0 to 24 hours")? / 60.0;
    Hours::new(hours).map_err(|error| OutOfRange { field, ..error }.into())
}

/// Reads a time of exercise and returns it in whole minutes: "30", "30 min", "1:15", "1.5 h" or "1h 15min".
///
/// # Errors
/// [`TypedError`] for anything else, and outside 0 to 1,440 minutes.
pub fn minutes_of_exercise(text: &str) -> Result<u32, TypedError> {
    let minutes = minutes_or_hours(text, 1.0, "Exercise", "30 (minutes) or 1h 15min, from 0 to 24 hours")?.round();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a cast from f64 saturates, and what is above is refused")]
    let whole = if minutes < 0.0 { u32::MAX } else { minutes as u32 };
    match Exercise::new(whole, None) {
        Ok(_) => Ok(whole),
        Err(error) => Err(OutOfRange { value: format!("{minutes} minutes"), ..error }.into()),
    }
}

/// Reads a time and returns it in minutes. A number without a unit counts `plain` minutes.
fn minutes_or_hours(text: &str, plain: f64, field: &'static str, example: &'static str) -> Result<f64, TypedError> {
    let unreadable = || TypedError::Unreadable { field, given: text.trim().to_owned(), example };
    let short = text.trim().to_lowercase();
    let units = [("", plain), ("h", 60.0), ("hour", 60.0), ("hours", 60.0), ("min", 1.0), ("minute", 1.0), ("minutes", 1.0), ("m", 1.0)];
    let Some((hours, minutes)) = hours_and_minutes(&short) else { return number(&short, &units, field, example) };
    let whole = |part: &str| part.trim().parse::<u16>().map_err(|_not_a_number| unreadable());
    match (whole(hours)?, whole(minutes)?) {
        (hours, minutes @ 0..=59) => Ok(f64::from(hours) * 60.0 + f64::from(minutes)),
        _ => Err(unreadable()),
    }
}

/// Splits "6:30", "6h 30min" or "6 hours 30" into hours and minutes. Returns `None` if there is only one number.
fn hours_and_minutes(short: &str) -> Option<(&str, &str)> {
    if let Some(parts) = short.split_once(':') {
        return Some(parts);
    }
    let (hours, rest) = short.split_once('h')?;
    let rest = ["ours", "our"].iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest).trim();
    let minutes = ["minutes", "minute", "min", "m"].iter().find_map(|word| rest.strip_suffix(word)).unwrap_or(rest);
    (!rest.is_empty()).then_some((hours, minutes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_read_as_people_write_them() {
        for (text, hours) in [
            ("6.5", 6.5),
            ("6,5", 6.5),
            (" 6:30 ", 6.5),
            ("6h", 6.0),
            ("6 hours", 6.0),
            ("6h 30min", 6.5),
            ("6 h 30", 6.5),
            ("6 hours 30 minutes", 6.5),
            ("6H30M", 6.5),
            ("390 min", 6.5),
            ("0", 0.0),
            ("24", 24.0),
        ] {
            assert_eq!(text.parse::<Hours>().map(Hours::get), Ok(hours), "{text}");
        }
        for text in
            ["", "long", "6:3x", "6:75", "6:", ":30", "6h 75min", "6h -5min", "-1", "24.5", "25:00", "6 km", "1,000", "8h 30 s", "NaN"]
        {
            assert!(text.parse::<Hours>().is_err(), "{text}");
        }
        let error = "much".parse::<Hours>().unwrap_err();
        assert_eq!(error.to_string(), "Time \"much\" cannot be read; write it like 6.5, 6:30 or 6h 30min, from 0 to 24 hours");
        let error = hours_of("Slept", "30").unwrap_err();
        assert_eq!(error.to_string(), "Slept 30 hours is not allowed; give 0 to 24 hours");
    }

    #[test]
    fn exercise_is_read_to_the_minute() {
        for (text, minutes) in [("30", 30), ("30 min", 30), ("1:15", 75), ("1.5 h", 90), ("1h 15min", 75), ("0", 0), ("1440", 1440)] {
            assert_eq!(minutes_of_exercise(text), Ok(minutes), "{text}");
        }
        for text in ["", "-5", "1441", "25 h", "1e99", "hard"] {
            assert!(minutes_of_exercise(text).is_err(), "{text}");
        }
        assert_eq!(minutes_of_exercise("-5").unwrap_err().to_string(), "Exercise -5 minutes is not allowed; give 0 to 1,440 minutes");
    }

    #[test]
    fn minutes_are_read() {
        assert_eq!("30 s".parse::<Minutes>().map(Minutes::get), Ok(0.5));
        assert_eq!("1,5".parse::<Minutes>().map(Minutes::get), Ok(1.5));
    }
}
