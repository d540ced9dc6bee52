//! Reading the guide in the window.

use super::support::a_drink;
use super::window_support::Morning;
use cramp_diary::{
    diary::{ChoiceCommand, Command, DrinkCommand, MedicineCommand},
    domain::{Condition, Medicine, OwnName, Profile},
    guide::{Block, find, review_words, topics},
};
use egui::{Key, Modifiers, accesskit::Role, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

impl Morning {
    /// The headings that a screen reader can go through, with their levels.
    fn headings(&self) -> Vec<(usize, String)> {
        let nodes = self.harness.query_all_by(|node| node.role() == Role::Heading);
        nodes.map(|node| (node.accesskit_node().level().unwrap_or(0), node.accesskit_node().label().unwrap_or_default())).collect()
    }

    /// The title of the page that is open.
    #[track_caller]
    fn open_page(&self) -> String {
        let titles: Vec<_> = self.headings().into_iter().filter(|(level, _)| *level == 2).map(|(_, words)| words).collect();
        assert_eq!(titles.len(), 1, "{titles:?}");
        titles[0].clone()
    }

    /// Opens the guide with its key.
    fn guide(&mut self) -> &mut Self {
        self.chord(Modifiers::COMMAND, Key::Num4)
    }
}

#[test]
fn the_guide_opens_at_its_beginning_and_each_topic_by_its_name() {
    let mut morning = Morning::started();
    morning.guide();
    assert_eq!(morning.open_page(), topics()[0].title);
    for topic in topics() {
        morning.press(&topic.title);
        assert_eq!(morning.open_page(), topic.title);
        assert!(morning.is_on(&topic.title), "{} is not marked", topic.title);
        morning.sees(&topic.summary);
        morning.sees(&review_words());
    }
}

#[test]
fn every_heading_of_a_page_is_one_for_a_screen_reader() {
    let mut morning = Morning::started();
    morning.guide().press("Magnesium");
    let headings = morning.headings();
    assert_eq!(headings[0], (1, "Guide".to_owned()));
    let page = &topics().iter().find(|topic| topic.id == "magnesium").unwrap().page;
    let expected: Vec<_> =
        page.iter().filter_map(|block| if let Block::Heading(words) = block { Some((3, words.clone())) } else { None }).collect();
    let shown: Vec<_> = headings.into_iter().filter(|(level, _)| *level == 3).collect();
    assert_eq!(shown, expected);
}

#[test]
fn a_link_leads_to_another_topic_and_back_leads_back() {
    let mut morning = Morning::started();
    morning.guide().press("during a cramp");
    assert_eq!(morning.open_page(), "When a cramp strikes");
    morning.press("Back");
    assert_eq!(morning.open_page(), "What a night cramp is");
    morning.press("Forward");
    assert_eq!(morning.open_page(), "When a cramp strikes");
    assert!(morning.is_disabled("Forward"));
    morning.chord(Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(morning.open_page(), "What a night cramp is");
    assert!(morning.is_disabled("Back"));
    morning.chord(Modifiers::ALT, Key::ArrowRight);
    assert_eq!(morning.open_page(), "When a cramp strikes");
}

#[test]
fn a_page_begins_at_its_top_and_is_as_it_was_left_when_one_goes_back() {
    let mut morning = Morning::started();
    morning.guide().press("Magnesium");
    let title_at = |morning: &Morning| {
        let title = morning.open_page();
        let node = morning.harness.query_by(|node| node.role() == Role::Heading && node.label().as_deref() == Some(&*title));
        node.unwrap().rect().top()
    };
    let top = title_at(&morning);
    morning.key(Key::PageDown);
    let turned = title_at(&morning);
    assert!(turned < top - 300.0, "{turned} of {top}");
    morning.press("Potassium");
    assert!((title_at(&morning) - top).abs() < 1.0, "a new page begins at its top");
    morning.press("Back");
    assert!((title_at(&morning) - turned).abs() < 1.0);
    morning.press("Potassium").press("Magnesium");
    assert!((title_at(&morning) - top).abs() < 1.0, "opened anew it begins at its top");
}

#[test]
fn the_guide_is_searched_as_one_types_and_enter_opens_the_first() {
    let mut morning = Morning::started();
    morning.guide().chord(Modifiers::COMMAND, Key::F);
    assert_eq!(morning.focused().as_deref(), Some("Find in the guide"));
    morning.types("warf");
    let first = &find("warf")[0];
    assert!(!morning.has("Magnesium"), "what is found stands in the list's place");
    let row = morning.named_with(&format!("{}. ", first.topic.title));
    assert!(row.contains(&first.excerpt), "{row}");
    morning.key(Key::Enter);
    assert_eq!(morning.open_page(), first.topic.title);
    assert!(morning.has(&row), "what else was found can be read next");
    morning.press("Clear the search");
    assert!(morning.is_on(&first.topic.title));
    morning.write("Find in the guide", "xqzzkv").sees("No page of the guide has all of these words.");
    morning.key(Key::Escape);
    assert!(morning.has("Magnesium"));
}

#[test]
fn a_passage_that_is_found_comes_into_sight() {
    let mut morning = Morning::started();
    let finding = find("dummy capsule").into_iter().find(|finding| finding.place.is_some()).unwrap();
    morning.guide().write("Find in the guide", "dummy capsule");
    let row = morning.names().into_iter().find(|name| name.contains(&finding.excerpt));
    let row = row.unwrap_or_else(|| panic!("{} is not listed", finding.excerpt));
    morning.press(&row);
    assert_eq!(morning.open_page(), finding.topic.title);
    let Block::Evidence(evidence) = &finding.topic.page[finding.place.unwrap().0] else { panic!("{finding:?}") };
    let statement = &evidence[finding.place.unwrap().1].statement;
    assert!(statement.contains("dummy capsule"), "{statement}");
    let at = morning.harness.query_by(|node| node.value().as_ref() == Some(statement)).unwrap().rect();
    assert!((100.0..760.0).contains(&at.center().y), "it is at {at:?}");
}

#[test]
fn the_guide_is_read_without_a_mouse() {
    let mut morning = Morning::started();
    morning.guide().chord(Modifiers::COMMAND, Key::F).types("vitamin k2").key(Key::ArrowDown).key(Key::Enter);
    assert_eq!(morning.open_page(), "Vitamin K2");
    // The keyboard goes on from the title: the first thing on the page that can be pressed is next.
    morning.key(Key::Tab);
    let next = morning.focused().unwrap();
    assert!(!next.contains("Vitamin K2") && next != "Find in the guide", "{next}");
    morning.walk_to("how to read the evidence", Modifiers::NONE, Key::Tab).key(Key::Enter);
    assert_eq!(morning.open_page(), "How to read the evidence");
}

#[test]
fn a_grade_leads_to_what_grades_mean() {
    let mut morning = Morning::started();
    morning.guide().press("Zinc");
    let grade = morning.named_with("Grade: ");
    let first = morning.widgets(&grade)[0].rect().center();
    assert!(first.y > 0.0);
    morning.tab_to(&grade).key(Key::Enter);
    assert_eq!(morning.open_page(), "How to read the evidence");
    morning.sees("Strong").sees("Not recommended");
}

#[test]
fn a_food_on_a_page_opens_its_own_page() {
    let mut morning = Morning::started();
    morning.guide().press("Magnesium");
    let food = morning.names().into_iter().find(|name| name.contains(" mg, ") && name.ends_with(" %")).unwrap();
    morning.press(&food).sees("Source: USDA");
    let name = food.split(", ").next().unwrap().to_owned();
    assert!(morning.headings().iter().any(|(_, heading)| heading.starts_with(&name)), "{name}");
}

#[test]
fn what_is_known_is_one_press_away_from_a_suggestion() {
    let mut morning = Morning::started();
    morning.press("Food").press("What is known about magnesium");
    assert_eq!(morning.open_page(), "Magnesium");
}

#[test]
fn in_a_narrow_window_list_and_page_take_turns() {
    let mut morning = Morning::sized([Command::Drink(DrinkCommand::Log(a_drink("2026-11-19").record()))], vec2(760.0, 700.0));
    morning.guide();
    assert!(!morning.has("Find in the guide"));
    morning.press("All topics").press("Seasons and summer");
    assert_eq!(morning.open_page(), "Seasons and summer");
    morning.check_sides("the narrow guide");
}

#[test]
fn where_potassium_is_withheld_no_foods_rich_in_it_are_listed() {
    let mut morning = Morning::after([Command::Drink(DrinkCommand::Log(a_drink("2026-11-19").record()))]);
    morning.guide().press("Potassium").sees("Potassium in a usual portion");
    let profile = Profile { conditions: [Condition::Kidney].into(), ..Profile::default() };
    let mut morning = Morning::after([
        Command::Drink(DrinkCommand::Log(a_drink("2026-11-19").record())),
        Command::Choice(ChoiceCommand::Profile(Box::new(profile))),
    ]);
    morning.guide().press("Potassium").sees("no foods rich in potassium are listed for you");
    let spironolactone = Medicine::new(OwnName::new("Spironolactone").unwrap());
    let mut morning = Morning::after([Command::Medicine(MedicineCommand::Add(spironolactone))]);
    morning.guide().press("Potassium").sees("Because of spironolactone, which raises potassium, no foods rich in potassium are listed");
    assert!(!morning.reads("Potassium in a usual portion"));
}

#[test]
fn sick_days_name_the_medicines_that_are_taken() {
    let metformin = Medicine::new(OwnName::new("Metformin").unwrap());
    let mut morning = Morning::after([Command::Medicine(MedicineCommand::Add(metformin))]);
    morning.guide().press("Sick days").sees("Ask about Metformin.").sees("Others that people take");
}
