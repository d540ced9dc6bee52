//! The foods that a page lists, filtered by the profile of the diary.

use crate::cli::Session;
use crate::cli::session::{Foods, Wanted};
use crate::domain::Nutrient;
use crate::guide::{ListedGroup, listed_alikes, listed_numbers, listed_sick_days};
use crate::nutrition::{Ranked, reference, rich_foods};

/// How many foods are listed at most.
const MOST: usize = 8;

/// The foods, and the person that they are for.
pub(super) struct RichFoods {
    foods: Foods,
    /// Whether there is a diary that could not be read.
    unread: bool,
}

impl RichFoods {
    /// The foods for the person of the diary, or for everyone if there is none. The guide can be read whatever is wrong with the
    /// diary.
    pub(super) fn of(session: Session) -> Self {
        session
            .foods(Wanted::No)
            .map_or_else(|_error| Self { foods: Foods::default(), unread: true }, |foods| Self { foods, unread: false })
    }

    /// The kinds of medicines to ask about on a sick day, those of the person first.
    pub(super) fn sick_days(&self) -> Vec<ListedGroup> {
        listed_sick_days(self.foods.day, &self.foods.medicines)
    }

    /// What may feel like a cramp, with the emergency numbers of where the person lives.
    pub(super) fn alikes(&self) -> Vec<ListedGroup> {
        listed_alikes(self.foods.country)
    }

    /// Whom to call where the person lives.
    pub(super) fn numbers(&self) -> Vec<ListedGroup> {
        listed_numbers(self.foods.country)
    }

    /// The richest foods, the best first, each with its share of the reference; and notes about the list.
    pub(super) fn of_nutrient(&self, nutrient: Nutrient) -> (Vec<(Ranked<'_>, Option<f64>)>, Vec<String>) {
        let Foods { book, filter, person, rules, whose, .. } = &self.foods;
        let richest = rich_foods(book.own(), nutrient, filter, rules, MOST);
        let (notes, ranked) = (richest.notes(), richest.ranked);
        let per_cent = (!ranked.is_empty()).then(|| format!("Per cent are of the daily reference for {whose}."));
        let unread = self.unread.then(|| "The diary could not be read, so these are for everyone.".to_owned());
        let share = |amount| Some(amount / reference(nutrient, person)?.amount);
        let ranked = ranked.into_iter().map(|ranked| (ranked, share(ranked.amount)));
        (ranked.collect(), per_cent.into_iter().chain(notes).chain(unread).collect())
    }
}
