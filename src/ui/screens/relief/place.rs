//! Where it cramps, and what helps there.

use crate::domain::Muscle;
use crate::guide::{StretchGuide, relief};

/// A place to choose.
#[derive(Debug)]
pub(super) struct Place {
    /// Its words on the screen.
    pub(super) words: &'static str,
    /// The muscle that is logged.
    pub(super) muscle: Muscle,
    /// The part of the guide's stretches.
    part: &'static str,
}

/// All places, the most frequent first.
pub(super) const PLACES: [Place; 5] = [
    Place { words: "Calf", muscle: Muscle::Calf, part: "calf" },
    Place { words: "Sole or toes", muscle: Muscle::Sole, part: "sole of the foot" },
    Place { words: "Back of thigh", muscle: Muscle::BackThigh, part: "back of thigh" },
    Place { words: "Front of thigh", muscle: Muscle::FrontThigh, part: "front of thigh" },
    Place { words: "Shin", muscle: Muscle::Shin, part: "shin" },
];

impl Place {
    /// What eases a cramp there, the first thing to try first; then what helps anywhere.
    pub(super) fn ways(&self) -> Vec<&'static StretchGuide> {
        let of = |part: &'static str| relief().iter().filter(move |way| way.part == part);
        of(self.part).chain(of("any muscle")).chain(of("whole leg")).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_has_its_own_stretch_first_and_all_that_eases_is_reached() {
        let mut reached: Vec<_> = PLACES.iter().flat_map(Place::ways).map(|way| way.name.as_str()).collect();
        reached.sort_unstable();
        reached.dedup();
        assert_eq!(reached.len(), relief().len());
        for (place, first) in PLACES.iter().zip(["calf_pull_foot", "toes_back", "hamstring_straighten", "thigh_heel", "shin_point"]) {
            assert_eq!(place.ways()[0].name.as_str(), first, "{}", place.words);
            assert!((3..=4).contains(&place.ways()[0].steps.len()), "{}", place.words);
        }
    }
}
