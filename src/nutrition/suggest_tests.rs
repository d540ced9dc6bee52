//! The rules of suggestions, on foods made for them.

use super::rank::rich_foods;
use super::rules::{Eater, EatersMedicine, HeldRules};
use super::suggest::{Habits, Suggestions, Wish, suggestions};
use super::{Food, FoodGroup, FoodSource, Tags};
use crate::domain::{Allergen, ClassKey, Condition, Day, Diet, FoodId, Nutrient, Period, Portion, Profile, Region};
use chrono::NaiveDate;

fn day() -> Day {
    Day::new(NaiveDate::from_ymd_opt(2026, 11, 19).unwrap())
}

/// A vegan food that everybody knows, of 100 g and 100 kcal a portion.
fn food(id: &str, group: FoodGroup, magnesium: f64) -> Food {
    let tags = Tags { group, rarity: 1, suggest: true, diet: Diet::Vegan, contains: [].into(), avoid_in_pregnancy: false };
    Food {
        id: FoodId::new(id),
        name: id.to_owned(),
        synonyms: Vec::new(),
        tags: Some(tags),
        source: FoodSource::Own,
        portions: vec![Portion { label: "1 bowl".to_owned(), grams: 100.0 }],
        per_100_g: [(Nutrient::Magnesium, magnesium), (Nutrient::Energy, 100.0), (Nutrient::Potassium, 50.0)].into_iter().collect(),
    }
}

fn tagged(mut food: Food, change: impl FnOnce(&mut Tags)) -> Food {
    change(food.tags.as_mut().unwrap());
    food
}

fn with(mut food: Food, nutrient: Nutrient, amount: Option<f64>) -> Food {
    food.per_100_g.set(nutrient, amount);
    food
}

/// What is suggested for magnesium, with a reference of 100 mg.
fn for_magnesium<'a>(foods: &'a [Food], wish: &Wish<'_>) -> Suggestions<'a> {
    suggestions(foods, Nutrient::Magnesium, 100.0, wish, 4)
}

/// The rules of a person of whom only the profile is known.
fn rules(profile: &Profile) -> HeldRules {
    HeldRules::of(&Eater::of(profile, day()))
}

#[track_caller]
fn check(foods: &[Food], profile: &Profile, expected: &[&str]) {
    check_with(foods, profile, Habits::default(), expected);
}

#[track_caller]
fn check_eaten(foods: &[Food], eaten: &[FoodId], expected: &[&str]) {
    check_with(foods, &Profile::default(), Habits { eaten, ..Habits::default() }, expected);
}

#[track_caller]
fn check_with(foods: &[Food], profile: &Profile, habits: Habits<'_>, expected: &[&str]) {
    let rules = rules(profile);
    let found: Vec<_> = for_magnesium(foods, &Wish::of(profile, day(), &rules, habits))
        .foods
        .iter()
        .map(|suggestion| suggestion.food.id.as_str())
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn what_the_person_does_not_eat_never_appears() {
    let foods = [
        tagged(food("fish", FoodGroup::Fish, 40.0), |tags| {
            (tags.diet, tags.contains, tags.avoid_in_pregnancy) = (Diet::Pescatarian, [Allergen::Fish].into(), true);
        }),
        tagged(food("bread", FoodGroup::Grains, 30.0), |tags| tags.contains = [Allergen::Gluten].into()),
        food("beans", FoodGroup::Legumes, 20.0),
        tagged(food("sweets", FoodGroup::Sweets, 50.0), |tags| tags.suggest = false),
        Food { tags: None, ..food("own", FoodGroup::Fruit, 50.0) },
    ];
    check(&foods, &Profile::default(), &["fish", "bread", "beans"]);
    check(&foods, &Profile { diet: Diet::Vegetarian, ..Profile::default() }, &["bread", "beans"]);
    check(&foods, &Profile { avoid: [Allergen::Fish].into(), ..Profile::default() }, &["bread", "beans"]);
    check(&foods, &Profile { conditions: [Condition::Coeliac].into(), ..Profile::default() }, &["fish", "beans"]);
    let now = Some(Period { from: day(), until: None });
    check(&foods, &Profile { pregnant: now, ..Profile::default() }, &["bread", "beans"]);
    check(&foods, &Profile { breastfeeding: now, ..Profile::default() }, &["bread", "beans"]);
    let hidden = [FoodId::new("beans")];
    check_with(&foods, &Profile::default(), Habits { hidden: &hidden, ..Habits::default() }, &["fish", "bread"]);
}

#[test]
fn a_portion_adds_at_least_a_twentieth_and_what_is_eaten_comes_first() {
    let foods = [food("a", FoodGroup::Fruit, 4.9), food("b", FoodGroup::Legumes, 5.0), food("c", FoodGroup::Grains, 40.0)];
    check(&foods, &Profile::default(), &["c", "b"]);
    let eaten = [FoodId::new("a"), FoodId::new("b")];
    check_eaten(&foods, &eaten, &["b", "c"]);
    let rules = rules(&Profile::default());
    let wish = Wish::of(&Profile::default(), day(), &rules, Habits { eaten: &eaten, ..Habits::default() });
    let words: Vec<_> = for_magnesium(&foods, &wish).foods.iter().map(|suggestion| suggestion.words(Nutrient::Magnesium)).collect();
    assert_eq!(words, ["1 bowl adds 5.0 mg, 5 % of your reference; you eat it already.", "1 bowl adds 40 mg, 40 % of your reference."]);
}

#[test]
fn half_of_the_list_is_eaten_already_and_each_group_has_one_food_before_any_has_two() {
    let foods = [
        food("nuts", FoodGroup::NutsAndSeeds, 45.0),
        food("seeds", FoodGroup::NutsAndSeeds, 40.0),
        food("more-seeds", FoodGroup::NutsAndSeeds, 35.0),
        food("beans", FoodGroup::Legumes, 20.0),
        food("oats", FoodGroup::Grains, 10.0),
    ];
    check(&foods, &Profile::default(), &["nuts", "seeds", "beans", "oats"]);
    let eaten = ["oats", "more-seeds", "seeds"].map(FoodId::new);
    check_eaten(&foods, &eaten, &["seeds", "oats", "nuts", "beans"]);
    let all = ["oats", "more-seeds", "seeds", "nuts", "beans"].map(FoodId::new);
    check_eaten(&foods, &all, &["nuts", "seeds", "beans", "oats"]);
}

#[test]
fn one_food_does_not_come_in_two_forms() {
    let foods = ["Egg, boiled", "Eggs, scrambled", "Tofu"].map(|name| Food { name: name.to_owned(), ..food(name, FoodGroup::Eggs, 20.0) });
    check(&foods, &Profile::default(), &["Egg, boiled", "Tofu"]);
    let eaten = [foods[1].id.clone()];
    check_eaten(&foods, &eaten, &["Eggs, scrambled", "Tofu"]);
}

#[test]
fn a_portion_that_alone_passes_an_upper_level_is_not_suggested() {
    let foods = [
        with(food("oysters", FoodGroup::Fish, 40.0), Nutrient::Zinc, Some(67.0)),
        with(food("cereal", FoodGroup::Grains, 40.0), Nutrient::Zinc, Some(30.0)),
        with(food("seeds", FoodGroup::NutsAndSeeds, 400.0), Nutrient::Zinc, Some(2.0)),
    ];
    check(&foods, &Profile::default(), &["seeds"]);
    // The US tolerates 40 mg of zinc; no limit of magnesium counts food.
    check(&foods, &Profile { region: Some(Region::Us), ..Profile::default() }, &["seeds", "cereal"]);
}

#[test]
fn the_score_is_the_share_up_to_half_less_for_big_portions_and_rare_foods() {
    // Scores: 0.5, 0.5 (by id), 0.4 × 200/400 = 0.2, 0.5 / 3 = 0.17.
    let foods = [
        with(food("heavy", FoodGroup::Dishes, 40.0), Nutrient::Energy, Some(400.0)),
        tagged(food("rare", FoodGroup::Legumes, 60.0), |tags| tags.rarity = 3),
        food("rich", FoodGroup::NutsAndSeeds, 90.0),
        food("enough", FoodGroup::Grains, 50.0),
    ];
    check(&foods, &Profile::default(), &["enough", "rich", "heavy", "rare"]);
}

#[test]
fn a_rare_food_only_fills_up_what_others_leave_empty() {
    let rare = tagged(food("rare", FoodGroup::Fruit, 60.0), |tags| tags.rarity = 3);
    let mut foods: Vec<_> = ["a", "b", "c"].into_iter().map(|id| food(id, FoodGroup::Dairy, 10.0)).collect();
    foods.push(rare);
    check(&foods, &Profile::default(), &["rare", "a", "b", "c"]);
    foods.push(food("d", FoodGroup::Dairy, 10.0));
    check(&foods, &Profile::default(), &["a", "b", "c", "d"]);
}

#[test]
fn where_potassium_is_withheld_nothing_high_in_it_is_suggested_and_the_reason_is_said() {
    let foods = [
        with(food("beans", FoodGroup::Legumes, 40.0), Nutrient::Potassium, Some(201.0)),
        with(food("oats", FoodGroup::Grains, 30.0), Nutrient::Potassium, Some(200.0)),
        with(food("seeds", FoodGroup::NutsAndSeeds, 28.0), Nutrient::Potassium, Some(200.0)),
        with(food("meat", FoodGroup::Meat, 25.0), Nutrient::Potassium, Some(300.0)),
        with(food("not-known", FoodGroup::Fruit, 31.0), Nutrient::Potassium, None),
        food("drink", FoodGroup::Drinks, 20.0),
    ];
    let kidney = Profile { conditions: [Condition::Kidney].into(), ..Profile::default() };
    let limited = Profile { conditions: [Condition::FluidLimit].into(), ..Profile::default() };
    let medicine = Profile { medicine_raises_potassium: true, ..Profile::default() };
    check(&foods, &Profile::default(), &["beans", "not-known", "oats", "seeds"]);
    check(&foods, &kidney, &["oats", "seeds", "drink", "meat"]);
    check(&foods, &medicine, &["oats", "seeds", "drink", "meat"]);
    check(&foods, &limited, &["oats", "seeds", "meat"]);
    for (profile, reason, caution) in [
        (&kidney, "kidney disease", "Ask a dietitian before you eat more of any mineral"),
        (&limited, "a fluid limit", "Drinks are left out"),
        (&medicine, "a medicine that raises potassium", "foods with more than 200 mg of potassium a portion are left out"),
    ] {
        let rules = rules(profile);
        let wish = Wish::of(profile, day(), &rules, Habits::default());
        let potassium = suggestions(&foods, Nutrient::Potassium, 10.0, &wish, 4);
        assert!(potassium.foods.is_empty());
        let withheld = potassium.withheld().unwrap();
        assert!(withheld.starts_with(&format!("Because of {reason}, no foods rich in potassium")), "{withheld}");
        let found = for_magnesium(&foods, &wish);
        let said = found.caution().unwrap();
        assert!(said.starts_with(&format!("Because of {reason}, ")) && said.contains(caution), "{said}");
        assert!(found.left_out().unwrap().contains("beans") && found.why_left_out()[0].contains(reason), "{:?}", found.why_left_out());
    }
    let free_rules = rules(&Profile::default());
    let free = Wish::of(&Profile::default(), day(), &free_rules, Habits::default());
    let free = suggestions(&foods, Nutrient::Potassium, 1_000.0, &free, 4);
    assert_eq!((free.restriction, free.foods.len()), (None, 4));
}

#[test]
fn calcium_counts_by_what_the_body_takes_in() {
    let calcium = |id: &str, group, calcium| with(food(id, group, 0.0), Nutrient::Calcium, Some(calcium));
    let foods = [
        calcium("spinach-cooked", FoodGroup::Vegetables, 250.0),
        calcium("kale-cooked", FoodGroup::Vegetables, 120.0),
        calcium("beans", FoodGroup::Legumes, 130.0),
        calcium("milk", FoodGroup::Dairy, 110.0),
        calcium("bread", FoodGroup::Grains, 200.0),
    ];
    let rules = rules(&Profile::default());
    let wish = Wish::of(&Profile::default(), day(), &rules, Habits::default());
    let found = suggestions(&foods, Nutrient::Calcium, 1_000.0, &wish, 9);
    // Taken in: kale 58.8 mg, milk 35.2, beans 28.6. Of bread nothing is known, and spinach holds it back.
    assert_eq!(found.foods.iter().map(|found| found.food.id.as_str()).collect::<Vec<_>>(), ["kale-cooked", "milk"]);
    assert_eq!(found.withheld.iter().map(|withheld| withheld.food.id.as_str()).collect::<Vec<_>>(), ["spinach-cooked"]);
    assert!(found.foods[0].words(Nutrient::Calcium).contains("the body takes in about 59 mg"));
}

#[test]
fn what_is_to_be_kept_steady_is_no_tip_even_for_who_eats_it() {
    let classes = vec![ClassKey::new("vitamin_k_antagonist").unwrap()];
    let warfarin =
        EatersMedicine { name: "warfarin".to_owned(), typed: String::new(), substances: "warfarin".to_owned(), classes, is_known: true };
    let rules = HeldRules::of(&Eater { medicines: vec![warfarin], ..Eater::default() });
    let foods = [
        with(food("kale", FoodGroup::Vegetables, 50.0), Nutrient::VitaminK, Some(300.0)),
        with(food("oats", FoodGroup::Grains, 20.0), Nutrient::VitaminK, Some(2.0)),
    ];
    let eaten = [FoodId::new("kale")];
    let wish = Wish::of(&Profile::default(), day(), &rules, Habits { eaten: &eaten, ..Habits::default() });
    let found = for_magnesium(&foods, &wish);
    assert_eq!(found.foods.iter().map(|found| found.food.id.as_str()).collect::<Vec<_>>(), ["oats"]);
    assert!(found.why_left_out()[0].contains("only what you eat anyway, about as much as usual"), "{:?}", found.why_left_out());
}

#[test]
fn while_swallowing_is_hard_no_food_is_named() {
    let foods = [food("oats", FoodGroup::Grains, 20.0), food("seeds", FoodGroup::NutsAndSeeds, 28.0)];
    let ill = Profile { conditions: [Condition::Swallowing].into(), diet: Diet::Vegan, ..Profile::default() };
    let sign = HeldRules::of(&Eater { trouble_swallowing: true, ..Eater::default() });
    for (profile, rules) in [(&ill, rules(&ill)), (&Profile::default(), sign)] {
        let wish = Wish::of(profile, day(), &rules, Habits::default());
        for nutrient in Nutrient::SUGGESTED {
            let found = suggestions(&foods, nutrient, 1.0, &wish, 4);
            assert!(found.foods.is_empty() && found.withheld.is_empty() && found.words.is_empty());
            assert_eq!((found.instead(nutrient, profile.diet), found.left_out(), found.caution()), (None, None, None));
            assert!(found.withheld().unwrap().contains("as your speech therapist or doctor advised"));
            let listed = rich_foods(&[], nutrient, &wish.filter, &rules, 8);
            assert!(listed.ranked.is_empty() && listed.notes().len() == 1 && listed.notes()[0].contains("speech therapist"));
        }
    }
}
