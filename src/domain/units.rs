//! Quantities with a unit and an allowed range, checked once when they are made.

use std::fmt;

/// The error for a value outside the range that its field allows.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{field} {value} is not allowed; give {min} to {max}{unit}")]
pub struct OutOfRange {
    /// The field: "Severity".
    pub field: &'static str,
    /// The value as given.
    pub value: String,
    /// The smallest allowed value.
    pub min: &'static str,
    /// The largest allowed value.
    pub max: &'static str,
    /// The unit of both bounds with a space before it: " minutes". Empty for none.
    pub unit: &'static str,
}

/// How bad a cramp was, 0 to 10.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Severity(u8);

impl Severity {
    /// The worst severity.
    pub const MAX: u8 = 10;

    /// A severity from 0 to 10.
    ///
    /// # Errors
    /// [`OutOfRange`] above 10.
    pub fn new(value: u8) -> Result<Self, OutOfRange> {
        if value <= Self::MAX {
            return Ok(Self(value));
        }
        Err(OutOfRange { field: "Severity", value: value.to_string(), min: "0", max: "10", unit: "" })
    }

    /// Every severity from 0 to 10.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..=Self::MAX).map(Self)
    }

    /// The value, 0 to 10.
    #[must_use]
    pub fn get(self) -> u8 {
        self.0
    }

    /// The severity in words: "no pain" (0), "mild" (1 to 3: sleep goes on), "moderate" (4 to 6: it wakes the person) or "severe" (7 to
    /// 10), as in the trial NCT05547750 (Tan 2024).
    ///
    /// ```
    /// use cramp_diary::domain::Severity;
    /// assert_eq!(Severity::new(6).unwrap().word(), "moderate");
    /// ```
    #[must_use]
    pub fn word(self) -> &'static str {
        match self.0 {
            0 => "no pain",
            1..=3 => "mild",
            4..=6 => "moderate",
            _ => "severe",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A volume that was drunk at once, 1 to 5,000 ml.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VolumeMl(u16);

impl VolumeMl {
    /// A volume in ml.
    ///
    /// # Errors
    /// [`OutOfRange`] outside 1 to 5,000.
    pub fn new(value: u32) -> Result<Self, OutOfRange> {
        match u16::try_from(value) {
            Ok(ml @ 1..=5000) => Ok(Self(ml)),
            _ => Err(OutOfRange { field: "Volume", value: format!("{value} ml"), min: "1", max: "5,000", unit: " ml" }),
        }
    }

    /// The volume in ml.
    #[must_use]
    pub fn get(self) -> u16 {
        self.0
    }
}

impl fmt::Display for VolumeMl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ml", self.0)
    }
}

/// Returns `value` if the range includes it, otherwise `error`.
fn within(value: f64, range: std::ops::RangeInclusive<f64>, error: OutOfRange) -> Result<f64, OutOfRange> {
    if range.contains(&value) { Ok(value) } else { Err(error) }
}

/// The duration of a cramp or of a stretching session, 0.1 to 180 minutes.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Minutes(f64);

impl Minutes {
    /// A duration in minutes.
    ///
    /// # Errors
    /// [`OutOfRange`] outside 0.1 to 180, and for NaN.
    pub fn new(value: f64) -> Result<Self, OutOfRange> {
        let error = OutOfRange { field: "Duration", value: format!("{value} minutes"), min: "0.1", max: "180", unit: " minutes" };
        within(value, 0.1..=180.0, error).map(Self)
    }

    /// The number of minutes.
    #[must_use]
    pub fn get(self) -> f64 {
        self.0
    }
}

impl fmt::Display for Minutes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} min", self.0)
    }
}

/// A weight of food, 0.1 to 5,000 g.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Grams(f64);

impl Grams {
    /// A weight in g.
    ///
    /// # Errors
    /// [`OutOfRange`] outside 0.1 to 5,000, and for NaN.
    pub fn new(value: f64) -> Result<Self, OutOfRange> {
        let error = OutOfRange { field: "Amount", value: format!("{value} g"), min: "0.1", max: "5,000", unit: " g" };
        within(value, 0.1..=5000.0, error).map(Self)
    }

    /// The number of grams.
    #[must_use]
    pub fn get(self) -> f64 {
        self.0
    }
}

impl fmt::Display for Grams {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} g", self.0)
    }
}

/// How much cramps disturbed the sleep of a night, 0 (not at all) to 10 (no sleep at all).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Disturbance(u8);

impl Disturbance {
    /// A disturbance from 0 to 10.
    ///
    /// # Errors
    /// [`OutOfRange`] above 10.
    pub fn new(value: u8) -> Result<Self, OutOfRange> {
        if value <= 10 {
            return Ok(Self(value));
        }
        Err(OutOfRange { field: "Sleep disturbed", value: value.to_string(), min: "0", max: "10", unit: "" })
    }

    /// The value, 0 to 10.
    #[must_use]
    pub fn get(self) -> u8 {
        self.0
    }
}

impl fmt::Display for Disturbance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Hours slept in a night, or on one's feet on a day, 0 to 24.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Hours(f64);

impl Hours {
    /// A number of hours.
    ///
    /// # Errors
    /// [`OutOfRange`] outside 0 to 24, and for NaN.
    pub fn new(value: f64) -> Result<Self, OutOfRange> {
        let error = OutOfRange { field: "Time", value: format!("{value} hours"), min: "0", max: "24", unit: " hours" };
        within(value, 0.0..=24.0, error).map(Self)
    }

    /// The number of hours.
    #[must_use]
    pub fn get(self) -> f64 {
        self.0
    }

    /// The hours in words: "1 hour", "6.5 hours".
    #[must_use]
    pub fn words(self) -> String {
        let hours = self.rounded().to_string();
        format!("{hours} {}", if hours == "1" { "hour" } else { "hours" })
    }

    /// The number of hours, rounded to a hundredth: 20 minutes are a third of an hour, whose digits never end.
    #[must_use]
    pub fn rounded(self) -> f64 {
        (self.0 * 100.0).round() / 100.0
    }
}

impl fmt::Display for Hours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} h", self.rounded())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_unit_accepts_its_ends_and_refuses_what_lies_beyond() {
        for (value, allowed) in [(0, true), (10, true), (11, false), (255, false)] {
            assert_eq!(Severity::new(value).is_ok(), allowed, "severity {value}");
        }
        for (value, allowed) in [(0, false), (1, true), (5000, true), (5001, false), (70_000, false)] {
            assert_eq!(VolumeMl::new(value).is_ok(), allowed, "{value} ml");
        }
        for (value, allowed) in [(0.0, false), (0.1, true), (180.0, true), (180.1, false), (f64::NAN, false), (-1.0, false)] {
            assert_eq!(Minutes::new(value).is_ok(), allowed, "{value} minutes");
        }
        for (value, allowed) in [(0.0, false), (0.1, true), (5000.0, true), (5000.5, false), (f64::INFINITY, false)] {
            assert_eq!(Grams::new(value).is_ok(), allowed, "{value} g");
        }
        for (value, allowed) in [(0.0, true), (24.0, true), (24.5, false), (-0.5, false), (f64::NAN, false)] {
            assert_eq!(Hours::new(value).is_ok(), allowed, "{value} hours");
        }
        assert!(Disturbance::new(10).is_ok() && Disturbance::new(11).is_err());
    }

    #[test]
    fn a_refusal_names_field_value_and_range() {
        let error = Severity::new(11).unwrap_err();
        assert_eq!(error.to_string(), "Severity 11 is not allowed; give 0 to 10");
        let error = VolumeMl::new(0).unwrap_err();
        assert_eq!(error.to_string(), "Volume 0 ml is not allowed; give 1 to 5,000 ml");
    }

    #[test]
    fn severity_words_change_where_the_trials_change_them() {
        let words: Vec<_> = Severity::all().map(Severity::word).collect();
        let (mild, moderate, severe) = ("mild", "moderate", "severe");
        assert_eq!(words, ["no pain", mild, mild, mild, moderate, moderate, moderate, severe, severe, severe, severe]);
    }
}
