//! Breath, chest, heart, fainting, and a swollen face or throat.

use crate::domain::{Condition as C, SignKind as S};
use crate::guide::flags::medicines::{DIGOXIN_OR_QUININE, HEART_SALTS, SWELLS_FACE};
use crate::guide::flags::pattern::Near::Days;
use crate::guide::flags::pattern::Pattern::{Any, Given, Kinds, OnDays, Sign, Together, Without};
use crate::guide::flags::pattern::{Pattern, Rule, Way};
use crate::guide::flags::sign_filter::WhichCourse::All as EvenKnown;
use crate::guide::flags::sign_filter::WhichSide::Both;
use crate::guide::flags::sign_filter::of;
use crate::guide::flags::state::State::{self, AfterPregnancy, Either, Has, Logged, Not, Pregnant, PregnantFor};
use crate::guide::flags::state::takes;
use crate::guide::flags::text::Urgency::{Now, SameDay, WithinDays};

/// The first 14 weeks of a pregnancy, in days.
const EARLY_DAYS: i64 = 98;
/// Six weeks after a birth, in days.
pub(super) const AFTER_BIRTH_DAYS: i64 = 42;

/// Signs that make a faint an emergency.
const WITH_A_FAINT: Pattern = Sign(of(&[
    S::ChestPain,
    S::Breathless,
    S::BreathlessRest,
    S::Heartbeat,
    S::Headache,
    S::HeadacheSudden,
    S::BackPain,
    S::RibPain,
    S::BleedingHeavy,
]));

/// Pregnant, or within six weeks after it.
const AROUND_BIRTH: State = Either(&[Pregnant, AfterPregnancy { least: 0, most: AFTER_BIRTH_DAYS }]);

/// A faint with another warning sign.
const FAINT_WITH_MORE: Pattern = Any(&[
    Together(Days(2), &[Sign(of(&[S::Fainting])), WITH_A_FAINT]),
    // In a pregnancy and six weeks after it, what looks like the usual faint may be another.
    Together(Days(2), &[Given(AROUND_BIRTH, &Sign(of(&[S::Fainting]).known(EvenKnown))), WITH_A_FAINT]),
    Given(PregnantFor { least: 0, most: EARLY_DAYS }, &Sign(of(&[S::Fainting]).known(EvenKnown))),
    Given(Either(&[takes(DIGOXIN_OR_QUININE), Has(&[C::HeartFailure, C::FluidLimit])]), &Sign(of(&[S::Fainting]))),
]);

/// An uneven heartbeat with a reason to call at once.
const HEART_NOW: Pattern = Any(&[
    Together(
        Days(2),
        &[
            Sign(of(&[S::Heartbeat]).known(EvenKnown)),
            Any(&[
                Sign(of(&[S::Weakness]).not_sore()),
                Sign(of(&[S::Fainting, S::Breathless, S::BreathlessRest, S::ChestPain, S::Dizziness])),
            ]),
        ],
    ),
    Given(
        Either(&[
            Has(&[C::Kidney, C::Dialysis, C::HighPotassium]),
            takes(DIGOXIN_OR_QUININE),
            Logged { signs: &[S::Vomiting, S::Diarrhoea], days: 2, within: 7 },
        ]),
        &Sign(of(&[S::Heartbeat])),
    ),
]);

/// An uneven heartbeat with a medicine that disturbs the salts of the blood.
const HEART_TODAY: Pattern = Given(takes(HEART_SALTS), &Sign(of(&[S::Heartbeat])));

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "rf11",
        ways: &[
            Way::usual(Sign(of(&[S::Fit, S::TightThroat]))),
            // In a pregnancy and six weeks after it, a fit that looks like the usual one may be another.
            Way::usual(Given(AROUND_BIRTH, &Sign(of(&[S::Fit, S::TightThroat]).known(EvenKnown)))),
            Way::usual(FAINT_WITH_MORE),
        ],
    },
    Rule { id: "rf23", ways: &[Way::at(Now, HEART_NOW), Way::at(SameDay, HEART_TODAY)] },
    Rule { id: "rf46", ways: &[Way::usual(Sign(of(&[S::BreathlessRest, S::ChestPain, S::CoughingBlood])))] },
    Rule { id: "rf47", ways: &[Way::usual(Sign(of(&[S::Breathless])))] },
    Rule {
        id: "rf48",
        ways: &[
            Way::usual(Given(
                Has(&[C::Heart, C::HeartFailure, C::FluidLimit, C::Kidney, C::Liver, C::Dialysis]),
                &Kinds {
                    least: 2,
                    within: 7,
                    of: &Any(&[
                        Sign(of(&[S::Swelling]).on(Both)),
                        Sign(of(&[S::WeightGain, S::Breathless, S::BreathlessRest, S::SwollenBelly])),
                    ]),
                },
            )),
            Way::at(WithinDays, Given(Has(&[C::HeartFailure, C::FluidLimit, C::Dialysis]), &Sign(of(&[S::WeightGain])))),
        ],
    },
    Rule { id: "rf51", ways: &[Way::usual(Without(&Sign(of(&[S::Fainting])), &FAINT_WITH_MORE))] },
    Rule {
        id: "rf57",
        ways: &[Way::usual(OnDays { least: 2, within: 14, of: &Without(&Sign(of(&[S::Heartbeat])), &Any(&[HEART_NOW, HEART_TODAY])) })],
    },
    Rule {
        id: "rf85",
        ways: &[
            Way::at(
                Now,
                Given(
                    NOT_PREGNANT,
                    &Together(
                        Days(1),
                        &[
                            Sign(of(&[S::FaceSwelling])),
                            Sign(of(&[S::TightThroat, S::Breathless, S::BreathlessRest, S::TroubleSwallowing, S::Fainting, S::Vomiting])),
                        ],
                    ),
                ),
            ),
            Way::at(Now, Given(NOT_PREGNANT, &Given(takes(SWELLS_FACE), &Sign(of(&[S::FaceSwelling]))))),
            Way::at(SameDay, Given(NOT_PREGNANT, &Sign(of(&[S::FaceSwelling])))),
        ],
    },
];

/// Neither pregnant nor within six weeks after it, when a swollen face means something else.
const NOT_PREGNANT: State = Not(&AROUND_BIRTH);
