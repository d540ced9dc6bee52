//! The groups in which screens list the signs, and which signs have a side.

use super::SignKind;

/// The group in which the screen lists a sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignGroup {
    /// Signs of legs and feet, which people with cramps notice most.
    Legs,
    /// Signs of muscles and nerves, and wounds.
    Nerves,
    /// Signs of the rest of the body.
    Body,
    /// Signs that may be an emergency.
    Alarm,
}

impl SignGroup {
    /// Every group, in the order in which screens list them.
    pub const ALL: [Self; 4] = [Self::Legs, Self::Nerves, Self::Body, Self::Alarm];

    /// The heading above the group.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Legs => "Legs and feet",
            Self::Nerves => "Muscles, nerves and wounds",
            Self::Body => "The rest of the body",
            Self::Alarm => "May be an emergency",
        }
    }
}

impl SignKind {
    /// The group in which the screen lists it.
    #[must_use]
    pub fn group(self) -> SignGroup {
        self.place().0
    }

    /// Whether the sign can be on one side of the body.
    #[must_use]
    pub fn has_side(self) -> bool {
        self.place().1
    }

    /// The group, and whether the sign has a side. One match for both, so that no new sign is forgotten.
    fn place(self) -> (SignGroup, bool) {
        match self {
            Self::Swelling
            | Self::SkinColour
            | Self::SkinWarm
            | Self::LegPain
            | Self::MusclePain
            | Self::Weakness
            | Self::Numbness
            | Self::Twitching
            | Self::PainWalking
            | Self::ColdFoot
            | Self::RestPain
            | Self::CalfTender
            | Self::VeinSore
            | Self::TendonPain
            | Self::MusclePainAway => (SignGroup::Legs, true),
            Self::RestlessUrge | Self::CrampsElsewhere | Self::ClotRisk => (SignGroup::Legs, false),
            Self::FootWound | Self::MuscleThinning | Self::FixedPain | Self::HandTingling => (SignGroup::Nerves, true),
            Self::Wound
            | Self::Stiffness
            | Self::Tripping
            | Self::SlurredSpeech
            | Self::TroubleSwallowing
            | Self::MouthTingling
            | Self::BackPain
            | Self::StiffJaw
            | Self::HardToRise
            | Self::Tremor
            | Self::Unsteady
            | Self::Fall
            | Self::Limp => (SignGroup::Nerves, false),
            Self::Fever
            | Self::DarkUrine
            | Self::LittleUrine
            | Self::Vomiting
            | Self::Diarrhoea
            | Self::Dizziness
            | Self::Headache
            | Self::SightChange
            | Self::Hearing
            | Self::Bleeding
            | Self::YellowSkin
            | Self::SwollenBelly
            | Self::RibPain
            | Self::FaceSwelling
            | Self::Tiredness
            | Self::WeightGain
            | Self::WeightLoss
            | Self::FeelingCold
            | Self::Thirst
            | Self::Withdrawal
            | Self::Poison => (SignGroup::Body, false),
            Self::SuddenOneSided | Self::LegSuddenlyCold => (SignGroup::Alarm, true),
            Self::LegsFailing
            | Self::Breathless
            | Self::ChestPain
            | Self::CoughingBlood
            | Self::Heartbeat
            | Self::Confusion
            | Self::Drowsiness
            | Self::Fit
            | Self::Fainting
            | Self::TightThroat
            | Self::GroinNumbness
            | Self::FaceDroop
            | Self::SpeechSudden
            | Self::SightLost
            | Self::HeadacheSudden
            | Self::BreathlessRest
            | Self::BleedingHeavy
            | Self::LongLie
            | Self::MissedDialysis
            | Self::BladderBowel => (SignGroup::Alarm, false),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_group_is_one_run_of_the_list_from_the_sign_that_screens_show_first() {
        let runs: Vec<_> = SignKind::ALL.chunk_by(|a, b| a.group() == b.group()).map(|run| (run[0].group(), run[0].key())).collect();
        let expected = [
            (SignGroup::Legs, "swelling"),
            (SignGroup::Nerves, "foot_wound"),
            (SignGroup::Body, "fever"),
            (SignGroup::Alarm, "sudden_one_sided"),
        ];
        assert_eq!(runs, expected);
    }

    #[test]
    fn what_is_of_a_leg_or_a_half_of_the_body_has_a_side() {
        let sided: Vec<_> = SignKind::ALL.iter().filter(|kind| kind.has_side()).map(|kind| kind.key()).collect();
        let expected = "swelling skin_colour skin_warm leg_pain muscle_pain weakness numbness twitching pain_walking cold_foot rest_pain \
                        calf_tender vein_sore tendon_pain muscle_pain_away foot_wound muscle_thinning hand_tingling fixed_pain \
                        sudden_one_sided leg_suddenly_cold";
        assert_eq!(sided.join(" "), expected);
    }
}
