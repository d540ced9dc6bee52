//! The drinking goal: until the person sets one, it is what people of their age, sex and region usually drink.

use super::parts::quiet_ui;
use super::view::SettingsView;
use crate::domain::{ReferenceTables, Settings, WholeNumber, grouped};
use crate::nutrition::{Person, no_goal_words, usual_drinks};
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
            if view.limits_drinking.is_some() {
                note_ui(ui, &no_goal_words(view.limits_drinking));
            } else {
                quiet_ui(ui, &usual_words(view));
                quiet_ui(ui, "If a doctor limits what you drink, write that limit here.");
            }
        });
    }
}

/// The goal used while the person sets none, and where it comes from.
fn usual_words(view: SettingsView<'_>) -> String {
    let person = Person::on(view.profile, view.today);
    let Some(usual) = usual_drinks(&person) else { return no_goal_words(None) };
    let own = if view.settings.hydration_goal_ml.is_some() { "Without a goal of your own" } else { "Empty" };
    let ml = grouped(f64::from(usual.ml));
    let food = if usual.is_of_drinks() { "" } else { " About a fifth comes with food." };
    let survey = if person.tables == Some(ReferenceTables::Us) { "what people there drink, no target: " } else { "" };
    format!("{own}: {ml} ml, {survey}{}.{food} In health, thirst and pale urine lead.", usual.words())
}

fn read_goal(text: &str) -> Result<Option<u16>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    let goal = WholeNumber {
        field: "Drinking goal",
        least: 0,
        most: u64::MAX,
        in_words: ("500", "6,000"),
        example: "2000 (ml), from 500 to 6,000",
    };
    let ml = goal.read::<u32>(text).map_err(|error| error.to_string())?;
    Settings::hydration_goal(ml).map(Some).map_err(|error| error.to_string())
}
