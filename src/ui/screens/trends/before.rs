//! Which night's cramps the days before are shown of, and what was logged on those days.

use crate::domain::{Day, InWords, capitalised, counted};
use crate::insights::DayBefore;
use crate::ui::action::{Action, Actions};
use crate::ui::look_views::BeforeNight;
use crate::ui::theme::{self, space};
use crate::ui::widgets::{Push, heading_ui, weak_label};
use egui::{Label, RichText, Ui};
use egui_material_icons::icons::{ICON_CHEVRON_LEFT, ICON_CHEVRON_RIGHT};

/// "‹ Night of Thu 19 to Fri 20 Nov, 2 cramps ›": the nights with cramps among those that are shown.
pub(super) fn nights_ui(ui: &mut Ui, shows: &BeforeNight, actions: &mut Actions) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        let mut step = |ui: &mut Ui, icon, name, to: Option<_>| {
            if ui.add(Push::icon_only(icon, name).enabled(to.is_some())).clicked()
                && let Some(night) = to
            {
                actions.push(Action::ShowBefore(night));
            }
        };
        step(ui, ICON_CHEVRON_LEFT, "Cramp night before", shows.previous);
        let cramps = shows.before.cramps.map_or_else(|| "cramps, not described".to_owned(), |cramps| counted(cramps, "cramp"));
        let words = format!("{}, {cramps}", capitalised(&shows.before.night.label()));
        ui.add(Label::new(RichText::new(words).text_style(theme::strong())));
        step(ui, ICON_CHEVRON_RIGHT, "Cramp night after", shows.next);
    });
}

/// What was logged of the two days, and of the two days beside them.
pub(super) fn entries_ui(ui: &mut Ui, shows: &BeforeNight) {
    let before = &shows.before;
    heading_ui(ui, "What was logged");
    days_ui(ui, &format!("Before the cramps of the {}", before.night.label()), &before.days);
    match &before.beside {
        Some(beside) => days_ui(ui, &format!("Before the {} without cramps", beside.night.label()), &beside.days),
        None => _ = weak_label(ui, before.missing()),
    }
}

fn days_ui(ui: &mut Ui, heading: &str, days: &[DayBefore; 2]) {
    ui.add_space(space::SMALL);
    ui.add(Label::new(RichText::new(heading).text_style(theme::strong())).wrap());
    for DayBefore { day, entries, .. } in days {
        ui.add_space(2.0);
        weak_label(ui, Day::label(*day));
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            for InWords { heading, words } in entries.iter().filter(|of_kind| !of_kind.words.is_empty()) {
                ui.add(Label::new(RichText::new(format!("{heading}: {}", words.join("; "))).small()).wrap());
            }
            if entries.iter().all(|of_kind| of_kind.words.is_empty()) {
                ui.small("Nothing was logged.");
            }
        });
    }
}
