//! Records that cannot be read: what was left out because of them, and what the person does about them.

use super::{Diary, DiaryError, Done};
use crate::store::{Change, SetAside, StoreError};

impl Diary {
    /// The records that cannot be read and would have belonged to what was read so far. Empty, and for nothing, if there is none.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be read.
    pub fn left_out(&self) -> Result<Vec<SetAside>, StoreError> {
        self.read().passed_over_rows()
    }

    /// The records that cannot be read and would have belonged to what was read so far, with those of no date, which belong anywhere.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be read.
    pub fn left_out_or_misdated(&self) -> Result<Vec<SetAside>, StoreError> {
        self.read().note_misdated()?;
        self.left_out()
    }

    /// Deletes a record that cannot be read, with those that [belong to it](SetAside::belonging). It cannot be brought back.
    ///
    /// # Errors
    /// [`DiaryError::SetAsideStays`] if it changed since it was found, or if another belongs to it since.
    pub fn delete_set_aside(&mut self, found: &SetAside) -> Result<Done, DiaryError> {
        let changes = self.work(|work| {
            let is_deleted = work.tx.delete_set_aside(found, work.now)?;
            if is_deleted { Ok(()) } else { Err(DiaryError::SetAsideStays { what: found.named.clone(), verb: "deleted" }) }
        })?;
        let with = if found.belonging.is_empty() { String::new() } else { format!(" with its {}", found.belonging.join(" and ")) };
        Ok(done(format!("Deleted {}{with}", found.named), &changes))
    }

    /// Has what cannot be read of a record say nothing, so that the rest of it can be read. It cannot be taken back.
    ///
    /// # Errors
    /// [`DiaryError::SetAsideStays`] if it changed since it was found, or if the rest is no sense without it.
    pub fn mend_set_aside(&mut self, found: &SetAside) -> Result<Done, DiaryError> {
        let changes = self.work(|work| {
            let is_mended = work.tx.mend_set_aside(found)?;
            if is_mended { Ok(()) } else { Err(DiaryError::SetAsideStays { what: found.named.clone(), verb: "mended" }) }
        })?;
        Ok(done(format!("Mended {}: {} says nothing now", found.named, found.faults.join(", ")), &changes))
    }
}

fn done(what: String, changes: &[Change]) -> Done {
    Done { what, changed: changes.iter().map(Change::kind).collect(), dates: Vec::new() }
}
