//! `chart trends`: panels above each other on one axis of nights.

use super::picture::PictureArguments;
use crate::charts::{ChartSpec, TrendsSpec};
use crate::cli::range::{RangeArguments, Usual};
use crate::cli::text::folded;
use crate::cli::{CliError, Session};
use crate::domain::{Entry, Factor, Measure, NightRange, UnknownMeasure, each_once};
use crate::insights;
use chrono::Days;
use clap::Args;
use std::io::Write;

/// The examples of the help.
const EXAMPLES: &str = "\
Examples:
  cramp-diary chart trends --out trends.svg
  cramp-diary chart trends --days 30 --until 2026-11-19 --out november.png --dark
  cramp-diary chart trends --all --table --out trends.csv
  cramp-diary chart trends --panels cramps,drinks,magnesium --out three.svg
  cramp-diary chart trends --panels cramps --panels factor:Socks --out socks.svg
";

/// The help below the options: examples, and the panels that can be named.
fn after_help() -> String {
    let panels: Vec<_> = Measure::all().map(|measure| measure.to_string()).collect();
    let words = format!(
        "From 180 nights on each bar is a week. Panels, from top to bottom: {}, or the name of a factor of your own. A factor that is \
         called like a panel is factor:NAME; one with a comma in its name stands alone in a --panels. Without a range: the last 90 \
         nights.",
        panels.join(", ")
    );
    format!("{EXAMPLES}\n{}", folded(&words))
}

/// The arguments of `chart trends`.
#[derive(Debug, Args)]
#[command(after_help = after_help())]
pub(super) struct TrendsArguments {
    #[command(flatten)]
    range: RangeArguments,

    /// Which, joined by commas; may be repeated [default: those of the window]
    #[arg(long, value_name = "PANELS")]
    panels: Vec<String>,

    #[command(flatten)]
    picture: PictureArguments,
}

/// How many nights are shown if no range is given.
const USUAL: Usual = Usual::Nights(90);

/// How many dates before a range its moving means reach back.
const LEAD: Days = Days::new(insights::LEAD as u64);

impl TrendsArguments {
    pub(super) fn run(self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        let diary = session.open_to_read()?;
        let mut look_back = diary.unread_look_back()?;
        let range = self.range.read(&diary, &mut look_back, USUAL)?;
        // The first moving means reach over dates before the range.
        look_back.read_range(&diary, NightRange::of_dates(range.first.date() - LEAD, range.first.date()))?;
        let panels = self.panels(look_back.factors())?;
        let measures = if panels.is_empty() { look_back.measures() } else { &panels };
        let trends = look_back.trends_of(measures, range.first.date(), range.last.date());
        self.picture.write(&ChartSpec::Trends(TrendsSpec::new(trends)), &range.words(), out)
    }

    /// The panels that are named, each once, by the key of a measure or the name of a factor.
    fn panels(&self, factors: &[Entry<Factor>]) -> Result<Vec<Measure>, CliError> {
        let own = |name: &str| {
            let is_its_name = |factor: &&Entry<Factor>| factor.value.name.as_str().to_lowercase() == name.trim().to_lowercase();
            factors.iter().find(is_its_name).map(|factor| Measure::Own(factor.id))
        };
        let panel = |word: &str| match word.parse::<Measure>() {
            Ok(measure) => Ok(measure),
            Err(unknown) => own(word.trim().strip_prefix("factor:").unwrap_or(word)).ok_or(unknown),
        };
        // A name may hold commas.
        let whole = |words: &str| words.contains(',').then(|| own(words.trim().strip_prefix("factor:").unwrap_or(words))).flatten();
        let mut panels = Vec::new();
        for words in &self.panels {
            if let Some(one) = whole(words) {
                panels.push(one);
                continue;
            }
            for word in words.split(',') {
                let not_understood = |unknown: UnknownMeasure| CliError::Usage(in_one_sentence(&unknown.to_string(), factors));
                panels.push(panel(word).map_err(not_understood)?);
            }
        }
        Ok(each_once(panels))
    }
}

/// The message for an unknown panel, with the names of the person's own factors.
fn in_one_sentence(unknown: &str, factors: &[Entry<Factor>]) -> String {
    let names: Vec<_> = factors.iter().map(|factor| format!("\"{}\"", factor.value.name.as_str())).collect();
    if names.is_empty() { unknown.to_owned() } else { format!("{unknown}, {}", names.join(", ")) }
}
