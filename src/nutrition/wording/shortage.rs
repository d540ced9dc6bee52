//! Sentences about what is short.

use crate::domain::Nutrient;
use crate::insights::MeanRange;
use crate::nutrition::{HowShort, NutrientIntake, Reference, ReferenceKind, Shortage};

/// From this share of the food without a figure on, 1 %, the sentence says how much has none.
const WORTH_SAYING: f64 = 0.01;

impl HowShort {
    /// How short food is, beside a reference of this kind. What lies below an adequate intake need not be short, since the need is not known.
    #[must_use]
    pub fn words(self, kind: ReferenceKind) -> &'static str {
        if self == Self::Perhaps && kind == ReferenceKind::Adequate { "less than people usually take in" } else { self.label() }
    }
}

impl Shortage {
    /// Why foods with the nutrient are suggested, in two to five sentences: "Magnesium is probably short. It averaged 62 % of your
    /// reference (198 of 320 mg) on 11 of the last 14 days. …"
    #[must_use]
    pub fn reason(&self) -> String {
        let Self { nutrient, how, mean, reference, share, from_supplements, unknown_share, days, window_days, .. } = self;
        let at_least = if self.at_least() { "at least " } else { "" };
        let (mean, reference) = (nutrient.amount(*mean), nutrient.amount(*reference));
        let mean = mean.trim_end_matches(nutrient.unit()).trim_end();
        let short = how.words(self.kind);
        let averaged = format!(
            "{}{}{}. It averaged {at_least}{:.0} % of your reference ({mean} of {reference}) on {days} of the last {window_days} days.",
            nutrient.label(),
            if short == how.label() { " is " } else { ": " },
            short,
            (share * 100.0).round().min(99.0),
        );
        let unknown =
            (*unknown_share >= WORTH_SAYING).then(|| format!("{:.0} % of what you ate has no figure for it.", unknown_share * 100.0));
        let fill = if self.made_up_for() { "; they make up for it" } else { "" };
        let apart = (*from_supplements > 0.0)
            .then(|| format!("Supplements added {} a day, counted apart{fill}.", nutrient.amount(*from_supplements)));
        let sun =
            (*nutrient == Nutrient::VitaminD).then(|| "Skin makes most of it in sunlight, which a food diary does not see.".to_owned());
        [Some(averaged), Some(self.how_sure()), sun, unknown, apart].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// Why it is "probably" or only "perhaps".
    fn how_sure(&self) -> String {
        match (self.how, self.requirement) {
            (HowShort::Probably, Some(requirement)) => {
                let range = range_words(self.nutrient, self.range);
                format!("Its range, {range}, lies below {}, which half of all people need.", self.nutrient.amount(requirement))
            }
            _ => format!("{}.", self.kind.caution()),
        }
    }
}

impl NutrientIntake {
    /// How short food is of the nutrient, as [`HowShort::words`] says it: "probably short", and whether supplements make up for it. Returns `None` if it is not known to
    /// be short.
    #[must_use]
    pub fn short_words(&self) -> Option<String> {
        let how = self.how_short()?.words(self.reference.as_ref()?.kind);
        let in_food = if how.ends_with("short") { " in food" } else { "" };
        Some(if self.made_up_for() { format!("{how}{in_food}; supplements make up for it") } else { how.to_owned() })
    }
}

/// The ends of a range, with the unit once: "170 to 226 mg".
#[must_use]
pub fn range_words(nutrient: Nutrient, range: MeanRange) -> String {
    let low = nutrient.amount(range.low);
    format!("{} to {}", low.trim_end_matches(nutrient.unit()).trim_end(), nutrient.amount(range.high))
}

impl ReferenceKind {
    /// What a mean below the value does not mean, without a full stop.
    fn caution(self) -> &'static str {
        if self.exceeds_most_needs() {
            "Most people need less than this reference"
        } else {
            "This reference is what healthy people eat; how much one needs is not known"
        }
    }
}

impl Reference {
    /// What the value is, for whom and by whom: "320 mg a day, recommended intake (RDA), for women of 31 to 50 years, by NASEM (US and
    /// Canada, 2019)".
    #[must_use]
    pub fn words(&self, nutrient: Nutrient) -> String {
        let Self { amount, kind, whose, authority, .. } = self;
        format!("{} a day, {}, for {whose}, by {authority}", nutrient.amount(*amount), kind.label())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reason_says_how_sure_it_is_over_how_many_days_and_what_is_not_known() {
        let magnesium = Shortage {
            nutrient: Nutrient::Magnesium,
            how: HowShort::Probably,
            mean: 198.4,
            range: MeanRange { low: 170.2, high: 226.4 },
            reference: 320.0,
            kind: ReferenceKind::Rda,
            authority: "NASEM (US and Canada, 2019)",
            requirement: Some(265.0),
            share: 0.62,
            from_supplements: 0.0,
            unknown_share: 0.0,
            days: 11,
            window_days: 14,
        };
        assert_eq!(
            magnesium.reason(),
            "Magnesium is probably short. It averaged 62 % of your reference (198 of 320 mg) on 11 of the last 14 days. \
             Its range, 170 to 226 mg, lies below 265 mg, which half of all people need."
        );
        let unknown = Shortage {
            how: HowShort::Perhaps,
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
            "Magnesium is perhaps short. It averaged at least 41 % of your reference (132 of 320 mg) on 28 of the last 28 days. \
             Most people need less than this reference. 33 % of what you ate has no figure for it. \
             Supplements added 200 mg a day, counted apart; they make up for it."
        );
        let adequate = Shortage { share: 0.999, unknown_share: 0.0, from_supplements: 0.0, kind: ReferenceKind::Adequate, ..unknown };
        assert!(adequate.reason().starts_with("Magnesium: less than people usually take in. It averaged"));
        assert!(adequate.reason().contains("averaged 99 % of"), "what is short is not all of it");
        assert!(adequate.reason().ends_with("This reference is what healthy people eat; how much one needs is not known."));
    }
}
