//! Charts of rates: by weekday and by month.

use super::{BarsSpec, Stack};
use crate::charts::count_words::{counted, known_nights, not_described, nothing_to_count, of_nights, percent};
use crate::charts::frame::Around;
use crate::charts::{Cell, ChartTable, Fill};
use crate::insights::{CrampCounts, MIN_NIGHTS, NightSlice, month_rates, weekday_rates};

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

impl BarsSpec {
    /// Cramps a week, by the weekday of the evening.
    #[must_use]
    pub fn weekdays(nights: NightSlice<'_>) -> Self {
        let each: Vec<_> = WEEKDAYS.into_iter().zip(weekday_rates(nights)).collect();
        rates(nights, &each, "Cramps a week, by weekday of the evening", "Weekday")
    }

    /// Cramps per week, by month.
    #[must_use]
    pub fn months(nights: NightSlice<'_>) -> Self {
        let each: Vec<_> = MONTHS.into_iter().zip(month_rates(nights)).collect();
        rates(nights, &each, "Cramps a week, by month", "Month")
    }
}

fn rates(nights: NightSlice<'_>, each: &[(&str, CrampCounts)], title: &str, what: &str) -> BarsSpec {
    let titles = [what, "Logged nights#", "Nights with cramps#", "Share of nights#", "Nights counted#", "Cramps#", "Cramps a week#"];
    let mut table = ChartTable::with_columns(&titles);
    table.rows = each.iter().map(|(name, rate)| row(name, *rate)).collect();
    let unit = what.to_lowercase();
    let undescribed = nights.logged().filter(|(_, figures)| figures.is_not_described()).count();
    let known = known_nights(undescribed);
    let most = each.iter().max_by_key(|(_, rate)| rate.counted);
    let too_few = most.filter(|(_, rate)| rate.counted < MIN_NIGHTS).map(|(name, rate)| {
        format!("A rate needs {MIN_NIGHTS} {known} of the same {unit}. Most are those of {name}: {} of {MIN_NIGHTS}.", rate.counted)
    });
    let lacks = each.iter().any(|(_, rate)| rate.per_week().is_none());
    let around = Around {
        summary: format!("7 times the mean a night over the {known} of the {unit}, whose number stands below each bar."),
        legend: if lacks { vec![(Fill::NotLogged, format!("fewer than {MIN_NIGHTS} {known}"))] } else { Vec::new() },
        note: not_described(undescribed),
    };
    let bars = each.iter().map(|(name, rate)| stack(name, *rate)).collect();
    // Months without a cramp are a rate of 0, which is worth seeing.
    let nothing = nothing_to_count(nights).filter(|_| nights.iter().all(|(_, figures)| figures.cramp_count().is_none()));
    BarsSpec { title: of_nights(title, nights), around, bars, table }.unless(nothing.or(too_few))
}

fn stack(name: &str, rate: CrampCounts) -> Stack {
    let letters = |count: usize| name.chars().take(count).collect::<String>();
    let per_week = rate.per_week();
    let under = match per_week {
        Some(_) => vec![counted(rate.counted, "night"), rate.counted.to_string()],
        None => {
            vec![format!("{} of {MIN_NIGHTS} nights", rate.counted), format!("{} of {MIN_NIGHTS}", rate.counted), rate.counted.to_string()]
        }
    };
    Stack {
        label: vec![name.to_owned(), letters(3), letters(1)],
        under: padded(under),
        parts: per_week.map(|rate| (rate, Fill::Count)).into_iter().collect(),
        says: per_week.map(tenths).unwrap_or_default(),
        lacks: per_week.is_none(),
        words: words(name, rate),
    }
}

/// A rate: "3.0", and "0" where there was none.
fn tenths(rate: f64) -> String {
    if rate == 0.0 { "0".to_owned() } else { format!("{rate:.1}") }
}

/// Three wordings, so that the shortest of all bars is chosen together.
fn padded(mut wordings: Vec<String>) -> Vec<String> {
    if let (2, Some(last)) = (wordings.len(), wordings.last().cloned()) {
        wordings.push(last);
    }
    wordings
}

fn words(name: &str, rate: CrampCounts) -> String {
    let with = format!("cramps in {} of {}", rate.with_cramps, counted(rate.logged, "logged night"));
    let known = known_nights(rate.logged - rate.counted);
    match rate.per_week() {
        Some(per_week) => format!("{name}: {} cramps a week over {} {known}; {with}", tenths(per_week), rate.counted),
        None if rate.logged == 0 => format!("{name}: no night logged"),
        None => format!("{name}: {} of {MIN_NIGHTS} {known} needed for a rate; {with}", rate.counted),
    }
}

fn row(name: &str, rate: CrampCounts) -> Vec<Cell> {
    let share = rate.share_with_cramps().map_or_else(Cell::too_few, |share| Cell::number(share, percent(share)));
    let per_week = rate.per_week().map_or_else(Cell::too_few, |rate| Cell::number(rate, tenths(rate)));
    vec![
        Cell::words(name),
        Cell::count(rate.logged),
        Cell::count(rate.with_cramps),
        share,
        Cell::count(rate.counted),
        Cell::count(rate.cramps),
        per_week,
    ]
}
