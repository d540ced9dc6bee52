//! Makes `assets/foods.csv` from `assets/foods_selection.csv` and tables of USDA's figures.
//!
//! ```text
//! cargo run --example foods_csv -- TABLES_DIR
//! ```
//!
//! `TABLES_DIR` holds three CSV files in UTF-8, which are not part of the repository; `assets/README.md` says where USDA's
//! originals come from:
//!
//! - `usda_foods.csv`: National Nutrient Database for Standard Reference, release 28;
//! - `usda_foundation_foods.csv`: Foundation Foods, October 2024, with the column `ndb_number` besides;
//! - `usda_fndds_foods.csv`: Food and Nutrient Database for Dietary Studies 2021-2023.
//!
//! Each has the columns `source_id` (NDB number of five digits, or FDC number), `name`, and the amount per 100 g of each
//! nutrient (`energy_kcal`, `magnesium_mg`, ... as in `assets/foods.csv`); an empty cell is unknown. Other columns are
//! passed over. Digits are copied as they stand, never written anew.
//!
//! **Foundation Foods are newer.** Where one has the NDB number of a food of release 28 and is the same food
//! ([`is_same_food`]), each value that it has replaces that of release 28, and the row says which did. One value does not: a 0
//! where release 28 has more, because a 0 there can mean "below what the method finds".

use anyhow::{Context as _, Result, bail, ensure};
use cramp_diary::domain::Nutrient;
use cramp_diary::nutrition::{CHECK_COLUMN, Release, food_from_row, row_check};
use csv::StringRecord;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// Columns that are copied from the selection: before the figures' source, and after it.
const JUDGED: [&str; 11] = ["id", "name", "synonyms", "group", "common", "suggest", "diet", "contains", "pregnancy", "release", "number"];
const PORTIONS: &str = "portions";

/// Foundation Foods with the NDB number of a food that they are not, though they are named alike.
const OTHER_FOODS: [(&str, &str); 4] = [
    ("05332", "chicken with additives, for plain chicken"),
    ("09206", "orange juice from a carton, for freshly pressed"),
    ("09501", "Honeycrisp apples, for Golden Delicious"),
    ("11243", "raw portabella mushrooms, for grilled"),
];

fn main() -> Result<()> {
    let tables = std::env::args_os().nth(1).context("Say where USDA's tables are: cargo run --example foods_csv -- TABLES_DIR")?;
    let count = build(Path::new(&tables), &Path::new(env!("CARGO_MANIFEST_DIR")).join("assets"))?;
    writeln!(std::io::stdout(), "{count} foods")?;
    Ok(())
}

/// Writes `foods.csv` beside the selection; gives the number of foods.
pub(crate) fn build(tables: &Path, assets: &Path) -> Result<usize> {
    let selection = Sheet::read(assets.join("foods_selection.csv"), "id")?;
    let tables = Tables::read(tables)?;
    let header = header();
    let mut rows = Vec::new();
    for id in selection.rows.keys() {
        let row = row(&selection, id, &tables)?;
        food_from_row(&header, &row)?;
        rows.push(row);
    }
    // Only now, so that a refusal leaves the file as it was.
    let mut writer = csv::Writer::from_path(assets.join("foods.csv"))?;
    writer.write_record(&header)?;
    for row in &rows {
        writer.write_record(row)?;
    }
    writer.flush()?;
    Ok(rows.len())
}

fn header() -> StringRecord {
    let source = ["usda_name", "foundation_id", "foundation_nutrients", PORTIONS];
    let figures = Nutrient::ALL.iter().map(|nutrient| nutrient.column());
    JUDGED.into_iter().chain(source).chain(figures).chain([CHECK_COLUMN]).collect()
}

/// The row of a food, in the order of [`header`].
fn row(selection: &Sheet, id: &str, tables: &Tables) -> Result<StringRecord> {
    let cell = |column| selection.cell(id, column);
    let figures = tables.figures(id, cell("release")?, cell("number")?)?;
    let mut row = StringRecord::new();
    for column in JUDGED {
        row.push_field(cell(column)?);
    }
    row.push_field(figures.name);
    row.push_field(if figures.newer.is_empty() { "" } else { figures.foundation_id });
    row.push_field(&figures.newer.join("|"));
    row.push_field(cell(PORTIONS)?);
    for amount in figures.amounts {
        row.push_field(amount);
    }
    let check = row_check(&row);
    row.push_field(&check);
    Ok(row)
}

/// USDA's tables.
struct Tables {
    sr28: Sheet,
    foundation: Sheet,
    fndds: Sheet,
    /// The FDC number in Foundation Foods of an NDB number.
    newer: HashMap<String, String>,
}

/// What the tables say about a food.
#[derive(Default)]
struct Figures<'a> {
    name: &'a str,
    /// In the order of [`Nutrient::ALL`], as they stand in the table.
    amounts: Vec<&'a str>,
    foundation_id: &'a str,
    /// The nutrients whose amounts come from Foundation Foods, though the food does not.
    newer: Vec<&'static str>,
}

impl Tables {
    fn read(folder: &Path) -> Result<Self> {
        let read = |name| Sheet::read(folder.join(name), "source_id");
        let (sr28, foundation) = (read("usda_foods.csv")?, read("usda_foundation_foods.csv")?);
        let mut newer = HashMap::new();
        for fdc_id in foundation.rows.keys() {
            // The table leaves out zeros at the beginning.
            let ndb_number = format!("{:0>5}", foundation.cell(fdc_id, "ndb_number")?);
            if is_same_food(&ndb_number, foundation.cell(fdc_id, "name")?, &sr28) {
                newer.insert(ndb_number, fdc_id.clone());
            }
        }
        Ok(Self { sr28, foundation, fndds: read("usda_fndds_foods.csv")?, newer })
    }

    fn figures(&self, id: &str, release: &str, number: &str) -> Result<Figures<'_>> {
        let release: Release = release.parse().with_context(|| format!("Food \"{id}\", column release"))?;
        let table = match release {
            Release::Sr28 => &self.sr28,
            Release::Foundation => &self.foundation,
            Release::Fndds => &self.fndds,
        };
        ensure!(table.rows.contains_key(number), "Food \"{id}\", column number: {number} does not stand in {}", table.path.display());
        let name = table.cell(number, "name")?;
        let foundation_id = self.newer.get(number).filter(|_| release == Release::Sr28).map_or("", String::as_str);
        let mut figures = Figures { name, foundation_id, ..Figures::default() };
        for nutrient in Nutrient::ALL {
            let amount = table.cell(number, nutrient.column())?;
            let newer = if foundation_id.is_empty() { "" } else { self.foundation.cell(foundation_id, nutrient.column())? };
            if is_better(newer, amount) {
                figures.newer.push(nutrient.key());
                figures.amounts.push(newer);
            } else {
                figures.amounts.push(amount);
            }
        }
        Ok(figures)
    }
}

/// Whether an amount of Foundation Foods replaces that of release 28.
fn is_better(newer: &str, amount: &str) -> bool {
    let is_zero = |cell: &str| cell.parse::<f64>().is_ok_and(|amount| amount.abs() < f64::EPSILON);
    !newer.is_empty() && (!is_zero(newer) || amount.is_empty() || is_zero(amount))
}

/// Whether a Foundation Food is the food of release 28 with the same NDB number.
///
/// Some numbers were given anew (16500 was a canned soya sausage and is now red beans), so the names must share a word.
fn is_same_food(ndb_number: &str, name: &str, sr28: &Sheet) -> bool {
    let Ok(older) = sr28.cell(ndb_number, "name") else { return false };
    OTHER_FOODS.iter().all(|(other, _)| *other != ndb_number) && !words(name).is_disjoint(&words(older))
}

/// Words of four letters or more, without a plural's ending.
fn words(name: &str) -> BTreeSet<String> {
    let words = name.split(|c: char| !c.is_alphabetic()).filter(|word| word.len() >= 4);
    words.map(|word| word.to_lowercase().trim_end_matches('s').trim_end_matches('e').to_owned()).collect()
}

/// A CSV file whose rows are found by the cell of one column.
struct Sheet {
    path: PathBuf,
    header: StringRecord,
    rows: BTreeMap<String, StringRecord>,
}

impl Sheet {
    fn read(path: PathBuf, key: &str) -> Result<Self> {
        let reading = || format!("{} cannot be read", path.display());
        let mut reader = csv::Reader::from_path(&path).with_context(reading)?;
        let header = reader.headers().with_context(reading)?.clone();
        let place = header.iter().position(|column| column == key);
        let place = place.with_context(|| format!("{} has no column {key}", path.display()))?;
        let mut rows = BTreeMap::new();
        for row in reader.into_records() {
            let row = row.with_context(reading)?;
            let key = row[place].to_owned();
            if rows.insert(key.clone(), row).is_some() {
                bail!("{}: \"{key}\" stands there twice", path.display());
            }
        }
        Ok(Self { path, header, rows })
    }

    fn cell(&self, row: &str, column: &str) -> Result<&str> {
        let place = self.header.iter().position(|name| name == column);
        let place = place.with_context(|| format!("Food \"{row}\": {} has no column {column}", self.path.display()))?;
        let row_of = self.rows.get(row).and_then(|cells| cells.get(place));
        row_of.with_context(|| format!("Food \"{row}\", column {column}: nothing stands in {}", self.path.display()))
    }
}
