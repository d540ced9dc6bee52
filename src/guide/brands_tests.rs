//! Brands in what people type: found by their names, asked about where several are meant, and never seen in ordinary words.

use super::brands::{brands_named, every_brand};
use super::medicine_names::{NameHolds, read_name};
use super::medicines::{class, classes};
use super::product::With;
use super::recognised::{NONE_OF_THESE, Recognised, classes_of_medicine, is_kind};
use super::words::key_of;
use crate::domain::{Amounts, ClassKey, Medicine, Nutrient, OwnName};
use std::collections::BTreeSet;

/// 60 brands of nine countries, drawn at random (seed 12) from those that are not asked about, each with its classes.
const DRAWN: [(&str, &str); 60] = [
    ("Abilify", "antipsychotic"),
    ("Actonel", "bisphosphonate"),
    ("Adizem", "rate_limiting_ccb"),
    ("Apresoline", "b6_antagonist"),
    ("Aromasin", "aromatase_inhibitor"),
    ("Asaphen", "doac_antiplatelet"),
    ("Azantac", "h2_blocker"),
    ("Bentelan", "corticosteroid"),
    ("Bezalip", "fibrate"),
    ("Biktarvy", "integrase_inhibitor"),
    ("Camcolit", "lithium"),
    ("Clasteon", "bisphosphonate"),
    ("Comilorid", "thiazide|potassium_sparing"),
    ("Concerta", "stimulant"),
    ("Cramp Eze", "magnesium_product"),
    ("Crestor", "statin"),
    ("Daranide", "carbonic_anhydrase"),
    ("Doxylis", "tetracycline"),
    ("Edecrin", "loop_diuretic"),
    ("Enapren", "ace_inhibitor"),
    ("Epanutin", "antiepileptic"),
    ("Fraxiparine", "heparin"),
    ("Furadantine", "nitrofurantoin"),
    ("Invokana", "sglt2"),
    ("Kayexalate", "potassium_binder"),
    ("Keppra", "antiepileptic"),
    ("Lamictal", "antiepileptic"),
    ("Limpidex", "ppi"),
    ("Lithmax", "lithium"),
    ("Lopid", "fibrate"),
    ("MS Contin", "opioid"),
    ("Magnerot", "magnesium_product"),
    ("Magnesium Vital", "antacid|magnesium_product"),
    ("Minirinmelt", "desmopressin"),
    ("Minisintrom", "vitamin_k_antagonist"),
    ("Mydocalm", "muscle_relaxant"),
    ("NicoDerm", "nicotine"),
    ("Novothyral", "thyroid_hormone"),
    ("Olprezide", "thiazide|arb"),
    ("Peptac", "antacid|vitamin_d_calcium"),
    ("Petibelle", "estrogen|contraceptive"),
    ("Plaunazide", "thiazide|arb"),
    ("ProAir", "saba"),
    ("Qualaquin", "quinine"),
    ("Renagel", "phosphate_binder"),
    ("Resikali", "potassium_binder"),
    ("Samsca", "vaptan"),
    ("Soludactone", "potassium_sparing"),
    ("Tafil", "benzodiazepine"),
    ("Tardyferon", "oral_iron"),
    ("Tivicay", "integrase_inhibitor"),
    ("Triplixam", "thiazide|ace_inhibitor|dihydropyridine"),
    ("Trolovol", "penicillamine"),
    ("Tromalyt", "doac_antiplatelet"),
    ("Tromcardin", "potassium_salt|magnesium_product"),
    ("Ultram", "opioid"),
    ("Ventolin", "saba"),
    ("Vibravenos", "tetracycline"),
    ("Vizarsin", "pde5"),
    ("Wellbutrin", "snri"),
];

/// Brands for which a mistake could do the most harm, each with its classes.
const GRAVE: [(&str, &str); 24] = [
    ("Entresto", "arb"),
    ("Aldactone", "potassium_sparing"),
    ("Inspra", "potassium_sparing"),
    ("Kerendia", "potassium_sparing"),
    ("Lo-Salt", "salt_substitute"),
    ("LoSalt", "salt_substitute"),
    ("Nu-Salt", "salt_substitute"),
    ("Slow-K", "potassium_salt"),
    ("Slow K 600 mg", "potassium_salt"),
    ("Sando-K", "potassium_salt"),
    ("Kalinor", "potassium_salt"),
    ("Coumadin", "vitamin_k_antagonist"),
    ("Marcumar", "vitamin_k_antagonist"),
    ("Sintrom", "vitamin_k_antagonist"),
    ("Priadel", "lithium"),
    ("Quilonum", "lithium"),
    ("Lanoxin", "digoxin"),
    ("Rasilez", "renin_inhibitor"),
    ("Cordarone", "antiarrhythmic"),
    ("Lasix 40 mg", "loop_diuretic"),
    ("Bactrim", "trimethoprim"),
    ("Prograf", "calcineurin_inhibitor"),
    ("Zocor", "statin"),
    ("Lokelma", "potassium_binder"),
];

/// Common English words, more than 200 of them, among them many with the letters of a brand.
const ORDINARY: &str = "that more than these really those look better give sure number thought times making seen side open makes hope thanks mind true wrong probably wanted late stay form media west bring march self thinking rest land position military industry weeks takes learn medical areas september save felt forward character vote related french considered legal walk knows whose success pass district visit officer write peace ahead island beginning individual reported sale leaving computer sold definitely author lady stories france sports independent band learning wear direct resources directly grow basic male broken nation uses foot trial google showed exchange reached tree demand songs becomes mentioned starts click metal agent gain soul healthy somebody dangerous spirit fifth proud classes labor thousands easier volume develop presented weapons helps religion democratic likes spanish electric introduced proper watched capacity joint steel canadian intelligence appearance grew sets charges hero shared allows grant pool testing elections jersey sector chain kitchen task claimed fill residents basically elected ministry stadium charged minor talked alcohol destroyed largely solo dealing newspaper threat careful empty nick spain dedicated plot tips category lane scheme assets depression kevin promote arrest dirty manner replaced writers dates water bread butter cheese apple banana orange coffee tea milk sugar salt pepper honey rice \
    chicken fish beef lamb potato tomato carrot onion garlic lemon ginger mint attention ability central program concert creator discover \
    moderate selection seasonal preserve weather leather feather regulate coordinate melodic palette tricycle templar quark moment giant \
    foster jasmine thrive sonata soma heather eclipse versed maxim tablet capsule morning evening doctor night cramp pain sleep heart";

fn medicine(name: &str, class: Option<&str>) -> Medicine {
    Medicine { class: class.map(|key| ClassKey::new(key).unwrap()), ..Medicine::new(OwnName::new(name).unwrap()) }
}

fn keys(medicine: &Medicine) -> BTreeSet<&'static str> {
    classes_of_medicine(medicine).iter().map(|class| class.id.as_str()).collect()
}

fn listed(keys: &str) -> BTreeSet<&str> {
    keys.split('|').filter(|key| !key.is_empty()).collect()
}

#[test]
fn sixty_brands_of_nine_countries_find_their_classes_and_so_do_the_gravest() {
    for (name, classes) in DRAWN.into_iter().chain(GRAVE) {
        for typed in [name.to_owned(), name.to_uppercase(), format!("{name} 10 mg")] {
            assert_eq!(keys(&medicine(&typed, None)), listed(classes), "{typed}");
            assert!(Recognised::of(&medicine(&typed, None)).is_clear, "{typed}");
        }
    }
}

#[test]
fn every_brand_finds_its_own_classes_and_is_shown_with_what_it_holds() {
    for brand in every_brand().into_iter().filter(|brand| !brand.is_asked_about()) {
        let listed = medicine(brand.name, None);
        assert_eq!(keys(&listed), brand.classes().collect(), "{}", brand.name);
        assert_eq!(Recognised::of(&listed).shown, format!("{} ({})", brand.name, brand.contents()));
    }
}

#[test]
fn a_wrong_letter_in_a_brand_never_finds_another_class() {
    // Every third, since a letter is left out of each in turn.
    for brand in every_brand().into_iter().filter(|brand| !brand.is_asked_about()).step_by(3) {
        let right: BTreeSet<_> = brand.classes().collect();
        for (at, letter) in brand.name.char_indices() {
            let typed = format!("{}{}", &brand.name[..at], &brand.name[at + letter.len_utf8()..]);
            let read = read_name(&typed);
            let is_a_name = read.has_generic || read.brands.iter().any(|found| !found.forgiven) || !read.meanings.is_empty();
            let found: BTreeSet<_> = read.places.iter().map(|place| classes()[*place].id.as_str()).collect();
            assert!(is_a_name || found.is_subset(&right), "{typed} for {} finds {found:?}", brand.name);
        }
    }
}

#[test]
fn names_one_letter_apart_are_not_taken_for_each_other() {
    for (one, classes, other, other_classes) in [
        ("Diuramid", "carbonic_anhydrase", "Diurapid", "loop_diuretic"),
        ("Murelax", "benzodiazepine", "Yurelax", "muscle_relaxant"),
        ("Dynacil", "ace_inhibitor", "Dynacin", "tetracycline"),
        ("Lodales", "statin", "Lodalis", "bile_acid_binder"),
        ("Ameride", "thiazide|potassium_sparing", "Amoride", "potassium_sparing"),
        ("Tolura", "arb", "Tolsura", "azole"),
        ("Triam-co", "thiazide|potassium_sparing", "Triamlo", "ace_inhibitor|dihydropyridine"),
        ("Lorzaar", "arb", "Forzaar", "thiazide|arb"),
    ] {
        assert_eq!(keys(&medicine(one, None)), listed(classes), "{one}");
        assert_eq!(keys(&medicine(other, None)), listed(other_classes), "{other}");
    }
    for between in ["Burelax", "Diurabid", "Lodalos", "Dynacim"] {
        assert_eq!(keys(&medicine(between, None)), BTreeSet::new(), "{between} could be two");
    }
}

#[test]
fn a_wrong_letter_is_forgiven_and_the_brand_named() {
    for (typed, shown) in [
        ("Aldacton", "Aldacton (Aldactone: spironolactone)"),
        ("Enresto", "Enresto (Entresto: sacubitril + valsartan)"),
        ("Entresto 49/51", "Entresto 49/51 (sacubitril + valsartan)"),
        ("Ramipril", "Ramipril"),
        ("Seretide (salmeterol, fluticasone)", "Seretide (salmeterol, fluticasone)"),
        ("Snake oil", "Snake oil"),
    ] {
        assert_eq!(Recognised::of(&medicine(typed, None)).shown, shown);
    }
}

#[test]
fn a_brand_that_means_several_things_is_asked_about() {
    let triatec = Recognised::of(&medicine("Triatec", None));
    assert!(keys(&medicine("Triatec", None)).is_empty() && !triatec.is_clear);
    let words: Vec<_> = triatec.meanings.iter().map(|meaning| format!("{}: {}", meaning.words(), meaning.class)).collect();
    let expected = [
        "codeine + paracetamol (in Canada): opioid",
        "caffeine + codeine + paracetamol (in Canada): stimulant",
        "ramipril (in France, Italy and Switzerland): ace_inhibitor",
    ];
    assert_eq!(words, expected);
    let chosen = medicine("Triatec", Some("ace_inhibitor"));
    assert_eq!((Recognised::of(&chosen).shown.as_str(), keys(&chosen)), ("Triatec (ramipril)", listed("ace_inhibitor")));
    assert_eq!(keys(&medicine("Triatec 5 mg (ramipril)", None)), listed("ace_inhibitor"));
    assert_eq!(keys(&medicine("Triatec", Some("stimulant"))), listed("opioid|stimulant"), "all classes of what was meant");
    let none = medicine("Triatec", Some(NONE_OF_THESE));
    assert!(Recognised::of(&none).is_clear && keys(&none).is_empty());
}

#[test]
fn each_meaning_can_be_chosen() {
    let asked: BTreeSet<_> = every_brand().into_iter().filter(|brand| brand.is_asked_about()).map(|brand| brand.name).collect();
    assert!(asked.len() > 20, "{asked:?}");
    for name in asked {
        let brands = brands_named(&key_of(name));
        let meanings = Recognised::of(&medicine(name, None)).meanings;
        assert_eq!(meanings.len(), brands.len(), "{name}");
        for (brand, meaning) in brands.into_iter().zip(meanings) {
            let chosen = medicine(name, Some(meaning.class.as_str()));
            assert_eq!(keys(&chosen), brand.classes().collect(), "{name}: {}", meaning.words());
            assert!(Recognised::of(&chosen).is_clear);
        }
    }
}

#[test]
fn no_ordinary_word_is_taken_for_a_brand() {
    assert!(ORDINARY.split_whitespace().count() > 200);
    for word in ORDINARY.split_whitespace() {
        for typed in [word.to_owned(), format!("my {word}"), format!("{word} tea")] {
            let read = read_name(&typed);
            assert!(read.brands.is_empty() && read.places.is_empty(), "{typed}: {read:?}");
        }
        assert!(read_name(&format!("{word} tea")).meanings.is_empty(), "{word} tea");
    }
}

#[test]
fn what_nobody_knows_is_not_clear_until_it_is_said() {
    for (name, chosen, clear) in [
        ("Zorblaxin", None, false),
        ("Moment", None, false),
        ("Zorblaxin", Some("statin"), true),
        ("Zorblaxin", Some(NONE_OF_THESE), true),
        ("Zorblaxin", Some("a_class_of_long_ago"), false),
        ("Paracetamol 500 mg", None, true),
        ("Fluticasone nasal spray", None, true),
        ("Ramipril", None, true),
        ("Entresto", None, true),
    ] {
        assert_eq!(Recognised::of(&medicine(name, chosen)).is_clear, clear, "{name} {chosen:?}");
    }
}

#[test]
fn rules_can_ask_for_groups_and_for_what_a_brand_holds() {
    let is = |name: &str, word: &str| {
        let medicine = medicine(name, None);
        let classes: Vec<_> = classes_of_medicine(&medicine).iter().map(|class| class.id.clone()).collect();
        is_kind(&NameHolds::of(medicine.name.as_str()), &classes, word)
    };
    for (name, word) in [
        ("Slow-K", "potassium_product"),
        ("LoSalt", "potassium_product"),
        ("Potassium chloride 600 mg", "potassium_product"),
        ("Nardil", "maoi"),
        ("Cordarone", "amiodarone"),
        ("Amiodarone 200 mg", "amiodarone"),
        ("Tegretol", "carbamazepine"),
        ("Yasmin", "drospirenone"),
        ("Klaricid", "macrolide"),
        ("Sporanox", "azole"),
        ("Minirin", "desmopressin"),
        ("Mimpara", "calcimimetic"),
        ("Kakkonto", "liquorice"),
    ] {
        assert!(is(name, word), "{name} is {word}");
    }
    for (name, word) in [("Losartan potassium", "potassium_product"), ("Flecainide", "amiodarone"), ("Yasmin", "maoi")] {
        assert!(!is(name, word), "{name} is not {word}");
    }
    assert!(NameHolds::of("Evista").holds("raloxifene"));
}

#[test]
fn a_brand_tells_what_a_product_contains() {
    let holds = |name: &str, nutrient| With::Nutrient(nutrient).is_in(name, &Amounts::default());
    for name in ["Nu-Salt", "LoSalt", "Kalium", "Slow-K", "Sando-K", "Dioralyte", "Potassium 99"] {
        assert!(holds(name, Nutrient::Potassium), "{name}");
    }
    assert!(holds("Slow-Mag", Nutrient::Magnesium) && holds("Calcichew", Nutrient::Calcium));
    assert!("iron".parse::<With>().unwrap().is_in("Ferrograd", &Amounts::default()));
    for name in ["Aldactone", "Soludactone", "Kelp", "Salt", "Quark"] {
        assert!(!holds(name, Nutrient::Potassium), "{name}");
    }
    let zero = [(Nutrient::Potassium, 0.0)].into_iter().collect();
    assert!(!With::Nutrient(Nutrient::Potassium).is_in("Nu-Salt", &zero), "the amount is believed");
}

#[test]
fn the_word_for_none_is_no_class() {
    assert!(class(&ClassKey::new(NONE_OF_THESE).unwrap()).is_none());
}
