//! Drinks.

use crate::diary::DiaryError;
use crate::diary::work::{Commands, Work};
use crate::domain::{Drink, Id};

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

impl Commands for DrinkCommand {
    fn describe(&self) -> String {
        match self {
            Self::Delete(_) => "Deleted a drink".to_owned(),
            Self::Edit(_, drink) => format!("Changed to {}", drink.summary()),
            Self::Log(drink) => format!("Logged {}", drink.summary()),
        }
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
