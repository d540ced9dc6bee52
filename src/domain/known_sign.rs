//! What the person answers about signs that come again: that a doctor knows them, and whether they are gone.

use super::{Day, Side, Sign, SignCourse, SignKind};

/// The person's answer whether a doctor has seen a sign and it is as it always is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KnownSign {
    /// The day of the answer.
    pub day: Day,
    /// The kind of sign; one that [can be known](SignKind::can_be_known).
    pub kind: SignKind,
    /// The side of which it was said; `None` for a sign without a side, or for whichever side it is on.
    pub side: Option<Side>,
    /// Whether it is known. The latest answer holds.
    pub known: bool,
}

/// The person's answer whether a sign behind a warning is gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SignGone {
    /// The day of the answer. A day has at most one answer for each kind of sign.
    pub day: Day,
    /// The kind of sign. Of a dialysis session that was missed, "gone" means that it was made up for.
    pub kind: SignKind,
    /// Whether it is gone; otherwise it is still there. It speaks of what was logged until its day.
    pub gone: bool,
}

impl KnownSign {
    /// Whether the answer speaks of a sign of this kind and side.
    ///
    /// An answer without a side speaks of every side, one for both legs never of one leg alone.
    #[must_use]
    pub fn is_about(&self, kind: SignKind, side: Option<Side>) -> bool {
        self.kind == kind && (self.side.is_none() || self.side == side)
    }
}

impl Sign {
    /// Whether the sign is known: as its entry says, otherwise as the latest of these answers says that speaks of it.
    #[must_use]
    pub fn is_known_by<'a>(&self, answers: impl IntoIterator<Item = &'a KnownSign>) -> bool {
        self.course.map_or_else(
            || {
                let about = answers.into_iter().filter(|answer| answer.is_about(self.kind, self.side));
                about.max_by_key(|answer| answer.day).is_some_and(|answer| answer.known)
            },
            |course| course == SignCourse::Known,
        )
    }
}

impl SignKind {
    /// Whether a doctor's knowledge of the sign can be said once for all later entries. Returns `false` for signs that are an alarm
    /// each time; of these only a single entry can be said to be known.
    #[must_use]
    pub fn can_be_known(self) -> bool {
        !matches!(
            self,
            Self::ChestPain
                | Self::CoughingBlood
                | Self::SuddenOneSided
                | Self::FaceDroop
                | Self::SpeechSudden
                | Self::LegsFailing
                | Self::TightThroat
                | Self::GroinNumbness
                | Self::LegSuddenlyCold
                | Self::BleedingHeavy
                | Self::Fit
                | Self::Fainting
                | Self::LongLie
                | Self::MissedDialysis
                | Self::RibPain
                | Self::FaceSwelling
                | Self::BreathlessRest
                | Self::Confusion
                | Self::DarkUrine
                | Self::LittleUrine
                | Self::YellowSkin
                | Self::Vomiting
                | Self::Fever
                | Self::Poison
                | Self::Withdrawal
                | Self::CalfTender
                | Self::VeinSore
                | Self::LegPain
                | Self::RestPain
                | Self::FootWound
                | Self::Bleeding
                | Self::StiffJaw
                | Self::SightLost
                | Self::HeadacheSudden
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    #[test]
    fn an_answer_for_both_legs_never_speaks_of_one() {
        let day = Day::new(NaiveDate::default());
        let said = |side| KnownSign { day, kind: SignKind::Swelling, side, known: true };
        for (of, asked, speaks) in [
            (Some(Side::Both), Some(Side::Both), true),
            (Some(Side::Both), Some(Side::Left), false),
            (Some(Side::Left), Some(Side::Right), false),
            (Some(Side::Left), None, false),
            (None, Some(Side::Left), true),
            (None, None, true),
        ] {
            assert_eq!(said(of).is_about(SignKind::Swelling, asked), speaks, "{of:?} {asked:?}");
        }
        assert!(!said(None).is_about(SignKind::Numbness, None));
    }
}
