//! What every command starts from: which file, and what time it is.

use super::CliError;
use crate::clock::{Clock, FixedClock, SystemClock};
use crate::diary::{Diary, FoodBook, whose_reference};
use crate::nutrition::{ADULT, FoodFilter, Person};
use crate::store::{Access, Store, StoreError};
use chrono::DateTime;
use directories::ProjectDirs;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// Whether imported foods are read, which takes a moment when there are many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted {
    /// They are.
    Yes,
    /// They are not.
    No,
}

/// Every food, and the person whom it is for.
#[derive(Debug)]
pub(super) struct Foods {
    pub(super) book: FoodBook,
    /// What the profile leaves.
    pub(super) filter: FoodFilter,
    pub(super) person: Person,
    /// Why potassium is withheld, in words for the middle of a sentence.
    pub(super) withholds_potassium: Option<String>,
    /// Whose reference intakes they are compared with, in words.
    pub(super) whose: String,
}

impl Default for Foods {
    fn default() -> Self {
        let (book, filter, person) = (FoodBook::default(), FoodFilter::default(), Person::default());
        Self { book, filter, person, withholds_potassium: None, whose: ADULT.to_owned() }
    }
}

/// The diary file and the clock that a command or the window goes by.
#[derive(Debug)]
pub struct Session {
    /// The file that --diary or the environment names.
    named: Option<PathBuf>,
    clock: Box<dyn Clock>,
}

impl Session {
    /// Takes what the arguments name, else what the environment names.
    pub(super) fn from_environment(diary: Option<PathBuf>) -> Result<Self, CliError> {
        let named = diary.or_else(|| env::var_os("CRAMP_DIARY_FILE").filter(|file| !file.is_empty()).map(PathBuf::from));
        Ok(Self { named, clock: clock_from_environment()? })
    }

    /// The file and the clock for the window; makes the data folder where it is needed.
    ///
    /// # Errors
    /// [`CliError::Refused`] when there is no data folder and none can be made.
    pub fn for_window(self) -> Result<(PathBuf, Box<dyn Clock>), CliError> {
        Ok((self.path_to_write()?, self.clock))
    }

    /// The diary to log into; made when it does not exist.
    pub(super) fn open_to_write(self) -> Result<Diary, CliError> {
        let store = Store::open(&self.path_to_write()?, Access::Create)?;
        Ok(Diary::new(store, self.clock))
    }

    /// The diary to read, which must exist.
    pub(super) fn open_to_read(self) -> Result<Diary, CliError> {
        let path = self.named.map_or_else(default_path, Ok)?;
        let store = match Store::open(&path, Access::ReadOnly) {
            // Looking must not fail after an update of the program: a copy of the older file is kept.
            Err(StoreError::Older { .. }) => Store::open(&path, Access::Create)?,
            opened => opened?,
        };
        Ok(Diary::new(store, self.clock))
    }

    /// Every food that can be logged, with the imported ones where they are `wanted`; the catalogue alone while there is
    /// no diary.
    pub(super) fn foods(self, imported: Wanted) -> Result<Foods, CliError> {
        let mut diary = match self.open_to_read() {
            Ok(diary) => diary,
            Err(CliError::Store(StoreError::Missing { .. })) => return Ok(Foods::default()),
            Err(error) => return Err(error),
        };
        if imported == Wanted::Yes {
            diary.read_imported()?;
        }
        let (profile, day) = (diary.read().profile()?, diary.latest_night()?.day());
        Ok(Foods {
            book: diary.food_book()?,
            filter: FoodFilter::of(&profile, day),
            person: Person::on(&profile, day),
            withholds_potassium: diary.taking(diary.latest_day())?.withholds_potassium().map(|withheld| withheld.because.clone()),
            whose: whose_reference(&profile, day),
        })
    }

    /// The clock alone, for what needs no diary.
    pub(super) fn into_clock(self) -> Box<dyn Clock> {
        self.clock
    }

    fn path_to_write(&self) -> Result<PathBuf, CliError> {
        if let Some(named) = &self.named {
            return Ok(named.clone());
        }
        let path = default_path()?;
        let folder = path.parent().unwrap_or_else(|| Path::new("."));
        fs::create_dir_all(folder).map_err(|error| {
            let folder = folder.display();
            CliError::Refused(format!("The folder {folder} for the diary cannot be made ({error}). Name another file with --diary."))
        })?;
        Ok(path)
    }
}

fn default_path() -> Result<PathBuf, CliError> {
    let folders = ProjectDirs::from("", "", "Cramp Diary");
    let none = || CliError::Refused("This computer names no folder for your data. Name a file with --diary.".to_owned());
    Ok(folders.ok_or_else(none)?.data_dir().join("diary.sqlite"))
}

fn clock_from_environment() -> Result<Box<dyn Clock>, CliError> {
    let Some(now) = env::var_os("CRAMP_DIARY_NOW").filter(|now| !now.is_empty()) else { return Ok(Box::new(SystemClock)) };
    let now = now.to_string_lossy();
    let at = DateTime::parse_from_rfc3339(&now).map_err(|_not_a_moment| {
        CliError::Usage(format!("CRAMP_DIARY_NOW is \"{now}\", which is not a moment. Give one like 2026-11-20T08:00:00+01:00."))
    })?;
    Ok(Box::new(FixedClock(at)))
}
