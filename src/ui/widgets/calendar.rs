//! A month of nights: logged, not logged, with cramps.

use super::{Push, button::focus_ring};
use crate::diary::{MonthMarks, NightMark};
use crate::domain::{Day, Night};
use crate::ui::theme::{self, colour};
use chrono::{Datelike as _, NaiveDate};
use egui::accesskit::Role;
use egui::{Align2, CornerRadius, Grid, Response, Sense, Stroke, StrokeKind, TextStyle, Ui, WidgetInfo, pos2, vec2};
use egui_material_icons::icons::{ICON_CHEVRON_LEFT, ICON_CHEVRON_RIGHT};

/// What a person pressed in the calendar. The screen does it; the calendar by itself goes nowhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Picked {
    /// Chose a date, to see what was logged for it.
    Date(NaiveDate),
    /// Turned to another month, given by one of its dates. The screen must then hand over the marks of that month.
    Month(NaiveDate),
}

/// What [`calendar_ui`] shows.
#[derive(Debug, Clone, Copy)]
pub struct CalendarMonth<'a> {
    /// The month to paint, with the marks of its nights.
    pub month: &'a MonthMarks,
    /// The date whose entries the screen behind the calendar shows. It has a frame, and screen readers hear that it is selected. No date
    /// has if it lies in another month.
    pub selected: NaiveDate,
    /// The last date that can be chosen, mostly today. Later ones are pale and cannot be pressed, nor can a month that begins after it.
    pub latest: NaiveDate,
}

/// Paints a month as a table of weeks, with a button for the month before and one for the month after. Returns what
/// was pressed in this frame; `None` if nothing was.
///
/// A date has a dot for cramps in its night, a ring for none, and neither where the night is not logged. A screen reader says the date
/// with "cramps", "no cramps" or "not logged".
pub fn calendar_ui(ui: &mut Ui, calendar: CalendarMonth<'_>) -> Option<Picked> {
    let CalendarMonth { month, latest, .. } = calendar;
    let mut picked = None;
    let previous = month.first.pred_opt();
    let next = month.first.checked_add_months(chrono::Months::new(1));
    ui.horizontal(|ui| {
        if ui.add(Push::icon_only(ICON_CHEVRON_LEFT, "Month before")).clicked() {
            picked = previous.map(Picked::Month);
        }
        let title = month.first.format("%B %Y").to_string();
        ui.add_sized([172.0, 28.0], egui::Label::new(egui::RichText::new(title).text_style(theme::strong())));
        let ahead = next.filter(|next| *next <= latest);
        if ui.add(Push::icon_only(ICON_CHEVRON_RIGHT, "Month after").enabled(ahead.is_some())).clicked() {
            picked = ahead.map(Picked::Month);
        }
    });
    Grid::new("calendar").spacing(vec2(3.0, 3.0)).min_col_width(34.0).show(ui, |ui| {
        let weekdays = month.week_start.weekdays();
        for weekday in weekdays {
            ui.vertical_centered(|ui| ui.small(weekday.to_string()));
        }
        ui.end_row();
        let blank = month.first.weekday().days_since(weekdays[0]);
        for _ in 0..blank {
            ui.label("");
        }
        for date in month.first.iter_days().take_while(|date| date.month() == month.first.month()) {
            if date_ui(ui, calendar, date).clicked() {
                picked = Some(Picked::Date(date));
            }
            if date.weekday() == weekdays[6] {
                ui.end_row();
            }
        }
    });
    ui.add_space(4.0);
    legend_ui(ui);
    picked
}

fn date_ui(ui: &mut Ui, calendar: CalendarMonth<'_>, date: NaiveDate) -> Response {
    let CalendarMonth { month, selected, latest } = calendar;
    let enabled = date <= latest;
    let sense = if enabled { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(vec2(34.0, 34.0), sense);
    let mark = month.marks.get(&Night::new(date));
    let said = match mark {
        Some(NightMark::NoCramps) => "no cramps",
        Some(NightMark::Cramps { .. }) => "cramps",
        None => "not logged",
    };
    let name = format!("{} {}, {said}", Day::new(date).label(), date.year());
    response.widget_info(|| WidgetInfo::selected(Role::Button, enabled, date == selected, &name));
    let (c, palette) = (theme::colours(ui), theme::palette(ui));
    if response.hovered() && enabled {
        ui.painter().rect_filled(rect, CornerRadius::same(6), colour(c.control_hover));
    }
    if date == selected {
        ui.painter().rect_stroke(rect, CornerRadius::same(6), Stroke::new(2.0, colour(c.accent)), StrokeKind::Inside);
    }
    let ink = if enabled { c.text } else { c.outline };
    ui.painter().text(rect.center() - vec2(0.0, 4.0), Align2::CENTER_CENTER, date.day(), TextStyle::Small.resolve(ui.style()), colour(ink));
    let dot = pos2(rect.center().x, rect.bottom() - 8.0);
    match mark {
        Some(NightMark::Cramps { .. }) => _ = ui.painter().circle_filled(dot, 3.5, colour(palette.moderate)),
        Some(NightMark::NoCramps) => _ = ui.painter().circle_stroke(dot, 3.0, Stroke::new(1.5, colour(c.weak))),
        None => {}
    }
    focus_ring(ui, &response, rect.shrink(2.0));
    response
}

fn legend_ui(ui: &mut Ui) {
    let (c, palette) = (theme::colours(ui), theme::palette(ui));
    ui.horizontal(|ui| {
        let dot = |ui: &mut Ui| ui.allocate_exact_size(vec2(10.0, 14.0), Sense::hover()).0.center();
        let at = dot(ui);
        ui.painter().circle_filled(at, 3.5, colour(palette.moderate));
        ui.small("cramps");
        let at = dot(ui);
        ui.painter().circle_stroke(at, 3.0, Stroke::new(1.5, colour(c.weak)));
        ui.small("no cramps");
        ui.small("·  no dot: not logged");
    });
}
