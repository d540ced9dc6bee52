//! The lots of the week-swap test: which week gets the factor of which other one.

use super::split_mix::SplitMix64;
use std::ops::Range;

/// How many times weeks are swapped: 9,999.
pub(super) const DRAWS: usize = 9_999;
/// The seed of all lots, so that results are alike everywhere.
pub(super) const SEED: u64 = 20_240_229;
/// About how many consecutive weeks make a group: 8.
const WEEKS_OF_A_GROUP: usize = 8;

/// Draws that are summed together: 303, of which 33 make all.
pub(super) const DRAWS_AT_ONCE: usize = 303;

/// 9,999 ways of swapping weeks inside groups of consecutive weeks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct WeekSwaps {
    /// The weeks of each group.
    pub(super) groups: Vec<Range<usize>>,
    /// For 303 draws at once, for each week, for each draw: the place within its group of the week that it is set against. In this order
    /// a sum over the weeks goes on for 303 draws side by side, which is several times as fast as one after the other.
    places: Vec<u8>,
    weeks: usize,
}

impl WeekSwaps {
    /// The swaps of this many weeks. The same number of weeks always has the same swaps.
    pub(super) fn of(weeks: usize) -> Self {
        let groups = groups_of(weeks);
        let (mut lots, mut places) = (SplitMix64::new(SEED), vec![0; DRAWS * weeks]);
        let in_order: Vec<u8> = groups.iter().flat_map(|group| (0_u8..).take(group.len())).collect();
        for together in places.chunks_exact_mut((DRAWS_AT_ONCE * weeks).max(1)) {
            for draw in 0..DRAWS_AT_ONCE {
                let mut shuffled = in_order.clone();
                for group in &groups {
                    for last in (1..group.len()).rev() {
                        shuffled.swap(group.start + last, group.start + lots.below(last + 1));
                    }
                }
                for (week, place) in shuffled.into_iter().enumerate() {
                    together[week * DRAWS_AT_ONCE + draw] = place;
                }
            }
        }
        Self { groups, places, weeks }
    }

    /// How many weeks they are for.
    pub(super) fn weeks(&self) -> usize {
        self.weeks
    }

    /// All draws, 303 at once. Each item has the places of every week, one slice of 303 draws after the other.
    pub(super) fn at_once(&self) -> impl Iterator<Item = &[u8]> {
        self.places.chunks_exact((DRAWS_AT_ONCE * self.weeks).max(1))
    }
}

/// Groups of consecutive weeks, about 8 each and as equal as possible, larger ones first.
fn groups_of(weeks: usize) -> Vec<Range<usize>> {
    // Half a group is rounded up.
    let count = ((2 * weeks + WEEKS_OF_A_GROUP) / (2 * WEEKS_OF_A_GROUP)).max(1);
    let (size, larger) = (weeks / count, weeks % count);
    let mut from = 0;
    let mut group = |place: usize| {
        let group = from..from + size + usize::from(place < larger);
        from = group.end;
        group
    };
    (0..count).map(&mut group).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_as_equal_as_possible() {
        for (weeks, sizes) in [(6, &[6][..]), (11, &[11]), (12, &[6, 6]), (20, &[7, 7, 6]), (39, &[8, 8, 8, 8, 7])] {
            let found: Vec<_> = groups_of(weeks).into_iter().map(|group| group.len()).collect();
            assert_eq!(found, sizes, "{weeks}");
        }
    }

    #[test]
    fn every_draw_is_a_shuffle_of_each_group() {
        let swaps = WeekSwaps::of(13);
        assert_eq!(swaps.at_once().count() * DRAWS_AT_ONCE, DRAWS);
        for together in swaps.at_once() {
            for draw in 0..DRAWS_AT_ONCE {
                for group in &swaps.groups {
                    let mut places: Vec<u8> = group.clone().map(|week| together[week * DRAWS_AT_ONCE + draw]).collect();
                    places.sort_unstable();
                    assert!(places.into_iter().eq((0..).take(group.len())));
                }
            }
        }
    }
}
