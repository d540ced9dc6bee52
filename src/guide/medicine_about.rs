//! What the guide knows of a medicine on the person's list.

use super::cautions::{Caution, CautionLevel, cautions, cautions_of, sorted};
use super::evidence::Source;
use super::medicine_names::name_in_a_sentence;
use super::medicines::MedicineClass;
use super::potassium::raises_potassium;
use super::product::{Product, With};
use super::recognised::{Recognised, classes_of_medicine};
use super::taking::{Warning, advised, strictest};
use crate::domain::{ClassKey, Course, Day, Medicine, Nutrient, Supplement, each_once, joined_with_and};

/// What the guide knows of one medicine.
#[derive(Debug, Clone, PartialEq)]
pub struct MedicineAbout {
    /// What it is, as far as that is clear.
    pub recognised: Recognised,
    /// The classes found from its name, and the one that the person chose.
    pub classes: Vec<&'static MedicineClass>,
    /// Whether it raises the potassium in the blood.
    pub raises_potassium: bool,
    /// Which of the person's supplements and other medicines should not, or not at once, be taken with it. Empty once the medicine is
    /// no longer taken.
    pub warnings: Vec<Warning>,
    /// The sources of what is said of its classes, each once.
    pub sources: Vec<&'static Source>,
}

impl MedicineAbout {
    /// What is known of a medicine on a day, for a person who has these supplements and medicines. The medicine itself may be among
    /// them.
    #[must_use]
    pub fn of<'a>(
        medicine: &Medicine,
        day: Day,
        supplements: impl IntoIterator<Item = &'a Supplement>,
        others: impl IntoIterator<Item = &'a Medicine>,
    ) -> Self {
        let classes = classes_of_medicine(medicine);
        let over = medicine.seen_from(day) == Course::Earlier;
        let warned = || {
            let of_others = warnings_between(medicine, others.into_iter().filter(|other| *other != medicine && other.taken_on(day)));
            warnings(&classes, supplements).into_iter().chain(of_others).collect()
        };
        Self {
            recognised: Recognised::of(medicine),
            raises_potassium: classes.iter().any(|class| raises_potassium(&class.id)),
            warnings: if over { Vec::new() } else { warned() },
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

/// What is said of prescribed potassium beside a medicine that raises potassium: one doctor may want both.
const ADD_UP: &str =
    "One is potassium, and the other raises it, so they add up. Your doctor may want both: ask when your blood was last tested.";

fn warnings<'a>(classes: &[&MedicineClass], supplements: impl IntoIterator<Item = &'a Supplement>) -> Vec<Warning> {
    let product = |product: &'a Supplement| (product.name.as_str(), Product::new(product.name.as_str(), &product.per_dose));
    let products: Vec<_> = supplements.into_iter().map(product).collect();
    let warning = |caution: &'static Caution| {
        let held: Vec<_> = products.iter().filter(|(_, product)| product.holds(caution.with)).map(|(name, _)| (*name).to_owned()).collect();
        let title = || format!("Your {}: {}", joined_with_and(&held), advised(caution));
        (!held.is_empty()).then(|| Warning { title: title(), ..Warning::about(caution) })
    };
    cautions_for(classes).into_iter().filter_map(warning).collect()
}

/// What the cautions of two medicines say of each other: one of ramipril against potassium concerns a potassium tablet as well.
fn warnings_between<'a>(medicine: &Medicine, others: impl Iterator<Item = &'a Medicine>) -> Vec<Warning> {
    let both = |other: &'a Medicine| {
        let ours = [(medicine, other), (other, medicine)].into_iter().flat_map(|(warned, product)| {
            let (of_warned, of_product) = (classes_of_medicine(warned), classes_of_medicine(product));
            let keys: Vec<_> = of_product.iter().map(|class| &class.id).collect();
            let product = Product::of_medicine(product, &keys);
            let holds = |caution: &&'static Caution| !caution.with.is_any_supplement() && product.holds(caution.with);
            // Two medicines of one class are counted by whoever prescribed them.
            let is_news = |caution: &&'static Caution| caution.advice != CautionLevel::Counts;
            cautions_for(&of_warned).into_iter().filter(holds).filter(is_news).collect::<Vec<_>>()
        });
        each_once(ours).into_iter().map(move |caution| between(other, caution)).collect::<Vec<_>>()
    };
    others.flat_map(both).collect()
}

/// Whether a medicine of the class raises potassium, or is potassium that doctors prescribe.
fn adds_up(class: &ClassKey) -> bool {
    raises_potassium(class) || class.as_str() == "potassium_salt"
}

/// The warning of a medicine's page about another medicine on the list. Both may be prescribed, so that it only says to ask.
fn between(other: &Medicine, caution: &'static Caution) -> Warning {
    let name = name_in_a_sentence(other.name.as_str());
    let title = match caution.advice {
        CautionLevel::Apart { .. } => format!("Your {name}: keep them apart"),
        _ => format!("Your {name}: ask whoever prescribed them"),
    };
    let is_watched =
        caution.with == With::Nutrient(Nutrient::Potassium) && classes_of_medicine(other).iter().any(|class| adds_up(&class.id));
    let reason = if caution.advice == CautionLevel::Avoid && is_watched { ADD_UP } else { &caution.words };
    let words = format!("{reason} What was prescribed stays as it is until you have asked.");
    Warning { title, words, ..Warning::about(caution) }
}

/// The cautions for these classes, of which only the most severe about a substance for a class is kept.
fn cautions_for(classes: &[&MedicineClass]) -> Vec<&'static Caution> {
    let concerns = |caution: &&Caution| classes.iter().any(|class| caution.is_for(&class.id));
    strictest(sorted(cautions().iter().filter(concerns).collect()), |caution| *caution)
}
