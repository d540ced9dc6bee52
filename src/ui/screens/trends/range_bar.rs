//! Which nights are shown: the choices, their dates in words, and the way back from a part of them.

use crate::ui::action::{Action, Actions};
use crate::ui::look_views::TrendsViews;
use crate::ui::range::{Choice, Shown};
use crate::ui::theme::{self, colour, space};
use crate::ui::widgets::Push;
use egui::{Label, RichText, Ui};
use egui_material_icons::icons::ICON_ZOOM_OUT;

pub(super) fn range_bar_ui(ui: &mut Ui, view: TrendsViews<'_>, actions: &mut Actions) {
    ui.horizontal_wrapped(|ui| {
        let mut back = None;
        for (choice, words) in Choice::ALL {
            let button = ui.add(Push::new(words).selected(view.shown == Shown::Choice(choice)));
            if button.clicked() {
                actions.push(Action::ShowRange(Shown::Choice(choice)));
            }
            if choice == view.shown.choice() {
                back = Some(button.id);
            }
        }
        if let Shown::Part(_, choice) = view.shown {
            let name = format!("Back to {}", choice.words().replace("All", "all nights"));
            let button = ui.add(Push::new("Back").name(&name).icon(ICON_ZOOM_OUT));
            if button.clicked() {
                actions.push(Action::ShowRange(Shown::Choice(choice)));
                // This button goes away: the keyboard goes on where it led.
                if let Some(choice) = back.filter(|_| button.has_focus()) {
                    ui.memory_mut(|memory| memory.request_focus(choice));
                }
            }
        }
        ui.add_space(space::SMALL);
        let count = match (view.shown, view.range.nights()) {
            (Shown::Choice(Choice::Latest(_)), _) | (_, 1) => String::new(),
            (_, nights) => format!(" ({nights} nights)"),
        };
        let reading = if view.is_whole { "" } else { "  Reading older nights …" };
        let words = RichText::new(format!("{}{count}{reading}", view.range.words()));
        ui.add(Label::new(words.color(colour(theme::colours(ui).weak))).truncate());
    });
}
