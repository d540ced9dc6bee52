//! Questions to ask a doctor, from `assets/guide/questions.csv`. A question is asked if something in the diary calls for it.

use super::csv_rows::{parts, rows};
use super::{Flag, TakenMedicine};
use crate::domain::{Condition, capitalised, each_once, joined_with_and};
use serde::Deserialize;
use std::{collections::BTreeSet, sync::OnceLock};

const QUESTIONS: &str = include_str!("../../assets/guide/questions.csv");

/// What decides which questions are asked.
#[derive(Debug, Clone, Copy)]
pub struct Asker<'a> {
    /// The flags that are raised, acknowledged or not.
    pub flags: &'a [&'a Flag],
    /// The medicines that are taken now.
    pub medicines: &'a [TakenMedicine<'a>],
    /// The conditions that a doctor told the person of.
    pub conditions: &'a BTreeSet<Condition>,
}

/// What makes a question be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Asks {
    Flag(String),
    Class(String),
    Condition(Condition),
    AnyMedicine,
    Always,
}

#[derive(Debug, Clone)]
struct Question {
    asks: Vec<Asks>,
    words: String,
}

/// The questions that the diary calls for, in the order of the file. Each names what calls for it.
#[must_use]
pub fn questions(asker: Asker<'_>) -> Vec<String> {
    read().iter().flat_map(|question| question.filled(asker)).collect()
}

impl Question {
    /// The question with its gaps filled. If it has the gap `{because}`, once for each flag that calls for it; otherwise once for
    /// all that calls for it.
    fn filled(&self, asker: Asker<'_>) -> Vec<String> {
        let called: Vec<_> = self.asks.iter().filter_map(|asks| asks.called(asker)).filter(|named| !named.is_empty()).collect();
        let each = if self.words.contains("{because}") { called } else { vec![each_once(called.concat())] };
        let words = |named: Vec<String>| {
            let words = self.words.replace("{because}", &named.join("; ")).replace("{medicine}", &joined_with_and(&named));
            capitalised(&words)
        };
        // Two flags may rest on one sign.
        each_once(each.into_iter().filter(|named| !named.is_empty()).map(words))
    }
}

impl Asks {
    /// What in the diary calls for the question, in words. Returns `None`, or an empty list, if nothing does.
    fn called(&self, asker: Asker<'_>) -> Option<Vec<String>> {
        let name = |taken: &TakenMedicine<'_>| taken.entry.value.name.as_str().to_owned();
        match self {
            Self::Flag(id) => {
                let flag = asker.flags.iter().find(|flag| flag.rule.id == *id)?;
                Some(flag.because())
            }
            Self::Class(class) => {
                let of_class = |taken: &&TakenMedicine<'_>| taken.classes.iter().any(|each| each.as_str() == class);
                Some(asker.medicines.iter().filter(of_class).map(name).collect())
            }
            Self::Condition(condition) => asker.conditions.contains(condition).then(|| vec![condition.label().to_owned()]),
            Self::AnyMedicine => Some(asker.medicines.iter().map(name).collect()),
            Self::Always => Some(vec![String::new()]),
        }
    }

    fn from_cell(cell: &str) -> Option<Self> {
        match cell.split_once(':') {
            Some(("flag", id)) => Some(Self::Flag(id.to_owned())),
            Some(("class", id)) => Some(Self::Class(id.to_owned())),
            Some(("condition", key)) => key.parse().ok().map(Self::Condition),
            None if cell == "any_medicine" => Some(Self::AnyMedicine),
            None if cell == "always" => Some(Self::Always),
            _ => None,
        }
    }
}

#[derive(Deserialize)]
struct Row {
    #[serde(rename = "id")]
    _id: String,
    asks: String,
    words: String,
}

fn read() -> &'static [Question] {
    static READ: OnceLock<Vec<Question>> = OnceLock::new();
    let question = |row: Row| Some(Question { asks: parts(&row.asks).map(Asks::from_cell).collect::<Option<_>>()?, words: row.words });
    READ.get_or_init(|| rows(QUESTIONS).into_iter().filter_map(question).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::red_flag;

    #[test]
    fn every_row_of_the_file_can_be_read_and_names_what_exists() {
        assert_eq!(read().len(), csv::Reader::from_reader(QUESTIONS.as_bytes()).records().count());
        for asks in read().iter().flat_map(|question| &question.asks) {
            match asks {
                Asks::Flag(id) => assert!(red_flag(id).is_some(), "{id}"),
                Asks::Class(id) => assert!(crate::guide::class(&crate::domain::ClassKey::new(id).unwrap()).is_some(), "{id}"),
                Asks::Condition(_) | Asks::AnyMedicine | Asks::Always => {}
            }
        }
    }

    #[test]
    fn an_empty_diary_leaves_the_one_question_that_is_always_asked() {
        let asker = Asker { flags: &[], medicines: &[], conditions: &BTreeSet::new() };
        assert_eq!(questions(asker), ["Are these ordinary night cramps, or does something call for tests?"]);
        let kidney = [Condition::Kidney].into();
        assert_eq!(questions(Asker { conditions: &kidney, ..asker }).len(), 2);
    }

    #[test]
    fn no_question_keeps_a_gap() {
        for question in read() {
            let because = question.words.contains("{because}");
            let medicine = question.words.contains("{medicine}");
            let flags = question.asks.iter().all(|asks| matches!(asks, Asks::Flag(_)));
            let classes = question.asks.iter().all(|asks| matches!(asks, Asks::Class(_)));
            assert_eq!((because, medicine), (flags, classes), "{}", question.words);
        }
    }
}
