//! Foods and recipes of one's own, supplements, opinions, profile: what is refused, and what stays as it was.

use super::downloads::TestDownload;
use super::support::{TestDiary, a_food, a_recipe, a_supplement, an_own_food, clock, date, day};
use cramp_diary::{
    diary::{ChoiceCommand, Command, DayCommand, Diary, DiaryError, FoodCommand, ImportCommand, KitchenCommand, Repeat, SupplementCommand},
    domain::{
        Barcode, Doses, Entry, FoodEntry, FoodId, FoodOpinion, Meal, Nutrient, Opinion, OwnFood, Period, Profile, Recipe, Supplement,
        SupplementTaken,
    },
    store::{Access, LibraryReader, Store},
};

impl TestDiary {
    /// The only entry of a kind.
    #[track_caller]
    pub(crate) fn sole<R: cramp_diary::store::Record>(&self) -> Entry<R> {
        let mut all = self.diary.read().all::<R>().unwrap();
        assert_eq!(all.len(), 1);
        all.remove(0)
    }
}

#[test]
fn two_foods_never_share_a_name_or_a_bar_code() {
    let mut test = TestDiary::new().with(an_own_food("Oat bars")).with(a_recipe("Porridge"));
    for name in ["oat  BARS", "porridge", "Banana"] {
        let error = test.refused(an_own_food(name)).to_string();
        assert_eq!(error, format!("There is already a food called \"{name}\". Give yours another name, such as \"{name} (mine)\"."));
        test.refused(a_recipe(name));
    }
    let bars = test.sole::<OwnFood>();
    test.log(Command::Kitchen(KitchenCommand::EditFood(bars.id, OwnFood { barcode: Some("4001".to_owned()), ..bars.value })));
    let twin = OwnFood { barcode: Some("4001".to_owned()), ..an_own_food("Other bars").record() };
    let error = test.refused(Command::Kitchen(KitchenCommand::AddFood(twin))).to_string();
    assert_eq!(error, "The bar code 4001 already belongs to \"Oat bars\". Change that food, or leave the bar code out.");
}

#[test]
fn a_recipe_never_contains_itself_directly_or_through_another() {
    let mut test = TestDiary::new().with(a_recipe("Stock"));
    let stock = test.sole::<Recipe>().id;
    test.log(a_recipe("Soup").with_recipe(stock));
    let soup = test.diary.read().all::<Recipe>().unwrap()[1].id;
    for part in [stock, soup] {
        let error =
            test.refused(Command::Kitchen(KitchenCommand::EditRecipe(stock, a_recipe("Stock").with_recipe(part).record()))).to_string();
        assert!(error.starts_with("The recipe \"Stock\" would contain itself."), "{error}");
    }
    let empty = Recipe { ingredients: Vec::new(), ..a_recipe("Air").record() };
    assert_eq!(
        test.refused(Command::Kitchen(KitchenCommand::AddRecipe(empty))).to_string(),
        "The recipe \"Air\" has no ingredients. Add at least one."
    );
}

#[test]
fn what_was_eaten_and_taken_stays_when_the_food_or_the_product_changes() {
    let mut test = TestDiary::new().with(an_own_food("Oat bars")).with(a_supplement("Magnesium citrate"));
    let (bars, tablet) = (test.sole::<OwnFood>(), test.sole::<Supplement>());
    let eaten = FoodEntry { food: FoodId::own(bars.id), per_100_g: Some(bars.value.per_100_g), ..a_food("2026-11-18").record() };
    test.log(Command::Food(FoodCommand::Log(eaten.clone())));
    let taken = SupplementTaken::of(tablet.id, &tablet.value, Doses::new(2.0).unwrap(), day("2026-11-18"));
    test.log(Command::Supplement(SupplementCommand::Take(taken.clone())));

    let richer = [(Nutrient::Magnesium, 999.0)].into_iter().collect();
    test.log(Command::Kitchen(KitchenCommand::EditFood(bars.id, OwnFood { per_100_g: richer, ..bars.value })));
    test.log(Command::Supplement(SupplementCommand::Edit(tablet.id, Supplement { per_dose: richer, ..tablet.value })));
    test.log(Command::Kitchen(KitchenCommand::DeleteFood(bars.id)));
    test.log(Command::Supplement(SupplementCommand::Delete(tablet.id)));

    let read = test.diary.read();
    assert_eq!(read.on::<FoodEntry>(date("2026-11-18")).unwrap()[0].value, eaten);
    let still = read.on::<SupplementTaken>(date("2026-11-18")).unwrap().remove(0).value;
    assert_eq!(still, taken);
    assert_eq!(still.amounts().get(Nutrient::Magnesium), Some(200.0));
    assert_eq!(still.summary(), "Magnesium citrate, 2 × 1 tablet");
}

#[test]
fn one_meal_is_copied_without_the_others() {
    let dinner = FoodEntry { meal: Some(Meal::Dinner), ..a_food("2026-11-18").of("almonds").record() };
    let mut test = TestDiary::new().with(a_food("2026-11-18")).with(Command::Food(FoodCommand::Log(dinner)));
    let copy = |meal| Command::Day(DayCommand::Repeat { from: day("2026-11-18"), to: day("2026-11-19"), what: Repeat::Meal(meal) });
    assert_eq!(test.log(copy(Meal::Dinner)).what, "Copied dinner from Wed 18 Nov");
    let copied = test.diary.read().on::<FoodEntry>(date("2026-11-19")).unwrap();
    assert_eq!(copied.iter().map(|entry| entry.value.food.as_str()).collect::<Vec<_>>(), ["almonds"]);
    test.refused(copy(Meal::Lunch));
}

#[test]
fn a_food_has_one_opinion_at_most() {
    let say = |opinion| Command::Kitchen(KitchenCommand::SetOpinion { food: FoodId::new("liver"), name: "Liver".to_owned(), opinion });
    let mut test = TestDiary::new().with(say(Some(Opinion::ToTry))).with(say(Some(Opinion::NotForMe)));
    assert_eq!(test.sole::<FoodOpinion>().value.opinion, Opinion::NotForMe);
    test.log(say(None));
    assert!(test.diary.read().all::<FoodOpinion>().unwrap().is_empty());
}

#[test]
fn a_pregnancy_does_not_end_before_it_begins() {
    let pregnant = Some(Period { from: day("2026-10-02"), until: Some(day("2026-10-01")) });
    let mut test = TestDiary::new();
    let error = test.refused(Command::Choice(ChoiceCommand::Profile(Box::new(Profile { pregnant, ..Profile::default() })))).to_string();
    assert!(error.starts_with("The pregnancy ends on Thu 1 Oct (2026-10-01), before it begins on Fri 2 Oct (2026-10-02)."), "{error}");
    assert_eq!(test.diary.read().profile().unwrap(), Profile::default());
}

#[test]
fn a_recipe_that_came_to_contain_itself_through_two_windows_is_still_read() {
    let mut first = TestDiary::new().with(a_recipe("Stock"));
    let stock = first.sole::<Recipe>();
    first.log(a_recipe("Soup").with_recipe(stock.id));
    let soup = first.diary.read().all::<Recipe>().unwrap().remove(1);
    // This window takes the stock out of the soup; the other puts the soup into the stock; this one may not undo then.
    first.log(Command::Kitchen(KitchenCommand::EditRecipe(soup.id, a_recipe("Soup").record())));
    let mut second = Diary::new(Store::open(&first.path(), Access::Create).unwrap(), clock());
    second.execute(Command::Kitchen(KitchenCommand::EditRecipe(stock.id, a_recipe("Stock").with_recipe(soup.id).record()))).unwrap();
    let error = first.diary.undo().unwrap_err().to_string();
    assert!(error.contains("The recipe \"Soup\" would contain itself."), "{error}");
    // A version of the program that did not look at the rules undid it.
    let mut store = Store::open(&first.path(), Access::Create).unwrap();
    store.write(|tx| tx.put(&soup)).unwrap();
    let book = first.diary.food_book().unwrap();
    assert!(book.own().iter().all(|food| food.per_100_g.get(Nutrient::Magnesium).is_some_and(|mg| (mg - 130.0).abs() < 1e-9)));
}

#[test]
fn an_undo_that_another_window_overtook_says_so_and_stands_in_no_way() {
    let mark = |complete| Command::Food(FoodCommand::MarkDay(day("2026-11-18"), complete));
    let mut first = TestDiary::new().with(a_food("2026-11-18")).with(mark(Some(true)));
    first.log(mark(None));
    let mut second = Diary::new(Store::open(&first.path(), Access::Create).unwrap(), clock());
    second.execute(mark(Some(false))).unwrap();
    let error = first.diary.undo().unwrap_err().to_string();
    assert!(error.contains("The mark of Wed 18 Nov was added again since"), "{error}");
    // The mark before it is not as it was either; the step before that can still be taken back.
    let error = first.diary.undo().unwrap_err().to_string();
    assert!(error.contains("The mark of Wed 18 Nov was changed since"), "{error}");
    first.diary.undo().unwrap();
    assert!(first.diary.read().on::<FoodEntry>(date("2026-11-18")).unwrap().is_empty());
}

#[test]
fn a_recipe_in_a_recipe_counts_as_it_is_now_whichever_others_there_are() {
    let mg = |name: &str, mg: f64| {
        let mut recipe = a_recipe(name).record();
        recipe.ingredients[0].food = FoodId::new("nowhere");
        recipe.ingredients[0].per_100_g = [(Nutrient::Magnesium, mg)].into_iter().collect();
        recipe
    };
    let mut test = TestDiary::new();
    for (name, amount) in [("Broth", 10.0), ("Stock", 40.0), ("Sauce", 90.0)] {
        test.log(Command::Kitchen(KitchenCommand::AddRecipe(mg(name, amount))));
    }
    let stock = test.diary.read().all::<Recipe>().unwrap().remove(1).id;
    let mut soup = mg("Soup", 0.0);
    soup.ingredients[0].food = FoodId::recipe(stock);
    test.log(Command::Kitchen(KitchenCommand::AddRecipe(soup)));
    let of_soup = |test: &TestDiary| {
        let book = test.diary.food_book().unwrap();
        book.own().iter().find(|food| food.name == "Soup").unwrap().per_100_g.get(Nutrient::Magnesium).unwrap()
    };
    assert!((of_soup(&test) - 40.0).abs() < 1e-9, "that of the stock, and neither of another nor of the time when it was put in");
    test.log(Command::Kitchen(KitchenCommand::EditRecipe(stock, mg("Stock", 60.0))));
    assert!((of_soup(&test) - 60.0).abs() < 1e-9);
}

#[test]
fn a_recipe_is_not_edited_to_nothing() {
    let mut test = TestDiary::new().with(a_recipe("Porridge"));
    let porridge = test.sole::<Recipe>();
    let empty = Recipe { ingredients: Vec::new(), ..porridge.value.clone() };
    assert!(matches!(test.refused(Command::Kitchen(KitchenCommand::EditRecipe(porridge.id, empty))), DiaryError::RecipeEmpty { .. }));
    assert_eq!(test.sole::<Recipe>(), porridge);
}

#[test]
fn nobody_is_born_next_year() {
    let born = |year| Command::Choice(ChoiceCommand::Profile(Box::new(Profile { birth_year: Some(year), ..Profile::default() })));
    let mut test = TestDiary::new().with(born(2026));
    test.refused(born(2027));
    assert_eq!(test.diary.read().profile().unwrap().birth_year, Some(2026));
}

#[test]
fn a_food_of_ones_own_that_was_logged_before_comes_first() {
    let test = ["Oat bars A", "Oat bars B", "Oat bars C"].into_iter().fold(TestDiary::new(), |test, name| test.with(an_own_food(name)));
    let test = test.with(a_recipe("Oat bars D"));
    let book = test.diary.food_book().unwrap();
    let ids: Vec<FoodId> = book.own().iter().map(|food| food.id.clone()).collect();
    assert_eq!(ids.len(), 4);
    let first = |logged: &[FoodId]| book.search("oat bars", logged, 4).first().map(|food| food.id.clone());
    assert_eq!(first(&[]).as_ref(), Some(&ids[0]));
    for id in &ids {
        assert_eq!(first(std::slice::from_ref(id)).as_ref(), Some(id));
    }
}

#[test]
fn a_bar_code_finds_what_the_person_described_and_what_was_imported() {
    let mut test = TestDiary::new();
    test.log(Command::Kitchen(KitchenCommand::AddFood(OwnFood { barcode: Some("4001".to_owned()), ..an_own_food("Oat bars").record() })));
    let import = test.imported(&TestDownload::of("branded"));
    test.log(Command::Import(ImportCommand::Accept(import)));
    test.diary.read_imported().unwrap();
    let book = test.diary.food_book().unwrap();
    let found = |typed: &str| {
        let by_code = book.by_barcode(Barcode::read(typed).unwrap()).map(|food| food.name.clone());
        let by_search = book.search(typed, &[], 8);
        assert_eq!(by_search.first().map(|food| food.name.clone()), by_code, "{typed}");
        by_code
    };
    assert_eq!(found("4001").as_deref(), Some("Oat bars"));
    assert_eq!(found("0 12345 67890 5").as_deref(), Some("OAT COOKIES, WITH HONEY (MILLSTONE)"));
    assert_eq!(found("4002"), None);
    let library = LibraryReader::open(&test.library()).unwrap().unwrap();
    let number = |typed: &str| library.by_barcode(Barcode::read(typed).unwrap()).unwrap().map(|food| food.fdc_id);
    assert_eq!((number("012345678905"), number("4001")), (Some(9_000_002), None));
}
