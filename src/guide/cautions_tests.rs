//! Every row of the table of cautions, with the medicine and without it, with what it names and without that.

use super::cautions::{Caution, CautionLevel, Circumstance, Who, cautions, cautions_of, cautions_with};
use super::medicine_about::{ListedMedicine, MedicineAbout};
use super::medicines::{MedicineClass, class, classes};
use super::potassium::raises_potassium;
use super::product::{Substance, With};
use super::taking::{Taking, Warning};
use crate::domain::{Amounts, Condition, Day, Doses, Id, Medicine, Nutrient, OwnName, Period, Profile, Supplement, SupplementTaken};
use std::collections::BTreeSet;

/// How many rows the file has, and for how many classes: a row that cannot be read must not go unnoticed.
const ROWS: usize = 190;
const CLASSES: usize = 84;

fn november(day: u32) -> Day {
    Day::new(chrono::NaiveDate::from_ymd_opt(2026, 11, day).unwrap())
}

/// A medicine of the class that is taken from 10 to 15 November, by each of its generic names.
fn medicines_of(class: &MedicineClass) -> impl Iterator<Item = Medicine> {
    let name = |name: &String| if class.id.as_str() == "steroid_laba" { format!("{name} and salmeterol") } else { name.clone() };
    class.generic_names.iter().map(name).map(|name| Medicine {
        from: Some(november(10)),
        until: Some(november(15)),
        ..Medicine::new(OwnName::new(&name).unwrap())
    })
}

/// A product that contains it, and nothing else that is known.
fn product_with(with: With) -> (&'static str, Amounts) {
    match with {
        With::Nutrient(nutrient) => ("Tablets", [(nutrient, 1.0)].into_iter().collect()),
        With::Substance(Substance::Iron) => ("Ferrous bisglycinate", Amounts::default()),
        With::Substance(Substance::Grapefruit) => ("Grapefruit seed drops", Amounts::default()),
        With::Substance(Substance::TonicWater) => ("Tonic water powder", Amounts::default()),
        With::Substance(Substance::AnySupplement) => ("Tablets", Amounts::default()),
    }
}

/// A product that contains everything but it.
fn product_without(with: With) -> (&'static str, Amounts) {
    let others = Nutrient::ALL.iter().filter(|nutrient| With::Nutrient(**nutrient) != with);
    ("Tablets", others.map(|nutrient| (*nutrient, 1.0)).collect())
}

fn profile_with(circumstance: Circumstance) -> Profile {
    match circumstance {
        Circumstance::KidneyDisease => Profile { conditions: [Condition::Kidney].into(), ..Profile::default() },
        Circumstance::HeartFailure => Profile { conditions: [Condition::FluidLimit].into(), ..Profile::default() },
        Circumstance::Pregnant => {
            Profile { pregnant: Some(Period { from: november(10), until: Some(november(15)) }), ..Profile::default() }
        }
    }
}

fn says(warnings: &[Warning], caution: &Caution) -> bool {
    warnings.iter().any(|warning| warning.words == caution.words)
}

/// Whether something graver is said in its place: what one should not start need not be kept steady.
fn gives_way(caution: &Caution) -> bool {
    let graver = |other: &Caution| other.who == caution.who && other.with == caution.with && other.advice < caution.advice;
    cautions().iter().any(graver)
}

#[test]
fn every_row_can_be_read_and_names_a_class() {
    assert_eq!(cautions().len(), ROWS);
    let named: BTreeSet<_> = cautions()
        .iter()
        .filter_map(|caution| match &caution.who {
            Who::Class(key) => Some(class(key).unwrap().id.as_str()),
            Who::Condition(_) => None,
        })
        .collect();
    assert_eq!(named.len(), CLASSES);
    for caution in cautions() {
        assert!(!caution.words.is_empty() && !caution.sources.is_empty(), "{caution:?}");
        assert!(
            !caution.words.to_lowercase().contains("stop your") && !caution.words.to_lowercase().contains("stop taking"),
            "{caution:?}"
        );
    }
}

#[test]
fn every_class_by_every_name_is_warned_of_every_substance_that_it_concerns_and_of_no_other() {
    let (mut fired, mut gave_way) = (0, 0);
    let no_profile = Profile::default();
    for caution in cautions() {
        let Who::Class(key) = &caution.who else { continue };
        let (name, contents) = product_with(caution.with);
        let (other_name, other_contents) = product_without(caution.with);
        for medicine in medicines_of(class(key).unwrap()) {
            let on = |day: u32| Taking::on(november(day), [&medicine], &no_profile);
            let place = format!("{} with {name}", medicine.name.as_str());
            if gives_way(caution) {
                assert!(!says(&on(12).warnings(name, &contents), caution), "{place}");
                assert!(cautions_of(key).contains(&caution), "it still stands on the medicine's page");
                gave_way += 1;
                continue;
            }
            let warnings = on(12).warnings(name, &contents);
            assert!(says(&warnings, caution), "{place}: {warnings:?}");
            assert!(!says(&Taking::default().warnings(name, &contents), caution), "{place}, not taken");
            for day in [9, 16] {
                assert!(!says(&on(day).warnings(name, &contents), caution), "{place}, on day {day}");
            }
            if !caution.with.is_any_supplement() {
                assert!(!says(&on(12).warnings(other_name, &other_contents), caution), "{place}, without it");
            }
            let product =
                Supplement { name: OwnName::new(name).unwrap(), dose: String::new(), per_dose: contents, daily: None, prescribed: false };
            let on_its_page = |day: u32| MedicineAbout::of(&ListedMedicine::new(&medicine), november(day), [&product], &[]).warnings;
            assert!(says(&on_its_page(9), caution) && says(&on_its_page(12), caution), "{place}, on its page");
            assert!(on_its_page(16).is_empty(), "{place}, when it is over");
            fired += 1;
        }
    }
    assert!(fired > 1_000 && gave_way > 0, "{fired} and {gave_way}");
}

#[test]
fn every_condition_is_warned_of_every_substance_that_it_concerns() {
    let mut fired = 0;
    for caution in cautions() {
        let Who::Condition(circumstance) = caution.who else { continue };
        let ((name, contents), (other_name, other_contents)) = (product_with(caution.with), product_without(caution.with));
        let profile = profile_with(circumstance);
        let with_it = Taking::on(november(12), [], &profile);
        assert!(says(&with_it.warnings(name, &contents), caution), "{caution:?}");
        assert!(!says(&Taking::on(november(12), [], &Profile::default()).warnings(name, &contents), caution), "{caution:?}");
        if !caution.with.is_any_supplement() {
            assert!(!says(&with_it.warnings(other_name, &other_contents), caution), "{caution:?}");
        }
        if circumstance == Circumstance::Pregnant {
            assert!(!says(&Taking::on(november(16), [], &profile).warnings(name, &contents), caution), "{caution:?}");
        }
        fired += 1;
    }
    assert_eq!(fired, 13);
}

#[test]
fn of_a_product_of_which_nothing_is_known_only_what_holds_for_all_is_said() {
    let medicines: Vec<Medicine> = classes().iter().flat_map(medicines_of).collect();
    let conditions = [Condition::Kidney, Condition::FluidLimit].into();
    let profile = Profile { conditions, medicine_raises_potassium: true, ..profile_with(Circumstance::Pregnant) };
    let taking = Taking::on(november(12), &medicines, &profile);
    let of_all = cautions_with(With::Substance(Substance::AnySupplement));
    for name in ["Tablets", "Multivitamin", "Kelp", "Environ", "Night formula", "Zincoderm"] {
        let warnings = taking.warnings(name, &Amounts::default());
        assert_eq!(warnings.len(), of_all.len(), "{name}: {warnings:?}");
        assert!(of_all.iter().all(|caution| says(&warnings, caution)), "{name}");
    }
}

#[test]
fn the_gravest_comes_first_and_names_the_medicine() {
    let medicine = |name: &str| Medicine::new(OwnName::new(name).unwrap());
    let medicines = [medicine("Warfarin"), medicine("Ramipril"), medicine("Lisinopril 10 mg")];
    let taking = Taking::on(november(12), &medicines, &Profile::default());
    let titles: Vec<_> = taking.warnings("Salt substitute with K2", &Amounts::default()).into_iter().map(|warning| warning.title).collect();
    let expected = [
        "Potassium with ramipril and lisinopril 10 mg: not without your doctor or pharmacist",
        "Vitamin K with warfarin: not without your doctor or pharmacist",
        "Supplements with warfarin: ask your doctor or pharmacist",
    ];
    assert_eq!(titles, expected);
}

#[test]
fn foods_are_spoken_of_where_they_do_not_go_with_a_medicine() {
    let medicine = |name: &str| Medicine::new(OwnName::new(name).unwrap());
    let titles = |medicine: Medicine, food: &str, nutrient: Nutrient, amount: f64| {
        let portion = [(nutrient, amount)].into_iter().collect();
        let warnings = Taking::on(november(12), [&medicine], &Profile::default()).food_warnings(food, &portion);
        warnings.into_iter().map(|warning| warning.title).collect::<Vec<_>>()
    };
    let nothing: [&str; 0] = [];
    let grapefruit = ["Grapefruit with simvastatin: ask your doctor or pharmacist"];
    assert_eq!(titles(medicine("Simvastatin"), "Grapefruit, pink", Nutrient::Water, 1.0), grapefruit);
    assert_eq!(titles(medicine("Simvastatin"), "Grapes", Nutrient::Water, 1.0), nothing);
    assert_eq!(
        titles(medicine("Tacrolimus"), "Grapefruit juice", Nutrient::Water, 1.0),
        ["Grapefruit with tacrolimus: better not together"]
    );
    assert_eq!(titles(medicine("Zopiclone"), "Red wine", Nutrient::Alcohol, 12.0), ["Alcohol with zopiclone: better not together"]);
    assert_eq!(titles(medicine("Zopiclone"), "Grape juice", Nutrient::Alcohol, 0.0), nothing);
    assert_eq!(titles(medicine("Warfarin"), "Kale", Nutrient::VitaminK, 400.0), ["Vitamin K with warfarin: keep it steady"]);
    assert_eq!(titles(medicine("Warfarin"), "Apple", Nutrient::VitaminK, 4.0), nothing);
}

#[test]
fn the_classes_that_raise_potassium_are_those_of_the_table() {
    let raising: Vec<_> = classes().iter().map(|class| class.id.as_str()).filter(|id| raises(id)).collect();
    let expected = ["potassium_sparing", "ace_inhibitor", "arb", "trimethoprim", "heparin", "calcineurin_inhibitor", "renin_inhibitor"];
    assert_eq!(raising, expected);
}

fn raises(id: &str) -> bool {
    raises_potassium(&crate::domain::ClassKey::new(id).unwrap())
}

#[test]
fn two_medicines_that_do_not_go_together_say_so_on_both_pages() {
    let medicine = |name: &str| Medicine { until: Some(november(15)), ..Medicine::new(OwnName::new(name).unwrap()) };
    let warned = |name: &str, other: &str, day: u32| {
        let (medicine, other) = (medicine(name), medicine(other));
        let list = [ListedMedicine::new(&medicine), ListedMedicine::new(&other)];
        let about = MedicineAbout::of(&list[0], november(day), [], &list);
        about.warnings.iter().map(Warning::line).collect::<Vec<_>>()
    };
    for (one, other) in [("Ramipril", "Slow-K"), ("Slow-K", "Ramipril"), ("Aldactone", "Potassium chloride 600 mg")] {
        let [line] = &warned(one, other, 12)[..] else { panic!("{one} {other}: {:?}", warned(one, other, 12)) };
        assert!(line.contains("ask whoever prescribed them") && line.contains("so they add up"), "{line}");
        assert!(line.contains("What was prescribed stays as it is until you have asked."), "{line}");
        assert!(warned(one, other, 16).is_empty(), "when both are over");
    }
    assert!(warned("Ramipril", "LoSalt", 12)[0].contains("Take none unless your doctor has told you to"), "nobody prescribes salt");
    assert!(warned("LoSalt", "Ramipril", 12)[0].contains("Take none unless your doctor has told you to"));
    assert!(warned("Renvela", "Slow-K", 12)[0].contains("weak kidneys"), "sevelamer raises nothing");
    assert!(warned("Levothyroxine", "Ferrous sulfate", 12)[0].starts_with("Your ferrous sulfate: keep them apart"));
    assert!(warned("Fosamax", "Calcichew", 12)[0].contains("at least 3 hours apart"));
    for (one, other) in [("Ramipril", "Losartan potassium"), ("Ramipril", "Simvastatin"), ("Slow-K", "Kalinor"), ("Warfarin", "Ramipril")] {
        assert!(warned(one, other, 12).is_empty(), "{one} {other}: {:?}", warned(one, other, 12));
    }
}

#[test]
fn a_medicine_that_only_the_profile_knows_is_warned_of_once() {
    let profile = Profile { medicine_raises_potassium: true, ..Profile::default() };
    let potassium = [(Nutrient::Potassium, 99.0)].into_iter().collect();
    let count = |medicines: &[Medicine]| Taking::on(november(12), medicines, &profile).warnings("Tablets", &potassium).len();
    assert_eq!(count(&[]), 1);
    assert_eq!(count(&[Medicine::new(OwnName::new("Ramipril").unwrap())]), 1);
    let warning = Taking::on(november(12), [], &profile).warnings("Tablets", &potassium).remove(0);
    assert_eq!(warning.advice, CautionLevel::Avoid);
}

#[test]
fn of_what_was_taken_only_what_to_avoid_is_said_and_each_once() {
    let taken = |name: &str| {
        let product = Supplement {
            name: OwnName::new(name).unwrap(),
            dose: String::new(),
            per_dose: Amounts::default(),
            daily: None,
            prescribed: false,
        };
        SupplementTaken::of(Id::from_uuid(uuid::Uuid::nil()), &product, Doses::ONE, november(12))
    };
    let medicine = |name: &str| Medicine::new(OwnName::new(name).unwrap());
    let taking = Taking::on(november(12), &[medicine("Ramipril"), medicine("Levothyroxine")], &Profile::default());
    assert!(taking.warnings("Calcium", &Amounts::default()).iter().any(|warning| matches!(warning.advice, CautionLevel::Apart { .. })));
    let to_avoid = taking.to_avoid(&[taken("Potassium"), taken("Salt substitute"), taken("Calcium")]);
    assert_eq!(to_avoid.len(), 1);
    assert_eq!(to_avoid[0].title, "Potassium with ramipril: not without your doctor or pharmacist");
}
