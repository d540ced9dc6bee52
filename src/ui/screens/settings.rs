//! Settings: the look, the drinking goal, where nights and days begin, and where the diary is.

use crate::diary::Command;
use crate::domain::{DayRules, Hour, Settings, ThemeChoice, grouped};
use crate::nutrition::{ADULT, HYDRATION_GOAL_ML};
use crate::ui::action::Actions;
use crate::ui::theme::space;
use crate::ui::widgets::{Field, Push, card_ui, field_ui, heading_ui, weak_label};
use egui::{ScrollArea, Ui};
use std::path::Path;

/// What is being typed on the Settings screen.
#[derive(Debug, Default)]
pub struct SettingsScreen {
    goal: Field,
    night_starts: Field,
    day_ends: Field,
}

impl SettingsScreen {
    /// Paints the settings.
    pub fn ui(&mut self, ui: &mut Ui, settings: Settings, path: &Path, actions: &mut Actions) {
        let change = |settings: Settings| Command::ChangeSettings(settings);
        ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
            ui.set_max_width(660.0);
            card_ui(ui, |ui| {
                heading_ui(ui, "Look");
                ui.horizontal(|ui| {
                    for &theme in ThemeChoice::ALL {
                        if ui.add(Push::new(theme.label()).selected(settings.theme == theme)).clicked() {
                            actions.run(change(Settings { theme, ..settings }));
                        }
                    }
                });
                weak_label(ui, "Ctrl and + or - make everything larger or smaller.");
            });
            ui.add_space(space::SMALL);
            card_ui(ui, |ui| {
                heading_ui(ui, "Drinking goal");
                self.goal.follow(&settings.hydration_goal_ml.map_or_else(String::new, |ml| ml.to_string()));
                if let Some(hydration_goal_ml) = field_ui(ui, &mut self.goal, ("A day", "ml"), 80.0, read_goal) {
                    actions.run(change(Settings { hydration_goal_ml, ..settings }));
                }
                weak_label(
                    ui,
                    format!(
                        "Empty: {}, which is four fifths of the total water reference for {ADULT}. If a doctor limits what you drink, write that limit here.",
                        format_args!("{} ml", grouped(f64::from(HYDRATION_GOAL_ML)))
                    ),
                );
            });
            ui.add_space(space::SMALL);
            card_ui(ui, |ui| {
                heading_ui(ui, "Nights and days");
                let DayRules { night_starts, day_ends } = settings.rules;
                self.night_starts.follow(&night_starts.get().to_string());
                self.day_ends.follow(&day_ends.get().to_string());
                if let Some(night_starts) = field_ui(ui, &mut self.night_starts, ("A night begins at", "o'clock"), 44.0, read_hour) {
                    actions.run(change(Settings { rules: DayRules { night_starts, day_ends }, ..settings }));
                }
                if let Some(day_ends) = field_ui(ui, &mut self.day_ends, ("A day lasts until", "o'clock"), 44.0, read_hour) {
                    actions.run(change(Settings { rules: DayRules { night_starts, day_ends }, ..settings }));
                }
                weak_label(ui, "For people who work at night. What is logged already keeps its date.");
            });
            ui.add_space(space::SMALL);
            card_ui(ui, |ui| {
                heading_ui(ui, "Your diary");
                if path == Path::new(":memory:") {
                    weak_label(ui, "The example is only in memory and goes when you leave it.");
                } else {
                    ui.add(egui::Label::new(path.display().to_string()).wrap().selectable(true));
                    weak_label(ui, "Everything is in this one file on this computer. Nothing is sent anywhere.");
                }
            });
        });
    }
}

fn read_goal(text: &str) -> Result<Option<u16>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    let number: u32 = text.parse().map_err(|_not_a_number| format!("Drinking goal \"{text}\" cannot be read; write it like 2000 (ml)."))?;
    Settings::hydration_goal(number).map(Some).map_err(|error| error.to_string())
}

fn read_hour(text: &str) -> Result<Hour, String> {
    let number: u8 = text.parse().map_err(|_not_a_number| format!("Hour \"{text}\" cannot be read; write it like 12."))?;
    Hour::new(number).map_err(|error| error.to_string())
}
