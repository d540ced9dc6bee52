//! Charts of counts: by hour, by duration and by severity.

use super::{BarsSpec, Stack};
use crate::charts::count_words::{counted, nothing_to_count, of_nights, percent, too_few};
use crate::charts::fill::severity_legend;
use crate::charts::frame::Around;
use crate::charts::ruler::length;
use crate::charts::{Cell, ChartTable, Fill};
use crate::domain::{DayRules, Severity};
use crate::insights::{DurationBin, HourCount, NightSlice, duration_counts, night_hours, severity_counts};

impl BarsSpec {
    /// Cramps by hour, in the person's own night hours.
    #[must_use]
    pub fn hours(nights: NightSlice<'_>, rules: DayRules) -> Self {
        let found = night_hours(nights, rules);
        let mut table = ChartTable::with_columns(&["Hour", "Cramps#", "Exact#", "About#"]);
        table.rows = found
            .hours
            .iter()
            .map(|hour| vec![Cell::words(span(*hour)), Cell::count(hour.all()), Cell::count(hour.exact), Cell::count(hour.about)])
            .collect();
        let all_untimed = (found.timed() == 0).then(|| {
            format!("None of {} has a time. Give a cramp its time, exact or about, and it stands here.", counted(found.untimed, "cramp"))
        });
        let about: usize = found.hours.iter().map(|hour| hour.about).sum();
        let meanings = [(Fill::Count, "exact time"), (Fill::About, "about that time, give or take half an hour")];
        let around = Around {
            summary: format!("{} with a time.", counted(found.timed(), "cramp")),
            legend: if about > 0 { meanings.map(|(fill, words)| (fill, words.to_owned())).to_vec() } else { Vec::new() },
            note: if found.untimed > 0 {
                format!("{} {} no time.", counted(found.untimed, "cramp"), if found.untimed == 1 { "has" } else { "have" })
            } else {
                String::new()
            },
        };
        let bars = found.hours.iter().map(|hour| Stack {
            label: vec![format!("{:02}:00", hour.hour), hour.hour.to_string()],
            parts: vec![(length(hour.exact), Fill::Count), (length(hour.about), Fill::About)],
            says: some(hour.all()),
            words: hour_words(*hour),
            ..Stack::default()
        });
        let spec = Self { title: of_nights("Cramps by hour of the night", nights), around, bars: bars.collect(), table };
        spec.unless(nothing_to_count(nights).or(all_untimed))
    }

    /// Cramps by how long they lasted.
    #[must_use]
    pub fn durations(nights: NightSlice<'_>) -> Self {
        let found = duration_counts(nights);
        let each = || DurationBin::ALL.into_iter().zip(found.bins);
        let mut table = ChartTable::with_columns(&["Minutes", "Cramps#"]);
        table.rows = each().map(|(bin, cramps)| vec![Cell::words(bin.label()), Cell::count(cramps)]).collect();
        let unsaid = match found.not_said {
            0 => String::new(),
            1 => "Of 1 cramp nobody said how long it was.".to_owned(),
            several => format!("Of {several} cramps nobody said how long they were."),
        };
        let summary = match (found.median_min, found.share_1_or_more) {
            (Some(median), Some(share)) => format!(
                "Median {} min over {}; {} a minute or more; {} over 10 minutes.",
                plain(median),
                counted(found.said(), "cramp"),
                percent(share),
                found.over_10()
            ),
            _ => format!("{}; {} over 10 minutes. {}", counted(found.said(), "cramp"), found.over_10(), too_few(nights, "a median")),
        };
        let around =
            Around { summary, legend: Vec::new(), note: format!("1 minute counts in \"1 to 2\", 10 minutes in \"5 to 10\". {unsaid}") };
        let bars = each().map(|(bin, cramps)| Stack {
            label: vec![bin.label().to_owned(), bin.label().replace("under ", "<").replace("over ", ">").replace(" to ", "-")],
            parts: vec![(length(cramps), Fill::Count)],
            says: some(cramps),
            words: format!("{} minutes: {}", bin.label(), counted(cramps, "cramp")),
            ..Stack::default()
        });
        let spec = Self { title: of_nights("How long cramps last, in minutes", nights), around, bars: bars.collect(), table };
        spec.unless(nothing_to_count(nights).or_else(|| (found.said() == 0).then_some(unsaid)))
    }

    /// Cramps by how bad they were.
    #[must_use]
    pub fn severities(nights: NightSlice<'_>) -> Self {
        let found = severity_counts(nights);
        let each = || Severity::all().zip(found.counts);
        let mut table = ChartTable::with_columns(&["Severity#", "In words", "Cramps#"]);
        table.rows = each()
            .map(|(severity, cramps)| vec![Cell::count(usize::from(severity.get())), Cell::words(severity.word()), Cell::count(cramps)])
            .collect();
        let (least, most) = found.range.unwrap_or_default();
        let summary = match (found.median, found.share_severe) {
            (Some(median), Some(share)) => format!(
                "Median {}, from {least} to {most}, over {}; {} at 7 or more.",
                plain(median),
                counted(found.cramps(), "cramp"),
                percent(share)
            ),
            _ => format!(
                "{}, from {least} to {most}; {} at 7 or more. {}",
                counted(found.cramps(), "cramp"),
                found.severe(),
                too_few(nights, "a median")
            ),
        };
        let around = Around { summary, legend: severity_legend(), note: String::new() };
        let bars = each().map(|(severity, cramps)| Stack {
            label: vec![severity.to_string()],
            parts: vec![(length(cramps), Fill::Severity(severity))],
            says: some(cramps),
            words: format!("Severity {severity}, {}: {}", severity.word(), counted(cramps, "cramp")),
            ..Stack::default()
        });
        let spec = Self { title: of_nights("How bad cramps are, 0 to 10", nights), around, bars: bars.collect(), table };
        spec.unless(nothing_to_count(nights))
    }

    /// This chart, or only the text of `missing` where that says why there is none.
    pub(super) fn unless(self, missing: Option<String>) -> Self {
        let Some(summary) = missing else { return self };
        Self { bars: Vec::new(), around: Around { summary, ..Around::default() }, ..self }
    }
}

/// "02:00 to 03:00".
fn span(hour: HourCount) -> String {
    format!("{:02}:00 to {:02}:00", hour.hour, (hour.hour + 1) % 24)
}

fn hour_words(hour: HourCount) -> String {
    let about = if hour.about > 0 { format!(", {} of them about that time", hour.about) } else { String::new() };
    format!("{}: {}{about}", span(hour), counted(hour.all(), "cramp"))
}

/// A count in digits; empty for 0.
fn some(count: usize) -> String {
    if count == 0 { String::new() } else { count.to_string() }
}

/// A number without needless decimals: "2", "2.5".
pub(super) fn plain(value: f64) -> String {
    let rounded = (value * 10.0).round() / 10.0;
    format!("{rounded}")
}
