//! What a sign means, where its label alone leaves doubt.

use super::SignKind;

impl SignKind {
    /// What is meant, in a sentence or two. Returns `None` where the label says it all.
    #[must_use]
    pub fn help(self) -> Option<&'static str> {
        Some(match self {
            Self::SkinColour => {
                "Redder or darker than the skin around it. On brown or black skin this can be hard to see: feel for warmth and swelling, \
                 and compare with the other leg."
            }
            Self::ColdFoot => {
                "Colder or paler than the other foot, grey or bluish. On brown or black skin look at the sole and the nails, and feel with \
                 the back of your hand."
            }
            Self::LegSuddenlyCold => {
                "Within minutes or hours. Paler, grey, bluish or blotchy; on brown or black skin look at the sole, the nails and the lips \
                 of the toes, and feel with the back of your hand."
            }
            Self::LegPain => "It throbs or lasts for hours, in one place. A cramp lets go within minutes.",
            Self::RestPain => {
                "No cramp: an ache or a burning, mostly of the toes and the front of the foot, for an hour or more. You hang the foot out \
                 of bed, or sleep in a chair."
            }
            Self::CalfTender => "Deep along the middle of the calf; not the sore lump that a cramp leaves for a day.",
            Self::VeinSore => "A cord under the skin that you can feel.",
            Self::ClotRisk => {
                "In the last four weeks: a journey of more than four hours, three days or more in bed, a leg in plaster, or an operation."
            }
            Self::MusclePainAway => {
                "Thighs, hips or shoulders, mostly on both sides; not where the cramp was, and not the day after exercise."
            }
            Self::TendonPain => "It hurts when you move or press it.",
            Self::HardToRise => "New, and not because a joint hurts.",
            Self::Weakness => "You can do less with it than before: stairs, tiptoe, lifting the foot. Sore alone is not weak.",
            Self::LongLie => "After a fall, or while unconscious.",
            Self::FaceDroop => "A smile shows it: one corner of the mouth stays down.",
            Self::SpeechSudden => "From one moment to the next. Speech that is only unclear is \"slurred speech\".",
            Self::SightLost => "In one eye or both, like a curtain, or everything is there twice.",
            Self::HeadacheSudden => "Like a blow, at its worst within five minutes.",
            Self::BreathlessRest => "Breath that fails only on effort or lying flat is the milder sign.",
            Self::Breathless => "More than you would expect on stairs or walking, or you need more pillows.",
            Self::BleedingHeavy => {
                "It goes on after 15 minutes of pressing, soaks a pad within an hour, or there is blood in vomit or much in the urine, or \
                 stool black as tar."
            }
            Self::Bleeding => "Bruises, or spots purple or darker than the skin around them, without a knock; nose or gums that bleed.",
            Self::YellowSkin => "Best seen in the whites of the eyes.",
            Self::MissedDialysis => "Say so too when a session was much shorter than planned.",
            Self::Withdrawal => "Within some days of drinking much less than you are used to.",
            Self::Thirst => "More than heat, salt or effort explain.",
            Self::FootWound => "A sore, a blister or a crack that does not close, or skin that turned dark.",
            Self::DarkUrine => "Like cola or strong tea, though you drank as always.",
            Self::GroinNumbness => "Where you would sit on a saddle.",
            Self::Poison => "Breathed in, swallowed or on the skin.",
            _ => return None,
        })
    }
}
