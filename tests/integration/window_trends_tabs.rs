//! The tabs of Trends: each shows its charts or says what is missing, and comes to rest.

use super::support::{a_cramp, night};
use super::window_support::{HOME, Morning};
use cramp_diary::{
    diary::{Command, NightCommand},
    domain::NightAnswer,
    ui::action::TrendsTab,
};
use egui::{Key, Modifiers, vec2};

/// Cramps on the 19th and the 12th, none on the 18th and the 5th.
fn diary() -> [Command; 4] {
    [
        a_cramp(HOME).began("2026-11-20T03:10:00+01:00").lasted(4.0).severity(7).into(),
        a_cramp("2026-11-12").into(),
        Command::Night(NightCommand::Answer(night("2026-11-18"), NightAnswer::NoCramps)),
        Command::Night(NightCommand::Answer(night("2026-11-05"), NightAnswer::NoCramps)),
    ]
}

/// What the charts of a tab are called, from top to bottom.
fn charts(tab: TrendsTab) -> &'static [&'static str] {
    match tab {
        TrendsTab::OverTime => &["Over time"],
        TrendsTab::Calendar => &["Calendar"],
        TrendsTab::Where => &["Where"],
        TrendsTab::When => &["Time of night", "Days of the week", "Months"],
        TrendsTab::HowBad => &["How severe", "How long"],
        TrendsTab::Relief => &["Relief"],
        TrendsTab::Before => &["Before a cramp"],
        TrendsTab::Figures => &[],
    }
}

#[test]
fn every_tab_shows_its_charts_in_every_window() {
    for size in [vec2(1240.0, 860.0), vec2(1000.0, 700.0), vec2(720.0, 520.0)] {
        let mut morning = Morning::sized(diary(), size);
        morning.press("Trends");
        for (tab, words) in TrendsTab::ALL {
            morning.press(words).check_idle(words);
            assert!(morning.is_on(words));
            for chart in charts(tab) {
                assert!(morning.has(&format!("As a table: {chart}")) && morning.has(&format!("Save picture: {chart}")), "{chart}");
            }
        }
    }
}

#[test]
fn an_empty_diary_shows_every_tab_and_says_what_is_missing() {
    let mut morning = Morning::started();
    morning.press("Trends");
    for (tab, words) in TrendsTab::ALL {
        morning.press(words).check_idle(words);
        for chart in charts(tab).iter().filter(|_| tab != TrendsTab::Before) {
            assert!(morning.has(&format!("As a table: {chart}")), "{chart}");
        }
    }
    morning.press("Before a cramp").sees("Nothing is logged yet.");
    morning.press("Figures").sees("0 of 90");
}

#[test]
fn ctrl_2_goes_to_the_tab_that_was_shown_last() {
    let mut morning = Morning::after(diary());
    morning.chord(Modifiers::COMMAND, Key::Num2);
    assert!(morning.is_on("Trends") && morning.is_on("Over time"));
    morning.press_all(&["Relief", "Today"]).chord(Modifiers::COMMAND, Key::Num2);
    assert!(morning.is_on("Relief"));
    morning.press_all(&["Today", "Trends"]);
    assert!(morning.is_on("Relief"));
}

#[test]
fn the_calendar_says_its_nights_to_the_keyboard_and_opens_them() {
    let mut morning = Morning::after(diary());
    morning.press_all(&["Trends", "Calendar"]).tab_to("Save picture: Calendar").key(Key::Tab);
    let said = morning.focused().unwrap();
    assert!(said.starts_with("Chart: Calendar") && said.contains("19"), "{said}");
    morning.key(Key::ArrowLeft);
    let before = morning.focused().unwrap();
    assert!(before != said && before.contains("18"), "{said}, then {before}");
    morning.key(Key::Enter).sees("Wed 18 to Thu 19 Nov");
    assert!(morning.is_on("Today"));
}

#[test]
fn the_body_is_shaded_by_what_is_chosen() {
    let folder = tempfile::tempdir().unwrap();
    let mut morning = Morning::after(diary());
    morning.press_all(&["Trends", "Where"]);
    assert!(morning.is_on("Shade by nights"));
    let saved = |morning: &mut Morning, shade: &str| {
        let path = folder.path().join(format!("{shade}.svg"));
        morning.press_all(&[shade, "Save picture: Where"]).write("Where to save the picture", &path.display().to_string()).press("Save");
        std::fs::read_to_string(path).unwrap()
    };
    let (nights, worst) = (saved(&mut morning, "Shade by nights"), saved(&mut morning, "Shade by worst severity"));
    assert!(morning.is_on("Shade by worst severity") && !morning.is_on("Shade by nights"));
    assert!(nights != worst, "the same picture");
}

#[test]
fn before_a_cramp_goes_from_cramp_night_to_cramp_night() {
    let mut morning = Morning::after(diary());
    morning.press_all(&["Trends", "Before a cramp"]).sees("Night of Thu 19 to Fri 20 Nov, 1 cramp").sees("What was logged");
    assert!(morning.is_disabled("Cramp night after"));
    morning.press("Cramp night before").sees("Night of Thu 12 to Fri 13 Nov, 1 cramp");
    morning.sees("Before the night of Thu 5 to Fri 6 Nov without cramps");
    assert!(morning.is_disabled("Cramp night before"));
    morning.press("Cramp night after").sees("Night of Thu 19 to Fri 20 Nov, 1 cramp");
}

#[test]
fn before_a_cramp_says_where_there_was_none() {
    let mut morning = Morning::after([Command::Night(NightCommand::Answer(night(HOME), NightAnswer::NoCramps))]);
    morning.press_all(&["Trends", "Before a cramp"]).sees("None of these nights is logged with cramps");
}

#[test]
fn what_was_before_a_night_is_one_press_away_from_it() {
    let mut morning = Morning::after(diary());
    morning.press("Day before");
    assert!(!morning.has("What was before"), "a night without cramps");
    morning.press("Day after").press_all(&["What was before"]).sees("Night of Thu 19 to Fri 20 Nov, 1 cramp");
    assert!(morning.is_on("Trends") && morning.is_on("Before a cramp") && morning.is_on("90 nights"));
}

#[test]
fn figures_are_compared_with_what_is_chosen_and_say_what_is_missing() {
    let mut morning = Morning::after(diary());
    morning.press_all(&["Trends", "14 nights", "Figures"]).sees("Nights logged").sees("3 of 14").sees("Cramps often ease by themselves");
    assert!(morning.is_on("The nights before"));
    let before = morning.words();
    morning.press("The first two weeks").sees("not known").sees("Baseline");
    assert!(morning.is_on("The first two weeks") && morning.words() != before);
}

#[test]
fn figures_of_a_long_diary_are_compared() {
    let mut morning = Morning::first();
    morning.press_all(&["Look around with an example diary", "Trends", "30 nights", "Figures"]).sees("Fewer or more").sees("not said");
    assert!(!morning.reads("not known"), "{:?}", morning.words());
    morning.press("90 nights").sees("Fewer or more").sees("95 % range: ");
    assert!(!morning.has("not said"), "{:?}", morning.words());
}
