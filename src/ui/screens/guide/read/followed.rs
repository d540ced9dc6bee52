//! What the parts of a page tell the tab: which link was pressed, and where an item was painted.

use crate::ui::widgets::pressed_by_keyboard;
use egui::{Rect, Response, Ui};

/// A link that was pressed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Followed {
    /// The id of the topic that it leads to.
    pub(super) topic: &'static str,
    /// The block of the page and the item in it to show; `None` for the beginning of the page.
    pub(super) place: Option<(usize, usize)>,
    pub(super) by_keyboard: bool,
}

impl Followed {
    /// The link to the beginning of a topic that was pressed in this frame.
    pub(super) fn by(ui: &Ui, response: &Response, topic: &'static str) -> Self {
        Self { topic, place: None, by_keyboard: pressed_by_keyboard(ui, response) }
    }
}

/// Finds out where the item of a block was painted that was asked for.
#[derive(Debug)]
pub(super) struct Mark {
    wanted: Option<usize>,
    at: Option<Rect>,
}

impl Mark {
    /// Looks for the item with this index in its block; for `None` looks for no item.
    pub(super) fn new(wanted: Option<usize>) -> Self {
        Self { wanted, at: None }
    }

    /// Where the wanted item was painted. `None` if it was not painted yet, or none is wanted.
    pub(super) fn at(&self) -> Option<Rect> {
        self.at
    }

    /// Takes in that an item was painted into a rectangle.
    pub(super) fn item(&mut self, place: usize, rect: Rect) {
        if self.wanted == Some(place) {
            self.at = Some(rect);
        }
    }

    /// Paints an item, and takes in where.
    pub(super) fn around<R>(&mut self, ui: &mut Ui, place: usize, content: impl FnOnce(&mut Ui) -> R) -> R {
        let shown = ui.scope(content);
        self.item(place, shown.response.rect);
        shown.inner
    }
}
