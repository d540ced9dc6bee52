//! The tab "See a doctor": what the diary points out, words to take along, and where to read on.

use crate::guide::{DOCTOR_TOPIC, review_words};
use crate::ui::action::{Action, Actions};
use crate::ui::screens::flag_card::FlagCards;
use crate::ui::screens::guide::view::GuideView;
use crate::ui::theme::space;
use crate::ui::widgets::{Push, alarm_ui, card_ui, heading_ui, weak_label};
use egui::{Label, ScrollArea, Ui};
use egui_material_icons::icons::{ICON_CHEVRON_RIGHT, ICON_CONTENT_COPY, ICON_EXPAND_LESS, ICON_EXPAND_MORE};

/// What is unfolded in the tab.
#[derive(Debug, Default)]
pub(super) struct DoctorTab {
    put_aside_shown: bool,
}

impl DoctorTab {
    /// Paints the tab.
    pub(super) fn ui(&mut self, ui: &mut Ui, view: GuideView<'_>, flags: &mut FlagCards, actions: &mut Actions) {
        ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
            // The scroll bar floats over the right margin, not over the cards.
            ui.set_max_width((ui.available_width() - 12.0).min(900.0));
            self.flags_ui(ui, view, flags, actions);
            ui.add_space(space::SMALL);
            words_ui(ui, view, actions);
            ui.add_space(space::SMALL);
            let link = Push::new("Every warning sign, and how soon to act").icon(ICON_CHEVRON_RIGHT).quiet();
            if ui.add(link).clicked() {
                actions.push(Action::ReadTopic(DOCTOR_TOPIC));
            }
            ui.add_space(space::SMALL);
            weak_label(ui, review_words());
            ui.add_space(space::LARGE);
        });
    }

    fn flags_ui(&mut self, ui: &mut Ui, view: GuideView<'_>, flags: &mut FlagCards, actions: &mut Actions) {
        let safety = view.safety;
        flags.follow(safety);
        let (open, put_aside): (Vec<_>, Vec<_>) = safety.flags.iter().partition(|raised| raised.is_open);
        for sign in &safety.alarming {
            alarm_ui(ui, &safety.alarm_words(sign));
            ui.add_space(space::SMALL);
        }
        if open.is_empty() && safety.alarming.is_empty() {
            card_ui(ui, |ui| {
                heading_ui(ui, "Nothing that you logged asks for a doctor now");
                weak_label(ui, "That does not mean that all is well: a diary knows only what was written into it. When in doubt, ask.");
            });
        }
        for raised in open {
            flags.ui(ui, raised, safety.today, actions);
            ui.add_space(space::SMALL);
        }
        if put_aside.is_empty() {
            return;
        }
        let icon = if self.put_aside_shown { ICON_EXPAND_LESS } else { ICON_EXPAND_MORE };
        if ui.add(Push::new(&format!("Put aside: {}", put_aside.len())).name("Put aside").icon(icon).quiet()).clicked() {
            self.put_aside_shown = !self.put_aside_shown;
        }
        for raised in put_aside.into_iter().filter(|_| self.put_aside_shown) {
            flags.ui(ui, raised, safety.today, actions);
            ui.add_space(space::SMALL);
        }
    }
}

fn words_ui(ui: &mut Ui, view: GuideView<'_>, actions: &mut Actions) {
    card_ui(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            heading_ui(ui, "Words for the doctor");
            if ui.add(Push::new("Copy").name("Copy the words for the doctor").icon(ICON_CONTENT_COPY).small()).clicked() {
                ui.copy_text(view.words_for_the_doctor.to_owned());
                actions.push(Action::Tell("Copied the words for the doctor.".to_owned()));
            }
        });
        weak_label(ui, "Made from your diary, to copy into a message or to read out.");
        ui.add_space(space::SMALL);
        ui.add(Label::new(view.words_for_the_doctor).wrap().selectable(true));
    });
}
