//! A folder of cases: `spec.json` says what is asked, CSV files hold the nights, `expected.json` the answers.

use super::case_table::CaseTable;
use super::texts::read_text;
use chrono::NaiveDate;
use serde::Deserialize;
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// What is asked of one case.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct CaseSpec {
    pub(super) tasks: Vec<CaseTask>,
    #[serde(default)]
    pub(super) factors: Vec<CaseFactor>,
    #[serde(default)]
    pub(super) power: Vec<CasePlan>,
    /// The start of what is compared before and after.
    pub(super) start: Option<NaiveDate>,
    /// Nights after the start that stand on neither side.
    #[serde(default = "a_week")]
    pub(super) washout_days: u16,
    /// Nights of every period of an experiment that are not analysed.
    pub(super) washout: Option<f64>,
}

/// One question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum CaseTask {
    Describe,
    Insights,
    BeforeAfter,
    Experiment,
    Power,
}

/// A column that is a factor, and over how many days it works.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct CaseFactor {
    pub(super) name: String,
    #[serde(default = "one")]
    pub(super) window: u16,
}

/// A plan whose power is asked for.
#[derive(Debug, Clone, Copy, Deserialize)]
pub(super) struct CasePlan {
    pub(super) k: u16,
    #[serde(rename = "L")]
    pub(super) period: u16,
    #[serde(rename = "W")]
    pub(super) wash_out: u16,
    pub(super) rr: f64,
}

/// A folder whose files could be read.
#[derive(Debug)]
pub(super) struct CaseFolder {
    pub(super) specs: BTreeMap<String, CaseSpec>,
    /// The expected answers of each case.
    pub(super) expected: Map<String, Value>,
    tables: PathBuf,
}

fn a_week() -> u16 {
    7
}

fn one() -> u16 {
    1
}

impl CaseFolder {
    /// Reads what is asked and expected. An error is a sentence that says which file is wrong, and how.
    pub(super) fn read(folder: &Path) -> Result<Self, String> {
        if !folder.is_dir() {
            return Err(format!("{} is no folder. Give one with spec.json, expected.json and CSV files.", folder.display()));
        }
        let (spec, expected) = (folder.join("spec.json"), folder.join("expected.json"));
        let specs: BTreeMap<String, CaseSpec> = read_json(&spec)?;
        if let Some(name) = specs.keys().find(|name| name.is_empty() || name.contains(['/', '\\'])) {
            return Err(format!("{} names a case \"{name}\", which cannot be the name of a file.", spec.display()));
        }
        if specs.values().flat_map(|spec| &spec.power).any(|plan| !plan.is_possible()) {
            return Err(format!("{} asks for a power that cannot be: k is 1 to 64, L 1 to 366, rr above 0.", spec.display()));
        }
        let mut whole: Map<String, Value> = read_json(&expected)?;
        let Some(Value::Object(cases)) = whole.remove("cases") else {
            return Err(format!("{} has no \"cases\".", expected.display()));
        };
        if cases.is_empty() {
            return Err(format!("{} expects nothing, so that there is nothing to compare.", expected.display()));
        }
        let below = folder.join("cases");
        Ok(Self { specs, expected: cases, tables: if below.is_dir() { below } else { folder.to_owned() } })
    }

    /// The nights of a case.
    pub(super) fn table(&self, name: &str) -> Result<CaseTable, String> {
        CaseTable::read(&self.path(name))
    }

    /// The file of a case.
    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.tables.join(format!("{name}.csv"))
    }
}

impl CasePlan {
    fn is_possible(self) -> bool {
        (1..=64).contains(&self.k) && (1..=366).contains(&self.period) && self.rr > 0.0 && self.rr.is_finite()
    }
}

fn read_json<T: for<'a> Deserialize<'a>>(path: &Path) -> Result<T, String> {
    let text = read_text(path)?;
    serde_json::from_str(&text).map_err(|error| {
        let form = if error.is_data() { "not what is asked of such a file" } else { "no JSON" };
        format!("{} is {form}, from line {}, column {} on.", path.display(), error.line(), error.column())
    })
}
