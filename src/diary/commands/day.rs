//! What one day has and another should have too: "same as the day before".

use crate::diary::DiaryError;
use crate::diary::work::{Commands, Work};
use crate::domain::{Day, Drink, FoodEntry, Meal, NoStretching, Stretch, SupplementTaken};

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
    /// All drinks, foods, stretching and supplements, each if the other day has none of them.
    WholeDay,
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
            Self::WholeDay => "the whole day",
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
        if work.repeat(from, to, what)? == 0 { Err(DiaryError::NothingToRepeat { day: from }) } else { Ok(()) }
    }
}

impl Work<'_, '_> {
    /// What can be copied to a day that has nothing of it.
    fn not_yet_on(&self, day: Day) -> Result<Vec<Repeat>, DiaryError> {
        let (read, date) = (self.read(), day.date());
        let stretched = !read.on::<Stretch>(date)?.is_empty() || !read.on::<NoStretching>(date)?.is_empty();
        let has = [
            (Repeat::Drinks, !read.on::<Drink>(date)?.is_empty()),
            (Repeat::Food, !read.on::<FoodEntry>(date)?.is_empty()),
            (Repeat::Stretching, stretched),
            (Repeat::Supplements, !read.on::<SupplementTaken>(date)?.is_empty()),
        ];
        Ok(has.into_iter().filter(|(_, has)| !has).map(|(what, _)| what).collect())
    }

    /// Copies what one day has to another. Returns how many records that are.
    fn repeat(&mut self, from: Day, to: Day, what: Repeat) -> Result<usize, DiaryError> {
        Ok(match what {
            Repeat::Drinks => self.copy(from, |drink| Some(Drink { day: to, time: None, ..drink }))?,
            Repeat::Food => self.copy(from, |food| Some(FoodEntry { day: to, time: None, ..food }))?,
            Repeat::Meal(meal) => {
                let of_meal = |food: &FoodEntry| food.meal == Some(meal);
                self.copy(from, |food| of_meal(&food).then_some(FoodEntry { day: to, time: None, ..food }))?
            }
            Repeat::Supplements => self.copy(from, |taken| Some(SupplementTaken { day: to, time: None, ..taken }))?,
            Repeat::Stretching => {
                let copied = self.copy(from, |stretch| Some(Stretch { day: to, ..stretch }))?;
                if copied > 0 {
                    self.clear_no_stretching(to)?;
                }
                copied
            }
            Repeat::WholeDay => {
                let mut copied = 0;
                for what in self.not_yet_on(to)? {
                    copied += self.repeat(from, to, what)?;
                }
                copied
            }
        })
    }
}
