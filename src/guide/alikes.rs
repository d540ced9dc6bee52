//! What may feel like a cramp, how to tell it, and how soon to act, from `assets/guide/alikes.csv`.

use super::csv_rows::rows;
use super::evidence::sources_of;
use super::help::{HelpNumbers, numbers};
use super::page_lists::{Listed, ListedGroup};
use crate::domain::Country;
use serde::Deserialize;

const FILE: &str = include_str!("../../assets/guide/alikes.csv");

#[derive(Deserialize)]
struct Row {
    group: String,
    name: String,
    feels: String,
    tells: String,
    act: String,
    sources: String,
}

/// What may feel like a cramp, and the cramp itself, as a list for the line `{{alikes}}` of pages. Rows that follow each other
/// with one group stand together; what is most urgent comes first. The emergency numbers are those of the country.
#[must_use]
pub fn listed_alikes(country: Option<Country>) -> Vec<ListedGroup> {
    let (rows, help): (Vec<Row>, _) = (rows(FILE), numbers(country));
    let group = |rows: &[Row]| {
        Some(ListedGroup { heading: rows.first()?.group.clone(), lines: rows.iter().filter_map(|row| line(row, help)).collect() })
    };
    rows.chunk_by(|one, next| one.group == next.group).filter_map(group).collect()
}

fn line(row: &Row, help: &HelpNumbers) -> Option<Listed> {
    Some(Listed {
        title: row.name.clone(),
        words: format!("{} What gives it away: {}", row.feels, in_a_sentence(&row.tells)),
        to_do: help.fill(&row.act),
        sources: sources_of(&row.sources)?,
        ..Listed::default()
    })
}

/// The words after a colon: without the capital of their first word.
fn in_a_sentence(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_listed_whole() {
        let lines: Vec<_> = listed_alikes(None).into_iter().flat_map(|group| group.lines).collect();
        assert_eq!(lines.len(), csv::Reader::from_reader(FILE.as_bytes()).records().count());
        for line in lines {
            assert!(line.words.ends_with('.') && line.to_do.ends_with('.') && !line.sources.is_empty(), "{line:?}");
            assert!(!line.to_do.contains('{'), "{line:?}");
        }
        assert_eq!(listed_alikes(Some(Country::France))[0].lines[0].to_do, "Call 15 or 112 now.");
    }

    #[test]
    fn what_is_most_urgent_comes_first_and_no_group_comes_twice() {
        let headings: Vec<_> = listed_alikes(None).into_iter().map(|group| group.heading).collect();
        let expected = ["Help now", "Help today", "Within days or two weeks", "At an ordinary appointment", "Mostly without a doctor"];
        assert_eq!(headings, expected);
    }
}
