//! A chart as a table: the same figures, sorted by any column, copied as CSV. Only the rows in sight are painted.

use super::chart_view::ChartView;
use crate::charts::{Cell, ChartSpec, ChartTable, TableColumn};
use crate::domain::counted;
use crate::ui::action::{Action, Actions};
use crate::ui::theme::{self, colour};
use crate::ui::widgets::{Push, weak_label};
use egui::accesskit::Role;
use egui::text::{LayoutJob, TextWrapping};
use egui::{Align2, FontId, Rect, ScrollArea, Sense, TextStyle, Ui, WidgetInfo, pos2, vec2};
use egui_material_icons::icons::{ICON_ARROW_DOWNWARD, ICON_ARROW_UPWARD, ICON_CONTENT_COPY};

const ROW: f32 = 24.0;
const BETWEEN: f32 = 18.0;
/// How wide a column is at most, so that those beside it stay in sight, in points; a title is never cut.
const WIDEST: f32 = 260.0;
/// Width of the sorting arrow beside a title, in points.
const SORTED: f32 = 38.0;

/// The table of a chart, and how it is sorted.
#[derive(Debug, Default)]
pub(super) struct TablePane {
    version: Option<u64>,
    table: ChartTable,
    widths: Vec<f32>,
    /// The title of the column, and whether the largest stands first.
    sorted: Option<(String, bool)>,
    order: Vec<usize>,
}

impl TablePane {
    /// Paints the table of a chart, within the height of `shown`.
    pub(super) fn ui(&mut self, ui: &mut Ui, shown: ChartView<'_>, actions: &mut Actions) {
        let ChartView { name, chart, view, height } = shown;
        self.follow(ui, chart, view.version);
        if self.table.rows.is_empty() {
            weak_label(ui, missing(chart));
            return;
        }
        let top = ui.cursor().top();
        ui.horizontal(|ui| {
            let spoken = format!("Copy as CSV: {name}");
            // Half-read charts are not saved.
            if ui.add(Push::new("Copy as CSV").name(&spoken).icon(ICON_CONTENT_COPY).small().enabled(view.charts_are_complete)).clicked() {
                ui.ctx().copy_text(self.table.to_csv(&self.order));
                actions.push(Action::Tell(format!("Copied {} as CSV.", counted(self.order.len(), "row"))));
            }
            weak_label(ui, counted(self.order.len(), "row"));
        });
        let rest = (height - (ui.cursor().top() - top)).max(120.0);
        ScrollArea::horizontal().id_salt(("table", name)).max_height(rest).auto_shrink([false, true]).show(ui, |ui| {
            ui.vertical(|ui| {
                self.header_ui(ui);
                let rows = (rest - ROW - 20.0).max(60.0);
                ui.spacing_mut().item_spacing.y = 0.0;
                ScrollArea::vertical().id_salt("rows").max_height(rows).auto_shrink([false, true]).show_rows(
                    ui,
                    ROW,
                    self.order.len(),
                    |ui, shown| {
                        for place in shown {
                            row_ui(ui, &self.table, self.order[place], &self.widths, place % 2 == 1);
                        }
                    },
                );
            });
        });
    }

    /// Takes over the figures when they changed. The sorting stays if its column is still there.
    fn follow(&mut self, ui: &Ui, chart: &ChartSpec, version: u64) {
        if self.version == Some(version) {
            return;
        }
        self.table = chart.table();
        self.version = Some(version);
        self.widths = self.table.columns.iter().enumerate().map(|(column, titled)| width(ui, &self.table, column, titled)).collect();
        self.sort();
    }

    fn sort(&mut self) {
        let column = |title: &str| self.table.columns.iter().position(|column| column.title == title);
        let by = self.sorted.as_ref().and_then(|(title, descending)| Some((column(title)?, *descending)));
        self.order = match by {
            Some((column, descending)) => self.table.sorted_by(column, descending),
            None => (0..self.table.rows.len()).collect(),
        };
    }

    /// A press sorts: numbers with the largest first, texts from A; a second press turns the order round.
    fn header_ui(&mut self, ui: &mut Ui) {
        let mut pressed = None;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            for (column, width) in self.table.columns.iter().zip(&self.widths) {
                let sorted = self.sorted.as_ref().filter(|(title, _)| *title == column.title).map(|(_, descending)| *descending);
                let (icon, spoken) = match sorted {
                    Some(true) => (Some(ICON_ARROW_DOWNWARD), ", sorted, largest first"),
                    Some(false) => (Some(ICON_ARROW_UPWARD), ", sorted, smallest first"),
                    None => (None, ""),
                };
                let name = format!("Sort by {}{spoken}", column.title);
                let button = Push::new(&column.title).name(&name).tiny().inset(4.0).size(*width, ROW);
                // Above its figures.
                let button = if column.numeric { button.right_aligned() } else { button.left_aligned() };
                let button = if let Some(icon) = icon { button.icon(icon) } else { button };
                if ui.add(button).clicked() {
                    pressed = Some((column.title.clone(), sorted.map_or(column.numeric, |descending| !descending)));
                }
            }
        });
        if pressed.is_some() {
            self.sorted = pressed;
            self.sort();
        }
    }
}

/// What the table of a chart without rows says.
fn missing(chart: &ChartSpec) -> &str {
    match chart {
        ChartSpec::Bars(spec) => &spec.around.summary,
        ChartSpec::Body(spec) => &spec.around.summary,
        ChartSpec::Calendar(spec) => &spec.around.summary,
        ChartSpec::Relief(spec) => &spec.around.summary,
        ChartSpec::Before(_) | ChartSpec::Trends(_) => "Nothing is logged in these nights.",
    }
}

/// The width of a column in points: room for its longest cell, and for its title with the sorting arrow.
fn width(ui: &Ui, table: &ChartTable, column: usize, titled: &TableColumn) -> f32 {
    let cells = table.rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.text.as_str());
    let longest = cells.max_by_key(|text| text.chars().count()).unwrap_or_default().to_owned();
    let measure = |words: String, font: FontId| ui.painter().layout_no_wrap(words, font, colour(theme::colours(ui).text)).size().x;
    let title = measure(titled.title.clone(), FontId::proportional(13.0)) + SORTED;
    title.max((measure(longest, font(ui)) + BETWEEN).min(WIDEST))
}

fn font(ui: &Ui) -> FontId {
    FontId { size: 14.0, ..TextStyle::Body.resolve(ui.style()) }
}

fn row_ui(ui: &mut Ui, table: &ChartTable, row: usize, widths: &[f32], shaded: bool) {
    let c = theme::colours(ui);
    let cells: &[Cell] = &table.rows[row];
    let (rect, response) = ui.allocate_exact_size(vec2(widths.iter().sum(), ROW), Sense::hover());
    response.widget_info(|| {
        let said = |(column, cell): (&TableColumn, &Cell)| format!("{}: {}", column.title, cell.spoken());
        let words: Vec<_> = table.columns.iter().zip(cells).map(said).collect();
        WidgetInfo::labeled(Role::Label, true, words.join(", "))
    });
    if shaded {
        ui.painter().rect_filled(rect, 4.0, colour(c.control));
    }
    let mut left = rect.left();
    for ((column, cell), width) in table.columns.iter().zip(cells).zip(widths) {
        let area = Rect::from_min_size(pos2(left, rect.top()), vec2(*width, ROW));
        let (words, ink) = if cell.text.is_empty() { ("–", c.weak) } else { (cell.text.as_str(), c.text) };
        let (at, anchor) = if column.numeric {
            (area.right_center() - vec2(4.0, 0.0), Align2::RIGHT_CENTER)
        } else {
            (area.left_center() + vec2(4.0, 0.0), Align2::LEFT_CENTER)
        };
        let mut job = LayoutJob::simple_singleline(words.to_owned(), font(ui), colour(ink));
        job.wrap = TextWrapping::truncate_at_width(width - 8.0);
        let galley = ui.painter().layout_job(job);
        if galley.elided && response.hover_pos().is_some_and(|pointer| area.contains(pointer)) {
            response.clone().on_hover_text(words);
        }
        let place = anchor.anchor_size(at, galley.size());
        ui.painter().galley(place.min, galley, colour(ink));
        left += width;
    }
}
