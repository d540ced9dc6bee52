//! A person's own factors: what they want to watch that the program does not know.

use super::clean_line;
use super::keyed::keyed_enum;
use super::words::{Bound, grouped, of_length};
use super::{Day, Id, OutOfRange, OwnName};

keyed_enum! {
    /// How a factor is answered.
    FactorKind, "kind of factor" {
        /// Yes or no.
        YesNo = "yes_no", "Yes or no";
        /// A number with a unit.
        Number = "number", "A number";
        /// 0 to 10.
        Scale = "scale", "0 to 10";
    }
}

/// A factor that the person made, such as "Compression socks". Days keep their answers when it is renamed or retired.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Factor {
    /// Its name, unique among the factors.
    pub name: OwnName,
    /// How it is answered. Fixed as soon as a day answers it.
    pub kind: FactorKind,
    /// The unit of a number, at most 20 characters. Empty for none, and always for yes or no and for scales.
    pub unit: String,
    /// Whether the person retired it, so that days do not ask for it any more.
    pub retired: bool,
}

impl Factor {
    /// A factor without a unit, which days ask for.
    #[must_use]
    pub fn new(name: OwnName, kind: FactorKind) -> Self {
        Self { name, kind, unit: String::new(), retired: false }
    }

    /// Checks a unit and removes the spaces around it.
    ///
    /// # Errors
    /// [`OutOfRange`] if it has more than 20 characters.
    pub fn unit(words: &str) -> Result<String, OutOfRange> {
        of_length("Unit", &clean_line(words), Bound(0, "0"), Bound(20, "20"))
    }

    /// An answer to this factor in words: "yes", "12 km", "7 of 10".
    #[must_use]
    pub fn written(&self, value: f64) -> String {
        self.kind.written(value, &self.unit)
    }
}

impl FactorKind {
    /// An answer of this kind in words: "yes", "12,000 steps", "0.25 km", "7 of 10".
    #[must_use]
    pub fn written(self, value: f64, unit: &str) -> String {
        let hundredths = (value * 100.0).round() / 100.0;
        let whole = hundredths >= 1000.0 && hundredths.fract() == 0.0;
        match self {
            Self::YesNo => if value > 0.0 { "yes" } else { "no" }.to_owned(),
            Self::Number if whole => format!("{} {unit}", grouped(hundredths)).trim_end().to_owned(),
            Self::Number => format!("{hundredths} {unit}").trim_end().to_owned(),
            Self::Scale => format!("{value:.0} of 10"),
        }
    }
}

/// The answer to a factor on a day. A day answers each factor at most once.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FactorValue {
    /// The day it belongs to.
    pub day: Day,
    /// The factor that is answered.
    pub factor: Id<Factor>,
    value: f64,
}

impl FactorValue {
    /// An answer that fits the kind of its factor: 0 or 1 for yes or no, a whole number from 0 to 10 for a scale, 0 to 1,000,000 for a
    /// number.
    ///
    /// # Errors
    /// [`OutOfRange`] for any other value, NaN included.
    pub fn new(day: Day, factor: Id<Factor>, kind: FactorKind, value: f64) -> Result<Self, OutOfRange> {
        let (allowed, max) = match kind {
            FactorKind::YesNo => ([0.0, 1.0].contains(&value), "1"),
            FactorKind::Number => ((0.0..=1_000_000.0).contains(&value), "1,000,000"),
            FactorKind::Scale => ((0.0..=10.0).contains(&value) && value.fract() == 0.0, "10"),
        };
        if allowed {
            return Ok(Self { day, factor, value });
        }
        Err(OutOfRange { field: "Value", value: value.to_string(), min: "0", max, unit: "" })
    }

    /// An answer read from the file, where the kind of its factor is not at hand: it was checked against that when it was logged.
    ///
    /// # Errors
    /// [`OutOfRange`] for a value outside 0 to 1,000,000, which no kind allows.
    pub fn of_any_kind(day: Day, factor: Id<Factor>, value: f64) -> Result<Self, OutOfRange> {
        Self::new(day, factor, FactorKind::Number, value)
    }

    /// The answer as a number; for yes or no, 1 is yes and 0 is no.
    #[must_use]
    pub fn value(&self) -> f64 {
        self.value
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn factor(kind: FactorKind, unit: &str) -> Factor {
        Factor { unit: Factor::unit(unit).unwrap(), ..Factor::new(OwnName::new("Mine").unwrap(), kind) }
    }

    #[test]
    fn each_kind_has_its_values() {
        let (day, id) = (Day::new("2026-11-19".parse().unwrap()), Id::from_uuid(uuid::Uuid::from_u128(7)));
        let cases: [(FactorKind, &[f64], &[f64]); 3] = [
            (FactorKind::YesNo, &[0.0, 1.0], &[0.5, 2.0, -1.0, f64::NAN]),
            (FactorKind::Number, &[0.0, 0.25, 1_000_000.0], &[-0.1, 1_000_001.0, f64::NAN, f64::INFINITY]),
            (FactorKind::Scale, &[0.0, 7.0, 10.0], &[7.5, 11.0, -1.0, f64::NAN]),
        ];
        for (kind, allowed, refused) in cases {
            for value in allowed {
                assert_eq!(FactorValue::new(day, id, kind, *value).map(|said| said.value()), Ok(*value), "{kind:?}");
            }
            for value in refused {
                assert!(FactorValue::new(day, id, kind, *value).is_err(), "{kind:?} {value}");
            }
        }
        assert!(FactorValue::of_any_kind(day, id, 12.5).is_ok() && FactorValue::of_any_kind(day, id, -1.0).is_err());
    }

    #[test]
    fn values_are_written_as_they_were_said() {
        for (kind, unit, value, words) in [
            (FactorKind::YesNo, "", 1.0, "yes"),
            (FactorKind::YesNo, "", 0.0, "no"),
            (FactorKind::Number, " km ", 12.0, "12 km"),
            (FactorKind::Number, "", 1.0 / 3.0, "0.33"),
            (FactorKind::Number, "steps", 12_000.0, "12,000 steps"),
            (FactorKind::Scale, "", 7.0, "7 of 10"),
        ] {
            assert_eq!(factor(kind, unit).written(value), words);
        }
        assert!(Factor::unit(&"x".repeat(21)).is_err());
    }
}
