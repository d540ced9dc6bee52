//! The kind of a medicine: found in its name, or chosen where the name does not tell.

use super::about::names_of;
use super::name_known::NameKnown;
use super::unclear::meanings_ui;
use crate::domain::ClassKey;
use crate::guide::{NONE_OF_THESE, class, classes};
use crate::ui::widgets::{Push, weak_label};
use egui::{Label, Popup, PopupCloseBehavior, ScrollArea, Ui};
use egui_material_icons::icons::{ICON_CLOSE, ICON_EXPAND_MORE};

/// From this many letters on, a name that tells no kind is taken as complete.
const LETTERS: usize = 4;

/// What is chosen when a medicine is of no kind that the guide knows.
const NO_KIND: &str = "None of these kinds";

/// Shows the kinds that the name tells. If it tells none, offers the kinds to choose from.
///
/// While names are offered that complete what is typed, the kinds are not offered yet.
pub(super) fn kind_ui(ui: &mut Ui, name: &str, known: &NameKnown, chosen: &mut Option<ClassKey>) {
    let found = names_of(&known.classes);
    if !found.is_empty() && chosen.is_none() {
        line_ui(ui, |ui| _ = ui.add(Label::new(found).wrap()));
        return;
    }
    if chosen.is_none() && !known.meanings.is_empty() {
        ui.vertical(|ui| {
            ui.add_space(6.0);
            weak_label(ui, "This name may mean several things. Which is it?");
            if let Some(class) = meanings_ui(ui, &known.meanings, None) {
                *chosen = Some(class);
            }
        });
        return;
    }
    if chosen.is_none() && known.is_clear {
        line_ui(ui, |ui| _ = weak_label(ui, "None of the guide's kinds of medicines."));
        return;
    }
    if chosen.is_none() && (!known.completed.is_empty() || name.trim().chars().count() < LETTERS) {
        line_ui(ui, |ui| _ = weak_label(ui, "Found from the name as you type it."));
        return;
    }
    ui.vertical(|ui| {
        ui.horizontal(|ui| {
            choose_ui(ui, chosen);
            if chosen.is_some() && ui.add(Push::icon_only(ICON_CLOSE, "No kind chosen").small()).clicked() {
                *chosen = None;
            }
        });
        if !found.is_empty() {
            weak_label(ui, format!("Besides what the name tells: {found}."));
        } else if chosen.is_none() {
            weak_label(ui, "This name tells no kind. The generic name does, which stands on the box below the brand. Or choose one.");
        }
    });
}

/// Words beside a label that is as high as a field.
fn line_ui(ui: &mut Ui, words: impl FnOnce(&mut Ui)) {
    ui.vertical(|ui| {
        ui.add_space(6.0);
        words(ui);
    });
}

fn choose_ui(ui: &mut Ui, chosen: &mut Option<ClassKey>) {
    let is_none = chosen.as_ref().is_some_and(|chosen| chosen.as_str() == NONE_OF_THESE);
    let unchosen = if is_none { NO_KIND } else { "Choose its kind" };
    let words = chosen.as_ref().and_then(class).map_or(unchosen, |class| class.name.as_str());
    let button = ui.add(Push::new(words).name("Kind of medicine").icon(ICON_EXPAND_MORE).small());
    Popup::menu(&button).close_behavior(PopupCloseBehavior::CloseOnClick).accessible_name("Kinds of medicines").show(|ui| {
        ScrollArea::vertical().max_height(360.0).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            let none = Push::new(NO_KIND).small().quiet().left_aligned().size(380.0, 26.0).selected(is_none);
            if ui.add(none).clicked() {
                *chosen = ClassKey::new(NONE_OF_THESE).ok();
            }
            let mut sorted: Vec<_> = classes().iter().collect();
            sorted.sort_by(|a, b| a.name.cmp(&b.name));
            for class in sorted {
                let item = Push::new(&class.name).small().quiet().left_aligned().size(380.0, 26.0);
                let item = if chosen.as_ref() == Some(&class.id) { item.selected(true) } else { item };
                if ui.add(item).clicked() {
                    *chosen = Some(class.id.clone());
                }
            }
        });
    });
}
