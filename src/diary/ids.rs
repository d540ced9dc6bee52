//! Ids of records.

use crate::domain::Id;
use crate::insights::methods::SplitMix64;
use chrono::{DateTime, Utc};
use uuid::{Builder, Uuid};

/// Makes `UUIDv7`s that sort in the order in which they were made.
#[derive(Debug)]
pub(super) struct IdSource {
    seed: Option<SplitMix64>,
    count: u16,
}

impl IdSource {
    /// Ids that nobody can guess.
    pub(super) fn random() -> Self {
        Self { seed: None, count: 0 }
    }

    /// Ids that follow from a seed and the times at which they are made.
    pub(super) fn seeded(seed: u64) -> Self {
        Self { seed: Some(SplitMix64::new(seed)), count: 0 }
    }

    /// The next id, for a record that is made at this time.
    pub(super) fn next<T>(&mut self, at: DateTime<Utc>) -> Id<T> {
        let mut bytes = [0; 10];
        match &mut self.seed {
            Some(generator) => bytes[2..].copy_from_slice(&generator.next_u64().to_be_bytes()),
            None => bytes.copy_from_slice(&Uuid::new_v4().into_bytes()[6..]),
        }
        // A counter in the first twelve bits keeps ids of one millisecond in order (RFC 9562, 6.2, method 1).
        self.count = (self.count + 1) & 0x0FFF;
        bytes[..2].copy_from_slice(&self.count.to_be_bytes());
        let ms = u64::try_from(at.timestamp_millis()).unwrap_or(0);
        Id::from_uuid(Builder::from_unix_timestamp_millis(ms, &bytes).into_uuid())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Drink;

    #[test]
    fn ids_of_one_instant_sort_as_they_were_made() {
        for mut source in [IdSource::random(), IdSource::seeded(1)] {
            let ids: Vec<_> = (0..100).map(|_| source.next::<Drink>(DateTime::UNIX_EPOCH).uuid()).collect();
            assert!(ids.is_sorted(), "{ids:?}");
            assert!(ids.iter().all(|id| id.get_version_num() == 7));
        }
    }
}
