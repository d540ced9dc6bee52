//! A search without an index, to compare with: it looks at every word of every food, one after the other.

use super::cost;
use super::words::{fold_into, same_but_plural, wanted};
use super::{FoodIndex, Hit, Named, name, place};
use crate::seeded::seeded;
use proptest::{prelude::*, sample::Index};

struct Plain {
    name: String,
    synonyms: Vec<String>,
    rarity: u8,
}

impl Plain {
    fn named(&self) -> Named<'_> {
        Named { name: &self.name, synonyms: &self.synonyms, rarity: self.rarity }
    }

    /// The words of the food with their places, and how many its name has.
    fn words(&self) -> (Vec<(String, u8)>, usize) {
        let mut words = Vec::new();
        let count = name::places(&self.name, &mut String::new(), |word, at| words.push((word.to_owned(), at)));
        for synonym in &self.synonyms {
            name::places(synonym, &mut String::new(), |word, at| words.push((word.to_owned(), place::in_synonym(at))));
        }
        (words, count)
    }

    /// Points for all the words wanted, each by the best word of the food.
    fn points(&self, wanted: &[String], errors: bool) -> Option<u32> {
        let (words, _) = self.words();
        let best = |typed: &String| words.iter().filter_map(|(word, at)| Some(u32::from(fit(typed, word, errors)? + at))).min();
        wanted.iter().map(best).sum()
    }

    fn score(&self, wanted: &[String], errors: bool) -> Option<u32> {
        let together = |place: usize| {
            let (before, after) = (wanted[..place].to_vec(), wanted[place + 1..].to_vec());
            let parted = move |end| {
                let (first, second) = wanted[place].split_at(end);
                self.halves_fit(first, second)?.checked_add(self.points(&before, errors)?)?.checked_add(self.points(&after, errors)?)
            };
            let ends: Vec<usize> = wanted[place].char_indices().map(|(end, _)| end).collect();
            (3..ends.len().saturating_sub(2))
                .filter_map(|letters| parted(ends[letters]))
                .map(|points| points + u32::from(cost::TYPED_TOGETHER))
                .min()
        };
        let parted = (0..wanted.len()).filter(|_| errors).filter_map(together);
        let points = self.points(wanted, errors).into_iter().chain(parted).min()? + u32::from(cost::rarity_points(self.rarity));
        Some(cost::score(u16::try_from(points).ok()?, false, u8::try_from(self.words().1).ok()?))
    }

    fn halves_fit(&self, first: &str, second: &str) -> Option<u32> {
        let (words, _) = self.words();
        let least = |fit: &dyn Fn(&str) -> Option<u8>| words.iter().filter_map(|(word, at)| Some(u32::from(fit(word)? + at))).min();
        let first = least(&|word| (word == first).then_some(0))?;
        let second = least(&|word| word.starts_with(second).then_some(if word == second { 0 } else { cost::BEGINNING }))?;
        Some(first + second)
    }
}

fn fit(typed: &str, word: &str, errors: bool) -> Option<u8> {
    if typed == word || same_but_plural(typed, word) {
        return Some(0);
    }
    if word.starts_with(typed) {
        return Some(cost::BEGINNING);
    }
    let letters = typed.chars().count();
    if letters >= 3 && word.contains(typed) {
        return Some(cost::INSIDE);
    }
    let allowed = match letters {
        0..4 => 0,
        4..8 => 1,
        _ => 2,
    };
    let ends = word.char_indices().map(|(at, _)| at);
    let in_beginning = ends.map(|end| (strsim::osa_distance(typed, &word[..end]), cost::ERROR_IN_BEGINNING));
    let distances = in_beginning.chain([(strsim::osa_distance(typed, word), 0)]).filter(|(distance, _)| errors && *distance <= allowed);
    distances.map(|(distance, more)| cost::ONE_ERROR + cost::ANOTHER_ERROR * u8::try_from(distance - 1).unwrap() + more).min()
}

fn slow_search(foods: &[Plain], typed: &str, at_most: usize) -> Vec<Hit> {
    let wanted = wanted(typed);
    let round = |errors| {
        let scores = (0..).zip(foods).filter(|_| !wanted.is_empty());
        let mut hits: Vec<_> = scores.filter_map(|(food, plain)| Some(Hit { score: plain.score(&wanted, errors)?, food })).collect();
        hits.sort_unstable();
        hits.truncate(at_most);
        hits
    };
    let hits = round(false);
    if hits.len() < at_most { round(true) } else { hits }
}

fn index(foods: &[Plain]) -> FoodIndex {
    FoodIndex::new(foods.iter().map(Plain::named))
}

fn word() -> impl Strategy<Value = String> {
    let common =
        prop::sample::select(vec!["rice", "milk", "Crème", "peanuts", "butter", "berries", "with", "and", "corn", "cooked", "strawberry"]);
    prop_oneof![2 => common.prop_map(str::to_owned), 1 => "[abcde]{1,9}", 1 => "[a-eé]{3,6}(es|s|ies)"]
}

fn plain() -> impl Strategy<Value = Plain> {
    let name = |words| {
        prop::collection::vec((word(), prop::sample::select(vec![" ", ", ", "-", " ("])), words)
            .prop_map(|words| words.into_iter().flat_map(|(word, after)| [word, after.to_owned()]).collect::<String>())
    };
    (name(1..5), prop::collection::vec(name(1..3), 0..3), 1..5_u8).prop_map(|(name, synonyms, rarity)| Plain { name, synonyms, rarity })
}

impl std::fmt::Debug for Plain {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?} {:?} {}", self.name, self.synonyms, self.rarity)
    }
}

fn split(name: &str) -> Vec<String> {
    let mut folded = String::new();
    fold_into(&mut folded, name);
    super::words::split(&folded).map(str::to_owned).collect()
}

proptest! {
    #![proptest_config(seeded(1_000))]
    #[test]
    fn the_index_finds_what_looking_at_every_food_finds(
        foods in prop::collection::vec(plain(), 0..30),
        typed in prop::collection::vec((word(), prop::sample::select(vec![" ", " ", ""])), 1..4),
        letters in 1..30_usize,
        at_most in 1..40_usize,
    ) {
        let typed: String = typed.into_iter().flat_map(|(word, after)| [word, after.to_owned()]).collect::<String>().chars().take(letters).collect();
        prop_assert_eq!(index(&foods).search(&typed, at_most, &[]), slow_search(&foods, &typed, at_most));
    }

    #[test]
    fn only_ties_depend_on_the_order_of_foods(foods in prop::collection::vec(plain(), 1..20), typed in word()) {
        let last = u32::try_from(foods.len()).unwrap() - 1;
        let reversed = FoodIndex::new(foods.iter().rev().map(Plain::named));
        let mut turned: Vec<_> = reversed.search(&typed, 99, &[]).into_iter().map(|hit| Hit { food: last - hit.food, ..hit }).collect();
        turned.sort_unstable();
        prop_assert_eq!(index(&foods).search(&typed, 99, &[]), turned);
    }

    #[test]
    fn logging_moves_a_food_up_and_leaves_the_others_as_they_were(foods in prop::collection::vec(plain(), 1..20), typed in word(), which: Index) {
        let index = index(&foods);
        let logged = u32::try_from(which.index(foods.len())).unwrap();
        let (before, after) = (index.search(&typed, 99, &[]), index.search(&typed, 99, &[logged]));
        let others = |hits: &[Hit]| hits.iter().filter(|hit| hit.food != logged).copied().collect::<Vec<_>>();
        let place = |hits: &[Hit]| hits.iter().position(|hit| hit.food == logged);
        prop_assert_eq!(others(&before), others(&after));
        prop_assert_eq!(before.len(), after.len());
        prop_assert!(place(&after) <= place(&before));
    }
}

/// What a person may type for a word of five letters or more: a letter dropped, doubled, or swapped with the next.
fn mistyped(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    if letters.len() < 5 {
        return Vec::new();
    }
    let each = 0..letters.len();
    let changed = each.flat_map(|at| {
        let (mut dropped, mut doubled, mut swapped) = (letters.clone(), letters.clone(), letters.clone());
        dropped.remove(at);
        doubled.insert(at, letters[at]);
        swapped.swap(at, (at + 1).min(letters.len() - 1));
        [dropped, doubled, swapped]
    });
    changed.map(|letters| letters.into_iter().collect()).collect()
}

#[test]
fn every_food_of_the_catalogue_is_found_in_all_the_ways_it_may_be_typed() {
    let catalogue = crate::nutrition::catalogue();
    let index = catalogue.index();
    for (place, food) in (0..).zip(catalogue.foods()) {
        let finds = |typed: &str| index.search(typed, usize::MAX, &[]).iter().any(|hit| hit.food == place);
        let words = split(&food.name);
        let mut ways = vec![food.name.clone(), words.join(" ")];
        ways.extend(words.iter().filter(|word| word.chars().count() >= 3).cloned());
        ways.extend(food.synonyms.iter().cloned());
        for (at, word) in words.iter().enumerate() {
            let mut swapped = words.clone();
            swapped.swap(at, 0);
            ways.push(swapped.join(" "));
            // Another mistake in each word and food; all of them would take a minute.
            let mistakes = mistyped(word);
            if let Some(mistake) = mistakes.get((at + place as usize) % mistakes.len().max(1)) {
                let mut wrong = words.clone();
                wrong[at].clone_from(mistake);
                ways.push(wrong.join(" "));
            }
        }
        for typed in ways {
            assert!(finds(&typed), "{typed} does not find {}", food.name);
        }
    }
}
