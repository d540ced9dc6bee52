//! What would give a nutrient where no food of the list does.

use crate::domain::{Diet, Nutrient};
use crate::nutrition::Suggestions;

impl Suggestions<'_> {
    /// What would give a nutrient where no food fits, in whole sentences; and for vegans always what gives vitamin B12. Returns `None` if
    /// foods are suggested, and if they are withheld because of potassium.
    #[must_use]
    pub fn instead(&self, nutrient: Nutrient, diet: Diet) -> Option<String> {
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
        let would = match nutrient {
            Nutrient::VitaminB12 => "Fish, meat, eggs and milk hold it. Without them it takes food to which it is added, or a tablet.",
            Nutrient::VitaminD => {
                "Few foods hold it: oily fish, eggs, and those to which it is added. Skin makes it in summer sun, and many countries advise \
                 a tablet in winter. Ask your doctor."
            }
            Nutrient::Calcium => {
                "What would: milk, yogurt and cheese, or plant drinks and tofu to which calcium is added, as the label says."
            }
            Nutrient::Zinc => {
                "Meat, shellfish and cheese hold most of it; among plants soaked or sprouted beans, seeds and sourdough bread."
            }
            Nutrient::Magnesium => "Nuts, seeds, beans and whole grain hold most of it. A dietitian can say which of them suit you.",
            _ => "A dietitian can say which foods suit you.",
        };
        Some(format!("No food of the list that fits you adds much of it in one portion. {would}"))
    }
}
