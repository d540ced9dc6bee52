//! Trends: stacked charts on one axis of nights, and foods beside them.

mod chart;

use crate::diary::Advice;
use crate::domain::Day;
use crate::insights::Trends;
use crate::ui::action::{Action, Actions};
use crate::ui::screens::suggestion::SuggestionsPane;
use crate::ui::theme::{self, colour, space};
use crate::ui::widgets::{Push, card_ui};
use egui::{Align, Label, Layout, RichText, ScrollArea, Ui, vec2};

/// The ranges that can be chosen, in nights.
const RANGES: [usize; 4] = [14, 30, 90, 365];

/// The foods' column, in points.
const FOODS_WIDTH: f32 = 286.0;

/// What the Trends screen remembers between frames.
#[derive(Debug, Default)]
pub struct TrendsScreen {
    chart: chart::ChartPane,
    foods: SuggestionsPane,
}

impl TrendsScreen {
    /// Paints the figures and the foods, which are logged for `day`. `version` changes whenever the figures do.
    pub fn ui(&mut self, ui: &mut Ui, (trends, version): (&Trends, u64), (advice, day): (&Advice, Day), actions: &mut Actions) {
        ui.horizontal(|ui| {
            for nights in RANGES {
                let words = if nights == 365 { "1 year".to_owned() } else { format!("{nights} nights") };
                if ui.add(Push::new(&words).selected(trends.nights.len() == nights)).clicked() {
                    actions.push(Action::ShowNights(nights));
                }
            }
            ui.add_space(space::SMALL);
            let legend = RichText::new("Line: mean of 7 nights.  Dot: none.  Gap: not logged.").small();
            ui.add(Label::new(legend.color(colour(theme::colours(ui).weak))).truncate());
        });
        ui.add_space(space::SMALL);
        let height = ui.available_height() - space::LARGE;
        ui.horizontal_top(|ui| {
            let width = ui.available_width() - FOODS_WIDTH - space::MEDIUM - 12.0;
            ui.allocate_ui_with_layout(vec2(width, height), Layout::top_down(Align::Min), |ui| {
                card_ui(ui, |ui| self.chart.ui(ui, (trends, version), height - 34.0, actions));
            });
            ui.allocate_ui_with_layout(vec2(FOODS_WIDTH, height), Layout::top_down(Align::Min), |ui| {
                card_ui(ui, |ui| {
                    ScrollArea::vertical().max_height(height - 34.0).auto_shrink([false, true]).show(ui, |ui| {
                        self.foods.ui(ui, advice, day, actions);
                    });
                });
            });
        });
    }
}
