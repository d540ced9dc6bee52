//! Pointing at a chart: by pointer or by keyboard, whichever acted last, and the card beside what is pointed at.

use crate::ui::theme::space;
use egui::{Area, Event, Frame, Id, Order, Popup, Pos2, Rect, Response, Ui, Vec2, pos2};

/// How wide a card is at most, in points.
const CARD_WIDTH: f32 = 340.0;

/// Whether pointer or keyboard acted last.
#[derive(Debug, Default)]
pub(super) struct Pointing {
    by_keys: bool,
}

impl Pointing {
    /// Where the pointer points. `None` if it only rests there while keys are pressed.
    pub(super) fn pointer(&mut self, ui: &Ui, response: &Response) -> Option<Pos2> {
        let (moved, typed) = ui.input(|input| {
            let moved = input.pointer.delta() != Vec2::ZERO || input.pointer.any_pressed();
            (moved, input.events.iter().any(|event| matches!(event, Event::Key { pressed: true, .. })))
        });
        let by_keys = response.gained_focus() || (response.has_focus() && typed);
        self.by_keys = response.has_focus() && (by_keys || (self.by_keys && !moved));
        response.hover_pos().filter(|_| !self.by_keys)
    }
}

/// Paints a card beside the rectangle `place`, wholly inside the window: to its right, or to its left where there is no room.
pub(super) fn beside_ui(ui: &Ui, response: &Response, place: Rect, content: impl FnOnce(&mut Ui)) {
    // An open form must not be hidden by a card.
    if Popup::is_any_open(ui.ctx()) {
        return;
    }
    let id: Id = response.id.with("card");
    let window = ui.ctx().content_rect().shrink(space::SMALL);
    // The size of the last frame; in the first one the card is only measured.
    let size = ui.ctx().memory(|memory| memory.area_rect(id)).map_or(Vec2::ZERO, |rect| rect.size());
    let right = place.right() + space::LARGE;
    let (left, chart) = (place.left() - space::LARGE - size.x, response.rect);
    // Over the chart rather than over what stands beside it.
    let goes_right = right + size.x <= chart.right() || (left < chart.left() && right + size.x <= window.right());
    let left = if goes_right { right } else { left };
    // No further down than the chart, where the card is not higher.
    let bottom = window.bottom().min(chart.bottom().max(window.top() + size.y));
    let top = place.top().min(bottom - size.y).max(window.top());
    let area = Area::new(id).order(Order::Tooltip).interactable(false).fixed_pos(pos2(left.max(window.left()), top));
    area.constrain_to(window).show(ui.ctx(), |ui| {
        Frame::popup(ui.style()).show(ui, |ui| {
            ui.set_max_width(CARD_WIDTH);
            content(ui);
        });
    });
}
