//! Reading imported foods that are in use.

use crate::domain::{Amounts, Barcode, DataType, Import, ImportId, ImportPart, ImportedFood, Nutrient, Portion};
use crate::store::{StoreError, value};
use chrono::DateTime;
use rusqlite::{Connection, OptionalExtension as _, Params, Row};
use std::path::Path;

/// The number and the names of an imported food, which a search needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ImportedName<'a> {
    /// The number of the food in `FoodData` Central.
    pub fdc_id: u32,
    /// The name of the food.
    pub name: &'a str,
    /// The brand; `None` if it has none.
    pub brand: Option<&'a str>,
}

/// An open file of imported foods, to read from.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Shelf<'a> {
    pub(super) connection: &'a Connection,
    pub(super) path: &'a Path,
}

/// Reads all columns of the foods in use; `AND` and `ORDER BY` may follow.
const FOODS: &str = "SELECT food.*, part.data_type FROM food JOIN part ON part.number = food.part WHERE part.active";

impl<'a> Shelf<'a> {
    pub(crate) fn new(connection: &'a Connection, path: &'a Path) -> Self {
        Self { connection, path }
    }

    /// The imports that are kept, whether in use or not, oldest first.
    pub(crate) fn imports(self) -> Result<Vec<Import>, StoreError> {
        let read = || {
            let mut statement = self.connection.prepare_cached(
                "SELECT import.id, source, made_ms, data_type, foods, active FROM import JOIN part ON part.import = import.id
                 ORDER BY import.id, part.number",
            )?;
            let mut imports: Vec<Import> = Vec::new();
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                let id = ImportId(row.get("id")?);
                let part = ImportPart { data_type: value::key(row, "data_type")?, foods: row.get("foods")?, active: row.get("active")? };
                match imports.last_mut() {
                    Some(import) if import.id == id => import.parts.push(part),
                    Some(_) | None => imports.push(import_from_row(row, id, part)?),
                }
            }
            Ok(imports)
        };
        self.words(read())
    }

    /// The food in use with this number in `FoodData` Central. Returns `None` if there is none.
    pub(crate) fn food(self, fdc_id: u32) -> Result<Option<ImportedFood>, StoreError> {
        self.words(self.one(&format!("{FOODS} AND fdc_id = ?1 ORDER BY part.number DESC LIMIT 1"), [fdc_id]))
    }

    /// The food in use with this bar code; of several the one with the highest number in `FoodData` Central. Returns `None` if there is
    /// none.
    pub(crate) fn by_barcode(self, barcode: Barcode) -> Result<Option<ImportedFood>, StoreError> {
        self.words(self.one(&format!("{FOODS} AND barcode = ?1 ORDER BY fdc_id DESC LIMIT 1"), [barcode.get().cast_signed()]))
    }

    /// Calls `each` with every food in use, once and in the order of their numbers.
    pub(crate) fn names(self, mut each: impl FnMut(ImportedName<'_>)) -> Result<(), StoreError> {
        let mut read = || {
            let active = "SELECT fdc_id, name, brand FROM food WHERE part IN (SELECT number FROM part WHERE active) ORDER BY fdc_id";
            let mut statement = self.connection.prepare_cached(active)?;
            let mut rows = statement.query([])?;
            let mut last = None;
            while let Some(row) = rows.next()? {
                let fdc_id = row.get(0)?;
                if last.replace(fdc_id) == Some(fdc_id) {
                    continue;
                }
                let brand = row.get_ref(2)?.as_str_or_null()?;
                each(ImportedName { fdc_id, name: row.get_ref(1)?.as_str()?, brand });
            }
            Ok(())
        };
        self.words(read())
    }

    fn one(self, sql: &str, parameters: impl Params) -> rusqlite::Result<Option<ImportedFood>> {
        self.connection.prepare_cached(sql)?.query_row(parameters, food_from_row).optional()
    }

    fn words<T>(self, result: rusqlite::Result<T>) -> Result<T, StoreError> {
        result.map_err(|error| StoreError::from_library(error, self.path))
    }
}

fn import_from_row(row: &Row<'_>, id: ImportId, part: ImportPart) -> rusqlite::Result<Import> {
    let ms: i64 = row.get("made_ms")?;
    let made = DateTime::from_timestamp_millis(ms).ok_or_else(|| value::unreadable("made_ms", &ms.to_string()))?;
    Ok(Import { id, source: row.get("source")?, made, parts: vec![part] })
}

fn food_from_row(row: &Row<'_>) -> rusqlite::Result<ImportedFood> {
    let mut per_100_g = Amounts::default();
    for nutrient in Nutrient::ALL {
        per_100_g.set(*nutrient, row.get(nutrient.column())?);
    }
    let barcode: Option<i64> = row.get("barcode")?;
    Ok(ImportedFood {
        fdc_id: row.get("fdc_id")?,
        data_type: value::key::<DataType>(row, "data_type")?,
        name: row.get("name")?,
        brand: row.get("brand")?,
        category: row.get("category")?,
        barcode: barcode.and_then(|number| Barcode::read(&number.to_string())),
        portions: portions(row)?,
        per_100_g,
    })
}

fn portions(row: &Row<'_>) -> rusqlite::Result<Vec<Portion>> {
    let Some(json) = row.get::<_, Option<String>>("portions")? else { return Ok(Vec::new()) };
    let pairs: Vec<(String, f64)> = serde_json::from_str(&json).map_err(|_not_portions| value::unreadable("portions", &json))?;
    Ok(pairs.into_iter().map(|(label, grams)| Portion { label, grams }).collect())
}
