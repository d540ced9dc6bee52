//! Adds up the points of foods while words are searched for, and picks the best.

use std::{collections::BinaryHeap, mem};

/// A food that a search found, with its score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hit {
    /// How well the food fits; lower is better. Scores of different indexes can be compared if they are for the same typed words.
    pub score: u32,
    /// The number of the food, counted from 0 in the order in which the index was given them.
    pub food: u32,
}

/// Mask of the points for all words so far.
const SUM: u32 = 0xFFFF;
const BEST_BITS: u32 = 16;
const BEST: u32 = 0xFF << BEST_BITS;
const WORDS_BITS: u32 = 24;
const WORDS: u32 = 0x7F << WORDS_BITS;
const LOGGED: u32 = 1 << 31;

/// The state of each food during a search, packed into one number: how many typed words it has so far, the points of the last one,
/// their sum, and whether the food was logged before.
#[derive(Debug)]
pub(super) struct Found {
    state: Vec<u32>,
    /// The foods that have every word so far.
    foods: Vec<u32>,
    /// How many typed words are done.
    words: u32,
}

impl Found {
    /// An empty state for this many foods.
    pub(super) fn new(foods: usize, logged_before: &[u32]) -> Self {
        let mut state = vec![0; foods];
        for food in logged_before {
            if let Some(state) = state.get_mut(*food as usize) {
                *state = LOGGED;
            }
        }
        Self { state, foods: Vec::new(), words: 0 }
    }

    /// Records that a food has the present word at this cost. Of several costs the lowest counts.
    #[inline]
    pub(super) fn fit(&mut self, food: u32, cost: u8) {
        let state = &mut self.state[food as usize];
        let (words, cost) = ((*state & WORDS) >> WORDS_BITS, u32::from(cost));
        if words == self.words {
            *state = (*state & LOGGED) | ((words + 1) << WORDS_BITS) | (cost << BEST_BITS) | ((*state & SUM) + cost);
            if words == 0 {
                self.foods.push(food);
            }
        } else if words == self.words + 1 {
            let best = (*state & BEST) >> BEST_BITS;
            if cost < best {
                *state = (*state & !(BEST | SUM)) | (cost << BEST_BITS) | ((*state & SUM) - (best - cost));
            }
        }
    }

    /// Goes on to the next typed word, and drops the foods that lack one so far.
    pub(super) fn next_word(&mut self) {
        self.words += 1;
        if self.words == 1 {
            return; // The first word brought them in.
        }
        let (words, states) = (self.words, &mut self.state);
        self.foods.retain(|food| {
            let state = &mut states[*food as usize];
            let has_all = (*state & WORDS) >> WORDS_BITS == words;
            if !has_all {
                *state &= LOGGED;
            }
            has_all
        });
    }

    /// The foods that have all words so far. Before the first word is done it is empty.
    pub(super) fn foods(&self) -> &[u32] {
        &self.foods
    }

    /// Takes the foods that have all words, each with its points and whether it was logged before, and clears the state for another
    /// search.
    pub(super) fn take(&mut self) -> impl Iterator<Item = (u32, u16, bool)> + '_ {
        self.words = 0;
        let states = &mut self.state;
        self.foods.drain(..).map(|food| {
            let state = &mut states[food as usize];
            let last = mem::replace(state, *state & LOGGED);
            (food, u16::try_from(last & SUM).unwrap_or(u16::MAX), last & LOGGED != 0)
        })
    }
}

/// The best hits, at most `at_most`, sorted. Each food must be among `hits` once.
pub(super) fn nearest(hits: impl Iterator<Item = Hit>, at_most: usize) -> Vec<Hit> {
    // The worst hit is on top.
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

/// The best hits of several lists, at most `at_most`, sorted. A food is kept once, with its best score.
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
            for word in [[(0, 9), (1, 5), (2, 7), (0, 3), (1, 6)], [(3, 0), (2, 1), (0, 4), (0, 2), (0, 3)]] {
                for (food, cost) in word {
                    found.fit(food, cost);
                }
                found.next_word();
            }
            assert_eq!(found.foods(), [0, 2]);
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
