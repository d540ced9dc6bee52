//! What the guide may print: no figure that was not read, none of a retracted article, no bare ratio, and plain words.

use crate::guide_data::{files, table};
use crate::guide_words::numbers;
use cramp_diary::guide::{claims, evidence, listed_alikes, listed_sick_days, source};
use std::collections::BTreeSet;

/// Words of statistics that stand in no text that people read.
const STATISTICS: [&str; 10] = ["OR", "RR", "HR", "CrI", "CI", "MD", "NNT", "placebo", "confounded", "crossover"];

/// Why figures of a source are not printed, as in `doubts.csv`.
const DOUBTS: [&str; 3] = ["retracted", "unread", "number_unread"];

/// Whether the table of doubts says this of a source.
pub(crate) fn is_doubted(source: &str, why: &str) -> bool {
    table("doubts.csv").iter().any(|row| row["source"] == source && row["why"] == why)
}

/// What of a row of evidence people read.
fn read_of(row: &cramp_diary::guide::Evidence) -> String {
    let parts = [Some(&row.statement), row.figure.as_ref(), row.harm.as_ref(), row.whom.as_ref()];
    parts.into_iter().flatten().cloned().collect::<Vec<_>>().join(". ")
}

#[test]
fn doubts_are_about_sources_that_are_there() {
    for row in table("doubts.csv") {
        assert!(source(&row["source"]).is_some() && DOUBTS.contains(&row["why"].as_str()), "{row:?}");
    }
    assert!(is_doubted("tan-2024", "retracted"), "the first article on vitamin K2");
}

#[test]
fn no_number_of_a_retracted_or_unread_source_is_printed() {
    let may_not = |id: &str| is_doubted(id, "retracted") || is_doubted(id, "unread");
    let mut doubted = 0;
    for row in evidence().iter().filter(|row| row.sources.iter().any(|source| may_not(&source.id))) {
        doubted += 1;
        assert_eq!((row.figure.as_ref(), numbers(&read_of(row))), (None, BTreeSet::new()), "{}", row.id);
        for claim in claims().iter().filter(|claim| claim.evidence.contains(&row)) {
            assert_eq!(numbers(&claim.found), BTreeSet::new(), "{}", claim.id);
        }
    }
    assert!(doubted > 0);
}

#[test]
fn what_rests_on_memory_alone_is_not_printed_as_a_figure() {
    let known = table("evidence.csv");
    for row in evidence() {
        let how = &known.iter().find(|other| other["id"] == row.id).unwrap()["known"];
        match how.as_str() {
            "read" => {}
            "memory" => {
                assert_eq!((row.figure.as_ref(), numbers(&read_of(row))), (None, BTreeSet::new()), "{}", row.id);
            }
            other => panic!("{}: {other}", row.id),
        }
    }
}

#[test]
fn no_bare_ratio_and_no_word_of_statistics_stands_in_what_people_read() {
    let mut texts: Vec<(String, String)> = files().into_iter().filter(|(name, _)| is_page(name)).collect();
    texts.extend(evidence().iter().map(|row| (row.id.clone(), read_of(row))));
    texts.extend(claims().iter().map(|claim| (claim.id.clone(), format!("{} {}", claim.claimed, claim.found))));
    for name in ["medicines.csv", "stretches.csv", "cautions.csv", "red_flags.csv", "topics.csv", "alikes.csv", "sick_days.csv"] {
        // The words of a topic are for searching alone.
        let unseen = |column: &str| matches!(column, "id" | "generic_names" | "sources") || (name, column) == ("topics.csv", "words");
        for row in table(name) {
            let words = row.into_iter().filter(|(column, _)| !unseen(column));
            texts.push((name.to_owned(), words.map(|(_, text)| text).collect::<Vec<_>>().join(" ")));
        }
    }
    for (of, text) in texts {
        let words: Vec<&str> = text.split(|letter: char| !letter.is_alphanumeric()).collect();
        let found: Vec<_> = STATISTICS.iter().filter(|term| words.contains(term)).collect();
        assert!(found.is_empty(), "{of} says {found:?}: {text}");
        for written in ["P = ", "P <", "sequence ratio", "95%", "significant"] {
            assert!(!text.contains(written), "{of} says {written}: {text}");
        }
    }
}

/// A share of 100 people is told beside the other one, or with its range, or is no effect of a treatment.
#[test]
fn a_share_of_people_is_never_told_as_so_many_per_cent_fewer() {
    for (of, text) in
        evidence().iter().map(|row| (&row.id, read_of(row))).chain(claims().iter().map(|claim| (&claim.id, claim.found.clone())))
    {
        assert!(!text.contains("% fewer") && !text.contains("% less") && !text.contains("% more"), "{of}: {text}");
    }
}

/// Whether it is a file of a page.
fn is_page(name: &str) -> bool {
    std::path::Path::new(name).extension().is_some_and(|extension| extension == "md")
}

/// The syllables of a word, by its groups of vowels.
fn syllables(word: &str) -> usize {
    let word: String = word.to_lowercase().chars().filter(char::is_ascii_lowercase).collect();
    let is_vowel = |letter: char| "aeiouy".contains(letter);
    let groups = word.split(|letter| !is_vowel(letter)).filter(|group| !group.is_empty()).count();
    let silent_e = word.ends_with('e') && !["le", "ee", "ye"].iter().any(|end| word.ends_with(end));
    let silent_ed = word.ends_with("ed") && !["ted", "ded"].iter().any(|end| word.ends_with(end));
    let spoken = ["ses", "zes", "xes", "ches", "shes", "ges", "ces", "les", "ies"];
    let mute_plural = word.ends_with("es") && !spoken.iter().any(|end| word.ends_with(end));
    let silent = groups > 1 && word.len() > 3 && (silent_e || silent_ed || mute_plural);
    (groups - usize::from(silent)).max(1)
}

/// The Flesch-Kincaid grade of a text: 5 is what a child of ten reads.
pub(crate) fn grade(text: &str) -> f64 {
    let ends = text.replace("\n\n", ". ").replace("\n- ", ". ");
    let sentences = ends.split_inclusive(['.', '!', '?']).filter(|sentence| sentence.chars().any(char::is_alphabetic)).count();
    let words: Vec<&str> = text.split(|letter: char| !letter.is_alphabetic() && letter != '\'').filter(|word| !word.is_empty()).collect();
    let spoken: usize = words.iter().map(|word| syllables(word)).sum();
    let count = |number: usize| f64::from(u32::try_from(number).unwrap());
    0.39 * count(words.len()) / count(sentences) + 11.8 * count(spoken) / count(words.len()) - 15.59
}

/// The prose of a page: without headings, lines in braces and the addresses of links.
fn prose(page: &str) -> String {
    let parts = page.split("\n\n").filter(|part| !part.starts_with("## ") && !part.starts_with("{{"));
    let mut text = parts.collect::<Vec<_>>().join("\n\n");
    while let Some(at) = text.find("](") {
        let end = text[at..].find(')').unwrap();
        text.replace_range(at..=at + end, "");
    }
    text.replace('[', "")
}

#[test]
fn the_guide_reads_as_plain_english() {
    assert!((grade("The cat sat on the mat. It was fat.") - grade("The cat sat on the mat.\n\nIt was fat.")).abs() < 1e-9);
    let pages: Vec<_> = files().into_iter().filter(|(name, _)| is_page(name)).map(|(name, page)| (name, prose(&page))).collect();
    for (name, page) in &pages {
        assert!((3.0..=7.0).contains(&grade(page)), "{name}: grade {:.1}", grade(page));
    }
    let lines: Vec<_> = [listed_alikes(None), listed_sick_days(cramp_diary::domain::Day::new(chrono::NaiveDate::default()), [])]
        .into_iter()
        .flatten()
        .flat_map(|group| group.lines)
        .map(|line| format!("{} {}", line.words, line.to_do))
        .collect();
    let lists = lines.join("\n\n");
    assert!((3.0..=7.0).contains(&grade(&lists)), "the lists: grade {:.1}", grade(&lists));
    let whole = pages.iter().map(|(_, page)| page.as_str()).collect::<Vec<_>>().join("\n\n");
    let statements = evidence().iter().map(|row| row.statement.as_str()).collect::<Vec<_>>().join("\n\n");
    let found = claims().iter().map(|claim| claim.found.as_str()).collect::<Vec<_>>().join("\n\n");
    for (of, text) in [("the pages", whole), ("the evidence", statements), ("the claims", found)] {
        assert!((4.0..=7.0).contains(&grade(&text)), "{of}: grade {:.1}", grade(&text));
    }
}
