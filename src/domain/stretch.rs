//! Stretching on a day, and days on which there was none.

use super::keyed::keyed_enum;
use super::words::{Bound, LONGEST_NAME, of_length};
use super::{Day, Minutes, OutOfRange, clean_line};

keyed_enum! {
    /// The time of day at which a person stretched.
    StretchTime, "time" {
        /// Just before going to bed.
        Bedtime = "bedtime", "At bedtime";
        /// Any other time.
        OtherTime = "other_time", "Other time";
    }
}

/// The name of a stretch: its key in the guide, or a name that the person gave it, 1 to 200 characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StretchName(String);

impl StretchName {
    /// Checks a name and removes the spaces around it.
    ///
    /// # Errors
    /// [`OutOfRange`] if it is empty or has more than 200 characters.
    pub fn new(name: &str) -> Result<Self, OutOfRange> {
        of_length("Name of the stretch", &clean_line(name), Bound(1, "1"), LONGEST_NAME).map(Self)
    }

    /// The characters of the name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// How much was stretched in one session.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Dose {
    /// A time.
    Time(Minutes),
    /// Sets of holds.
    Holds {
        /// The number of sets, 1 to 50.
        sets: u8,
        /// The holds in each set, 1 to 100.
        holds: u8,
    },
}

impl Dose {
    /// Sets of holds, from counts that are checked.
    ///
    /// # Errors
    /// [`OutOfRange`] if `sets` is outside 1 to 50, or `holds` outside 1 to 100.
    pub fn holds(sets: u32, holds: u32) -> Result<Self, OutOfRange> {
        let within = |field, value: u32, max: u8, words| match u8::try_from(value) {
            Ok(count @ 1..) if count <= max => Ok(count),
            Ok(_) | Err(_) => Err(OutOfRange { field, value: value.to_string(), min: "1", max: words, unit: "" }),
        };
        Ok(Self::Holds { sets: within("Sets", sets, 50, "50")?, holds: within("Holds", holds, 100, "100")? })
    }

    /// The time in minutes. A hold counts as 20 seconds: 10 of holding and 10 of rest, as in the trial of bedtime stretching
    /// (Hallegraeff 2012).
    #[must_use]
    pub fn minutes(self) -> f64 {
        match self {
            Self::Time(minutes) => minutes.get(),
            Self::Holds { sets, holds } => f64::from(sets) * f64::from(holds) * 20.0 / 60.0,
        }
    }

    /// The amount in words: "3 min", "2 x 10 holds".
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
    /// The name of the stretch.
    pub name: StretchName,
    /// How much was stretched.
    pub dose: Dose,
    /// Whether it was at bedtime.
    pub time: StretchTime,
}

/// A day on which the person said that they did not stretch: zero minutes, unlike a day that was not logged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoStretching {
    /// The day. It has at most one such record, and none beside a [`Stretch`].
    pub day: Day,
}
