//! `guide`: a topic, the whole, the list, and finding.

use crate::cli::Place;
use cramp_diary::guide::{Block, evidence_of, topics};
use serde_json::json;
use std::fs;

/// The text with blanks and ends of lines alike.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_topic_reads_as_plain_text_with_grades_figures_and_sources() {
    let place = Place::new();
    let text = place.ok(&["guide", "magnesium"]);
    assert!(text.starts_with("MAGNESIUM\n=========\n\n"), "{text}");
    assert!(text.lines().all(|line| line.chars().count() <= 78), "{text}");
    let plain = plain(&text);
    let mg01 = evidence_of("mg01").unwrap();
    for words in [
        "What trials say about cramps ----------------------------",
        mg01.statement.as_str(),
        &format!("Grade: strong. {}", mg01.figure.as_deref().unwrap()),
        &mg01.sources[0].words(),
        "What is said: \"Magnesium tablets",
        "What was found: In older adults they made little or no difference",
        "Read on: tests,",
    ] {
        assert!(plain.contains(words), "{words}: {text}");
    }
    assert!(!text.contains("{{") && !text.contains(".md"), "{text}");
}

#[test]
fn a_topic_is_found_by_id_title_or_beginning_and_another_is_refused() {
    let place = Place::new();
    let page = place.ok(&["guide", "when-to-see-a-doctor"]);
    for typed in [["when", "to", "see", "a", "doctor"].as_slice(), &["When to see a Doctor"], &["when to"]] {
        assert_eq!(place.ok(&[&["guide"], typed].concat()), page, "{typed:?}");
    }
    let said = place.turns_away("No topic is called \"magnesum\"", &["guide", "magnesum"]);
    assert!(said.contains("Magnesium (magnesium)") && said.contains("cramp-diary guide --list"), "{said}");
    assert!(place.fails(2, &["guide", "vitamin"]).contains("Vitamin D (vitamin-d); Vitamin K2 (vitamin-k2)"));
    place.fails(2, &["guide", "magnesium", "--list"]);
}

#[test]
fn without_a_topic_the_whole_guide_is_one_page() {
    let place = Place::new();
    let text = place.ok(&["guide"]);
    let mut rest = text.as_str();
    for topic in topics() {
        let title = format!("\n{}\n=", topic.title.to_uppercase());
        let at = rest.find(&title).unwrap_or_else(|| panic!("{} is missing or not in its place", topic.id));
        rest = &rest[at + title.len()..];
    }
    assert!(text.lines().all(|line| line.chars().count() <= 78));
    assert!(!place.diary().exists());
}

#[test]
fn the_list_names_every_topic() {
    let place = Place::new();
    let text = place.ok(&["guide", "--list"]);
    let list = place.json(&["guide", "--list"]);
    assert_eq!(list.as_array().unwrap().len(), topics().len());
    for (topic, listed) in topics().iter().zip(list.as_array().unwrap()) {
        assert!(text.contains(&topic.id) && text.contains(&topic.title), "{text}");
        assert_eq!((&listed["id"], &listed["title"]), (&json!(topic.id), &json!(topic.title)));
    }
}

#[test]
fn finding_gives_pages_and_passages() {
    let place = Place::new();
    let found = place.json(&["guide", "--find", "vitamin", "k2"]);
    assert_eq!(found[0]["topic"], "vitamin-k2");
    let text = place.ok(&["guide", "--find", "swollen", "calf"]);
    assert!(text.lines().any(|line| line.contains("(when-to-see-a-doctor)")), "{text}");
    assert_eq!(place.json(&["guide", "--find", "xqzzkv"]), json!([]));
    assert_eq!(place.ok(&["guide", "--find", "xqzzkv"]), "No page of the guide has all of the words \"xqzzkv\".\n");
}

#[test]
fn json_has_the_page_block_by_block() {
    let place = Place::new();
    let topic = place.json(&["guide", "magnesium"]);
    assert_eq!((&topic["id"], &topic["group"]), (&json!("magnesium"), &json!("nutrients")));
    let blocks = topic["page"].as_array().unwrap();
    let of = |kind: &str| blocks.iter().find(|block| block["kind"] == kind).unwrap_or_else(|| panic!("no {kind}"));
    assert_eq!(of("foods")["foods"].as_array().unwrap().len(), 8);
    assert_eq!(of("evidence")["evidence"][0]["grade"], "strong");
    let all = place.json(&["guide"]);
    assert_eq!(all.as_array().unwrap().len(), topics().len());
}

#[test]
fn foods_on_a_page_fit_the_profile() {
    let place = Place::new();
    let ids = || {
        let topic = place.json(&["guide", "calcium"]);
        let foods = topic["page"].as_array().unwrap().iter().find(|block| block["kind"] == "foods").unwrap()["foods"].clone();
        foods.as_array().unwrap().iter().map(|food| food["id"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let everyone = ids();
    let vegan: Vec<_> = {
        place.ok(&["profile", "set", "--diet", "vegan", "--conditions", "kidney"]);
        ids()
    };
    // Of what a vegan eats, seven foods give enough calcium without much potassium or salt.
    assert_eq!(vegan.len(), 7);
    assert_ne!(everyone, vegan);
    let text = plain(&place.ok(&["guide", "potassium"]));
    assert!(text.contains("no foods rich in potassium are listed for you"), "{text}");
}

#[test]
fn the_guide_reads_whatever_is_wrong_with_the_diary() {
    let place = Place::new();
    fs::write(place.diary(), "not a diary").unwrap();
    assert!(place.ok(&["guide", "seasons"]).starts_with("SEASONS"));
    assert!(plain(&place.ok(&["guide", "zinc"])).contains("The diary could not be read, so these are for everyone."));
}

#[test]
fn every_topic_can_be_printed_and_says_something() {
    let place = Place::new();
    for topic in topics() {
        let text = place.ok(&["guide", &topic.id]);
        assert!(text.lines().count() > 10, "{}", topic.id);
        let headings = topic.page.iter().filter(|block| matches!(block, Block::Heading(_))).count();
        assert!(headings >= 2, "{} has {headings} headings", topic.id);
    }
}

#[test]
fn every_page_ends_with_who_reviewed_it_and_of_when_its_facts_are() {
    let place = Place::new();
    for topic in topics() {
        let text = plain(&place.ok(&["guide", &topic.id]));
        assert!(text.ends_with("Not reviewed by a clinician yet. Facts as of 30 November 2026."), "{}", topic.id);
    }
    assert_eq!(place.json(&["guide", "zinc"])["review"], json!("Not reviewed by a clinician yet. Facts as of 30 November 2026."));
}

#[test]
fn good_and_harm_stand_side_by_side_in_whole_people() {
    let text = plain(&Place::new().ok(&["guide", "quinine"]));
    for words in [
        "about 6 cramps with quinine and about 9 with a dummy",
        "Harm: Minor side effects in 13 of 100 people, and in 9 of 100 on a dummy.",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
}

#[test]
fn whom_to_call_follows_the_country() {
    let place = Place::new();
    let said = |topic: &str| plain(&place.ok(&["guide", topic]));
    assert!(said("when-to-see-a-doctor").contains("Emergency: Call 112, 911 or 999."));
    place.ok(&["profile", "set", "--country", "au"]);
    let text = said("when-to-see-a-doctor");
    assert!(text.contains("Emergency: Call 000.") && text.contains("the poisons line on 13 11 26"), "{text}");
    assert!(said("is it a cramp?").contains("Call 000 now."));
}

#[test]
fn sick_days_name_the_medicines_of_the_person_first() {
    let place = Place::new();
    let lines = |place: &Place| {
        let page = place.json(&["guide", "sick-days"])["page"].clone();
        page.as_array().unwrap().iter().find(|block| block["kind"] == "sick_days").unwrap()["lines"].clone()
    };
    assert_eq!(lines(&place)[0]["group"], "");
    place.ok(&["medicine", "add", "Metformin"]);
    assert_eq!((&lines(&place)[0]["title"], &lines(&place)[0]["to_do"]), (&json!("Metformin"), &json!("Ask about Metformin.")));
}
