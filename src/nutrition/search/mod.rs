//! Finds foods by what a person types, and forgives typing errors.
//!
//! [`FoodIndex`] contains the words of any foods. `cost.rs` says which foods are better answers.

mod build;
mod cost;
mod errors;
mod found;
mod index;
mod name;
mod place;
mod posting;
#[cfg(test)]
mod slow;
mod vocabulary;
mod words;

pub use build::{FoodIndexBuilder, Named};
pub use found::Hit;
pub use index::FoodIndex;

use super::Food;

/// The rank of the person's own foods: somebody who describes a food means to eat it.
const OWN: u8 = 1;

impl<'a> From<&'a Food> for Named<'a> {
    fn from(food: &'a Food) -> Self {
        Self { name: &food.name, synonyms: &food.synonyms, rarity: food.tags.as_ref().map_or(OWN, |tags| tags.rarity) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::FoodId;
    use crate::nutrition::{Catalogue, catalogue};

    /// The foods of the catalogue that fit the words best, at most `at_most`; those in `logged_before` come first among comparable ones.
    ///
    /// [`FoodIndex::search`] says what fits.
    fn search<'a>(catalogue: &'a Catalogue, typed: &str, logged_before: &[FoodId], at_most: usize) -> Vec<&'a Food> {
        let logged_before: Vec<u32> = logged_before.iter().filter_map(|id| catalogue.place(id)?.try_into().ok()).collect();
        let hits = catalogue.index().search(typed, at_most, &logged_before);
        hits.into_iter().filter_map(|hit| catalogue.foods().get(hit.food as usize)).collect()
    }

    #[track_caller]
    fn ids(typed: &str) -> Vec<&'static str> {
        search(catalogue(), typed, &[], 8).iter().map(|food| food.id.as_str()).collect()
    }

    #[track_caller]
    fn check(typed: &str, first: &str) {
        let ids = ids(typed);
        assert_eq!(ids.first().copied(), Some(first), "{typed}: {ids:?}");
    }

    #[test]
    fn beginnings_plurals_order_and_errors_are_forgiven() {
        for (typed, first) in [
            ("ban", "banana"),
            ("bananas", "banana"),
            ("bannana", "banana"),
            ("Almond", "almonds"),
            ("cooked spinach", "spinach-cooked"),
            ("spin coo", "spinach-cooked"),
            ("peanut buter", "peanut-butter"),
            ("butter peanut", "peanut-butter"),
            ("peanutbutter", "peanut-butter"),
            ("white rice", "white-rice-cooked"),
            ("zuchin", "zucchini-cooked"),
            ("corgette", "zucchini-cooked"),
            ("courgettes", "zucchini-cooked"),
            ("aubergine", "eggplant-cooked"),
            ("crème fraîche", "sour-cream"),
            ("macaroni with cheese", "macaroni-and-cheese"),
            ("mozarela", "mozzarella"),
            ("brocolli", "broccoli-cooked"),
            ("icecream", "ice-cream-vanilla"),
            ("cows milk", "whole-milk"),
        ] {
            check(typed, first);
        }
    }

    #[test]
    fn the_everyday_food_comes_first() {
        for (typed, first) in [
            ("rice", "white-rice-cooked"),
            ("ric", "white-rice-cooked"),
            ("milk", "whole-milk"),
            ("bread", "white-bread"),
            ("egg", "egg-boiled"),
            ("eggs", "egg-boiled"),
            ("apple", "apple"),
            ("app", "apple"),
            ("chicken", "chicken-breast-cooked"),
            ("tomato", "tomato"),
            ("tom", "tomato"),
            ("pasta", "pasta-cooked"),
            ("oran", "orange"),
            ("bana", "banana"),
            ("avo", "avocado"),
            ("oats", "rolled-oats"),
            ("porridge", "oatmeal-cooked"),
        ] {
            check(typed, first);
        }
    }

    #[test]
    fn nothing_fits_nonsense_or_nothing() {
        for typed in ["xqzzkv", "  ", "", "banana xqzzkv"] {
            assert_eq!(ids(typed), [""; 0], "{typed}");
        }
    }

    #[test]
    fn what_was_logged_before_comes_first() {
        for (typed, at_most) in [("milk", 5), ("c", 20), ("bread", 5), ("che", 5)] {
            let plain = search(catalogue(), typed, &[], at_most);
            let last = plain.last().unwrap().id.clone();
            assert_eq!(search(catalogue(), typed, std::slice::from_ref(&last), at_most)[0].id, last, "{typed}");
        }
        assert!(search(catalogue(), "milk", &[FoodId::new("nothing-of-ours")], 1).len() == 1);
    }

    #[test]
    fn ranks_decide_among_comparable_foods_and_then_fewer_words() {
        let foods = [("Coffee cake", 1), ("Coffee, instant, dry", 2), ("Iced coffee", 3), ("Coffee, brewed", 1), ("Toffee", 1)];
        let index = FoodIndex::new(foods.map(|(name, rarity)| Named { name, synonyms: &[], rarity }));
        let found = |typed, logged: &[u32]| index.search(typed, 9, logged).into_iter().map(|hit| hit.food).collect::<Vec<_>>();
        assert_eq!(found("coffee", &[]), [3, 0, 1, 2, 4]);
        assert_eq!(found("cof", &[]), [3, 0, 1, 2]);
        assert_eq!(found("coffee", &[2, 700]), [2, 3, 0, 1, 4]);
    }

    #[test]
    fn words_that_describe_in_a_synonym_come_after_the_food_itself() {
        let (nuts, none) = ([String::from("beer nuts")], []);
        let foods = [("Peanuts, roasted", 1, &nuts[..]), ("Ginger beer", 2, &none[..])];
        let index = FoodIndex::new(foods.map(|(name, rarity, synonyms)| Named { name, synonyms, rarity }));
        assert_eq!(index.search("beer", 9, &[]).iter().map(|hit| hit.food).collect::<Vec<_>>(), [1, 0]);
    }

    #[test]
    fn hits_of_several_indexes_can_be_merged() {
        let named = |name, rarity| Named { name, synonyms: &[], rarity };
        let foods = [named("Rye bread", 2), named("Bread", 1), named("Breadfruit", 3), named("Gingerbread", 1), named("Banana braed", 1)];
        let whole = FoodIndex::new(foods);
        for at in 0..foods.len() {
            let parts = [&foods[..at], &foods[at..]].map(|foods| FoodIndex::new(foods.iter().copied()));
            let offset = u32::try_from(at).unwrap();
            let mut hits = parts[0].search("bread", 9, &[]);
            hits.extend(parts[1].search("bread", 9, &[]).into_iter().map(|hit| Hit { food: hit.food + offset, ..hit }));
            hits.sort_unstable();
            assert_eq!(hits, whole.search("bread", 9, &[]));
        }
    }

    #[test]
    fn an_index_can_be_made_on_another_thread() {
        fn check<T: Send + Sync + 'static>() {}
        check::<FoodIndexBuilder>();
        check::<FoodIndex>();
    }
}
