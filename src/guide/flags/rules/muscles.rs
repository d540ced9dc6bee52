//! Muscles that break down or suffer from a medicine, and cramps of other muscles.

use crate::domain::{Cramp as Cramped, Muscle, SignKind as S};
use crate::guide::flags::medicines::{STATIN, STATIN_OR_FIBRATE, WITH_STATIN};
use crate::guide::flags::pattern::Near::Days;
use crate::guide::flags::pattern::Pattern::{Any, Beside, Cramp, Given, OnDays, Sign, Together, Without};
use crate::guide::flags::pattern::{Pattern, Rule, Way};
use crate::guide::flags::sign_filter::WhichSide::{Both, NotOne};
use crate::guide::flags::sign_filter::of;
use crate::guide::flags::state::State::{All, BegunWithin, HardEffort, Not};
use crate::guide::flags::state::takes;

/// The lowest severity that counts as severe: 7 of 10.
const SEVERE: u8 = 7;

/// A statin counts as new for a year.
const NEW_STATIN_DAYS: i64 = 365;

/// Muscles that ache by day on two days of two weeks.
const ACHES: Pattern = OnDays { least: 2, within: 14, of: &Sign(of(&[S::MusclePainAway])) };

/// Dark urine with a reason to think of muscle.
const DARK_FROM_MUSCLE: Pattern = Any(&[
    Together(
        Days(3),
        &[
            Sign(of(&[S::DarkUrine])),
            Any(&[
                Sign(of(&[S::MusclePainAway, S::HardToRise, S::LongLie, S::Confusion, S::LittleUrine])),
                Sign(of(&[S::MusclePain]).on(Both)),
                Sign(of(&[S::Weakness]).not_sore()),
                Beside(is_severe),
            ]),
        ],
    ),
    Given(HardEffort(3), &Sign(of(&[S::DarkUrine]))),
    Given(takes(STATIN_OR_FIBRATE), &Sign(of(&[S::DarkUrine]))),
]);

pub(super) const RULES: &[Rule] = &[
    Rule { id: "rf15", ways: &[Way::usual(DARK_FROM_MUSCLE)] },
    Rule {
        id: "rf16",
        ways: &[
            Way::usual(Given(takes(STATIN), &Sign(of(&[S::HardToRise])))),
            Way::usual(Given(takes(STATIN), &OnDays { least: 2, within: 14, of: &Sign(of(&[S::Weakness]).on(NotOne)) })),
            Way::usual(Given(BegunWithin(STATIN, NEW_STATIN_DAYS), &ACHES)),
            Way::usual(Given(All(&[takes(STATIN), BegunWithin(WITH_STATIN, 28)]), &Sign(of(&[S::MusclePainAway])))),
        ],
    },
    Rule {
        id: "rf22",
        ways: &[
            Way::usual(OnDays { least: 3, within: 28, of: &Any(&[Sign(of(&[S::CrampsElsewhere])), Cramp(is_of_hand)]) }),
            Way::usual(Together(Days(2), &[Sign(of(&[S::CrampsElsewhere])), Cramp(is_severe_of_leg)])),
        ],
    },
    Rule {
        id: "rf53",
        ways: &[Way::usual(Without(
            &Sign(of(&[S::DarkUrine])),
            &Any(&[DARK_FROM_MUSCLE, Together(Days(3), &[Sign(of(&[S::DarkUrine])), Sign(of(&[S::YellowSkin]))])]),
        ))],
    },
    Rule { id: "rf55", ways: &[Way::usual(Given(All(&[takes(STATIN), Not(&BegunWithin(STATIN, NEW_STATIN_DAYS))]), &ACHES))] },
];

fn is_severe(cramp: &Cramped) -> bool {
    cramp.severity.get() >= SEVERE
}

fn is_of_hand(cramp: &Cramped) -> bool {
    cramp.muscle == Muscle::Hand
}

/// "Other muscle" may be a groin or a buttock.
fn is_severe_of_leg(cramp: &Cramped) -> bool {
    is_severe(cramp) && !is_of_hand(cramp)
}
