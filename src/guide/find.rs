//! Searching the guide: pages and passages that contain every word typed, or a word that begins with it.

use super::passages::{Passage, Rank, passages, words};
use super::topics::{Topic, topics};
use std::{collections::HashMap, ops::Range, sync::OnceLock};

/// How many passages of one page are returned at most.
const OF_A_PAGE: usize = 3;

/// How many hits are returned at most.
const MOST: usize = 40;

/// About how long an excerpt is, in letters.
const EXCERPT: usize = 150;
/// How many of these letters may stand before the first word found.
const BEFORE: usize = 50;

/// How many typed words are searched for; further words are ignored.
const MOST_WORDS: usize = 12;

/// A page or a passage that contains every word searched for.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The topic of the page.
    pub topic: &'static Topic,
    /// The heading above the passage; `None` for a page as a whole and for text above the first heading.
    pub heading: Option<&'static str>,
    /// Where the passage stands: the index of the block on the page, and of the item in that block. `None` for the page as a whole.
    pub place: Option<(usize, usize)>,
    /// A piece of the text around the first word found.
    pub excerpt: String,
    /// Byte ranges of the excerpt in which the words found stand.
    pub found: Vec<Range<usize>>,
}

/// The pages and passages that contain every word typed, or words that begin with them. The best hits come first.
#[must_use]
pub fn find(typed: &str) -> Vec<Finding> {
    static INDEX: OnceLock<Vec<Passage>> = OnceLock::new();
    let index = INDEX.get_or_init(passages);
    let wanted: Vec<String> = words(typed).take(MOST_WORDS).map(|(_, word)| format!(" {word}")).collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    let holds = |passage: &Passage| wanted.iter().all(|word| passage.folded.contains(word));
    let mut hits: Vec<(Rank, &Passage)> = index.iter().filter(|passage| holds(passage)).map(|passage| (passage.rank, passage)).collect();
    hits.extend(apart(index, &wanted, &hits).into_iter().map(|passage| (Rank::Page, passage)));
    let only_begun = |passage: &Passage| !wanted.iter().all(|word| passage.folded.contains(&format!("{word} ")));
    hits.sort_by_cached_key(|(rank, passage)| (*rank, only_begun(passage), passage.topic, passage.place));
    let mut of_a_page: HashMap<usize, (bool, usize)> = HashMap::new();
    hits.retain(|(rank, passage)| {
        let (whole, passages) = of_a_page.entry(passage.topic).or_default();
        if *rank <= Rank::Words {
            // A page that is found by its title is not found again by its search words.
            return !std::mem::replace(whole, true);
        }
        // Nor is its summary, which is shown beside the title already.
        let known = *whole && passage.place.is_none();
        *passages += usize::from(!known);
        !known && *passages <= OF_A_PAGE
    });
    hits.truncate(MOST);
    hits.into_iter().map(|(_, passage)| finding(passage, &wanted)).collect()
}

/// For each page that contains all words but not in one passage, the passage that contains most of them.
fn apart<'a>(index: &'a [Passage], wanted: &[String], hits: &[(Rank, &Passage)]) -> Vec<&'a Passage> {
    let of_topic = |topic: usize| index.iter().filter(move |passage| passage.topic == topic);
    let pages = (0..topics().len()).filter(|topic| {
        wanted.len() > 1
            && !hits.iter().any(|(_, passage)| passage.topic == *topic)
            && wanted.iter().all(|word| of_topic(*topic).any(|passage| passage.folded.contains(word)))
    });
    let held = |passage: &Passage| wanted.iter().filter(|word| passage.folded.contains(*word)).count();
    // Of equally good passages the first; `max_by_key` alone would return the last.
    pages.filter_map(|topic| of_topic(topic).rev().max_by_key(|passage| held(passage))).collect()
}

fn finding(passage: &Passage, wanted: &[String]) -> Finding {
    let text = &passage.text;
    let is_found = |word: &str| wanted.iter().any(|wanted| word.starts_with(&wanted[1..]));
    let found: Vec<_> = words(text).filter(|(_, word)| is_found(word)).map(|(at, _)| at).collect();
    let first = found.first().map_or(0, |at| at.start);
    let cut = excerpt(text, first);
    let (before, after) = (if cut.start > 0 { "… " } else { "" }, if cut.end < text.len() { " …" } else { "" });
    let excerpt = format!("{before}{}{after}", &text[cut.clone()]);
    let shown = found.into_iter().filter(|at| cut.start <= at.start && at.end <= cut.end);
    let found = shown.map(|at| at.start - cut.start + before.len()..at.end - cut.start + before.len()).collect();
    Finding { topic: &topics()[passage.topic], heading: passage.heading, place: passage.place, excerpt, found }
}

/// The byte range of a text that is shown as its excerpt. It contains what begins at `first`, and is made of whole words and, where
/// they fit, whole sentences.
fn excerpt(text: &str, first: usize) -> Range<usize> {
    let place = |letters: usize, from: usize| text[from..].char_indices().nth(letters).map_or(text.len(), |(at, _)| from + at);
    if place(EXCERPT, 0) == text.len() {
        return 0..text.len();
    }
    let earliest = text[..first].char_indices().rev().nth(BEFORE).map_or(0, |(at, _)| at);
    let start = match text[earliest..first].rfind(". ") {
        _ if earliest == 0 => 0,
        Some(at) => earliest + at + 2,
        None => text[earliest..first].find(' ').map_or(first, |at| earliest + at + 1),
    };
    let latest = place(EXCERPT, start);
    let end = if latest == text.len() { latest } else { text[..latest].rfind(' ').filter(|end| *end > first).unwrap_or(latest) };
    start..end
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::passages::folded;

    fn ids(typed: &str) -> Vec<&'static str> {
        find(typed).iter().map(|finding| finding.topic.id.as_str()).collect()
    }

    #[test]
    fn a_title_comes_before_search_words_headings_and_text() {
        assert_eq!(ids("pregn")[0], "pregnancy");
        assert_eq!(ids("nocturnal")[0], "night-cramps", "a search word");
        let found = find("how common it is");
        assert_eq!((found[0].topic.id.as_str(), found[0].heading), ("night-cramps", Some("How common it is")));
    }

    #[test]
    fn all_words_must_be_there_in_any_order_and_may_be_only_begun() {
        let first = find("cola urine").remove(0);
        assert!(first.excerpt.contains("urine") && first.excerpt.contains("cola"), "{}", first.excerpt);
        assert_eq!(find("stret bed")[0], find("BED, strét")[0]);
        for nothing in ["", " ,; ", "xqzzkv", "magnesium xqzzkv"] {
            assert_eq!(find(nothing), [], "{nothing:?}");
        }
    }

    #[test]
    fn what_was_found_stands_in_the_excerpt() {
        for typed in ["swollen", "massage", "summer", "a", "the doctor"] {
            for finding in find(typed) {
                assert!(finding.excerpt.chars().count() <= EXCERPT + 4, "{}", finding.excerpt);
                for at in finding.found {
                    let shown = folded(&finding.excerpt[at]);
                    assert!(words(typed).any(|(_, word)| shown.trim().starts_with(&word)), "{shown} for {typed}");
                }
            }
        }
    }

    #[test]
    fn a_medicine_is_found_by_its_name_and_shown_with_its_class() {
        let found = find("lisinopril");
        assert_eq!((found[0].topic.id.as_str(), found[0].heading), ("medicines", Some("ACE inhibitors")));
        assert_eq!(find("ace inhib lisin")[0].place, found[0].place);
    }

    #[test]
    fn no_page_fills_the_list() {
        let found = find("cramp");
        assert!(found.len() <= MOST);
        for topic in topics() {
            assert!(found.iter().filter(|finding| finding.topic.id == topic.id).count() <= OF_A_PAGE + 1);
        }
    }

    #[test]
    fn an_excerpt_begins_with_the_text_a_sentence_or_a_word_and_ends_with_a_word() {
        let filler = "one two three four five six seven eight nine ten ".repeat(6);
        let of = |text: &str| text[excerpt(text, text.find("cramp").unwrap())].to_owned();
        // The word stands near the beginning, behind a whole sentence.
        let near = format!("Ask. A cramp {filler}");
        assert!(of(&near).starts_with("Ask. A cramp one"), "{}", of(&near));
        let in_sentence = format!("{filler}end. Then a cramp {filler}");
        assert!(of(&in_sentence).starts_with("Then a cramp one"), "{}", of(&in_sentence));
        let far = format!("{filler}cramp {filler}");
        let words: Vec<&str> = filler.split(' ').collect();
        let shown = of(&far);
        assert!(shown.contains("ten cramp one") && shown.split(' ').all(|word| word == "cramp" || words.contains(&word)), "{shown}");
        let last = format!("{filler}{filler}cramp at the end");
        assert!(of(&last).ends_with("cramp at the end"), "{}", of(&last));
        let short = "Only a few words on a cramp.";
        assert_eq!(of(short), short);
    }
}
