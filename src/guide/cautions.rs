//! Cautions: what a class of medicines or a condition does not go with, or not at once.
//!
//! A row of `assets/guide/cautions.csv` is shown when a medicine of its class is taken on the day, or its condition applies, and a
//! product contains the nutrient or substance of the row. `guide/product.rs` decides what a product contains.

use super::csv_rows::rows;
use super::evidence::{Source, sources_of};
use super::product::With;
use crate::domain::{ClassKey, keyed_enum};
use serde::Deserialize;
use std::sync::OnceLock;

const CAUTIONS: &str = include_str!("../../assets/guide/cautions.csv");

keyed_enum! {
    /// A condition, other than taking a medicine, that changes what may be taken.
    Circumstance, "circumstance" {
        /// Chronic kidney disease.
        KidneyDisease = "kidney_disease", "with kidney disease";
        /// Heart failure.
        HeartFailure = "heart_failure", "with heart failure";
        /// Pregnancy.
        Pregnant = "pregnant", "in pregnancy";
    }
}

/// Whom a caution is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Who {
    /// People who take a medicine of this class.
    Class(ClassKey),
    /// People to whom this circumstance applies, such as kidney disease.
    Condition(Circumstance),
}

/// What a caution advises. The most severe advice is the smallest in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CautionLevel {
    /// Not to be taken unless the doctor or pharmacist agrees.
    Avoid,
    /// To be taken some hours apart.
    Apart {
        /// How many hours. `None` where the leaflet or a pharmacist has to say.
        hours: Option<u8>,
    },
    /// To ask the doctor or pharmacist, or to have a level tested.
    Ask,
    /// To be counted together with what the medicine itself contains.
    Counts,
    /// To be taken in about equal amounts every day.
    Steady,
}

/// A nutrient or substance that a medicine or condition does not go with, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caution {
    /// Whom it is for.
    pub who: Who,
    /// The nutrient or substance the caution is about.
    pub with: With,
    /// How severe the caution is.
    pub advice: CautionLevel,
    /// The sentences that the person reads.
    pub words: String,
    /// The sources of the caution.
    pub sources: Vec<&'static Source>,
}

impl Caution {
    /// Whether the caution is for people who take a medicine of the class.
    #[must_use]
    pub fn is_for(&self, class: &ClassKey) -> bool {
        matches!(&self.who, Who::Class(own) if own == class)
    }
}

#[derive(Deserialize)]
struct Row {
    who_kind: String,
    who: String,
    with: String,
    advice: String,
    hours_apart: Option<u8>,
    words: String,
    sources: String,
}

/// Every caution, in the order of the file.
#[must_use]
pub fn cautions() -> &'static [Caution] {
    static READ: OnceLock<Vec<Caution>> = OnceLock::new();
    READ.get_or_init(|| rows(CAUTIONS).into_iter().filter_map(from_row).collect())
}

/// The cautions for a class of medicines, the most severe first.
#[must_use]
pub fn cautions_of(class: &ClassKey) -> Vec<&'static Caution> {
    sorted(cautions().iter().filter(|caution| caution.is_for(class)).collect())
}

/// The cautions about a nutrient or substance, for whatever class or condition, the most severe first.
#[must_use]
pub fn cautions_with(with: With) -> Vec<&'static Caution> {
    sorted(cautions().iter().filter(|caution| caution.with == with).collect())
}

/// Sorts by severity, the most severe first. Of equally severe cautions, those about any supplement come last, and the others keep
/// the order of the file.
pub(super) fn sorted(mut cautions: Vec<&'static Caution>) -> Vec<&'static Caution> {
    cautions.sort_by_key(|caution| {
        let grave = match caution.advice {
            CautionLevel::Apart { .. } => CautionLevel::Apart { hours: None },
            advice => advice,
        };
        (grave, caution.with.is_any_supplement())
    });
    cautions
}

fn from_row(row: Row) -> Option<Caution> {
    let who = match row.who_kind.as_str() {
        "class" => Who::Class(ClassKey::new(&row.who).ok()?),
        "condition" => Who::Condition(row.who.parse().ok()?),
        _ => return None,
    };
    let advice = match (row.advice.as_str(), row.hours_apart) {
        ("avoid", None) => CautionLevel::Avoid,
        ("apart", hours) => CautionLevel::Apart { hours },
        ("ask", None) => CautionLevel::Ask,
        ("counts", None) => CautionLevel::Counts,
        ("steady", None) => CautionLevel::Steady,
        _ => return None,
    };
    Some(Caution { who, with: row.with.parse().ok()?, advice, words: row.words, sources: sources_of(&row.sources)? })
}
