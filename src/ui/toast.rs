//! The message of the window: what was done, with undo, or what went wrong, until it is read.
//!
//! It stands at the top right, where it does not hide what one is about to press.

use super::action::{Action, Actions};
use super::theme::{self, colour, space};
use super::widgets::Push;
use egui::accesskit::{Live, Role};
use egui::{Align, Align2, Area, CornerRadius, Frame, Id, Label, Layout, Margin, Order, RichText, Stroke, TextStyle, Ui, vec2};
use egui_material_icons::icons::{ICON_CLOSE, ICON_UNDO};
use std::time::Duration;

/// How long a message about something done stays, in seconds.
const SHOWN_S: f64 = 8.0;

/// The one message of the window.
#[derive(Debug, Default)]
pub(super) struct Toast {
    message: Option<Message>,
}

#[derive(Debug)]
struct Message {
    words: String,
    kind: ToastKind,
    /// When it goes away, in egui's seconds; set when it is first painted.
    until: Option<f64>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ToastKind {
    Done { can_undo: bool },
    Trouble,
    Waiting,
}

impl Toast {
    /// Shows what was done, for `SHOWN_S` seconds.
    pub(super) fn done(&mut self, words: String, can_undo: bool) {
        self.message = Some(Message { words, kind: ToastKind::Done { can_undo }, until: None });
    }

    /// Shows what went wrong, until it is closed or another message comes.
    pub(super) fn trouble(&mut self, words: String) {
        self.message = Some(Message { words, kind: ToastKind::Trouble, until: None });
    }

    /// Shows that something is waited for, until another message comes or [`waited`](Self::waited) is called.
    pub(super) fn waits(&mut self, words: &str) {
        if self.message.as_ref().is_none_or(|message| message.words != words) {
            self.message = Some(Message { words: words.to_owned(), kind: ToastKind::Waiting, until: None });
        }
    }

    /// Takes the message away that something is waited for.
    pub(super) fn waited(&mut self) {
        self.message.take_if(|message| message.kind == ToastKind::Waiting);
    }

    /// Paints the message, `top` points below the upper edge of the window.
    pub(super) fn ui(&mut self, ui: &Ui, top: f32, actions: &mut Actions) {
        let now = ui.input(|input| input.time);
        let Some(message) = &mut self.message else { return };
        let mut close = false;
        if let ToastKind::Done { .. } = message.kind {
            let until = *message.until.get_or_insert(now + SHOWN_S);
            close = now >= until;
            ui.ctx().request_repaint_after(Duration::from_secs_f64((until - now).max(0.0)));
        }
        let Message { words, kind, .. } = message;
        // The top right is what the date line and the tabs of a wide window leave free; a narrow one has room below.
        let narrow = ui.ctx().content_rect().width() < 1100.0;
        let place = if narrow { (Align2::RIGHT_BOTTOM, vec2(-20.0, -12.0)) } else { (Align2::RIGHT_TOP, vec2(-20.0, top)) };
        let most = (ui.ctx().content_rect().width() - 720.0).clamp(200.0, 520.0);
        let c = theme::colours(ui);
        let (fill, ink, line) = match kind {
            ToastKind::Done { .. } | ToastKind::Waiting => (c.surface, c.text, c.outline),
            ToastKind::Trouble => (c.danger_soft, c.danger, c.danger),
        };
        Area::new(Id::unique("toast")).order(Order::Foreground).anchor(place.0, place.1).show(ui.ctx(), |ui| {
            let frame = Frame::new().fill(colour(fill)).stroke(Stroke::new(1.0, colour(line))).corner_radius(CornerRadius::same(10));
            let shadow = ui.visuals().popup_shadow;
            frame.shadow(shadow).inner_margin(Margin::symmetric(14, 5)).show(ui, |ui| {
                let font = TextStyle::Body.resolve(ui.style());
                let size = ui.fonts_mut(|fonts| fonts.layout(words.clone(), font, colour(ink), most).size());
                // As high as its lines: a row that grows while it is painted would reach beyond its frame.
                let row = vec2(ui.available_width(), size.y.max(28.0));
                ui.allocate_ui_with_layout(row, Layout::left_to_right(Align::Center), |ui| {
                    ui.scope(|ui| {
                        ui.set_max_width(size.x.max(40.0) + 2.0);
                        let label = ui.add(Label::new(RichText::new(words.as_str()).color(colour(ink))).wrap());
                        ui.ctx().accesskit_node_builder(label.id, |node| {
                            node.set_role(if *kind == ToastKind::Trouble { Role::Alert } else { Role::Status });
                            node.set_label(words.as_str());
                            node.set_live(Live::Polite);
                        });
                    });
                    ui.add_space(space::SMALL);
                    if *kind == (ToastKind::Done { can_undo: true }) && ui.add(Push::new("Undo").icon(ICON_UNDO).small()).clicked() {
                        actions.push(Action::Undo);
                    }
                    if ui.add(Push::icon_only(ICON_CLOSE, "Close this message").small()).clicked() {
                        close = true;
                    }
                });
            });
        });
        if close {
            self.message = None;
        }
    }
}
