//! Cautions: what does not go, or not at once, with a class of medicines or with a condition.
//!
//! A row of `assets/guide/cautions.csv` is said when a medicine of its class is taken on the day, or the condition holds, and a
//! product holds what it names; what holds what, `guide/product.rs` knows.

use super::csv_rows::rows;
use super::evidence::{Source, sources_of};
use super::product::With;
use crate::domain::{ClassKey, keyed_enum};
use serde::Deserialize;
use std::sync::OnceLock;

const CAUTIONS: &str = include_str!("../../assets/guide/cautions.csv");

keyed_enum! {
    /// What, besides medicines, changes what may be taken.
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
    /// Those who take a medicine of this class.
    Class(ClassKey),
    /// Those for whom this holds.
    Condition(Circumstance),
}

/// What a caution advises; the gravest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CautionLevel {
    /// Not without the doctor or pharmacist.
    Avoid,
    /// So many hours between the two.
    Apart {
        /// How many.
        hours: u8,
    },
    /// Ask, or have it tested.
    Ask,
    /// It adds to what the medicine holds.
    Counts,
    /// About the same every day.
    Steady,
}

/// What does not go together, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caution {
    /// Whom it is for.
    pub who: Who,
    /// What they should mind.
    pub with: With,
    /// What to do, in a word.
    pub advice: CautionLevel,
    /// What the person reads.
    pub words: String,
    /// Where that comes from.
    pub sources: Vec<&'static Source>,
}

impl Caution {
    /// Whether it is for those who take a medicine of the class.
    #[must_use]
    pub fn is_for(&self, class: &ClassKey) -> bool {
        self.who == Who::Class(class.clone())
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

/// Everything to mind with a class of medicines, the gravest first.
#[must_use]
pub fn cautions_of(class: &ClassKey) -> Vec<&'static Caution> {
    sorted(cautions().iter().filter(|caution| caution.is_for(class)).collect())
}

/// Everybody who should mind a nutrient or substance, the gravest first.
#[must_use]
pub fn cautions_with(with: With) -> Vec<&'static Caution> {
    sorted(cautions().iter().filter(|caution| caution.with == with).collect())
}

/// Whether those who take a medicine of the class should not have it but by their doctor.
pub(super) fn is_avoided(class: &ClassKey, with: With) -> bool {
    cautions().iter().any(|caution| caution.advice == CautionLevel::Avoid && caution.with == with && caution.is_for(class))
}

/// The gravest first, else in the order of the file; what holds for any supplement after what names one.
pub(super) fn sorted(mut cautions: Vec<&'static Caution>) -> Vec<&'static Caution> {
    cautions.sort_by_key(|caution| {
        let grave = match caution.advice {
            CautionLevel::Apart { .. } => CautionLevel::Apart { hours: 0 },
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
        ("apart", Some(hours)) => CautionLevel::Apart { hours },
        ("ask", None) => CautionLevel::Ask,
        ("counts", None) => CautionLevel::Counts,
        ("steady", None) => CautionLevel::Steady,
        _ => return None,
    };
    Some(Caution { who, with: row.with.parse().ok()?, advice, words: row.words, sources: sources_of(&row.sources)? })
}
