//! Where things stand in "before this cramp", for drawing and for pointing alike. All lengths are in units.

use super::BeforeSpec;
use crate::charts::frame::EDGE;
use crate::charts::ruler::{self, length, wrapped};
use crate::charts::spot::units;

/// What the marks of the heading take of its left.
const MARKS: f64 = 34.0;
/// Between two paragraphs of the heading.
const PARAGRAPH: f64 = 3.0;
/// The titles of the columns, and what keeps them from the heading.
const COLUMNS: f64 = 26.0;
/// A line of a row, and what keeps rows apart.
const LINE: f64 = 19.0;
const GAP: f64 = 10.0;
/// The width of a column of values, in a narrow picture and in any other.
const VALUE: [f64; 2] = [88.0, 116.0];
/// A picture is narrow below this width.
const NARROW: f64 = 560.0;
/// A narrower scale is left out: its marks could not be told apart.
const LEAST_SCALE: f64 = 40.0;

/// What the shapes mean.
const SHAPES: &str = "Square: the day before. Circle: the day itself. Scales begin at 0.";

/// A paragraph of the heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Paragraph {
    /// What the full marks are.
    Full,
    /// What the empty marks are, or why there are none.
    Empty,
    /// What the shapes are.
    Shapes,
}

/// Its paragraphs, each line with its top.
type Heading = [(Paragraph, Vec<(f64, String)>); 3];

/// Where the parts of "Before this cramp" stand in a picture of a given size.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct BeforeLayout {
    pub(super) left: f64,
    pub(super) right: f64,
    /// Where the text of the heading begins.
    pub(super) words: f64,
    pub(super) heading: Heading,
    /// The top of the titles of the columns.
    pub(super) columns: f64,
    /// How wide names may be.
    pub(super) names: f64,
    /// Left and right end of the scales, where there is room for them.
    pub(super) scale: Option<(f64, f64)>,
    /// The right edges of the values of the day before and of the day.
    pub(super) values: [f64; 2],
    /// How wide values may be.
    pub(super) value: f64,
    /// For each row that there is room for, top and bottom of its lines.
    pub(super) rows: Vec<Vec<[f64; 2]>>,
    /// The top of the text that says how many more there are.
    pub(super) more: Option<f64>,
}

impl BeforeLayout {
    pub(super) fn new(spec: &BeforeSpec, size: (u32, u32), scale: f64) -> Self {
        let (width, height) = units(size, scale);
        let (heading, columns) = heading(spec, width);
        let right = width - EDGE;
        let names = (width * 0.3).clamp(80.0, 250.0);
        let value = VALUE[usize::from(width >= NARROW)];
        let across = (EDGE + names + 12.0, right - 2.0 * value - 8.0);
        let top = columns + COLUMNS;
        let (each, count) = (row_height(spec), spec.rows.len());
        let room = if top + length(count) * each <= height { height - top } else { height - top - LINE };
        let shown = (0..=count).rev().find(|rows| length(*rows) * each <= room).unwrap_or(0);
        let lines = |row: usize| {
            let line = |line: usize| top + length(row) * each + length(line) * LINE;
            let count = spec.rows[row].lines.len();
            (0..count).map(|place| [line(place), line(place) + LINE]).collect()
        };
        Self {
            left: EDGE,
            right,
            words: EDGE + MARKS,
            heading,
            columns,
            names,
            scale: (across.1 - across.0 >= LEAST_SCALE).then_some(across),
            values: [right - value, right],
            value: value - 6.0,
            rows: (0..shown).map(lines).collect(),
            more: (shown < count).then(|| top + length(shown) * each),
        }
    }

    /// The height that shows every row.
    pub(super) fn height(spec: &BeforeSpec, width: u32) -> f64 {
        let (_, columns) = heading(spec, f64::from(width));
        columns + COLUMNS + length(spec.rows.len()) * row_height(spec) + EDGE
    }
}

/// The heading, and where the titles of the columns begin below it.
fn heading(spec: &BeforeSpec, width: f64) -> (Heading, f64) {
    let mut y = 0.0;
    let paragraphs = [(Paragraph::Full, spec.with_cramps.as_str()), (Paragraph::Empty, &spec.without), (Paragraph::Shapes, SHAPES)];
    let placed = paragraphs.map(|(paragraph, words)| {
        let lines: Vec<_> = wrapped(words, width - MARKS - 2.0 * EDGE).into_iter().map(|line| (next(&mut y, ruler::LINE), line)).collect();
        y += PARAGRAPH;
        (paragraph, lines)
    });
    (placed, y + PARAGRAPH)
}

fn next(y: &mut f64, step: f64) -> f64 {
    let here = *y;
    *y += step;
    here
}

fn row_height(spec: &BeforeSpec) -> f64 {
    let lines = if spec.beside.is_some() { 2.0 } else { 1.0 };
    lines * LINE + GAP
}
