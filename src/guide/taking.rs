//! What a person takes and has on a day, and what that means for a product.

use super::cautions::{Advice, Caution, Circumstance, Who, cautions, is_avoided, sorted};
use super::contents::{Substance, With};
use super::evidence::Source;
use super::medicine_names::name_in_a_sentence;
use super::medicines::{MedicineClass, classes_of_medicine};
use crate::domain::{Amounts, ClassKey, Condition, Day, Medicine, Nutrient, Profile, capitalised};

/// From here on the vitamin K of a portion is spoken of where it is to be kept steady: a choice of this program, about a quarter
/// of what an adult eats in a day.
const MUCH_VITAMIN_K_UG: f64 = 30.0;

/// What a person takes and has on a day.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Taking {
    medicines: Vec<(String, Vec<&'static MedicineClass>)>,
    circumstances: Vec<Circumstance>,
    /// What the profile says of potassium besides: a condition, and a medicine that is not on the list.
    potassium_condition: Option<&'static str>,
    unnamed_raises_potassium: bool,
}

/// Something to know of what a person takes, as it is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// What goes with what, and what to do: "Potassium with ramipril: not without your doctor or pharmacist".
    pub title: String,
    /// Why, and what to do, in sentences.
    pub words: String,
    /// What is advised.
    pub advice: Advice,
    /// Where that comes from; nothing for what the profile says.
    pub sources: Vec<&'static Source>,
}

impl Warning {
    /// Both in one line.
    #[must_use]
    pub fn line(&self) -> String {
        format!("{}. {}", self.title, self.words)
    }
}

impl Taking {
    /// The medicines that are taken on the day, and what the profile says of it.
    #[must_use]
    pub fn on<'a>(day: Day, medicines: impl IntoIterator<Item = &'a Medicine>, profile: &Profile) -> Self {
        let taken = medicines.into_iter().filter(|medicine| medicine.taken_on(day));
        let has = |condition| profile.conditions.contains(&condition);
        let circumstances = [
            (Circumstance::KidneyDisease, has(Condition::Kidney)),
            (Circumstance::HeartFailure, has(Condition::FluidLimit)),
            (Circumstance::Pregnant, profile.pregnant.is_some_and(|period| period.contains(day))),
        ];
        Self {
            medicines: taken.map(|medicine| (medicine.name.as_str().to_owned(), classes_of_medicine(medicine))).collect(),
            circumstances: circumstances.into_iter().filter_map(|(circumstance, holds)| holds.then_some(circumstance)).collect(),
            potassium_condition: profile.potassium_condition(),
            unnamed_raises_potassium: profile.medicine_raises_potassium,
        }
    }

    /// What to say of a product with these contents, the gravest first.
    #[must_use]
    pub fn warnings(&self, product: &str, contents: &Amounts) -> Vec<Warning> {
        let found = cautions().iter().filter(|caution| caution.with.is_in(product, contents) && self.concerned(caution).is_some());
        let found = strictest(sorted(found.collect()));
        let mut warnings: Vec<_> = found.into_iter().filter_map(|caution| Some(warning(&self.concerned(caution)?, caution))).collect();
        let potassium = With::Nutrient(Nutrient::Potassium);
        if self.unnamed_raises_potassium && self.names_that_raise_potassium().is_empty() && potassium.is_in(product, contents) {
            warnings.insert(0, unnamed_and_potassium());
        }
        warnings
    }

    /// Why foods rich in potassium are withheld, in words for the middle of a sentence; nothing when they are not.
    #[must_use]
    pub fn withholds_potassium(&self) -> Option<String> {
        let names = self.names_that_raise_potassium();
        match (self.potassium_condition, names.as_slice()) {
            (Some(condition), _) => Some(condition.to_owned()),
            (None, [one]) => Some(format!("{one}, which raises potassium")),
            (None, [_, _, ..]) => Some(format!("{}, which raise potassium", joined(&names))),
            (None, []) => self.unnamed_raises_potassium.then(|| "a medicine that raises potassium".to_owned()),
        }
    }

    /// What to keep steady in what one eats: vitamin K with warfarin. Sudden changes are what disturbs it.
    #[must_use]
    pub fn steady_in_food(&self) -> Vec<Warning> {
        let vitamin_k = With::Nutrient(Nutrient::VitaminK);
        let steady = cautions().iter().filter(|caution| caution.advice == Advice::Steady && caution.with == vitamin_k);
        steady.filter_map(|caution| Some(warning(&self.concerned(caution)?, caution))).collect()
    }

    /// What to say of a food with these contents in a portion: grapefruit, tonic water and alcohol where they do not go with a
    /// medicine, and much vitamin K where it is to be kept steady. Potassium the figures of the food speak of.
    #[must_use]
    pub fn food_warnings(&self, food: &str, portion: &Amounts) -> Vec<Warning> {
        let holds = |caution: &Caution| match caution.with {
            With::Substance(Substance::Grapefruit | Substance::TonicWater) => caution.with.is_in(food, portion),
            With::Nutrient(Nutrient::Alcohol) => portion.get(Nutrient::Alcohol).is_some_and(|grams| grams > 0.0),
            With::Nutrient(Nutrient::VitaminK) => {
                caution.advice == Advice::Steady && portion.get(Nutrient::VitaminK).is_some_and(|ug| ug >= MUCH_VITAMIN_K_UG)
            }
            With::Nutrient(_) | With::Substance(Substance::Iron | Substance::AnySupplement) => false,
        };
        let found = sorted(cautions().iter().filter(|caution| holds(caution)).collect());
        found.into_iter().filter_map(|caution| Some(warning(&self.concerned(caution)?, caution))).collect()
    }

    /// Why a caution holds, in words: "with ramipril", "in pregnancy"; nothing when it does not.
    fn concerned(&self, caution: &Caution) -> Option<String> {
        match &caution.who {
            Who::Class(class) => {
                let names = self.names_of(|has| has.id == *class);
                (!names.is_empty()).then(|| format!("with {}", joined(&names)))
            }
            Who::Condition(circumstance) => self.circumstances.contains(circumstance).then(|| circumstance.label().to_owned()),
        }
    }

    fn names_that_raise_potassium(&self) -> Vec<String> {
        self.names_of(|class| raises_potassium(&class.id))
    }

    /// The medicines of such a class, each once.
    fn names_of(&self, fits: impl Fn(&MedicineClass) -> bool) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for (name, _) in self.medicines.iter().filter(|(_, classes)| classes.iter().any(|class| fits(class))) {
            let name = name_in_a_sentence(name);
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }
}

/// What to say of a medicine with the products that a person has, each by its name and contents.
#[must_use]
pub fn warnings_with_products(medicine: &Medicine, products: &[(&str, &Amounts)]) -> Vec<Warning> {
    let classes = classes_of_medicine(medicine);
    let concerns = |caution: &&Caution| classes.iter().any(|class| caution.is_for(&class.id));
    let mut warnings: Vec<Warning> = Vec::new();
    for caution in strictest(sorted(cautions().iter().filter(concerns).collect())) {
        let held = products.iter().filter(|(name, contents)| caution.with.is_in(name, contents));
        let held: Vec<String> = held.map(|(name, _)| (*name).to_owned()).collect();
        if !held.is_empty() {
            let title = format!("Your {}: {}", joined(&held), advised(caution));
            warnings.push(Warning { title, words: caution.words.clone(), advice: caution.advice, sources: caution.sources.clone() });
        }
    }
    warnings
}

/// Whether medicines of the class raise potassium so that none should be added to it.
#[must_use]
pub fn raises_potassium(class: &ClassKey) -> bool {
    is_avoided(class, With::Nutrient(Nutrient::Potassium))
}

/// Of what is said to the same people about the same thing the gravest: keeping steady what one should not start is no advice.
fn strictest(cautions: Vec<&'static Caution>) -> Vec<&'static Caution> {
    let mut kept: Vec<&'static Caution> = Vec::new();
    for caution in cautions {
        if !kept.iter().any(|known| known.who == caution.who && known.with == caution.with) {
            kept.push(caution);
        }
    }
    kept
}

fn warning(why: &str, caution: &Caution) -> Warning {
    let title = format!("{} {why}: {}", capitalised(&caution.with.in_a_sentence()), advised(caution));
    Warning { title, words: caution.words.clone(), advice: caution.advice, sources: caution.sources.clone() }
}

fn unnamed_and_potassium() -> Warning {
    Warning {
        title: "Potassium with your medicine: not without your doctor or pharmacist".to_owned(),
        words: "Your profile says that you take a medicine that raises potassium. What was prescribed stays as it is until you have asked."
            .to_owned(),
        advice: Advice::Avoid,
        sources: Vec::new(),
    }
}

/// What to do, in a few words.
fn advised(caution: &Caution) -> &'static str {
    match (caution.advice, caution.with) {
        (Advice::Avoid, With::Substance(Substance::Grapefruit | Substance::TonicWater) | With::Nutrient(Nutrient::Alcohol)) => {
            "better not together"
        }
        (Advice::Avoid, _) => "not without your doctor or pharmacist",
        (Advice::Apart { .. }, _) => "keep them apart",
        (Advice::Ask, _) => "ask your doctor or pharmacist",
        (Advice::Counts, _) => "count both",
        (Advice::Steady, _) => "keep it steady",
    }
}

/// "a, b and c".
fn joined(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [others @ .., last] => format!("{} and {last}", others.join(", ")),
    }
}
