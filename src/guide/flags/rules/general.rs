//! Long cramps, children, and signs that need looking at by themselves.

use crate::domain::{Condition as C, Cramp as Cramped, Muscle, SignKind as S};
use crate::guide::flags::pattern::Near::Days;
use crate::guide::flags::pattern::Pattern::{Any, Apart, Beside, Cramp, Given, Kinds, OnDays, Sign, Together};
use crate::guide::flags::pattern::{Pattern, Rule, Way};
use crate::guide::flags::sign_filter::of;
use crate::guide::flags::state::State::{Child, Either, Has, NoHardKnot, Not, Pregnant};
use crate::guide::flags::text::Urgency::{NextVisit, WithinDays};

/// The id of the red flag about a cramp of more than [`LONG_CRAMP_MINUTES`], as in `assets/guide/red_flags.csv`: "rf12".
pub const LONG_CRAMP: &str = "rf12";

/// A cramp that lasts longer than this, 10 minutes, raises the red flag [`LONG_CRAMP`].
pub const LONG_CRAMP_MINUTES: f64 = 10.0;

/// Signs of a thyroid that is slow. It slows over weeks, so that one bad day is none.
const SLOW: Pattern = Sign(of(&[S::Tiredness, S::WeightGain, S::FeelingCold]));

pub(super) const RULES: &[Rule] = &[
    Rule { id: LONG_CRAMP, ways: &[Way::usual(Cramp(is_long))] },
    Rule { id: "rf40", ways: &[Way::usual(Sign(of(&[S::SwollenBelly])))] },
    Rule {
        id: "rf41",
        ways: &[Way::usual(Given(Not(&Either(&[Has(&[C::Thyroid]), Pregnant])), &Apart(7, &Kinds { least: 2, within: 28, of: &SLOW })))],
    },
    Rule {
        id: "rf42",
        // A person with restless legs in the profile has a doctor who knows already.
        ways: &[Way::usual(Given(
            Not(&Has(&[C::RestlessLegs])),
            &OnDays { least: 3, within: 28, of: &Given(NoHardKnot, &Sign(of(&[S::RestlessUrge]))) },
        ))],
    },
    Rule {
        id: "rf43",
        // A week, since children tell late.
        ways: &[Way::usual(Together(
            Days(7),
            &[
                Given(Child, &Any(&[Sign(of(&[S::LegPain, S::MusclePain, S::FixedPain])), Beside(is_of_leg)])),
                Sign(of(&[S::Limp, S::Swelling, S::Fever, S::FixedPain, S::WeightLoss])),
            ],
        ))],
    },
    Rule {
        id: "rf70",
        ways: &[
            Way::at(WithinDays, OnDays { least: 2, within: 28, of: &Sign(of(&[S::WeightLoss])) }),
            Way::at(
                WithinDays,
                Together(
                    Days(28),
                    &[Sign(of(&[S::WeightLoss])), Sign(of(&[S::Tiredness, S::Diarrhoea, S::SwollenBelly, S::Fever, S::BackPain]))],
                ),
            ),
            Way::at(NextVisit, Sign(of(&[S::WeightLoss]))),
        ],
    },
    Rule { id: "rf78", ways: &[Way::usual(Sign(of(&[S::YellowSkin])))] },
    Rule { id: "rf80", ways: &[Way::usual(Sign(of(&[S::Withdrawal])))] },
];

/// Whether the cramp is in a leg or foot; "other muscle" may be a groin or a buttock.
fn is_of_leg(cramp: &Cramped) -> bool {
    cramp.muscle != Muscle::Hand
}

fn is_long(cramp: &Cramped) -> bool {
    cramp.duration.is_some_and(|minutes| minutes.get() > LONG_CRAMP_MINUTES)
}
