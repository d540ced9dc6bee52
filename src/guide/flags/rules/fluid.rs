//! Losing fluid, and what follows from it.

use crate::domain::{Condition as C, SignKind as S};
use crate::guide::flags::medicines::{HYDROCORTISONE, RAISING, SICK_AT_ONCE, SICK_DAY, STEROID};
use crate::guide::flags::pattern::Near::Days;
use crate::guide::flags::pattern::Pattern::{Any, Given, InARow, OnDays, Sign, Together};
use crate::guide::flags::pattern::{Pattern, Rule, Way};
use crate::guide::flags::sign_filter::of;
use crate::guide::flags::state::State::{self, AgeAtLeast, Either, Has, Pregnant, TakenFor};
use crate::guide::flags::state::takes;
use crate::guide::flags::text::Urgency::{Now, SameDay};

/// Losing fluid.
const LOSS: Pattern = Sign(of(&[S::Vomiting, S::Diarrhoea]));

/// Steroid tablets for so long that the body's own may fail, or hydrocortisone in its place.
const LONG_STEROIDS: State = Either(&[TakenFor(STEROID, 28), takes(HYDROCORTISONE)]);

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "rf25",
        ways: &[
            Way::usual(InARow(3, &LOSS)),
            Way::usual(Given(
                Either(&[Has(&[C::Kidney, C::Dialysis, C::HeartFailure, C::FluidLimit]), Pregnant, AgeAtLeast(75), takes(SICK_DAY)]),
                &InARow(2, &LOSS),
            )),
            Way::usual(Given(takes(SICK_AT_ONCE), &LOSS)),
            Way::usual(Together(Days(1), &[Sign(of(&[S::LittleUrine])), Sign(of(&[S::Dizziness, S::Vomiting, S::Diarrhoea, S::Fever]))])),
            Way::usual(Given(
                // With dialysis there is often little urine on every day.
                Either(&[Has(&[C::Kidney, C::HeartFailure, C::FluidLimit]), takes(RAISING), AgeAtLeast(65)]),
                &Sign(of(&[S::LittleUrine])),
            )),
            Way::usual(OnDays { least: 2, within: 14, of: &Sign(of(&[S::LittleUrine])) }),
        ],
    },
    Rule {
        id: "rf90",
        ways: &[
            Way::at(SameDay, Given(LONG_STEROIDS, &LOSS)),
            Way::at(
                Now,
                Given(
                    LONG_STEROIDS,
                    &Together(Days(2), &[LOSS, Any(&[Sign(of(&[S::Dizziness, S::Drowsiness, S::Confusion, S::Fainting, S::Weakness]))])]),
                ),
            ),
        ],
    },
];
