//! What every command starts from: the diary file and the clock.

use super::CliError;
use super::asides::Asides;
use super::opened::OpenedDiary;
use crate::clock::{Clock, FixedClock, StandingClock, SystemClock};
use crate::diary::{Diary, FoodBook, kept_keys, whose_reference};
use crate::domain::{Country, Day, Medicine, io_words};
use crate::machine::Machine;
use crate::nutrition::{ADULT, Eater, FoodFilter, HeldRules, Person};
use crate::sealed::Keys;
use crate::store::{Access, Depth, SaidWords, Store, StoreError, ended_uncleanly, is_as_checked};
use chrono::{DateTime, NaiveDate, NaiveDateTime};
use directories::ProjectDirs;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// Whether imported foods are read, which takes a moment if there are many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted {
    /// Read imported foods.
    Yes,
    /// Do not read imported foods.
    No,
}

/// Every food, and the person for whom foods are listed.
#[derive(Debug)]
pub(super) struct Foods {
    pub(super) book: FoodBook,
    /// Which foods the profile leaves.
    pub(super) filter: FoodFilter,
    pub(super) person: Person,
    /// The rules of foods that hold for the person.
    pub(super) rules: HeldRules,
    /// Whose reference intakes are used, in words.
    pub(super) whose: String,
    /// The day that is running.
    pub(super) day: Day,
    /// The medicines on the list, whenever they are taken.
    pub(super) medicines: Vec<Medicine>,
    /// The country in which the person lives; `None` if unknown.
    pub(super) country: Option<Country>,
}

impl Default for Foods {
    fn default() -> Self {
        let (book, filter, person) = (FoodBook::default(), FoodFilter::default(), Person::default());
        let day = Day::new(NaiveDate::default());
        let rules = HeldRules::of(&Eater::default());
        Self { book, filter, person, rules, whose: ADULT.to_owned(), day, medicines: Vec::new(), country: None }
    }
}

/// The diary file and the clock that a command or the window uses.
#[derive(Debug)]
pub struct Session {
    /// The file that `--diary` or the environment names.
    named: Option<PathBuf>,
    clock: Box<dyn Clock>,
    asides: Asides,
}

/// What the window starts from.
#[derive(Debug)]
pub struct ForWindow {
    /// The diary file.
    pub path: PathBuf,
    /// The clock.
    pub clock: Box<dyn Clock>,
    /// What was said once about the place of a diary.
    pub said: SaidWords,
    /// What this computer knows of the diary.
    pub machine: Machine,
}

impl Session {
    /// Takes the file that the arguments name, otherwise the one that the environment names.
    pub(super) fn from_environment(diary: Option<PathBuf>, asides: Asides) -> Result<Self, CliError> {
        let named = diary.or_else(|| env::var_os("CRAMP_DIARY_FILE").filter(|file| !file.is_empty()).map(PathBuf::from));
        Ok(Self { named, clock: clock_from_environment()?, asides })
    }

    /// What the window needs. Makes the data folder if it is missing.
    ///
    /// # Errors
    /// [`CliError::Refused`] if there is no data folder and none can be made.
    pub fn for_window(self) -> Result<ForWindow, CliError> {
        Ok(ForWindow { path: self.path_to_write()?, machine: machine(), clock: self.clock, said: said_words() })
    }

    /// The keys that this computer keeps for copies of the diary. Returns `None` if there are none, or they cannot be read: what needs them
    /// can be opened with a password.
    pub(super) fn kept_keys(&self) -> Option<Keys> {
        kept_keys(&self.path_to_read().ok()?, &self.machine()).ok().flatten()
    }

    /// Opens the diary for logging. It is made if it does not exist.
    ///
    /// A file that does not look as it did when it was last found to be sound is looked at first, and all of it if a program was
    /// interrupted while it had the file open.
    pub(super) fn open_to_write(self) -> Result<OpenedDiary, CliError> {
        let path = self.path_to_write()?;
        let (is_known, depth) = (is_as_checked(&path), if ended_uncleanly(&path) { Depth::Whole } else { Depth::Quick });
        let mut store = Store::open(&path, Access::Create)?;
        let on_place = store.risk().and_then(|risk| said_words().once(risk, store.path()));
        self.asides.extend(store.word_on_privacy().into_iter().chain(on_place));
        if !is_known {
            self.asides.extend(store.ensure_sound(depth)?);
        }
        let diary = with_customs(Diary::new(store, self.clock));
        self.asides.extend(diary.clock_behind());
        Ok(OpenedDiary::new(diary, self.asides).noted_as_checked(path))
    }

    /// Opens the diary for reading. It must exist.
    pub(super) fn open_to_read(self) -> Result<OpenedDiary, CliError> {
        self.open_to_read_or(Err)
    }

    /// Opens the diary for reading, to see what would come into it. Where there is none yet, it is an empty one that is nowhere.
    pub(super) fn open_to_plan(self) -> Result<OpenedDiary, CliError> {
        self.open_to_read_or(|error| if matches!(error, StoreError::Missing { .. }) { Store::in_memory() } else { Err(error) })
    }

    /// Opens the diary for reading, or what `otherwise` makes of the reason why it cannot be opened.
    fn open_to_read_or(self, otherwise: impl FnOnce(StoreError) -> Result<Store, StoreError>) -> Result<OpenedDiary, CliError> {
        let path = self.named.map_or_else(default_path, Ok)?;
        let store = match Store::open(&path, Access::ReadOnly) {
            // Reading must not fail after an update of the program. A copy of the older file is kept.
            Err(StoreError::Older { .. }) => match Store::open(&path, Access::Create) {
                Err(StoreError::ReadOnly { .. }) => Store::open_copy(&path)?,
                opened => opened?,
            },
            opened => opened.or_else(otherwise)?,
        };
        self.asides.extend(store.word_on_privacy().into_iter().chain(store.word_on_copy()));
        Ok(OpenedDiary::new(with_customs(Diary::new(store, self.clock)), self.asides))
    }

    /// Opens the diary to check it. Returns its path too. Nothing is said of what cannot be read; the check does.
    pub(super) fn open_to_check(self) -> Result<(Diary, PathBuf), CliError> {
        let path = self.named.map_or_else(default_path, Ok)?;
        Ok((Diary::new(Store::open(&path, Access::ReadOnly)?, self.clock), path))
    }

    /// Every food that can be logged, with imported ones if they are `imported`. Without a diary it is the catalogue alone.
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
            rules: diary.food_rules(diary.latest_day())?,
            whose: whose_reference(&profile, day),
            day: diary.latest_day(),
            medicines: diary.read().all::<Medicine>()?.into_iter().map(|entry| entry.value).collect(),
            country: profile.country,
        })
    }

    /// What this computer knows of diaries. A file of it that cannot be understood is set aside with a word.
    pub(super) fn machine(&self) -> Machine {
        let machine = machine();
        self.asides.extend(machine.mend());
        machine
    }

    /// What is said beside what the command prints.
    pub(super) fn asides(&self) -> Asides {
        self.asides.clone()
    }

    /// The path of the diary, whether it is there or not.
    pub(super) fn path_to_read(&self) -> Result<PathBuf, CliError> {
        self.named.clone().map_or_else(default_path, Ok)
    }

    /// The clock, for commands that need no diary.
    pub(super) fn into_clock(self) -> Box<dyn Clock> {
        self.clock
    }

    /// The path of the diary. Makes the data folder if it is missing.
    pub(super) fn path_to_write(&self) -> Result<PathBuf, CliError> {
        if let Some(named) = &self.named {
            return Ok(named.clone());
        }
        let path = default_path()?;
        let folder = path.parent().unwrap_or_else(|| Path::new("."));
        make_folder(folder).map_err(|error| {
            let (folder, why) = (folder.display(), io_words(&error));
            CliError::Refused(format!("The folder {folder} for the diary cannot be made, because {why}. Name another file with --diary."))
        })?;
        Ok(path)
    }
}

/// Makes the data folder if it is missing, for its owner alone. One that others may look into is closed to them.
fn make_folder(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)?;
    #[cfg(unix)]
    {
        let owner_alone = std::os::unix::fs::PermissionsExt::from_mode(0o700);
        // On a file system without permissions it stays as it is.
        drop(fs::set_permissions(folder, owner_alone));
    }
    Ok(())
}

fn default_path() -> Result<PathBuf, CliError> {
    let folders = ProjectDirs::from("", "", "Cramp Diary");
    let none = || CliError::Refused("This computer names no folder for your data. Name a file with --diary.".to_owned());
    Ok(folders.ok_or_else(none)?.data_dir().join("diary.sqlite"))
}

/// What was said on this computer, in the folder of the program's state.
fn said_words() -> SaidWords {
    let folders = ProjectDirs::from("", "", "Cramp Diary");
    SaidWords::kept_in(folders.map(|folders| folders.state_dir().unwrap_or_else(|| folders.data_local_dir()).join("said.txt")))
}

/// The diary, which shows and reads times as the person chose in the window of this computer.
fn with_customs(mut diary: Diary) -> Diary {
    diary.set_customs(machine().window().customs);
    diary
}

/// What this computer knows of diaries: in the folder that the environment names, otherwise in that of the program's configuration.
fn machine() -> Machine {
    let named = env::var_os("CRAMP_DIARY_CONFIG").filter(|folder| !folder.is_empty()).map(PathBuf::from);
    let usual = || ProjectDirs::from("", "", "Cramp Diary").map(|folders| folders.config_dir().to_owned());
    Machine::kept_in(named.or_else(usual))
}

fn clock_from_environment() -> Result<Box<dyn Clock>, CliError> {
    let Some(now) = env::var_os("CRAMP_DIARY_NOW").filter(|now| !now.is_empty()) else { return Ok(Box::new(SystemClock)) };
    let now = now.to_string_lossy();
    if let Ok(at) = DateTime::parse_from_rfc3339(&now) {
        return Ok(Box::new(FixedClock(at)));
    }
    let wall = ["%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M"].iter().find_map(|format| NaiveDateTime::parse_from_str(&now, format).ok());
    let wall = wall.ok_or_else(|| {
        let examples = "2026-11-20T08:00:00+01:00, or 2026-11-20T08:00 in the time zone of the computer";
        CliError::Usage(format!("CRAMP_DIARY_NOW is \"{now}\", which is not a moment. Give one like {examples}."))
    })?;
    Ok(Box::new(StandingClock::at_wall(wall)))
}
