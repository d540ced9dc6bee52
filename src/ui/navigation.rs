//! The slim navigation at the left, and the date line at the top.

use super::action::{Action, Actions, FoodTab, GuideTab, Route};
use super::theme::{self, colour, space};
use super::views::DatesViews;
use super::widgets::{CalendarMonth, Picked, Push, WeekStrip, calendar_ui, weak_label, week_ui};
use crate::diary::{Command, DayCommand, Diary};
use crate::domain::{Day, Night, capitalised, uncapitalised};
use egui::{Align, Frame, Layout, Margin, Panel, Popup, PopupCloseBehavior, RichText, ScrollArea, TextStyle, Ui};
use egui_material_icons::icons::{
    ICON_BEDTIME, ICON_CALENDAR_MONTH, ICON_CHEVRON_LEFT, ICON_CHEVRON_RIGHT, ICON_CONTENT_COPY, ICON_HEALING, ICON_MENU_BOOK,
    ICON_MONITORING, ICON_RESTAURANT, ICON_SETTINGS,
};

/// What the navigation shows besides the screens.
#[derive(Debug)]
pub(super) struct NavigationView {
    /// The screen that is shown.
    route: Route,
    /// The date that Today opens on.
    home: Day,
    /// What can be undone, with its day; `None` for nothing.
    undo: Option<String>,
    /// What can be done again, with its day; `None` for nothing.
    redo: Option<String>,
}

impl NavigationView {
    /// The view of a screen, with what this diary can undo and redo.
    pub(super) fn of(diary: &Diary, route: Route, home: Day) -> Self {
        Self { route, home, undo: diary.undo_named(), redo: diary.redo_named() }
    }
}

/// The height below which the navigation scrolls rather than having its end at the lower edge of the window, in points.
const WHOLE_HEIGHT: f32 = 430.0;

/// Paints the navigation, with undo and redo, which stay where they are.
pub(super) fn navigation_ui(ui: &mut Ui, view: &NavigationView, actions: &mut Actions) {
    let NavigationView { route, home, .. } = *view;
    let c = theme::colours(ui);
    let frame = Frame::new().fill(colour(c.side)).inner_margin(Margin::symmetric(12, 18));
    Panel::left("navigation").exact_size(154.0).resizable(false).show_separator_line(false).frame(frame).show(ui, |ui| {
        if ui.available_height() < WHOLE_HEIGHT {
            ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
                screens_ui(ui, route, home, actions);
                ui.add_space(space::MEDIUM);
                back_and_again_ui(ui, view, actions);
                relief_ui(ui, actions);
                key_ui(ui);
            });
            return;
        }
        screens_ui(ui, route, home, actions);
        ui.with_layout(Layout::bottom_up(Align::Min), |ui| {
            // The window ends here: the last line keeps away from its edge.
            ui.add_space(space::MEDIUM);
            key_ui(ui);
            relief_ui(ui, actions);
            ui.add_space(space::MEDIUM);
            back_and_again_ui(ui, view, actions);
        });
    });
}

fn screens_ui(ui: &mut Ui, route: Route, home: Day, actions: &mut Actions) {
    ui.label(RichText::new("Cramp Diary").text_style(theme::card_title()));
    ui.add_space(space::LARGE);
    let items = [
        ("Today", ICON_BEDTIME, matches!(route, Route::Today(_)), Action::Go(Route::Today(home))),
        ("Trends", ICON_MONITORING, matches!(route, Route::Trends(_)), Action::GoToTrends),
        ("Food", ICON_RESTAURANT, matches!(route, Route::Food(_)), Action::Go(Route::Food(FoodTab::Intake))),
        ("Guide", ICON_MENU_BOOK, matches!(route, Route::Guide(_)), Action::Go(Route::Guide(GuideTab::Read))),
        ("Settings", ICON_SETTINGS, route == Route::Settings, Action::Go(Route::Settings)),
    ];
    for (words, icon, here, action) in items {
        let item = Push::new(words).icon(icon).quiet().left_aligned().size(130.0, 40.0);
        let item = if here { item.selected(true) } else { item };
        if ui.add(item).clicked() {
            actions.push(action);
        }
    }
}

fn relief_ui(ui: &mut Ui, actions: &mut Actions) {
    if ui.add(Push::new("Relief now").icon(ICON_HEALING).left_aligned().size(130.0, 44.0)).clicked() {
        actions.push(Action::Go(Route::Relief));
    }
}

fn key_ui(ui: &mut Ui) {
    ui.label(RichText::new("Key: F1").text_style(TextStyle::Small).color(colour(theme::colours(ui).weak)));
}

/// Paints undo and redo, side by side. A screen reader reads what they take back; the pointer finds it over them.
fn back_and_again_ui(ui: &mut Ui, view: &NavigationView, actions: &mut Actions) {
    ui.horizontal(|ui| {
        for (words, step, nothing, keys, action) in [
            ("Undo", &view.undo, "Nothing to undo", "Ctrl+Z", Action::Undo),
            ("Redo", &view.redo, "Nothing to redo", "Ctrl+Y", Action::Redo),
        ] {
            let name = step.as_ref().map_or_else(|| nothing.to_owned(), |what| format!("{words}: {}", uncapitalised(what)));
            let push = Push::new(words).name(&name).small().inset(4.0).size(61.0, 32.0).enabled(step.is_some());
            if ui.add(push).on_hover_text(format!("{name}\n{keys}")).clicked() {
                actions.push(action);
            }
        }
    });
}

/// The dates that the date line is about.
#[derive(Debug, Clone, Copy)]
pub(super) struct DateLine {
    /// The date on the screen.
    pub(super) day: Day,
    /// The date that Today opens on.
    pub(super) home: Day,
    /// The latest date that can be shown.
    pub(super) today: Day,
    /// The last night that is mostly over; see [`Page::latest_slept`](crate::diary::Page::latest_slept).
    pub(super) slept: Night,
}

/// Paints "‹ Night of Thu 19 to Fri 20 Nov ›", with a calendar that opens from it, and below it the nights of a week.
pub(super) fn date_line_ui(ui: &mut Ui, line: DateLine, views: &DatesViews<'_>, actions: &mut Actions) {
    date_ui(ui, line, views, actions);
    ui.horizontal(|ui| {
        if let Some(day) = week_ui(ui, WeekStrip { week: views.week, selected: line.day, latest: line.today }) {
            actions.push(Action::Go(Route::Today(day)));
        }
        if views.is_finished {
            ui.add_space(space::MEDIUM);
            weak_label(ui, "All that you usually log is here. Done for this day.");
        }
        if !views.repeatable.is_empty() {
            ui.add_space(space::MEDIUM);
            let before = line.day.plus(-1);
            let copy = Push::new("All as the day before").icon(ICON_CONTENT_COPY).small();
            let what = format!("Logs what you drank, ate, stretched and took on {}, of which nothing is logged yet here.", before.label());
            if ui.add(copy).on_hover_text(what).clicked() {
                let repeat = |what| Command::Day(DayCommand::Repeat { from: before, to: line.day, what });
                let words = format!("Copied the whole day from {}", before.label());
                actions.push(Action::RunTogether(words, views.repeatable.iter().copied().map(repeat).collect()));
            }
        }
    });
}

fn date_ui(ui: &mut Ui, line: DateLine, views: &DatesViews<'_>, actions: &mut Actions) {
    let DateLine { day, home, today, slept } = line;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        let go = |day| Action::Go(Route::Today(day));
        if ui.add(Push::icon_only(ICON_CHEVRON_LEFT, "Day before").size(0.0, 36.0)).clicked() {
            actions.push(go(day.plus(-1)));
        }
        let words = capitalised(&Night::new(day.date()).label());
        let date = ui.add(Push::new(&words).name("Calendar").icon(ICON_CALENDAR_MONTH).quiet().size(0.0, 36.0).text_size(18.0));
        if ui.add(Push::icon_only(ICON_CHEVRON_RIGHT, "Day after").size(0.0, 36.0).enabled(day < today)).clicked() {
            actions.push(go(day.plus(1)));
        }
        if day != home {
            ui.add_space(space::MEDIUM);
            let (words, name) = if home > slept.day() { ("Tonight", "Back to tonight") } else { ("Last night", "Back to last night") };
            if ui.add(Push::new(words).name(name).small()).clicked() {
                actions.push(Action::GoHome);
            }
        }
        Popup::menu(&date).close_behavior(PopupCloseBehavior::CloseOnClickOutside).accessible_name("Calendar").show(
            |ui| match calendar_ui(ui, CalendarMonth { month: views.month, selected: day.date(), latest: today.date() }) {
                Some(Picked::Date(date)) => {
                    actions.push(go(Day::new(date)));
                    ui.close();
                }
                Some(Picked::Month(month)) => actions.push(Action::ShowMonth(month)),
                None => {}
            },
        );
    });
}
