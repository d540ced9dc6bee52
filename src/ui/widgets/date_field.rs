//! A text field for a date, with a button that opens a calendar to choose it from.

use super::Push;
use super::button::focus_ring;
use super::text_field::{Labelled, TextField, bare_text_field_ui, day_text, text_field_error_ui};
use crate::domain::{DateRules, Day, Tense};
use crate::ui::theme::{self, colour};
use chrono::{Datelike as _, Months, NaiveDate};
use egui::accesskit::Role;
use egui::{
    Align2, CornerRadius, EventFilter, Grid, Id, Key, Modifiers, Popup, PopupCloseBehavior, Response, Sense, Stroke, StrokeKind, TextStyle,
    Ui, WidgetInfo, vec2,
};
use egui_material_icons::icons::{ICON_CALENDAR_MONTH, ICON_CHEVRON_LEFT, ICON_CHEVRON_RIGHT};

/// What a date field is called, and which dates it takes.
#[derive(Debug, Clone, Copy)]
pub struct DateLook<'a> {
    /// What a screen reader calls the field: "Taken since". The button is called "Choose: Taken since".
    pub name: &'a str,
    /// Today, up to which a date can be chosen; with [`Tense::Open`] up to the last one that can be planned.
    pub dates: DateRules,
}

impl DateLook<'_> {
    fn latest(self) -> NaiveDate {
        match self.dates.tense {
            Tense::Past => self.dates.today.date(),
            Tense::Open => self.dates.today.latest_planned().date(),
        }
    }
}

/// Paints the field with its button, and its error below.
///
/// Returns the value to save as [`text_field_ui`](super::text_field_ui) does; of a date that was chosen at once. The calendar takes the
/// keyboard when it opens, and gives it back to the button when it closes.
pub fn date_field_ui<T>(ui: &mut Ui, field: &mut TextField, look: DateLook<'_>, check: impl Fn(&str) -> Result<T, String>) -> Option<T> {
    ui.vertical(|ui| {
        let value = ui.horizontal(|ui| {
            let typed = bare_text_field_ui(ui, field, Labelled::unseen(look.name).width(104.0), &check);
            let name = format!("Choose: {}", look.name);
            let button = ui.add(Push::icon_only(ICON_CALENDAR_MONTH, &name));
            let shown = look.dates.read(field.text()).unwrap_or(look.dates.today).date().min(look.latest());
            let chosen = popup_ui(&button, &name, look, shown);
            typed.or_else(|| {
                field.put(day_text(Some(Day::new(chosen?))));
                field.take(&check)
            })
        });
        text_field_error_ui(ui, field);
        value.inner
    })
    .inner
}

/// Paints the calendar that opens from a button. Returns the date that was chosen in this frame.
fn popup_ui(button: &Response, name: &str, look: DateLook<'_>, shown: NaiveDate) -> Option<NaiveDate> {
    let (context, open_id) = (&button.ctx, button.id.with("was open"));
    let cursor_id = button.id.with("date");
    let was_open = context.data(|data| data.get_temp(open_id).unwrap_or(false));
    let popup = Popup::menu(button).close_behavior(PopupCloseBehavior::CloseOnClickOutside).accessible_name(name);
    let is_open = popup.is_open();
    if is_open && !was_open {
        context.data_mut(|data| data.insert_temp(cursor_id, shown));
    }
    let mut chosen = None;
    popup.show(|ui| {
        let cursor = ui.data(|data| data.get_temp(cursor_id)).unwrap_or(shown);
        let Pressed { to, date } = month_ui(ui, look, MonthShown { cursor, shown, takes_keyboard: !was_open });
        ui.data_mut(|data| data.insert_temp(cursor_id, to.unwrap_or(cursor)));
        if date.is_some() {
            chosen = date;
            ui.close();
        }
    });
    let is_left = was_open && (!is_open || chosen.is_some());
    if is_left {
        button.request_focus();
    }
    context.data_mut(|data| data.insert_temp(open_id, is_open && chosen.is_none()));
    chosen
}

/// A month in the calendar of a field.
#[derive(Debug, Clone, Copy)]
struct MonthShown {
    /// The date that has the keyboard; its month is the one that is shown.
    cursor: NaiveDate,
    /// The date in the field.
    shown: NaiveDate,
    /// Whether the cursor takes the keyboard now.
    takes_keyboard: bool,
}

/// What was pressed in the calendar.
#[derive(Debug, Clone, Copy)]
struct Pressed {
    /// Where the cursor goes; `None` if it stays.
    to: Option<NaiveDate>,
    /// The date that was chosen; `None` if none was.
    date: Option<NaiveDate>,
}

fn month_ui(ui: &mut Ui, look: DateLook<'_>, month: MonthShown) -> Pressed {
    let MonthShown { cursor, shown, takes_keyboard } = month;
    let (first, latest) = (cursor.with_day(1).unwrap_or(cursor), look.latest());
    let mut to = None;
    let (before, after) =
        (cursor.checked_sub_months(Months::new(1)), cursor.checked_add_months(Months::new(1)).map(|date| date.min(latest)));
    ui.horizontal(|ui| {
        if ui.add(Push::icon_only(ICON_CHEVRON_LEFT, "Month before")).clicked() {
            to = before;
        }
        ui.add_sized([172.0, 28.0], egui::Label::new(first.format("%B %Y").to_string()));
        let ahead = after.filter(|after| after.month() != first.month());
        if ui.add(Push::icon_only(ICON_CHEVRON_RIGHT, "Month after").enabled(ahead.is_some())).clicked() {
            to = ahead;
        }
    });
    let weekdays = look.dates.week_start.weekdays();
    let cursor_id = Id::unique("date of a calendar that has the keyboard");
    let mut date = None;
    Grid::new("dates to choose").spacing(vec2(3.0, 3.0)).min_col_width(34.0).show(ui, |ui| {
        for weekday in weekdays {
            ui.vertical_centered(|ui| ui.small(weekday.to_string()));
        }
        ui.end_row();
        for _ in 0..first.weekday().days_since(weekdays[0]) {
            ui.label("");
        }
        for day in first.iter_days().take_while(|day| day.month() == first.month()) {
            let id = if day == cursor { cursor_id } else { Id::unique(("date to choose", day)) };
            let response = date_ui(ui, id, DateToChoose { day, is_shown: day == shown, has_cursor: day == cursor, can_be: day <= latest });
            if response.clicked() {
                date = Some(day);
            }
            if takes_keyboard && day == cursor {
                response.request_focus();
            }
            if day.weekday() == weekdays[6] {
                ui.end_row();
            }
        }
    });
    Pressed { to: arrow(ui, cursor_id, cursor).map(|to| to.min(latest)).or(to), date }
}

/// A date in the calendar of a field.
#[derive(Debug, Clone, Copy)]
struct DateToChoose {
    day: NaiveDate,
    /// Whether it stands in the field.
    is_shown: bool,
    /// Whether the keyboard stops at it.
    has_cursor: bool,
    /// Whether it can be chosen.
    can_be: bool,
}

fn date_ui(ui: &mut Ui, id: Id, date: DateToChoose) -> Response {
    let (rect, _) = ui.allocate_exact_size(vec2(34.0, 30.0), Sense::hover());
    let sense = match (date.can_be, date.has_cursor) {
        (false, _) => Sense::hover(),
        (true, true) => Sense::click(),
        (true, false) => Sense::CLICK,
    };
    let response = ui.interact(rect, id, sense);
    let name = format!("{} {}", Day::new(date.day).label(), date.day.year());
    response.widget_info(|| WidgetInfo::selected(Role::Button, date.can_be, date.is_shown, &name));
    let c = theme::colours(ui);
    if response.hovered() && date.can_be {
        ui.painter().rect_filled(rect, CornerRadius::same(6), colour(c.control_hover));
    }
    if date.is_shown {
        ui.painter().rect_stroke(rect, CornerRadius::same(6), Stroke::new(2.0, colour(c.accent)), StrokeKind::Inside);
    }
    let ink = if date.can_be { c.text } else { c.outline };
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, date.day.day(), TextStyle::Small.resolve(ui.style()), colour(ink));
    focus_ring(ui, &response, rect.shrink(2.0));
    response
}

/// Where an arrow, Page Up or Page Down takes the date that has the keyboard. Returns `None` if none was pressed.
fn arrow(ui: &Ui, id: Id, cursor: NaiveDate) -> Option<NaiveDate> {
    if !ui.memory(|memory| memory.has_focus(id)) {
        return None;
    }
    let keeps = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, keeps));
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let days = [(Key::ArrowLeft, -1), (Key::ArrowRight, 1), (Key::ArrowUp, -7), (Key::ArrowDown, 7)];
    let by_days = days.into_iter().find(|(key, _)| pressed(*key)).map(|(_, days)| Day::new(cursor).plus(days).date());
    by_days.or_else(|| {
        let month = Months::new(1);
        if pressed(Key::PageUp) {
            cursor.checked_sub_months(month)
        } else {
            cursor.checked_add_months(month).filter(|_| pressed(Key::PageDown))
        }
    })
}
