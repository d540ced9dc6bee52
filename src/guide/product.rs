//! What a product contains, judged by its amounts and by words in its name.

use super::medicine_names::{classes_of_generic, read_name};
use super::medicines::classes;
use super::words::words_of;
use crate::domain::{Amounts, ClassKey, Medicine, Nutrient, UnknownNutrient, keyed_enum};
use std::cell::OnceCell;
use std::str::FromStr;

keyed_enum! {
    /// What a caution can be about, besides nutrients.
    Substance, "substance" {
        /// Iron.
        Iron = "iron", "iron";
        /// Grapefruit and its juice.
        Grapefruit = "grapefruit", "grapefruit";
        /// Tonic water, which contains quinine.
        TonicWater = "tonic_water", "tonic water";
        /// Anything that is sold as a supplement.
        AnySupplement = "any_supplement", "supplements";
    }
}

/// What a caution is about: a nutrient or a substance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum With {
    /// A nutrient.
    Nutrient(Nutrient),
    /// Something that is not counted as a nutrient.
    Substance(Substance),
}

/// The most words that one of the names in [`With::names`] has: 3.
const MOST_WORDS: usize = 3;

impl With {
    /// Whether the caution is about everything sold as a supplement.
    #[must_use]
    pub fn is_any_supplement(self) -> bool {
        self == Self::Substance(Substance::AnySupplement)
    }

    /// Tonic water, which contains quinine.
    #[must_use]
    pub fn tonic_water() -> Self {
        Self::Substance(Substance::TonicWater)
    }

    /// The name for the middle of a sentence: "potassium", "vitamin K", "tonic water".
    #[must_use]
    pub fn in_a_sentence(self) -> String {
        match self {
            // "Vitamin K" without a number: K2 concerns the same medicines as K1, and the tables of foods know K1 alone.
            Self::Nutrient(Nutrient::VitaminK) => "vitamin K".to_owned(),
            Self::Nutrient(nutrient) => nutrient.in_a_sentence(),
            Self::Substance(substance) => substance.label().to_owned(),
        }
    }

    /// Whether a supplement with this name and these amounts contains the nutrient or substance.
    #[must_use]
    pub fn is_in(self, name: &str, contents: &Amounts) -> bool {
        Product::new(name, contents).holds(self)
    }

    /// The classes of medicines whose products all contain it.
    fn classes(self) -> &'static [&'static str] {
        match self {
            Self::Nutrient(Nutrient::Potassium) => &["potassium_salt", "salt_substitute", "oral_rehydration"],
            Self::Nutrient(Nutrient::Sodium) => &["oral_rehydration", "sodium_bicarbonate"],
            Self::Nutrient(Nutrient::Magnesium) => &["magnesium_product"],
            Self::Nutrient(Nutrient::Zinc) => &["zinc_product"],
            Self::Nutrient(Nutrient::VitaminB6) => &["vitamin_b6_product"],
            Self::Nutrient(Nutrient::VitaminK) => &["vitamin_k_product"],
            Self::Substance(Substance::Iron) => &["oral_iron"],
            _ => &[],
        }
    }

    /// Names under which products are sold that contain it, without blanks.
    fn names(self) -> &'static [&'static str] {
        match self {
            Self::Nutrient(Nutrient::Magnesium) => &["magnesium", "magnesio"],
            Self::Nutrient(Nutrient::Potassium) => {
                &["potassium", "kalium", "potasio", "potassio", "saltsubstitute", "losalt", "electrolyte", "electrolytes", "rehydration"]
            }
            Self::Nutrient(Nutrient::Calcium) => &["calcium"],
            Self::Nutrient(Nutrient::Zinc) => &["zinc"],
            Self::Nutrient(Nutrient::Sodium) => &["sodium", "salttablet", "salttablets", "electrolyte", "electrolytes", "rehydration"],
            Self::Nutrient(Nutrient::VitaminD) => {
                &["vitamind", "vitamind2", "vitamind3", "d3", "d3k2", "k2d3", "colecalciferol", "cholecalciferol", "ergocalciferol"]
            }
            Self::Nutrient(Nutrient::VitaminB6) => &["vitaminb6", "b6", "pyridoxine", "pyridoxal", "bcomplex"],
            Self::Nutrient(Nutrient::VitaminK) => &[
                "vitamink",
                "vitamink1",
                "vitamink2",
                "k1",
                "k2",
                "d3k2",
                "k2d3",
                "mk4",
                "mk7",
                "menaquinone",
                "phytomenadione",
                "phytonadione",
                "phylloquinone",
            ],
            Self::Nutrient(Nutrient::Caffeine) => &["caffeine", "guarana"],
            Self::Substance(Substance::Iron) => &["iron", "ferrous", "ferric"],
            Self::Substance(Substance::Grapefruit) => {
                &["grapefruit", "pomelo", "pummelo", "shaddock", "sevilleorange", "sevillemarmalade", "bitterorange"]
            }
            Self::Substance(Substance::TonicWater) => &["tonicwater", "quinine", "ginandtonic", "vodkatonic", "bitterlemon"],
            Self::Nutrient(
                Nutrient::Energy | Nutrient::Water | Nutrient::Protein | Nutrient::Thiamin | Nutrient::VitaminB12 | Nutrient::Alcohol,
            )
            | Self::Substance(Substance::AnySupplement) => &[],
        }
    }
}

/// A supplement, a food or a medicine, to be asked what it contains.
#[derive(Debug)]
pub(super) struct Product<'a> {
    name: &'a str,
    words: Vec<String>,
    contents: Amounts,
    /// What its brands and generic names tell, found when it is first asked for.
    known: OnceCell<Known>,
}

/// What the name of a product tells through the tables of medicines.
#[derive(Debug, Default)]
struct Known {
    /// The keys of its classes.
    classes: Vec<&'static str>,
    /// The words of what its brands hold.
    held: Vec<String>,
}

/// Classes whose medicines are products of minerals or vitamins.
const PRODUCTS: [&str; 12] = [
    "antacid",
    "magnesium_product",
    "oral_iron",
    "oral_rehydration",
    "phosphate_binder",
    "potassium_salt",
    "salt_substitute",
    "sodium_bicarbonate",
    "vitamin_b6_product",
    "vitamin_d_calcium",
    "vitamin_k_product",
    "zinc_product",
];

impl<'a> Product<'a> {
    pub(super) fn new(name: &'a str, contents: &Amounts) -> Self {
        Self { name, words: words_of(name), contents: *contents, known: OnceCell::new() }
    }

    /// A medicine with the keys of its classes. Its name is believed only if it is a product by all of them: there is potassium in
    /// "Potassium chloride", and none to speak of in "Losartan potassium".
    pub(super) fn of_medicine(medicine: &'a Medicine, classes: &[&'static ClassKey]) -> Self {
        let name = medicine.name.as_str();
        let is_product = !classes.is_empty() && classes.iter().all(|class| PRODUCTS.contains(&class.as_str()));
        let known = Known { classes: classes.iter().map(|class| class.as_str()).collect(), ..Known::of(name) };
        let words = if is_product { words_of(name) } else { Vec::new() };
        Self { name, words, contents: Amounts::default(), known: OnceCell::from(known) }
    }

    /// Whether the product contains this: judged by its amount where one is given, otherwise by its name.
    pub(super) fn holds(&self, with: With) -> bool {
        let named = || is_named(&self.words, with.names()) || self.is_known_to_hold(with);
        match with {
            // The amount counts only K1, so that the name decides about K2.
            With::Nutrient(Nutrient::VitaminK) => self.contents.get(Nutrient::VitaminK).is_some_and(|amount| amount > 0.0) || named(),
            With::Nutrient(nutrient) => self.contents.get(nutrient).map_or_else(named, |amount| amount > 0.0),
            With::Substance(Substance::AnySupplement) => true,
            With::Substance(Substance::Iron) => named(),
            With::Substance(Substance::Grapefruit | Substance::TonicWater) => is_named(&self.words, with.names()),
        }
    }

    /// Whether its brand, or a generic name of a class, tells that it contains this: there is potassium in "Nu-Salt".
    fn is_known_to_hold(&self, with: With) -> bool {
        let Known { classes, held } = self.known.get_or_init(|| Known::of(self.name));
        classes.iter().any(|class| with.classes().contains(class)) || is_named(held, with.names())
    }
}

impl Known {
    fn of(name: &str) -> Self {
        let read = read_name(name);
        // What a brand holds counts where it is a mineral or vitamin by itself: not the potassium of canrenoate.
        let is_product = |held: &&str| classes_of_generic(held).is_none_or(|found| found.iter().all(|class| PRODUCTS.contains(class)));
        let held = read.brands.iter().flat_map(|found| found.brand.ingredients()).filter(is_product).flat_map(words_of).collect();
        Self { classes: read.places.into_iter().filter_map(|place| Some(classes().get(place)?.id.as_str())).collect(), held }
    }
}

impl FromStr for With {
    type Err = UnknownNutrient;

    fn from_str(key: &str) -> Result<Self, Self::Err> {
        key.parse().map(Self::Substance).or_else(|_not_a_substance: crate::domain::UnknownKey| key.parse().map(Self::Nutrient))
    }
}

/// Whether one of the names stands in the words and is not said to be missing, as in "iron free" and "without iron".
fn is_named(words: &[String], names: &[&str]) -> bool {
    let missing = |from: usize, to: usize| {
        let before = from.checked_sub(1).and_then(|before| words.get(before)).map(String::as_str);
        matches!(before, Some("no" | "non" | "without")) || words.get(to).is_some_and(|after| after == "free")
    };
    (0..words.len()).any(|from| {
        let ends = from + 1..=(from + MOST_WORDS).min(words.len());
        ends.into_iter().any(|to| names.contains(&words[from..to].concat().as_str()) && !missing(from, to))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(key: &str) -> With {
        key.parse().unwrap()
    }

    #[test]
    fn a_name_says_what_a_product_holds() {
        for (name, key, holds) in [
            ("Iron tablets", "iron", true),
            ("Ferrous fumarate 210 mg", "iron", true),
            ("Multivitamin, iron-free", "iron", false),
            ("Multivitamin without iron", "iron", false),
            ("Environ", "iron", false),
            ("Salt substitute", "potassium", true),
            ("LoSalt", "potassium", true),
            ("Vitamin K2", "vitamin_k", true),
            ("D3 + K2 drops", "vitamin_k", true),
            ("MK-7 100 ug", "vitamin_k", true),
            ("Menaquinone", "vitamin_k", true),
            ("Kelp", "vitamin_k", false),
            ("Vitamin B-6", "vitamin_b6", true),
            ("Vitamin D3", "vitamin_d", true),
            ("Vitamin C", "vitamin_d", false),
            ("Kelp", "any_supplement", true),
        ] {
            assert_eq!(with(key).is_in(name, &Amounts::default()), holds, "{key} in {name}");
        }
    }

    #[test]
    fn an_amount_is_believed_rather_than_the_name() {
        let of = |nutrient, amount| [(nutrient, amount)].into_iter().collect::<Amounts>();
        assert!(with("magnesium").is_in("Night formula", &of(Nutrient::Magnesium, 50.0)));
        assert!(!with("zinc").is_in("Zinc", &of(Nutrient::Zinc, 0.0)));
        assert!(with("vitamin_k").is_in("Vitamin K2", &of(Nutrient::VitaminK, 0.0)), "the amount is that of K1");
        assert!(!with("magnesium").is_in("Night formula", &of(Nutrient::Zinc, 5.0)));
    }

    #[test]
    fn words_that_are_neither_are_refused() {
        assert_eq!(with("iron"), With::Substance(Substance::Iron));
        assert!("snake_oil".parse::<With>().is_err());
    }
}
