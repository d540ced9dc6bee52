//! Amounts of a nutrient against the person's reference intake: a bar with its number.

use super::button::focus_ring;
use crate::ui::theme::{self, colour};
use egui::accesskit::Role;
use egui::{Align2, CornerRadius, Rect, Response, Sense, Stroke, TextStyle, Ui, WidgetInfo, pos2, vec2};

/// A share in whole per cent: "24 %" for 0.24, "0 %" for 0.004.
#[must_use]
pub fn per_cent(share: f64) -> String {
    format!("{} %", crate::domain::grouped(share * 100.0))
}

/// Paints a bar that is full at a share of 1. A greater share looks full too: the number beside it tells.
pub fn bar(ui: &Ui, rect: Rect, share: f64) {
    let c = theme::colours(ui);
    let radius = CornerRadius::same(3);
    ui.painter().rect_filled(rect, radius, colour(c.control_hover));
    #[expect(clippy::cast_possible_truncation, reason = "a share of a width on the screen")]
    let part = share.clamp(0.0, 1.0) as f32;
    if part > 0.0 {
        let filled = Rect::from_min_size(rect.min, vec2((rect.width() * part).max(2.0), rect.height()));
        ui.painter().rect_filled(filled, radius, colour(c.accent));
    }
}

/// Paints a line of a table of nutrients: a name, an amount with its unit, and a bar with its number for the share of the reference intake.
///
/// An amount of `None` is shown as "unknown" and has no bar, whatever the share. A share of `None` has no bar; 1 is all of the reference.
/// The line cannot be pressed. A screen reader says "Magnesium: 80 mg, 24 % of the reference".
pub fn amount_row_ui(ui: &mut Ui, name: &str, amount: Option<&str>, share: Option<f64>) -> Response {
    const HEIGHT: f32 = 25.0;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
    let share = share.filter(|_| amount.is_some());
    response.widget_info(|| {
        let amount = amount.unwrap_or("unknown");
        let said = share.map_or_else(String::new, |share| format!(", {} of the reference", per_cent(share)));
        WidgetInfo::labeled(Role::Label, true, format!("{name}: {amount}{said}"))
    });
    if ui.is_rect_visible(rect) {
        let c = theme::colours(ui);
        let font = TextStyle::Body.resolve(ui.style());
        let text = |at, anchor, words: &str, ink| ui.painter().text(at, anchor, words, font.clone(), colour(ink));
        let middle = rect.center().y;
        let amount_end = rect.left() + (rect.width() * 0.44).clamp(176.0, 230.0);
        text(rect.left_center(), Align2::LEFT_CENTER, name, c.text);
        let (words, ink) = amount.map_or(("unknown", c.weak), |amount| (amount, c.text));
        text(pos2(amount_end, middle), Align2::RIGHT_CENTER, words, ink);
        if let Some(share) = share {
            let from = amount_end + 14.0;
            let to = (rect.right() - 64.0).min(from + 260.0);
            bar(ui, Rect::from_min_max(pos2(from, middle - 4.0), pos2(to, middle + 4.0)), share);
            text(pos2(to + 62.0, middle), Align2::RIGHT_CENTER, &per_cent(share), c.text);
        }
    }
    response
}

/// What a line of the table of intake shows: how much of a nutrient the person gets in a day.
#[derive(Debug, Clone, Copy, Default)]
pub struct IntakeRow<'a> {
    /// The name of the nutrient.
    pub name: &'a str,
    /// The mean a day, with its unit; `None` if it is unknown.
    pub amount: Option<&'a str>,
    /// The share of the reference intake that food gives, then the share that supplements give: 1 is all of it. `None` if there is no
    /// reference, or if what food gives is unknown.
    pub shares: Option<(f64, f64)>,
    /// The average requirement divided by the reference intake; `None` if none is known.
    pub requirement: Option<f64>,
    /// How short it is: "probably short". `None` if it is not known to be short.
    pub short: Option<&'a str>,
}

/// Paints a line of the table of intake: a name, an amount, a bar with a mark at the average requirement, and below it how short the
/// nutrient is. The part of supplements is paler. `None` as an amount is shown as a dash, and there is no bar without shares.
///
/// It is a button; the screen shows the details of the nutrient when it is pressed. A screen reader says "Magnesium: 280 mg, 70 % of the
/// reference, perhaps short", with the share of food alone.
pub fn intake_row_ui(ui: &mut Ui, row: &IntakeRow<'_>) -> Response {
    const HEIGHT: f32 = 26.0;
    const BELOW: f32 = 14.0;
    let IntakeRow { name, amount, shares, requirement, short } = *row;
    let height = if short.is_some() { HEIGHT + BELOW } else { HEIGHT };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
    response.widget_info(|| {
        let said = shares.map_or_else(String::new, |(food, _)| format!(", {} of the reference", per_cent(food)));
        let short = short.map_or_else(String::new, |short| format!(", {short}"));
        WidgetInfo::labeled(Role::Button, true, format!("{name}: {}{said}{short}", amount.unwrap_or("not yet known")))
    });
    if ui.is_rect_visible(rect) {
        let c = theme::colours(ui);
        if response.hovered() {
            ui.painter().rect_filled(rect.expand2(vec2(6.0, 0.0)), CornerRadius::same(4), colour(c.control_hover));
        }
        let font = TextStyle::Body.resolve(ui.style());
        let text = |at, anchor, words: &str, ink| ui.painter().text(at, anchor, words, font.clone(), colour(ink));
        let middle = rect.top() + HEIGHT / 2.0;
        let amount_end = rect.left() + (rect.width() * 0.48).clamp(170.0, 230.0);
        text(pos2(rect.left(), middle), Align2::LEFT_CENTER, name, c.text);
        text(pos2(amount_end, middle), Align2::RIGHT_CENTER, amount.unwrap_or("–"), if shares.is_some() { c.text } else { c.weak });
        if let Some((food, supplements)) = shares {
            let area = Rect::from_min_max(pos2(amount_end + 14.0, middle - 4.0), pos2(rect.right() - 52.0, middle + 4.0));
            bar(ui, area, food);
            supplement_part(ui, area, food, supplements);
            if let Some(requirement) = requirement {
                requirement_mark(ui, area, requirement);
            }
            text(pos2(rect.right(), middle), Align2::RIGHT_CENTER, &per_cent(food), c.text);
        }
        if let Some(short) = short {
            let small = TextStyle::Small.resolve(ui.style());
            // From the right, where longer words have the room of the name and amount.
            ui.painter().text(pos2(rect.right(), rect.bottom() - 4.0), Align2::RIGHT_BOTTOM, short, small, colour(c.weak));
        }
    }
    focus_ring(ui, &response, rect);
    response
}

/// Paints a mark across a bar at the average requirement.
fn requirement_mark(ui: &Ui, area: Rect, requirement: f64) {
    #[expect(clippy::cast_possible_truncation, reason = "a share of a width on the screen")]
    let x = area.left() + area.width() * requirement.clamp(0.0, 1.0) as f32;
    ui.painter().vline(x, area.expand2(vec2(0.0, 3.0)).y_range(), Stroke::new(1.5, colour(theme::colours(ui).text)));
}

/// Paints the share of supplements as a pale continuation of a bar.
fn supplement_part(ui: &Ui, area: Rect, food: f64, supplements: f64) {
    #[expect(clippy::cast_possible_truncation, reason = "a share of a width on the screen")]
    let at = |share: f64| area.left() + area.width() * share.clamp(0.0, 1.0) as f32;
    let part = Rect::from_min_max(pos2(at(food), area.top()), pos2(at(food + supplements), area.bottom()));
    if part.width() >= 1.0 {
        ui.painter().rect_filled(part, CornerRadius::same(3), colour(theme::colours(ui).outline));
    }
}
