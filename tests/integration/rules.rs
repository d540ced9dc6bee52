//! The rules that hold between records.

use super::support::{TestDiary, a_cramp, a_drink, a_food, a_stretch, date, day, night};
use cramp_diary::{
    diary::{Command, CrampCommand, DayCommand, NightCommand, NightState, Repeat, StretchCommand},
    domain::{Cramp, Drink, DrinkKind, FoodEntry, Meal, NightAnswer, NightNote, Stretch},
    store::RecordKind,
};

const NIGHT: &str = "2026-11-19";

#[track_caller]
fn check_night(test: &TestDiary, of: &str, expected: NightState) {
    assert_eq!(test.diary.page(day(of)).unwrap().night_state, expected, "night of {of}");
}

#[test]
fn logging_a_cramp_answers_the_night() {
    for said in [None, Some(NightAnswer::NoCramps), Some(NightAnswer::HadCramps)] {
        let mut test = TestDiary::new();
        if let Some(answer) = said {
            test.log(Command::Night(NightCommand::Answer(night(NIGHT), answer)));
        }
        test.log(a_cramp(NIGHT));
        check_night(&test, NIGHT, NightState::HadCramps);
        assert_eq!(test.diary.read().on::<NightNote>(date(NIGHT)).unwrap().len(), 1, "one answer after {said:?}");
    }
}

#[test]
fn a_step_names_each_kind_of_record_that_changed_once() {
    let mut test = TestDiary::new();
    assert_eq!(test.log(a_cramp(NIGHT)).changed, [RecordKind::Night, RecordKind::Cramp]);
    assert_eq!(test.log(a_cramp(NIGHT)).changed, [RecordKind::Cramp], "the night is answered already");
    test.log(a_drink("2026-11-19"));
    test.log(a_drink("2026-11-19"));
    let copied = test.log(Command::Day(DayCommand::Repeat { from: day("2026-11-19"), to: day("2026-11-20"), what: Repeat::Drinks }));
    assert_eq!(copied.changed, [RecordKind::Drink], "two drinks, one kind");
}

#[test]
fn without_its_last_cramp_a_night_is_not_logged() {
    let mut test = TestDiary::new().with(a_cramp(NIGHT).severity(4));
    let first = test.only::<Cramp>(NIGHT);
    test.log(a_cramp(NIGHT).severity(8));
    test.log(Command::Cramp(CrampCommand::Delete(first)));
    check_night(&test, NIGHT, NightState::HadCramps);
    let last = test.only::<Cramp>(NIGHT);
    test.log(Command::Cramp(CrampCommand::Delete(last)));
    check_night(&test, NIGHT, NightState::NotLogged);
    assert!(test.diary.read().on::<NightNote>(date(NIGHT)).unwrap().is_empty(), "nothing is said of it");
}

#[test]
fn a_note_outlives_the_answer_of_its_night() {
    let mut test = TestDiary::new().with(Command::Night(NightCommand::Note(night(NIGHT), "warm room".to_owned()))).with(a_cramp(NIGHT));
    let id = test.only::<Cramp>(NIGHT);
    test.log(Command::Cramp(CrampCommand::Delete(id)));
    let page = test.diary.page(day(NIGHT)).unwrap();
    assert_eq!((page.night_state, page.note.as_str()), (NightState::NotLogged, "warm room"));
}

#[test]
fn a_cramp_that_moves_to_another_night_takes_the_answer_with_it() {
    let mut test =
        TestDiary::new().with(a_cramp(NIGHT)).with(Command::Night(NightCommand::Answer(night("2026-11-18"), NightAnswer::NoCramps)));
    let id = test.only::<Cramp>(NIGHT);
    test.log(Command::Cramp(CrampCommand::Edit(id, a_cramp("2026-11-18").record())));
    check_night(&test, "2026-11-18", NightState::HadCramps);
    check_night(&test, NIGHT, NightState::NotLogged);

    let mut test = TestDiary::new().with(a_cramp(NIGHT));
    let id = test.only::<Cramp>(NIGHT);
    test.log(a_cramp(NIGHT));
    test.log(Command::Cramp(CrampCommand::Edit(id, a_cramp("2026-11-18").record())));
    check_night(&test, NIGHT, NightState::HadCramps);
}

#[test]
fn had_cramps_without_one_described_stays_when_a_cramp_of_it_is_only_edited() {
    let mut test = TestDiary::new().with(Command::Night(NightCommand::Answer(night(NIGHT), NightAnswer::HadCramps)));
    check_night(&test, NIGHT, NightState::HadCramps);
    test.log(a_cramp(NIGHT));
    let id = test.only::<Cramp>(NIGHT);
    test.log(Command::Cramp(CrampCommand::Edit(id, a_cramp(NIGHT).severity(1).record())));
    check_night(&test, NIGHT, NightState::HadCramps);
}

#[test]
fn stretching_takes_did_not_stretch_back() {
    let none = |test: &TestDiary, of| test.diary.page(day(of)).unwrap().no_stretching;
    let mut test = TestDiary::new()
        .with(Command::Stretch(StretchCommand::LogNone(day("2026-11-19"))))
        .with(Command::Stretch(StretchCommand::LogNone(day("2026-11-18"))));
    assert!(none(&test, "2026-11-19"));
    test.log(a_stretch("2026-11-19"));
    assert!(!none(&test, "2026-11-19"), "a stretch was logged");
    assert!(none(&test, "2026-11-18"), "of another day");

    let id = test.only::<Stretch>("2026-11-19");
    test.log(Command::Stretch(StretchCommand::Edit(id, a_stretch("2026-11-18").record())));
    assert!(!none(&test, "2026-11-18"), "a stretch moved here");

    test.log(Command::Stretch(StretchCommand::LogNone(day("2026-11-20"))));
    test.log(Command::Day(DayCommand::Repeat { from: day("2026-11-18"), to: day("2026-11-20"), what: Repeat::Stretching }));
    assert!(!none(&test, "2026-11-20"), "stretching was copied here");
}

#[test]
fn without_its_only_stretch_a_day_is_not_logged_rather_than_none() {
    let mut test = TestDiary::new().with(a_stretch("2026-11-19"));
    let id = test.only::<Stretch>("2026-11-19");
    test.log(Command::Stretch(StretchCommand::Delete(id)));
    let page = test.diary.page(day("2026-11-19")).unwrap();
    assert!(page.stretches.is_empty() && !page.no_stretching);
}

#[test]
fn a_repeated_day_adds_copies_without_times() {
    let (from, to) = (day("2026-11-18"), day("2026-11-19"));
    let mut test = TestDiary::new()
        .with(a_drink("2026-11-18").of(DrinkKind::Tea).ml(200).at("2026-11-18T09:00:00+01:00"))
        .with(a_drink("2026-11-18"))
        .with(a_food("2026-11-18"))
        .with(a_stretch("2026-11-18").holds(2, 10))
        .with(a_drink("2026-11-19").ml(500));
    for what in [Repeat::Drinks, Repeat::Food, Repeat::Stretching] {
        test.log(Command::Day(DayCommand::Repeat { from, to, what }));
    }

    let read = test.diary.read();
    let drinks = read.on::<Drink>(to.date()).unwrap();
    let drunk: Vec<_> = drinks.iter().map(|entry| (entry.value.kind, entry.value.volume.get(), entry.value.time)).collect();
    assert_eq!(drunk, [(DrinkKind::Water, 500, None), (DrinkKind::Tea, 200, None), (DrinkKind::Water, 250, None)]);
    let foods = read.on::<FoodEntry>(to.date()).unwrap();
    assert_eq!((foods.len(), foods[0].value.name.as_str(), foods[0].value.meal), (1, "Banana", Some(Meal::Breakfast)));
    let stretch = &read.on::<Stretch>(to.date()).unwrap()[0].value;
    assert_eq!((stretch.dose, stretch.day), (a_stretch("2026-11-19").holds(2, 10).record().dose, to));

    let originals = read.on::<Drink>(from.date()).unwrap();
    assert_eq!(originals.len(), 2, "the originals stay");
    assert!(drinks.iter().all(|copy| originals.iter().all(|original| original.id != copy.id)), "copies have ids of their own");
}

#[test]
fn everything_of_a_cramp_is_kept() {
    use cramp_diary::domain::{Helped, Relief};
    let cramp = a_cramp(NIGHT).severity(7).began("2026-11-20T03:10:00+05:30").lasted(2.5).noted("calf, \u{201c}again\u{201d}");
    let mut cramp = cramp.tried(Relief::Stretch, Some(Helped::Yes)).tried(Relief::Other, None).record();
    (cramp.woke_me, cramp.hard_knot, cramp.sore_next_day) = (Some(true), Some(false), None);
    let test = TestDiary::new().with(Command::Cramp(CrampCommand::Log(cramp.clone())));
    let kept = &test.diary.read().on::<Cramp>(date(NIGHT)).unwrap()[0].value;
    assert_eq!(*kept, cramp);
    let offset = kept.time.moment().map(|at| at.to_rfc3339());
    assert_eq!(offset.as_deref(), Some("2026-11-20T03:10:00+05:30"), "with the offset of the place");
}
