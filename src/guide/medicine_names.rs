//! Finds the medicines in what a person typed, by generic name or by brand.
//!
//! Names are compared as whole words without capital letters, accents, hyphens and blanks: "Co-Trimoxazole" is "cotrimoxazole", and
//! there is no iron in "spironolactone". One wrong letter is forgiven in a long name, unless what was typed is a name itself or
//! could be two names.

use super::brands::{Brand, brands_named, brands_near, is_ordinary};
use super::key_table::{KeyTable, LONG, differs_by_one};
use super::medicines::{MedicineClass, class_places, classes};
use super::words::{key_of, words_of};
use std::collections::{BTreeSet, HashSet};
use std::sync::OnceLock;

/// Generic names of well-known medicines that belong to none of the guide's classes, one a line.
const OTHERS: &str = include_str!("../../assets/guide/other_medicines.txt");

/// Words that differ from a generic name by one letter but are no typing error: hydroquinone bleaches skin.
const NO_ERRORS: [&str; 1] = ["hydroquinone"];

/// The most words that the name of a brand has.
const MOST_WORDS_OF_A_BRAND: usize = 7;

/// The most words that are read as one name with a wrong letter in it.
const MOST_WORDS_FORGIVEN: usize = 3;

/// A brand with at most this many letters is found in the beginning alone, or behind a name that is known.
const SHORT: usize = 4;

/// Words that may follow a brand that is an ordinary word as well, besides numbers.
const UNITS: [&str; 10] = ["mg", "g", "ug", "mcg", "ml", "iu", "tablet", "tablets", "capsule", "capsules"];

/// The class of long-acting relievers. Together with a steroid they are one inhaler, which is a class of its own.
const RELIEVER: &str = "laba";
/// The class of that inhaler. A steroid alone belongs to no class.
pub(super) const STEROID: &str = "steroid_laba";

/// What was found in a name that a person typed.
#[derive(Debug, Default)]
pub(super) struct NameRead {
    /// The indices in [`classes`] of the classes found.
    pub(super) places: BTreeSet<usize>,
    /// The brands found, each once.
    pub(super) brands: Vec<FoundBrand>,
    /// What a brand may mean, if its name alone does not tell. Empty otherwise.
    pub(super) meanings: Vec<Brand>,
    /// Whether a generic name was found, be it of a class or of none.
    pub(super) has_generic: bool,
}

/// A brand that was found in a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct FoundBrand {
    /// The brand.
    pub(super) brand: Brand,
    /// Whether a wrong letter was forgiven.
    pub(super) forgiven: bool,
}

/// The generic names as they are compared.
#[derive(Debug, Default)]
struct Names {
    /// The names of `assets/guide/medicines.csv`, each with the index of a class in [`classes`].
    generic: KeyTable,
    /// The names of [`OTHERS`].
    others: HashSet<String>,
    /// The most words that a generic name has: "shao yao gan cao tang".
    most_words: usize,
}

/// What one step of reading found: the number of words taken, and what they are.
enum Step {
    Generic(usize, BTreeSet<usize>),
    Brands(usize, Vec<FoundBrand>),
    Asked(usize, Vec<Brand>),
    /// Ordinary words, or what nobody knows.
    Nothing(usize),
}

/// The classes of the medicines named in what a person typed: "Ramipril 5 mg", "hydrochlorothiazide/losartan", "Entresto". Empty if it
/// contains no name that is known.
#[must_use]
pub fn classes_of(name: &str) -> Vec<&'static MedicineClass> {
    read_name(name).places.into_iter().filter_map(|place| classes().get(place)).collect()
}

/// Finds the generic names and brands in what was typed.
pub(super) fn read_name(typed: &str) -> NameRead {
    let words = words_of(typed);
    let mut read = NameRead::default();
    let (mut generic, mut asked) = (BTreeSet::new(), Vec::new());
    let mut at = 0;
    while at < words.len() {
        let may_be_short = at == 0 || read.has_generic;
        at += match step(&words, at, may_be_short) {
            Step::Generic(taken, places) => {
                generic.extend(places);
                read.has_generic = true;
                taken
            }
            Step::Brands(taken, found) => {
                for found in found {
                    read.add(found);
                }
                taken
            }
            Step::Asked(taken, meanings) => {
                asked = meanings;
                taken
            }
            Step::Nothing(taken) => taken,
        };
    }
    join_inhaler(&mut generic);
    read.places.append(&mut generic);
    match told_by_the_rest(&asked, &words) {
        Some(brand) => read.add(FoundBrand { brand, forgiven: false }),
        None => read.meanings = asked,
    }
    let relievers: Vec<_> =
        class_places(STEROID).filter(|steroid| read.places.contains(steroid)).flat_map(|_| class_places(RELIEVER)).collect();
    read.places.retain(|place| !relievers.contains(place));
    read
}

impl NameRead {
    fn add(&mut self, found: FoundBrand) {
        self.places.extend(found.brand.classes().flat_map(class_places));
        if !self.brands.contains(&found) {
            self.brands.push(found);
        }
    }

    /// Whether something was found, and it is clear what.
    pub(super) fn is_known(&self) -> bool {
        self.meanings.is_empty() && (self.has_generic || !self.brands.is_empty())
    }
}

/// A reliever and a steroid are one inhaler, which says what the reliever's class says. A steroid alone belongs to no class.
fn join_inhaler(generic: &mut BTreeSet<usize>) {
    if let (Some(reliever), Some(steroid)) = (class_places(RELIEVER).next(), class_places(STEROID).next())
        && generic.contains(&steroid)
        && !generic.remove(&reliever)
    {
        generic.remove(&steroid);
    }
}

/// Reads the longest name that begins at a word.
fn step(words: &[String], at: usize, may_be_short: bool) -> Step {
    let Some(rest) = words.get(at..) else { return Step::Nothing(1) };
    for taken in (1..=names().most_words.max(MOST_WORDS_OF_A_BRAND).min(rest.len())).rev() {
        let key = rest.get(..taken).unwrap_or_default().concat();
        if taken > 1 && is_ordinary(&rest.get(..taken).unwrap_or_default().join(" ")) {
            return Step::Nothing(taken);
        }
        if let Some(places) = generic_places(&key) {
            return Step::Generic(taken, places);
        }
        let brands = brands_named(&key);
        let Some(first) = brands.first() else { continue };
        if first.is_ordinary_word() && !(at == 0 && rest.iter().skip(taken).all(|word| is_dose(word))) {
            continue;
        }
        if key.len() <= SHORT && !may_be_short {
            continue;
        }
        return if first.is_asked_about() { Step::Asked(taken, brands) } else { exact(taken, *first) };
    }
    let near = |taken: usize| forgiven(taken, &rest.get(..taken).unwrap_or_default().concat());
    (1..=MOST_WORDS_FORGIVEN.min(rest.len())).rev().find_map(near).unwrap_or(Step::Nothing(1))
}

fn exact(taken: usize, brand: Brand) -> Step {
    Step::Brands(taken, vec![FoundBrand { brand, forgiven: false }])
}

fn is_dose(word: &str) -> bool {
    word.starts_with(|first: char| first.is_ascii_digit()) || UNITS.contains(&word)
}

/// The only name that differs by one letter from the key of so many words. Returns `None` if there is no such name, or if there are
/// several of different classes.
fn forgiven(taken: usize, key: &str) -> Option<Step> {
    if NO_ERRORS.contains(&key) {
        return None;
    }
    let brands = brands_near(key);
    let is_as_long = |name: &str| taken == 1 || words_of(name).len() == taken;
    if !near_names(key).chain(brands.iter().map(|brand| brand.name)).any(is_as_long) {
        // "for stew" is no "Forsteo".
        return None;
    }
    let places_of = |brand: &Brand| brand.classes().flat_map(class_places).collect::<BTreeSet<_>>();
    let generic: BTreeSet<BTreeSet<usize>> = near_names(key).filter_map(|name| generic_places(&key_of(name))).collect();
    let of_brands: BTreeSet<_> = brands.iter().map(places_of).collect();
    let mut meant = generic.union(&of_brands);
    match (meant.next(), meant.next(), brands.as_slice()) {
        (Some(_), None, [brand]) if generic.is_empty() => Some(Step::Brands(taken, vec![FoundBrand { brand: *brand, forgiven: true }])),
        (Some(places), None, _) => Some(Step::Generic(taken, places.clone())),
        _ => None,
    }
}

/// The meaning of a brand of which the rest of what was typed names an ingredient: "Triatec (ramipril)". Returns `None` if it names
/// none. Of several meanings, the one with the most ingredients named and the fewest others.
fn told_by_the_rest(meanings: &[Brand], words: &[String]) -> Option<Brand> {
    let is_there = |held: &str| {
        let parts = words_of(held);
        words.windows(parts.len().max(1)).any(|window| window == parts)
    };
    let named = |brand: &Brand| brand.ingredients().filter(|held| is_there(held)).count();
    let told = meanings.iter().filter(|brand| named(brand) > 0);
    told.max_by_key(|brand| (named(brand), std::cmp::Reverse(brand.ingredients().count()))).copied()
}

/// Whether the name begins with a generic name of the guide.
pub(super) fn begins_with_a_generic_name(name: &str) -> bool {
    matches!(step(&words_of(name), 0, true), Step::Generic(..))
}

/// The name of a medicine as it stands in the middle of a sentence.
///
/// A name that begins with a generic name of the guide gets a first word in lower case: "ramipril 5 mg". Any other, such as a brand,
/// is returned unchanged.
#[must_use]
pub fn name_in_a_sentence(name: &str) -> String {
    let end = name.find(char::is_whitespace).unwrap_or(name.len());
    if begins_with_a_generic_name(name) { format!("{}{}", name[..end].to_lowercase(), &name[end..]) } else { name.to_owned() }
}

/// What the name of a medicine holds, read once for everything that is asked of it.
#[derive(Debug, Clone)]
pub(super) struct NameHolds {
    /// The words of the name as they are compared.
    words: Vec<String>,
    /// The names of what its brands hold.
    ingredients: Vec<&'static str>,
}

impl NameHolds {
    /// Reads what was typed.
    pub(super) fn of(typed: &str) -> Self {
        let brands = read_name(typed).brands;
        Self { words: words_of(typed), ingredients: brands.iter().flat_map(|found| found.brand.ingredients()).collect() }
    }

    /// Whether one of the words typed is this name, in lower case, or a brand was typed that holds it. In a name of at least [`LONG`]
    /// letters one wrong letter is forgiven.
    pub(super) fn holds(&self, name: &str) -> bool {
        let near = |word: &String| name.len() >= LONG && differs_by_one(word.as_bytes(), name.as_bytes());
        self.words.iter().any(|word| word == name || near(word))
            || self.ingredients.iter().any(|held| *held == name || held.split(' ').any(|word| word == name))
    }
}

/// The keys of the classes of a generic name, empty for one of no class. Returns `None` if it is no generic name that is known.
pub(super) fn classes_of_generic(name: &str) -> Option<Vec<&'static str>> {
    let places = generic_places(&key_of(name))?;
    Some(places.into_iter().filter_map(|place| Some(classes().get(place)?.id.as_str())).collect())
}

/// The indices in [`classes`] for a generic name, empty for one of no class. Returns `None` if it is no generic name that is known.
fn generic_places(key: &str) -> Option<BTreeSet<usize>> {
    let Names { generic, others, .. } = names();
    let places: BTreeSet<_> = generic.find(key).map(|place| place as usize).collect();
    (!places.is_empty() || others.contains(key)).then_some(places)
}

/// The generic names that differ from the word by one letter.
fn near_names(word: &str) -> impl Iterator<Item = &'static str> {
    let near: BTreeSet<_> = names().generic.near(word).into_iter().collect();
    let of_class = |place: u32| classes().get(place as usize).into_iter().flat_map(|class| class.generic_names.iter().map(String::as_str));
    near.into_iter().flat_map(of_class).filter(move |name| differs_by_one(word.as_bytes(), key_of(name).as_bytes()))
}

fn names() -> &'static Names {
    static READ: OnceLock<Names> = OnceLock::new();
    READ.get_or_init(|| {
        let mut names = Names { others: OTHERS.lines().map(key_of).collect(), ..Names::default() };
        let mut keys = BTreeSet::new();
        for (place, class) in (0..).zip(classes()) {
            for name in &class.generic_names {
                names.most_words = names.most_words.max(words_of(name).len());
                keys.insert((key_of(name), place));
            }
        }
        names.generic = KeyTable::new(keys.into_iter().collect());
        names
    })
}
