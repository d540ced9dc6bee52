//! Supplements that the person has, and the doses that were taken of them.

use super::clean_line;
use super::words::{Bound, of_length};
use super::{Amounts, Day, Id, OutOfRange, OwnName};
use chrono::{DateTime, FixedOffset};

/// A number of doses, 0.25 to 20.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Doses(f64);

impl Doses {
    /// One dose.
    pub const ONE: Self = Self(1.0);

    /// A number of doses.
    ///
    /// # Errors
    /// [`OutOfRange`] outside 0.25 to 20, and for NaN.
    pub fn new(value: f64) -> Result<Self, OutOfRange> {
        if (0.25..=20.0).contains(&value) {
            return Ok(Self(value));
        }
        Err(OutOfRange { field: "Doses", value: value.to_string(), min: "0.25", max: "20", unit: "" })
    }

    /// The number of doses.
    #[must_use]
    pub fn get(self) -> f64 {
        self.0
    }
}

/// A supplement that the person has.
#[derive(Debug, Clone, PartialEq)]
pub struct Supplement {
    /// Its name, unlike that of any other supplement: "Magnesium citrate".
    pub name: OwnName,
    /// One dose in words, 1 to 40 characters: "1 tablet".
    pub dose: String,
    /// The nutrients in one dose: of the element or vitamin itself, not of the salt that it comes in.
    pub per_dose: Amounts,
    /// The doses that are taken every day; `None` if it is taken only now and then.
    pub daily: Option<Doses>,
    /// Whether a doctor prescribed it. Otherwise the person chose it.
    pub prescribed: bool,
}

/// Doses of a supplement that were taken on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct SupplementTaken {
    /// The day it belongs to.
    pub day: Day,
    /// The supplement.
    pub product: Id<Supplement>,
    /// The name of the supplement when it was taken.
    pub name: String,
    /// One dose in words when it was taken: "1 tablet".
    pub dose: String,
    /// The number of doses.
    pub doses: Doses,
    /// The nutrients in one dose when it was taken, so that changing the supplement leaves the past alone.
    pub per_dose: Amounts,
    /// The local time with its UTC offset; `None` if the person did not say when.
    pub time: Option<DateTime<FixedOffset>>,
}

impl Supplement {
    /// Checks the text for one dose, such as "1 tablet", and removes the spaces around it.
    ///
    /// # Errors
    /// [`OutOfRange`] if there is no character, or more than 40.
    pub fn dose(words: &str) -> Result<String, OutOfRange> {
        of_length("Dose", &clean_line(words), Bound(1, "1"), Bound(40, "40"))
    }

    /// How often it is taken, in words: "1 dose every day", "only now and then".
    #[must_use]
    pub fn regimen(&self) -> String {
        match self.daily {
            None => "only now and then".to_owned(),
            Some(Doses::ONE) => "1 dose every day".to_owned(),
            Some(doses) => format!("{} doses every day", doses.get()),
        }
    }
}

impl SupplementTaken {
    /// Doses of a supplement taken on a day, without a time.
    #[must_use]
    pub fn of(product: Id<Supplement>, supplement: &Supplement, doses: Doses, day: Day) -> Self {
        let Supplement { name, dose, per_dose, daily: _, prescribed: _ } = supplement;
        Self { day, product, name: name.as_str().to_owned(), dose: dose.clone(), doses, per_dose: *per_dose, time: None }
    }

    /// The nutrients in all the doses together.
    #[must_use]
    pub fn amounts(&self) -> Amounts {
        self.per_dose.in_grams(self.doses.get() * 100.0)
    }

    /// Supplement and doses in words: "Magnesium citrate, 2 × 1 tablet".
    #[must_use]
    pub fn summary(&self) -> String {
        let Self { name, dose, doses, .. } = self;
        if *doses == Doses::ONE { format!("{name}, {dose}") } else { format!("{name}, {} × {dose}", doses.get()) }
    }
}
