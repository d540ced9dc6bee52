//! Reads a USDA `FoodData` Central download in its CSV layout.
//!
//! The foods are collected in memory, about 500 bytes each, because their names, brands, measures and amounts lie in different
//! files, and nothing promises that these have one order.

mod branded;
mod download;
mod draft;
mod foods;
mod nutrients;
mod portions;

use download::Download;
pub use download::DownloadContents;

use super::csv_table::{CsvColumn, CsvTable};
use super::download_files::DownloadFiles;
use super::{ImportError, Problems};
use crate::jobs::Worker;
use std::collections::HashMap;

/// Reads all files of a download.
pub(super) fn read(source: &mut DownloadFiles, worker: &Worker) -> Result<Download, ImportError> {
    let mut download = Download::new(source.name());
    let problems = &mut Problems::default();
    let kinds = nutrients::read_kinds(source, worker, problems)?;
    let categories = names_by_id(source, "food_category.csv", ["id", "description"], worker, problems)?;
    foods::read(source, &categories, &mut download, worker, problems)?;
    branded::read(source, &mut download, worker, problems)?;
    let units = names_by_id(source, "measure_unit.csv", ["id", "name"], worker, problems)?;
    portions::read(source, &units, &mut download.drafts, worker, problems)?;
    nutrients::read(source, &kinds, &mut download.drafts, worker, problems)?;
    download.found.problems = std::mem::take(problems);
    for draft in download.drafts.kept() {
        *download.found.foods.entry(draft.data_type).or_default() += 1;
    }
    if download.found.foods.is_empty() {
        return Err(no_foods(source, &download.found));
    }
    Ok(download)
}

fn no_foods(source: &DownloadFiles, found: &DownloadContents) -> ImportError {
    let count = |(what, count): (&String, &u64)| format!("{count} of type {what}");
    let mut words: Vec<_> = found.left_out.iter().map(count).collect();
    if let Some(first) = found.problems.listed().first() {
        words.push(format!("{} rows that cannot be read, the first: {first}", found.problems.count()));
    }
    if words.is_empty() {
        words.push("food.csv has only its heading".to_owned());
    }
    ImportError::NoFoods { found: words.join(", "), path: source.path().to_owned() }
}

/// Reads a small file that names numbers. Returns an empty map if the download does not have it.
fn names_by_id(
    source: &mut DownloadFiles,
    file: &'static str,
    [id, name]: [&'static str; 2],
    worker: &Worker,
    problems: &mut Problems,
) -> Result<HashMap<u32, String>, ImportError> {
    let mut names = HashMap::new();
    if source.size(file)?.is_none() {
        return Ok(names);
    }
    let table = CsvTable::open(source, file, worker)?;
    let [id, name]: [CsvColumn; 2] = [table.column(id)?, table.column(name)?];
    table.each_row(problems, |row| {
        if let Some(words) = row.words(Some(name))? {
            names.insert(row.whole(id)?, words);
        }
        Ok(())
    })?;
    Ok(names)
}
