//! What one day has and another should have too: "same as the day before".

use crate::diary::DiaryError;
use crate::diary::work::{Commands, Work};
use crate::domain::{Day, Drink, FoodEntry, Meal, Stretch, SupplementTaken};

/// Copies what one day has to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayCommand {
    /// Adds to one day what another has.
    Repeat {
        /// The day to copy from.
        from: Day,
        /// The day to add to.
        to: Day,
        /// What to copy.
        what: Repeat,
    },
}

/// What can be copied from one day to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Repeat {
    /// All drinks.
    Drinks,
    /// All foods.
    Food,
    /// The foods of one meal.
    Meal(Meal),
    /// All stretching.
    Stretching,
    /// All supplements.
    Supplements,
}

impl Repeat {
    /// The name of what is repeated, for the undo line.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Drinks => "drinks",
            Self::Food => "food",
            Self::Meal(Meal::Breakfast) => "breakfast",
            Self::Meal(Meal::Lunch) => "lunch",
            Self::Meal(Meal::Dinner) => "dinner",
            Self::Meal(Meal::Snack) => "the snacks",
            Self::Stretching => "stretching",
            Self::Supplements => "supplements",
        }
    }
}

impl Commands for DayCommand {
    fn describe(&self) -> String {
        let Self::Repeat { from, to: _, what } = self;
        format!("Copied {} from {}", what.label(), from.label())
    }

    /// Copies have no time: what is logged of the day before is known, but not when it will be today.
    fn run(self, work: &mut Work<'_, '_>) -> Result<(), DiaryError> {
        let Self::Repeat { from, to, what } = self;
        work.ensure_day_has_come(to)?;
        let copied = match what {
            Repeat::Drinks => work.copy(from, |drink| Some(Drink { day: to, time: None, ..drink }))?,
            Repeat::Food => work.copy(from, |food| Some(FoodEntry { day: to, time: None, ..food }))?,
            Repeat::Meal(meal) => {
                let of_meal = |food: &FoodEntry| food.meal == Some(meal);
                work.copy(from, |food| of_meal(&food).then_some(FoodEntry { day: to, time: None, ..food }))?
            }
            Repeat::Supplements => work.copy(from, |taken| Some(SupplementTaken { day: to, time: None, ..taken }))?,
            Repeat::Stretching => {
                let copied = work.copy(from, |stretch| Some(Stretch { day: to, ..stretch }))?;
                if copied > 0 {
                    work.clear_no_stretching(to)?;
                }
                copied
            }
        };
        if copied == 0 { Err(DiaryError::NothingToRepeat { day: from }) } else { Ok(()) }
    }
}
