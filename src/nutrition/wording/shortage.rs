//! Sentences about what is short.

use crate::nutrition::Shortage;

/// From this share of the food without a figure on, 1 %, the sentence says how much has none.
const WORTH_SAYING: f64 = 0.01;

impl Shortage {
    /// Why foods with the nutrient are suggested: "Magnesium averaged 62 % of your reference (198 of 320 mg) on 11 of the last 14
    /// days."
    #[must_use]
    pub fn reason(&self) -> String {
        let Self { nutrient, mean, reference, share, from_supplements, unknown_share, days, window_days } = self;
        let at_least = if self.at_least() { "at least " } else { "" };
        let (mean, reference) = (nutrient.amount(*mean), nutrient.amount(*reference));
        let mean = mean.trim_end_matches(nutrient.unit()).trim_end();
        let averaged = format!(
            "{} averaged {at_least}{:.0} % of your reference ({mean} of {reference}) on {days} of the last {window_days} days.",
            nutrient.label(),
            share * 100.0,
        );
        let unknown =
            (*unknown_share >= WORTH_SAYING).then(|| format!("{:.0} % of what you ate has no figure for it.", unknown_share * 100.0));
        let apart =
            (*from_supplements > 0.0).then(|| format!("Supplements added {} a day, counted apart.", nutrient.amount(*from_supplements)));
        [Some(averaged), unknown, apart].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Nutrient;

    #[test]
    fn the_reason_says_how_much_over_how_many_days_and_what_is_not_known() {
        let magnesium = Shortage {
            nutrient: Nutrient::Magnesium,
            mean: 198.4,
            reference: 320.0,
            share: 0.62,
            from_supplements: 0.0,
            unknown_share: 0.0,
            days: 11,
            window_days: 14,
        };
        assert_eq!(magnesium.reason(), "Magnesium averaged 62 % of your reference (198 of 320 mg) on 11 of the last 14 days.");
        let unknown = Shortage {
            mean: 132.0,
            share: 0.4125,
            from_supplements: 200.0,
            unknown_share: 1.0 / 3.0,
            days: 28,
            window_days: 28,
            ..magnesium
        };
        assert_eq!(
            unknown.reason(),
            "Magnesium averaged at least 41 % of your reference (132 of 320 mg) on 28 of the last 28 days. \
             33 % of what you ate has no figure for it. Supplements added 200 mg a day, counted apart."
        );
    }
}
