//! A stretch that is over: what was done of it, and logging that.

use super::{Leave, Stage, StretchSession};
use crate::domain::{Day, Dose};
use crate::ui::action::Actions;
use crate::ui::shortcuts::take_key;
use crate::ui::theme::{self, space};
use crate::ui::widgets::{Push, card_ui, heading_ui};
use egui::{Key, Label, RichText, Ui};
use egui_material_icons::icons::{ICON_CHECK, ICON_PLAY_ARROW, ICON_REPLAY};

impl StretchSession {
    /// Paints a session that was ended early, and offers to log what was done.
    pub(super) fn ended_ui(&mut self, ui: &mut Ui, day: Day, actions: &mut Actions) -> Option<Leave> {
        let Some(dose) = self.timer.dose(self.stretch.dose) else { return Some(Leave::ToPage) };
        let mut leave = take_key(ui, Key::Escape).then_some(Leave::ToPage);
        card_ui(ui, |ui| {
            heading_ui(ui, "Ended early");
            ui.label(format!("You did {} of {}: {}.", dose.label(), self.stretch.dose.label(), self.stretch.label));
            ui.add_space(space::MEDIUM);
            ui.horizontal_wrapped(|ui| {
                self.log_ui(ui, dose, day, actions);
                if ui.add(Push::new("Do not log").size(0.0, 44.0)).clicked() {
                    leave = Some(Leave::ToPage);
                }
                if ui.add(Push::new("Go on").icon(ICON_PLAY_ARROW).size(0.0, 44.0)).clicked() {
                    self.timer.set_paused(false);
                    self.stage = Stage::Running;
                    ui.ctx().request_repaint();
                }
            });
        });
        leave
    }

    /// Paints a session that came to its end, and whether it was logged.
    pub(super) fn done_ui(&mut self, ui: &mut Ui, day: Day, actions: &mut Actions) -> Option<Leave> {
        let mut leave = take_key(ui, Key::Escape).then_some(Leave::ToList);
        card_ui(ui, |ui| {
            ui.label(RichText::new("Done").font(theme::bold(56.0)));
            let dose = self.timer.dose(self.stretch.dose);
            let words = match (dose, self.logged) {
                (Some(dose), Some(day)) => format!("{}: {}, logged for {}.", self.stretch.label, dose.label(), day.label()),
                (Some(dose), None) => format!("{}: {}, not logged yet.", self.stretch.label, dose.label()),
                (None, _) => format!("{}: nothing was held, so nothing was logged.", self.stretch.label),
            };
            ui.add(Label::new(RichText::new(words).size(18.0)).wrap());
            ui.add_space(space::MEDIUM);
            ui.horizontal_wrapped(|ui| {
                if let (Some(dose), None) = (dose, self.logged) {
                    self.log_ui(ui, dose, day, actions);
                }
                if ui.add(Push::new("All stretches").primary().size(0.0, 44.0)).clicked() {
                    leave = Some(Leave::ToList);
                }
                if ui.add(Push::new("Once more").icon(ICON_REPLAY).size(0.0, 44.0)).clicked() {
                    leave = Some(Leave::OnceMore);
                }
            });
        });
        leave
    }

    fn log_ui(&mut self, ui: &mut Ui, dose: Dose, day: Day, actions: &mut Actions) {
        let words = format!("Log {} for {}", dose.label(), day.label());
        if ui.add(Push::new(&words).icon(ICON_CHECK).primary().size(0.0, 44.0)).clicked() {
            self.log(day, actions);
        }
    }
}
