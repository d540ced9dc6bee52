//! The same figures as the command line gives them: JSON of the summary, and the tables of charts.

use super::rows::Rows;
use super::summary::{CANNOT_TELL, FEWER, MORE, baseline, plain, plain_change};
use super::{Figures, check};
use crate::cli::Place;
use crate::plain::Plain;
use crate::support::date;
use chrono::{Datelike as _, Days, NaiveDate};
use cramp_diary::domain::{Id, Measure};
use cramp_diary::insights::Against;
use serde_json::Value;

const LAST: &str = "2026-11-19";

/// A figure by the name that the plain one has.
fn figure(json: &Value, name: &str) -> Option<f64> {
    if let Some((key, end)) = name.split_once(", ") {
        if let Some(site) = json["sites"].as_array().into_iter().flatten().find(|site| site["site"] == key) {
            return site[end].as_f64();
        }
        return json[key][usize::from(end == "high")].as_f64();
    }
    match &json[name] {
        Value::Bool(yes) => Some(if *yes { 1.0 } else { 0.0 }),
        Value::String(word) => Some(match word.as_str() {
            "left" => 1.0,
            "right" => 2.0,
            "fewer" => FEWER,
            "more" => MORE,
            "cannot_tell" => CANNOT_TELL,
            other => panic!("{other}"),
        }),
        value => value.as_f64(),
    }
}

fn figures(json: &Value, like: &Figures) -> Figures {
    like.iter().map(|(name, _)| (name.clone(), figure(json, name))).collect()
}

#[test]
fn the_summary_as_json_equals_the_plain_one() {
    let place = Place::with_example("400", "2");
    let file = place.sql();
    let last = date(LAST);
    for nights in [1_u64, 6, 7, 28, 90, 365] {
        let first = last - Days::new(nights - 1);
        let now = Rows::new(&file, first, last);
        let before = now.between(first - Days::new(nights), first - Days::new(1));
        for (against, word, then) in [(Against::Before, "before", Some(before)), (Against::Baseline, "baseline", baseline(&now))] {
            let json = place.json(&["summary", "--days", &nights.to_string(), "--against", word]);
            let expected = plain(&now);
            check(&figures(&json, &expected), &expected, &format!("summary of {nights} nights"));
            let change = plain_change(&now, then.as_ref(), against);
            check(&figures(&json["comparison"], &change), &change, &format!("{nights} nights against {word}"));
        }
    }
}

/// The cells of a table by row and column; the first column names the rows.
fn table(place: &Place, arguments: &[&str]) -> Vec<Vec<String>> {
    let output = place.command(&[&["chart"], arguments, &["--table"]].concat()).assert().success().get_output().stdout.clone();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(output.as_slice());
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn own_measure(id: &str) -> Measure {
    Measure::Own(Id::from_uuid(uuid::Uuid::parse_str(id).unwrap()))
}

/// The cells of a row, named by the days.
fn cells(label: &str, days: &[NaiveDate], values: impl Iterator<Item = Option<f64>>) -> Figures {
    days.iter().zip(values).map(|(day, value)| (format!("{label}, {day}"), value)).collect()
}

/// The rows of these days, two before the cramps and maybe two before a night without: all of which anything is known.
fn before_rows(plain: &Plain, days: &[NaiveDate], own: &[(String, Measure)]) -> Figures {
    let of_days =
        [Measure::Hydration, Measure::Caffeine, Measure::Alcohol, Measure::Stretching, Measure::Exercise, Measure::Standing, Measure::Heat];
    let mut figures = Figures::new();
    let mut push = |label: &str, at_least: Option<f64>, values: Vec<Option<f64>>| {
        if values.iter().flatten().any(|value| at_least.is_none_or(|least| *value > least)) {
            figures.extend(cells(label, days, values.into_iter()));
        }
    };
    let all = |measure: Measure| days.iter().map(|day| plain.value(*day, measure).0).collect::<Vec<_>>();
    for measure in of_days {
        push(measure.label(), None, all(measure));
    }
    for (label, measure) in [("Slept", Measure::Slept), ("Cramps", Measure::Cramps), ("Sleep disturbed", Measure::SleepDisturbed)] {
        // Of the second day the night is the one that is asked about.
        let values = all(measure).into_iter().enumerate().map(|(place, value)| value.filter(|_| place % 2 == 0)).collect();
        push(&format!("{label}, night before"), None, values);
    }
    for nutrient in Measure::NUTRIENTS {
        push(nutrient.label(), None, all(Measure::Nutrient(nutrient)));
        let taken = days.iter().map(|day| plain.in_supplements(*day, nutrient)).collect();
        push(&format!("{}, supplements", nutrient.label()), Some(0.0), taken);
    }
    for (name, measure) in own {
        push(name, None, all(*measure));
    }
    figures
}

#[test]
fn the_days_before_a_cramp_equal_the_plain_ones() {
    let place = Place::with_example("120", "1");
    let file = place.sql();
    let plain = Plain::of(&file);
    let nights = |sql: &str| -> Vec<NaiveDate> {
        let mut statement = file.prepare(sql).unwrap();
        statement.query_map([], |row| row.get::<_, String>(0)).unwrap().map(|night| date(&night.unwrap())).collect()
    };
    let (cramps, calm) = (nights("SELECT DISTINCT night FROM cramp"), nights("SELECT night FROM night WHERE answer = 'no_cramps'"));
    let mut own = file.prepare("SELECT name, lower(hex(id)) FROM factor ORDER BY created_ms, id").unwrap();
    let own: Vec<(String, Measure)> =
        own.query_map([], |row| Ok((row.get(0)?, own_measure(&row.get::<_, String>(1)?)))).unwrap().map(Result::unwrap).collect();
    let (mut alone, mut lines) = (0, 0);
    for night in &cramps {
        let same_weekday = |other: &&NaiveDate| **other < *night && other.weekday() == night.weekday();
        let beside = calm.iter().filter(same_weekday).max().filter(|other| (*night - **other).num_days() <= 182);
        alone += usize::from(beside.is_none());
        let days: Vec<NaiveDate> = [Some(night), beside].into_iter().flatten().flat_map(|night| [*night - Days::new(1), *night]).collect();
        let rows = table(&place, &["before", "--night", &night.to_string()]);
        assert_eq!(rows[0].len(), 2 + days.len(), "{night}: {:?}", rows[0]);
        let known = |row: &&Vec<String>| !row[0].ends_with(", entries") && row[0] != "Measure";
        let found: Vec<_> =
            rows.iter().filter(known).flat_map(|row| cells(&row[0], &days, row[2..].iter().map(|cell| cell.parse().ok()))).collect();
        let expected = before_rows(&plain, &days, &own);
        lines += expected.len() / days.len();
        check(&found, &expected, &format!("the rows before {night}"));
    }
    assert!(lines > 20 * cramps.len(), "{lines} rows of {} nights", cramps.len());
    assert!(cramps.len() > 20 && (1..cramps.len()).contains(&alone), "{alone} of {} have no night beside", cramps.len());
}
