//! What is known of a medicine: how its kind is linked with cramps, and what to mind.

use crate::diary::Kitchen;
use crate::domain::Medicine;
use crate::guide::{MedicineClass, classes_of_medicine, raises_potassium, warnings_with_products};
use crate::ui::theme::{self, space};
use crate::ui::widgets::{warning_ui, weak_label};
use egui::{Label, RichText, Ui};

/// Its kinds, each with its link with cramps, and the supplements that do not go with it; nothing when no kind is known.
pub(super) fn about_ui(ui: &mut Ui, medicine: &Medicine, kitchen: &Kitchen) {
    let classes = classes_of_medicine(medicine);
    for (place, MedicineClass { name, relation, caution, .. }) in classes.iter().enumerate() {
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            if classes.len() > 1 {
                ui.add_space(if place > 0 { space::SMALL } else { 0.0 });
                weak_label(ui, name);
            }
            point_ui(ui, "How it is linked with cramps", relation);
            point_ui(ui, "What to mind", caution);
        });
    }
    if classes.iter().any(|class| raises_potassium(&class.id)) {
        weak_label(ui, "Foods rich in potassium are not suggested while you take it.");
    }
    let products: Vec<_> = kitchen.supplements.iter().map(|entry| (entry.value.name.as_str(), &entry.value.per_dose)).collect();
    for warning in warnings_with_products(medicine, &products) {
        warning_ui(ui, &warning);
    }
}

/// The names of its kinds, or that none is known.
pub(super) fn kinds(medicine: &Medicine) -> String {
    let names: Vec<_> = classes_of_medicine(medicine).into_iter().map(|class| class.name.as_str()).collect();
    if names.is_empty() { "Of a kind that is not known here".to_owned() } else { names.join("; ") }
}

fn point_ui(ui: &mut Ui, heading: &str, words: &str) {
    ui.add_space(4.0);
    ui.add(Label::new(RichText::new(heading).text_style(theme::strong())).wrap());
    ui.add(Label::new(words).wrap());
}
