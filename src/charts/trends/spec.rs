//! What the trends chart shows: values and words, ready to be drawn.

use super::Tone;
use super::legend::{Symbol, meanings};
use super::panel::{PanelSpec, panel};
use crate::charts::measure_look::Hue;
use crate::domain::Night;
use crate::insights::{NightFigures, Span, SpanKind, Trends};
use chrono::NaiveDate;

/// A stack of panels on one axis of nights.
#[derive(Debug, Clone, PartialEq)]
pub struct TrendsSpec {
    /// How many nights the axis has; at least one.
    pub nights: usize,
    /// From top to bottom.
    pub panels: Vec<PanelSpec>,
    /// One row per medicine, supplement, pregnancy or breastfeeding, below the panels.
    pub rows: Vec<SpanRow>,
    /// The nights that have a note, from 0.
    pub notes: Vec<usize>,
    /// What its lines, marks and colours mean.
    pub(super) legend: Vec<(Symbol, String)>,
    /// The figures behind it, for the card on a night and for the table.
    pub(super) trends: Trends,
}

/// A row of what was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpanRow {
    /// What stands in it.
    pub label: String,
    /// How it is coloured.
    pub tone: Tone,
    /// First and last night of each run, from 0.
    pub runs: Vec<(usize, usize)>,
}

impl TrendsSpec {
    /// The chart of these figures.
    #[must_use]
    pub fn new(trends: Trends) -> Self {
        let has_note = |(night, figures): (usize, &NightFigures)| figures.has_note.then_some(night);
        let panels: Vec<_> = trends.series.iter().map(|series| panel(&trends, series)).collect();
        let notes: Vec<_> = trends.nights.iter().enumerate().filter_map(has_note).collect();
        Self {
            nights: trends.nights.len().max(1),
            legend: meanings(&trends, &panels, !notes.is_empty()),
            panels,
            rows: trends.spans.iter().map(row).collect(),
            notes,
            trends,
        }
    }

    /// Whether a bar is a week.
    pub(super) fn is_weekly(&self) -> bool {
        self.trends.is_weekly()
    }

    /// The first date.
    #[must_use]
    pub fn first(&self) -> NaiveDate {
        self.trends.first
    }

    /// The night with this index on the axis, from 0.
    #[must_use]
    pub fn night(&self, place: usize) -> Night {
        self.trends.night(place)
    }

    /// The label of the night with this index on the axis, from 0; with its year where the axis is long.
    #[must_use]
    pub fn label(&self, place: usize) -> String {
        let night = self.night(place);
        if self.is_weekly() { night.label_with_year() } else { night.label() }
    }
}

fn row(span: &Span) -> SpanRow {
    SpanRow {
        label: span.name.clone(),
        tone: match span.kind {
            SpanKind::Pregnancy | SpanKind::Breastfeeding => Tone::Of(Hue::Plain),
            SpanKind::Medicine => Tone::Of(Hue::Drink),
            SpanKind::Supplement => Tone::Supplement,
        },
        runs: span.runs.iter().map(|run| (*run.start(), *run.end())).collect(),
    }
}
