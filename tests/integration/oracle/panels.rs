//! The table of panels, column by column under their titles: weeks, and what goes with every night.

use super::rows::Rows;
use super::{Figures, check, counted};
use crate::plain::Plain;
use chrono::{Datelike as _, Days, NaiveDate};
use cramp_diary::charts::{ChartSpec, ChartTable, TrendsSpec};
use cramp_diary::diary::LookBack;
use cramp_diary::domain::Measure;
use rusqlite::Connection;

/// From this many nights on a row is a week.
const WEEKS: u64 = 180;

pub(super) fn check_panels(look_back: &LookBack, (file, plain): (&Connection, &Plain), what: &str) {
    let measures: Vec<_> = Measure::all().collect();
    let last = look_back.latest_night().date();
    for nights in [1, 30, WEEKS - 1, WEEKS, 367] {
        let first = last - Days::new(nights - 1);
        let trends = look_back.trends_of(&measures, first, last);
        let table = ChartSpec::Trends(TrendsSpec::new(trends)).table();
        let bars = bars(first, last, nights >= WEEKS);
        assert_eq!(table.rows.len(), bars.len(), "{what}");
        let range: Vec<_> = first.iter_days().take(usize::try_from(nights).unwrap()).collect();
        for (place, bar) in bars.iter().enumerate() {
            let rows = Rows::new(file, bar[0], bar[bar.len() - 1]);
            let mut expected = with_every_night(&rows, nights >= WEEKS);
            if nights >= WEEKS {
                expected.extend(measures.iter().flat_map(|measure| of_a_week(plain, *measure, bar, &range)));
            }
            let found = expected.iter().map(|(title, _)| (title.clone(), value(&table, place, title))).collect();
            assert_eq!(table.rows[place][0].text, bar[0].to_string(), "{what}");
            check(&found, &expected, &format!("the row of {} among {nights} nights of {what}", bar[0]));
        }
    }
}

/// The number under a title; a note is 1.
fn value(table: &ChartTable, row: usize, title: &str) -> Option<f64> {
    let column = table.columns.iter().position(|column| column.title == title).unwrap_or_else(|| panic!("no column {title}"));
    let cell = &table.rows[row][column];
    cell.value.or_else(|| (cell.text == "yes").then_some(1.0))
}

/// Nights, or weeks from Monday to Sunday.
fn bars(first: NaiveDate, last: NaiveDate, weekly: bool) -> Vec<Vec<NaiveDate>> {
    let mut bars: Vec<Vec<NaiveDate>> = Vec::new();
    for date in first.iter_days().take_while(|date| *date <= last) {
        match bars.last_mut() {
            Some(bar) if weekly && date.weekday().num_days_from_monday() > 0 => bar.push(date),
            _ => bars.push(vec![date]),
        }
    }
    bars
}

fn with_every_night(rows: &Rows<'_>, weekly: bool) -> Figures {
    let worst = rows.one("SELECT max(severity) + 0.0 FROM cramp WHERE night BETWEEN ?1 AND ?2");
    let notes: f64 = rows.one("SELECT count(*) + 0.0 FROM night WHERE note <> '' AND night BETWEEN ?1 AND ?2");
    let note = if weekly { ("Nights with a note", Some(notes)) } else { ("Note", Some(notes).filter(|notes| *notes > 0.0)) };
    super::named(&[("Worst severity", worst), note])
}

/// The figures of a week: the mean over at least four dates that count, where at least seven of the range do.
fn of_a_week(plain: &Plain, measure: Measure, week: &[NaiveDate], range: &[NaiveDate]) -> Figures {
    let of_food = |date: &NaiveDate| Some(plain.value(*date, measure)).filter(|(_, counts)| *counts).and_then(|(value, _)| value);
    let mean = |of: &dyn Fn(&NaiveDate) -> Option<f64>| {
        let known: Vec<f64> = week.iter().filter_map(of).collect();
        let enough = known.len() >= 4 && range.iter().filter_map(of).count() >= 7;
        enough.then(|| known.iter().sum::<f64>() / counted(known.len()).unwrap())
    };
    let unit = if measure.unit().is_empty() { String::new() } else { format!(", {}", measure.unit()) };
    let label = measure.label();
    match measure {
        Measure::Cramps => vec![("Cramps a week".to_owned(), mean(&of_food).map(|mean| 7.0 * mean))],
        Measure::SleepDisturbed => vec![(format!("{label}, 0 to 10"), mean(&of_food))],
        Measure::Nutrient(nutrient) => vec![
            (format!("{label} from food{unit}"), mean(&of_food)),
            (format!("{label} from supplements{unit}"), mean(&|date| plain.in_supplements(*date, nutrient))),
        ],
        _ => vec![(format!("{label}{unit}"), mean(&of_food))],
    }
}
