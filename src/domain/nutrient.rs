//! Nutrients, and amounts of them that may be unknown.

use super::{grouped, uncapitalised};
use std::str::FromStr;

/// Declares the nutrients with column, label and unit.
macro_rules! nutrients {
    ($( $(#[$meta:meta])* $variant:ident = $key:literal, $column:literal, $label:literal, $unit:literal; )+) => {
        /// A nutrient, or another content of foods, as USDA's tables give it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Nutrient { $( $(#[$meta])* $variant, )+ }

        impl Nutrient {
            /// Every nutrient, in the order of the columns in files.
            pub const ALL: &'static [Self] = &[ $( Self::$variant, )+ ];

            /// The key that the command line, JSON and saved entries use for this nutrient. It never changes.
            #[must_use]
            pub fn key(self) -> &'static str {
                match self { $( Self::$variant => $key, )+ }
            }

            /// The name of its column in files, which ends with the unit: `magnesium_mg`.
            #[must_use]
            pub fn column(self) -> &'static str {
                match self { $( Self::$variant => $column, )+ }
            }

            /// The name on the screen.
            #[must_use]
            pub fn label(self) -> &'static str {
                match self { $( Self::$variant => $label, )+ }
            }

            /// The unit of its amounts: "mg".
            #[must_use]
            pub fn unit(self) -> &'static str {
                match self { $( Self::$variant => $unit, )+ }
            }
        }
    };
}

nutrients! {
    /// Energy.
    Energy = "energy", "energy_kcal", "Energy", "kcal";
    /// Water in the food.
    Water = "water", "water_g", "Water", "g";
    /// Protein.
    Protein = "protein", "protein_g", "Protein", "g";
    /// Magnesium.
    Magnesium = "magnesium", "magnesium_mg", "Magnesium", "mg";
    /// Potassium.
    Potassium = "potassium", "potassium_mg", "Potassium", "mg";
    /// Calcium.
    Calcium = "calcium", "calcium_mg", "Calcium", "mg";
    /// Sodium: for watching, never suggested.
    Sodium = "sodium", "sodium_mg", "Sodium", "mg";
    /// Zinc.
    Zinc = "zinc", "zinc_mg", "Zinc", "mg";
    /// Vitamin D2 and D3; 1 ug is 40 IU.
    VitaminD = "vitamin_d", "vitamin_d_ug", "Vitamin D", "ug";
    /// Vitamin B1.
    Thiamin = "thiamin", "thiamin_mg", "Vitamin B1", "mg";
    /// Vitamin B6.
    VitaminB6 = "vitamin_b6", "vitamin_b6_mg", "Vitamin B6", "mg";
    /// Vitamin B12.
    VitaminB12 = "vitamin_b12", "vitamin_b12_ug", "Vitamin B12", "ug";
    /// Vitamin K1 (phylloquinone).
    VitaminK = "vitamin_k", "vitamin_k1_ug", "Vitamin K1", "ug";
    /// Caffeine.
    Caffeine = "caffeine", "caffeine_mg", "Caffeine", "mg";
    /// Alcohol.
    Alcohol = "alcohol", "alcohol_g", "Alcohol", "g";
}

impl Nutrient {
    /// The nutrients for which foods are suggested, in the order in which the program offers them.
    pub const SUGGESTED: [Self; 8] =
        [Self::Magnesium, Self::Potassium, Self::Calcium, Self::VitaminD, Self::Thiamin, Self::VitaminB6, Self::VitaminB12, Self::Zinc];

    /// The name for the middle of a sentence: "magnesium", "vitamin B6".
    #[must_use]
    pub fn in_a_sentence(self) -> String {
        uncapitalised(self.label())
    }

    /// An amount in words, with the unit and about three digits.
    ///
    /// ```
    /// use cramp_diary::domain::Nutrient;
    /// assert_eq!(Nutrient::Potassium.amount(1_234.4), "1,234 mg");
    /// assert_eq!(Nutrient::VitaminB6.amount(0.367), "0.37 mg");
    /// assert_eq!(Nutrient::VitaminB6.amount(0.0), "0 mg");
    /// ```
    #[must_use]
    pub fn amount(self, value: f64) -> String {
        let number = if value <= 0.0 {
            "0".to_owned()
        } else if value >= 1000.0 {
            grouped(value)
        } else if value >= 20.0 {
            format!("{value:.0}")
        } else if value >= 2.0 {
            format!("{value:.1}")
        } else {
            format!("{value:.2}")
        };
        format!("{number} {}", self.unit())
    }
}

/// The error for a text that is the key of no nutrient.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("Nutrient \"{given}\" is unknown; choose one of: {}", Nutrient::ALL.iter().map(|nutrient| nutrient.key()).collect::<Vec<_>>().join(", "))]
pub struct UnknownNutrient {
    given: String,
}

impl FromStr for Nutrient {
    type Err = UnknownNutrient;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        let wanted = word.trim().to_lowercase().replace([' ', '-'], "_");
        let wanted = match wanted.as_str() {
            "b1" | "vitamin_b1" => "thiamin",
            "b6" => "vitamin_b6",
            "b12" => "vitamin_b12",
            "d" | "vitamin_d3" => "vitamin_d",
            "k" | "k1" | "vitamin_k1" => "vitamin_k",
            other => other,
        };
        Self::ALL.iter().copied().find(|nutrient| nutrient.key() == wanted).ok_or_else(|| UnknownNutrient { given: word.to_owned() })
    }
}

/// The amount of each nutrient in its unit. An amount that is unknown is `None`, never zero.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Amounts([Option<f64>; Nutrient::ALL.len()]);

impl Amounts {
    /// The amount of a nutrient in its unit. Returns `None` if it is unknown.
    #[must_use]
    pub fn get(&self, nutrient: Nutrient) -> Option<f64> {
        self.0[nutrient as usize]
    }

    /// Sets the amount of a nutrient in its unit; `None` makes it unknown.
    pub fn set(&mut self, nutrient: Nutrient, value: Option<f64>) {
        self.0[nutrient as usize] = value;
    }

    /// The amounts in `grams` of a food of which these are the amounts in 100 g.
    #[must_use]
    pub fn in_grams(&self, grams: f64) -> Self {
        Self(self.0.map(|amount| amount.map(|per_100_g| per_100_g * grams / 100.0)))
    }

    /// The sum of both. A nutrient that is unknown in one of them is unknown in the sum.
    #[must_use]
    pub fn plus(&self, other: &Self) -> Self {
        let mut sum = *self;
        for nutrient in Nutrient::ALL {
            sum.set(*nutrient, self.get(*nutrient).zip(other.get(*nutrient)).map(|(a, b)| a + b));
        }
        sum
    }

    /// The nutrients with a known amount, in the order of [`Nutrient::ALL`].
    pub fn known(&self) -> impl Iterator<Item = (Nutrient, f64)> {
        Nutrient::ALL.iter().filter_map(|nutrient| Some((*nutrient, self.get(*nutrient)?)))
    }

    /// Whether no amount is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.known().next().is_none()
    }
}

impl FromIterator<(Nutrient, f64)> for Amounts {
    fn from_iter<I: IntoIterator<Item = (Nutrient, f64)>>(known: I) -> Self {
        let mut amounts = Self::default();
        for (nutrient, amount) in known {
            amounts.set(nutrient, Some(amount));
        }
        amounts
    }
}
