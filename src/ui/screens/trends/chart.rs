//! The chart in the window: drawn once, painted every frame, and asked about the night under the pointer.

use crate::charts::{ChartSpec, Look, TrendsLayout, TrendsSpec};
use crate::domain::{Measure, capitalised, grouped};
use crate::insights::{NightFigures, Trends};
use crate::ui::action::{Action, Actions, Route};
use crate::ui::plot_backend::{Drawn, paint, record_chart};
use crate::ui::theme::{self, colour, space};
use crate::ui::widgets::weak_label;
use egui::accesskit::Role;
use egui::{EventFilter, Grid, Key, Label, PopupAnchor, Rect, Response, RichText, Sense, Stroke, Tooltip, Ui, WidgetInfo, pos2, vec2};

/// What the picture depends on.
#[derive(Debug, Clone, Copy, PartialEq)]
struct DrawnFor {
    version: u64,
    size: (u32, u32),
    pixels_per_point: f32,
    look: Look,
}

/// The chart as drawn, and the night that the keyboard is on.
#[derive(Debug, Default)]
pub(super) struct ChartPane {
    drawn_for: Option<DrawnFor>,
    drawn: Vec<Drawn>,
    layout: Option<TrendsLayout>,
    cursor: Option<usize>,
}

impl ChartPane {
    pub(super) fn ui(&mut self, ui: &mut Ui, (trends, version): (&Trends, u64), height: f32, actions: &mut Actions) {
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height.max(420.0)), Sense::click());
        self.draw(ui, trends, version, rect);
        paint(ui.painter(), &self.drawn, rect.min);
        let Some(layout) = &self.layout else { return };
        let scale = ui.ctx().pixels_per_point();
        let pointed = response.hover_pos().and_then(|at| layout.night_at(f64::from((at.x - rect.left()) * scale)));
        if response.has_focus() {
            self.cursor = Some(walk(ui, &response, self.cursor, trends.nights.len()));
        } else {
            self.cursor = None;
        }
        let night = pointed.or(self.cursor);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, spoken(trends, night)));
        let Some(night) = night else { return };
        crosshair(ui, layout, rect, night, scale);
        card_ui(ui, &response, (rect, layout.night_middle(night), scale), (trends, night));
        let entered = response.has_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if response.clicked() || entered {
            actions.push(Action::Go(Route::Today(trends.night(night).day())));
        }
    }

    /// Draws anew when figures, size or look changed.
    fn draw(&mut self, ui: &Ui, trends: &Trends, version: u64, rect: Rect) {
        let pixels_per_point = ui.ctx().pixels_per_point();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a size on the screen")]
        let pixels = |points: f32| (points * pixels_per_point).round() as u32;
        let drawn_for = DrawnFor { version, size: (pixels(rect.width()), pixels(rect.height())), pixels_per_point, look: theme::look(ui) };
        if self.drawn_for == Some(drawn_for) {
            return;
        }
        let spec = TrendsSpec::new(trends);
        self.layout = Some(TrendsLayout::new(&spec, drawn_for.size, f64::from(pixels_per_point)));
        self.drawn = record_chart(ui.painter(), &ChartSpec::Trends(spec), &theme::palette(ui), drawn_for.size);
        self.drawn_for = Some(drawn_for);
    }
}

/// The arrow keys walk from night to night; the last night is where they begin.
fn walk(ui: &Ui, response: &Response, cursor: Option<usize>, nights: usize) -> usize {
    let arrows = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
    let last = nights.saturating_sub(1);
    let at = cursor.unwrap_or(last).min(last);
    let pressed = |key| ui.input(|input| input.key_pressed(key));
    match (pressed(Key::ArrowLeft), pressed(Key::ArrowRight), pressed(Key::Home), pressed(Key::End)) {
        (true, ..) => at.saturating_sub(1),
        (_, true, ..) => (at + 1).min(last),
        (_, _, true, _) => 0,
        (.., true) => last,
        _ => at,
    }
}

fn crosshair(ui: &Ui, layout: &TrendsLayout, rect: Rect, night: usize, scale: f32) {
    #[expect(clippy::cast_precision_loss, reason = "a place on the screen")]
    let points = |pixels: i32| pixels as f32 / scale;
    let x = rect.left() + points(layout.night_middle(night));
    let stroke = Stroke::new(1.0, colour(theme::colours(ui).weak));
    for [_, top, bottom] in &layout.panels {
        ui.painter().line_segment([pos2(x, rect.top() + points(*top)), pos2(x, rect.top() + points(*bottom))], stroke);
    }
}

fn card_ui(ui: &Ui, response: &Response, (rect, middle, scale): (Rect, i32, f32), (trends, night): (&Trends, usize)) {
    let figures = &trends.nights[night];
    #[expect(clippy::cast_precision_loss, reason = "a place on the screen")]
    let x = rect.left() + middle as f32 / scale;
    let y = response.hover_pos().map_or_else(|| rect.top() + 40.0, |at| at.y);
    let anchor = PopupAnchor::Position(pos2(x + space::MEDIUM, y));
    Tooltip::always_open(ui.ctx().clone(), response.layer_id, response.id.with("night"), anchor).gap(space::LARGE).show(|ui| {
        let date = RichText::new(capitalised(&trends.night(night).label())).text_style(theme::strong());
        ui.add(Label::new(date).extend());
        Grid::new("figures").num_columns(2).spacing(vec2(space::LARGE, 3.0)).min_row_height(18.0).show(ui, |ui| {
            for measure in Measure::USUAL {
                ui.add(Label::new(RichText::new(measure.label()).color(colour(theme::colours(ui).weak))).extend());
                ui.add(Label::new(written(measure, figures)).extend());
                ui.end_row();
            }
            if let Some(taken) = taken(trends, night) {
                ui.add(Label::new(RichText::new("Taken").color(colour(theme::colours(ui).weak))).extend());
                ui.add(Label::new(taken).extend());
                ui.end_row();
            }
        });
        weak_label(ui, "Press to open this date.");
    });
}

/// A figure of a night in words; what was not logged says so.
fn written(measure: Measure, figures: &NightFigures) -> String {
    if measure == Measure::Cramps && figures.is_not_described() {
        return "yes, not described".to_owned();
    }
    let Some(value) = figures.value(measure) else { return "not logged".to_owned() };
    match measure {
        Measure::Cramps if value < 0.5 => "none".to_owned(),
        Measure::Cramps => format!("{value:.0}, worst severity {}", figures.worst().map_or(0, crate::domain::Severity::get)),
        Measure::Hydration => format!("{} ml", grouped(value)),
        Measure::Stretching if value <= 0.0 => "did not stretch".to_owned(),
        Measure::Stretching => format!("{value:.1} min"),
        _ if figures.food_complete => format!("{} mg", grouped(value)),
        _ => format!("{} mg so far", grouped(value)),
    }
}

/// What was taken on the day before the night, in words.
fn taken(trends: &Trends, night: usize) -> Option<String> {
    let names: Vec<_> = trends.spans.iter().filter(|span| span.covers(night)).map(|span| span.name.as_str()).collect();
    (!names.is_empty()).then(|| names.join("\n"))
}

/// What a screen reader says: which chart, and the figures of the night.
fn spoken(trends: &Trends, night: Option<usize>) -> String {
    let chart = format!("Chart of {} nights", trends.nights.len());
    let Some(night) = night else { return format!("{chart}. Arrow keys walk from night to night.") };
    let figures = Measure::USUAL.iter().map(|measure| format!("{}: {}", measure.label(), written(*measure, &trends.nights[night])));
    let taken = taken(trends, night).map(|taken| format!("Taken: {}", taken.replace('\n', ", ")));
    let words: Vec<_> = figures.chain(taken).collect();
    format!("{chart}. {}. {}", trends.night(night).label(), words.join(". "))
}
