//! What can be done with a chart: reading it as a table, choosing its panels, saving a picture, seeing the entries behind it.

use super::support::{a_cramp, a_drink, moment, night};
use super::window_support::{HOME, Morning, NOW};
use cramp_diary::{
    clock::FixedClock,
    diary::{Command, Diary, NightCommand},
    domain::{Measure, NightAnswer, Nutrient},
    store::{Access, Store},
};
use egui::Key;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

impl Morning {
    /// Cramps and drinks of three nights, over time.
    fn with_three_nights() -> Self {
        let cramps = [(HOME, 7), ("2026-11-18", 3), ("2026-11-17", 5)].map(|(of, severity)| a_cramp(of).severity(severity).into());
        let drinks = [(HOME, 900), ("2026-11-18", 1500), ("2026-11-17", 600)].map(|(on, ml)| a_drink(on).ml(ml).into());
        let mut morning = Self::after(cramps.into_iter().chain(drinks));
        morning.press_all(&["Trends", "14 nights"]);
        morning
    }

    /// The rows of the table that are in sight.
    fn table_rows(&mut self) -> Vec<String> {
        let said =
            self.harness().query_all_by(|node| node.label().or_else(|| node.value()).is_some_and(|said| said.contains("Drinks, ml:")));
        said.filter_map(|node| node.accesskit_node().label().or_else(|| node.value())).collect()
    }

    /// The panels as they stand in the file.
    fn saved_panels(&self) -> Option<Vec<Measure>> {
        let store = Store::open(self.path(), Access::ReadOnly).unwrap();
        Diary::new(store, Box::new(FixedClock(moment(NOW)))).read().panels().unwrap()
    }
}

#[test]
fn a_chart_is_read_as_a_table_and_sorted_by_any_column() {
    let mut morning = Morning::with_three_nights();
    morning.press("As a table: Over time").sees("14 rows").check_idle("a table");
    let sort = morning.named_with("Sort by Drinks, ml");
    morning.press(&sort);
    let rows = morning.table_rows();
    assert!(rows[0].contains("1.5 L") || rows[0].contains("1,500"), "the most first: {rows:#?}");
    let sorted = morning.named_with("Sort by Drinks, ml");
    assert_eq!(sorted, format!("{sort}, sorted, largest first"));
    morning.press(&sorted);
    let rows = morning.table_rows();
    assert!(rows[0].contains("0.6 L") || rows[0].contains("600"), "the least first: {rows:#?}");
    assert!(rows[3..].iter().all(|row| row.contains("not logged")), "what is not known last: {rows:#?}");
    morning.press("As a table: Over time");
    assert!(morning.chart().starts_with("Chart: Over time, 14 nights"));
}

#[test]
fn a_night_without_cramps_has_no_worst_one_rather_than_none_logged() {
    let mut morning = Morning::after([Command::Night(NightCommand::Answer(night(HOME), NightAnswer::NoCramps))]);
    morning.press_all(&["Trends", "14 nights", "As a table: Over time"]);
    let rows = morning.table_rows();
    assert!(rows.iter().any(|row| row.contains("Worst severity: none")), "{rows:#?}");
    assert!(rows.iter().any(|row| row.contains("Worst severity: not logged")), "{rows:#?}");
}

#[test]
fn a_table_is_copied_as_csv_in_its_order() {
    let mut morning = Morning::with_three_nights();
    morning.press("As a table: Over time");
    let sort = morning.named_with("Sort by Drinks, ml");
    morning.press(&sort);
    let copied = morning.copied("Copy as CSV: Over time").unwrap();
    let lines: Vec<_> = copied.lines().collect();
    assert!(lines.len() == 15 && lines[1].contains("1500") && lines[1].contains("2026-11-18"), "{copied}");
    morning.settle();
    morning.sees("Copied 14 rows as CSV.");
}

#[test]
fn panels_are_chosen_ordered_and_remembered() {
    let mut morning = Morning::with_three_nights();
    morning.press_all(&["Panels", "Slept", "Calcium"]);
    let usual = Measure::USUAL;
    let chosen: Vec<_> = usual.into_iter().filter(|panel| *panel != Measure::Nutrient(Nutrient::Calcium)).chain([Measure::Slept]).collect();
    assert_eq!(morning.saved_panels().as_ref(), Some(&chosen));
    morning.press_all(&["Move Slept up", "Move Cramps down"]);
    let saved = morning.saved_panels().unwrap();
    assert_eq!((saved[0], saved[1], saved[4]), (Measure::Hydration, Measure::Cramps, Measure::Slept));
    assert!(morning.is_disabled("Move Drinks up"));
    morning.press("Panels").walk_to_chart();
    let chart = morning.chart();
    assert!(chart.contains("Slept") && !chart.contains("Calcium"), "{chart}");
    morning.press_all(&["Panels", "Usual panels"]);
    assert_eq!(morning.saved_panels(), None);
    assert!(!morning.has("Usual panels"));
    morning.press("Undo");
    assert_eq!(morning.saved_panels(), Some(saved));
}

#[test]
fn a_table_stays_sorted_by_its_column_when_panels_change() {
    let mut morning = Morning::with_three_nights();
    morning.press("As a table: Over time");
    let sort = morning.named_with("Sort by Drinks, ml");
    morning.press(&sort).press_all(&["Panels", "Move Drinks up"]);
    assert_eq!(morning.named_with("Sort by Drinks, ml"), format!("{sort}, sorted, largest first"));
    morning.press("Drinks");
    assert!(!morning.names().iter().any(|name| name.contains("sorted")), "{:?}", morning.names());
}

#[test]
fn the_keyboard_goes_with_the_panel_that_it_moves() {
    let mut morning = Morning::with_three_nights();
    morning.press("Panels").tab_to("Move Stretching up").key(Key::Enter);
    assert_eq!(morning.focused().as_deref(), Some("Move Stretching up"));
    morning.key(Key::Enter);
    assert_eq!(morning.focused().as_deref(), Some("Move Stretching down"), "it is the first now");
    assert_eq!(morning.saved_panels().unwrap()[0], Measure::Stretching);
}

#[test]
fn the_last_panel_stays() {
    let mut morning = Morning::with_three_nights();
    morning.press_all(&["Panels", "Drinks", "Stretching", "Magnesium", "Potassium", "Calcium", "Cramps"]);
    assert_eq!(morning.saved_panels(), Some(vec![Measure::Cramps]));
    assert!(morning.is_on("Cramps"));
}

#[test]
fn a_picture_is_saved_and_never_silently_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let mut morning = Morning::with_three_nights();
    for (kind, name) in [("SVG", "trends.svg"), ("PNG", "trends.png"), ("PNG, double size", "large.png")] {
        let path = folder.path().join(name);
        morning.press_all(&["Save picture: Over time", kind]).write("Where to save the picture", &path.display().to_string()).press("Save");
        assert!(path.exists(), "{kind}");
        let (_, words) = morning.toast().unwrap();
        assert!(words.starts_with("Saved the picture") && words.contains(name), "{words}");
        assert!(!morning.has("Save"), "the form closes");
    }
    let width = |name| image_width(&folder.path().join(name));
    assert_eq!(width("large.png"), 2 * width("trends.png"));

    let path = folder.path().join("trends.svg");
    std::fs::write(&path, "mine").unwrap();
    morning.press("Save picture: Over time").write("Where to save the picture", &path.display().to_string()).press("Save");
    morning.sees("A file with this name is there already.");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "mine");
    morning.press("Replace the file");
    assert!(std::fs::read_to_string(&path).unwrap().contains("<svg"));
}

#[test]
fn a_picture_that_cannot_be_saved_says_why_and_the_form_stays() {
    let folder = tempfile::tempdir().unwrap();
    let mut morning = Morning::with_three_nights();
    let field = "Where to save the picture";
    morning.press("Save picture: Over time").write(field, "trends.bmp").press("Save");
    morning.sees("Give a file name that ends with .svg or .png.");
    let path = folder.path().join("nowhere/trends.svg").display().to_string();
    morning.write(field, &path).press("Save");
    assert!(morning.alert().contains("could not be written"), "{}", morning.alert());
    assert_eq!(morning.text_in(field), path);
}

#[test]
fn the_card_on_a_night_shows_the_entries_behind_its_figures() {
    let mut morning = Morning::after([
        a_cramp(HOME).began("2026-11-20T03:10:00+01:00").noted("after the long walk").into(),
        a_drink(HOME).ml(250).into(),
        a_drink(HOME).ml(250).into(),
    ]);
    morning.press("Trends").walk_to_chart();
    morning.sees("Cramp: 03:10, left calf, severity 5; after the long walk").sees("Drinks: 2 × water, 250 ml");
    morning.key(Key::ArrowLeft);
    assert!(!morning.reads("after the long walk"));
    morning.check_idle("pointing at a night");
}

/// The width in a PNG file's head.
fn image_width(path: &std::path::Path) -> u32 {
    let bytes = std::fs::read(path).unwrap();
    u32::from_be_bytes(bytes[16..20].try_into().unwrap())
}
