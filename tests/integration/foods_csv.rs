//! The program that makes `assets/foods.csv`, with tables of a few foods.

use cramp_diary::domain::Nutrient;
use std::{fs, path::Path};
use tempfile::TempDir;

#[path = "../../examples/foods_csv.rs"]
#[expect(dead_code, reason = "its main is not called here")]
mod program;

const SELECTION: &str = "id,name,synonyms,group,common,suggest,diet,contains,pregnancy,release,number,portions\n";
const BEANS: &str = "red-beans,Red beans,kidney beans,legumes,2,yes,vegan,,,sr28,16500,1 cup=177\n";
const KALE: &str = "kale-raw,\"Kale, raw\",,vegetables,1,yes,vegan,,,sr28,11233,\"1 cup, chopped=16|1 leaf=5\"\n";
const LASAGNE: &str = "lasagne,Lasagne,,dishes,1,no,meat,milk|gluten|egg,,fndds,2708500,1 piece=250\n";

/// A folder with tables, to be changed by a test, and a selection.
fn folder(selection: &[&str], change: impl Fn(&str) -> String) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), change(text)).unwrap();
    let columns: Vec<_> = Nutrient::ALL.iter().map(|nutrient| nutrient.column()).collect();
    let row = |number: &str, name: &str, figures: &str| format!("{number},Group,\"{name}\",{figures}");
    let header = format!("source_id,food_group,name,{}", columns.join(","));
    let sr28 = [
        header.clone(),
        row("11233", "Kale, raw", "49,84.04,4.28,47,491,150,38,0.56,0.0,0.110,0.271,0.00,704.8,0,0.0"),
        row("16500", "SOME BRAND Little Links, canned", "226,60.00,15.00,16,56,19,430,0.50,,0.500,0.400,1.20,,,"),
        row("04042", "Oil, peanut", "884,0.00,0.00,0,0,0,0,0.01,0.0,0.000,0.000,0.00,0.7,0,0.0"),
    ];
    let foundation = [
        format!("{header},ndb_number"),
        row("323505", "Kale, raw", "35.0,89.6,2.92,32.7,348.0,254.0,0.0,0.39,,0.113,0.147,,390.0,,,11233"),
        row("747444", "Beans, Dry, Red (0% moisture)", "350,0.0,25,180,1490,193,0,3.0,,,,,,,,16500"),
        row("748366", "Oil, peanut", "900,,,,,,,,,,,,5.5,,,4042"),
    ];
    let fndds = [header, row("2708500", "Lasagna with meat", "151.0,65.1,9.5,19.0,222.0,117.0,316.0,1.3,0.2,0.1,0.1,0.6,8.6,0.0,0.0")];
    write("usda_foods.csv", &sr28.join("\n"));
    write("usda_foundation_foods.csv", &foundation.join("\n"));
    write("usda_fndds_foods.csv", &fndds.join("\n"));
    write("foods_selection.csv", &format!("{SELECTION}{}", selection.concat()));
    folder
}

fn built(folder: &Path) -> String {
    program::build(folder, folder).unwrap();
    fs::read_to_string(folder.join("foods.csv")).unwrap()
}

#[test]
fn digits_are_copied_and_newer_figures_replace_those_of_the_same_food() {
    let folder = folder(&[LASAGNE, KALE, BEANS], str::to_owned);
    let text = built(folder.path());
    let lines: Vec<_> = text.lines().collect();
    // Foundation Foods know nothing of vitamin D, B12, caffeine and alcohol; its 0 of sodium does not replace 38.
    let newer = "energy|water|protein|magnesium|potassium|calcium|zinc|thiamin|vitamin_b6|vitamin_k";
    let kale = format!(
        "kale-raw,\"Kale, raw\",,vegetables,1,yes,vegan,,,sr28,11233,\"Kale, raw\",323505,{newer},\"1 cup, chopped=16|1 leaf=5\",\
         35.0,89.6,2.92,32.7,348.0,254.0,38,0.39,0.0,0.113,0.147,0.00,390.0,0,0.0,"
    );
    assert!(lines[1].starts_with(&kale), "{}", lines[1]);
    assert!(lines[2].contains(",2708500,Lasagna with meat,,,1 piece=250,151.0,65.1,9.5,"), "{}", lines[2]);
    // The same number, another food.
    assert!(
        lines[3].contains("16500,\"SOME BRAND Little Links, canned\",,,1 cup=177,226,60.00,15.00,16,56,19,430,0.50,,0.500"),
        "{}",
        lines[3]
    );
    assert_eq!(text, built(folder.path()), "made twice, it is the same");
}

#[test]
fn a_number_without_zeros_in_front_is_understood() {
    let oil = "peanut-oil,Peanut oil,,fats,2,no,vegan,,,sr28,04042,1 tbsp=13.5\n";
    let text = built(folder(&[oil], str::to_owned).path());
    assert!(text.contains("\"Oil, peanut\",748366,energy|vitamin_k,1 tbsp=13.5,900,0.00,"), "{text}");
}

#[test]
fn refusals_name_food_and_column_and_write_nothing() {
    #[track_caller]
    fn check(from: &str, to: &str, said: &[&str]) {
        let folder = folder(&[KALE], |text| text.replace(from, to));
        let error = format!("{:#}", program::build(folder.path(), folder.path()).unwrap_err());
        for words in said {
            assert!(error.contains(words), "{words}: {error}");
        }
        assert!(!folder.path().join("foods.csv").exists());
    }
    check("sr28,11233,", "sr28,99999,", &["Food \"kale-raw\", column number: 99999 does not stand in", "usda_foods.csv"]);
    check("sr28,11233,", "sr29,11233,", &["Food \"kale-raw\", column release", "\"sr29\" is unknown"]);
    check("vegetables", "stones", &["Food \"kale-raw\", column group: \"stones\" cannot be read"]);
    check(",348.0,", ",1 348,", &["Food \"kale-raw\", column potassium_mg: \"1 348\" cannot be read"]);
    check("=16|", "=|", &["Food \"kale-raw\", column portions"]);
    check("zinc_mg", "zinc", &["column zinc_mg", "usda_foods.csv"]);
    check(KALE, &KALE.repeat(2), &["foods_selection.csv: \"kale-raw\" stands there twice"]);
}
