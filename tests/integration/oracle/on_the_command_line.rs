//! The same figures as the command line gives them: JSON of the summary, and the tables of charts.

use super::rows::Rows;
use super::summary::{baseline, plain, plain_change};
use super::{Figures, check};
use crate::cli::Place;
use crate::plain::Plain;
use crate::support::date;
use chrono::{Datelike as _, Days, NaiveDate};
use cramp_diary::domain::Measure;
use serde_json::Value;

const LAST: &str = "2026-11-19";

/// A figure by the name that the plain one has.
fn figure(json: &Value, name: &str) -> Option<f64> {
    if let Some((key, end)) = name.split_once(", ") {
        if let Some(site) = json["sites"].as_array().unwrap().iter().find(|site| site["site"] == key) {
            return site[end].as_f64();
        }
        return json[key][usize::from(end == "high")].as_f64();
    }
    match &json[name] {
        Value::Bool(yes) => Some(if *yes { 1.0 } else { 0.0 }),
        Value::String(side) => Some(if side == "left" { 1.0 } else { 2.0 }),
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
        for (against, then) in [("before", Some(before)), ("baseline", baseline(&now))] {
            let json = place.json(&["summary", "--days", &nights.to_string(), "--against", against]);
            let expected = plain(&now);
            check(&figures(&json, &expected), &expected, &format!("summary of {nights} nights"));
            let change = plain_change(&now, then.as_ref());
            check(&figures(&json["comparison"], &change), &change, &format!("{nights} nights against {against}"));
        }
    }
}

/// The cells of a table by row and column; the first column names the rows.
fn table(place: &Place, arguments: &[&str]) -> Vec<Vec<String>> {
    let output = place.command(&[&["chart"], arguments, &["--table"]].concat()).assert().success().get_output().stdout.clone();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(output.as_slice());
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
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
    let mut alone = 0;
    for night in &cramps {
        let same_weekday = |other: &&NaiveDate| **other < *night && other.weekday() == night.weekday();
        let beside = calm.iter().filter(same_weekday).max().filter(|other| (*night - **other).num_days() <= 182);
        alone += usize::from(beside.is_none());
        let days: Vec<NaiveDate> = [Some(night), beside].into_iter().flatten().flat_map(|night| [*night - Days::new(1), *night]).collect();
        let rows = table(&place, &["before", "--night", &night.to_string()]);
        assert_eq!(rows[0].len(), 2 + days.len(), "{night}: {:?}", rows[0]);
        for (label, measure) in [("Drinks", Measure::Hydration), ("Stretching", Measure::Stretching), ("Caffeine", Measure::Caffeine)] {
            let expected: Vec<_> = days.iter().map(|day| plain.value(*day, measure).0).collect();
            let found = rows.iter().find(|row| row[0] == label);
            let found = found.map(|row| row[2..].iter().map(|cell| cell.parse::<f64>().ok()).collect());
            let found = found.unwrap_or_else(|| vec![None; days.len()]);
            let named = |values: Vec<Option<f64>>| days.iter().map(ToString::to_string).zip(values).collect::<Figures>();
            check(&named(found), &named(expected), &format!("{label} before {night}"));
        }
    }
    assert!(cramps.len() > 20 && (1..cramps.len()).contains(&alone), "{alone} of {} have no night beside", cramps.len());
}
