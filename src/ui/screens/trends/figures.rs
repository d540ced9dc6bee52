//! The figures that trials use, of the nights that are shown, and what changed since earlier ones.

use crate::insights::Against;
use crate::ui::action::{Action, Actions};
use crate::ui::look_views::Figures;
use crate::ui::theme::{self, colour, space};
use crate::ui::widgets::{Push, card_ui, heading_ui, weak_label};
use crate::wording::{CAUTION, SummaryRow};
use egui::{Align, Label, Layout, RichText, ScrollArea, Ui, vec2};
use egui_material_icons::icons::ICON_CONTENT_COPY;

/// Width of a column in points: with room for two, they stand beside each other.
const COLUMN: f32 = 430.0;

/// Paints the figures, and their comparison once all older nights are read (`is_complete`).
pub(super) fn figures_ui(ui: &mut Ui, figures: &Figures, is_complete: bool, actions: &mut Actions) {
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        ui.set_max_width((ui.available_width() - 14.0).min(1320.0));
        if ui.available_width() < COLUMN * 2.0 {
            summary_ui(ui, figures, actions);
            ui.add_space(space::SMALL);
            compared_ui(ui, figures, is_complete, actions);
        } else {
            ui.columns(2, |columns| {
                columns[0].vertical(|ui| summary_ui(ui, figures, actions));
                columns[1].vertical(|ui| compared_ui(ui, figures, is_complete, actions));
            });
        }
        ui.add_space(space::LARGE);
    });
}

fn summary_ui(ui: &mut Ui, figures: &Figures, actions: &mut Actions) {
    card_ui(ui, |ui| {
        heading_ui(ui, "Figures");
        weak_label(ui, crate::domain::capitalised(&figures.comparison.now.window()));
        if ui.add(Push::new("Copy").name("Copy the figures").icon(ICON_CONTENT_COPY).small()).clicked() {
            ui.ctx().copy_text(as_text(figures));
            actions.push(Action::Tell("Copied the figures.".to_owned()));
        }
        ui.add_space(space::SMALL);
        figures.rows.iter().for_each(|row| row_ui(ui, row));
    });
}

fn compared_ui(ui: &mut Ui, figures: &Figures, is_complete: bool, actions: &mut Actions) {
    card_ui(ui, |ui| {
        heading_ui(ui, "Compared with");
        ui.horizontal_wrapped(|ui| {
            for (against, words) in [(Against::Before, "The nights before"), (Against::Baseline, "The first two weeks")] {
                if ui.add(Push::new(words).small().selected(figures.comparison.against == against)).clicked() {
                    actions.push(Action::Compare(against));
                }
            }
        });
        ui.add_space(space::SMALL);
        if is_complete {
            figures.compared.iter().for_each(|row| row_ui(ui, row));
        } else {
            weak_label(ui, "Older nights are still being read.");
        }
        ui.add_space(space::SMALL);
        weak_label(ui, CAUTION);
    });
}

/// The figures and what changed, one line each.
fn as_text(figures: &Figures) -> String {
    let line = |SummaryRow { label, value, detail }: &SummaryRow| {
        let detail = if detail.is_empty() { String::new() } else { format!(" ({detail})") };
        format!("{label}: {value}{detail}\n")
    };
    let compared = format!("\nCompared with {}:\n", figures.comparison.against_words());
    let (rows, changed) = (figures.rows.iter().map(line), figures.compared.iter().map(line));
    [crate::domain::capitalised(&figures.comparison.now.window()), "\n".to_owned()]
        .into_iter()
        .chain(rows)
        .chain([compared])
        .chain(changed)
        .chain([CAUTION.to_owned()])
        .collect()
}

/// A figure with its name, and below it what it is computed over.
fn row_ui(ui: &mut Ui, row: &SummaryRow) {
    let SummaryRow { label, value, detail } = row;
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        ui.horizontal_top(|ui| {
            let width = (ui.available_width() * 0.46).min(190.0);
            ui.allocate_ui_with_layout(vec2(width, 20.0), Layout::left_to_right(Align::Min), |ui| {
                ui.set_min_width(width);
                ui.add(Label::new(label).wrap());
            });
            ui.add(Label::new(RichText::new(value).text_style(theme::strong())).wrap());
        });
        if !detail.is_empty() {
            ui.add(Label::new(RichText::new(detail).small().color(colour(theme::colours(ui).weak))).wrap());
        }
    });
    ui.add_space(space::SMALL);
}
