//! One stretch, step by step.

use super::list::dose_words;
use super::log::{as_logged, is_session};
use crate::diary::{Command, StretchCommand};
use crate::domain::Day;
use crate::guide::{GRADES_TOPIC, StretchGuide, figures};
use crate::ui::action::{Action, Actions, Route};
use crate::ui::shortcuts::take_key;
use crate::ui::theme::{self, colour, space};
use crate::ui::widgets::{Push, card_ui, figure_ui, grade_ui, heading_ui, note_ui, steps_ui, weak_label};
use egui::{Key, Label, RichText, ScrollArea, TextStyle, Ui};
use egui_material_icons::icons::{ICON_CHECK, ICON_CHEVRON_LEFT, ICON_HEALING, ICON_PLAY_ARROW};

/// What was pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PagePressed {
    /// All stretches.
    Back,
    /// The timer.
    Start,
}

/// Paints the page, and returns what was pressed. A session that is done now is logged for `day`.
pub(super) fn page_ui(ui: &mut Ui, stretch: &'static StretchGuide, day: Day, actions: &mut Actions) -> Option<PagePressed> {
    let mut pressed = take_key(ui, Key::Escape).then_some(PagePressed::Back);
    if ui.add(Push::new("All stretches").icon(ICON_CHEVRON_LEFT).quiet()).clicked() {
        pressed = Some(PagePressed::Back);
    }
    ScrollArea::vertical().id_salt(stretch.name.as_str()).auto_shrink([false, false]).show(ui, |ui| {
        ui.set_max_width((ui.available_width() - 12.0).min(1060.0));
        card_ui(ui, |ui| {
            let scenes = figures(&stretch.name);
            let (room, count) = (ui.available_width(), f32::from(u8::try_from(scenes.len()).unwrap_or(1)));
            if room > 640.0 {
                let size = (room * 0.42).clamp(200.0, 380.0);
                ui.horizontal_top(|ui| {
                    ui.vertical(|ui| {
                        ui.spacing_mut().item_spacing.y = space::LARGE;
                        for scene in scenes {
                            figure_ui(ui, std::slice::from_ref(scene), &stretch.label, if count > 1.0 { size * 0.72 } else { size });
                        }
                    });
                    ui.add_space(space::LARGE);
                    ui.vertical(|ui| {
                        if words_ui(ui, stretch, day, actions) {
                            pressed = Some(PagePressed::Start);
                        }
                    });
                });
            } else {
                figure_ui(ui, scenes, &stretch.label, (room / count).min(260.0));
                if words_ui(ui, stretch, day, actions) {
                    pressed = Some(PagePressed::Start);
                }
            }
        });
        ui.add_space(space::LARGE);
    });
    pressed
}

/// The steps, and ways to do the stretch and to log it. Returns whether "Start" was pressed.
fn words_ui(ui: &mut Ui, stretch: &'static StretchGuide, day: Day, actions: &mut Actions) -> bool {
    heading_ui(ui, &stretch.label);
    ui.label(dose_words(stretch));
    ui.add_space(space::SMALL);
    steps_ui(ui, &stretch.steps, 17.0);
    if !stretch.caution.is_empty() {
        ui.add_space(space::SMALL);
        note_ui(ui, &stretch.caution);
    }
    ui.add_space(space::MEDIUM);
    let start = ui.horizontal_wrapped(|ui| {
        if !is_session(stretch) {
            if ui.add(Push::new("It cramps now").icon(ICON_HEALING).primary().size(170.0, 44.0)).clicked() {
                actions.push(Action::Go(Route::Relief));
            }
            return false;
        }
        let start = ui.add(Push::new("Start").icon(ICON_PLAY_ARROW).primary().size(130.0, 44.0)).clicked();
        let words = format!("Log {} without the timer", stretch.dose.label());
        if ui.add(Push::new(&words).icon(ICON_CHECK).size(0.0, 44.0)).clicked() {
            actions.run(Command::Stretch(StretchCommand::Log(as_logged(stretch, day, stretch.dose))));
        }
        start
    });
    ui.add_space(space::SMALL);
    evidence_ui(ui, stretch, actions);
    start.inner
}

/// The grade of the evidence for a stretch, and its sources.
fn evidence_ui(ui: &mut Ui, stretch: &StretchGuide, actions: &mut Actions) {
    let c = theme::colours(ui);
    ui.spacing_mut().item_spacing.y = 3.0;
    if grade_ui(ui, stretch.grade).clicked() {
        actions.push(Action::ReadTopic(GRADES_TOPIC));
    }
    weak_label(ui, stretch.grade.line());
    for source in &stretch.sources {
        let words = RichText::new(source.words()).text_style(TextStyle::Small).color(colour(c.weak));
        ui.add(Label::new(words).wrap());
    }
}
