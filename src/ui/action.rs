//! What screens ask for. Widgets ask, the end of the frame acts.

use super::range::RangeChoice;
use crate::charts::{BodyFigure, ChartSpec};
use crate::diary::Command;
use crate::domain::{Day, FoodId, Night, Stretch};
use crate::insights::Against;
use std::path::PathBuf;

/// Where the person is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Route {
    /// A date: its day, and the night after it.
    Today(Day),
    /// Trends: a tab of it.
    Trends(TrendsTab),
    /// Food: a tab of it.
    Food(FoodTab),
    /// Guide: a tab of it.
    Guide(GuideTab),
    /// Steps against a cramp that is happening, large and alone on the screen.
    Relief,
    /// Settings.
    Settings,
}

/// The parts of Trends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum TrendsTab {
    /// Panels above each other on one axis of nights, and foods beside them.
    #[default]
    OverTime,
    /// A square a night.
    Calendar,
    /// Which muscles, on which side.
    Where,
    /// At what hours, on which weekdays, in which months.
    When,
    /// How long, and how severe.
    HowBad,
    /// What was tried, and how often it helped.
    Relief,
    /// The days before one cramp, beside those before a night without.
    Before,
    /// The figures that trials use.
    Figures,
}

impl TrendsTab {
    /// Every tab with its words, in their order on the screen.
    pub const ALL: [(Self, &'static str); 8] = [
        (Self::OverTime, "Over time"),
        (Self::Calendar, "Calendar"),
        (Self::Where, "Where"),
        (Self::When, "When"),
        (Self::HowBad, "How bad"),
        (Self::Relief, "Relief"),
        (Self::Before, "Before a cramp"),
        (Self::Figures, "Figures"),
    ];
}

/// A picture of a chart to be saved.
#[derive(Debug, Clone, PartialEq)]
pub struct PictureFile {
    /// What it shows.
    pub chart: ChartSpec,
    /// The file; its ending decides between SVG and PNG.
    pub path: PathBuf,
    /// Pixels per unit: 1 or 2.
    pub scale: u32,
    /// Whether a file that is there may be replaced.
    pub replaces: bool,
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
    /// Compares the figures with others.
    Compare(Against),
    /// Leaves the example for one's own diary.
    CloseExample,
    /// Forgets the foods that were read and not accepted.
    DiscardImport,
    /// Shows a screen.
    Go(Route),
    /// Shows the days before the cramps of this night, whatever nights Trends shows.
    GoBefore(Night),
    /// Shows the date that is asked about in the morning.
    GoHome,
    /// Shows Trends, on the tab that was shown last.
    GoToTrends,
    /// Logs a stretch that was done with the timer; what is refused stays there, to be tried again.
    LogSession(Stretch),
    /// Opens the example diary.
    OpenExample,
    /// Opens another diary file, made when there is none.
    OpenFile(PathBuf),
    /// Opens the diary that could not be written for looking only.
    OpenReadOnly,
    /// Wants to see what was logged of a night, from the next frame on.
    PointAt(Night),
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
    /// Saves a picture of a chart.
    SavePicture(Box<PictureFile>),
    /// Says something that went wrong.
    Say(String),
    /// Shades the body by another figure.
    ShadeBy(BodyFigure),
    /// Shows one food's page.
    ShowFood(FoodId),
    /// Shows other nights in Trends.
    ShowRange(RangeChoice),
    /// Shows the days before the cramps of this night.
    ShowBefore(Night),
    /// Turns the calendar to the month of a date.
    ShowMonth(chrono::NaiveDate),
    /// Leaves the first page.
    Start,
    /// Reads a download of foods.
    StartImport(PathBuf),
    /// Says something that went well.
    Tell(String),
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
