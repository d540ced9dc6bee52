//! The ways to write an amount: `amounts.csv` says what each means, asks or is refused with, for the readers and for the command line.
//!
//! The column `of` is a drink, the id of a food, "grams", "doses", or "line" for a food and its amount together; `measures` says whose pints
//! and cups are meant. `means` is the volume in ml, the weight in g or the number of doses; two meanings stand with a bar between them, and what
//! is refused begins with "!". `words` is how a helping is logged, for a line behind the name of the food.
//!
//! The volumes of "us" follow from a fluid ounce of 29.5735295625 ml and a pint of 473.176473 ml (NIST Handbook 44, appendix C), those of "uk"
//! from a pint of 568.26125 ml and a fluid ounce of 28.4130625 ml (Weights and Measures Act 1985, schedule 1).

use super::cli::Place;
use super::seeded::seeded;
use super::support::an_own_food;
use super::window_support::Morning;
use cramp_diary::diary::Command;
use cramp_diary::domain::{Doses, DrinkKind, FluidMeasures, FoodId, Grams, Quantity, TypedError, food_lines, number_to_type};
use cramp_diary::nutrition::catalogue;
use egui::Key;
use proptest::{collection::vec, prelude::*, sample::select};
use std::collections::BTreeSet;

/// A row of the table.
#[derive(Debug)]
struct Amount {
    text: String,
    of: String,
    measures: String,
    means: String,
    words: String,
}

impl Amount {
    /// Fails unless the text was read, asked about or refused as the table says; what was read is a number and, for a food, words.
    #[track_caller]
    fn check(&self, read: Result<(String, String), String>) {
        let asked = self.means.split_once('|').map(|(one, other)| format!("can mean {one} or {other}; write the one that you mean"));
        match (read, asked.as_deref().or_else(|| self.means.strip_prefix('!'))) {
            (Ok(read), None) => assert_eq!(read, (self.means.clone(), self.words.clone()), "{self:?}"),
            (Err(error), Some(said)) => assert!(error.contains(said), "{self:?}: {error}"),
            (read, _) => panic!("{self:?}: {read:?}"),
        }
    }

    /// What the readers say. Returns `None` for a line, which is read with the foods that there are.
    fn read(&self) -> Option<Result<(String, String), TypedError>> {
        let measures = if self.measures == "uk" { FluidMeasures::Uk } else { FluidMeasures::Us };
        let number = |value: f64| (number_to_type(value), String::new());
        Some(match self.of.as_str() {
            "line" => return None,
            "grams" => self.text.parse::<Grams>().map(|grams| number(grams.get())),
            "doses" => self.text.parse::<Doses>().map(|doses| number(doses.get())),
            of => {
                if let Ok(kind) = of.parse::<DrinkKind>() {
                    return Some(kind.read_volume(&self.text, measures).map(|volume| number(f64::from(volume.get()))));
                }
                let food = catalogue().food(&FoodId::new(of)).unwrap();
                let helping = Quantity::read(&self.text, measures).and_then(|quantity| quantity.of(&food.portions));
                helping.map(|helping| (number_to_type(helping.amount.get()), helping.portion))
            }
        })
    }

    /// What the command line logs, or says. Returns `None` if it has no command for that.
    fn logged(&self, place: &Place) -> Option<Result<(String, String), String>> {
        let given = format!("--amount={}", self.text);
        let grams = format!("--grams={}", self.text);
        let (arguments, sql) = match self.of.as_str() {
            "doses" => return None,
            "line" => (vec!["log", "food", &self.text], "SELECT amount_g, name || ': ' || portion FROM food"),
            "grams" => (vec!["log", "food", "banana", &grams], "SELECT amount_g, portion FROM food"),
            drink if drink.parse::<DrinkKind>().is_ok() => {
                (vec!["log", "drink", drink, "--", &self.text], "SELECT CAST(volume_ml AS REAL), '' FROM drink")
            }
            food => (vec!["log", "food", food, &given], "SELECT amount_g, portion FROM food"),
        };
        let output = place.command(&arguments).output().unwrap();
        if !output.status.success() {
            return Some(Err(String::from_utf8(output.stderr).unwrap()));
        }
        let last = place.sql().query_row(&format!("{sql} ORDER BY rowid DESC LIMIT 1"), [], |row| Ok((row.get(0)?, row.get(1)?)));
        let (number, words): (f64, String) = last.unwrap();
        Some(Ok((number_to_type(number), words)))
    }
}

fn table() -> Vec<Amount> {
    let mut reader = csv::Reader::from_reader(include_str!("amounts.csv").as_bytes());
    let amounts = reader.records().map(|row| {
        let row = row.unwrap();
        let [text, of, measures, means, words] = [0, 1, 2, 3, 4].map(|column| row[column].to_owned());
        Amount { text, of, measures, means, words }
    });
    amounts.collect()
}

/// Logs the rows whose `of` fits, in a diary of each country.
#[track_caller]
fn check_logged(fits: impl Fn(&str) -> bool) {
    for country in ["us", "uk"] {
        let place = Place::new();
        place.ok(&["profile", "set", "--country", country]);
        for amount in table().iter().filter(|amount| amount.measures == country && fits(&amount.of)) {
            if let Some(logged) = amount.logged(&place) {
                amount.check(logged);
            }
        }
    }
}

fn is_drink(of: &str) -> bool {
    of.parse::<DrinkKind>().is_ok()
}

#[test]
fn amounts_are_read_asked_about_or_refused() {
    let table = table();
    for amount in &table {
        if let Some(read) = amount.read() {
            amount.check(read.map_err(|error| error.to_string()));
        }
    }
    let ways: BTreeSet<_> = table.iter().map(|amount| amount.text.as_str()).collect();
    let asked = table.iter().filter(|amount| amount.means.contains('|')).count();
    assert!(ways.len() >= 80 && asked >= 10, "{} ways to write an amount, {asked} are asked about", ways.len());
}

#[test]
fn the_command_line_logs_volumes_as_they_are_read() {
    check_logged(is_drink);
}

#[test]
fn the_command_line_logs_amounts_of_food_as_they_are_read() {
    check_logged(|of| !is_drink(of) && of != "line");
}

#[test]
fn the_command_line_reads_a_food_and_its_amount_in_one_text() {
    check_logged(|of| of == "line");
}

#[test]
fn the_search_reads_an_amount_before_or_behind_the_food() {
    for (typed, logged) in [
        ("2 eggs", "Egg, boiled, 2 large (100 g)"),
        ("200 g rice", "White rice, cooked, 200 g"),
        ("rice 7 oz", "White rice, cooked, 198.45 g"),
        ("rice 250+186 g", "White rice, cooked, 436 g"),
        ("250 + 186 g rice", "White rice, cooked, 436 g"),
        ("oat milk 200ml", "Oat milk, 200 ml (206.27 g)"),
        ("a cup of oat milk", "Oat milk, 1 cup (244 g)"),
        ("half a banana", "Banana, 1/2 × 1 medium (59 g)"),
        ("three slices of white bread", "White bread, 3 slices (87 g)"),
        ("2% milk", "Milk, reduced-fat 2%, 1 cup (246 g)"),
        ("bread 2 thin slices", "White bread, 2 thin slices (40 g)"),
    ] {
        let mut morning = Morning::started();
        morning.key(Key::F).types(typed).key(Key::Enter);
        assert_eq!(morning.day(), [logged], "{typed}");
    }
}

#[test]
fn a_number_in_the_name_of_a_food_is_no_amount() {
    let mut morning = Morning::after([Command::from(an_own_food("7 grain bread")), an_own_food("7up").into()]);
    morning.key(Key::F).types("7 grain bread").key(Key::Enter).types("7up").key(Key::Enter);
    assert_eq!(morning.day(), ["7 grain bread, 1 bar (40 g)", "7up, 1 bar (40 g)"]);
    let mut other = Morning::started();
    other.key(Key::F).types("7 grain bread").key(Key::Enter);
    assert!(other.saved().foods.iter().all(|entry| entry.value.amount.get() < 100.0), "not seven of anything: {:?}", other.day());
}

#[test]
fn the_fields_of_the_window_read_and_ask_as_the_command_line_does() {
    let mut morning = Morning::started();
    morning.press_all(&["Other drink", "Kind Tea"]).write("How much, ml", "2").press("Add drink").sees("can mean 2 ml or 2 glasses");
    assert!(morning.saved().drinks.is_empty());
    morning.write("How much, ml", "2 glasses").press("Add drink");
    assert_eq!(morning.saved().drinks[0].value.volume.get(), 400);
    morning.key(Key::F).types("oat milk 8 oz").key(Key::Enter).sees("can mean 227 g or 8 fl oz");
    assert!(morning.saved().foods.is_empty());
    assert_eq!(morning.text_in("Add a food"), "oat milk 8 oz");
}

/// Pieces of amounts, and letters that are longer in small letters or no digits of ours.
const PIECES: [&str; 26] = [
    "1", "2", "1000", "250", "0", "½", ".", ",", "'", "/", "-", "+", "x", "×", " ", " ", "a", "half", "dozen", "fl oz", "ml", "cups",
    "rice", "%", "İ", "٣",
];

proptest! {
    #![proptest_config(seeded(2000))]

    /// Whatever is typed, an amount that is read is one that can be drunk or eaten, and a line is at least a name.
    #[test]
    fn whatever_is_typed_is_read_or_refused(pieces in vec(select(&PIECES[..]), 0..10)) {
        let text = pieces.concat();
        let portions = &catalogue().food(&FoodId::new("oat-milk")).unwrap().portions;
        for measures in [FluidMeasures::Us, FluidMeasures::Uk] {
            if let Ok(volume) = DrinkKind::Water.read_volume(&text, measures) {
                prop_assert!((1..=5000).contains(&volume.get()));
            }
            let lines = food_lines(&text, measures);
            prop_assert!(lines.last().is_some_and(|line| line.amount.is_none()));
            for amount in lines.into_iter().filter_map(|line| line.amount?.ok()).chain(Quantity::read(&text, measures)) {
                if let Ok(helping) = amount.of(portions) {
                    prop_assert!((0.1..=5000.0).contains(&helping.amount.get()));
                }
            }
        }
    }
}
