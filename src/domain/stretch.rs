//! Stretching of a day, and that there was none.

use super::keyed::keyed_enum;
use super::{Day, Minutes, OutOfRange};

keyed_enum! {
    /// When in the day.
    StretchTime, "time" {
        /// Just before getting into bed.
        Bedtime = "bedtime", "At bedtime";
        /// Any other time.
        OtherTime = "other_time", "Other time";
    }
}

/// Which stretch: the key of one in the guide, or the person's own words. 1 to 80 characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StretchName(String);

impl StretchName {
    /// Trims the words and checks that there are 1 to 80 characters.
    ///
    /// # Errors
    /// [`OutOfRange`] for nothing or too much.
    pub fn new(name: &str) -> Result<Self, OutOfRange> {
        let name = name.trim();
        match name.chars().count() {
            1..=80 => Ok(Self(name.to_owned())),
            count => Err(OutOfRange {
                field: "Name of the stretch with",
                value: format!("{count} characters"),
                min: "1",
                max: "80",
                unit: " characters",
            }),
        }
    }

    /// The key or words.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// How much.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Dose {
    /// In minutes.
    Time(Minutes),
    /// As sets of holds.
    Holds {
        /// 1 to 50.
        sets: u8,
        /// Holds a set, 1 to 100.
        holds: u8,
    },
}

impl Dose {
    /// Checks sets (1 to 50) and holds (1 to 100).
    ///
    /// # Errors
    /// [`OutOfRange`] naming the one that is not allowed.
    pub fn holds(sets: u32, holds: u32) -> Result<Self, OutOfRange> {
        let within = |field, value: u32, max: u8, words| match u8::try_from(value) {
            Ok(count @ 1..) if count <= max => Ok(count),
            Ok(_) | Err(_) => Err(OutOfRange { field, value: value.to_string(), min: "1", max: words, unit: "" }),
        };
        Ok(Self::Holds { sets: within("Sets", sets, 50, "50")?, holds: within("Holds", holds, 100, "100")? })
    }

    /// In minutes; a hold counts 20 seconds, which is the 10 of holding and 10 of rest of the bedtime trial
    /// (Hallegraeff 2012).
    #[must_use]
    pub fn minutes(self) -> f64 {
        match self {
            Self::Time(minutes) => minutes.get(),
            Self::Holds { sets, holds } => f64::from(sets) * f64::from(holds) * 20.0 / 60.0,
        }
    }

    /// For example "3 min" or "2 x 10 holds".
    #[must_use]
    pub fn label(self) -> String {
        match self {
            Self::Time(minutes) => minutes.to_string(),
            Self::Holds { sets, holds } => format!("{sets} x {holds} holds"),
        }
    }
}

/// One stretching session.
#[derive(Debug, Clone, PartialEq)]
pub struct Stretch {
    /// The day it belongs to.
    pub day: Day,
    /// Which stretch.
    pub name: StretchName,
    /// How much.
    pub dose: Dose,
    /// At bedtime or not.
    pub time: StretchTime,
}

/// "Did not stretch" on a day: zero, which is not the same as nothing said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoStretching {
    /// The day; at most one such record for it, and none beside a [`Stretch`].
    pub day: Day,
}
