//! A chart that was drawn: kept until figures, size or look change, and only painted in other frames.

use crate::charts::{ChartSpec, Look};
use crate::ui::plot_backend::{ChartShape, paint, record_chart};
use crate::ui::theme;
use egui::{Rect, Ui};

/// What a drawn chart depends on.
#[derive(Debug, Clone, Copy, PartialEq)]
struct DrawnFor {
    version: u64,
    size: (u32, u32),
    pixels_per_point: f32,
    look: Look,
}

/// A chart as drawn.
#[derive(Debug, Default)]
pub(super) struct DrawnChart {
    drawn_for: Option<DrawnFor>,
    drawn: Vec<ChartShape>,
}

impl DrawnChart {
    /// Paints the chart into the rectangle, drawn again if something changed. Returns its size in pixels if it was drawn again.
    pub(super) fn ui(&mut self, ui: &Ui, chart: &ChartSpec, version: u64, rect: Rect) -> Option<(u32, u32)> {
        let pixels_per_point = ui.ctx().pixels_per_point();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a size on the screen")]
        let pixels = |points: f32| (points * pixels_per_point).round() as u32;
        let size = (pixels(rect.width()), pixels(rect.height()));
        let drawn_for = DrawnFor { version, size, pixels_per_point, look: theme::look(ui) };
        let is_new = self.drawn_for != Some(drawn_for);
        if is_new {
            self.drawn = record_chart(ui.painter(), chart, &theme::palette(ui), size);
            self.drawn_for = Some(drawn_for);
        }
        paint(ui.painter(), &self.drawn, rect.min);
        is_new.then_some(size)
    }
}
