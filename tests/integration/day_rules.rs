//! Which nights and days can be logged at which hour.

use super::support::{TestDiary, a_cramp, a_drink, date, day, night};
use cramp_diary::{
    diary::{Command, DiaryError, NightState},
    domain::{Cramp, DayRules, Hour, NightAnswer, Settings},
};

#[track_caller]
fn check_latest(now: &str, latest_night: &str, latest_day: &str) {
    let mut test = TestDiary::at(now);
    let next = |of: &str| date(of).succ_opt().unwrap().to_string();
    test.log(a_cramp(latest_night));
    assert!(matches!(test.refused(a_cramp(&next(latest_night))), DiaryError::FutureNight { .. }), "night after {latest_night} at {now}");
    test.log(a_drink(latest_day));
    assert!(matches!(test.refused(a_drink(&next(latest_day))), DiaryError::FutureDay { .. }), "day after {latest_day} at {now}");
}

#[test]
fn the_latest_night_begins_at_noon_and_the_latest_day_at_midnight() {
    check_latest("2026-11-20T07:00:00+01:00", "2026-11-19", "2026-11-20");
    check_latest("2026-11-20T11:59:59+01:00", "2026-11-19", "2026-11-20");
    check_latest("2026-11-20T12:00:00+01:00", "2026-11-20", "2026-11-20");
    check_latest("2026-11-20T00:30:00+01:00", "2026-11-19", "2026-11-20");
    check_latest("2027-01-01T00:30:00-05:00", "2026-12-31", "2027-01-01");
}

#[test]
fn a_night_that_has_not_begun_becomes_loggable_when_the_person_says_that_nights_begin_earlier() {
    let mut test = TestDiary::at("2026-11-20T09:00:00+01:00");
    assert_eq!(test.diary.page(day("2026-11-20")).unwrap().night_state, NightState::Future);
    let rules = DayRules { night_starts: Hour::new(8).unwrap(), ..DayRules::default() };
    test.log(Command::ChangeSettings(Settings { rules, ..Settings::default() }));
    assert_eq!(test.diary.page(day("2026-11-20")).unwrap().night_state, NightState::NotLogged);
    test.log(a_cramp("2026-11-20"));
}

#[test]
fn a_record_keeps_the_night_it_was_logged_for_when_the_hours_change() {
    let mut test = TestDiary::at("2026-11-20T13:00:00+01:00").with(a_cramp("2026-11-19").began("2026-11-20T11:00:00+01:00"));
    let rules = DayRules { night_starts: Hour::new(8).unwrap(), ..DayRules::default() };
    test.log(Command::ChangeSettings(Settings { rules, ..Settings::default() }));
    let cramp = test.diary.read().entry(test.only::<Cramp>("2026-11-19")).unwrap().unwrap();
    assert_eq!(cramp.value.night, night("2026-11-19"));
}

#[test]
fn refusals_name_the_last_date_that_can_be_logged() {
    let mut test = TestDiary::at("2026-11-20T07:00:00+01:00");
    assert_eq!(
        test.refused(a_cramp("2026-11-20")).to_string(),
        "The night of Fri 20 to Sat 21 Nov (2026-11-20) has not begun yet. Choose the night of Thu 19 to Fri 20 Nov or an earlier one."
    );
    assert_eq!(
        test.refused(a_drink("2026-11-22")).to_string(),
        "Sun 22 Nov (2026-11-22) has not come yet. Choose Fri 20 Nov or an earlier day."
    );
}

#[test]
fn looking_back_ends_with_the_last_night_that_was_until_a_coming_one_is_logged() {
    for (now, last) in [
        ("2026-11-20T07:05:00+01:00", "2026-11-19"),
        ("2026-11-20T12:30:00+01:00", "2026-11-19"),
        ("2026-11-20T23:59:00+01:00", "2026-11-19"),
        ("2026-11-21T03:59:00+01:00", "2026-11-19"),
        ("2026-11-21T04:00:00+01:00", "2026-11-20"),
    ] {
        assert_eq!(TestDiary::at(now).diary.look_back().unwrap().latest_night(), night(last), "{now}");
    }
    let mut test = TestDiary::at("2026-11-20T23:00:00+01:00").with(a_cramp("2026-11-18"));
    let mut look_back = test.diary.look_back().unwrap();
    let done = test.log(a_cramp("2026-11-20"));
    look_back.changed(&test.diary, &done).unwrap();
    assert_eq!(look_back.latest_night(), night("2026-11-20"), "a cramp before midnight");
}

#[test]
fn no_cramps_is_not_said_of_a_night_that_has_hardly_begun() {
    let none = |of: &str| Command::LogNight(night(of), NightAnswer::NoCramps);
    for (now, begun, slept) in [
        ("2026-11-20T12:00:00+01:00", "2026-11-20", "2026-11-19"),
        ("2026-11-20T21:00:00+01:00", "2026-11-20", "2026-11-19"),
        ("2026-11-21T03:59:00+01:00", "2026-11-20", "2026-11-19"),
    ] {
        let mut test = TestDiary::at(now);
        let refused = test.refused(none(begun)).to_string();
        let words = "The night of Fri 20 to Sat 21 Nov (2026-11-20) has hardly begun. \"No cramps\" can be said of it from 04:00 on.";
        assert_eq!(refused, words, "{now}");
        test.log(none(slept));
        test.log(a_cramp(begun));
    }
    TestDiary::at("2026-11-21T04:00:00+01:00").log(none("2026-11-20"));
    let mut early = TestDiary::at("2026-11-21T01:00:00+01:00");
    let rules = DayRules { day_ends: Hour::new(0).unwrap(), ..DayRules::default() };
    early.log(Command::ChangeSettings(Settings { rules, ..Settings::default() }));
    early.log(none("2026-11-20"));
}

#[test]
fn the_doctor_reads_of_nights_that_were() {
    let mut test = TestDiary::at("2026-11-20T21:00:00+01:00");
    for back in 0..28 {
        test.log(Command::LogNight(night("2026-11-19").plus(-back), NightAnswer::NoCramps));
    }
    let words = test.diary.words_for_the_doctor(&test.diary.safety().unwrap()).unwrap();
    assert!(words.contains("Cramps in 0 of 28 logged nights of the last 28."), "{words}");
}
