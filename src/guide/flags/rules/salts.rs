//! The salts of the blood: calcium, sodium, potassium; and medicines that are harmful when they are not steady.

use crate::domain::{Condition as C, Cramp as Cramped, Muscle, Nutrient, SignKind as S};
use crate::guide::flags::medicines::{
    CALCIUM_OR_LITHIUM, DIGOXIN, LITHIUM, LOSES_POTASSIUM, LOW_SODIUM, LOWERS_CALCIUM, LOWERS_CALCIUM_MUCH, POTASSIUM_SPARING, RAISING,
    RELIEVER, STEROID, STEROID_OR_ANTIPSYCHOTIC,
};
use crate::guide::flags::pattern::Near::{Days, Follows, OtherSign};
use crate::guide::flags::pattern::Pattern::{Any, Beside, Given, Kinds, OnDays, Sign, Together};
use crate::guide::flags::pattern::{Pattern, Rule, Way};
use crate::guide::flags::sign_filter::WhichSide::{Both, NotOne};
use crate::guide::flags::sign_filter::of;
use crate::guide::flags::state::State::{
    self, All, BegunWithin, DrankMuch, EffortOrHeat, Either, Has, HasProduct, Logged, Not, TwoRaisePotassium,
};
use crate::guide::flags::state::takes;
use crate::guide::flags::text::Urgency::{Now, SameDay, WithinDays};

/// Tingling as it comes from low calcium: round the mouth, or in both hands.
const TINGLING: Pattern = Any(&[Sign(of(&[S::MouthTingling])), Sign(of(&[S::HandTingling]).on(Both))]);

/// A reason for low sodium.
const MAY_LACK_SODIUM: State = Either(&[DrankMuch, takes(LOW_SODIUM)]);

/// A reason for high potassium that is more than one medicine.
const MAY_HAVE_POTASSIUM: State = Either(&[
    Has(&[C::Kidney, C::Dialysis, C::HighPotassium]),
    takes(POTASSIUM_SPARING),
    TwoRaisePotassium,
    All(&[takes(RAISING), HasProduct(&[Nutrient::Potassium])]),
]);

/// How many days after a dialysis session that was missed its signs are looked for: 7.
const MISSED_DAYS: i64 = 7;
/// How far back that session is looked for: its 7 days, before the 14 of the signs.
const MISSED_REACH_DAYS: i64 = 21;

/// Signs of high potassium or of too much fluid after a dialysis session that was missed.
const AFTER_A_MISSED_SESSION: Pattern =
    Sign(of(&[S::Weakness, S::LegsFailing, S::Heartbeat, S::Breathless, S::BreathlessRest, S::ChestPain, S::Confusion]));

/// Weakness that is not of one side, which is how salts of the blood weaken.
const WEAK_ALL_OVER: Pattern = Any(&[Sign(of(&[S::Weakness]).on(NotOne)), Sign(of(&[S::LegsFailing]))]);

/// Thirst without heat or hard effort.
const THIRST: Pattern = Given(Not(&EffortOrHeat(0)), &Sign(of(&[S::Thirst])));

/// Signs of too much lithium.
const OF_LITHIUM: &[S] = &[S::Vomiting, S::Diarrhoea, S::Unsteady, S::Tremor, S::Twitching, S::SightChange, S::Weakness, S::Drowsiness];

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "rf10",
        ways: &[
            Way::usual(Together(Days(2), &[TINGLING, Any(&[Beside(is_of_hand), Sign(of(&[S::CrampsElsewhere, S::Stiffness]))])])),
            Way::usual(Given(takes(LOWERS_CALCIUM), &Together(Days(2), &[TINGLING, Beside(any)]))),
            Way::usual(Given(Either(&[takes(LOWERS_CALCIUM_MUCH), Has(&[C::Kidney, C::Dialysis])]), &TINGLING)),
            Way::usual(Together(Days(3), &[TINGLING, Sign(of(&[S::Vomiting, S::Diarrhoea]))])),
        ],
    },
    Rule {
        id: "rf24",
        ways: &[
            Way::usual(Given(MAY_LACK_SODIUM, &Sign(of(&[S::Confusion, S::Fit])))),
            Way::usual(Given(
                MAY_LACK_SODIUM,
                &Together(Days(2), &[Sign(of(&[S::Drowsiness])), Sign(of(&[S::Headache, S::Vomiting, S::Unsteady]))]),
            )),
            Way::usual(Given(BegunWithin(LOW_SODIUM, 28), &Sign(of(&[S::Drowsiness])))),
        ],
    },
    Rule {
        id: "rf58",
        ways: &[Way::usual(Given(
            MAY_LACK_SODIUM,
            &Kinds { least: 2, within: 2, of: &Sign(of(&[S::Headache, S::Vomiting, S::Unsteady, S::Dizziness, S::Weakness])) },
        ))],
    },
    Rule {
        id: "rf59",
        ways: &[
            Way::usual(Given(takes(LITHIUM), &Sign(of(&[S::Vomiting, S::Diarrhoea, S::Unsteady, S::Tremor])))),
            Way::usual(Given(
                takes(LITHIUM),
                &Kinds { least: 2, within: 3, of: &Sign(of(&[S::Tremor, S::Twitching, S::SightChange, S::Weakness, S::Drowsiness])) },
            )),
        ],
    },
    Rule {
        id: "rf60",
        ways: &[Way::usual(Given(
            takes(LITHIUM),
            &Together(
                OtherSign(3),
                &[Sign(of(&[S::SlurredSpeech, S::SpeechSudden, S::Unsteady, S::Confusion, S::Drowsiness])), Sign(of(OF_LITHIUM))],
            ),
        ))],
    },
    Rule {
        id: "rf61",
        ways: &[Way::usual(Given(
            takes(DIGOXIN),
            &Kinds {
                least: 2,
                within: 3,
                of: &Sign(of(&[
                    S::Vomiting,
                    S::Diarrhoea,
                    S::SightChange,
                    S::Confusion,
                    S::Drowsiness,
                    S::Dizziness,
                    S::Tiredness,
                    S::Headache,
                ])),
            },
        ))],
    },
    Rule {
        id: "rf62",
        ways: &[
            Way::usual(Together(Follows(MISSED_DAYS), &[Sign(of(&[S::MissedDialysis]).within(MISSED_REACH_DAYS)), AFTER_A_MISSED_SESSION])),
            Way::usual(Together(Days(3), &[Sign(of(&[S::MissedDialysis])), AFTER_A_MISSED_SESSION])),
            Way::usual(Given(
                MAY_HAVE_POTASSIUM,
                &Together(Days(2), &[WEAK_ALL_OVER, Sign(of(&[S::Heartbeat, S::Fainting, S::Breathless, S::BreathlessRest]))]),
            )),
        ],
    },
    Rule {
        id: "rf63",
        ways: &[
            Way::usual(Sign(of(&[S::MissedDialysis]).within(90))),
            Way::usual(Given(
                Either(&[Has(&[C::Kidney, C::Dialysis]), takes(RAISING)]),
                &Together(
                    Days(2),
                    &[
                        OnDays { least: 2, within: 7, of: &Sign(of(&[S::Vomiting, S::Diarrhoea])) },
                        Sign(of(&[S::Weakness, S::Dizziness, S::LittleUrine, S::Drowsiness])),
                    ],
                ),
            )),
            Way::usual(Given(MAY_HAVE_POTASSIUM, &WEAK_ALL_OVER)),
        ],
    },
    Rule {
        id: "rf71",
        ways: &[Way::usual(Given(
            Either(&[
                takes(LOSES_POTASSIUM),
                All(&[takes(STEROID), takes(RELIEVER)]),
                Logged { signs: &[S::Vomiting, S::Diarrhoea], days: 5, within: 27 },
                Has(&[C::EatingDisorder]),
            ]),
            &WEAK_ALL_OVER,
        ))],
    },
    Rule {
        id: "rf74",
        ways: &[Way::usual(Given(
            Either(&[HasProduct(&[Nutrient::Calcium, Nutrient::VitaminD]), takes(CALCIUM_OR_LITHIUM)]),
            &Together(Days(7), &[THIRST, Sign(of(&[S::Tiredness, S::Vomiting, S::Confusion, S::Weakness]))]),
        ))],
    },
    Rule {
        id: "rf87",
        ways: &[
            Way::at(WithinDays, OnDays { least: 2, within: 14, of: &THIRST }),
            Way::at(SameDay, Together(Days(7), &[THIRST, Sign(of(&[S::WeightLoss, S::Vomiting, S::Tiredness, S::SightChange]))])),
            Way::at(SameDay, Given(Either(&[Has(&[C::Diabetes]), takes(STEROID_OR_ANTIPSYCHOTIC)]), &THIRST)),
            Way::at(Now, Together(Days(2), &[THIRST, Sign(of(&[S::Confusion, S::Drowsiness, S::Breathless, S::BreathlessRest]))])),
            Way::at(Now, Given(Has(&[C::Diabetes]), &Together(Days(2), &[THIRST, Sign(of(&[S::Vomiting]))]))),
        ],
    },
];

fn any(_: &Cramped) -> bool {
    true
}

fn is_of_hand(cramp: &Cramped) -> bool {
    cramp.muscle == Muscle::Hand
}
