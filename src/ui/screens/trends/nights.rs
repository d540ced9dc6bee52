//! The panels in the window: a crosshair through all of them, a card on the night, and the ways to other nights.

use super::card;
use super::drawing::DrawnChart;
use super::pointing::{Pointing, beside_ui};
use super::spots::SCROLL_BAR;
use crate::charts::{ChartSpec, TrendsLayout, TrendsSpec};
use crate::ui::action::{Action, Actions, Route};
use crate::ui::look_views::TrendsViews;
use crate::ui::range::ShownNights;
use crate::ui::theme::{self, colour, space};
use chrono::NaiveDate;
use egui::accesskit::Role;
use egui::{Align2, EventFilter, Key, Rect, Response, Sense, Stroke, TextStyle, Ui, Vec2, WidgetInfo, pos2, vec2};

/// By how much one press of a key zooms.
const KEY_ZOOM: f64 = 2.0;

/// Wheel distance that zooms by a factor of e, in points.
const WHEEL_ZOOM: f32 = 180.0;

/// The panels as drawn, and where pointer and keyboard are.
#[derive(Debug, Default)]
pub(super) struct NightsPane {
    drawing: DrawnChart,
    layout: Option<TrendsLayout>,
    /// The night that the keyboard is on.
    cursor: Option<NaiveDate>,
    pointing: Pointing,
    drag: Option<Drag>,
    /// The range under the pointer, and the wheel movement over it that did not amount to a whole night yet.
    wheel: Option<(ShownNights, Vec2)>,
}

/// Nights that are being marked.
#[derive(Debug, Clone, Copy)]
struct Drag {
    /// The night where it began.
    from: NaiveDate,
    /// Whether more than that night was marked at any time.
    went_on: bool,
}

/// The panels and their height. If they `fit`, all of them are in sight, and the wheel zooms rather than scrolls.
#[derive(Debug, Clone, Copy)]
pub(super) struct PanelsView<'a> {
    pub(super) view: TrendsViews<'a>,
    pub(super) chart: &'a ChartSpec,
    pub(super) spec: &'a TrendsSpec,
    pub(super) height: f32,
    pub(super) fits: bool,
}

impl NightsPane {
    pub(super) fn ui(&mut self, ui: &mut Ui, panels: PanelsView<'_>, actions: &mut Actions) {
        let width = ui.available_width() - if panels.fits { 0.0 } else { SCROLL_BAR };
        let (rect, response) = ui.allocate_exact_size(vec2(width, panels.height), Sense::click_and_drag());
        let scale = ui.ctx().pixels_per_point();
        if let Some(size) = self.drawing.ui(ui, panels.chart, panels.view.version, rect) {
            self.layout = Some(TrendsLayout::new(panels.spec, size, f64::from(scale)));
        }
        let Some(layout) = self.layout.take() else { return };
        let axis = Axis { layout: &layout, rect, scale, range: panels.view.charted };
        self.interact(ui, &response, Scene { panels, axis: &axis }, actions);
        self.layout = Some(layout);
    }

    fn interact(&mut self, ui: &Ui, response: &Response, scene: Scene<'_>, actions: &mut Actions) {
        let Scene { panels, axis } = scene;
        let view = panels.view;
        let under = self.pointing.pointer(ui, response);
        let pointed = under.and_then(|at| axis.night_at(at.x));
        let next = if response.has_focus() { self.keys(ui, response, view) } else { self.rest() };
        let turned = if response.hovered() { self.wheel(ui, view, panels.fits, axis) } else { self.stop_wheel() };
        let went_on = self.drag.is_some_and(|drag| drag.went_on);
        let dragged = self.drag(ui, response, axis);
        // Moving the pointer a little while pressing a night still opens it. Dragging away and back does not.
        let (pressed, dragged) = (dragged.filter(|range| range.nights() == 1 && !went_on), dragged.filter(|range| range.nights() > 1));
        if let Some(range) = next.or(turned).or(dragged).filter(|range| *range != view.wanted()) {
            actions.push(Action::ShowRange(view.chosen.at(range, view.diary)));
        }
        let night = pointed.or(self.cursor).map(|date| view.charted.place(date)).filter(|place| *place < panels.spec.nights);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, spoken(panels.spec, night)));
        if response.gained_focus() {
            ui.scroll_to_rect(axis.rect, None);
        }
        let Some(place) = night.filter(|_| self.drag.is_none()) else { return };
        let night = panels.spec.night(place);
        crosshair(ui, axis, place);
        let top = under.map_or_else(|| axis.rect.top() + 40.0, |at| at.y);
        let at = Rect::from_min_size(pos2(axis.middle(place), top), Vec2::ZERO);
        beside_ui(ui, response, at, |ui| card::night_ui(ui, view, panels.spec, place));
        if card::is_unread(view, night) {
            actions.push(Action::PointAt(night));
        }
        if response.clicked() || pressed.is_some() {
            actions.push(Action::Go(Route::Today(night.day())));
        }
    }

    fn rest(&mut self) -> Option<ShownNights> {
        self.cursor = None;
        None
    }

    /// The arrow keys walk from night to night, beginning at the last; the others go to other nights.
    fn keys(&mut self, ui: &Ui, response: &Response, view: TrendsViews<'_>) -> Option<ShownNights> {
        let arrows = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
        let (range, wanted, limits) = (view.charted, view.wanted(), view.chosen.limits(view.diary));
        let at = range.nearest(self.cursor.unwrap_or(range.last));
        let pressed = |key| ui.input(|input| !input.modifiers.command && input.key_pressed(key));
        let step = |nights: usize| if nights == 0 { at.pred_opt() } else { at.succ_opt() }.map_or(at, |date| range.nearest(date));
        #[expect(clippy::cast_precision_loss, reason = "nights of a life")]
        let share = (wanted.place(at) as f64 + 0.5) / wanted.nights() as f64;
        let (mut cursor, mut next) = (at, None);
        if pressed(Key::ArrowLeft) {
            cursor = step(0);
        } else if pressed(Key::ArrowRight) {
            cursor = step(1);
        } else if pressed(Key::Home) {
            cursor = range.first;
        } else if pressed(Key::End) {
            cursor = range.last;
        } else if pressed(Key::PageUp) || pressed(Key::PageDown) {
            let nights = if pressed(Key::PageUp) { -wanted.nights() } else { wanted.nights() };
            let moved = wanted.moved(nights, limits);
            cursor = moved.date(wanted.place(at));
            next = Some(moved);
        } else if pressed(Key::Plus) || pressed(Key::Equals) {
            next = Some(wanted.zoomed(1.0 / KEY_ZOOM, share, limits));
        } else if pressed(Key::Minus) {
            next = Some(wanted.zoomed(KEY_ZOOM, share, limits));
        }
        self.cursor = Some(cursor);
        next
    }

    /// Forgets wheel movement when the pointer leaves, so that it does not count here later.
    fn stop_wheel(&mut self) -> Option<ShownNights> {
        self.wheel = None;
        None
    }

    /// The wheel zooms around the pointer and moves sideways; where it scrolls, Ctrl and the wheel zoom, as two fingers do.
    fn wheel(&mut self, ui: &Ui, view: TrendsViews<'_>, fits: bool, axis: &Axis<'_>) -> Option<ShownNights> {
        let (scrolled, pinched, pointer) =
            ui.input(|input| (input.smooth_scroll_delta(), input.zoom_delta().ln(), input.pointer.hover_pos()));
        let turned = vec2(scrolled.x, if fits { scrolled.y } else { 0.0 } + pinched * WHEEL_ZOOM);
        if turned == Vec2::ZERO {
            return None;
        }
        let (range, limits) = (view.wanted(), view.chosen.limits(view.diary));
        let gathered = self.wheel.filter(|(over, _)| *over == range).map_or(Vec2::ZERO, |(_, gathered)| gathered) + turned;
        let share = pointer.map_or(0.5, |at| axis.share_of(range, at.x));
        let zoomed = range.zoomed(f64::from(-gathered.y / WHEEL_ZOOM).exp(), share, limits);
        if zoomed.nights() != range.nights() {
            self.wheel = None;
            return Some(zoomed);
        }
        #[expect(clippy::cast_possible_truncation, reason = "nights of a life")]
        let nights = -(gathered.x / axis.night_width()) as i64;
        // Movement against a limit is not kept.
        let is_at_limit = if gathered.y < 0.0 { range.nights() >= limits.nights() } else { range.nights() <= 1 };
        let rest = vec2(if nights == 0 { gathered.x } else { 0.0 }, if is_at_limit { 0.0 } else { gathered.y });
        self.wheel = Some((range, rest));
        Some(range.moved(nights, limits))
    }

    /// Dragging marks nights, which are shown when the button is let go.
    fn drag(&mut self, ui: &Ui, response: &Response, axis: &Axis<'_>) -> Option<ShownNights> {
        if response.drag_started() {
            let from = ui.input(|input| input.pointer.press_origin()).and_then(|at| axis.night_at(at.x));
            self.drag = from.map(|from| Drag { from, went_on: false });
        }
        let drag = self.drag.as_mut()?;
        let at = ui.input(|input| input.pointer.latest_pos())?;
        let marked = ShownNights::between(drag.from, axis.nearest(at.x));
        drag.went_on |= marked.nights() > 1;
        // Escape stops a drag too, without zooming.
        let escaped = ui.input(|input| input.key_pressed(Key::Escape));
        if response.drag_stopped() || escaped {
            self.drag = None;
            return (!escaped).then_some(marked);
        }
        if !response.dragged() {
            self.drag = None;
            return None;
        }
        let (left, _) = axis.edges(axis.range.place(marked.first));
        let (_, right) = axis.edges(axis.range.place(marked.last));
        let c = theme::colours(ui);
        let area = Rect::from_x_y_ranges(left..=right, axis.rect.y_range());
        ui.painter().rect_filled(area, 0.0, colour(c.accent).gamma_multiply(0.18));
        let words = marked.words();
        let (font, at) = (TextStyle::Body.resolve(ui.style()), pos2(area.center().x, axis.top() + space::SMALL));
        let place = ui.painter().text(at, Align2::CENTER_TOP, &words, font.clone(), colour(c.text));
        ui.painter().rect_filled(place.expand(4.0), f32::from(space::RADIUS) / 2.0, colour(c.surface));
        ui.painter().text(at, Align2::CENTER_TOP, words, font, colour(c.text));
        None
    }
}

/// The panels as they stand on the screen.
#[derive(Clone, Copy)]
struct Scene<'a> {
    panels: PanelsView<'a>,
    axis: &'a Axis<'a>,
}

/// The axis of nights on the screen.
struct Axis<'a> {
    layout: &'a TrendsLayout,
    rect: Rect,
    scale: f32,
    range: ShownNights,
}

impl Axis<'_> {
    #[expect(clippy::cast_precision_loss, reason = "a place on the screen")]
    fn points(&self, pixels: i32) -> f32 {
        self.rect.left() + pixels as f32 / self.scale
    }

    fn edges(&self, place: usize) -> (f32, f32) {
        let (left, right) = self.layout.night_edges(place);
        (self.points(left), self.points(right))
    }

    /// The upper edge of the first panel.
    #[expect(clippy::cast_precision_loss, reason = "a place on the screen")]
    fn top(&self) -> f32 {
        self.rect.top() + self.layout.panels.first().map_or(0.0, |[_, top, _]| *top as f32 / self.scale)
    }

    fn middle(&self, place: usize) -> f32 {
        self.points(self.layout.night_middle(place))
    }

    fn night_at(&self, x: f32) -> Option<NaiveDate> {
        let place = self.layout.night_at(f64::from((x - self.rect.left()) * self.scale))?;
        Some(self.range.date(place))
    }

    /// The night at `x`, or the one at the nearest end of the axis.
    fn nearest(&self, x: f32) -> NaiveDate {
        let (left, right) = self.ends();
        self.night_at(x.clamp(left + 0.5, right - 1.0)).unwrap_or(self.range.last)
    }

    fn ends(&self) -> (f32, f32) {
        (self.points(self.layout.across.0), self.points(self.layout.across.1))
    }

    /// How far along the axis `x` lies, from 0 to 1.
    fn share(&self, x: f32) -> f64 {
        let (left, right) = self.ends();
        f64::from(((x - left) / (right - left).max(1.0)).clamp(0.0, 1.0))
    }

    /// How far along `nights`, which end where the axis ends, `x` lies; from 0 to 1 inside.
    #[expect(clippy::cast_precision_loss, reason = "nights of a life")]
    fn share_of(&self, nights: ShownNights, x: f32) -> f64 {
        1.0 - (1.0 - self.share(x)) * self.range.nights() as f64 / nights.nights() as f64
    }

    fn night_width(&self) -> f32 {
        let (left, right) = self.ends();
        #[expect(clippy::cast_precision_loss, reason = "nights of a life")]
        let nights = self.range.nights() as f32;
        ((right - left) / nights).max(0.1)
    }
}

fn crosshair(ui: &Ui, axis: &Axis<'_>, place: usize) {
    #[expect(clippy::cast_precision_loss, reason = "a place on the screen")]
    let y = |pixels: i32| axis.rect.top() + pixels as f32 / axis.scale;
    let stroke = Stroke::new(1.0, colour(theme::colours(ui).weak));
    let x = axis.middle(place);
    for [_, top, bottom] in &axis.layout.panels {
        ui.painter().line_segment([pos2(x, y(*top)), pos2(x, y(*bottom))], stroke);
    }
}

/// What a screen reader says: the chart, and the figures of the night with index `place`, if there is one.
fn spoken(spec: &TrendsSpec, place: Option<usize>) -> String {
    let chart = format!("Chart: Over time, {} night{}", spec.nights, if spec.nights == 1 { "" } else { "s" });
    match place {
        Some(place) => format!("{chart}. {}", spec.spoken(place)),
        None => format!("{chart}. Arrow keys walk from night to night."),
    }
}
