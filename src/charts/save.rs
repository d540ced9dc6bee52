//! Charts as files: SVG and PNG.

use super::pen::{DrawError, Pen, TITLE};
use super::raster::Raster;
use super::svg::{Vector, Words};
use super::{ChartSpec, Look, Palette, draw_chart};
use plotters::prelude::{BitMapBackend, DrawingBackend, IntoDrawingArea as _};
use plotters::style::FontStyle;
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

/// How a picture is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Picture {
    /// Light for print, or dark.
    pub look: Look,
    /// Width and height in pixels at scale 1.
    pub size: (u32, u32),
    /// Pixels per unit: 1, or 2 for screens and prints with small dots. An SVG is the same at any scale.
    pub scale: u32,
}

/// What a picture keeps around its chart, and for its heading, in units.
const MARGIN: i32 = 14;
const HEADING: i32 = 26;

impl Picture {
    /// The height in pixels at scale 1 of a picture of this width that shows everything of a chart, with its heading.
    #[must_use]
    pub fn height_for(chart: &ChartSpec, width: u32) -> u32 {
        let around = |units: i32| u32::try_from(units).unwrap_or(0);
        chart.height_for(width.saturating_sub(around(2 * (MARGIN - 4)))) + around(MARGIN + HEADING + MARGIN)
    }
}

/// Draws a chart into a file; its ending decides between SVG and PNG.
///
/// # Errors
/// A [`ChartError`]; an existing file is only replaced by a whole picture.
pub fn save_chart(chart: &ChartSpec, picture: Picture, path: &Path) -> Result<(), ChartError> {
    let (width, height) = picture.size;
    let scale = picture.scale.max(1);
    if !(300..=10_000).contains(&width) || !(300..=10_000).contains(&height) {
        return Err(ChartError::Size { width, height });
    }
    let ending = path.extension().and_then(|ending| ending.to_str()).map(str::to_lowercase);
    let write = |detail: String| ChartError::Write { detail, path: path.to_owned() };
    match ending.as_deref() {
        Some("svg") => {
            let svg = chart_svg(chart, picture.look, picture.size).map_err(|detail| ChartError::Draw { detail, path: path.to_owned() })?;
            fs::write(path, svg).map_err(|error| write(error.to_string()))
        }
        Some("png") => {
            let part = path.with_extension("part.png");
            let backend = Raster(BitMapBackend::new(&part, (width * scale, height * scale)));
            draw(backend, chart, picture.look, scale).map_err(write)?;
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
    let (mut svg, mut words) = (String::new(), Words::default());
    draw(Vector::new(&mut svg, size, &mut words), chart, look, 1)?;
    words.put_into(&mut svg, &chart.title());
    Ok(svg)
}

/// The chart below a heading that says what it shows.
fn draw<DB: DrawingBackend>(backend: DB, chart: &ChartSpec, look: Look, scale: u32) -> Result<(), String> {
    let palette = Palette::of(look);
    let area = backend.into_drawing_area();
    let units = |units: i32| units * i32::try_from(scale).unwrap_or(1);
    let drawn = || -> Result<(), DrawError<DB>> {
        area.fill(&palette.paper.plain())?;
        let pen = Pen::new(&area, &palette, f64::from(scale));
        let heading = pen.font(TITLE, FontStyle::Bold, palette.ink);
        pen.text(&chart.title(), (units(MARGIN), units(MARGIN)), &heading)?;
        let inner = area.margin(units(MARGIN + HEADING), units(MARGIN - 4), units(MARGIN), units(MARGIN - 4));
        draw_chart(&inner, chart, &palette, f64::from(scale))?;
        area.present()
    };
    drawn().map_err(|error| error.to_string())
}
