//! How times and weeks are shown, and when the evening begins: as people of the country do until the person chooses.

use super::parts::{chip_ui, question_ui};
use crate::domain::{ChosenCustoms, Customs, DayRules, HourClock, WeekStart};
use crate::ui::action::{Action, Actions};
use crate::ui::window_change::WindowChange;
use egui::Ui;

pub(super) fn times_ui(ui: &mut Ui, customs: Customs, rules: DayRules, actions: &mut Actions) {
    question_ui(ui, "Clock", "How times are shown. They are read in either way, and as 0310, 3h10 or half past 3.");
    ui.horizontal_wrapped(|ui| {
        for &clock in HourClock::ALL {
            if chip_ui(ui, clock.label(), &format!("Clock: {}", clock.label()), customs.clock == clock) {
                actions.push(Action::ChangeWindow(WindowChange::Clock(clock)));
            }
        }
    });
    question_ui(ui, "Weeks begin with", "In the calendar. Figures by the week go from Monday to Sunday.");
    ui.horizontal_wrapped(|ui| {
        for &start in WeekStart::ALL {
            if chip_ui(ui, start.label(), &format!("Weeks begin with {}", start.label()), customs.week_start == start) {
                actions.push(Action::ChangeWindow(WindowChange::WeekStart(start)));
            }
        }
    });
    question_ui(
        ui,
        "The evening begins at",
        "Until then the program asks about the night that is over, from then on about the coming one.",
    );
    ui.horizontal_wrapped(|ui| {
        let [first, last] = ChosenCustoms::EVENINGS;
        for hour in (first..=last).filter_map(ChosenCustoms::evening) {
            let words = customs.clock.hour_words(hour);
            if chip_ui(ui, &words, &format!("Evening: {words}"), customs.evening(rules) == hour) {
                actions.push(Action::ChangeWindow(WindowChange::Evening(hour)));
            }
        }
    });
}
