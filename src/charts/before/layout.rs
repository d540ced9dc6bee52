//! Where things stand in "before this cramp": the same for drawing and for pointing.

use super::BeforeSpec;
use crate::charts::pen::pixel;

/// Heights in units: a line of the heading, the titles of the columns, a line of a row, and what keeps rows apart.
const HEADING: f64 = 20.0;
const COLUMNS: f64 = 24.0;
const LINE: f64 = 19.0;
const GAP: f64 = 10.0;
/// The width of a column of values.
const VALUE: f64 = 96.0;
const MARGIN: f64 = 4.0;

/// The places of everything in a picture of a given size.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct BeforeLayout {
    /// Where names begin.
    pub(super) left: i32,
    /// The right edge.
    pub(super) right: i32,
    /// How wide names may be.
    pub(super) names: i32,
    /// Left and right end of the scales.
    pub(super) scale: (i32, i32),
    /// The right edges of the values of the day before and of the day.
    pub(super) values: [i32; 2],
    /// The tops of the lines of the heading.
    pub(super) heading: [i32; 3],
    /// Where the titles of the columns begin.
    pub(super) columns: i32,
    /// The rows that there is room for.
    pub(super) rows: Vec<RowPlace>,
    /// Where it is said how many more there are.
    pub(super) more: Option<i32>,
}

/// The place of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RowPlace {
    /// Top and bottom of each of its lines.
    pub(super) lines: Vec<[i32; 2]>,
}

impl BeforeLayout {
    pub(super) fn new(spec: &BeforeSpec, (width, height): (u32, u32), scale: f64) -> Self {
        let px = |units: f64| pixel(units * scale);
        let (width, height) = (f64::from(width) / scale, f64::from(height) / scale);
        let names = (width * 0.27).clamp(90.0, 230.0);
        let right = width - MARGIN;
        let plot = (MARGIN + names + 12.0, right - 2.0 * VALUE - 8.0);
        let top = 3.0 * HEADING + COLUMNS;
        let (each, count) = (row_height(spec), spec.rows.len());
        let all_fit = top + units(count) * each <= height;
        let room = if all_fit { height - top } else { height - top - LINE };
        let fits = |rows: &usize| units(*rows) * each <= room;
        let shown = (0..=count).rev().find(fits).unwrap_or(0);
        let line = |row: usize, line: usize| {
            let top = top + units(row) * each + units(line) * LINE;
            [px(top), px(top + LINE)]
        };
        let lines = spec.rows.first().map_or(1, |row| row.lines.len());
        Self {
            left: px(MARGIN),
            right: px(right),
            names: px(names),
            scale: (px(plot.0), px(plot.1).max(px(plot.0) + 1)),
            values: [px(right - VALUE), px(right)],
            heading: [0.0, HEADING, 2.0 * HEADING].map(px),
            columns: px(3.0 * HEADING + 3.0),
            rows: (0..shown).map(|row| RowPlace { lines: (0..lines).map(|of| line(row, of)).collect() }).collect(),
            more: (shown < count).then(|| px(top + units(shown) * each)),
        }
    }
}

/// The height in pixels at scale 1 that shows every row.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "rows are few")]
pub(super) fn height_of(spec: &BeforeSpec) -> u32 {
    let rows = units(spec.rows.len().max(1)) * row_height(spec);
    (3.0 * HEADING + COLUMNS + rows + MARGIN).ceil() as u32
}

fn row_height(spec: &BeforeSpec) -> f64 {
    let lines = if spec.beside.is_some() { 2.0 } else { 1.0 };
    lines * LINE + GAP
}

fn units(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}
