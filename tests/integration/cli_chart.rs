//! `chart`: every kind as a picture and as a table, and what is refused.

use crate::cli::Place;
use std::fs;

const KINDS: [&str; 10] = ["trends", "calendar", "body", "hours", "weekdays", "months", "durations", "severities", "relief", "before"];

#[test]
fn every_kind_lands_in_its_file_light_dark_and_twice_as_large() {
    let place = Place::with_example("60", "1");
    for kind in KINDS {
        let said = place.ok(&["chart", kind, "--out", "a.svg"]);
        assert!(said.starts_with("Drew ") && said.ends_with(": a.svg\n"), "{said}");
        assert!(fs::read_to_string(place.path("a.svg")).unwrap().contains("<svg"), "{kind}");
        place.ok(&["chart", kind, "--out", "a.png", "--dark", "--width", "700"]);
        place.ok(&["chart", kind, "--out", "b.png", "--dark", "--width", "700", "--scale", "2"]);
        let [once, twice] = ["a.png", "b.png"].map(|name| size(&fs::read(place.path(name)).unwrap()));
        assert_eq!((once.0, twice), (700, (once.0 * 2, once.1 * 2)), "{kind}");
    }
}

/// What is printed, however wide it is: a table is for machines.
fn table(place: &Place, arguments: &[&str]) -> String {
    String::from_utf8(place.command(arguments).assert().success().get_output().stdout.clone()).unwrap()
}

/// Width and height from the head of a PNG.
fn size(png: &[u8]) -> (u32, u32) {
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
    assert_eq!(&png[1..4], b"PNG");
    (number(16), number(20))
}

#[test]
fn every_kind_has_a_table_printed_or_in_a_file() {
    let place = Place::with_example("60", "1");
    for kind in KINDS {
        let printed = table(&place, &["chart", kind, "--table"]);
        assert!(printed.lines().count() > 2, "{kind}: {printed}");
        let said = place.ok(&["chart", kind, "--table", "--out", "a.csv"]);
        let rows = csv::Reader::from_reader(printed.as_bytes()).records().map(Result::unwrap).count();
        assert_eq!(said, format!("Wrote {rows} rows: a.csv\n"), "{kind}");
        assert_eq!(fs::read_to_string(place.path("a.csv")).unwrap(), printed, "{kind}");
    }
}

#[test]
fn a_diary_with_one_night_draws_every_kind() {
    let place = Place::new();
    place.ok(&["log", "cramp", "--muscle", "calf", "--side", "left", "--severity", "4"]);
    for kind in KINDS {
        place.ok(&["chart", kind, "--out", "a.svg"]);
        place.ok(&["chart", kind, "--out", "a.csv", "--table"]);
    }
}

#[test]
fn panels_are_chosen_by_word_and_ordered() {
    let place = Place::with_example("60", "1");
    let titles = |panels: &[&str]| {
        let printed = table(&place, &[&["chart", "trends", "--table"], panels].concat());
        printed.lines().next().unwrap().to_owned()
    };
    let chosen = titles(&["--panels", "drinks,cramps,magnesium,drinks"]);
    let places = ["Night,\"Drinks, ml\"", ",Cramps,", "\"Magnesium from food, mg\""].map(|title| chosen.find(title));
    assert!(places.is_sorted() && places[0] == Some(0), "{chosen}");
    assert_eq!(chosen.matches("\"Drinks, ml\"").count(), 1);
    assert_ne!(titles(&[]), chosen);
    let message = "Panel \"steps\" is unknown; choose among: cramps, sleep_disturbed";
    place.turns_away(message, &["chart", "trends", "--out", "a.svg", "--panels", "cramps,steps"]);
    assert!(!place.path("a.svg").exists());
}

#[test]
fn before_looks_at_a_night_with_cramps() {
    let place = Place::new();
    place.ok(&["log", "none", "--night", "2026-11-11"]);
    place.ok(&["log", "drink", "water", "250ml", "--day", "2026-11-11"]);
    assert!(
        place
            .refuses(&["chart", "before", "--out", "a.svg"])
            .contains("No night with cramps is logged. Log one with: cramp-diary log cramp")
    );
    for date in ["2026-11-18", "2026-11-19"] {
        place.ok(&["log", "cramp", "--muscle", "calf", "--side", "left", "--severity", "4", "--night", date]);
    }
    place.ok(&["log", "drink", "water", "500ml", "--day", "2026-11-18"]);
    place.ok(&["log", "drink", "water", "500ml", "--day", "2026-11-18"]);
    let said = place.ok(&["chart", "before", "--out", "a.svg"]);
    assert!(said.contains("the days before the night of Thu 19 to Fri 20 Nov"), "{said}");
    let printed = table(&place, &["chart", "before", "--night", "2026-11-18", "--table"]);
    assert!(printed.contains("\nDrinks,ml,,1000,,250\n"), "{printed}");
    assert!(printed.contains("\"Drinks, entries\",,,\"2 × water, 500 ml\",,\"water, 250 ml\"\n"), "{printed}");
    for (night, message) in [("2026-11-11", "is logged as free of cramps"), ("2026-11-12", "is not logged")] {
        let said = place.refuses(&["chart", "before", "--out", "a.svg", "--night", night]);
        assert!(said.contains(message) && said.contains("Give a night with cramps with --night."), "{said}");
    }
}

#[test]
fn a_factor_is_chosen_by_its_name_even_where_a_panel_is_called_so() {
    let place = Place::new();
    for name in ["Heat", "Tea, coffee"] {
        place.ok(&["factor", "add", name, "--kind", "yes_no"]);
    }
    let titles = |panels: &[&str]| {
        let printed = table(&place, &[&["chart", "trends", "--days", "7", "--table"], panels].concat());
        printed.lines().next().unwrap().to_owned()
    };
    assert!(titles(&["--panels", "heat"]).contains("Heat or heavy sweating"));
    assert!(titles(&["--panels", "factor:heat"]).starts_with("Night,Heat,"));
    let both = titles(&["--panels", "Tea, coffee", "--panels", "cramps"]);
    assert!(both.starts_with("Night,\"Tea, coffee\"") && both.contains(",Cramps,"), "{both}");
}

#[test]
fn the_body_is_shaded_by_what_is_asked_for_and_pictures_name_their_nights() {
    let place = Place::with_example("60", "1");
    let svg = |name: &str, extra: &[&str]| {
        place.ok(&[&["chart", "body", "--out", name], extra].concat());
        fs::read_to_string(place.path(name)).unwrap()
    };
    let nights = svg("a.svg", &["--days", "30"]);
    assert!(nights.contains("Where cramps come: 30 nights, 21 Oct to 19 Nov 2026"), "its title");
    assert_ne!(svg("b.svg", &["--days", "30", "--shade-by", "worst"]), nights);
}

#[test]
fn what_cannot_be_drawn_is_refused() {
    let place = Place::with_example("30", "1");
    for (words, message) in [
        ("body --out a.gif", "Charts are saved as .svg or .png"),
        ("body --out nowhere/a.svg", "could not be written"),
        ("body --table --out a.svg", "A table is written as .csv"),
        ("body --table --out nowhere/a.csv", "The table could not be written"),
        ("hours --out a.svg --until 2026-11-20", "has not begun yet"),
        ("hours --out a.svg --height 100", "this chart needs a height of at least"),
        ("hours --out a.png --width 6000 --scale 2", "A picture of 12000 x"),
        ("before --out a.svg --night 2027-11-12", "has not begun yet"),
        ("hours --out a.svg --from 1900-01-01", "at most 3660 can be shown. Give --from 2016-11-12 or later"),
        ("body --out a.svg --scale 3", "Scale 3 is not allowed; give 1 to 2"),
        ("body --out a.svg --width 299", "Width 299 is not allowed; give 300 to 10,000"),
        ("trends --out a.svg --days 0", "Nights 0 is not allowed"),
        ("calendar --out a.svg --from 2026-11-10 --until 2026-11-09", "Change --from or --until."),
    ] {
        place.turns_away(message, &[&["chart"][..], &words.split_whitespace().collect::<Vec<_>>()].concat());
    }
    for words in [
        "pie --out a.svg",
        "body",
        "body --out a.svg --scale 2",
        "body --table --shade-by worst",
        "hours --out a.svg --shade-by worst",
        "body --table --dark",
        "trends --out a.svg --all --days 3",
        "before --out a.svg --days 3",
        "before --out a.svg --night someday",
    ] {
        let said = place.fails(2, &[&["chart"][..], &words.split_whitespace().collect::<Vec<_>>()].concat());
        assert!(!said.is_empty(), "{words}");
    }
}
