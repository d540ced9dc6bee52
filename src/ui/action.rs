//! What screens ask for. Widgets ask, the end of the frame acts.

use super::range::RangeChoice;
use super::screens::settings::OwnFormat;
use super::sealing::SealingChange;
use super::window_change::WindowChange;
use crate::charts::{BodyFigure, ChartSpec};
use crate::diary::Command;
use crate::domain::{Day, FoodId, Night, Stretch};
use crate::insights::Against;
use crate::sealed::Secret;
use crate::store::SetAside;
use std::path::PathBuf;

/// The screen that is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Route {
    /// The Today screen on a date: its day, and the night after it.
    Today(Day),
    /// A tab of Trends.
    Trends(TrendsTab),
    /// A tab of Food.
    Food(FoodTab),
    /// A tab of the Guide.
    Guide(GuideTab),
    /// Steps against a cramp that is happening, large and alone on the screen.
    Relief,
    /// Settings.
    Settings,
}

impl Route {
    /// The name by which this computer remembers the screen. Returns `None` for Relief now, which nobody wants to begin with.
    pub(super) fn name(self) -> Option<&'static str> {
        match self {
            Self::Today(_) => Some("today"),
            Self::Trends(_) => Some("trends"),
            Self::Food(_) => Some("food"),
            Self::Guide(_) => Some("guide"),
            Self::Relief => None,
            Self::Settings => Some("settings"),
        }
    }

    /// The screen of a name, with its first tab; Trends with `tab`. Returns `None` for Today, which needs a date, and for an unknown name.
    pub(super) fn named(name: &str, tab: TrendsTab) -> Option<Self> {
        let routes = [Self::Trends(tab), Self::Food(FoodTab::Intake), Self::Guide(GuideTab::Read), Self::Settings];
        routes.into_iter().find(|route| route.name() == Some(name))
    }
}

/// The tabs of Trends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum TrendsTab {
    /// Panels above each other on one axis of nights, and foods beside them.
    #[default]
    OverTime,
    /// Years of nights, one square per night.
    Calendar,
    /// Which muscles cramped, on which side.
    Where,
    /// At what hours, on which weekdays and in which months cramps came.
    When,
    /// How long cramps lasted, and how severe they were.
    HowBad,
    /// What was tried against cramps, and how often it helped.
    Relief,
    /// The days before one cramp, beside those before a night without.
    Before,
    /// The figures that trials use.
    Figures,
}

impl TrendsTab {
    /// Every tab with its label, in their order on the screen.
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

/// A picture of a chart that is to be saved.
#[derive(Debug, Clone, PartialEq)]
pub struct PictureFile {
    /// The chart.
    pub chart: ChartSpec,
    /// The file; its ending decides between SVG and PNG.
    pub path: PathBuf,
    /// Pixels per unit: 1 or 2.
    pub scale: u32,
    /// Whether an existing file may be replaced.
    pub replaces: bool,
}

/// The tabs of Food.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FoodTab {
    /// What the person's food contained, and foods for what is short.
    Intake,
    /// Every food: search, ranking, one food's page.
    Find,
    /// Foods and recipes of the person's own, and imports.
    Own,
    /// Supplements.
    Supplements,
}

impl FoodTab {
    /// Every tab with its label, in their order on the screen.
    pub const ALL: [(Self, &'static str); 4] =
        [(Self::Intake, "Your intake"), (Self::Find, "Find foods"), (Self::Own, "Your foods"), (Self::Supplements, "Supplements")];
}

/// The tabs of the Guide.
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
    /// Every tab with its label, in their order on the screen.
    pub const ALL: [(Self, &'static str); 4] =
        [(Self::Read, "Topics"), (Self::Stretches, "Stretches"), (Self::Medicines, "Medicines"), (Self::Doctor, "See a doctor")];
}

/// Something that a screen asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// Brings the foods that were read into use.
    AcceptImport,
    /// Makes a backup.
    BackUp,
    /// Changes whether copies are encrypted, or with what.
    ChangeSealing(Box<SealingChange>),
    /// Changes how the window looks or listens on this computer.
    ChangeWindow(WindowChange),
    /// Checks the whole diary.
    CheckDiary,
    /// Closes the diary, whose structure is broken, and offers to get back what can be read of it.
    LeaveDamaged,
    /// Stops reading a download.
    CancelImport,
    /// Compares the figures with those of other nights.
    Compare(Against),
    /// Leaves the example for the person's own diary.
    CloseExample,
    /// Deletes the diary for good.
    DeleteDiary {
        /// Whether its backups beside it go too.
        with_backups: bool,
    },
    /// Deletes a record that cannot be read.
    DeleteSetAside(Box<SetAside>),
    /// Forgets the foods that were read and not accepted.
    DiscardImport,
    /// Writes all of the diary into a file or folder.
    Export(OwnFormat, PathBuf),
    /// Shows a screen.
    Go(Route),
    /// Shows the days before the cramps of this night, whatever nights Trends shows.
    GoBefore(Night),
    /// Shows Today on the date that it opens on.
    GoHome,
    /// Shows Trends, on the tab that was shown last.
    GoToTrends,
    /// Forgets the backup that was read to be restored.
    LeaveBackup,
    /// Forgets the file that was read to be imported.
    LeaveFile,
    /// Reads the list of backups.
    ListBackups,
    /// Logs a stretch that was done with the timer. If it is refused, the timer offers it again.
    LogSession(Stretch),
    /// Saves what was asked about.
    Meant,
    /// Brings the diaries of several computers together.
    MeetNow(Option<Box<Secret>>),
    /// Takes out of a record what cannot be read, and keeps the rest.
    MendSetAside(Box<SetAside>),
    /// Forgets what was asked about.
    NotMeant,
    /// Opens the example diary.
    OpenExample,
    /// Opens another diary file, which is made if it does not exist.
    OpenFile(PathBuf),
    /// Opens what is at the path of the diary now, in place of what is open.
    OpenWhatIsThere,
    /// Opens the diary that could not be written for looking only.
    OpenReadOnly,
    /// Reads what was logged of a night, to show it from the next frame on.
    PointAt(Night),
    /// Reads a backup, and shows what restoring it would change.
    ReadBackup(PathBuf),
    /// Reads an export or another diary, and shows what importing it would change.
    ReadFile(PathBuf),
    /// Shows a topic of the guide, by its id.
    ReadTopic(&'static str),
    /// Does the last undone step again.
    Redo,
    /// Puts the backup that was read in the place of the diary.
    Restore,
    /// Carries out a command.
    Run(Box<Command>),
    /// Carries out a command, and shows a screen if it succeeded.
    RunThenGo(Box<Command>, Route),
    /// Carries out several commands as one step, with this description for undo.
    RunTogether(String, Vec<Command>),
    /// Changes the diary by what was typed in this visit to a text field. All that a visit saves is one step to undo.
    RunTyped(Box<Command>, u64),
    /// Reads what can be read of the diary that does not open into a new one.
    Salvage(PathBuf),
    /// Saves a copy of what is open in a new file.
    SaveCopy(PathBuf),
    /// Saves what is open at the path of the diary, from which its file is gone, and goes on in the new file.
    SaveThereAgain,
    /// Saves a picture of a chart.
    SavePicture(Box<PictureFile>),
    /// Shows a message about something that went wrong.
    Say(String),
    /// Shades the body map by another figure.
    ShadeBy(BodyFigure),
    /// Shows the settings, and in them what is said of the diary file.
    ShowDiaryFile,
    /// Begins a food of the person's own with this name.
    DescribeFood(String),
    /// Shows one food's page.
    ShowFood(FoodId),
    /// Shows other nights in Trends.
    ShowRange(RangeChoice),
    /// Shows the days before the cramps of this night.
    ShowBefore(Night),
    /// Turns the calendar to the month of a date.
    ShowMonth(chrono::NaiveDate),
    /// Leaves the welcome page.
    Start,
    /// Reads a download of foods.
    StartImport(PathBuf),
    /// Takes in the file that was read to be imported.
    TakeFileIn,
    /// Shows a message about something that went well.
    Tell(String),
    /// Undoes the last step.
    Undo,
    /// Reads the encrypted backup that was chosen, with what was typed.
    UnlockBackup(Box<Secret>),
    /// Reads the encrypted file again that was chosen for an import, with what was typed.
    UnlockFile(Box<Secret>),
    /// Has backups go to a folder elsewhere too; `None` to none.
    UseSecondPlace(Option<PathBuf>),
    /// Puts the diary that came back in the place of the damaged one.
    UseSalvaged,
    /// Has several computers reach each other through a folder; `None` through none.
    UseSyncFolder(Option<PathBuf>),
}

impl Action {
    /// Whether it writes to the diary, and can be tried again while another program is using that.
    #[must_use]
    pub fn writes(&self) -> bool {
        matches!(
            self,
            Self::AcceptImport
                | Self::DeleteSetAside(_)
                | Self::LogSession(_)
                | Self::MendSetAside(_)
                | Self::Redo
                | Self::Run(_)
                | Self::RunThenGo(..)
                | Self::RunTogether(..)
                | Self::RunTyped(..)
                | Self::Undo
        )
    }

    /// Whether it shows another page or diary, so that the text fields of this one go.
    #[must_use]
    pub fn leaves_the_page(&self) -> bool {
        match self {
            Self::CloseExample
            | Self::DeleteDiary { .. }
            | Self::Go(_)
            | Self::GoBefore(_)
            | Self::GoHome
            | Self::GoToTrends
            | Self::LeaveDamaged
            | Self::OpenExample
            | Self::OpenFile(_)
            | Self::OpenReadOnly
            | Self::OpenWhatIsThere
            | Self::ReadTopic(_)
            | Self::Restore
            | Self::ShowDiaryFile
            | Self::RunThenGo(..)
            | Self::DescribeFood(_)
            | Self::ShowFood(_)
            | Self::UseSalvaged => true,
            Self::AcceptImport
            | Self::BackUp
            | Self::CancelImport
            | Self::ChangeSealing(_)
            | Self::ChangeWindow(_)
            | Self::CheckDiary
            | Self::Compare(_)
            | Self::DeleteSetAside(_)
            | Self::DiscardImport
            | Self::Export(..)
            | Self::LeaveBackup
            | Self::LeaveFile
            | Self::ListBackups
            | Self::LogSession(_)
            | Self::Meant
            | Self::MeetNow(_)
            | Self::MendSetAside(_)
            | Self::NotMeant
            | Self::PointAt(_)
            | Self::ReadBackup(_)
            | Self::ReadFile(_)
            | Self::Redo
            | Self::Run(_)
            | Self::RunTogether(..)
            | Self::RunTyped(..)
            | Self::Salvage(_)
            | Self::SaveCopy(_)
            | Self::SavePicture(_)
            | Self::SaveThereAgain
            | Self::Say(_)
            | Self::ShadeBy(_)
            | Self::ShowRange(_)
            | Self::ShowBefore(_)
            | Self::ShowMonth(_)
            | Self::Start
            | Self::StartImport(_)
            | Self::TakeFileIn
            | Self::Tell(_)
            | Self::Undo
            | Self::UnlockBackup(_)
            | Self::UnlockFile(_)
            | Self::UseSecondPlace(_)
            | Self::UseSyncFolder(_) => false,
        }
    }
}

/// The actions that were asked for in a frame, in this order.
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

    /// Returns everything that was asked for, and forgets it.
    #[must_use]
    pub fn take(&mut self) -> Vec<Action> {
        std::mem::take(&mut self.0)
    }
}
