//! Room in which the points of foods add up, and the best of them.

use super::index::Hit;
use std::{collections::BinaryHeap, mem};

/// Sum of the words before this one and this one, in points.
const SUM: u32 = 0xFFFF;
const BEST_BITS: u32 = 16;
const BEST: u32 = 0xFF << BEST_BITS;
const WORDS_BITS: u32 = 24;
const WORDS: u32 = 0x7F << WORDS_BITS;
const LOGGED: u32 = 1 << 31;

/// For each food, in one number: how many typed words it has so far, what the last of them cost, the sum, and whether it was logged.
#[derive(Debug)]
pub(super) struct Found {
    state: Vec<u32>,
    /// Those that have the first word.
    touched: Vec<u32>,
    words: u32,
}

impl Found {
    /// Nothing yet among this many foods.
    pub(super) fn new(foods: usize, logged_before: &[u32]) -> Self {
        let mut state = vec![0; foods];
        for food in logged_before {
            if let Some(state) = state.get_mut(*food as usize) {
                *state = LOGGED;
            }
        }
        Self { state, touched: Vec::new(), words: 0 }
    }

    /// Foods that have the present word, at a cost; of several costs of a food the least counts.
    pub(super) fn fit(&mut self, foods: impl Iterator<Item = (u32, u8)>) {
        let (missing, has) = (self.words << WORDS_BITS, (self.words + 1) << WORDS_BITS);
        for (food, cost) in foods {
            let state = &mut self.state[food as usize];
            let (words, cost) = (*state & WORDS, u32::from(cost));
            if words == missing {
                *state = (*state & LOGGED) | has | cost << BEST_BITS | ((*state & SUM) + cost);
                if missing == 0 {
                    self.touched.push(food);
                }
            } else if words == has {
                let best = (*state & BEST) >> BEST_BITS;
                if cost < best {
                    *state = (*state & !(BEST | SUM)) | cost << BEST_BITS | ((*state & SUM) - (best - cost));
                }
            }
        }
    }

    /// From here on the next typed word; only foods that have all words so far can still be found.
    pub(super) fn next_word(&mut self) {
        self.words += 1;
    }

    /// Every food that has all words, with its points and whether it was logged before; makes the room free for another search.
    pub(super) fn take(&mut self) -> impl Iterator<Item = (u32, u16, bool)> + '_ {
        let all = mem::take(&mut self.words) << WORDS_BITS;
        let state = &mut self.state;
        self.touched.drain(..).filter_map(move |food| {
            let state = &mut state[food as usize];
            let last = mem::replace(state, *state & LOGGED);
            let points = u16::try_from(last & SUM).unwrap_or(u16::MAX);
            (last & WORDS == all).then_some((food, points, last & LOGGED != 0))
        })
    }
}

/// The best hits, each food once, at most so many.
pub(super) fn nearest(hits: impl Iterator<Item = Hit>, at_most: usize) -> Vec<Hit> {
    // The worst on top.
    let mut best = BinaryHeap::new();
    for hit in hits {
        if best.len() < at_most {
            best.push(hit);
        } else if let Some(mut worst) = best.peek_mut()
            && hit < *worst
        {
            *worst = hit;
        }
    }
    best.into_sorted_vec()
}

/// The best of several lists, a food with its best score only.
pub(super) fn merged(mut hits: Vec<Hit>, at_most: usize) -> Vec<Hit> {
    hits.sort_unstable_by_key(|hit| (hit.food, hit.score));
    hits.dedup_by_key(|hit| hit.food);
    hits.sort_unstable();
    hits.truncate(at_most);
    hits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn foods_with_every_word_are_found_at_their_least_cost() {
        let mut found = Found::new(4, &[2, 9]);
        for _ in 0..2 {
            found.fit([(0, 9), (1, 5), (2, 7), (0, 3), (1, 6)].into_iter());
            found.next_word();
            found.fit([(3, 0), (2, 1), (0, 4), (0, 2)].into_iter());
            found.next_word();
            assert_eq!(found.take().collect::<Vec<_>>(), [(0, 5, false), (2, 8, true)]);
        }
    }

    #[test]
    fn the_nearest_are_sorted_and_no_more_than_wanted() {
        let hit = |score, food| Hit { score, food };
        let hits = [hit(5, 0), hit(1, 4), hit(5, 1), hit(2, 2), hit(0, 3)];
        assert_eq!(nearest(hits.into_iter(), 3), [hit(0, 3), hit(1, 4), hit(2, 2)]);
        assert_eq!(nearest(hits.into_iter(), 9).len(), 5);
        assert_eq!(nearest(hits.into_iter(), 0), []);
        assert_eq!(merged(vec![hit(5, 0), hit(3, 1), hit(4, 0), hit(9, 2)], 2), [hit(3, 1), hit(4, 0)]);
    }
}
