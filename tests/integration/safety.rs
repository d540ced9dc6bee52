//! What the diary gathers for the red flags.

use super::support::{TestDiary, a_supplement, day};
use cramp_diary::{
    diary::Command,
    domain::{Period, Profile},
};

#[test]
fn a_supplement_is_entered_on_the_day_that_it_is_where_the_person_is() {
    // Ten hours west it is still Thursday, in Greenwich Friday has begun.
    let pregnant = Some(Period { from: day("2026-11-01"), until: Some(day("2026-11-19")) });
    let test = TestDiary::at("2026-11-19T20:00:00-10:00")
        .with(a_supplement("Iron"))
        .with(Command::ChangeProfile(Box::new(Profile { pregnant, ..Profile::default() })));
    let flags = test.diary.safety().unwrap().flags;
    let because: Vec<_> = flags.iter().map(|raised| (raised.flag.rule.id.as_str(), raised.flag.because())).collect();
    assert_eq!(because, [("rf37", vec!["Iron, entered while pregnant (Thu 19 Nov)".to_owned()])]);
}
