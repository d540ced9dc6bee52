//! What is known of a medicine: how its kind is linked with cramps, and what to mind.

use crate::diary::Kitchen;
use crate::domain::Medicine;
use crate::guide::{MedicineClass, classes_of_medicine, raises_potassium, sources_on, warnings_with_products};
use crate::ui::theme::{self, space};
use crate::ui::widgets::{Push, warning_ui, weak_label};
use egui::{Label, RichText, Ui};
use egui_material_icons::icons::{ICON_EXPAND_LESS, ICON_EXPAND_MORE};

/// Its kinds, each with its link with cramps, and the supplements that do not go with it; nothing when no kind is known.
///
/// `called` is what a screen reader calls the medicine; `unfolded` whose sources are shown.
pub(super) fn about_ui(ui: &mut Ui, (medicine, called): (&Medicine, &str), kitchen: &Kitchen, unfolded: &mut Option<String>) {
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
    if !classes.is_empty() {
        sources_ui(ui, &classes, called, unfolded);
    }
}

/// The names of its kinds, or that none is known.
pub(super) fn kinds(medicine: &Medicine) -> String {
    let names: Vec<_> = classes_of_medicine(medicine).into_iter().map(|class| class.name.as_str()).collect();
    if names.is_empty() { "Its kind is not known; choose it with the pencil.".to_owned() } else { names.join("; ") }
}

/// Where it comes from: the studies, and the documents of agencies.
fn sources_ui(ui: &mut Ui, classes: &[&MedicineClass], called: &str, unfolded: &mut Option<String>) {
    let is_open = unfolded.as_deref() == Some(called);
    let icon = if is_open { ICON_EXPAND_LESS } else { ICON_EXPAND_MORE };
    if ui.add(Push::new("Sources").name(&format!("Sources on {called}")).icon(icon).tiny().inset(0.0)).clicked() {
        *unfolded = (!is_open).then(|| called.to_owned());
    }
    if is_open {
        for source in sources_on(classes) {
            weak_label(ui, format!("{}.", source.words()));
        }
    }
}

fn point_ui(ui: &mut Ui, heading: &str, words: &str) {
    ui.add_space(4.0);
    ui.add(Label::new(RichText::new(heading).text_style(theme::strong())).wrap());
    ui.add(Label::new(words).wrap());
}
