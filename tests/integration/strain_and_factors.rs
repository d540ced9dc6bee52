//! The rules of strain, sleep, own factors and panels.

use super::commands::{disturbed, hours, panels};
use super::support::{TestDiary, a_cramp, a_drink, a_factor, answered, date, day, night, raw};
use cramp_diary::{
    clock::FixedClock,
    diary::{ChoiceCommand, Command, CrampCommand, Diary, DiaryError, FactorCommand, NightCommand, StrainCommand},
    domain::{Cramp, Disturbance, Effort, Exercise, Factor, FactorKind, Id, Measure, NightAnswer, NightNote, Nutrient, Strain, StrainPart},
    store::{Access, Store, StoreError},
};

const DAY: &str = "2026-11-19";

fn strain(part: StrainPart) -> Command {
    Command::Strain(StrainCommand::Log(day(DAY), part))
}

fn said_disturbed(test: &TestDiary) -> Option<u8> {
    test.diary.page(day(DAY)).unwrap().disturbed.map(Disturbance::get)
}

/// The id of the factor with this name.
fn factor(test: &TestDiary, name: &str) -> Id<Factor> {
    let all = test.diary.read().all::<Factor>().unwrap();
    all.into_iter().find(|entry| entry.value.name.as_str() == name).unwrap().id
}

#[test]
fn each_thing_said_of_a_day_leaves_the_others_and_nothing_leaves_no_record() {
    let exercise = Exercise::new(30, Some(Effort::Hard)).unwrap();
    let mut test = TestDiary::new()
        .with(strain(StrainPart::Exercise(Some(exercise))))
        .with(strain(StrainPart::Standing(Some(hours(6.0)))))
        .with(strain(StrainPart::Heat(Some(true))))
        .with(strain(StrainPart::Standing(Some(hours(2.5)))));
    let kept = test.diary.page(day(DAY)).unwrap().strain;
    assert_eq!(kept, Strain { day: day(DAY), exercise: Some(exercise), standing: Some(hours(2.5)), heat: Some(true) });
    assert_eq!(test.diary.read().all::<Strain>().unwrap().len(), 1, "one record a day");
    for part in [StrainPart::Exercise(None), StrainPart::Standing(None), StrainPart::Heat(None)] {
        test.log(strain(part));
    }
    assert!(test.diary.read().all::<Strain>().unwrap().is_empty());
}

#[test]
fn no_exercise_is_said_and_kept_as_none_of_it() {
    let none = Exercise::new(0, Some(Effort::Light)).unwrap();
    let test = TestDiary::new().with(strain(StrainPart::Exercise(Some(none))));
    let kept = test.diary.page(day(DAY)).unwrap().strain.exercise.unwrap();
    assert_eq!((kept.minutes(), kept.effort()), (0, None));
    assert!(!test.diary.page(day(DAY)).unwrap().diary_is_empty);
}

#[test]
fn disturbed_sleep_goes_with_the_cramps_and_hours_slept_stay() {
    let nights: [(&str, Command); 2] = [
        ("no cramps", Command::Night(NightCommand::Answer(night(DAY), NightAnswer::NoCramps))),
        ("cleared", Command::Night(NightCommand::Clear(night(DAY)))),
    ];
    for (what, command) in nights {
        let mut test = TestDiary::new()
            .with(Command::Night(NightCommand::Answer(night(DAY), NightAnswer::HadCramps)))
            .with(Command::Night(NightCommand::Disturbed(night(DAY), Some(disturbed(4)))))
            .with(Command::Night(NightCommand::Slept(night(DAY), Some(hours(6.5)))));
        test.log(command);
        assert_eq!((said_disturbed(&test), test.diary.page(day(DAY)).unwrap().slept), (None, Some(hours(6.5))), "{what}");
        test.diary.undo().unwrap();
        assert_eq!(said_disturbed(&test), Some(4), "{what}, undone");
    }
    let mut test = TestDiary::new().with(a_cramp(DAY)).with(Command::Night(NightCommand::Disturbed(night(DAY), Some(disturbed(4)))));
    test.log(a_cramp(DAY).severity(2));
    assert_eq!(said_disturbed(&test), Some(4), "another cramp");
    for cramp in test.diary.read().on::<Cramp>(date(DAY)).unwrap() {
        assert_eq!(said_disturbed(&test), Some(4));
        test.log(Command::Cramp(CrampCommand::Delete(cramp.id)));
    }
    assert!(test.diary.read().on::<NightNote>(date(DAY)).unwrap().is_empty(), "without its last cramp");
}

#[test]
fn how_sleep_was_disturbed_does_not_answer_the_night() {
    let test = TestDiary::new().with(Command::Night(NightCommand::Disturbed(night(DAY), Some(disturbed(4)))));
    let said = test.diary.read().on::<NightNote>(date(DAY)).unwrap().remove(0).value;
    assert_eq!((said.answer, said.disturbed), (None, Some(disturbed(4))));
    let test = test.with(a_cramp(DAY));
    assert_eq!(said_disturbed(&test), Some(4), "and stays when it is");
}

#[test]
fn a_step_names_the_dates_that_it_changed_once_and_in_order() {
    let mut test = TestDiary::new().with(a_cramp("2026-11-18"));
    let cramp = test.only::<Cramp>("2026-11-18");
    let dates = |dates: &[&str]| dates.iter().map(|on| date(on)).collect::<Vec<_>>();
    assert_eq!(
        test.log(Command::Cramp(CrampCommand::Edit(cramp, a_cramp("2026-11-16").record()))).dates,
        dates(&["2026-11-16", "2026-11-18"])
    );
    assert_eq!(test.diary.undo().unwrap().unwrap().dates, dates(&["2026-11-16", "2026-11-18"]));
    let commands = ["2026-11-20", "2026-11-17", "2026-11-20"].map(|on| a_drink(on).into());
    let done = test.diary.execute_together("three".to_owned(), commands).unwrap();
    assert_eq!(done.dates, dates(&["2026-11-17", "2026-11-20"]));
    assert_eq!(test.log(strain(StrainPart::Heat(Some(true)))).dates, dates(&[DAY]));
    assert_eq!(test.log(a_factor("Stress", FactorKind::Scale)).dates, dates(&[]));
    let stress = factor(&test, "Stress");
    assert_eq!(test.log(answered(DAY, stress, 7.0)).dates, dates(&[DAY]));
    assert_eq!(test.log(panels(&[Measure::Cramps])).dates, dates(&[]));
}

#[test]
fn a_retired_factor_is_asked_for_only_where_it_was_answered() {
    let mut test = TestDiary::new().with(a_factor("Walked", FactorKind::Number).of_unit("km")).with(a_factor("Stress", FactorKind::Scale));
    let walked = factor(&test, "Walked");
    test.log(answered(DAY, walked, 12.5));
    let retired = Factor { retired: true, ..a_factor("On foot", FactorKind::Number).of_unit("km").record() };
    assert_eq!(test.log(Command::Factor(FactorCommand::Edit(walked, retired))).what, "Retired On foot");
    let names = |test: &TestDiary, on| {
        let page = test.diary.page(day(on)).unwrap();
        page.factors.iter().map(|entry| (entry.value.name.as_str().to_owned(), page.factor_value(entry.id))).collect::<Vec<_>>()
    };
    assert_eq!(names(&test, DAY), [("On foot".to_owned(), Some(12.5)), ("Stress".to_owned(), None)]);
    assert_eq!(names(&test, "2026-11-18"), [("Stress".to_owned(), None)]);
    assert_eq!(test.log(answered(DAY, walked, 13.0)).what, "Logged On foot: 13 km", "the past can be mended");
    let error = test.refused(a_factor("on  FOOT", FactorKind::YesNo));
    assert!(matches!(&error, DiaryError::NameOfRetired { name } if name == "On foot"), "{error:?}");
    assert_eq!(test.log(Command::Factor(FactorCommand::Clear(day(DAY), walked))).what, "Took back On foot");
    assert_eq!(names(&test, DAY), [("Stress".to_owned(), None)]);
}

#[test]
fn only_a_number_has_a_unit() {
    let mut test = TestDiary::new().with(a_factor("Stress", FactorKind::Scale).of_unit("points"));
    let stress = factor(&test, "Stress");
    let unit = |test: &TestDiary| test.diary.read().entry(stress).unwrap().unwrap().value.unit;
    assert_eq!(unit(&test), "");
    test.log(Command::Factor(FactorCommand::Edit(stress, a_factor("Stress", FactorKind::Number).of_unit("points").record())));
    assert_eq!(unit(&test), "points");
}

#[test]
fn panels_are_kept_in_order_and_what_is_unknown_is_left_out() {
    let mut test = TestDiary::new().with(a_factor("Stress", FactorKind::Scale));
    assert_eq!(test.diary.read().panels().unwrap(), None, "those that everybody begins with");
    let stress = factor(&test, "Stress");
    let chosen = [Measure::Nutrient(Nutrient::VitaminD), Measure::Own(stress), Measure::Cramps];
    test.log(panels(&chosen));
    assert_eq!(test.diary.read().panels().unwrap().as_deref(), Some(&chosen[..]));

    test.log(Command::Factor(FactorCommand::Delete(stress)));
    let without = [Measure::Nutrient(Nutrient::VitaminD), Measure::Cramps];
    assert_eq!(test.diary.read().panels().unwrap().as_deref(), Some(&without[..]), "a factor that is gone has no panel");
    test.diary.undo().unwrap();
    assert_eq!(test.diary.read().panels().unwrap().as_deref(), Some(&chosen[..]), "and has it again");

    raw(&test.path()).execute("UPDATE settings SET panels = 'steps heat own:nobody cramps'", []).unwrap();
    let known = [Measure::Heat, Measure::Cramps];
    assert_eq!(test.diary.read().panels().unwrap().as_deref(), Some(&known[..]), "what a newer version wrote");
    raw(&test.path()).execute("UPDATE settings SET panels = 'steps'", []).unwrap();
    assert_eq!(test.diary.read().panels().unwrap(), None);
    test.log(panels(&known));
    test.log(Command::Choice(ChoiceCommand::Panels(None)));
    assert_eq!(test.diary.read().panels().unwrap(), None);
}

#[test]
fn a_factor_that_another_window_answered_does_not_go_by_undo() {
    let mut test = TestDiary::new().with(a_factor("Stress", FactorKind::Scale));
    let store = Store::open(&test.path(), Access::Create).unwrap();
    let mut other = Diary::with_seed(store, Box::new(FixedClock(test.diary.clock().now())), 8);
    other.execute(answered(DAY, factor(&test, "Stress"), 7.0)).unwrap();
    let error = test.diary.undo().unwrap_err();
    assert!(matches!(error, DiaryError::Store(StoreError::Overtaken { .. })), "{error:?}");
    assert_eq!(test.diary.read().all::<Factor>().unwrap().len(), 1);
}
