//! What would give a nutrient where no food of the list does.

use crate::domain::{Diet, Nutrient};
use crate::nutrition::Suggestions;

impl Suggestions<'_> {
    /// What would give a nutrient where no food fits, in whole sentences; and for vegans always what gives vitamin B12. Returns `None` if
    /// foods are suggested, if they are withheld because of potassium, and if no food at all may be named.
    #[must_use]
    pub fn instead(&self, nutrient: Nutrient, diet: Diet) -> Option<String> {
        if self.named_none.is_some() {
            return None;
        }
        if nutrient == Nutrient::VitaminB12 && diet == Diet::Vegan {
            return Some(
                "Plants hold no vitamin B12, and without it nerves and blood suffer in time. What gives it to a vegan is food to which it \
                 is added, such as plant drinks and yeast flakes whose label says so, or a tablet. Ask a doctor or pharmacist which dose."
                    .to_owned(),
            );
        }
        if !self.foods.is_empty() || self.restriction.as_ref().is_some_and(|restriction| restriction.of_all_foods) {
            return None;
        }
        let would = would(nutrient, diet);
        Some(format!("No food of the list that fits you adds much of it in one portion. {would}"))
    }
}

/// What would give the nutrient to somebody with this diet, in whole sentences.
fn would(nutrient: Nutrient, diet: Diet) -> &'static str {
    let is_vegan = diet == Diet::Vegan;
    match nutrient {
        Nutrient::VitaminB12 if diet == Diet::Vegetarian => {
            "Eggs and milk hold it, and food to which it is added. Without them it takes a tablet."
        }
        Nutrient::VitaminB12 => "Fish, meat, eggs and milk hold it. Without them it takes food to which it is added, or a tablet.",
        Nutrient::VitaminD if is_vegan => {
            "Few foods from plants hold it: those to which it is added, and mushrooms grown in light. Skin makes it in summer sun, and many \
             countries advise a tablet in winter. Ask your doctor."
        }
        Nutrient::VitaminD => {
            "Few foods hold it: oily fish, eggs, and those to which it is added. Skin makes it in summer sun, and many countries advise a \
             tablet in winter. Ask your doctor."
        }
        Nutrient::Calcium if is_vegan => "What would: plant drinks and tofu to which calcium is added, as the label says.",
        Nutrient::Calcium => "What would: milk, yogurt and cheese, or plant drinks and tofu to which calcium is added, as the label says.",
        Nutrient::Zinc if is_vegan => "Soaked or sprouted beans, seeds and sourdough bread give the most of it.",
        Nutrient::Zinc => "Meat, shellfish and cheese hold most of it; among plants soaked or sprouted beans, seeds and sourdough bread.",
        Nutrient::Magnesium => "Nuts, seeds, beans and whole grain hold most of it. A dietitian can say which of them suit you.",
        _ => "A dietitian can say which foods suit you.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::nutrition::Restriction;

    #[test]
    fn a_vegan_is_told_of_nothing_from_animals_and_always_what_gives_vitamin_b12() {
        let none = Suggestions::default();
        for nutrient in Nutrient::SUGGESTED {
            let said = none.instead(nutrient, Diet::Vegan).unwrap();
            for animal in ["fish", "egg", "meat", "milk", "cheese", "yogurt"] {
                assert!(!said.to_lowercase().contains(animal), "{said}");
            }
            assert!(none.instead(nutrient, Diet::Everything).is_some());
        }
        assert!(none.instead(Nutrient::VitaminB12, Diet::Vegan).unwrap().contains("or a tablet"));
    }

    #[test]
    fn while_potassium_is_withheld_nothing_is_named_instead() {
        let restriction =
            Restriction { because: "kidney disease".to_owned(), of_all_foods: true, kidney_disease: true, fluid_limit: false };
        let held = Suggestions { restriction: Some(restriction), ..Suggestions::default() };
        assert_eq!(held.instead(Nutrient::Potassium, Diet::Everything), None);
    }
}
