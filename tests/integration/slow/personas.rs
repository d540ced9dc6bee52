//! What is suggested to twelve people, each with two weeks of food that is typical of them.
//!
//! `personas.txt` has the suggestions as somebody would read them. When the catalogue or the ranking changes on
//! purpose, `cargo test personas -- --ignored` writes that file anew; read it before you keep it.

use crate::support::day;
use cramp_diary::{
    domain::{
        Allergen, ClassKey, Condition, Country, Day, Diet, Drink, DrinkKind, FoodId, Nutrient, Period, Profile, Region, Sex, VolumeMl,
    },
    nutrition::{
        Eaten, Eater, EatersMedicine, FoodGroup, FoodWords, Habits, HeldRules, IntakeSummary, LoggedDay, Person, Wish, catalogue,
        day_intake, intake_summary, reference, shortages, suggestions,
    },
};
use std::{collections::BTreeSet, fmt::Write as _, fs, path::Path};

const LAST: &str = "2026-11-19";

/// A week of usual portions; two of it make the diary.
struct Persona {
    who: &'static str,
    profile: Profile,
    /// Medicines with their class.
    medicines: &'static [(&'static str, &'static str)],
    week: [&'static str; 7],
}

fn personas() -> Vec<Persona> {
    let mut all = five_of_before();
    all.extend(seven_with_rules());
    all
}

/// A week of bread, butter, potatoes and meat.
const GERMAN: [&str; 7] = [
    "3 white-bread, 2 butter, 2 jam, 2 boiled-potato, 2 meatballs, green-beans-cooked, 3 rye-bread, gouda-cheese, butter, coffee",
    "3 bread-roll, 2 butter, ham, jam, chicken-noodle-soup, baguette, 3 rye-bread, butter, pickled-cucumber, apple-pie, tea",
    "3 white-bread, 2 butter, honey, mashed-potatoes, pork-chop-cooked, sauerkraut, 3 white-bread, butter, 2 salami, coffee",
    "2 bread-roll, butter, jam, 2 spaghetti-with-meat-sauce, 3 rye-bread, butter, gouda-cheese, tea",
    "3 white-bread, 2 butter, egg-boiled, 2 fish-fillet-fried, 2 boiled-potato, cucumber, 3 rye-bread, butter, ham, coffee",
    "2 bread-roll, butter, honey, beef-stew, boiled-potato, apple-pie, 2 white-bread, butter, bratwurst, mustard, tea",
    "2 bread-roll, 2 butter, jam, roast-chicken, 2 white-rice-cooked, carrots-cooked, whipping-cream, 2 white-bread, ham, coffee",
];

/// A week of toast, pies and roasts.
const BRITISH: [&str; 7] = [
    "2 white-bread-toasted, butter, orange-marmalade, ham-sandwich, apple, 2 boiled-potato, cod-cooked, green-peas-cooked, butter, tea",
    "2 wheat-biscuit-cereal, low-fat-milk, cheese-sandwich, digestive-biscuits, 2 mashed-potatoes, pork-sausage-cooked, carrots-cooked, tea",
    "2 white-bread-toasted, butter, jam, tomato-soup, bread-roll, shepherds-pie, cauliflower-cooked, tea",
    "oatmeal-with-milk, banana, egg-mayonnaise-sandwich, scone, roast-chicken, 2 boiled-potato, cabbage-cooked, tea",
    "2 white-bread-toasted, 2 egg-fried, back-bacon, baked-beans, fish-fillet-fried, french-fries, tea",
    "2 corn-flakes, low-fat-milk, chicken-noodle-soup, bread-roll, beef-stew, 2 mashed-potatoes, apple-crumble, tea",
    "2 white-bread-toasted, butter, orange-marmalade, roast-beef, 2 boiled-potato, yorkshire-pudding, broccoli-cooked, trifle, tea",
];

/// A week of cereal, sandwiches and pasta.
const AMERICAN: [&str; 7] = [
    "2 corn-flakes, reduced-fat-milk, banana, turkey-sandwich, apple, 3 pasta-cooked, pasta-sauce, chocolate-chip-cookies, water",
    "2 bagel, butter, jam, 2 cheese-pizza, cucumber, grapes, water",
    "granola, low-fat-yogurt, tuna-sandwich, orange, 2 white-rice-cooked, chicken-breast-cooked, broccoli-cooked, milk-chocolate, water",
    "3 white-bread, egg-boiled, butter, tomato-soup, baguette, 2 baked-potato, 2 fish-sticks, green-peas-cooked, butter, water",
    "2 corn-flakes, reduced-fat-milk, apple, cheeseburger, french-fries, chicken-with-vegetables, 2 white-rice-cooked, water",
    "2 pancakes, maple-syrup, fruit-yogurt, macaroni-and-cheese, cucumber, chicken-noodle-soup, 2 bread-roll, butter, orange-juice, water",
    "2 egg-fried, 2 white-bread-toasted, banana, lasagne, romaine-lettuce, italian-dressing, ice-cream-vanilla, 2 white-bread, butter, water",
];

/// A week of rice, potatoes and vegetables, without soy, nuts and gluten.
const VEGAN: [&str; 7] = [
    "2 puffed-rice, rice-milk, apple, 2 white-rice-cooked, carrots-cooked, olive-oil, 2 corn-tortilla, salsa, tomato, coffee",
    "2 rice-cakes, jam, banana, 2 polenta, pasta-sauce, mushrooms-cooked, 2 boiled-potato, olive-oil, coffee",
    "2 puffed-rice, rice-milk, grapes, 3 rice-noodles-cooked, bell-pepper-red, zucchini-cooked, olive-oil, tortilla-chips, tea",
    "3 rice-cakes, margarine, apple, 2 white-rice-cooked, kidney-beans-canned, salsa, potato-chips, coffee",
    "2 puffed-rice, rice-milk, pear, 2 boiled-potato, green-beans-cooked, olive-oil, 2 polenta, tomato, tea",
    "2 rice-cakes, jam, orange, 3 rice-noodles-cooked, eggplant-cooked, olive-oil, popcorn, coffee",
    "2 puffed-rice, rice-milk, banana, 2 white-rice-cooked, cabbage-cooked, olive-oil, dark-chocolate, coffee",
];

/// A week of a vegan who eats bread, pasta, tofu and hummus.
const BREAD_AND_HUMMUS: [&str; 7] = [
    "3 rye-bread, hummus, 2 margarine, tomato, apple, 3 white-rice-cooked, tofu, bell-pepper-red, olive-oil, dark-chocolate, coffee",
    "oatmeal-cooked, banana, 2 white-bread, avocado, 3 pasta-cooked, pasta-sauce, zucchini-cooked, raisins, coffee",
    "2 white-bread, peanut-butter, jam, 3 falafel, pita-bread, cucumber, 2 potato-salad, apple, coffee",
    "oatmeal-cooked, blueberries, 2 minestrone, 2 baguette, 2 rice-noodles-cooked, mixed-vegetables-cooked, olive-oil, dark-chocolate, tea",
    "2 corn-flakes, almond-milk, banana, 2 tortilla-chips, salsa, 3 white-rice-cooked, eggplant-cooked, 2 olive-oil, potato-chips, coffee",
    "2 bagel, jam, french-fries, ketchup, tomato, 2 pasta-cooked, olive-oil, mushrooms-cooked, grapes, coffee",
    "oatmeal-cooked, apple, 3 white-bread, 2 hummus, tomato-soup, 3 couscous-cooked, carrots-cooked, 2 olive-oil, potato-chips, coffee",
];

fn seven_with_rules() -> Vec<Persona> {
    let born = |year, sex| Profile { birth_year: Some(year), sex: Some(sex), ..Profile::default() };
    vec![
        Persona {
            who: "A woman of 72 on warfarin",
            profile: born(1954, Sex::Female),
            medicines: &[("warfarin", "vitamin_k_antagonist")],
            week: BRITISH,
        },
        Persona {
            who: "A man of 68 with heart failure on spironolactone",
            profile: Profile { conditions: [Condition::HeartFailure].into(), ..born(1958, Sex::Male) },
            medicines: &[("spironolactone", "potassium_sparing"), ("furosemide", "loop_diuretic")],
            week: GERMAN,
        },
        Persona {
            who: "A vegan woman of 35 without soy, nuts and gluten",
            profile: Profile {
                diet: Diet::Vegan,
                avoid: [Allergen::Soy, Allergen::Nuts, Allergen::Peanuts, Allergen::Gluten].into(),
                ..born(1991, Sex::Female)
            },
            medicines: &[],
            week: VEGAN,
        },
        Persona {
            who: "A woman of 70 in the UK",
            profile: Profile { region: Some(Region::Uk), country: Some(Country::UnitedKingdom), ..born(1956, Sex::Female) },
            medicines: &[],
            week: BRITISH,
        },
        Persona {
            who: "A man of 61 on ramipril alone",
            profile: born(1965, Sex::Male),
            medicines: &[("ramipril", "ace_inhibitor")],
            week: GERMAN,
        },
        Persona {
            who: "A woman of 44 with kidney stones",
            profile: Profile { conditions: [Condition::KidneyStones].into(), ..born(1982, Sex::Female) },
            medicines: &[],
            week: AMERICAN,
        },
        Persona {
            who: "A pregnant woman of 32 in the US",
            profile: Profile {
                pregnant: Some(Period { from: day("2026-07-01"), until: None }),
                region: Some(Region::Us),
                country: Some(Country::UnitedStates),
                ..born(1994, Sex::Female)
            },
            medicines: &[],
            week: AMERICAN,
        },
    ]
}

fn five_of_before() -> Vec<Persona> {
    vec![
        Persona {
            who: "A vegan woman of 30",
            profile: Profile { birth_year: Some(1996), sex: Some(Sex::Female), diet: Diet::Vegan, ..Profile::default() },
            medicines: &[],
            week: BREAD_AND_HUMMUS,
        },
        Persona {
            who: "A man of 75 with an ACE inhibitor",
            profile: Profile { birth_year: Some(1951), sex: Some(Sex::Male), medicine_raises_potassium: true, ..Profile::default() },
            medicines: &[],
            week: [
                "3 white-bread, 2 butter, 2 jam, 2 boiled-potato, 2 meatballs, green-beans-cooked, 3 rye-bread, gouda-cheese, butter, coffee",
                "3 bread-roll, 2 butter, ham, jam, chicken-noodle-soup, baguette, 3 rye-bread, butter, liver-sausage, pickled-cucumber, apple-pie, beer",
                "3 white-bread, 2 butter, honey, mashed-potatoes, pork-chop-cooked, sauerkraut, 3 white-bread, butter, 2 salami, coffee",
                "2 bread-roll, butter, jam, 2 spaghetti-with-meat-sauce, 3 rye-bread, butter, gouda-cheese, beer",
                "3 white-bread, 2 butter, egg-boiled, 2 fish-fillet-fried, 2 boiled-potato, cucumber, 3 rye-bread, butter, ham, coffee",
                "2 bread-roll, butter, honey, beef-stew, boiled-potato, apple-pie, 2 white-bread, butter, bratwurst, mustard, beer",
                "2 bread-roll, 2 butter, jam, roast-chicken, 2 white-rice-cooked, carrots-cooked, apple-pie, whipping-cream, 2 white-bread, ham, coffee",
            ],
        },
        Persona {
            who: "A pregnant woman of 28",
            profile: Profile {
                birth_year: Some(1998),
                sex: Some(Sex::Female),
                pregnant: Some(Period { from: day("2026-07-01"), until: None }),
                ..Profile::default()
            },
            medicines: &[],
            week: [
                "2 corn-flakes, reduced-fat-milk, banana, ham-sandwich, apple, 3 pasta-cooked, pasta-sauce, parmesan, chocolate-chip-cookies, tea",
                "2 white-bread, butter, jam, fruit-yogurt, 2 cheese-pizza, cucumber, grapes, tea",
                "granola, low-fat-yogurt, tuna-sandwich, orange, 2 white-rice-cooked, chicken-breast-cooked, broccoli-cooked, milk-chocolate, tea",
                "3 white-bread, egg-boiled, butter, tomato-soup, baguette, 2 boiled-potato, 2 fish-sticks, green-peas-cooked, butter, tea",
                "2 corn-flakes, reduced-fat-milk, apple, cheeseburger, french-fries, chicken-with-vegetables, 2 white-rice-cooked, tea",
                "2 croissant, jam, fruit-yogurt, macaroni-and-cheese, cucumber, chicken-noodle-soup, 2 bread-roll, butter, orange-juice, tea",
                "pancakes, maple-syrup, banana, lasagne, romaine-lettuce, italian-dressing, ice-cream-vanilla, 2 white-bread, butter, gouda-cheese, tea",
            ],
        },
        Persona {
            who: "Somebody who avoids milk and nuts",
            profile: Profile { avoid: [Allergen::Milk, Allergen::Nuts].into(), ..Profile::default() },
            medicines: &[],
            week: [
                "oatmeal-cooked, apple, 3 white-bread, turkey-breast-sliced, tomato, 3 white-rice-cooked, beef-cooked-lean, carrots-cooked, olive-oil, potato-chips, coffee",
                "3 rye-bread, peanut-butter, banana, hamburger, french-fries, 2 boiled-potato, cod-cooked, green-beans-cooked, coffee",
                "2 corn-flakes, rice-milk, orange, 2 white-bread, ham, cucumber, 3 pasta-cooked, pasta-sauce, ground-beef-cooked, coffee",
                "oatmeal-cooked, raisins, 2 vegetable-soup, 2 baguette, 3 white-rice-cooked, chicken-breast-cooked, zucchini-cooked, olive-oil, coffee",
                "3 rye-bread, egg-boiled, apple, 2 beef-taco, salsa, 2 boiled-potato, pork-chop-cooked, olive-oil, coffee",
                "2 bagel, jam, grapes, chicken-noodle-soup, bread-roll, 2 rice-noodles-cooked, shrimp-cooked, pak-choi-cooked, potato-chips, coffee",
                "2 eggs-scrambled, 3 white-bread, orange-juice, chili-con-carne, 2 white-rice-cooked, popcorn, apple, coffee",
            ],
        },
        Persona {
            who: "A woman of 62 with kidney disease",
            profile: Profile {
                birth_year: Some(1964),
                sex: Some(Sex::Female),
                conditions: [Condition::Kidney].into(),
                ..Profile::default()
            },
            medicines: &[],
            week: [
                "3 white-bread, butter, jam, apple, chicken-breast-cooked, 2 white-rice-cooked, carrots-cooked, 2 bread-roll, cream-cheese, tea",
                "2 corn-flakes, rice-milk, blueberries, 3 white-bread, butter, egg-boiled, 2 pasta-cooked, 2 olive-oil, bell-pepper-red, tea",
                "2 bread-roll, butter, honey, cucumber, cod-cooked, 3 white-rice-cooked, green-beans-cooked, olive-oil, apple-pie, tea",
                "3 white-bread, butter, jam, grapes, 3 couscous-cooked, zucchini-cooked, chicken-thigh-cooked, olive-oil, tea",
                "2 corn-flakes, rice-milk, apple, 3 white-bread, cream-cheese, 2 pasta-cooked, 2 olive-oil, mushrooms-cooked, tea",
                "2 croissant, jam, chicken-noodle-soup, 2 bread-roll, butter, 3 rice-noodles-cooked, shrimp-cooked, cabbage-cooked, olive-oil, tea",
                "3 white-bread, butter, egg-boiled, pear, roast-chicken, 2 white-rice-cooked, cauliflower-cooked, doughnut, tea",
            ],
        },
    ]
}

impl Persona {
    /// Foods with the number of usual portions, and drinks, of a day of the week.
    fn menu(&self, place: usize) -> (Vec<(FoodId, f64)>, Vec<DrinkKind>) {
        let (mut foods, mut drinks) = (Vec::new(), vec![DrinkKind::Water; 5]);
        for item in self.week[place % 7].split(", ") {
            let (portions, id) = item.split_once(' ').map_or((1.0, item), |(portions, id)| (portions.parse().unwrap(), id));
            match id.parse::<DrinkKind>() {
                Ok(drink) => drinks.extend([drink, drink]),
                Err(_) => foods.push((FoodId::new(id), portions)),
            }
        }
        (foods, drinks)
    }

    /// Fourteen days, on three of which only breakfast was logged.
    fn diary(&self) -> Vec<LoggedDay> {
        (0..14_u8)
            .map(|place| {
                let day = Self::day(place);
                let (mut foods, drinks) = self.menu(usize::from(place));
                if [3, 9, 12].contains(&place) {
                    foods.truncate(1);
                }
                let foods = foods.iter().map(|(id, portions)| {
                    let food = catalogue().food(id).unwrap_or_else(|| panic!("{id} is not in the catalogue"));
                    Eaten { food: id, name: &food.name, per_100_g: None, grams: food.usual_portion().grams * portions }
                });
                let drinks: Vec<_> = drinks
                    .into_iter()
                    .map(|kind| Drink { day, kind, volume: VolumeMl::new(u32::from(kind.usual_volume_ml())).unwrap(), time: None })
                    .collect();
                LoggedDay { person: Person::on(&self.profile, day), intake: day_intake(catalogue(), foods, &drinks, []) }
            })
            .collect()
    }

    fn day(place: u8) -> Day {
        day(LAST).plus(i64::from(place) - 13)
    }

    fn eaten(&self) -> Vec<FoodId> {
        (0..7).flat_map(|place| self.menu(place).0).map(|(id, _)| id).collect::<BTreeSet<_>>().into_iter().collect()
    }

    /// The rules of foods that hold for them.
    fn rules(&self) -> HeldRules {
        let medicine = |named: &(&str, &str)| EatersMedicine {
            name: named.0.to_owned(),
            typed: named.0.to_owned(),
            substances: named.0.to_owned(),
            classes: vec![ClassKey::new(named.1).unwrap()],
            is_known: true,
        };
        HeldRules::of(&Eater { medicines: self.medicines.iter().map(medicine).collect(), ..Eater::of(&self.profile, day(LAST)) })
    }

    /// What the program would say, as plain text.
    fn read_out(&self, summary: &IntakeSummary) -> String {
        let (eaten, person, rules) = (self.eaten(), Person::on(&self.profile, day(LAST)), self.rules());
        let wish = Wish::of(&self.profile, day(LAST), &rules, Habits { eaten: &eaten, hidden: &[] });
        let whose = reference(Nutrient::Magnesium, &person).unwrap().whose;
        let mut text = format!("{}: references for {whose}\n", self.who);
        for caution in rules.cautions() {
            writeln!(text, "  ({caution})").unwrap();
        }
        let mut cautioned = false;
        for short in shortages(summary) {
            writeln!(text, "  {}", short.reason()).unwrap();
            let found = suggestions(catalogue().foods(), short.nutrient, short.reference, &wish, 4);
            let caution = found.caution().filter(|_| !std::mem::replace(&mut cautioned, true));
            for said in [found.withheld(), caution, found.instead(short.nutrient, self.profile.diet)].into_iter().flatten() {
                writeln!(text, "    ({said})").unwrap();
            }
            for suggestion in &found.foods {
                writeln!(text, "    {}: {}", suggestion.food.name, suggestion.words(short.nutrient)).unwrap();
            }
            for said in found.words.iter().map(FoodWords::line) {
                writeln!(text, "    * {said}").unwrap();
            }
            for reason in found.why_left_out() {
                writeln!(text, "    - Left out: {reason}").unwrap();
            }
        }
        text
    }
}

fn all_read_out() -> String {
    personas().iter().map(|persona| persona.read_out(&intake_summary(&persona.diary()))).collect::<Vec<_>>().join("\n")
}

fn expected_file() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/integration/personas.txt")
}

#[test]
fn twelve_people_get_suggestions_that_fit_them() {
    let (found, expected) = (all_read_out(), fs::read_to_string(expected_file()).unwrap());
    let differs = found.lines().zip(expected.lines()).position(|(found, expected)| found != expected);
    let line = differs.unwrap_or_else(|| found.lines().count().min(expected.lines().count()));
    let at = |text: &str| text.lines().nth(line).unwrap_or("nothing").to_owned();
    assert!(
        found == expected,
        "personas.txt, line {}:\nexpected: {}\nfound:    {}\n\nAll that was found:\n{found}",
        line + 1,
        at(&expected),
        at(&found)
    );
}

#[test]
#[ignore = "writes the file that the test above compares with"]
fn write_what_the_twelve_people_get_anew() {
    fs::write(expected_file(), all_read_out()).unwrap();
}

#[test]
fn however_many_are_asked_for_nothing_is_suggested_that_a_person_must_not_eat() {
    for persona in personas() {
        let (profile, eaten, rules) = (&persona.profile, persona.eaten(), persona.rules());
        let wish = Wish::of(profile, day(LAST), &rules, Habits { eaten: &eaten, hidden: &[] });
        let why = rules.withholding_potassium();
        for nutrient in Nutrient::SUGGESTED {
            let amount = reference(nutrient, &Person::on(profile, day(LAST))).unwrap().amount;
            let found = suggestions(catalogue().foods(), nutrient, amount, &wish, usize::MAX);
            let withheld = nutrient == Nutrient::Potassium && why.is_some();
            let none_fits = found.foods.is_empty();
            assert!(none_fits || !withheld, "{}: {}", persona.who, nutrient.key());
            assert!(!none_fits || withheld || found.instead(nutrient, profile.diet).is_some(), "{}: {}", persona.who, nutrient.key());
            assert_eq!(found.withheld().is_some(), withheld);
            assert!(found.foods.is_sorted_by_key(|suggestion| !suggestion.eaten_before), "what is eaten already comes first");
            for suggestion in found.foods {
                let (food, tags) = (suggestion.food, suggestion.food.tags.as_ref().unwrap());
                let place = format!("{} and {} for {}", persona.who, food.id, nutrient.key());
                assert!(suggestion.share >= 0.05 && tags.suggest, "{place}");
                assert!(!matches!(tags.group, FoodGroup::Sweets | FoodGroup::Fats | FoodGroup::Sauces), "{place}");
                assert!(tags.diet >= profile.diet && tags.contains.is_disjoint(&profile.avoided()), "{place}");
                if profile.pregnant.is_some() {
                    let name = food.name.to_lowercase();
                    let forbidden = ["liver", "swordfish", "raw fish", "sushi", "smoked salmon", "brie", "blue cheese", "pâté"];
                    assert!(!tags.avoid_in_pregnancy && !forbidden.iter().any(|word| name.contains(word)), "{place}");
                }
                if profile.avoid.contains(&Allergen::Nuts) {
                    let name = food.name.to_lowercase();
                    let nuts = ["almond", "walnut", "hazelnut", "cashew", "pecan", "pistachio", "brazil nut", "macadamia", "pesto"];
                    let milk = ["cheese", "yogurt", "yoghurt", "ricotta", "cream", "cow's milk", "buttermilk", "kefir"];
                    let of_milk = milk.iter().any(|word| name.contains(word)) && !name.starts_with("soy ");
                    assert!(!of_milk && !nuts.iter().any(|word| name.contains(word)), "{place}");
                }
                if why.is_some() && !matches!(tags.group, FoodGroup::Meat | FoodGroup::Fish | FoodGroup::Eggs) {
                    assert!(food.in_usual_portion(Nutrient::Potassium).unwrap() <= 200.0, "{place}");
                }
                assert!(rules.withholding(food, nutrient).is_none(), "{place}");
            }
        }
    }
}
