//! What the guide knows of a medicine's name, looked up again only when another name is typed.

use crate::guide::{MedicineClass, classes_of, suggest_names};

/// How many names are offered while one types.
const MOST_OFFERED: usize = 6;

/// What the guide knows of the name that is typed.
#[derive(Debug, Default)]
pub(super) struct NameKnown {
    typed: String,
    /// The classes of medicines that the name belongs to.
    pub(super) classes: Vec<&'static MedicineClass>,
    /// Generic names that complete what is typed; empty for a saved medicine.
    pub(super) completed: Vec<&'static str>,
}

impl NameKnown {
    /// Looks a name up, unless it is the one of the last time. Names that complete it are offered if the medicine is new.
    pub(super) fn follow(&mut self, typed: &str, is_new: bool) {
        if self.typed != typed {
            let completed = if is_new { suggest_names(typed, MOST_OFFERED) } else { Vec::new() };
            *self = Self { typed: typed.to_owned(), classes: classes_of(typed), completed };
        }
    }
}
