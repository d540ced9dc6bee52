//! What is known of a medicine: how its kind is linked with cramps, and what to mind.

use crate::guide::{MedicineAbout, MedicineClass, Source};
use crate::ui::theme::{self, space};
use crate::ui::widgets::{Push, warning_ui, weak_label};
use egui::{Label, RichText, Ui};
use egui_material_icons::icons::{ICON_EXPAND_LESS, ICON_EXPAND_MORE};

/// Paints the kinds of a medicine, each with its link with cramps, and the supplements that do not go with it. Paints nothing if no
/// kind is known.
///
/// `called` is what a screen reader calls the medicine; `unfolded` is the name of the one whose sources are shown.
pub(super) fn about_ui(ui: &mut Ui, about: &MedicineAbout, called: &str, unfolded: &mut Option<String>) {
    let MedicineAbout { classes, raises_potassium, warnings, sources, .. } = about;
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
    if *raises_potassium {
        weak_label(ui, "It raises potassium. Whether foods rich in it are still suggested depends on what else you take and have.");
    }
    for warning in warnings {
        warning_ui(ui, warning);
    }
    if !sources.is_empty() {
        sources_ui(ui, sources, called, unfolded);
    }
}

/// The names of a medicine's kinds, or a sentence that it is of none.
pub(super) fn kinds(classes: &[&MedicineClass]) -> String {
    if classes.is_empty() { "None of the guide's kinds of medicines.".to_owned() } else { names_of(classes) }
}

/// "ACE inhibitors; Statins".
pub(super) fn names_of(classes: &[&MedicineClass]) -> String {
    classes.iter().map(|class| class.name.as_str()).collect::<Vec<_>>().join("; ")
}

/// The sources: studies, and documents of agencies.
fn sources_ui(ui: &mut Ui, sources: &[&Source], called: &str, unfolded: &mut Option<String>) {
    let is_open = unfolded.as_deref() == Some(called);
    let icon = if is_open { ICON_EXPAND_LESS } else { ICON_EXPAND_MORE };
    if ui.add(Push::new("Sources").name(&format!("Sources on {called}")).icon(icon).tiny().inset(0.0)).clicked() {
        *unfolded = (!is_open).then(|| called.to_owned());
    }
    if is_open {
        for source in sources {
            weak_label(ui, format!("{}.", source.words()));
        }
    }
}

fn point_ui(ui: &mut Ui, heading: &str, words: &str) {
    ui.add_space(4.0);
    ui.add(Label::new(RichText::new(heading).text_style(theme::strong())).wrap());
    ui.add(Label::new(words).wrap());
}
