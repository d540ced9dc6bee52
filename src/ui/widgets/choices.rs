//! A few usual amounts to press, and a field for any other.

use super::{Labelled, Push, TextField, bare_text_field_ui, text_field_error_ui};
use egui::{Color32, TextStyle, Ui};

/// An amount that is offered.
#[derive(Debug, Clone, PartialEq)]
pub struct Offered<T> {
    /// What is logged.
    pub value: T,
    /// The label on it: "30".
    pub words: String,
    /// What a screen reader says instead: "Exercise 30 min".
    pub name: String,
}

/// Amounts of which one can be chosen or typed.
#[derive(Debug, Clone, Copy)]
pub struct Choices<'a, T> {
    /// The amounts that have a button.
    pub offered: &'a [Offered<T>],
    /// The saved amount; `None` if there is none.
    pub chosen: Option<T>,
    /// What a screen reader calls the field: "Exercise, min".
    pub name: &'a str,
    /// The unit behind the field.
    pub unit: &'a str,
    /// How an amount is written into the field.
    pub written: fn(T) -> String,
    /// How what was typed is read.
    pub read: fn(&str) -> Result<T, String>,
}

impl<T: Copy + PartialEq> Choices<'_, T> {
    /// What was typed into a field that still has the focus: `Some(None)` if it was emptied, `None` if it is saved or wrong.
    pub fn take(&self, field: &mut TextField) -> Option<Option<T>> {
        field.take(|text| self.read_or_none(text)).filter(|typed| *typed != self.chosen)
    }

    /// Shows the saved amount in the field, unless it has a button.
    fn follow(&self, field: &mut TextField) {
        let saved = self.chosen.filter(|chosen| self.offered.iter().all(|offered| offered.value != *chosen));
        let saved = saved.map_or_else(String::new, self.written);
        if field.is_sent() && self.read_or_none(field.text()) == Ok(self.chosen) {
            *field = TextField::showing(saved);
        } else {
            field.follow(&saved);
        }
    }

    fn read_or_none(&self, text: &str) -> Result<Option<T>, String> {
        if text.is_empty() { Ok(None) } else { (self.read)(text).map(Some) }
    }
}

/// The room for what is typed, in points.
const FIELD_WIDTH: f32 = 44.0;

/// Paints a row of amounts and the field behind them. Returns the amount to save, `Some(None)` if the chosen one was pressed again.
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
