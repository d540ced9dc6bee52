//! A made-up download of Branded foods, the same each time, in the upstream layout: the rows of `food_nutrient.csv` are
//! grouped by food.

use cramp_diary::diary::SplitMix64;
use std::{
    fs::{self, File},
    io::{self, BufReader, BufWriter, Write as _},
    path::{Path, PathBuf},
};
use zip::{ZipWriter, write::SimpleFileOptions};

const KINDS: &[&str] = &["COOKIES", "ORANGE JUICE", "WHOLE MILK", "PASTA SAUCE", "ROASTED ALMONDS", "VANILLA YOGURT", "RYE BREAD", "SALSA"];
const TASTES: &[&str] =
    &["ORIGINAL", "HONEY", "LOW SODIUM", "EXTRA CREAMY", "GARDEN VEGETABLE", "CHIPOTLE", "LIGHTLY SALTED", "FAMILY SIZE"];
const BRANDS: &[&str] = &["MILLSTONE", "OLD HARBOUR", "GREEN LANE", "NORTHERN FIELDS", "SUNNY CORNER", "THE TIN CUP"];
const SHELVES: &[&str] =
    &["Cookies & Biscuits", "Fruit & Vegetable Juice", "Milk", "Pasta & Pizza Sauces", "Snacks", "Yogurt", "Bread", "Dips"];
const INGREDIENTS: &str = "WATER, WHOLE GRAIN OATS, SUGAR, SUNFLOWER OIL, \"\"NATURAL\"\" FLAVOR, SALT, CITRIC ACID (PRESERVATIVE), \
    ENRICHED FLOUR (WHEAT FLOUR, NIACIN, REDUCED IRON, THIAMIN MONONITRATE, RIBOFLAVIN, FOLIC ACID), SKIM MILK, SOY LECITHIN.";

/// The nutrients of a label, and the most of each in 100 g.
const LABEL: &[(u32, f64)] = &[
    (1003, 30.0),
    (1004, 40.0),
    (1005, 80.0),
    (1008, 600.0),
    (2000, 50.0),
    (1079, 12.0),
    (1087, 400.0),
    (1089, 8.0),
    (1092, 600.0),
    (1093, 900.0),
    (1110, 120.0),
    (1253, 90.0),
    (1257, 1.0),
    (1258, 15.0),
];

/// The bar code of a food.
pub(crate) fn barcode(food: usize) -> String {
    format!("{:012}", 41_000_000_000 + food * 37)
}

/// Writes the download. Returns how many amounts it has.
pub(crate) fn download(folder: &Path, foods: usize) -> usize {
    fs::create_dir(folder).unwrap();
    let file = |name: &str, heading: &str| {
        let mut file = BufWriter::new(File::create(folder.join(name)).unwrap());
        writeln!(file, "{heading}").unwrap();
        file
    };
    let mut food_csv = file(
        "food.csv",
        r#""fdc_id","data_type","description","food_category_id","publication_date","market_country","trade_channel","microbe_data""#,
    );
    let mut branded = file(
        "branded_food.csv",
        r#""fdc_id","brand_owner","brand_name","subbrand_name","gtin_upc","ingredients","not_a_significant_source_of","serving_size","serving_size_unit","household_serving_fulltext","branded_food_category","data_source","package_weight","modified_date","available_date","market_country","discontinued_date","preparation_state_code","trade_channel","short_description","material_code""#,
    );
    let mut amounts = file(
        "food_nutrient.csv",
        r#""id","fdc_id","nutrient_id","amount","data_points","derivation_id","min","max","median","loq","footnote","min_year_acquired","percent_daily_value""#,
    );
    let mut generator = SplitMix64::new(1);
    let mut rows = 0;
    for food in 0..foods {
        let fdc_id = 1_100_000 + food;
        let mut one_of = |words: &[&'static str]| words[generator.below(words.len())];
        let (kind, taste, brand, shelf) = (one_of(KINDS), one_of(TASTES), one_of(BRANDS), one_of(SHELVES));
        writeln!(
            food_csv,
            r#""{fdc_id}","branded_food","{brand} {kind}, {taste}, No. {food}","{shelf}","2024-10-31","United States","GROCERY","""#
        )
        .unwrap();
        let serving = 15 + generator.below(30) * 5;
        let gtin = barcode(food);
        writeln!(
            branded,
            r#""{fdc_id}","{brand} Foods, Inc.","{brand}","","{gtin}","{INGREDIENTS}","","{serving}.0","g","{} pieces","{shelf}","LI","","2024-01-01","2024-10-31","United States","","","GROCERY","","""#,
            1 + food % 6
        )
        .unwrap();
        for (nutrient, most) in LABEL {
            // Every tenth amount is not on the label.
            if generator.below(10) == 0 {
                continue;
            }
            let amount = (generator.unit() * most * 100.0).round() / 100.0;
            rows += 1;
            writeln!(amounts, r#""{}","{fdc_id}","{nutrient}","{amount}","","70","","","","","","","""#, 13_000_000 + rows).unwrap();
        }
    }
    for mut file in [food_csv, branded, amounts] {
        file.flush().unwrap();
    }
    rows
}

/// Zips a download, in one folder as USDA does.
pub(crate) fn zip(folder: &Path) -> PathBuf {
    let path = folder.with_extension("zip");
    let mut zip = ZipWriter::new(BufWriter::new(File::create(&path).unwrap()));
    for name in ["food.csv", "branded_food.csv", "food_nutrient.csv"] {
        zip.start_file(format!("FoodData_Central_branded_food_csv/{name}"), SimpleFileOptions::default()).unwrap();
        io::copy(&mut BufReader::new(File::open(folder.join(name)).unwrap()), &mut zip).unwrap();
    }
    zip.finish().unwrap().flush().unwrap();
    path
}
