//! Supplements of the day: one press logs the usual doses of a product.

use super::day_heading::{DayHeading, day_heading_ui};
use crate::diary::{Command, Kitchen, Page, Repeat, SupplementCommand, left_to_take, usual_doses};
use crate::domain::{Entry, Id, Supplement, SupplementTaken, number_to_type};
use crate::guide::Warning;
use crate::ui::action::{Action, Actions, FoodTab, Route};
use crate::ui::widgets::{EntryPressed, Labelled, Push, TextField, card_ui, entry_ui, note_ui, text_field_ui, typed, weak_label};
use egui::Ui;
use egui_material_icons::icons::{ICON_ADD, ICON_CHEVRON_RIGHT, ICON_DONE_ALL};

/// What was taken that is being changed, with its doses as typed.
type Editing = Option<(Id<SupplementTaken>, TextField)>;

/// What is being typed.
#[derive(Debug, Default)]
pub(super) struct SupplementsSection {
    editing: Editing,
}

impl SupplementsSection {
    pub(super) fn ui(&mut self, ui: &mut Ui, page: &Page, kitchen: &Kitchen, actions: &mut Actions) {
        let products = &kitchen.supplements;
        if products.is_empty() && page.taken.is_empty() {
            let link = Push::new("Supplements").name("Add supplements").icon(ICON_CHEVRON_RIGHT).small().quiet();
            if ui.add(link).on_hover_text("Products that you take are logged here with one click.").clicked() {
                actions.push(Action::Go(Route::Food(FoodTab::Supplements)));
            }
            return;
        }
        card_ui(ui, |ui| {
            day_heading_ui(ui, DayHeading { words: "Supplements", key: None, repeats: Repeat::Supplements }, page, actions);
            chips_ui(ui, page, products, actions);
            self.taken_ui(ui, page, actions);
            // What food alone passes is said with one's intake.
            for over in page.over_limits.iter().filter(|over| over.from_supplements > 0.0) {
                note_ui(ui, &over.words());
            }
            avoid_ui(ui, page, actions);
        });
    }

    fn taken_ui(&mut self, ui: &mut Ui, page: &Page, actions: &mut Actions) {
        if page.taken.is_empty() {
            return;
        }
        ui.separator();
        let mut pressed = None;
        ui.horizontal_wrapped(|ui| {
            for entry in &page.taken {
                pressed = self.entry_ui(ui, entry, actions).or_else(|| pressed.take());
            }
        });
        self.editing_ui(ui, page, actions);
        // Only now: the field that goes saves in the frame of the press.
        if let Some(pressed) = pressed {
            self.editing = pressed;
        }
    }

    fn editing_ui(&mut self, ui: &mut Ui, page: &Page, actions: &mut Actions) {
        let Some((id, field)) = &mut self.editing else { return };
        let same = page.taken.iter().find(|entry| entry.id == *id);
        let Some(entry) = same.filter(|entry| field.stays_with(&number_to_type(entry.value.doses.get()))) else {
            self.editing = None;
            return;
        };
        let label = format!("Doses of {}", entry.value.name);
        if let Some(doses) = text_field_ui(ui, field, Labelled::new(&label).width(56.0), typed) {
            actions.run(Command::Supplement(SupplementCommand::EditTaken(*id, SupplementTaken { doses, ..entry.value.clone() })));
        }
    }

    /// Paints what was taken. Returns what is to be changed from now on if that was pressed, and `None` if it stays as it is.
    fn entry_ui(&mut self, ui: &mut Ui, entry: &Entry<SupplementTaken>, actions: &mut Actions) -> Option<Editing> {
        let summary = entry.value.summary();
        match entry_ui(ui, &summary, &summary) {
            Some(EntryPressed::Change) => {
                let edited = self.editing.as_ref().is_some_and(|(id, _)| *id == entry.id);
                return Some((!edited).then(|| (entry.id, TextField::showing(number_to_type(entry.value.doses.get())))));
            }
            Some(EntryPressed::Delete) => {
                // What is being typed of it goes with it.
                self.editing.take_if(|editing| editing.0 == entry.id);
                actions.run(Command::Supplement(SupplementCommand::DeleteTaken(entry.id)));
            }
            None => {}
        }
        None
    }
}

/// A line for each supplement taken that does not go with a medicine of the day, with a button that leads to the reason.
fn avoid_ui(ui: &mut Ui, page: &Page, actions: &mut Actions) {
    for Warning { title, .. } in &page.to_avoid {
        ui.horizontal_wrapped(|ui| {
            weak_label(ui, format!("{title}."));
            if ui.add(Push::new("Why").name(&format!("Why: {title}")).tiny()).clicked() {
                actions.push(Action::Go(Route::Food(FoodTab::Supplements)));
            }
        });
    }
}

fn chips_ui(ui: &mut Ui, page: &Page, products: &[Entry<Supplement>], actions: &mut Actions) {
    let left = left_to_take(products, &page.taken);
    ui.horizontal_wrapped(|ui| {
        for product in products {
            let wanted = left.iter().any(|left| left.id == product.id);
            chip_ui(ui, page, product, wanted, actions);
        }
        if left.len() > 1 && ui.add(Push::new("Take all").icon(ICON_DONE_ALL).small()).clicked() {
            let commands =
                left.iter().map(|product| Command::Supplement(SupplementCommand::Take(usual_doses(product, page.day)))).collect();
            actions.push(Action::RunTogether(format!("Logged {} supplements", left.len()), commands));
        }
    });
}

/// A button that logs a product. It is quiet if the product is not part of the regimen, or was taken already.
fn chip_ui(ui: &mut Ui, page: &Page, product: &Entry<Supplement>, wanted: bool, actions: &mut Actions) {
    let dose = usual_doses(product, page.day);
    let words = dose.summary();
    let chip = Push::new(&words).icon(ICON_ADD).small();
    let chip = if wanted { chip } else { chip.quiet() };
    if ui.add(chip).on_hover_text(crate::nutrition::dose_words(&product.value.per_dose)).clicked() {
        actions.run(Command::Supplement(SupplementCommand::Take(dose)));
    }
}
