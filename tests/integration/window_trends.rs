//! The charts and the foods beside them.

use super::support::{a_cramp, a_drink};
use super::window_support::{HOME, Morning};
use egui::{Key, accesskit::Role, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

impl Morning {
    /// What a screen reader says of the chart.
    pub(crate) fn chart(&mut self) -> String {
        let node = self.harness().get_by_label_contains("Chart: Over time");
        assert_eq!(node.accesskit_node().role(), Role::Button);
        node.accesskit_node().label().unwrap()
    }

    /// Gives the keyboard to the chart, by Tab.
    pub(crate) fn walk_to_chart(&mut self) -> &mut Self {
        let mut presses = 0;
        while !self.focused().is_some_and(|name| name.starts_with("Chart: Over time")) {
            self.key(Key::Tab);
            presses += 1;
            assert!(presses < 40, "the chart is not reached");
        }
        self
    }
}

#[test]
fn five_ranges_can_be_chosen() {
    let mut morning = Morning::after([a_cramp(HOME).into()]);
    morning.press("Trends");
    assert!(morning.is_on("90 nights") && morning.is_on("Trends"));
    for (range, nights) in [("14 nights", 14), ("30 nights", 30), ("1 year", 365), ("All", 14), ("90 nights", 90)] {
        morning.press(range);
        assert!(morning.is_on(range), "{range}");
        assert_eq!(morning.chart(), format!("Chart: Over time, {nights} nights. Arrow keys walk from night to night."));
    }
}

#[test]
fn arrow_keys_walk_from_night_to_night_and_say_its_figures() {
    let mut morning = Morning::after([a_cramp(HOME).severity(7).into(), a_drink(HOME).ml(1250).into(), a_drink("2026-11-18").into()]);
    morning.press_all(&["Trends", "14 nights"]).walk_to_chart();
    let chart = morning.chart();
    assert!(chart.contains("night of Thu 19 to Fri 20 Nov"), "the last night first: {chart}");
    assert!(chart.contains("Cramps: 1, worst severity 7") && chart.contains("Drinks: 1,250 ml"), "{chart}");
    assert!(chart.contains("Stretching: not logged"), "{chart}");
    let chart = morning.key(Key::ArrowLeft).chart();
    assert!(chart.contains("night of Wed 18 to Thu 19 Nov"), "{chart}");
    assert!(chart.contains("Cramps: not logged") && chart.contains("Drinks: 250 ml"), "{chart}");
    assert!(morning.key(Key::Home).chart().contains("night of Fri 6 to Sat 7 Nov"));
    assert!(morning.key(Key::ArrowLeft).chart().contains("night of Fri 6 to Sat 7 Nov"), "no further than the first");
    assert!(morning.key(Key::ArrowRight).chart().contains("night of Sat 7 to Sun 8 Nov"));
    assert!(morning.key(Key::End).chart().contains("night of Thu 19 to Fri 20 Nov"));
}

#[test]
fn enter_opens_the_night_that_the_keyboard_is_on() {
    let mut morning = Morning::after([a_cramp("2026-11-18").into()]);
    morning.press("Trends").walk_to_chart().key(Key::ArrowLeft).key(Key::Enter);
    morning.sees("Wed 18 to Thu 19 Nov");
    assert!(morning.is_on("Today") && morning.has("Fold left calf, severity 5"));
}

#[test]
fn the_chart_lets_the_keyboard_go_on() {
    let mut morning = Morning::after([a_cramp(HOME).into()]);
    morning.press("Trends").walk_to_chart().chord(egui::Modifiers::SHIFT, Key::Tab);
    assert_eq!(morning.focused().as_deref(), Some("Panels"));
    morning.walk_to_chart().key(Key::Tab);
    assert!(!morning.focused().is_some_and(|name| name.starts_with("Chart: Over time")));
}

#[test]
fn pressing_the_chart_opens_the_night_under_the_pointer() {
    let mut morning = Morning::after([a_cramp(HOME).into()]);
    morning.press_all(&["Trends", "14 nights"]);
    let rect = morning.harness().get_by_label_contains("Chart: Over time").rect();
    let at = egui::pos2(rect.right() - 16.0, rect.center().y);
    morning.harness().hover_at(at);
    morning.settle();
    let chart = morning.chart();
    assert!(chart.contains("night of Thu 19 to Fri 20 Nov"), "{chart}");
    morning.sees("Press to open this date.");
    morning.harness().drag_at(at);
    morning.harness().drop_at(at);
    morning.settle();
    morning.sees("Last night");
}

#[test]
fn what_is_logged_changes_the_chart() {
    let mut morning = Morning::after([a_cramp(HOME).into()]);
    morning.press_all(&["Trends", "Today", "Right sole", "Severity 9, severe", "Trends"]).walk_to_chart();
    let chart = morning.chart();
    assert!(chart.contains("Cramps: 2, worst severity 9"), "{chart}");
}

#[test]
fn what_is_undone_goes_from_the_chart() {
    let mut morning = Morning::after([a_cramp(HOME).into()]);
    morning.press_all(&["Trends", "Today", "Right sole", "Severity 9, severe", "Trends", "Undo"]).walk_to_chart();
    let chart = morning.chart();
    assert!(chart.contains("Cramps: 1, worst severity 5"), "{chart}");
}

#[test]
fn the_keyboard_walks_although_the_mouse_rests_on_the_chart() {
    let mut morning = Morning::after([a_cramp(HOME).into()]);
    morning.press_all(&["Trends", "14 nights"]);
    let at = morning.harness().get_by_label_contains("Chart: Over time").rect().center();
    morning.harness().hover_at(at);
    morning.settle();
    morning.walk_to_chart().key(Key::ArrowLeft);
    assert!(morning.chart().contains("night of Wed 18 to Thu 19 Nov"), "{}", morning.chart());
    morning.harness().hover_at(at + egui::vec2(3.0, 0.0));
    morning.settle();
    assert!(!morning.chart().contains("night of Wed 18 to Thu 19 Nov"), "the pointer acted last: {}", morning.chart());
}

#[test]
fn the_card_on_a_night_stays_inside_the_window() {
    let drinks = (1..=9).map(|of| a_drink(HOME).ml(100 * of).into());
    let mut morning = Morning::after([a_cramp(HOME).noted("after a very long walk ".repeat(12).trim()).into()].into_iter().chain(drinks));
    morning.press_all(&["Trends", "14 nights"]);
    let rect = morning.harness().get_by_label_contains("Chart: Over time").rect();
    for at in [rect.right_bottom() - egui::vec2(16.0, 4.0), rect.right_top() + egui::vec2(-16.0, 4.0)] {
        morning.harness().hover_at(at);
        morning.harness().run_steps(3);
        morning.settle();
        let window = morning.harness().ctx.content_rect();
        for words in ["Press to open this date.", "Night of Thu 19 to Fri 20 Nov"] {
            let card = morning.harness().get_by_label(words).rect();
            assert!(window.contains_rect(card), "{words} at {card:?}");
        }
    }
}

#[test]
fn foods_to_try_say_over_how_many_days_they_look() {
    let mut morning = Morning::first();
    morning.press_all(&["Look around with an example diary", "Trends"]).sees("Foods to try");
    morning.sees("of the last 14 days.").sees("% of your reference (");
}

#[test]
fn an_empty_diary_says_what_is_missing_for_foods_to_try() {
    let mut morning = Morning::started();
    morning.press("Trends").sees("0 of 7 full food days are logged in the last 14.").sees("these are rich in minerals");
    morning.sees("Compared with the reference for adults of 31 to 50 years").sees("Magnesium").sees("Potassium").sees("Calcium");
}

#[test]
fn in_a_narrow_window_the_foods_stand_below_the_chart() {
    for (size, is_below) in [(vec2(720.0, 520.0), true), (vec2(900.0, 600.0), true), (vec2(1400.0, 900.0), false)] {
        let mut morning = Morning::sized([a_cramp(HOME).into()], size);
        morning.press("Trends").sees("Foods to try");
        let (chart, foods) = {
            let harness = morning.harness();
            (harness.get_by_label_contains("Chart: Over time").rect(), harness.get_by_label("Foods to try").rect())
        };
        assert_eq!(foods.top() > chart.bottom(), is_below, "{size}: {chart}, {foods}");
        assert_eq!(foods.left() > chart.right(), !is_below, "{size}: {chart}, {foods}");
        assert!(foods.right() <= size.x && morning.widget("Panels").rect().right() <= size.x, "{size}: {foods}");
    }
}
