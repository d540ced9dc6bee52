//! Every row of the table of rules, by a person and a food that need it, and the nearest that do not.

use super::eater::{Eater, EatersMedicine};
use super::table::{FoodRule, food_rules};
use super::which::AskedFood;
use crate::domain::{ClassKey, Drink, DrinkKind, FoodId, Nutrient, Sex, VolumeMl};
use crate::nutrition::{Food, HeldRules, Stage, catalogue};

/// A rule, a person and a food for which it holds, a person for whom it does not, and a food about which it is not. "-" is nobody, or no
/// food.
struct Row(&'static str, &'static str, &'static str, &'static str, &'static str);

const ROWS: &[Row] = &[
    Row("fs01", "", "-", "spinach-cooked", "kale-cooked"),
    Row("fs02", "", "-", "almonds", "sunflower-seeds"),
    Row("fs03", "", "-", "cheddar-cheese", "white-bread"),
    Row("fs03", "", "-", "tofu-calcium", "white-bread"),
    Row("fs03", "", "-", "soy-milk", "white-bread"),
    Row("fs03", "", "-", "white-beans-cooked", "white-bread"),
    Row("fs03", "", "-", "pak-choi-cooked", "white-bread"),
    Row("fs03", "", "-", "broccoli-cooked", "white-bread"),
    Row("fs03", "", "-", "kale-cooked", "white-bread"),
    Row("fs03", "", "-", "mustard-greens-cooked", "white-bread"),
    Row("fs03", "", "-", "turnip-greens-cooked", "white-bread"),
    Row("fs03", "", "-", "watercress", "white-bread"),
    Row("fs03", "", "-", "brussels-sprouts-cooked", "white-bread"),
    Row("fs03", "", "-", "cabbage-cooked", "white-bread"),
    Row("fs04", "", "-", "lentils-cooked", "beef-cooked-lean"),
    Row("fs05", "", "-", "energy-drink", "cola"),
    Row("fs06", "", "-", "red-wine", "grape-juice"),
    Row("fs07", "m:metronidazole=none", "m:amoxicillin=none", "red-wine", "grape-juice"),
    Row("fs07", "m:disulfiram=none", "m:paracetamol=none", "drink:wine", "drink:juice"),
    Row("fs07", "pregnant", "breastfeeding", "drink:beer", "drink:water"),
    Row("fs07", "m:metformin=metformin", "m:ramipril=ace_inhibitor", "drink:spirits", "drink:tea"),
    Row("fs07", "c:liver", "c:kidney", "drink:wine", "drink:juice"),
    Row("fs08", "breastfeeding", "", "beef-liver-cooked", "beef-cooked-lean"),
    Row("fs08", "m:isotretinoin=none", "m:ibuprofen=nsaid", "cod-liver-oil", "olive-oil"),
    Row("fs09", "", "-", "chicken-liver-cooked", "cod-liver-oil"),
    Row("fs10", "age:15", "age:16", "swordfish-cooked", "salmon-cooked"),
    Row("fs10", "female age:30 region:uk", "female age:30 region:us", "swordfish-cooked", "cod-cooked"),
    Row("fs10", "female age:49 country:uk", "female age:50 country:uk", "swordfish-cooked", "cod-cooked"),
    Row("fs11", "pregnant", "", "tuna-canned", "salmon-canned"),
    Row("fs11b", "breastfeeding", "age:40", "halibut-cooked", "cod-cooked"),
    Row("fs11c", "age:8", "age:40", "eel-cooked", "cod-cooked"),
    Row("fs12", "female age:30", "female age:60", "salmon-cooked", "cod-cooked"),
    Row("fs13", "pregnant", "breastfeeding", "smoked-salmon", "salmon-cooked"),
    Row("fs13", "m:methotrexate=chemotherapy", "age:70", "caviar", "cod-cooked"),
    Row("fs13", "age:70 c:diabetes", "age:60 c:diabetes", "kippers", "cod-cooked"),
    Row("fs13", "c:liver", "c:kidney", "oysters-raw", "mussels-cooked"),
    Row("fs14", "pregnant", "", "brie", "mozzarella"),
    Row("fs14", "age:65 c:kidney", "age:64 c:kidney", "camembert", "feta-cheese"),
    Row("fs14b", "pregnant", "", "ham", "roast-chicken"),
    Row("fs15", "pregnant", "breastfeeding", "egg-soft-boiled", "egg-boiled"),
    Row("fs16", "pregnant", "", "tonic-water", "bottled-water"),
    Row("fs16", "m:digoxin=digoxin", "m:ramipril=ace_inhibitor", "gin-and-tonic", "gin"),
    Row("fs17", "m:simvastatin=statin", "m:pravastatin=statin", "grapefruit", "orange"),
    Row("fs17", "m:amlodipine=dihydropyridine", "m:ramipril=ace_inhibitor", "pomelo", "orange"),
    Row(
        "fs17",
        "m:colchicine=hydroxychloroquine_colchicine",
        "m:hydroxychloroquine=hydroxychloroquine_colchicine",
        "orange-marmalade",
        "jam",
    ),
    Row("fs18", "m:furosemide=loop_diuretic", "m:metformin=metformin", "liquorice", "caramels"),
    Row("fs18", "c:high_blood_pressure", "c:diabetes", "liquorice", "caramels"),
    Row("fs18", "c:heart", "c:diabetes", "herbal-tea", "green-tea"),
    Row("fs19", "c:heart_failure", "c:heart_failure m:lithium=lithium", "cottage-cheese", "ricotta"),
    Row("fs19", "m:lithium=lithium", "", "cottage-cheese", "ricotta"),
    Row("fs20", "m:warfarin=vitamin_k_antagonist", "m:apixaban=doac_antiplatelet", "kale-cooked", "carrots-cooked"),
    Row("fs20", "m:warfarin=vitamin_k_antagonist", "m:apixaban=doac_antiplatelet", "lambs-lettuce", "cucumber"),
    Row("fs21", "m:warfarin=vitamin_k_antagonist", "m:apixaban=doac_antiplatelet", "natto", "tempeh"),
    Row("fs22", "c:kidney", "c:liver", "banana", "apple"),
    Row("fs22", "c:dialysis", "c:heart", "boiled-potato", "white-rice-cooked"),
    Row("fs22", "c:high_potassium", "c:high_blood_pressure", "avocado", "chicken-breast-cooked"),
    Row("fs22", "c:fluid_limit", "c:heart_failure", "almonds", "sunflower-oil"),
    Row("fs22", "m:spironolactone=potassium_sparing", "m:furosemide=loop_diuretic", "banana", "beef-cooked-lean"),
    Row("fs22", "m:patiromer=potassium_binder", "m:furosemide=loop_diuretic", "banana", "cod-cooked"),
    Row("fs22", "m:sevelamer=phosphate_binder", "", "banana", "egg-boiled"),
    Row("fs22", "m:tacrolimus=calcineurin_inhibitor", "", "wheat-bran", "apple"),
    Row("fs22", "m:trimethoprim=trimethoprim", "m:amoxicillin=none", "dates-deglet-noor", "apple"),
    Row("fs22", "m:heparin=heparin", "m:warfarin=vitamin_k_antagonist", "banana", "apple"),
    Row("fs22", "m:aliskiren=renin_inhibitor c:diabetes", "m:aliskiren=renin_inhibitor", "banana", "apple"),
    Row("fs22", "m:ramipril=ace_inhibitor m:losartan=arb", "m:ramipril=ace_inhibitor", "banana", "apple"),
    Row("fs22", "m:ramipril=ace_inhibitor m:aliskiren=renin_inhibitor", "m:losartan=arb", "banana", "apple"),
    Row("fs22", "m:losartan=arb m:aliskiren=renin_inhibitor", "m:losartan=arb c:diabetes", "banana", "apple"),
    Row("fs22", "m:losartan=arb m:ibuprofen=nsaid", "m:ibuprofen=nsaid", "banana", "apple"),
    Row("fs22", "m:ramipril=ace_inhibitor m:kcl=potassium_salt", "m:kcl=potassium_salt", "banana", "apple"),
    Row("fs22", "m:ramipril=ace_inhibitor m:losalt=salt_substitute", "m:losalt=salt_substitute", "banana", "apple"),
    Row("fs22", "m:losartan=arb m:dioralyte=oral_rehydration", "m:dioralyte=oral_rehydration", "banana", "apple"),
    Row("fs22", "m:losartan=arb m:drospirenone=contraceptive", "m:losartan=arb m:levonorgestrel=contraceptive", "banana", "apple"),
    Row("fs22", "m:ramipril=ace_inhibitor product", "product", "banana", "apple"),
    Row("fs22", "raising", "raising m:ramipril=ace_inhibitor", "banana", "apple"),
    Row("fs22", "unknown", "", "banana", "apple"),
    Row("fs22b", "c:kidney", "m:ramipril=ace_inhibitor", "chicken-breast-cooked", "ham"),
    Row("fs23", "m:losartan=arb", "m:losartan=arb c:kidney", "banana", "apple"),
    Row("fs24", "c:kidney_stones", "c:kidney", "beetroot-cooked", "carrots-cooked"),
    Row("fs25", "c:dialysis", "c:kidney_stones", "star-fruit", "apple"),
    Row("fs26", "c:diabetes", "", "orange-juice", "orange"),
    Row("fs27", "m:gliclazide=insulin_sulfonylurea", "m:metformin=metformin", "orange-juice", "orange"),
    Row("fs28", "age:4", "age:5", "almonds", "almond-butter"),
    Row("fs28", "swallow", "", "apple", "-"),
    Row("fs28", "c:swallowing", "c:lung", "banana", "-"),
    Row("fs29", "avoid:sesame", "avoid:nuts", "hummus", "lentils-cooked"),
    Row("fs30", "avoid:sesame", "avoid:nuts", "bagel", "baguette"),
    Row("fs31", "region:eu", "region:us", "bran-flakes", "salmon-cooked"),
    Row("fs31", "country:de", "country:ca", "soy-milk", "egg-boiled"),
    Row("fs31", "country:se", "country:de region:us", "soy-milk", "egg-boiled"),
    Row("fs31", "", "-", "paneer", "cheddar-cheese"),
    Row("fs32", "country:ch", "", "oat-milk", "low-fat-milk"),
    Row("fs33", "", "-", "cheese-pizza", "lentils-cooked"),
    Row("fs34", "", "-", "kidney-beans-dry", "kidney-beans-cooked"),
    Row("fs35", "m:phenelzine=mao_inhibitor", "m:moclobemide=mao_inhibitor", "cheddar-cheese", "ricotta"),
    Row("fs35b", "m:moclobemide=mao_inhibitor", "m:phenelzine=mao_inhibitor", "cheddar-cheese", "ricotta"),
    Row("fs35", "m:linezolid=none", "m:doxycycline=none", "drink:beer", "drink:spirits"),
    Row("fs35", "m:selegiline_patch_9_mg/24_h=mao_inhibitor", "m:selegiline_6_mg/24_h=mao_inhibitor", "red-wine", "gin"),
    Row("fs35", "m:selegiline_12mg_per_24h=mao_inhibitor", "m:selegiline_10_mg_a_day=mao_inhibitor", "drink:wine", "drink:juice"),
    Row("fs35b", "m:selegiline_6_mg/24_h=mao_inhibitor", "m:selegiline_9_mg/24_h=mao_inhibitor", "salami", "ricotta"),
    Row("fs35b", "m:rasagiline=mao_inhibitor", "m:rasagiline=mao_inhibitor m:linezolid=none", "salami", "ricotta"),
    Row("fs36", "m:lithium=lithium", "m:ramipril=ace_inhibitor", "coffee", "herbal-tea"),
    Row("fs36", "pregnant", "", "cola", "bottled-water"),
    Row("fs37", "c:fluid_limit", "c:heart_failure", "orange-juice", "orange"),
    Row("fs37", "c:dialysis", "c:kidney", "low-fat-milk", "cheddar-cheese"),
    Row("fs38", "m:sevelamer=phosphate_binder", "c:diabetes", "cheddar-cheese", "apple"),
    Row("fs39", "m:levodopa=levodopa", "", "chicken-breast-cooked", "apple"),
    Row("fs40", "m:levothyroxine=thyroid_hormone", "m:ramipril=ace_inhibitor", "low-fat-milk", "apple"),
    Row("fs41", "avoid:gluten", "avoid:milk", "white-bread", "white-rice-cooked"),
    Row("fs42", "m:warfarin=vitamin_k_antagonist", "m:apixaban=doac_antiplatelet", "cranberry-juice-drink", "apple-juice"),
    Row("fs44", "m:allopurinol=none", "m:colchicine=hydroxychloroquine_colchicine", "sardines-canned", "cod-cooked"),
    Row("fs45", "age:3", "age:5", "rice-milk", "oat-milk"),
];

/// The person that a row describes.
fn eater(words: &str) -> Eater {
    let mut eater = Eater::default();
    for word in words.split_whitespace() {
        let (key, value) = word.split_once(':').unwrap_or((word, ""));
        match key {
            "c" => drop(eater.conditions.insert(value.parse().unwrap())),
            "avoid" => drop(eater.avoid.insert(value.parse().unwrap())),
            "region" => eater.region = Some(value.parse().unwrap()),
            "country" => eater.country = Some(value.parse().unwrap()),
            "age" => eater.person.age_years = Some(value.parse().unwrap()),
            "female" => eater.person.sex = Some(Sex::Female),
            "pregnant" => eater.person.stage = Stage::Pregnant,
            "breastfeeding" => eater.person.stage = Stage::Breastfeeding,
            "raising" => eater.claims_raising = true,
            "product" => eater.potassium_products.push("Lo-Salt".to_owned()),
            "swallow" => eater.trouble_swallowing = true,
            "m" | "unknown" => {
                let (name, class) = value.split_once('=').unwrap_or(("Xyz", "none"));
                let classes = if class == "none" { Vec::new() } else { vec![ClassKey::new(class).unwrap()] };
                let (name, is_known) = (name.replace('_', " "), key == "m");
                eater.medicines.push(EatersMedicine { typed: name.clone(), substances: name.clone(), name, classes, is_known });
            }
            _ => panic!("{word}"),
        }
    }
    eater
}

/// The row of the table with this id that holds for the person and this food.
fn holding(id: &str, eater: &Eater, food: &str) -> Option<&'static FoodRule> {
    let held = HeldRules::of(eater);
    let known = |rule: &&FoodRule| held.with_id(id).iter().any(|held| std::ptr::eq(*held, *rule));
    let of_catalogue: Option<&Food> = catalogue().food(&FoodId::new(food));
    let drink = food.strip_prefix("drink:").map(|kind| {
        let kind: DrinkKind = kind.parse().unwrap();
        Drink { day: day(), kind, volume: VolumeMl::new(150).unwrap(), time: None }
    });
    let asked = of_catalogue.map(AskedFood::from).or_else(|| drink.as_ref().map(AskedFood::drunk)).unwrap_or_else(|| panic!("{food}"));
    food_rules().iter().filter(known).find(|rule| rule.which.holds(&asked))
}

fn day() -> crate::domain::Day {
    crate::domain::Day::new(chrono::NaiveDate::from_ymd_opt(2026, 11, 19).unwrap())
}

#[test]
fn every_row_of_the_table_is_needed_by_a_person_and_a_food_and_by_no_nearer_ones() {
    let mut needed: Vec<*const FoodRule> = Vec::new();
    for Row(id, who, not_who, food, not_food) in ROWS {
        let person = eater(who);
        let rule = holding(id, &person, food).unwrap_or_else(|| panic!("{id} does not hold for \"{who}\" and {food}"));
        needed.push(rule);
        if *not_who != "-" {
            let found = holding(id, &eater(not_who), food).is_some_and(|found| std::ptr::eq(found, rule));
            assert!(!found, "{id} holds for \"{not_who}\" and {food}");
        }
        if *not_food != "-" {
            assert!(holding(id, &person, not_food).is_none(), "{id} holds for \"{who}\" and {not_food}");
        }
    }
    let unneeded = food_rules().iter().enumerate().filter(|row| !needed.contains(&std::ptr::from_ref(row.1)));
    let unneeded: Vec<_> = unneeded.map(|(place, rule)| format!("{} in line {}", rule.id, place + 2)).collect();
    assert!(unneeded.is_empty(), "{unneeded:?}");
}

#[test]
fn what_is_withheld_is_said_with_its_reason_and_the_medicine() {
    for (who, food, nutrient, words) in [
        ("c:kidney", "banana", Nutrient::Magnesium, "too much because of kidney disease"),
        ("m:losartan=arb m:ibuprofen=nsaid", "banana", Nutrient::Magnesium, "because of losartan and ibuprofen, which raise potassium"),
        ("m:spironolactone=potassium_sparing unknown", "banana", Nutrient::Magnesium, "because of spironolactone, which raises potassium."),
        ("m:patiromer=potassium_binder", "banana", Nutrient::Magnesium, "because of patiromer."),
        ("unknown", "banana", Nutrient::Magnesium, "because of Xyz, until you say what kind of medicine it is"),
        (
            "m:simvastatin=statin m:amlodipine=dihydropyridine",
            "grapefruit",
            Nutrient::Potassium,
            "the effect of amlodipine and simvastatin",
        ),
        ("m:warfarin=vitamin_k_antagonist", "kale-cooked", Nutrient::Calcium, "so that the effect of warfarin stays even"),
    ] {
        let rules = HeldRules::of(&eater(who));
        let food = catalogue().food(&FoodId::new(food)).unwrap();
        let rule = rules.withholding(food, nutrient).unwrap_or_else(|| panic!("{who}"));
        assert!(rule.words().contains(words), "{}", rule.words());
        assert!(!rule.words().contains('{'));
    }
}

#[test]
fn what_is_to_be_kept_steady_is_withheld_and_the_words_say_so() {
    let rules = HeldRules::of(&eater("m:warfarin=vitamin_k_antagonist"));
    let kale = catalogue().food(&FoodId::new("kale-cooked")).unwrap();
    let rule = rules.withholding(kale, Nutrient::Calcium).unwrap();
    assert!(rule.id() == "fs20" && rule.words().contains("about as much as usual"), "{}", rule.words());
}

#[test]
fn a_healthy_person_hears_no_word_about_what_they_log() {
    let rules = HeldRules::of(&eater("female age:60"));
    for food in catalogue().foods() {
        assert!(rules.said_when_logged(&AskedFood::from(food)).is_empty(), "{}", food.id);
    }
}

#[test]
fn a_food_that_breaks_several_rules_says_the_words_of_all() {
    for (who, id, expected) in [
        ("m:phenelzine=mao_inhibitor", "beer", ["Alcohol and phenelzine", "Aged, cured or fermented food or drink with phenelzine"]),
        ("m:phenelzine=mao_inhibitor", "red-wine", ["Alcohol and phenelzine", "can raise blood pressure dangerously"]),
        ("m:warfarin=vitamin_k_antagonist", "gin-and-tonic", ["Alcohol and warfarin", "Holds quinine"]),
        ("pregnant", "gin-and-tonic", ["In pregnancy no amount of alcohol", "Holds quinine"]),
    ] {
        let said = HeldRules::of(&eater(who)).said_when_logged(&AskedFood::from(catalogue().food(&FoodId::new(id)).unwrap()));
        assert_eq!(said.len(), 2, "{said:?}");
        assert!(expected.iter().all(|words| said.iter().any(|said| said.contains(words))), "{said:?}");
    }
}
