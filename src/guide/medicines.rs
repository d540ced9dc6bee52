//! Classes of medicines: how each is linked with cramps, and what to mind when taking it.

use super::csv_rows::{list, rows};
use super::evidence::{Source, sources_of};
use crate::domain::ClassKey;
use serde::Deserialize;
use std::sync::OnceLock;

const MEDICINES: &str = include_str!("../../assets/guide/medicines.csv");

/// A class of medicines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MedicineClass {
    /// The key of the class, which diaries save. It never changes.
    pub id: ClassKey,
    /// The name shown on screens: "ACE inhibitors".
    pub name: String,
    /// Generic names of the medicines that belong to it, in lower case.
    pub generic_names: Vec<String>,
    /// How it is linked with cramps, with the figure where there is one.
    pub relation: String,
    /// What to mind when taking it, in a sentence or two.
    pub caution: String,
    /// The sources of what is said.
    pub sources: Vec<&'static Source>,
}

#[derive(Deserialize)]
struct Row {
    id: String,
    name: String,
    generic_names: String,
    relation: String,
    caution: String,
    sources: String,
}

/// Every class, in the order of the file.
#[must_use]
pub fn classes() -> &'static [MedicineClass] {
    static READ: OnceLock<Vec<MedicineClass>> = OnceLock::new();
    READ.get_or_init(|| rows(MEDICINES).into_iter().filter_map(from_row).collect())
}

/// The class with this key. Returns `None` if the guide has no such class.
#[must_use]
pub fn class(key: &ClassKey) -> Option<&'static MedicineClass> {
    classes().iter().find(|class| class.id == *key)
}

/// The index in [`classes`] of the class with this key; nothing if the guide has no such class.
pub(super) fn class_places(key: &str) -> impl Iterator<Item = usize> + use<> {
    classes().iter().position(|class| class.id.as_str() == key).into_iter()
}

fn from_row(row: Row) -> Option<MedicineClass> {
    let Row { id, name, generic_names, relation, caution, sources } = row;
    let (generic_names, sources) = (list(&generic_names), sources_of(&sources)?);
    Some(MedicineClass { id: ClassKey::new(&id).ok()?, name, generic_names, relation, caution, sources })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_row_of_the_file_is_a_class_with_an_id_of_its_own() {
        assert_eq!(classes().len(), csv::Reader::from_reader(MEDICINES.as_bytes()).records().count());
        let ids: HashSet<_> = classes().iter().map(|class| class.id.as_str()).collect();
        assert_eq!(ids.len(), classes().len());
        for MedicineClass { id, name, generic_names, relation, caution, sources } in classes() {
            assert!(!name.is_empty() && !relation.is_empty() && !caution.is_empty(), "{id}");
            assert!(!generic_names.is_empty() && !sources.is_empty(), "{id}");
        }
    }
}
