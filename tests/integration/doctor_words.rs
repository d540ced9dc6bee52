//! The words for the doctor: which nights and signs they are about, the middle of severities, what the diary points out.

use super::support::{TestDiary, a_cramp, day, night};
use cramp_diary::{
    diary::{Command, NightCommand, SignCommand},
    domain::{NightAnswer, Sign, SignKind},
};

fn words_of(test: &TestDiary) -> String {
    test.diary.words_for_the_doctor(&test.diary.safety().unwrap()).unwrap()
}

/// Each night of this and so many before it without cramps; in the morning of 20 November.
fn free(mut test: TestDiary, last: &str, count: i64) -> TestDiary {
    for back in 0..count {
        test.log(Command::Night(NightCommand::Answer(night(last).plus(-back), NightAnswer::NoCramps)));
    }
    test
}

#[test]
fn they_are_about_twenty_eight_nights_and_days() {
    let test = free(TestDiary::new(), "2026-11-19", 29);
    let signs = [("2026-10-24", SignKind::Fever), ("2026-10-23", SignKind::Tiredness)];
    let test = signs.into_iter().fold(test, |test, (on, kind)| test.with(Command::Sign(SignCommand::Log(Sign::new(day(on), kind)))));
    let words = words_of(&test);
    assert!(words.contains("Cramps in 0 of 28 logged nights of the last 28.\n"), "{words}");
    assert!(words.contains("- Sat 24 Oct, fever, 38 °C or more\n") && !words.contains("23 Oct"), "{words}");
    let at_the_edge = free(TestDiary::new().with(a_cramp("2026-10-23")), "2026-11-19", 7);
    let words = words_of(&at_the_edge);
    assert!(
        words.contains("Cramps in 1 of 8 logged nights of the last 28.\nCramps a week: 0.9; 1 cramp in 8 nights; range 0.02 to 4.9"),
        "{words}"
    );
    assert!(words.contains("over all nights between 0.25 and 0.88, since many are not logged.\nWhere: left calf 1.\n"), "{words}");
    let outside = free(TestDiary::new().with(a_cramp("2026-10-22")), "2026-11-19", 7);
    assert!(words_of(&outside).contains("Cramps in 0 of 7 logged nights of the last 28.\n"));
}

#[test]
fn the_middle_of_severities_lies_between_two_of_an_even_number() {
    let of = |severities: &[u8]| {
        let test = severities
            .iter()
            .fold(free(TestDiary::new(), "2026-11-18", 7), |test, severity| test.with(a_cramp("2026-11-19").severity(*severity)));
        words_of(&test).lines().find(|line| line.starts_with("Severity")).map(str::to_owned)
    };
    for (severities, expected) in [
        ([2].as_slice(), "Severity, 0 to 10: 2 to 2, median 2."),
        (&[9, 2], "Severity, 0 to 10: 2 to 9, median 5.5."),
        (&[9, 2, 3], "Severity, 0 to 10: 2 to 9, median 3."),
        (&[9, 2, 4, 3], "Severity, 0 to 10: 2 to 9, median 3.5."),
    ] {
        assert_eq!(of(severities).as_deref(), Some(expected));
    }
    assert_eq!(of(&[]), None);
}

#[test]
fn what_the_diary_points_out_is_said_with_what_made_it() {
    let test = TestDiary::new().with(Command::Sign(SignCommand::Log(Sign::new(day("2026-11-19"), SignKind::PainWalking))));
    let flag = test.diary.safety().unwrap().flags.remove(0).flag;
    assert_eq!(flag.rule.id, "rf27");
    let line = format!("\nWhat my diary points out\n- {}: Pain on walking, gone with rest (Thu 19 Nov)\n", flag.rule.title);
    assert!(!flag.rule.title.is_empty() && words_of(&test).contains(&line), "{line}: {}", words_of(&test));
}
