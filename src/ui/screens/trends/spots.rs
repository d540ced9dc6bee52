//! A chart with spots that can be pointed at: a card says what each shows, arrow keys go from one to the next, Enter or a click
//! opens its night.

use super::chart_view::ChartView;
use super::drawing::DrawnChart;
use super::pointing::{Pointing, beside_ui};
use crate::charts::{ChartSpec, Spot};
use crate::domain::capitalised;
use crate::ui::action::{Action, Actions, Route};
use crate::ui::theme::{self, colour};
use crate::ui::widgets::weak_label;
use egui::accesskit::Role;
use egui::{EventFilter, Key, Rect, Response, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2};

/// Width of the scroll bar, in points.
pub(super) const SCROLL_BAR: f32 = 12.0;

/// Any chart but that of the panels, which is pointed at through all of them at once.
#[derive(Debug, Default)]
pub(super) struct ChartPane {
    drawing: DrawnChart,
    spots: Vec<Spot>,
    /// The index of the spot chosen with the arrow keys; `None` if none is.
    cursor: Option<usize>,
    pointing: Pointing,
}

impl ChartPane {
    /// Paints the chart as wide as there is room and as high as it wants to be; where that is more than is in sight, it scrolls.
    pub(super) fn ui(&mut self, ui: &mut Ui, shown: ChartView<'_>, actions: &mut Actions) {
        let ChartView { name, chart, view, height } = shown;
        let wide = ui.available_width();
        // Where it scrolls, the scroll bar has a place beside it.
        let width = if height_for(chart, wide) > height { wide - SCROLL_BAR } else { wide };
        let (rect, response) = ui.allocate_exact_size(vec2(width, height_for(chart, width)), Sense::click());
        let scale = ui.ctx().pixels_per_point();
        if let Some(size) = self.drawing.ui(ui, chart, view.version, rect) {
            self.spots = chart.spots(size, f64::from(scale));
        }
        let place = |spot: &Spot| {
            #[expect(clippy::cast_precision_loss, reason = "a place on the screen")]
            let [left, top, right, bottom] = spot.rect.map(|pixels| pixels as f32 / scale);
            Rect::from_min_max(pos2(left, top), pos2(right, bottom)).translate(rect.min.to_vec2())
        };
        let under = self.pointing.pointer(ui, &response);
        let pointed = under.and_then(|at| self.spots.iter().position(|spot| place(spot).contains(at)));
        self.cursor = if response.has_focus() { self.walk(ui, &response) } else { None };
        let spot = pointed.or(self.cursor).and_then(|spot| self.spots.get(spot));
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, spoken(name, chart, spot, !self.spots.is_empty())));
        let Some(spot) = spot else { return };
        let (place, c) = (place(spot), theme::colours(ui));
        ui.painter().rect_stroke(place.expand(1.0), 2.0, Stroke::new(2.0, colour(c.focus)), StrokeKind::Outside);
        let at = under.filter(|_| pointed.is_some()).map_or(place, |at| Rect::from_min_size(at, Vec2::ZERO));
        card_ui(ui, &response, at, spot, &chart.spot_words(spot));
        if response.gained_focus() || (response.has_focus() && pointed.is_none() && ui.input(|input| input.keys_down.len() == 1)) {
            ui.scroll_to_rect(place.expand(40.0), None);
        }
        // Enter is a click for what has the keyboard.
        if let Some(night) = spot.night
            && response.clicked()
        {
            actions.push(Action::Go(Route::Today(night.day())));
        }
    }

    /// The spot after the arrow keys: left and right go through the spots in order, up and down to the nearest in that direction.
    fn walk(&self, ui: &Ui, response: &Response) -> Option<usize> {
        let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
        let last = self.spots.len().checked_sub(1)?;
        // The newest stands last, and is where one begins.
        let at = self.cursor.unwrap_or(last).min(last);
        let pressed = |key| ui.input(|input| input.key_pressed(key));
        let steps = [
            (Key::ArrowLeft, Some(at.saturating_sub(1))),
            (Key::ArrowRight, Some((at + 1).min(last))),
            (Key::ArrowUp, self.beyond(at, -1)),
            (Key::ArrowDown, self.beyond(at, 1)),
            (Key::Home, Some(0)),
            (Key::End, Some(last)),
        ];
        Some(steps.into_iter().find(|(key, _)| pressed(*key)).and_then(|(_, to)| to).unwrap_or(at))
    }

    /// The index of the nearest spot above (`direction` -1) or below (1); `None` if there is none.
    fn beyond(&self, from: usize, direction: i32) -> Option<usize> {
        let middle = |spot: &Spot| (i32::midpoint(spot.rect[0], spot.rect[2]), i32::midpoint(spot.rect[1], spot.rect[3]));
        let (x, y) = middle(self.spots.get(from)?);
        let distance = |spot: &Spot| {
            let (to_x, to_y) = middle(spot);
            ((to_y - y) * direction > 0).then(|| (to_y - y).abs() + 3 * (to_x - x).abs())
        };
        let found = self.spots.iter().enumerate().filter_map(|(place, spot)| Some((distance(spot)?, place)));
        found.min().map(|(_, place)| place)
    }
}

/// How high a chart wants to be at a width, in points.
pub(super) fn height_for(chart: &ChartSpec, width: f32) -> f32 {
    points(chart.height_for(whole(width)))
}

/// The height below which the parts of a chart would no longer be told apart at a width, in points.
pub(super) fn least_height(chart: &ChartSpec, width: f32) -> f32 {
    points(chart.least_height(whole(width)))
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a width on the screen")]
fn whole(width: f32) -> u32 {
    width.max(1.0) as u32
}

#[expect(clippy::cast_precision_loss, reason = "a height on the screen")]
fn points(height: u32) -> f32 {
    height as f32
}

fn card_ui(ui: &Ui, response: &Response, place: Rect, spot: &Spot, words: &str) {
    beside_ui(ui, response, place, |ui| {
        for line in words.lines() {
            ui.label(line);
        }
        if spot.night.is_some() {
            weak_label(ui, "Press to open this date.");
        }
    });
}

/// What a screen reader says: the chart, and what the spot that is pointed at shows.
fn spoken(name: &str, chart: &ChartSpec, spot: Option<&Spot>, can_walk: bool) -> String {
    let title = chart.title();
    let words = spot.map(|spot| chart.spot_words(spot));
    let chart = if title.is_empty() { format!("Chart: {name}") } else { format!("Chart: {name}, {title}") };
    match words {
        Some(words) => format!("{chart}. {}", capitalised(&words)),
        None if can_walk => format!("{chart}. Arrow keys walk through it."),
        None => chart,
    }
}
