//! What came back of a damaged diary, in numbers and in words.

use crate::domain::{as_f64, counted, grouped};
use crate::store::{RecordKind, SetAside};
use std::path::PathBuf;

/// What came back of a damaged diary.
#[derive(Debug, Clone, PartialEq)]
pub struct Rescued {
    /// The new diary.
    pub path: PathBuf,
    /// The format that the damaged diary had.
    pub format: i64,
    /// How many pages of the damaged file were read.
    pub pages: u32,
    /// How many of them are damaged.
    pub damaged: usize,
    /// How many pages are missing at the end of the file.
    pub cut_off: u32,
    /// The copy of the diary that was beside it; `None` if there was none.
    pub copy: Option<PathBuf>,
    /// What came back of each kind of which there are records, in the order of [`RecordKind::ALL`].
    pub kinds: Vec<KindRescued>,
    /// The tables with one row that did not come back, and say what they do in a new diary: "settings".
    pub begun_anew: Vec<&'static str>,
    /// The records of the new diary that cannot be read, and wait to be mended or deleted.
    pub set_aside: Vec<SetAside>,
    /// The records that no diary can hold, with what is wrong, in words.
    pub not_kept: Vec<String>,
}

/// What came back of a kind of record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KindRescued {
    /// The kind.
    pub kind: RecordKind,
    /// How many records came back.
    pub back: usize,
    /// How many rows were found of which a part is lost, so that they are not among those that came back.
    pub in_part: usize,
    /// How many rows that belong to a record came back without it, such as what was tried against a cramp.
    pub without_record: usize,
    /// How many records refer to another that did not come back, such as the answers of a factor. They are kept.
    pub without_other: usize,
    /// How many records are those of the copy, because what belongs to them came back alone.
    pub from_copy: usize,
    /// How many records the copy holds; `None` without a copy.
    pub in_copy: Option<usize>,
}

impl KindRescued {
    /// What a person calls so many of these records: "2 cramps".
    #[must_use]
    pub fn counted(&self, count: usize) -> String {
        counted(count, self.noun())
    }

    /// What a person calls a record of the kind.
    #[must_use]
    pub fn noun(&self) -> &'static str {
        self.kind.description().map_or("record", |description| description.noun)
    }

    /// Whether something of the kind was found to be missing, or the copy has more.
    #[must_use]
    pub fn lacks_some(&self) -> bool {
        self.in_part + self.without_record > 0 || self.in_copy.is_some_and(|in_copy| in_copy > self.back)
    }
}

impl Rescued {
    /// How many records came back.
    #[must_use]
    pub fn back(&self) -> usize {
        self.kinds.iter().map(|kind| kind.back).sum()
    }

    /// How many records are known to be missing, because the copy has more of their kind. Returns `None` without a copy.
    #[must_use]
    pub fn fewer_than_copy(&self) -> Option<usize> {
        self.copy.as_ref()?;
        Some(self.kinds.iter().filter_map(|kind| kind.in_copy.map(|in_copy| in_copy.saturating_sub(kind.back))).sum())
    }

    /// How the file is damaged, and how many records came back of it, as sentences.
    #[must_use]
    pub fn sentence(&self) -> String {
        let pages = counted(usize::try_from(self.pages).unwrap_or(usize::MAX), "part");
        let damage = match (self.damaged, self.cut_off) {
            (0, 0) => format!("None of the {pages} of the file is damaged."),
            (damaged, 0) => format!("{} of the {pages} of the file {} damaged.", grouped(as_f64(damaged)), are(damaged)),
            (0, _) => format!("The end of the file is missing: {pages} are left."),
            (damaged, _) => {
                format!("The end of the file is missing, and {} of the {pages} left {} damaged.", grouped(as_f64(damaged)), are(damaged))
            }
        };
        format!("{damage} {} came back.", counted(self.back(), "record"))
    }

    /// What did not come back or is not as it was, each as a sentence. Empty if nothing is known to be missing.
    #[must_use]
    pub fn losses(&self) -> Vec<String> {
        let anew = |table: &&str| format!("What stood in your {table} did not come back, and is as in a new diary.");
        self.kinds.iter().flat_map(KindRescued::losses).chain(self.begun_anew.iter().map(anew)).collect()
    }
}

impl KindRescued {
    /// What of the kind did not come back or is not as it was, each as a sentence.
    fn losses(&self) -> Vec<String> {
        let noun = self.noun();
        let (details, answers) = (counted(self.without_record, "detail"), self.counted(self.without_other));
        let (they, wait) = if self.without_other == 1 { ("it belongs", "waits") } else { ("they belong", "wait") };
        let those = if self.from_copy == 1 { "it" } else { "them" };
        let said = [
            (self.in_part, format!("{} could not be read whole, and did not come back.", self.counted(self.in_part))),
            (self.without_record, format!("{details} of a {noun} did not come back, because the {noun} itself is lost.")),
            (self.without_other, format!("{answers} came back without what {they} to, and {wait} for that to be restored.")),
            (
                self.from_copy,
                format!("{} came from the backup, because only what belongs to {those} was found.", self.counted(self.from_copy)),
            ),
        ];
        said.into_iter().filter(|(count, _)| *count > 0).map(|(_, words)| words).collect()
    }
}

fn are(count: usize) -> &'static str {
    if count == 1 { "is" } else { "are" }
}
