//! Generic names and brands, found in what people type.

use super::medicine_names::{STEROID, classes_of, classes_of_generic, name_in_a_sentence, read_name};
use super::medicines::classes;
use super::recognised::classes_of_medicine;
use crate::domain::{ClassKey, Medicine, OwnName};

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
                let is_a_name = read_name(&typed).brands.iter().any(|found| !found.forgiven) || classes_of_generic(&typed).is_some();
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
