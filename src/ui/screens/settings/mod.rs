//! Settings: a card per subject. Each answer saves itself; none is needed.

mod about;
mod days;
mod eating;
mod goal;
mod profile;

use crate::diary::Command;
use crate::domain::{Day, Profile, Settings, ThemeChoice};
use crate::ui::action::Actions;
use crate::ui::theme::{self, colour, space};
use crate::ui::widgets::{Push, card_ui, heading_ui, weak_label};
use egui::{Label, RichText, ScrollArea, Ui};
use std::path::Path;

/// What the Settings screen shows.
#[derive(Debug, Clone, Copy)]
pub struct SettingsView<'a> {
    /// The settings as saved.
    pub settings: Settings,
    /// The profile as saved.
    pub profile: &'a Profile,
    /// Today by the calendar.
    pub today: Day,
    /// Where the diary is.
    pub path: &'a Path,
}

/// What is being typed on the Settings screen.
#[derive(Debug, Default)]
pub struct SettingsScreen {
    profile: profile::ProfileCard,
    goal: goal::GoalCard,
    days: days::DaysCard,
    about: about::AboutCard,
}

/// What is to be saved: several answers of one frame must not overwrite each other.
#[derive(Debug)]
struct Wanted {
    settings: Settings,
    profile: Profile,
}

impl SettingsScreen {
    /// Paints the settings.
    pub fn ui(&mut self, ui: &mut Ui, view: SettingsView<'_>, actions: &mut Actions) {
        let mut wanted = Wanted { settings: view.settings, profile: view.profile.clone() };
        ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
            // The scroll bar floats over the right margin, not over the cards.
            ui.set_max_width((ui.available_width() - 12.0).min(1320.0));
            if ui.available_width() < 700.0 {
                self.first_ui(ui, view, &mut wanted);
                ui.add_space(space::SMALL);
                self.second_ui(ui, view, &mut wanted);
            } else {
                ui.spacing_mut().item_spacing.x = space::LARGE;
                ui.columns(2, |columns| {
                    for column in columns.iter_mut() {
                        column.spacing_mut().item_spacing.x = space::SMALL + 2.0;
                    }
                    columns[0].vertical(|ui| self.first_ui(ui, view, &mut wanted));
                    columns[1].vertical(|ui| self.second_ui(ui, view, &mut wanted));
                });
            }
            ui.add_space(space::LARGE);
        });
        if wanted.settings != view.settings {
            actions.run(Command::ChangeSettings(wanted.settings));
        }
        if wanted.profile != *view.profile {
            actions.run(Command::ChangeProfile(Box::new(wanted.profile)));
        }
    }

    fn first_ui(&mut self, ui: &mut Ui, view: SettingsView<'_>, wanted: &mut Wanted) {
        look_ui(ui, &mut wanted.settings);
        ui.add_space(space::SMALL);
        self.profile.ui(ui, view, &mut wanted.profile);
    }

    fn second_ui(&mut self, ui: &mut Ui, view: SettingsView<'_>, wanted: &mut Wanted) {
        eating::eating_ui(ui, &mut wanted.profile);
        ui.add_space(space::SMALL);
        self.goal.ui(ui, view, &mut wanted.settings);
        ui.add_space(space::SMALL);
        self.days.ui(ui, &mut wanted.settings);
        ui.add_space(space::SMALL);
        file_ui(ui, view.path);
        ui.add_space(space::SMALL);
        self.about.ui(ui);
    }
}

fn look_ui(ui: &mut Ui, settings: &mut Settings) {
    card_ui(ui, |ui| {
        heading_ui(ui, "Look");
        ui.horizontal_wrapped(|ui| {
            for &theme in ThemeChoice::ALL {
                if ui.add(Push::new(theme.label()).selected(settings.theme == theme)).clicked() {
                    settings.theme = theme;
                }
            }
        });
        quiet_ui(ui, "Ctrl and + or - make everything larger or smaller.");
    });
}

fn file_ui(ui: &mut Ui, path: &Path) {
    card_ui(ui, |ui| {
        heading_ui(ui, "Your diary");
        if path == Path::new(":memory:") {
            weak_label(ui, "The example is only in memory and goes when you leave it.");
        } else {
            ui.add(Label::new(path.display().to_string()).wrap().selectable(true));
            quiet_ui(ui, "Everything is in this one file on this computer. Nothing is sent anywhere.");
        }
    });
}

/// A question in bold, and in one quiet line why it is asked.
fn question_ui(ui: &mut Ui, question: &str, why: &str) {
    ui.add_space(space::SMALL);
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        ui.add(Label::new(RichText::new(question).text_style(theme::strong())).wrap());
        quiet_ui(ui, why);
    });
}

/// Small words of less weight.
fn quiet_ui(ui: &mut Ui, words: &str) {
    ui.add(Label::new(RichText::new(words).small().color(colour(theme::colours(ui).weak))).wrap());
}

/// One answer of several; whether it was pressed.
fn chip_ui(ui: &mut Ui, words: &str, name: &str, chosen: bool) -> bool {
    ui.add(Push::new(words).name(name).small().selected(chosen)).clicked()
}
