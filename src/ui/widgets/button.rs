//! The one button of the program: icon, words, and how much it asks for attention.

use crate::charts::Rgb;
use crate::ui::theme::{self, Colours, colour, space};
use egui::accesskit::Role;
use egui::response::Flags;
use egui::{
    Align, Align2, CornerRadius, FontId, Key, Rect, Response, Sense, Stroke, StrokeKind, TextStyle, Ui, Widget, WidgetInfo, pos2, vec2,
};
use egui_material_icons::MaterialIcon;

/// How much a button asks for attention.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Emphasis {
    /// The most: the next thing to do.
    Primary,
    /// As much as others.
    Normal,
    /// Less than others, without an edge.
    Quiet,
}

/// A button with a label or an icon, to be added with `ui.add`.
#[derive(Debug)]
pub struct Push<'a> {
    words: &'a str,
    name: Option<&'a str>,
    icon: Option<MaterialIcon>,
    emphasis: Emphasis,
    selected: Option<bool>,
    enabled: bool,
    height: f32,
    min_width: f32,
    align: Align,
    text_size: f32,
    padding: f32,
}

impl<'a> Push<'a> {
    /// A button with this label, which is its accessible name too.
    #[must_use]
    pub fn new(words: &'a str) -> Self {
        Self {
            words,
            name: None,
            icon: None,
            emphasis: Emphasis::Normal,
            selected: None,
            enabled: true,
            height: 32.0,
            min_width: 0.0,
            align: Align::Center,
            text_size: 15.0,
            padding: 12.0,
        }
    }

    /// A quiet button with only an icon; `name` is what a screen reader says.
    #[must_use]
    pub fn icon_only(icon: MaterialIcon, name: &'a str) -> Self {
        Self::new("").icon(icon).name(name).quiet()
    }

    /// An icon before the label.
    #[must_use]
    pub fn icon(mut self, icon: MaterialIcon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// What a screen reader says instead of the label.
    #[must_use]
    pub fn name(mut self, name: &'a str) -> Self {
        self.name = Some(name);
        self
    }

    /// Makes it the most prominent button, for the next thing to do.
    #[must_use]
    pub fn primary(mut self) -> Self {
        self.emphasis = Emphasis::Primary;
        self
    }

    /// Makes it a button without an edge, for what is needed rarely.
    #[must_use]
    pub fn quiet(mut self) -> Self {
        self.emphasis = Emphasis::Quiet;
        self
    }

    /// Makes it one of several buttons to choose from, chosen or not.
    #[must_use]
    pub fn selected(mut self, selected: bool) -> Self {
        self.selected = Some(selected);
        self
    }

    /// Sets whether it can be pressed.
    #[must_use]
    pub fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = enabled;
        self
    }

    /// A fixed height and a least width, in points.
    #[must_use]
    pub fn size(mut self, min_width: f32, height: f32) -> Self {
        (self.min_width, self.height) = (min_width, height);
        self
    }

    /// The size of the text, in points.
    #[must_use]
    pub fn text_size(mut self, text_size: f32) -> Self {
        self.text_size = text_size;
        self
    }

    /// Smaller, for what stands in a row of many.
    #[must_use]
    pub fn small(mut self) -> Self {
        (self.height, self.text_size) = (28.0, 14.0);
        self
    }

    /// As small as can be pressed well, and without an edge, for a row of a list.
    #[must_use]
    pub fn tiny(mut self) -> Self {
        (self.height, self.text_size, self.padding, self.emphasis) = (24.0, 13.0, 6.0, Emphasis::Quiet);
        self
    }

    /// The margin at both sides of the label, in points.
    #[must_use]
    pub fn inset(mut self, padding: f32) -> Self {
        self.padding = padding;
        self
    }

    /// Icon and label at the left instead of the middle.
    #[must_use]
    pub fn left_aligned(mut self) -> Self {
        self.align = Align::Min;
        self
    }

    /// Words at the right rather than in the middle.
    #[must_use]
    pub fn right_aligned(mut self) -> Self {
        self.align = Align::Max;
        self
    }

    fn fill_and_ink(&self, c: &Colours, response: &Response) -> (Option<Rgb>, Option<Rgb>, Rgb) {
        let hovered = response.hovered() && self.enabled;
        if !self.enabled {
            return (None, (self.emphasis != Emphasis::Quiet).then_some(c.border), if self.words.is_empty() { c.outline } else { c.weak });
        }
        match (self.emphasis, self.selected) {
            (_, Some(true)) | (Emphasis::Primary, None) => (Some(if hovered { c.accent_hover } else { c.accent }), None, c.on_accent),
            (Emphasis::Quiet, _) => (hovered.then_some(c.control_hover), None, if self.words.is_empty() { c.weak } else { c.text }),
            (Emphasis::Normal | Emphasis::Primary, _) => (Some(if hovered { c.control_hover } else { c.control }), Some(c.outline), c.text),
        }
    }
}

impl Widget for Push<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let c = theme::colours(ui);
        let font = if self.emphasis == Emphasis::Primary || self.selected == Some(true) {
            theme::bold(self.text_size)
        } else {
            FontId { size: self.text_size, ..TextStyle::Button.resolve(ui.style()) }
        };
        let icon_size = (self.text_size + 4.0).max(self.height * 0.36);
        let padding = if self.words.is_empty() { (self.height - icon_size) / 2.0 } else { self.padding };
        let icon_width = if self.icon.is_some() { icon_size } else { 0.0 };
        let gap = if self.icon.is_some() && !self.words.is_empty() { 7.0 } else { 0.0 };
        // In a row that wraps, a button moves to the next line rather than losing words.
        let room = if ui.layout().main_wrap() { ui.max_rect().width() } else { ui.available_width() };
        let most = (room - padding * 2.0 - icon_width - gap).max(24.0);
        let galley = {
            let mut job = egui::text::LayoutJob::simple_singleline(self.words.to_owned(), font, colour(c.text));
            job.wrap = egui::text::TextWrapping::truncate_at_width(most);
            job.sections.iter_mut().for_each(|section| section.format.color = egui::Color32::PLACEHOLDER);
            ui.painter().layout_job(job)
        };
        let content = icon_width + gap + galley.size().x;
        let width = (content + padding * 2.0).max(self.min_width);
        // What was just pressed, and can be pressed no more, keeps the keyboard.
        let keeps_focus = ui.memory(|memory| memory.has_focus(ui.next_auto_id()));
        let sense = if self.enabled || keeps_focus { Sense::click() } else { Sense::hover() };
        let (rect, mut response) = ui.allocate_exact_size(vec2(width, self.height), sense);
        if !self.enabled {
            response.flags.remove(Flags::CLICKED | Flags::FAKE_PRIMARY_CLICKED);
        }
        let name = self.name.unwrap_or(self.words);
        response.widget_info(|| match self.selected {
            Some(selected) => WidgetInfo::selected(Role::Button, self.enabled, selected, name),
            None => WidgetInfo::labeled(Role::Button, self.enabled, name),
        });
        if ui.is_rect_visible(rect) {
            let (fill, line, ink) = self.fill_and_ink(c, &response);
            let radius = CornerRadius::same(space::RADIUS);
            if let Some(fill) = fill {
                ui.painter().rect_filled(rect, radius, colour(fill));
            }
            if let Some(line) = line {
                ui.painter().rect_stroke(rect, radius, Stroke::new(1.0, colour(line)), StrokeKind::Inside);
            }
            let mut x = match self.align {
                Align::Min => rect.left() + padding,
                Align::Center => rect.center().x - content / 2.0,
                Align::Max => rect.right() - padding - content,
            };
            if let Some(icon) = self.icon {
                let place = pos2(x + icon_size / 2.0, rect.center().y);
                ui.painter().text(place, Align2::CENTER_CENTER, icon.codepoint, theme::icons(icon_size), colour(ink));
                x += icon_size + gap;
            }
            ui.painter().galley(pos2(x, rect.center().y - galley.size().y / 2.0), galley, colour(ink));
        }
        focus_ring(ui, &response, rect);
        if self.words.is_empty() { response.on_hover_text(name) } else { response }
    }
}

/// Paints a ring around a widget that has the focus, and scrolls to it when it gets it.
pub(in crate::ui) fn focus_ring(ui: &Ui, response: &Response, rect: Rect) {
    if response.has_focus() {
        let c = theme::colours(ui);
        let radius = CornerRadius::same(space::RADIUS + 2);
        ui.painter().rect_stroke(rect.expand(2.0), radius, Stroke::new(2.0, colour(c.focus)), StrokeKind::Middle);
        if response.gained_focus() {
            ui.scroll_to_rect(rect.expand(12.0), None);
        }
    }
}

/// Whether what was clicked was pressed by Enter or Space rather than by the pointer.
#[must_use]
pub fn pressed_by_keyboard(ui: &Ui, response: &Response) -> bool {
    response.has_focus() && ui.input(|input| input.key_pressed(Key::Enter) || input.key_pressed(Key::Space))
}
