//! A pregnancy, and the year after it.

use crate::domain::SignKind as S;
use crate::guide::flags::pattern::Pattern::{Given, Kinds, Sign};
use crate::guide::flags::pattern::{Rule, Way};
use crate::guide::flags::rules::breath_and_heart::AFTER_BIRTH_DAYS;
use crate::guide::flags::sign_filter::WhichCourse::{NotSaidKnown, SaidKnown};
use crate::guide::flags::sign_filter::WhichSide::NotBoth;
use crate::guide::flags::sign_filter::of;
use crate::guide::flags::state::State::{self, AfterPregnancy, Either, Pregnant, PregnantFor};
use crate::guide::flags::text::Urgency::{Now, SameDay};

/// Half of a pregnancy, 20 weeks, in days: from then on high blood pressure of pregnancy may come.
const HALF_DAYS: i64 = 140;

/// Pregnant, or up to six weeks after it.
const AROUND_BIRTH: State = Either(&[Pregnant, AfterPregnancy { least: 0, most: AFTER_BIRTH_DAYS }]);

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "rf35",
        ways: &[Way::usual(Given(
            AROUND_BIRTH,
            &Sign(of(&[S::Swelling, S::LegPain, S::CalfTender, S::SkinWarm, S::SkinColour]).on(NotBoth).known(NotSaidKnown)),
        ))],
    },
    Rule {
        id: "rf36",
        ways: &[
            Way::at(Now, Given(AROUND_BIRTH, &Sign(of(&[S::Headache, S::SightChange, S::RibPain, S::FaceSwelling]).known(NotSaidKnown)))),
            Way::at(
                SameDay,
                Given(
                    Either(&[PregnantFor { least: HALF_DAYS, most: i64::MAX }, AfterPregnancy { least: 0, most: AFTER_BIRTH_DAYS }]),
                    &Sign(of(&[S::Headache]).known(SaidKnown)),
                ),
            ),
        ],
    },
    Rule {
        id: "rf67",
        ways: &[Way::usual(Given(
            AfterPregnancy { least: AFTER_BIRTH_DAYS + 1, most: 365 },
            &Kinds {
                least: 2,
                within: 14,
                of: &Sign(of(&[
                    S::Headache,
                    S::SightChange,
                    S::RibPain,
                    S::FaceSwelling,
                    S::Breathless,
                    S::BreathlessRest,
                    S::ChestPain,
                    S::LegPain,
                    S::Swelling,
                ])),
            },
        ))],
    },
];
