//! A medicine of which it is not clear what it is: what it may be, and how to say it.

use crate::domain::{ClassKey, capitalised};
use crate::guide::{BrandMeaning, NONE_OF_THESE, Recognised};
use crate::ui::widgets::Push;
use egui::{Label, Ui};

/// What a person answers when asked what a medicine is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum WhatItIs {
    /// It is of this class, or [`NONE_OF_THESE`].
    Class(ClassKey),
    /// They want to see the form, to type its generic name or choose its class.
    ShowForm,
}

/// Paints what a listed medicine may be, or that nobody knows its name, with buttons to say what it is. Returns what was pressed.
///
/// `called` is what a screen reader calls the medicine.
pub(super) fn unclear_ui(ui: &mut Ui, recognised: &Recognised, called: &str) -> Option<WhatItIs> {
    let words = if recognised.meanings.is_empty() {
        "This name is not known here. Type the generic name, which stands below the brand on the box, or choose its kind. Until then \
         foods rich in potassium are not suggested, since some medicines raise it."
    } else {
        "This name may mean several things. Which is it? Until you say, foods rich in potassium are not suggested, since some medicines \
         raise it."
    };
    ui.add(Label::new(words).wrap());
    let mut answer = None;
    if recognised.meanings.is_empty() && ui.add(Push::new("Say what it is").name(&format!("Say what it is: {called}")).small()).clicked() {
        answer = Some(WhatItIs::ShowForm);
    }
    meanings_ui(ui, &recognised.meanings, Some(called)).map(WhatItIs::Class).or(answer)
}

/// Paints a button for each meaning of a brand, and one for none of them. Returns the class that was chosen.
pub(super) fn meanings_ui(ui: &mut Ui, meanings: &[BrandMeaning], called: Option<&str>) -> Option<ClassKey> {
    let named = |words: &str| called.map_or_else(|| words.to_owned(), |called| format!("{words}: {called}"));
    let mut chosen = None;
    for meaning in meanings {
        let words = capitalised(&meaning.words());
        if ui.add(Push::new(&words).name(&named(&words)).small().left_aligned()).clicked() {
            chosen = Some(meaning.class.clone());
        }
    }
    let none = if meanings.is_empty() { "None of the guide's kinds" } else { "None of these" };
    if ui.add(Push::new(none).name(&named(none)).small()).clicked() {
        chosen = ClassKey::new(NONE_OF_THESE).ok();
    }
    chosen
}
