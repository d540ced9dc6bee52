//! Which foods a rule is about.

use super::any_of::AnyOf;
use crate::domain::{Allergen, Amounts, Drink, FoodEntry, Nutrient};
use crate::nutrition::{Food, FoodGroup, Tags, drink_content};

/// The foods that a rule is about.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Which {
    /// Ids, sorted.
    ids: Box<[Box<str>]>,
    others: AnyOf<Term>,
}

/// One thing that is asked about a food.
#[derive(Debug, Clone, PartialEq)]
enum Term {
    Any,
    /// The name has these words. Only asked about what nobody has judged, and what was logged.
    Named(Box<str>),
    /// The name is this. Only asked about what nobody has judged, and what was logged.
    Called(Box<str>),
    Group(FoodGroup),
    Contains(Allergen),
    /// It was judged as nothing that people should be encouraged to eat.
    Unsuggested,
    Unknown(Nutrient),
    Holds {
        nutrient: Nutrient,
        per_100_g: bool,
        /// Whether exactly `amount` is enough.
        or_as_much: bool,
        amount: f64,
    },
}

/// A food, or what was logged of a food or drink, as the rules of foods ask about it: its name, tags and contents, and the grams of a
/// portion.
#[derive(Debug, Clone, Copy)]
pub struct AskedFood<'a> {
    id: &'a str,
    name: &'a str,
    tags: Option<&'a Tags>,
    per_100_g: Amounts,
    grams: f64,
}

impl<'a> AskedFood<'a> {
    /// What was logged of a food, in the amount that was logged. It has no [`Tags`], since an entry keeps none.
    #[must_use]
    pub fn logged(entry: &'a FoodEntry) -> Self {
        let per_100_g = entry.per_100_g.unwrap_or_default();
        Self { id: entry.food.as_str(), name: &entry.name, tags: None, per_100_g, grams: entry.amount.get() }
    }

    /// What was logged of a drink, with the contents of its volume. It is known by the name of its kind and has no id.
    #[must_use]
    pub fn drunk(drink: &Drink) -> Self {
        let held = drink_content(drink.kind).map(|content| content.in_volume(drink.volume)).unwrap_or_default();
        Self { id: "", name: drink.kind.label(), tags: None, per_100_g: held, grams: 100.0 }
    }
}

impl<'a> From<&'a Food> for AskedFood<'a> {
    fn from(food: &'a Food) -> Self {
        let Food { id, name, tags, per_100_g, .. } = food;
        Self { id: id.as_str(), name, tags: tags.as_ref(), per_100_g: *per_100_g, grams: food.usual_portion().grams }
    }
}

impl Which {
    /// Reads the cell of the table. Returns `None` if it cannot be read.
    pub(super) fn read(cell: &str) -> Option<Self> {
        let is_id = |text: &&str| text.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-');
        let (ids, others): (Vec<&str>, Vec<&str>) = cell.split('|').partition(|text| is_id(text) && !WORDS.contains(text));
        let mut ids: Vec<Box<str>> = ids.into_iter().map(Box::from).collect();
        ids.sort_unstable();
        Some(Self { ids: ids.into(), others: AnyOf::read(&others, term)? })
    }

    /// Whether the rule is about this food.
    pub(super) fn holds(&self, food: &AskedFood<'_>) -> bool {
        self.ids.binary_search_by(|id| (**id).cmp(food.id)).is_ok() || self.others.holds(|term| term.holds(food))
    }

    /// Whether the rule is about every food.
    pub(super) fn is_every_food(&self) -> bool {
        self.others.holds(|term| *term == Term::Any)
    }

    /// The ids that the table names.
    #[cfg(test)]
    pub(super) fn ids(&self) -> impl Iterator<Item = &str> {
        self.ids.iter().map(AsRef::as_ref)
    }
}

/// Words of the table that look like ids.
const WORDS: [&str; 2] = ["any", "unsuggested"];

fn term(text: &str) -> Option<Term> {
    match text.split_once(':') {
        Some(("group", key)) => return key.parse().ok().map(Term::Group),
        Some(("contains", key)) => return key.parse().ok().map(Term::Contains),
        Some(("named", words)) => return Some(Term::Named(words.into())),
        Some(("called", name)) => return Some(Term::Called(name.into())),
        _ => {}
    }
    if let Some((of, amount)) = text.split_once('>') {
        let (amount, or_as_much) = amount.strip_prefix('=').map_or((amount, false), |amount| (amount, true));
        let (key, per_100_g) = of.strip_suffix("/100g").map_or((of, false), |key| (key, true));
        return Some(Term::Holds { nutrient: key.parse().ok()?, per_100_g, or_as_much, amount: amount.parse().ok()? });
    }
    match (text, text.strip_suffix('?')) {
        (_, Some(key)) => key.parse().ok().map(Term::Unknown),
        ("any", _) => Some(Term::Any),
        ("unsuggested", _) => Some(Term::Unsuggested),
        _ => None,
    }
}

impl Term {
    fn holds(&self, food: &AskedFood<'_>) -> bool {
        match self {
            Self::Any => true,
            Self::Named(words) => food.tags.is_none() && has_words(food.name, words),
            Self::Called(name) => food.tags.is_none() && food.name.eq_ignore_ascii_case(name),
            Self::Group(group) => food.tags.is_some_and(|tags| tags.group == *group),
            Self::Contains(allergen) => food.tags.is_some_and(|tags| tags.contains.contains(allergen)),
            Self::Unsuggested => food.tags.is_some_and(|tags| !tags.suggest),
            Self::Unknown(nutrient) => food.per_100_g.get(*nutrient).is_none(),
            Self::Holds { nutrient, per_100_g, or_as_much, amount } => {
                let grams = if *per_100_g { 100.0 } else { food.grams };
                let held = food.per_100_g.in_grams(grams).get(*nutrient);
                held.is_some_and(|held| held > *amount || (*or_as_much && held >= *amount))
            }
        }
    }
}

/// Whether the words stand one after another in the name.
fn has_words(name: &str, words: &str) -> bool {
    let split = |text: &str| text.to_lowercase().split(|letter: char| !letter.is_alphanumeric()).map(str::to_owned).collect::<Vec<_>>();
    let (name, words) = (split(name), split(words));
    name.windows(words.len()).any(|window| window == words)
}
