//! Finding foods: a search, a ranking, one food's page.

use super::support::{TestDiary, an_own_food, clock};
use super::window_support::Morning;
use cramp_diary::{
    diary::{ChoiceCommand, Command, Diary, Kitchen},
    domain::{Allergen, Condition, Diet, FoodId, Nutrient, Opinion, Profile},
    nutrition::{Eater, Food, FoodFilter, FoodGroup, HeldRules, Per, catalogue, rich_in, rich_in_for},
    store::{Access, Store},
};
use egui::{Key, Modifiers, Vec2, vec2};

/// A window with content less than 700 points wide.
const NARROW: Vec2 = vec2(820.0, 700.0);

impl Morning {
    /// What the person has and said about food, as it stands in the file.
    #[track_caller]
    pub(crate) fn kitchen(&self) -> Kitchen {
        let store = Store::open(self.path(), Access::ReadOnly).unwrap();
        Diary::new(store, clock()).kitchen().unwrap()
    }

    /// Goes to a tab of the Food screen.
    #[track_caller]
    pub(crate) fn food_tab(&mut self, tab: &str) -> &mut Self {
        self.press_all(&["Food", tab])
    }

    /// The rows of the list that are in sight: those whose name holds these words.
    fn rows(&self, holding: &str) -> Vec<String> {
        self.names().into_iter().filter(|name| name.contains(holding)).collect()
    }

    /// Opens a food's page by its name.
    #[track_caller]
    fn open_food(&mut self, name: &str) -> &mut Self {
        let search = if name.len() > 20 { &name[..20] } else { name };
        self.write("Find a food", search);
        let row = self.names().into_iter().find(|row| row.starts_with(&format!("{name}, "))).expect(name);
        self.press(&row)
    }

    /// Nothing reaches beyond the sides of the window.
    #[track_caller]
    pub(crate) fn check_sides(&self, what: &str) {
        let width = self.harness.ctx.content_rect().width();
        for name in self.names() {
            let rect = self.widgets(&name)[0].rect();
            assert!(rect.left() >= 0.0 && rect.right() <= width, "{what}: {name:?} is at {rect:?}");
        }
    }

    /// Tab reaches every widget that can be pressed, in the order in which they are painted.
    #[track_caller]
    pub(crate) fn check_tab_order(&mut self) {
        let reached: Vec<_> = self.names().into_iter().filter(|name| !self.is_disabled(name)).collect();
        self.walk_to(&reached[0], Modifiers::NONE, Key::Tab);
        for name in &reached[1..] {
            self.key(Key::Tab);
            assert_eq!(self.focused().as_ref(), Some(name), "of {reached:?}");
        }
    }
}

fn food(id: &str) -> &'static Food {
    catalogue().food(&FoodId::new(id)).unwrap()
}

fn with_profile(profile: Profile) -> Command {
    Command::Choice(ChoiceCommand::Profile(Box::new(profile)))
}

fn vegan_without_nuts() -> Profile {
    Profile { diet: Diet::Vegan, avoid: [Allergen::Nuts, Allergen::Milk].into(), ..Profile::default() }
}

#[test]
fn a_typing_error_finds_the_food_and_half_a_portion_is_logged_without_a_mouse() {
    let mut morning = Morning::started();
    morning.food_tab("Find foods").key(Key::F).types("almnds").key(Key::Enter);
    assert_eq!(morning.focused().as_deref(), Some("Amount"));
    morning.types("1/2").key(Key::Enter);
    let entry = morning.saved().foods.remove(0).value;
    let almonds = food("almonds");
    let portion = almonds.usual_portion();
    assert_eq!(entry.portion, format!("1/2 × {}", portion.label));
    assert_eq!((entry.amount.get(), entry.per_100_g), (portion.grams / 2.0, Some(almonds.per_100_g)));
    assert_eq!(morning.focused().as_deref(), Some("Log it"));
    morning.key(Key::F);
    assert_eq!(morning.focused().as_deref(), Some("Find a food"));
}

#[test]
fn an_amount_that_cannot_be_is_said_and_stays() {
    let mut morning = Morning::started();
    morning.food_tab("Find foods").open_food("Banana");
    for (text, reason) in [
        ("abc", "Amount \"abc\" cannot be read; write it like 1, 1/2, 120 g, 200 ml or 2 slices"),
        ("0", "Amount 0 is not allowed; give more than 0 to 20 portions"),
        ("99999 g", "Amount 99999 g is not allowed; give 0.1 to 5,000 g"),
    ] {
        morning.enter("Amount", text).sees(reason);
        assert_eq!((morning.text_in("Amount").as_str(), morning.focused().as_deref()), (text, Some("Amount")));
        morning.press("Log it").sees(reason);
        assert_eq!(morning.text_in("Amount"), text);
    }
    morning.write("Amount", "").press("Log it").sees("Amount \"\" cannot be read");
    assert_eq!(morning.saved().foods, []);
    morning.write("Amount", "80 g").press("Log it");
    assert_eq!(morning.day(), ["Banana, 80 g"]);
}

#[test]
fn the_chosen_portion_is_logged_and_its_figures_are_shown() {
    let mut morning = Morning::started();
    let banana = food("banana");
    let other = &banana.portions[1];
    let words = format!("Figures for {} ({} g)", other.label, other.grams);
    morning.food_tab("Find foods").open_food("Banana").press(&words);
    let potassium = |grams| Nutrient::Potassium.amount(banana.per_100_g.in_grams(grams).get(Nutrient::Potassium).unwrap());
    morning.sees(&format!("Potassium: {}", potassium(other.grams)));
    morning.press("Figures for 100 g").sees(&format!("Potassium: {}", potassium(100.0)));
    let per_kcal = Per::HundredKcal.amount(banana, Nutrient::Potassium).unwrap();
    morning.press("Figures for 100 kcal").sees(&format!("Potassium: {}", Nutrient::Potassium.amount(per_kcal)));
    morning.sees("Energy: 100 kcal").press("Log it");
    assert_eq!(morning.saved().foods[0].value.portion, other.label, "100 kcal is no measure to log by");
}

#[test]
fn the_ranking_follows_nutrient_measure_and_group() {
    let mut morning = Morning::started();
    morning.food_tab("Find foods").sees("Your profile leaves no food out.");
    let first = |nutrient, per| rich_in(catalogue().foods(), nutrient, per, &FoodFilter::default())[0];
    let mut check = |presses: &[&str], nutrient: Nutrient, per| {
        morning.press_all(presses);
        let ranked = first(nutrient, per);
        let rows = morning.rows(&nutrient.amount(ranked.amount));
        assert!(rows[0].starts_with(&ranked.food.name), "{rows:?}");
    };
    check(&[], Nutrient::Magnesium, Per::UsualPortion);
    check(&["Rich in calcium"], Nutrient::Calcium, Per::UsualPortion);
    check(&["Ranked by 100 g"], Nutrient::Calcium, Per::HundredGrams);
    check(&["Rich in vitamin K1", "Ranked by 100 kcal"], Nutrient::VitaminK, Per::HundredKcal);

    morning.press_all(&["Rich in magnesium", "Ranked by portion", "Food group", "Fruit"]);
    let fruit = catalogue().foods().iter().filter(|food| food.group() == Some(FoodGroup::Fruit));
    let best = rich_in(fruit, Nutrient::Magnesium, Per::UsualPortion, &FoodFilter::default())[0].food;
    let rows = morning.rows(" mg, ");
    assert!(rows[0].starts_with(&best.name), "{rows:?}");
}

#[test]
fn what_the_profile_rules_out_is_left_out_until_it_is_asked_for() {
    let mut morning = Morning::after([with_profile(vegan_without_nuts()), an_own_food("Oat bar").into()]);
    morning.food_tab("Find foods").press("Rich in vitamin B12");
    let toggle = "Without milk, nuts; vegan (from your profile)";
    assert!(morning.is_on(toggle));
    let (b12, per) = (Nutrient::VitaminB12, Per::UsualPortion);
    let filter = FoodFilter { diet: Diet::Vegan, avoid: vegan_without_nuts().avoid, pregnant: false };
    let rules = HeldRules::of(&Eater { avoid: vegan_without_nuts().avoid, ..Eater::default() });
    let vegan = rich_in_for(catalogue().foods(), b12, per, &filter, &rules)[0].food.name.clone();
    let all = rich_in(catalogue().foods(), b12, per, &FoodFilter::default())[0].food.name.clone();
    assert_ne!(vegan, all);
    assert!(morning.rows(" ug, ")[0].starts_with(&vegan));
    morning.press(toggle);
    assert!(!morning.is_on(toggle));
    assert!(morning.rows(" ug, ")[0].starts_with(&all));
    // Among what is searched by name, everything is found.
    morning.write("Find a food", "oat bar").press("Oat bar, 1 bar (40 g), your own").sees("Whether it fits your profile is not known.");
}

#[test]
fn only_rows_in_sight_are_built() {
    let mut morning = Morning::started();
    morning.food_tab("Find foods");
    let (built, known) = (morning.rows(" mg, ").len(), catalogue().foods().len());
    assert!((5..40).contains(&built) && known > 250, "{built} of {known}");
}

#[test]
fn what_nobody_measured_is_unknown_and_not_zero() {
    let unmeasured = |food: &&Food| food.per_100_g.get(Nutrient::VitaminK).is_none() && food.per_100_g.get(Nutrient::Alcohol) == Some(0.0);
    let food = catalogue().foods().iter().find(unmeasured).unwrap();
    let mut morning = Morning::started();
    morning.food_tab("Find foods").open_food(&food.name).sees("Vitamin K1: unknown").sees("Alcohol: 0 g");
    assert!(!morning.reads("Vitamin K1: 0"));
}

#[test]
fn a_page_says_what_it_contains_where_it_is_from_and_what_to_mind() {
    let profile = Profile { conditions: [Condition::Kidney].into(), ..vegan_without_nuts() };
    let mut morning = Morning::after([an_own_food("Oat bar").into(), with_profile(profile)]);
    morning
        .food_tab("Find foods")
        .open_food(&food("whole-milk").name)
        .sees("Contains milk, which you avoid.")
        .sees("Not in your diet (vegan).");
    morning.sees("Source: USDA").sees("Per cent of the daily reference for adults of 31 to 50 years");
    morning.sees("Because of kidney disease, ask your doctor how much of it suits you.");
    morning
        .press("Clear the search")
        .press("Rich in potassium")
        .sees("Because of kidney disease, ask your doctor which of these suit you.");
}

#[test]
fn an_opinion_is_said_and_taken_back() {
    let mut morning = Morning::started();
    morning.food_tab("Find foods").open_food("Banana").press("To try");
    assert!(morning.is_on("To try"));
    assert_eq!(morning.kitchen().opinion(&FoodId::new("banana")), Some(Opinion::ToTry));
    morning.press("Not for me");
    assert!(morning.is_on("Not for me") && !morning.is_on("To try"));
    morning.press("Undo");
    assert_eq!(morning.kitchen().opinion(&FoodId::new("banana")), Some(Opinion::ToTry));
    morning.press("To try");
    assert_eq!(morning.kitchen().opinion(&FoodId::new("banana")), None);
}

#[test]
fn arrows_and_enter_go_from_the_search_to_a_food() {
    let mut morning = Morning::started();
    morning.food_tab("Find foods").key(Key::Slash).types("almond").key(Key::ArrowDown).key(Key::ArrowDown);
    let (second, rows) = (morning.focused().unwrap(), morning.rows(" g), "));
    assert_eq!(second, rows[1]);
    morning.key(Key::Enter);
    assert_eq!(morning.focused().as_deref(), Some("Amount"));
    let name = second.split(", ").next().unwrap().to_owned();
    morning.sees(&name);
}

#[test]
fn tab_walks_down_a_long_list() {
    let mut morning = Morning::started();
    morning.food_tab("Find foods").tab_to("Food group");
    let ranked = rich_in(catalogue().foods(), Nutrient::Magnesium, Per::UsualPortion, &FoodFilter::default());
    for ranked in &ranked[..40] {
        morning.key(Key::Tab);
        let row = morning.focused().unwrap_or_default();
        assert!(row.starts_with(&ranked.food.name), "{row}, not {}", ranked.food.name);
    }
}

#[test]
fn tab_reaches_everything_on_a_food_s_page() {
    let mut morning = Morning::after([an_own_food("Oat bar").into()]);
    morning.food_tab("Find foods").open_food("Oat bar");
    assert!(morning.has("Edit"));
    morning.check_tab_order();
}

#[test]
fn in_a_narrow_window_the_page_takes_the_place_of_the_list() {
    let mut morning = Morning::sized([an_own_food("Oat bar").into()], NARROW);
    morning.food_tab("Find foods").open_food("Banana");
    assert!(!morning.has("Find a food"));
    morning.press("Back to the list");
    assert!(morning.has("Find a food"));
    morning.open_food("Banana").key(Key::F);
    assert_eq!(morning.focused().as_deref(), Some("Find a food"));
}

#[test]
fn nothing_reaches_beyond_the_window() {
    let longest =
        catalogue().foods().iter().max_by_key(|food| food.portions.iter().map(|portion| portion.label.len()).sum::<usize>()).unwrap();
    for size in [vec2(720.0, 520.0), NARROW, vec2(1000.0, 700.0), vec2(1400.0, 900.0)] {
        let mut morning = Morning::sized([an_own_food("Oat bar").into(), with_profile(vegan_without_nuts())], size);
        morning.food_tab("Find foods").check_sides("ranking");
        morning.open_food(&longest.name).check_sides("page");
        morning.check_idle("page");
    }
}

#[test]
fn what_is_not_found_can_be_described() {
    let mut morning = Morning::started();
    morning.food_tab("Find foods").write("Find a food", "xqzzwv").press("Describe it yourself");
    assert_eq!((morning.text_in("Name").as_str(), morning.focused().as_deref()), ("xqzzwv", Some("Name")));
}

#[test]
fn the_page_of_a_deleted_food_says_so() {
    let test = TestDiary::new().with(an_own_food("Oat bar"));
    let (path, folder) = test.close();
    let mut morning = Morning::open(folder, path, vec2(1240.0, 860.0));
    morning.food_tab("Your foods").press("Open Oat bar").sees("Magnesium: 40 mg");
    morning.press_all(&["Your foods", "Delete Oat bar", "Find foods"]).sees("This food is no longer there.");
}
