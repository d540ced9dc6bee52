//! Settings: a card per subject. Each answer saves itself; none is needed.

mod about;
mod computers;
mod days;
mod delete;
mod eating;
mod encrypted;
mod file;
mod goal;
mod look;
mod own_files;
mod parts;
mod profile;
mod questions;
mod times;
mod view;

pub use computers::{ComputersState, ComputersView, Meeting};
pub use own_files::{FilePreview, ImportStep, OwnFilesView, OwnFormat};
pub use questions::PersonQuestions;
pub use view::{CheckState, FileView, SealedState, SettingsView};

use crate::diary::{ChoiceCommand, Command};
use crate::domain::{Customs, Profile, Settings};
use crate::machine::WindowNotes;
use crate::ui::action::Actions;
use crate::ui::theme::space;
use crate::ui::widgets::{Half, columns_ui};
use egui::{ScrollArea, Ui};

/// What is being typed on the Settings screen.
#[derive(Debug, Default)]
pub struct SettingsScreen {
    profile: profile::ProfileCard,
    goal: goal::GoalCard,
    days: days::DaysCard,
    file: file::FileCard,
    about: about::AboutCard,
}

/// The settings and the profile to be saved. Several answers of one frame must not overwrite each other.
#[derive(Debug)]
struct WantedSettings {
    settings: Settings,
    profile: Profile,
}

impl SettingsScreen {
    /// Brings the card about the diary file into view, in the next frame; with its backups if they are wanted.
    pub fn show_file(&mut self, with_backups: bool) {
        self.file.show(with_backups);
    }

    /// Takes in that the encryption of copies was changed as it was asked for.
    pub fn sealing_done(&mut self) {
        self.file.encrypted.done();
    }

    /// Paints the settings, and how the `window` looks and listens on this computer.
    pub fn ui(&mut self, ui: &mut Ui, view: SettingsView<'_>, window: &WindowNotes, actions: &mut Actions) {
        let mut wanted = WantedSettings { settings: view.settings, profile: view.profile.clone() };
        ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
            // The scroll bar floats over the right margin, not over the cards.
            ui.set_max_width((ui.available_width() - 12.0).min(1320.0));
            columns_ui(ui, |ui, half| match half {
                Half::First => {
                    let customs = Customs::chosen(view.profile.country, window.customs);
                    look::look_ui(ui, window, customs, &mut wanted.settings, actions);
                    ui.add_space(space::SMALL);
                    self.profile.ui(ui, view, customs, &mut wanted.profile);
                }
                Half::Second => self.second_ui(ui, view, &mut wanted, actions),
            });
            ui.add_space(space::LARGE);
        });
        if wanted.settings != view.settings {
            actions.run(Command::Choice(ChoiceCommand::Settings(wanted.settings)));
        }
        if wanted.profile != *view.profile {
            actions.run(Command::Choice(ChoiceCommand::Profile(Box::new(wanted.profile))));
        }
    }

    fn second_ui(&mut self, ui: &mut Ui, view: SettingsView<'_>, wanted: &mut WantedSettings, actions: &mut Actions) {
        eating::eating_ui(ui, &mut wanted.profile);
        ui.add_space(space::SMALL);
        self.goal.ui(ui, view, &mut wanted.settings);
        ui.add_space(space::SMALL);
        self.days.ui(ui, &mut wanted.settings);
        ui.add_space(space::SMALL);
        self.file.ui(ui, view.file, actions);
        ui.add_space(space::SMALL);
        self.about.ui(ui);
    }
}
