//! Which program this is, and the licences of what is in it.

use super::parts::quiet_ui;
use crate::ui::theme::{self, colour};
use crate::ui::widgets::{Push, card_ui, heading_ui};
use egui::{Label, RichText, ScrollArea, TextStyle, Ui};
use egui_material_icons::icons::{ICON_EXPAND_LESS, ICON_EXPAND_MORE};

/// Made by `just notices`. As a part of the program it takes memory only while it is read.
const NOTICES: &str = include_str!("../../../../assets/notices/notices.txt");

/// How high the notices are, in points.
const HEIGHT: f32 = 420.0;

/// The card about the program.
#[derive(Debug, Default)]
pub(super) struct AboutCard {
    /// The lines of the notices while they are unfolded.
    lines: Option<Vec<&'static str>>,
}

impl AboutCard {
    pub(super) fn ui(&mut self, ui: &mut Ui) {
        card_ui(ui, |ui| {
            heading_ui(ui, "About");
            ui.label(concat!("Cramp Diary ", env!("CARGO_PKG_VERSION")));
            quiet_ui(ui, "Under the MIT licence or the Apache licence 2.0, as you like. No warranty.");
            let icon = if self.lines.is_some() { ICON_EXPAND_LESS } else { ICON_EXPAND_MORE };
            if ui.add(Push::new("Licences of what is in it").icon(icon).quiet()).clicked() {
                self.lines = if self.lines.is_some() { None } else { Some(NOTICES.lines().collect()) };
            }
            if let Some(lines) = &self.lines {
                notices_ui(ui, lines);
            }
        });
    }
}

/// The notices, of which only the lines on the screen are laid out: there are thousands.
fn notices_ui(ui: &mut Ui, lines: &[&str]) {
    let height = ui.text_style_height(&TextStyle::Small);
    ui.spacing_mut().item_spacing.y = 1.0;
    ScrollArea::both().id_salt("notices").min_scrolled_height(HEIGHT).max_height(HEIGHT).auto_shrink([false, true]).show_rows(
        ui,
        height,
        lines.len(),
        |ui, rows| {
            for line in lines.get(rows).unwrap_or_default() {
                let words = RichText::new(*line).small().color(colour(theme::colours(ui).text));
                ui.add(Label::new(words).extend());
            }
        },
    );
}
