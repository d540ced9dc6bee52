//! Factors of the person's own: each with its answer, and below them how they are added and changed.

mod change;
mod form;

use crate::diary::{Command, FactorCommand, Page};
use crate::domain::{Entry, Factor, FactorKind, FactorValue, Id, number_to_type};
use crate::ui::action::Actions;
use crate::ui::screens::today::context::day_words;
use crate::ui::shortcuts::leave_field;
use crate::ui::theme::space;
use crate::ui::widgets::{Labelled, Push, TextField, card_ui, heading_ui, scale_row_ui, text_field_ui, weak_label};
use change::ChangeFactors;
use egui::{FocusDirection, Label, RichText, Ui};
use egui_material_icons::icons::{ICON_ADD, ICON_EXPAND_LESS, ICON_EXPAND_MORE};
use form::FactorForm;
use std::collections::HashMap;

/// What is being typed or unfolded.
#[derive(Debug, Default)]
pub(super) struct FactorsSection {
    numbers: HashMap<Id<Factor>, TextField>,
    adding: Option<FactorForm>,
    changing: Option<ChangeFactors>,
    /// The factor that was added in the last frame, whose answer takes the focus from the form that closed.
    to_answer: Option<Id<Factor>>,
}

impl FactorsSection {
    /// Paints the factors of the day. If there are none yet, a button for adding one is painted only if `offered`.
    pub(super) fn ui(&mut self, ui: &mut Ui, page: &Page, offered: bool, actions: &mut Actions) {
        if let Some(added) = self.adding.as_ref().and_then(|form| form.saved(page)) {
            self.adding = None;
            self.to_answer = Some(added);
        }
        let open = self.adding.is_some() || self.changing.is_some();
        if page.factors.is_empty() && !open {
            if offered {
                self.more_ui(ui, page);
            }
            return;
        }
        card_ui(ui, |ui| {
            ui.horizontal(|ui| {
                heading_ui(ui, "Your own factors");
                weak_label(ui, day_words(page));
            });
            if page.all_factors.is_empty() {
                weak_label(ui, "What you want to watch beside your cramps, such as stress, or compression socks.");
            }
            for entry in &page.factors {
                self.factor_ui(ui, page, entry, actions);
            }
            if let Some(changing) = &mut self.changing {
                ui.separator();
                changing.ui(ui, page, actions);
            }
            if let Some(form) = &mut self.adding {
                ui.separator();
                if form.ui(ui, page, actions) {
                    self.adding = None;
                }
            }
            self.fold_ui(ui, page);
        });
        ui.add_space(space::SMALL);
    }

    /// The section for another date: what is typed for this one is forgotten.
    pub(super) fn on_another_date(self) -> Self {
        Self { numbers: HashMap::new(), ..self }
    }

    fn factor_ui(&mut self, ui: &mut Ui, page: &Page, entry: &Entry<Factor>, actions: &mut Actions) {
        let (factor, said) = (&entry.value, page.factor_value(entry.id));
        let name = factor.name.as_str();
        ui.add_space(2.0);
        if self.to_answer.take_if(|id| *id == entry.id).is_some() {
            leave_field(ui);
            ui.memory_mut(|memory| memory.move_focus(FocusDirection::Next));
        }
        match factor.kind {
            FactorKind::Scale => {
                name_ui(ui, factor);
                #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number from 0 to 10")]
                let chosen = said.map(|value| value as u8);
                if let Some(pressed) = scale_row_ui(ui, name, chosen) {
                    let pressed = (chosen != Some(pressed)).then_some(f64::from(pressed));
                    answer(page, entry.id, pressed.and_then(|value| checked(page, entry, value).ok()), actions);
                }
            }
            FactorKind::YesNo => row_ui(ui, factor, 28.0, |ui| {
                for (value, words) in [(1.0, "yes"), (0.0, "no")] {
                    let chosen = said == Some(value);
                    if ui.add(Push::new(words).name(&format!("{name}: {words}")).small().selected(chosen)).clicked() {
                        answer(page, entry.id, checked(page, entry, value).ok().filter(|_| !chosen), actions);
                    }
                }
            }),
            FactorKind::Number => {
                let field = self.numbers.entry(entry.id).or_default();
                field.follow(&said.map_or_else(String::new, number_text));
                let spoken = if factor.unit.is_empty() { name.to_owned() } else { format!("{name}, {}", factor.unit) };
                let read = |text: &str| read_number(page, entry, text);
                row_ui(ui, factor, 32.0, |ui| {
                    if let Some(value) = text_field_ui(ui, field, Labelled::unseen(&spoken).unit(&factor.unit).width(72.0), read) {
                        answer(page, entry.id, value, actions);
                    }
                });
            }
        }
    }

    /// The buttons below the factors.
    fn fold_ui(&mut self, ui: &mut Ui, page: &Page) {
        ui.add_space(2.0);
        let nothing = self.adding.is_some() && page.all_factors.is_empty();
        if nothing && self.changing.is_none() {
            return;
        }
        let done = ui.horizontal_wrapped(|ui| {
            self.more_ui(ui, page);
            let done = Push::new("Done").name("Done changing factors").icon(ICON_EXPAND_LESS).small().quiet();
            self.changing.is_some() && ui.add(done).clicked()
        });
        if done.inner && !self.changing.as_ref().is_some_and(ChangeFactors::has_unsaved) {
            self.changing = None;
        }
    }

    fn more_ui(&mut self, ui: &mut Ui, page: &Page) {
        if self.adding.is_none() && ui.add(Push::new("Add a factor of your own").icon(ICON_ADD).small().quiet()).clicked() {
            self.adding = Some(FactorForm::empty());
        }
        let can_change = !page.all_factors.is_empty() && self.changing.is_none();
        if can_change && ui.add(Push::new("Change factors").icon(ICON_EXPAND_MORE).small().quiet()).clicked() {
            self.changing = Some(ChangeFactors::default());
        }
    }
}

/// The name of a factor, and beside it its answer, `height` points high.
fn row_ui(ui: &mut Ui, factor: &Factor, height: f32, content: impl FnOnce(&mut Ui)) {
    let width = (ui.available_width() * 0.45).min(190.0);
    ui.horizontal_top(|ui| {
        ui.vertical(|ui| {
            ui.set_width(width);
            ui.add_space((height - 20.0) / 2.0);
            name_ui(ui, factor);
        });
        content(ui);
    });
}

fn name_ui(ui: &mut Ui, factor: &Factor) {
    let words = if factor.retired { format!("{} (retired)", factor.name.as_str()) } else { factor.name.as_str().to_owned() };
    ui.add(Label::new(RichText::new(words)).wrap());
}

/// Logs an answer, or takes it back if it is `None`.
fn answer(page: &Page, factor: Id<Factor>, value: Option<FactorValue>, actions: &mut Actions) {
    actions
        .run(value.map_or(Command::Factor(FactorCommand::Clear(page.day, factor)), |value| Command::Factor(FactorCommand::Answer(value))));
}

fn read_number(page: &Page, entry: &Entry<Factor>, text: &str) -> Result<Option<FactorValue>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    let value = entry.value.read_answer(text).map_err(|error| error.to_string())?;
    checked(page, entry, value).map(Some)
}

fn checked(page: &Page, entry: &Entry<Factor>, value: f64) -> Result<FactorValue, String> {
    FactorValue::new(page.day, entry.id, entry.value.kind, value).map_err(|error| error.to_string())
}

fn number_text(value: f64) -> String {
    number_to_type((value * 1e4).round() / 1e4)
}
