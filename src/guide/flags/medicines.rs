//! The groups of medicines that the rules speak of.

use super::diary::TakenMedicine;
use crate::guide::potassium::raises_potassium;

/// A group of medicines: those of these classes, and those of these names.
#[derive(Debug, Clone, Copy)]
pub(super) struct Medicines {
    pub classes: &'static [&'static str],
    /// Generic names in lower case, for medicines whose class holds others that are not meant.
    pub names: &'static [&'static str],
    /// Names that do not count although their class does.
    pub but: &'static [&'static str],
    pub raising: bool,
    /// Whether those for skin, eyes, ears, nose or lungs do not count, which hardly reach the blood.
    pub swallowed: bool,
}

/// Words in the names of medicines that are not swallowed.
const NOT_SWALLOWED: [&str; 11] = ["cream", "ointment", "gel", "lotion", "foam", "eye", "ear", "nasal", "nose", "inhaler", "inhaled"];

const fn of_classes(classes: &'static [&'static str]) -> Medicines {
    Medicines { classes, names: &[], but: &[], raising: false, swallowed: false }
}

const fn named(names: &'static [&'static str]) -> Medicines {
    Medicines { classes: &[], names, but: &[], raising: false, swallowed: false }
}

/// Medicines that raise potassium in the blood.
pub(super) const RAISING: Medicines = Medicines { raising: true, ..of_classes(&[]) };

/// Potassium itself, as a medicine or a salt substitute.
pub(super) const POTASSIUM: Medicines = of_classes(&["potassium_salt", "salt_substitute"]);

/// Medicines against clotting. Aspirin and its like alone do not count.
pub(super) const THINNER: Medicines = Medicines {
    but: &["aspirin", "acetylsalicylic", "dipyridamole", "cilostazol"],
    ..of_classes(&["vitamin_k_antagonist", "doac_antiplatelet", "heparin"])
};

/// Red yeast rice holds lovastatin.
pub(super) const STATIN: Medicines = of_classes(&["statin", "red_yeast_rice"]);
pub(super) const STATIN_OR_FIBRATE: Medicines =
    Medicines { names: &["colchicine"], ..of_classes(&["statin", "red_yeast_rice", "fibrate"]) };
/// Medicines that raise the level of a statin, or harm muscles with it.
pub(super) const WITH_STATIN: Medicines =
    Medicines { names: &["cyclosporin", "colchicine", "amiodarone"], ..of_classes(&["fibrate", "macrolide", "azole"]) };

/// Medicines with which sodium in the blood may fall.
pub(super) const LOW_SODIUM: Medicines = Medicines {
    names: &["carbamazepine", "oxcarbazepine", "eslicarbazepine"],
    ..of_classes(&["thiazide", "ssri", "snri", "desmopressin"])
};

/// Medicines with which an uneven heartbeat may come from the salts of the blood, or from the medicine.
pub(super) const HEART_SALTS: Medicines = Medicines {
    names: &["amiodarone"],
    ..of_classes(&["thiazide", "loop_diuretic", "potassium_sparing", "lithium", "macrolide", "azole"])
};
pub(super) const DIGOXIN_OR_QUININE: Medicines = of_classes(&["digoxin", "quinine"]);
pub(super) const QUININE: Medicines = of_classes(&["quinine"]);
pub(super) const DIGOXIN: Medicines = of_classes(&["digoxin"]);
pub(super) const LITHIUM: Medicines = of_classes(&["lithium"]);
pub(super) const QUINOLONE: Medicines = of_classes(&["quinolone"]);
pub(super) const CHEMOTHERAPY: Medicines = of_classes(&["chemotherapy"]);

/// Medicines that weaken the defences against infections.
pub(super) const WEAK_DEFENCES: Medicines = Medicines {
    names: &["methotrexate", "clozapine", "carbimazole", "thiamazole", "methimazole", "propylthiouracil"],
    swallowed: true,
    ..of_classes(&["calcineurin_inhibitor", "mycophenolate", "corticosteroid"])
};

/// Medicines of the sick-day lists: with them two days of losing fluid are enough to ask. With some of the lists, [`SICK_AT_ONCE`], one is.
pub(super) const SICK_DAY: Medicines = of_classes(&[
    "ace_inhibitor",
    "arb",
    "renin_inhibitor",
    "thiazide",
    "loop_diuretic",
    "potassium_sparing",
    "carbonic_anhydrase",
    "metformin",
    "nsaid",
]);
/// With them one day of losing fluid is enough to ask.
pub(super) const SICK_AT_ONCE: Medicines = Medicines { names: &["insulin"], swallowed: true, ..of_classes(&["sglt2", "corticosteroid"]) };

/// Medicines that lose potassium.
pub(super) const LOSES_POTASSIUM: Medicines = of_classes(&["thiazide", "loop_diuretic", "laxative", "liquorice"]);
pub(super) const STEROID: Medicines = Medicines { swallowed: true, ..of_classes(&["corticosteroid"]) };
pub(super) const RELIEVER: Medicines = of_classes(&["laba", "steroid_laba"]);
pub(super) const STEROID_OR_ANTIPSYCHOTIC: Medicines = Medicines { swallowed: true, ..of_classes(&["corticosteroid", "antipsychotic"]) };
pub(super) const HYDROCORTISONE: Medicines = Medicines { swallowed: true, ..named(&["hydrocortisone"]) };
pub(super) const POTASSIUM_SPARING: Medicines = of_classes(&["potassium_sparing"]);

/// Medicines after which blood clots are likelier. A contraceptive of a progestogen alone is not.
pub(super) const CLOTTING: Medicines =
    Medicines { names: &["mestranol", "estetrol"], ..of_classes(&["estrogen", "serm", "thalidomide", "chemotherapy"]) };

/// Medicines that lower calcium or magnesium, a little.
pub(super) const LOWERS_CALCIUM: Medicines = of_classes(&["ppi", "loop_diuretic", "thiazide", "bisphosphonate"]);
/// Medicines that lower calcium, much.
pub(super) const LOWERS_CALCIUM_MUCH: Medicines = of_classes(&["denosumab", "calcimimetic"]);

/// Medicines with which a swollen face may close the throat.
pub(super) const SWELLS_FACE: Medicines = Medicines {
    names: &["sitagliptin", "linagliptin", "vildagliptin", "saxagliptin", "alogliptin"],
    ..of_classes(&["ace_inhibitor", "arb", "renin_inhibitor"])
};
pub(super) const HARMS_EYES: Medicines = named(&["hydroxychloroquine", "ethambutol"]);
pub(super) const SEDATING: Medicines = of_classes(&["benzodiazepine", "opioid", "gabapentinoid", "muscle_relaxant", "antipsychotic"]);
pub(super) const TRIMETHOPRIM: Medicines = of_classes(&["trimethoprim"]);
pub(super) const WITH_TRIMETHOPRIM: Medicines = of_classes(&["ace_inhibitor", "arb", "potassium_sparing"]);
pub(super) const VITAMIN_K_ANTAGONIST: Medicines = of_classes(&["vitamin_k_antagonist"]);
pub(super) const CALCIUM_OR_LITHIUM: Medicines = of_classes(&["vitamin_d_calcium", "lithium"]);
/// Every medicine.
pub(super) const ANY: Medicines = of_classes(&[]);

impl Medicines {
    /// Whether the medicine belongs to the group.
    pub(super) fn hold(self, medicine: &TakenMedicine<'_>) -> bool {
        if self.classes.is_empty() && self.names.is_empty() && !self.raising {
            return true;
        }
        let of_class = self.classes.iter().any(|class| medicine.is_one_of(&[class]));
        let raises = self.raising && medicine.classes.iter().any(raises_potassium) && !POTASSIUM.hold(medicine);
        let named = |names: &[&str]| names.iter().any(|name| medicine.name.holds(name));
        let is_meant = raises || named(self.names) || (of_class && !named(self.but));
        is_meant && !(self.swallowed && named(&NOT_SWALLOWED))
    }
}
