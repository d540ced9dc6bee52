//! Sentences about foods that are suggested or listed, and about those that are not.

use crate::domain::Nutrient;
use crate::nutrition::{LeftOut, MOST_POTASSIUM_MG, Richest, Suggestion, Suggestions};

impl Suggestions<'_> {
    /// Why nothing is suggested for this nutrient, in whole sentences. Returns `None` if foods may be suggested.
    #[must_use]
    pub fn withheld(&self) -> Option<String> {
        let because = &self.restriction.as_ref().filter(|restriction| restriction.of_all_foods)?.because;
        Some(format!(
            "Because of {because}, no foods rich in potassium are suggested: too much of it can be dangerous, and the reference is not \
             meant for you. Ask your doctor or dietitian how much is right."
        ))
    }

    /// What to know about the foods that are suggested, in whole sentences. Returns `None` if potassium is not withheld, or if no
    /// foods are suggested.
    #[must_use]
    pub fn caution(&self) -> Option<String> {
        let restriction = self.restriction.as_ref().filter(|restriction| !restriction.of_all_foods)?;
        let because = &restriction.because;
        let mut said = format!("Because of {because}, only foods with at most {MOST_POTASSIUM_MG:.0} mg of potassium a portion are shown.");
        if restriction.kidney_disease {
            said += " Ask a dietitian before you eat more of any mineral: phosphate is not among these figures.";
        }
        if restriction.fluid_limit {
            said += " Drinks are left out; soup, milk and the like count towards your limit.";
        }
        Some(said)
    }
}

impl Suggestion<'_> {
    /// What a portion does, in a sentence: "1 cup adds 157 mg, 49 % of your reference; you eat it already."
    #[must_use]
    pub fn words(&self, nutrient: Nutrient) -> String {
        let already = if self.eaten_before { "; you eat it already" } else { "" };
        let (portion, adds) = (&self.food.usual_portion().label, nutrient.amount(self.adds));
        format!("{portion} adds {adds}, {:.0} % of your reference{already}.", self.share * 100.0)
    }
}

/// Why no foods rich in potassium are listed; `why` is in words for the middle of a sentence.
#[must_use]
pub fn no_potassium(why: &str) -> String {
    format!("Because of {why}, no foods rich in potassium are listed for you. Ask your doctor or dietitian how much is right.")
}

impl Richest<'_> {
    /// What was left out of the list, and why, in whole sentences.
    #[must_use]
    pub fn notes(&self) -> Vec<String> {
        let note = |left_out: &LeftOut| match left_out {
            LeftOut::ByProfile => "What your profile rules out is left out.".to_owned(),
            LeftOut::MuchPotassium { because } => format!("Because of {because}, only foods with little potassium are listed."),
            LeftOut::Everything { because } => no_potassium(because),
        };
        self.left_out.iter().map(note).collect()
    }
}
