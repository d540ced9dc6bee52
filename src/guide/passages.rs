//! The passages that a search of the guide looks through: titles, search words, headings and texts of every page.

use super::page::Block;
use super::page_lists::{ListedGroup, listed_cautions, listed_flags, listed_numbers, listed_stretches};
use super::topics::topics;
use super::{Evidence, Grade, claims, classes, listed_alikes, listed_sick_days};
use crate::domain::{Day, push_without_accent};
use chrono::NaiveDate;
use std::ops::Range;

/// How well a hit fits; the best is the smallest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    Title,
    Words,
    Heading,
    Text,
    /// All words stand on one page, but not in one passage.
    Page,
}

/// A text in which all words searched for must stand.
#[derive(Debug)]
pub(super) struct Passage {
    /// The index of its topic in reading order.
    pub(super) topic: usize,
    pub(super) rank: Rank,
    pub(super) heading: Option<&'static str>,
    pub(super) place: Option<(usize, usize)>,
    /// The text that an excerpt is taken from.
    pub(super) text: String,
    pub(super) folded: String,
}

/// Every passage, in reading order.
pub(super) fn passages() -> Vec<Passage> {
    let mut passages = Vec::new();
    for (place, topic) in topics().iter().enumerate() {
        let mut add = |rank, heading, at, text: &str, searched: &str| {
            passages.push(Passage { topic: place, rank, heading, place: at, text: text.to_owned(), folded: folded(searched) });
        };
        add(Rank::Title, None, None, &topic.summary, &topic.title);
        add(Rank::Words, None, None, &topic.summary, &format!("{} {}", topic.title, topic.words.join(" ")));
        add(Rank::Text, None, None, &topic.summary, &topic.summary);
        let mut heading = None;
        for (at, block) in topic.page.iter().enumerate() {
            if let Block::Heading(words) = block {
                heading = Some(words.as_str());
                let next = topic.page.get(at + 1).and_then(|next| texts(next).into_iter().next()).unwrap_or_default();
                add(Rank::Heading, heading, Some((at, 0)), &next, words);
            }
            for (item, text) in texts(block).into_iter().enumerate() {
                // A class of medicines has its own name as heading, since the excerpt may show only one of its many generic names.
                let of_class = if *block == Block::Classes { classes().get(item).map(|class| class.name.as_str()) } else { None };
                let searched = of_class.map_or_else(|| text.clone(), |name| format!("{name} {text}"));
                add(Rank::Text, of_class.or(heading), Some((at, item)), &text, &searched);
            }
        }
    }
    passages
}

/// The texts of a block, each a passage of its own.
fn texts(block: &Block) -> Vec<String> {
    match block {
        Block::Paragraph(prose) => vec![prose.text.clone()],
        Block::List(items) => items.iter().map(|item| item.text.clone()).collect(),
        Block::Evidence(evidence) => evidence.iter().map(|evidence| evidence_text(evidence)).collect(),
        Block::Claims(claims) => claims.iter().map(|claim| format!("\"{}\" {}", claim.claimed, claim.found)).collect(),
        Block::AllClaims => claims().iter().map(|claim| format!("\"{}\" {}", claim.claimed, claim.found)).collect(),
        Block::Grades => Grade::ALL.iter().map(|grade| format!("{}: {}", grade.label(), grade.line())).collect(),
        Block::Cautions(with) => listed_texts(&listed_cautions(*with)),
        Block::Stretches(purpose) => listed_texts(&listed_stretches(*purpose)),
        // The generic names are searched too, so that the name of a medicine finds its class.
        Block::Classes => classes().iter().map(|class| format!("{} ({})", class.relation, class.generic_names.join(", "))).collect(),
        Block::Flags => listed_texts(&listed_flags()),
        Block::Alikes => listed_texts(&listed_alikes(None)),
        Block::SickDays => listed_texts(&listed_sick_days(Day::new(NaiveDate::default()), [])),
        Block::Numbers => listed_texts(&listed_numbers(None)),
        // The foods of a nutrient are found by the search for foods.
        Block::Heading(_) | Block::Foods(_) => Vec::new(),
    }
}

fn listed_texts(groups: &[ListedGroup]) -> Vec<String> {
    let lines = groups.iter().flat_map(|group| &group.lines);
    lines.map(|line| format!("{}: {} {}", line.title, line.words, line.to_do)).collect()
}

fn evidence_text(evidence: &Evidence) -> String {
    let sources = evidence.sources.iter().map(|source| source.citation.as_str());
    let Evidence { statement, figure, harm, whom, .. } = evidence;
    let parts = [Some(statement.as_str()), figure.as_deref(), harm.as_deref(), whom.as_deref()];
    parts.into_iter().flatten().chain(sources).map(|part| part.trim_end_matches('.')).collect::<Vec<_>>().join(". ")
}

/// The words of a text as they are compared: folded, with a blank before and after each.
pub(super) fn folded(text: &str) -> String {
    let mut folded = String::from(" ");
    for (_, word) in words(text) {
        folded.push_str(&word);
        folded.push(' ');
    }
    folded
}

/// The words of a text in lower case without accents, each with its byte range in the text. Apostrophes are dropped.
pub(super) fn words(text: &str) -> impl Iterator<Item = (Range<usize>, String)> {
    let is_mark = |letter: char| matches!(letter, '\u{300}'..='\u{36f}' | '\'' | '\u{2019}');
    let mut letters = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, first) = letters.find(|(_, letter)| letter.is_alphanumeric())?;
        let (mut end, mut word) = (start + first.len_utf8(), String::new());
        first.to_lowercase().for_each(|small| push_without_accent(&mut word, small));
        while let Some((at, letter)) = letters.next_if(|(_, letter)| letter.is_alphanumeric() || is_mark(*letter)) {
            if !is_mark(letter) {
                letter.to_lowercase().for_each(|small| push_without_accent(&mut word, small));
                end = at + letter.len_utf8();
            }
        }
        Some((start..end, word))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_compared_without_case_accents_and_apostrophes() {
        let words: Vec<_> = words("Doctor's CRÈME, B12: cre\u{300}me").collect();
        assert_eq!(words.iter().map(|(_, word)| word.as_str()).collect::<Vec<_>>(), ["doctors", "creme", "b12", "creme"]);
        assert_eq!(words[1].0, 9..15);
    }
}
