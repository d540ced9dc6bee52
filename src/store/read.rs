//! The reading half of the store.

use super::kinds::{drink, factor, food, night, supplement_taken};
use super::library::Shelf;
use super::table::{entry_by_id, entry_from_row, select};
use super::{
    Dated, Description, ImportedName, KindSet, OneDate, Record, RecordKind, Rows, Single, StoreError, UsualDrink, UsualFood, value,
};
use crate::domain::{Barcode, Day, Entry, Factor, Id, Import, ImportedFood, Meal, Measure, Night, Panels, Profile, Settings};
use chrono::NaiveDate;
use rusqlite::Connection;
use std::{cell::Cell, ops::RangeInclusive, path::Path};

/// Reads what is saved.
#[derive(Debug, Clone, Copy)]
pub struct Reader<'a> {
    connection: &'a Connection,
    path: &'a Path,
    library: Option<Shelf<'a>>,
    /// The kinds of record that were read; see [`super::Store::watched`].
    seen: &'a Cell<KindSet>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(connection: &'a Connection, path: &'a Path, seen: &'a Cell<KindSet>) -> Self {
        Self { connection, path, library: None, seen }
    }

    /// A reader that reads imported foods too, if there are any.
    pub(super) fn with_library(self, library: Option<Shelf<'a>>) -> Self {
        Self { library, ..self }
    }

    /// The entry with this id, if it is there.
    ///
    /// # Errors
    /// A [`StoreError`] when the file cannot be read, as for every method here.
    pub fn entry<R: Record>(&self, id: Id<R>) -> Result<Option<Entry<R>>, StoreError> {
        self.reading(R::KIND, entry_by_id(self.connection, id))
    }

    /// The entries of these dates, both included, by date and then in the order they were made.
    ///
    /// # Errors
    /// A [`StoreError`] when the file cannot be read.
    pub fn between<R: Dated>(&self, dates: RangeInclusive<NaiveDate>) -> Result<Vec<Entry<R>>, StoreError> {
        let rows = || {
            let date = <R::When as OneDate>::COLUMN;
            let sql = format!("{} WHERE {date} BETWEEN ?1 AND ?2 ORDER BY {date}, created_ms, {}.id", select::<R>(), R::TABLE);
            let mut statement = self.connection.prepare_cached(&sql)?;
            let (first, last) = (dates.start().to_string(), dates.end().to_string());
            statement.query_map([first, last], entry_from_row)?.collect()
        };
        self.reading(R::KIND, rows())
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
            let sql = format!("{} ORDER BY created_ms, {}.id", select::<R>(), R::TABLE);
            self.connection.prepare_cached(&sql)?.query_map([], entry_from_row)?.collect()
        };
        self.reading(R::KIND, rows())
    }

    /// What the file holds one of.
    ///
    /// # Errors
    /// A [`StoreError`] when the file cannot be read.
    pub fn single<S: Single>(&self) -> Result<S, StoreError> {
        let row = || self.connection.prepare_cached(&format!("SELECT * FROM {}", S::TABLE))?.query_row([], S::from_row);
        self.reading(S::KIND, row())
    }

    /// The profile.
    ///
    /// # Errors
    /// A [`StoreError`] when the file cannot be read.
    pub fn profile(&self) -> Result<Profile, StoreError> {
        self.single()
    }

    /// The settings.
    ///
    /// # Errors
    /// A [`StoreError`] when the file cannot be read.
    pub fn settings(&self) -> Result<Settings, StoreError> {
        self.single()
    }

    /// The panels of the trends that the person chose, from top to bottom, without those of factors that are gone. Returns
    /// `None` if they chose none, or none of them is left.
    ///
    /// # Errors
    /// A [`StoreError`] when the file cannot be read.
    pub fn panels(&self) -> Result<Option<Vec<Measure>>, StoreError> {
        let Some(mut panels) = self.single::<Panels>()?.0 else { return Ok(None) };
        let factors = self.all::<Factor>()?;
        panels.retain(|panel| if let Measure::Own(id) = panel { factors.iter().any(|factor| factor.id == *id) } else { true });
        Ok(Some(panels).filter(|panels| !panels.is_empty()))
    }

    /// On how many days a factor of one's own was answered.
    ///
    /// # Errors
    /// A [`StoreError`] when the file cannot be read.
    pub fn days_answered(&self, factor: Id<Factor>) -> Result<u32, StoreError> {
        self.reading(RecordKind::FactorValue, factor::days_answered(self.connection, factor))
    }

    /// Whether the diary holds no record of any kind, the profile and the settings apart.
    ///
    /// # Errors
    /// A [`StoreError`] when the file cannot be read.
    pub fn is_empty(&self) -> Result<bool, StoreError> {
        let holds_records = |description: &Description| description.rows == Rows::OneARecord;
        let any = |description: Description| format!("SELECT 1 FROM {}", description.table);
        let sql = format!("SELECT NOT EXISTS ({})", joined_by_union(holds_records, any));
        let found = self.connection.prepare_cached(&sql).and_then(|mut statement| statement.query_row([], |row| row.get(0)));
        self.reading(KindSet::where_described(holds_records), found)
    }

    /// The first night or day of which anything was logged.
    ///
    /// # Errors
    /// A [`StoreError`] when the file cannot be read.
    pub fn first_date(&self) -> Result<Option<NaiveDate>, StoreError> {
        let has_date = |description: &Description| description.date.is_some();
        // Each table is asked for its first date alone, which its index knows.
        let first = |Description { table, date, .. }: Description| format!("SELECT min({}) AS date FROM {table}", date.unwrap_or("NULL"));
        let sql = format!("SELECT min(date) AS date FROM ({})", joined_by_union(has_date, first));
        let row = || self.connection.prepare_cached(&sql)?.query_row([], |row| value::optional_date(row, "date"));
        self.reading(KindSet::where_described(has_date), row())
    }

    /// The latest night with cramps up to and including one.
    ///
    /// # Errors
    /// A [`StoreError`] when the file cannot be read.
    pub fn latest_with_cramps(&self, until: Night) -> Result<Option<Night>, StoreError> {
        self.reading(RecordKind::Night, night::latest_with_cramps(self.connection, until))
    }

    /// The first night of which cramps or none were said.
    ///
    /// # Errors
    /// A [`StoreError`] when the file cannot be read.
    pub fn first_answered(&self) -> Result<Option<Night>, StoreError> {
        self.reading(RecordKind::Night, night::first_answered(self.connection))
    }

    /// What was drunk most often in the 60 days up to `until`, most often first.
    ///
    /// # Errors
    /// A [`StoreError`] when the file cannot be read.
    pub fn usual_drinks(&self, until: Day, at_most: u32) -> Result<Vec<UsualDrink>, StoreError> {
        self.reading(RecordKind::Drink, drink::usual(self.connection, until, at_most))
    }

    /// The supplements that were taken on these dates, both included, by name, with the dates in order.
    ///
    /// # Errors
    /// A [`StoreError`] when the file cannot be read.
    pub fn days_taken(&self, dates: RangeInclusive<NaiveDate>) -> Result<Vec<(String, Vec<NaiveDate>)>, StoreError> {
        self.reading(RecordKind::SupplementTaken, supplement_taken::days(self.connection, &dates))
    }

    /// What was eaten most often in the 60 days up to `until`, at one meal or at any, with its last amount, most often first.
    ///
    /// # Errors
    /// A [`StoreError`] when the file cannot be read.
    pub fn usual_foods(&self, until: Day, meal: Option<Meal>, at_most: u32) -> Result<Vec<UsualFood>, StoreError> {
        self.reading(RecordKind::Food, food::usual(self.connection, until, meal, at_most))
    }

    /// The last day before `before` on which the meal was logged, at most 60 days back.
    ///
    /// # Errors
    /// A [`StoreError`] when the file cannot be read.
    pub fn last_meal(&self, meal: Meal, before: Day) -> Result<Option<Day>, StoreError> {
        self.reading(RecordKind::Food, food::last_meal(self.connection, meal, before))
    }

    /// The imports that are kept, oldest first, whether in use or not.
    ///
    /// # Errors
    /// A [`StoreError`] when the file of imported foods cannot be read.
    pub fn imports(&self) -> Result<Vec<Import>, StoreError> {
        self.shelf().map_or_else(|| Ok(Vec::new()), Shelf::imports)
    }

    /// The imported food in use with this number in `FoodData` Central.
    ///
    /// # Errors
    /// A [`StoreError`] when the file of imported foods cannot be read.
    pub fn imported_food(&self, fdc_id: u32) -> Result<Option<ImportedFood>, StoreError> {
        self.shelf().map_or(Ok(None), |library| library.food(fdc_id))
    }

    /// The newest imported food in use with this bar code; see [`Barcode::read`] for how it may be written.
    ///
    /// # Errors
    /// A [`StoreError`] when the file of imported foods cannot be read.
    pub fn imported_by_barcode(&self, text: &str) -> Result<Option<ImportedFood>, StoreError> {
        let (Some(library), Some(barcode)) = (self.shelf(), Barcode::read(text)) else { return Ok(None) };
        library.by_barcode(barcode)
    }

    /// Hands each imported food in use to `each`, once, by its number: for the index of a search.
    ///
    /// # Errors
    /// A [`StoreError`] when the file of imported foods cannot be read.
    pub fn imported_names(&self, each: impl FnMut(ImportedName<'_>)) -> Result<(), StoreError> {
        self.shelf().map_or(Ok(()), |library| library.names(each))
    }

    fn shelf(&self) -> Option<Shelf<'a>> {
        self.saw(RecordKind::Import);
        self.library
    }

    /// Hands on what was read, and notes the kinds that it was read from.
    fn reading<T>(&self, kinds: impl Into<KindSet>, result: rusqlite::Result<T>) -> Result<T, StoreError> {
        self.saw(kinds);
        result.map_err(|error| StoreError::from_sqlite(error, self.path))
    }

    fn saw(&self, kinds: impl Into<KindSet>) {
        self.seen.set(self.seen.get().and(kinds.into()));
    }
}

/// One query of each kind that `wanted` picks, joined to one.
fn joined_by_union(wanted: impl Fn(&Description) -> bool, query: impl Fn(Description) -> String) -> String {
    let described = RecordKind::ALL.iter().filter_map(|kind| kind.description());
    described.filter(wanted).map(query).collect::<Vec<_>>().join(" UNION ALL ")
}
