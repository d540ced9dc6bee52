//! Choosing the panels and their order. The choice is saved with every press, and the chart follows.

use crate::diary::{ChoiceCommand, Command};
use crate::domain::{Entry, Factor, Measure};
use crate::ui::action::Actions;
use crate::ui::theme::{self, space};
use crate::ui::widgets::{Push, heading_ui, tick_ui, weak_label};
use egui::{Align, Id, Layout, RichText, Ui, UiBuilder, vec2};
use egui_material_icons::icons::{ICON_ARROW_DOWNWARD, ICON_ARROW_UPWARD};

/// The name of a panel, for a factor of the person's own the name of the factor.
fn label(measure: Measure, factors: &[Entry<Factor>]) -> &str {
    let own = factors.iter().find(|factor| measure == Measure::Own(factor.id));
    own.map_or_else(|| measure.label(), |factor| factor.value.name.as_str())
}

/// The panels that are shown in their order, then those that are not.
pub(super) fn panels_ui(ui: &mut Ui, panels: &[Measure], factors: &[Entry<Factor>], actions: &mut Actions) {
    heading_ui(ui, "Panels");
    weak_label(ui, "What the chart shows, from top to bottom.");
    ui.spacing_mut().item_spacing.y = 2.0;
    let mut chosen = None;
    for (place, measure) in panels.iter().enumerate() {
        let words = label(*measure, factors);
        // Named by what they are, not by where they stand: the keyboard goes with the panel that is moved.
        let line = UiBuilder::new().scope_id(Id::unique(("panel", measure.to_string())));
        ui.scope_builder(line, |ui| {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 2.0;
                let room = vec2(ui.available_width() - 58.0, 26.0);
                let ticked = ui.allocate_ui_with_layout(room, Layout::left_to_right(Align::Center), |ui| {
                    ui.set_min_width(room.x);
                    tick_ui(ui, true, words).clicked()
                });
                // The last panel stays: a chart needs one.
                if ticked.inner && panels.len() > 1 {
                    chosen = Some(panels.iter().copied().filter(|panel| panel != measure).collect());
                }
                if let Some(other) = moved_ui(ui, words, place, panels.len()) {
                    let mut moved = panels.to_vec();
                    moved.swap(place, other);
                    chosen = Some(moved);
                }
            });
        });
    }
    if panels != Measure::USUAL && ui.add(Push::new("Usual panels").small()).clicked() {
        actions.run(Command::Choice(ChoiceCommand::Panels(None)));
    }
    ui.add_space(space::SMALL);
    ui.label(RichText::new("Not shown").text_style(theme::strong()));
    let own = factors.iter().map(|factor| Measure::Own(factor.id));
    for measure in Measure::all().chain(own).filter(|measure| !panels.contains(measure)) {
        if tick_ui(ui, false, label(measure, factors)).clicked() {
            chosen = Some(panels.iter().copied().chain([measure]).collect());
        }
    }
    if let Some(chosen) = chosen {
        actions.run(Command::Choice(ChoiceCommand::Panels(Some(chosen))));
    }
}

/// Buttons that move a panel up and down. Returns its new index if one was pressed.
fn moved_ui(ui: &mut Ui, words: &str, place: usize, panels: usize) -> Option<usize> {
    let (above, below) = (place.checked_sub(1), Some(place + 1).filter(|below| *below < panels));
    let [up, down] = [(ICON_ARROW_UPWARD, "up", above), (ICON_ARROW_DOWNWARD, "down", below)]
        .map(|(icon, way, to)| ui.add(Push::icon_only(icon, &format!("Move {words} {way}")).size(0.0, 26.0).enabled(to.is_some())));
    let to = above.filter(|_| up.clicked()).or_else(|| below.filter(|_| down.clicked()))?;
    // Where it goes no further, the keyboard goes on with the way back.
    let back = match to {
        0 => Some(&down),
        last if last + 1 == panels => Some(&up),
        _ => None,
    };
    if let Some(back) = back.filter(|_| up.has_focus() || down.has_focus()) {
        back.request_focus();
    }
    Some(to)
}
