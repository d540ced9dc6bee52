//! Names of foods are no brands of medicines.

use cramp_diary::domain::{Medicine, OwnName};
use cramp_diary::guide::Recognised;
use cramp_diary::nutrition::catalogue;

#[test]
fn no_name_of_a_food_is_taken_for_a_brand() {
    let names = catalogue().foods().iter().flat_map(|food| std::iter::once(&food.name).chain(&food.synonyms));
    let names: Vec<_> = names.filter_map(|name| OwnName::new(name).ok()).collect();
    assert!(names.len() > 1_000, "{}", names.len());
    let recognised = names.into_iter().map(|name| (name.clone(), Recognised::of(&Medicine::new(name))));
    let taken = recognised.filter(|(name, known)| known.shown != name.as_str() || !known.meanings.is_empty());
    let taken: Vec<_> = taken.map(|(name, known)| format!("{}: {} {:?}", name.as_str(), known.shown, known.meanings)).collect();
    // Alone in the field of a medicine, "quark" may be the brand, so that it is asked about.
    assert!(matches!(taken.as_slice(), [asked] if asked.starts_with("quark: quark [")), "{taken:#?}");
}
