//! What has been read of a download.

use super::draft::{Drafts, FoodDraft};
use crate::domain::{DataType, ImportedFood};
use crate::exchange::Problems;
use std::collections::BTreeMap;

/// What was found in a download of USDA `FoodData` Central: how many foods there are, how many were left out and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DownloadContents {
    /// The name of the folder or zip.
    pub source: String,
    /// How many foods of each type can be imported. A type without such foods may be missing.
    pub foods: BTreeMap<DataType, u64>,
    /// How many records of each other type are left out, by their `data_type` in `food.csv`.
    pub left_out: BTreeMap<String, u64>,
    /// How many foods are left out because the download has a newer version of them.
    pub superseded: u64,
    /// The rows that could not be read and were left out.
    pub problems: Problems,
}

/// The foods of a download, and what it contains in numbers.
pub(crate) struct Download {
    pub(crate) found: DownloadContents,
    pub(super) drafts: Drafts,
}

impl Download {
    /// A download of which nothing has been read. `source` is the name of its folder or zip.
    pub(super) fn new(source: String) -> Self {
        let found =
            DownloadContents { source, foods: BTreeMap::new(), left_out: BTreeMap::new(), superseded: 0, problems: Problems::default() };
        Self { found, drafts: Drafts::default() }
    }

    /// How many foods can be imported.
    pub(crate) fn count(&self) -> u64 {
        self.found.foods.values().sum()
    }

    /// The foods that can be imported, sorted by USDA's number.
    pub(crate) fn foods(&mut self) -> impl Iterator<Item = ImportedFood> {
        self.drafts.sort();
        self.drafts.kept().map(FoodDraft::food)
    }
}
