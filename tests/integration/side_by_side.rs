//! Two windows, or a window and the command line, on one file: undo in one of what the other changed.

use super::support::{TestDiary, a_cramp, a_drink, a_factor, a_stretch, a_supplement, answered, clock, date, day, night};
use cramp_diary::{
    diary::{Command, CrampCommand, Diary, DiaryError, DrinkCommand, FactorCommand, NightCommand, StretchCommand, View},
    domain::{Cramp, Drink, Factor, FactorKind, NightAnswer, NightNote, NoStretching, Settings, Stretch, ThemeChoice},
    store::{Access, Store},
};

const NIGHT: &str = "2026-11-19";

/// Another window on the file of a diary.
fn other(test: &TestDiary) -> Diary {
    Diary::with_seed(Store::open(&test.path(), Access::Create).unwrap(), clock(), 8)
}

fn answer(answer: NightAnswer) -> Command {
    NightCommand::Answer(night(NIGHT), answer).into()
}

/// Undoes, and returns the words with which that is refused.
#[track_caller]
fn refused(undone: Result<Option<cramp_diary::diary::Done>, DiaryError>) -> String {
    let error = undone.unwrap_err();
    assert!(matches!(error, DiaryError::NotReverted { .. }), "{error:?}");
    error.to_string()
}

/// What a night says, and how many cramps it has.
fn said(diary: &Diary) -> (Option<NightAnswer>, usize) {
    let read = diary.read();
    let note = read.on::<NightNote>(date(NIGHT)).unwrap().pop();
    (note.and_then(|note| note.value.answer), read.on::<Cramp>(date(NIGHT)).unwrap().len())
}

#[test]
fn undoing_had_cramps_leaves_no_cramp_in_a_night_that_is_not_logged() {
    let mut window = TestDiary::new().with(answer(NightAnswer::HadCramps));
    let mut command_line = other(&window);
    command_line.execute(a_cramp(NIGHT)).unwrap();
    let words = refused(window.diary.undo());
    assert_eq!(
        words,
        "Not undone: Logged cramps for the night of Thu 19 to Fri 20 Nov. The night of Thu 19 to Fri 20 Nov has 1 cramp logged. Delete it \
         first if there were none."
    );
    assert_eq!(said(&command_line), (Some(NightAnswer::HadCramps), 1));
    let error = command_line.execute(answer(NightAnswer::NoCramps)).unwrap_err();
    assert!(matches!(error, DiaryError::NightHasCramps { .. }), "{error:?}");
}

#[test]
fn undo_and_redo_of_no_cramps_leave_no_cramp_in_a_night_without() {
    let mut window = TestDiary::new().with(answer(NightAnswer::NoCramps));
    let mut command_line = other(&window);
    command_line.execute(a_cramp(NIGHT)).unwrap();
    let words = refused(window.diary.undo());
    assert!(words.contains(". The night of Thu 19 to Fri 20 Nov was changed since, in another window or by a command."), "{words}");
    assert_eq!(said(&window.diary), (Some(NightAnswer::HadCramps), 1));

    let mut window = TestDiary::new().with(NightCommand::Note(night(NIGHT), "hot".to_owned())).with(answer(NightAnswer::NoCramps));
    window.diary.undo().unwrap();
    other(&window).execute(a_cramp(NIGHT)).unwrap();
    let words = refused(window.diary.redo());
    assert!(words.starts_with("Not done again: Logged no cramps for the night of"), "{words}");
    assert_eq!(said(&window.diary), (Some(NightAnswer::HadCramps), 1));
}

#[test]
fn undoing_a_deleted_cramp_respects_what_was_answered_since() {
    let mut window = TestDiary::new().with(NightCommand::Note(night(NIGHT), "hot".to_owned())).with(a_cramp(NIGHT));
    window.log(CrampCommand::Delete(window.only(NIGHT)));
    other(&window).execute(answer(NightAnswer::NoCramps)).unwrap();
    refused(window.diary.undo());
    assert_eq!(said(&window.diary), (Some(NightAnswer::NoCramps), 0));
}

#[test]
fn a_record_that_another_changed_or_deleted_stays_so_and_earlier_steps_can_be_undone() {
    let mut window = TestDiary::new().with(a_drink("2026-11-17")).with(a_drink("2026-11-18")).with(a_drink(NIGHT));
    let mut second = other(&window);
    second.execute(DrinkCommand::Edit(window.only(NIGHT), a_drink(NIGHT).ml(500).record())).unwrap();
    second.execute(DrinkCommand::Delete(window.only("2026-11-18"))).unwrap();
    let words = refused(window.diary.undo());
    assert_eq!(
        words,
        "Not undone: Logged water, 250 ml (Thu 19 Nov). The drink of Thu 19 Nov was changed since, and is now water, 500 ml, in another \
         window or by a command. Everything stays as it is now."
    );
    let words = refused(window.diary.undo());
    assert!(words.contains("The drink of Wed 18 Nov was deleted since"), "{words}");
    assert_eq!(window.diary.undo().unwrap().unwrap().what, "Undone: Logged water, 250 ml (Tue 17 Nov)");
    let drinks = window.diary.read().all::<Drink>().unwrap();
    assert_eq!(drinks.iter().map(|drink| drink.value.summary()).collect::<Vec<_>>(), ["water, 500 ml"]);
}

#[test]
fn a_step_of_several_records_is_undone_whole_or_not_at_all() {
    let mut window = TestDiary::new();
    let commands = [a_drink(NIGHT).into(), a_stretch(NIGHT).into(), a_cramp(NIGHT).into()];
    window.diary.execute_together("Logged a morning".to_owned(), commands).unwrap();
    other(&window).execute(StretchCommand::Delete(window.only(NIGHT))).unwrap();
    refused(window.diary.undo());
    assert_eq!((said(&window.diary), window.diary.read().all::<Drink>().unwrap().len()), ((Some(NightAnswer::HadCramps), 1), 1));
    assert_eq!((window.diary.undo_what(), window.diary.redo_what()), (None, None));
}

#[test]
fn a_record_that_was_changed_and_changed_back_is_as_it_was_left() {
    let mut window = TestDiary::new().with(a_drink(NIGHT));
    let mut second = other(&window);
    for ml in [500, 250] {
        second.execute(DrinkCommand::Edit(window.only(NIGHT), a_drink(NIGHT).ml(ml).record())).unwrap();
    }
    assert!(window.diary.undo().unwrap().is_some());
    assert!(window.diary.read().all::<Drink>().unwrap().is_empty());
}

#[test]
fn a_day_with_stretching_never_says_that_there_was_none() {
    let mut window = TestDiary::new().with(StretchCommand::LogNone(day(NIGHT)));
    window.log(StretchCommand::ClearNone(day(NIGHT)));
    other(&window).execute(a_stretch(NIGHT)).unwrap();
    let words = refused(window.diary.undo());
    assert!(words.ends_with("Thu 19 Nov has stretching logged. Delete it first if you did not stretch."), "{words}");
    let read = window.diary.read();
    assert_eq!((read.all::<NoStretching>().unwrap().len(), read.all::<Stretch>().unwrap().len()), (0, 1));
}

#[test]
fn names_and_kinds_hold_after_undo() {
    let mut window = TestDiary::new().with(a_supplement("Magnesium"));
    window.log(Command::Supplement(cramp_diary::diary::SupplementCommand::Delete(
        window.diary.read().all::<cramp_diary::domain::Supplement>().unwrap()[0].id,
    )));
    other(&window).execute(a_supplement("magnesium")).unwrap();
    assert!(refused(window.diary.undo()).contains("There is already a supplement called"));

    let mut window = TestDiary::new().with(a_factor("Stress", FactorKind::Scale));
    let Factor { name, .. } = window.diary.read().all::<Factor>().unwrap()[0].value.clone();
    let id = window.diary.read().all::<Factor>().unwrap()[0].id;
    window.log(FactorCommand::Edit(id, Factor::new(name, FactorKind::YesNo)));
    other(&window).execute(answered(NIGHT, id, 1.0)).unwrap();
    assert!(refused(window.diary.undo()).contains("so how it is answered stays"));
}

#[test]
fn the_settings_that_another_changed_stay() {
    let settings = |theme| Command::Choice(cramp_diary::diary::ChoiceCommand::Settings(Settings { theme, ..Settings::default() }));
    let mut window = TestDiary::new().with(settings(ThemeChoice::Dark));
    other(&window).execute(settings(ThemeChoice::Light)).unwrap();
    let words = refused(window.diary.undo());
    assert!(words.starts_with("Not undone: Changed the look. The settings were changed since,"), "{words}");
    assert_eq!(window.diary.settings().unwrap().theme, ThemeChoice::Light);
}

#[test]
fn views_are_made_anew_after_another_wrote_and_only_then() {
    let mut window = TestDiary::new();
    let mut second = other(&window);
    let mut drinks = View::default();
    let mut count = |diary: &Diary| *drinks.get(diary, || Ok(diary.read().all::<Drink>()?.len())).unwrap();
    assert!(!window.diary.follow().unwrap(), "the first look");
    assert_eq!(count(&window.diary), 0);
    second.execute(a_drink(NIGHT)).unwrap();
    assert_eq!(count(&window.diary), 0, "until the window looks");
    assert!(window.diary.follow().unwrap());
    assert_eq!(count(&window.diary), 1);
    window.log(a_drink(NIGHT));
    assert!(!window.diary.follow().unwrap(), "its own change is none from elsewhere");
    assert_eq!(count(&window.diary), 2);
    let of = window.diary.read().changes_by_others().unwrap();
    window.log(a_drink(NIGHT));
    assert_eq!(window.diary.read().changes_by_others().unwrap(), of);
    second.execute(a_drink(NIGHT)).unwrap();
    assert_ne!(window.diary.read().changes_by_others().unwrap(), of, "what was planned before is looked at again");
    assert!(window.diary.follow().unwrap());
    assert!(second.follow().unwrap(), "what the window wrote after it");
    second.execute(a_drink(NIGHT)).unwrap();
    second.undo().unwrap();
    assert!(window.diary.follow().unwrap(), "one look for several changes");
    assert!(!window.diary.follow().unwrap());
}
