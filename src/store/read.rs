//! Reading the records of a diary file.

use super::kinds::{drink, factor, food, night, supplement_taken};
use super::library::Shelf;
use super::noted::Noted;
use super::row_reader::{OnlyRow, RowReader, only_row};
use super::table::select;
use super::{Dated, Description, ImportedName, KindSet, Record, RecordKind, Rows, Single, StoreError, UsualDrink, UsualFoods, When, value};
use crate::domain::{Barcode, Day, Entry, Factor, FoodId, Id, Import, ImportedFood, Meal, Measure, Night, Panels, Profile, Settings};
use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{Connection, Params};
use std::{collections::BTreeSet, ops::RangeInclusive, path::Path};

/// Reads the saved records of a diary, and the imported foods beside it. Each call reads from the file.
///
/// A row that cannot be read is passed over, so that it hides no other; [`Reader::set_aside`] names it.
#[derive(Debug, Clone, Copy)]
pub struct Reader<'a> {
    pub(super) connection: &'a Connection,
    path: &'a Path,
    library: Option<Shelf<'a>>,
    noted: &'a Noted,
}

impl<'a> Reader<'a> {
    /// A reader of records alone, without imported foods.
    pub(super) fn new(connection: &'a Connection, path: &'a Path, noted: &'a Noted) -> Self {
        Self { connection, path, library: None, noted }
    }

    /// The reader with imported foods; `None` for none.
    pub(super) fn with_library(self, library: Option<Shelf<'a>>) -> Self {
        Self { library, ..self }
    }

    /// The record with this id. Returns `None` if there is none.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be read.
    pub fn entry<R: Record>(&self, id: Id<R>) -> Result<Option<Entry<R>>, StoreError> {
        let sql = format!("{} WHERE {}.id = ?1", select::<R>(), R::TABLE);
        Ok(self.rows(&sql, [id.uuid().as_bytes()])?.pop())
    }

    /// The records of a kind on these dates, both ends included, sorted by date and then by when they were made.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be read.
    pub fn between<R: Dated>(&self, dates: RangeInclusive<NaiveDate>) -> Result<Vec<Entry<R>>, StoreError> {
        self.within(&dates)
    }

    /// The entries of these dates, both included, by date and then in the order they were made; every entry of a kind without
    /// a date.
    pub(super) fn within<R: Record>(&self, dates: &RangeInclusive<NaiveDate>) -> Result<Vec<Entry<R>>, StoreError> {
        let Some(date) = <R::When as When>::COLUMN else { return self.all() };
        let sql = format!("{} WHERE {date} BETWEEN ?1 AND ?2 ORDER BY {date}, created_ms, {}.id", select::<R>(), R::TABLE);
        self.rows(&sql, [dates.start().to_string(), dates.end().to_string()])
    }

    /// Those of these dates, both ends included, that have a record of a kind. The records themselves are not read.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be read.
    pub fn dates_with<R: Dated>(&self, dates: RangeInclusive<NaiveDate>) -> Result<BTreeSet<NaiveDate>, StoreError> {
        let Some(date) = <R::When as When>::COLUMN else { return Ok(BTreeSet::new()) };
        let sql = format!("SELECT DISTINCT {date} FROM {} WHERE {date} BETWEEN ?1 AND ?2", R::TABLE);
        let rows = || {
            let mut statement = self.connection.prepare_cached(&sql)?;
            let dates = statement.query_map([dates.start().to_string(), dates.end().to_string()], |row| row.get::<_, String>(0))?;
            // A text that is no date is passed over where the records are read.
            dates.filter_map(|date| date.map(|date| date.parse().ok()).transpose()).collect()
        };
        self.reading(R::KIND, rows())
    }

    /// The records of a kind on one date, in the order in which they were made.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be read.
    pub fn on<R: Dated>(&self, date: NaiveDate) -> Result<Vec<Entry<R>>, StoreError> {
        self.between(date..=date)
    }

    /// Every record of a kind, in the order in which they were made.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be read.
    pub fn all<R: Record>(&self) -> Result<Vec<Entry<R>>, StoreError> {
        self.rows(&format!("{} ORDER BY created_ms, {}.id", select::<R>(), R::TABLE), [])
    }

    /// The records that a query finds, without the rows that cannot be read.
    fn rows<R: Record>(&self, sql: &str, parameters: impl Params) -> Result<Vec<Entry<R>>, StoreError> {
        let rows = || {
            let mut statement = self.connection.prepare_cached(sql)?;
            let reader = RowReader::<R>::of(&statement)?;
            let mut rows = statement.query(parameters)?;
            let mut entries = Vec::new();
            while let Some(row) = rows.next()? {
                match reader.entry(row) {
                    Err(error) if value::is_of_a_row(&error) => self.noted.pass_over(R::KIND),
                    entry => entries.push(entry?),
                }
            }
            Ok(entries)
        };
        self.reading(R::KIND, rows())
    }

    /// The record of a kind of which the diary file has exactly one, such as the settings. What of it cannot be read says what a new
    /// diary does.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be read.
    pub fn single<S: Single>(&self) -> Result<S, StoreError> {
        let OnlyRow { value, unreadable, is_lost } = self.reading(S::KIND, only_row::<S>(self.connection))?;
        if is_lost || !unreadable.is_empty() {
            self.noted.pass_over(S::KIND);
        }
        Ok(value)
    }

    /// The profile of the person.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be read.
    pub fn profile(&self) -> Result<Profile, StoreError> {
        self.single()
    }

    /// The settings of the diary.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be read.
    pub fn settings(&self) -> Result<Settings, StoreError> {
        self.single()
    }

    /// The panels of the chart over time that the person chose, from top to bottom, without those of deleted factors. Returns `None` if
    /// they never chose any, or none of them is left.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be read.
    pub fn panels(&self) -> Result<Option<Vec<Measure>>, StoreError> {
        let Some(mut panels) = self.single::<Panels>()?.0 else { return Ok(None) };
        let factors = self.all::<Factor>()?;
        panels.retain(|panel| if let Measure::Own(id) = panel { factors.iter().any(|factor| factor.id == *id) } else { true });
        Ok(Some(panels).filter(|panels| !panels.is_empty()))
    }

    /// How many days answer a factor.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be read.
    pub fn days_answered(&self, factor: Id<Factor>) -> Result<u32, StoreError> {
        self.reading(RecordKind::FactorValue, factor::days_answered(self.connection, factor))
    }

    /// Whether the diary has no records besides profile, settings and panels.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be read.
    pub fn is_empty(&self) -> Result<bool, StoreError> {
        let holds_records = |description: &Description| description.rows == Rows::OnePerRecord;
        let any = |description: Description| format!("SELECT 1 FROM {}", description.table);
        let sql = format!("SELECT NOT EXISTS ({})", joined_by_union(holds_records, any));
        let found = self.connection.prepare_cached(&sql).and_then(|mut statement| statement.query_row([], |row| row.get(0)));
        self.reading(KindSet::where_described(holds_records), found)
    }

    /// A number that is another one after another program has written to the diary.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be read.
    pub fn changes_by_others(&self) -> Result<i64, StoreError> {
        self.reading(KindSet::EMPTY, self.connection.pragma_query_value(None, "data_version", |row| row.get(0)))
    }

    /// The first date with a record of its night or day. Returns `None` if there is none.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be read.
    pub fn first_date(&self) -> Result<Option<NaiveDate>, StoreError> {
        let has_date = |description: &Description| description.date.is_some();
        // Each table is asked for its first date alone, which its index knows; what is no date is no first one.
        let first = |Description { table, date, .. }: Description| {
            let date = date.unwrap_or("NULL");
            format!("SELECT min({date}) AS date FROM {table} WHERE {date} >= '1850' AND {date} IS date({date})")
        };
        let sql = format!("SELECT min(date) AS date FROM ({})", joined_by_union(has_date, first));
        let row = || self.connection.prepare_cached(&sql)?.query_row([], |row| value::optional_date(row, "date"));
        self.reading(KindSet::where_described(has_date), row())
    }

    /// When the newest entry was last changed: of each kind the one that was added last is asked, which takes microseconds. Returns `None` if
    /// there is no entry that says so.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be read.
    pub fn newest_change(&self) -> Result<Option<DateTime<Utc>>, StoreError> {
        let holds_records = |description: &Description| description.rows == Rows::OnePerRecord;
        let newest = |Description { table, .. }: Description| {
            format!("SELECT changed_ms FROM (SELECT changed_ms FROM {table} ORDER BY rowid DESC LIMIT 1)")
        };
        let of_all = joined_by_union(holds_records, newest);
        let sql = format!("SELECT max(changed_ms) FROM ({of_all}) WHERE typeof(changed_ms) = 'integer'");
        let found = self.connection.prepare_cached(&sql).and_then(|mut statement| statement.query_row([], |row| row.get(0)));
        let ms: Option<i64> = self.reading(KindSet::EMPTY, found)?;
        Ok(ms.and_then(DateTime::from_timestamp_millis))
    }

    /// The latest night with cramps up to `until`, included. Returns `None` if there is none.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be read.
    pub fn latest_with_cramps(&self, until: Night) -> Result<Option<Night>, StoreError> {
        self.reading(RecordKind::Night, night::latest_with_cramps(self.connection, until))
    }

    /// The first night for which "had cramps" or "no cramps" is logged. Returns `None` if there is none.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be read.
    pub fn first_answered(&self) -> Result<Option<Night>, StoreError> {
        self.reading(RecordKind::Night, night::first_answered(self.connection))
    }

    /// The `at_most` drinks that were logged most often in the 60 days up to `until`, the most frequent first.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be read.
    pub fn usual_drinks(&self, until: Day, at_most: u32) -> Result<Vec<UsualDrink>, StoreError> {
        self.reading(RecordKind::Drink, drink::usual(self.connection, until, at_most))
    }

    /// The names of the supplements that were taken on these dates, both ends included, each with its dates. Names and dates are sorted.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be read.
    pub fn days_taken(&self, dates: RangeInclusive<NaiveDate>) -> Result<Vec<(String, Vec<NaiveDate>)>, StoreError> {
        self.reading(RecordKind::SupplementTaken, supplement_taken::days(self.connection, &dates))
    }

    /// The `at_most` foods that were logged most often at each meal in the 60 days up to `until`, and the `at_most` that were at any.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be read.
    pub fn usual_foods(&self, until: Day, at_most: usize) -> Result<UsualFoods, StoreError> {
        self.reading(RecordKind::Food, food::usual(self.connection, until, at_most))
    }

    /// The `at_most` foods that were logged most often in the 60 days up to `until`, the most frequent first.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be read.
    pub fn frequent_foods(&self, until: Day, at_most: u32) -> Result<Vec<FoodId>, StoreError> {
        self.reading(RecordKind::Food, food::frequent(self.connection, until, at_most))
    }

    /// The latest day before `before` on which the meal was logged. Returns `None` if there is none within 60 days.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be read.
    pub fn last_meal(&self, meal: Meal, before: Day) -> Result<Option<Day>, StoreError> {
        self.reading(RecordKind::Food, food::last_meal(self.connection, meal, before))
    }

    /// The imports of foods that are kept, whether in use or not, oldest first.
    ///
    /// # Errors
    /// A [`StoreError`] when the file of imported foods cannot be read.
    pub fn imports(&self) -> Result<Vec<Import>, StoreError> {
        self.shelf().map_or_else(|| Ok(Vec::new()), Shelf::imports)
    }

    /// The imported food in use with this number in `FoodData` Central. Returns `None` if there is none.
    ///
    /// # Errors
    /// A [`StoreError`] when the file of imported foods cannot be read.
    pub fn imported_food(&self, fdc_id: u32) -> Result<Option<ImportedFood>, StoreError> {
        self.shelf().map_or(Ok(None), |library| library.food(fdc_id))
    }

    /// The newest imported food in use with this bar code, written as for [`Barcode::read`]. Returns `None` if there is none, or if `text`
    /// is no bar code.
    ///
    /// # Errors
    /// A [`StoreError`] when the file of imported foods cannot be read.
    pub fn imported_by_barcode(&self, text: &str) -> Result<Option<ImportedFood>, StoreError> {
        let (Some(library), Some(barcode)) = (self.shelf(), Barcode::read(text)) else { return Ok(None) };
        library.by_barcode(barcode)
    }

    /// Calls `each` with every imported food in use, once and in the order of their numbers: for the index of a search.
    ///
    /// # Errors
    /// A [`StoreError`] when the file of imported foods cannot be read.
    pub fn imported_names(&self, each: impl FnMut(ImportedName<'_>)) -> Result<(), StoreError> {
        self.shelf().map_or(Ok(()), |library| library.names(each))
    }

    /// The imported foods. Returns `None` if there is no sound file of them.
    fn shelf(&self) -> Option<Shelf<'a>> {
        self.noted.saw(RecordKind::Import);
        self.library
    }

    /// Returns the result, and notes the kinds of record that it was read from.
    pub(super) fn reading<T>(&self, kinds: impl Into<KindSet>, result: rusqlite::Result<T>) -> Result<T, StoreError> {
        self.noted.saw(kinds);
        result.map_err(|error| StoreError::from_sqlite(error, self.path))
    }

    /// The kinds that were read so far.
    pub(super) fn seen(&self) -> KindSet {
        self.noted.seen.get()
    }

    /// Notes that a row of a kind was passed over.
    pub(super) fn pass_over(&self, kind: RecordKind) {
        self.noted.pass_over(kind);
    }

    /// The kinds of which a row was passed over so far.
    pub(super) fn passed_over(&self) -> KindSet {
        self.noted.passed_over.get()
    }
}

/// The queries of all kinds of record that `wanted` picks, joined by `UNION ALL`.
fn joined_by_union(wanted: impl Fn(&Description) -> bool, query: impl Fn(Description) -> String) -> String {
    let described = RecordKind::ALL.iter().filter_map(|kind| kind.description());
    described.filter(wanted).map(query).collect::<Vec<_>>().join(" UNION ALL ")
}
