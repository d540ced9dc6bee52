//! What restoring would change: the backup beside the diary of now.

use crate::domain::{counted, joined_with_and};
use crate::store::check::{Depth, structure};
use crate::store::file::Access;
use crate::store::tally::{Inventory, Tally};
use crate::store::{Description, RecordKind, Rows, Store, StoreError};
use rusqlite::Connection;
use std::cmp::Ordering;
use std::path::Path;

/// What restoring a backup would change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RestorePreview {
    /// What the backup holds.
    pub then: Tally,
    /// What is at the place of the diary now.
    pub now: DiaryNow,
    /// What the diary holds and the backup does not, so that it would go: each kind by its noun, and how many. Without kinds of which there
    /// is nothing.
    pub goes: Vec<(&'static str, usize)>,
    /// What the backup holds and the diary does not, so that it would come back.
    pub comes: Vec<(&'static str, usize)>,
    /// What would be as it was then.
    pub changes: Vec<(&'static str, usize)>,
    /// Whether an older version of the program made the backup. It is brought up to date while it is restored.
    pub was_older: bool,
}

/// What is at the place of the diary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DiaryNow {
    /// No file.
    Absent,
    /// A file that cannot be opened as a diary, or whose structure is broken; with the reason in a sentence.
    Unreadable(String),
    /// A sound diary.
    Sound(Tally),
}

impl RestorePreview {
    /// What would happen to the diary of now, in sentences.
    #[must_use]
    pub fn words(&self) -> Vec<String> {
        let said = |begin: &str, what: &[(&'static str, usize)]| {
            let counted: Vec<_> = what.iter().map(|(noun, count)| counted_phrase(*count, noun)).collect();
            (!counted.is_empty()).then(|| format!("{begin}: {}.", joined_with_and(&counted)))
        };
        let mut words = Vec::new();
        match &self.now {
            DiaryNow::Absent => words.push("There is no diary now.".to_owned()),
            DiaryNow::Unreadable(_) => words.push(
                "What the diary of now holds cannot be told, because it is damaged. It is kept as it is, under another name.".to_owned(),
            ),
            DiaryNow::Sound(_) => {
                words.extend(said("Would go", &self.goes));
                words.extend(said("Would come back", &self.comes));
                words.extend(said("Would be as it was then", &self.changes));
                if words.is_empty() {
                    words.push("No record would come or go.".to_owned());
                }
                words.push("The diary of now becomes a backup first.".to_owned());
            }
        }
        if self.was_older {
            words.push("An older version of the program made this backup; it is brought up to date.".to_owned());
        }
        words
    }
}

/// A count with its noun, which may be a phrase: "2 stretches", "2 answers about a sign".
fn counted_phrase(count: usize, noun: &str) -> String {
    let (noun, rest) = noun.split_at(noun.find(' ').unwrap_or(noun.len()));
    let plural = if noun.ends_with("ch") && count != 1 { format!("{noun}e") } else { noun.to_owned() };
    format!("{}{rest}", counted(count, &plural))
}

/// Compares the backup with what is at the path of the diary now. `then` holds the backup.
///
/// # Errors
/// A [`StoreError`] if the diary of now is in use, or its disk fails.
pub(super) fn compare(then: &Connection, held: &Inventory, diary: &Path, was_older: bool) -> Result<RestorePreview, StoreError> {
    let mut preview =
        RestorePreview { then: held.tally, now: DiaryNow::Absent, goes: Vec::new(), comes: Vec::new(), changes: Vec::new(), was_older };
    let opened = match Store::open(diary, Access::ReadOnly) {
        Err(StoreError::Older { .. }) => Store::open_copy(diary),
        opened => opened,
    };
    let store = match opened {
        Ok(store) => store,
        Err(StoreError::Missing { .. }) => return Ok(preview),
        Err(error) => {
            preview.now = DiaryNow::Unreadable(unreadable(error)?);
            return Ok(preview);
        }
    };
    let words = |error| StoreError::from_sqlite(error, diary);
    preview.now = match structure(&store.connection, Depth::Quick) {
        Ok(found) if !found.broken.is_empty() => DiaryNow::Unreadable(StoreError::unsound(found.broken.len(), diary).to_string()),
        Err(error) => DiaryNow::Unreadable(unreadable(words(error))?),
        Ok(_) => {
            let kinds = RecordKind::ALL.iter().filter_map(|kind| kind.description()).filter(|of| of.rows == Rows::OnePerRecord);
            for kind in kinds {
                let (now, then) = (changes(&store.connection, kind).map_err(words)?, changes(then, kind).map_err(words)?);
                let found = differences(&now, &then);
                for (what, count) in
                    [(&mut preview.goes, found.goes), (&mut preview.comes, found.comes), (&mut preview.changes, found.changes)]
                {
                    match what.iter_mut().find(|(noun, _)| *noun == kind.noun) {
                        Some(same) => same.1 += count,
                        None if count > 0 => what.push((kind.noun, count)),
                        None => {}
                    }
                }
            }
            DiaryNow::Sound(Inventory::of(&store.connection, diary)?.tally)
        }
    };
    Ok(preview)
}

/// Why a diary cannot be read, in a sentence, where that is a matter of the file.
///
/// # Errors
/// The error itself if it may be another one the next time: the file is in use, or the disk fails.
pub(super) fn unreadable(error: StoreError) -> Result<String, StoreError> {
    match error {
        StoreError::Damaged { .. }
        | StoreError::NotADiary { .. }
        | StoreError::Newer { .. }
        | StoreError::Unsound { .. }
        | StoreError::Value { .. }
        | StoreError::CutShort { .. }
        | StoreError::WrittenOver { .. } => Ok(error.to_string()),
        other => Err(other),
    }
}

/// The id of each row of a table, and when it was changed, in the order of ids.
fn changes(connection: &Connection, kind: Description) -> rusqlite::Result<Vec<(Vec<u8>, Option<i64>)>> {
    let Description { table, changed, .. } = kind;
    let mut statement = connection.prepare(&format!("SELECT id, {changed} FROM {table} WHERE typeof(id) = 'blob' ORDER BY id"))?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1).unwrap_or_default())))?;
    rows.collect()
}

/// How many rows only one side has, or both differently.
#[derive(Debug, Default, PartialEq, Eq)]
struct Differences {
    goes: usize,
    comes: usize,
    changes: usize,
}

fn differences(now: &[(Vec<u8>, Option<i64>)], then: &[(Vec<u8>, Option<i64>)]) -> Differences {
    let mut found = Differences::default();
    let (mut now, mut then) = (now.iter().peekable(), then.iter().peekable());
    loop {
        let which = match (now.peek(), then.peek()) {
            (None, None) => return found,
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (Some(now), Some(then)) => now.0.cmp(&then.0),
        };
        match which {
            Ordering::Less => {
                found.goes += 1;
                now.next();
            }
            Ordering::Greater => {
                found.comes += 1;
                then.next();
            }
            Ordering::Equal => found.changes += usize::from(now.next().map(|row| row.1) != then.next().map(|row| row.1)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns_have_their_plurals() {
        let words = [(1, "stretch"), (2, "stretch"), (1, "answer about a sign"), (3, "answer about a sign")];
        let said = words.map(|(count, noun)| counted_phrase(count, noun)).join(", ");
        assert_eq!(said, "1 stretch, 2 stretches, 1 answer about a sign, 3 answers about a sign");
    }

    #[test]
    fn rows_are_compared_by_their_ids() {
        let rows = |rows: &[(u8, i64)]| rows.iter().map(|(id, at)| (vec![*id], Some(*at))).collect::<Vec<_>>();
        let of = |now: &[(u8, i64)], then: &[(u8, i64)]| {
            let Differences { goes, comes, changes } = differences(&rows(now), &rows(then));
            (goes, comes, changes)
        };
        assert_eq!(of(&[], &[]), (0, 0, 0));
        assert_eq!(of(&[(1, 0), (2, 0), (4, 0)], &[(2, 5), (3, 0), (4, 0), (9, 0)]), (1, 2, 1));
        assert_eq!(of(&[(1, 0), (7, 0)], &[]), (2, 0, 0));
    }
}
