//! Strain of the day: exercise, time on one's feet, heat, illness; folded away until it is asked for.

use super::context::day_words;
use super::sleep::hours_text;
use crate::diary::{Command, Page, SignCommand, StrainCommand};
use crate::domain::{Effort, Exercise, Hours, Sign, SignKind, StrainPart, capitalised, hours_of, minutes_of_exercise};
use crate::ui::action::Actions;
use crate::ui::theme::space;
use crate::ui::widgets::{Choices, Offered, Push, TextField, card_ui, choices_ui, form_row_ui, heading_ui, labelled_row_ui, weak_label};
use egui::{Label, Ui, Vec2, vec2};
use egui_material_icons::icons::{ICON_EXPAND_LESS, ICON_EXPAND_MORE};

const LABEL_WIDTH: f32 = 82.0;

/// The label beside buttons, which are lower than fields.
const LABEL: Vec2 = vec2(LABEL_WIDTH, 28.0);

/// What is being typed or unfolded.
#[derive(Debug, Default)]
pub(super) struct StrainSection {
    /// `None` until it is painted for the first time.
    unfolded: Option<bool>,
    exercise: TextField,
    standing: TextField,
}

impl StrainSection {
    pub(super) fn ui(&mut self, ui: &mut Ui, page: &Page, actions: &mut Actions) {
        let said = said(page);
        // Whoever logged strain for the day before is asked about this one.
        let unfolded = *self.unfolded.get_or_insert(said.is_empty() && page.strain_before);
        if said.is_empty() && !unfolded {
            let link = Push::new("Exercise, time on your feet, heat or illness").name("Strain").icon(ICON_EXPAND_MORE).small().quiet();
            if ui.add(link).on_hover_text("What the day asked of your legs.").clicked() {
                self.unfolded = Some(true);
            }
            return;
        }
        card_ui(ui, |ui| {
            ui.horizontal(|ui| {
                heading_ui(ui, "Strain");
                weak_label(ui, day_words(page));
            });
            if unfolded {
                self.rows_ui(ui, page, actions);
            } else {
                ui.add(Label::new(format!("{}.", capitalised(&said.join(", ")))).wrap());
            }
            let (words, name, icon) = if unfolded {
                ("Done", "Fold the strain away", ICON_EXPAND_LESS)
            } else {
                ("Change", "Change the strain", ICON_EXPAND_MORE)
            };
            if ui.add(Push::new(words).name(name).icon(icon).small().quiet()).clicked() {
                self.unfolded = Some(!unfolded);
            }
        });
        ui.add_space(space::SMALL);
    }

    /// Whether the rows are shown.
    pub(super) fn is_unfolded(&self) -> bool {
        self.unfolded == Some(true)
    }

    fn rows_ui(&mut self, ui: &mut Ui, page: &Page, actions: &mut Actions) {
        ui.add_space(space::SMALL);
        form_row_ui(ui, LABEL_WIDTH, "Exercise", |ui| {
            let offered = [0_u32, 15, 30, 45, 60, 90].map(|minutes| match minutes {
                0 => Offered { value: 0, words: "None".to_owned(), name: "No exercise".to_owned() },
                _ => Offered { value: minutes, words: minutes.to_string(), name: format!("Exercise {minutes} min") },
            });
            if let Some(minutes) = choices_ui(ui, &mut self.exercise, &exercise_choices(page, &offered)) {
                log_exercise(page, minutes, actions);
            }
        });
        if let Some(exercise) = page.strain.exercise.filter(|exercise| exercise.minutes() > 0) {
            labelled_row_ui(ui, LABEL, "", |ui| effort_ui(ui, page, exercise, actions));
        }
        form_row_ui(ui, LABEL_WIDTH, "On my feet", |ui| {
            let hours = [1.0, 2.0, 4.0, 6.0, 8.0].into_iter().filter_map(|hours| Hours::new(hours).ok());
            let offered: Vec<_> =
                hours.map(|value| Offered { value, words: hours_text(value), name: format!("On my feet {value}") }).collect();
            if let Some(standing) = choices_ui(ui, &mut self.standing, &standing_choices(page, &offered)) {
                actions.run(Command::Strain(StrainCommand::Log(page.day, StrainPart::Standing(standing))));
            }
        });
        labelled_row_ui(ui, LABEL, "Heat", |ui| {
            for (answer, words) in [(false, "no"), (true, "hot, or heavy sweating")] {
                let name = format!("Heat or heavy sweating: {}", if answer { "yes" } else { "no" });
                let chosen = page.strain.heat == Some(answer);
                if ui.add(Push::new(words).name(&name).small().selected(chosen)).clicked() {
                    actions.run(Command::Strain(StrainCommand::Log(page.day, StrainPart::Heat((!chosen).then_some(answer)))));
                }
            }
        });
        labelled_row_ui(ui, LABEL, "Illness", |ui| {
            for kind in ILLNESS {
                let (words, logged) = (kind.in_sentence(), has(page, kind));
                // Illness is logged as a sign.
                if ui.add(Push::new(&words).name(&format!("Illness: {words}")).small().selected(logged)).clicked() {
                    let log = || Command::Sign(SignCommand::Log(Sign::new(page.day, kind)));
                    actions.run(if logged { Command::Sign(SignCommand::Clear(page.day, kind)) } else { log() });
                }
            }
        });
        labelled_row_ui(ui, vec2(LABEL_WIDTH, 0.0), "", |ui| {
            weak_label(ui, "Press one only where there was any; \"none\" needs no answer.");
        });
    }
}

/// The signs that are illness.
const ILLNESS: [SignKind; 2] = [SignKind::Vomiting, SignKind::Diarrhoea];

fn has(page: &Page, kind: SignKind) -> bool {
    page.signs.iter().any(|entry| entry.value.kind == kind)
}

/// What is logged of strain and illness, each for the middle of a sentence.
fn said(page: &Page) -> Vec<String> {
    let ill = ILLNESS.into_iter().filter(|kind| has(page, *kind)).map(SignKind::in_sentence);
    page.strain.words().into_iter().chain(ill).collect()
}

fn exercise_choices<'a>(page: &Page, offered: &'a [Offered<u32>]) -> Choices<'a, u32> {
    let chosen = page.strain.exercise.map(|exercise| u32::from(exercise.minutes()));
    let read = |text: &str| minutes_of_exercise(text).map_err(|error| error.to_string());
    Choices { offered, chosen, name: "Exercise, min", unit: "min", written: |minutes| minutes.to_string(), read }
}

fn standing_choices<'a>(page: &Page, offered: &'a [Offered<Hours>]) -> Choices<'a, Hours> {
    let read = |text: &str| hours_of("On your feet", text).map_err(|error| error.to_string());
    Choices { offered, chosen: page.strain.standing, name: "On my feet, hours", unit: "h", written: hours_text, read }
}

/// Logs the minutes of exercise, or that they are not known (`None`). The effort stays as it was logged.
fn log_exercise(page: &Page, minutes: Option<u32>, actions: &mut Actions) {
    let effort = page.strain.exercise.and_then(Exercise::effort);
    let exercise = minutes.and_then(|minutes| Exercise::new(minutes, effort).ok());
    actions.run(Command::Strain(StrainCommand::Log(page.day, StrainPart::Exercise(exercise))));
}

fn effort_ui(ui: &mut Ui, page: &Page, exercise: Exercise, actions: &mut Actions) {
    for &effort in Effort::ALL {
        let chosen = exercise.effort() == Some(effort);
        let name = format!("{} exercise", effort.label());
        let meaning = match effort {
            Effort::Light => "You could have sung.",
            Effort::Moderate => "You could talk, not sing.",
            Effort::Hard => "You could say a few words only.",
        };
        let push = Push::new(effort.key()).name(&name).small().selected(chosen);
        if ui.add(push).on_hover_text(meaning).clicked()
            && let Ok(exercise) = Exercise::new(u32::from(exercise.minutes()), (!chosen).then_some(effort))
        {
            actions.run(Command::Strain(StrainCommand::Log(page.day, StrainPart::Exercise(Some(exercise)))));
        }
    }
}
