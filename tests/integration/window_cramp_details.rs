//! What else there is to say of a cramp.

use super::{support::a_cramp, window_support::Morning};
use cramp_diary::{
    diary::NightState,
    domain::{CrampTime, Helped, Relief, Side, Tried},
};

/// A cramp in the left calf of severity 5; its details are open.
fn described() -> Morning {
    Morning::after([a_cramp("2026-11-19").into()])
}

#[test]
fn yes_no_questions_go_through_yes_and_no_to_not_said() {
    for (name, read) in [
        ("Woke me", (|cramp| cramp.woke_me) as fn(cramp_diary::domain::Cramp) -> Option<bool>),
        ("Hard knot", |cramp| cramp.hard_knot),
        ("Sore next day", |cramp| cramp.sore_next_day),
    ] {
        let mut morning = described();
        for expected in [Some(true), Some(false), None] {
            morning.press(name);
            assert_eq!(read(morning.cramp()), expected, "{name}");
            assert_eq!(morning.is_on(name), expected.is_some(), "{name}");
        }
    }
}

#[test]
fn it_began_after_midnight_on_the_next_date() {
    let mut morning = described();
    morning.enter("Began at", "03:10");
    let CrampTime::Exact(at) = morning.cramp().time else { panic!("{:?}", morning.cramp().time) };
    assert_eq!(at.to_rfc3339(), "2026-11-20T03:10:00+01:00");
    morning.press("about");
    assert_eq!(morning.cramp().time, CrampTime::About(at));
    morning.enter("Began at", "23:45");
    assert!(matches!(morning.cramp().time, CrampTime::About(at) if at.to_rfc3339() == "2026-11-19T23:45:00+01:00"));
    morning.press("about");
    assert!(matches!(morning.cramp().time, CrampTime::Exact(_)));
    morning.enter("Began at", "");
    assert_eq!(morning.cramp().time, CrampTime::Unknown);
    assert!(morning.is_disabled("about"));
}

#[test]
fn how_long_it_lasted_is_said_in_minutes() {
    let mut morning = described();
    morning.enter("Lasted, min", "2,5");
    assert_eq!(morning.cramp().duration.unwrap().to_string(), "2.5 min");
    morning.enter("Lasted, min", "");
    assert_eq!(morning.cramp().duration, None);
}

#[test]
fn what_was_tried_goes_through_how_well_it_helped() {
    let mut morning = described();
    let relief = Relief::Massage;
    for helped in [None, Some(Helped::Yes), Some(Helped::Some), Some(Helped::No)] {
        morning.press("Tried massage");
        assert_eq!(morning.cramp().tried, [Tried { relief, helped }]);
    }
    morning.press("Tried massage");
    assert_eq!(morning.cramp().tried, []);
    morning.press_all(&["Tried heat", "Tried stretch", "Tried stretch"]);
    let expected = [Tried { relief: Relief::Stretch, helped: Some(Helped::Yes) }, Tried { relief: Relief::Heat, helped: None }];
    assert_eq!(morning.cramp().tried, expected);
}

#[test]
fn words_about_a_cramp_are_kept() {
    let mut morning = described();
    morning.enter("About this cramp", "after the garden");
    assert_eq!(morning.cramp().note, "after the garden");
    morning.enter("About this cramp", "");
    assert_eq!(morning.cramp().note, "");
}

#[test]
fn severity_and_side_can_be_changed() {
    let mut morning = described();
    morning.press_all(&["Severity 8, severe", "Both"]);
    assert_eq!((morning.cramp().severity.get(), morning.cramp().side), (8, Side::Both));
    assert!(morning.is_on("Severity 8, severe") && morning.is_on("Both"));
    assert!(morning.has("Fold both calves, severity 8"));
}

#[test]
fn a_deleted_cramp_leaves_a_night_that_is_not_logged() {
    let mut morning = described();
    morning.press("Delete left calf, severity 5");
    let page = morning.saved();
    assert_eq!((page.cramps, page.night_state), (Vec::new(), NightState::NotLogged));
}

#[test]
fn of_two_cramps_the_right_one_is_deleted() {
    let mut morning = Morning::after([a_cramp("2026-11-19").into(), a_cramp("2026-11-19").severity(2).noted("second").into()]);
    morning.press("Delete left calf, severity 5");
    assert_eq!(morning.cramp().note, "second");
    assert_eq!(morning.saved().night_state, NightState::HadCramps);
}

#[test]
fn details_fold_and_unfold() {
    let mut morning = described();
    morning.press("Fold left calf, severity 5");
    assert!(!morning.has("Woke me"));
    morning.press("Details of left calf, severity 5");
    assert!(morning.has("Woke me"));
}

#[test]
fn what_is_wrong_is_named_and_kept_and_not_saved() {
    let mut morning = described();
    let before = morning.cramp();
    for (field, typed, message) in [
        ("Began at", "25:00", "Time \"25:00\" cannot be read; write it like 3:10 or 23:45"),
        ("Began at", "early", "Time \"early\" cannot be read"),
        ("Lasted, min", "999 min", "Duration 999 minutes is not allowed; give 0.1 to 180 minutes"),
        ("Lasted, min", "0", "Duration 0 minutes is not allowed"),
        ("Lasted, min", "abc", "Duration \"abc\" cannot be read; write it like 4 or 0.5 (minutes)"),
    ] {
        morning.enter(field, typed).sees(message);
        assert_eq!(morning.text_in(field), typed);
        assert_eq!(morning.cramp(), before, "{field} {typed}");
    }
    morning.enter("Lasted, min", "9");
    assert!(!morning.reads("cannot be read") || !morning.reads("Duration"), "the message goes once it is right");
}

#[test]
fn deleting_in_the_frame_in_which_a_field_is_left_says_nothing_wrong() {
    let mut morning = described();
    morning.write("About this cramp", "never mind");
    morning.tap_at_once("Delete left calf, severity 5");
    assert_eq!(morning.saved().cramps, []);
    assert_eq!(morning.toast().unwrap().1, "Deleted a cramp");
}
