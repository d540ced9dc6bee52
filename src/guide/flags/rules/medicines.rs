//! Signs that may come from a medicine: quinine, quinolones, blood thinners.

use crate::domain::SignKind as S;
use crate::guide::flags::medicines::{QUININE, QUINOLONE, THINNER};
use crate::guide::flags::pattern::Near::Days;
use crate::guide::flags::pattern::Pattern::{Any, Given, OnDays, Sign, Together};
use crate::guide::flags::pattern::{Rule, Way};
use crate::guide::flags::sign_filter::of;
use crate::guide::flags::state::State::{self, AgeAtLeast, All, Either, Not, Tonic, Took};
use crate::guide::flags::state::takes;
use crate::guide::flags::text::Urgency::{Now, SameDay, WithinDays};

/// How many days after the last dose quinine may still harm.
const QUININE_DAYS: i64 = 7;

/// Quinine as tablets or in tonic water.
const QUININE_LATELY: State = Either(&[Took { of: QUININE, after: QUININE_DAYS }, Tonic(QUININE_DAYS)]);

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "rf29",
        ways: &[Way::usual(Given(
            QUININE_LATELY,
            &Any(&[
                Sign(of(&[S::Bleeding, S::BleedingHeavy, S::DarkUrine, S::LittleUrine, S::YellowSkin])),
                Together(Days(2), &[Sign(of(&[S::Fever])), Sign(of(&[S::Vomiting]))]),
            ]),
        ))],
    },
    Rule { id: "rf30", ways: &[Way::usual(Given(QUININE_LATELY, &Sign(of(&[S::Hearing, S::SightChange]))))] },
    Rule {
        id: "rf56",
        ways: &[
            Way::at(
                SameDay,
                Given(
                    Took { of: QUINOLONE, after: 28 },
                    &Sign(of(&[S::TendonPain, S::LegPain, S::MusclePainAway, S::Numbness, S::Weakness])),
                ),
            ),
            Way::at(
                WithinDays,
                Given(All(&[Took { of: QUINOLONE, after: 180 }, Not(&Took { of: QUINOLONE, after: 28 })]), &Sign(of(&[S::TendonPain]))),
            ),
            // The main artery may tear during these antibiotics and for weeks after them.
            Way::at(Now, Given(All(&[Took { of: QUINOLONE, after: 60 }, AgeAtLeast(65)]), &Sign(of(&[S::BackPain, S::RibPain])))),
            Way::at(
                Now,
                Given(
                    Took { of: QUINOLONE, after: 60 },
                    &Together(Days(1), &[Sign(of(&[S::BackPain, S::RibPain])), Sign(of(&[S::Fainting]))]),
                ),
            ),
        ],
    },
    Rule {
        id: "rf68",
        ways: &[
            Way::at(SameDay, Given(takes(THINNER), &OnDays { least: 2, within: 14, of: &Sign(of(&[S::Bleeding])) })),
            Way::at(WithinDays, OnDays { least: 3, within: 14, of: &Sign(of(&[S::Bleeding])) }),
        ],
    },
    Rule {
        id: "rf69",
        ways: &[
            Way::usual(Sign(of(&[S::BleedingHeavy]))),
            Way::usual(Together(Days(2), &[Sign(of(&[S::Bleeding])), Sign(of(&[S::Fainting, S::Confusion]))])),
            Way::usual(Given(
                takes(THINNER),
                &Together(Days(2), &[Sign(of(&[S::Bleeding])), Sign(of(&[S::Headache, S::HeadacheSudden, S::Dizziness]))]),
            )),
        ],
    },
];
