//! A diary that a command opened, and what is said of it when the command is through.

use super::asides::Asides;
use crate::diary::Diary;
use crate::domain::{counted, joined_with_and};
use crate::store::{SetAside, note_as_checked};
use std::ops::{Deref, DerefMut};
use std::path::PathBuf;

/// How many records that cannot be read are named; of more, the rest is counted.
const NAMED: usize = 5;

/// An open diary. When it is closed, the person hears of the records that the command could not read.
#[derive(Debug)]
pub(super) struct OpenedDiary {
    diary: Diary,
    asides: Asides,
    /// Closed after the diary.
    when_closed: Closed,
}

/// Notes, when it is dropped, that the file at this path is sound as it is; `None` notes nothing.
#[derive(Debug, Default)]
struct Closed(Option<PathBuf>);

impl Drop for Closed {
    fn drop(&mut self) {
        if let Some(path) = &self.0 {
            note_as_checked(path);
        }
    }
}

impl OpenedDiary {
    pub(super) fn new(diary: Diary, asides: Asides) -> Self {
        Self { diary, asides, when_closed: Closed::default() }
    }

    /// The same, of a file that was found to be sound, or looked as it did when it was.
    pub(super) fn noted_as_checked(mut self, path: PathBuf) -> Self {
        self.when_closed = Closed(Some(path));
        self
    }
}

impl Deref for OpenedDiary {
    type Target = Diary;

    fn deref(&self) -> &Diary {
        &self.diary
    }
}

impl DerefMut for OpenedDiary {
    fn deref_mut(&mut self) -> &mut Diary {
        &mut self.diary
    }
}

impl Drop for OpenedDiary {
    fn drop(&mut self) {
        // Whatever keeps the file from being read, the command itself has said.
        if let Ok(left_out) = self.diary.left_out()
            && !left_out.is_empty()
        {
            self.asides.extend([left_out_words(&left_out)]);
        }
    }
}

/// That records are left out, in one line.
fn left_out_words(left_out: &[SetAside]) -> String {
    let mut named: Vec<_> = left_out.iter().take(NAMED).map(SetAside::in_sentence).collect();
    if left_out.len() > NAMED {
        named.push(format!("{} more", left_out.len() - NAMED));
    }
    let (are, named) = (if left_out.len() == 1 { "is" } else { "are" }, joined_with_and(&named));
    format!("{} cannot be read and {are} left out: {named}. See cramp-diary check.", counted(left_out.len(), "record"))
}
