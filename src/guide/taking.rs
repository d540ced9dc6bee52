//! What a person takes and which conditions they have on a day, and what that means for a product.

use super::cautions::{Caution, CautionLevel, Circumstance, Who, cautions, sorted};
use super::evidence::Source;
use super::medicine_names::name_in_a_sentence;
use super::medicines::MedicineClass;
use super::potassium::raises_potassium;
use super::product::{Product, Substance, With};
use super::recognised::classes_of_medicine;
use crate::domain::{
    Amounts, ClassKey, Condition, Day, Medicine, Nutrient, Profile, SupplementTaken, capitalised, each_once, joined_with_and,
};

/// From this much vitamin K in a portion on, in micrograms, the portion is mentioned to people who should keep it steady. A choice
/// of this program: about a quarter of what an adult eats in a day.
const MUCH_VITAMIN_K_UG: f64 = 30.0;

/// What a person takes and which conditions they have on a day.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Taking {
    /// The cautions that apply to the person, the most severe first.
    cautions: Vec<HeldCaution>,
    /// Whether the profile says that a medicine raises potassium while no medicine on the list does.
    unnamed_raises_potassium: bool,
}

/// A caution that applies to the person.
#[derive(Debug, Clone, PartialEq)]
struct HeldCaution {
    caution: &'static Caution,
    /// Why it applies, for a sentence: "with ramipril", "in pregnancy".
    why: String,
}

/// A warning about something that a person takes or eats.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// What does not go with what, and what to do: "Potassium with ramipril: not without your doctor or pharmacist".
    pub title: String,
    /// The reason, and what to do, in sentences.
    pub words: String,
    /// How severe the warning is.
    pub advice: CautionLevel,
    /// The sources of the warning; empty for what only the profile says.
    pub sources: Vec<&'static Source>,
}

impl Warning {
    /// A warning that says what the caution says, still without a title.
    pub(super) fn about(caution: &Caution) -> Self {
        let Caution { words, advice, sources, .. } = caution;
        Self { title: String::new(), words: words.clone(), advice: *advice, sources: sources.clone() }
    }

    /// Title and reason in one line.
    #[must_use]
    pub fn line(&self) -> String {
        format!("{}. {}", self.title, self.words)
    }
}

impl Taking {
    /// What applies on a day to somebody with these medicines, of which only those taken on that day count, and this profile.
    #[must_use]
    pub fn on<'a>(day: Day, medicines: impl IntoIterator<Item = &'a Medicine>, profile: &Profile) -> Self {
        let taken: Vec<_> = medicines.into_iter().filter(|medicine| medicine.taken_on(day)).collect();
        let taken: Vec<_> =
            taken.into_iter().map(|medicine| (name_in_a_sentence(medicine.name.as_str()), classes_of_medicine(medicine))).collect();
        let has = |condition| profile.conditions.contains(&condition);
        let holds = |circumstance| match circumstance {
            Circumstance::KidneyDisease => has(Condition::Kidney) || has(Condition::Dialysis),
            Circumstance::HeartFailure => has(Condition::FluidLimit) || has(Condition::HeartFailure),
            Circumstance::Pregnant => profile.pregnant.is_some_and(|period| period.contains(day)),
        };
        let why = |caution: &Caution| match &caution.who {
            Who::Class(class) => {
                let names = names_of(&taken, |has| has == class);
                (!names.is_empty()).then(|| format!("with {}", joined_with_and(&names)))
            }
            Who::Condition(circumstance) => holds(*circumstance).then(|| circumstance.label().to_owned()),
        };
        let held = |caution: &'static Caution| Some(HeldCaution { caution, why: why(caution)? });
        let raising = names_of(&taken, raises_potassium);
        Self {
            cautions: sorted(cautions().iter().collect()).into_iter().filter_map(held).collect(),
            unnamed_raises_potassium: profile.medicine_raises_potassium && raising.is_empty(),
        }
    }

    /// The warnings about a product with this name and these contents, the most severe first.
    #[must_use]
    pub fn warnings(&self, product: &str, contents: &Amounts) -> Vec<Warning> {
        let product = Product::new(product, contents);
        let found = strictest(self.cautions.iter().filter(|held| product.holds(held.caution.with)), |held| held.caution);
        let unnamed = self.unnamed_raises_potassium && product.holds(With::Nutrient(Nutrient::Potassium));
        unnamed.then(unnamed_and_potassium).into_iter().chain(found.into_iter().map(HeldCaution::warning)).collect()
    }

    /// The warnings to avoid about what was taken, each once.
    #[must_use]
    pub fn to_avoid<'a>(&self, taken: impl IntoIterator<Item = &'a SupplementTaken>) -> Vec<Warning> {
        let warnings = taken.into_iter().flat_map(|taken| self.warnings(&taken.name, &taken.per_dose));
        each_once(warnings.filter(|warning| warning.advice == CautionLevel::Avoid))
    }

    /// The warnings to keep something steady in what one eats: vitamin K with warfarin. Sudden changes disturb it.
    #[must_use]
    pub fn steady_in_food(&self) -> Vec<Warning> {
        let vitamin_k = With::Nutrient(Nutrient::VitaminK);
        let is_steady = |held: &&HeldCaution| held.caution.advice == CautionLevel::Steady && held.caution.with == vitamin_k;
        self.cautions.iter().filter(is_steady).map(HeldCaution::warning).collect()
    }

    /// The warnings about a food with these contents in a portion: grapefruit, tonic water and alcohol where they do not go with a
    /// medicine, and much vitamin K where it is to be kept steady. Potassium is not among them, since the figures of the food speak
    /// of it.
    #[must_use]
    pub fn food_warnings(&self, food: &str, portion: &Amounts) -> Vec<Warning> {
        let food = Product::new(food, portion);
        let speaks = |caution: &Caution| match caution.with {
            With::Substance(Substance::Grapefruit | Substance::TonicWater) => food.holds(caution.with),
            With::Nutrient(Nutrient::Alcohol) => portion.get(Nutrient::Alcohol).is_some_and(|grams| grams > 0.0),
            With::Nutrient(Nutrient::VitaminK) => {
                caution.advice == CautionLevel::Steady && portion.get(Nutrient::VitaminK).is_some_and(|ug| ug >= MUCH_VITAMIN_K_UG)
            }
            With::Nutrient(
                Nutrient::Energy
                | Nutrient::Water
                | Nutrient::Protein
                | Nutrient::Magnesium
                | Nutrient::Potassium
                | Nutrient::Calcium
                | Nutrient::Sodium
                | Nutrient::Zinc
                | Nutrient::VitaminD
                | Nutrient::Thiamin
                | Nutrient::VitaminB6
                | Nutrient::VitaminB12
                | Nutrient::Caffeine,
            )
            | With::Substance(Substance::Iron | Substance::AnySupplement) => false,
        };
        self.cautions.iter().filter(|held| speaks(held.caution)).map(HeldCaution::warning).collect()
    }
}

/// The names of the medicines of which a class fits, each once.
fn names_of(taken: &[(String, Vec<&MedicineClass>)], fits: impl Fn(&ClassKey) -> bool) -> Vec<String> {
    each_once(taken.iter().filter(|(_, classes)| classes.iter().any(|class| fits(&class.id))).map(|(name, _)| name.clone()))
}

/// Keeps only the most severe caution for each audience and substance, so that "keep it steady" never stands beside "avoid". `all`
/// has the most severe first.
pub(super) fn strictest<T>(all: impl IntoIterator<Item = T>, caution: impl Fn(&T) -> &'static Caution) -> Vec<T> {
    let mut kept: Vec<T> = Vec::new();
    for one in all {
        let Caution { who, with, .. } = caution(&one);
        if !kept.iter().any(|known| caution(known).who == *who && caution(known).with == *with) {
            kept.push(one);
        }
    }
    kept
}

impl HeldCaution {
    fn warning(&self) -> Warning {
        let Self { caution, why } = self;
        let title = format!("{} {why}: {}", capitalised(&caution.with.in_a_sentence()), advised(caution));
        Warning { title, ..Warning::about(caution) }
    }
}

fn unnamed_and_potassium() -> Warning {
    Warning {
        title: "Potassium with your medicine: not without your doctor or pharmacist".to_owned(),
        words: "Your profile says that you take a medicine that raises potassium. What was prescribed stays as it is until you have asked."
            .to_owned(),
        advice: CautionLevel::Avoid,
        sources: Vec::new(),
    }
}

/// The advice for the end of a warning's title, such as "keep them apart".
pub(super) fn advised(caution: &Caution) -> &'static str {
    match (caution.advice, caution.with) {
        (CautionLevel::Avoid, With::Substance(Substance::Grapefruit | Substance::TonicWater) | With::Nutrient(Nutrient::Alcohol)) => {
            "better not together"
        }
        (CautionLevel::Avoid, _) => "not without your doctor or pharmacist",
        (CautionLevel::Apart { .. }, _) => "keep them apart",
        (CautionLevel::Ask, _) => "ask your doctor or pharmacist",
        (CautionLevel::Counts, _) => "count both",
        (CautionLevel::Steady, _) => "keep it steady",
    }
}
