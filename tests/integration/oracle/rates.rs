//! Rates with their ranges, spans of what is certain, and two ranges beside each other: a second computation, from the rows.

use super::counted;
use super::rows::{KNOWN, Rows};
use super::student::half_width;

/// Cramps and nights of consecutive nights.
type Cell = (f64, f64);

/// The rate of a range, with what two ranges are compared by.
pub(super) struct PlainRate {
    nights: f64,
    cramps: f64,
    cells: Vec<Cell>,
    /// The standard error of cramps a night, where clusters say it.
    error: Option<f64>,
    pub(super) a_week: Option<f64>,
    pub(super) range: Option<(f64, f64)>,
    pub(super) span: Option<(f64, f64)>,
}

impl PlainRate {
    pub(super) fn of(rows: &Rows<'_>) -> Self {
        let all: f64 = rows.one("SELECT julianday(?2) - julianday(?1) + 1");
        let (nights, cramps) = (rows.nights(KNOWN), rows.cramps("true"));
        let bad = rows.nights("answer = 'had_cramps' AND EXISTS (SELECT 1 FROM cramp WHERE cramp.night = night.night)");
        if nights < 7.0 {
            return Self { nights, cramps, cells: Vec::new(), error: None, a_week: None, range: None, span: None };
        }
        let rate = cramps / nights;
        let cells = joined(cells(rows, 14.0 * (all / 126.0).ceil()));
        let count = counted(cells.len()).unwrap();
        let error = (cramps >= 10.0 && cells.len() >= 4).then(|| {
            let squares: f64 = cells.iter().map(|(cramps, nights)| (cramps - rate * nights).powi(2)).sum();
            (count * squares / (count - 1.0)).max(cramps).sqrt() / nights
        });
        let (low, high) = match error {
            Some(error) => {
                let half = half_width(cells.len() - 1) * error;
                ((rate - half).max(0.0), rate + half)
            }
            None => (least_mean(cramps) / nights, most_mean(cramps) / nights),
        };
        let is_patchy = nights < 0.6 * all;
        let has_rate = !(is_patchy && bad >= 0.8 * nights);
        Self {
            nights,
            cramps,
            cells,
            error,
            a_week: has_rate.then_some(7.0 * rate),
            range: has_rate.then_some((7.0 * low, 7.0 * high)),
            span: is_patchy.then_some((7.0 * cramps / all, 7.0 * rate)),
        }
    }

    /// The range of the later rate less this one, where both have an error: both ends and whether 0 is outside.
    pub(super) fn change_to(&self, later: &Self) -> Option<(f64, f64)> {
        let (first, second) = (self.error?.powi(2), later.error?.powi(2));
        let part = |variance: f64, cells: usize| variance.powi(2) / (counted(cells).unwrap() - 1.0);
        let freedom = (first + second).powi(2) / (part(first, self.cells.len()) + part(second, later.cells.len()));
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small number, rounded down")]
        let half = half_width((freedom as usize).max(1)) * (first + second).sqrt();
        let change = later.cramps / later.nights - self.cramps / self.nights;
        Some((7.0 * (change - half), 7.0 * (change + half)))
    }

    /// How often chance parts two counts so far, where one of the two has no error.
    pub(super) fn chance(&self, later: &Self) -> Option<f64> {
        let cells = self.cells.len() + later.cells.len();
        if (self.error.is_some() && later.error.is_some()) || cells < 6 {
            return None;
        }
        let uneven = |of: &Self| -> f64 {
            let expected = |nights: f64| of.cramps / of.nights * nights;
            of.cells
                .iter()
                .filter(|_| of.cramps > 0.0)
                .map(|(cramps, nights)| (cramps - expected(*nights)).powi(2) / expected(*nights))
                .sum()
        };
        let divisor = ((uneven(self) + uneven(later)) / (counted(cells).unwrap() - 2.0)).max(1.0);
        let (first, second) = (self.cramps / divisor, later.cramps / divisor);
        let (total, share) = ((first + second).round(), self.nights / (self.nights + later.nights));
        if total < 6.0 {
            return None;
        }
        // The terms one after the other, each from the one before.
        let mut term = (1.0 - share).powf(total);
        let (mut low, mut high, mut count) = (0.0, 0.0, 0.0);
        while count <= total {
            low += if count <= (first - 1e-9).ceil() { term } else { 0.0 };
            high += if count >= (first + 1e-9).floor() { term } else { 0.0 };
            term *= (total - count) / (count + 1.0) * share / (1.0 - share);
            count += 1.0;
        }
        Some((2.0 * f64::min(low, high)).min(1.0))
    }
}

/// The known nights by blocks from the Monday of the first date.
fn cells(rows: &Rows<'_>, length: f64) -> Vec<Cell> {
    let sql = format!(
        "SELECT sum((SELECT count(*) FROM cramp WHERE cramp.night = night.night)) + 0.0, count(*) + 0.0 FROM night
         WHERE answer IS NOT NULL AND night BETWEEN ?1 AND ?2 AND {KNOWN}
         GROUP BY CAST((julianday(night) - julianday(?1, '-6 days', 'weekday 1')) / {length} AS INTEGER) ORDER BY night"
    );
    rows.all::<2>(&sql).into_iter().map(|[cramps, nights]| (cramps.unwrap(), nights.unwrap())).collect()
}

/// Blocks with fewer than seven nights, put to the one before, the first to the one after.
fn joined(cells: Vec<Cell>) -> Vec<Cell> {
    let mut joined: Vec<Cell> = Vec::new();
    for cell in cells {
        match joined.last_mut() {
            Some(last) if cell.1 < 7.0 => *last = (last.0 + cell.0, last.1 + cell.1),
            _ => joined.push(cell),
        }
    }
    if joined.len() > 1 && joined[0].1 < 7.0 {
        let small = joined.remove(0);
        joined[0] = (joined[0].0 + small.0, joined[0].1 + small.1);
    }
    joined
}

/// The mean at which so many events or more come in 2.5 of 100.
fn least_mean(events: f64) -> f64 {
    if events < 1.0 { 0.0 } else { where_it_is(events, |mean| 1.0 - up_to(events - 1.0, mean) < 0.025) }
}

/// The mean at which so many events or fewer come in 2.5 of 100.
fn most_mean(events: f64) -> f64 {
    where_it_is(events, |mean| up_to(events, mean) > 0.025)
}

/// The mean up to which something holds, found by halving.
fn where_it_is(events: f64, holds: impl Fn(f64) -> bool) -> f64 {
    let (mut low, mut high) = (0.0, 2.0 * events + 30.0);
    for _ in 0..80 {
        let middle = f64::midpoint(low, high);
        if holds(middle) { low = middle } else { high = middle }
    }
    low
}

/// The chance of so many events or fewer, from none upwards.
fn up_to(events: f64, mean: f64) -> f64 {
    let (mut term, mut sum, mut count) = ((-mean).exp(), 0.0, 0.0);
    while count <= events {
        sum += term;
        count += 1.0;
        term *= mean / count;
    }
    sum
}
