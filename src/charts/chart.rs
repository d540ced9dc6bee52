//! What every chart can be asked, whatever it shows.

use super::{ChartTable, Spot};

/// A chart, ready to be drawn: values and texts. Each chart has a function of its own that draws it, since that is generic over the
/// backend.
pub trait Chart {
    /// What it shows, in a few words: the heading of a picture and the name for a screen reader.
    fn title(&self) -> String;

    /// Its figures as a table.
    fn table(&self) -> ChartTable;

    /// The spots that can be pointed at in a picture of this size in pixels, in the order in which the arrow keys go through them.
    /// `scale` is pixels per unit. Empty for a chart that has none.
    fn spots(&self, size: (u32, u32), scale: f64) -> Vec<Spot>;

    /// The text about the spot with this [`Spot::place`], for the card and for a screen reader: "Left calf: 12 cramps in 8 of 60 nights".
    fn spot_words(&self, place: usize) -> String;

    /// The height in pixels at scale 1 below which its parts would no longer be told apart at this width.
    fn least_height(&self, width: u32) -> u32;

    /// The height in pixels at scale 1 that shows everything at this width.
    fn height_for(&self, width: u32) -> u32;
}
