//! Supplements: products, and what was taken of them.

use super::words::{Bound, of_length};
use super::{Amounts, Day, Id, OutOfRange, OwnName};
use chrono::{DateTime, FixedOffset};

/// How many doses were taken at once, 0.25 to 20.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Doses(f64);

impl Doses {
    /// One.
    pub const ONE: Self = Self(1.0);

    /// Checks the range 0.25 to 20.
    ///
    /// # Errors
    /// [`OutOfRange`] for anything else, including what is not a number.
    pub fn new(value: f64) -> Result<Self, OutOfRange> {
        if (0.25..=20.0).contains(&value) {
            return Ok(Self(value));
        }
        Err(OutOfRange { field: "Doses", value: value.to_string(), min: "0.25", max: "20", unit: "" })
    }

    /// The number.
    #[must_use]
    pub fn get(self) -> f64 {
        self.0
    }
}

/// A supplement that a person has.
#[derive(Debug, Clone, PartialEq)]
pub struct Supplement {
    /// Its name, unlike that of any other supplement: "Magnesium citrate".
    pub name: OwnName,
    /// What one dose is: "1 tablet".
    pub dose: String,
    /// What one dose holds: the element or vitamin itself, not the salt it comes in.
    pub per_dose: Amounts,
    /// How many doses are taken on every day of the regimen; nothing: only now and then.
    pub daily: Option<Doses>,
}

/// What was taken of a supplement.
#[derive(Debug, Clone, PartialEq)]
pub struct SupplementTaken {
    /// The day it belongs to.
    pub day: Day,
    /// Which product.
    pub product: Id<Supplement>,
    /// Its name when it was taken.
    pub name: String,
    /// What one dose was, in words, when it was taken.
    pub dose: String,
    /// How many doses.
    pub doses: Doses,
    /// What one dose held when it was taken, so that changing the product leaves the past alone.
    pub per_dose: Amounts,
    /// Local wall-clock time with its UTC offset, when said.
    pub time: Option<DateTime<FixedOffset>>,
}

impl Supplement {
    /// Checks the words for one dose: 1 to 40 letters, such as "1 tablet"; spaces around them are taken away.
    ///
    /// # Errors
    /// [`OutOfRange`] when there are none, or too many.
    pub fn dose(words: &str) -> Result<String, OutOfRange> {
        of_length("Dose", words, Bound(1, "1"), Bound(40, "40"))
    }

    /// How often it is taken: "1 dose every day", "only now and then".
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
    /// So many doses of a product on a day.
    #[must_use]
    pub fn of(product: Id<Supplement>, supplement: &Supplement, doses: Doses, day: Day) -> Self {
        let Supplement { name, dose, per_dose, daily: _ } = supplement;
        Self { day, product, name: name.as_str().to_owned(), dose: dose.clone(), doses, per_dose: *per_dose, time: None }
    }

    /// What was taken altogether.
    #[must_use]
    pub fn amounts(&self) -> Amounts {
        self.per_dose.in_grams(self.doses.get() * 100.0)
    }

    /// For example "Magnesium citrate, 2 × 1 tablet".
    #[must_use]
    pub fn summary(&self) -> String {
        let Self { name, dose, doses, .. } = self;
        if *doses == Doses::ONE { format!("{name}, {dose}") } else { format!("{name}, {} × {dose}", doses.get()) }
    }
}
