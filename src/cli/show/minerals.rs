//! The minerals of a day.

use crate::domain::Nutrient;

/// The minerals whose totals are shown.
pub(super) const MINERALS: [Nutrient; 3] = [Nutrient::Magnesium, Nutrient::Potassium, Nutrient::Calcium];
