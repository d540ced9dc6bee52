//! The rows of `assets/reference_intakes.csv`, with their authorities from `assets/reference_sources.csv`.

use super::Stage;
use crate::domain::{Nutrient, ReferenceTables, Sex, keyed_enum};
use serde::Deserialize;
use std::{ops::RangeInclusive, sync::OnceLock};

const ROWS: &str = include_str!("../../assets/reference_intakes.csv");
const SOURCES: &str = include_str!("../../assets/reference_sources.csv");

keyed_enum! {
    /// What a reference value says, in the words of the authority that sets it.
    ReferenceKind, "kind of reference" {
        /// US: it covers the need of nearly all healthy people of the group.
        Rda = "rda", "recommended intake (RDA)";
        /// UK: it covers the need of nearly all healthy people of the group.
        Rni = "rni", "reference nutrient intake (RNI)";
        /// EU: it covers the need of nearly all healthy people of the group.
        Pri = "pri", "population reference intake (PRI)";
        /// D-A-CH: it covers the need of nearly all healthy people of the group.
        Recommended = "recommended", "recommended intake";
        /// What healthy people of the group take in, or an estimate, where the need is not known well enough.
        Adequate = "ai", "adequate intake (AI)";
        /// A guide, as of water.
        Guide = "guide", "guiding value";
        /// US and UK: it covers the need of half of the healthy people of the group.
        EstimatedAverage = "ear", "estimated average requirement (EAR)";
        /// EU: it covers the need of half of the healthy people of the group.
        Average = "ar", "average requirement (AR)";
    }
}

impl ReferenceKind {
    /// Whether the value covers the need of half of the people, not of nearly all.
    #[must_use]
    pub fn is_average(self) -> bool {
        matches!(self, Self::EstimatedAverage | Self::Average)
    }

    /// Whether the value is known to cover the need of nearly all people of the group, which is more than most of them need.
    #[must_use]
    pub fn exceeds_most_needs(self) -> bool {
        matches!(self, Self::Rda | Self::Rni | Self::Pri | Self::Recommended)
    }
}

/// What a row is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Of {
    /// A nutrient.
    Nutrient(Nutrient),
    /// Water in drinks and food together, in ml.
    TotalWater,
    /// Drinks alone, in ml.
    Drinks,
}

/// An authority with the document in which it sets its values.
#[derive(Debug, Deserialize)]
pub(super) struct Authority {
    source: String,
    /// The authority with region and year: "EFSA (EU, 2014)".
    pub(super) authority: String,
    pub(super) document: String,
}

#[derive(Debug)]
pub(super) struct Row {
    pub(super) tables: ReferenceTables,
    pub(super) of: Of,
    pub(super) kind: ReferenceKind,
    /// `None` if both sexes share the row.
    pub(super) sex: Option<Sex>,
    pub(super) stage: Stage,
    pub(super) ages: RangeInclusive<u8>,
    /// Whether it is for people who eat mostly plants, whose phytate binds zinc; `None` if it is for every diet.
    pub(super) plants: Option<bool>,
    /// The amount a day, or for each MJ of energy.
    pub(super) amount: f64,
    pub(super) per_mj: bool,
    pub(super) source: &'static Authority,
}

/// Every row of the file.
pub(super) fn rows() -> &'static [Row] {
    static READ: OnceLock<Vec<Row>> = OnceLock::new();
    READ.get_or_init(|| {
        csv::Reader::from_reader(ROWS.as_bytes()).into_deserialize::<Cells>().filter_map(|cells| cells.ok()?.row()).collect()
    })
}

fn sources() -> &'static [Authority] {
    static READ: OnceLock<Vec<Authority>> = OnceLock::new();
    READ.get_or_init(|| csv::Reader::from_reader(SOURCES.as_bytes()).into_deserialize().filter_map(Result::ok).collect())
}

#[derive(Deserialize)]
struct Cells {
    region: String,
    nutrient: String,
    unit: String,
    kind: String,
    sex: String,
    stage: String,
    age_from_years: u8,
    age_to_years: u8,
    diet: String,
    amount: f64,
    source: String,
}

impl Cells {
    fn row(self) -> Option<Row> {
        Some(Row {
            tables: self.region.parse().ok()?,
            of: match self.nutrient.as_str() {
                "total_water" => Of::TotalWater,
                "drinks" => Of::Drinks,
                nutrient => Of::Nutrient(nutrient.parse().ok()?),
            },
            kind: self.kind.parse().ok()?,
            sex: if self.sex == "any" { None } else { Some(self.sex.parse().ok()?) },
            stage: self.stage.parse().ok()?,
            ages: self.age_from_years..=self.age_to_years,
            plants: if self.diet == "any" { None } else { Some(self.diet == "plants") },
            amount: self.amount,
            per_mj: self.unit == "mg_per_mj",
            source: sources().iter().find(|source| source.source == self.source)?,
        })
    }
}
