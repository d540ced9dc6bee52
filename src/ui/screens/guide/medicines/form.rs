//! The fields of one medicine: its name, kind, dose, dates, and a note.

use super::kind::kind_ui;
use super::name_known::NameKnown;
use crate::domain::{ClassKey, DateRules, Day, Medicine, OwnName, capitalised, checked_note, in_order};
use crate::ui::theme::space;
use crate::ui::widgets::{
    DateLook, Labelled, Push, TextField, date_field_ui, day_or_none, day_text, form_row_ui, text_field_ui, weak_label,
};
use egui::{Ui, vec2};

const LABEL_WIDTH: f32 = 84.0;

/// What is being typed of one medicine.
#[derive(Debug, Default)]
pub(super) struct MedicineForm {
    name: TextField,
    class: Option<ClassKey>,
    dose: TextField,
    from: TextField,
    until: TextField,
    note: TextField,
    prescribed: Option<bool>,
    known: NameKnown,
}

impl MedicineForm {
    /// Paints the fields of a saved medicine. Returns the changed medicine, or `None` if it stays as it is.
    pub(super) fn edit_ui(&mut self, ui: &mut Ui, saved: &Medicine, dates: DateRules) -> Option<Medicine> {
        self.name.follow(saved.name.as_str());
        self.dose.follow(&saved.dose);
        self.from.follow(&day_text(saved.from));
        self.until.follow(&day_text(saved.until));
        self.note.follow(&saved.note);
        self.class.clone_from(&saved.class);
        self.prescribed = saved.prescribed;
        let mut changed = saved.clone();
        self.ui(ui, &mut changed, dates, false);
        changed.class.clone_from(&self.class);
        (changed != *saved).then_some(changed)
    }

    /// Whether a field shows an error.
    pub(super) fn is_wrong(&self) -> bool {
        self.fields().into_iter().any(TextField::is_wrong)
    }

    /// Paints the fields of a medicine that is not saved yet.
    pub(super) fn new_ui(&mut self, ui: &mut Ui, dates: DateRules) {
        if let Ok(name) = OwnName::new("?") {
            self.ui(ui, &mut Medicine::new(name), dates, true);
        }
    }

    /// Returns the medicine. `None` if a field is wrong, which then shows its error.
    pub(super) fn read(&mut self, dates: DateRules) -> Option<Medicine> {
        let name = self.name.take(read_name);
        let dose = filled(&mut self.dose, read_dose);
        let from = filled(&mut self.from, |text| day_or_none(text, dates));
        let begins = from.flatten();
        let until = filled(&mut self.until, |text| read_until(text, begins, dates));
        let note = filled(&mut self.note, read_note);
        let (class, prescribed) = (self.class.clone(), self.prescribed);
        Some(Medicine { name: name?, class, dose: dose?, from: from?, until: until?, note: note?, prescribed })
    }

    /// The medicine by its name and kind, for showing what is known of it while it is typed. `None` without a name.
    pub(super) fn so_far(&self) -> Option<Medicine> {
        let name = OwnName::new(self.name.text()).ok()?;
        Some(Medicine { class: self.class.clone(), ..Medicine::new(name) })
    }

    /// Whether there is a name.
    pub(super) fn has_name(&self) -> bool {
        !self.name.text().is_empty()
    }

    /// Whether nothing was typed or chosen.
    pub(super) fn is_empty(&self) -> bool {
        self.class.is_none() && self.fields().into_iter().all(|field| field.text().is_empty())
    }

    fn fields(&self) -> [&TextField; 5] {
        [&self.name, &self.dose, &self.from, &self.until, &self.note]
    }

    /// Paints the fields, and puts the values typed into them into the medicine.
    fn ui(&mut self, ui: &mut Ui, medicine: &mut Medicine, dates: DateRules, is_new: bool) {
        // The form of a new medicine stands beside that of another.
        let named = |words: &str| if is_new { words.to_owned() } else { format!("{words}, changed") };
        let room = (ui.available_width() - LABEL_WIDTH - 40.0).clamp(80.0, 300.0);
        form_row_ui(ui, LABEL_WIDTH, "Name", |ui| {
            ui.vertical(|ui| {
                if let Some(name) =
                    text_field_ui(ui, &mut self.name, Labelled::unseen(&named("Name of the medicine")).width(room), read_name)
                {
                    medicine.name = name;
                }
                if is_new {
                    self.names_ui(ui);
                }
            });
        });
        self.known.follow(self.name.text(), is_new);
        form_row_ui(ui, LABEL_WIDTH, "Kind", |ui| kind_ui(ui, self.name.text(), &self.known, &mut self.class));
        form_row_ui(ui, LABEL_WIDTH, "Dose", |ui| {
            if let Some(dose) = text_field_ui(ui, &mut self.dose, Labelled::unseen(&named("Dose in words")).width(room), read_dose) {
                medicine.dose = dose;
            }
        });
        ui.add_space(space::SMALL);
        weak_label(ui, "Dates as you write them. Leave the first empty if it was long ago, the last while you take it.");
        form_row_ui(ui, LABEL_WIDTH, "Since", |ui| {
            let ended = medicine.until;
            let read = |text: &str| read_from(text, ended, dates);
            if let Some(from) = date_field_ui(ui, &mut self.from, DateLook { name: &named("Taken since"), dates }, read) {
                medicine.from = from;
            }
        });
        form_row_ui(ui, LABEL_WIDTH, "Until", |ui| {
            let begins = if is_new { day_or_none(self.from.text(), dates).ok().flatten() } else { medicine.from };
            let read = |text: &str| read_until(text, begins, dates);
            if let Some(until) = date_field_ui(ui, &mut self.until, DateLook { name: &named("Taken until"), dates: dates.open() }, read) {
                medicine.until = until;
            }
        });
        ui.add_space(space::SMALL);
        form_row_ui(ui, LABEL_WIDTH, "Prescribed", |ui| {
            for (answer, words) in [(true, "By a doctor"), (false, "I chose it")] {
                let chosen = self.prescribed == Some(answer);
                if ui.add(Push::new(words).name(&named(words)).small().selected(chosen)).clicked() {
                    self.prescribed = (!chosen).then_some(answer);
                }
            }
        });
        medicine.prescribed = self.prescribed;
        form_row_ui(ui, LABEL_WIDTH, "Note", |ui| {
            if let Some(note) = text_field_ui(ui, &mut self.note, Labelled::unseen(&named("Note on the medicine")).width(room), read_note) {
                medicine.note = note;
            }
        });
    }

    /// Buttons with generic names that complete what is typed.
    fn names_ui(&mut self, ui: &mut Ui) {
        if !self.known.classes.is_empty() || self.known.completed.is_empty() {
            return;
        }
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
            for name in &self.known.completed {
                let words = capitalised(name);
                if ui.add(Push::new(&words).small().inset(8.0)).clicked() {
                    self.name = TextField::proposing(words);
                }
            }
        });
    }
}

/// Returns the value of a field, the default for an empty one. `None` if the field is wrong.
fn filled<T: Default>(field: &mut TextField, read: impl FnOnce(&str) -> Result<T, String>) -> Option<T> {
    if field.text().is_empty() { Some(T::default()) } else { field.take(read) }
}

fn read_name(text: &str) -> Result<OwnName, String> {
    OwnName::new(text).map_err(|error| error.to_string())
}

fn read_dose(text: &str) -> Result<String, String> {
    Medicine::dose(text).map_err(|error| error.to_string())
}

fn read_note(text: &str) -> Result<String, String> {
    checked_note(text).map_err(|error| error.to_string())
}

fn read_from(text: &str, ended: Option<Day>, dates: DateRules) -> Result<Option<Day>, String> {
    let from = day_or_none(text, dates)?;
    in_order("medicine", from, ended).map_err(|error| error.to_string())?;
    Ok(from)
}

fn read_until(text: &str, begins: Option<Day>, dates: DateRules) -> Result<Option<Day>, String> {
    let until = day_or_none(text, dates.open())?;
    in_order("medicine", begins, until).map_err(|error| error.to_string())?;
    Ok(until)
}
