//! What the guide knows of a medicine's name, looked up again only when another name is typed.

use crate::domain::{Medicine, OwnName};
use crate::guide::{BrandMeaning, MedicineClass, Recognised, classes_of, suggest_names};

/// How many names are offered while one types.
const MOST_OFFERED: usize = 6;

/// What the guide knows of the name that is typed.
#[derive(Debug, Default)]
pub(super) struct NameKnown {
    typed: String,
    /// The classes of medicines that the name belongs to.
    pub(super) classes: Vec<&'static MedicineClass>,
    /// What the brand may mean, if its name does not tell. Empty otherwise.
    pub(super) meanings: Vec<BrandMeaning>,
    /// Whether the name is that of a medicine that is known, be it of a class or of none.
    pub(super) is_clear: bool,
    /// Names that complete what is typed; empty for a saved medicine.
    pub(super) completed: Vec<&'static str>,
}

impl NameKnown {
    /// Looks a name up, unless it is the one of the last time. Names that complete it are offered if the medicine is new.
    pub(super) fn follow(&mut self, typed: &str, is_new: bool) {
        if self.typed != typed {
            let completed = if is_new { suggest_names(typed, MOST_OFFERED) } else { Vec::new() };
            let recognised = OwnName::new(typed).ok().map(|name| Recognised::of(&Medicine::new(name)));
            let (meanings, is_clear) = recognised.map_or((Vec::new(), false), |known| (known.meanings, known.is_clear));
            *self = Self { typed: typed.to_owned(), classes: classes_of(typed), meanings, is_clear, completed };
        }
    }
}
