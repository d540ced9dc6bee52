//! Where nights and days begin.

use super::quiet_ui;
use crate::domain::{Hour, Settings};
use crate::ui::widgets::{Field, card_ui, field_ui, heading_ui};
use egui::Ui;

/// What is being typed.
#[derive(Debug, Default)]
pub(super) struct DaysCard {
    night_starts: Field,
    day_ends: Field,
}

impl DaysCard {
    pub(super) fn ui(&mut self, ui: &mut Ui, settings: &mut Settings) {
        card_ui(ui, |ui| {
            heading_ui(ui, "Nights and days");
            let rules = &mut settings.rules;
            self.night_starts.follow(&rules.night_starts.get().to_string());
            self.day_ends.follow(&rules.day_ends.get().to_string());
            if let Some(hour) = field_ui(ui, &mut self.night_starts, ("A night begins at", "o'clock"), 44.0, read_hour) {
                rules.night_starts = hour;
            }
            if let Some(hour) = field_ui(ui, &mut self.day_ends, ("A day lasts until", "o'clock"), 44.0, read_hour) {
                rules.day_ends = hour;
            }
            quiet_ui(ui, "For people who work at night. What is logged already keeps its date.");
        });
    }
}

fn read_hour(text: &str) -> Result<Hour, String> {
    let number: u8 = text.parse().map_err(|_not_a_number| format!("Hour \"{text}\" cannot be read; write it like 12."))?;
    Hour::new(number).map_err(|error| error.to_string())
}
