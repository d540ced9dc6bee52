//! The person's own factors, as the Today screen asks for them and changes them.

use crate::domain::{Entry, Factor, FactorValue};
use crate::store::{Reader, StoreError};

/// One of the person's own factors, with the number of days that answer it.
#[derive(Debug, Clone, PartialEq)]
pub struct KnownFactor {
    /// The factor.
    pub entry: Entry<Factor>,
    /// How many days answer it. Only a factor with 0 can be deleted; any other is retired.
    pub days: u32,
}

/// Every factor, oldest first.
pub(super) fn known_factors(read: Reader<'_>) -> Result<Vec<KnownFactor>, StoreError> {
    let known = |entry: Entry<Factor>| Ok(KnownFactor { days: read.days_answered(entry.id)?, entry });
    read.all::<Factor>()?.into_iter().map(known).collect()
}

/// The factors that a day with these answers shows: those that are not retired, and retired ones that it answers.
pub(super) fn asked_for(known: &[KnownFactor], answers: &[FactorValue]) -> Vec<Entry<Factor>> {
    let answered = |entry: &Entry<Factor>| answers.iter().any(|said| said.factor == entry.id);
    known.iter().map(|known| &known.entry).filter(|entry| !entry.value.retired || answered(entry)).cloned().collect()
}
