//! Factors of one's own as the Today screen asks for and changes them.

use crate::domain::{Entry, Factor, FactorValue};
use crate::store::{Reader, StoreError};

/// A factor of one's own.
#[derive(Debug, Clone, PartialEq)]
pub struct KnownFactor {
    /// The factor.
    pub entry: Entry<Factor>,
    /// On how many days it was answered: if on any, it is retired rather than deleted.
    pub days: u32,
}

/// Every factor, oldest first.
pub(super) fn known_factors(read: Reader<'_>) -> Result<Vec<KnownFactor>, StoreError> {
    let known = |entry: Entry<Factor>| Ok(KnownFactor { days: read.days_answered(entry.id)?, entry });
    read.all::<Factor>()?.into_iter().map(known).collect()
}

/// The factors that are asked for, and the retired ones that were answered.
pub(super) fn asked_for(known: &[KnownFactor], answers: &[FactorValue]) -> Vec<Entry<Factor>> {
    let answered = |entry: &Entry<Factor>| answers.iter().any(|said| said.factor == entry.id);
    known.iter().map(|known| &known.entry).filter(|entry| !entry.value.retired || answered(entry)).cloned().collect()
}
