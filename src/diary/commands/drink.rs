//! Drinks.

use crate::diary::DiaryError;
use crate::diary::work::{Commands, Work};
use crate::domain::{Drink, DrinkKind, Id, capitalised};

/// Adds, changes or deletes a drink.
#[derive(Debug, Clone, PartialEq)]
pub enum DrinkCommand {
    /// Deletes a drink.
    Delete(Id<Drink>),
    /// Replaces what was said of a drink.
    Edit(Id<Drink>, Drink),
    /// Adds a drink.
    Log(Drink),
}

/// The most of a drink that is logged at once, in ml. Some people log the water of a whole day as one.
const fn most_ml(kind: DrinkKind) -> u16 {
    match kind {
        DrinkKind::Spirits => 700,
        DrinkKind::Wine => 1_500,
        _ => 4_500,
    }
}

impl Commands for DrinkCommand {
    fn describe(&self) -> String {
        match self {
            Self::Delete(_) => "Deleted a drink".to_owned(),
            Self::Edit(_, drink) => format!("Changed to {}", drink.summary()),
            Self::Log(drink) => format!("Logged {}", drink.summary()),
        }
    }

    fn doubt(&self) -> Option<String> {
        let (Self::Log(drink) | Self::Edit(_, drink)) = self else { return None };
        (drink.volume.get() > most_ml(drink.kind)).then(|| format!("{}: that is much for one drink", capitalised(&drink.summary())))
    }

    fn run(self, work: &mut Work<'_, '_>) -> Result<(), DiaryError> {
        match self {
            Self::Delete(id) => work.delete(id),
            Self::Edit(id, drink) => {
                work.ensure_has_come(drink.day, drink.time)?;
                work.edit(id, drink)
            }
            Self::Log(drink) => {
                work.ensure_has_come(drink.day, drink.time)?;
                work.add(drink)
            }
        }
    }
}
