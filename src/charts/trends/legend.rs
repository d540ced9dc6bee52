//! What lines, marks and colours mean, above the panels in as many rows as that needs.

use super::{PanelSpec, Tone};
use crate::charts::Fill;
use crate::charts::fill::severity_legend;
use crate::charts::ruler::{LINE, shortened, width};
use crate::domain::Measure;
use crate::insights::Trends;

/// What keeps explanations from the left, and from each other; all lengths are in units.
const EDGE: f64 = 2.0;
const APART: f64 = 14.0;
/// The width of a sample, and the gap between it and its text.
pub(super) const SAMPLE: f64 = 18.0;
pub(super) const GAP: f64 = 5.0;

/// What is explained.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Symbol {
    /// A bar that stands for a week.
    Week,
    /// The thick line.
    Mean28,
    /// The thin line.
    Mean7,
    /// The colours of cramps.
    Severity(Fill),
    /// The hatched part.
    NotLogged,
    /// The dot at zero.
    Zero,
    /// The second part of a nutrient's bar.
    Supplements,
    /// The mark above the panels.
    Note,
    /// The pale bar of a nutrient.
    Partial,
}

/// An explanation with its position: left and top in units.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Meaning {
    pub(super) sign: Symbol,
    pub(super) words: String,
    pub(super) at: (f64, f64),
}

/// What is explained of these panels, each with its text, the most important first. `has_notes` says whether any night has one.
pub(super) fn meanings(trends: &Trends, panels: &[PanelSpec], has_notes: bool) -> Vec<(Symbol, String)> {
    let shows = |measure: fn(Measure) -> bool| trends.series.iter().any(|series| measure(series.panel.measure));
    let bars = || panels.iter().flat_map(|panel| &panel.bars);
    let nutrients = shows(|measure| measure.nutrient().is_some());
    let severities = if shows(|measure| measure == Measure::Cramps) { severity_legend() } else { Vec::new() };
    let lines = [
        (trends.is_weekly(), Symbol::Week, "a bar is a week"),
        (panels.iter().any(|panel| !panel.means_28.is_empty()), Symbol::Mean28, "mean of 28 nights"),
        (panels.iter().any(|panel| !panel.means_7.is_empty()), Symbol::Mean7, "mean of 7 nights"),
    ];
    let not_logged = if trends.is_weekly() { "too few nights" } else { "not logged" };
    let others = [
        (panels.iter().any(|panel| !panel.gaps.is_empty()), Symbol::NotLogged, not_logged),
        (bars().any(|bar| bar.to <= 0.0), Symbol::Zero, "none"),
        (nutrients && bars().any(|bar| bar.tone == Tone::Supplement), Symbol::Supplements, "from supplements"),
        (has_notes, Symbol::Note, "note"),
        (bars().any(|bar| bar.tone == Tone::Partial), Symbol::Partial, "food not all logged"),
    ];
    let there = |(is_there, sign, words): (bool, Symbol, &str)| is_there.then(|| (sign, words.to_owned()));
    let severities = severities.into_iter().map(|(fill, words)| (Symbol::Severity(fill), words));
    lines.into_iter().filter_map(there).chain(severities).chain(others.into_iter().filter_map(there)).collect()
}

/// The explanations with their positions, where `room` is the width of the picture in units, and how many rows they take.
pub(super) fn placed(meanings: &[(Symbol, String)], room: f64) -> (Vec<Meaning>, u8) {
    let (mut placed, mut x, mut row) = (Vec::new(), EDGE, 0_u8);
    for (sign, words) in meanings {
        let words = shortened(words, room - EDGE - SAMPLE - GAP);
        let right = x + SAMPLE + GAP + width(&words);
        if x > EDGE && right > room {
            (x, row) = (EDGE, row + 1);
        }
        let at = (x, f64::from(row) * LINE + 3.0);
        x += SAMPLE + GAP + width(&words) + APART;
        placed.push(Meaning { sign: *sign, words, at });
    }
    (placed, row + 1)
}
