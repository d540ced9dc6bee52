//! The topics of the guide, in reading order.

use super::csv_rows::{list, rows};
use super::page::{self, Block};
use super::page_texts::PAGES;
use crate::domain::{Nutrient, keyed_enum};
use serde::Deserialize;
use std::sync::OnceLock;

const TOPICS: &str = include_str!("../../assets/guide/topics.csv");

/// The id of the topic that explains the grades of evidence.
pub const GRADES_TOPIC: &str = "evidence";

/// The id of the topic with every red flag.
pub const DOCTOR_TOPIC: &str = "when-to-see-a-doctor";

/// The id of the topic about medicines that are linked with cramps.
pub const MEDICINES_TOPIC: &str = "medicines";

/// A topic of the guide with its page.
#[derive(Debug, Clone, PartialEq)]
pub struct Topic {
    /// The stable key for links and the command line.
    pub id: String,
    /// The title of the page.
    pub title: String,
    /// The group of topics that it stands in.
    pub group: TopicGroup,
    /// What the page says, in a sentence.
    pub summary: String,
    /// Further search terms by which people look for the topic.
    pub words: Vec<String>,
    /// The blocks of the page.
    pub page: Vec<Block>,
}

keyed_enum! {
    /// Topics that belong together.
    TopicGroup, "group of topics" {
        /// What to read first.
        Start = "start", "Start here";
        /// What one eats, drinks and swallows.
        Nutrients = "nutrients", "Nutrients and drinking";
        /// What one does.
        Habits = "habits", "Habits";
        /// Illnesses, medicines and tests.
        Medical = "medical", "Health and medicines";
    }
}

#[derive(Deserialize)]
struct Row {
    id: String,
    title: String,
    group: String,
    summary: String,
    words: String,
}

/// Every topic, in reading order.
#[must_use]
pub fn topics() -> &'static [Topic] {
    static READ: OnceLock<Vec<Topic>> = OnceLock::new();
    READ.get_or_init(|| rows(TOPICS).into_iter().filter_map(from_row).collect())
}

/// The topic of the guide with this id. Returns `None` if there is none.
#[must_use]
pub fn topic(id: &str) -> Option<&'static Topic> {
    topics().iter().find(|topic| topic.id == id)
}

/// The topic of the guide about a nutrient: the first one whose page lists foods rich in it. Returns `None` if no page does.
#[must_use]
pub fn topic_about(nutrient: Nutrient) -> Option<&'static Topic> {
    topics().iter().find(|topic| topic.page.contains(&Block::Foods(nutrient)))
}

/// A topic whose page cannot be read has an empty page; a test reads them all.
fn from_row(row: Row) -> Option<Topic> {
    let text = PAGES.iter().find(|(id, _)| *id == row.id).map(|(_, text)| *text)?;
    Some(Topic {
        page: page::read(text, &row.id).unwrap_or_default(),
        id: row.id,
        title: row.title,
        group: row.group.parse().ok()?,
        summary: row.summary,
        words: list(&row.words),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_can_be_read_and_has_its_row() {
        let ids: Vec<_> = rows::<Row>(TOPICS).into_iter().map(|row| row.id).collect();
        for (id, text) in PAGES {
            assert!(ids.iter().any(|known| known == id), "{id} has no row in topics.csv");
            if let Err(error) = page::read(text, id) {
                panic!("topics/{id}.md: {error}");
            }
        }
        assert_eq!(topics().iter().map(|topic| topic.id.clone()).collect::<Vec<_>>(), ids, "a row without a page, or of an unknown group");
    }

    #[test]
    fn what_screens_lead_to_is_there() {
        for id in [DOCTOR_TOPIC, GRADES_TOPIC, MEDICINES_TOPIC] {
            assert!(topic(id).is_some(), "{id}");
        }
    }
}
