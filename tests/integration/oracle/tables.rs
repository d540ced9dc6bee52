//! The tables of charts, which hold the same figures as the charts: cell by cell.

use super::rows::{KNOWN, Rows};
use super::{Figures, check};
use crate::plain::{Plain, plus};
use crate::trends::check_series;
use chrono::Days;
use cramp_diary::charts::{BarsSpec, BodySpec, CalendarSpec, ChartSpec, ChartTable, ReliefSpec, TrendsSpec};
use cramp_diary::diary::LookBack;
use cramp_diary::domain::{DayRules, Measure, Muscle, Relief};
use cramp_diary::insights::{NightSlice, Series, Trends};
use std::collections::BTreeMap;

/// The numbers of a table; each row has a name of its own.
fn cells(table: &ChartTable, rows: impl IntoIterator<Item = String>) -> Figures {
    let of_row = |(row, name): (usize, String)| {
        let numbers = table.columns.iter().zip(&table.rows[row]).filter(|(column, _)| column.numeric);
        numbers.map(|(column, cell)| (format!("{name}: {}", column.title), cell.value)).collect::<Vec<_>>()
    };
    let names: Vec<_> = rows.into_iter().collect();
    assert_eq!(names.len(), table.rows.len(), "rows of {:?}", table.columns);
    names.into_iter().enumerate().flat_map(|(row, name)| of_row((row, name))).collect()
}

/// A row of a plain table.
fn row(name: &str, cells: &[(&str, Option<f64>)]) -> Figures {
    cells.iter().map(|(title, value)| (format!("{name}: {title}"), *value)).collect()
}

/// What stands in the first column.
fn first_column(table: &ChartTable) -> Vec<String> {
    table.rows.iter().map(|row| row[0].text.clone()).collect()
}

#[track_caller]
pub(super) fn check_tables(nights: NightSlice<'_>, rules: DayRules, rows: &Rows<'_>, what: &str) {
    let bars: [(ChartSpec, Vec<Figures>); 5] = [
        (ChartSpec::Bars(BarsSpec::hours(nights, rules)), hours(rows, rules.night_starts.get())),
        (ChartSpec::Bars(BarsSpec::weekdays(nights)), rates(rows, "(strftime('%w', night) + 6) % 7", 7)),
        (ChartSpec::Bars(BarsSpec::months(nights)), rates(rows, "strftime('%m', night) - 1", 12)),
        (ChartSpec::Bars(BarsSpec::durations(nights)), durations(rows)),
        (ChartSpec::Bars(BarsSpec::severities(nights)), severities(rows)),
    ];
    for (chart, plain) in bars {
        let found = cells(&chart.table(), (0..plain.len()).map(|place| place.to_string()));
        check(&found, &plain.concat(), &format!("the table \"{}\" of {what}", chart.title()));
    }
    let body = ChartSpec::Body(BodySpec::new(nights)).table();
    let expected = if body.rows.is_empty() { Vec::new() } else { places(rows) };
    assert!(!body.rows.is_empty() || rows.cramps("true") == 0.0, "the body map of {what} is empty");
    let names = body.rows.iter().map(|row| format!("{}, {}", row[0].text, row[1].text));
    check(&cells(&body, names), &expected, &format!("the body map of {what}"));
    let relief = ChartSpec::Relief(ReliefSpec::new(nights)).table();
    let expected: Figures = first_column(&relief).iter().flat_map(|label| relief_row(rows, label)).collect();
    check(&cells(&relief, first_column(&relief)), &expected, &format!("the reliefs of {what}"));
    let tried: f64 =
        rows.one("SELECT count(DISTINCT relief) + 0.0 FROM cramp JOIN cramp_relief ON cramp_id = cramp.id WHERE night BETWEEN ?1 AND ?2");
    assert_eq!(super::counted(relief.rows.len()), Some(tried), "the reliefs of {what}");
    let calendar = ChartSpec::Calendar(CalendarSpec::new(nights)).table();
    let squares = squares(rows);
    let square = |night: &String| {
        let (cramps, worst) = squares.get(night).copied().unwrap_or_default();
        row(night, &[("Cramps", cramps), ("Worst severity", worst)])
    };
    let expected: Figures = first_column(&calendar).iter().flat_map(square).collect();
    check(&cells(&calendar, first_column(&calendar)), &expected, &format!("the calendar of {what}"));
    let logged = calendar.rows.iter().filter(|row| row[1].text != "not logged").count();
    assert_eq!(super::counted(logged), Some(rows.nights("true")), "logged squares of the calendar of {what}");
}

fn hours(rows: &Rows<'_>, first: u8) -> Vec<Figures> {
    let row_of = |(place, hour): (usize, u8)| {
        let count = |how: &str| rows.cramps(&format!("time_known IN ({how}) AND substr(began_local, 12, 2) = '{hour:02}'"));
        let (all, exact, about) = (count("'exact', 'about'"), count("'exact'"), count("'about'"));
        row(&place.to_string(), &[("Cramps", Some(all)), ("Exact", Some(exact)), ("About", Some(about))])
    };
    (first..24).chain(0..first).enumerate().map(row_of).collect()
}

/// `place` says in SQL where a night belongs, from 0 on.
fn rates(rows: &Rows<'_>, place: &str, count: usize) -> Vec<Figures> {
    let row_of = |number: usize| {
        let here = format!("{place} = {number}");
        let (logged, with) = (rows.nights(&here), rows.nights(&format!("{here} AND answer = 'had_cramps'")));
        let (known, cramps) = (rows.nights(&format!("{here} AND {KNOWN}")), rows.cramps(&here));
        let figures = [
            ("Logged nights", Some(logged)),
            ("Nights with cramps", Some(with)),
            ("Share of nights", (logged > 6.5).then(|| with / logged)),
            ("Nights counted", Some(known)),
            ("Cramps", Some(cramps)),
            ("Cramps a week", (known > 6.5).then(|| cramps / known * 7.0)),
        ];
        row(&number.to_string(), &figures)
    };
    (0..count).map(row_of).collect()
}

fn durations(rows: &Rows<'_>) -> Vec<Figures> {
    let bins = ["< 0.5", ">= 0.5 AND duration_min < 1", ">= 1 AND duration_min < 2", ">= 2 AND duration_min < 5"];
    let bins = bins.into_iter().chain(["BETWEEN 5 AND 10", "> 10 AND duration_min <= 30", "> 30"]);
    bins.enumerate().map(|(place, bin)| row(&place.to_string(), &[("Cramps", Some(rows.cramps(&format!("duration_min {bin}"))))])).collect()
}

fn severities(rows: &Rows<'_>) -> Vec<Figures> {
    let row_of = |severity: u8| {
        let cramps = rows.cramps(&format!("severity = {severity}"));
        row(&severity.to_string(), &[("Severity", Some(f64::from(severity))), ("Cramps", Some(cramps))])
    };
    (0..=10).map(row_of).collect()
}

fn places(rows: &Rows<'_>) -> Figures {
    let known = rows.nights(KNOWN);
    let sides = [("left", "side IN ('left', 'both')"), ("right", "side IN ('right', 'both')"), ("any", "true")];
    let places = Muscle::ALL.iter().flat_map(|muscle| sides.map(|(side, on)| (muscle, side, on)));
    let row_of = |(muscle, side, on): (&Muscle, &str, &str)| {
        let here = format!("muscle = '{}' AND {on}", muscle.key());
        let nights: f64 = rows.one(&format!("SELECT count(DISTINCT night) + 0.0 FROM cramp WHERE night BETWEEN ?1 AND ?2 AND {here}"));
        let worst = rows.one(&format!("SELECT max(severity) + 0.0 FROM cramp WHERE night BETWEEN ?1 AND ?2 AND {here}"));
        let figures = [
            ("Cramps", Some(rows.cramps(&here))),
            ("Nights", Some(nights)),
            ("Share of nights", (known > 6.5).then(|| nights / known)),
            ("Worst severity", worst),
        ];
        row(&format!("{}, {side}", muscle.label()), &figures)
    };
    places.flat_map(row_of).collect()
}

fn relief_row(rows: &Rows<'_>, label: &str) -> Figures {
    let relief = Relief::ALL.iter().find(|relief| relief.label() == label).unwrap();
    let count = |answer: &str| -> f64 {
        rows.one(&format!(
            "SELECT count(*) + 0.0 FROM cramp JOIN cramp_relief ON cramp_relief.cramp_id = cramp.id
             WHERE night BETWEEN ?1 AND ?2 AND relief = '{}' AND helped IS {answer}",
            relief.key()
        ))
    };
    let (yes, some, no, not_said) = (count("'yes'"), count("'some'"), count("'no'"), count("NULL"));
    let share = |part: f64| (yes + some + no > 6.5 && rows.nights("true") > 6.5).then(|| part / (yes + some + no));
    let figures = [
        ("Times", Some(yes + some + no + not_said)),
        ("Helped", Some(yes)),
        ("A little", Some(some)),
        ("Did not", Some(no)),
        ("Not said", Some(not_said)),
        ("Share helped", share(yes)),
        ("Share a little", share(some)),
    ];
    row(label, &figures)
}

/// Cramps of each logged night and the worst of them, by date: the number is nothing where it is not known, the worst also where
/// there was none.
fn squares(rows: &Rows<'_>) -> BTreeMap<String, (Option<f64>, Option<f64>)> {
    let sql = format!(
        "SELECT night.night, CASE WHEN {KNOWN} THEN count(cramp.id) + 0.0 END, max(severity) + 0.0
         FROM night LEFT JOIN cramp ON cramp.night = night.night
         WHERE answer IS NOT NULL AND night.night BETWEEN ?1 AND ?2 GROUP BY night.night"
    );
    rows.by_date(&sql)
}

/// Panels, means and weeks, and the table of a short range, for every measure.
pub(super) fn check_trends(look_back: &LookBack, plain: &Plain, what: &str) {
    let own = look_back.factors().iter().map(|factor| Measure::Own(factor.id));
    let measures: Vec<_> = Measure::all().chain(own).collect();
    let last = look_back.latest_night().date();
    for nights in [1, 20, 180, 400] {
        let first = last - Days::new(nights - 1);
        let trends = look_back.trends_of(&measures, first, last);
        let nights = trends.nights.len();
        assert_eq!((trends.first, trends.series.len()), (first, measures.len()), "{what}");
        for series in &trends.series {
            check_series(series, plain, (first, nights));
        }
        let table = ChartSpec::Trends(TrendsSpec::new(trends.clone())).table();
        check_means(&table, &trends, what);
        if nights >= 180 {
            continue;
        }
        for (place, cells) in table.rows.iter().enumerate() {
            let date = plus(first, place);
            let value = |measure: &Measure| match *measure {
                Measure::Nutrient(nutrient) => vec![plain.value(date, *measure).0, plain.in_supplements(date, nutrient)],
                _ => vec![plain.value(date, *measure).0],
            };
            let expected: Vec<_> = measures.iter().flat_map(value).collect();
            // Columns of values; those of means are checked beside the lines of the chart.
            let values: Vec<_> = (1..table.columns.len()).filter(|column| !table.columns[*column].title.contains(MEAN_OF)).collect();
            let named = |numbers: Vec<Option<f64>>| {
                let titles = values.iter().map(|column| table.columns[*column].title.clone());
                titles.zip(numbers).collect::<Figures>()
            };
            assert_eq!(cells[0].text, date.to_string(), "{what}");
            let found = values[..expected.len()].iter().map(|column| cells[*column].value).collect();
            check(&named(found), &named(expected), &format!("the table of panels on {date}, {what}"));
        }
    }
}

/// What stands in the title of a column of means.
const MEAN_OF: &str = ", mean of ";

/// The means and counts of the table are those of the chart, which [`check_series`] computes again from the rows of the file.
fn check_means(table: &ChartTable, trends: &Trends, what: &str) {
    let column = |title: &str| table.columns.iter().position(|column| column.title == title).unwrap_or_else(|| panic!("{title} of {what}"));
    let means: Vec<_> = (0..table.columns.len()).filter(|column| table.columns[*column].title.contains(MEAN_OF)).collect();
    let lines: Vec<_> = trends
        .series
        .iter()
        .flat_map(|series| if trends.is_weekly() { vec![&series.means_28] } else { vec![&series.means_7, &series.means_28] })
        .collect();
    assert_eq!(means.len(), lines.len(), "{what}");
    for (column, line) in means.iter().zip(lines) {
        let found: Vec<_> = table.rows.iter().map(|row| row[*column].value).collect();
        assert_eq!(&found, line, "\"{}\" of {what}", table.columns[*column].title);
    }
    for series in trends.series.iter().filter(|_| trends.is_weekly()) {
        let counted = if series.panel.measure == Measure::Cramps { "Nights counted".to_owned() } else { counted_title(series) };
        let found: Vec<_> = table.rows.iter().map(|row| row[column(&counted)].value).collect();
        let expected: Vec<_> = series.logged.iter().map(|logged| super::counted(*logged)).collect();
        assert_eq!(found, expected, "\"{counted}\" of {what}");
    }
}

/// "Drinks, days", "Magnesium from food, full food days".
fn counted_title(series: &Series) -> String {
    let from = if series.supplements.is_empty() { "" } else { " from food" };
    format!("{}{from}, {}", series.panel.label, series.panel.measure.counted())
}
