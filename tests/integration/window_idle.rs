//! The window at rest, and on every screen something to hold on to without eyes.

use super::support::{a_cramp, a_drink, a_food, a_stretch};
use super::window_support::{HOME, Morning};
use cramp_diary::diary::Command;
use egui::{Vec2, ViewportId, vec2};
use std::time::Duration;

/// More steps of a quarter of a second than five seconds have.
const STEPS_UNTIL_REST: usize = 24;

const SIZES: [Vec2; 3] = [vec2(1240.0, 860.0), vec2(720.0, 520.0), vec2(2400.0, 1300.0)];

fn diary() -> [Command; 5] {
    [
        a_cramp(HOME).began("2026-11-20T03:10:00+01:00").lasted(4.0).noted("Übermüdet").into(),
        a_drink(HOME).into(),
        a_stretch(HOME).into(),
        a_food(HOME).into(),
        a_food("2026-11-18").into(),
    ]
}

impl Morning {
    /// Waits until the diary is one file again after a change.
    #[track_caller]
    pub(crate) fn until_one_file(&mut self) -> &mut Self {
        self.stop_time().seconds_later(5.5)
    }

    /// Nothing is going on: the next frame comes when something happens.
    #[track_caller]
    pub(crate) fn check_idle(&mut self, what: &str) {
        self.harness().run_steps(2);
        // A job that has just ended wakes the window once more, and five seconds after a change the diary becomes one file.
        for _ in 0..STEPS_UNTIL_REST {
            if self.repaint_delay() == Duration::MAX {
                break;
            }
            self.harness().run_steps(1);
        }
        assert_eq!(self.repaint_delay(), Duration::MAX, "{what}: {:?}", self.harness().ctx.repaint_causes());
        self.harness().check_accessibility();
    }

    fn repaint_delay(&mut self) -> Duration {
        self.harness().output().viewport_output[&ViewportId::ROOT].repaint_delay
    }
}

#[test]
fn every_screen_comes_to_rest_and_names_its_widgets() {
    for size in SIZES {
        let mut morning = Morning::sized(diary(), size);
        for route in ["Today", "Trends", "Settings"] {
            morning.press(route).check_idle(route);
        }
        morning.press_all(&["Today", "Calendar"]).check_idle("calendar");
        morning.press("Month before").check_idle("another month");
        morning.key(egui::Key::Escape);
        morning.press_all(&["Other drink", "Change water, 250 ml", "More stretches", "Change Banana, 1 medium (118 g)"]);
        morning.check_idle("everything unfolded");
        morning.press("Add a food").types("bread").check_idle("searching");
    }
}

#[test]
fn the_first_page_and_the_example_come_to_rest() {
    let mut morning = Morning::first();
    morning.check_idle("first page");
    for name in ["Look around with an example diary", "Trends", "14 nights", "1 year", "Settings", "Today"] {
        morning.press(name).check_idle(name);
    }
}

#[test]
fn both_looks_have_every_glyph() {
    for look in ["Light", "Dark"] {
        let mut morning = Morning::after(diary());
        morning.press_all(&["Settings", look, "Close this message"]).until_one_file().check_idle(look);
        morning.press("Today").check_idle(look);
        morning.press("Trends").check_idle(look);
    }
}

#[test]
fn a_change_asks_for_the_frame_in_which_the_diary_is_one_file_and_a_message_for_that_in_which_it_goes() {
    let mut morning = Morning::started();
    morning.press("No cramps");
    let delay = morning.due();
    assert!(delay > Duration::from_secs(2) && delay <= Duration::from_secs(5), "{delay:?}");
    let delay = morning.until_one_file().due();
    assert!(delay > Duration::ZERO && delay <= Duration::from_secs(3), "{delay:?}");
    morning.press("Close this message").check_idle("no message");
}

#[test]
fn names_are_unique_among_what_can_be_pressed_or_typed_in() {
    let mut morning = Morning::after(diary());
    morning.press_all(&["Other drink", "More stretches"]);
    let mut names = morning.names();
    names.sort_unstable();
    let twice: Vec<_> = names.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| &pair[0]).collect();
    assert!(twice.is_empty(), "{twice:?}");
}

#[test]
fn in_a_small_window_everything_is_reached_by_scrolling() {
    let mut morning = Morning::sized(diary(), vec2(720.0, 520.0));
    for name in morning.names() {
        if morning.is_disabled(&name) {
            continue;
        }
        morning.widget(&name).scroll_to_me();
        morning.settle();
        let window = morning.harness().ctx.content_rect();
        let rect = morning.widget(&name).rect();
        assert!(window.contains_rect(rect.shrink(1.0)), "{name:?} is at {rect:?}");
    }
}
