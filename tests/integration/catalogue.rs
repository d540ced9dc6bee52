//! The foods of `assets/foods.csv` as a file: every row readable, made by the program from the selection, and plausible.

use cramp_diary::{
    domain::{FoodId, Nutrient},
    nutrition::{CHECK_COLUMN, Food, FoodGroup, FoodSource, Release, catalogue, food_from_row, row_check},
};
use csv::StringRecord;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

/// What a file of `assets/` holds.
fn asset(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("assets").join(name)).unwrap()
}

fn rows(text: &str) -> (StringRecord, Vec<StringRecord>) {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header = reader.headers().unwrap().clone();
    (header, reader.records().map(Result::unwrap).collect())
}

fn food(id: &str) -> &'static Food {
    catalogue().food(&FoodId::new(id)).unwrap_or_else(|| panic!("no food {id}"))
}

#[track_caller]
fn none(what: &str, wrong: impl IntoIterator<Item = String>) {
    let wrong: Vec<_> = wrong.into_iter().collect();
    assert!(wrong.is_empty(), "{what}:\n{}", wrong.join("\n"));
}

/// The foods whose row is not as the program wrote it.
fn changed_by_hand(foods_csv: &str) -> Vec<String> {
    let (header, rows) = rows(foods_csv);
    assert_eq!(header.iter().next_back(), Some(CHECK_COLUMN));
    let wrong = rows.iter().filter(|row| row.iter().next_back() != Some(&*row_check(row.iter().take(header.len() - 1))));
    wrong.map(|row| row[0].to_owned()).collect()
}

#[test]
fn every_row_is_a_food_with_an_id_and_a_name_of_its_own() {
    let (header, rows) = rows(&asset("foods.csv"));
    none("rows that are no food", rows.iter().filter_map(|row| Some(food_from_row(&header, row).err()?.to_string())));
    let foods = catalogue().foods();
    assert_eq!(foods.len(), rows.len());
    assert!(foods.len() >= 1_000, "{} foods", foods.len());
    assert_eq!(foods.iter().map(|food| food.id.as_str()).collect::<BTreeSet<_>>().len(), foods.len());
    let slug = |food: &&Food| !food.id.as_str().bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'));
    none("ids with other letters", foods.iter().filter(slug).map(|food| food.id.to_string()));
    let mut names: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for food in foods {
        names.entry(food.name.to_lowercase()).or_default().push(food.id.as_str());
    }
    none("names twice", names.into_iter().filter(|(_, ids)| ids.len() > 1).map(|(name, ids)| format!("{name}: {ids:?}")));
    none("long names", foods.iter().filter(|food| food.name.chars().count() > 45).map(|food| food.name.clone()));
}

#[test]
fn a_row_changed_by_hand_is_found() {
    let file = asset("foods.csv");
    none("changed by hand, or not rebuilt after a change of the selection", changed_by_hand(&file));
    let line = file.lines().find(|line| line.starts_with("kale-raw,")).unwrap();
    for (digit, other) in [("0", "1"), ("3", "4"), ("yes", "no")] {
        let changed = line.replacen(digit, other, 1);
        assert_ne!(line, changed);
        assert_eq!(changed_by_hand(&file.replace(line, &changed)), ["kale-raw"]);
    }
}

#[test]
fn the_foods_are_those_of_the_selection() {
    let ((chosen_columns, chosen), (columns, foods)) = (rows(&asset("foods_selection.csv")), rows(&asset("foods.csv")));
    let ids = |rows: &[StringRecord]| rows.iter().map(|row| row[0].to_owned()).collect::<Vec<_>>();
    assert_eq!(ids(&chosen), ids(&foods));
    assert!(ids(&chosen).is_sorted(), "sorted by id");
    for (chosen, food) in chosen.iter().zip(&foods) {
        for (column, cell) in chosen_columns.iter().zip(chosen) {
            let place = columns.iter().position(|name| name == column).unwrap();
            assert_eq!(&food[place], cell, "{}, column {column}: rebuild foods.csv", &food[0]);
        }
    }
}

#[test]
fn no_food_of_the_first_catalogue_is_gone() {
    let first = include_str!("first_food_ids.txt");
    assert_eq!(first.lines().count(), 298);
    let gone = first.lines().filter(|id| catalogue().food(&FoodId::new(id)).is_none());
    none("diaries still name them", gone.map(str::to_owned));
}

#[test]
fn figures_and_portions_are_plausible() {
    let mut wrong = Vec::new();
    for food in catalogue().foods() {
        let amount = |nutrient| food.per_100_g.get(nutrient);
        let mut must = |holds: bool, rule: &str| {
            if !holds {
                wrong.push(format!("{}: {rule}", food.id));
            }
        };
        must(amount(Nutrient::Energy).is_some_and(|kcal| kcal <= 905.0), "energy is known, at most that of fat");
        let (water, protein) = (amount(Nutrient::Water), amount(Nutrient::Protein));
        must(water.is_none_or(|water| water <= 100.0) && protein.is_none_or(|protein| protein <= 100.0), "at most 100 g");
        must(water.zip(protein).is_none_or(|(water, protein)| water + protein <= 101.0), "water and protein are at most the food");
        let minerals = [Nutrient::Magnesium, Nutrient::Potassium, Nutrient::Calcium, Nutrient::Sodium];
        let seasoning = food.group() == Some(FoodGroup::Sauces);
        must(seasoning || minerals.iter().filter_map(|mineral| amount(*mineral)).sum::<f64>() <= 10_000.0, "minerals are at most 10 g");
        must((0.5..=800.0).contains(&food.usual_portion().grams), "the usual portion weighs 0.5 to 800 g");
        must(food.portions.iter().all(|portion| (0.1..=2_000.0).contains(&portion.grams)), "portions weigh 0.1 to 2,000 g");
        let labels: BTreeSet<_> = food.portions.iter().map(|portion| &portion.label).collect();
        must(labels.len() == food.portions.len(), "no portion stands there twice");
        must(food.synonyms.iter().all(|name| !name.eq_ignore_ascii_case(&food.name)), "another name is another one");
    }
    none("not plausible", wrong);
}

/// Looked up in USDA's tables by hand.
#[test]
fn figures_stand_as_usda_gives_them() {
    use Nutrient::{Calcium, Energy, Magnesium, Potassium, Thiamin, VitaminK};
    // Release 28; the same with newer figures from Foundation Foods, FDC 323505 and 2346393; FNDDS.
    for (id, release, number, figures) in [
        ("apple", Release::Sr28, "09003", [(Magnesium, 5.0), (Potassium, 107.0), (Calcium, 6.0)]),
        ("spinach-cooked", Release::Sr28, "11458", [(Magnesium, 87.0), (Potassium, 466.0), (Calcium, 136.0)]),
        ("kale-raw", Release::Sr28, "11233", [(VitaminK, 390.0), (Calcium, 254.0), (Thiamin, 0.113)]),
        ("almonds", Release::Sr28, "12061", [(Magnesium, 257.6), (Potassium, 732.8), (Energy, 583.597_022)]),
        ("chili-con-carne", Release::Fndds, "2706375", [(Magnesium, 25.0), (VitaminK, 4.6), (Thiamin, 0.077)]),
    ] {
        let food = food(id);
        let FoodSource::Usda(source) = &food.source else { panic!("{id}") };
        assert_eq!((source.release, source.number.as_str()), (release, number), "{id}");
        for (nutrient, amount) in figures {
            assert_eq!(food.per_100_g.get(nutrient), Some(amount), "{id}, {}", nutrient.key());
        }
    }
}
