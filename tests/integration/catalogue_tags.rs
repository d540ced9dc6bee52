//! The tags of the foods, by rules: what a name says, the tags must say too.
//!
//! A rule has words and what excuses a name that has one: "oat milk" is no milk. The id of a food counts as one of its words,
//! so that a single food can be excused.

use cramp_diary::{
    domain::{
        Allergen::{self, Egg, Fish, Gluten, Milk, Nuts, Peanuts, Sesame, Shellfish, Soy},
        Diet, Nutrient,
    },
    nutrition::{Food, FoodGroup, Tags, catalogue},
};

/// Names of what is made of plants in place of meat.
const PLANT: &str = "vegan vegetarian veggie plant-based meatless";

/// Names of what has no milk in spite of a word such as milk or cheese.
const MILK_UNLESS: &str = "vegan dairy-free plant plant-based soy oat almond coconut rice hemp pea cashew without head-cheese";

/// An allergen, words of names that mean it, and words that excuse them.
const CONTAINS: &[(Allergen, &str, &str)] = &[
    (Milk, "milk cheese yogurt yoghurt kefir quark latte cappuccino custard milkshake mozzarella ricotta feta parmesan ghee", MILK_UNLESS),
    (Milk, "butter", "peanut almond cashew nut sunflower beans vegan plant-based"),
    (Milk, "cream", "cracker crackers coconut vegan plant-based soy oat salad-cream"),
    (
        Nuts,
        "almond almonds walnut walnuts pecan pecans cashew cashews hazelnut hazelnuts pistachio pistachios macadamia marzipan",
        "coconut",
    ),
    (Nuts, "brazil pralines praline baklava macaroons", "coconut"),
    (Peanuts, "peanut peanuts satay", "without"),
    (
        Gluten,
        "bread toast baguette bagel croissant ciabatta pita naan brioche pasta spaghetti macaroni lasagne lasagna ravioli tortellini \
         couscous bulgur semolina barley rye spelt wheat seitan beer ale lager stout malt malted crackers pretzel pretzels biscuit \
         biscuits cookie cookies pancake pancakes waffle waffles muffin muffins doughnut doughnuts cake cakes pizza dumplings \
         breaded battered porridge oatmeal oats muesli granola",
        "gluten-free rice corn polenta buckwheat millet squash prawn ginger-ale pancake-syrup pasta-sauce",
    ),
    (Egg, "egg eggs omelette omelet mayonnaise mayo meringue meringues quiche frittata hollandaise eggnog", "vegan without"),
    (
        Fish,
        "fish salmon tuna cod herring mackerel sardine sardines trout anchovy anchovies haddock halibut tilapia pollock plaice sole \
         kipper kippers eel carp pike perch seabass swordfish caviar roe pilchards sprats surimi monkfish catfish",
        "vegan vegetarian",
    ),
    (
        Shellfish,
        "shrimp shrimps prawn prawns crab lobster crayfish langoustine mussel mussels clam clams oyster oysters scallop scallops squid \
         calamari octopus cockles whelks scampi seafood paella",
        "mushroom mushrooms vegan vegetarian",
    ),
    (Sesame, "sesame tahini hummus halva teriyaki kimchi bibimbap falafel", ""),
    (Soy, "soy soya tofu tempeh edamame miso soybeans soybean natto teriyaki", "oil"),
];

/// Words of names of bread that is bought, which often holds soya flour or lecithin.
const BREAD: &str = "bread toast roll rolls bun buns bagel breadsticks breadcrumbs croutons stuffing naan pita tortilla focaccia chapati \
                     paratha muffin muffins rusk";

/// Bread of flour, water, salt and yeast or baked at home, flat bread of maize, and pastry.
const PLAIN_BREAD: &str = "baguette baguette-whole-wheat sourdough-bread pumpernickel rye-crispbread matzo injera white-bread-homemade \
                           irish-soda-bread corn-tortilla cornbread";

/// Words of names that mean the meat of an animal.
const MEAT: &str = "beef pork chicken bacon ham sausage sausages turkey lamb mutton veal duck goose salami chorizo prosciutto pepperoni \
                    liver venison rabbit steak meatballs meatloaf bolognese gelatine gelatin marshmallows lard tallow kidney";

/// What excuses them: kidney beans, cod liver oil, a tuna steak, a duck's egg.
const NO_MEAT: &str = "beans egg cod tuna";

/// A food with its tags, and the words of its name.
struct Tagged {
    food: &'static Food,
    tags: &'static Tags,
    words: Vec<String>,
}

impl Tagged {
    fn has(&self, words: &str) -> bool {
        words.split_whitespace().any(|word| self.words.iter().any(|own| own == word))
    }

    fn contains(&self, allergen: Allergen) -> bool {
        self.tags.contains.contains(&allergen)
    }
}

/// What a rule says, with every food that it applies to and that breaks it; nothing when none does.
fn rule(says: &str, applies: impl Fn(&Tagged) -> bool, holds: impl Fn(&Tagged) -> bool) -> Option<String> {
    let words = |food: &Food| {
        let name = food.name.to_lowercase();
        name.split([' ', ',', '/', '(', ')']).chain([food.id.as_str()]).map(str::to_owned).collect()
    };
    let tagged: Vec<_> =
        catalogue().foods().iter().map(|food| Tagged { food, tags: food.tags.as_ref().unwrap(), words: words(food) }).collect();
    assert!(tagged.iter().any(&applies), "no food is left to which applies: {says}");
    let broken = tagged.iter().filter(|tagged| applies(tagged) && !holds(tagged));
    let broken: Vec<_> = broken.map(|tagged| format!("  {} ({})", tagged.food.name, tagged.food.id)).collect();
    (!broken.is_empty()).then(|| format!("{says}:\n{}", broken.join("\n")))
}

#[track_caller]
fn check(rules: impl IntoIterator<Item = Option<String>>) {
    let broken: Vec<_> = rules.into_iter().flatten().collect();
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

fn group(group: FoodGroup) -> impl Fn(&Tagged) -> bool {
    move |tagged| tagged.tags.group == group
}

#[test]
fn groups_imply_their_diet_and_what_they_contain() {
    check([
        rule("meat is for those who eat everything", group(FoodGroup::Meat), |food| food.tags.diet == Diet::Everything),
        rule("fish is for pescatarians", group(FoodGroup::Fish), |food| food.tags.diet == Diet::Pescatarian),
        rule("fish contains fish or shellfish", group(FoodGroup::Fish), |food| food.contains(Fish) || food.contains(Shellfish)),
        rule("dairy contains milk", group(FoodGroup::Dairy), |food| food.contains(Milk) && food.tags.diet != Diet::Vegan),
        rule("eggs contain egg", group(FoodGroup::Eggs), |food| food.contains(Egg) && food.tags.diet != Diet::Vegan),
        rule("fruit is for everybody", group(FoodGroup::Fruit), |food| food.tags.diet == Diet::Vegan),
        rule("nuts come without meat", group(FoodGroup::NutsAndSeeds), |food| food.tags.diet >= Diet::Vegetarian),
        rule(
            "nothing for vegetarians comes from fish",
            |food| food.tags.diet >= Diet::Vegetarian,
            |food| !food.contains(Fish) && !food.contains(Shellfish),
        ),
        rule(
            "nothing for vegans comes from animals",
            |food| food.tags.diet == Diet::Vegan,
            |food| !food.contains(Milk) && !food.contains(Egg),
        ),
    ]);
}

#[test]
fn what_is_made_of_bought_bread_and_pastry_contains_what_these_do() {
    let in_bread = |food: &Tagged| food.tags.group == FoodGroup::Grains && food.has(BREAD) && !food.has(PLAIN_BREAD);
    let of_bread = |food: &Tagged| {
        food.tags.group == FoodGroup::Dishes
            && food.has("sandwich burger hamburger cheeseburger burrito quesadilla fajita")
            && food.contains(Gluten)
    };
    check([
        rule("bought bread contains soy", in_bread, |food| food.contains(Soy)),
        rule("dishes of bought bread contain soy", of_bread, |food| food.contains(Soy)),
        rule("bread contains gluten", |food| in_bread(food) && !food.has("gluten-free"), |food| food.contains(Gluten)),
        rule(
            "puff pastry is made with butter",
            |food| food.has("puff-pastry"),
            |food| food.contains(Milk) && food.tags.diet != Diet::Vegan,
        ),
        rule("bars are bound with honey", |food| food.has("bar"), |food| food.tags.diet != Diet::Vegan),
        rule("cereals of whole grain contain gluten", |food| food.has("granola muesli oatmeal"), |food| food.contains(Gluten)),
    ]);
}

#[test]
fn names_imply_what_foods_contain() {
    check(CONTAINS.iter().map(|(allergen, words, unless)| {
        let says = format!("contains {}", allergen.key());
        rule(&says, |food| food.has(words) && !food.has(unless), |food| food.contains(*allergen))
    }));
}

#[test]
fn names_imply_who_eats_it() {
    check([
        rule("meat", |food| food.has(MEAT) && !food.has(PLANT) && !food.has(NO_MEAT), |food| food.tags.diet == Diet::Everything),
        rule("honey is not vegan", |food| food.has("honey") && !food.has("melon"), |food| food.tags.diet != Diet::Vegan),
        rule("Parmesan is made with rennet", |food| food.has("parmesan pecorino"), |food| food.tags.diet == Diet::Everything),
    ]);
}

#[test]
fn what_is_avoided_in_pregnancy_is_marked() {
    let avoided = |food: &Tagged| food.tags.avoid_in_pregnancy;
    let alcohol = |food: &Tagged| food.tags.group == FoodGroup::Drinks && food.food.per_100_g.get(Nutrient::Alcohol) >= Some(1.0);
    let words = "brie camembert swordfish shark marlin prosciutto salami gorgonzola";
    check([
        rule("alcohol", alcohol, avoided),
        rule("quinine", |food| food.has("tonic"), avoided),
        rule("vitamin A of liver", |food| food.has("liver") && !food.has("cod"), avoided),
        rule("raw fish", |food| food.tags.group == FoodGroup::Fish && food.has("raw"), avoided),
        rule("mercury, listeria, toxoplasma", |food| food.has(words) && !food.has("pizza salami-cooked"), avoided),
    ]);
}

#[test]
fn what_is_suggested_has_the_minerals_known_and_little_salt() {
    let suggested = |food: &Tagged| food.tags.suggest;
    let minerals = [Nutrient::Magnesium, Nutrient::Potassium, Nutrient::Calcium, Nutrient::Sodium];
    check([
        rule("minerals are known", suggested, |food| minerals.iter().all(|mineral| food.food.per_100_g.get(*mineral).is_some())),
        rule("at most 500 mg sodium a portion", suggested, |food| food.food.in_usual_portion(Nutrient::Sodium) <= Some(500.0)),
        rule("not sweets, fats and sauces", suggested, |food| {
            !matches!(food.tags.group, FoodGroup::Sweets | FoodGroup::Fats | FoodGroup::Sauces)
        }),
        rule("no alcohol", suggested, |food| food.food.per_100_g.get(Nutrient::Alcohol).is_none_or(|grams| grams < 0.5)),
        rule("not fried, no processed meat, no seaweed", suggested, |food| {
            !food.has("fried bacon salami ham sausage sausages seaweed kelp")
        }),
    ]);
}
