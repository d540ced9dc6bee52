//! Sentences about how much to drink.

use crate::domain::{Condition, uncapitalised};
use crate::nutrition::UsualDrinks;

impl UsualDrinks {
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

/// Why no drinking goal is proposed, and what to do. `limiting` is the condition with which a doctor may limit what one drinks; `None`
/// for a child.
#[must_use]
pub fn no_goal_words(limiting: Option<Condition>) -> String {
    limiting.map_or_else(
        || "No goal is proposed below 14 years. Thirst leads.".to_owned(),
        |condition| {
            let condition = if condition == Condition::FluidLimit { "a fluid limit".to_owned() } else { uncapitalised(condition.label()) };
            format!("No goal is proposed with {condition}. Ask your clinic how much is right for you, and enter that figure.")
        },
    )
}
