//! What the diary gathers for the red flags.

use super::support::{TestDiary, a_supplement, day};
use cramp_diary::{
    diary::{ChoiceCommand, Command, SupplementCommand},
    domain::{Doses, Id, Period, Profile, SupplementTaken},
};
use uuid::Uuid;

#[test]
fn a_supplement_is_entered_on_the_day_that_it_is_where_the_person_is() {
    // Ten hours west it is still Thursday, in Greenwich Friday has begun.
    let pregnant = Some(Period { from: day("2026-11-01"), until: Some(day("2026-11-19")) });
    let test = TestDiary::at("2026-11-19T20:00:00-10:00")
        .with(a_supplement("Valerian"))
        .with(Command::Choice(ChoiceCommand::Profile(Box::new(Profile { pregnant, ..Profile::default() }))));
    let flags = test.diary.safety().unwrap().flags;
    let because: Vec<_> = flags.iter().map(|raised| (raised.flag.rule.id.as_str(), raised.flag.because())).collect();
    assert_eq!(because, [("rf37", vec!["Valerian, entered while pregnant (Thu 19 Nov)".to_owned()])]);
}

#[test]
fn two_products_that_pass_a_limit_together_are_both_named_after_three_days() {
    // 200 mg of magnesium of each; from supplements the lowest level is 250 mg.
    let mut test = TestDiary::new();
    let mut take = |name: &str, id: u128, on: &str| {
        let doses = Doses::new(2.0).unwrap();
        test.log(Command::Supplement(SupplementCommand::Take(SupplementTaken::of(
            Id::from_uuid(Uuid::from_u128(id)),
            &a_supplement(name).record(),
            doses,
            day(on),
        ))));
        test.diary.safety().unwrap().flags.iter().flat_map(|raised| raised.flag.because()).collect::<Vec<_>>()
    };
    for on in ["2026-11-17", "2026-11-18", "2026-11-19"] {
        assert!(take("Sachet", 1, on).is_empty(), "one alone is below it, and two days are not three");
        if on != "2026-11-19" {
            assert!(take("Tablet", 2, on).is_empty());
        }
    }
    let expected = ["Sachet: above the upper limit for magnesium (Thu 19 Nov)", "Tablet: above the upper limit for magnesium (Thu 19 Nov)"];
    assert_eq!(take("Tablet", 2, "2026-11-19"), expected);
}
