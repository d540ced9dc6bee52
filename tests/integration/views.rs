//! Whatever a command changes, each view that is kept shows what a view made afresh shows.

use super::commands::{Known, a_medicine, every_command, known};
use super::support::{a_cramp, a_drink, an_own_food, day, night};
use cramp_diary::diary::{Command, Diary, MedicineCommand, View};
use cramp_diary::store::{KindSet, RecordKind, StoreError};
use cramp_diary::ui::views::Views;
use std::fmt::Debug;

/// Something that screens show, in words that tell any difference.
type Shown = fn(&Diary) -> Result<String, StoreError>;

fn words(value: &impl Debug) -> String {
    format!("{value:?}")
}

const SHOWN: [(&str, Shown); 8] = [
    ("page", |diary| Ok(words(&diary.page(day("2026-11-19"))?))),
    ("page of another day", |diary| Ok(words(&diary.page(day("2026-11-18"))?))),
    ("advice", |diary| Ok(words(&diary.advice(day("2026-11-19"))?))),
    ("intake", |diary| Ok(words(&diary.intake(day("2026-11-19"), 28)?))),
    ("month", |diary| Ok(words(&diary.month_marks(day("2026-11-19").date())?))),
    ("safety", |diary| Ok(words(&diary.safety()?))),
    ("words for the doctor", |diary| diary.words_for_the_doctor(&diary.safety()?)),
    ("entries", |diary| Ok(words(&diary.entries(night("2026-11-19"))?))),
];

#[test]
fn a_view_that_is_kept_is_the_one_that_would_be_made() {
    let examples = every_command(&known()).len();
    for index in 0..examples {
        let mut known = known();
        let command = every_command(&known).swap_remove(index);
        let what = command.describe();
        let Known { diary: test, .. } = &mut known;
        let mut kept: Vec<View<String>> = SHOWN.iter().map(|_| View::default()).collect();
        let mut check = |diary: &Diary, after: &str| {
            for ((name, shown), view) in SHOWN.iter().zip(&mut kept) {
                assert_eq!(*view.get(diary, || shown(diary)).unwrap(), shown(diary).unwrap(), "{name} {after} {what}");
            }
        };
        check(&test.diary, "before");
        test.diary.execute(command).unwrap();
        check(&test.diary, "after");
        test.diary.undo().unwrap();
        check(&test.diary, "after undoing");
        test.diary.redo().unwrap();
        check(&test.diary, "after redoing");
    }
}

#[test]
fn a_view_is_made_once_and_again_only_when_what_it_reads_was_written() {
    let mut known = known();
    let mut view = View::default();
    let mut made = 0;
    let mut get = |diary: &Diary| {
        let month = view.get(diary, || {
            made += 1;
            diary.month_marks(day("2026-11-19").date())
        });
        month.unwrap();
        (made, view.made_from())
    };
    let from = KindSet::from_iter([RecordKind::Cramp, RecordKind::Night, RecordKind::Profile, RecordKind::Settings]);
    assert_eq!(get(&known.diary.diary), (1, from));
    known.diary.log(a_drink("2026-11-19"));
    assert_eq!(get(&known.diary.diary), (1, from), "drinks are no part of a month");
    known.diary.log(a_cramp("2026-11-19"));
    assert_eq!(get(&known.diary.diary), (2, from));
}

#[test]
fn lists_of_foods_are_made_anew_for_a_food_and_not_for_another_medicine() {
    let mut known = known();
    let mut views = Views::new(day("2026-11-19"));
    let mut number = |diary: &Diary| views.food(diary).unwrap().version;
    let first = number(&known.diary.diary);
    assert_eq!(number(&known.diary.diary), first);
    known.diary.log(Command::Medicine(MedicineCommand::Add(a_medicine("Paracetamol"))));
    assert_eq!(number(&known.diary.diary), first, "withholds nothing");
    known.diary.log(an_own_food("Rye crackers"));
    let second = number(&known.diary.diary);
    assert!(second > first);
    known.diary.log(Command::Medicine(MedicineCommand::Add(a_medicine("Spironolactone"))));
    assert!(number(&known.diary.diary) > second, "the list says for which medicines potassium is withheld");
}
