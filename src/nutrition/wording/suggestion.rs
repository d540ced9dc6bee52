//! Sentences about foods that are suggested or listed, and about those that are not.

use crate::domain::Nutrient;
use crate::nutrition::{Food, FoodWords, LeftOut, Richest, Suggestion, Suggestions};
use std::fmt::Write as _;

impl Suggestions<'_> {
    /// Why nothing is suggested for this nutrient, in whole sentences. Returns `None` if foods may be suggested.
    #[must_use]
    pub fn withheld(&self) -> Option<String> {
        if self.named_none.is_some() {
            return self.named_none.clone();
        }
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
        let mut said = format!(
            "Because of {because}, foods with more than 200 mg of potassium a portion are left out, except meat, fish and eggs. Eat no \
             less fruit than you do now."
        );
        if restriction.kidney_disease {
            said += " Ask a dietitian before you eat more of any mineral: phosphate is not among these figures.";
        }
        if restriction.fluid_limit {
            said += " Drinks are left out; soup, milk and the like count towards your limit.";
        }
        Some(said)
    }

    /// The foods that are left out, in one line: "Left out: spinach, almonds and 3 more." Returns `None` if none is.
    #[must_use]
    pub fn left_out(&self) -> Option<String> {
        let foods: Vec<_> = self.withheld.iter().map(|withheld| withheld.food).collect();
        (!foods.is_empty()).then(|| format!("Left out: {}.", names(&foods)))
    }

    /// Why foods are left out: a line for each reason, with the foods that it is about.
    #[must_use]
    pub fn why_left_out(&self) -> Vec<String> {
        let mut reasons: Vec<(&str, Vec<&Food>)> = Vec::new();
        for withheld in &self.withheld {
            match reasons.iter_mut().find(|reason| reason.0 == withheld.why) {
                Some(reason) => reason.1.push(withheld.food),
                None => reasons.push((&withheld.why, vec![withheld.food])),
            }
        }
        reasons.into_iter().map(|reason| format!("{}: {}", names(&reason.1), reason.0)).collect()
    }
}

impl FoodWords<'_> {
    /// The foods and what is said of them: "Oat milk, Bran flakes: Only if the label says so."
    #[must_use]
    pub fn line(&self) -> String {
        format!("{}: {}", names(&self.foods), self.words)
    }
}

/// Names of up to three foods, and how many more there are.
fn names(foods: &[&Food]) -> String {
    let mut said = foods.iter().take(3).map(|food| food.name.as_str()).collect::<Vec<_>>().join("; ");
    if foods.len() > 3 {
        // Writing to a text cannot fail.
        let _written = write!(said, " and {} more", foods.len() - 3);
    }
    said
}

impl Suggestion<'_> {
    /// What a portion does, in a sentence: "1 cup adds 157 mg, 49 % of your reference; you eat it already."
    #[must_use]
    pub fn words(&self, nutrient: Nutrient) -> String {
        let already = if self.eaten_before { "; you eat it already" } else { "" };
        let (portion, adds) = (&self.food.usual_portion().label, nutrient.amount(self.adds));
        let taken_up = self.taken_up.map(|taken_up| format!("; the body takes in about {}", nutrient.amount(taken_up))).unwrap_or_default();
        format!("{portion} adds {adds}, {:.0} % of your reference{taken_up}{already}.", self.share * 100.0)
    }
}

impl LeftOut<'_> {
    /// What was left out of a list and why, in whole sentences.
    #[must_use]
    pub fn note(&self) -> String {
        match self {
            Self::ByProfile => "What your profile rules out is left out.".to_owned(),
            Self::Everything { because } => format!(
                "Because of {because}, no foods rich in potassium are listed for you. Ask your doctor or dietitian how much is right."
            ),
            Self::KeptSteady { because } => format!(
                "Because of {because}, no foods rich in vitamin K are listed for you: eat about as much of it as usual, so that the medicine \
                 works evenly."
            ),
            Self::NoFood { why } => why.clone(),
            Self::ByRule { foods, why } => format!("Left out: {}. {why}", names(foods)),
        }
    }
}

impl Richest<'_> {
    /// What was left out of the list and why, and what is said of the foods that are listed, in whole sentences.
    #[must_use]
    pub fn notes(&self) -> Vec<String> {
        self.left_out.iter().map(LeftOut::note).chain(self.words.iter().map(FoodWords::line)).collect()
    }
}
