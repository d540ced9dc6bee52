//! Areas of the screen: a part of the room, and two columns where there is room for them.

use crate::ui::theme::space;
use egui::{Align, Layout, Rect, Ui, UiBuilder};

/// From this width on, 700 points, two columns stand beside each other.
pub const WIDE: f32 = 700.0;

/// Which of two columns is painted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Half {
    /// The left one; in a narrow window the upper one.
    First,
    /// The right one; in a narrow window the lower one.
    Second,
}

/// Lets `content` paint into a part of the room, from top to bottom. The rest of the layout does not move.
pub fn part_ui(ui: &mut Ui, rect: Rect, content: impl FnOnce(&mut Ui)) {
    ui.scope_builder(UiBuilder::new().max_rect(rect).layout(Layout::top_down(Align::Min)), content);
}

/// Calls `content` twice, to paint the [`Half::First`] and the [`Half::Second`] of two columns of equal width. They stand beside each
/// other, or below each other where there are fewer than [`WIDE`] points.
pub fn columns_ui(ui: &mut Ui, mut content: impl FnMut(&mut Ui, Half)) {
    if ui.available_width() < WIDE {
        content(ui, Half::First);
        ui.add_space(space::SMALL);
        content(ui, Half::Second);
    } else {
        wide_columns_ui(ui, content);
    }
}

/// Calls `content` twice, to paint the [`Half::First`] and the [`Half::Second`] of two columns of equal width beside each other, however
/// little room there is.
pub fn wide_columns_ui(ui: &mut Ui, mut content: impl FnMut(&mut Ui, Half)) {
    ui.spacing_mut().item_spacing.x = space::LARGE;
    ui.columns(2, |columns| {
        for (column, which) in columns.iter_mut().zip([Half::First, Half::Second]) {
            column.spacing_mut().item_spacing.x = space::SMALL + 2.0;
            column.vertical(|ui| content(ui, which));
        }
    });
}
