//! The foods that the program knows, from `assets/foods.csv`.
//!
//! The figures are USDA's, per 100 g of the edible part, with the digits of its tables. `examples/foods_csv.rs` makes the file from
//! a selection and the tables; `assets/README.md` says how.

use super::columns::amounts_from_row;
use super::{Food, FoodIndex, FoodSource, FoundationPart, Named, Tags, UsdaSource};
use crate::domain::{Diet, FoodId, Portion};
use csv::StringRecord;
use std::{collections::HashMap, str::FromStr, sync::OnceLock};

const FOODS: &str = include_str!("../../assets/foods.csv");

/// All foods of the program, found by id. They are read when one is first asked for, which takes a few milliseconds; most mornings
/// need none.
#[derive(Debug)]
pub struct Catalogue {
    read: OnceLock<Foods>,
    index: OnceLock<FoodIndex>,
}

/// The foods as they were read from the catalogue's CSV file.
#[derive(Debug)]
struct Foods {
    foods: Box<[Food]>,
    by_id: HashMap<FoodId, usize>,
}

impl Catalogue {
    /// Every food, sorted by id.
    #[must_use]
    pub fn foods(&self) -> &[Food] {
        &self.read().foods
    }

    /// The food with this id. Returns `None` if the catalogue has none.
    #[must_use]
    pub fn food(&self, id: &FoodId) -> Option<&Food> {
        let Foods { foods, by_id } = self.read();
        by_id.get(id).map(|&index| &foods[index])
    }

    /// The index that finds these foods by name. It is built when it is first asked for.
    #[must_use]
    pub fn index(&self) -> &FoodIndex {
        self.index.get_or_init(|| FoodIndex::new(self.foods().iter().map(Named::from)))
    }

    /// The index of the food with this id in [`foods`](Self::foods). Returns `None` if the catalogue has none.
    #[must_use]
    pub fn place(&self, id: &FoodId) -> Option<usize> {
        self.read().by_id.get(id).copied()
    }

    fn read(&self) -> &Foods {
        self.read.get_or_init(|| Foods::from_csv(FOODS))
    }
}

impl Foods {
    /// Rows that cannot be read are left out; a test reads every row, so that there are none.
    fn from_csv(text: &str) -> Self {
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let header = reader.headers().cloned().unwrap_or_default();
        let foods: Box<[_]> = reader.records().filter_map(|row| food_from_row(&header, &row.ok()?).ok()).collect();
        let by_id = foods.iter().enumerate().map(|(index, food)| (food.id.clone(), index)).collect();
        Self { foods, by_id }
    }
}

/// The catalogue that comes with the program. It is read when it is first asked for.
#[must_use]
pub fn catalogue() -> &'static Catalogue {
    static CATALOGUE: Catalogue = Catalogue { read: OnceLock::new(), index: OnceLock::new() };
    &CATALOGUE
}

/// A cell of a row of `assets/foods.csv` that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("Food \"{food}\", column {column}: \"{value}\" cannot be read.")]
pub struct FoodRowError {
    /// The food's id; empty if the row has none.
    pub food: String,
    /// The name of the column; the file may lack it.
    pub column: &'static str,
    /// The text of the cell.
    pub value: String,
}

/// Reads a row of `assets/foods.csv`.
///
/// # Errors
/// [`FoodRowError`] with the first column that is missing or cannot be read.
pub fn food_from_row(header: &StringRecord, row: &StringRecord) -> Result<Food, FoodRowError> {
    let row = Row { header, row };
    Ok(Food {
        id: row.read("id", |cell| (!cell.is_empty()).then(|| FoodId::new(cell)))?,
        name: row.read("name", |cell| (!cell.is_empty()).then(|| cell.to_owned()))?,
        synonyms: row.list("synonyms", |word| Some(word.to_owned()))?,
        tags: Some(tags(&row)?),
        source: FoodSource::Usda(source(&row)?),
        portions: row.read("portions", |cell| cell.split('|').map(portion_from_text).collect())?,
        per_100_g: amounts_from_row(header, row.row).map_err(|column| row.error(column))?,
    })
}

fn tags(row: &Row<'_>) -> Result<Tags, FoodRowError> {
    Ok(Tags {
        group: row.read("group", parsed)?,
        rarity: row.read("common", |cell| cell.parse().ok().filter(|rarity| (1..=3).contains(rarity)))?,
        suggest: row.read("suggest", |cell| either(cell, "yes", "no"))?,
        diet: row.read("diet", |cell| if cell == "meat" { Some(Diet::Everything) } else { parsed(cell) })?,
        contains: row.list("contains", parsed)?,
        avoid_in_pregnancy: row.read("pregnancy", |cell| either(cell, "avoid", ""))?,
    })
}

fn source(row: &Row<'_>) -> Result<UsdaSource, FoodRowError> {
    let nutrients: Vec<_> = row.list("foundation_nutrients", |key| key.parse().ok())?;
    // A number of Foundation Foods comes with its nutrients, or neither is there.
    let foundation = row.read("foundation_id", |cell| match (cell, nutrients.is_empty()) {
        ("", true) => Some(None),
        (cell, false) => Some(Some(FoundationPart { fdc_id: cell.parse().ok()?, nutrients })),
        (_, true) => None,
    })?;
    Ok(UsdaSource {
        release: row.read("release", parsed)?,
        number: row.cell("number")?.to_owned(),
        name: row.cell("usda_name")?.to_owned(),
        foundation,
    })
}

fn parsed<T: FromStr>(cell: &str) -> Option<T> {
    cell.parse().ok()
}

fn either(cell: &str, yes: &str, no: &str) -> Option<bool> {
    (cell == yes || cell == no).then_some(cell == yes)
}

fn portion_from_text(text: &str) -> Option<Portion> {
    let (label, grams) = text.rsplit_once('=')?;
    let grams = grams.parse().ok().filter(|grams: &f64| *grams > 0.0 && grams.is_finite())?;
    (!label.is_empty()).then(|| Portion { label: label.to_owned(), grams })
}

/// A row whose cells are looked up by the names of their columns.
struct Row<'a> {
    header: &'a StringRecord,
    row: &'a StringRecord,
}

impl<'a> Row<'a> {
    fn get(&self, column: &str) -> Option<&'a str> {
        self.row.get(self.header.iter().position(|name| name == column)?)
    }

    fn cell(&self, column: &'static str) -> Result<&'a str, FoodRowError> {
        self.get(column).ok_or_else(|| self.error(column))
    }

    fn read<T>(&self, column: &'static str, read: impl FnOnce(&str) -> Option<T>) -> Result<T, FoodRowError> {
        read(self.cell(column)?).ok_or_else(|| self.error(column))
    }

    /// Reads the values that a cell lists between `|`; an empty cell has none.
    fn list<T, L: FromIterator<T>>(&self, column: &'static str, read: impl FnMut(&str) -> Option<T>) -> Result<L, FoodRowError> {
        self.cell(column)?.split_terminator('|').map(read).collect::<Option<L>>().ok_or_else(|| self.error(column))
    }

    fn error(&self, column: &'static str) -> FoodRowError {
        let text = |column| self.get(column).unwrap_or_default().to_owned();
        FoodRowError { food: text("id"), column, value: text(column) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_that_cannot_be_read_names_food_column_and_value() {
        let mut reader = csv::Reader::from_reader(FOODS.as_bytes());
        let header = reader.headers().unwrap().clone();
        let good = reader.records().next().unwrap().unwrap();
        assert!(food_from_row(&header, &good).is_ok());
        for (column, value) in [
            ("group", "stones"),
            ("common", "0"),
            ("suggest", "perhaps"),
            ("diet", "vgan"),
            ("contains", "milk|gold"),
            ("pregnancy", "yes"),
            ("release", "sr29"),
            ("portions", "1 cup"),
            ("portions", "1 cup=0"),
            ("magnesium_mg", "1,5"),
            ("magnesium_mg", "-1"),
            ("foundation_nutrients", "gold"),
        ] {
            let bad: StringRecord = header.iter().zip(&good).map(|(name, cell)| if name == column { value } else { cell }).collect();
            let error = food_from_row(&header, &bad).unwrap_err();
            assert_eq!((error.food.as_str(), error.column, error.value.as_str()), (&good[0], column, value));
        }
        let short: StringRecord = good.iter().take(good.len() - 2).collect();
        assert_eq!(food_from_row(&header, &short).unwrap_err().column, "alcohol_g");
    }
}
