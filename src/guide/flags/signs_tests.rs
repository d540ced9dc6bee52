//! Each rule over signs and cramps: the smallest diary that fires it, and the nearest that does not.

use super::test_diary::{Row, blank, check};
use crate::domain::Muscle::{Calf, Hand, Other, Sole};
use crate::domain::Side::{Both, Left, Right};
use crate::domain::SignKind as S;

pub(super) const ROWS: &[Row] = &[
    ("rf01", || blank().sided(0, S::Swelling, Left).calf(0), || blank().sided(0, S::Swelling, Both).calf(0)),
    ("rf01", || blank().sided(0, S::Swelling, Left).calf(1), || blank().sided(0, S::Swelling, Left).calf(2)),
    ("rf01", || blank().sided(0, S::Swelling, Left).cramp(0, Calf, Both, 5), || blank().sided(0, S::Swelling, Right).calf(0)),
    ("rf01", || blank().sided(0, S::Swelling, Left).sign(7, S::SkinWarm), || blank().sided(0, S::Swelling, Left).sign(8, S::SkinWarm)),
    (
        "rf01",
        || blank().sided(0, S::Swelling, Left).sided(0, S::LegPain, Left),
        || blank().sided(0, S::Swelling, Left).sided(0, S::LegPain, Right),
    ),
    ("rf02", || blank().sign(0, S::Breathless).sign(7, S::Swelling), || blank().sign(0, S::Breathless).sign(8, S::Swelling)),
    ("rf02", || blank().sign(0, S::ChestPain).calf(3), || blank().sign(0, S::ChestPain).cramp(3, Hand, Left, 5)),
    ("rf02", || blank().sign(0, S::CoughingBlood).sign(0, S::LegPain), || blank().sign(0, S::CoughingBlood).sign(0, S::Fever)),
    ("rf03", || blank().sided(0, S::Swelling, Both).calf(0), || blank().sided(0, S::Swelling, Both)),
    ("rf03", || blank().sign(1, S::SkinColour).calf(2), || blank().sign(1, S::SkinColour).calf(3)),
    ("rf04", || blank().sign(0, S::Weakness).sign(9, S::Weakness), || blank().sign(0, S::Weakness)),
    ("rf05", || blank().sign(0, S::SuddenOneSided), || blank().sided(0, S::Weakness, Left)),
    ("rf06", || blank().sign(0, S::MuscleThinning).sign(20, S::Twitching), || blank().sign(0, S::Weakness).sign(20, S::Twitching)),
    (
        "rf06",
        || blank().sign(0, S::Weakness).sign(1, S::Weakness).sign(0, S::Twitching),
        || blank().sign(0, S::Weakness).sign(0, S::Weakness).sign(0, S::Twitching),
    ),
    ("rf06", || blank().sign(0, S::Weakness).sign(20, S::SlurredSpeech), || blank().sign(0, S::Numbness).sign(20, S::SlurredSpeech)),
    ("rf07", || blank().sign(0, S::LegsFailing), || blank().sided(0, S::Weakness, Both)),
    ("rf07", || blank().sign(0, S::Breathless), || blank().sign(0, S::ChestPain)),
    ("rf08", || blank().sign(0, S::GroinNumbness), || blank().sign(0, S::Numbness)),
    ("rf08", || blank().sign(0, S::BladderBowel), || blank().sign(0, S::LittleUrine)),
    ("rf08", || blank().sign(0, S::BackPain).sign(7, S::Weakness), || blank().sign(0, S::BackPain).sign(8, S::Weakness)),
    (
        "rf09",
        || blank().sign(0, S::Numbness).sign(5, S::Numbness).sign(27, S::Numbness),
        || blank().sign(0, S::Numbness).sign(5, S::Numbness).sign(28, S::Numbness),
    ),
    (
        "rf09",
        || (0..3).fold(blank(), |diary, day| diary.sign(day, S::Numbness)),
        || (0..2).fold(blank(), |diary, day| diary.sign(day, S::Numbness)),
    ),
    ("rf10", || blank().sign(0, S::MouthTingling).cramp(1, Hand, Both, 5), || blank().sign(0, S::MouthTingling).cramp(1, Calf, Both, 5)),
    ("rf10", || blank().sign(0, S::MouthTingling).cramp(0, Sole, Left, 5), || blank().sign(0, S::MouthTingling).cramp(2, Sole, Left, 5)),
    ("rf11", || blank().sign(0, S::Fit), || blank().sign(0, S::Stiffness)),
    ("rf11", || blank().sign(0, S::Fainting), || blank().sign(0, S::Dizziness)),
    ("rf11", || blank().sign(0, S::TightThroat), || blank().sign(0, S::TroubleSwallowing)),
    ("rf12", || blank().lasting(0, 10.1), || blank().lasting(0, 10.0)),
    ("rf13", || blank().sign(21, S::Wound).sign(0, S::Stiffness), || blank().sign(22, S::Wound).sign(0, S::Stiffness)),
    ("rf13", || blank().sign(0, S::FootWound).sign(0, S::CrampsElsewhere), || blank().sign(0, S::Wound).sign(1, S::Stiffness)),
    ("rf14", || blank().sign(20, S::Poison).calf(0), || blank().sign(0, S::Poison).calf(1)),
    ("rf15", || blank().sign(0, S::DarkUrine).sign(7, S::MusclePain), || blank().sign(0, S::DarkUrine).sign(8, S::MusclePain)),
    ("rf15", || blank().sign(0, S::DarkUrine).cramp(0, Calf, Left, 7), || blank().sign(0, S::DarkUrine).cramp(0, Calf, Left, 6)),
    ("rf22", || blank().sign(0, S::CrampsElsewhere), || blank().sign(0, S::Twitching)),
    ("rf22", || blank().cramp(0, Hand, Left, 1), || blank().cramp(0, Sole, Left, 10)),
    ("rf22", || blank().cramp(0, Other, Left, 1), || blank().cramp(0, Calf, Both, 10)),
    (
        "rf25",
        || blank().sign(2, S::Vomiting).sign(3, S::Diarrhoea).sign(4, S::Vomiting),
        || blank().sign(2, S::Vomiting).sign(3, S::Diarrhoea).sign(5, S::Vomiting),
    ),
    ("rf25", || blank().sign(0, S::Dizziness).sign(1, S::LittleUrine), || blank().sign(0, S::Dizziness).sign(2, S::LittleUrine)),
    ("rf26", || blank().sign(0, S::Fever).sign(1, S::SkinWarm), || blank().sign(0, S::Fever).sign(2, S::SkinWarm)),
    ("rf27", || blank().sign(0, S::PainWalking), || blank().sign(0, S::LegPain)),
    ("rf27", || blank().sign(0, S::ColdFoot).sign(1, S::ColdFoot), || blank().sign(0, S::ColdFoot)),
    ("rf28", || blank().sign(0, S::LegSuddenlyCold), || blank().sign(0, S::ColdFoot)),
    ("rf40", || blank().sign(0, S::YellowSkin).calf(7), || blank().sign(0, S::YellowSkin).calf(8)),
    ("rf40", || blank().sign(0, S::SwollenBelly).calf(0), || blank().sign(0, S::SwollenBelly)),
    (
        "rf41",
        || blank().sign(0, S::Tiredness).sign(20, S::FeelingCold).calf(9),
        || blank().sign(0, S::Tiredness).sign(20, S::Tiredness).calf(9),
    ),
    (
        "rf41",
        || blank().sign(0, S::Tiredness).sign(0, S::WeightGain).sign(0, S::Weakness),
        || blank().sign(0, S::Tiredness).sign(0, S::WeightGain),
    ),
];

#[test]
fn each_rule_fires_for_the_smallest_diary_and_not_for_the_nearest() {
    check(ROWS);
}
