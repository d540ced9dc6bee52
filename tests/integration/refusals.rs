//! Commands that are refused, or that have nothing to do: they leave no trace.

use super::commands::{Known, disturbed, hours, known, name, panels};
use super::dump::Dump;
use super::support::{a_cramp, a_drink, a_factor, a_food, a_stretch, answered, day, night};
use cramp_diary::{
    diary::{
        ChoiceCommand, Command, CrampCommand, DayCommand, DiaryError, DrinkCommand, FactorCommand, FoodCommand, NightCommand, Repeat,
        SignCommand, StrainCommand, StretchCommand,
    },
    domain::{Factor, FactorKind, Id, Measure, NightAnswer, Side, Sign, SignKind, StrainPart},
};

/// Recognises why a command is refused.
type Expected = fn(&DiaryError) -> bool;

#[test]
fn a_refused_command_leaves_the_diary_as_it_was() {
    let Known { diary: mut test, cramp, drink, food, stretch, .. } = known();
    let (to, from) = (day("2026-11-20"), day("2026-11-10"));
    let refused: Vec<(Command, Expected)> = vec![
        (a_cramp("2026-11-20").into(), |error| matches!(error, DiaryError::FutureNight { .. })),
        (Command::Night(NightCommand::Answer(night("2026-11-20"), NightAnswer::NoCramps)), |error| {
            matches!(error, DiaryError::FutureNight { .. })
        }),
        (Command::Night(NightCommand::Note(night("2026-11-20"), "early".to_owned())), |error| {
            matches!(error, DiaryError::FutureNight { .. })
        }),
        (Command::Cramp(CrampCommand::Edit(cramp, a_cramp("2026-11-20").record())), |error| {
            matches!(error, DiaryError::FutureNight { .. })
        }),
        (a_drink("2026-11-21").into(), |error| matches!(error, DiaryError::FutureDay { .. })),
        (a_food("2026-11-21").into(), |error| matches!(error, DiaryError::FutureDay { .. })),
        (a_stretch("2026-11-21").into(), |error| matches!(error, DiaryError::FutureDay { .. })),
        (Command::Stretch(StretchCommand::LogNone(day("2026-11-21"))), |error| matches!(error, DiaryError::FutureDay { .. })),
        (Command::Drink(DrinkCommand::Edit(drink, a_drink("2026-11-21").record())), |error| matches!(error, DiaryError::FutureDay { .. })),
        (Command::Food(FoodCommand::Edit(food, a_food("2026-11-21").record())), |error| matches!(error, DiaryError::FutureDay { .. })),
        (Command::Stretch(StretchCommand::Edit(stretch, a_stretch("2026-11-21").record())), |error| {
            matches!(error, DiaryError::FutureDay { .. })
        }),
        (Command::Day(DayCommand::Repeat { from: day("2026-11-19"), to: day("2026-11-21"), what: Repeat::Drinks }), |error| {
            matches!(error, DiaryError::FutureDay { .. })
        }),
        (Command::Day(DayCommand::Repeat { from, to, what: Repeat::Drinks }), |error| matches!(error, DiaryError::NothingToRepeat { .. })),
        (Command::Day(DayCommand::Repeat { from, to, what: Repeat::Food }), |error| matches!(error, DiaryError::NothingToRepeat { .. })),
        (Command::Day(DayCommand::Repeat { from, to, what: Repeat::Stretching }), |error| {
            matches!(error, DiaryError::NothingToRepeat { .. })
        }),
        (Command::Night(NightCommand::Answer(night("2026-11-18"), NightAnswer::NoCramps)), |error| {
            matches!(error, DiaryError::NightHasCramps { count: 2, .. })
        }),
        (Command::Night(NightCommand::Clear(night("2026-11-17"))), |error| matches!(error, DiaryError::NightHasCramps { count: 1, .. })),
        (Command::Sign(SignCommand::Log(Sign { side: Some(Side::Left), ..Sign::new(day("2026-11-19"), SignKind::Fever) })), |error| {
            matches!(error, DiaryError::SignWithoutSide { sign: SignKind::Fever })
        }),
        (Command::Stretch(StretchCommand::LogNone(day("2026-11-19"))), |error| matches!(error, DiaryError::DayHasStretching { .. })),
        (Command::Cramp(CrampCommand::Delete(Id::from_uuid(drink.uuid()))), |error| matches!(error, DiaryError::Gone { what: "cramp" })),
        (Command::Drink(DrinkCommand::Delete(Id::from_uuid(cramp.uuid()))), |error| matches!(error, DiaryError::Gone { what: "drink" })),
        (Command::Food(FoodCommand::Delete(Id::from_uuid(cramp.uuid()))), |error| matches!(error, DiaryError::Gone { what: "food" })),
        (Command::Stretch(StretchCommand::Delete(Id::from_uuid(cramp.uuid()))), |error| {
            matches!(error, DiaryError::Gone { what: "stretch" })
        }),
        (Command::Cramp(CrampCommand::Edit(Id::from_uuid(food.uuid()), a_cramp("2026-11-19").record())), is_gone),
        (Command::Drink(DrinkCommand::Edit(Id::from_uuid(food.uuid()), a_drink("2026-11-19").record())), is_gone),
        (Command::Food(FoodCommand::Edit(Id::from_uuid(cramp.uuid()), a_food("2026-11-19").record())), is_gone),
        (Command::Stretch(StretchCommand::Edit(Id::from_uuid(food.uuid()), a_stretch("2026-11-19").record())), is_gone),
    ];
    let before = Dump::of(&test.path());
    let undo = test.diary.undo_what().map(str::to_owned);
    for (command, expected) in refused {
        let what = name(&command);
        let error = test.refused(command);
        assert!(expected(&error), "{what}: {error:?}");
        assert_eq!(Dump::of(&test.path()), before, "{what}: {error}");
        assert_eq!(test.diary.undo_what().map(str::to_owned), undo, "{what} is nothing to undo");
    }
}

fn is_gone(error: &DiaryError) -> bool {
    matches!(error, DiaryError::Gone { .. })
}

#[test]
fn strain_factors_and_panels_are_refused_where_they_make_no_sense() {
    let Known { diary: mut test, factor, unanswered, drink, .. } = known();
    let nobody: Id<Factor> = Id::from_uuid(drink.uuid());
    let refused: Vec<(Command, Expected)> = vec![
        (Command::Strain(StrainCommand::Log(day("2026-11-21"), StrainPart::Heat(Some(true)))), |error| {
            matches!(error, DiaryError::FutureDay { .. })
        }),
        (Command::Night(NightCommand::Slept(night("2026-11-20"), Some(hours(7.0)))), |error| {
            matches!(error, DiaryError::FutureNight { .. })
        }),
        (Command::Night(NightCommand::Disturbed(night("2026-11-20"), Some(disturbed(3)))), |error| {
            matches!(error, DiaryError::FutureNight { .. })
        }),
        (Command::Night(NightCommand::Disturbed(night("2026-11-16"), Some(disturbed(0)))), |error| {
            matches!(error, DiaryError::NightWithoutCramps { .. })
        }),
        (a_factor(" walked ", FactorKind::YesNo).into(), |error| matches!(error, DiaryError::NameTaken { what: "factor", .. })),
        (Command::Factor(FactorCommand::Edit(unanswered, a_factor("WALKED", FactorKind::YesNo).record())), |error| {
            matches!(error, DiaryError::NameTaken { what: "factor", .. })
        }),
        (Command::Factor(FactorCommand::Edit(factor, a_factor("Walked", FactorKind::Scale).record())), |error| {
            matches!(error, DiaryError::FactorKindStays { days: 1, .. })
        }),
        (Command::Factor(FactorCommand::Edit(nobody, a_factor("Nobody's", FactorKind::Scale).record())), is_gone),
        (Command::Factor(FactorCommand::Delete(factor)), |error| matches!(error, DiaryError::FactorHasDays { days: 1, .. })),
        (Command::Factor(FactorCommand::Delete(nobody)), is_gone),
        (answered("2026-11-21", factor, 1.0), |error| matches!(error, DiaryError::FutureDay { .. })),
        (answered("2026-11-19", unanswered, 2.0), |error| matches!(error, DiaryError::OutOfRange(_))),
        (answered("2026-11-19", nobody, 1.0), is_gone),
        (panels(&[]), |error| matches!(error, DiaryError::NoPanels)),
        (
            panels(&[Measure::Own(factor), Measure::Cramps, Measure::Own(factor)]),
            |error| matches!(error, DiaryError::PanelTwice { label } if label == "Walked"),
        ),
        (panels(&[Measure::Own(nobody)]), is_gone),
    ];
    let before = Dump::of(&test.path());
    for (command, expected) in refused {
        let what = format!("{command:?}");
        let error = test.refused(command);
        assert!(expected(&error), "{what}: {error:?}");
        assert_eq!(Dump::of(&test.path()), before, "{what}: {error}");
    }
}

#[test]
fn a_command_that_changes_nothing_is_nothing_to_undo() {
    let Known { diary: mut test, drink, factor, .. } = known();
    let same = test.diary.read().entry(drink).unwrap().unwrap().value;
    let settings = test.diary.settings().unwrap();
    let before = (Dump::of(&test.path()), test.diary.undo_what().map(str::to_owned));
    for command in [
        Command::Drink(DrinkCommand::Edit(drink, same)),
        Command::Choice(ChoiceCommand::Settings(settings)),
        Command::Night(NightCommand::Answer(night("2026-11-16"), NightAnswer::NoCramps)),
        Command::Stretch(StretchCommand::LogNone(day("2026-11-18"))),
        Command::Night(NightCommand::Clear(night("2026-11-01"))),
        Command::Stretch(StretchCommand::ClearNone(day("2026-11-01"))),
        Command::Night(NightCommand::Note(night("2026-11-17"), "  warm room ".to_owned())),
        Command::Night(NightCommand::Disturbed(night("2026-11-18"), Some(disturbed(4)))),
        Command::Night(NightCommand::Disturbed(night("2026-11-16"), None)),
        Command::Night(NightCommand::Slept(night("2026-11-01"), None)),
        Command::Strain(StrainCommand::Log(day("2026-11-17"), StrainPart::Heat(Some(false)))),
        Command::Strain(StrainCommand::Log(day("2026-11-01"), StrainPart::Exercise(None))),
        answered("2026-11-19", factor, 12.5),
        Command::Factor(FactorCommand::Clear(day("2026-11-18"), factor)),
        Command::Factor(FactorCommand::Edit(factor, a_factor("Walked", FactorKind::Number).of_unit("km").record())),
        panels(&[Measure::Cramps, Measure::Own(factor)]),
    ] {
        let what = name(&command);
        assert!(test.log(command).changed.is_empty(), "{what}");
        assert_eq!((Dump::of(&test.path()), test.diary.undo_what().map(str::to_owned)), before, "{what}");
    }
}
