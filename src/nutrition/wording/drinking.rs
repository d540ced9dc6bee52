//! Sentences about how much to drink.

use crate::domain::{Condition, grouped, uncapitalised};
use crate::nutrition::{LimitsDrinking, UsualDrinks, WaterIntake};

impl UsualDrinks {
    /// What people in the US drink, as a fact and no target: "people in the US drink about 3,000 ml". Returns `None` for a volume that is
    /// not from their survey.
    #[must_use]
    pub fn survey_words(&self) -> Option<String> {
        self.is_survey.then(|| format!("people in the US drink about {} ml", grouped(f64::from(self.ml))))
    }

    /// Where the volume comes from: "four fifths of the total water reference for women of 14 years and over, by EFSA (EU, 2010)".
    #[must_use]
    pub fn words(&self) -> String {
        let whose = format!("for {}, by {}", self.reference.whose, self.reference.authority);
        if self.is_of_drinks() {
            format!("the guide to drinks {whose}")
        } else {
            format!("four fifths of the total water reference {whose}")
        }
    }
}

impl LimitsDrinking {
    /// The reason for the middle of a sentence: "kidney disease", "a fluid limit", "lithium".
    #[must_use]
    pub fn words(&self) -> String {
        match self {
            Self::Condition(Condition::FluidLimit) => "a fluid limit".to_owned(),
            Self::Condition(condition) => uncapitalised(condition.label()),
            Self::Medicine(name) => name.clone(),
        }
    }
}

impl WaterIntake {
    /// Why the mean of water is held against no reference: "no reference with kidney disease; ask your clinic how much". Returns `None` if
    /// nothing limits what the person drinks.
    #[must_use]
    pub fn no_reference_words(&self) -> Option<String> {
        self.limits.as_ref().map(|limits| format!("no reference with {}; ask your clinic how much", limits.words()))
    }
}

/// Why no drinking goal is proposed, and what to do. `limits` is why only the clinic can say how much to drink; `None` for a child.
#[must_use]
pub fn no_goal_words(limits: Option<&LimitsDrinking>) -> String {
    limits.map_or_else(
        || "No goal is proposed below 14 years. Thirst leads.".to_owned(),
        |limits| format!("No goal is proposed with {}. Ask your clinic how much is right for you, and enter that figure.", limits.words()),
    )
}
