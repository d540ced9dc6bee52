//! What is typed into a field of a record is saved by itself, and one visit to the field is one step to undo.

use super::dump::Dump;
use super::support::{a_cramp, a_drink, a_factor, a_food, a_stretch, a_supplement, day};
use super::window_support::{HOME, Morning};
use cramp_diary::{
    diary::{Command, MedicineCommand, SignCommand, SupplementCommand},
    domain::{FactorKind, Medicine, Nutrient, OwnName, Sign, SignKind, Supplement},
};
use egui::{Event, Key, Modifiers, ViewportEvent, ViewportId, vec2};
use std::collections::BTreeMap;

impl Morning {
    /// Does nothing for a little more than a second.
    pub(crate) fn rest(&mut self) -> &mut Self {
        self.harness().run_steps(5);
        self
    }

    /// Asks the window to close, as its close button does.
    pub(crate) fn close(&mut self) {
        let window = self.harness().input_mut().viewports.entry(ViewportId::ROOT).or_default();
        window.events.push(ViewportEvent::Close);
        self.harness().step();
        self.harness().input_mut().viewports.entry(ViewportId::ROOT).or_default().events.clear();
    }

    /// Another window gets the focus.
    fn looks_away(&mut self) -> &mut Self {
        self.harness().input_mut().focused = false;
        self.harness().event(Event::WindowFocused(false));
        self.harness().step();
        self
    }

    /// What the file says.
    fn in_the_file(&self) -> BTreeMap<String, Vec<String>> {
        Dump::of(self.path()).rows
    }
}

/// A morning after a night without cramps, with the keyboard in the note.
fn noting() -> Morning {
    let mut morning = Morning::started();
    morning.press_all(&["No cramps", "Note"]);
    morning
}

#[test]
fn a_note_is_saved_a_second_after_the_last_key() {
    let mut morning = noting();
    morning.types("warm");
    assert_eq!(morning.saved().note, "", "less than a second ago");
    morning.rest();
    assert_eq!((morning.saved().note.as_str(), morning.focused().as_deref()), ("warm", Some("Note")));
    morning.types(" room ");
    assert_eq!(morning.saved().note, "warm");
    morning.rest();
    assert_eq!((morning.saved().note.as_str(), morning.text_in("Note").as_str()), ("warm room", "warm room "), "a space may go on");
    morning.types("again").rest();
    assert_eq!(morning.saved().note, "warm room again");
}

#[test]
fn a_visit_to_a_field_is_one_step_to_undo() {
    let mut morning = noting();
    for words in ["warm", " room", ", slept badly "] {
        morning.types(words).rest();
    }
    morning.types("again").rest();
    assert_eq!(morning.saved().note, "warm room, slept badly again");
    morning.chord(Modifiers::COMMAND, Key::Z);
    assert_eq!((morning.saved().note.as_str(), morning.text_in("Note").as_str()), ("", ""));
    assert_eq!(morning.toast().unwrap().1, "Undone: Wrote a note for the night of Thu 19 to Fri 20 Nov");
    morning.chord(Modifiers::COMMAND, Key::Y);
    assert_eq!(morning.text_in("Note"), "warm room, slept badly again");
    morning.press("Water 250 ml").press("Note").types("!").rest();
    morning.chord(Modifiers::COMMAND, Key::Z);
    assert_eq!(morning.saved().note, "warm room, slept badly again", "another visit is another step");
    morning.chord(Modifiers::COMMAND, Key::Z);
    assert_eq!(morning.day(), [""; 0]);
}

#[test]
fn a_step_in_between_ends_the_step_of_the_visit() {
    let mut morning = noting();
    morning.types("a").rest();
    morning.chord(Modifiers::COMMAND, Key::Z).types("b").rest().types("c").rest();
    morning.chord(Modifiers::COMMAND, Key::Z);
    assert_eq!(morning.saved().note, "");
    assert!(morning.has("Note"), "the answer of the night stays");
}

#[test]
fn escape_takes_back_what_the_visit_saved() {
    let mut morning = noting();
    morning.types("calm").key(Key::Enter).press("Note").types(" and warm").rest();
    assert_eq!(morning.saved().note, "calm and warm");
    morning.types(" again").key(Key::Escape);
    assert_eq!((morning.saved().note.as_str(), morning.text_in("Note").as_str()), ("calm", "calm"));
}

#[test]
fn looking_away_and_closing_save_at_once() {
    let mut morning = noting();
    morning.types("half");
    assert_eq!(morning.looks_away().saved().note, "half");
    let mut morning = noting();
    morning.types("half").close();
    assert_eq!(morning.saved().note, "half");
}

#[test]
fn a_press_of_a_screen_reader_saves_first() {
    for press in ["Trends", "Day before", "Settings", "Food", "Guide", "Relief now"] {
        let mut morning = noting();
        morning.types("half").widget(press).click_accesskit();
        morning.settle();
        assert_eq!(morning.saved().note, "half", "{press}");
    }
}

#[test]
fn half_a_number_is_said_and_not_saved() {
    let mut morning = Morning::after([a_food(HOME).into()]);
    morning.press("Change Banana, 1 medium (118 g)").write("Amount", "1.0");
    let before = morning.day();
    morning.types("00").rest();
    morning.sees("1.000");
    assert_eq!((morning.day(), morning.text_in("Amount").as_str()), (before, "1.000"), "it may be one or a thousand");
    morning.close();
    let mut morning = Morning::after([a_cramp(HOME).into()]);
    let before = morning.cramp();
    morning.write("Began at", "25").rest();
    assert!(morning.reads("25"));
    morning.close();
    assert_eq!((morning.cramp(), morning.text_in("Began at").as_str()), (before, "25"));
}

#[test]
fn an_emptied_field_waits_until_it_is_left() {
    let mut morning = Morning::after([a_cramp(HOME).lasted(4.0).into()]);
    morning.write("Lasted, min", "").rest();
    assert!(morning.cramp().duration.is_some(), "somebody may be about to type anew");
    morning.key(Key::Tab);
    assert_eq!(morning.cramp().duration, None);
}

#[test]
fn what_adds_a_record_waits_for_enter() {
    let mut morning = Morning::started();
    morning.press("Other drink").write("How much, ml", "25").rest().looks_away();
    assert_eq!(morning.day(), [""; 0]);
    morning.press("More stretches").press("Something else").types("yo").rest().types("ga").rest().key(Key::Enter);
    let day = morning.day();
    assert!(day.len() == 2 && day[0] == "water, 25 ml" && day[1].starts_with("Yoga, "), "{day:?}");
}

#[test]
fn a_field_that_is_called_by_what_is_typed_in_it_keeps_the_keyboard() {
    let mut morning = Morning::after([a_factor("Walked", FactorKind::Number).into()]);
    morning.press("Change factors").write("Name of Walked", "Ran").rest().types(" far").rest();
    assert_eq!((morning.focused().as_deref(), morning.text_in("Name of Ran far").as_str()), (Some("Name of Ran far"), "Ran far"));
    morning.chord(Modifiers::COMMAND, Key::Z);
    assert_eq!(morning.text_in("Name of Walked"), "Walked");
}

fn a_sign() -> Command {
    Command::Sign(SignCommand::Log(Sign::new(day(HOME), SignKind::Swelling)))
}

fn a_medicine() -> Command {
    Command::Medicine(MedicineCommand::Add(Medicine::new(OwnName::new("Ramipril").unwrap())))
}

fn magnesium() -> Command {
    let per_dose = [(Nutrient::Magnesium, 100.0)].into_iter().collect();
    Command::Supplement(SupplementCommand::Add(Supplement { per_dose, ..a_supplement("Tablets").record() }))
}

/// Every field of a record: what is pressed to get there, what it is called, what is typed in two goes.
const FIELDS: &[(&[&str], &str, [&str; 2])] = &[
    (&[], "Note", ["first", " second"]),
    (&[], "Slept, hours", ["6", ".3"]),
    (&[], "Began at", ["3:1", "0"]),
    (&[], "Lasted, min", ["4", ".5"]),
    (&[], "About this cramp", ["first", " second"]),
    (&["Change water, 250 ml"], "Water instead, ml", ["30", "0"]),
    (&["Change Banana, 1 medium (118 g)"], "Amount", ["30", "0"]),
    (&["Change how long: Bedtime routine: calves and backs of thighs"], "It took, min", ["7", ".5"]),
    (&["Change Swelling"], "About swelling", ["first", " second"]),
    (&["Strain"], "Exercise, min", ["2", "5"]),
    (&["Strain"], "On my feet, hours", ["5", ".5"]),
    (&[], "Walked, km", ["3", ".5"]),
    (&["Change factors"], "Unit of Walked", ["mi", "les"]),
    (&["Settings"], "A day, ml", ["180", "0"]),
    (&["Settings"], "A night begins at, o'clock", ["1", "3"]),
    (&["Settings"], "A day lasts until, o'clock", ["5", ""]),
    (&["Settings"], "Year of birth", ["196", "8"]),
    (&["Settings", "Pregnancy and breastfeeding"], "Pregnant from", ["2026-03-", "01"]),
    (&["Guide", "Medicines", "Change Ramipril"], "Name of the medicine, changed", ["Ramip", "ril 5"]),
    (&["Guide", "Medicines", "Change Ramipril"], "Dose in words, changed", ["5 mg", " a day"]),
    (&["Guide", "Medicines", "Change Ramipril"], "Taken since, changed", ["2026-11-", "02"]),
    (&["Guide", "Medicines", "Change Ramipril"], "Note on the medicine, changed", ["with", " water"]),
    (&["Food", "Supplements", "Change Tablets"], "Name", ["Pil", "ls"]),
    (&["Food", "Supplements", "Change Tablets"], "One dose is", ["2 ", "pills"]),
    (&["Food", "Supplements", "Change Tablets"], "Magnesium, mg", ["12", "0"]),
    (&["Food", "Supplements", "Change Tablets"], "Doses every day", ["2", ".5"]),
];

#[test]
fn every_field_of_a_record_saves_by_itself_and_is_undone_as_one_step() {
    for (presses, field, typed) in FIELDS {
        let walked = a_factor("Walked", FactorKind::Number).of_unit("km").into();
        let diary = [
            a_cramp(HOME).into(),
            a_drink(HOME).into(),
            a_food(HOME).into(),
            a_stretch(HOME).into(),
            a_sign(),
            walked,
            a_medicine(),
            magnesium(),
        ];
        let mut morning = Morning::sized(diary, vec2(1240.0, 1600.0));
        let before = morning.press_all(presses).in_the_file();
        morning.write(field, "");
        for part in typed {
            morning.types(part).rest();
        }
        let after = morning.in_the_file();
        assert_ne!(after, before, "{field} is not saved");
        assert_eq!(morning.widgets(field).len(), 1, "{field} stays open");
        assert_eq!(morning.focused().as_deref(), Some(*field), "{field} keeps the keyboard");
        let text = morning.text_in(field);
        assert_eq!(text, typed.concat(), "{field} shows what is typed");
        morning.chord(Modifiers::COMMAND, Key::Z);
        assert_eq!(morning.in_the_file(), before, "{field} is not taken back as one step: {:?}", morning.toast());
        morning.chord(Modifiers::COMMAND, Key::Y);
        assert_eq!(morning.in_the_file(), after, "{field} is not done again");
    }
}
