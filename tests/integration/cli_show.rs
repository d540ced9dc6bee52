//! `show` for people, and its figures against a plain sum over the rows.

use crate::cli::Place;
use chrono::{Days, NaiveDate};
use rusqlite::Connection;
use serde_json::Value;
use std::collections::HashMap;

#[test]
fn a_page_reads_well() {
    let place = Place::new();
    // Each a minute after the other, so that their order is known.
    let words = [
        "log cramp --muscle calf --side left --severity 6 --at 03:10 --minutes 4 --woke --tried stretch=yes --tried heat",
        "log cramp --muscle toes --side both --severity 2 --at 23:30 --about --note Short.",
        "log note Warm.",
        "log drink water 1.2l --day yesterday --at 9:05",
        "log drink coffee 250 --day yesterday",
        "log stretch bedtime --day yesterday",
        "log food banana --day yesterday --meal breakfast",
        "log food almonds --grams 30 --day yesterday",
    ];
    for (minute, words) in words.iter().enumerate() {
        let now = format!("2026-11-20T08:0{minute}:00+01:00");
        place.command(&words.split_whitespace().collect::<Vec<_>>()).env("CRAMP_DIARY_NOW", now).assert().success();
    }
    let expected = "\
Night of Thu 19 to Fri 20 Nov (2026-11-19)
  2 cramps
    03:10        Left calf, severity 6 (moderate)
                 4 min, woke you
                 Tried: stretch (helped: yes), heat
    about 23:30  Both toes, severity 2 (mild)
                 Note: Short.
  Slept: not logged
  Note: Warm.

Thu 19 Nov (2026-11-19), the day before that night
  Drinks: 1,450 of 1,600 ml (91 %)
    Water   1,200 ml  09:05
    Coffee    250 ml
  Stretching: 3 min
    Bedtime routine: calves and backs of thighs  3 min  at bedtime
  Strain: not logged
  Food: 2 logged
    Banana   1 medium  118 g  breakfast
    Almonds             30 g
  From food and drink (food does not look complete):
    Magnesium  130 mg  41 %
    Potassium  727 mg  28 %
    Calcium    123 mg  12 %
    Per cent are of the daily reference for adults of 31 to 50 years, the lower of the values for
    women and men.
";
    assert_eq!(place.ok(&["show"]), expected);
    let nothing = place.ok(&["show", "--day", "today"]);
    for words in ["Has not begun yet", "Drinks: not logged", "Stretching: not logged", "Food: not logged"] {
        assert!(nothing.contains(words), "{nothing}");
    }
}

/// For each key of a CSV file, its figures by column.
fn figures(text: &str) -> HashMap<String, HashMap<String, f64>> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header = reader.headers().unwrap().clone();
    let row = |row: csv::StringRecord| {
        let figures = header.iter().zip(&row).filter_map(|(name, cell)| Some((name.to_owned(), cell.parse().ok()?)));
        (row[0].to_owned(), figures.collect())
    };
    reader.records().map(|record| row(record.unwrap())).collect()
}

/// The rows of one date: a key and an amount.
fn rows(diary: &Connection, sql: &str, date: NaiveDate) -> Vec<(String, f64)> {
    let mut statement = diary.prepare(sql).unwrap();
    let rows = statement.query_map([date.to_string()], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    rows.map(Result::unwrap).collect()
}

fn assert_close(shown: &Value, expected: f64, what: &str) {
    let shown = shown.as_f64().unwrap();
    assert!((shown - expected).abs() < 1e-6, "{what}: {shown} is not {expected}");
}

#[test]
fn figures_are_plain_sums_over_the_rows() {
    let place = Place::with_example("400", "1");
    let foods = figures(include_str!("../../assets/foods.csv"));
    let contents = figures(include_str!("../../assets/drinks.csv"));
    let diary = place.sql();
    let last: NaiveDate = "2026-11-19".parse().unwrap();
    let mut compared = 0;
    // Every thirteenth date meets every weekday, the holiday and forgotten mornings.
    for date in (0..30).map(|step| last - Days::new(step * 13)) {
        let page = place.json(&["show", "--day", &date.to_string()]);
        let drunk = rows(&diary, "SELECT kind, CAST(volume_ml AS REAL) FROM drink WHERE day = ?1", date);
        let eaten = rows(&diary, "SELECT food, amount_g FROM food WHERE day = ?1", date);
        assert_eq!(page["drunk_ml"].is_null(), drunk.is_empty(), "{date}");
        if !drunk.is_empty() {
            assert_close(&page["drunk_ml"], drunk.iter().map(|(_, ml)| ml).sum(), &format!("{date} drinks"));
        }
        assert_eq!(page["intake"].is_null(), eaten.is_empty(), "{date}");
        for mineral in ["magnesium_mg", "potassium_mg", "calcium_mg"].into_iter().filter(|_| !eaten.is_empty()) {
            let from_food: f64 = eaten.iter().map(|(food, grams)| foods[food][mineral] * grams / 100.0).sum();
            let grams_of = |kind: &str, ml: f64| ml * contents[kind]["grams_per_100_ml"] / 100.0;
            let from_drinks: f64 = drunk.iter().map(|(kind, ml)| contents[kind][mineral] * grams_of(kind, *ml) / 100.0).sum();
            assert_close(&page["intake"][mineral], from_food + from_drinks, &format!("{date} {mineral}"));
            compared += 1;
        }
    }
    assert!(compared > 60, "only {compared} sums were compared");
}
