//! What screens ask for. Widgets ask, the end of the frame acts.

use crate::diary::Command;
use crate::domain::{Day, FoodId, Stretch};
use std::path::PathBuf;

/// Where the person is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Route {
    /// A date: its day, and the night after it.
    Today(Day),
    /// Charts, and foods beside them.
    Trends,
    /// Food: a tab of it.
    Food(FoodTab),
    /// Guide: a tab of it.
    Guide(GuideTab),
    /// Steps against a cramp that is happening, large and alone on the screen.
    Relief,
    /// Settings.
    Settings,
}

/// The parts of the Food screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FoodTab {
    /// What one's food held, and foods for what is short.
    Intake,
    /// Every food: search, ranking, one food's page.
    Find,
    /// Foods and recipes of one's own, and imports.
    Own,
    /// Supplements.
    Supplements,
}

impl FoodTab {
    /// Every tab with its words, in their order on the screen.
    pub const ALL: [(Self, &'static str); 4] =
        [(Self::Intake, "Your intake"), (Self::Find, "Find foods"), (Self::Own, "Your foods"), (Self::Supplements, "Supplements")];
}

/// The parts of the Guide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum GuideTab {
    /// Topics with their evidence.
    Read,
    /// Stretches, step by step.
    Stretches,
    /// The medicines that a person takes.
    Medicines,
    /// When to see a doctor, and what to ask.
    Doctor,
}

impl GuideTab {
    /// Every tab with its words, in their order on the screen.
    pub const ALL: [(Self, &'static str); 4] =
        [(Self::Read, "Topics"), (Self::Stretches, "Stretches"), (Self::Medicines, "Medicines"), (Self::Doctor, "See a doctor")];
}

/// Something that a screen asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// Brings the foods that were read into use.
    AcceptImport,
    /// Stops reading a download.
    CancelImport,
    /// Leaves the example for one's own diary.
    CloseExample,
    /// Forgets the foods that were read and not accepted.
    DiscardImport,
    /// Shows a screen.
    Go(Route),
    /// Shows the date that is asked about in the morning.
    GoHome,
    /// Logs a stretch that was done with the timer; what is refused stays there, to be tried again.
    LogSession(Stretch),
    /// Opens the example diary.
    OpenExample,
    /// Opens another diary file, made when there is none.
    OpenFile(PathBuf),
    /// Opens the diary that could not be written for looking only.
    OpenReadOnly,
    /// Shows a topic of the guide, by its id.
    ReadTopic(&'static str),
    /// Does the last undone step again.
    Redo,
    /// Carries out a command.
    Run(Box<Command>),
    /// Carries out a command, and shows a screen when that was done.
    RunThenGo(Box<Command>, Route),
    /// Carries out several commands as one step, described by these words.
    RunTogether(String, Vec<Command>),
    /// Says something that went wrong.
    Say(String),
    /// Shows one food's page.
    ShowFood(FoodId),
    /// Shows the trends of this many nights.
    ShowNights(usize),
    /// Turns the calendar to the month of a date.
    ShowMonth(chrono::NaiveDate),
    /// Leaves the first page.
    Start,
    /// Reads a download of foods.
    StartImport(PathBuf),
    /// Takes the last step back.
    Undo,
}

/// The actions of a frame, in the order in which they were asked for.
#[derive(Debug, Default)]
pub struct Actions(Vec<Action>);

impl Actions {
    /// Asks for an action.
    pub fn push(&mut self, action: Action) {
        self.0.push(action);
    }

    /// Asks for a command.
    pub fn run(&mut self, command: Command) {
        self.push(Action::Run(Box::new(command)));
    }

    /// Everything that was asked for.
    #[must_use]
    pub fn take(&mut self) -> Vec<Action> {
        std::mem::take(&mut self.0)
    }
}
