//! The reading half of the store.

use super::library::Shelf;
use super::record::{Dated, entry_from_row};
use super::write::entry_by_id;
use super::{
    ImportedName, Record, StoreError, UsualDrink, UsualFood, drink, factor, food, night, panels, profile, settings, supplement_taken, value,
};
use crate::domain::{Barcode, Day, Entry, Factor, Id, Import, ImportedFood, Meal, Measure, Night, Profile, Settings};
use chrono::NaiveDate;
use rusqlite::Connection;
use std::{ops::RangeInclusive, path::Path};

/// Reads what is saved.
#[derive(Debug, Clone, Copy)]
pub struct Reader<'a> {
    connection: &'a Connection,
    path: &'a Path,
    library: Option<Shelf<'a>>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(connection: &'a Connection, path: &'a Path) -> Self {
        Self { connection, path, library: None }
    }

    /// The same with the imported foods, if there are any.
    pub(super) fn with_library(self, library: Option<Shelf<'a>>) -> Self {
        Self { library, ..self }
    }

    /// The entry with this id, if it is there.
    ///
    /// # Errors
    /// A [`StoreError`] when the file cannot be read, as for every method here.
    pub fn entry<R: Record>(&self, id: Id<R>) -> Result<Option<Entry<R>>, StoreError> {
        self.words(entry_by_id(self.connection, id))
    }

    /// The entries of these dates, both included, by date and then in the order they were made.
    ///
    /// # Errors
    /// A [`StoreError`] when the file cannot be read.
    pub fn between<R: Dated>(&self, dates: RangeInclusive<NaiveDate>) -> Result<Vec<Entry<R>>, StoreError> {
        let rows = || {
            let date = R::DATE;
            let sql = format!("{} WHERE {date} BETWEEN ?1 AND ?2 ORDER BY {date}, created_ms, {}.id", R::SELECT, R::TABLE);
            let mut statement = self.connection.prepare_cached(&sql)?;
            let (first, last) = (dates.start().to_string(), dates.end().to_string());
            statement.query_map([first, last], entry_from_row)?.collect()
        };
        self.words(rows())
    }

    /// The entries of one date.
    ///
    /// # Errors
    /// A [`StoreError`] when the file cannot be read.
    pub fn on<R: Dated>(&self, date: NaiveDate) -> Result<Vec<Entry<R>>, StoreError> {
        self.between(date..=date)
    }

    /// Every entry of a kind, in the order they were made.
    ///
    /// # Errors
    /// A [`StoreError`] when the file cannot be read.
    pub fn all<R: Record>(&self) -> Result<Vec<Entry<R>>, StoreError> {
        let rows = || {
            let sql = format!("{} ORDER BY created_ms, {}.id", R::SELECT, R::TABLE);
            self.connection.prepare_cached(&sql)?.query_map([], entry_from_row)?.collect()
        };
        self.words(rows())
    }

    /// The profile.
    ///
    /// # Errors
    /// A [`StoreError`] when the file cannot be read.
    pub fn profile(&self) -> Result<Profile, StoreError> {
        self.words(profile::read(self.connection))
    }

    /// The settings.
    ///
    /// # Errors
    /// A [`StoreError`] when the file cannot be read.
    pub fn settings(&self) -> Result<Settings, StoreError> {
        self.words(settings::read(self.connection))
    }

    /// The panels of the trends that the person chose, from top to bottom; nothing while they chose none.
    ///
    /// # Errors
    /// A [`StoreError`] when the file cannot be read.
    pub fn panels(&self) -> Result<Option<Vec<Measure>>, StoreError> {
        self.words(panels::read(self.connection))
    }

    /// On how many days a factor of one's own was answered.
    ///
    /// # Errors
    /// A [`StoreError`] when the file cannot be read.
    pub fn days_answered(&self, factor: Id<Factor>) -> Result<u32, StoreError> {
        self.words(factor::days_answered(self.connection, factor))
    }

    /// Whether nothing was ever logged.
    ///
    /// # Errors
    /// A [`StoreError`] when the file cannot be read.
    pub fn is_empty(&self) -> Result<bool, StoreError> {
        let sql = "SELECT NOT EXISTS (SELECT 1 FROM night UNION ALL SELECT 1 FROM cramp UNION ALL SELECT 1 FROM drink
                   UNION ALL SELECT 1 FROM stretch UNION ALL SELECT 1 FROM no_stretching UNION ALL SELECT 1 FROM food
                   UNION ALL SELECT 1 FROM supplement_taken UNION ALL SELECT 1 FROM supplement UNION ALL SELECT 1 FROM own_food
                   UNION ALL SELECT 1 FROM recipe UNION ALL SELECT 1 FROM sign UNION ALL SELECT 1 FROM medicine
                   UNION ALL SELECT 1 FROM strain UNION ALL SELECT 1 FROM factor)";
        self.words(self.connection.query_row(sql, [], |row| row.get(0)))
    }

    /// The first date of which anything was logged.
    ///
    /// # Errors
    /// A [`StoreError`] when the file cannot be read.
    pub fn first_date(&self) -> Result<Option<NaiveDate>, StoreError> {
        self.words(first_date(self.connection))
    }

    /// The latest night with cramps up to and including one.
    ///
    /// # Errors
    /// A [`StoreError`] when the file cannot be read.
    pub fn latest_with_cramps(&self, until: Night) -> Result<Option<Night>, StoreError> {
        self.words(night::latest_with_cramps(self.connection, until))
    }

    /// The first night of which cramps or none were said.
    ///
    /// # Errors
    /// A [`StoreError`] when the file cannot be read.
    pub fn first_answered(&self) -> Result<Option<Night>, StoreError> {
        self.words(night::first_answered(self.connection))
    }

    /// What was drunk most often in the 60 days up to `until`, most often first.
    ///
    /// # Errors
    /// A [`StoreError`] when the file cannot be read.
    pub fn usual_drinks(&self, until: Day, at_most: u32) -> Result<Vec<UsualDrink>, StoreError> {
        self.words(drink::usual(self.connection, until, at_most))
    }

    /// The supplements that were taken on these dates, both included, by name, with the dates in order.
    ///
    /// # Errors
    /// A [`StoreError`] when the file cannot be read.
    pub fn days_taken(&self, dates: RangeInclusive<NaiveDate>) -> Result<Vec<(String, Vec<NaiveDate>)>, StoreError> {
        self.words(supplement_taken::days(self.connection, &dates))
    }

    /// What was eaten most often in the 60 days up to `until`, at one meal or at any, with its last amount, most often first.
    ///
    /// # Errors
    /// A [`StoreError`] when the file cannot be read.
    pub fn usual_foods(&self, until: Day, meal: Option<Meal>, at_most: u32) -> Result<Vec<UsualFood>, StoreError> {
        self.words(food::usual(self.connection, until, meal, at_most))
    }

    /// The last day before `before` on which the meal was logged, at most 60 days back.
    ///
    /// # Errors
    /// A [`StoreError`] when the file cannot be read.
    pub fn last_meal(&self, meal: Meal, before: Day) -> Result<Option<Day>, StoreError> {
        self.words(food::last_meal(self.connection, meal, before))
    }

    /// The imports that are kept, oldest first, whether in use or not.
    ///
    /// # Errors
    /// A [`StoreError`] when the file of imported foods cannot be read.
    pub fn imports(&self) -> Result<Vec<Import>, StoreError> {
        self.library.map_or_else(|| Ok(Vec::new()), Shelf::imports)
    }

    /// The imported food in use with this number in `FoodData` Central.
    ///
    /// # Errors
    /// A [`StoreError`] when the file of imported foods cannot be read.
    pub fn imported_food(&self, fdc_id: u32) -> Result<Option<ImportedFood>, StoreError> {
        self.library.map_or(Ok(None), |library| library.food(fdc_id))
    }

    /// The newest imported food in use with this bar code; see [`Barcode::read`] for how it may be written.
    ///
    /// # Errors
    /// A [`StoreError`] when the file of imported foods cannot be read.
    pub fn imported_by_barcode(&self, text: &str) -> Result<Option<ImportedFood>, StoreError> {
        let (Some(library), Some(barcode)) = (self.library, Barcode::read(text)) else { return Ok(None) };
        library.by_barcode(barcode)
    }

    /// Hands each imported food in use to `each`, once, by its number: for the index of a search.
    ///
    /// # Errors
    /// A [`StoreError`] when the file of imported foods cannot be read.
    pub fn imported_names(&self, each: impl FnMut(ImportedName<'_>)) -> Result<(), StoreError> {
        self.library.map_or(Ok(()), |library| library.names(each))
    }

    fn words<T>(&self, result: rusqlite::Result<T>) -> Result<T, StoreError> {
        result.map_err(|error| StoreError::from_sqlite(error, self.path))
    }
}

/// Each table is asked for its first date alone, which its index knows.
fn first_date(connection: &Connection) -> rusqlite::Result<Option<NaiveDate>> {
    let sql = "SELECT min(date) AS date FROM (
                   SELECT min(night) AS date FROM night UNION ALL SELECT min(night) FROM cramp
                   UNION ALL SELECT min(day) FROM drink UNION ALL SELECT min(day) FROM stretch
                   UNION ALL SELECT min(day) FROM no_stretching UNION ALL SELECT min(day) FROM food
                   UNION ALL SELECT min(day) FROM food_day UNION ALL SELECT min(day) FROM supplement_taken
                   UNION ALL SELECT min(day) FROM sign UNION ALL SELECT min(day) FROM strain
                   UNION ALL SELECT min(day) FROM factor_value)";
    connection.prepare_cached(sql)?.query_row([], |row| value::optional_date(row, "date"))
}
