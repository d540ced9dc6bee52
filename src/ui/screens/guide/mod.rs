//! Guide: topics with their evidence, stretches, medicines, when to see a doctor.

mod doctor;
mod medicines;
mod read;
mod stretches;
mod view;

pub use view::GuideView;

use crate::ui::action::{Action, Actions, GuideTab, Route};
use crate::ui::screens::flag_card::FlagCards;
use crate::ui::theme::space;
use crate::ui::widgets::{Push, title_ui};
use egui::Ui;

/// What is being read, typed or unfolded in the Guide.
#[derive(Debug, Default)]
pub struct GuideScreen {
    read: read::ReadTab,
    stretches: stretches::StretchesTab,
    medicines: medicines::MedicinesTab,
    doctor: doctor::DoctorTab,
}

impl GuideScreen {
    /// Opens a topic.
    pub fn read(&mut self, topic: &'static str) {
        self.read.open(topic);
    }

    /// Takes in whether the diary logged the session of the timer.
    pub fn session_answered(&mut self, is_logged: bool) {
        self.stretches.answered(is_logged);
    }

    /// Paints a tab.
    pub fn ui(&mut self, ui: &mut Ui, view: GuideView<'_>, flags: &mut FlagCards, actions: &mut Actions) {
        ui.horizontal_wrapped(|ui| {
            title_ui(ui, "Guide");
            ui.add_space(space::LARGE);
            for (each, words) in GuideTab::ALL {
                if ui.add(Push::new(words).selected(each == view.tab).size(0.0, 34.0)).clicked() {
                    actions.push(Action::Go(Route::Guide(each)));
                }
            }
        });
        ui.add_space(space::SMALL);
        match view.tab {
            GuideTab::Read => self.read.ui(ui, view, actions),
            GuideTab::Stretches => self.stretches.ui(ui, view, actions),
            GuideTab::Medicines => self.medicines.ui(ui, view, actions),
            GuideTab::Doctor => self.doctor.ui(ui, view, flags, actions),
        }
    }
}
