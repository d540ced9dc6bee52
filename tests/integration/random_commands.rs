//! Any sequence of commands, undo and redo: all of it can be taken back, and all of it done again.

use super::commands::{disturbed, hours, panels};
use super::dump::Dump;
use super::seeded::seeded;
use super::support::{MORNING, TestDiary, a_cramp, a_drink, a_factor, a_food, a_stretch, answered, day, moment, raw};
use chrono::NaiveDate;
use cramp_diary::{
    diary::{
        ChoiceCommand, Command, CrampCommand, DayCommand, DrinkCommand, FactorCommand, FoodCommand, NightCommand, Repeat, StrainCommand,
        StretchCommand,
    },
    domain::{
        Cramp, Day, DayRules, Drink, Exercise, Factor, FactorKind, FoodEntry, Hour, Id, Measure, Night, NightAnswer, Settings, StrainPart,
        Stretch, ThemeChoice,
    },
    store::Dated,
};
use proptest::{collection::vec, prelude::*};
use std::collections::BTreeSet;

/// One step: which command, on which of five dates, with which number; or undo or redo.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Step {
    Do { kind: u8, date: u8, other: u8, number: u8 },
    Undo,
    Redo,
}

const KINDS: u8 = 29;

pub(crate) fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        8 => (0..KINDS, 0..5_u8, 0..5_u8, 0..=10_u8).prop_map(|(kind, date, other, number)| Step::Do { kind, date, other, number }),
        2 => Just(Step::Undo),
        1 => Just(Step::Redo),
    ]
}

/// One of the last five dates, of which the last has not come yet.
fn date(index: u8) -> NaiveDate {
    moment(MORNING).date_naive() + chrono::Days::new(u64::from(index)) - chrono::Days::new(3)
}

/// The id of an entry of a date, or one that is not there.
fn some_id<R: Dated>(test: &TestDiary, date: NaiveDate, number: u8) -> Id<R> {
    let entries = test.diary.read().on::<R>(date).unwrap();
    let nobody = Id::from_uuid("019a0000-0000-7000-8000-000000000000".parse().unwrap());
    entries.get(usize::from(number) % entries.len().max(1)).map_or(nobody, |entry| entry.id)
}

fn command(test: &TestDiary, kind: u8, on: NaiveDate, other: NaiveDate, number: u8) -> Command {
    let (at, to) = (on.to_string(), other.to_string());
    let answer = if number.is_multiple_of(2) { NightAnswer::NoCramps } else { NightAnswer::HadCramps };
    let repeat = |what| Command::Day(DayCommand::Repeat { from: Day::new(on), to: Day::new(other), what });
    match kind {
        0 => Command::Choice(ChoiceCommand::Settings(Settings {
            rules: DayRules { night_starts: Hour::new(10 + number).unwrap(), ..DayRules::default() },
            hydration_goal_ml: None,
            theme: ThemeChoice::Light,
        })),
        1 => Command::Night(NightCommand::Clear(Night::new(on))),
        2 => Command::Stretch(StretchCommand::ClearNone(Day::new(on))),
        3 => Command::Cramp(CrampCommand::Delete(some_id::<Cramp>(test, on, number))),
        4 => Command::Drink(DrinkCommand::Delete(some_id::<Drink>(test, on, number))),
        5 => Command::Food(FoodCommand::Delete(some_id::<FoodEntry>(test, on, number))),
        6 => Command::Stretch(StretchCommand::Delete(some_id::<Stretch>(test, on, number))),
        7 => Command::Cramp(CrampCommand::Edit(some_id(test, on, number), a_cramp(&to).severity(number).record())),
        8 => Command::Drink(DrinkCommand::Edit(some_id(test, on, number), a_drink(&to).ml(100 + u32::from(number)).record())),
        9 => Command::Food(FoodCommand::Edit(some_id(test, on, number), a_food(&to).grams(100.0 + f64::from(number)).record())),
        10 => Command::Stretch(StretchCommand::Edit(some_id(test, on, number), a_stretch(&to).holds(1 + u32::from(number), 10).record())),
        11 | 12 => a_cramp(&at).severity(number).into(),
        13 => a_drink(&at).into(),
        14 => a_food(&at).into(),
        15 => Command::Night(NightCommand::Answer(Night::new(on), answer)),
        16 => Command::Stretch(StretchCommand::LogNone(Day::new(on))),
        17 => a_stretch(&at).into(),
        18 => repeat([Repeat::Drinks, Repeat::Food, Repeat::Stretching][usize::from(number) % 3]),
        19 => Command::Night(NightCommand::Disturbed(Night::new(on), (number > 2).then(|| disturbed(number)))),
        20 => Command::Night(NightCommand::Slept(Night::new(on), (number > 2).then(|| hours(f64::from(number))))),
        21 => Command::Strain(StrainCommand::Log(Day::new(on), some_strain(number))),
        22 => a_factor(["Socks", "Stress", "Walked"][usize::from(number) % 3], FactorKind::Scale).into(),
        23 => Command::Factor(FactorCommand::Edit(some_factor(test, number), {
            let name = ["Socks", "Stress", "Else"][usize::from(number) % 3];
            Factor { retired: number > 5, ..a_factor(name, FactorKind::Scale).record() }
        })),
        24 => Command::Factor(FactorCommand::Delete(some_factor(test, number))),
        25 => answered(&at, some_factor(test, number), f64::from(number)),
        26 => Command::Factor(FactorCommand::Clear(Day::new(on), some_factor(test, number))),
        27 => panels(&[Measure::Cramps, Measure::Own(some_factor(test, number))]),
        _ => Command::Night(NightCommand::Note(Night::new(on), ["", "a note", "another"][usize::from(number) % 3].to_owned())),
    }
}

/// The id of a factor, or one that is not there.
fn some_factor(test: &TestDiary, number: u8) -> Id<Factor> {
    let factors = test.diary.read().all::<Factor>().unwrap();
    let nobody = Id::from_uuid("019a0000-0000-7000-8000-000000000000".parse().unwrap());
    factors.get(usize::from(number) % factors.len().max(1)).map_or(nobody, |entry| entry.id)
}

fn some_strain(number: u8) -> StrainPart {
    let said = number > 2;
    match number % 3 {
        0 => StrainPart::Exercise(said.then(|| Exercise::new(u32::from(number) * 10, None).unwrap())),
        1 => StrainPart::Standing(said.then(|| hours(f64::from(number)))),
        _ => StrainPart::Heat(said.then_some(number > 5)),
    }
}

/// Carries the steps out, as far as the rules allow.
pub(crate) fn live(test: &mut TestDiary, steps: &[Step]) {
    for step in steps {
        match *step {
            Step::Do { kind, date: on, other, number } => {
                let command = command(test, kind, date(on), date(other), number);
                _ = test.diary.execute(command);
            }
            Step::Undo => _ = test.diary.undo(),
            Step::Redo => _ = test.diary.redo(),
        }
    }
}

pub(crate) fn start() -> TestDiary {
    TestDiary::new()
        .with(a_cramp("2026-11-18"))
        .with(Command::Stretch(StretchCommand::LogNone(day("2026-11-19"))))
        .with(a_food("2026-11-19"))
}

/// A night with cramps had cramps, one said to be without has none; a day has stretching or the word that there was none.
pub(crate) fn check_answers(test: &TestDiary) -> Result<(), TestCaseError> {
    for date in (0..5).map(date) {
        let marks = test.diary.page(Day::new(date)).unwrap();
        let had = marks.night_state == cramp_diary::diary::NightState::HadCramps;
        prop_assert!(marks.cramps.is_empty() || had, "{date}: {:?} with cramps", marks.night_state);
        let none = marks.night_state == cramp_diary::diary::NightState::NoCramps;
        prop_assert!(!none || marks.disturbed.is_none(), "{date}: sleep disturbed by no cramps");
        prop_assert!(!marks.no_stretching || marks.stretches.is_empty(), "{date}: stretched and did not");
    }
    Ok(())
}

proptest! {
    #![proptest_config(seeded(24))]

    #[test]
    fn undoing_all_gives_the_beginning_and_redoing_all_the_end(steps in vec(step(), 1..40)) {
        let mut test = start();
        let file = raw(&test.path());
        let begun = Dump::through(&file);
        let steps_before = 3;
        let mut ever: BTreeSet<_> = begun.ids.clone();
        let mut depth = steps_before;
        for step in steps {
            match step {
                Step::Do { kind, date: on, other, number } => {
                    let command = command(&test, kind, date(on), date(other), number);
                    let before = Dump::through(&file);
                    match test.diary.execute(command) {
                        Ok(done) => depth += usize::from(!done.changed.is_empty()),
                        Err(error) => prop_assert_eq!(before, Dump::through(&file), "refused: {}", error),
                    }
                }
                Step::Undo if depth > steps_before => depth -= usize::from(test.diary.undo().unwrap().is_some()),
                Step::Undo => {}
                Step::Redo => depth += usize::from(test.diary.redo().unwrap().is_some()),
            }
            let now = Dump::through(&file);
            ever.extend(now.ids.iter().cloned());
            now.check_tombstones(&ever, "a step");
            check_answers(&test)?;
        }

        let ended = Dump::through(&file);
        for _ in steps_before..depth {
            prop_assert!(test.diary.undo().unwrap().is_some());
        }
        let undone = Dump::through(&file);
        undone.check_rows(&begun, "after undoing all");
        undone.check_tombstones(&ever, "undoing all");
        for _ in steps_before..depth {
            prop_assert!(test.diary.redo().unwrap().is_some());
        }
        Dump::through(&file).check_rows(&ended, "after redoing all");
        Dump::through(&file).check_tombstones(&ever, "redoing all");
    }
}
