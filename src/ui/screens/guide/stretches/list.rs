//! All stretches as cards: the routine that was tested, the others, and what eases a cramp.

use crate::guide::{ROUTINE_TRIAL, StretchGuide, evidence_of, figures, relief, stretches};
use crate::ui::action::{Action, Actions, Route};
use crate::ui::theme::{self, colour, space};
use crate::ui::widgets::{Push, card_ui, figure_ui, focus_ring, heading_ui, paint_figures, weak_label};
use egui::accesskit::Role;
use egui::text::{LayoutJob, TextFormat};
use egui::{CornerRadius, FontId, Rect, Response, ScrollArea, Sense, Stroke, StrokeKind, TextStyle, Ui, WidgetInfo, pos2, vec2};
use egui_material_icons::icons::{ICON_HEALING, ICON_PLAY_ARROW};

/// What was pressed.
#[derive(Debug, Clone, Copy)]
pub(super) enum ListPressed {
    /// A card.
    Open(&'static StretchGuide),
    /// The timer of the routine.
    Start(&'static StretchGuide),
}

const TILE_HEIGHT: f32 = 148.0;
const TILE_WIDTH: f32 = 330.0;

/// Paints the cards, and returns the one that was pressed.
pub(super) fn list_ui(ui: &mut Ui, actions: &mut Actions) -> Option<ListPressed> {
    let [routine, others @ ..] = stretches() else { return None };
    let mut pressed = None;
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        ui.set_max_width(ui.available_width() - 12.0);
        routine_ui(ui, routine, &mut pressed);
        ui.add_space(space::LARGE);
        heading_ui(ui, "Others");
        tiles_ui(ui, others, &mut pressed);
        ui.add_space(space::LARGE);
        ui.horizontal(|ui| {
            heading_ui(ui, "While it cramps, and right after");
            if ui.add(Push::new("Large, with a stopwatch").icon(ICON_HEALING).small()).clicked() {
                actions.push(Action::Go(Route::Relief));
            }
        });
        tiles_ui(ui, relief(), &mut pressed);
        ui.add_space(space::LARGE);
    });
    pressed
}

/// The stretches that were tested at bedtime, ready to start.
fn routine_ui(ui: &mut Ui, routine: &'static StretchGuide, pressed: &mut Option<ListPressed>) {
    card_ui(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            figure_ui(ui, figures(&routine.name), &routine.label, 170.0);
            ui.add_space(space::LARGE);
            ui.vertical(|ui| {
                ui.set_max_width(ui.available_width().min(560.0));
                heading_ui(ui, &routine.label);
                ui.label(dose_words(routine));
                if let Some(found) = evidence_of(ROUTINE_TRIAL) {
                    weak_label(ui, &found.statement);
                }
                weak_label(ui, format!("{}.", routine.grade.words()));
                ui.add_space(space::SMALL);
                ui.horizontal(|ui| {
                    if ui
                        .add(Push::new("Start").name("Start the bedtime routine").icon(ICON_PLAY_ARROW).primary().size(130.0, 44.0))
                        .clicked()
                    {
                        *pressed = Some(ListPressed::Start(routine));
                    }
                    if ui.add(Push::new("Step by step").size(0.0, 44.0)).clicked() {
                        *pressed = Some(ListPressed::Open(routine));
                    }
                });
            });
        });
    });
}

fn tiles_ui(ui: &mut Ui, tiles: &'static [StretchGuide], pressed: &mut Option<ListPressed>) {
    let (room, gap) = (ui.available_width(), space::MEDIUM);
    let mut columns = 1;
    let mut width = room;
    while (width - gap) / 2.0 >= TILE_WIDTH || columns > 1 && (room + gap) / f32::from(columns + 1_u8) - gap >= TILE_WIDTH {
        columns += 1;
        width = (room + gap) / f32::from(columns) - gap;
    }
    ui.spacing_mut().item_spacing = vec2(gap, gap);
    for row in tiles.chunks(usize::from(columns)) {
        ui.horizontal(|ui| {
            for stretch in row {
                if tile_ui(ui, stretch, width).clicked() {
                    *pressed = Some(ListPressed::Open(stretch));
                }
            }
        });
    }
}

/// A card with figure, name, dose, grade and what to mind; all of it is one button.
fn tile_ui(ui: &mut Ui, stretch: &StretchGuide, width: f32) -> Response {
    let c = theme::colours(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(width, TILE_HEIGHT), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &stretch.label));
    if ui.is_rect_visible(rect) {
        let radius = CornerRadius::same(space::CARD_RADIUS);
        let line = if response.hovered() { Stroke::new(2.0, colour(c.accent)) } else { Stroke::new(1.0, colour(c.border)) };
        ui.painter().rect(rect, radius, colour(c.surface), line, StrokeKind::Inside);
        let side = TILE_HEIGHT - 24.0;
        paint_figures(ui, Rect::from_min_size(rect.min + vec2(10.0, 12.0), vec2(side, side)), figures(&stretch.name));
        let at = pos2(rect.left() + side + 22.0, rect.top() + 12.0);
        let galley = ui.painter().layout_job(tile_words(ui, stretch, rect.right() - 12.0 - at.x));
        ui.painter().galley(at, galley, colour(c.text));
    }
    if response.hovered() {
        ui.ctx().set_cursor_icon(egui::CursorIcon::PointingHand);
    }
    focus_ring(ui, &response, rect.shrink(1.0));
    response
}

fn tile_words(ui: &Ui, stretch: &StretchGuide, width: f32) -> LayoutJob {
    let c = theme::colours(ui);
    let small = TextStyle::Small.resolve(ui.style());
    let body = FontId { size: 14.0, ..TextStyle::Body.resolve(ui.style()) };
    let mut job = LayoutJob::default();
    let mut line = |words: &str, font: &FontId, ink| {
        job.append(words, 0.0, TextFormat { line_height: Some(font.size * 1.32), ..TextFormat::simple(font.clone(), colour(ink)) });
    };
    line(&stretch.label, &theme::bold(15.0), c.text);
    line("\n", &FontId { size: 4.0, ..body.clone() }, c.text);
    line(&stretch.holds_words(), &body, c.text);
    line(&format!("\n{}", stretch.grade.words()), &small, c.weak);
    if !stretch.caution.is_empty() {
        line(&format!("\n{}", stretch.caution), &small, c.weak);
    }
    job.wrap.max_width = width;
    job.wrap.max_rows = 8;
    job
}

/// "3 holds of 10 s, each leg. 2 min in all, at bedtime."
pub(super) fn dose_words(stretch: &StretchGuide) -> String {
    let bedtime = if stretch.time == crate::domain::StretchTime::Bedtime { ", at bedtime" } else { "" };
    if stretch.holds == 1 {
        return format!("{}{bedtime}.", crate::domain::capitalised(&stretch.holds_words()));
    }
    format!("{}. {} in all{bedtime}.", stretch.holds_words(), stretch.dose.label())
}
