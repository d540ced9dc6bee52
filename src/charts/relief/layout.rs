//! Where the rows of relief stand, for drawing and for pointing alike.

use super::ReliefSpec;
use super::spec::parts;
use super::words::at_the_right;
use crate::charts::Fill;
use crate::charts::frame::Frame;
use crate::charts::ruler::{length, width};
use crate::charts::spot::Box4;
use crate::insights::ReliefCount;

/// The height of a row with what keeps it from the next.
pub(super) const ROW: f64 = 32.0;
/// Below this height texts would overlap.
pub(super) const LEAST_ROW: f64 = 16.0;
const BESIDE: f64 = 8.0;

/// Where the rows of what relieved cramps stand in a picture of a given size.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct ReliefLayout {
    pub(super) frame: Frame,
    /// The whole of each row that there is room for.
    pub(super) rows: Vec<Box4>,
    /// Left end of the bars, and how long one try is.
    left: f64,
    unit: f64,
    /// What stands at the right of each row.
    pub(super) ends: Vec<String>,
}

impl ReliefLayout {
    pub(super) fn new(spec: &ReliefSpec, size: (f64, f64)) -> Self {
        let frame = Frame::new(&spec.around, size);
        let [left, top, right, bottom] = frame.inner;
        let names = spec.rows.iter().map(|row| width(row.relief.label())).fold(0.0, f64::max);
        let bars = left + names + BESIDE;
        let room = (right - bars).max(0.0);
        // The numbers get up to the half of the room, the bars the rest.
        let wordings: Vec<_> = spec.rows.iter().map(|row| at_the_right(*row)).collect();
        let fits = |wording: &usize| wordings.iter().all(|row| width(&row[*wording]) <= room / 2.0);
        let ends: Vec<String> = match (0..4).find(fits) {
            Some(wording) => wordings.into_iter().map(|row| row[wording].clone()).collect(),
            None => vec![String::new(); spec.rows.len()],
        };
        let widest = ends.iter().map(|words| width(words)).fold(0.0, f64::max);
        let most = spec.rows.iter().map(|row| row.tried()).max().unwrap_or(1);
        let high = ((bottom - top) / length(spec.rows.len().max(1))).min(ROW);
        let rows = (0..spec.rows.len()).map(|row| [left, top + length(row) * high, right, top + length(row + 1) * high]);
        let rows = if high >= LEAST_ROW { rows.collect() } else { Vec::new() };
        let frame = frame.ending_at(top + length(spec.rows.len()) * high);
        Self { rows, left: bars, unit: (room - widest - BESIDE).max(0.0) / length(most), ends, frame }
    }

    /// The parts of a row: how they look, left and right end.
    pub(super) fn parts(&self, count: ReliefCount) -> Vec<(Fill, f64, f64)> {
        let (mut left, mut placed) = (self.left, Vec::new());
        for (times, fill, _) in parts(count) {
            let right = left + self.unit * length(times);
            if times > 0 {
                placed.push((fill, left, right));
            }
            left = right;
        }
        placed
    }

    /// The right end of a row's parts.
    pub(super) fn end(&self, count: ReliefCount) -> f64 {
        self.left + self.unit * length(count.tried())
    }
}
