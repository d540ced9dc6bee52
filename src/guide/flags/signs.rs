//! Rules over signs and cramps alone.
//!
//! Where the guide says "with cramps" and the sign is no emergency, the cramp is of that day or an adjacent day, unless the sign is
//! one that lasts and that nobody logs every day.

use super::pattern::Near::{Follows, SameLeg};
use super::pattern::Pattern::{Any, Beside, Cramp, InARow, Kinds, OnDays, OneSided, Sign, Together};
use super::pattern::{ADJACENT, Rule, WEEK, WEEKS};
use crate::domain::{Cramp as Cramped, Muscle, Severity, SignKind as S};

/// The id of the red flag about a cramp of more than [`LONG_CRAMP_MINUTES`], as in `assets/guide/red_flags.csv`: "rf12".
pub const LONG_CRAMP: &str = "rf12";

/// A cramp that lasts longer than this, 10 minutes, raises the red flag [`LONG_CRAMP`].
pub const LONG_CRAMP_MINUTES: f64 = 10.0;

/// The lowest severity that counts as severe: 7 of 10.
const SEVERE: u8 = 7;

/// For how many days after a wound spasms may be tetanus: 21.
const WOUND_DAYS: i64 = 21;

pub(super) const RULES: &[Rule] = &[
    // Signs of a clot come over days; a cramp counts for the swollen leg only when it comes with the swelling.
    (
        "rf01",
        Any(&[
            Together(SameLeg(7), &[OneSided(&[S::Swelling]), Sign(&[S::LegPain, S::MusclePain, S::FixedPain, S::SkinWarm, S::SkinColour])]),
            Together(SameLeg(1), &[OneSided(&[S::Swelling]), Beside(in_leg)]),
        ]),
    ),
    // A clot may move days later, and may have felt like a cramp.
    (
        "rf02",
        Together(
            WEEK,
            &[
                Sign(&[S::Breathless, S::ChestPain, S::CoughingBlood]),
                Any(&[
                    Sign(&[S::Swelling, S::LegPain, S::MusclePain, S::FixedPain, S::PainWalking, S::SkinWarm, S::SkinColour]),
                    Beside(in_leg),
                ]),
            ],
        ),
    ),
    // On any side: a swelling on one side that is no clot by rf01 still needs looking at.
    ("rf03", Together(ADJACENT, &[Sign(&[S::Swelling, S::SkinColour, S::SkinWarm]), Beside(in_leg)])),
    ("rf04", OnDays(2, &[S::Weakness])),
    ("rf05", Sign(&[S::SuddenOneSided])),
    // Ticks cannot say that weakness grows: weakness on a second day stands for it, or a muscle that gets thinner. With tripping,
    // slurred speech or trouble swallowing one day of weakness is enough; twitching alone is common.
    (
        "rf06",
        Any(&[
            Together(WEEKS, &[Any(&[OnDays(2, &[S::Weakness]), Sign(&[S::MuscleThinning])]), Sign(&[S::Twitching])]),
            Together(WEEKS, &[Sign(&[S::Weakness, S::MuscleThinning]), Sign(&[S::Tripping, S::SlurredSpeech, S::TroubleSwallowing])]),
        ]),
    ),
    ("rf07", Sign(&[S::LegsFailing, S::Breathless])),
    (
        "rf08",
        Any(&[Sign(&[S::GroinNumbness, S::BladderBowel]), Together(WEEK, &[Sign(&[S::BackPain]), Sign(&[S::Weakness, S::LegsFailing])])]),
    ),
    ("rf09", OnDays(3, &[S::Numbness])),
    ("rf10", Together(ADJACENT, &[Sign(&[S::MouthTingling]), Any(&[Beside(in_hand_or_foot), Sign(&[S::CrampsElsewhere, S::Stiffness])])])),
    // Each alone: a fit, a faint or a tight throat is an emergency whether or not spasms were noted with it.
    ("rf11", Sign(&[S::Fit, S::Fainting, S::TightThroat])),
    (LONG_CRAMP, Cramp(is_long)),
    // A wound of the foot may be dirty as well.
    ("rf13", Together(Follows(WOUND_DAYS), &[Sign(&[S::Wound, S::FootWound]), Sign(&[S::Stiffness, S::CrampsElsewhere])])),
    // Metals act for weeks: every recent cramp from the day of contact on.
    ("rf14", Together(Follows(super::RECENT_DAYS), &[Sign(&[S::Poison]), Any(&[Beside(any), Sign(&[S::CrampsElsewhere])])])),
    // A severe cramp counts as severe muscle pain.
    ("rf15", Together(WEEK, &[Sign(&[S::DarkUrine]), Any(&[Sign(&[S::MusclePain, S::LegPain, S::Weakness]), Beside(is_severe)])])),
    // "Other muscle" may be a groin, but may be the trunk.
    ("rf22", Any(&[Sign(&[S::CrampsElsewhere]), Cramp(is_elsewhere)])),
    // Three days in a row are more than 48 hours; whoever loses so much needs advice with or without a cramp.
    ("rf25", Any(&[InARow(3, &[S::Vomiting, S::Diarrhoea]), Together(ADJACENT, &[Sign(&[S::Dizziness]), Sign(&[S::LittleUrine])])])),
    // A wound may be where an infection of the skin begins.
    ("rf26", Together(ADJACENT, &[Sign(&[S::Fever]), Sign(&[S::SkinColour, S::SkinWarm, S::FootWound, S::Wound])])),
    // A foot that is "often cold" is so on a second day; pain that comes with walking is the pattern itself.
    ("rf27", Any(&[Sign(&[S::PainWalking]), OnDays(2, &[S::ColdFoot])])),
    ("rf28", Sign(&[S::LegSuddenlyCold])),
    // These last, and are not logged with every cramp.
    ("rf40", Together(WEEK, &[Sign(&[S::YellowSkin, S::SwollenBelly, S::Bleeding]), Beside(any)])),
    // Any two of the three: each alone is too common. A thyroid slows over weeks.
    ("rf41", Together(WEEKS, &[Kinds(2, &[S::Tiredness, S::WeightGain, S::FeelingCold]), Any(&[Beside(any), Sign(&[S::Weakness])])])),
];

/// Matches every cramp.
pub(super) fn any(_: &Cramped) -> bool {
    true
}

/// Whether the cramp is in a leg or foot; "other muscle" may be a groin or a buttock.
pub(super) fn in_leg(cramp: &Cramped) -> bool {
    cramp.muscle != Muscle::Hand
}

fn in_hand_or_foot(cramp: &Cramped) -> bool {
    matches!(cramp.muscle, Muscle::Hand | Muscle::Toes | Muscle::Sole)
}

fn is_elsewhere(cramp: &Cramped) -> bool {
    matches!(cramp.muscle, Muscle::Hand | Muscle::Other)
}

fn is_long(cramp: &Cramped) -> bool {
    cramp.duration.is_some_and(|minutes| minutes.get() > LONG_CRAMP_MINUTES)
}

fn is_severe(cramp: &Cramped) -> bool {
    cramp.severity.get() >= SEVERE
}

/// Whether the person chose the highest severity.
pub(super) fn is_unbearable(cramp: &Cramped) -> bool {
    cramp.severity.get() == Severity::MAX
}
