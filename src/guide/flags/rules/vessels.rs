//! Clots, arteries, swelling, and wounds of the feet.

use crate::domain::{Condition as C, SignKind as S};
use crate::guide::flags::medicines::CLOTTING;
use crate::guide::flags::pattern::Near::{Days, SameLeg};
use crate::guide::flags::pattern::Pattern::{Any, Given, KindsOfOneLeg, OnDays, Sign, Together};
use crate::guide::flags::pattern::{Rule, Way};
use crate::guide::flags::sign_filter::WhichCourse::{All, NotSaidKnown, SaidNewOrWorse};
use crate::guide::flags::sign_filter::WhichSide::{Both, NotBoth, One};
use crate::guide::flags::sign_filter::of;
use crate::guide::flags::state::State::{Either, Has, Not};
use crate::guide::flags::state::takes;
use crate::guide::flags::text::Urgency::{Now, WithinDays};

/// For how many days a journey, an operation or days in bed make a clot likelier: 90.
const RISK_DAYS: i64 = 90;

/// Signs that a clot leaves in a leg. That a sign is known once for all never silences a clot.
const OF_A_CLOT: &[S] = &[S::Swelling, S::LegPain, S::CalfTender, S::SkinColour, S::VeinSore];

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "rf01",
        ways: &[
            Way::usual(KindsOfOneLeg {
                least: 2,
                within: 7,
                of: &Sign(
                    of(&[S::Swelling, S::LegPain, S::CalfTender, S::SkinWarm, S::SkinColour, S::VeinSore]).on(NotBoth).known(NotSaidKnown),
                ),
            }),
            // Until the side is said, a swelling may be that of one leg.
            Way::usual(Sign(of(&[S::Swelling]).on(NotBoth).known(NotSaidKnown))),
            Way::usual(Together(
                Days(RISK_DAYS),
                &[Sign(of(OF_A_CLOT).on(NotBoth).known(NotSaidKnown)), Sign(of(&[S::ClotRisk]).known(All).within(RISK_DAYS))],
            )),
            Way::usual(Given(
                Either(&[Has(&[C::EarlierClot, C::Cancer]), takes(CLOTTING)]),
                &Sign(of(OF_A_CLOT).on(NotBoth).known(NotSaidKnown)),
            )),
        ],
    },
    Rule {
        id: "rf02",
        ways: &[Way::usual(Together(
            Days(7),
            &[
                Sign(of(&[S::Breathless, S::BreathlessRest, S::ChestPain, S::CoughingBlood, S::Fainting])),
                Sign(of(OF_A_CLOT).on(NotBoth).known(NotSaidKnown)),
            ],
        ))],
    },
    Rule { id: "rf03", ways: &[Way::usual(OnDays { least: 2, within: 14, of: &Sign(of(&[S::Swelling, S::SkinColour]).on(Both)) })] },
    Rule {
        id: "rf27",
        ways: &[
            Way::usual(Given(
                Not(&Has(&[C::Pad])),
                &Any(&[Sign(of(&[S::PainWalking])), OnDays { least: 2, within: 28, of: &Sign(of(&[S::ColdFoot])) }]),
            )),
            // Whoever is known to have narrowed arteries says when it is worse.
            Way::usual(Sign(of(&[S::PainWalking]).known(SaidNewOrWorse))),
        ],
    },
    Rule {
        id: "rf28",
        ways: &[
            Way::usual(Sign(of(&[S::LegSuddenlyCold]))),
            // People with damaged nerves or narrowed arteries get it: two of the three may be known.
            Way::usual(Together(
                SameLeg(1),
                &[
                    Sign(of(&[S::LegPain, S::Weakness]).on(NotBoth)),
                    KindsOfOneLeg {
                        least: 3,
                        within: 1,
                        of: &Sign(of(&[S::ColdFoot, S::Numbness, S::Weakness, S::LegPain]).on(NotBoth).known(All)),
                    },
                ],
            )),
        ],
    },
    Rule {
        id: "rf38",
        ways: &[
            Way::usual(Given(Has(&[C::Diabetes]), &Any(&[Sign(of(&[S::FootWound])), Sign(of(&[S::SkinWarm, S::Swelling]).on(One))]))),
            Way::at(
                Now,
                Given(
                    Has(&[C::Diabetes]),
                    &Together(
                        Days(7),
                        &[Sign(of(&[S::FootWound]).known(All)), Sign(of(&[S::Fever, S::ColdFoot, S::RestPain, S::SkinColour]))],
                    ),
                ),
            ),
        ],
    },
    Rule {
        id: "rf64",
        ways: &[
            Way::usual(Together(Days(14), &[Sign(of(&[S::RestPain])), Sign(of(&[S::ColdFoot, S::FootWound, S::SkinColour]))])),
            Way::usual(Given(Has(&[C::Diabetes, C::Pad]), &Sign(of(&[S::RestPain])))),
        ],
    },
    Rule { id: "rf65", ways: &[Way::usual(OnDays { least: 2, within: 14, of: &Sign(of(&[S::RestPain])) })] },
    Rule { id: "rf81", ways: &[Way::at(WithinDays, Given(Has(&[C::Diabetes]), &Sign(of(&[S::Numbness, S::ColdFoot]))))] },
];
