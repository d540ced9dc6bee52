//! `chart trends`: panels above each other on one axis of nights.

use super::picture::PictureArguments;
use crate::charts::{ChartSpec, TrendsSpec};
use crate::cli::range::{RangeArguments, Usual};
use crate::cli::{CliError, Session};
use crate::domain::{Entry, Factor, Measure, each_once};
use clap::Args;
use std::io::Write;

/// What `chart trends` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cramp-diary chart trends --out trends.svg
  cramp-diary chart trends --days 30 --until 2026-11-19 --out november.png --dark
  cramp-diary chart trends --all --table --out trends.csv
  cramp-diary chart trends --panels cramps,drinks,magnesium --out three.svg

From 180 nights on each bar is a week. Panels, from top to bottom: cramps, sleep_disturbed, slept,
drinks, stretching, magnesium, potassium, calcium, vitamin_d, thiamin, vitamin_b6, vitamin_b12,
zinc, sodium, caffeine, alcohol, exercise, standing, heat, or the name of a factor of your own.")]
pub(super) struct TrendsArguments {
    #[command(flatten)]
    range: RangeArguments,

    /// Which panels, joined by commas [default: those of the window]
    #[arg(long, value_name = "PANELS", value_delimiter = ',')]
    panels: Vec<String>,

    #[command(flatten)]
    picture: PictureArguments,
}

/// How many nights are shown where nothing else is asked for.
const USUAL: Usual = Usual::Nights(90);

impl TrendsArguments {
    pub(super) fn run(self, session: Session, out: &mut dyn Write) -> Result<(), CliError> {
        let diary = session.open_to_read()?;
        let look_back = diary.whole_look_back()?;
        let range = self.range.range(&diary, &look_back, USUAL)?;
        let panels = self.panels(look_back.factors())?;
        let measures = if panels.is_empty() { look_back.measures() } else { &panels };
        let trends = look_back.trends_of(measures, range.first.date(), range.last.date());
        self.picture.write(&ChartSpec::Trends(TrendsSpec::new(trends)), &range.words(), out)
    }

    /// The panels that are named, each once: by the word of a measure, or the name of a factor.
    fn panels(&self, factors: &[Entry<Factor>]) -> Result<Vec<Measure>, CliError> {
        let panel = |word: &String| {
            let is_its_name = |factor: &&Entry<Factor>| factor.value.name.as_str().to_lowercase() == word.trim().to_lowercase();
            match factors.iter().find(is_its_name) {
                Some(factor) => Ok(Measure::Own(factor.id)),
                None => word.parse::<Measure>().map_err(|unknown| CliError::Refused(in_one_sentence(&unknown.to_string(), factors))),
            }
        };
        Ok(each_once(self.panels.iter().map(panel).collect::<Result<Vec<_>, _>>()?))
    }
}

/// What is unknown, and what one's own factors are called.
fn in_one_sentence(unknown: &str, factors: &[Entry<Factor>]) -> String {
    let names: Vec<_> = factors.iter().map(|factor| format!("\"{}\"", factor.value.name.as_str())).collect();
    if names.is_empty() { unknown.to_owned() } else { format!("{unknown}, {}", names.join(", ")) }
}
