//! Renaming, retiring and deleting factors; their days keep what was said of them.

use crate::diary::{Command, DiaryError, FactorCommand, KnownFactor, Page};
use crate::domain::{Entry, Factor, FactorKind, Id, OwnName, counted};
use crate::ui::action::Actions;
use crate::ui::widgets::{Labelled, Push, TextField, bare_text_field_ui, text_field_error_ui, weak_label};
use egui::Ui;
use egui_material_icons::icons::ICON_DELETE;
use std::collections::HashMap;

/// Width of the field for a unit in points: "minutes" and "portions" fit.
const UNIT_WIDTH: f32 = 84.0;

/// What is being typed.
#[derive(Debug, Default)]
pub(super) struct ChangeFactors {
    fields: HashMap<Id<Factor>, Fields>,
}

#[derive(Debug, Default)]
struct Fields {
    name: TextField,
    unit: TextField,
}

impl ChangeFactors {
    pub(super) fn ui(&mut self, ui: &mut Ui, page: &Page, actions: &mut Actions) {
        weak_label(ui, "A new name or unit counts for all days. What is retired is not asked for any more; its days stay.");
        for KnownFactor { entry, days } in &page.all_factors {
            let fields = self.fields.entry(entry.id).or_default();
            ui.horizontal_wrapped(|ui| {
                if let Some(changed) = fields.ui(ui, page, entry) {
                    actions.run(Command::Factor(FactorCommand::Edit(entry.id, changed)));
                }
                buttons_ui(ui, entry, *days, actions);
            });
            answered_ui(ui, entry, *days);
            text_field_error_ui(ui, &fields.name);
            text_field_error_ui(ui, &fields.unit);
        }
    }

    /// Whether a field holds what the diary does not have, because it is wrong or could not be saved.
    pub(super) fn has_unsaved(&self) -> bool {
        self.fields.values().any(|fields| !fields.name.is_untouched() || !fields.unit.is_untouched())
    }
}

impl Fields {
    /// Paints the fields. Returns the changed factor, or `None` if it stays as it is.
    fn ui(&mut self, ui: &mut Ui, page: &Page, entry: &Entry<Factor>) -> Option<Factor> {
        let factor = &entry.value;
        self.name.follow(factor.name.as_str());
        self.unit.follow(&factor.unit);
        let of = factor.name.as_str();
        let width = (ui.available_width() - 210.0).clamp(130.0, 240.0);
        let read = |text: &str| read_name(text, page, Some(entry.id));
        let name = bare_text_field_ui(ui, &mut self.name, Labelled::unseen(&format!("Name of {of}")).width(width), read);
        let is_number = factor.kind == FactorKind::Number;
        let unit = is_number
            .then(|| {
                bare_text_field_ui(ui, &mut self.unit, Labelled::new("in").name(&format!("Unit of {of}")).width(UNIT_WIDTH), read_unit)
            })
            .flatten();
        with(factor, name, unit)
    }
}

fn buttons_ui(ui: &mut Ui, entry: &Entry<Factor>, days: u32, actions: &mut Actions) {
    let (factor, name) = (&entry.value, entry.value.name.as_str());
    let (words, spoken) = if factor.retired { ("Bring back", format!("Bring back {name}")) } else { ("Retire", format!("Retire {name}")) };
    if ui.add(Push::new(words).name(&spoken).tiny()).clicked() {
        actions.run(Command::Factor(FactorCommand::Edit(entry.id, Factor { retired: !factor.retired, ..factor.clone() })));
    }
    // What was answered is retired, so that its days keep their meaning.
    if days == 0 && ui.add(Push::icon_only(ICON_DELETE, &format!("Delete {name}")).small()).clicked() {
        actions.run(Command::Factor(FactorCommand::Delete(entry.id)));
    }
}

/// On how many days a factor was answered, and that it can then only be retired.
fn answered_ui(ui: &mut Ui, entry: &Entry<Factor>, days: u32) {
    if days > 0 {
        let days = format!("Answered on {}", counted(days as usize, "day"));
        weak_label(ui, if entry.value.retired { days } else { format!("{days}: retire it instead of deleting it") });
    }
}

/// The factor with a new name or unit; `None` if neither is given.
fn with(factor: &Factor, name: Option<OwnName>, unit: Option<String>) -> Option<Factor> {
    if name.is_none() && unit.is_none() {
        return None;
    }
    let mut changed = factor.clone();
    changed.name = name.unwrap_or(changed.name);
    changed.unit = unit.unwrap_or(changed.unit);
    Some(changed)
}

/// Reads a name that no other factor has, retired or not.
pub(super) fn read_name(text: &str, page: &Page, own: Option<Id<Factor>>) -> Result<OwnName, String> {
    if text.is_empty() {
        return Err("Give it a name".to_owned());
    }
    let name = OwnName::new(text).map_err(|error| error.to_string())?;
    let mut others = page.all_factors.iter().map(|known| &known.entry).filter(|entry| Some(entry.id) != own);
    match others.find(|entry| name.same_as(entry.value.name.as_str())).map(|entry| &entry.value) {
        Some(Factor { name, retired: true, .. }) => Err(DiaryError::NameOfRetired { name: name.as_str().to_owned() }.to_string()),
        Some(_) => Err(DiaryError::NameTaken { what: "factor", name: name.as_str().to_owned() }.to_string()),
        None => Ok(name),
    }
}

pub(super) fn read_unit(text: &str) -> Result<String, String> {
    Factor::unit(text).map_err(|error| error.to_string())
}
