//! `food_portion.csv`: household measures.

use super::draft::Drafts;
use crate::domain::Grams;
use crate::exchange::csv_table::{CsvColumn, CsvRow, CsvTable, Fault};
use crate::exchange::download_files::DownloadFiles;
use crate::exchange::{ImportError, Problems};
use crate::jobs::Worker;
use std::collections::HashMap;

/// The unit that means "the label is in another column".
const UNDETERMINED: u32 = 9999;

/// What FNDDS calls the amount that it assumes if nobody said how much.
const UNSAID: &str = "quantity not specified";

pub(super) fn read(
    source: &mut DownloadFiles,
    units: &HashMap<u32, String>,
    drafts: &mut Drafts,
    worker: &Worker,
    problems: &mut Problems,
) -> Result<(), ImportError> {
    let file = "food_portion.csv";
    if source.size(file)?.is_none() {
        return Ok(());
    }
    let table = CsvTable::open(source, file, worker)?;
    let (fdc_id, grams) = (table.column("fdc_id")?, table.column("gram_weight")?);
    let order = table.column_if_there("seq_num");
    let label = Label {
        amount: table.column("amount")?,
        unit: table.column("measure_unit_id")?,
        description: table.column_if_there("portion_description"),
        modifier: table.column_if_there("modifier"),
        units,
    };
    table.each_row(problems, |row| {
        let id = row.whole(fdc_id)?;
        if drafts.get_mut(id).is_none() {
            return Ok(());
        }
        let Some(weight) = row.number(grams)?.filter(|weight| *weight > 0.0) else { return Ok(()) };
        let weight = Grams::new(weight).map_err(|error| grams.fault(error.to_string()))?.get();
        let (usual, words) = label.words(row)?;
        let order = order.filter(|order| !row.bytes(*order).is_empty()).map_or(Ok(1), |order| row.whole(order))?;
        let words = drafts.shared(&words);
        if let Some(draft) = drafts.get_mut(id) {
            draft.add_portion(if usual { 0 } else { order.max(1) }, words, weight);
        }
        Ok(())
    })
}

/// The columns that make up the label of a measure.
struct Label<'a> {
    amount: CsvColumn,
    unit: CsvColumn,
    description: Option<CsvColumn>,
    modifier: Option<CsvColumn>,
    units: &'a HashMap<u32, String>,
}

impl Label<'_> {
    /// Whether it is the usual measure, and its label, such as "1 cup, chopped".
    ///
    /// FNDDS has the label in `portion_description`; SR Legacy has the unit in `modifier`; Foundation Foods name a unit of
    /// `measure_unit.csv`, and say more in either of these columns.
    fn words(&self, row: CsvRow<'_>) -> Result<(bool, String), Fault> {
        let unit = if row.bytes(self.unit).is_empty() { UNDETERMINED } else { row.whole(self.unit)? };
        let description = row.words(self.description)?;
        if unit == UNDETERMINED
            && let Some(whole) = description
        {
            return Ok(if whole.to_lowercase() == UNSAID { (true, "1 usual amount".to_owned()) } else { (false, whole) });
        }
        let amount = row.number(self.amount)?.unwrap_or(1.0);
        let unit = match unit {
            UNDETERMINED => None,
            unit => Some(self.units.get(&unit).ok_or_else(|| self.unit.fault(format!("{unit} is not in measure_unit.csv")))?.clone()),
        };
        let words: Vec<_> = [unit, description, row.words(self.modifier)?].into_iter().flatten().collect();
        let words = if words.is_empty() { "portion".to_owned() } else { words.join(", ") };
        Ok((false, format!("{amount} {words}")))
    }
}
