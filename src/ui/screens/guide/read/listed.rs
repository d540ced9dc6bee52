//! Lists from the guide's tables: red flags, classes of medicines, cautions, stretches.

use super::followed::Mark;
use crate::guide::{Listed, ListedGroup, cited};
use crate::ui::action::{Action, Actions, GuideTab, Route};
use crate::ui::theme::{self, colour, space};
use crate::ui::widgets::{Push, icon_ui, page_heading_ui, weak_label};
use egui::{Label, RichText, TextStyle, Ui};
use egui_material_icons::icons::ICON_ARROW_FORWARD;

/// Paints the lines of each group below its heading.
pub(super) fn listed_ui(ui: &mut Ui, groups: &[ListedGroup], mark: &mut Mark) {
    let mut place = 0;
    for group in groups {
        if !group.heading.is_empty() {
            ui.add_space(space::SMALL);
            page_heading_ui(ui, &group.heading, 4);
        }
        if group.lines.is_empty() {
            weak_label(ui, "None are known.");
        }
        for line in &group.lines {
            mark.around(ui, place, |ui| line_ui(ui, line));
            place += 1;
        }
    }
}

fn line_ui(ui: &mut Ui, line: &Listed) {
    ui.spacing_mut().item_spacing.y = 1.0;
    let c = theme::colours(ui);
    ui.add(Label::new(RichText::new(&line.title).text_style(theme::strong())).wrap());
    ui.add(Label::new(RichText::new(&line.words)).wrap());
    if !line.to_do.is_empty() {
        to_do_ui(ui, &line.to_do);
    }
    if !line.note.is_empty() {
        ui.add(Label::new(RichText::new(&line.note).color(colour(c.weak))).wrap());
    }
    if !line.sources.is_empty() {
        ui.add(Label::new(RichText::new(cited(&line.sources)).text_style(TextStyle::Small).color(colour(c.weak))).wrap());
    }
}

/// What to do, behind an arrow that a screen reader passes over.
fn to_do_ui(ui: &mut Ui, words: &str) {
    let c = theme::colours(ui);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::SMALL;
        icon_ui(ui, ICON_ARROW_FORWARD, 15.0, c.accent);
        ui.vertical(|ui| ui.add(Label::new(RichText::new(words).color(colour(c.text))).wrap()));
    });
}

/// Paints the way to the stretches, step by step.
pub(super) fn to_stretches_ui(ui: &mut Ui, actions: &mut Actions) {
    ui.add_space(space::SMALL);
    if ui.add(Push::new("Step by step, with a timer").icon(ICON_ARROW_FORWARD)).clicked() {
        actions.push(Action::Go(Route::Guide(GuideTab::Stretches)));
    }
}
