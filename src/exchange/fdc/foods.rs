//! `food.csv`: which records are foods, and their names.

use super::download::Download;
use super::draft::FoodDraft;
use crate::domain::DataType;
use crate::exchange::csv_table::CsvTable;
use crate::exchange::download_files::DownloadFiles;
use crate::exchange::{ImportError, Problems};
use crate::jobs::Worker;
use std::collections::{HashMap, HashSet};

/// How many other types are counted by name, so that a spoiled file does not name a million.
const NAMED: usize = 50;

pub(super) fn read(
    source: &mut DownloadFiles,
    categories: &HashMap<u32, String>,
    download: &mut Download,
    worker: &Worker,
    problems: &mut Problems,
) -> Result<(), ImportError> {
    let current = current_foundation(source, worker, problems)?;
    let table = CsvTable::open(source, "food.csv", worker)?;
    let (fdc_id, data_type, name) = (table.column("fdc_id")?, table.column("data_type")?, table.column("description")?);
    let category = table.column_if_there("food_category_id");
    let Download { found, drafts } = download;
    table.each_row(problems, |row| {
        let key = row.text(data_type)?;
        let Some(kind) = DataType::ALL.iter().copied().find(|kind| kind.key() == key) else {
            let named = found.left_out.len() < NAMED || found.left_out.contains_key(key);
            let word = if key.is_empty() { "(empty)" } else { key };
            *found.left_out.entry(if named { word } else { "(others)" }.to_owned()).or_default() += 1;
            return Ok(());
        };
        let id = row.whole(fdc_id)?;
        let words = row.words(Some(name))?.ok_or_else(|| name.fault("is empty".to_owned()))?;
        if kind == DataType::Foundation && current.as_ref().is_some_and(|current| !current.contains(&id)) {
            found.superseded += 1;
            return Ok(());
        }
        let mut draft = FoodDraft::new(id, kind, &words);
        if let Some(shelf) = row.words(category)? {
            // A number in most types; Branded foods have the words themselves.
            let words = shelf.parse().map_or(Some(&shelf), |number: u32| categories.get(&number));
            draft.category = words.map(|words| drafts.shared(words));
        }
        if drafts.add(draft) { Ok(()) } else { Err(fdc_id.fault(format!("{id} is there twice; the first stays"))) }
    })?;
    if current.is_none() && drafts.has(DataType::Foundation) {
        let path = source.path().to_owned();
        return Err(ImportError::FileMissing { file: "foundation_food.csv", kind: "Foundation Foods", path });
    }
    Ok(())
}

/// The numbers of the foundation foods that are not superseded. Returns `None` if the download has none.
fn current_foundation(source: &mut DownloadFiles, worker: &Worker, problems: &mut Problems) -> Result<Option<HashSet<u32>>, ImportError> {
    let file = "foundation_food.csv";
    if source.size(file)?.is_none() {
        return Ok(None);
    }
    let table = CsvTable::open(source, file, worker)?;
    let fdc_id = table.column("fdc_id")?;
    let mut current = HashSet::new();
    table.each_row(problems, |row| {
        current.insert(row.whole(fdc_id)?);
        Ok(())
    })?;
    Ok(Some(current))
}
