//! Nerves, spine, weak and thin muscles, swallowing, falls.

use crate::domain::{Condition as C, SignKind as S};
use crate::guide::flags::medicines::{SEDATING, THINNER};
use crate::guide::flags::pattern::Near::{Days, Follows};
use crate::guide::flags::pattern::Pattern::{Any, Apart, Given, OnDays, Sign, Together};
use crate::guide::flags::pattern::{Pattern, Rule, Way};
use crate::guide::flags::sign_filter::WhichCourse::All as EvenKnown;
use crate::guide::flags::sign_filter::WhichSide::{Both, One};
use crate::guide::flags::sign_filter::of;
use crate::guide::flags::state::State::{AgeAtLeast, All, Has, Not};
use crate::guide::flags::state::takes;
use crate::guide::flags::text::Urgency::{Now, SameDay, WithinDays};

/// Weakness that is more than the soreness after a cramp.
const WEAK: Pattern = Sign(of(&[S::Weakness]).not_sore());

/// Muscles that weaken together with those of swallowing or speaking.
const SWALLOWING: Pattern = Together(
    Days(28),
    &[
        Sign(of(&[S::Weakness, S::MuscleThinning, S::Tripping])),
        // Speech that is slurred for the first time may be a stroke, which another rule is about.
        Any(&[Sign(of(&[S::TroubleSwallowing])), Sign(of(&[S::SlurredSpeech]).known(EvenKnown))]),
    ],
);

/// What may show days after a blow to the head.
const AFTER_A_BLOW: Pattern = Any(&[Sign(of(&[S::Headache, S::HeadacheSudden, S::Confusion, S::Drowsiness, S::SightChange])), WEAK]);

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "rf04",
        ways: &[
            Way::usual(Apart(2, &WEAK)),
            Way::usual(OnDays { least: 2, within: 29, of: &Sign(of(&[S::HardToRise])) }),
            Way::usual(OnDays { least: 3, within: 29, of: &Sign(of(&[S::Tripping])) }),
            Way::usual(OnDays { least: 7, within: 28, of: &Sign(of(&[S::MusclePainAway]).on(Both)) }),
        ],
    },
    Rule {
        id: "rf06",
        ways: &[Way::usual(Together(
            Days(28),
            &[
                Any(&[OnDays { least: 2, within: 29, of: &Sign(of(&[S::Weakness])) }, Sign(of(&[S::MuscleThinning]))]),
                Sign(of(&[S::Twitching])),
            ],
        ))],
    },
    Rule {
        id: "rf07",
        ways: &[
            Way::usual(Sign(of(&[S::LegsFailing]))),
            Way::usual(Together(
                Days(7),
                &[
                    OnDays { least: 2, within: 7, of: &Sign(of(&[S::Weakness]).on(Both)) },
                    Any(&[
                        Sign(of(&[S::Numbness]).on(Both)),
                        Sign(of(&[S::TroubleSwallowing, S::FaceDroop, S::Breathless, S::BreathlessRest])),
                    ]),
                ],
            )),
        ],
    },
    Rule {
        id: "rf08",
        ways: &[
            Way::usual(Sign(of(&[S::GroinNumbness, S::BladderBowel]))),
            // Known trouble of the bladder counts again when the back or the legs join in.
            Way::usual(Together(
                Days(7),
                &[
                    Sign(of(&[S::BladderBowel]).known(EvenKnown)),
                    Any(&[Sign(of(&[S::BackPain])), Sign(of(&[S::Numbness, S::Weakness]).on(Both))]),
                ],
            )),
            Way::usual(Together(
                Days(7),
                &[Sign(of(&[S::BackPain])), Any(&[Sign(of(&[S::LegsFailing])), Sign(of(&[S::Weakness]).on(Both))])],
            )),
        ],
    },
    Rule {
        id: "rf09",
        ways: &[Way::usual(Given(Not(&Has(&[C::Neuropathy])), &OnDays { least: 3, within: 28, of: &Sign(of(&[S::Numbness])) }))],
    },
    Rule {
        id: "rf39",
        ways: &[
            Way::usual(Given(Has(&[C::Cancer]), &Sign(of(&[S::BackPain])))),
            Way::usual(Given(
                Has(&[C::Cancer]),
                &Together(
                    Days(7),
                    &[Sign(of(&[S::BackPain]).known(EvenKnown)), Sign(of(&[S::Weakness, S::Numbness, S::LegsFailing, S::Limp]))],
                ),
            )),
            Way::at(WithinDays, Together(Days(28), &[Sign(of(&[S::BackPain])), Sign(of(&[S::WeightLoss]))])),
        ],
    },
    Rule {
        id: "rf49",
        ways: &[
            Way::usual(Together(Days(7), &[Sign(of(&[S::BackPain])), Sign(of(&[S::Weakness]).on(One).not_sore())])),
            Way::at(WithinDays, Together(Days(7), &[Sign(of(&[S::BackPain])), Sign(of(&[S::Numbness]).on(One))])),
        ],
    },
    Rule { id: "rf72", ways: &[Way::usual(Sign(of(&[S::MuscleThinning])))] },
    Rule {
        id: "rf73",
        ways: &[
            Way::usual(OnDays { least: 2, within: 28, of: &Sign(of(&[S::Fall])) }),
            Way::usual(Together(Days(7), &[Sign(of(&[S::Fall])), Sign(of(&[S::Dizziness, S::Unsteady]))])),
            Way::usual(Given(takes(SEDATING), &Sign(of(&[S::Fall])))),
            Way::at(
                WithinDays,
                Given(
                    All(&[AgeAtLeast(65), Not(&takes(THINNER))]),
                    &Together(Follows(7), &[Sign(of(&[S::Fall])), Sign(of(&[S::Limp, S::LegPain]))]),
                ),
            ),
        ],
    },
    Rule {
        id: "rf77",
        ways: &[Way::usual(SWALLOWING), Way::at(Now, Together(Days(7), &[SWALLOWING, Sign(of(&[S::Breathless, S::BreathlessRest]))]))],
    },
    Rule {
        id: "rf86",
        ways: &[
            Way::usual(Sign(of(&[S::LongLie]))),
            Way::usual(Together(Follows(7), &[Sign(of(&[S::Fall]).within(42)), AFTER_A_BLOW])),
            Way::usual(Given(
                crate::guide::flags::state::State::Either(&[AgeAtLeast(65), takes(THINNER)]),
                &Together(Follows(28), &[Sign(of(&[S::Fall]).within(42)), AFTER_A_BLOW]),
            )),
            Way::usual(Together(Follows(2), &[Sign(of(&[S::Fall]).within(42)), Sign(of(&[S::Vomiting]))])),
            Way::at(SameDay, Given(takes(THINNER), &Sign(of(&[S::Fall])))),
        ],
    },
    Rule {
        id: "rf88",
        ways: &[Way::usual(Given(Not(&Has(&[C::Swallowing])), &OnDays { least: 2, within: 28, of: &Sign(of(&[S::TroubleSwallowing])) }))],
    },
];
