//! A few usual amounts to press, and a field for any other.

use super::{Labelled, Push, TextField, bare_text_field_ui, text_field_error_ui};
use egui::{Color32, TextStyle, Ui};

/// An amount that [`choices_ui`] offers as a button.
#[derive(Debug, Clone, PartialEq)]
pub struct Offered<T> {
    /// The amount to save when the button is pressed.
    pub value: T,
    /// The label of the button: "30".
    pub words: String,
    /// What a screen reader says instead: "Exercise 30 min".
    pub name: String,
}

/// What [`choices_ui`] shows: one amount of the diary, such as the minutes of exercise of a day, to be chosen from a few or typed.
///
/// "Saved" means that it stands in the diary. Nothing here saves: whoever paints the choices runs the command for the amount that is
/// returned, and hands over the new one as `chosen` with the next frame.
#[derive(Debug, Clone, Copy)]
pub struct Choices<'a, T> {
    /// The amounts that have a button, from left to right. May be empty.
    pub offered: &'a [Offered<T>],
    /// The amount that stands in the diary; `None` if there is none. Its button is selected; without a button it stands in the field.
    pub chosen: Option<T>,
    /// What a screen reader calls the field: "Exercise, min".
    pub name: &'a str,
    /// The unit behind the field; may be empty.
    pub unit: &'a str,
    /// Writes an amount as the text of the field, without the unit.
    pub written: fn(T) -> String,
    /// Reads what was typed, which is never empty. The error stands below the row, in words for the person.
    pub read: fn(&str) -> Result<T, String>,
}

impl<T: Copy + PartialEq> Choices<'_, T> {
    /// Shows the saved amount in the field, unless it has a button.
    fn follow(&self, field: &mut TextField) {
        let saved = self.chosen.filter(|chosen| self.offered.iter().all(|offered| offered.value != *chosen));
        let saved = saved.map_or_else(String::new, self.written);
        if field.is_sent() && self.read_or_none(field.text()) == Ok(self.chosen) {
            field.taken(&saved);
        } else {
            field.not_taken(&saved);
        }
    }

    fn read_or_none(&self, text: &str) -> Result<Option<T>, String> {
        if text.is_empty() { Ok(None) } else { (self.read)(text).map(Some) }
    }
}

/// The room for what is typed, in points.
const FIELD_WIDTH: f32 = 44.0;

/// Paints a row of buttons with amounts, a field for any other behind them, and the error of the field below.
///
/// Returns what is to be saved, in the frame in which it was said: `Some(Some(amount))` if another amount was pressed, or was typed and
/// the field left or Enter pressed. Returns `Some(None)` if the saved amount is to be deleted, because its button was pressed again or its
/// text in the field was removed. Returns `None` if there is nothing to save.
pub fn choices_ui<T: Copy + PartialEq>(ui: &mut Ui, field: &mut TextField, choices: &Choices<'_, T>) -> Option<Option<T>> {
    choices.follow(field);
    ui.vertical(|ui| {
        let mut said = None;
        ui.horizontal_wrapped(|ui| {
            for (index, offered) in choices.offered.iter().enumerate() {
                if index + 1 == choices.offered.len() {
                    // The field and its unit do not go to a line of their own.
                    keep_together(ui, 34.0 + FIELD_WIDTH + 16.0 + unit_width(ui, choices.unit) + ui.spacing().item_spacing.x);
                }
                let chosen = choices.chosen == Some(offered.value);
                if ui.add(Push::new(&offered.words).name(&offered.name).small().inset(8.0).size(34.0, 28.0).selected(chosen)).clicked() {
                    said = Some((!chosen).then_some(offered.value));
                    field.clear();
                }
            }
            let typed = bare_text_field_ui(ui, field, Labelled::unseen(choices.name).unit(choices.unit).width(FIELD_WIDTH), |text| {
                choices.read_or_none(text)
            });
            said = typed.or(said);
        });
        text_field_error_ui(ui, field);
        said
    })
    .inner
}

/// Begins a new line of a wrapping row if fewer than `width` points are left.
fn keep_together(ui: &mut Ui, width: f32) {
    if ui.available_size_before_wrap().x < width {
        ui.end_row();
    }
}

/// The width of a unit with the gap before it, in points; 0 without a unit.
fn unit_width(ui: &Ui, unit: &str) -> f32 {
    let font = TextStyle::Body.resolve(ui.style());
    let width = ui.fonts_mut(|fonts| fonts.layout_no_wrap(unit.to_owned(), font, Color32::PLACEHOLDER).size().x);
    if unit.is_empty() { 0.0 } else { width + ui.spacing().item_spacing.x }
}
