//! Names of medicines that complete what a person is typing.

use super::brands::brands_beginning;
use super::medicines::classes;
use super::words::{folded, key_of};
use crate::domain::each_once;
use std::collections::BTreeSet;
use std::sync::OnceLock;

/// Up to `at_most` names: generic names that begin with the letters typed, then brands that do, then generic names with a later word
/// that begins so. A name that is typed out is left out.
#[must_use]
pub fn suggest_names(typed: &str, at_most: usize) -> Vec<&'static str> {
    static NAMES: OnceLock<BTreeSet<&str>> = OnceLock::new();
    let typed = folded(typed.trim());
    if typed.chars().count() < 2 {
        return Vec::new();
    }
    let names = NAMES.get_or_init(|| classes().iter().flat_map(|class| class.generic_names.iter().map(String::as_str)).collect());
    let begins = |name: &&str| name.starts_with(&typed);
    let word_begins = |name: &&str| name.split([' ', '-']).skip(1).any(|word| word.starts_with(&typed));
    let (first, others): (Vec<&str>, Vec<&str>) = names.iter().copied().filter(|name| *name != typed).partition(begins);
    let key = key_of(&typed);
    let brands = brands_beginning(&key).map(|brand| brand.name).filter(|name| key_of(name) != key);
    each_once(first.into_iter().chain(brands).chain(others.into_iter().filter(word_begins)).take(at_most))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_complete_what_is_typed() {
        assert_eq!(suggest_names("rami", 2), ["ramipril", "Ramilolo"], "generic names before brands");
        assert_eq!(suggest_names("entres", 5), ["Entresto"]);
        assert_eq!(suggest_names("slow-", 2), ["Slow Fe", "Slow-K"]);
        assert_eq!(suggest_names("Trimox", 5), ["co-trimoxazole"], "a word in the middle");
        assert_eq!(suggest_names("insulin gl", 5), ["insulin glargine", "insulin glulisine"]);
        assert_eq!(suggest_names("r\u{e0}mip", 5), ["ramipril"], "accents aside");
        assert_eq!(suggest_names("a", 5), [""; 0]);
        assert_eq!(suggest_names("ramipril", 5), [""; 0], "it is typed out");
        assert_eq!(suggest_names("co", 3).len(), 3);
    }
}
