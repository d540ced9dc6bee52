//! Finds a topic by what a person calls it, and names similar topics if there is none.

use super::find::find;
use super::topics::{Topic, topics};

/// How many topics an error message names at most.
const NEAREST: usize = 4;

/// From this likeness on, 0 to 1, a topic is named as similar.
const LIKE: f64 = 0.4;

/// Why no single topic was found.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum TopicError {
    /// The words begin the names of several topics.
    #[error("\"{typed}\" can mean several topics. Give one of: {}.", names(.several))]
    Several {
        /// What was typed.
        typed: String,
        /// The topics whose names begin with the words.
        several: Vec<&'static Topic>,
    },
    /// No topic has this name.
    #[error("No topic is called \"{typed}\".{}", nearest_words(.nearest))]
    Unknown {
        /// What was typed.
        typed: String,
        /// The most similar topics; may be empty.
        nearest: Vec<&'static Topic>,
    },
}

/// Finds a topic by its id or its title, or by the beginning of either.
///
/// # Errors
/// [`TopicError`] with the topics to choose from if none has this name, or if several begin with it.
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

/// The topics that may have been meant: those whose pages contain the words, then those that are spelt similarly.
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

/// How similarly two words are spelt, 0 to 1: the share of pairs of adjacent letters that both have.
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

#[cfg(test)]
mod tests {
    use super::*;

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
