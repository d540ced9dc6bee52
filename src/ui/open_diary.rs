//! Which diary is open, or why none is.

use crate::clock::Clock;
use crate::diary::{Diary, EXAMPLE_NIGHTS, example};
use crate::domain::{ChosenCustoms, DayRules, Night};
use crate::machine::Machine;
use crate::store::{Access, Depth, SaidWords, Store, StoreError, ended_uncleanly, holds_diary};
use std::{
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

/// How long a frame waits for another program that is using the diary. What it has to save is tried again in later frames.
pub(super) const PATIENCE: Duration = Duration::from_millis(5);

/// What the window needs to know when it opens: which diary to open, and what time it is.
#[derive(Debug)]
pub struct Start {
    /// The diary file. It may be absent: opening makes it, and only its folder must exist.
    pub path: PathBuf,
    /// The clock by which the window knows the time, so that tests can set it. The program takes the computer's.
    pub clock: Box<dyn Clock>,
    /// What was said once about the place of a diary.
    pub said: SaidWords,
    /// What this computer knows of the diary.
    pub machine: Machine,
}

/// What opening the diary has to say to the person.
#[derive(Debug)]
pub enum OpeningWord {
    /// What they may know.
    Aside(String),
    /// What they should have read.
    Warning(String),
}

/// The diary that is open, or the reason why none is.
#[derive(Debug)]
pub struct OpenDiary {
    clock: Arc<dyn Clock>,
    path: PathBuf,
    /// What opening the diary has to say to the person, until it is shown.
    word: Option<OpeningWord>,
    said: SaidWords,
    machine: Machine,
    /// How the person reads and writes times on this computer.
    customs: ChosenCustoms,
    /// How much of the file is to be looked at before anything is written into it.
    depth: Depth,
    /// Which diary is open.
    pub state: DiaryState,
}

/// Which diary is open.
#[derive(Debug)]
pub enum DiaryState {
    /// The person's own diary.
    Own(Diary),
    /// The person's own diary, which cannot be changed.
    ReadOnly(Diary),
    /// A made-up diary in memory; the person's own is closed meanwhile.
    Example(Diary),
    /// No diary is open, because a backup is taking its place.
    Restoring,
    /// No diary is open, because something went wrong.
    Trouble {
        /// What went wrong, in words for the person.
        message: String,
        /// Whether opening it for reading only may work.
        can_read: bool,
        /// Whether the file is broken, so that trying again is of no use.
        is_damaged: bool,
    },
}

/// The person's own diary file, opened for reading and writing. Unlike an open diary, it can be sent to another thread.
#[derive(Debug)]
pub(super) struct OpenedFile {
    /// How much of the file is to be looked at before anything is written into it.
    pub(super) depth: Depth,
    /// The open file, or why it cannot be opened.
    pub(super) store: Result<Store, StoreError>,
}

impl OpenedFile {
    /// Opens the diary file at a path, which is made if it is absent.
    pub(super) fn open(path: &Path) -> Self {
        let depth = if ended_uncleanly(path) { Depth::Whole } else { Depth::Quick };
        Self { depth, store: Store::open(path, Access::Create) }
    }
}

/// Opens the diary file for a thread that writes to it while the window has it open. One that is gone is not made anew.
///
/// # Errors
/// A [`StoreError`] if there is no file, or it cannot be opened.
pub(super) fn open_beside(path: &Path) -> Result<Store, StoreError> {
    if !path.exists() {
        return Err(StoreError::Missing { path: path.to_owned() });
    }
    let mut store = Store::open(path, Access::Create)?;
    store.leave_log_to_others();
    Ok(store)
}

impl OpenDiary {
    /// The diary of a file that was opened for reading and writing. What went wrong becomes [`DiaryState::Trouble`].
    pub(super) fn over(file: OpenedFile, start: Start) -> Self {
        let Start { path, clock, said, machine } = start;
        let state = DiaryState::Trouble { message: String::new(), can_read: false, is_damaged: false };
        let (on_notes, customs) = (machine.mend(), machine.window().customs);
        let mut session = Self { clock: Arc::from(clock), path, word: None, said, machine, customs, depth: Depth::Quick, state };
        session.take(file);
        if let Some(words) = on_notes {
            session.word = Some(OpeningWord::Warning(words));
        }
        session
    }

    /// The path of the person's own diary, even while the example is shown or no diary is open.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What this computer knows of diaries.
    #[must_use]
    pub fn machine(&self) -> &Machine {
        &self.machine
    }

    /// Returns what opening the diary has to say to the person, once. Returns `None` if it went as ever.
    pub fn take_word(&mut self) -> Option<OpeningWord> {
        self.word.take()
    }

    /// How much of the file is to be looked at before anything is written into it: all of it after a program was interrupted.
    #[must_use]
    pub fn depth(&self) -> Depth {
        self.depth
    }

    /// The clock of the program.
    #[must_use]
    pub fn clock(&self) -> &dyn Clock {
        self.clock.as_ref()
    }

    /// The open diary: the person's own or the example. Returns `None` if none could be opened.
    #[must_use]
    pub fn diary(&self) -> Option<&Diary> {
        match &self.state {
            DiaryState::Own(diary) | DiaryState::ReadOnly(diary) | DiaryState::Example(diary) => Some(diary),
            DiaryState::Restoring | DiaryState::Trouble { .. } => None,
        }
    }

    /// The open diary, for changing it. Returns `None` if none could be opened; changing one that is open for reading only is refused.
    pub fn diary_mut(&mut self) -> Option<&mut Diary> {
        match &mut self.state {
            DiaryState::Own(diary) | DiaryState::ReadOnly(diary) | DiaryState::Example(diary) => Some(diary),
            DiaryState::Restoring | DiaryState::Trouble { .. } => None,
        }
    }

    /// Opens the person's own diary for reading and writing, again or for the first time, in place of what is open. The file is made if
    /// it is absent.
    pub fn open_own(&mut self) {
        self.take(OpenedFile::open(&self.path));
    }

    fn take(&mut self, file: OpenedFile) {
        self.depth = file.depth;
        self.state = match file.store {
            Ok(store) => {
                let (on_place, on_privacy) = (store.risk().and_then(|risk| self.said.once(risk, store.path())), store.word_on_privacy());
                self.word = match (on_place, on_privacy) {
                    (Some(on_place), on_privacy) => {
                        Some(OpeningWord::Warning([Some(on_place), on_privacy].into_iter().flatten().collect::<Vec<_>>().join(" ")))
                    }
                    (None, on_privacy) => on_privacy.map(OpeningWord::Aside),
                };
                DiaryState::Own(self.diary_over(store))
            }
            Err(error) => {
                DiaryState::Trouble { message: error.to_string(), can_read: error.leaves_readable(), is_damaged: error.is_damage() }
            }
        };
    }

    /// Opens what is at the path now in place of what is open, which has lost its file.
    ///
    /// # Errors
    /// A sentence for the person if no diary is there. What is open stays open then.
    pub fn open_what_is_there(&mut self) -> Result<(), String> {
        if !holds_diary(&self.path) {
            return Err(format!("There is no diary that can be opened at {}.", self.path.display()));
        }
        // Closed first: SQLite must not have both files open under one name.
        self.state = DiaryState::Trouble { message: String::new(), can_read: false, is_damaged: false };
        self.open_own();
        Ok(())
    }

    /// Closes the person's own diary, whose structure is broken.
    pub fn leave_damaged(&mut self) {
        let message = "Your diary is damaged: its structure is broken, so nothing is written into it.".to_owned();
        self.state = DiaryState::Trouble { message, can_read: true, is_damaged: false };
    }

    /// Opens another file as the person's own diary, which is made if it is absent. [`path`](Self::path) is then its path, even if it
    /// cannot be opened.
    pub fn open_file(&mut self, path: PathBuf) {
        self.path = path;
        self.open_own();
    }

    /// Opens the person's own diary for reading only. A file that is absent is not made, but becomes [`DiaryState::Trouble`].
    pub fn open_read_only(&mut self) {
        let opened = match Store::open(&self.path, Access::ReadOnly) {
            Err(StoreError::Older { .. }) => Store::open_copy(&self.path),
            opened => opened,
        };
        self.state = match opened {
            Ok(store) => {
                self.word = store.word_on_copy().map(OpeningWord::Aside);
                DiaryState::ReadOnly(self.diary_over(store))
            }
            Err(error) => DiaryState::Trouble { message: error.to_string(), can_read: false, is_damaged: error.is_damage() },
        };
    }

    /// Opens the example, a made-up diary in memory. What is changed in it is never saved; the person's own file stays as it is.
    pub fn open_example(&mut self) {
        let last = Night::latest_slept(self.clock.now(), DayRules::default());
        let made = Store::in_memory().map_err(|error| error.to_string()).and_then(|store| {
            example(store, last, EXAMPLE_NIGHTS, 1, Box::new(Arc::clone(&self.clock))).map_err(|error| error.to_string())
        });
        self.state = match made {
            Ok(mut diary) => {
                diary.set_customs(self.customs);
                DiaryState::Example(diary)
            }
            Err(message) => DiaryState::Trouble { message, can_read: false, is_damaged: false },
        };
    }

    /// Takes in how the person reads and writes times from now on.
    pub(super) fn set_customs(&mut self, customs: ChosenCustoms) {
        self.customs = customs;
        if let Some(diary) = self.diary_mut() {
            diary.set_customs(customs);
        }
    }

    fn diary_over(&self, store: Store) -> Diary {
        let mut diary = Diary::new(store, Box::new(Arc::clone(&self.clock)));
        diary.set_patience(PATIENCE);
        diary.set_customs(self.customs);
        diary
    }
}
