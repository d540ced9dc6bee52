//! What a person does with the diary, and what they see of it.
//!
//! [`Diary::execute`] carries out a [`Command`] in one transaction and remembers how to undo it.
//! The read models ([`Page`], [`Advice`], [`MonthMarks`], [`LookBack`]) are plain data; a [`View`] keeps one while nothing that it
//! was made from changes. This module knows no window and no file format.

mod advice;
mod backups;
mod before;
mod before_signs;
mod calendar;
mod check;
mod clock_behind;
mod commands;
mod doctor_words;
mod eater;
mod entries;
mod error;
mod example;
mod execute;
mod finished;
mod food_book;
mod history;
mod ids;
mod imported_book;
mod imports;
mod intake;
mod kept_keys;
mod kitchen;
mod known_factors;
mod links;
mod look_back;
mod merge;
mod night_figures;
mod page;
mod safety;
mod set_aside;
mod sign_question;
mod supplements;
mod undo;
mod view;
mod work;

pub use crate::insights::methods::SplitMix64;
pub use advice::{Advice, Advised, reason};
pub use backups::{BackupsMade, has_backups, place_elsewhere, second_place};
pub use calendar::{MonthMarks, NightMark, WeekMarks};
pub use check::CheckReport;
pub use clock_behind::set_back;
pub use commands::*;
pub use entries::Entries;
pub use error::DiaryError;
pub use example::{EXAMPLE_NIGHTS, example};
pub use food_book::FoodBook;
pub use imported_book::ImportedBook;
pub use intake::whose_reference;
pub use kept_keys::kept_keys;
pub use kitchen::Kitchen;
pub use known_factors::KnownFactor;
pub use look_back::LookBack;
pub use merge::{Coming, Merged, TakenIn};
pub use page::{NightState, Page, RecordCounts};
pub use safety::{Raised, Safety};
pub use sign_question::SignQuestion;
pub use supplements::{left_to_take, usual_doses};
pub use undo::{Done, Step};
pub use view::View;

use crate::clock::Clock;
use crate::domain::{ChosenCustoms, Customs, Day, Night, Settings};
use crate::store::{KindSet, Reader, Store, StoreError};
use ids::IdSource;
use std::{path::Path, rc::Rc, time::Duration};
use undo::UndoStack;

/// An open diary: carries out commands, and reads what screens and the command line show.
///
/// It stays on the thread on which it was made.
#[derive(Debug)]
pub struct Diary {
    store: Store,
    clock: Box<dyn Clock>,
    ids: IdSource,
    undo: UndoStack,
    imported: Option<Rc<ImportedBook>>,
    chosen: ChosenCustoms,
}

impl Diary {
    /// A diary over an open store, with ids that nobody can guess.
    #[must_use]
    pub fn new(store: Store, clock: Box<dyn Clock>) -> Self {
        Self { store, clock, ids: IdSource::random(), undo: UndoStack::default(), imported: None, chosen: ChosenCustoms::default() }
    }

    /// A diary over an open store, with ids that follow from a seed, so that equal commands make equal files.
    #[must_use]
    pub fn with_seed(store: Store, clock: Box<dyn Clock>, seed: u64) -> Self {
        Self { store, clock, ids: IdSource::seeded(seed), undo: UndoStack::default(), imported: None, chosen: ChosenCustoms::default() }
    }

    /// Ends the diary, but leaves its file open. What was done in it can no longer be undone.
    #[must_use]
    pub fn into_store(self) -> Store {
        self.store
    }

    /// The path of the diary file, or ":memory:".
    #[must_use]
    pub fn path(&self) -> &Path {
        self.store.path()
    }

    /// The clock of the diary.
    #[must_use]
    pub fn clock(&self) -> &dyn Clock {
        self.clock.as_ref()
    }

    /// Returns a reader of the saved records.
    #[must_use]
    pub fn read(&self) -> Reader<'_> {
        self.store.read()
    }

    /// Returns what `read` returns, and the kinds of record that it read.
    pub fn watched<T>(&self, read: impl FnOnce() -> T) -> (T, KindSet) {
        self.store.watched(read)
    }

    /// A number that grows whenever a record of one of these kinds is written.
    #[must_use]
    pub fn version(&self, kinds: KindSet) -> u64 {
        self.store.version(kinds)
    }

    /// Looks whether the diary file is still at its place, and whether another window or program changed it since the last look; every
    /// [`View`] is stale then. Returns whether another changed it. It takes microseconds.
    ///
    /// # Errors
    /// An error that [is a lost file](StoreError::is_lost_file), or another [`StoreError`] when the diary file cannot be read.
    pub fn follow(&mut self) -> Result<bool, StoreError> {
        self.store.follow()
    }

    /// Makes one file of the diary, so that a copy of that file is a copy of the diary: call it when nobody is writing for a while.
    pub fn settle(&mut self) {
        self.store.settle();
    }

    /// The kinds of record of which a row was passed over while reading, because it cannot be read.
    #[must_use]
    pub fn passed_over(&self) -> KindSet {
        self.store.passed_over()
    }

    /// Notes that these kinds have rows that cannot be read, as a check found.
    pub fn note_passed_over(&self, kinds: KindSet) {
        self.store.note_passed_over(kinds);
    }

    /// Saves what is open in a new file, even if the diary file is gone.
    ///
    /// # Errors
    /// A [`StoreError`] that says why there is no copy.
    pub fn save_copy(&self, to: &Path) -> Result<(), StoreError> {
        self.store.save_copy(to)
    }

    /// Sets how long each try to read or write waits for another window or program: two seconds if nobody sets it.
    pub fn set_patience(&mut self, patience: Duration) {
        self.store.set_patience(patience);
    }

    /// The settings.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be read.
    pub fn settings(&self) -> Result<Settings, StoreError> {
        self.read().settings()
    }

    /// The latest night that can be logged: the one that has begun, at noon by default.
    ///
    /// # Errors
    /// A [`StoreError`] when the settings cannot be read.
    pub fn latest_night(&self) -> Result<Night, StoreError> {
        Ok(Night::containing(self.clock.now(), self.settings()?.rules))
    }

    /// The night that is meant if the person names none: the one that is over, or from the evening hour on the coming one.
    ///
    /// # Errors
    /// A [`StoreError`] when the settings cannot be read.
    pub fn asked_night(&self) -> Result<Night, StoreError> {
        Ok(Night::asked_from(self.clock.now(), self.customs()?.evening(self.settings()?.rules)))
    }

    /// Takes in how the person reads and writes times on this computer. Views made before are stale.
    pub fn set_customs(&mut self, chosen: ChosenCustoms) {
        self.chosen = chosen;
    }

    /// How the person reads and writes times and dates: as they chose on this computer, otherwise as their country does.
    ///
    /// # Errors
    /// A [`StoreError`] when the profile cannot be read.
    pub fn customs(&self) -> Result<Customs, StoreError> {
        Ok(Customs::chosen(self.read().profile()?.country, self.chosen))
    }

    /// The latest night of which the person can say that it had no cramps; see [`Night::latest_slept`].
    ///
    /// # Errors
    /// A [`StoreError`] when the settings cannot be read.
    pub fn latest_slept(&self) -> Result<Night, StoreError> {
        Ok(Night::latest_slept(self.clock.now(), self.settings()?.rules))
    }

    /// Refuses a day of which the diary cannot speak: one that nobody remembers.
    ///
    /// # Errors
    /// [`DiaryError::TooLongAgo`] for a day more than 150 years back.
    pub fn ensure_remembered(&self, day: Day) -> Result<(), DiaryError> {
        work::remembered(day, self.latest_day())
    }

    /// The latest day that can be logged: today by the calendar.
    #[must_use]
    pub fn latest_day(&self) -> Day {
        Day::new(self.clock.now().date_naive())
    }
}
