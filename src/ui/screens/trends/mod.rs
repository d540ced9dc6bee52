//! Trends: charts of a range of nights, a tab each question, and foods beside the one over time.

mod card;
mod chart_card;
mod choose;
mod drawing;
mod nights;
mod picture;
mod range_bar;
mod spots;
mod table;
mod words;

pub use picture::Saved;

use crate::domain::Day;
use crate::ui::action::{Action, Actions, Route, TrendsTab};
use crate::ui::screens::suggestion::SuggestionsPane;
use crate::ui::theme::space;
use crate::ui::views::TrendsViews;
use crate::ui::widgets::{Push, card_ui, title_ui};
use chart_card::{ChartCard, Shows};
use egui::{Align, Layout, ScrollArea, Ui, vec2};
use std::collections::BTreeMap;

/// The column of foods or of panels, in points.
const SIDE_WIDTH: f32 = 286.0;

/// What the Trends screen remembers between frames.
#[derive(Debug, Default)]
pub struct TrendsScreen {
    /// By what the charts are called.
    cards: BTreeMap<&'static str, ChartCard>,
    foods: SuggestionsPane,
    /// Panels are being chosen, where the foods are otherwise.
    chooses: bool,
}

impl TrendsScreen {
    /// Takes in what came of saving a picture.
    pub fn picture_answered(&mut self, saved: Saved) {
        for card in self.cards.values_mut() {
            card.picture_answered(saved);
        }
    }

    /// Paints a tab; foods are logged for `day`.
    pub fn ui(&mut self, ui: &mut Ui, tab: TrendsTab, (view, day): (TrendsViews<'_>, Day), actions: &mut Actions) {
        tabs_ui(ui, tab, actions);
        range_bar::range_bar_ui(ui, view, actions);
        ui.add_space(space::SMALL);
        match tab {
            TrendsTab::OverTime => self.over_time_ui(ui, view, day, actions),
            TrendsTab::Calendar
            | TrendsTab::Where
            | TrendsTab::When
            | TrendsTab::HowBad
            | TrendsTab::Relief
            | TrendsTab::Before
            | TrendsTab::Figures => self.charts_ui(ui, tab, view, actions),
        }
    }

    fn over_time_ui(&mut self, ui: &mut Ui, view: TrendsViews<'_>, day: Day, actions: &mut Actions) {
        let height = ui.available_height() - space::LARGE;
        ui.horizontal_top(|ui| {
            let width = ui.available_width() - SIDE_WIDTH - space::MEDIUM - 12.0;
            ui.allocate_ui_with_layout(vec2(width, height), Layout::top_down(Align::Min), |ui| {
                self.chart_ui(ui, (view, TrendsTab::OverTime), (0, Some(height)), actions);
            });
            ui.allocate_ui_with_layout(vec2(SIDE_WIDTH, height), Layout::top_down(Align::Min), |ui| {
                card_ui(ui, |ui| {
                    let scroll = ScrollArea::vertical().id_salt(self.chooses).max_height(height - 34.0).auto_shrink([false, true]);
                    scroll.show(ui, |ui| {
                        if self.chooses {
                            choose::panels_ui(ui, view.panels, view.factors, actions);
                        } else if let Some(advice) = view.advice {
                            self.foods.ui(ui, advice, day, actions);
                        }
                    });
                });
            });
        });
    }

    /// One chart as high as there is room, several below each other as high as they want to be.
    fn charts_ui(&mut self, ui: &mut Ui, tab: TrendsTab, view: TrendsViews<'_>, actions: &mut Actions) {
        let height = ui.available_height() - space::LARGE;
        if view.charts.len() == 1 {
            ui.scope(|ui| {
                ui.set_max_width(ui.available_width() - 14.0);
                self.chart_ui(ui, (view, tab), (0, Some(height)), actions);
            });
            return;
        }
        ScrollArea::vertical().id_salt(tab).auto_shrink([false, false]).show(ui, |ui| {
            ui.set_max_width(ui.available_width() - 14.0);
            for place in 0..view.charts.len() {
                self.chart_ui(ui, (view, tab), (place, None), actions);
                ui.add_space(space::SMALL);
            }
            ui.add_space(space::MEDIUM);
        });
    }

    /// The card of one chart of a tab.
    fn chart_ui(
        &mut self,
        ui: &mut Ui,
        (view, tab): (TrendsViews<'_>, TrendsTab),
        (place, height): (usize, Option<f32>),
        actions: &mut Actions,
    ) {
        let (Some(chart), Some(name)) = (view.charts.get(place), tab.charts().get(place)) else { return };
        let chooses = (tab == TrendsTab::OverTime).then_some(self.chooses);
        let shows = Shows { view, name, chart, height, chooses };
        self.chooses ^= self.cards.entry(name).or_default().ui(ui, shows, actions);
    }
}

fn tabs_ui(ui: &mut Ui, tab: TrendsTab, actions: &mut Actions) {
    ui.horizontal(|ui| {
        title_ui(ui, "Trends");
        ui.add_space(space::SMALL);
        ui.spacing_mut().item_spacing.x = space::SMALL;
        for (each, words) in TrendsTab::ALL {
            if ui.add(Push::new(words).selected(each == tab).size(0.0, 34.0).inset(9.0)).clicked() {
                actions.push(Action::Go(Route::Trends(each)));
            }
        }
    });
    ui.add_space(space::SMALL);
}
