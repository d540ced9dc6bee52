//! Merging: two diaries become one that says what both said, in whatever order and however often.

use super::dump::Dump;
use super::random_commands::{Step, check_answers, live, start, step};
use super::seeded::seeded;
use super::support::{MORNING, TestDiary, a_cramp, a_drink, a_factor, a_stretch, an_own_food, answered, date, day, night};
use cramp_diary::diary::{Command, DrinkCommand, FactorCommand, NightCommand, StretchCommand};
use cramp_diary::domain::{Drink, Factor, FactorKind, Hours, NightAnswer, NightNote, OwnFood};
use cramp_diary::store::{Draft, PlainRecord, RecordKind, Settled, Whole};
use proptest::{collection::vec, prelude::*};
use std::collections::BTreeSet;

/// A diary that was begun apart from every other, some minutes later than the one before.
fn apart(minutes: u32, steps: &[Step]) -> TestDiary {
    let mut test = TestDiary::at(&MORNING.replace(":00:00", &format!(":{minutes:02}:00")));
    live(&mut test, steps);
    test
}

/// A diary that goes on from a copy of another.
fn copy_of(test: &TestDiary, steps: &[Step]) -> TestDiary {
    let mut copy = TestDiary::at(&MORNING.replace(":00:00", ":40:00"));
    copy.diary.merge(test.diary.whole().unwrap(), "the other").unwrap();
    live(&mut copy, steps);
    copy
}

/// What is merged: everything but what belongs to one computer.
fn shared(test: &TestDiary) -> Whole {
    let mut whole = test.diary.whole().unwrap();
    whole.retain(|record| record.kind != RecordKind::Settings);
    whole
}

fn night_of(test: &TestDiary, of: &str) -> NightNote {
    test.diary.read().on::<NightNote>(date(of)).unwrap().remove(0).value
}

fn answer(of: &str, answer: NightAnswer) -> Command {
    Command::Night(NightCommand::Answer(night(of), answer))
}

fn note(of: &str, note: &str) -> Command {
    Command::Night(NightCommand::Note(night(of), note.to_owned()))
}

proptest! {
    #![proptest_config(seeded(24))]

    #[test]
    fn neither_order_nor_repetition_matters(one in vec(step(), 0..25), other in vec(step(), 0..25), third in vec(step(), 0..25)) {
        let first = apart(0, &one);
        let (second, third) = (copy_of(&first, &other), apart(20, &third));
        let mut first = first;
        live(&mut first, &one);
        let [a, b, c] = [&first, &second, &third].map(shared);
        prop_assert_eq!(a.clone().joined(a.clone()), a.clone(), "idempotent");
        prop_assert_eq!(a.clone().joined(b.clone()), b.clone().joined(a.clone()), "commutative");
        let (left, right) = (a.clone().joined(b.clone()).joined(c.clone()), a.clone().joined(b.clone().joined(c.clone())));
        prop_assert_eq!(left, right, "associative");
    }

    #[test]
    fn both_computers_hold_one_diary_in_the_end_and_the_rules_hold(one in vec(step(), 0..25), other in vec(step(), 0..25)) {
        let mut first = start();
        let mut second = apart(10, &other);
        live(&mut first, &one);
        let before = Dump::of(&first.path());
        let merged = first.diary.merge(shared(&second), "the laptop").unwrap();
        prop_assert_eq!(&merged.report.refused, &Vec::<String>::new());
        check_answers(&first)?;
        prop_assert!(first.diary.check().unwrap().rules.is_empty());
        second.diary.merge(shared(&first), "the desk").unwrap();
        prop_assert_eq!(shared(&first), shared(&second));
        prop_assert!(first.diary.plan_merge(&shared(&second)).unwrap().report.is_empty(), "again");
        if !merged.done.changed.is_empty() {
            first.diary.undo().unwrap();
            Dump::of(&first.path()).check_rows(&before, "taken back");
        }
    }
}

#[test]
fn each_computer_gets_what_the_other_logged() {
    let mut desk = apart(0, &[]).with(a_cramp("2026-11-17")).with(a_drink("2026-11-18"));
    let laptop = apart(20, &[]).with(a_cramp("2026-11-18")).with(a_drink("2026-11-19"));
    let merged = desk.diary.merge(laptop.diary.whole().unwrap(), "the laptop").unwrap();
    assert_eq!(merged.done.what, "1 night from the laptop, 3 records in all");
    assert_eq!(desk.diary.undo_what(), Some("1 night from the laptop, 3 records in all"));
    assert_eq!(desk.diary.read().all::<Drink>().unwrap().len(), 2);
    desk.diary.undo().unwrap();
    assert_eq!(desk.diary.read().all::<Drink>().unwrap().len(), 1);
}

#[test]
fn what_was_said_later_stays_and_the_difference_is_told() {
    let mut desk = apart(0, &[]).with(a_drink("2026-11-19").ml(250));
    let mut laptop = copy_of(&desk, &[]);
    let drink = laptop.sole::<Drink>();
    laptop.log(Command::Drink(DrinkCommand::Edit(drink.id, a_drink("2026-11-19").ml(300).record())));
    let merged = desk.diary.merge(laptop.diary.whole().unwrap(), "the laptop").unwrap();
    assert_eq!(desk.sole::<Drink>().value.volume.get(), 300);
    assert_eq!(merged.done.what, "1 record from the laptop, 1 difference settled");
    assert_eq!(merged.report.details(), ["The drink of 19 Nov 2026: how much 250 ml here, 300 ml there; 300 ml stays"]);
    // The older version, seen again, changes nothing.
    assert!(laptop.diary.plan_merge(&desk.diary.whole().unwrap()).unwrap().report.is_empty());
}

#[test]
fn what_is_dated_in_the_future_is_left_out_and_told() {
    let mut desk = apart(0, &[]).with(a_drink("2026-11-18"));
    // The clock of the laptop is five years ahead.
    let laptop = TestDiary::at("2031-11-21T08:00:00+01:00").with(a_drink("2026-11-17")).with(a_drink("2031-11-20"));
    let merged = desk.diary.merge(laptop.diary.whole().unwrap(), "the laptop").unwrap();
    assert_eq!(desk.diary.read().all::<Drink>().unwrap().len(), 1);
    assert_eq!(merged.done.what, "Nothing new from the laptop, 2 records left out");
    let told: BTreeSet<_> = merged.report.refused.into_iter().collect();
    let of_the_date = "the drink of 20 November 2031: 20 November 2031 has not come yet";
    let of_the_clock = "the drink of 17 November 2026: changed on 21 November 2031 by a clock that was ahead. An import of that diary takes \
                        it as changed now";
    assert_eq!(told, [of_the_clock, of_the_date].map(ToOwned::to_owned).into());
    let draft = Draft { whole: laptop.diary.whole().unwrap(), ..Draft::default() };
    assert_eq!(desk.diary.import(draft, "laptop.json").unwrap().report.refused, [of_the_date]);
    assert_eq!(desk.diary.read().all::<Drink>().unwrap().len(), 2);
    // Nothing that is changed from now on is earlier than what came.
    let latest = desk.diary.whole().unwrap().records().map(|record| record.changed_ms).max();
    assert!(latest.unwrap() <= desk.diary.clock().now().timestamp_millis());
}

#[test]
fn a_night_is_merged_part_by_part() {
    let mut desk = apart(0, &[]).with(answer("2026-11-18", NightAnswer::NoCramps)).with(note("2026-11-18", "warm room"));
    let laptop = apart(20, &[])
        .with(note("2026-11-18", "long walk"))
        .with(Command::Night(NightCommand::Slept(night("2026-11-18"), Some(super::commands::hours(7.0)))));
    desk.diary.merge(laptop.diary.whole().unwrap(), "the laptop").unwrap();
    let now = night_of(&desk, "2026-11-18");
    assert_eq!((now.answer, now.note.as_str()), (Some(NightAnswer::NoCramps), "warm room\nlong walk"));
    assert_eq!(now.slept.map(Hours::get), Some(7.0));
}

#[test]
fn a_line_that_was_taken_out_of_a_note_does_not_come_back() {
    let mut desk = apart(0, &[]).with(note("2026-11-18", "warm room\nlong walk"));
    let laptop = copy_of(&desk, &[]).with(note("2026-11-18", "long walk"));
    desk.diary.merge(laptop.diary.whole().unwrap(), "the laptop").unwrap();
    assert_eq!(night_of(&desk, "2026-11-18").note, "long walk");
    let mut again = copy_of(&laptop, &[]);
    again.diary.merge(desk.diary.whole().unwrap(), "the desk").unwrap();
    assert_eq!(night_of(&again, "2026-11-18").note, "long walk");
}

#[test]
fn a_cramp_counts_more_than_the_word_that_there_was_none() {
    let mut desk = apart(0, &[]).with(a_cramp("2026-11-18"));
    let laptop = apart(20, &[]).with(answer("2026-11-18", NightAnswer::NoCramps));
    let merged = desk.diary.merge(laptop.diary.whole().unwrap(), "the laptop").unwrap();
    assert_eq!(night_of(&desk, "2026-11-18").answer, Some(NightAnswer::HadCramps));
    assert_eq!(merged.report.settled, [Settled::HadCramps { night: date("2026-11-18") }]);
}

#[test]
fn stretching_counts_more_than_the_word_that_there_was_none() {
    let mut desk = apart(0, &[]).with(Command::Stretch(StretchCommand::LogNone(day("2026-11-18"))));
    let laptop = apart(20, &[]).with(a_stretch("2026-11-18"));
    let merged = desk.diary.merge(laptop.diary.whole().unwrap(), "the laptop").unwrap();
    assert_eq!(merged.report.settled, [Settled::Stretched { day: date("2026-11-18") }]);
    assert!(!desk.diary.page(day("2026-11-18")).unwrap().no_stretching);
}

#[test]
fn what_was_deleted_stays_deleted_and_what_was_changed_since_lives() {
    let mut desk = apart(0, &[]).with(a_drink("2026-11-19")).with(a_drink("2026-11-18"));
    let mut laptop = copy_of(&desk, &[]);
    let ids: Vec<_> = laptop.diary.read().all::<Drink>().unwrap().into_iter().map(|entry| entry.id).collect();
    laptop.log(Command::Drink(DrinkCommand::Delete(ids[0])));
    laptop.log(Command::Drink(DrinkCommand::Delete(ids[1])));
    let after_deletion = TestDiary::at(&MORNING.replace(":00:00", ":59:00"));
    let mut other = after_deletion;
    other.diary.merge(desk.diary.whole().unwrap(), "the desk").unwrap();
    other.log(Command::Drink(DrinkCommand::Edit(ids[1], a_drink("2026-11-18").ml(333).record())));
    desk.diary.merge(laptop.diary.whole().unwrap(), "the laptop").unwrap();
    assert!(desk.diary.read().all::<Drink>().unwrap().is_empty());
    desk.diary.merge(other.diary.whole().unwrap(), "the tablet").unwrap();
    assert_eq!(desk.sole::<Drink>().value.volume.get(), 333);
}

#[test]
fn a_factor_with_answers_is_retired_not_deleted() {
    let mut desk = apart(0, &[]).with(a_factor("Socks", FactorKind::Scale));
    let factor = desk.sole::<Factor>();
    let laptop = copy_of(&desk, &[]).with(answered("2026-11-18", factor.id, 3.0));
    desk.log(Command::Factor(FactorCommand::Delete(factor.id)));
    let merged = desk.diary.merge(laptop.diary.whole().unwrap(), "the laptop").unwrap();
    assert_eq!(merged.report.settled, [Settled::FactorKept { name: "Socks".to_owned() }]);
    assert!(desk.sole::<Factor>().value.retired);
}

#[test]
fn two_things_of_one_name_are_told_apart() {
    let mut desk = apart(0, &[]).with(an_own_food("Oat bars"));
    let laptop = apart(20, &[]).with(an_own_food("oat bars"));
    let merged = desk.diary.merge(laptop.diary.whole().unwrap(), "the laptop").unwrap();
    let names: Vec<_> = desk.diary.read().all::<OwnFood>().unwrap().into_iter().map(|entry| entry.value.name.as_str().to_owned()).collect();
    assert_eq!(names, ["Oat bars", "oat bars (2)"]);
    assert_eq!(merged.report.details(), ["Both diaries had a record called oat bars (food): one of the two is called oat bars (2) now."]);
}

#[test]
fn what_no_diary_can_hold_is_left_out_and_named() {
    let mut desk = apart(0, &[]).with(a_cramp("2026-11-18"));
    let before = Dump::of(&desk.path());
    let mut theirs = Whole::default();
    let cramp: PlainRecord = desk.diary.whole().unwrap().records().find(|record| record.kind == RecordKind::Cramp).unwrap().clone();
    let severity = cramp.description().unwrap().columns.iter().position(|column| column.name == "severity").unwrap();
    let mut broken = PlainRecord { changed_ms: cramp.changed_ms + 1, ..cramp };
    broken.values[severity] = cramp_diary::store::PlainValue::Whole(11);
    theirs.add(broken);
    let merged = desk.diary.merge(theirs, "the laptop").unwrap();
    assert_eq!(merged.report.refused, ["the cramp of 18 November 2026: severity 11"]);
    assert_eq!(merged.done.what, "Nothing new from the laptop, 1 record left out");
    Dump::of(&desk.path()).check_rows(&before, "left out");
}

#[test]
fn two_diaries_give_one_night_one_id() {
    let ids = [0, 20].map(|minutes| {
        let test = apart(minutes, &[]).with(answer("2026-11-18", NightAnswer::NoCramps));
        test.only::<NightNote>("2026-11-18").to_string()
    });
    assert_eq!(ids[0], ids[1]);
    // Pinned: a diary that is merged in years must still name its nights alike.
    assert_eq!(ids[0].get(14..15), Some("8"), "a UUID of version 8");
}

#[test]
fn a_night_that_was_deleted_and_begun_anew_stays_without_its_answer() {
    let mut desk = apart(0, &[]).with(answer("2026-11-18", NightAnswer::NoCramps)).with(note("2026-11-18", "warm room"));
    let laptop = copy_of(&desk, &[]);
    desk.log(Command::Night(NightCommand::Clear(night("2026-11-18"))));
    desk.log(note("2026-11-18", ""));
    desk.log(note("2026-11-18", "begun anew"));
    desk.diary.merge(laptop.diary.whole().unwrap(), "the laptop").unwrap();
    let now = night_of(&desk, "2026-11-18");
    assert_eq!((now.answer, now.note.as_str()), (None, "begun anew"));
}
