//! A stretch while it is done: the number, its words, and the buttons.

use super::StretchSession;
use crate::charts::Rgb;
use crate::domain::{Side, capitalised};
use crate::guide::{Phase, StretchGuide, TimerStep, figures};
use crate::ui::theme::{self, colour, space};
use crate::ui::widgets::{Push, card_ui, figure_ui, heading_ui, weak_label};
use egui::accesskit::Live;
use egui::{Align, CornerRadius, Frame, Layout, Margin, Rect, RichText, Stroke, Ui, pos2, vec2};
use egui_material_icons::icons::{ICON_PAUSE, ICON_PLAY_ARROW, ICON_SKIP_NEXT, ICON_STOP};

impl StretchSession {
    /// Paints a running session; `begins` in its first frame.
    pub(super) fn running_ui(&mut self, ui: &mut Ui, begins: bool) {
        let Some(step) = self.timer.step().copied() else { return };
        let scenes = figures(&self.stretch.name);
        let scene = usize::try_from(step.set - 1).ok().and_then(|set| scenes.get(set)).or_else(|| scenes.first());
        ui.set_max_width(ui.available_width() - 12.0);
        let wide = ui.available_width() > 760.0;
        if !wide {
            heading_ui(ui, &self.stretch.label);
        }
        let height = (ui.available_height() - 92.0).max(250.0);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::LARGE;
            if wide && let Some(scene) = scene {
                let width = (ui.available_width() * 0.38).min(height);
                ui.allocate_ui_with_layout(vec2(width, height), Layout::top_down(Align::Min), |ui| {
                    ui.set_width(width);
                    card_ui(ui, |ui| {
                        ui.set_min_height(height - 34.0);
                        heading_ui(ui, &self.stretch.label);
                        let drawing = ui.available_width().min(height - 90.0);
                        ui.add_space(((height - 34.0 - 30.0 - drawing) / 2.0).max(0.0));
                        figure_ui(ui, std::slice::from_ref(scene), &self.stretch.label, drawing);
                    });
                });
            }
            self.number_ui(ui, &step, height);
        });
        ui.add_space(space::MEDIUM);
        self.buttons_ui(ui, begins);
    }

    /// Paints the seconds left, with the text around them. While a stretch is held the ground has another colour, which is seen from the
    /// corner of the eye.
    fn number_ui(&self, ui: &mut Ui, step: &TimerStep, height: f32) {
        let c = theme::colours(ui);
        let holding = step.phase == Phase::Hold && !self.timer.is_paused();
        let (fill, ink, weak) = if holding { (c.accent, c.on_accent, c.on_accent) } else { (c.surface, c.text, c.weak) };
        let frame = Frame::new()
            .fill(colour(fill))
            .stroke(Stroke::new(1.0, colour(if holding { c.accent } else { c.border })))
            .corner_radius(CornerRadius::same(space::CARD_RADIUS))
            .inner_margin(Margin::same(16));
        frame.show(ui, |ui| {
            let inner = height - 34.0;
            ui.set_min_size(vec2(ui.available_width(), inner));
            let digits = (inner * 0.52).min(ui.available_width() * 0.42).clamp(110.0, 340.0);
            let line = (inner * 0.062).clamp(20.0, 34.0);
            let used = digits * 1.2 + line * 6.6 + 30.0;
            ui.with_layout(Layout::top_down(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.y = 4.0;
                ui.add_space(((inner - used) / 2.0).max(0.0));
                let phase = ui.label(RichText::new(self.phase_words(step)).font(theme::bold(line * 1.5)).color(colour(ink)));
                ui.ctx().accesskit_node_builder(phase.id, |node| node.set_live(Live::Polite));
                let seconds = self.timer.seconds_left();
                let shown = if seconds >= 100 { format!("{}:{:02}", seconds / 60, seconds % 60) } else { seconds.to_string() };
                ui.label(RichText::new(shown).font(theme::bold(digits)).color(colour(ink)).line_height(Some(digits * 1.1)));
                ui.label(RichText::new(self.progress_words(step)).font(theme::bold(line)).color(colour(ink)));
                ui.label(RichText::new(self.next_words()).size(line).color(colour(weak)));
                ui.add_space(space::MEDIUM);
                bar_ui(ui, self.timer.share_done(), ink, if holding { c.accent_hover } else { c.limb });
            });
        });
    }

    fn buttons_ui(&mut self, ui: &mut Ui, begins: bool) {
        ui.horizontal_wrapped(|ui| {
            let (words, icon) = if self.timer.is_paused() { ("Go on", ICON_PLAY_ARROW) } else { ("Pause", ICON_PAUSE) };
            let pause = ui.add(Push::new(words).icon(icon).primary().size(150.0, 52.0).text_size(18.0)).on_hover_text("Key: Space");
            if begins {
                pause.request_focus();
            }
            self.pause = Some(pause.id);
            if pause.clicked() {
                self.timer.set_paused(!self.timer.is_paused());
                ui.ctx().request_repaint();
            }
            if ui.add(Push::new("Skip").icon(ICON_SKIP_NEXT).size(120.0, 52.0).text_size(18.0)).on_hover_text("Key: Right").clicked() {
                self.timer.skip();
                ui.ctx().request_repaint();
            }
            if ui.add(Push::new("End").icon(ICON_STOP).size(120.0, 52.0).text_size(18.0)).on_hover_text("Key: Escape").clicked() {
                self.end(ui);
            }
            ui.add_space(space::MEDIUM);
            weak_label(ui, "Space pauses, Right skips, Esc ends.");
        });
    }

    fn phase_words(&self, step: &TimerStep) -> &'static str {
        match step.phase {
            _ if self.timer.is_paused() => "Paused",
            Phase::GetReady => "Get ready",
            // One does not hold a walk or a circle.
            Phase::Hold if self.stretch.holds == 1 || self.stretch.hold_seconds == 0 => "Keep going",
            Phase::Hold => "Hold",
            Phase::Rest => "Rest",
            Phase::ChangeSides => "Change sides",
        }
    }

    /// "Hold 2 of 3, left leg, set 1 of 2".
    fn progress_words(&self, step: &TimerStep) -> String {
        let stretch = self.stretch;
        let hold = (stretch.holds > 1 && stretch.hold_seconds > 0).then(|| format!("hold {} of {}", step.hold, stretch.holds));
        let side = step.side.map(|side| side_words(side, stretch));
        let set = (stretch.sets > 1).then(|| format!("set {} of {}", step.set, stretch.sets));
        capitalised(&[hold, side, set].into_iter().flatten().collect::<Vec<_>>().join(", "))
    }

    fn next_words(&self) -> String {
        let Some(next) = self.timer.next() else { return "Next: done".to_owned() };
        let what = match next.phase {
            Phase::GetReady if figures(&self.stretch.name).len() > 1 => "the second stretch".to_owned(),
            Phase::GetReady => format!("get ready for set {}", next.set),
            Phase::Hold if self.stretch.hold_seconds == 0 => capitalised(&format!("{} s", next.seconds)),
            Phase::Hold => format!("hold {} s", next.seconds),
            Phase::Rest => format!("rest {} s", next.seconds),
            Phase::ChangeSides => {
                next.side.map_or_else(|| "change sides".to_owned(), |side| format!("change to the {}", side_words(side, self.stretch)))
            }
        };
        format!("Next: {what}")
    }
}

fn side_words(side: Side, stretch: &StretchGuide) -> String {
    format!("{} {}", side.key(), stretch.limb())
}

/// A bar for the share of the holding that is done.
fn bar_ui(ui: &mut Ui, share: f64, ink: Rgb, ground: Rgb) {
    let (rect, _) = ui.allocate_exact_size(vec2((ui.available_width() * 0.7).min(480.0), 8.0), egui::Sense::hover());
    #[expect(clippy::cast_possible_truncation, reason = "a share")]
    let done = rect.left() + rect.width() * share as f32;
    ui.painter().rect_filled(rect, 4.0, colour(ground));
    ui.painter().rect_filled(Rect::from_min_max(rect.min, pos2(done, rect.bottom())), 4.0, colour(ink));
}
