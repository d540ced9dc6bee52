//! Which nights are shown: the choices, their dates in words, and the way back from a part of them.

use crate::ui::action::{Action, Actions};
use crate::ui::look_views::TrendsViews;
use crate::ui::range::{RangeButton, RangeChoice};
use crate::ui::theme::{self, colour, space};
use crate::ui::widgets::Push;
use egui::{Label, RichText, Ui};
use egui_material_icons::icons::ICON_ZOOM_OUT;

pub(super) fn range_bar_ui(ui: &mut Ui, view: TrendsViews<'_>, actions: &mut Actions) {
    ui.horizontal_wrapped(|ui| {
        let mut back = None;
        for (choice, words) in RangeButton::ALL {
            let button = ui.add(Push::new(words).selected(view.chosen == RangeChoice::Button(choice)));
            if button.clicked() {
                actions.push(Action::ShowRange(RangeChoice::Button(choice)));
            }
            if choice == view.chosen.choice() {
                back = Some(button.id);
            }
        }
        if let RangeChoice::Part(_, choice) = view.chosen {
            let name = format!("Back to {}", choice.words().replace("All", "all nights"));
            let button = ui.add(Push::new("Back").name(&name).icon(ICON_ZOOM_OUT));
            if button.clicked() {
                actions.push(Action::ShowRange(RangeChoice::Button(choice)));
                // This button goes away: the keyboard goes on where it led.
                if let Some(choice) = back.filter(|_| button.has_focus()) {
                    ui.memory_mut(|memory| memory.request_focus(choice));
                }
            }
        }
        ui.add_space(space::SMALL);
        let count = match (view.chosen, view.charted.nights()) {
            (RangeChoice::Button(RangeButton::Latest(_)), _) | (_, 1) => String::new(),
            (_, nights) => format!(" ({nights} nights)"),
        };
        let reading = if view.diary_is_read { "" } else { "  Reading older nights …" };
        let words = RichText::new(format!("{}{count}{reading}", view.charted.words()));
        ui.add(Label::new(words.color(colour(theme::colours(ui).weak))).truncate());
    });
}
