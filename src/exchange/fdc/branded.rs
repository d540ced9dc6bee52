//! `branded_food.csv`: brands, bar codes and servings of products.
//!
//! A download of Branded foods has every version of a product that was ever published, under the same bar code. The
//! one with the highest number is the newest; the others are left out.

use super::download::Download;
use crate::domain::{Barcode, DataType, Grams};
use crate::exchange::csv_table::{CsvColumn, CsvRow, CsvTable, Fault, quoted};
use crate::exchange::download_files::DownloadFiles;
use crate::exchange::{ImportError, Problems};
use crate::jobs::Worker;
use std::collections::HashMap;

pub(super) fn read(
    source: &mut DownloadFiles,
    download: &mut Download,
    worker: &Worker,
    problems: &mut Problems,
) -> Result<(), ImportError> {
    let Download { found, drafts } = download;
    if !drafts.has(DataType::Branded) {
        return Ok(());
    }
    let file = "branded_food.csv";
    if source.size(file)?.is_none() {
        return Err(ImportError::FileMissing { file, kind: "Branded foods", path: source.path().to_owned() });
    }
    let table = CsvTable::open(source, file, worker)?;
    let (fdc_id, gtin) = (table.column("fdc_id")?, table.column("gtin_upc")?);
    let brands = ["brand_name", "brand_owner"].map(|name| table.column_if_there(name));
    let category = table.column_if_there("branded_food_category");
    let serving = Serving {
        size: table.column("serving_size")?,
        unit: table.column("serving_size_unit")?,
        household: table.column_if_there("household_serving_fulltext"),
    };
    let mut newest: HashMap<Barcode, u32> = HashMap::new();
    table.each_row(problems, |row| {
        let id = row.whole(fdc_id)?;
        if drafts.get_mut(id).is_none_or(|draft| draft.data_type != DataType::Branded) {
            return Ok(());
        }
        let brand = row.words(brands[0])?.map_or_else(|| row.words(brands[1]), |name| Ok(Some(name)))?.map(|name| drafts.shared(&name));
        let category = row.words(category)?.map(|words| drafts.shared(&words));
        let portion = serving.portion(row);
        let portion = portion.map(|portion| portion.map(|(label, grams)| (drafts.shared(&label), grams)));
        let code = row.text(gtin)?;
        let barcode = Barcode::read(code);
        let Some(draft) = drafts.get_mut(id) else { return Ok(()) };
        draft.brand = brand;
        draft.barcode = barcode;
        draft.category = category.or_else(|| draft.category.take());
        if let Ok(Some((label, grams))) = &portion {
            draft.add_portion(0, label.clone(), *grams);
        }
        if let Some(barcode) = barcode {
            let known = newest.entry(barcode).or_insert(id);
            let older = id.min(*known);
            *known = id.max(*known);
            if older != *known
                && let Some(draft) = drafts.get_mut(older)
                && !draft.superseded
            {
                draft.superseded = true;
                found.superseded += 1;
            }
        }
        portion?;
        if barcode.is_none() && code.bytes().any(|byte| byte != b'0') {
            return Err(gtin.fault(format!("{} is not a bar code; the food is kept without it", quoted(code.as_bytes()))));
        }
        Ok(())
    })
}

/// The columns that say how much one serving is.
struct Serving {
    size: CsvColumn,
    unit: CsvColumn,
    household: Option<CsvColumn>,
}

impl Serving {
    /// The label and the weight in grams of one serving. Returns `None` if the row gives none.
    ///
    /// Millilitres, which labels of liquids give, count as grams. That is true for water, and within a tenth for what people drink.
    fn portion(&self, row: CsvRow<'_>) -> Result<Option<(String, f64)>, Fault> {
        let Some(size) = row.number(self.size)?.filter(|size| *size > 0.0) else { return Ok(None) };
        let unit = row.text(self.unit)?.to_ascii_lowercase();
        let note = match unit.as_str() {
            "g" | "gm" | "grm" | "gram" | "grams" => String::new(),
            "ml" | "mlt" | "milliliter" | "milliliters" => format!(" ({size} ml, counted as g)"),
            _ => {
                return Err(self
                    .unit
                    .fault(format!("{} is neither g nor ml; the food is kept without its serving", quoted(unit.as_bytes()))));
            }
        };
        let grams = Grams::new(size).map_err(|error| self.size.fault(format!("{error}; the food is kept without its serving")))?.get();
        let household = row.words(self.household)?.map(|words| format!(": {words}")).unwrap_or_default();
        Ok(Some((format!("1 serving{household}{note}"), grams)))
    }
}
