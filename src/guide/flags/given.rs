//! Rules over signs and cramps of people with a condition, a medicine or an age.

use super::pattern::Pattern::{Any, Beside, Given, NotOnBoth, Sign, Together};
use super::pattern::{Rule, WEEK, WEEKS};
use super::signs::{any, in_leg};
use super::state::DayState::{Child, DrankMuch, Has, HasNot, NoHardKnot, Pregnant, Takes, Took};
use crate::domain::{Condition, SignKind as S};

const STATIN: &[&str] = &["statin"];
const QUININE: &[&str] = &["quinine"];

/// How many days after the last tablet quinine may still harm the blood.
const QUININE_DAYS: i64 = 7;

/// Classes of medicines with which an irregular heartbeat is likelier to come from the salts of the blood.
const SALTS: &[&str] = &["thiazide", "loop_diuretic", "potassium_sparing", "ppi", "digoxin"];

pub(super) const RULES: &[Rule] = &[
    // A cramp brings only the statin's id, so that an acknowledged statin is not named again every morning.
    ("rf16", Given(Takes(STATIN), &Any(&[Sign(&[S::MusclePain, S::Weakness]), Beside(any)]))),
    // The rule fires for anybody; a medicine and kidney disease are named beside the sign.
    (
        "rf23",
        Any(&[
            Together(WEEK, &[Sign(&[S::Heartbeat]), Beside(any)]),
            Together(WEEK, &[Given(Takes(SALTS), &Sign(&[S::Heartbeat])), Beside(any)]),
            Together(WEEK, &[Given(Has(Condition::Kidney), &Sign(&[S::Heartbeat])), Beside(any)]),
        ]),
    ),
    (
        "rf24",
        Together(
            WEEK,
            &[
                Any(&[
                    Given(DrankMuch, &Sign(&[S::Confusion, S::Headache, S::Vomiting, S::Drowsiness])),
                    Given(Takes(&["thiazide", "ssri"]), &Sign(&[S::Confusion, S::Headache, S::Vomiting, S::Drowsiness])),
                ]),
                Beside(any),
            ],
        ),
    ),
    // Bleeding can make urine dark, too.
    ("rf29", Given(Took(QUININE, QUININE_DAYS), &Sign(&[S::Bleeding, S::DarkUrine]))),
    ("rf30", Given(Took(QUININE, QUININE_DAYS), &Sign(&[S::Hearing, S::SightChange, S::Confusion, S::Heartbeat]))),
    // Both ankles swell in many pregnancies.
    ("rf35", Given(Pregnant, &NotOnBoth(&[S::Swelling, S::LegPain, S::MusclePain, S::FixedPain]))),
    ("rf36", Given(Pregnant, &Sign(&[S::Headache, S::SightChange, S::RibPain, S::FaceSwelling]))),
    // A cold or pale foot is logged as one that changed its colour.
    ("rf38", Given(Has(Condition::Diabetes), &Sign(&[S::FootWound, S::Numbness, S::ColdFoot]))),
    // Pain in the back lasts, and is not logged every day; weight is lost over weeks.
    (
        "rf39",
        Any(&[
            Together(WEEK, &[Given(Has(Condition::Cancer), &Sign(&[S::BackPain])), Any(&[Sign(&[S::Weakness]), Beside(in_leg)])]),
            Together(
                WEEKS,
                &[Together(WEEK, &[Sign(&[S::BackPain]), Any(&[Sign(&[S::Weakness]), Beside(in_leg)])]), Sign(&[S::WeightLoss])],
            ),
        ]),
    ),
    // A person with restless legs in the profile has a doctor who knows already.
    ("rf42", Given(HasNot(Condition::RestlessLegs), &Given(NoHardKnot, &Sign(&[S::RestlessUrge])))),
    // One spot that always hurts also hurts at night. A week, since children tell late.
    (
        "rf43",
        Together(
            WEEK,
            &[
                Given(Child, &Any(&[Sign(&[S::LegPain, S::MusclePain, S::FixedPain]), Beside(in_leg)])),
                Sign(&[S::Limp, S::Swelling, S::Fever, S::FixedPain, S::WeightLoss]),
            ],
        ),
    ),
];
