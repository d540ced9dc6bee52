//! Fields whose letters are looked up as they are typed: nothing in them is checked or saved.

use super::edit::{EditLook, edit_ui};
use crate::ui::widgets::Push;
use egui::accesskit::Role;
use egui::{Key, Margin, Modifiers, Response, Ui};
use egui_material_icons::icons::ICON_CLOSE;

/// How a search field looks: its name, the hint in it while it is empty, and its width.
#[derive(Debug, Clone, Copy)]
pub struct SearchField<'a> {
    name: &'a str,
    hint: &'a str,
    width: f32,
    role: Role,
    salt: Option<&'static str>,
}

impl<'a> SearchField<'a> {
    /// A field as wide as there is room, called `name` by a screen reader.
    #[must_use]
    pub fn new(name: &'a str, hint: &'a str) -> Self {
        Self { name, hint, width: f32::INFINITY, role: Role::SearchInput, salt: None }
    }

    /// The room for what is typed, in points.
    #[must_use]
    pub fn width(mut self, width: f32) -> Self {
        self.width = width;
        self
    }

    /// Makes it a text field for screen readers rather than a search field: for a path.
    #[must_use]
    pub fn no_search(mut self) -> Self {
        self.role = Role::TextInput;
        self
    }

    /// Gives the field an id of its own, so that it keeps the focus while widgets come before it.
    #[must_use]
    pub fn id_salt(mut self, salt: &'static str) -> Self {
        self.salt = Some(salt);
        self
    }

    /// Paints the field.
    pub fn ui(self, ui: &mut Ui, typed: &mut String) -> Response {
        let Self { name, hint, width, role, salt } = self;
        let look = EditLook { name, role, hint, width, margin: Margin::symmetric(10, 8), salt, hidden: false };
        edit_ui(ui, typed, look, |text, _changed| text.is_empty())
    }
}

/// How a search box looks and which keys it knows.
#[derive(Debug, Clone, Copy)]
pub struct SearchLook<'a> {
    /// What a screen reader calls the field.
    pub name: &'a str,
    /// What stands in it while it is empty.
    pub hint: &'a str,
    /// What the pointer shows over it: its key.
    pub key: &'a str,
    /// Points that stay free at the right.
    pub margin: f32,
    /// Whether Escape clears it.
    pub escape_clears: bool,
}

/// A search field above a list, with a button that clears it.
#[derive(Debug, Default)]
pub struct SearchBox {
    typed: String,
    to_first: bool,
}

impl SearchBox {
    /// What was typed, without the spaces around it.
    #[must_use]
    pub fn words(&self) -> &str {
        self.typed.trim()
    }

    /// What was typed, with the spaces around it.
    #[must_use]
    pub fn typed(&self) -> &str {
        &self.typed
    }

    /// Whether the down arrow was pressed, so that the first row of the list takes the focus; reading it resets it.
    pub fn take_to_first(&mut self) -> bool {
        std::mem::take(&mut self.to_first)
    }

    /// Paints the field, and gives it the focus if it `takes_keyboard`. Returns whether Enter was pressed in it.
    pub fn ui(&mut self, ui: &mut Ui, look: SearchLook<'_>, takes_keyboard: bool) -> bool {
        ui.horizontal(|ui| {
            let clear = if self.typed.is_empty() { 0.0 } else { 32.0 + ui.spacing().item_spacing.x };
            let field = SearchField::new(look.name, look.hint).width(ui.available_width() - clear - look.margin);
            let response = field.ui(ui, &mut self.typed).on_hover_text(look.key);
            if takes_keyboard {
                response.request_focus();
            }
            self.to_first = response.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::ArrowDown));
            let entered = response.lost_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
            let left = response.lost_focus() || !ui.ctx().text_edit_focused();
            if look.escape_clears && left && ui.input(|input| input.key_pressed(Key::Escape)) {
                self.typed.clear();
            }
            if !self.typed.is_empty() && ui.add(Push::icon_only(ICON_CLOSE, "Clear the search")).clicked() {
                self.typed.clear();
                response.request_focus();
            }
            entered
        })
        .inner
    }
}
