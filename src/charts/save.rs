//! Charts as files: SVG and PNG.

use super::raster::Raster;
use super::{ChartSpec, Look, Palette, draw_chart};
use plotters::prelude::{BitMapBackend, DrawingBackend, IntoDrawingArea as _, RGBColor, SVGBackend};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// A picture could not be made.
#[derive(Debug, thiserror::Error)]
pub enum ChartError {
    /// The backend could not draw or write.
    #[error("The chart could not be drawn ({detail}): {}", path.display())]
    Draw {
        /// What it reported.
        detail: String,
        /// The file.
        path: PathBuf,
    },
    /// The size is not one a picture can have.
    #[error("A picture of {width} x {height} pixels is not possible; give 300 x 300 to 10,000 x 10,000.")]
    Size {
        /// In pixels.
        width: u32,
        /// In pixels.
        height: u32,
    },
    /// The name says neither SVG nor PNG.
    #[error("Charts are saved as .svg or .png; give the file one of these endings: {}", path.display())]
    UnknownEnding {
        /// The file.
        path: PathBuf,
    },
    /// The file could not be written.
    #[error("The picture could not be written ({detail}): {}", path.display())]
    Write {
        /// What the system reported.
        detail: String,
        /// The file.
        path: PathBuf,
    },
}

/// Draws a chart into a file; its ending decides between SVG and PNG.
///
/// # Errors
/// A [`ChartError`]; an existing file is only replaced by a whole picture.
pub fn save_chart(chart: &ChartSpec, look: Look, (width, height): (u32, u32), path: &Path) -> Result<(), ChartError> {
    if !(300..=10_000).contains(&width) || !(300..=10_000).contains(&height) {
        return Err(ChartError::Size { width, height });
    }
    let ending = path.extension().and_then(|ending| ending.to_str()).map(str::to_lowercase);
    let write = |detail: String| ChartError::Write { detail, path: path.to_owned() };
    match ending.as_deref() {
        Some("svg") => {
            let svg = chart_svg(chart, look, (width, height)).map_err(|detail| ChartError::Draw { detail, path: path.to_owned() })?;
            fs::write(path, svg).map_err(|error| write(error.to_string()))
        }
        Some("png") => {
            let part = path.with_extension("part.png");
            let backend = Raster(BitMapBackend::new(&part, (width, height)));
            draw(backend, chart, look).map_err(write)?;
            fs::rename(&part, path).map_err(|error| write(error.to_string()))
        }
        Some(_) | None => Err(ChartError::UnknownEnding { path: path.to_owned() }),
    }
}

/// A chart as SVG text.
///
/// # Errors
/// What plotters reports, in words.
pub fn chart_svg(chart: &ChartSpec, look: Look, size: (u32, u32)) -> Result<String, String> {
    let mut svg = String::new();
    draw(SVGBackend::with_string(&mut svg, size), chart, look)?;
    Ok(svg)
}

fn draw<DB: DrawingBackend>(backend: DB, chart: &ChartSpec, look: Look) -> Result<(), String> {
    let palette = Palette::of(look);
    let area = backend.into_drawing_area();
    let paper = palette.paper;
    area.fill(&RGBColor(paper.0, paper.1, paper.2)).map_err(|error| error.to_string())?;
    let inner = area.margin(14, 10, 14, 10);
    draw_chart(&inner, chart, &palette, 1.0).map_err(|error| error.to_string())?;
    area.present().map_err(|error| error.to_string())
}
