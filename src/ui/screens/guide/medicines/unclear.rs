//! A medicine of which it is not clear what it is: what it may be, and how to say it.

use crate::domain::ClassKey;
use crate::guide::{BrandMeaning, NONE_OF_THESE, Recognised};
use crate::ui::theme::space;
use crate::ui::widgets::Push;
use egui::{Label, Ui};

/// Paints what a listed medicine may be, or that nobody knows its name, with buttons to say what it is. Returns the class that was
/// chosen.
///
/// `called` is what a screen reader calls the medicine.
pub(super) fn unclear_ui(ui: &mut Ui, recognised: &Recognised, called: &str) -> Option<ClassKey> {
    let words = if recognised.meanings.is_empty() {
        "This name is not known here. Choose its kind with the pencil, or add what stands below the brand on the box. Until then foods \
         rich in potassium are not suggested, since some medicines raise it."
    } else {
        "This name may mean several things. Which is it? Until you say, foods rich in potassium are not suggested, since some medicines \
         raise it."
    };
    ui.add_space(space::SMALL);
    ui.add(Label::new(words).wrap());
    meanings_ui(ui, &recognised.meanings, Some(called))
}

/// Paints a button for each meaning of a brand, and one for none of them. Returns the class that was chosen.
pub(super) fn meanings_ui(ui: &mut Ui, meanings: &[BrandMeaning], called: Option<&str>) -> Option<ClassKey> {
    let named = |words: &str| called.map_or_else(|| words.to_owned(), |called| format!("{called}: {words}"));
    let mut chosen = None;
    for BrandMeaning { words, class } in meanings {
        if ui.add(Push::new(words).name(&named(words)).small().left_aligned()).clicked() {
            chosen = Some(class.clone());
        }
    }
    let none = if meanings.is_empty() { "None of the guide's kinds" } else { "None of these" };
    if ui.add(Push::new(none).name(&named(none)).small()).clicked() {
        chosen = ClassKey::new(NONE_OF_THESE).ok();
    }
    chosen
}
