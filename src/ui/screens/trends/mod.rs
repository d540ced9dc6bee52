//! Trends: charts of a range of nights, one tab per question, and foods beside the chart over time.

mod before;
mod card;
mod chart_card;
mod chart_view;
mod choose;
mod drawing;
mod figures;
mod nights;
mod picture;
mod pointing;
mod range_bar;
mod spots;
mod table;

pub use picture::Saved;

use crate::charts::BodyFigure;
use crate::domain::{Day, uncapitalised};
use crate::ui::action::{Action, Actions, Route, TrendsTab};
use crate::ui::look_views::{BeforeNight, BesideCharts, NamedChart, TrendsViews};
use crate::ui::screens::suggestion::SuggestionsPane;
use crate::ui::theme::space;
use crate::ui::widgets::{Push, card_ui, title_ui, weak_label};
use chart_card::{ChartCard, Shows};
use egui::{Align, Layout, ScrollArea, Ui, vec2};
use std::collections::BTreeMap;

/// The column of foods or of panels, in points.
const SIDE_WIDTH: f32 = 286.0;

/// How wide a chart with a column beside it is at least, with the space around it, in points.
const NARROWEST_CHART: f32 = 560.0;

/// What the Trends screen shows.
#[derive(Debug, Clone, Copy)]
pub struct TrendsScreenView<'a> {
    /// The tab.
    pub tab: TrendsTab,
    /// The charts of the tab, and what stands beside them.
    pub view: TrendsViews<'a>,
    /// The day that foods are logged for.
    pub day: Day,
}

/// A chart of a tab, by its index there, and the height of its card in points; `None` for as high as the chart wants to be.
#[derive(Debug, Clone, Copy)]
struct PlacedChart {
    place: usize,
    height: Option<f32>,
}

/// What the Trends screen remembers between frames.
#[derive(Debug, Default)]
pub struct TrendsScreen {
    /// The cards by the names of their charts.
    cards: BTreeMap<&'static str, ChartCard>,
    foods: SuggestionsPane,
    /// Whether panels are being chosen, in the column where foods stand otherwise.
    chooses: bool,
}

impl TrendsScreen {
    /// Takes in whether a picture was saved.
    pub fn picture_answered(&mut self, saved: Saved) {
        for card in self.cards.values_mut() {
            card.picture_answered(saved);
        }
    }

    /// Paints a tab.
    pub fn ui(&mut self, ui: &mut Ui, screen: TrendsScreenView<'_>, actions: &mut Actions) {
        let TrendsScreenView { tab, view, day } = screen;
        tabs_ui(ui, tab, actions);
        range_bar::range_bar_ui(ui, view, actions);
        ui.add_space(space::SMALL);
        match view.beside {
            BesideCharts::Foods => self.over_time_ui(ui, view, day, actions),
            BesideCharts::Before(Some(shows)) => self.before_ui(ui, view, shows, actions),
            BesideCharts::Before(None) => {
                nothing_ui(ui, view, "None of these nights is logged with cramps, so there is no day before one to show.");
            }
            BesideCharts::Figures(figures) => figures::figures_ui(ui, figures, view.charts_are_complete, actions),
            BesideCharts::Body(figure) => {
                shading_ui(ui, *figure, actions);
                self.charts_ui(ui, tab, view, actions);
            }
            BesideCharts::Nothing => self.charts_ui(ui, tab, view, actions),
        }
    }

    fn over_time_ui(&mut self, ui: &mut Ui, view: TrendsViews<'_>, day: Day, actions: &mut Actions) {
        self.beside_ui(ui, view, actions, |screen, ui, actions| {
            if screen.chooses {
                choose::panels_ui(ui, view.panels, view.factors, actions);
            } else if let Some(advice) = view.advice {
                screen.foods.ui(ui, advice, day, actions);
            }
        });
    }

    fn before_ui(&mut self, ui: &mut Ui, view: TrendsViews<'_>, shows: &BeforeNight, actions: &mut Actions) {
        before::nights_ui(ui, shows, actions);
        self.beside_ui(ui, view, actions, |_, ui, _| before::entries_ui(ui, shows));
    }

    /// The chart of a tab, and what belongs to it: in a column beside it, or below it in a narrow window.
    fn beside_ui(
        &mut self,
        ui: &mut Ui,
        view: TrendsViews<'_>,
        actions: &mut Actions,
        content: impl FnOnce(&mut Self, &mut Ui, &mut Actions),
    ) {
        let Beside { height, is_below, salt } = Beside::of(ui, self.chooses && matches!(view.beside, BesideCharts::Foods));
        if is_below {
            ScrollArea::vertical().id_salt(("stacked", salt)).auto_shrink([false, false]).show(ui, |ui| {
                ui.set_max_width(ui.available_width() - 14.0);
                self.chart_ui(ui, view, PlacedChart { place: 0, height: None }, actions);
                ui.add_space(space::SMALL);
                card_ui(ui, |ui| content(self, ui, actions));
                ui.add_space(space::MEDIUM);
            });
            return;
        }
        ui.horizontal_top(|ui| {
            chart_column_ui(ui, height, |ui| self.chart_ui(ui, view, PlacedChart { place: 0, height: Some(height) }, actions));
            side_column_ui(ui, height, salt, |ui| content(self, ui, actions));
        });
    }

    /// One chart as high as there is room, several below each other as high as they want to be.
    fn charts_ui(&mut self, ui: &mut Ui, tab: TrendsTab, view: TrendsViews<'_>, actions: &mut Actions) {
        let height = ui.available_height() - space::LARGE;
        if view.charts.len() == 1 {
            ui.scope(|ui| {
                ui.set_max_width(ui.available_width() - 14.0);
                self.chart_ui(ui, view, PlacedChart { place: 0, height: Some(height) }, actions);
            });
            return;
        }
        ScrollArea::vertical().id_salt(tab).auto_shrink([false, false]).show(ui, |ui| {
            ui.set_max_width(ui.available_width() - 14.0);
            for place in 0..view.charts.len() {
                self.chart_ui(ui, view, PlacedChart { place, height: None }, actions);
                ui.add_space(space::SMALL);
            }
            ui.add_space(space::MEDIUM);
        });
    }

    /// The card of one chart of a tab.
    fn chart_ui(&mut self, ui: &mut Ui, view: TrendsViews<'_>, placed: PlacedChart, actions: &mut Actions) {
        let PlacedChart { place, height } = placed;
        let Some(NamedChart { name, chart }) = view.charts.get(place) else { return };
        let chooses = matches!(view.beside, BesideCharts::Foods).then_some(self.chooses);
        let shows = Shows { view, name, chart, height, chooses };
        self.chooses ^= self.cards.entry(name).or_default().ui(ui, shows, actions);
    }
}

/// Where what belongs to a chart stands.
#[derive(Debug, Clone, Copy)]
struct Beside {
    /// How high the chart and the column beside it are, in points.
    height: f32,
    /// Whether it stands below the chart, for want of width.
    is_below: bool,
    /// What tells the place that one content was scrolled to from that of another.
    salt: bool,
}

impl Beside {
    fn of(ui: &Ui, salt: bool) -> Self {
        Self { height: ui.available_height() - space::LARGE, is_below: ui.available_width() < SIDE_WIDTH + NARROWEST_CHART, salt }
    }
}

/// A chart with a column beside it.
fn chart_column_ui(ui: &mut Ui, height: f32, content: impl FnOnce(&mut Ui)) {
    let width = ui.available_width() - SIDE_WIDTH - space::MEDIUM - 12.0;
    ui.allocate_ui_with_layout(vec2(width, height), Layout::top_down(Align::Min), content);
}

/// The column beside a chart, which scrolls by itself.
fn side_column_ui(ui: &mut Ui, height: f32, salt: bool, content: impl FnOnce(&mut Ui)) {
    ui.allocate_ui_with_layout(vec2(SIDE_WIDTH, height), Layout::top_down(Align::Min), |ui| {
        card_ui(ui, |ui| {
            ScrollArea::vertical().id_salt(salt).max_height(height - 34.0).auto_shrink([false, true]).show(ui, content);
        });
    });
}

/// Paints the choice of the figure that shades the body map.
fn shading_ui(ui: &mut Ui, figure: BodyFigure, actions: &mut Actions) {
    ui.horizontal(|ui| {
        for (each, words) in [(BodyFigure::Nights, "Nights"), (BodyFigure::Cramps, "Cramps"), (BodyFigure::Worst, "Worst severity")] {
            let name = format!("Shade by {}", uncapitalised(words));
            if ui.add(Push::new(words).name(&name).small().selected(each == figure)).clicked() {
                actions.push(Action::ShadeBy(each));
            }
        }
    });
}

/// Says why a tab has no chart, and what would change that.
fn nothing_ui(ui: &mut Ui, view: TrendsViews<'_>, words: &str) {
    let words = if view.diary_is_empty { "Nothing is logged yet. What you log on Today is charted here." } else { words };
    ui.scope(|ui| {
        ui.set_max_width(ui.available_width() - 14.0);
        card_ui(ui, |ui| weak_label(ui, words));
    });
}

fn tabs_ui(ui: &mut Ui, tab: TrendsTab, actions: &mut Actions) {
    ui.horizontal_wrapped(|ui| {
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
