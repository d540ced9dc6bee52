//! The figures of a range in words: one text for screen, command line and file.

use super::counts::{a_week, cramps, end_a_week, nights};
use crate::domain::{NightRange, joined_with_and, percent, tenths};
use crate::insights::{CrampRate, DurationCounts, MIN_NIGHTS, SeverityCounts, Sides, Site, Sleep, Summary};

/// One figure in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SummaryRow {
    /// What it is: "Cramps a week".
    pub label: String,
    /// The figure, or what is missing for one: "3.2", "not enough nights yet".
    pub value: String,
    /// Over how many nights, and what else belongs to the figure; possibly empty.
    pub detail: String,
}

impl SummaryRow {
    pub(super) fn new(label: &str, value: impl Into<String>, detail: impl Into<String>) -> Self {
        Self { label: label.to_owned(), value: value.into(), detail: detail.into() }
    }
}

impl Summary {
    /// Its range: "28 nights, 23 Oct to 19 Nov 2026".
    #[must_use]
    pub fn window(&self) -> String {
        NightRange::new(self.first, self.last()).words()
    }

    /// Every figure in words, in the order in which they are shown.
    #[must_use]
    pub fn rows(&self) -> Vec<SummaryRow> {
        let mut rows = vec![self.coverage()];
        if self.logged == 0 {
            return rows;
        }
        rows.push(self.rate_row());
        rows.push(SummaryRow::new("Nights with cramps", format!("{} of {}", self.with_cramps, self.logged), "of the logged nights"));
        if self.severity.cramps() > 0 {
            rows.push(severity(&self.severity, self.logged));
            rows.push(duration(&self.duration, self.logged));
        }
        rows.extend(sleep(&self.sleep, self.logged));
        rows.extend(Site::ALL.into_iter().zip(self.sites).filter(|(_, sides)| sides.cramps() > 0).map(|(site, sides)| place(site, sides)));
        if let Some(side) = self.sides.one_sided() {
            let detail = format!("{}; if that side is swollen, see \"{WHEN_TO_SEE_A_DOCTOR}\"", cramps(self.sides.cramps()));
            rows.push(SummaryRow::new("Side", format!("all on the {}", side.key()), detail));
        }
        rows
    }

    /// Cramps a week in words, with their range.
    #[must_use]
    pub fn rate_row(&self) -> SummaryRow {
        rate(&self.rate)
    }

    fn coverage(&self) -> SummaryRow {
        let detail = match self.nights - self.logged {
            0 => String::new(),
            1 => "1 night is not logged and counts for nothing".to_owned(),
            missing => format!("{missing} nights are not logged and count for nothing"),
        };
        SummaryRow::new("Nights logged", format!("{} of {}", self.logged, self.nights), detail)
    }
}

/// "5 of 7 logged nights needed".
fn needed(have: usize) -> String {
    format!("{have} of {MIN_NIGHTS} logged nights needed")
}

const NOT_ENOUGH: &str = "not enough nights yet";

/// The title of the guide's topic.
const WHEN_TO_SEE_A_DOCTOR: &str = "When to see a doctor";

fn rate(rate: &CrampRate) -> SummaryRow {
    let label = "Cramps a week";
    let mut details = vec![format!("{} in {}", cramps(rate.cramps), nights(rate.nights))];
    if let Some((low, high)) = rate.range {
        details.push(format!("range {} to {} (95 %)", end_a_week(low), end_a_week(high)));
    }
    if rate.not_described > 0 {
        details.push(format!("without {} that only said \"had cramps\"", nights(rate.not_described)));
    }
    let between = rate.span.map(|span| format!("between {} and {}", end_a_week(span.low), end_a_week(span.high)));
    match (rate.a_week, between) {
        (Some(value), Some(between)) => {
            details.push(format!("over all nights {between}, since many are not logged"));
            SummaryRow::new(label, a_week(value), details.join("; "))
        }
        (Some(value), None) => SummaryRow::new(label, a_week(value), details.join("; ")),
        (None, Some(between)) => {
            details.push("nearly all logged nights have cramps: log nights without any too, for a rate".to_owned());
            SummaryRow::new(label, between, details.join("; "))
        }
        (None, None) => {
            let known = if rate.not_described > 0 { "nights with a known number" } else { "logged nights" };
            details.push(format!("{} of {MIN_NIGHTS} {known} needed", rate.nights));
            SummaryRow::new(label, NOT_ENOUGH, details.join("; "))
        }
    }
}

fn severity(severity: &SeverityCounts, logged: usize) -> SummaryRow {
    let range = match severity.range {
        Some((least, worst)) if least < worst => format!("{least} to {worst}"),
        Some((only, _)) => only.to_string(),
        None => String::new(),
    };
    let Some((median, share)) = severity.median.zip(severity.share_severe) else {
        return SummaryRow::new("Severity", range, format!("{}; {} for a median", cramps(severity.cramps()), needed(logged)));
    };
    let severe = format!("7 or more: {} of {} ({})", severity.severe(), severity.cramps(), percent(share));
    SummaryRow::new("Severity", format!("median {median}"), format!("{range} of 10; {severe}"))
}

fn duration(duration: &DurationCounts, logged: usize) -> SummaryRow {
    let label = "Minutes a cramp";
    let long = match duration.over_10() {
        0 => "over 10 min: 0".to_owned(),
        long => format!("over 10 min: {long}, see \"{WHEN_TO_SEE_A_DOCTOR}\""),
    };
    let not_said = (duration.not_said > 0).then(|| format!("not said of {}", duration.not_said));
    let details = |first: Option<String>| [first, Some(long), not_said].into_iter().flatten().collect::<Vec<_>>().join("; ");
    if duration.said() == 0 {
        return SummaryRow::new(label, "not said", format!("of none of {}", cramps(duration.not_said)));
    }
    match duration.median_min.zip(duration.share_1_or_more) {
        Some((median, share)) => {
            let long_enough = format!("1 min or more: {} of {} ({})", duration.one_or_more(), duration.said(), percent(share));
            SummaryRow::new(label, format!("median {}", tenths(median)), details(Some(long_enough)))
        }
        None => SummaryRow::new(label, NOT_ENOUGH, details(Some(format!("{} for a median", needed(logged))))),
    }
}

fn sleep(sleep: &Sleep, logged: usize) -> Vec<SummaryRow> {
    let unknown = logged - sleep.known;
    let detail = if unknown == 0 { String::new() } else { format!("not said of {}", nights(unknown)) };
    let broken = SummaryRow::new("Sleep broken by cramps", format!("{} of {}", sleep.broken, nights(sleep.known)), detail);
    let said = sleep.disturbed.logged;
    let disturbed = match sleep.disturbed.value {
        Some(mean) => {
            SummaryRow::new("Sleep disturbed", format!("mean {mean:.1} of 10"), format!("over {} of which it was said", nights(said)))
        }
        None => SummaryRow::new("Sleep disturbed", NOT_ENOUGH, format!("said of {}; a mean needs {MIN_NIGHTS}", nights(said))),
    };
    let shown = if said > 0 { vec![broken, disturbed] } else { vec![broken] };
    shown.into_iter().filter(|_| sleep.known > 0).collect()
}

fn place(site: Site, sides: Sides) -> SummaryRow {
    let counted = |(words, count): (&str, usize)| (count > 0).then(|| format!("{count} {words}"));
    let parts: Vec<_> =
        [("left", sides.left), ("right", sides.right), ("on both sides", sides.both)].into_iter().filter_map(counted).collect();
    let what = match site {
        Site::Foot => "toes and sole: ",
        Site::Elsewhere => "shin, hand and others: ",
        Site::Calf | Site::Thigh => "",
    };
    SummaryRow::new(site.label(), cramps(sides.cramps()), format!("{what}{}", joined_with_and(&parts)))
}
