//! Medicines in the window: the tab of the Guide, and what is said beside supplements and on Today.

use super::support::{a_supplement, day};
use super::window_support::Morning;
use cramp_diary::diary::{Command, MedicineCommand, SupplementCommand};
use cramp_diary::domain::{Amounts, ClassKey, Medicine, Nutrient, OwnName, Supplement};
use cramp_diary::store::{Access, Store};
use egui::vec2;
use egui_kittest::kittest::Queryable as _;

impl Morning {
    /// The medicines as they stand in the file, in the order they were added.
    #[track_caller]
    fn medicines(&self) -> Vec<Medicine> {
        let all = Store::open(self.path(), Access::ReadOnly).unwrap().read().all::<Medicine>().unwrap();
        all.into_iter().map(|entry| entry.value).collect()
    }
}

fn a_medicine(name: &str) -> Medicine {
    Medicine::new(OwnName::new(name).unwrap())
}

fn potassium() -> Command {
    let per_dose: Amounts = [(Nutrient::Potassium, 99.0)].into_iter().collect();
    Command::Supplement(SupplementCommand::Add(Supplement { per_dose, ..a_supplement("Kalium").record() }))
}

/// The tab of somebody who takes these.
fn with(commands: impl IntoIterator<Item = Command>) -> Morning {
    let mut morning = Morning::after(commands);
    morning.press_all(&["Guide", "Medicines"]);
    morning
}

fn empty() -> Morning {
    let mut morning = Morning::started();
    morning.press_all(&["Guide", "Medicines"]);
    morning
}

#[test]
fn a_medicine_is_added_with_its_name_completed_and_its_kind_found() {
    let mut morning = empty();
    morning.sees("None yet.").sees("Never stop one because of cramps without asking");
    morning.write("Name of the medicine", "rami").press("Ramipril").sees("ACE inhibitors").sees("How it is linked with cramps");
    assert_eq!(morning.text_in("Name of the medicine"), "Ramipril");
    assert!(morning.medicines().is_empty(), "nothing is saved before it is added");
    morning.enter("Dose in words", "5 mg in the morning").enter("Taken since", "2026-11-02").press("Add medicine");
    let expected = Medicine { dose: "5 mg in the morning".to_owned(), from: Some(day("2026-11-02")), ..a_medicine("Ramipril") };
    assert_eq!(morning.medicines(), [expected]);
    assert_eq!(morning.text_in("Name of the medicine"), "", "the form is empty again");
    morning
        .sees("Taken now")
        .sees("5 mg in the morning, since 2 Nov 2026")
        .sees("It raises potassium. Whether foods rich in it are still suggested");
    morning.press("Sources on Ramipril").sees("Potassium: fact sheet for health professionals").press("Sources on Ramipril");
    morning.press("Undo").sees("None yet.");
}

#[test]
fn an_unknown_name_lets_the_kind_be_chosen() {
    let mut morning = empty();
    morning.enter("Name of the medicine", "Water tablet").sees("This name tells no kind.");
    morning
        .press_all(&["Kind of medicine", "Thiazide and similar water tablets"])
        .sees("148 people began quinine after one for every 100 who began it before");
    morning.press("Add medicine");
    assert_eq!(morning.medicines()[0].class, Some(ClassKey::new("thiazide").unwrap()));
    morning.press_all(&["Change Water tablet", "No kind chosen"]);
    assert_eq!(morning.medicines()[0].class, None);
    morning.press("Undo");
    assert_eq!(morning.medicines()[0].class, Some(ClassKey::new("thiazide").unwrap()));
}

#[test]
fn what_is_wrong_is_said_at_the_field_and_nothing_typed_is_lost() {
    let mut morning = empty();
    morning.press("Add medicine").sees("Give it a name.");
    morning.enter("Name of the medicine", "Ramipril").enter("Taken since", "2 Nob").sees("Date \"2 Nob\" cannot be read");
    morning.press("Add medicine");
    assert!(morning.medicines().is_empty(), "what cannot be read is not left out in silence");
    morning.enter("Taken since", "2026-11-02").enter("Taken until", "2026-11-01").sees("before it begins");
    morning.press("Add medicine");
    assert!(morning.medicines().is_empty());
    assert_eq!((morning.text_in("Name of the medicine").as_str(), morning.text_in("Taken until").as_str()), ("Ramipril", "2026-11-01"));
    morning.press_all(&["Food", "Guide", "Medicines"]);
    assert_eq!(morning.text_in("Name of the medicine"), "Ramipril", "it is there when one comes back");
    morning.enter("Taken until", "2026-11-14").press("Add medicine").sees("Taken earlier").sees("2 Nov 2026 to 14 Nov 2026");
    morning.write("Name of the medicine", "X").press("Empty the form");
    assert_eq!(morning.text_in("Name of the medicine"), "");
}

#[test]
fn a_medicine_is_changed_ended_and_deleted() {
    let mut morning = with([Command::Medicine(MedicineCommand::Add(Medicine { from: Some(day("2026-11-02")), ..a_medicine("Ramipril") }))]);
    morning.press("Change Ramipril").enter("Dose in words, changed", "10 mg").enter("Taken since, changed", "2026-11-03");
    morning.enter("Taken since, changed", "soon").sees("Date \"soon\" cannot be read").enter("Note on the medicine, changed", "with water");
    let changed =
        Medicine { dose: "10 mg".to_owned(), from: Some(day("2026-11-03")), note: "with water".to_owned(), ..a_medicine("Ramipril") };
    assert_eq!(morning.medicines(), [changed]);
    morning.enter("Taken since, changed", "2026-11-03").press_all(&["Done", "Ended today: Ramipril"]);
    assert_eq!(morning.medicines()[0].until, Some(day("2026-11-20")));
    morning.sees("Taken now").sees("3 Nov 2026 to 20 Nov 2026");
    morning.press("Delete Ramipril").sees("None yet.");
    morning.press("Undo");
    assert_eq!(morning.medicines().len(), 1);
}

#[test]
fn what_was_typed_but_not_left_is_saved_when_another_form_or_screen_is_opened() {
    let mut morning = with(["Aspirin", "Ramipril"].map(|name| Command::Medicine(MedicineCommand::Add(a_medicine(name)))));
    morning.press("Change Ramipril").write("Dose in words, changed", "10 mg").tap_at_once("Change Aspirin");
    morning.write("Note on the medicine, changed", "with water").press("Today");
    morning.press_all(&["Guide", "Medicines"]).write("Dose in words, changed", "75 mg").key(egui::Key::F1);
    let said: Vec<_> = morning.medicines().into_iter().map(|medicine| (medicine.dose, medicine.note)).collect();
    assert_eq!(said, [("75 mg", "with water"), ("10 mg", "")].map(|(dose, note)| (dose.to_owned(), note.to_owned())));
}

#[test]
fn a_form_in_which_something_is_wrong_stays_open() {
    let mut morning = with(["Aspirin", "Ramipril"].map(|name| Command::Medicine(MedicineCommand::Add(a_medicine(name)))));
    morning.press("Change Ramipril");
    for press in ["Change Aspirin", "Change Ramipril", "Done"] {
        morning.write("Taken since, changed", "soon").tap_at_once(press).sees("Date \"soon\" cannot be read");
        assert_eq!(morning.text_in("Taken since, changed"), "soon", "{press}");
    }
    morning.enter("Taken since, changed", "2026-11-03").press("Change Aspirin");
    assert_eq!(morning.text_in("Name of the medicine, changed"), "Aspirin");
}

#[test]
fn now_later_and_earlier_are_told_apart_and_two_of_a_name_by_their_dates() {
    let earlier = Medicine { dose: "5 mg".to_owned(), until: Some(day("2026-11-14")), ..a_medicine("Ramipril") };
    let now = Medicine { dose: "10 mg".to_owned(), from: Some(day("2026-11-15")), ..a_medicine("Ramipril") };
    let later = Medicine { from: Some(day("2026-12-01")), ..a_medicine("Statin XY") };
    let mut morning = with([earlier, now, later].map(MedicineCommand::Add).map(Command::Medicine));
    morning.sees("Taken now").sees("To begin later").sees("Taken earlier");
    morning.press("Delete Ramipril, 10 mg, since 15 Nov 2026");
    let names: Vec<_> = morning.medicines().iter().map(Medicine::summary).collect();
    assert_eq!(names, ["Ramipril, 5 mg", "Statin XY"]);
}

#[test]
fn a_medicine_and_a_supplement_that_do_not_go_together_are_said_beside_both_and_on_today() {
    let mut morning = with([potassium(), Command::Medicine(MedicineCommand::Add(a_medicine("Ramipril")))]);
    let words = "ACE inhibitors raise potassium, and extra potassium can disturb the heart.";
    let title = "Potassium with ramipril: not without your doctor or pharmacist";
    morning.sees("Your Kalium: not without your doctor or pharmacist").sees(words);
    morning.press_all(&["Food", "Supplements"]).sees(title).sees(words);
    morning.press("Something else").write("Name", "Salt substitute");
    assert_eq!(morning.harness.query_all_by_label_contains(title).count(), 2, "below the form while it is typed");
    morning.press("Today");
    assert!(!morning.reads(title), "nothing of it is taken yet");
    morning.press("Kalium, 1 tablet").sees(title).press(&format!("Why: {title}")).sees("Your supplements");
    morning.press_all(&["Guide", "Medicines", "Ended today: Ramipril", "Today"]).sees(title);
    morning.press_all(&["Guide", "Medicines", "Change Ramipril"]).enter("Taken until, changed", "2026-11-18").press("Today");
    assert!(!morning.reads(title), "it is over");
    morning.press_all(&["Guide", "Medicines"]).enter("Taken until, changed", "").press("Today").sees(title);
    morning.press_all(&["Guide", "Medicines", "Delete Ramipril", "Food", "Supplements"]);
    assert!(!morning.reads("ramipril"), "it is no longer on the list");
}

#[test]
fn what_is_known_of_a_medicine_that_is_typed_follows_what_is_typed_and_ones_supplements() {
    let mut morning = empty();
    morning.write("Name of the medicine", "Ramipril").sees("ACE inhibitors");
    morning.press_all(&["Food", "Supplements", "Potassium", "Add supplement", "Guide", "Medicines"]);
    morning.sees("Your Potassium: not without your doctor or pharmacist");
    morning.write("Name of the medicine", "Simvastatin").sees("Statins");
    assert!(!morning.reads("Your Potassium") && !morning.reads("ACE inhibitors"));
}

#[test]
fn a_medicine_that_is_over_is_not_warned_of() {
    let over = Medicine { until: Some(day("2026-11-18")), ..a_medicine("Ramipril") };
    let mut morning = with([potassium(), Command::Medicine(MedicineCommand::Add(over))]);
    assert!(!morning.reads("Your Kalium"));
    morning.press_all(&["Food", "Supplements"]);
    assert!(!morning.reads("ramipril"));
    morning.press_all(&["Today", "Kalium, 1 tablet"]);
    assert!(!morning.reads("ramipril"));
}

#[test]
fn foods_rich_in_potassium_are_withheld_by_name_of_the_medicine() {
    let mut morning = with([Command::Medicine(MedicineCommand::Add(a_medicine("Spironolactone")))]);
    morning.press("Trends").sees("Because of spironolactone, which raises potassium, no foods rich in potassium are suggested");
    morning
        .press_all(&["Food", "Find foods"])
        .sees("At most 200 mg potassium a portion, because of spironolactone, which raises potassium; what does not suit you (from your medicines)");
    morning.press_all(&["Guide", "Medicines", "Delete Spironolactone", "Trends"]);
    assert!(!morning.reads("spironolactone"));
    morning.press_all(&["Food", "Find foods", "Rich in potassium"]);
    assert!(!morning.reads("spironolactone") && !morning.reads("No food of this kind is left"), "the list is made anew");
}

#[test]
fn a_food_says_on_its_page_what_it_does_not_go_with() {
    let mut morning = with([Command::Medicine(MedicineCommand::Add(a_medicine("Simvastatin")))]);
    morning.press_all(&["Food", "Find foods"]).write("Find a food", "grapefruit").key(egui::Key::Enter);
    morning.sees("Grapefruit with simvastatin: ask your doctor or pharmacist. Grapefruit raises simvastatin a great deal");
}

#[test]
fn the_tab_comes_to_rest_within_the_window_and_names_each_widget_once() {
    for size in [vec2(1240.0, 860.0), vec2(1000.0, 700.0), vec2(720.0, 520.0)] {
        let commands = [
            potassium(),
            Command::Medicine(MedicineCommand::Add(a_medicine("Ramipril"))),
            Command::Medicine(MedicineCommand::Add(a_medicine("Seretide (salmeterol, fluticasone)"))),
        ];
        let mut morning = Morning::sized(commands, size);
        morning.press_all(&["Guide", "Medicines"]).check_idle("list");
        morning.check_layout();
        morning.write("Name of the medicine", "insulin gl").check_idle("names are offered");
        morning.check_layout();
        morning.write("Name of the medicine", "Water tablet").press("Kind of medicine").check_idle("kinds");
        morning.key(egui::Key::Escape).press("Change Ramipril").check_idle("form of a medicine");
        morning.check_layout();
    }
}

#[test]
fn a_brand_of_several_meanings_and_a_name_that_nobody_knows_are_asked_about_on_their_rows() {
    let add = |name: &str| Command::Medicine(MedicineCommand::Add(a_medicine(name)));
    let mut morning = with([add("Triatec"), add("Zorblaxin")]);
    morning.sees("This name may mean several things. Which is it?").sees("This name is not known here.");
    morning.press("Ramipril (in France, Italy and Switzerland): Triatec").sees("Triatec (ramipril)");
    morning.press("None of the guide's kinds: Zorblaxin");
    let chosen: Vec<_> = morning.medicines().into_iter().map(|medicine| medicine.class.unwrap().to_string()).collect();
    assert_eq!(chosen, ["ace_inhibitor", "none_of_these"]);
    morning.press("Undo").press("Say what it is: Zorblaxin").sees("Done");
}

#[test]
fn a_brand_of_several_meanings_is_asked_about_while_it_is_typed() {
    let mut morning = empty();
    morning.write("Name of the medicine", "Triatec").sees("This name may mean several things.");
    morning.press("Ramipril (in France, Italy and Switzerland)").press("Add medicine").sees("Triatec (ramipril)");
    assert_eq!(morning.medicines()[0].class, Some(ClassKey::new("ace_inhibitor").unwrap()));
}
