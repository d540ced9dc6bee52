//! Something logged: words to press for changing it, and a cross for deleting it, or minus and plus where it is logged several times a day.

use super::button::focus_ring;
use crate::ui::theme::{self, colour, space};
use egui::accesskit::Role;
use egui::text::{LayoutJob, TextWrapping};
use egui::{Align2, CornerRadius, FontId, Id, Rect, Response, Sense, Stroke, StrokeKind, TextStyle, Ui, WidgetInfo, pos2, vec2};
use egui_material_icons::icons::{ICON_ADD, ICON_CLOSE};

/// How high an entry is, in points.
const HEIGHT: f32 = 28.0;

/// How wide the minus and the plus are each, and the number between them, in points.
const STEP: f32 = 26.0;
const NUMBER: f32 = 18.0;

/// Which part of an entry was pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryPressed {
    /// The text was pressed, to change the entry.
    Change,
    /// The cross was pressed, to delete the entry.
    Delete,
}

/// Which part of entries that are alike was pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CountedPressed {
    /// The text was pressed, to change one of them.
    Change,
    /// The minus was pressed, to delete one of them.
    Delete,
    /// The plus was pressed, to log another one.
    More,
}

/// Paints one thing that was logged, as a button with `words` and a button with a cross. Returns which was pressed in this frame, and
/// `None` if neither was. It deletes nothing by itself.
///
/// `words` that are too long for the line are cut. Screen readers do not hear them, but "Change" or "Delete" followed by `summary`.
pub fn entry_ui(ui: &mut Ui, words: &str, summary: &str) -> Option<EntryPressed> {
    const CROSS: f32 = 26.0;
    let c = theme::colours(ui);
    let most = ui.max_rect().width() - CROSS - 16.0;
    let mut job =
        LayoutJob::simple_singleline(words.to_owned(), FontId { size: 14.0, ..TextStyle::Body.resolve(ui.style()) }, colour(c.text));
    job.wrap = TextWrapping::truncate_at_width(most.max(40.0));
    let galley = ui.painter().layout_job(job);
    let size = vec2(10.0 + galley.size().x + 4.0 + CROSS, HEIGHT);
    let (rect, whole) = ui.allocate_exact_size(size, Sense::hover());
    let (words_rect, cross_rect) = rect.split_left_right_at_x(rect.right() - CROSS);
    let change = Part::new(ui, whole.id, "Change", summary, words_rect);
    let delete = Part::new(ui, whole.id, "Delete", summary, cross_rect);
    parts_ui(ui, rect, &[&change, &delete], |ui| {
        ui.painter().galley(pos2(rect.left() + 10.0, rect.center().y - galley.size().y / 2.0), galley, colour(c.text));
        let icons = theme::icons(15.0);
        ui.painter().text(cross_rect.center(), Align2::CENTER_CENTER, ICON_CLOSE.codepoint, icons, colour(c.weak));
    });
    pressed(&[(&change, EntryPressed::Change), (&delete, EntryPressed::Delete)])
}

/// Paints something that was logged `count` times, equal each time: a minus, the number and a plus, and a button with `words`. The minus
/// deletes one. Returns which was pressed in this frame, and `None` if none was. It changes nothing by itself.
///
/// Screen readers hear "Change", "Delete" or "One more:" followed by `summary`, and with the minus and the plus how many there are.
pub fn counted_entry_ui(ui: &mut Ui, words: &str, summary: &str, count: usize) -> Option<CountedPressed> {
    let c = theme::colours(ui);
    let font = FontId { size: 14.0, ..TextStyle::Body.resolve(ui.style()) };
    let galley = ui.painter().layout_no_wrap(words.to_owned(), font.clone(), colour(c.text));
    let steps = STEP * 2.0 + NUMBER;
    let (rect, whole) = ui.allocate_exact_size(vec2(steps + galley.size().x + 14.0, HEIGHT), Sense::hover());
    let (steps_rect, words_rect) = rect.split_left_right_at_x(rect.left() + steps);
    let (minus_rect, plus_rect) = (steps_rect.with_max_x(steps_rect.left() + STEP), steps_rect.with_min_x(steps_rect.right() - STEP));
    let delete = Part::new(ui, whole.id, "Delete", summary, minus_rect);
    let more = Part::new(ui, whole.id, "One more:", summary, plus_rect);
    let change = Part::new(ui, whole.id, "Change", summary, words_rect);
    for step in [&delete, &more] {
        let logged = format!("logged {}", crate::domain::counted(count, "time"));
        ui.ctx().accesskit_node_builder(step.response.id, |node| node.set_description(logged));
    }
    parts_ui(ui, rect, &[&delete, &more, &change], |ui| {
        let at = pos2(words_rect.left() + 4.0, rect.center().y - galley.size().y / 2.0);
        ui.painter().galley(at, galley, colour(c.text));
        ui.painter().text(steps_rect.center(), Align2::CENTER_CENTER, count, font, colour(c.text));
        let icons = theme::icons(15.0);
        let (minus, minus_font) = if count > 1 { ("\u{2212}", theme::bold(16.0)) } else { (ICON_CLOSE.codepoint, icons.clone()) };
        for (sign, font, area) in [(minus, minus_font, minus_rect), (ICON_ADD.codepoint, icons, plus_rect)] {
            ui.painter().text(area.center(), Align2::CENTER_CENTER, sign, font, colour(c.weak));
        }
    });
    pressed(&[(&change, CountedPressed::Change), (&delete, CountedPressed::Delete), (&more, CountedPressed::More)])
}

/// A part of an entry that can be pressed.
struct Part {
    response: Response,
    area: Rect,
}

impl Part {
    /// A button without a look of its own; screen readers hear `name` followed by `summary`.
    fn new(ui: &Ui, of: Id, name: &str, summary: &str, area: Rect) -> Self {
        let response = ui.interact(area, of.with(name), Sense::click());
        let name = format!("{name} {summary}");
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        Self { response, area }
    }
}

/// Paints the ground of an entry, the part under the pointer, the `content`, and the ring of the part that has the keyboard.
fn parts_ui(ui: &Ui, rect: Rect, parts: &[&Part], content: impl FnOnce(&Ui)) {
    if ui.is_rect_visible(rect) {
        let (c, radius) = (theme::colours(ui), CornerRadius::same(space::RADIUS));
        ui.painter().rect(rect, radius, colour(c.control), Stroke::new(1.0, colour(c.border)), StrokeKind::Inside);
        for Part { area, .. } in parts.iter().filter(|part| part.response.hovered()) {
            ui.painter().rect_filled(*area, radius, colour(c.control_hover));
        }
        content(ui);
    }
    for Part { response, area } in parts {
        focus_ring(ui, response, area.shrink(1.0));
    }
}

fn pressed<P: Copy>(parts: &[(&Part, P)]) -> Option<P> {
    parts.iter().find(|(part, _)| part.response.clicked()).map(|(_, pressed)| *pressed)
}
