//! How the night was slept: for how long, and how much cramps disturbed it.

use crate::diary::{Command, NightCommand, NightState, Page};
use crate::domain::{Disturbance, Hours, hours_of};
use crate::ui::action::Actions;
use crate::ui::theme::{self, space};
use crate::ui::widgets::{Choices, Offered, TextField, choices_ui, form_row_ui, scale_row_ui, weak_label};
use egui::{FocusDirection, RichText, Ui};

/// Hours of sleep that are offered while none are known of the person.
const FIRST_H: f64 = 7.0;

/// Width of the label in points: the amounts begin where the field of the note below does.
const LABEL_WIDTH: f32 = 36.0;

/// What is being typed.
#[derive(Debug, Default)]
pub(super) struct SleepRows {
    slept: TextField,
}

impl SleepRows {
    /// Paints the rows. Returns whether Enter was pressed in the hours, so that the focus goes on to the note.
    pub(super) fn ui(&mut self, ui: &mut Ui, page: &Page, actions: &mut Actions) -> bool {
        if page.night_state == NightState::HadCramps {
            disturbed_ui(ui, page, actions);
        }
        ui.add_space(space::SMALL);
        // Half an hour more or less each, as far as there is room.
        let reach = if ui.available_width() < 430.0 { 2 } else { 3 };
        form_row_ui(ui, LABEL_WIDTH, "Slept", |ui| {
            let offered = offered(page.usual_sleep, reach);
            if let Some(slept) = choices_ui(ui, &mut self.slept, &choices(page, &offered)) {
                actions.run(Command::Night(NightCommand::Slept(page.night(), slept)));
            }
        });
        let entered = self.slept.was_entered();
        if entered {
            ui.memory_mut(|memory| memory.move_focus(FocusDirection::None));
        }
        entered
    }
}

fn disturbed_ui(ui: &mut Ui, page: &Page, actions: &mut Actions) {
    ui.add_space(space::SMALL);
    ui.horizontal(|ui| {
        ui.label(RichText::new("Sleep disturbed by cramps").text_style(theme::strong()));
        weak_label(ui, "10 is no sleep");
    });
    let chosen = page.disturbed.map(Disturbance::get);
    if let Some(pressed) = scale_row_ui(ui, "Sleep disturbed", chosen) {
        let disturbed = Disturbance::new(pressed).ok().filter(|_| chosen != Some(pressed));
        actions.run(Command::Night(NightCommand::Disturbed(page.night(), disturbed)));
    }
}

/// The usual hours, and up to `reach` half hours less and more.
fn offered(usual: Option<Hours>, reach: i32) -> Vec<Offered<Hours>> {
    let usual = usual.map_or(FIRST_H, Hours::get);
    let hours = (-reach..=reach).filter_map(|halves| Hours::new(usual + f64::from(halves) / 2.0).ok());
    hours.map(|value| Offered { value, words: hours_text(value), name: format!("Slept {value}") }).collect()
}

fn choices<'a>(page: &Page, offered: &'a [Offered<Hours>]) -> Choices<'a, Hours> {
    let read = |text: &str| hours_of("Slept", text).map_err(|error| error.to_string());
    Choices { offered, chosen: page.slept, name: "Slept, hours", unit: "h", written: hours_text, read }
}

/// Hours as they are typed and shown: "6.5".
pub(super) fn hours_text(hours: Hours) -> String {
    hours.rounded().to_string()
}
