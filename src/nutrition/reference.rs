//! Reference intakes for a person, from `assets/reference_intakes.csv`.
//!
//! Each region has its authority: NASEM (United States, Canada), COMA and SACN (United Kingdom), EFSA (European Union), DGE, ÖGE and
//! SGE (Germany, Austria, Switzerland). Values go by completed years of age, sex, pregnancy and breastfeeding, those of zinc by diet as
//! well. What an authority does not say comes from the next one of [`next_authorities`], and [`Reference::authority`] says from whom.
//! [`reference()`] looks up the recommended or adequate intake, [`requirement`] the average requirement beside it. [`reference_over`]
//! takes the mean over days on which the person was not always the same, for example around New Year.

use super::reference_table::{Of, ReferenceKind, Row, rows};
use super::{Person, Stage};
use crate::domain::{Nutrient, ReferenceTables, Sex, as_f64};
use std::ops::RangeInclusive;

/// The label of the group whose values are used for a person of unknown age and sex.
pub const ADULT: &str = "adults of 31 to 50 years, the lower of the values for women and men";

/// The age whose values are used for a person of unknown age: 31 years.
const ADULT_AGE: u8 = 31;

/// The oldest age in `assets/reference_intakes.csv`, 120 years. Older people get the values of this age.
const OLDEST: u8 = 120;

/// How much energy a mean has, in MJ: 1 kcal is 4.184 kJ.
const MJ_PER_KCAL: f64 = 0.004_184;

/// A recommended or adequate daily intake, or an average requirement.
#[derive(Debug, Clone, PartialEq)]
pub struct Reference {
    /// The amount per day in the nutrient's unit; for water in ml.
    pub amount: f64,
    /// What the value says.
    pub kind: ReferenceKind,
    /// The group whose value it is, as screens name it: "women of 31 to 50 years".
    pub whose: String,
    /// The authority that sets the value, with region and year: "EFSA (EU, 2014)".
    pub authority: &'static str,
    /// The document that sets the value.
    pub source: &'static str,
}

/// The recommended or adequate intake of a nutrient for a person. Returns `None` below four years, and if there is no official value.
///
/// Without an age the value is that of 31 to 50 years. Without a sex it is the lower of the two, so that "short of it" is true for
/// women and for men. Where no table has a value for pregnancy or breastfeeding at this age, that of other women is used, and
/// [`Reference::whose`] says so. Without a region the tables are those of the US and Canada, which alone know every age from four on.
///
/// EFSA's value of thiamin depends on energy, which only [`reference_over`] knows; here the next authority is asked.
///
/// ```
/// use cramp_diary::{domain::{Nutrient, ReferenceTables, Sex}, nutrition::{Person, reference}};
/// let man = Person { age_years: Some(75), sex: Some(Sex::Male), ..Person::default() };
/// let vitamin_d = reference(Nutrient::VitaminD, &man).unwrap();
/// assert_eq!((vitamin_d.amount, vitamin_d.whose.as_str()), (20.0, "men of 71 years and over"));
/// let british = Person { tables: Some(ReferenceTables::Uk), ..man };
/// let vitamin_d = reference(Nutrient::VitaminD, &british).unwrap();
/// assert_eq!((vitamin_d.amount, vitamin_d.authority), (10.0, "SACN (UK, 2016)"));
/// ```
#[must_use]
pub fn reference(nutrient: Nutrient, person: &Person) -> Option<Reference> {
    look_up(Asked { of: Of::Nutrient(nutrient), energy_mj: None }, *person)
}

/// The average requirement that belongs to [`reference()`]: half of all healthy people need less. Returns `None` if none is known.
///
/// It is of the authority that set the recommended intake, for exactly the group of people. D-A-CH publishes none, so that of EFSA is
/// used there. An adequate intake has none: where it is set, the need is not known. It never reaches the recommended intake.
#[must_use]
pub fn requirement(nutrient: Nutrient, person: &Person) -> Option<Reference> {
    requirement_of(Asked { of: Of::Nutrient(nutrient), energy_mj: None }, *person)
}

/// The reference intake of total water per day, in drinks and in food, in ml. Returns `None` below four years.
///
/// A person of unknown age gets the value of 31 to 50 years, one of unknown sex the lower of the two. Without a region the value is
/// that of EFSA, the lowest.
#[must_use]
pub fn total_water(person: &Person) -> Option<Reference> {
    look_up(Asked { of: Of::TotalWater, energy_mj: None }, *person)
}

/// How much to drink per day by the person's own authority, in ml. Returns `None` if it says nothing on drinks alone.
pub(super) fn drinks_guide(person: Person) -> Option<Reference> {
    look_up(Asked { of: Of::Drinks, energy_mj: None }, person)
}

/// The mean of the reference intakes of several days, for means of intake over these days. `kcal` is the mean energy of the days, by
/// which EFSA's value of thiamin goes.
///
/// Days without a value do not count. Returns `None` if no day has one.
#[must_use]
pub fn reference_over(nutrient: Nutrient, days: &[Person], kcal: Option<f64>) -> Option<Reference> {
    let asked = Asked { of: Of::Nutrient(nutrient), energy_mj: kcal.map(|kcal| kcal * MJ_PER_KCAL) };
    mean_over(days, |person| look_up(asked, person))
}

/// The mean of the average requirements of several days. Returns `None` unless every day has one. For `kcal` see [`reference_over`].
#[must_use]
pub fn requirement_over(nutrient: Nutrient, days: &[Person], kcal: Option<f64>) -> Option<Reference> {
    let asked = Asked { of: Of::Nutrient(nutrient), energy_mj: kcal.map(|kcal| kcal * MJ_PER_KCAL) };
    let known = days.chunk_by(|a, b| a == b).all(|same| requirement_of(asked, same[0]).is_some());
    known.then(|| mean_over(days, |person| requirement_of(asked, person))).flatten()
}

/// The mean of [`total_water`] over several days, in ml. Returns `None` if no day has a value.
#[must_use]
pub fn total_water_over(days: &[Person]) -> Option<Reference> {
    mean_over(days, |person| total_water(&person))
}

/// What is looked up.
#[derive(Debug, Clone, Copy)]
struct Asked {
    of: Of,
    /// The mean energy of the days in MJ; `None` if it is unknown.
    energy_mj: Option<f64>,
}

/// A row with the value that follows from it for somebody.
#[derive(Debug, Clone, Copy)]
struct Found {
    row: &'static Row,
    amount: f64,
}

/// Whose tables are asked, one after the other, until one has a value. The US tables come last, since they know every age.
fn next_authorities(of: Of, tables: Option<ReferenceTables>) -> &'static [ReferenceTables] {
    use ReferenceTables::{Dach, Eu, Uk, Us};
    match (of, tables) {
        (Of::TotalWater, None) | (_, Some(Eu)) => &[Eu, Us],
        (_, None | Some(Us)) => &[Us],
        (_, Some(Uk)) => &[Uk, Eu, Us],
        (_, Some(Dach)) => &[Dach, Eu, Us],
    }
}

/// The lowest value of one kind that a table has for a person in a stage of life.
fn in_table(asked: Asked, person: Person, table: ReferenceTables, wanted: impl Fn(&Row) -> bool) -> Option<Found> {
    let age = person.age_years.map_or(ADULT_AGE, |age| age.min(OLDEST));
    let sex = person.table_sex();
    let fits = |row: &&Row| {
        row.tables == table
            && row.of == asked.of
            && row.ages.contains(&age)
            && (sex.is_none() || row.sex.is_none() || row.sex == sex)
            && row.plants.is_none_or(|plants| plants == person.mostly_plants)
            && wanted(row)
    };
    let value = |row: &'static Row| {
        let amount = if row.per_mj { row.amount * asked.energy_mj? } else { row.amount };
        Some(Found { row, amount })
    };
    rows().iter().filter(fits).filter_map(value).min_by(|a, b| a.amount.total_cmp(&b.amount))
}

/// The recommended or adequate intake, first for the person's stage of life, otherwise for people in none.
fn find(asked: Asked, person: Person) -> Option<Found> {
    let authorities = next_authorities(asked.of, person.tables);
    let of_stage =
        |stage| authorities.iter().find_map(|table| in_table(asked, person, *table, |row| row.stage == stage && !row.kind.is_average()));
    of_stage(person.stage).or_else(|| of_stage(Stage::None))
}

fn look_up(asked: Asked, person: Person) -> Option<Reference> {
    find(asked, person).map(|found| found.reference(asked, person))
}

fn requirement_of(asked: Asked, person: Person) -> Option<Reference> {
    let recommended = find(asked, person).filter(|found| found.row.kind.exceeds_most_needs())?;
    let (own, stage) = (recommended.row.tables, recommended.row.stage);
    let authorities = if own == ReferenceTables::Dach { vec![own, ReferenceTables::Eu] } else { vec![own] };
    let average = |table: &ReferenceTables| in_table(asked, person, *table, |row| row.stage == stage && row.kind.is_average());
    let found = authorities.iter().find_map(average).filter(|found| found.amount < recommended.amount)?;
    Some(found.reference(asked, person))
}

impl Found {
    fn reference(self, asked: Asked, person: Person) -> Reference {
        let Self { row, amount } = self;
        let mut whose = whose(row, person.table_sex());
        match person.stage {
            Stage::Pregnant if row.stage != person.stage => whose.push_str(", as there is no official value for pregnancy at this age"),
            Stage::Breastfeeding if row.stage != person.stage => {
                whose.push_str(", as there is no official value for breastfeeding at this age");
            }
            _ => {}
        }
        if row.plants == Some(true) {
            whose.push_str(" who eat mostly plants");
        }
        if let (true, Some(energy)) = (row.per_mj, asked.energy_mj) {
            whose.push_str(&format!(", by {energy:.1} MJ of energy a day"));
        }
        Reference { amount, kind: row.kind, whose, authority: &row.source.authority, source: &row.source.document }
    }
}

/// The group of a row as screens name it. Without a sex the value is the lower of two, which the name says.
fn whose(row: &Row, sex: Option<Sex>) -> String {
    let ages = ages_in_words(&row.ages);
    let (from, to) = (*row.ages.start(), *row.ages.end());
    if row.stage == Stage::None && from < 14 && to > 18 {
        return format!("people {ages}");
    }
    let grown = to > 18;
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

/// The mean of a value over days. Days without one do not count.
fn mean_over(days: &[Person], value: impl Fn(Person) -> Option<Reference>) -> Option<Reference> {
    let mut whose: Vec<String> = Vec::new();
    let (mut sum, mut count, mut last) = (0.0, 0_usize, None);
    for same in days.chunk_by(|a, b| a == b) {
        let Some(reference) = value(same[0]) else { continue };
        sum += reference.amount * as_f64(same.len());
        count += same.len();
        if !whose.contains(&reference.whose) {
            whose.push(reference.whose.clone());
        }
        last = Some(reference);
    }
    let last = last?;
    let mean = if whose.len() > 1 { " (mean of the days)" } else { "" };
    let whose = format!("{}{mean}", whose.join(", then "));
    Some(Reference { amount: sum / as_f64(count), whose, ..last })
}
