//! Where do cramps come?

use super::median::share;
use super::{MIN_NIGHTS, NightSlice};
use crate::domain::{Muscle, Severity, Side};

/// How many cramps a part of the body had over some nights.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PlaceCount {
    /// The number of cramps.
    pub cramps: usize,
    /// Nights with at least one cramp there.
    pub nights: usize,
    /// The worst severity there; `None` without a cramp.
    pub worst: Option<Severity>,
}

/// A muscle on both sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MusclePlaces {
    /// The muscle.
    pub muscle: Muscle,
    /// On the left, including cramps on both sides at once.
    pub left: PlaceCount,
    /// On the right, including cramps on both sides at once.
    pub right: PlaceCount,
    /// On either side; a cramp on both at once counts once.
    pub all: PlaceCount,
}

impl MusclePlaces {
    /// Cramps on both sides at once: they stand at the left and at the right.
    #[must_use]
    pub fn both(&self) -> usize {
        self.left.cramps + self.right.cramps - self.all.cramps
    }
}

/// The cramps of a muscle on one side, or on both sides at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SideCount {
    /// The muscle.
    pub muscle: Muscle,
    /// The side.
    pub side: Side,
    /// How many cramps.
    pub cramps: usize,
}

/// Where the cramps of some nights were.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Places {
    /// Nights whose cramps are known: without any, or with cramps that are described. Shares are taken over these, because nobody
    /// knows where the cramps of a night were of which only "had cramps" was said.
    pub counted: usize,
    /// Nights of which only "had cramps" was said.
    pub not_described: usize,
    /// In the order of [`Muscle::ALL`].
    pub muscles: Vec<MusclePlaces>,
}

impl Places {
    /// All cramps, each once.
    #[must_use]
    pub fn cramps(&self) -> usize {
        self.muscles.iter().map(|muscle| muscle.all.cramps).sum()
    }

    /// Cramps on both sides at once.
    #[must_use]
    pub fn both(&self) -> usize {
        self.muscles.iter().map(MusclePlaces::both).sum()
    }

    /// Each muscle and side with cramps, in the order of [`Muscle::ALL`]; cramps on both sides at once stand apart.
    #[must_use]
    pub fn by_side(&self) -> Vec<SideCount> {
        let of_muscle = |places: &MusclePlaces| {
            let (muscle, both) = (places.muscle, places.both());
            [(Side::Both, both), (Side::Left, places.left.cramps - both), (Side::Right, places.right.cramps - both)]
                .map(|(side, cramps)| SideCount { muscle, side, cramps })
        };
        self.muscles.iter().flat_map(of_muscle).filter(|found| found.cramps > 0).collect()
    }

    /// The share of the counted nights with a cramp in this part of the body, 0 to 1; `None` with fewer than [`MIN_NIGHTS`] counted nights.
    #[must_use]
    pub fn share(&self, place: PlaceCount) -> Option<f64> {
        share(place.nights, self.counted).filter(|_| self.counted >= MIN_NIGHTS)
    }
}

/// Counts cramps by muscle and side.
#[must_use]
pub fn places(nights: NightSlice<'_>) -> Places {
    let muscle = |muscle: Muscle| MusclePlaces {
        muscle,
        left: count(nights, muscle, |side| side != Side::Right),
        right: count(nights, muscle, |side| side != Side::Left),
        all: count(nights, muscle, |_| true),
    };
    Places {
        counted: nights.iter().filter(|(_, figures)| figures.cramp_count().is_some()).count(),
        not_described: nights.iter().filter(|(_, figures)| figures.is_not_described()).count(),
        muscles: Muscle::ALL.iter().copied().map(muscle).collect(),
    }
}

fn count(nights: NightSlice<'_>, muscle: Muscle, on: impl Fn(Side) -> bool) -> PlaceCount {
    let mut found = PlaceCount::default();
    for (_, figures) in nights.logged() {
        let here = || figures.cramps.iter().filter(|cramp| cramp.muscle == muscle && on(cramp.side));
        let cramps = here().count();
        found.cramps += cramps;
        found.nights += usize::from(cramps > 0);
        found.worst = found.worst.max(here().map(|cramp| cramp.severity).max());
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insights::made_up::{calm, cramp_at, diary, night_of};
    use crate::seeded::seeded;
    use proptest::prelude::*;

    fn of(nights: &[crate::insights::NightFigures]) -> Places {
        places(NightSlice { first: "2026-01-01".parse().unwrap(), nights })
    }

    #[test]
    fn a_cramp_in_both_legs_stands_at_both_sides_but_is_one() {
        let nights = [
            night_of(vec![cramp_at(Muscle::Calf, Side::Both, 4), cramp_at(Muscle::Calf, Side::Left, 7)]),
            night_of(vec![cramp_at(Muscle::Calf, Side::Right, 2)]),
            night_of(Vec::new()),
            calm(),
        ];
        let found = of(&nights);
        let calf = found.muscles.iter().find(|places| places.muscle == Muscle::Calf).unwrap();
        let place = |cramps, nights, worst| PlaceCount { cramps, nights, worst: Severity::new(worst).ok() };
        assert_eq!((calf.left, calf.right, calf.all), (place(2, 1, 7), place(2, 2, 4), place(3, 2, 7)));
        assert_eq!((calf.both(), found.both(), found.cramps()), (1, 1, 3));
        assert_eq!((found.counted, found.not_described), (3, 1));
        assert_eq!(found.share(calf.left), None, "three nights are not enough");
    }

    proptest! {
        #![proptest_config(seeded(256))]
        #[test]
        fn places_are_those_of_counting_by_hand(nights in diary(50)) {
            let found = of(&nights);
            prop_assert_eq!(found.cramps(), nights.iter().map(|night| night.cramps.len()).sum::<usize>());
            for places in &found.muscles {
                for (side, count) in [(Side::Left, places.left), (Side::Right, places.right)] {
                    let mut severities = Vec::new();
                    let mut with = std::collections::BTreeSet::new();
                    for (index, night) in nights.iter().enumerate() {
                        for cramp in &night.cramps {
                            if cramp.muscle == places.muscle && [side, Side::Both].contains(&cramp.side) {
                                severities.push(cramp.severity);
                                with.insert(index);
                            }
                        }
                    }
                    prop_assert_eq!((count.cramps, count.nights), (severities.len(), with.len()));
                    prop_assert_eq!(count.worst, severities.into_iter().max());
                }
            }
            let cramps = || nights.iter().flat_map(|night| &night.cramps);
            for found in found.by_side() {
                let here = cramps().filter(|cramp| (cramp.muscle, cramp.side) == (found.muscle, found.side));
                prop_assert_eq!(found.cramps, here.count());
            }
            prop_assert_eq!(found.by_side().iter().map(|found| found.cramps).sum::<usize>(), cramps().count());
        }
    }
}
