//! Stretches in the Guide: step by step, and a session with its timer.

use super::window_support::Morning;
use cramp_diary::domain::StretchTime;
use egui::{Key, ViewportId, vec2};
use std::time::Duration;

/// The day that is running in the morning of the tests; the night that is asked about is that of the day before.
const RUNNING: &str = "2026-11-20";

const ROUTINE: &str = "Bedtime routine: calves and backs of thighs";

impl Morning {
    /// From here on the window's time stands still, but for what is said to go by.
    pub(crate) fn stop_time(&mut self) -> &mut Self {
        let now = self.harness().ctx.input(|input| input.time);
        self.harness().input_mut().time = Some(now);
        self
    }

    /// Lets time go by while nobody does anything.
    #[track_caller]
    pub(crate) fn seconds_later(&mut self, seconds: f64) -> &mut Self {
        let time = &mut self.harness().input_mut().time;
        *time = time.map(|now| now + seconds);
        self.harness().step();
        self
    }

    /// The words of the day that is running.
    #[track_caller]
    fn stretched(&self) -> Vec<String> {
        let page = self.saved_on(RUNNING);
        page.stretches.iter().map(|entry| format!("{}, {}", entry.value.name.as_str(), entry.value.dose.label())).collect()
    }

    /// When the next frame is due without anybody doing anything.
    #[track_caller]
    pub(crate) fn due(&mut self) -> Duration {
        self.harness().output().viewport_output[&ViewportId::ROOT].repaint_delay
    }
}

fn in_the_tab() -> Morning {
    let mut morning = Morning::started();
    morning.press_all(&["Guide", "Stretches"]).stop_time();
    morning
}

#[test]
fn every_stretch_has_a_card_and_a_page_with_its_drawing() {
    let mut morning = in_the_tab();
    morning.check_idle("the list");
    for (card, step, dose) in [
        ("Calf stretch at a wall", "Face a wall", "3 holds of 10 s, each leg. 2 min in all, at bedtime."),
        ("Heel drop on a step", "Put the front halves", "10 holds of 5 s. 2 min in all."),
        ("Easy cycling or walking", "exercise bike", "About 3 min."),
    ] {
        morning.press(card).sees(step).sees(dose).sees(&format!("Drawing: {card}")).check_idle(card);
        morning.press("All stretches");
    }
    morning.press("Calf cramp: stand on it").sees("weight on the cramped leg");
    assert!(!morning.has("Start"), "what eases a cramp is not timed");
    morning.key(Key::Escape);
    assert!(morning.has("Calf cramp: stand on it"), "Escape leads back to the list");
}

#[test]
fn the_routine_starts_with_one_press_and_logs_itself_at_its_end() {
    let mut morning = in_the_tab();
    morning.press("Start the bedtime routine").sees("Get ready").sees("Hold 1 of 3, left leg, set 1 of 2").sees("Next: hold 10 s");
    morning.seconds_later(5.0).sees("Hold").sees("10").sees("Next: rest 10 s");
    morning.seconds_later(10.0).sees("Rest").sees("Hold 2 of 3, left leg").sees("Next: hold 10 s");
    morning.seconds_later(30.0).sees("Hold 3 of 3, left leg").sees("Next: change to the right leg");
    morning.seconds_later(10.0).sees("Change sides");
    morning.seconds_later(10.0 + 50.0).sees("Get ready").sees("Hold 1 of 3, left leg, set 2 of 2");
    assert_eq!(morning.stretched(), [""; 0], "not before it is done");
    morning.seconds_later(10.0 + 50.0 + 10.0 + 49.0).sees("Next: done");
    morning.seconds_later(1.0).settle();
    morning.sees("Done").sees("3 min, logged for Fri 20 Nov");
    assert_eq!(morning.stretched(), ["bedtime_routine, 3 min"]);
    assert_eq!(morning.saved_on(RUNNING).stretches[0].value.time, StretchTime::Bedtime);
    morning.press("Undo");
    assert_eq!(morning.stretched(), [""; 0]);
    morning.press("Once more").sees("Get ready");
}

#[test]
fn space_pauses_right_skips_and_escape_offers_what_was_done() {
    let mut morning = in_the_tab();
    morning.press_all(&["Calf stretch with a towel", "Start"]);
    morning.seconds_later(6.0).sees("29").key(Key::Space).sees("Paused");
    morning.seconds_later(100.0).sees("29").key(Key::Space);
    morning.seconds_later(1.0).sees("28").key(Key::ArrowRight).sees("Rest").key(Key::ArrowRight).sees("Hold 2 of 3, left leg");
    morning.seconds_later(30.0).key(Key::Escape).sees("Ended early").sees("You did 1.1 min of 6 min");
    morning.press("Go on").sees("Rest").press("End").press("Log 1.1 min for Fri 20 Nov").sees("Put a towel");
    assert_eq!(morning.stretched(), ["towel_calf, 1.1 min"]);
}

#[test]
fn space_presses_the_button_that_has_the_keyboard() {
    let mut morning = in_the_tab();
    morning.press_all(&["Calf stretch at a wall", "Start"]).seconds_later(12.0);
    assert_eq!(morning.focused().as_deref(), Some("Pause"));
    morning.key(Key::Space).sees("Paused").key(Key::Space).tab_to("Skip").key(Key::Space).sees("Rest");
    assert!(!morning.reads("Paused"));
    morning.tab_to("End").key(Key::Space).sees("Ended early");
}

#[test]
fn what_was_not_held_is_not_logged() {
    let mut morning = in_the_tab();
    morning.press_all(&["Front of thigh", "Start"]).seconds_later(3.0).key(Key::Escape);
    assert!(morning.has("Start"), "there is nothing to offer");
    morning.press("Start");
    for _ in 0..20 {
        morning.key(Key::ArrowRight);
    }
    morning.sees("nothing was held").press("All stretches");
    morning.press_all(&["Ankle lift", "Start"]).seconds_later(60.0).press_all(&["End", "Do not log"]);
    assert_eq!(morning.stretched(), [""; 0]);
}

#[test]
fn a_stretch_is_logged_without_the_timer() {
    let mut morning = in_the_tab();
    morning.press_all(&["Toe curls on a towel", "Log 3 min without the timer"]);
    assert_eq!(morning.stretched(), ["toe_curls, 3 min"]);
}

#[test]
fn a_frame_is_due_when_the_number_changes_and_none_while_nothing_runs() {
    let mut morning = in_the_tab();
    morning.press_all(&["Calf stretch at a wall", "Start"]);
    let due = morning.seconds_later(16.3).due();
    assert!(due > Duration::from_millis(600) && due < Duration::from_millis(750), "{due:?}");
    morning.key(Key::Space).check_idle("paused");
    morning.key(Key::Space).key(Key::Escape).check_idle("ended");
    morning.press("Do not log").check_idle("the page");
    morning.press("Start").seconds_later(500.0).settle();
    morning.press("Close this message").until_one_file().check_idle("done");
}

#[test]
fn the_timer_waits_while_one_is_elsewhere() {
    let mut morning = in_the_tab();
    morning.press_all(&["Calf stretch at a wall", "Start"]).seconds_later(7.0).sees("8");
    morning.press("Today").seconds_later(600.0).press_all(&["Guide", "Stretches"]);
    morning.sees("Paused").sees("Hold 1 of 3, left leg").press("Go on");
    assert!(!morning.reads("Paused"));
    assert_eq!(morning.stretched(), [""; 0]);
}

#[test]
fn today_keeps_its_list_short_and_leads_to_all() {
    let mut morning = Morning::started();
    morning.press("More stretches");
    assert!(morning.has("Heel drop on a step") && !morning.has("Ankle circles") && !morning.has("Calf cramp: stand on it"));
    morning.press("All, step by step");
    assert!(morning.has("Ankle circles") && morning.has("Calf cramp: stand on it"));
    morning.press("Ankle circles").press("Log 1 min without the timer").press_all(&["Today", "Day after"]);
    assert!(morning.is_on("Ankle circles"), "what was done is shown without unfolding");
}

#[test]
fn in_a_small_window_all_of_the_timer_can_be_reached() {
    let mut morning = Morning::sized([super::support::a_drink("2026-11-19").into()], vec2(720.0, 520.0));
    morning.press_all(&["Guide", "Stretches", "Start the bedtime routine"]).sees("Get ready");
    let window = morning.harness().ctx.content_rect();
    for name in ["Pause", "Skip", "End"] {
        let rect = morning.widget(name).rect();
        assert!(window.contains_rect(rect), "{name:?} is at {rect:?}");
    }
    morning.sees(ROUTINE);
}
