//! The course in time, as tables.

use super::*;
use crate::domain::StretchName;
use crate::guide::{all_stretches, stretch};

fn timer(key: &str) -> HoldTimer {
    HoldTimer::new(stretch(&StretchName::new(key).unwrap()).unwrap())
}

/// A step as a person would say it: "hold 2 left 10".
fn said(step: Option<&TimerStep>) -> String {
    let Some(step) = step else { return "done".to_owned() };
    let phase = match step.phase {
        Phase::GetReady => "ready",
        Phase::Hold => "hold",
        Phase::Rest => "rest",
        Phase::ChangeSides => "change",
    };
    let side = step.side.map_or_else(String::new, |side| format!(" {}", side.key()));
    format!("{phase} {}{side} {}", step.hold, step.seconds)
}

#[test]
fn a_calf_stretch_goes_from_leg_to_leg() {
    let steps: Vec<_> = timer("calf_wall").steps.iter().map(|step| said(Some(step))).collect();
    let left = ["ready 1 left 5", "hold 1 left 10", "rest 2 left 10", "hold 2 left 10", "rest 3 left 10", "hold 3 left 10"];
    let right = ["change 1 right 10", "hold 1 right 10", "rest 2 right 10", "hold 2 right 10", "rest 3 right 10", "hold 3 right 10"];
    assert_eq!(steps, [left, right].concat());
}

#[test]
fn the_routine_is_the_trials_dose_on_two_muscles() {
    let timer = timer("bedtime_routine");
    let holds: Vec<_> = timer.steps.iter().filter(|step| step.phase == Phase::Hold).collect();
    assert_eq!(holds.len(), 12);
    assert!(holds.iter().all(|step| step.seconds == 10));
    assert_eq!(said(timer.steps.iter().find(|step| step.set == 2)), "ready 1 left 10");
    let whole: u32 = timer.steps.iter().map(|step| step.seconds).sum();
    assert!((180..=240).contains(&whole), "about three minutes: {whole} s");
}

#[test]
fn what_needs_no_sides_rests_or_holds_has_none() {
    let heel_drop = timer("heel_drop");
    assert!(heel_drop.steps.iter().all(|step| step.side.is_none()));
    assert_eq!(heel_drop.steps.len(), 1 + 10 + 9);
    let pumps = timer("ankle_pumps");
    assert!(pumps.steps.iter().all(|step| step.phase != Phase::Rest));
    let circles: Vec<_> = timer("ankle_circles").steps.iter().map(|step| said(Some(step))).collect();
    assert_eq!(circles, ["ready 1 left 5", "hold 1 left 30", "change 1 right 5", "hold 1 right 30"]);
    let walk: Vec<_> = timer("easy_walk").steps.iter().map(|step| said(Some(step))).collect();
    assert_eq!(walk, ["ready 1 5", "hold 1 180"]);
}

#[test]
fn seconds_lead_through_the_steps() {
    for (seconds, step, shown) in [
        (0.0, "ready 1 left 5", 5),
        (0.4, "ready 1 left 5", 5),
        (1.0, "ready 1 left 5", 4),
        (4.9, "ready 1 left 5", 1),
        (5.0, "hold 1 left 10", 10),
        (14.999, "hold 1 left 10", 1),
        (15.0, "rest 2 left 10", 10),
        (55.0, "change 1 right 10", 10),
        (114.0, "hold 3 right 10", 1),
        (115.0, "done", 0),
        (9_000.0, "done", 0),
    ] {
        let mut at_once = timer("calf_wall");
        at_once.advance(seconds);
        assert_eq!((said(at_once.step()).as_str(), at_once.seconds_left()), (step, shown), "after {seconds} s");
        let mut bit_by_bit = timer("calf_wall");
        for _ in 0..1000 {
            bit_by_bit.advance(seconds / 1000.0);
        }
        bit_by_bit.advance(1e-9);
        assert_eq!(said(bit_by_bit.step()), step, "after {seconds} s, bit by bit");
    }
}

#[test]
fn the_next_frame_is_due_when_the_number_changes() {
    for (seconds, due) in [(0.0, 1.0), (0.25, 0.75), (4.75, 0.25), (5.0, 1.0), (14.5, 0.5)] {
        let mut timer = timer("calf_wall");
        timer.advance(seconds);
        assert!((timer.until_next_second() - due).abs() < 1e-9, "after {seconds} s: {}", timer.until_next_second());
        let before = timer.seconds_left();
        timer.advance(timer.until_next_second());
        assert_ne!(timer.seconds_left(), before, "after {seconds} s");
    }
}

#[test]
fn paused_nothing_goes_by() {
    let mut timer = timer("calf_wall");
    timer.advance(7.0);
    timer.set_paused(true);
    timer.advance(500.0);
    assert_eq!((said(timer.step()).as_str(), timer.seconds_left()), ("hold 1 left 10", 8));
    timer.set_paused(false);
    timer.advance(1.0);
    assert_eq!(timer.seconds_left(), 7);
    assert_eq!(said(timer.next()), "rest 2 left 10");
    timer.set_paused(true);
    timer.skip();
    assert_eq!(said(timer.step()), "rest 2 left 10", "what is paused can be skipped");
}

#[test]
fn only_what_was_held_is_logged() {
    let dose = |seconds: f64, skips: usize| {
        let mut timer = timer("calf_wall");
        timer.advance(seconds);
        for _ in 0..skips {
            timer.skip();
        }
        timer.dose(stretch(&StretchName::new("calf_wall").unwrap()).unwrap().dose).map(Dose::label)
    };
    for (seconds, skips, logged) in [
        (0.0, 0, None),
        (5.0, 0, None),
        (5.5, 0, None),
        (0.0, 99, None),
        (15.0, 0, Some("0.3 min")),
        (10.0, 1, Some("0.2 min")),
        (55.0, 99, Some("1 min")),
        (115.0, 0, Some("2 min")),
    ] {
        assert_eq!(dose(seconds, skips).as_deref(), logged, "{seconds} s, then {skips} skipped");
    }
}

#[test]
fn every_stretch_comes_to_its_end_with_its_whole_dose() {
    for stretch in all_stretches() {
        let mut timer = HoldTimer::new(stretch);
        let mut frames = 0;
        while !timer.is_done() {
            timer.advance(timer.until_next_second());
            frames += 1;
            assert!(frames < 2000, "{}", stretch.label);
        }
        assert_eq!(timer.dose(stretch.dose), Some(stretch.dose), "{}", stretch.label);
        assert_eq!(timer.step(), None);
        timer.skip();
        timer.advance(1.0);
        assert!(timer.is_done());
    }
}
