//! Foods and recipes of one's own: from a label, from ingredients, changed and refused.

use super::support::{a_recipe, an_own_food};
use super::window_support::Morning;
use cramp_diary::{
    diary::{Command, KitchenCommand},
    domain::{Grams, Nutrient, OwnFood, Recipe},
    nutrition::catalogue,
};
use egui::{Key, vec2};

impl Morning {
    /// The only food of one's own in the file.
    #[track_caller]
    fn own_food(&self) -> OwnFood {
        let mut foods = self.kitchen().own_foods;
        assert_eq!(foods.len(), 1);
        foods.remove(0).value
    }

    /// The only recipe in the file.
    #[track_caller]
    fn recipe(&self) -> Recipe {
        let mut recipes = self.kitchen().recipes;
        assert_eq!(recipes.len(), 1);
        recipes.remove(0).value
    }

    /// Fills in fields of a form.
    #[track_caller]
    fn fill(&mut self, fields: &[(&str, &str)]) -> &mut Self {
        for (field, text) in fields {
            self.enter(field, text);
        }
        self
    }
}

fn about(amount: Option<f64>, expected: f64) -> bool {
    amount.is_some_and(|amount| (amount - expected).abs() < 1e-9)
}

#[test]
fn a_label_for_a_portion_becomes_figures_for_100_g() {
    let mut morning = Morning::started();
    morning.food_tab("Your foods").press("New food");
    assert_eq!(morning.focused().as_deref(), Some("Name"));
    morning.types("Oat bar").key(Key::Enter);
    assert_eq!(morning.focused().as_deref(), Some("Usual portion"), "Enter goes on to the next field");
    morning.types("1 bar").key(Key::Enter).types("40").key(Key::Enter).press("Label for 1 portion");
    morning.fill(&[
        ("Energy, kcal", "700 kJ"),
        ("Protein, g", "4"),
        ("Salt, g", "0.2"),
        ("Magnesium, mg", "0.06 g"),
        ("Vitamin D, ug", "100 IU"),
        ("Bar code", "4000 1234"),
    ]);
    morning.press("Add food");
    assert!(!morning.has("Add food"), "the form closes");
    let food = morning.own_food();
    let get = |nutrient| food.per_100_g.get(nutrient);
    assert!(about(get(Nutrient::Energy), 700.0 / 4.184 * 2.5), "{:?}", get(Nutrient::Energy));
    assert!(about(get(Nutrient::Protein), 10.0) && about(get(Nutrient::Magnesium), 150.0) && about(get(Nutrient::VitaminD), 6.25));
    assert!(about(get(Nutrient::Sodium), 0.2 * 400.0 * 2.5), "{:?}", get(Nutrient::Sodium));
    assert_eq!((get(Nutrient::Zinc), food.barcode.as_deref(), food.portion.as_str()), (None, Some("40001234"), "1 bar"));
    morning.press("Open Oat bar").sees("Magnesium: 60 mg").sees("Zinc: unknown").sees("Your own food, as you described it");
}

#[test]
fn changing_a_food_leaves_what_was_eaten_and_what_was_not_touched() {
    let third = [(Nutrient::Magnesium, 100.0 / 3.0), (Nutrient::Protein, 1.5)].into_iter().collect();
    let before = OwnFood { per_100_g: third, ..an_own_food("Oat bar").record() };
    let mut morning = Morning::after([Command::Kitchen(KitchenCommand::AddFood(before.clone()))]);
    morning.food_tab("Your foods").press_all(&["Open Oat bar", "Log it", "Edit"]);
    assert_eq!(morning.text_in("Magnesium, mg"), "33.3333");
    morning.press("Label for 1 portion");
    assert_eq!(morning.text_in("Magnesium, mg"), "13.3333", "in 40 g");
    morning.enter("Protein, g", "2").press("Done");
    let after = morning.own_food();
    assert_eq!(after.per_100_g.get(Nutrient::Magnesium), before.per_100_g.get(Nutrient::Magnesium), "to the last digit");
    assert_eq!(after.per_100_g.get(Nutrient::Protein), Some(5.0));
    assert_eq!(morning.saved().foods[0].value.per_100_g, Some(before.per_100_g));
    assert!(!morning.has("Done"));
}

#[test]
fn a_refused_food_keeps_what_was_typed() {
    let taken = OwnFood { barcode: Some("4001".to_owned()), ..an_own_food("Oat bar").record() };
    let mut morning = Morning::after([Command::Kitchen(KitchenCommand::AddFood(taken))]);
    morning.food_tab("Your foods").press("New food");
    morning.fill(&[("Name", "oat BAR"), ("It weighs, g", "35"), ("Calcium, mg", "120"), ("Bar code", "4001")]).press("Add food");
    assert!(morning.alert().starts_with("There is already a food called \"oat BAR\"."), "{}", morning.alert());
    morning.enter("Name", "Nut bar").press("Add food");
    assert!(morning.alert().starts_with("The bar code 4001 already belongs to \"Oat bar\"."));
    let kept = ["Name", "It weighs, g", "Calcium, mg", "Bar code"].map(|field| morning.text_in(field));
    assert_eq!(kept, ["Nut bar", "35", "120", "4001"]);
    assert_eq!(morning.kitchen().own_foods.len(), 1);
    morning.enter("Bar code", "4002").press("Add food");
    assert_eq!(morning.kitchen().own_foods.len(), 2);
    assert!(!morning.has("Add food"));
}

#[test]
fn everything_that_is_wrong_is_said_at_once_below_its_field() {
    let mut morning = Morning::started();
    morning.food_tab("Your foods").press_all(&["New food", "Label for 1 portion"]);
    morning.write("Energy, kcal", "much").write("Bar code", "40 x").press("Add food");
    morning.sees("Give it a name").sees("Say what the usual portion weighs").sees("Bar code \"40 x\" cannot be read");
    morning.sees("Energy \"much\" cannot be read; write it like 250 kcal or 1046 kJ");
    morning.write("It weighs, g", "20").write("Protein, g", "30").write("Sodium, mg", "100").write("Salt, g", "1").press("Add food");
    morning.sees("Protein 30 is more than 20 g of a food can hold").sees("Give sodium or salt, not both");
    assert_eq!((morning.text_in("Energy, kcal"), morning.kitchen().own_foods.len()), ("much".to_owned(), 0));
    morning.press("Cancel");
    assert!(!morning.has("Add food"));
}

#[test]
fn an_empty_field_that_is_passed_by_is_not_called_wrong() {
    let mut morning = Morning::started();
    morning.food_tab("Your foods").press("New food").key(Key::Tab).key(Key::Tab).key(Key::Tab);
    assert!(!morning.reads("cannot be read") && !morning.reads("Give it a name"));
}

#[test]
fn a_form_outlives_a_look_elsewhere_and_the_undoing_of_its_food() {
    let mut morning = Morning::started();
    morning.food_tab("Your foods").press("New food").fill(&[("Name", "Oat bar"), ("It weighs, g", "40")]);
    morning.press_all(&["Today", "Food", "Your foods"]);
    assert_eq!(morning.text_in("Name"), "Oat bar");
    morning.press_all(&["Add food", "Edit Oat bar", "Undo"]);
    assert_eq!((morning.kitchen().own_foods.len(), morning.text_in("Name").as_str()), (0, "Oat bar"));
    morning.press("Add food");
    assert_eq!(morning.own_food().name.as_str(), "Oat bar");
}

#[test]
fn a_food_is_deleted_and_brought_back() {
    let mut morning = Morning::after([an_own_food("Oat bar").into(), a_recipe("My muesli").into()]);
    morning.food_tab("Your foods").press_all(&["Delete Oat bar", "Delete My muesli"]);
    assert!(morning.kitchen().book.own().is_empty());
    morning.press("Undo");
    assert_eq!(morning.recipe().name.as_str(), "My muesli");
}

#[test]
fn a_recipe_is_made_of_foods_and_logged_like_one() {
    let mut morning = Morning::after([an_own_food("Oat bar").into()]);
    morning.food_tab("Your foods").press("New recipe").types("Crumble").key(Key::Enter);
    assert_eq!(morning.focused().as_deref(), Some("Add an ingredient"));
    morning.types("bananna").key(Key::Enter);
    assert_eq!(morning.focused().as_deref(), Some("Add an ingredient"), "for the next one");
    morning.types("oat bar").key(Key::Enter);
    morning.fill(&[("Amount of Banana", "2"), ("Amount of Oat bar", "64 g"), ("Cooked weight, g", "250"), ("It makes, portions", "2")]);
    let banana = catalogue().foods().iter().find(|food| food.name == "Banana").unwrap();
    let of_banana = banana.per_100_g.in_grams(2.0 * banana.usual_portion().grams).get(Nutrient::Magnesium).unwrap();
    let in_one = Nutrient::Magnesium.amount(f64::midpoint(of_banana, 64.0));
    morning.sees("It weighs 125 g.").sees(&format!("Magnesium: {in_one}")).sees("Caffeine: unknown");
    morning.press("Add recipe");
    let recipe = morning.recipe();
    assert_eq!((recipe.portions, recipe.cooked_weight.map(Grams::get)), (2.0, Some(250.0)));
    let parts: Vec<_> = recipe.ingredients.iter().map(|part| (part.name.as_str(), part.portion.as_str(), part.amount.get())).collect();
    let portion = format!("2 × {}", banana.usual_portion().label);
    assert_eq!(parts, [("Banana", portion.as_str(), 2.0 * banana.usual_portion().grams), ("Oat bar", "", 64.0)]);
    morning.press("Open Crumble").enter("Amount", "1/2");
    assert_eq!(morning.saved().foods[0].value.amount, Grams::new(62.5).unwrap());
}

#[test]
fn a_recipe_is_not_its_own_ingredient_and_the_form_stays() {
    let mut morning = Morning::after([a_recipe("My muesli").into()]);
    morning.food_tab("Your foods").press("Edit My muesli").write("Add an ingredient", "my muesli").press("My muesli, 1 portion (50 g)");
    morning.press("Done");
    assert!(morning.alert().starts_with("The recipe \"My muesli\" would contain itself."));
    assert!(morning.has("Amount of My muesli"));
    morning.press("Take out My muesli").enter("It makes, portions", "4").press("Done");
    assert!(!morning.has("Done"));
    let recipe = morning.recipe();
    assert_eq!((recipe.ingredients.len(), recipe.portions), (1, 4.0));
    assert_eq!(recipe.ingredients[0].amount, Grams::new(100.0).unwrap(), "what was not touched stays");
}

#[test]
fn a_recipe_without_ingredients_or_with_wrong_numbers_is_not_made() {
    let mut morning = Morning::started();
    morning.food_tab("Your foods").press("New recipe").write("It makes, portions", "0").press("Add recipe");
    morning.sees("Give it a name").sees("Add at least one ingredient").sees("Portions 0 is not allowed; give 1 to 100");
    morning.write("Add an ingredient", "banana").key(Key::Enter).write("Amount of Banana", "abc").press("Add recipe");
    morning.sees("Amount \"abc\" cannot be read");
    assert!(!morning.reads("Add at least one ingredient") && morning.kitchen().recipes.is_empty());
}

#[test]
fn every_field_is_reached_and_inside_the_window() {
    for size in [vec2(720.0, 520.0), vec2(1000.0, 700.0), vec2(1400.0, 900.0)] {
        let mut morning =
            Morning::sized([an_own_food("An oat bar with a name that goes on and on, as names of foods in shops do").into()], size);
        morning.food_tab("Your foods").check_sides("lists");
        morning.check_idle("lists");
        morning.press("New food").check_sides("food");
        morning.check_tab_order();
        morning.press("Cancel").press("New recipe").write("Add an ingredient", "oat bar").key(Key::Enter).check_sides("recipe");
        morning.check_tab_order();
        morning.press("Name").check_idle("recipe");
    }
}
