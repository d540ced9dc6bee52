//! Which diary is open, or why none is.

use super::Start;
use crate::clock::Clock;
use crate::diary::{Diary, EXAMPLE_NIGHTS, example};
use crate::domain::{DayRules, Night};
use crate::store::{Access, Store};
use std::{path::PathBuf, rc::Rc};

/// The open diary, or what is in its way.
#[derive(Debug)]
pub struct Session {
    clock: Rc<dyn Clock>,
    path: PathBuf,
    /// What is open.
    pub state: State,
}

/// What is open.
#[derive(Debug)]
pub enum State {
    /// The person's own diary.
    Own(Diary),
    /// The person's own diary, which cannot be changed.
    ReadOnly(Diary),
    /// A made-up diary in memory; the person's own is closed meanwhile.
    Example(Diary),
    /// None: this went wrong.
    Trouble {
        /// In words for the person.
        message: String,
        /// Whether looking at it without writing may work.
        can_read: bool,
    },
}

impl Session {
    /// Opens the diary at the path; what goes wrong becomes [`State::Trouble`].
    #[must_use]
    pub fn open(start: Start) -> Self {
        let Start { path, clock } = start;
        let mut session = Self { clock: Rc::from(clock), path, state: State::Trouble { message: String::new(), can_read: false } };
        session.open_own();
        session
    }

    /// The path of the person's own diary.
    #[must_use]
    pub fn path(&self) -> &std::path::Path {
        &self.path
    }

    /// The clock that everything goes by.
    #[must_use]
    pub fn clock(&self) -> &dyn Clock {
        self.clock.as_ref()
    }

    /// The open diary, if one is.
    #[must_use]
    pub fn diary(&self) -> Option<&Diary> {
        match &self.state {
            State::Own(diary) | State::ReadOnly(diary) | State::Example(diary) => Some(diary),
            State::Trouble { .. } => None,
        }
    }

    /// The open diary, for changing it.
    pub fn diary_mut(&mut self) -> Option<&mut Diary> {
        match &mut self.state {
            State::Own(diary) | State::ReadOnly(diary) | State::Example(diary) => Some(diary),
            State::Trouble { .. } => None,
        }
    }

    /// Opens the person's own diary, again or for the first time.
    pub fn open_own(&mut self) {
        self.state = match Store::open(&self.path, Access::Create) {
            Ok(store) => State::Own(self.diary_over(store)),
            Err(error) => State::Trouble { message: error.to_string(), can_read: error.leaves_readable() },
        };
    }

    /// Opens another file as the person's own diary.
    pub fn open_file(&mut self, path: PathBuf) {
        self.path = path;
        self.open_own();
    }

    /// Opens the person's own diary for looking only.
    pub fn open_read_only(&mut self) {
        self.state = match Store::open(&self.path, Access::ReadOnly) {
            Ok(store) => State::ReadOnly(self.diary_over(store)),
            Err(error) => State::Trouble { message: error.to_string(), can_read: false },
        };
    }

    /// Opens the example, which lives in memory only.
    pub fn open_example(&mut self) {
        let last = Night::latest_slept(self.clock.now(), DayRules::default());
        let made = Store::in_memory()
            .map_err(|error| error.to_string())
            .and_then(|store| example(store, last, EXAMPLE_NIGHTS, 1, Box::new(Rc::clone(&self.clock))).map_err(|error| error.to_string()));
        self.state = match made {
            Ok(diary) => State::Example(diary),
            Err(message) => State::Trouble { message, can_read: false },
        };
    }

    fn diary_over(&self, store: Store) -> Diary {
        Diary::new(store, Box::new(Rc::clone(&self.clock)))
    }
}
