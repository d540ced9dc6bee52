//! Finds the one food that the typed words mean.

use super::CliError;
use super::session::Wanted;
use crate::diary::FoodBook;
use crate::domain::{Barcode, FoodId};
use crate::nutrition::{Food, catalogue};
use std::borrow::Cow;

/// How many foods an error message names at most.
const NEAREST: usize = 5;

/// Finds a food by its id, its bar code, its name or another name of it, or as the only one that fits.
///
/// # Errors
/// [`CliError::Usage`] with the most similar names if no food fits, or if several do.
pub(super) fn find_food(book: &FoodBook, typed: &str) -> Result<Food, CliError> {
    let wanted = typed.trim().to_lowercase();
    let coded = || Barcode::read(&wanted).and_then(|barcode| book.by_barcode(barcode));
    if let Some(food) = book.food(&FoodId::new(&wanted)).or_else(coded) {
        return Ok(food.into_owned());
    }
    let foods = || book.own().iter().chain(catalogue().foods());
    let means = |name: &String| singular(&name.to_lowercase()) == singular(&wanted);
    if let Some(food) = foods().find(|food| means(&food.name)) {
        return Ok(food.clone());
    }
    let mut synonyms = foods().filter(|food| food.synonyms.iter().any(means));
    if let (Some(food), None) = (synonyms.next(), synonyms.next()) {
        return Ok(food.clone());
    }
    match book.search(typed, &[], NEAREST).as_slice() {
        [food] => Ok(food.clone().into_owned()),
        [] => Err(CliError::Usage(unknown(book, typed))),
        several => Err(CliError::Usage(format!("\"{typed}\" can mean several foods. Give one of: {}.", names(several)))),
    }
}

/// Whether imported foods must be read to find the food. Ids of other foods say where they come from.
pub(super) fn needs_imported(typed: &str) -> Wanted {
    let known = catalogue().food(&FoodId::new(&typed.trim().to_lowercase())).is_some();
    if known { Wanted::No } else { Wanted::Yes }
}

/// The name without a plural ending, which is enough to compare it with another one.
fn singular(name: &str) -> &str {
    name.trim_end_matches('s')
}

fn unknown(book: &FoodBook, typed: &str) -> String {
    let mut near: Vec<Cow<'_, Food>> = Vec::new();
    for food in typed.split_whitespace().flat_map(|word| book.search(word, &[], NEAREST)) {
        if !near.iter().any(|known| known.id == food.id) {
            near.push(food);
        }
    }
    near.truncate(NEAREST);
    if near.is_empty() {
        return format!("No food is like \"{typed}\". Look for another word with: cramp-diary foods search WORDS");
    }
    format!("No food is called \"{typed}\". The nearest are: {}.", names(&near))
}

fn names(foods: &[Cow<'_, Food>]) -> String {
    foods.iter().map(|food| format!("{} ({})", food.name, food.id)).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn foods_are_found_by_id_name_other_name_and_when_only_one_fits() {
        for (typed, id) in [
            ("white-rice-cooked", "white-rice-cooked"),
            ("Brown rice, cooked", "brown-rice-cooked"),
            ("bananas", "banana"),
            ("almond", "almonds"),
            ("brocolli raw", "broccoli-raw"),
        ] {
            assert_eq!(find_food(&FoodBook::default(), typed).unwrap().id.as_str(), id, "{typed}");
        }
    }

    #[test]
    fn refusals_name_what_is_near() {
        let refusal = |typed| find_food(&FoodBook::default(), typed).unwrap_err().to_string();
        assert!(refusal("milk").starts_with("\"milk\" can mean several foods. Give one of: "));
        assert!(refusal("banana split").contains("The nearest are: Banana (banana)"));
        assert!(refusal("xqzzkv").contains("No food is like \"xqzzkv\""));
    }
}
