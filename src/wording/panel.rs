//! Values of a panel in words.

use crate::domain::{FactorKind, ValueKind, grouped, percent, tenths};
use crate::insights::Panel;

impl Panel {
    /// The value of one date in words: "1,250 ml", "yes", "did not stretch".
    #[must_use]
    pub fn written(&self, value: f64) -> String {
        if let Some(words) = self.measure.zero_words().filter(|_| value <= 0.0) {
            return words.to_owned();
        }
        match self.measure.values() {
            ValueKind::Millilitres => format!("{} ml", grouped(value)),
            ValueKind::YesNo | ValueKind::Own => self.kind.written(value, &self.unit),
            ValueKind::Count | ValueKind::Minutes | ValueKind::Hours | ValueKind::Nutrient(_) | ValueKind::ZeroToTen => {
                self.mean_written(value)
            }
        }
    }

    /// A mean, a goal or a reference in words: "1.8 L", "yes on 40 %", "3.5 of 10".
    #[must_use]
    pub fn mean_written(&self, value: f64) -> String {
        match (self.kind, self.measure.values()) {
            (FactorKind::YesNo, _) => format!("yes on {}", percent(value)),
            (FactorKind::Scale, _) => format!("{} of 10", short(value)),
            (FactorKind::Number, ValueKind::Millilitres) => format!("{} L", short(value / 1000.0)),
            (FactorKind::Number, ValueKind::Nutrient(nutrient)) => nutrient.amount(value),
            (FactorKind::Number, _) => format!("{} {}", short(value), self.unit).trim_end().to_owned(),
        }
    }
}

/// A number with a tenth below a hundred, where it is not whole.
fn short(value: f64) -> String {
    let tenths = tenths(value);
    if tenths >= 1000.0 { grouped(tenths) } else { format!("{}", if tenths >= 100.0 { tenths.round() } else { tenths }) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Factor, Id, Measure, Nutrient, OwnName};

    #[test]
    fn values_and_means_are_written_as_their_measure_asks() {
        for (measure, value, one, mean) in [
            (Measure::Cramps, 0.0, "none", "0"),
            (Measure::Cramps, 2.0, "2", "2"),
            (Measure::Hydration, 1250.0, "1,250 ml", "1.3 L"),
            (Measure::Stretching, 0.0, "did not stretch", "0 min"),
            (Measure::Stretching, 4.25, "4.3 min", "4.3 min"),
            (Measure::SleepDisturbed, 7.0, "7 of 10", "7 of 10"),
            (Measure::Heat, 1.0, "yes", "yes on 100 %"),
            (Measure::Slept, 6.5, "6.5 h", "6.5 h"),
            (Measure::Nutrient(Nutrient::Potassium), 2345.6, "2,346 mg", "2,346 mg"),
            (Measure::Nutrient(Nutrient::VitaminB12), 0.0, "0 ug", "0 ug"),
            (Measure::Exercise, 30.0, "30 min", "30 min"),
        ] {
            let panel = Panel::new(measure);
            assert_eq!((panel.written(value).as_str(), panel.mean_written(value).as_str()), (one, mean), "{measure}");
        }
    }

    #[test]
    fn a_factor_of_ones_own_has_its_own_name_and_unit() {
        let steps = Factor { unit: "steps".to_owned(), ..Factor::new(OwnName::new("Walked").unwrap(), FactorKind::Number) };
        let panel = Panel::own(Measure::Own(Id::from_uuid(uuid::Uuid::from_u128(7))), &steps);
        assert_eq!(
            (panel.label.as_str(), panel.written(12_000.0).as_str(), panel.written(0.0).as_str()),
            ("Walked", "12,000 steps", "0 steps")
        );
    }
}
