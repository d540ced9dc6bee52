//! The first page: what the program does, where the file is, what changes most of what it says, and ways to a diary that exists elsewhere.

use super::backups::{BackupsView, RestorePart};
use super::settings::PersonQuestions;
use crate::diary::{ChoiceCommand, Command};
use crate::domain::{Day, Profile};
use crate::ui::action::{Action, Actions, Route};
use crate::ui::theme::space;
use crate::ui::widgets::{Push, lone_card_ui, part_heading_ui, title_ui, weak_label};
use egui::{Label, ScrollArea, Ui};
use egui_material_icons::icons::{ICON_BEDTIME, ICON_HEALING, ICON_SEARCH};
use std::path::Path;

/// What the first page shows.
#[derive(Debug, Clone, Copy)]
pub struct WelcomeView<'a> {
    /// The file of the diary.
    pub path: &'a Path,
    /// The profile as saved.
    pub profile: &'a Profile,
    /// Today by the calendar.
    pub today: Day,
    /// The backups of the diary.
    pub backups: BackupsView<'a>,
}

/// What is being typed on the first page.
#[derive(Debug, Default)]
pub struct WelcomeScreen {
    questions: PersonQuestions,
    restore: RestorePart,
}

impl WelcomeScreen {
    /// Paints the first page.
    pub fn ui(&mut self, ui: &mut Ui, view: WelcomeView<'_>, actions: &mut Actions) {
        ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
            lone_card_ui(ui, 620.0, |ui| {
                title_ui(ui, "Good morning.");
                ui.add_space(space::SMALL);
                ui.add(Label::new("Each morning, say whether your legs or feet cramped, and what you drank, ate and stretched the day before. After a week or two, charts show how it goes, beside foods for what you are short of.").wrap());
                ui.add_space(space::SMALL);
                ui.add(Label::new("Your diary is one file on this computer. No account, no network.").wrap());
                weak_label(ui, view.path.display().to_string());
                ui.add_space(space::MEDIUM);
                ways_ui(ui, actions);
                ui.add_space(space::MEDIUM);
                self.questions_ui(ui, view, actions);
                ui.add_space(space::MEDIUM);
                part_heading_ui(ui, "You have a diary already?");
                weak_label(ui, "On another computer, or as a backup: take its file here, on a stick for example, and put it in the place of this one.");
                self.restore.ui(ui, view.backups, actions);
                ui.add_space(space::MEDIUM);
                weak_label(
                    ui,
                    "This is not a medical device: it cannot tell you why you have cramps. New weakness, a swollen or hot calf, or cramps that keep getting worse belong before a doctor.",
                );
            });
            ui.add_space(space::LARGE);
        });
    }

    fn questions_ui(&mut self, ui: &mut Ui, view: WelcomeView<'_>, actions: &mut Actions) {
        part_heading_ui(ui, "Three questions, if you like");
        weak_label(
            ui,
            "Their answers change most of what is suggested and warned of. Skip them now, and say more in Settings at any time.",
        );
        let mut profile = view.profile.clone();
        self.questions.ui(ui, view.today, &mut profile);
        if profile != *view.profile {
            actions.run(Command::Choice(ChoiceCommand::Profile(Box::new(profile))));
        }
    }
}

/// The ways from here.
fn ways_ui(ui: &mut Ui, actions: &mut Actions) {
    ui.horizontal_wrapped(|ui| {
        if ui.add(Push::new("Start my diary").icon(ICON_BEDTIME).primary().size(200.0, 44.0)).clicked() {
            actions.push(Action::Start);
        }
        if ui.add(Push::new("Look around with an example diary").icon(ICON_SEARCH).size(300.0, 44.0)).clicked() {
            actions.push(Action::OpenExample);
        }
    });
    ui.add_space(space::SMALL);
    if ui.add(Push::new("It cramps now: relief (F1)").name("Relief now").icon(ICON_HEALING).quiet()).clicked() {
        actions.push(Action::Go(Route::Relief));
    }
}
