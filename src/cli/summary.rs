//! `summary`: the figures that trials report, and what changed.

use super::insight_keys::verdict_key;
use super::range::{RangeArguments, Usual};
use super::text::{self, Align, TextTable};
use super::{CliError, Session};
use crate::domain::NightRange;
use crate::insights::{self, Against, Comparison, RateChange, Sides, Site, Summary};
use crate::wording::{CAUTION, SummaryRow};
use clap::{Args, ValueEnum};
use serde::Serialize;
use std::io::{self, Write};

/// What `summary` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cramp-diary summary
  cramp-diary summary --days 90 --until 2026-10-31
  cramp-diary summary --against baseline --json

Nights that are not logged count for nothing. Below seven logged nights there are counts alone: no
mean, rate or comparison. \"Fewer\" and \"more\" are said of 90 nights and of a year beside as many
before, and only where chance would hardly part them so far. Without a range: the last 28 nights.")]
pub(super) struct SummaryArguments {
    #[command(flatten)]
    range: RangeArguments,

    /// Beside which earlier nights
    #[arg(long, value_name = "EARLIER")]
    against: Option<Earlier>,

    /// For machines
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Earlier {
    /// As many nights right before
    Before,
    /// The first two weeks of the diary
    Baseline,
}

/// How many nights are summed up if no range is given.
const USUAL: Usual = Usual::Nights(28);

impl SummaryArguments {
    /// Prints the summary.
    pub(super) fn run(self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        let diary = session.open_to_read()?;
        let mut look_back = diary.unread_look_back()?;
        let range = self.range.read(&diary, &mut look_back, USUAL)?;
        let summary = insights::summary(range.nights());
        let against = self.against.map(|earlier| match earlier {
            Earlier::Before => Against::Before,
            Earlier::Baseline => Against::Baseline,
        });
        let range_of = NightRange::new(range.first, range.last);
        let comparison = against.map(|against| look_back.read_compared(&diary, range_of, against)).transpose()?;
        if self.json {
            return Ok(text::json(out, &Json::new(&summary, comparison.as_ref()))?);
        }
        Ok(write(&summary, comparison.as_ref(), out)?)
    }
}

fn write(summary: &Summary, comparison: Option<&Comparison>, out: &mut dyn Write) -> io::Result<()> {
    text::wrapped(out, 0, &format!("Summary: {}", summary.window()))?;
    writeln!(out)?;
    write_rows(&summary.rows(), out)?;
    let Some(comparison) = comparison else { return Ok(()) };
    writeln!(out)?;
    text::wrapped(out, 0, &format!("Compared with {}", comparison.against_words()))?;
    writeln!(out)?;
    write_rows(&comparison.rows(), out)?;
    writeln!(out)?;
    text::wrapped(out, 0, CAUTION)
}

/// Writes figure by figure: the name, the value, and the rest below it.
fn write_rows(rows: &[SummaryRow], out: &mut dyn Write) -> io::Result<()> {
    let widest = rows.iter().map(|row| row.label.chars().count()).max().unwrap_or(0);
    for SummaryRow { label, value, detail } in rows {
        let mut line = TextTable::new([Align::Left, Align::Left]);
        line.row([format!("{label:<widest$}"), value.clone()]);
        line.write(out, 2)?;
        if !detail.is_empty() {
            text::wrapped(out, 6, detail)?;
        }
    }
    Ok(())
}

#[derive(Debug, Serialize)]
struct Json {
    #[serde(flatten)]
    range: RangeJson,
    #[serde(skip_serializing_if = "Option::is_none")]
    comparison: Option<ComparisonJson>,
}

/// The figures of a range. Those that need more logged nights than there are, are `null`.
#[derive(Debug, Serialize)]
struct RangeJson {
    first: String,
    last: String,
    nights: usize,
    logged: usize,
    needed_nights: usize,
    nights_with_cramps: usize,
    cramps: usize,
    nights_with_known_number: usize,
    nights_not_described: usize,
    cramps_a_week: Option<f64>,
    cramps_a_week_range: Option<[f64; 2]>,
    cramps_a_week_over_all_nights: Option<[f64; 2]>,
    severity_median: Option<f64>,
    severity_range: Option<[u8; 2]>,
    severity_7_or_more: usize,
    severity_7_or_more_share: Option<f64>,
    durations_said: usize,
    minutes_median: Option<f64>,
    minutes_1_or_more: usize,
    minutes_1_or_more_share: Option<f64>,
    minutes_over_10: usize,
    sleep_broken_nights: usize,
    sleep_known_nights: usize,
    sleep_disturbed_mean: Option<f64>,
    sleep_disturbed_nights: usize,
    sites: Vec<SiteJson>,
    one_sided: Option<&'static str>,
    words: Vec<RowJson>,
}

#[derive(Debug, Serialize)]
struct SiteJson {
    site: &'static str,
    left: usize,
    right: usize,
    both: usize,
}

#[derive(Debug, Serialize)]
struct RowJson {
    label: String,
    value: String,
    detail: String,
}

#[derive(Debug, Serialize)]
struct ComparisonJson {
    against: &'static str,
    then: Option<RangeJson>,
    change_a_week: Option<f64>,
    change_share: Option<f64>,
    change_a_week_range: Option<[f64; 2]>,
    chance: Option<f64>,
    verdict: Option<&'static str>,
    missing: Option<String>,
    words: Vec<RowJson>,
    caution: &'static str,
}

impl Json {
    fn new(summary: &Summary, comparison: Option<&Comparison>) -> Self {
        Self { range: RangeJson::new(summary), comparison: comparison.map(ComparisonJson::new) }
    }
}

impl RangeJson {
    fn new(summary: &Summary) -> Self {
        let Summary { first, nights, logged, with_cramps, rate, severity, duration, sleep, sites, sides } = summary;
        Self {
            first: first.to_string(),
            last: summary.last().to_string(),
            nights: *nights,
            logged: *logged,
            needed_nights: insights::MIN_NIGHTS,
            nights_with_cramps: *with_cramps,
            cramps: rate.cramps,
            nights_with_known_number: rate.nights,
            nights_not_described: rate.not_described,
            cramps_a_week: rate.a_week,
            cramps_a_week_range: rate.range.map(<[f64; 2]>::from),
            cramps_a_week_over_all_nights: rate.span.map(|span| [span.low, span.high]),
            severity_median: severity.median,
            severity_range: severity.range.map(<[u8; 2]>::from),
            severity_7_or_more: severity.severe(),
            severity_7_or_more_share: severity.share_severe,
            durations_said: duration.said(),
            minutes_median: duration.median_min,
            minutes_1_or_more: duration.one_or_more(),
            minutes_1_or_more_share: duration.share_1_or_more,
            minutes_over_10: duration.over_10(),
            sleep_broken_nights: sleep.broken,
            sleep_known_nights: sleep.known,
            sleep_disturbed_mean: sleep.disturbed.value,
            sleep_disturbed_nights: sleep.disturbed.logged,
            sites: Site::ALL.into_iter().zip(*sites).map(|(site, sides)| SiteJson::new(site, sides)).collect(),
            one_sided: sides.one_sided().map(crate::domain::Side::key),
            words: rows(summary.rows()),
        }
    }
}

impl SiteJson {
    fn new(site: Site, Sides { left, right, both }: Sides) -> Self {
        Self { site: site.label(), left, right, both }
    }
}

impl ComparisonJson {
    fn new(comparison: &Comparison) -> Self {
        let change = comparison.change;
        Self {
            against: match comparison.against {
                Against::Before => "before",
                Against::Baseline => "baseline",
            },
            then: comparison.then.as_ref().map(RangeJson::new),
            change_a_week: change.map(|change| change.a_week),
            change_share: change.and_then(|change: RateChange| change.share),
            change_a_week_range: change.and_then(|change| change.range).map(<[f64; 2]>::from),
            chance: change.and_then(|change| change.chance),
            verdict: change.and_then(|change| change.verdict).map(verdict_key),
            missing: comparison.missing_words(),
            words: rows(comparison.rows()),
            caution: CAUTION,
        }
    }
}

fn rows(rows: Vec<SummaryRow>) -> Vec<RowJson> {
    rows.into_iter().map(|SummaryRow { label, value, detail }| RowJson { label, value, detail }).collect()
}
