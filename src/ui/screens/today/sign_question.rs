//! The one question of a morning about signs: two answers, one press, never in the way.

use crate::diary::{Command, SignCommand, SignQuestion};
use crate::domain::{Day, KnownSign, SignGone};
use crate::ui::action::Actions;
use crate::ui::theme::space;
use crate::ui::widgets::{Push, card_ui};
use egui::{Label, Ui};

/// Paints the question; the answer is dated `today`.
pub(super) fn sign_question_ui(ui: &mut Ui, question: SignQuestion, today: Day, actions: &mut Actions) {
    card_ui(ui, |ui| {
        ui.add(Label::new(question.words()).wrap());
        ui.horizontal_wrapped(|ui| {
            for (words, yes) in question.answers().into_iter().zip([true, false]) {
                let name = format!("{} {words}", question.words());
                if ui.add(Push::new(words).name(&name).small()).clicked() {
                    actions.run(Command::Sign(answer(question, today, yes)));
                }
            }
        });
    });
    ui.add_space(space::SMALL);
}

fn answer(question: SignQuestion, day: Day, yes: bool) -> SignCommand {
    match question {
        SignQuestion::IsKnown { kind, side } => SignCommand::Known(KnownSign { day, kind, side, known: yes }),
        SignQuestion::IsGone { kind, logged: _ } => SignCommand::Gone(SignGone { day, kind, gone: yes }),
    }
}
