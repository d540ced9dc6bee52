//! Brands of medicines: what each holds, and its classes.
//!
//! Names of nine countries and of the European Union, of `assets/guide/brands.csv`. Names that are no longer sold are among them, since
//! people keep old boxes. The table is read when a name is first looked up, and a row only when its name is found.

use super::csv_rows::parts;
use super::key_table::KeyTable;
use super::words::key_of;
use std::sync::OnceLock;

const BRANDS: &str = include_str!("../../assets/guide/brands.csv");

/// Words that are near a brand and do not mean it: they differ by one letter and are no typing error ("ability"), or have another sense
/// together ("no salt").
const WORDS: &str = include_str!("../../assets/guide/words_near_brands.txt");

/// What the last column says of a brand that is an ordinary word as well.
const ORDINARY_WORD: &str = "word";

/// A brand, as a row of the table tells of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Brand {
    /// The name as its box has it: "Entresto".
    pub(super) name: &'static str,
    /// What it holds, between `+`: "sacubitril+valsartan".
    ingredients: &'static str,
    /// The keys of its classes, between `|`. Empty if it belongs to none.
    classes: &'static str,
    /// Where the name means this, between `|`, if it means something else elsewhere; or [`ORDINARY_WORD`]. Mostly empty.
    ask: &'static str,
}

impl Brand {
    /// The keys of its classes.
    pub(super) fn classes(self) -> impl Iterator<Item = &'static str> {
        parts(self.classes)
    }

    /// What it holds, each in lower case: "sacubitril", "valsartan".
    pub(super) fn ingredients(self) -> impl Iterator<Item = &'static str> {
        self.ingredients.split('+')
    }

    /// What it holds, in words: "sacubitril + valsartan".
    pub(super) fn contents(self) -> String {
        self.ingredients.replace('+', " + ")
    }

    /// The countries in which the name means this. Empty if it means one thing everywhere.
    pub(super) fn countries(self) -> Vec<&'static str> {
        if self.is_ordinary_word() { Vec::new() } else { parts(self.ask).collect() }
    }

    /// Whether the name is an ordinary English word as well.
    pub(super) fn is_ordinary_word(self) -> bool {
        self.ask == ORDINARY_WORD
    }

    /// Whether the name alone does not tell what is meant.
    pub(super) fn is_asked_about(self) -> bool {
        !self.ask.is_empty()
    }
}

/// The table as it is searched.
#[derive(Debug)]
struct Brands {
    /// The names, each with the place in the file where its row begins.
    names: KeyTable,
    /// The [`WORDS`], sorted.
    words: Vec<&'static str>,
}

/// The brands with exactly this name, which is compared as [`key_of`] gives it. Several if the name means several things.
pub(super) fn brands_named(key: &str) -> Vec<Brand> {
    brands().names.find(key).filter_map(row).collect()
}

/// The brands whose name differs from the word by one letter. Empty for a short word, and for an English word. Brands that are asked
/// about are left out.
pub(super) fn brands_near(word: &str) -> Vec<Brand> {
    if is_ordinary(word) {
        return Vec::new();
    }
    brands().names.near(word).into_iter().filter_map(row).filter(|brand| !brand.is_asked_about()).collect()
}

/// Whether these are ordinary words that are near a brand: "ability", "no salt".
pub(super) fn is_ordinary(words: &str) -> bool {
    brands().words.binary_search(&words).is_ok()
}

/// The brands whose name begins with these letters, in the order of the alphabet.
pub(super) fn brands_beginning(letters: &str) -> impl Iterator<Item = Brand> {
    brands().names.beginning(letters).filter_map(row)
}

fn brands() -> &'static Brands {
    static READ: OnceLock<Brands> = OnceLock::new();
    READ.get_or_init(|| {
        let mut keys = Vec::with_capacity(4_000);
        let mut start = 0;
        for line in BRANDS.split_inclusive('\n') {
            if start > 0 {
                let name = line.split(',').next().unwrap_or_default();
                keys.push((key_of(name), u32::try_from(start).unwrap_or(u32::MAX)));
            }
            start += line.len();
        }
        let mut words: Vec<_> = WORDS.lines().collect();
        words.sort_unstable();
        Brands { names: KeyTable::new(keys), words }
    })
}

/// The row that begins at this place of the file. Returns `None` if it lacks a column.
fn row(start: u32) -> Option<Brand> {
    let mut columns = BRANDS.get(start as usize..)?.lines().next()?.split(',');
    let (name, ingredients, classes, ask) = (columns.next()?, columns.next()?, columns.next()?, columns.next()?);
    Some(Brand { name, ingredients, classes, ask })
}

/// Every row of the table.
#[cfg(test)]
pub(super) fn every_brand() -> Vec<Brand> {
    brands_beginning("").collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ClassKey;
    use crate::guide::medicines::class;

    #[test]
    fn every_row_can_be_read_and_names_classes_of_the_guide() {
        let rows = every_brand();
        assert_eq!(rows.len(), BRANDS.lines().count() - 1);
        for brand in rows {
            assert_eq!(BRANDS.lines().filter(|line| line.split(',').count() != 4).count(), 0);
            assert!(!brand.name.is_empty() && brand.ingredients().all(|held| !held.trim().is_empty()), "{brand:?}");
            assert!(key_of(brand.name).is_ascii(), "{brand:?}");
            for key in brand.classes() {
                assert!(class(&ClassKey::new(key).unwrap()).is_some(), "{brand:?}");
            }
            assert!(brand.classes().count() > 0 || !brand.countries().is_empty(), "{brand:?} belongs to no class");
            let several = brands_named(&key_of(brand.name)).len() > 1;
            assert!(!several || !brand.countries().is_empty(), "{brand:?} means several things and does not say where");
        }
    }

    #[test]
    fn a_row_says_what_is_held_and_where() {
        let [entresto] = brands_named("entresto")[..] else { panic!() };
        assert_eq!((entresto.name, entresto.contents().as_str()), ("Entresto", "sacubitril + valsartan"));
        assert!(!entresto.is_asked_about());
        let triatec = brands_named("triatec");
        assert_eq!(triatec.len(), 3);
        assert!(triatec.iter().any(|brand| brand.countries() == ["France", "Italy", "Switzerland"]), "{triatec:?}");
        assert!(brands_named("moment").iter().all(|brand| brand.is_ordinary_word()));
    }
}
