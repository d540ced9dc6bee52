//! The imported foods in use, found by name and bar code.

use crate::domain::Barcode;
use crate::nutrition::{Food, FoodIndex, FoodIndexBuilder, Named, imported_food};
use crate::store::{LibraryReader, StoreError};
use std::path::Path;

/// The rarity with which imported foods count in a search, so that they come after those of the catalogue.
const RARITY: u8 = 3;

/// The imported foods [in use](crate::domain::ImportPart::active), to be found by their names. The names are kept in memory as they were
/// when it was read; the foods themselves are read from the file when one is found.
///
/// Reading the names of 400,000 foods takes a second or two, so the window does it as a job.
#[derive(Debug)]
pub struct ImportedBook {
    library: LibraryReader,
    /// The numbers of the foods in `FoodData` Central, in the order of the index.
    fdc_ids: Vec<u32>,
    index: FoodIndex,
}

impl ImportedBook {
    /// Reads the names of the imported foods in use from `library`, the path of their file. Returns `None` if there is no file, or no food
    /// in use. `keep_on` is asked before each 1,024 foods; while it returns `false`, no food is added.
    ///
    /// # Errors
    /// A [`StoreError`] when the file of imported foods cannot be read.
    pub fn read(library: &Path, keep_on: impl Fn() -> bool) -> Result<Option<Self>, StoreError> {
        let Some(library) = LibraryReader::open(library)? else { return Ok(None) };
        let (mut fdc_ids, mut index) = (Vec::new(), FoodIndexBuilder::default());
        let mut words = String::new();
        library.names(|food| {
            if fdc_ids.len() % 1024 == 0 && !keep_on() {
                return;
            }
            words.clear();
            words.push_str(food.name);
            if let Some(brand) = food.brand {
                words.push(' ');
                words.push_str(brand);
            }
            index.add(Named { name: &words, synonyms: &[], rarity: RARITY });
            fdc_ids.push(food.fdc_id);
        })?;
        if fdc_ids.is_empty() {
            return Ok(None);
        }
        Ok(Some(Self { library, fdc_ids, index: index.finish() }))
    }

    /// How many foods can be found; never 0.
    #[must_use]
    pub fn len(&self) -> usize {
        self.fdc_ids.len()
    }

    /// Whether no food can be found; always `false`.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.fdc_ids.is_empty()
    }

    /// The food with this number in `FoodData` Central. Returns `None` if there is none, and if it cannot be read, which is logged.
    pub(super) fn food(&self, fdc_id: u32) -> Option<Food> {
        read(self.library.food(fdc_id))
    }

    /// The food with this bar code. Returns `None` if there is none, and if it cannot be read, which is logged.
    pub(super) fn by_barcode(&self, barcode: Barcode) -> Option<Food> {
        read(self.library.by_barcode(barcode))
    }

    /// The `at_most` best foods for the typed words, each with its score; lower is better. Among equals, foods with a number in `logged`
    /// come first.
    pub(super) fn search(&self, typed: &str, logged: &[u32], at_most: usize) -> Vec<(u32, Food)> {
        let places: Vec<u32> = logged.iter().filter_map(|fdc_id| self.fdc_ids.binary_search(fdc_id).ok()?.try_into().ok()).collect();
        let hits = self.index.search(typed, at_most, &places);
        hits.into_iter().filter_map(|hit| Some((hit.score, self.food(*self.fdc_ids.get(hit.food as usize)?)?))).collect()
    }
}

fn read(food: Result<Option<crate::domain::ImportedFood>, StoreError>) -> Option<Food> {
    food.unwrap_or_else(|error| {
        log::error!("{error}");
        None
    })
    .map(imported_food)
}
