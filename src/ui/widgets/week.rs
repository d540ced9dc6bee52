//! Seven dates in a row, each with what its night holds.

use super::button::focus_ring;
use crate::diary::{NightMark, WeekMarks};
use crate::domain::{Day, Night, capitalised, counted};
use crate::ui::theme::{self, colour, on_severity, space};
use egui::accesskit::Role;
use egui::{
    Align2, CornerRadius, EventFilter, Id, Key, Layout, Modifiers, Response, Sense, Stroke, StrokeKind, TextStyle, Ui, WidgetInfo, vec2,
};

/// The size of a date in points.
const DATE_WIDTH: f32 = 60.0;
const DATE_HEIGHT: f32 = 38.0;

/// What [`week_ui`] shows.
#[derive(Debug, Clone, Copy)]
pub struct WeekStrip<'a> {
    /// The seven dates, with the marks of their nights.
    pub week: &'a WeekMarks,
    /// The date on the screen.
    pub selected: Day,
    /// The latest date that can be shown.
    pub latest: Day,
}

/// Paints seven dates, the oldest at the left. Returns the one that was pressed in this frame; `None` if none was.
///
/// A night with cramps has a dot in the colour of its worst cramp with the number of cramps in it, one without cramps has a ring, and one
/// that is not logged has neither. For the keyboard they are one stop, with the left and right arrows inside.
pub fn week_ui(ui: &mut Ui, strip: WeekStrip<'_>) -> Option<Day> {
    let mut pressed = None;
    let size = vec2(7.0 * DATE_WIDTH, DATE_HEIGHT);
    ui.allocate_ui_with_layout(size, Layout::left_to_right(egui::Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        pressed = arrow(ui, strip);
        for back in (0..7).rev() {
            let day = strip.week.last.plus(-back);
            if date_ui(ui, strip, day).clicked() {
                pressed = Some(day);
            }
        }
    });
    pressed
}

fn date_ui(ui: &mut Ui, strip: WeekStrip<'_>, day: Day) -> Response {
    let (rect, _) = ui.allocate_exact_size(vec2(DATE_WIDTH, DATE_HEIGHT), Sense::hover());
    // One stop for the keyboard: the date on the screen.
    let response = if day == strip.selected {
        ui.interact(rect, selected_id(), Sense::click())
    } else {
        ui.interact(rect, Id::unique(("date of the week", day)), Sense::CLICK)
    };
    let night = Night::new(day.date());
    let mark = strip.week.marks.get(&night).copied();
    let is_selected = day == strip.selected;
    let name = format!("{}: {}", capitalised(&night.label()), words(mark));
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_selected, &name));
    if ui.is_rect_visible(rect) {
        let (c, palette) = (theme::colours(ui), theme::palette(ui));
        let (inner, radius) = (rect.shrink2(vec2(2.0, 0.0)), CornerRadius::same(space::RADIUS));
        if response.hovered() {
            ui.painter().rect_filled(inner, radius, colour(c.control_hover));
        }
        if is_selected {
            ui.painter().rect_stroke(inner, radius, Stroke::new(2.0, colour(c.accent)), StrokeKind::Inside);
        }
        let (small, at) = (TextStyle::Small.resolve(ui.style()), rect.center());
        let weekday = day.date().format("%a").to_string();
        ui.painter().text(at + vec2(-12.0, -8.0), Align2::CENTER_CENTER, weekday, small.clone(), colour(c.weak));
        ui.painter().text(at + vec2(-12.0, 8.0), Align2::CENTER_CENTER, day.date().format("%-d"), small.clone(), colour(c.text));
        let dot = at + vec2(15.0, 0.0);
        match mark {
            Some(NightMark::Cramps { count, worst }) => {
                let severity = worst.map_or(5, crate::domain::Severity::get);
                ui.painter().circle_filled(dot, 9.0, colour(palette.severity(severity)));
                if count > 0 {
                    let ink = on_severity(&palette, severity);
                    ui.painter().text(dot, Align2::CENTER_CENTER, count, theme::bold(12.0), colour(ink));
                }
            }
            Some(NightMark::NoCramps) => drop(ui.painter().circle_stroke(dot, 7.0, Stroke::new(1.5, colour(c.weak)))),
            None => {}
        }
    }
    focus_ring(ui, &response, rect.shrink2(vec2(2.0, 0.0)));
    response.on_hover_text(name)
}

/// The date beside the one on the screen to which an arrow goes. Returns `None` if no arrow was pressed.
fn arrow(ui: &Ui, strip: WeekStrip<'_>) -> Option<Day> {
    let id = selected_id();
    if !ui.memory(|memory| memory.has_focus(id)) {
        return None;
    }
    let keeps = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, keeps));
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let (back, on) = (pressed(Key::ArrowLeft), pressed(Key::ArrowRight));
    let to = strip.selected.plus(i64::from(on) - i64::from(back));
    (to != strip.selected && to <= strip.latest).then_some(to)
}

/// The date on the screen has one id, whichever it is, so that the focus stays on it.
fn selected_id() -> Id {
    Id::unique("date on the screen")
}

/// "no cramps", "2 cramps, worst 6", "cramps", "not logged".
fn words(mark: Option<NightMark>) -> String {
    match mark {
        None => "not logged".to_owned(),
        Some(NightMark::NoCramps) => "no cramps".to_owned(),
        Some(NightMark::Cramps { count, worst: Some(worst) }) if count > 1 => format!("{}, worst {worst}", counted(count, "cramp")),
        Some(NightMark::Cramps { worst: Some(worst), .. }) => format!("1 cramp, severity {worst}"),
        Some(NightMark::Cramps { worst: None, .. }) => "cramps".to_owned(),
    }
}
