//! What the Settings screen shows.

use super::computers::ComputersView;
use super::own_files::OwnFilesView;
use crate::diary::CheckReport;
use crate::domain::{Day, Profile, Settings};
use crate::nutrition::LimitsDrinking;
use crate::store::SetAside;
use crate::ui::screens::backups::BackupsView;
use std::path::Path;

/// Everything on the Settings screen.
#[derive(Debug, Clone, Copy)]
pub struct SettingsView<'a> {
    /// The settings as saved.
    pub settings: Settings,
    /// The profile as saved.
    pub profile: &'a Profile,
    /// Why only the clinic can say how much the person should drink; `None` if there is no such reason.
    pub limits_drinking: Option<&'a LimitsDrinking>,
    /// Today by the calendar.
    pub today: Day,
    /// The diary file, and copies of it.
    pub file: FileView<'a>,
}

/// What is shown of the diary file, and of copies of it.
#[derive(Debug, Clone, Copy)]
pub struct FileView<'a> {
    /// The file of the diary.
    pub path: &'a Path,
    /// The records that cannot be read.
    pub left_out: &'a [SetAside],
    /// The check of the diary.
    pub check: CheckState<'a>,
    /// The backups of the diary.
    pub backups: BackupsView<'a>,
    /// Whether copies are encrypted.
    pub sealed: SealedState,
    /// The other computers that keep the diary.
    pub computers: ComputersView<'a>,
    /// Exports and imports.
    pub files: OwnFilesView<'a>,
}

/// Whether copies of the diary are encrypted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SealedState {
    /// They are plain.
    Off,
    /// They are encrypted.
    On,
    /// It is being changed.
    Changing,
    /// They should be, but the keys cannot be read.
    Unreadable,
}

/// How far a check of the diary is.
#[derive(Debug, Clone, Copy)]
pub enum CheckState<'a> {
    /// None was asked for.
    NotAsked,
    /// It is running.
    Running,
    /// What it found.
    Done(&'a CheckReport),
    /// Why the diary could not be checked.
    Failed(&'a str),
}
