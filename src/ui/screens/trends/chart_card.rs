//! A chart on its card: what it is called, what can be done with it, and the chart or its table.

use super::chart_view::ChartView;
use super::nights::{NightsPane, PanelsView};
use super::picture::{PictureForm, Saved};
use super::spots::{self, ChartPane};
use super::table::TablePane;
use crate::charts::ChartSpec;
use crate::ui::action::Actions;
use crate::ui::look_views::TrendsViews;
use crate::ui::theme::{self, colour, space};
use crate::ui::widgets::{Push, card_ui, heading_ui};
use egui::scroll_area::{DragScroll, ScrollSource};
use egui::{Label, RichText, ScrollArea, Ui};
use egui_material_icons::icons::{ICON_TABLE_ROWS, ICON_TUNE};

/// Height of the card's frame and margins, in points.
const FRAME: f32 = 34.0;

/// How high a table is that stands among other charts, in points.
const TABLE_HEIGHT: f32 = 420.0;

/// Width of the hint on zooming, in points.
const HINT_WIDTH: f32 = 300.0;

/// What a card shows.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shows<'a> {
    pub(super) view: TrendsViews<'a>,
    /// The name of the chart.
    pub(super) name: &'static str,
    pub(super) chart: &'a ChartSpec,
    /// The height of the card in points; `None` for as high as the chart wants to be.
    pub(super) height: Option<f32>,
    /// Whether panels are being chosen; `None` for a chart without panels.
    pub(super) chooses: Option<bool>,
}

/// One chart of a tab.
#[derive(Debug, Default)]
pub(super) struct ChartCard {
    nights: NightsPane,
    pane: ChartPane,
    table: TablePane,
    picture: PictureForm,
    as_table: bool,
}

impl ChartCard {
    pub(super) fn picture_answered(&mut self, saved: Saved) {
        self.picture.answered(saved);
    }

    /// Paints the card. Returns whether "Panels" was pressed.
    pub(super) fn ui(&mut self, ui: &mut Ui, shows: Shows<'_>, actions: &mut Actions) -> bool {
        let Shows { view, name, chart, height, .. } = shows;
        card_ui(ui, |ui| {
            let top = ui.cursor().top();
            let pressed = self.header_ui(ui, shows, actions);
            ui.add_space(space::SMALL);
            let rest = height.map(|height| (height - FRAME - (ui.cursor().top() - top)).max(160.0));
            if self.as_table {
                self.table.ui(ui, ChartView { name, chart, view, height: rest.unwrap_or(TABLE_HEIGHT) }, actions);
                return pressed;
            }
            let Some(rest) = rest else {
                if let ChartSpec::Trends(spec) = chart {
                    let height = spots::height_for(chart, ui.available_width());
                    self.nights.ui(ui, PanelsView { view, chart, spec, height, fits: false }, actions);
                } else {
                    self.pane.ui(ui, ChartView { name, chart, view, height: f32::INFINITY }, actions);
                }
                return pressed;
            };
            let source = ScrollSource { drag: DragScroll::OnTouch, ..ScrollSource::MOUSE_WHEEL | ScrollSource::SCROLL_BAR };
            let scroll = ScrollArea::vertical().id_salt(name).max_height(rest).auto_shrink([false, true]).scroll_source(source);
            scroll.show(ui, |ui| {
                let ChartSpec::Trends(spec) = chart else {
                    self.pane.ui(ui, ChartView { name, chart, view, height: rest }, actions);
                    return;
                };
                // What has to scroll anyway may as well have the room that it wants.
                let fits = spots::least_height(chart, ui.available_width()) <= rest;
                let height = if fits { rest } else { spots::height_for(chart, ui.available_width()).max(rest) };
                self.nights.ui(ui, PanelsView { view, chart, spec, height, fits }, actions);
            });
            pressed
        })
    }

    fn header_ui(&mut self, ui: &mut Ui, shows: Shows<'_>, actions: &mut Actions) -> bool {
        let Shows { view, name, chart, chooses, .. } = shows;
        ui.horizontal_wrapped(|ui| {
            heading_ui(ui, name);
            ui.add_space(space::SMALL);
            let spoken = format!("As a table: {name}");
            if ui.add(Push::new("As a table").name(&spoken).icon(ICON_TABLE_ROWS).small().selected(self.as_table)).clicked() {
                self.as_table = !self.as_table;
            }
            self.picture.ui(ui, ChartView { name, chart, view, height: ui.available_height() }, actions);
            let Some(chooses) = chooses else { return false };
            let pressed = ui.add(Push::new("Panels").icon(ICON_TUNE).small().selected(chooses)).clicked();
            if !self.as_table && ui.available_width() > HINT_WIDTH {
                let hint = RichText::new("To zoom: drag over nights, or Ctrl and the wheel").small();
                ui.add(Label::new(hint.color(colour(theme::colours(ui).weak))).truncate());
            }
            pressed
        })
        .inner
    }
}
