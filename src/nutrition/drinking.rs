//! How much to drink: one's own goal, or what people of one's age, sex and region usually drink.

use super::reference::{drinks_guide, total_water};
use super::reference_table::ReferenceKind;
use super::{Eater, EatersMedicine, Person, Reference, Stage};
use crate::domain::{Condition, ReferenceTables, Settings};

/// How much to drink per day, 1,600 ml, for a person of unknown age, sex and region who set no goal: four fifths of the total water
/// that EFSA gives for women (2,000 ml), to the nearest 100 ml.
pub const HYDRATION_GOAL_ML: u16 = 1_600;

/// Below this age, 14 years, no goal is proposed.
const YOUNGEST: u8 = 14;

/// The part of total water that usually comes from drinks: four fifths (EFSA 2010, IOM 2005). The rest comes with food.
const FROM_DRINKS: f64 = 0.8;

/// With one of these a doctor may limit what one drinks, so that no goal is proposed.
const LIMITING: [Condition; 6] =
    [Condition::FluidLimit, Condition::HeartFailure, Condition::Dialysis, Condition::Kidney, Condition::Liver, Condition::Heart];

/// The classes of medicines with which a clinic says how much to drink: water tablets and what keeps water in the body or drives it out.
/// Lithium rises in the blood of who drinks little, and falls when they drink much.
const LIMITING_CLASSES: [&str; 7] =
    ["lithium", "thiazide", "loop_diuretic", "potassium_sparing", "carbonic_anhydrase", "desmopressin", "vaptan"];

/// The medicines against epilepsy that lower sodium, so that much water may lower it further.
const LIMITING_SUBSTANCES: [&str; 3] = ["carbamazepine", "oxcarbazepine", "eslicarbazepine"];

/// The classes of medicines that lower sodium in people of [`SODIUM_FALLS_FROM`] and over.
const LIMITING_LATER: [&str; 2] = ["ssri", "snri"];

/// The age from which the medicines of [`LIMITING_LATER`] count: 65 years.
const SODIUM_FALLS_FROM: u8 = 65;

/// Why only the clinic of the person can say how much they should drink.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LimitsDrinking {
    /// A disease or state that a doctor named.
    Condition(Condition),
    /// A medicine that the person takes, named for the middle of a sentence.
    Medicine(String),
}

/// How much people usually drink.
#[derive(Debug, Clone, PartialEq)]
pub struct UsualDrinks {
    /// The volume per day in ml, to the nearest 100.
    pub ml: u16,
    /// Whether it is what people in a survey of the US drank, and no target.
    pub is_survey: bool,
    /// The value that it follows from: of drinks alone if the kind is [`ReferenceKind::Guide`], otherwise of total water.
    pub reference: Reference,
}

/// How much people of the person's age, sex and region usually drink per day. Returns `None` below 14 years.
///
/// For D-A-CH it is the guide of its authorities for drinks, for the US and Canada four fifths of total water. Elsewhere it is four
/// fifths of EFSA's total water: in the EU by sex, without a region the lower of the two, and in the United Kingdom (where the NHS
/// advises 6 to 8 cups or glasses) 1,600 ml for everybody, pregnant or not.
#[must_use]
pub fn usual_drinks(person: &Person) -> Option<UsualDrinks> {
    if person.age_years.is_some_and(|age| age < YOUNGEST) {
        return None;
    }
    let person = match person.tables {
        None => Person { sex: None, tables: Some(ReferenceTables::Eu), ..*person },
        Some(ReferenceTables::Uk) => Person { sex: None, stage: Stage::None, tables: Some(ReferenceTables::Eu), ..*person },
        Some(_) => *person,
    };
    let is_survey = person.tables == Some(ReferenceTables::Us);
    if let Some(reference) = drinks_guide(person) {
        return Some(UsualDrinks { ml: to_hundred(reference.amount), is_survey, reference });
    }
    let reference = total_water(&person)?;
    Some(UsualDrinks { ml: to_hundred(reference.amount * FROM_DRINKS), is_survey, reference })
}

impl UsualDrinks {
    /// Whether the volume is what its authority says on drinks alone, not a part of total water.
    #[must_use]
    pub fn is_of_drinks(&self) -> bool {
        self.reference.kind == ReferenceKind::Guide
    }
}

/// Why only the clinic can say how much the person should drink: a condition, the gravest first, otherwise a medicine. Returns `None` if
/// there is no such reason.
#[must_use]
pub fn limits_drinking(eater: &Eater) -> Option<LimitsDrinking> {
    let condition = LIMITING.into_iter().find(|condition| eater.conditions.contains(condition));
    let medicine = || eater.medicines.iter().find(|medicine| medicine_limits(medicine, eater.person));
    condition.map(LimitsDrinking::Condition).or_else(|| medicine().map(|medicine| LimitsDrinking::Medicine(medicine.name.clone())))
}

fn medicine_limits(medicine: &EatersMedicine, person: Person) -> bool {
    LIMITING_CLASSES.into_iter().any(|class| medicine.is_of(class))
        || LIMITING_SUBSTANCES.into_iter().any(|substance| medicine.holds(substance))
        || (person.age_years.is_some_and(|age| age >= SODIUM_FALLS_FROM) && LIMITING_LATER.into_iter().any(|class| medicine.is_of(class)))
}

/// How much a person should drink on a day, in ml: the goal that they set, otherwise that of [`usual_drinks`].
///
/// Returns `None` without a goal of their own below 14 years, and with a reason of [`limits_drinking`], which `limits` is: the clinic's
/// figure is then to be entered.
#[must_use]
pub fn drinking_goal_ml(settings: Settings, person: &Person, limits: Option<&LimitsDrinking>) -> Option<u16> {
    let usual = || usual_drinks(person).map(|usual| usual.ml);
    settings.hydration_goal_ml.or_else(|| if limits.is_some() { None } else { usual() })
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the tables end at 3,800 ml")]
fn to_hundred(ml: f64) -> u16 {
    (ml / 100.0).round() as u16 * 100
}
