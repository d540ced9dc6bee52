//! Finds the generic names of medicines in what a person typed.
//!
//! Names are compared as whole words without capital letters, accents, hyphens and blanks: "Co-Trimoxazole" is "cotrimoxazole", and
//! there is no iron in "spironolactone". One wrong letter is forgiven in a long name, unless what was typed is a name itself or
//! could be two names.

use super::medicines::{MedicineClass, class, classes};
use super::words::words_of;
use crate::domain::Medicine;
use std::collections::{BTreeSet, HashMap};
use std::sync::OnceLock;

/// Fewest letters of a name, and of what was typed, for which one wrong letter is forgiven.
const LONG: usize = 7;

/// Words that differ from a generic name by one letter but are no typing error: hydroquinone bleaches skin.
const OTHERS: [&str; 1] = ["hydroquinone"];

/// The class of long-acting relievers. Together with a steroid they are one inhaler, which is a class of its own.
const RELIEVER: &str = "laba";
/// The class of that inhaler. A steroid alone belongs to no class.
const STEROID: &str = "steroid_laba";

/// The generic names of `assets/guide/medicines.csv` as they are compared, each with the indices of its classes in [`classes`].
#[derive(Debug, Default)]
struct Names {
    exact: HashMap<String, Vec<usize>>,
    /// The names that forgive a wrong letter: their letters, and the name.
    long: Vec<(Vec<char>, String)>,
    /// The most words that a generic name has: "shao yao gan cao tang".
    most_words: usize,
    reliever: Option<usize>,
    steroid: Option<usize>,
}

/// The classes of the medicines named in what a person typed: "Ramipril 5 mg", "hydrochlorothiazide/losartan". Empty if it contains
/// no generic name.
#[must_use]
pub fn classes_of(name: &str) -> Vec<&'static MedicineClass> {
    classes_named(name).into_iter().filter_map(|place| classes().get(place)).collect()
}

/// The classes of a medicine: those found from its name, then the one that the person chose.
#[must_use]
pub fn classes_of_medicine(medicine: &Medicine) -> Vec<&'static MedicineClass> {
    let mut found = classes_of(medicine.name.as_str());
    if let Some(chosen) = medicine.class.as_ref().and_then(class)
        && !found.contains(&chosen)
    {
        found.push(chosen);
    }
    found
}

/// The indices in [`classes`] of the classes whose medicines are named, ascending.
fn classes_named(typed: &str) -> BTreeSet<usize> {
    let words = words_of(typed);
    let mut found = BTreeSet::new();
    let mut rest = words.as_slice();
    while let [first, others @ ..] = rest {
        if let Some((places, taken)) = longest(rest) {
            found.extend(places);
            rest = &rest[taken..];
        } else {
            found.extend(forgiven(first));
            rest = others;
        }
    }
    let Names { reliever, steroid, .. } = names();
    if let (Some(reliever), Some(steroid)) = (reliever, steroid)
        && found.contains(steroid)
    {
        // Together they are a class of their own, which says what the reliever's says.
        let both = found.remove(reliever);
        if !both {
            found.remove(steroid);
        }
    }
    found
}

/// The name of a medicine as it stands in the middle of a sentence.
///
/// A name that begins with a generic name of the guide gets a first word in lower case: "ramipril 5 mg". Any other, such as a brand,
/// is returned unchanged.
#[must_use]
pub fn name_in_a_sentence(name: &str) -> String {
    let words = words_of(name);
    let end = name.find(char::is_whitespace).unwrap_or(name.len());
    if longest(&words).is_some() || words.first().is_some_and(|word| !forgiven(word).is_empty()) {
        format!("{}{}", name[..end].to_lowercase(), &name[end..])
    } else {
        name.to_owned()
    }
}

/// Whether one of the words typed is this name. In a name of at least [`LONG`] letters one wrong letter is forgiven.
pub(super) fn is_named(typed: &str, name: &str) -> bool {
    let letters = |word: &str| word.chars().collect::<Vec<_>>();
    let near = |word: &String| name.chars().count() >= LONG && differs_by_one(&letters(word), &letters(name));
    words_of(typed).iter().any(|word| word == name || near(word))
}

/// The indices in [`classes`] for the longest generic name that `words` begin with, and the number of words in that name. Returns
/// `None` if they begin with none.
fn longest(words: &[String]) -> Option<(&'static [usize], usize)> {
    (1..=names().most_words.min(words.len())).rev().find_map(|taken| {
        let places = names().exact.get(&words[..taken].concat())?;
        Some((places.as_slice(), taken))
    })
}

/// The indices in [`classes`] for the only name that differs from the word by one letter. Empty if there is no such name, or if there
/// are several of different classes.
fn forgiven(word: &str) -> &'static [usize] {
    let letters: Vec<char> = word.chars().collect();
    if letters.len() < LONG || OTHERS.contains(&word) || !letters.iter().all(|letter| letter.is_alphabetic()) {
        return &[];
    }
    let near = names().long.iter().filter(|(name, _)| differs_by_one(&letters, name));
    let mut near = near.filter_map(|(_, name)| names().exact.get(name));
    match near.next() {
        Some(places) if near.all(|others| others == places) => places,
        _ => &[],
    }
}

fn names() -> &'static Names {
    static READ: OnceLock<Names> = OnceLock::new();
    READ.get_or_init(|| {
        let mut names = Names::default();
        for (place, class) in classes().iter().enumerate() {
            for name in &class.generic_names {
                let words = words_of(name);
                names.most_words = names.most_words.max(words.len());
                let key = words.concat();
                if words.len() == 1
                    && key.chars().count() >= LONG
                    && key.chars().all(char::is_alphabetic)
                    && !names.exact.contains_key(&key)
                {
                    names.long.push((key.chars().collect(), key.clone()));
                }
                let places = names.exact.entry(key).or_default();
                if !places.contains(&place) {
                    places.push(place);
                }
            }
        }
        let place_of = |key: &str| classes().iter().position(|class| class.id.as_str() == key);
        (names.reliever, names.steroid) = (place_of(RELIEVER), place_of(STEROID));
        names
    })
}

/// Whether two words differ by one letter that was changed, left out, added, or swapped with its neighbour.
fn differs_by_one(one: &[char], other: &[char]) -> bool {
    if one.len().abs_diff(other.len()) > 1 {
        return false;
    }
    let same = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let (one, other) = (&one[same..], &other[same..]);
    match (one, other) {
        ([_, one @ ..], [_, other @ ..]) if one == other => true,
        ([a, b, one @ ..], [c, d, other @ ..]) if (a, b) == (d, c) && one == other => true,
        ([_, rest @ ..], _) if rest == other => true,
        (_, [_, rest @ ..]) => rest == one,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{ClassKey, OwnName};

    fn keys(typed: &str) -> Vec<&'static str> {
        classes_of(typed).iter().map(|class| class.id.as_str()).collect()
    }

    #[test]
    fn a_class_is_found_from_the_generic_name_however_it_is_written() {
        for (typed, found) in [
            ("Ramipril 5 mg", ["ace_inhibitor"].as_slice()),
            ("RAMIPRIL", &["ace_inhibitor"]),
            ("hydrochlorothiazide/losartan", &["thiazide", "arb"]),
            ("Losartan potassium 50mg", &["arb"]),
            ("Seretide (salmeterol, fluticasone)", &["steroid_laba"]),
            ("salmeterol", &["laba"]),
            ("Fluticasone nasal spray", &[]),
            ("co-trimoxazole", &["trimethoprim"]),
            ("Cotrimoxazole", &["trimethoprim"]),
            ("Co Trimoxazole 960", &["trimethoprim"]),
            ("metoprolol succinate", &["beta_blocker"]),
            ("amlodipine besylate", &["dihydropyridine"]),
            ("Torsemide", &["loop_diuretic"]),
            ("torasemide", &["loop_diuretic"]),
            ("albuterol", &["saba"]),
            ("Levo-thyroxine", &["thyroid_hormone"]),
            ("iron sucrose", &["iv_iron"]),
            ("co-amilozide 5/50", &["thiazide", "potassium_sparing"]),
            ("calcium carbonate", &["antacid", "vitamin_d_calcium"]),
            ("spironolactone", &["potassium_sparing"]),
            ("Parac\u{e9}tamol, Lisinopr\u{ed}l", &["ace_inhibitor"]),
            ("Furose\u{301}mide", &["loop_diuretic"]),
            ("apo-morphine", &["levodopa"]),
            ("vitamin b6", &["vitamin_b6_product"]),
            ("vitamin b1", &[]),
            ("Magnesium", &[]),
            ("Snake oil", &[]),
            ("", &[]),
        ] {
            assert_eq!(keys(typed), found, "{typed}");
        }
    }

    #[test]
    fn one_wrong_letter_is_forgiven_in_a_long_name_alone() {
        for (typed, found) in [
            ("Ramiprill", ["ace_inhibitor"].as_slice()),
            ("rampiril", &["ace_inhibitor"]),
            ("amlodipin", &["dihydropyridine"]),
            ("simvastatine", &["statin"]),
            ("levothyroxin 50", &["thyroid_hormone"]),
            ("amlodpn", &[]),
            ("hydroquinone", &[]),
            ("inulin", &[]),
            ("quinidine", &["antiarrhythmic"]),
            ("seena", &[]),
        ] {
            assert_eq!(keys(typed), found, "{typed}");
        }
    }

    #[test]
    fn every_name_finds_its_classes_and_a_wrong_letter_never_finds_another() {
        for class in classes() {
            for name in &class.generic_names {
                let right = keys(name);
                let alone = !(class.id.as_str() == STEROID && right.is_empty());
                assert_eq!(right.contains(&class.id.as_str()), alone, "{name}");
                let letters: Vec<char> = name.chars().collect();
                for left_out in 0..letters.len() {
                    let typed: String = letters.iter().enumerate().filter(|(at, _)| *at != left_out).map(|(_, letter)| letter).collect();
                    let found = keys(&typed);
                    let is_a_name = longest(&words_of(&typed)).is_some();
                    let within = found.iter().all(|key| right.contains(key));
                    assert!(within || is_a_name, "{typed} for {name} finds {found:?}");
                }
            }
        }
    }

    #[test]
    fn a_generic_name_is_written_small_in_a_sentence() {
        for (name, words) in [("Ramipril 5 mg", "ramipril 5 mg"), ("Seretide", "Seretide"), ("Co-trimoxazole", "co-trimoxazole")] {
            assert_eq!(name_in_a_sentence(name), words);
        }
    }

    #[test]
    fn a_chosen_class_adds_to_those_of_the_name() {
        let keys = |medicine: &Medicine| classes_of_medicine(medicine).iter().map(|class| class.id.as_str()).collect::<Vec<_>>();
        let mut medicine = Medicine::new(OwnName::new("Brandname").unwrap());
        assert!(keys(&medicine).is_empty());
        medicine.class = Some(ClassKey::new("statin").unwrap());
        assert_eq!(keys(&medicine), ["statin"]);
        medicine.name = OwnName::new("Simvastatin").unwrap();
        assert_eq!(keys(&medicine), ["statin"], "once");
        medicine.name = OwnName::new("Ramipril").unwrap();
        assert_eq!(keys(&medicine), ["ace_inhibitor", "statin"]);
        medicine.class = Some(ClassKey::new("no_longer_known").unwrap());
        assert_eq!(keys(&medicine), ["ace_inhibitor"]);
    }
}
