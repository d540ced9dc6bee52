//! The foods that a page lists, as they fit the profile of the diary.

use crate::cli::Session;
use crate::cli::session::{Foods, Wanted};
use crate::domain::Nutrient;
use crate::nutrition::{Ranked, reference, richest};

/// How many foods are listed.
const MOST: usize = 8;

/// The foods, and for whom they are.
pub(super) struct RichFoods {
    foods: Foods,
    /// There is a diary, but it could not be read.
    unread: bool,
}

impl RichFoods {
    /// For the person of the diary; for everyone where there is none. The guide can be read whatever is wrong with the diary.
    pub(super) fn of(session: Session) -> Self {
        session
            .foods(Wanted::No)
            .map_or_else(|_error| Self { foods: Foods::default(), unread: true }, |foods| Self { foods, unread: false })
    }

    /// The richest, best first, with their share of the reference.
    pub(super) fn of_nutrient(&self, nutrient: Nutrient) -> Vec<(Ranked<'_>, Option<f64>)> {
        let Foods { book, filter, person, withholds_potassium, .. } = &self.foods;
        if withholds_potassium.is_some() && nutrient == Nutrient::Potassium {
            return Vec::new();
        }
        let ranked = richest(book.own(), nutrient, (filter, withholds_potassium.is_some()), MOST);
        let share = |amount| Some(amount / reference(nutrient, person)?.amount);
        ranked.into_iter().map(|ranked| (ranked, share(ranked.amount))).collect()
    }

    /// What to know about the list.
    pub(super) fn notes(&self, nutrient: Nutrient) -> Vec<String> {
        let Foods { filter, withholds_potassium, whose, .. } = &self.foods;
        if let (Some(why), Nutrient::Potassium) = (withholds_potassium, nutrient) {
            return vec![format!(
                "Because of {why}, no foods rich in potassium are listed for you. Ask your doctor or dietitian how much is right."
            )];
        }
        let notes = [
            Some(format!("Per cent are of the daily reference for {whose}.")),
            (!filter.allows_everything()).then(|| "What your profile rules out is left out.".to_owned()),
            withholds_potassium.as_ref().map(|why| format!("Because of {why}, only foods with little potassium are listed.")),
            self.unread.then(|| "The diary could not be read, so these are for everyone.".to_owned()),
        ];
        notes.into_iter().flatten().collect()
    }
}
