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

/// A medicine on the list with what its name tells, which is read once for all that is asked of it.
#[derive(Debug)]
pub struct ListedMedicine<'a> {
    medicine: &'a Medicine,
    classes: Vec<&'static MedicineClass>,
    /// The cautions for its classes, of which only the most severe about a substance for a class is kept.
    cautions: Vec<&'static Caution>,
    /// The medicine as a product: potassium tablets hold potassium.
    product: Product<'a>,
}

impl<'a> ListedMedicine<'a> {
    /// Reads the name of a medicine.
    #[must_use]
    pub fn new(medicine: &'a Medicine) -> Self {
        let classes = classes_of_medicine(medicine);
        let concerns = |caution: &&Caution| classes.iter().any(|class| caution.is_for(&class.id));
        let cautions = strictest(sorted(cautions().iter().filter(concerns).collect()), |caution| *caution);
        let keys: Vec<_> = classes.iter().map(|class| &class.id).collect();
        let product = Product::of_medicine(medicine, &keys);
        Self { medicine, classes, cautions, product }
    }

    fn is_one_of(&self, fits: impl Fn(&ClassKey) -> bool) -> bool {
        self.classes.iter().any(|class| fits(&class.id))
    }
}

impl MedicineAbout {
    /// What is known of a medicine on a day, for a person who has these supplements and medicines. The medicine itself may be among
    /// them.
    #[must_use]
    pub fn of<'a>(
        listed: &ListedMedicine<'_>,
        day: Day,
        supplements: impl IntoIterator<Item = &'a Supplement>,
        others: &[ListedMedicine<'_>],
    ) -> Self {
        let ListedMedicine { medicine, classes, .. } = listed;
        let over = medicine.seen_from(day) == Course::Earlier;
        let warned = || {
            let others = others.iter().filter(|other| other.medicine != *medicine && other.medicine.taken_on(day));
            warnings(listed, supplements).into_iter().chain(others.flat_map(|other| warnings_between(listed, other))).collect()
        };
        Self {
            recognised: Recognised::of(medicine),
            raises_potassium: listed.is_one_of(raises_potassium),
            warnings: if over { Vec::new() } else { warned() },
            sources: sources_on(classes),
            classes: classes.clone(),
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

/// The class of potassium that doctors prescribe.
const PRESCRIBED_POTASSIUM: &str = "potassium_salt";

fn warnings<'a>(listed: &ListedMedicine<'_>, supplements: impl IntoIterator<Item = &'a Supplement>) -> Vec<Warning> {
    let product = |product: &'a Supplement| (product.name.as_str(), Product::new(product.name.as_str(), &product.per_dose));
    let products: Vec<_> = supplements.into_iter().map(product).collect();
    let warning = |caution: &&'static Caution| {
        let held: Vec<_> = products.iter().filter(|(_, product)| product.holds(caution.with)).map(|(name, _)| (*name).to_owned()).collect();
        let title = || format!("Your {}: {}", joined_with_and(&held), advised(caution));
        (!held.is_empty()).then(|| Warning { title: title(), ..Warning::about(caution) })
    };
    listed.cautions.iter().filter_map(warning).collect()
}

/// What the cautions of two medicines say of each other, for the page of the first: a caution of ramipril against potassium concerns a
/// potassium tablet as well.
fn warnings_between(listed: &ListedMedicine<'_>, other: &ListedMedicine<'_>) -> Vec<Warning> {
    let said = [(listed, other), (other, listed)].into_iter().flat_map(|(warned, product)| {
        let holds = |caution: &&'static Caution| !caution.with.is_any_supplement() && product.product.holds(caution.with);
        // Two medicines of one class are counted by whoever prescribed them.
        let cautions = warned.cautions.iter().copied().filter(|caution| caution.advice != CautionLevel::Counts).filter(holds);
        let add_up = warned.is_one_of(raises_potassium) && product.is_one_of(|class| class.as_str() == PRESCRIBED_POTASSIUM);
        cautions.map(move |caution| (caution, add_up && caution.with == With::Nutrient(Nutrient::Potassium)))
    });
    each_once(said).into_iter().map(|(caution, add_up)| between(other.medicine, caution, add_up)).collect()
}

/// The warning of a medicine's page about another medicine on the list. Both may be prescribed, so that it only says to ask.
fn between(other: &Medicine, caution: &'static Caution, add_up: bool) -> Warning {
    let name = name_in_a_sentence(other.name.as_str());
    let title = match caution.advice {
        CautionLevel::Apart { .. } => format!("Your {name}: keep them apart"),
        _ => format!("Your {name}: ask whoever prescribed them"),
    };
    let reason = if add_up { ADD_UP } else { &caution.words };
    let words = format!("{reason} What was prescribed stays as it is until you have asked.");
    Warning { title, words, ..Warning::about(caution) }
}
