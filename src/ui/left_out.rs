//! The records that cannot be read, as the notice and the settings show them.

use crate::diary::Diary;
use crate::store::{KindSet, SetAside};

/// The records that cannot be read, made anew when another kind is found to have some, or records are written.
#[derive(Debug, Default)]
pub(super) struct LeftOutRecords {
    found: Vec<SetAside>,
    /// The kinds of which a row was passed over, and their version, when the list was made.
    made_for: (KindSet, u64),
}

impl LeftOutRecords {
    /// Brings the list up to date. Returns whether it is another one now.
    pub(super) fn follow(&mut self, diary: &Diary) -> bool {
        let kinds = diary.passed_over();
        let now = (kinds, diary.version(kinds));
        if self.made_for == now {
            return false;
        }
        self.made_for = now;
        // Why the file cannot be read is said where its content would be.
        let found = diary.left_out().unwrap_or_default();
        let is_other = found != self.found;
        self.found = found;
        is_other
    }

    /// The records, in the order of their kinds.
    pub(super) fn records(&self) -> &[SetAside] {
        &self.found
    }
}
