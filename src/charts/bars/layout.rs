//! Where bars and their labels stand, for drawing and for pointing alike.

use super::{BarsSpec, Stack};
use crate::charts::frame::Frame;
use crate::charts::round_step::round_step;
use crate::charts::ruler::{LINE, length, width};
use crate::charts::spot::Box4;

/// Room for the numbers of the value axis, and above the highest bar for its own.
const LEFT: f64 = 34.0;
const ABOVE: f64 = 20.0;
/// However much room there is, bars stay slim.
const WIDEST_BAR: f64 = 54.0;

/// Where the parts of a bar chart stand in a picture of a given size.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct BarsLayout {
    pub(super) frame: Frame,
    /// The plot: between the axis of values and the right end, from the top of the columns to their foot.
    pub(super) plot: Box4,
    /// How high a bar of the value 1 is.
    unit: f64,
    /// Round values with their labels, from 0 on.
    pub(super) values: Vec<(f64, String)>,
    /// For labels and what stands under them: which wording, and every how many bars.
    pub(super) label: Option<(usize, usize)>,
    pub(super) under: Option<(usize, usize)>,
    /// Whether each bar's number fits above it.
    pub(super) says: bool,
    bars: usize,
}

impl BarsLayout {
    pub(super) fn new(spec: &BarsSpec, size: (f64, f64)) -> Self {
        let frame = Frame::new(&spec.around, size);
        let [left, top, right, bottom] = frame.inner;
        let left = (left + LEFT).min(right);
        let room = (right - left) / length(spec.bars.len().max(1));
        let label = wording(&spec.bars, room - 4.0, |stack| &stack.label);
        let under = wording(&spec.bars, room - 4.0, |stack| &stack.under);
        let lines = length(usize::from(label.is_some()) + usize::from(under.is_some()));
        let foot = (bottom - lines * LINE - 5.0).max(top);
        let most = spec.bars.iter().map(Stack::height).fold(0.0, f64::max);
        let high = (foot - top - ABOVE).max(0.0);
        let counts = spec.bars.iter().all(|stack| stack.height().fract() == 0.0);
        let (values, most) = value_axis(most, high, counts);
        Self {
            plot: [left, top, right, foot],
            unit: high / most,
            values,
            label,
            under,
            says: spec.bars.iter().all(|stack| width(&stack.says) <= room - 3.0),
            bars: spec.bars.len(),
            frame,
        }
    }

    /// The whole column of a bar.
    pub(super) fn column(&self, bar: usize) -> Box4 {
        let [left, top, right, foot] = self.plot;
        let edge = |bar: usize| left + (right - left) * length(bar) / length(self.bars.max(1));
        [edge(bar), top, edge(bar + 1), foot]
    }

    /// Left and right end of a bar itself.
    pub(super) fn across(&self, bar: usize) -> (f64, f64) {
        let [left, _, right, _] = self.column(bar);
        let gap = ((right - left) * 0.14).max((right - left - WIDEST_BAR) / 2.0);
        (left + gap, right - gap)
    }

    /// How high up a value is.
    pub(super) fn height(&self, value: f64) -> f64 {
        self.plot[3] - self.unit * value
    }
}

/// The longest wording that fits all bars; where none does, the shortest at every second or third bar.
fn wording(bars: &[Stack], room: f64, of: impl Fn(&Stack) -> &Vec<String>) -> Option<(usize, usize)> {
    let wordings = bars.iter().map(|stack| of(stack).len()).max().filter(|wordings| *wordings > 0)?;
    let widest = |wording: usize| bars.iter().filter_map(|stack| of(stack).get(wording)).map(|words| width(words)).fold(0.0, f64::max);
    let fits = |every: usize, wording: usize| widest(wording) <= room * length(every);
    let all = (0..wordings).find(|wording| fits(1, *wording)).map(|wording| (wording, 1));
    all.or_else(|| [2, 3, 4, 6].into_iter().find(|every| fits(*every, wordings - 1)).map(|every| (wordings - 1, every)))
}

/// Round labels from 0 on, of which as many as there is room for, and the top of the axis.
fn value_axis(most: f64, high: f64, counts: bool) -> (Vec<(f64, String)>, f64) {
    let most = if most > 0.0 { most } else { 1.0 };
    let labels = (high / (LINE * 2.0)).clamp(1.0, 4.0);
    // Counts have no halves; rates have.
    let step = round_step(most / labels, counts);
    let values = (0..=12_u8).map(|count| f64::from(count) * step).take_while(|value| *value <= most * 1.001);
    (values.map(|value| (value, super::kinds::plain(value))).collect(), most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn value_labels_are_round_and_have_room() {
        for (most, high, counts, labels) in [
            (1.0, 200.0, false, &["0", "0.5", "1"][..]),
            (1.0, 200.0, true, &["0", "1"]),
            (3.0, 200.0, true, &["0", "1", "2", "3"]),
            (7.0, 200.0, true, &["0", "2", "4", "6"]),
            (140.0, 200.0, true, &["0", "50", "100"]),
            (140.0, 20.0, true, &["0"]),
            (0.0, 200.0, true, &["0", "1"]),
        ] {
            let (values, _) = value_axis(most, high, counts);
            assert_eq!(values.iter().map(|(_, label)| label.as_str()).collect::<Vec<_>>(), labels, "{most} in {high}");
        }
    }
}
