//! Relief now: steps and a stopwatch, from anywhere, and a new cramp from them.

use super::support::{a_cramp, a_drink};
use super::window_support::{HOME, Morning};
use cramp_diary::domain::{CrampTime, Helped, Muscle, Relief, Side, Tried};
use egui::{Key, vec2};
use std::time::Duration;

#[test]
fn one_key_opens_the_steps_for_the_calf_and_the_time_runs() {
    let mut morning = Morning::started();
    morning.stop_time();
    morning.key(Key::F1).sees("Relief now").sees("Straighten the knee").sees("Since 07:05").sees("0:00").sees("Drawing: Calf cramp");
    assert!(morning.is_on("Calf") && !morning.has("Trends"));
    let due = morning.seconds_later(64.2).due();
    morning.sees("1:04");
    assert!(due > Duration::from_millis(600) && due < Duration::from_millis(900), "{due:?}");
    for (place, words) in [
        ("Sole or toes", "hold of the toes"),
        ("Back of thigh", "bend forward from the hips"),
        ("Front of thigh", "towards your bottom"),
        ("Shin", "Point the toes gently"),
    ] {
        morning.press(place).sees(words);
    }
    morning.press("Calf").press("Stand on it").sees("weight on the cramped leg").press("Pull the foot up").sees("Straighten the knee");
}

#[test]
fn what_the_stopwatch_knows_becomes_a_cramp_of_this_night() {
    let mut morning = Morning::started();
    morning.stop_time();
    morning.press("Relief now").seconds_later(154.0).press("It has eased").check_idle("eased");
    morning.seconds_later(100.0).sees("2:34").press("Log this cramp").sees("Say which leg and how bad it was");
    assert_eq!(morning.saved().cramps, [], "nothing is made up");
    morning.press_all(&["Right", "Severity 7, severe", "It woke me", "Log this cramp"]);
    let cramp = morning.cramp();
    assert_eq!((cramp.muscle, cramp.side, cramp.severity.get()), (Muscle::Calf, Side::Right, 7));
    assert!(matches!(cramp.time, CrampTime::Exact(at) if at.to_rfc3339() == "2026-11-20T07:05:00+01:00"), "{:?}", cramp.time);
    assert_eq!((cramp.duration.map(|minutes| minutes.to_string()).as_deref(), cramp.woke_me), (Some("2.6 min"), Some(true)));
    assert_eq!(cramp.tried, [Tried { relief: Relief::Stretch, helped: Some(Helped::Yes) }]);
    morning.sees("Last night").sees("Right calf");
    assert!(morning.has("Hard knot"), "the cramp is open for the rest");
    morning.press("Undo");
    assert_eq!(morning.saved().cramps, []);
}

#[test]
fn what_was_open_when_it_eased_is_what_was_tried() {
    for (place, way, tried) in [
        ("Back of thigh", None, Some(Relief::Stretch)),
        ("Calf", Some("Stand on it"), Some(Relief::Walking)),
        ("Shin", Some("Knead the knot"), Some(Relief::Massage)),
        ("Calf", Some("Walk it off"), Some(Relief::Walking)),
        ("Calf", Some("Warmth or cold afterwards"), None),
    ] {
        let mut morning = Morning::started();
        morning.stop_time();
        morning.key(Key::F1).press(place);
        if let Some(way) = way {
            morning.press(way);
        }
        morning.press("It has eased");
        // What is only looked at afterwards was not what eased it.
        if way != Some("Walk it off") {
            morning.press("Walk it off");
        }
        morning.press_all(&["Left", "Severity 5, moderate", "Log this cramp"]);
        let expected: Vec<_> = tried.map(|relief| Tried { relief, helped: Some(Helped::Yes) }).into_iter().collect();
        assert_eq!(morning.cramp().tried, expected, "{place}, {way:?}");
    }
}

#[test]
fn the_keyboard_is_enough() {
    let mut morning = Morning::started();
    morning.stop_time();
    morning.key(Key::F1).seconds_later(30.0);
    assert_eq!(morning.focused().as_deref(), Some("It has eased"));
    morning.key(Key::Enter);
    assert_eq!(morning.focused().as_deref(), Some("Left"), "the next question");
    morning.tab_to("Both").key(Key::Space).tab_to("Severity 4, moderate").key(Key::Space).tab_to("Log this cramp").key(Key::Enter);
    assert_eq!((morning.cramp().side, morning.cramp().woke_me), (Side::Both, None));
}

#[test]
fn escape_leads_back_and_nothing_that_was_typed_is_lost() {
    let mut morning = Morning::after([a_cramp(HOME).into()]);
    morning.stop_time();
    morning.press("Note").types("slept badly").key(Key::F1).sees("Straighten the knee").key(Key::Escape);
    assert_eq!((morning.saved().note.as_str(), morning.text_in("Note").as_str()), ("slept badly", "slept badly"));
    morning.press("Add a food").types("ban").key(Key::F1).key(Key::Escape);
    assert_eq!(morning.text_in("Add a food"), "ban");
    morning.press_all(&["Guide", "Stretches", "Heel drop on a step"]).key(Key::F1).key(Key::F1).key(Key::Escape);
    assert!(morning.has("Start"), "where one was");
    morning.press("Relief now").press("It has eased").press("Do not log");
    assert!(morning.has("Start"));
    assert_eq!(morning.saved().cramps.len(), 1);
}

#[test]
fn a_cramp_that_comes_back_goes_on() {
    let mut morning = Morning::started();
    morning.stop_time();
    morning.key(Key::F1).seconds_later(20.0).press("It has eased").seconds_later(40.0).press("It is back").sees("1:0");
    morning.seconds_later(60.0).press("It has eased").sees("2:0");
}

#[test]
fn a_cramp_waits_for_whoever_looks_at_something_else() {
    let mut morning = Morning::started();
    morning.stop_time();
    morning.key(Key::F1).press("Shin").seconds_later(300.0).key(Key::Escape).key(Key::F1).sees("5:00");
    assert!(morning.is_on("Shin"));
    morning.press_all(&["It has eased", "Left"]).key(Key::Escape).key(Key::F1).sees("5:00");
    assert!(morning.is_on("Left"), "the answers are kept");
    morning.press("Do not log").key(Key::F1).sees("0:00");
    assert!(morning.is_on("Calf"), "a new one");
    morning.seconds_later(60.0).key(Key::Escape).seconds_later(1000.0).key(Key::F1).sees("0:00");
}

#[test]
fn more_than_ten_minutes_need_advice() {
    let mut morning = Morning::started();
    morning.stop_time();
    morning.key(Key::F1).seconds_later(598.0);
    assert!(!morning.reads("urgent medical advice"));
    morning.seconds_later(2.5).sees("10:00").sees("ask for urgent medical advice").sees("Tell them: how long, which muscle");
    morning.press("It has eased").sees("ask for urgent medical advice");
}

#[test]
fn the_first_page_has_it_too_and_a_logged_cramp_begins_the_diary() {
    let mut morning = Morning::first();
    morning.press("Relief now").key(Key::Escape);
    assert!(morning.has("Start my diary"));
    morning.key(Key::F1).press_all(&["It has eased", "Left", "Severity 5, moderate", "Log this cramp"]);
    assert_eq!(morning.cramp().side, Side::Left);
    assert!(morning.has("Trends"));
}

#[test]
fn it_comes_to_rest_and_fits_in_both_looks_and_sizes() {
    for size in [vec2(1240.0, 860.0), vec2(720.0, 520.0)] {
        let mut morning = Morning::sized([a_drink(HOME).into()], size);
        morning.key(Key::F1);
        let window = morning.harness().ctx.content_rect();
        for name in ["Calf", "Shin", "It has eased", "Back"] {
            let rect = morning.widget(name).rect();
            assert!(window.contains_rect(rect), "{name:?} is at {rect:?} in {size:?}");
        }
        morning.press("It has eased").check_idle("eased");
    }
}
