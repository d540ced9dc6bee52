//! What the guide knows of a medicine on the person's list.

use super::cautions::{Caution, cautions, cautions_of, sorted};
use super::evidence::Source;
use super::medicine_names::classes_of_medicine;
use super::medicines::MedicineClass;
use super::potassium::raises_potassium;
use super::product::Product;
use super::taking::{Warning, advised, strictest};
use crate::domain::{Course, Day, Medicine, Supplement, each_once, joined_with_and};

/// What the guide knows of one medicine.
#[derive(Debug, Clone, PartialEq)]
pub struct MedicineAbout {
    /// The classes found from its name, and the one that the person chose.
    pub classes: Vec<&'static MedicineClass>,
    /// Whether foods rich in potassium are withheld while it is taken.
    pub raises_potassium: bool,
    /// Which of the person's supplements should not, or not at once, be taken with it. Empty once the medicine is no longer taken.
    pub warnings: Vec<Warning>,
    /// The sources of what is said of its classes, each once.
    pub sources: Vec<&'static Source>,
}

impl MedicineAbout {
    /// What is known of a medicine on a day, for a person who has these supplements.
    #[must_use]
    pub fn of<'a>(medicine: &Medicine, day: Day, supplements: impl IntoIterator<Item = &'a Supplement>) -> Self {
        let classes = classes_of_medicine(medicine);
        let over = medicine.seen_from(day) == Course::Earlier;
        Self {
            raises_potassium: classes.iter().any(|class| raises_potassium(&class.id)),
            warnings: if over { Vec::new() } else { warnings(&classes, supplements) },
            sources: sources_on(&classes),
            classes,
        }
    }
}

/// The sources of what is said of these classes and of their cautions, each once.
#[must_use]
pub fn sources_on(classes: &[&MedicineClass]) -> Vec<&'static Source> {
    let of_class = |class: &&MedicineClass| {
        let cautions = cautions_of(&class.id).into_iter().flat_map(|caution| &caution.sources);
        class.sources.iter().chain(cautions).copied().collect::<Vec<_>>()
    };
    each_once(classes.iter().flat_map(of_class))
}

fn warnings<'a>(classes: &[&MedicineClass], supplements: impl IntoIterator<Item = &'a Supplement>) -> Vec<Warning> {
    let concerns = |caution: &&Caution| classes.iter().any(|class| caution.is_for(&class.id));
    let product = |product: &'a Supplement| (product.name.as_str(), Product::new(product.name.as_str(), &product.per_dose));
    let products: Vec<_> = supplements.into_iter().map(product).collect();
    let warning = |caution: &'static Caution| {
        let held: Vec<_> = products.iter().filter(|(_, product)| product.holds(caution.with)).map(|(name, _)| (*name).to_owned()).collect();
        let title = || format!("Your {}: {}", joined_with_and(&held), advised(caution));
        (!held.is_empty()).then(|| Warning {
            title: title(),
            words: caution.words.clone(),
            advice: caution.advice,
            sources: caution.sources.clone(),
        })
    };
    strictest(sorted(cautions().iter().filter(concerns).collect()), |caution| *caution).into_iter().filter_map(warning).collect()
}
