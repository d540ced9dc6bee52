//! Whether it is clear what a listed medicine is, and what it may be if it is not.

use super::brands::Brand;
use super::medicine_names::{FoundBrand, NameHolds, NameRead, read_name};
use super::medicines::{MedicineClass, class, class_places, classes};
use crate::domain::{ClassKey, Medicine, joined_with_and};

/// The key that is saved as the class of a medicine when the person says that it is of none of the guide's classes.
pub const NONE_OF_THESE: &str = "none_of_these";

/// The classes that count as potassium products, which rules call `potassium_product`.
const POTASSIUM_PRODUCTS: [&str; 2] = ["potassium_salt", "salt_substitute"];

/// What a medicine on the list is, as far as its name and the person's choice tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recognised {
    /// The name with what its brand holds: "Entresto (sacubitril + valsartan)".
    pub shown: String,
    /// Whether it is clear what it is. Otherwise nobody can say what it does not go with.
    pub is_clear: bool,
    /// What its brand may mean, if that is not clear. Empty otherwise.
    pub meanings: Vec<BrandMeaning>,
}

/// One of the things that a brand may mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BrandMeaning {
    /// What it holds: "codeine + paracetamol".
    pub holds: String,
    /// The countries in which the name means this. Empty if it means nothing else anywhere but is an ordinary word as well.
    pub countries: Vec<&'static str>,
    /// The class to choose for it; [`NONE_OF_THESE`] if it belongs to none.
    pub class: ClassKey,
}

impl BrandMeaning {
    /// What it holds, and where: "ramipril (in France, Italy and Switzerland)".
    #[must_use]
    pub fn words(&self) -> String {
        let countries: Vec<_> = self.countries.iter().map(|country| (*country).to_owned()).collect();
        if countries.is_empty() { self.holds.clone() } else { format!("{} (in {})", self.holds, joined_with_and(&countries)) }
    }
}

impl Recognised {
    /// The name as it is shown, with dose and dates: "Entresto (sacubitril + valsartan), 49/51 mg, since 2 Nov 2026".
    #[must_use]
    pub fn with_dates(&self, medicine: &Medicine) -> String {
        let all = medicine.with_dates();
        format!("{}{}", self.shown, all.strip_prefix(medicine.name.as_str()).unwrap_or_default())
    }

    /// What a medicine is.
    #[must_use]
    pub fn of(medicine: &Medicine) -> Self {
        let read = read_name(medicine.name.as_str());
        let chosen = medicine.class.as_ref();
        let is_said = chosen.is_some_and(|chosen| chosen.as_str() == NONE_OF_THESE || class(chosen).is_some());
        let meanings = if is_said { Vec::new() } else { meanings_of(&read) };
        let told = chosen.and_then(|chosen| meant(&read.meanings, chosen));
        let brands: Vec<_> = read.brands.iter().copied().chain(told.map(|brand| FoundBrand { brand, forgiven: false })).collect();
        Self { shown: shown(medicine.name.as_str(), &brands, read.has_generic), is_clear: is_said || read.is_known(), meanings }
    }
}

/// The classes of a medicine: those found from its name, then the one that the person chose. If its brand may mean several things, the
/// class that was chosen tells which.
#[must_use]
pub fn classes_of_medicine(medicine: &Medicine) -> Vec<&'static MedicineClass> {
    let mut read = read_name(medicine.name.as_str());
    let chosen = medicine.class.as_ref();
    if let Some(brand) = chosen.and_then(|chosen| meant(&read.meanings, chosen)) {
        read.places.extend(brand.classes().flat_map(class_places));
    }
    let mut found: Vec<_> = read.places.into_iter().filter_map(|place| classes().get(place)).collect();
    if let Some(chosen) = chosen.and_then(class)
        && !found.contains(&chosen)
    {
        found.push(chosen);
    }
    found
}

/// Whether a medicine is what a rule calls by this word: a class of the guide, `potassium_product` or `maoi`, or the name of what it
/// holds, such as `amiodarone`. `classes` are the keys of its classes.
pub(super) fn is_kind(name: &NameHolds, classes: &[ClassKey], word: &str) -> bool {
    let is_class = |key: &str| classes.iter().any(|class| class.as_str() == key);
    match word {
        "potassium_product" => POTASSIUM_PRODUCTS.into_iter().any(is_class),
        "maoi" => is_class("mao_inhibitor"),
        _ => is_class(word) || (class_places(word).next().is_none() && name.holds(word)),
    }
}

/// The meaning of a brand to which a chosen class belongs. Of several, the one with the fewest classes. Returns `None` if it belongs to
/// none.
fn meant(meanings: &[Brand], chosen: &ClassKey) -> Option<Brand> {
    let fits = |brand: &&Brand| {
        brand.classes().any(|key| key == chosen.as_str()) || (brand.classes().next().is_none() && chosen.as_str() == NONE_OF_THESE)
    };
    meanings.iter().filter(fits).min_by_key(|brand| brand.classes().count()).copied()
}

/// What a brand may mean, each with the class that tells it from the others.
fn meanings_of(read: &NameRead) -> Vec<BrandMeaning> {
    let meaning = |brand: &Brand| {
        let tells = |key: &ClassKey| meant(&read.meanings, key) == Some(*brand);
        let class = brand.classes().chain([NONE_OF_THESE]).filter_map(|key| ClassKey::new(key).ok()).find(tells)?;
        Some(BrandMeaning { holds: brand.contents(), countries: brand.countries(), class })
    };
    read.meanings.iter().filter_map(meaning).collect()
}

/// The name with what its brands hold. A name that tells it already is returned unchanged.
fn shown(name: &str, brands: &[FoundBrand], has_generic: bool) -> String {
    if has_generic || brands.is_empty() {
        return name.to_owned();
    }
    let held = |found: &FoundBrand| {
        let FoundBrand { brand, forgiven } = found;
        if *forgiven { format!("{}: {}", brand.name, brand.contents()) } else { brand.contents() }
    };
    format!("{name} ({})", brands.iter().map(held).collect::<Vec<_>>().join("; "))
}
