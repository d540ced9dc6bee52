//! Head, mind, sight, fever, wounds, poison.

use crate::domain::{Condition as C, SignKind as S};
use crate::guide::flags::medicines::{ANY, CHEMOTHERAPY, HARMS_EYES, WEAK_DEFENCES};
use crate::guide::flags::pattern::Near::{Days, Follows};
use crate::guide::flags::pattern::Pattern::{Any, Given, OnDays, Sign, Together};
use crate::guide::flags::pattern::{Rule, Way};
use crate::guide::flags::rules::breath_and_heart::AFTER_BIRTH_DAYS;
use crate::guide::flags::sign_filter::WhichCourse::{All, Known, NotSaidKnown};
use crate::guide::flags::sign_filter::of;
use crate::guide::flags::state::State::{AfterPregnancy, AgeAtLeast, BegunWithin, EffortOrHeat, Either, Has, Pregnant};
use crate::guide::flags::state::takes;
use crate::guide::flags::text::Urgency::{Now, SameDay};

/// For how many days after a wound spasms may be tetanus: 21.
const WOUND_DAYS: i64 = 21;
/// How far back a wound is looked for: its 21 days, before the 28 of the stiffness.
const WOUND_REACH_DAYS: i64 = 49;

pub(super) const RULES: &[Rule] = &[
    Rule { id: "rf05", ways: &[Way::usual(Sign(of(&[S::SuddenOneSided, S::FaceDroop, S::SpeechSudden, S::SightLost, S::SlurredSpeech])))] },
    Rule {
        id: "rf13",
        ways: &[
            Way::usual(Together(
                Follows(WOUND_DAYS),
                &[Sign(of(&[S::Wound, S::FootWound]).within(WOUND_REACH_DAYS)), Sign(of(&[S::Stiffness]))],
            )),
            Way::usual(Together(Follows(WOUND_DAYS), &[Sign(of(&[S::Wound]).within(WOUND_REACH_DAYS)), Sign(of(&[S::CrampsElsewhere]))])),
            // Many people with tetanus have no wound to tell of.
            Way::usual(Sign(of(&[S::StiffJaw]).known(All))),
        ],
    },
    Rule { id: "rf14", ways: &[Way::usual(Sign(of(&[S::Poison])))] },
    Rule {
        id: "rf26",
        ways: &[Way::usual(Together(
            Days(2),
            &[
                Sign(of(&[S::Fever])),
                Sign(of(&[
                    S::SkinColour,
                    S::SkinWarm,
                    S::Swelling,
                    S::CalfTender,
                    S::VeinSore,
                    S::LegPain,
                    S::BackPain,
                    S::FootWound,
                    S::Wound,
                ])),
            ],
        ))],
    },
    Rule {
        id: "rf52",
        ways: &[Way::usual(Together(
            Days(2),
            &[
                Sign(of(&[S::Poison])),
                Sign(of(&[
                    S::Confusion,
                    S::Drowsiness,
                    S::Fit,
                    S::Breathless,
                    S::BreathlessRest,
                    S::ChestPain,
                    S::SlurredSpeech,
                    S::Vomiting,
                ])),
            ],
        ))],
    },
    Rule { id: "rf54", ways: &[Way::usual(Given(EffortOrHeat(1), &Sign(of(&[S::Confusion, S::Drowsiness, S::Fit, S::Fainting]))))] },
    Rule {
        id: "rf66",
        ways: &[
            Way::at(
                Now,
                Together(
                    Days(2),
                    &[
                        Sign(of(&[S::Fever])),
                        Any(&[
                            Sign(of(&[S::Confusion, S::Drowsiness]).known(NotSaidKnown)),
                            Sign(of(&[S::BreathlessRest, S::LittleUrine, S::Stiffness, S::StiffJaw, S::Fainting, S::Bleeding])),
                        ]),
                    ],
                ),
            ),
            Way::at(Now, Given(takes(CHEMOTHERAPY), &Sign(of(&[S::Fever])))),
            Way::at(
                SameDay,
                Given(
                    Either(&[takes(WEAK_DEFENCES), Pregnant, AfterPregnancy { least: 0, most: AFTER_BIRTH_DAYS }]),
                    &Sign(of(&[S::Fever])),
                ),
            ),
        ],
    },
    Rule {
        id: "rf75",
        ways: &[
            Way::at(
                Now,
                Together(
                    Days(2),
                    &[
                        Sign(of(&[S::Headache])),
                        Any(&[
                            Sign(of(&[S::Stiffness, S::Confusion, S::SightChange, S::Fit, S::FaceDroop, S::SpeechSudden, S::Fainting])),
                            Sign(of(&[S::Weakness]).not_sore()),
                        ]),
                    ],
                ),
            ),
            Way::at(Now, Sign(of(&[S::HeadacheSudden]))),
            Way::at(SameDay, Together(Days(2), &[Sign(of(&[S::Headache])), Sign(of(&[S::Fever]))])),
            Way::at(
                SameDay,
                Given(AgeAtLeast(50), &Together(Days(2), &[Sign(of(&[S::Headache])), Sign(of(&[S::SightChange]).known(Known))])),
            ),
        ],
    },
    Rule {
        id: "rf76",
        ways: &[
            Way::usual(Sign(of(&[S::Confusion]))),
            // Confusion that is always there counts when something has joined it.
            Way::usual(Together(Days(2), &[Sign(of(&[S::Confusion]).known(All)), Sign(of(&[S::Fever, S::Vomiting, S::Fall]))])),
            Way::usual(Given(BegunWithin(ANY, 28), &Sign(of(&[S::Confusion]).known(All)))),
        ],
    },
    Rule {
        id: "rf82",
        ways: &[
            Way::usual(OnDays { least: 2, within: 14, of: &Sign(of(&[S::SightChange])) }),
            Way::usual(Given(Either(&[AgeAtLeast(50), Has(&[C::Diabetes]), takes(HARMS_EYES)]), &Sign(of(&[S::SightChange])))),
        ],
    },
    Rule { id: "rf83", ways: &[Way::usual(Sign(of(&[S::Drowsiness])))] },
];
