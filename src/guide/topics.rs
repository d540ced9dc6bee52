//! The topics of the guide, in reading order.

use super::find::find;
use super::page::{self, Block};
use super::table::{list, rows};
use crate::domain::{Nutrient, keyed_enum};
use serde::Deserialize;
use std::sync::OnceLock;

const TOPICS: &str = include_str!("../../assets/guide/topics.csv");

/// What the grades of evidence mean.
pub const GRADES_TOPIC: &str = "evidence";

/// Every warning sign.
pub const DOCTOR_TOPIC: &str = "when-to-see-a-doctor";

/// Medicines that are linked with cramps.
pub const MEDICINES_TOPIC: &str = "medicines";

/// How many topics a refusal names.
const NEAREST: usize = 4;

/// From this likeness on, a topic may have been meant.
const LIKE: f64 = 0.4;

/// Declares the pages by the ids of their topics.
macro_rules! pages {
    ($( $id:literal )+) => {
        &[$( ($id, include_str!(concat!("../../assets/guide/topics/", $id, ".md"))), )+]
    };
}

/// The text of each page; the table says in which order they are read.
const PAGES: &[(&str, &str)] = pages! {
    "ageing" "alcohol-and-caffeine" "b-vitamins" "calcium" "conditions" "drinking" "during-a-cramp" "evidence" "exercise"
    "footwear" "heat-cold-massage" "magnesium" "medicines" "night-cramps" "not-a-cramp" "potassium" "pregnancy" "quinine"
    "rest-and-sleep" "seasons" "sodium" "stretching" "tests" "vitamin-d" "vitamin-k2" "when-to-see-a-doctor" "zinc"
};

/// A topic with its page.
#[derive(Debug, Clone, PartialEq)]
pub struct Topic {
    /// The stable word for links and the command line.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// Among which topics it stands.
    pub group: TopicGroup,
    /// The page in a sentence.
    pub summary: String,
    /// Other words that people look for it by.
    pub words: Vec<String>,
    /// The page.
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

/// The topic with this id.
#[must_use]
pub fn topic(id: &str) -> Option<&'static Topic> {
    topics().iter().find(|topic| topic.id == id)
}

/// Words that name no topic, or several.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum TopicError {
    /// They begin the names of several.
    #[error("\"{typed}\" can mean several topics. Give one of: {}.", names(.several))]
    Several {
        /// What was typed.
        typed: String,
        /// The topics.
        several: Vec<&'static Topic>,
    },
    /// They name none.
    #[error("No topic is called \"{typed}\".{}", nearest_words(.nearest))]
    Unknown {
        /// What was typed.
        typed: String,
        /// The topics that come nearest; there may be none.
        nearest: Vec<&'static Topic>,
    },
}

/// Finds a topic by its id, its title or the beginning of either.
///
/// # Errors
/// [`TopicError`] with the nearest topics when no topic is called so, or several begin so.
pub fn find_topic(typed: &str) -> Result<&'static Topic, TopicError> {
    let wanted = as_id(typed);
    let by = |fits: &dyn Fn(&str) -> bool| {
        topics().iter().filter(|topic| fits(&topic.id) || fits(&as_id(&topic.title))).collect::<Vec<&'static Topic>>()
    };
    let exact = by(&|name| name == wanted);
    let begun = if wanted.is_empty() { Vec::new() } else { by(&|name| name.starts_with(&wanted)) };
    let typed = typed.trim().to_owned();
    match (exact.as_slice(), begun.as_slice()) {
        ([topic, ..], _) | ([], [topic]) => Ok(*topic),
        ([], []) => Err(TopicError::Unknown { nearest: nearest(&typed), typed }),
        ([], several) => Err(TopicError::Several { several: several.to_vec(), typed }),
    }
}

/// The topics that what was typed may have meant: those that say it, then those that are spelt much like it.
fn nearest(typed: &str) -> Vec<&'static Topic> {
    let wanted = as_id(typed);
    let mut spelt: Vec<_> = topics()
        .iter()
        .map(|topic| (likeness(&wanted, &topic.id).max(likeness(&wanted, &as_id(&topic.title))), topic))
        .filter(|(likeness, _)| *likeness >= LIKE)
        .collect();
    spelt.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    let said = find(typed).into_iter().map(|finding| finding.topic);
    let mut nearest: Vec<&'static Topic> = Vec::new();
    for topic in said.chain(spelt.into_iter().map(|(_, topic)| topic)) {
        if nearest.len() < NEAREST && !nearest.iter().any(|known| known.id == topic.id) {
            nearest.push(topic);
        }
    }
    nearest
}

/// How alike two words are spelt, 0 to 1: the share of pairs of letters that both have.
fn likeness(one: &str, other: &str) -> f64 {
    let pairs = |word: &str| word.chars().zip(word.chars().skip(1)).collect::<Vec<_>>();
    let (one, mut other) = (pairs(one), pairs(other));
    let all = one.len() + other.len();
    let both = one.iter().filter(|pair| other.iter().position(|known| known == *pair).map(|at| other.swap_remove(at)).is_some()).count();
    if all == 0 {
        0.0
    } else {
        2.0 * f64::from(u32::try_from(both).unwrap_or(u32::MAX)) / f64::from(u32::try_from(all).unwrap_or(u32::MAX))
    }
}

fn as_id(words: &str) -> String {
    words.trim().to_lowercase().replace([' ', '_'], "-")
}

fn names(topics: &[&Topic]) -> String {
    topics.iter().map(|topic| format!("{} ({})", topic.title, topic.id)).collect::<Vec<_>>().join("; ")
}

fn nearest_words(topics: &[&Topic]) -> String {
    if topics.is_empty() { String::new() } else { format!(" The nearest are: {}.", names(topics)) }
}

/// The topic that says what is known about a nutrient: the one that lists the foods that hold it.
#[must_use]
pub fn topic_about(nutrient: Nutrient) -> Option<&'static Topic> {
    topics().iter().find(|topic| topic.page.contains(&Block::Foods(nutrient)))
}

/// The id as pages are known by, before any of them is read.
pub(super) fn page_id(id: &str) -> Option<&'static str> {
    PAGES.iter().map(|(known, _)| *known).find(|known| *known == id)
}

/// A topic whose page cannot be read is shown without one; a test reads them all.
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

    #[test]
    fn topics_are_found_by_id_title_or_beginning() {
        for (typed, id) in [
            ("magnesium", "magnesium"),
            ("Vitamin D", "vitamin-d"),
            ("vitamin_k2", "vitamin-k2"),
            ("when to see", "when-to-see-a-doctor"),
            ("magn", "magnesium"),
        ] {
            assert_eq!(find_topic(typed).map(|topic| topic.id.as_str()), Ok(id), "{typed}");
        }
    }

    #[test]
    fn a_refusal_names_what_is_near() {
        let refusal = |typed| find_topic(typed).unwrap_err().to_string();
        assert!(refusal("vitamin").starts_with("\"vitamin\" can mean several topics. Give one of: Vitamin D (vitamin-d); Vitamin K2"));
        assert!(refusal("magnesum").contains("The nearest are: Magnesium (magnesium)"), "{}", refusal("magnesum"));
        assert!(refusal("banana").contains("Potassium (potassium)"), "{}", refusal("banana"));
        for typed in ["xqzzkv", ""] {
            assert_eq!(refusal(typed), format!("No topic is called \"{typed}\"."));
        }
    }
}
