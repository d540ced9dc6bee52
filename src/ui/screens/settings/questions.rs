//! What the first page asks of the profile: the three answers that change most of what is suggested and warned of.

use super::profile::{birth_year_ui, conditions_ui, sex_ui};
use crate::domain::{Day, Profile};
use crate::ui::widgets::TextField;
use egui::Ui;

/// The questions, and what is being typed in them.
#[derive(Debug, Default)]
pub struct PersonQuestions {
    birth_year: TextField,
}

impl PersonQuestions {
    /// Paints the questions and takes the answers over into the profile. `today` is the day by the calendar.
    pub fn ui(&mut self, ui: &mut Ui, today: Day, profile: &mut Profile) {
        birth_year_ui(ui, &mut self.birth_year, today, profile);
        sex_ui(ui, profile);
        conditions_ui(ui, profile);
    }
}
