//! Downloads at the edges of what is read: the most that 100 g can hold, and measures in an order from zero.

use super::downloads::TestDownload;
use super::support::TestDiary;
use cramp_diary::{
    diary::{Command, ImportCommand},
    domain::{ImportedFood, Nutrient},
};

/// Whole milk of the survey, with these rows of amounts and measures.
fn milk(amounts: &str, measures: &str) -> ImportedFood {
    let food =
        "fdc_id,data_type,description,food_category_id,publication_date\n2705385,survey_fndds_food,\"Milk, whole\",1002,2024-10-31\n";
    let portions = "id,fdc_id,seq_num,amount,measure_unit_id,portion_description,modifier,gram_weight\n";
    let download = TestDownload::empty("survey")
        .with("food.csv", food)
        .with("food_nutrient.csv", format!("id,fdc_id,nutrient_id,amount\n{amounts}"))
        .with("food_portion.csv", format!("{portions}{measures}"));
    let mut test = TestDiary::new();
    let import = test.imported(&download);
    test.log(Command::Import(ImportCommand::Accept(import)));
    test.diary.read().imported_food(2_705_385).unwrap().unwrap()
}

#[test]
fn what_is_more_than_a_hundred_grams_can_hold_is_left_out() {
    // Protein in g, magnesium in mg, energy in kcal.
    let of = |amount: f64, times: f64| {
        let row = |id: u32, nutrient: u32, amount: f64| format!("{id},2705385,{nutrient},{amount}\n");
        let milk = milk(&[row(1, 203, amount), row(2, 304, amount * times), row(3, 208, 1000.0)].concat(), "");
        (milk.per_100_g.get(Nutrient::Protein), milk.per_100_g.get(Nutrient::Magnesium))
    };
    assert_eq!(of(150.0, 1000.0), (Some(150.0), Some(150_000.0)));
    assert_eq!(of(150.1, 1000.0), (None, None));
}

#[test]
fn the_usual_amount_stands_first_even_before_a_measure_of_order_zero() {
    let measures = "1,2705385,0,,9999,1 cup,10205,244\n2,2705385,2,,9999,Quantity not specified,90000,183\n3,2705385,1,,9999,1 oz,3,28\n";
    let labels: Vec<_> = milk("1,2705385,208,61\n", measures).portions.into_iter().map(|portion| portion.label).collect();
    assert_eq!(labels, ["1 usual amount", "1 cup", "1 oz"]);
}
