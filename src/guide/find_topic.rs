//! Finds a topic by what a person calls it, and says which were near when it is none.

use super::find::find;
use super::topics::{Topic, topics};

/// How many topics a refusal names.
const NEAREST: usize = 4;

/// From this likeness on, a topic may have been meant.
const LIKE: f64 = 0.4;

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
