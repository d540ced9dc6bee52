//! The file that a chart is written to, and how the chart looks.

use crate::charts::{self, ChartSpec, Look, Picture};
use crate::cli::CliError;
use crate::domain::{WholeNumber, io_words};
use crate::whole_file::replace_whole;
use clap::Args;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

const WIDTH: WholeNumber =
    WholeNumber { field: "Width", least: 300, most: 10_000, in_words: ("300", "10,000"), example: "1200, from 300 to 10,000" };
const HEIGHT: WholeNumber =
    WholeNumber { field: "Height", least: 1, most: 10_000, in_words: ("1", "10,000"), example: "800, from 1 to 10,000" };
const SCALE: WholeNumber = WholeNumber { field: "Scale", least: 1, most: 2, in_words: ("1", "2"), example: "2, from 1 to 2" };

/// Arguments that every chart takes.
#[derive(Debug, Args)]
pub(super) struct PictureArguments {
    /// The file to make, .svg or .png, or .csv with --table; one there is replaced
    #[arg(long, value_name = "FILE", required_unless_present = "table")]
    out: Option<PathBuf>,

    /// The same figures as CSV, printed or written into --out
    #[arg(long, conflicts_with_all = ["width", "height", "scale", "dark"])]
    table: bool,

    /// How wide, in pixels, 300 to 10000
    #[arg(long, value_name = "PIXELS", default_value_t = 1200, allow_hyphen_values = true, value_parser = |text: &str| WIDTH.read::<u32>(text))]
    width: u32,

    /// How high, in pixels, up to 10000 [default: as high as the chart needs]
    #[arg(long, value_name = "PIXELS", allow_hyphen_values = true, value_parser = |text: &str| HEIGHT.read::<u32>(text))]
    height: Option<u32>,

    /// Pixels per unit of a PNG, 1 or 2 [default: 1]
    #[arg(long, value_name = "NUMBER", allow_hyphen_values = true, value_parser = |text: &str| SCALE.read::<u32>(text))]
    scale: Option<u32>,

    /// Light on dark
    #[arg(long)]
    dark: bool,
}

impl PictureArguments {
    /// Draws the chart, or writes its table, and prints what was done. `what` names what the chart shows.
    pub(super) fn write(&self, chart: &ChartSpec, what: &str, out: &mut dyn Write) -> Result<(), CliError> {
        let Some(path) = self.out.as_deref().filter(|_| !self.table) else { return self.write_table(chart, out) };
        if self.scale.is_some() && has_ending(path, "svg") {
            let message = format!("An SVG is the same at any scale. Leave --scale out, or save a .png: {}", path.display());
            return Err(CliError::Usage(message));
        }
        let look = if self.dark { Look::Dark } else { Look::Light };
        charts::save_chart(chart, Picture { look, width: self.width, height: self.height, scale: self.scale.unwrap_or(1) }, path)?;
        Ok(writeln!(out, "Drew {what}: {}", path.display())?)
    }

    fn write_table(&self, chart: &ChartSpec, out: &mut dyn Write) -> Result<(), CliError> {
        let table = chart.table();
        let csv = table.to_csv(&(0..table.rows.len()).collect::<Vec<_>>());
        let Some(path) = self.out.as_deref() else { return Ok(out.write_all(csv.as_bytes())?) };
        if !has_ending(path, "csv") {
            let message = format!("A table is written as .csv; give the file this ending, or leave --table out: {}", path.display());
            return Err(CliError::Usage(message));
        }
        let failed = |error: io::Error| {
            let why = io_words(&error);
            CliError::Refused(format!(
                "The table could not be written, because {why}. Choose another place, or make room there: {}",
                path.display()
            ))
        };
        replace_whole(path, |part| fs::write(part, csv)).map_err(failed)?;
        let rows = if table.rows.len() == 1 { "1 row".to_owned() } else { format!("{} rows", table.rows.len()) };
        Ok(writeln!(out, "Wrote {rows}: {}", path.display())?)
    }
}

fn has_ending(path: &Path, ending: &str) -> bool {
    path.extension().is_some_and(|found| found.eq_ignore_ascii_case(ending))
}
