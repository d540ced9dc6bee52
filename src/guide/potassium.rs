//! Which classes of medicines raise the potassium in the blood.
//!
//! This is a table of its own. A caution against potassium says something else: potassium binders have one, and raise nothing.

use crate::domain::ClassKey;

/// The classes whose medicines raise the potassium in the blood.
const RAISING: [&str; 7] =
    ["potassium_sparing", "ace_inhibitor", "arb", "renin_inhibitor", "trimethoprim", "heparin", "calcineurin_inhibitor"];

/// Whether medicines of the class raise the potassium in the blood.
#[must_use]
pub fn raises_potassium(class: &ClassKey) -> bool {
    RAISING.contains(&class.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Nutrient;
    use crate::guide::cautions::{CautionLevel, cautions_of};
    use crate::guide::medicines::class;
    use crate::guide::product::With;

    #[test]
    fn every_class_that_raises_potassium_is_one_of_the_guide_and_warns_of_it() {
        for key in RAISING {
            let class = class(&ClassKey::new(key).unwrap()).unwrap_or_else(|| panic!("{key}"));
            let warns = cautions_of(&class.id)
                .iter()
                .any(|caution| caution.advice == CautionLevel::Avoid && caution.with == With::Nutrient(Nutrient::Potassium));
            assert!(warns && raises_potassium(&class.id), "{key}");
        }
    }

    #[test]
    fn a_binder_is_warned_of_potassium_and_raises_none() {
        for key in ["potassium_binder", "phosphate_binder", "liquorice", "potassium_salt"] {
            assert!(!raises_potassium(&ClassKey::new(key).unwrap()), "{key}");
        }
    }
}
