//! What the diary knows about medicines and warning signs.

use super::Diary;
use crate::domain::{Day, Entry, Medicine, Profile};
use crate::guide::Taking;
use crate::store::{RecordKind, StoreError};

/// The kinds of record that [`Diary::safety`] reads.
pub const SAFETY_DEPENDS_ON: &[RecordKind] = &[RecordKind::Medicine];

/// Medicines, for the whole diary.
#[derive(Debug, Clone, PartialEq)]
pub struct Safety {
    /// The last day that has come.
    pub today: Day,
    /// Every medicine: those that are taken first, then by their beginning, the newest first.
    pub medicines: Vec<Entry<Medicine>>,
}

impl Diary {
    /// Medicines, for the whole diary.
    ///
    /// # Errors
    /// A [`StoreError`] when the file cannot be read.
    pub fn safety(&self) -> Result<Safety, StoreError> {
        let today = self.latest_day();
        let mut medicines = self.read().all::<Medicine>()?;
        medicines.sort_by_key(|entry| {
            let Medicine { from, until, .. } = &entry.value;
            (until.is_some_and(|until| until < today), std::cmp::Reverse(*from))
        });
        Ok(Safety { today, medicines })
    }

    /// What the person takes and has on a day, for saying what does not go with it.
    ///
    /// # Errors
    /// A [`StoreError`] when the file cannot be read.
    pub fn taking(&self, day: Day) -> Result<Taking, StoreError> {
        Ok(taking_on(day, &self.read().all()?, &self.read().profile()?))
    }
}

pub(super) fn taking_on(day: Day, medicines: &[Entry<Medicine>], profile: &Profile) -> Taking {
    Taking::on(day, medicines.iter().map(|entry| &entry.value), profile)
}
