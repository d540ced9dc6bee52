//! What there is to say of the cramp once it has eased, and logging it.

use crate::diary::{Command, CrampCommand};
use crate::domain::{Cramp, CrampTime, DayRules, Helped, Minutes, Muscle, Night, Relief, Severity, Side, Tried};
use crate::ui::action::{Action, Actions, Route};
use crate::ui::theme::{self, colour, space};
use crate::ui::widgets::{Push, severity_row_ui, weak_label};
use chrono::{DateTime, FixedOffset};
use egui::{Label, RichText, Ui};
use egui_material_icons::icons::{ICON_CHECK, ICON_REPLAY};

/// What the person said of a cramp.
#[derive(Debug, Default)]
pub(super) struct Answers {
    side: Option<Side>,
    severity: Option<Severity>,
    woke_me: bool,
    /// Whether "Log" was pressed before leg and severity were chosen.
    asked: bool,
    /// Whether the first question takes the focus when it is painted next.
    pub(super) takes_keyboard: bool,
}

/// What the stopwatch and the page know of a cramp that has eased.
#[derive(Debug, Clone, Copy)]
pub(super) struct EasedCramp {
    /// When it began.
    pub(super) began: DateTime<FixedOffset>,
    /// How long it lasted.
    pub(super) seconds: f64,
    /// The muscle that was chosen.
    pub(super) muscle: Muscle,
    /// What was open when it had eased, and so was tried.
    pub(super) tried: Option<Relief>,
}

/// What was pressed besides logging.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum InsteadOfLogging {
    /// The stopwatch goes on.
    NotOver,
    /// Nothing is to be logged.
    DoNotLog,
}

impl Answers {
    /// Paints the questions, and returns what was pressed besides logging. `rules` is `None` if no diary is open that could take the cramp.
    pub(super) fn ui(
        &mut self,
        ui: &mut Ui,
        eased: EasedCramp,
        rules: Option<DayRules>,
        actions: &mut Actions,
    ) -> Option<InsteadOfLogging> {
        let mut pressed = None;
        if rules.is_some() {
            ui.label("Which leg?");
            ui.horizontal_wrapped(|ui| {
                for side in [Side::Left, Side::Right, Side::Both] {
                    let choice = ui.add(Push::new(side.label()).selected(self.side == Some(side)).size(84.0, 40.0));
                    if side == Side::Left && std::mem::take(&mut self.takes_keyboard) {
                        choice.request_focus();
                    }
                    if choice.clicked() {
                        self.side = Some(side);
                    }
                }
            });
            ui.label("How bad was it?");
            if let Some(severity) = severity_row_ui(ui, self.severity) {
                self.severity = Some(severity);
            }
            if ui.add(Push::new("It woke me").selected(self.woke_me).size(0.0, 36.0)).clicked() {
                self.woke_me = !self.woke_me;
            }
            ui.add_space(space::SMALL);
            let known = self.side.zip(self.severity).zip(rules);
            let log = Push::new("Log this cramp").icon(ICON_CHECK).primary();
            let pressed = ui.add(log.size(ui.available_width(), 52.0).text_size(18.0)).clicked();
            match known {
                Some(((side, severity), rules)) if pressed => {
                    let cramp = self.cramp(eased, Cramp::new(Night::containing(eased.began, rules), eased.muscle, side, severity));
                    let route = Route::Today(cramp.night.day());
                    actions.push(Action::RunThenGo(Box::new(Command::Cramp(CrampCommand::Log(cramp))), route));
                }
                Some(_) => {}
                None => {
                    self.asked |= pressed;
                    let words = "Say which leg and how bad it was; the rest can wait until the morning.";
                    let c = theme::colours(ui);
                    let ink = if self.asked { c.danger } else { c.weak };
                    ui.add(Label::new(RichText::new(words).color(colour(ink))).wrap());
                }
            }
        } else {
            weak_label(ui, "No diary is open that could take this cramp.");
        }
        ui.horizontal_wrapped(|ui| {
            if ui.add(Push::new("Do not log").size(0.0, 40.0)).clicked() {
                pressed = Some(InsteadOfLogging::DoNotLog);
            }
            if ui.add(Push::new("It is back").icon(ICON_REPLAY).quiet().size(0.0, 40.0)).clicked() {
                pressed = Some(InsteadOfLogging::NotOver);
            }
        });
        pressed
    }

    /// The cramp with its time, its duration and what was tried.
    fn cramp(&self, eased: EasedCramp, plain: Cramp) -> Cramp {
        Cramp {
            time: CrampTime::Exact(eased.began),
            duration: duration(eased.seconds),
            woke_me: self.woke_me.then_some(true),
            // It eased while the person did this; what else was looked at may not have been tried.
            tried: eased.tried.map(|relief| Tried { relief, helped: Some(Helped::Yes) }).into_iter().collect(),
            ..plain
        }
    }
}

/// A stopwatch's seconds as minutes, to one tenth, within what a cramp's duration may be.
fn duration(seconds: f64) -> Option<Minutes> {
    Minutes::new(((seconds / 6.0).round() / 10.0).clamp(0.1, 180.0)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_stopwatch_gives_a_duration_that_is_allowed() {
        for (seconds, minutes) in [(0.0, 0.1), (3.0, 0.1), (29.0, 0.5), (90.0, 1.5), (155.0, 2.6), (10_800.0, 180.0), (99_999.0, 180.0)] {
            assert_eq!(duration(seconds).map(Minutes::get), Some(minutes), "{seconds} s");
        }
    }
}
