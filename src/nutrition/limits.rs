//! How much of a nutrient is too much, from `assets/upper_limits.csv`.
//!
//! Authorities differ, above all on vitamin B6 and magnesium, so the region decides. Without a region the lowest level that applies
//! is used. A level counts either supplements alone (magnesium: never what food contains) or everything. That of sodium is no limit
//! but a level to get down to.

use super::reference::ages_in_words;
use super::{DayIntake, Person, Stage};
use crate::domain::{Amounts, Doses, Entry, Id, Nutrient, Region, Supplement, SupplementTaken, keyed_enum};
use serde::Deserialize;
use std::{ops::RangeInclusive, sync::OnceLock};

const LIMITS: &str = include_str!("../../assets/upper_limits.csv");

/// The ages that count as adult among upper levels. For a person without an age, a level for some of these ages applies.
const ADULTS: RangeInclusive<u8> = 19..=120;

/// The youngest age that upper levels are known for, in years.
const YOUNGEST: u8 = 4;

/// From this age on, in years, the levels of Europe are those of adults.
const GROWN_UP: u8 = 18;

keyed_enum! {
    /// What is counted against a level.
    Counts, "what a limit counts" {
        /// Supplements alone; food is never added.
        Supplements = "supplements", "supplements alone";
        /// Food, drinks and supplements.
        Total = "total", "food, drinks and supplements";
    }
}

keyed_enum! {
    /// The kind of a level.
    LimitKind, "kind of limit" {
        /// The most that is unlikely to do harm when taken every day (UL).
        UpperLevel = "upper_level", "tolerable upper intake level";
        /// As much as is known not to do harm, where too little is known for more (United Kingdom).
        GuidanceLevel = "guidance_level", "guidance level";
        /// To get down to, for health in the long run (CDRR, and 6 g of salt). It is no limit of toxicity.
        GetDownTo = "get_down_to", "level to get down to";
        /// Up to this amount the authority sees no concern.
        NoConcern = "no_concern", "amount without concern";
    }
}

/// An amount of a nutrient per day above which more is not sensible.
#[derive(Debug, Clone, PartialEq)]
pub struct Limit {
    /// The nutrient.
    pub nutrient: Nutrient,
    /// The amount per day, in the nutrient's unit.
    pub amount: f64,
    /// What is counted against it.
    pub counts: Counts,
    /// The kind of the level.
    pub kind: LimitKind,
    /// The authority, with region and year: "EFSA (EU, 2023)".
    pub authority: &'static str,
    /// The document that sets the level.
    pub source: &'static str,
    /// The people that the level is for: "in pregnancy", "for people of 51 years and over". `None` if it is for all
    /// adults.
    pub whose: Option<String>,
}

/// An amount of a nutrient on one day that is above an upper level.
#[derive(Debug, Clone, PartialEq)]
pub struct OverLimit {
    /// The amount that counts against the level, in the nutrient's unit.
    pub amount: f64,
    /// The part of the amount that came from supplements.
    pub from_supplements: f64,
    /// The level that is passed.
    pub limit: Limit,
}

/// The level that applies to a person, and the lowest if several do. Returns `None` if no authority has set a level.
///
/// A region without a level of its own uses that of the US, otherwise that of any other region. Below 18 years the lower of the
/// children's level of the US and the region's level counts. Without an age all levels for adults are considered.
#[must_use]
pub fn limit(nutrient: Nutrient, person: &Person, region: Option<Region>) -> Option<Limit> {
    applicable(nutrient, *person, region).into_iter().min_by(|a, b| stricter(a, b)).map(|row| row.limit(nutrient))
}

/// The lowest level that the amounts of one day pass. Returns `None` if they pass none.
///
/// `food` is the amount in food and drinks, `supplements` the amount in supplements, in the nutrient's unit.
#[must_use]
pub fn over_limit(nutrient: Nutrient, food: f64, supplements: f64, person: &Person, region: Option<Region>) -> Option<OverLimit> {
    let counted = |row: &Row| match row.counts {
        Counts::Supplements => supplements,
        Counts::Total => food + supplements,
    };
    let passed = applicable(nutrient, *person, region).into_iter().filter(|row| counted(row) > row.amount);
    let row = passed.min_by(|a, b| stricter(a, b))?;
    Some(OverLimit { amount: counted(row), from_supplements: supplements, limit: row.limit(nutrient) })
}

/// The levels that a product alone passes in its daily doses, or in one dose if it has no regimen.
#[must_use]
pub fn product_over_limits(product: &Supplement, person: &Person, region: Option<Region>) -> Vec<OverLimit> {
    let doses = product.daily.unwrap_or(Doses::ONE).get();
    product.per_dose.known().filter_map(|(nutrient, amount)| over_limit(nutrient, 0.0, amount * doses, person, region)).collect()
}

/// The levels that the intake of a day passes, in the order of [`Nutrient::ALL`].
#[must_use]
pub fn day_over_limits(day: &DayIntake, person: &Person, region: Option<Region>) -> Vec<OverLimit> {
    let over = |nutrient: &Nutrient| over_limit(*nutrient, day.from_food(*nutrient), day.from_supplements(*nutrient), person, region);
    Nutrient::ALL.iter().filter_map(over).collect()
}

/// The doses that add to a nutrient of which all doses of the day together pass a level, each with that nutrient.
#[must_use]
pub fn doses_over_limits(
    doses: &[Entry<SupplementTaken>],
    person: &Person,
    region: Option<Region>,
) -> Vec<(Id<SupplementTaken>, Nutrient)> {
    let mut over = Vec::new();
    for &nutrient in Nutrient::ALL {
        let amount = |dose: &Entry<SupplementTaken>| dose.value.amounts().get(nutrient).filter(|amount| *amount > 0.0);
        let adds: Vec<_> = doses.iter().filter_map(|dose| Some((dose.id, amount(dose)?))).collect();
        let total = adds.iter().map(|(_, amount)| amount).sum();
        if over_limit(nutrient, 0.0, total, person, region).is_some() {
            over.extend(adds.into_iter().map(|(id, _)| (id, nutrient)));
        }
    }
    over
}

/// For each nutrient the lowest level that counts food. A portion that alone passes one is not suggested.
pub(super) fn levels_for_food(person: Person, region: Option<Region>) -> Amounts {
    let lowest = |nutrient| {
        let of_food = applicable(nutrient, person, region).into_iter().filter(|row| row.counts == Counts::Total);
        of_food.map(|row| row.amount).min_by(f64::total_cmp)
    };
    Nutrient::ALL.iter().filter_map(|&nutrient| Some((nutrient, lowest(nutrient)?))).collect()
}

#[derive(Debug)]
struct Row {
    nutrient: String,
    /// `None` if the row is used in every region.
    region: Option<Region>,
    /// `None` if the row applies in every stage.
    stage: Option<Stage>,
    ages: RangeInclusive<u8>,
    amount: f64,
    counts: Counts,
    kind: LimitKind,
    authority: String,
    source: String,
}

impl Row {
    fn limit(&'static self, nutrient: Nutrient) -> Limit {
        let whose = match self.stage {
            Some(Stage::Pregnant) => Some("in pregnancy".to_owned()),
            Some(Stage::Breastfeeding) => Some("while breastfeeding".to_owned()),
            _ if *self.ages.start() <= *ADULTS.start() && self.ages.end() == ADULTS.end() => None,
            _ => Some(format!("for people {}", ages_in_words(&self.ages))),
        };
        let Self { amount, counts, kind, ref authority, ref source, .. } = *self;
        Limit { nutrient, amount, counts, kind, authority, source, whose }
    }

    /// Whether the row applies at one of these ages.
    fn holds_for(&self, ages: &RangeInclusive<u8>) -> bool {
        self.ages.start() <= ages.end() && self.ages.end() >= ages.start()
    }
}

/// Orders by level, the lower first; of equal levels the one that counts more comes first.
fn stricter(a: &Row, b: &Row) -> std::cmp::Ordering {
    a.amount.total_cmp(&b.amount).then_with(|| b.counts.cmp(&a.counts))
}

/// Every row that applies to the person in the region, or in any region if none is given.
fn applicable(nutrient: Nutrient, person: Person, region: Option<Region>) -> Vec<&'static Row> {
    let ages = person.age_years.map_or(ADULTS, |age| age.min(*ADULTS.end())..=age.min(*ADULTS.end()));
    let of = |region: Option<Region>, ages: &RangeInclusive<u8>| -> Vec<&'static Row> {
        let stage_fits = |row: &Row| row.stage.is_none_or(|stage| stage == person.stage);
        rows()
            .iter()
            .filter(|row| row.nutrient == nutrient.key() && row.region == region)
            .filter(|row| row.holds_for(ages) && stage_fits(row))
            .collect()
    };
    let child = (YOUNGEST..GROWN_UP).contains(ages.end());
    let mut found = of(None, &ages);
    for region in region.map_or_else(|| Region::ALL.to_vec(), |region| vec![region]) {
        let mut own = of(Some(region), &ages);
        if own.is_empty() && child && region != Region::Us {
            own = of(Some(region), &(GROWN_UP..=GROWN_UP));
        }
        if own.is_empty() || child {
            own.extend(of(Some(Region::Us), &ages));
        }
        found.extend(own);
    }
    if found.is_empty() {
        // Another authority's level, named as such, is better than none: ten grams of potassium must not pass in silence.
        found.extend(Region::ALL.iter().flat_map(|region| of(Some(*region), &ages)));
    }
    found
}

fn rows() -> &'static [Row] {
    static READ: OnceLock<Vec<Row>> = OnceLock::new();
    READ.get_or_init(|| {
        csv::Reader::from_reader(LIMITS.as_bytes()).into_deserialize::<Cells>().filter_map(|cells| cells.ok()?.row()).collect()
    })
}

#[derive(Deserialize)]
struct Cells {
    nutrient: String,
    region: String,
    stage: String,
    age_from_years: u8,
    age_to_years: u8,
    amount: f64,
    counts: String,
    kind: String,
    authority: String,
    source: String,
}

impl Cells {
    fn row(self) -> Option<Row> {
        Some(Row {
            nutrient: self.nutrient,
            region: if self.region == "any" { None } else { Some(self.region.parse().ok()?) },
            stage: if self.stage == "any" { None } else { Some(self.stage.parse().ok()?) },
            ages: self.age_from_years..=self.age_to_years,
            amount: self.amount,
            counts: self.counts.parse().ok()?,
            kind: self.kind.parse().ok()?,
            authority: self.authority,
            source: self.source,
        })
    }
}
