//! Finding foods by what a person types, errors forgiven.

use super::{Catalogue, Food};
use crate::domain::FoodId;

/// The foods that fit the words best, at most `at_most`; those in `logged_before` come first among equals.
///
/// Every word typed must fit a word of the name or of a synonym: as its beginning, inside it, or with a
/// typing error (one for four letters or more, two for eight or more).
#[must_use]
pub fn search<'a>(catalogue: &'a Catalogue, typed: &str, logged_before: &[FoodId], at_most: usize) -> Vec<&'a Food> {
    let wanted: Vec<_> = words(typed).collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<_> = catalogue.foods().iter().filter_map(|food| score(food, &wanted).map(|score| (score, food))).collect();
    found.sort_by(|(a, food_a), (b, food_b)| {
        let order = |score: &u32, food: &Food| score.saturating_sub(if logged_before.contains(&food.id) { 15 } else { 0 });
        order(a, food_a)
            .cmp(&order(b, food_b))
            .then_with(|| food_a.name.len().cmp(&food_b.name.len()))
            .then_with(|| food_a.name.cmp(&food_b.name))
    });
    found.into_iter().take(at_most).map(|(_, food)| food).collect()
}

/// How far a food is from the words: 0 is exact, larger is worse, `None` does not fit.
fn score(food: &Food, wanted: &[String]) -> Option<u32> {
    let own = score_name(&food.name, wanted);
    let other = food.synonyms.iter().filter_map(|name| score_name(name, wanted)).min().map(|score| score + 3);
    own.into_iter().chain(other).min()
}

fn score_name(name: &str, wanted: &[String]) -> Option<u32> {
    let have: Vec<_> = words(name).collect();
    let mut sum = 0;
    for word in wanted {
        let best = have.iter().enumerate().filter_map(|(place, own)| Some(score_word(word, own)? + u32::from(place > 0) * 4)).min()?;
        sum += best;
    }
    let unused = have.len().saturating_sub(wanted.len());
    Some(sum + u32::try_from(unused).unwrap_or(u32::MAX))
}

fn score_word(typed: &str, own: &str) -> Option<u32> {
    if own == typed || singular(own) == singular(typed) {
        return Some(0);
    }
    if own.starts_with(typed) {
        return Some(2);
    }
    if typed.len() >= 3 && own.contains(typed) {
        return Some(12);
    }
    let allowed = match typed.chars().count() {
        0..=3 => return None,
        4..=7 => 1,
        _ => 2,
    };
    let beginning: String = own.chars().take(typed.chars().count()).collect();
    let distance = strsim::osa_distance(typed, own).min(strsim::osa_distance(typed, &beginning));
    (distance <= allowed).then(|| 20 + 5 * u32::try_from(distance).unwrap_or(0))
}

/// The word without a plural ending, roughly: enough to compare two words with each other.
fn singular(word: &str) -> &str {
    word.strip_suffix("es").or_else(|| word.strip_suffix('s')).filter(|stem| stem.len() > 2).unwrap_or(word)
}

fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::nutrition::catalogue;

    #[track_caller]
    fn check(typed: &str, first: &str) {
        let found = search(catalogue(), typed, &[], 5);
        let ids: Vec<_> = found.iter().map(|food| food.id.as_str()).collect();
        assert_eq!(ids.first().copied(), Some(first), "{typed}: {ids:?}");
    }

    #[test]
    fn beginnings_plurals_order_and_errors_are_forgiven() {
        check("ban", "banana");
        check("bananas", "banana");
        check("bannana", "banana");
        check("Almond", "almonds");
        check("cooked spinach", "spinach-cooked");
        check("peanut buter", "peanut-butter");
        check("white rice", "white-rice-cooked");
    }

    #[test]
    fn nothing_fits_nonsense_or_nothing() {
        assert!(search(catalogue(), "xqzzkv", &[], 5).is_empty());
        assert!(search(catalogue(), "  ", &[], 5).is_empty());
    }

    #[test]
    fn what_was_logged_before_comes_first() {
        let plain = search(catalogue(), "milk", &[], 5);
        let last = plain.last().unwrap().id.clone();
        assert_eq!(search(catalogue(), "milk", std::slice::from_ref(&last), 5)[0].id, last);
    }
}
