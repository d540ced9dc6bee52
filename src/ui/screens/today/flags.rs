//! What must be seen to soon stands above everything, until it is put aside with a note.

use super::sign_question::sign_question_ui;
use crate::diary::Safety;
use crate::ui::action::{Action, Actions, GuideTab, Route};
use crate::ui::screens::flag_card::FlagCards;
use crate::ui::theme::space;
use crate::ui::widgets::{Push, alarm_ui};
use egui::Ui;
use egui_material_icons::icons::ICON_MEDICAL_SERVICES;

pub(super) fn flags_ui(ui: &mut Ui, cards: &mut FlagCards, safety: &Safety, actions: &mut Actions) {
    cards.follow(safety);
    for sign in &safety.alarming {
        alarm_ui(ui, &safety.alarm_words(sign));
        ui.add_space(space::SMALL);
    }
    for raised in safety.pressing() {
        cards.ui(ui, raised, safety.today, actions);
        ui.add_space(space::SMALL);
    }
    if let Some(question) = safety.question {
        sign_question_ui(ui, question, safety.today, actions);
    }
    let count = safety.to_mention().count();
    if count > 0 {
        let words = if count == 1 { "1 thing to mention to a doctor".to_owned() } else { format!("{count} things to mention to a doctor") };
        if ui.add(Push::new(&words).icon(ICON_MEDICAL_SERVICES).small().quiet()).clicked() {
            actions.push(Action::Go(Route::Guide(GuideTab::Doctor)));
        }
        ui.add_space(space::SMALL);
    }
}
