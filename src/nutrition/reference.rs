//! Reference intakes for a person, from `assets/reference_intakes.csv`.
//!
//! The values are those of the US and Canadian tables (Dietary Reference Intakes of the IOM and NASEM), by
//! completed years of age, sex, pregnancy and breastfeeding. [`reference()`] looks one up, [`reference_over`]
//! takes the mean over days on which the person was not always the same, for example around New Year.

use super::{Person, Stage};
use crate::domain::{Condition, Day, Nutrient, Profile, Settings, Sex, keyed_enum};
use serde::Deserialize;
use std::{ops::RangeInclusive, sync::OnceLock};

const REFERENCES: &str = include_str!("../../assets/reference_intakes.csv");

/// The label of the group whose values are used for a person of unknown age and sex.
pub const ADULT: &str = "adults of 31 to 50 years, the lower of the values for women and men";

/// How much to drink per day, 2,200 ml, for a person of unknown age and sex who set no goal: 80 % of the total water of [`ADULT`]
/// (2,700 ml, IOM 2005, which says that about a fifth of it usually comes with food), to the nearest 100 ml.
pub const HYDRATION_GOAL_ML: u16 = 2_200;

/// The age whose values are used for a person of unknown age: 31 years.
const ADULT_AGE: u8 = 31;

/// The youngest age that `assets/reference_intakes.csv` has values for: 4 years.
const YOUNGEST: u8 = 4;

/// The oldest age in `assets/reference_intakes.csv`, 120 years. Older people get the values of this age.
const OLDEST: u8 = 120;

const TOTAL_WATER: &str = "total_water";

keyed_enum! {
    /// How well a reference intake is founded.
    ReferenceKind, "kind of reference" {
        /// It covers the need of nearly all healthy people of the group.
        Recommended = "rda", "recommended intake (RDA)";
        /// It is what healthy people of the group take in, where the need is not known well enough.
        Adequate = "ai", "adequate intake (AI)";
    }
}

/// A recommended or adequate daily intake.
#[derive(Debug, Clone, PartialEq)]
pub struct Reference {
    /// The amount per day in the nutrient's unit; for total water in ml.
    pub amount: f64,
    /// How well the value is founded.
    pub kind: ReferenceKind,
    /// The group whose value it is, as screens name it: "women of 31 to 50 years".
    pub whose: String,
    /// The document that sets the value.
    pub source: &'static str,
}

/// The reference intake of a nutrient for a person. Returns `None` below four years, and if there is no official value.
///
/// Without an age the value is that of 31 to 50 years. Without a sex it is the lower of the two, so that "short of it" is true for
/// women and for men. Pregnancy and breastfeeding have values from 14 to 50 years; at other ages the value of other women is used,
/// and [`Reference::whose`] says so.
///
/// ```
/// use cramp_diary::{domain::{Nutrient, Sex}, nutrition::{Person, reference}};
/// let man = Person { age_years: Some(75), sex: Some(Sex::Male), ..Person::default() };
/// let vitamin_d = reference(Nutrient::VitaminD, &man).unwrap();
/// assert_eq!((vitamin_d.amount, vitamin_d.whose.as_str()), (20.0, "men of 71 years and over"));
/// ```
#[must_use]
pub fn reference(nutrient: Nutrient, person: &Person) -> Option<Reference> {
    look_up(nutrient.key(), *person)
}

/// The reference intake of total water per day, in drinks and in food, in ml. Returns `None` below four years.
///
/// A person of unknown age gets the value of 31 to 50 years, one of unknown sex the lower of the two.
#[must_use]
pub fn total_water(person: &Person) -> Option<Reference> {
    look_up(TOTAL_WATER, *person)
}

/// The mean of the reference intakes of several days, for means of intake over these days.
///
/// Days without a value do not count. Returns `None` if no day has one.
#[must_use]
pub fn reference_over(nutrient: Nutrient, days: &[Person]) -> Option<Reference> {
    mean_over(nutrient.key(), days)
}

/// The mean of [`total_water`] over several days, in ml. Returns `None` if no day has a value.
#[must_use]
pub fn total_water_over(days: &[Person]) -> Option<Reference> {
    mean_over(TOTAL_WATER, days)
}

/// How much to drink per day, in ml: the goal that the person set, otherwise 80 % of [`total_water`] to the nearest 100 ml.
///
/// A person of unknown age gets the goal of 31 to 50 years, one of unknown sex the lower of the two. Below four years there is no
/// official value, and that of four years is used. A doctor's limit is not considered: see [`drinking_goal_ml`].
#[must_use]
pub fn hydration_goal_ml(settings: Settings, person: &Person) -> u16 {
    settings.hydration_goal_ml.unwrap_or_else(|| {
        let at_least_four = Person { age_years: person.age_years.map(|age| age.max(YOUNGEST)), ..*person };
        total_water(&at_least_four).map_or(HYDRATION_GOAL_ML, |water| to_hundred(water.amount * 0.8))
    })
}

/// How much the person of a profile should drink on a day, in ml. Returns `None` if a doctor limits what they may drink and they
/// have not set that limit as their goal.
#[must_use]
pub fn drinking_goal_ml(settings: Settings, profile: &Profile, day: Day) -> Option<u16> {
    let needs_limit = profile.conditions.contains(&Condition::FluidLimit) && settings.hydration_goal_ml.is_none();
    (!needs_limit).then(|| hydration_goal_ml(settings, &Person::on(profile, day)))
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the tables end at 3,800 ml")]
fn to_hundred(ml: f64) -> u16 {
    (ml / 100.0).round() as u16 * 100
}

#[derive(Debug)]
struct Row {
    nutrient: String,
    /// `None` if both sexes share the row.
    sex: Option<Sex>,
    stage: Stage,
    ages: RangeInclusive<u8>,
    amount: f64,
    kind: ReferenceKind,
    source: String,
}

fn look_up(key: &str, person: Person) -> Option<Reference> {
    let age = person.age_years.map_or(ADULT_AGE, |age| age.min(OLDEST));
    let of_age: Vec<_> = rows().iter().filter(|row| row.nutrient == key && row.ages.contains(&age)).collect();
    let has_stage = of_age.iter().any(|row| row.stage == person.stage);
    let stage = if has_stage { person.stage } else { Stage::None };
    let sex = person.table_sex();
    let row = of_age
        .into_iter()
        .filter(|row| row.stage == stage && (sex.is_none() || row.sex.is_none() || row.sex == sex))
        .min_by(|a, b| a.amount.total_cmp(&b.amount))?;
    let mut whose = whose(row, sex);
    match person.stage {
        Stage::Pregnant if !has_stage => whose.push_str(", as there is no official value for pregnancy at this age"),
        Stage::Breastfeeding if !has_stage => whose.push_str(", as there is no official value for breastfeeding at this age"),
        _ => {}
    }
    Some(Reference { amount: row.amount, kind: row.kind, whose, source: &row.source })
}

/// The group of a row as screens name it. Without a sex the value is the lower of two, which the name says.
fn whose(row: &Row, sex: Option<Sex>) -> String {
    let ages = ages_in_words(&row.ages);
    let grown = *row.ages.start() >= 19;
    match (row.stage, row.sex, sex) {
        (Stage::Pregnant, ..) => format!("pregnant women {ages}"),
        (Stage::Breastfeeding, ..) => format!("breastfeeding women {ages}"),
        (Stage::None, None, _) => format!("children {ages}"),
        (Stage::None, Some(Sex::Female), Some(_)) => format!("{} {ages}", if grown { "women" } else { "girls" }),
        (Stage::None, Some(Sex::Male), Some(_)) => format!("{} {ages}", if grown { "men" } else { "boys" }),
        (Stage::None, Some(_), None) if grown => format!("adults {ages}, the lower of the values for women and men"),
        (Stage::None, Some(_), None) => format!("young people {ages}, the lower of the values for girls and boys"),
    }
}

/// The label of a range of ages: "of 31 to 50 years", "of 71 years and over".
pub(super) fn ages_in_words(ages: &RangeInclusive<u8>) -> String {
    let (from, to) = (ages.start(), ages.end());
    if *to >= OLDEST { format!("of {from} years and over") } else { format!("of {from} to {to} years") }
}

#[expect(clippy::cast_precision_loss, reason = "a count of days")]
fn mean_over(key: &str, days: &[Person]) -> Option<Reference> {
    let mut whose: Vec<String> = Vec::new();
    let (mut sum, mut count, mut last) = (0.0, 0_usize, None);
    for same in days.chunk_by(|a, b| a == b) {
        let Some(reference) = look_up(key, same[0]) else { continue };
        sum += reference.amount * same.len() as f64;
        count += same.len();
        if !whose.contains(&reference.whose) {
            whose.push(reference.whose.clone());
        }
        last = Some(reference);
    }
    let last = last?;
    let mean = if whose.len() > 1 { " (mean of the days)" } else { "" };
    let whose = format!("{}{mean}", whose.join(", then "));
    Some(Reference { amount: sum / count as f64, whose, ..last })
}

fn rows() -> &'static [Row] {
    static READ: OnceLock<Vec<Row>> = OnceLock::new();
    READ.get_or_init(|| {
        csv::Reader::from_reader(REFERENCES.as_bytes()).into_deserialize::<Cells>().filter_map(|cells| cells.ok()?.row()).collect()
    })
}

#[derive(Deserialize)]
struct Cells {
    nutrient: String,
    sex: String,
    stage: String,
    age_from_years: u8,
    age_to_years: u8,
    amount: f64,
    kind: String,
    source: String,
}

impl Cells {
    fn row(self) -> Option<Row> {
        let sex = if self.sex == "any" { None } else { Some(self.sex.parse().ok()?) };
        Some(Row {
            nutrient: self.nutrient,
            sex,
            stage: self.stage.parse().ok()?,
            ages: self.age_from_years..=self.age_to_years,
            amount: self.amount,
            kind: self.kind.parse().ok()?,
            source: self.source,
        })
    }
}
