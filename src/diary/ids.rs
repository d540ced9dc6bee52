//! Ids of records, and the random numbers behind reproducible ones.

use crate::domain::Id;
use chrono::{DateTime, Utc};
use uuid::{Builder, Uuid};

/// The random number generator `SplitMix64` (Steele, Lea and Flood 2014), which gives equal numbers on every machine.
#[derive(Debug, Clone)]
pub struct SplitMix64(u64);

impl SplitMix64 {
    /// A generator that begins with this seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next 64 random bits.
    pub fn next_u64(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A random number from 0 up to, but not including, 1.
    #[expect(clippy::cast_precision_loss, reason = "53 bits fit an f64 exactly")]
    pub fn unit(&mut self) -> f64 {
        (self.next_u64() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// A random whole number from 0 up to, but not including, `below`. Returns 0 if `below` is 0.
    pub fn below(&mut self, below: usize) -> usize {
        let scaled = (u128::from(self.next_u64() >> 32) * below as u128) >> 32;
        usize::try_from(scaled).unwrap_or(0)
    }
}

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
    fn the_generator_gives_the_published_first_number() {
        assert_eq!(SplitMix64::new(20_240_229).next_u64(), 2_971_461_144_707_196_042);
    }

    #[test]
    fn ids_of_one_instant_sort_as_they_were_made() {
        for mut source in [IdSource::random(), IdSource::seeded(1)] {
            let ids: Vec<_> = (0..100).map(|_| source.next::<Drink>(DateTime::UNIX_EPOCH).uuid()).collect();
            assert!(ids.is_sorted(), "{ids:?}");
            assert!(ids.iter().all(|id| id.get_version_num() == 7));
        }
    }
}
