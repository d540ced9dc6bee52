//! Which part of a diary goes into a file.

use crate::store::{KindSet, PlainRecord, RecordKind, Whole};
use chrono::NaiveDate;

/// The kinds and dates that are asked for. The default is everything.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Selection {
    /// The kinds; empty for every kind.
    pub kinds: KindSet,
    /// The first date; `None` for the first of the diary.
    pub from: Option<NaiveDate>,
    /// The last date; `None` for the last of the diary.
    pub until: Option<NaiveDate>,
}

impl Selection {
    /// What of a diary is asked for. Records without a date belong to every range. Which records were deleted is said of a whole diary
    /// alone.
    #[must_use]
    pub fn of(&self, mut whole: Whole) -> Whole {
        if *self != Self::default() {
            whole.retain(|record| self.has(record));
            whole.forget_deletions();
        }
        whole
    }

    /// Whether records of a kind are asked for.
    pub(super) fn has_kind(&self, kind: RecordKind) -> bool {
        self.kinds == KindSet::EMPTY || self.kinds.contains(kind)
    }

    fn has(&self, record: &PlainRecord) -> bool {
        let is_in_range = |date| self.from.is_none_or(|from| from <= date) && self.until.is_none_or(|until| date <= until);
        self.has_kind(record.kind) && record.date().is_none_or(is_in_range)
    }
}
