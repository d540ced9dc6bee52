//! Sentences about levels of intake, and about amounts above them.

use crate::domain::{Nutrient, grouped};
use crate::nutrition::{Counts, Limit, LimitKind, OverLimit};

impl Limit {
    /// The level in words: "250 mg a day from supplements, tolerable upper intake level, EFSA (EU, 2006)".
    #[must_use]
    pub fn words(&self) -> String {
        let counts = match self.counts {
            Counts::Supplements => "from supplements",
            Counts::Total => "in all",
        };
        let whose = self.whose.as_ref().map(|whose| format!(" {whose}")).unwrap_or_default();
        format!("{} a day {counts}{whose}, {}, {}", self.level(), self.kind.label(), self.authority)
    }

    /// The amount of the level without needless digits.
    fn level(&self) -> String {
        if self.amount.fract() == 0.0 {
            format!("{} {}", grouped(self.amount), self.nutrient.unit())
        } else {
            self.nutrient.amount(self.amount)
        }
    }
}

impl OverLimit {
    /// Which level is passed, by whose word, and what to do, in two or three sentences.
    #[must_use]
    pub fn words(&self) -> String {
        let Self { amount, from_supplements, limit } = self;
        let whose = limit.whose.as_ref().map(|whose| format!(" {whose}")).unwrap_or_default();
        let authority = limit.authority;
        let by_whom = match (limit.kind, limit.counts) {
            (LimitKind::UpperLevel, Counts::Supplements) => format!("that {authority} calls tolerable from supplements{whose}"),
            (LimitKind::UpperLevel, Counts::Total) => format!("that {authority} calls tolerable in all{whose}"),
            (LimitKind::GuidanceLevel, _) => format!("that {authority} gives as a guide for supplements{whose}"),
            (LimitKind::GetDownTo, _) => format!("to which {authority} advises to come down{whose}"),
            (LimitKind::NoConcern, _) => format!("up to which {authority} sees no concern{whose}"),
        };
        let from = match (limit.counts, *from_supplements > 0.0, amount > from_supplements) {
            (Counts::Supplements, ..) | (Counts::Total, true, false) => "supplements",
            (Counts::Total, true, true) => "food and supplements",
            (Counts::Total, false, _) => "food and drink",
        };
        let nutrient = limit.nutrient;
        format!(
            "{} from {from}: {}, above the {} a day {by_whom}. {}",
            nutrient.label(),
            nutrient.amount(*amount),
            limit.level(),
            self.what_to_do()
        )
    }

    fn what_to_do(&self) -> &'static str {
        match (self.limit.kind, self.limit.nutrient) {
            (LimitKind::GetDownTo, _) | (LimitKind::NoConcern, Nutrient::Sodium) => {
                "Bread, cheese, sauces and ready-made food hold most of it."
            }
            (LimitKind::NoConcern, _) => "Fewer cups, or some without caffeine, bring it down.",
            _ if self.from_supplements <= 0.0 => {
                "One such day is no cause for worry; if most days look like this, ask a doctor or dietitian."
            }
            (_, Nutrient::Potassium) => {
                "Ask a doctor or pharmacist soon whether you need that much: with weak kidneys, or a medicine that raises it, so much potassium is dangerous."
            }
            _ => "Ask a doctor or pharmacist whether you need that much; what was prescribed stays as it is until you have asked.",
        }
    }
}
