//! Factors of one's own on the Today screen.

use super::support::a_factor;
use super::window_support::Morning;
use cramp_diary::diary::Command;
use cramp_diary::domain::{Factor, FactorKind};
use egui::Key;

impl Morning {
    /// The factors that are asked for, each with its answer.
    #[track_caller]
    fn answers_on(&self, date: &str) -> Vec<String> {
        let page = self.saved_on(date);
        let said = |id, factor: &Factor| page.factor_value(id).map_or_else(|| "not said".to_owned(), |value| factor.written(value));
        page.factors.iter().map(|entry| format!("{}: {}", entry.value.name.as_str(), said(entry.id, &entry.value))).collect()
    }

    #[track_caller]
    fn answers(&self) -> Vec<String> {
        self.answers_on(super::window_support::HOME)
    }
}

/// Somebody with a factor of each kind.
fn with_three() -> Morning {
    let factors: [Command; 3] = [
        a_factor("Compression socks", FactorKind::YesNo).into(),
        a_factor("Walked", FactorKind::Number).of_unit("km").into(),
        a_factor("Stress", FactorKind::Scale).into(),
    ];
    Morning::after(factors)
}

#[test]
fn each_kind_is_answered_in_its_way_with_one_press() {
    let mut morning = with_three();
    morning.press_all(&["Compression socks: yes", "Stress 4 of 10"]);
    morning.took_at_most(2, 0);
    morning.enter("Walked, km", "12,5");
    assert_eq!(morning.answers(), ["Compression socks: yes", "Walked: 12.5 km", "Stress: 4 of 10"]);
    assert!(morning.is_on("Compression socks: yes") && morning.is_on("Stress 4 of 10"));
    assert_eq!(morning.text_in("Walked, km"), "12.5");
}

#[test]
fn an_answer_is_taken_back_by_pressing_it_again_or_emptying_the_field() {
    let mut morning = with_three();
    morning.press_all(&["Compression socks: no", "Stress 0 of 10"]).enter("Walked, km", "3");
    assert_eq!(morning.answers(), ["Compression socks: no", "Walked: 3 km", "Stress: 0 of 10"], "no and nothing are answers");
    morning.press_all(&["Compression socks: no", "Stress 0 of 10"]).enter("Walked, km", "");
    assert_eq!(morning.answers(), ["Compression socks: not said", "Walked: not said", "Stress: not said"]);
    assert_eq!(morning.toast().unwrap().1, "Took back Walked");
    morning.press("Undo");
    assert_eq!((morning.answers()[1].as_str(), morning.text_in("Walked, km").as_str()), ("Walked: 3 km", "3"));
}

#[test]
fn a_bad_number_says_what_is_allowed_and_stays_typed() {
    let mut morning = with_three();
    morning.enter("Walked, km", "-1").sees("Value -1 is not allowed; give 0 to 1,000,000");
    morning.enter("Walked, km", "far").sees("Value \"far\" cannot be read; write it like 12 or 12.5");
    assert_eq!((morning.text_in("Walked, km").as_str(), morning.answers()[1].as_str()), ("far", "Walked: not said"));
}

#[test]
fn a_number_that_was_not_left_yet_is_saved_when_the_screen_goes_and_lands_on_its_day() {
    let mut morning = with_three();
    morning.write("Walked, km", "7").press("Trends");
    assert_eq!(morning.answers()[1], "Walked: 7 km");
    morning.press("Today").write("Walked, km", "8").press("Day before");
    assert_eq!((morning.answers()[1].as_str(), morning.text_in("Walked, km").as_str()), ("Walked: 8 km", ""));
    assert_eq!(morning.answers_on("2026-11-18")[1], "Walked: not said");
}

#[test]
fn a_factor_is_added_from_a_small_form() {
    let mut morning = Morning::started();
    assert!(!morning.has("Add a factor of your own"), "nobody is bothered with it");
    morning.press_all(&["Strain", "Add a factor of your own"]);
    assert_eq!(morning.focused().as_deref(), Some("Name of the factor"));
    morning.types("Walked").press_all(&["Answered by a number"]).enter("Unit", "km").press("Add factor");
    assert_eq!(morning.answers(), ["Walked: not said"]);
    assert!(!morning.has("Name of the factor"), "the form is closed");
    morning.enter("Walked, km", "2");
    assert_eq!(morning.answers(), ["Walked: 2 km"]);
    morning.press("Add a factor of your own").enter("Name of the factor", " walked").press("Add factor");
    morning.sees("There is already a factor called \"walked\".");
    morning.enter("Name of the factor", "").press("Add factor").sees("Give it a name");
    morning.enter("Name of the factor", "Stress").press_all(&["Answered by 0 to 10", "Add factor", "Stress 7 of 10"]);
    assert_eq!(morning.answers(), ["Walked: 2 km", "Stress: 7 of 10"]);
    morning.press_all(&["Undo", "Add a factor of your own", "Cancel adding a factor"]);
    assert!(!morning.has("Name of the factor"));
}

#[test]
fn a_factor_without_a_name_is_asked_for_it_at_enter() {
    let mut morning = with_three();
    morning.press("Add a factor of your own").key(Key::Enter).sees("Give it a name");
    assert_eq!(morning.focused().as_deref(), Some("Name of the factor"));
    morning.types("Socks");
    assert_eq!(morning.text_in("Name of the factor"), "Socks", "letters are letters, not keys of the screen");
    assert!(!morning.reads("Give it a name"));
    morning.key(Key::Enter);
    assert_eq!(morning.focused().as_deref(), Some("Answered by yes or no"));
}

#[test]
fn the_keyboard_goes_on_to_the_answer_of_what_was_added() {
    for (kind, first) in [("yes or no", "Massage: yes"), ("0 to 10", "Massage 0 of 10"), ("a number", "Massage")] {
        let mut morning = with_three();
        morning.press("Add a factor of your own").types("Massage").press(&format!("Answered by {kind}"));
        morning.tab_to("Add factor").key(Key::Enter);
        assert_eq!(morning.focused().as_deref(), Some(first), "{kind}");
    }
}

#[test]
fn the_form_stays_open_on_another_date_and_another_screen() {
    let mut morning = with_three();
    morning.press("Add a factor of your own").types("Massage").press("Day before");
    assert_eq!(morning.text_in("Name of the factor"), "Massage");
    morning.press_all(&["Trends", "Today"]);
    assert_eq!(morning.text_in("Name of the factor"), "Massage");
}

#[test]
fn a_new_name_and_unit_keep_the_past() {
    let mut morning = with_three();
    morning.enter("Walked, km", "5").press("Change factors");
    morning.enter("Name of Walked", "On foot").enter("Unit of On foot", "miles");
    assert_eq!(morning.answers()[1], "On foot: 5 miles");
    morning.enter("Name of Stress", "on  foot").sees("There is already a factor called \"on  foot\".");
    assert_eq!(morning.text_in("Name of Stress"), "on  foot", "what was typed stays");
    morning.key(Key::Escape).write("Name of Stress", "Worry").press("Trends");
    assert_eq!(morning.answers()[2], "Worry: not said", "what was not left yet is saved");
    morning.press("Today").write("Name of Worry", "Worries").tap_at_once("Done changing factors");
    assert_eq!(morning.answers()[2], "Worries: not said");
    assert!(!morning.has("Name of Worries"));
}

#[test]
fn a_retired_factor_shows_where_it_was_answered_and_comes_back() {
    let mut morning = with_three();
    morning.press_all(&["Stress 3 of 10", "Change factors", "Retire Stress", "Retire Compression socks"]);
    assert_eq!(morning.answers(), ["Walked: not said", "Stress: 3 of 10"]);
    morning.sees("Stress (retired)").press("Stress 5 of 10");
    assert_eq!(morning.answers()[1], "Stress: 5 of 10", "the past may have been logged wrongly");
    morning.press("Day before");
    assert!(!morning.has("Stress 5 of 10") && morning.answers_on("2026-11-18") == ["Walked: not said"]);
    morning.press("Bring back Stress");
    assert_eq!(morning.answers_on("2026-11-18"), ["Walked: not said", "Stress: not said"]);
    morning.press("Undo");
    assert!(morning.has("Bring back Stress"));
}

#[test]
fn only_what_was_never_answered_can_be_deleted() {
    let mut morning = with_three();
    morning.press_all(&["Compression socks: yes", "Change factors"]);
    assert!(!morning.has("Delete Compression socks"));
    morning.sees("Answered on 1 day: retire it instead of deleting it");
    assert!(morning.has("Add a factor of your own"));
    morning.press("Delete Stress");
    assert_eq!(morning.answers(), ["Compression socks: yes", "Walked: not said"]);
    morning.press("Undo");
    assert_eq!(morning.answers().len(), 3);
    morning.press("Compression socks: yes").press("Delete Compression socks");
    assert_eq!(morning.answers(), ["Walked: not said", "Stress: not said"], "its answer was taken back before");
}

#[test]
fn when_all_are_retired_they_can_still_be_found() {
    let mut morning = Morning::after([a_factor("Stress", FactorKind::Scale).into()]);
    morning.press_all(&["Change factors", "Retire Stress", "Done changing factors"]);
    assert!(!morning.reads("Your own factors"));
    morning.press_all(&["Strain", "Change factors", "Bring back Stress", "Done changing factors", "Stress 1 of 10"]);
    assert_eq!(morning.answers(), ["Stress: 1 of 10"]);
}
