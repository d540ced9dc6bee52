//! Positions in a chart: in units while it is laid out, in pixels where it is drawn and pointed at.

use crate::domain::Night;

/// A part of a drawn chart that can be pointed at: a square, a bar, a line of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// Left, top, right, bottom in pixels.
    pub rect: [i32; 4],
    /// The number by which its chart knows it; [`Chart::spot_words`](super::Chart::spot_words) returns its text.
    pub place: usize,
    /// The night that a click opens; `None` where there is no single one.
    pub night: Option<Night>,
}

/// Left, top, right, bottom in units.
pub(super) type Box4 = [f64; 4];

/// A size in pixels as units.
pub(super) fn units(size: (u32, u32), scale: f64) -> (f64, f64) {
    (f64::from(size.0) / scale, f64::from(size.1) / scale)
}

/// The edges of a box in units, converted to pixels. `scale` is pixels per unit.
pub(super) fn pixels(place: Box4, scale: f64) -> [i32; 4] {
    place.map(|edge| pixel(edge * scale))
}

/// The nearest pixel.
#[expect(clippy::cast_possible_truncation, reason = "a picture has fewer pixels than an i32 counts")]
pub(super) fn pixel(place: f64) -> i32 {
    place.round() as i32
}

/// The next whole number of pixels above a height.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a height from 0 to some 10,000 pixels")]
pub(super) fn whole(height: f64) -> u32 {
    height.ceil() as u32
}
