//! Where legs, boxes and their labels stand, for drawing and for pointing alike.

use super::BodySpec;
use super::leg::{LEG_BACK, LEG_FRONT, LegBand};
use crate::charts::frame::Frame;
use crate::charts::ruler::{LINE, length};
use crate::charts::spot::Box4;
use crate::domain::{Muscle, Side};

/// Heights: of a view's title and the words above its legs, of a leg at most, where there is a choice, and at least, and of what is below it.
const ABOVE: f64 = 2.0 * LINE + 6.0;
const TALLEST: f64 = 380.0;
const USUAL: f64 = 300.0;
const LOWEST: f64 = 70.0;
const BELOW: f64 = 20.0;
/// From this width on both views stand side by side.
const SIDE_BY_SIDE: f64 = 860.0;
/// However wide the picture is, labels stay near their legs and views near each other.
const WIDEST_VIEW: f64 = 560.0;
/// Half of what is between the legs, for the names of muscles.
const BETWEEN: f64 = 32.0;
/// The height of a box with its text, and how wide it must be for four of them beside each other.
pub(super) const BOX: f64 = 42.0;
const FOUR_BOXES: f64 = 860.0;

/// What stands in boxes.
const ELSEWHERE: [(Muscle, Side); 4] =
    [(Muscle::Hand, Side::Left), (Muscle::Hand, Side::Right), (Muscle::Other, Side::Left), (Muscle::Other, Side::Right)];

/// Both legs from one side.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct LegsView {
    pub(super) title: &'static str,
    pub(super) bands: &'static [LegBand; 3],
    /// Its room.
    pub(super) room: Box4,
    /// The left and the right leg.
    pub(super) legs: [(Side, Box4); 2],
}

/// Where the parts of the body map stand in a picture of a given size.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct BodyLayout {
    pub(super) frame: Frame,
    /// From behind and from the front; none where there is no room for legs.
    pub(super) views: Vec<LegsView>,
    /// Hands and everything else.
    pub(super) boxes: Vec<(Muscle, Side, Box4)>,
    /// How many lines of text fit beside each muscle.
    pub(super) lines: usize,
}

/// The height that legs and boxes need at a width.
pub(super) fn high(wide: f64) -> f64 {
    let (across, rows) = (if wide - 4.0 >= SIDE_BY_SIDE { 1.0 } else { 2.0 }, box_rows(wide - 4.0));
    across * (ABOVE + USUAL + BELOW) + rows * BOX
}

/// The least height in which legs are drawn at all.
pub(super) fn least_high(wide: f64) -> f64 {
    let across = if wide - 4.0 >= SIDE_BY_SIDE { 1.0 } else { 2.0 };
    high(wide) - across * (USUAL - LOWEST)
}

fn box_rows(wide: f64) -> f64 {
    if wide >= FOUR_BOXES { 1.0 } else { 2.0 }
}

impl BodyLayout {
    pub(super) fn new(spec: &BodySpec, size: (f64, f64)) -> Self {
        let frame = Frame::new(&spec.around, size);
        let [left, top, right, bottom] = frame.inner;
        let wide = right - left;
        let rows = box_rows(wide);
        let beside = wide >= SIDE_BY_SIDE;
        let room = (bottom - top - rows * BOX) / if beside { 1.0 } else { 2.0 };
        let leg = (room - ABOVE - BELOW).min(TALLEST);
        let across = if beside { (wide / 2.0).min(WIDEST_VIEW) } else { wide.min(WIDEST_VIEW) };
        let place = |index: usize| {
            let (x, y) = if beside { (length(index) * across, 0.0) } else { (0.0, length(index) * (ABOVE + leg + BELOW)) };
            [left + x, top + y, left + x + across, top + y + ABOVE + leg + BELOW]
        };
        let views = [("From behind", &LEG_BACK), ("From the front", &LEG_FRONT)];
        let views = views.into_iter().enumerate().map(|(index, (title, bands))| view(title, bands, place(index), leg));
        let shows = leg >= LOWEST;
        let below = top + (ABOVE + leg + BELOW) * if beside { 1.0 } else { 2.0 };
        let frame = if shows { frame.ending_at(below + rows * BOX) } else { frame };
        Self {
            views: if shows { views.collect() } else { Vec::new() },
            boxes: if shows { boxes([left, below, (left + 2.0 * WIDEST_VIEW).min(right), bottom], rows) } else { Vec::new() },
            lines: [3, 2, 1].into_iter().find(|lines| length(*lines) * LINE + 3.0 <= leg * 0.2775).unwrap_or(0),
            frame,
        }
    }

    /// Every muscle and side with its room, views first, left before right.
    pub(super) fn places(&self) -> Vec<(Muscle, Side, Box4)> {
        let of_view = |view: &LegsView| {
            let band = |band: &LegBand| view.legs.map(|(side, leg)| (band.muscle, side, part(leg, band)));
            view.bands.iter().flat_map(band).collect::<Vec<_>>()
        };
        self.views.iter().flat_map(of_view).chain(self.boxes.iter().copied()).collect()
    }
}

/// Every muscle and side in the order of [`BodyLayout::places`].
pub(super) fn places() -> impl Iterator<Item = (Muscle, Side)> {
    let of_legs = LEG_BACK.iter().chain(&LEG_FRONT).flat_map(|band| [(band.muscle, Side::Left), (band.muscle, Side::Right)]);
    of_legs.chain(ELSEWHERE)
}

/// A muscle's part of a leg.
pub(super) fn part([left, top, right, bottom]: Box4, band: &LegBand) -> Box4 {
    let at = |height: f32| top + (bottom - top) * f64::from(height);
    [left, at(*band.heights.start()), right, at(*band.heights.end())]
}

fn view(title: &'static str, bands: &'static [LegBand; 3], room: Box4, high: f64) -> LegsView {
    let [left, top, right, _] = room;
    let wide = (high * 0.29).min((right - left) * 0.15);
    let middle = f64::midpoint(left, right);
    let leg = |side: Side, inner: f64, outer: f64| {
        (side, [middle + inner.min(outer), top + ABOVE, middle + inner.max(outer), top + ABOVE + high])
    };
    LegsView { title, bands, room, legs: [leg(Side::Left, -BETWEEN, -BETWEEN - wide), leg(Side::Right, BETWEEN, BETWEEN + wide)] }
}

fn boxes([left, top, right, _]: Box4, rows: f64) -> Vec<(Muscle, Side, Box4)> {
    let across = if rows > 1.0 { 2 } else { 4 };
    let wide = (right - left) / length(across);
    let place = |(index, (muscle, side)): (usize, (Muscle, Side))| {
        let (x, y) = (left + length(index % across) * wide, top + length(index / across) * BOX);
        (muscle, side, [x, y, x + wide - 8.0, y + BOX - 6.0])
    };
    ELSEWHERE.into_iter().enumerate().map(place).collect()
}
