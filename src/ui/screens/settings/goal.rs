//! The drinking goal: until the person sets one, it follows from the reference intake of water.

use super::parts::quiet_ui;
use super::view::SettingsView;
use crate::domain::{Condition, Profile, Settings, grouped};
use crate::nutrition::{ADULT, Person, hydration_goal_ml, total_water};
use crate::ui::widgets::{Labelled, TextField, card_ui, heading_ui, note_ui, text_field_ui};
use egui::Ui;

/// What is being typed.
#[derive(Debug, Default)]
pub(super) struct GoalCard {
    goal: TextField,
}

impl GoalCard {
    pub(super) fn ui(&mut self, ui: &mut Ui, view: SettingsView<'_>, settings: &mut Settings) {
        card_ui(ui, |ui| {
            heading_ui(ui, "Drinking goal");
            self.goal.follow(&view.settings.hydration_goal_ml.map_or_else(String::new, |ml| ml.to_string()));
            if let Some(goal) = text_field_ui(ui, &mut self.goal, Labelled::new("A day").unit("ml").width(80.0), read_goal) {
                settings.hydration_goal_ml = goal;
            }
            quiet_ui(ui, &reference_words(view));
            match limiting(view.profile) {
                Some(why) => note_ui(ui, &format!("With {why}, your doctor may limit what you drink: that limit goes into the goal.")),
                None => quiet_ui(ui, "If a doctor limits what you drink, write that limit here."),
            }
        });
    }
}

/// The goal used while the person sets none, and the group of people whose reference intake it comes from.
fn reference_words(view: SettingsView<'_>) -> String {
    let person = Person::on(view.profile, view.today);
    let goal = hydration_goal_ml(Settings { hydration_goal_ml: None, ..view.settings }, &person);
    let whose = total_water(&person).map_or_else(|| ADULT.to_owned(), |water| water.whose);
    let own = if view.settings.hydration_goal_ml.is_some() { "Without a goal of your own" } else { "Empty" };
    format!("{own}: {} ml, four fifths of the total water reference for {whose}. About a fifth comes with food.", grouped(f64::from(goal)))
}

fn limiting(profile: &Profile) -> Option<&'static str> {
    [(Condition::FluidLimit, "heart failure with a fluid limit"), (Condition::Kidney, "kidney disease")]
        .into_iter()
        .find_map(|(condition, words)| profile.conditions.contains(&condition).then_some(words))
}

fn read_goal(text: &str) -> Result<Option<u16>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    let number: u32 = text.parse().map_err(|_not_a_number| format!("Drinking goal \"{text}\" cannot be read; write it like 2000 (ml)."))?;
    Settings::hydration_goal(number).map(Some).map_err(|error| error.to_string())
}
