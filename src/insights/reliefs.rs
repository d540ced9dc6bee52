//! What relieved cramps?

use super::median::share;
use super::{MIN_NIGHTS, NightSlice};
use crate::domain::{Helped, Relief};

/// How many answers a share of answers needs, 7, besides the logged nights.
pub const MIN_ANSWERS: usize = 7;

/// How often one way of relief was tried, and how often it helped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReliefCount {
    /// What was tried.
    pub relief: Relief,
    /// Cramps that it helped.
    pub yes: usize,
    /// Cramps that it helped a little.
    pub some: usize,
    /// Cramps that it did not help.
    pub no: usize,
    /// Cramps of which it was not said whether it helped.
    pub not_said: usize,
    /// Logged nights of the range.
    pub logged: usize,
}

impl ReliefCount {
    /// The number of cramps against which it was tried.
    #[must_use]
    pub fn tried(self) -> usize {
        self.answered() + self.not_said
    }

    /// The number of cramps of which it was said whether it helped.
    #[must_use]
    pub fn answered(self) -> usize {
        self.yes + self.some + self.no
    }

    /// The share of the answers that say this, 0 to 1; `None` with fewer than [`MIN_NIGHTS`] logged nights or [`MIN_ANSWERS`] answers.
    #[must_use]
    pub fn share(self, helped: Helped) -> Option<f64> {
        let said = match helped {
            Helped::No => self.no,
            Helped::Some => self.some,
            Helped::Yes => self.yes,
        };
        share(said, self.answered()).filter(|_| self.missing().is_none())
    }

    /// What is missing for a share; `None` where nothing is.
    #[must_use]
    pub fn missing(self) -> Option<MissingForShare> {
        let answers = self.answered();
        if self.logged < MIN_NIGHTS {
            return Some(MissingForShare::Nights(self.logged));
        }
        (answers < MIN_ANSWERS).then_some(MissingForShare::Answers(answers))
    }
}

/// What is missing for a share of answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MissingForShare {
    /// Only this many nights of the [`MIN_NIGHTS`] are logged.
    Nights(usize),
    /// Only this many answers of the [`MIN_ANSWERS`] are there.
    Answers(usize),
}

/// What was tried against the cramps of some nights.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reliefs {
    /// Logged nights.
    pub logged: usize,
    /// What was tried at least once, what was tried most often first.
    pub tried: Vec<ReliefCount>,
    /// All cramps of the nights.
    pub cramps: usize,
    /// Cramps of which it is not said that anything was tried.
    pub nothing_said: usize,
}

/// Counts what was tried, and whether it helped.
///
/// Several things tried against the same cramp each count with their own answer; which of them ended it nobody knows.
#[must_use]
pub fn reliefs(nights: NightSlice<'_>) -> Reliefs {
    let logged = nights.logged().count();
    let count = |relief: &Relief| {
        let tries = || nights.cramps().flat_map(|cramp| &cramp.tried).filter(|tried| tried.relief == *relief);
        let said = |helped| tries().filter(|tried| tried.helped == helped).count();
        let [yes, some, no, not_said] = [Some(Helped::Yes), Some(Helped::Some), Some(Helped::No), None].map(said);
        ReliefCount { relief: *relief, yes, some, no, not_said, logged }
    };
    let mut tried: Vec<_> = Relief::ALL.iter().map(count).filter(|count| count.tried() > 0).collect();
    tried.sort_by_key(|count| std::cmp::Reverse(count.tried()));
    let nothing_said = nights.cramps().filter(|cramp| cramp.tried.is_empty()).count();
    Reliefs { logged, tried, cramps: nights.cramps().count(), nothing_said }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Cramp, Tried};
    use crate::insights::made_up::{calm, cramp, diary, night_of};
    use crate::seeded::seeded;
    use proptest::prelude::*;

    fn of(nights: &[crate::insights::NightFigures]) -> Reliefs {
        reliefs(NightSlice { first: "2026-01-01".parse().unwrap(), nights })
    }

    #[test]
    fn a_share_is_over_answers_and_needs_seven_of_them_and_seven_nights() {
        let tried = |helped| Cramp { tried: vec![Tried { relief: Relief::Heat, helped }], ..cramp(4) };
        let mut cramps = vec![tried(None); 5];
        cramps.extend(vec![tried(Some(Helped::Yes)); 3]);
        cramps.extend(vec![tried(Some(Helped::Some)); 2]);
        cramps.extend([tried(Some(Helped::No)), cramp(2)]);
        let nights = |cramps: &[Cramp], others| [&[night_of(cramps.to_vec())][..], &vec![calm(); others]].concat();
        let found = of(&nights(&cramps, 6));
        assert_eq!(found.tried, [ReliefCount { relief: Relief::Heat, yes: 3, some: 2, no: 1, not_said: 5, logged: 7 }]);
        assert_eq!((found.cramps, found.nothing_said), (12, 1));
        assert_eq!(found.tried[0].share(Helped::Yes), None, "six answers are not enough");
        cramps.push(tried(Some(Helped::No)));
        let share = |others| of(&nights(&cramps, others)).tried[0].share(Helped::Yes);
        assert!(share(6).is_some_and(|share| (share - 3.0 / 7.0).abs() < 1e-9), "{:?}", share(6));
        assert_eq!(share(5), None, "six nights are not enough");
    }

    proptest! {
        #![proptest_config(seeded(256))]
        #[test]
        fn every_try_stands_in_one_place(nights in diary(40)) {
            let found = of(&nights);
            let mut left: Vec<(Relief, Option<Helped>)> =
                nights.iter().flat_map(|night| &night.cramps).flat_map(|cramp| &cramp.tried).map(|tried| (tried.relief, tried.helped)).collect();
            for count in &found.tried {
                for (helped, times) in [(Some(Helped::Yes), count.yes), (Some(Helped::Some), count.some), (Some(Helped::No), count.no), (None, count.not_said)] {
                    for _ in 0..times {
                        let place = left.iter().position(|tried| *tried == (count.relief, helped));
                        prop_assert!(place.is_some());
                        left.swap_remove(place.unwrap());
                    }
                }
                prop_assert!(count.tried() > 0);
            }
            prop_assert!(left.is_empty(), "not counted: {left:?}");
            prop_assert!(found.tried.windows(2).all(|pair| pair[0].tried() >= pair[1].tried()));
        }
    }
}
