//! What the trends chart shows: values and labels, ready to be drawn.

use crate::domain::{Day, Measure, Severity, grouped};
use crate::insights::{MIN_NIGHTS, Series, Span, SpanKind, Trends};
use chrono::{Datelike as _, NaiveDate};

/// A stack of panels on one axis of nights.
#[derive(Debug, Clone, PartialEq)]
pub struct TrendsSpec {
    /// How many nights the axis has; at least one.
    pub nights: usize,
    /// From top to bottom.
    pub panels: Vec<PanelSpec>,
    /// What was taken, a row each, below the panels.
    pub rows: Vec<Row>,
    /// Dates along the axis.
    pub dates: Vec<Tick>,
}

/// A row of what was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What stands in it.
    pub label: String,
    /// How it is coloured.
    pub tone: Tone,
    /// First and last night of each run, from 0.
    pub runs: Vec<(usize, usize)>,
}

/// One panel.
#[derive(Debug, Clone, PartialEq)]
pub struct PanelSpec {
    /// What it measures, with the unit.
    pub title: String,
    /// The mean and over how many nights, or what is missing for one.
    pub summary: String,
    /// Whether the scale of severity belongs beside the title.
    pub shows_severity: bool,
    /// A bar for each logged night.
    pub bars: Vec<Bar>,
    /// Pieces of the line of means: consecutive nights with a mean.
    pub means: Vec<Vec<(usize, f64)>>,
    /// Goal or reference, with its words.
    pub reference: Option<(f64, String)>,
    /// The top of the value axis; above every bar and the reference.
    pub top: f64,
    /// Labels along the value axis.
    pub values: Vec<(f64, String)>,
    /// How much height it gets, relative to the others.
    pub weight: f64,
}

/// A bar at a night.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bar {
    /// Which night, from 0.
    pub night: usize,
    /// How high; 0 is drawn as a mark on the axis.
    pub value: f64,
    /// How it is coloured.
    pub tone: Tone,
}

/// What a colour means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Cramps, with the worst severity.
    Cramps(Severity),
    /// Cramps that nobody described: an outline.
    NotDescribed,
    /// A drink.
    Drink,
    /// Stretching.
    Stretch,
    /// A mineral.
    Mineral,
    /// A mineral on a day whose food is not completely logged: pale.
    Partial,
    /// A medicine.
    Medicine,
    /// A supplement.
    Supplement,
}

/// A label on the axis of nights.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tick {
    /// Which night, from 0.
    pub night: usize,
    /// What stands there.
    pub label: String,
}

impl TrendsSpec {
    /// The chart of these figures.
    #[must_use]
    pub fn new(trends: &Trends) -> Self {
        Self {
            nights: trends.nights.len().max(1),
            panels: trends.series.iter().map(|series| panel(trends, series)).collect(),
            rows: trends.spans.iter().map(row).collect(),
            dates: dates(trends.first, trends.nights.len()),
        }
    }
}

fn row(span: &Span) -> Row {
    Row {
        label: span.name.clone(),
        tone: match span.kind {
            SpanKind::Medicine | SpanKind::Pregnancy | SpanKind::Breastfeeding => Tone::Medicine,
            SpanKind::Supplement => Tone::Supplement,
        },
        runs: span.runs.iter().map(|run| (*run.start(), *run.end())).collect(),
    }
}

fn panel(trends: &Trends, series: &Series) -> PanelSpec {
    let measure = series.measure;
    let bars = bars(trends, series);
    let most = bars.iter().map(|bar| bar.value).fold(series.reference.unwrap_or(0.0), f64::max);
    let (top, values) = value_axis(measure, most);
    PanelSpec {
        title: format!("{}, {}", measure.label(), unit(measure)),
        summary: summary(series),
        shows_severity: measure == Measure::Cramps,
        bars,
        means: pieces(&series.means),
        reference: series.reference.map(|reference| (reference, reference_words(measure, reference))),
        top,
        values,
        weight: if measure == Measure::Cramps { 1.5 } else { 1.0 },
    }
}

fn bars(trends: &Trends, series: &Series) -> Vec<Bar> {
    let bar = |(night, value): (usize, &Option<f64>)| {
        let figures = &trends.nights[night];
        let tone = match series.measure {
            Measure::Cramps => figures.worst().map_or(Tone::NotDescribed, Tone::Cramps),
            Measure::Hydration => Tone::Drink,
            Measure::Stretching => Tone::Stretch,
            _ if figures.food_complete => Tone::Mineral,
            _ => Tone::Partial,
        };
        let not_described = series.measure == Measure::Cramps && figures.is_not_described();
        let value = value.or(not_described.then_some(1.0))?;
        Some(Bar { night, value, tone })
    };
    series.values.iter().enumerate().filter_map(bar).collect()
}

/// Splits a line with gaps into its unbroken pieces.
fn pieces(means: &[Option<f64>]) -> Vec<Vec<(usize, f64)>> {
    let mut pieces = vec![Vec::new()];
    for (night, mean) in means.iter().enumerate() {
        match (mean, pieces.last_mut()) {
            (Some(mean), Some(piece)) => piece.push((night, *mean)),
            (None, Some(piece)) if !piece.is_empty() => pieces.push(Vec::new()),
            _ => {}
        }
    }
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

fn unit(measure: Measure) -> &'static str {
    match measure {
        Measure::Hydration => "litres a day",
        Measure::Cramps => "a night",
        Measure::Stretching => "min a day",
        _ => "mg a day",
    }
}

/// A value as the panel writes it.
fn written(measure: Measure, value: f64) -> String {
    match measure {
        Measure::Cramps => format!("{value:.1}"),
        Measure::Hydration => format!("{:.1} L", value / 1000.0),
        Measure::Stretching => format!("{value:.1} min"),
        _ => format!("{} mg", grouped(value)),
    }
}

fn summary(series: &Series) -> String {
    let (logged, counted) = (series.mean.logged, series.measure.counted());
    match series.mean.value {
        Some(mean) => format!("mean {} over {logged} logged {counted}", written(series.measure, mean)),
        None if logged == 0 => "nothing logged yet".to_owned(),
        None => format!("{logged} of {MIN_NIGHTS} {counted} needed for a mean"),
    }
}

fn reference_words(measure: Measure, reference: f64) -> String {
    let name = if measure == Measure::Hydration { "goal" } else { "reference" };
    format!("{name} {}", written(measure, reference))
}

/// The top of the axis and two to four round labels from 0 on.
fn value_axis(measure: Measure, most: f64) -> (f64, Vec<(f64, String)>) {
    let least_top = match measure {
        Measure::Cramps => 3.0,
        Measure::Hydration => 1000.0,
        Measure::Stretching => 5.0,
        _ => 100.0,
    };
    let most = most.max(least_top);
    let step = round_step(most / 3.0);
    let label = |value: f64| match measure {
        Measure::Hydration => format!("{}", value / 1000.0),
        Measure::Cramps | Measure::Stretching => format!("{value}"),
        _ => grouped(value),
    };
    let labels = (0..=4_u8).map(|count| f64::from(count) * step).take_while(|value| *value <= most).map(|value| (value, label(value)));
    (most * 1.06, labels.collect())
}

/// The smallest of 1, 2, 2.5, 5 times a power of ten that is not below `least`; whole from 1 on.
fn round_step(least: f64) -> f64 {
    let power = 10.0_f64.powf(least.max(1.0).log10().floor());
    let steps = if power < 10.0 { [1.0, 2.0, 5.0, 10.0] } else { [1.0, 2.0, 2.5, 5.0] };
    steps.into_iter().map(|step| step * power).find(|step| *step >= least).unwrap_or(power * 10.0)
}

/// Dates for the axis: every few days in a short range, the first of months in a long one.
fn dates(first: NaiveDate, nights: usize) -> Vec<Tick> {
    let every_months = match nights {
        0..=120 => 0,
        121..=400 => 1,
        401..=1200 => 3,
        _ => 12,
    };
    let days = first.iter_days().take(nights).enumerate();
    if every_months > 0 {
        let shown = |date: NaiveDate| date.day() == 1 && date.month0().is_multiple_of(every_months);
        let label = |date: NaiveDate| if date.month() == 1 { date.format("%Y").to_string() } else { date.format("%b").to_string() };
        return days.filter(|(_, date)| shown(*date)).map(|(night, date)| Tick { night, label: label(date) }).collect();
    }
    let every = nights.div_ceil(8).max(1);
    days.filter(|(night, _)| night % every == every / 2)
        .map(|(night, date)| Tick { night, label: if every == 1 { Day::new(date).label() } else { date.format("%-d %b").to_string() } })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_with_gaps_is_drawn_in_pieces() {
        let means = [None, Some(1.0), Some(2.0), None, None, Some(3.0)];
        assert_eq!(pieces(&means), [vec![(1, 1.0), (2, 2.0)], vec![(5, 3.0)]]);
        assert!(pieces(&[None, None]).is_empty());
    }

    #[test]
    fn value_labels_are_round_and_reach_far_enough() {
        for (most, labels) in [(0.0, 4), (3.0, 4), (7.0, 2), (12.0, 3)] {
            let (top, values) = value_axis(Measure::Cramps, most);
            assert!(top > most && values.len() >= 2, "{most}: {values:?}");
            assert!(values.len().abs_diff(labels) <= 1, "{most}: {values:?}");
        }
        let (_, values) = value_axis(Measure::Nutrient(crate::domain::Nutrient::Potassium), 3400.0);
        assert_eq!(values.iter().map(|(_, label)| label.as_str()).collect::<Vec<_>>(), ["0", "2,000"]);
    }

    #[test]
    fn every_range_has_a_few_dates() {
        for nights in [1, 7, 14, 30, 90, 180, 365, 800, 3650] {
            let ticks = dates(NaiveDate::from_ymd_opt(2020, 2, 10).unwrap(), nights);
            assert!((1..=16).contains(&ticks.len()), "{nights} nights: {} labels", ticks.len());
        }
    }
}
