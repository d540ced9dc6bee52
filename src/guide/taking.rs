//! What a person takes and has on a day, and what that means for a product.

use super::cautions::{Caution, CautionLevel, Circumstance, Who, cautions, is_avoided, sorted};
use super::evidence::Source;
use super::medicine_names::{classes_of_medicine, name_in_a_sentence};
use super::medicines::MedicineClass;
use super::product::{Product, Substance, With};
use crate::domain::{
    Amounts, ClassKey, Condition, Day, Medicine, Nutrient, Profile, SupplementTaken, capitalised, each_once, joined_with_and,
};

/// From here on the vitamin K of a portion is spoken of where it is to be kept steady: a choice of this program, about a quarter
/// of what an adult eats in a day.
const MUCH_VITAMIN_K_UG: f64 = 30.0;

/// What a person takes and has on a day.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Taking {
    /// The cautions that hold, the gravest first.
    cautions: Vec<HeldCaution>,
    withholds_potassium: Option<Withheld>,
    /// The profile says that a medicine raises potassium, and none on the list does.
    unnamed_raises_potassium: bool,
}

/// A caution that holds for the person.
#[derive(Debug, Clone, PartialEq)]
struct HeldCaution {
    caution: &'static Caution,
    /// Why it holds, in words: "with ramipril", "in pregnancy".
    why: String,
}

/// Why foods rich in potassium are withheld.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withheld {
    /// In words for the middle of a sentence: "kidney disease".
    pub because: String,
    /// Whether the list of medicines says so; else the profile does.
    pub by_medicines: bool,
}

/// Something to know of what a person takes, as it is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// What goes with what, and what to do: "Potassium with ramipril: not without your doctor or pharmacist".
    pub title: String,
    /// Why, and what to do, in sentences.
    pub words: String,
    /// What is advised.
    pub advice: CautionLevel,
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
        let taken: Vec<_> = taken.map(|medicine| (name_in_a_sentence(medicine.name.as_str()), classes_of_medicine(medicine))).collect();
        let holds = |circumstance| match circumstance {
            Circumstance::KidneyDisease => profile.conditions.contains(&Condition::Kidney),
            Circumstance::HeartFailure => profile.conditions.contains(&Condition::FluidLimit),
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
            withholds_potassium: withheld(profile, &raising),
        }
    }

    /// What to say of a product with these contents, the gravest first.
    #[must_use]
    pub fn warnings(&self, product: &str, contents: &Amounts) -> Vec<Warning> {
        let product = Product::new(product, contents);
        let found = strictest(self.cautions.iter().filter(|held| product.holds(held.caution.with)), |held| held.caution);
        let unnamed = self.unnamed_raises_potassium && product.holds(With::Nutrient(Nutrient::Potassium));
        unnamed.then(unnamed_and_potassium).into_iter().chain(found.into_iter().map(HeldCaution::warning)).collect()
    }

    /// What to avoid of what was taken together with what a person takes and has, each said once.
    #[must_use]
    pub fn to_avoid<'a>(&self, taken: impl IntoIterator<Item = &'a SupplementTaken>) -> Vec<Warning> {
        let warnings = taken.into_iter().flat_map(|taken| self.warnings(&taken.name, &taken.per_dose));
        each_once(warnings.filter(|warning| warning.advice == CautionLevel::Avoid))
    }

    /// Why foods rich in potassium are withheld; nothing when they are not. The only one to ask: conditions and medicines of the
    /// profile and medicines on the list all count.
    #[must_use]
    pub fn withholds_potassium(&self) -> Option<&Withheld> {
        self.withholds_potassium.as_ref()
    }

    /// What to keep steady in what one eats: vitamin K with warfarin. Sudden changes are what disturbs it.
    #[must_use]
    pub fn steady_in_food(&self) -> Vec<Warning> {
        let vitamin_k = With::Nutrient(Nutrient::VitaminK);
        let is_steady = |held: &&HeldCaution| held.caution.advice == CautionLevel::Steady && held.caution.with == vitamin_k;
        self.cautions.iter().filter(is_steady).map(HeldCaution::warning).collect()
    }

    /// What to say of a food with these contents in a portion: grapefruit, tonic water and alcohol where they do not go with a
    /// medicine, and much vitamin K where it is to be kept steady. Potassium the figures of the food speak of.
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

/// The medicines of a class that fits, each once.
fn names_of(taken: &[(String, Vec<&MedicineClass>)], fits: impl Fn(&ClassKey) -> bool) -> Vec<String> {
    each_once(taken.iter().filter(|(_, classes)| classes.iter().any(|class| fits(&class.id))).map(|(name, _)| name.clone()))
}

/// Why foods rich in potassium are withheld from somebody who takes these medicines, which raise it.
fn withheld(profile: &Profile, raising: &[String]) -> Option<Withheld> {
    let conditions = [(Condition::Kidney, "kidney disease"), (Condition::FluidLimit, "heart failure with a fluid limit")];
    let condition = conditions.into_iter().find(|(condition, _)| profile.conditions.contains(condition));
    let because = match (condition, raising) {
        (Some((_, words)), _) => words.to_owned(),
        (None, [one]) => format!("{one}, which raises potassium"),
        (None, [_, _, ..]) => format!("{}, which raise potassium", joined_with_and(raising)),
        (None, []) if profile.medicine_raises_potassium => "a medicine that raises potassium".to_owned(),
        (None, []) => return None,
    };
    Some(Withheld { because, by_medicines: condition.is_none() && !raising.is_empty() })
}

/// Whether medicines of the class raise potassium so that none should be added to it.
#[must_use]
pub fn raises_potassium(class: &ClassKey) -> bool {
    is_avoided(class, With::Nutrient(Nutrient::Potassium))
}

/// Of what is said to the same people about the same thing the gravest: keeping steady what one should not start is no advice.
/// The gravest comes first.
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
        Warning { title, words: caution.words.clone(), advice: caution.advice, sources: caution.sources.clone() }
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

/// What to do, in a few words.
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
