//! Units of volume, and whose pint, cup and fluid ounce is meant.

use crate::domain::Country;

/// Whose fluid ounces, pints and quarts are meant where a person types them.
///
/// The gallon of the United States is 231 cubic inches (NIST Handbook 44, appendix C), that of the United Kingdom 4.54609 litres (Weights
/// and Measures Act 1985, schedule 1); a pint is an eighth of either, a fluid ounce a sixteenth of the American and a twentieth of the
/// British pint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FluidMeasures {
    /// The fluid ounce of 29.57 ml, the cup of 237 ml and the pint of 473 ml.
    #[default]
    Us,
    /// The fluid ounce of 28.41 ml and the pint of 568 ml. A cup is a household one, of no certain size.
    Uk,
}

impl FluidMeasures {
    /// The measures that people in a country use: those of the United States there, and if the country is unknown; otherwise the British
    /// ones, which were the law in Canada, Australia and New Zealand too.
    #[must_use]
    pub fn of_country(country: Option<Country>) -> Self {
        match country {
            Some(Country::UnitedStates) | None => Self::Us,
            Some(_) => Self::Uk,
        }
    }

    /// The fluid ounce in ml.
    #[must_use]
    pub fn fluid_ounce_ml(self) -> f64 {
        match self {
            Self::Us => 29.573_529_562_5,
            Self::Uk => 28.413_062_5,
        }
    }

    fn pint_ml(self) -> f64 {
        match self {
            Self::Us => 16.0 * self.fluid_ounce_ml(),
            Self::Uk => 20.0 * self.fluid_ounce_ml(),
        }
    }

    /// The ml in one of a unit that is given in small letters, as [`terms`](super::counted::terms) returns it. Returns `None` if it is no
    /// unit of volume. A cup or spoon is a [household measure](household_ml).
    pub(super) fn unit_ml(self, unit: &str) -> Option<f64> {
        let pints = match unit {
            "ml" | "mls" | "millilitre" | "millilitres" | "milliliter" | "milliliters" | "cc" => return Some(1.0),
            "cl" | "centilitre" | "centilitres" | "centiliter" | "centiliters" => return Some(10.0),
            "dl" | "decilitre" | "decilitres" | "deciliter" | "deciliters" => return Some(100.0),
            "l" | "litre" | "litres" | "liter" | "liters" | "ltr" => return Some(1000.0),
            "fl oz" | "fl ozs" | "floz" | "fluid oz" | "fluid ounce" | "fluid ounces" => return Some(self.fluid_ounce_ml()),
            "pint" | "pints" | "pt" | "pts" => 1.0,
            "half pint" | "half-pint" => 0.5,
            "quart" | "quarts" | "qt" | "qts" => 2.0,
            "gallon" | "gallons" | "gal" => 8.0,
            _ => return None,
        };
        Some(pints * self.pint_ml())
    }
}

/// The ml in a cup or spoon of the United States, by which the catalogue measures foods. Returns `None` for any other measure.
pub(super) fn household_ml(measure: &str) -> Option<f64> {
    let ounces = match measure {
        "cup" => 8.0,
        "tbsp" => 0.5,
        "tsp" => 1.0 / 6.0,
        _ => return None,
    };
    Some(ounces * FluidMeasures::Us.fluid_ounce_ml())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_those_of_the_law() {
        for (measures, unit, ml) in [
            (FluidMeasures::Us, "fl oz", 29.573_529_562_5),
            (FluidMeasures::Us, "pint", 473.176_473),
            (FluidMeasures::Us, "gallon", 3_785.411_784),
            (FluidMeasures::Uk, "fl oz", 28.413_062_5),
            (FluidMeasures::Uk, "pint", 568.261_25),
            (FluidMeasures::Uk, "gallon", 4_546.09),
            (FluidMeasures::Uk, "dl", 100.0),
        ] {
            assert!((measures.unit_ml(unit).unwrap() - ml).abs() < 1e-6, "{unit} of {measures:?}");
        }
        assert!((household_ml("cup").unwrap() - 236.588_236_5).abs() < 1e-6);
        for country in [Country::Ireland, Country::Canada, Country::Australia, Country::NewZealand] {
            assert_eq!(FluidMeasures::of_country(Some(country)), FluidMeasures::Uk, "no American pint in {}", country.label());
        }
        assert_eq!(FluidMeasures::of_country(None), FluidMeasures::Us);
    }
}
