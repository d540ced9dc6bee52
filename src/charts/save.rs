//! Charts as files: SVG and PNG.

use super::heading::{draw_picture, height_around, width_inside};
use super::raster::Raster;
use super::svg::{Vector, Words};
use super::{ChartSpec, Look, Palette};
use crate::domain::io_words;
use crate::whole_file::replace_whole;
use plotters::prelude::{BitMapBackend, DrawingBackend, IntoDrawingArea as _};
use png::{BitDepth, ColorType, Compression, Encoder, EncodingError};
use std::fs::{self, File};
use std::io::{self, BufWriter, Write as _};
use std::path::{Path, PathBuf};

/// Why a picture of a chart could not be made or saved.
#[derive(Debug, thiserror::Error)]
pub enum ChartError {
    /// The backend could not draw or write.
    #[error("The chart could not be drawn ({detail}). Report this, with what you wanted to draw: {}", path.display())]
    Draw {
        /// What it reported.
        detail: String,
        /// The file.
        path: PathBuf,
    },
    /// The size is not one a picture can have.
    #[error(
        "A picture of {width} x {height} pixels is not possible; give a width of 300 to 10,000 and a height up to 10,000, both \
             times the scale."
    )]
    Size {
        /// In pixels.
        width: u32,
        /// In pixels.
        height: u32,
    },
    /// The picture would be too low for its chart.
    #[error(
        "At a width of {width} pixels this chart needs a height of at least {least}, not {height}. Give more, or leave the height out."
    )]
    TooLow {
        /// In pixels at scale 1.
        width: u32,
        /// What was asked for.
        height: u32,
        /// What the chart needs.
        least: u32,
    },
    /// The name says neither SVG nor PNG.
    #[error("Charts are saved as .svg or .png; give the file one of these endings: {}", path.display())]
    UnknownEnding {
        /// The file.
        path: PathBuf,
    },
    /// The file could not be written.
    #[error("The picture could not be written, because {detail}. Choose another place, or make room there: {}", path.display())]
    Write {
        /// Why, in words.
        detail: String,
        /// The file.
        path: PathBuf,
    },
}

/// The look and size of a picture to be made of a chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Picture {
    /// Light for print, or dark.
    pub look: Look,
    /// In pixels at scale 1.
    pub width: u32,
    /// The height of the whole picture in pixels at scale 1; `None` for as high as its chart wants to be.
    pub height: Option<u32>,
    /// Pixels per unit: 1, or 2 for screens and prints with small dots. An SVG is the same at any scale.
    pub scale: u32,
}

/// The sizes of a picture, its scale included.
const SIDES: std::ops::RangeInclusive<u32> = 300..=10_000;

impl Picture {
    /// The height in pixels at scale 1 of a picture of this width that shows everything of a chart, with its heading.
    #[must_use]
    pub fn height_for(chart: &ChartSpec, width: u32) -> u32 {
        chart.height_for(width_inside(width)) + height_around(&chart.title(), width)
    }

    /// The height below which the parts of a chart would no longer be told apart.
    #[must_use]
    pub fn least_height(chart: &ChartSpec, width: u32) -> u32 {
        chart.least_height(width_inside(width)) + height_around(&chart.title(), width)
    }

    /// Width and height at scale 1, if there can be such a picture of a chart.
    fn size(self, chart: &ChartSpec) -> Result<(u32, u32), ChartError> {
        let (width, scale) = (self.width, self.scale.max(1));
        let pixels = |units: u32| units.saturating_mul(scale);
        let height = self.height.unwrap_or_else(|| Self::height_for(chart, width));
        if width < *SIDES.start() || pixels(width) > *SIDES.end() || pixels(height) > *SIDES.end() {
            return Err(ChartError::Size { width: pixels(width), height: pixels(height) });
        }
        let least = Self::least_height(chart, width);
        if height < least { Err(ChartError::TooLow { width, height, least }) } else { Ok((width, height)) }
    }
}

/// Draws a chart into a file; its ending decides between SVG and PNG.
///
/// # Errors
/// A [`ChartError`]; an existing file is only replaced by a whole picture.
pub fn save_chart(chart: &ChartSpec, picture: Picture, path: &Path) -> Result<(), ChartError> {
    let size = picture.size(chart)?;
    let ending = path.extension().and_then(|ending| ending.to_str()).map(str::to_lowercase);
    match ending.as_deref() {
        Some("svg") => {
            let drawn = chart_svg(chart, picture.look, size);
            let svg = drawn.map_err(|detail| ChartError::Draw { detail, path: path.to_owned() })?;
            replace_whole(path, |part| fs::write(part, svg)).map_err(|error| not_written(&error, path))
        }
        Some("png") => {
            let scale = picture.scale.max(1);
            let pixels = (size.0 * scale, size.1 * scale);
            let mut rgb = vec![0; 3 * pixels.0 as usize * pixels.1 as usize];
            let bitmap = Raster(BitMapBackend::with_buffer(&mut rgb, pixels));
            draw(bitmap, chart, picture.look, f64::from(scale)).map_err(|detail| ChartError::Draw { detail, path: path.to_owned() })?;
            replace_whole(path, |part| write_png(part, pixels, &rgb)).map_err(|error| not_written(&error, path))
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
    draw(Vector::new(&mut svg, size, &mut words), chart, look, 1.0)?;
    words.put_into(&mut svg, &chart.title());
    Ok(svg)
}

fn not_written(error: &io::Error, path: &Path) -> ChartError {
    ChartError::Write { detail: io_words(error), path: path.to_owned() }
}

/// Writes pixels of three bytes each, red, green and blue, as a PNG.
fn write_png(path: &Path, size: (u32, u32), rgb: &[u8]) -> io::Result<()> {
    let mut out = BufWriter::new(File::create(path)?);
    let write = |out: &mut BufWriter<File>| -> Result<(), EncodingError> {
        let mut encoder = Encoder::new(out, size.0, size.1);
        encoder.set_color(ColorType::Rgb);
        encoder.set_depth(BitDepth::Eight);
        encoder.set_compression(Compression::Fast);
        let mut writer = encoder.write_header()?;
        writer.write_image_data(rgb)?;
        writer.finish()
    };
    write(&mut out).map_err(|error| match error {
        EncodingError::IoError(error) => error,
        other => io::Error::other(other),
    })?;
    out.flush()
}

/// Draws a whole picture. What goes wrong is in words.
fn draw<DB: DrawingBackend>(backend: DB, chart: &ChartSpec, look: Look, scale: f64) -> Result<(), String> {
    let area = backend.into_drawing_area();
    draw_picture(&area, chart, &Palette::of(look), scale).map_err(|error| error.to_string())?;
    area.present().map_err(|error| error.to_string())
}
