//! The one question of a morning about signs, and what was said of a sign's course, in the window.

use super::support::day;
use super::window_support::Morning;
use cramp_diary::{
    diary::{Command, SignCommand},
    domain::{KnownSign, Sign, SignKind},
};

fn sign(kind: SignKind, on: &str) -> Command {
    Command::Sign(SignCommand::Log(Sign::new(day(on), kind)))
}

const KNOWN: &str = "Short of breath on effort or lying flat: has a doctor seen this, and is it as it always is?";
const GONE: &str = "Chest pain (Wed 18 Nov): is it gone?";

#[test]
fn a_sign_that_comes_again_is_asked_about_once_and_then_counts_only_when_it_is_worse() {
    let morning = Morning::after([sign(SignKind::Breathless, "2026-11-19")]);
    assert!(!morning.reads("has a doctor seen this"), "the first time nothing is asked");
    let mut morning = Morning::after(["2026-11-18", "2026-11-19"].map(|on| sign(SignKind::Breathless, on)));
    morning.sees("The same day:").press(&format!("{KNOWN} Yes, as always"));
    assert!(!morning.reads("The same day:") && !morning.reads("has a doctor seen this"));
    morning.press("Undo").sees("The same day:").press(&format!("{KNOWN} No"));
    morning.sees("The same day:");
    assert!(!morning.reads("has a doctor seen this"), "one answer a morning is enough, and this one was given");
}

#[test]
fn what_a_doctor_knows_can_be_said_to_be_worse_and_taken_back() {
    let known = KnownSign { day: day("2026-11-10"), kind: SignKind::Breathless, side: None, known: true };
    let mut morning = Morning::after([sign(SignKind::Breathless, "2026-11-19"), Command::Sign(SignCommand::Known(known))]);
    assert!(!morning.reads("The same day:"));
    let entry = "Short of breath on effort or lying flat";
    morning
        .press(&format!("Change {entry}"))
        .sees("Your doctor knows it, as you said on Tue 10 Nov")
        .press(&format!("{entry}: Worse than before"));
    morning.sees("The same day:").press(&format!("{entry}: Worse than before"));
    assert!(!morning.reads("The same day:"), "pressed again, nothing is said of it");
    morning.press(&format!("{entry}: my doctor does not know it")).sees("The same day:");
}

#[test]
fn a_warning_grows_less_urgent_once_its_sign_is_gone() {
    let mut morning = Morning::after([sign(SignKind::BleedingHeavy, "2026-11-19"), sign(SignKind::ChestPain, "2026-11-18")]);
    morning.sees("Now:");
    assert!(morning.reads(": is it gone?"));
    let mut morning = Morning::after([sign(SignKind::ChestPain, "2026-11-18")]);
    morning.press(&format!("{GONE} Still there"));
    morning.sees("Now:");
    assert!(!morning.reads(": is it gone?"), "asked again tomorrow");
    morning.press("Undo").press(&format!("{GONE} Yes, gone"));
    assert!(!morning.reads(": is it gone?"));
}
