//! Volumes of drinks as people type them.

use super::TypedError;
use super::counted::{Term, terms};
use super::fluid::FluidMeasures;
use super::number::{NotANumber, number_to_type};
use crate::domain::{DrinkKind, OutOfRange, VolumeMl};

const FIELD: &str = "Volume";
const EXAMPLE: &str = "250 ml, 0.5 l, 8 fl oz or 2 glasses, from 1 to 5,000 ml";

/// The volumes that a bare number can mean begin here, in ml: "2" may be glasses, and "1.5" litres.
const LEAST_BARE_ML: f64 = 10.0;

impl DrinkKind {
    /// Reads how much of this drink: "250", "250 ml", "0,5 l", "8 oz", "a pint", "two glasses". A glass holds the
    /// [usual volume](DrinkKind::usual_volume_ml) of the drink, and an ounce is a fluid one.
    ///
    /// # Errors
    /// [`TypedError`] for anything else, for what may mean two volumes, and outside 1 to 5,000 ml.
    pub fn read_volume(self, text: &str, measures: FluidMeasures) -> Result<VolumeMl, TypedError> {
        let terms = terms(text).map_err(|none| none.why.of(FIELD, text, &none.unit, EXAMPLE))?;
        if let [Term { count, unit }] = terms.as_slice()
            && unit.is_empty()
            && (0.0..LEAST_BARE_ML).contains(count)
            && *count > 0.0
        {
            let digits = number_to_type(*count);
            let glasses = if digits == "1" { "glass" } else { "glasses" };
            let other = if count.fract() == 0.0 { glasses } else { "l" };
            let (one, other) = (format!("{digits} ml"), format!("{digits} {other}"));
            return Err(TypedError::Unclear { field: FIELD, given: text.trim().to_owned(), one, other });
        }
        let ml = terms.iter().map(|term| Some(term.count * self.unit_ml(&term.unit, measures)?)).sum::<Option<f64>>();
        let ml = ml.ok_or_else(|| NotANumber::Unreadable.of(FIELD, text, "", EXAMPLE))?;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a cast from f64 saturates, and the range is checked next"
        )]
        let volume = VolumeMl::new(ml.round() as u32);
        Ok(volume.map_err(|error| OutOfRange { value: format!("{} ml", (ml * 10.0).round() / 10.0), ..error })?)
    }

    /// The ml in one of a unit. Returns `None` if nobody can say how much of this drink it is: a bottle.
    fn unit_ml(self, unit: &str, measures: FluidMeasures) -> Option<f64> {
        match unit {
            "" => Some(1.0),
            "oz" | "ounce" | "ounces" => Some(measures.fluid_ounce_ml()),
            "tbsp" | "tablespoon" | "tablespoons" => Some(15.0),
            "tsp" | "teaspoon" | "teaspoons" => Some(5.0),
            "cup" | "cups" if measures == FluidMeasures::Us => Some(8.0 * measures.fluid_ounce_ml()),
            "glass" | "glasses" | "cup" | "cups" => Some(f64::from(self.usual_volume_ml())),
            "shot" | "shots" if self == Self::Spirits => Some(f64::from(self.usual_volume_ml())),
            "bowl" | "bowls" if self == Self::Soup => Some(f64::from(self.usual_volume_ml())),
            unit => measures.unit_ml(unit),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn volumes_are_read_as_people_write_them() {
        for (text, ml) in [
            ("250", 250),
            ("250ml", 250),
            (" 250 ml ", 250),
            ("0.5 l", 500),
            ("0,5L", 500),
            ("2 dl", 200),
            ("2 x 250 ml", 500),
            ("a glass", 250),
            ("8 oz", 237),
            ("1 pint", 473),
        ] {
            assert_eq!(DrinkKind::Water.read_volume(text, FluidMeasures::Us).map(VolumeMl::get), Ok(ml), "{text}");
        }
        let uk = |kind: DrinkKind, text: &str| kind.read_volume(text, FluidMeasures::Uk).map(VolumeMl::get);
        assert_eq!(
            (uk(DrinkKind::Beer, "a pint"), uk(DrinkKind::Tea, "2 cups"), uk(DrinkKind::Wine, "a glass")),
            (Ok(568), Ok(400), Ok(150))
        );
        for text in ["0", "0.3 ml", "1,000 ml", "-5 ml", "6 l", "abc", "", "250 g", "1e99", "2", "1.5", "a bottle"] {
            assert!(DrinkKind::Water.read_volume(text, FluidMeasures::Us).is_err(), "{text}");
        }
    }

    #[test]
    fn what_cannot_be_read_or_may_mean_two_says_how_to_write_it() {
        let said = |text: &str| DrinkKind::Water.read_volume(text, FluidMeasures::Us).unwrap_err().to_string();
        assert_eq!(said("much"), "Volume \"much\" cannot be read; write it like 250 ml, 0.5 l, 8 fl oz or 2 glasses, from 1 to 5,000 ml");
        assert_eq!(said("2"), "Volume \"2\" can mean 2 ml or 2 glasses; write the one that you mean");
        assert_eq!(said("1.5"), "Volume \"1.5\" can mean 1.5 ml or 1.5 l; write the one that you mean");
        assert_eq!(said("9000 ml"), "Volume 9000 ml is not allowed; give 1 to 5,000 ml");
    }
}
