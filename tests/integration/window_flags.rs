//! Red flags in the window: above everything on Today, and under "See a doctor".

use super::support::{a_cramp, day};
use super::window_support::Morning;
use cramp_diary::{
    diary::{Command, SignCommand},
    domain::{Side, Sign, SignKind},
};

fn sign(kind: SignKind, side: Option<Side>) -> Command {
    Command::Sign(SignCommand::Log(Sign { side, ..Sign::new(day("2026-11-19"), kind) }))
}

/// A swollen left calf: to be seen the same day.
fn swollen() -> Morning {
    Morning::after([a_cramp("2026-11-19").into(), sign(SignKind::Swelling, Some(Side::Left)), sign(SignKind::SkinWarm, Some(Side::Left))])
}

#[test]
fn what_is_urgent_stands_on_today_until_it_is_put_aside_with_a_note() {
    let mut morning = swollen();
    let title = morning.flag_title();
    morning.sees("The same day:").sees("Because of what you logged:").sees("Swelling, left (Thu 19 Nov)");
    morning.press(&format!("Put \"{title}\" aside")).sees("Write in a few words what you do about it");
    assert!(morning.has(&format!("Put \"{title}\" aside")), "one click is not enough");
    morning.enter(&format!("What you do about \"{title}\""), "ultrasound at ten");
    assert!(!morning.reads("The same day:"));
    morning.press_all(&["Guide", "See a doctor", "Put aside"]).sees("You noted on Fri 20 Nov: ultrasound at ten");
    morning.press("Undo").press("Today").sees("The same day:");
}

#[test]
fn a_note_that_is_being_typed_is_the_same_on_every_date_and_in_the_guide() {
    let mut morning = swollen();
    let field = format!("What you do about \"{}\"", morning.flag_title());
    morning.write(&field, "ultrasound").press_all(&["Day before", "Day after"]);
    assert_eq!(morning.text_in(&field), "ultrasound");
    morning.press_all(&["Guide", "See a doctor"]);
    assert_eq!(morning.text_in(&field), "ultrasound");
    morning.press("Today").press(&field).key(egui::Key::Enter);
    assert!(!morning.reads("The same day:"));
    morning.press("Undo");
    assert_eq!(morning.text_in(&field), "", "what was put aside with it is done with");
}

#[test]
fn an_emergency_that_is_logged_far_below_comes_into_sight() {
    let mut morning = Morning::sized([sign(SignKind::LegPain, None)], egui::vec2(1000.0, 700.0));
    morning.press_all(&["Add a sign", "More signs", "Chest pain"]);
    let title = morning.named_with("Put \"");
    assert!(morning.harness().ctx.content_rect().contains(morning.widget(&title).rect().center()), "{title}");
    morning.sees("Now:");
}

#[test]
fn a_sign_that_may_be_an_emergency_by_itself_says_so() {
    let mut morning = Morning::started();
    morning.press_all(&["Signs", "More signs"]).sees("call 112, 911 or 999 before anything else").press("Chest pain");
    morning.sees("Now:").sees("Call 112, 911 or 999 now").press("Chest pain");
    assert!(!morning.reads("Now:"));
}

#[test]
fn a_sign_logged_anew_brings_the_flag_back() {
    let mut morning = swollen();
    let title = morning.flag_title();
    morning.enter(&format!("What you do about \"{title}\""), "ultrasound at ten");
    assert!(!morning.reads("The same day:"));
    morning.press_all(&["Add a sign", "Red or darker skin", "Red or darker skin, left"]);
    morning.sees("The same day:").sees("Red or darker skin, left");
}

#[test]
fn what_can_wait_is_one_line_on_today_and_a_card_under_see_a_doctor() {
    let urge = |on| Command::Sign(SignCommand::Log(Sign::new(day(on), SignKind::RestlessUrge)));
    let mut morning = Morning::after(["2026-11-17", "2026-11-18", "2026-11-19"].map(urge));
    morning.press("1 thing to mention to a doctor").sees("restless legs").sees("Tell the doctor:");
    morning.sees("My night cramps, 20 November 2026");
    assert!(morning.copied("Copy the words for the doctor").is_some_and(|text| text.contains("ferritin")));
    morning.settle();
    morning.sees("Copied the words for the doctor.");
}

#[test]
fn an_empty_diary_has_no_flag_and_says_what_that_is_worth() {
    let mut morning = Morning::started();
    assert!(!morning.reads("to mention to a doctor"));
    morning
        .press_all(&["Guide", "See a doctor"])
        .sees("Nothing that you logged asks for a doctor now")
        .sees("does not mean that all is well");
}

impl Morning {
    /// The title of the flag that stands on the screen.
    #[track_caller]
    fn flag_title(&self) -> String {
        let name = self.named_with("Put \"");
        name.trim_start_matches("Put \"").trim_end_matches("\" aside").to_owned()
    }

    /// What pressing this copies.
    pub(crate) fn copied(&mut self, name: &str) -> Option<String> {
        self.widget(name).click();
        self.harness().step();
        let commands = &self.harness().output().platform_output.commands;
        commands.iter().find_map(|command| match command {
            egui::OutputCommand::CopyText(text) => Some(text.clone()),
            _ => None,
        })
    }
}
