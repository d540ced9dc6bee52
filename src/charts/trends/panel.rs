//! One panel of the trends: its bars, gaps, means and words.

use super::axis::value_axis;
use crate::charts::measure_look::{Hue, MeasureLook};
use crate::domain::{FactorKind, Measure, Severity, ValueKind, as_f64, grouped};
use crate::insights::{Bar, MIN_NIGHTS, NightFigures, Series, Trends};

/// One panel of the trends chart, ready to be drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct PanelSpec {
    /// What it measures, with the unit.
    pub title: String,
    /// The mean and over how many nights, or what is missing for one: from the longest wording to the shortest.
    pub summary: Vec<String>,
    /// Bars, and parts of bars that stand on or beside each other.
    pub bars: Vec<PanelBar>,
    /// First and last night of each run of what is not logged, from 0.
    pub gaps: Vec<(usize, usize)>,
    /// Pieces of the line of means over seven nights: consecutive nights with a mean. Where bars are weeks, they are that mean.
    pub means_7: Vec<Vec<(usize, f64)>>,
    /// Pieces of the line of means over 28 nights, by the last night of each bar.
    pub means_28: Vec<Vec<(usize, f64)>>,
    /// The drinking goal or the reference intake, with its label; `None` if the measure has neither.
    pub reference: Option<(f64, String)>,
    /// The top of the value axis; above every bar, the goal and the reference intake.
    pub top: f64,
    /// Labels along the value axis.
    pub values: Vec<(f64, String)>,
    /// How much height it gets, relative to the others.
    pub weight: f64,
}

/// A bar over one night or one week, or a part of such a bar.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PanelBar {
    /// Its first night, from 0, and how many: one, or those of a week.
    pub nights: Bar,
    /// Where it begins: 0, or the top of the part that it stands on.
    pub from: f64,
    /// Where it ends; at 0 it is drawn as a mark on the axis.
    pub to: f64,
    /// How it is coloured.
    pub tone: Tone,
    /// What it takes of the width of its nights.
    pub part: BarPart,
}

/// How much of the width of its nights a bar takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BarPart {
    /// All of it.
    Whole,
    /// The wider left part, beside another bar.
    Left,
    /// The narrower right part.
    Right,
}

/// What the colour of a bar in the trends chart means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Cramps, with the worst severity.
    Cramps(Severity),
    /// Cramps that nobody described: an outline.
    NotDescribed,
    /// The plain colour of a measure.
    Of(Hue),
    /// A nutrient from food on a day whose food is not completely logged: pale.
    Partial,
    /// From supplements.
    Supplement,
}

/// The panel of a series.
pub(super) fn panel(trends: &Trends, series: &Series) -> PanelSpec {
    let bars = bars(trends, series);
    let shown = &series.panel;
    let (means_7, means_28) = (pieces(trends, &series.means_7), pieces(trends, &series.means_28));
    let means_7 = if trends.is_weekly() { Vec::new() } else { means_7 };
    let means = means_7.iter().chain(&means_28).flatten().map(|(_, mean)| *mean);
    let most = bars.iter().map(|bar| bar.to).chain(means).fold(shown.reference.unwrap_or(0.0), f64::max);
    let (top, values) = value_axis(shown, most, trends.is_weekly());
    PanelSpec {
        title: title(series, trends.is_weekly()),
        summary: summary(trends, series),
        gaps: gaps(trends, series),
        bars,
        means_7,
        means_28,
        reference: shown.reference.map(|reference| (reference, reference_words(series, reference))),
        top,
        values,
        weight: match (shown.measure, shown.kind) {
            (Measure::Cramps, _) => 1.5,
            (_, FactorKind::YesNo) => 0.5,
            (_, FactorKind::Scale) => 0.9,
            (_, FactorKind::Number) => 1.0,
        },
    }
}

fn bars(trends: &Trends, series: &Series) -> Vec<PanelBar> {
    let mut bars = Vec::new();
    for (place, nights) in trends.bars.iter().copied().enumerate() {
        let value = series.values[place];
        let supplements = series.supplements.get(place).copied().flatten().filter(|amount| *amount > 0.0);
        // Means over different days of a week do not add up: they stand beside each other.
        let (part, part_of_supplements, below) = match supplements {
            Some(_) if trends.is_weekly() => (BarPart::Left, BarPart::Right, 0.0),
            Some(_) | None => (BarPart::Whole, BarPart::Whole, value.unwrap_or(0.0)),
        };
        if let Some(to) = value.or_else(|| not_described(trends, series, nights)) {
            bars.push(PanelBar { nights, from: 0.0, to, tone: tone(trends, series, nights), part });
        }
        if let Some(amount) = supplements {
            bars.push(PanelBar { nights, from: below, to: below + amount, tone: Tone::Supplement, part: part_of_supplements });
        }
    }
    bars
}

/// A night of which only "had cramps" was said is drawn as the outline of one.
fn not_described(trends: &Trends, series: &Series, bar: Bar) -> Option<f64> {
    let is_one = series.panel.measure == Measure::Cramps && bar.nights == 1 && trends.nights[bar.from].is_not_described();
    is_one.then_some(1.0)
}

fn tone(trends: &Trends, series: &Series, bar: Bar) -> Tone {
    let is_partial = !trends.is_weekly() && !trends.nights[bar.from].food_complete;
    match MeasureLook::of(series.panel.measure).hue {
        Hue::Cramps => trends.worst(bar).map_or(Tone::NotDescribed, Tone::Cramps),
        Hue::Food if is_partial => Tone::Partial,
        hue => Tone::Of(hue),
    }
}

/// Runs of bars without a value.
fn gaps(trends: &Trends, series: &Series) -> Vec<(usize, usize)> {
    let mut gaps: Vec<(usize, usize)> = Vec::new();
    for (bar, value) in trends.bars.iter().zip(&series.values) {
        if value.is_some() || not_described(trends, series, *bar).is_some() {
            continue;
        }
        match gaps.last_mut() {
            Some((_, last)) if *last + 1 == bar.from => *last = bar.last(),
            _ => gaps.push((bar.from, bar.last())),
        }
    }
    gaps
}

/// Splits a line with gaps into its unbroken pieces.
fn pieces(trends: &Trends, means: &[Option<f64>]) -> Vec<Vec<(usize, f64)>> {
    let mut pieces = vec![Vec::new()];
    for (bar, mean) in trends.bars.iter().zip(means) {
        match (mean, pieces.last_mut()) {
            (Some(mean), Some(piece)) => piece.push((bar.last(), *mean)),
            (None, Some(piece)) if !piece.is_empty() => pieces.push(Vec::new()),
            _ => {}
        }
    }
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

fn title(series: &Series, weekly: bool) -> String {
    let panel = &series.panel;
    let unit = match (panel.kind, panel.measure.values()) {
        (FactorKind::YesNo, _) if weekly => "share of days".to_owned(),
        (FactorKind::YesNo, _) => String::new(),
        (FactorKind::Scale, _) => "0 to 10".to_owned(),
        (FactorKind::Number, ValueKind::Own) => panel.unit.clone(),
        (FactorKind::Number, ValueKind::Count) if weekly => "a week".to_owned(),
        (FactorKind::Number, values) => {
            let each = if panel.measure.is_of_the_night() { "a night" } else { "a day" };
            format!("{} {each}", words_of_unit(values)).trim_start().to_owned()
        }
    };
    if unit.is_empty() { panel.label.clone() } else { format!("{}, {unit}", panel.label) }
}

/// The unit of an axis, as long as a title has room for.
fn words_of_unit(values: ValueKind) -> &'static str {
    match values {
        ValueKind::Millilitres => "litres",
        ValueKind::Hours => "hours",
        _ => values.unit(),
    }
}

/// What stands in a mean, in words: of cramps, nights with only "had cramps" are logged, but do not stand in it.
pub(super) fn counted_words(trends: &Trends, measure: Measure) -> String {
    let is_some_not_described = measure == Measure::Cramps && trends.nights.iter().any(NightFigures::is_not_described);
    if is_some_not_described { "nights with a known number".to_owned() } else { format!("logged {}", measure.counted()) }
}

fn summary(trends: &Trends, series: &Series) -> Vec<String> {
    let (counted, panel, known) = (series.panel.measure.counted(), &series.panel, counted_words(trends, series.panel.measure));
    let is_said = |night: &NightFigures| night.value(panel.measure).is_some() || (panel.measure == Measure::Cramps && night.is_logged());
    let Some(mean) = series.mean.value else {
        return match series.mean.logged {
            0 if !trends.nights.iter().any(is_said) => vec!["nothing logged".to_owned()],
            logged => vec![format!("{logged} of {MIN_NIGHTS} {known} needed for a mean"), format!("{logged} of {MIN_NIGHTS} needed")],
        };
    };
    let rate = if trends.is_weekly() && panel.measure == Measure::Cramps { " a week" } else { "" };
    let (mean, logged) = (panel.mean_written(mean), grouped_count(series.mean.logged));
    // Supplements stand apart: what the bars show of them is in no mean.
    let of = if panel.measure.nutrient().is_some() { "mean from food" } else { "mean" };
    let mut words = vec![
        format!("{of} {mean}{rate} over {logged} {known}"),
        format!("{of} {mean}{rate}, {logged} {counted}"),
        format!("{of} {mean}{rate}"),
    ];
    if panel.kind == FactorKind::YesNo {
        words = vec![format!("{mean} of {logged} {known}"), format!("{mean} of {logged}"), mean];
    }
    words
}

fn reference_words(series: &Series, reference: f64) -> String {
    let name = if series.panel.measure == Measure::Hydration { "goal" } else { "reference" };
    format!("{name} {}", series.panel.mean_written(reference))
}

/// A count of nights: "1,092".
fn grouped_count(count: usize) -> String {
    grouped(as_f64(count))
}
