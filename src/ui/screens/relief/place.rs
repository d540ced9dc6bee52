//! Where it cramps, and what helps there.

use crate::domain::Muscle;
use crate::guide::{StretchGuide, relief};

/// A choice of where the cramp is.
#[derive(Debug)]
pub(super) struct CrampPlace {
    /// The label on the button.
    pub(super) words: &'static str,
    /// The muscle that is logged.
    pub(super) muscle: Muscle,
}

/// All choices of where a cramp is, the most frequent first.
pub(super) const PLACES: [CrampPlace; 5] = [
    CrampPlace { words: "Calf", muscle: Muscle::Calf },
    CrampPlace { words: "Sole or toes", muscle: Muscle::Sole },
    CrampPlace { words: "Back of thigh", muscle: Muscle::BackThigh },
    CrampPlace { words: "Front of thigh", muscle: Muscle::FrontThigh },
    CrampPlace { words: "Shin", muscle: Muscle::Shin },
];

impl CrampPlace {
    /// What eases a cramp there, with what to try first at the beginning, then what helps anywhere.
    pub(super) fn ways(&self) -> Vec<&'static StretchGuide> {
        let easing = |muscle| relief().iter().filter(move |way| way.eases == muscle);
        easing(Some(self.muscle)).chain(easing(None)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_has_its_own_stretch_first_and_all_that_eases_is_reached() {
        let mut reached: Vec<_> = PLACES.iter().flat_map(CrampPlace::ways).map(|way| way.name.as_str()).collect();
        reached.sort_unstable();
        reached.dedup();
        assert_eq!(reached.len(), relief().len());
        for (place, first) in PLACES.iter().zip(["calf_pull_foot", "toes_back", "hamstring_straighten", "thigh_heel", "shin_point"]) {
            assert_eq!(place.ways()[0].name.as_str(), first, "{}", place.words);
            assert!((3..=4).contains(&place.ways()[0].steps.len()), "{}", place.words);
        }
    }
}
