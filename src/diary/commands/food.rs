//! Foods eaten, and whether all food of a day is logged.

use crate::diary::DiaryError;
use crate::diary::work::{Commands, Work};
use crate::domain::{Day, FoodDay, FoodEntry, Id, capitalised};

/// Adds, changes or deletes a food eaten, or marks the food of a day.
#[derive(Debug, Clone, PartialEq)]
pub enum FoodCommand {
    /// Deletes a food eaten.
    Delete(Id<FoodEntry>),
    /// Replaces what was said of a food eaten.
    Edit(Id<FoodEntry>, FoodEntry),
    /// Adds a food eaten.
    Log(FoodEntry),
    /// Says whether all food of a day is logged; `None` takes that back.
    MarkDay(Day, Option<bool>),
}

/// The most of one food that is eaten at once, in g.
const MOST_G: f64 = 2_000.0;

impl Commands for FoodCommand {
    fn describe(&self) -> String {
        match self {
            Self::Delete(_) => "Deleted a food".to_owned(),
            Self::Edit(_, food) => format!("Changed to {}", food.summary()),
            Self::Log(food) => format!("Logged {}", food.summary()),
            Self::MarkDay(day, Some(true)) => format!("Marked the food of {} as complete", day.label()),
            Self::MarkDay(day, Some(false)) => format!("Marked the food of {} as incomplete", day.label()),
            Self::MarkDay(day, None) => format!("Took back the mark on the food of {}", day.label()),
        }
    }

    fn doubt(&self) -> Option<String> {
        let (Self::Log(food) | Self::Edit(_, food)) = self else { return None };
        (food.amount.get() > MOST_G).then(|| format!("{}: that is much of one food", capitalised(&food.summary())))
    }

    fn run(self, work: &mut Work<'_, '_>) -> Result<(), DiaryError> {
        match self {
            Self::Delete(id) => work.delete(id),
            Self::Edit(id, food) => {
                work.ensure_has_come(food.day, food.time)?;
                work.edit(id, food)
            }
            Self::Log(food) => {
                work.ensure_has_come(food.day, food.time)?;
                work.add(food)
            }
            Self::MarkDay(day, complete) => {
                work.ensure_day_has_come(day)?;
                let known = work.read().on::<FoodDay>(day.date())?.pop();
                work.set(known, complete.map(|complete| FoodDay { day, complete }))
            }
        }
    }
}
