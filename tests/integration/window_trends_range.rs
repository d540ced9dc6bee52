//! Which nights Trends shows: choosing, zooming by keys, wheel and dragging, moving, and the ends of the diary.

use super::support::{a_cramp, a_drink};
use super::window_support::{HOME, Morning};
use egui::{Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, Pos2, Rect, TouchPhase, Vec2, pos2, vec2};
use egui_kittest::kittest::Queryable as _;

impl Morning {
    /// The chart over time of a diary that began 200 nights before.
    fn long() -> Self {
        let mut morning = Self::after([a_cramp("2026-05-04").into(), a_drink("2026-09-01").into(), a_cramp(HOME).into()]);
        morning.press("Trends");
        morning
    }

    /// How many nights the chart shows.
    #[track_caller]
    fn nights(&mut self) -> usize {
        let chart = self.chart();
        let number = chart.strip_prefix("Chart: Over time, ").and_then(|rest| rest.split(' ').next());
        number.and_then(|number| number.parse().ok()).unwrap_or_else(|| panic!("no nights in {chart}"))
    }

    fn chart_rect(&mut self) -> Rect {
        self.harness().get_by_label_contains("Chart: Over time").rect()
    }

    /// A place of the chart, by its share of the width.
    fn chart_at(&mut self, share: f32) -> Pos2 {
        let rect = self.chart_rect();
        pos2(rect.left() + rect.width() * share, rect.center().y)
    }

    /// Turns the wheel over the chart; up and left are positive.
    fn turn(&mut self, share: f32, delta: Vec2, modifiers: Modifiers) -> &mut Self {
        let at = self.chart_at(share);
        self.harness().hover_at(at);
        self.settle();
        let (unit, phase, source) = (MouseWheelUnit::Line, TouchPhase::Move, MouseWheelSource::Unknown);
        self.harness().event(Event::MouseWheel { unit, delta, phase, source, modifiers });
        self.harness().run_steps(8);
        self.settle();
        self
    }
}

#[test]
fn keys_zoom_and_there_is_a_way_back() {
    let mut morning = Morning::long();
    morning.sees("22 Aug to 19 Nov 2026").walk_to_chart().key(Key::Plus);
    assert_eq!(morning.nights(), 45);
    assert!(!morning.is_on("90 nights") && morning.has("Back to 90 nights"));
    morning.sees("6 Oct to 19 Nov 2026 (45 nights)");
    morning.key(Key::Minus);
    assert_eq!(morning.nights(), 90);
    assert!(morning.is_on("90 nights") && !morning.has("Back to 90 nights"), "the same nights are the same choice");
    morning.key(Key::Plus).key(Key::Plus).press("Back to 90 nights");
    assert!(morning.is_on("90 nights"));
}

#[test]
fn zooming_goes_no_further_than_one_night_and_the_whole_diary() {
    let mut morning = Morning::long();
    morning.walk_to_chart();
    for _ in 0..9 {
        morning.key(Key::Plus);
    }
    assert_eq!(morning.nights(), 1);
    morning.sees("Night of Thu 19 to Fri 20 Nov 2026");
    for _ in 0..12 {
        morning.key(Key::Minus);
    }
    assert_eq!(morning.nights(), 200);
    assert!(morning.is_on("All"));
    morning.sees("4 May to 19 Nov 2026 (200 nights)");
}

#[test]
fn pages_move_by_a_range_and_stop_at_the_ends_of_the_diary() {
    let mut morning = Morning::long();
    morning.walk_to_chart().key(Key::PageUp).sees("24 May to 21 Aug 2026");
    assert!(morning.chart().contains("night of Fri 21 to Sat 22 Aug"), "the keyboard goes with the nights: {}", morning.chart());
    morning.key(Key::PageUp).sees("4 May to 1 Aug 2026").key(Key::PageUp).sees("4 May to 1 Aug 2026");
    morning.key(Key::PageDown).key(Key::PageDown).sees("22 Aug to 19 Nov 2026");
    assert!(morning.is_on("90 nights"));
}

#[test]
fn the_wheel_zooms_around_the_pointer() {
    let mut morning = Morning::long();
    morning.turn(0.98, vec2(0.0, 4.0), Modifiers::NONE);
    let nights = morning.nights();
    assert!((20..60).contains(&nights), "{nights} nights");
    morning.sees("to 19 Nov 2026");
    morning.turn(0.5, vec2(0.0, -30.0), Modifiers::NONE);
    assert_eq!(morning.nights(), 200, "no further than the diary");
}

#[test]
fn what_was_turned_against_a_limit_is_forgotten() {
    let mut morning = Morning::long();
    morning.press("All");
    for _ in 0..4 {
        morning.turn(0.5, vec2(0.0, -30.0), Modifiers::NONE);
    }
    assert_eq!(morning.nights(), 200);
    morning.press("14 nights");
    let at = morning.chart_at(0.5);
    morning.harness().hover_at(at);
    morning.settle();
    assert_eq!(morning.nights(), 14);
}

#[test]
fn ctrl_and_the_wheel_zoom_however_few_nights_are_shown() {
    let mut morning = Morning::long();
    morning.press("14 nights");
    for _ in 0..12 {
        morning.turn(0.98, vec2(0.0, 1.0), Modifiers::COMMAND);
    }
    let nights = morning.nights();
    assert!(nights < 10, "{nights} nights");
}

#[test]
fn a_wheel_turned_sideways_moves() {
    let mut morning = Morning::long();
    morning.press("14 nights").turn(0.5, vec2(6.0, 0.0), Modifiers::NONE);
    assert_eq!(morning.nights(), 14);
    assert!(morning.has("Back to 14 nights") && !morning.reads("6 to 19 Nov 2026"), "{:?}", morning.words());
    let held = Modifiers::SHIFT;
    morning.turn(0.5, vec2(0.0, -60.0), held).sees("6 to 19 Nov 2026");
    assert!(morning.is_on("14 nights"));
}

#[test]
fn dragging_over_nights_shows_them() {
    let mut morning = Morning::long();
    let (from, to) = (morning.chart_at(0.75), morning.chart_at(0.5));
    morning.harness().drag_at(from);
    morning.harness().run_steps(1);
    morning.harness().hover_at(to);
    morning.harness().run_steps(2);
    assert!(morning.chart().starts_with("Chart: Over time, 90 nights"), "not before the button is let go");
    morning.harness().drop_at(to);
    morning.settle();
    let nights = morning.nights();
    assert!((15..35).contains(&nights), "{nights} nights");
    assert!(morning.is_on("Trends") && morning.has("Back to 90 nights"));
}

#[test]
fn escape_and_dragging_back_show_and_open_nothing() {
    let mut morning = Morning::long();
    let (from, to) = (morning.chart_at(0.75), morning.chart_at(0.5));
    morning.harness().drag_at(from);
    morning.harness().run_steps(1);
    for at in [to, from] {
        morning.harness().hover_at(at);
        morning.harness().run_steps(2);
    }
    morning.harness().drop_at(from);
    morning.settle();
    assert!(morning.is_on("Trends") && morning.is_on("90 nights"), "dragged back");
    morning.harness().drag_at(from);
    morning.harness().run_steps(1);
    morning.harness().hover_at(to);
    morning.harness().run_steps(2);
    morning.key(Key::Escape).harness().drop_at(to);
    morning.settle();
    assert!(morning.is_on("Trends") && morning.is_on("90 nights"), "Escape");
}

#[test]
fn a_press_that_slips_a_little_still_opens_the_night() {
    let mut morning = Morning::long();
    morning.press("14 nights");
    let at = morning.chart_at(0.975);
    morning.harness().drag_at(at);
    morning.harness().run_steps(1);
    morning.harness().hover_at(at - vec2(9.0, 0.0));
    morning.harness().run_steps(2);
    morning.harness().drop_at(at - vec2(9.0, 0.0));
    morning.settle();
    assert!(morning.is_on("Today"));
}

#[test]
fn ten_years_are_read_bit_by_bit_and_then_all_there() {
    let mut morning = Morning::after([a_cramp("2016-11-19").into(), a_cramp(HOME).into()]);
    morning.widget("Trends").click();
    morning.harness().run_steps(2);
    assert!(morning.reads("Reading older nights") && morning.nights() == 90, "what is read can be looked at meanwhile");
    morning.harness().run_steps(120);
    morning.press("All").sees("19 Nov 2016 to 19 Nov 2026 (3653 nights)").check_idle("all of it");
    assert_eq!(morning.nights(), 3653);
    for tab in ["Calendar", "Where", "When", "How bad", "Relief", "Before a cramp", "Figures"] {
        morning.press(tab).check_idle(tab);
    }
    assert!(!morning.reads("Reading older nights"));
}

#[test]
fn the_range_goes_with_the_tabs() {
    let mut morning = Morning::long();
    morning.press_all(&["30 nights", "Calendar"]);
    assert!(morning.is_on("30 nights"));
    morning.press("1 year").sees("20 Nov 2025 to 19 Nov 2026");
    morning.press("Over time");
    assert_eq!(morning.nights(), 365);
}

#[test]
fn another_diary_is_shown_as_if_nothing_had_been_chosen() {
    let mut morning = Morning::first();
    morning.press_all(&["Look around with an example diary", "Trends", "30 nights", "Figures", "The first two weeks", "Where"]);
    morning.press_all(&["Shade by cramps", "Back to my diary", "Start my diary", "Trends"]);
    assert!(morning.is_on("Over time") && morning.is_on("90 nights"));
    morning.press("Where");
    assert!(morning.is_on("Shade by nights"));
    morning.press("Figures");
    assert!(morning.is_on("The nights before"));
}

#[test]
fn the_way_back_hands_the_keyboard_to_the_choice() {
    let mut morning = Morning::long();
    morning.walk_to_chart().key(Key::Plus).walk_to("Back to 90 nights", Modifiers::SHIFT, Key::Tab).key(Key::Enter);
    assert_eq!(morning.focused().as_deref(), Some("90 nights"));
    assert!(morning.is_on("90 nights"));
}

#[test]
fn half_read_nights_are_neither_saved_nor_zoomed() {
    let mut morning = Morning::after([a_cramp("2016-11-19").into(), a_cramp(HOME).into()]);
    morning.widget("Trends").click();
    morning.harness().run_steps(2);
    assert!(!morning.is_disabled("Save picture: Over time"), "90 nights are read");
    morning.widget("All").click();
    morning.harness().run_steps(2);
    assert!(morning.is_disabled("Save picture: Over time"));
    morning.harness().run_steps(120);
    assert!(!morning.is_disabled("Save picture: Over time"));
    assert_eq!(morning.nights(), 3653);
}

#[test]
fn a_young_diary_shows_two_weeks_at_least() {
    let mut morning = Morning::after([a_cramp(HOME).into()]);
    morning.press_all(&["Trends", "All"]).sees("6 to 19 Nov 2026 (14 nights)");
    assert_eq!(morning.nights(), 14);
}
