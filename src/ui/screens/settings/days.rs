//! Where nights and days begin.

use super::parts::quiet_ui;
use crate::domain::{Hour, Settings, WholeNumber};
use crate::ui::widgets::{Labelled, TextField, card_ui, heading_ui, text_field_ui};
use egui::Ui;

/// What is being typed.
#[derive(Debug, Default)]
pub(super) struct DaysCard {
    night_starts: TextField,
    day_ends: TextField,
}

impl DaysCard {
    pub(super) fn ui(&mut self, ui: &mut Ui, settings: &mut Settings) {
        card_ui(ui, |ui| {
            heading_ui(ui, "Nights and days");
            let rules = &mut settings.rules;
            self.night_starts.follow(&rules.night_starts.get().to_string());
            self.day_ends.follow(&rules.day_ends.get().to_string());
            if let Some(hour) =
                text_field_ui(ui, &mut self.night_starts, Labelled::new("A night begins at").unit("o'clock").width(44.0), read_hour)
            {
                rules.night_starts = hour;
            }
            if let Some(hour) =
                text_field_ui(ui, &mut self.day_ends, Labelled::new("A day lasts until").unit("o'clock").width(44.0), read_hour)
            {
                rules.day_ends = hour;
            }
            quiet_ui(ui, "For people who work at night. What is logged already keeps its date.");
        });
    }
}

fn read_hour(text: &str) -> Result<Hour, String> {
    let hour = WholeNumber { field: "Hour", least: 0, most: 23, in_words: ("0", "23"), example: "12, from 0 to 23" };
    let hour = hour.read(text).map_err(|error| error.to_string())?;
    Hour::new(hour).map_err(|error| error.to_string())
}
