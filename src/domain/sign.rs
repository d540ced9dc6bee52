//! Signs: what a person noticed on a day besides cramps, and what may need a doctor.

use super::keyed::keyed_enum;
use super::words::uncapitalised;
use super::{Day, Side};

keyed_enum! {
    /// A kind of sign. Each is one that a red flag asks about.
    SignKind, "sign" {
        /// A leg or foot is swollen.
        Swelling = "swelling", "Swelling";
        /// Skin of the leg is redder or darker than usual.
        SkinColour = "skin_colour", "Red or darker skin";
        /// Skin of the leg is warmer than usual.
        SkinWarm = "skin_warm", "Warm skin";
        /// Throbbing or lasting pain in a leg, no cramp.
        LegPain = "leg_pain", "Throbbing or lasting leg pain";
        /// Muscles hurt or are tender, beyond the soreness after a cramp.
        MusclePain = "muscle_pain", "Muscle pain or tenderness";
        /// Weakness, not only soreness after a cramp.
        Weakness = "weakness", "Weakness";
        /// Numbness or tingling in legs or feet.
        Numbness = "numbness", "Numbness or tingling";
        /// Muscles twitch.
        Twitching = "twitching", "Twitching";
        /// An urge to move the legs that walking eases, without a hard knot.
        RestlessUrge = "restless_urge", "Urge to move the legs";
        /// Pain that comes with walking and goes with rest.
        PainWalking = "pain_walking", "Pain on walking, gone with rest";
        /// A foot that is cold or pale.
        ColdFoot = "cold_foot", "Cold or pale foot";
        /// An ache or burning of foot or leg in bed that eases when the foot hangs down.
        RestPain = "rest_pain", "Foot or leg pain in bed that eases when it hangs down";
        /// The calf is sore when it is pressed.
        CalfTender = "calf_tender", "Calf sore when pressed";
        /// A cord under the skin that is hard and sore.
        VeinSore = "vein_sore", "A hard, sore vein";
        /// A heel cord or another tendon is sore.
        TendonPain = "tendon_pain", "Sore heel cord or another tendon";
        /// Muscles ache by day, away from cramps.
        MusclePainAway = "muscle_pain_away", "Muscles ache by day, away from cramps";
        /// A long journey, days in bed, a plaster, an operation or an earlier clot in the last four weeks.
        ClotRisk = "clot_risk", "Long journey, days in bed, plaster or operation";
        /// Cramps in arms, trunk or face, or all over.
        CrampsElsewhere = "cramps_elsewhere", "Cramps in arms, trunk or face";

        /// A wound on a foot, or its colour changed.
        FootWound = "foot_wound", "Foot wound or colour change";
        /// A dirty or deep wound, a burn or a bite, anywhere.
        Wound = "wound", "Dirty or deep wound, burn or bite";
        /// The neck or many muscles are stiff or in spasm.
        Stiffness = "stiffness", "Stiff neck or many stiff muscles";
        /// The jaw opens less than before.
        StiffJaw = "stiff_jaw", "Stiff jaw, hard to open";
        /// Muscles waste away.
        MuscleThinning = "muscle_thinning", "Muscles getting thinner";
        /// Tripping more than before.
        Tripping = "tripping", "Tripping";
        /// Speech is slurred.
        SlurredSpeech = "slurred_speech", "Slurred speech";
        /// Swallowing is hard.
        TroubleSwallowing = "trouble_swallowing", "Trouble swallowing";
        /// Tingling around the mouth.
        MouthTingling = "mouth_tingling", "Tingling round the mouth";
        /// Tingling in the fingers.
        HandTingling = "hand_tingling", "Tingling in the fingers";
        /// Getting up from a chair, or lifting the arms, is hard.
        HardToRise = "hard_to_rise", "Hard to get up from a chair, or to lift the arms";
        /// Hands shake.
        Tremor = "tremor", "Shaking hands";
        /// Walking is unsteady or staggering.
        Unsteady = "unsteady", "Unsteady on the feet, staggering";
        /// A fall.
        Fall = "fall", "Fell";
        /// New or severe back pain.
        BackPain = "back_pain", "New or severe back pain";
        /// Walking with a limp.
        Limp = "limp", "Limp";
        /// One spot of a leg that always hurts.
        FixedPain = "fixed_pain", "One spot that always hurts";

        /// A temperature of 38 °C or more.
        Fever = "fever", "Fever, 38 °C or more";
        /// Urine as dark as cola or tea.
        DarkUrine = "dark_urine", "Dark, cola-coloured urine";
        /// Very little urine.
        LittleUrine = "little_urine", "Very little urine";
        /// Vomiting.
        Vomiting = "vomiting", "Vomiting";
        /// Diarrhoea.
        Diarrhoea = "diarrhoea", "Diarrhoea";
        /// Dizziness.
        Dizziness = "dizziness", "Dizziness";
        /// A severe headache.
        Headache = "headache", "Severe headache";
        /// Blurred or otherwise changed sight.
        SightChange = "sight_change", "Blurred or changed sight";
        /// Ringing ears, or hearing worse.
        Hearing = "hearing", "Ringing ears or hearing loss";
        /// Bruises, purple spots or bleeding without a reason.
        Bleeding = "bleeding", "New bruises or a little bleeding";
        /// Skin or eyes are yellow.
        YellowSkin = "yellow_skin", "Yellow skin or eyes";
        /// The belly is swollen.
        SwollenBelly = "swollen_belly", "Swollen belly";
        /// Pain below the ribs.
        RibPain = "rib_pain", "Pain below the ribs";
        /// Face and hands swell suddenly.
        FaceSwelling = "face_swelling", "Sudden swelling of face and hands";
        /// Unusual tiredness.
        Tiredness = "tiredness", "Unusual tiredness";
        /// Gaining weight without a reason.
        WeightGain = "weight_gain", "Gaining weight";
        /// Losing weight without a reason.
        WeightLoss = "weight_loss", "Losing weight without a reason";
        /// Feeling cold and slow.
        FeelingCold = "feeling_cold", "Feeling cold and slow";
        /// Contact with lead, mercury or another poison.
        Poison = "poison", "Contact with lead, mercury or another poison";
        /// Unusual thirst, with much urine.
        Thirst = "thirst", "Unusually thirsty and passing much water";
        /// Shaking or sweating after drinking less alcohol than usual.
        Withdrawal = "withdrawal", "Shaking or sweating after less alcohol";

        /// Sudden weakness or numbness of one side of face, arm or leg.
        SuddenOneSided = "sudden_one_sided", "Sudden weakness or numbness of one side";
        /// Both legs become weaker within hours or days.
        LegsFailing = "legs_failing", "Both legs weaker within hours or days";
        /// Breathing is hard on effort or lying flat.
        Breathless = "breathless", "Short of breath on effort or lying flat";
        /// Pain in the chest.
        ChestPain = "chest_pain", "Chest pain";
        /// Coughing up blood.
        CoughingBlood = "coughing_blood", "Coughing up blood";
        /// The heart beats fast, irregularly or very slowly.
        Heartbeat = "heartbeat", "Racing, irregular or very slow heartbeat";
        /// Confusion.
        Confusion = "confusion", "Confusion";
        /// Unusual drowsiness.
        Drowsiness = "drowsiness", "Unusual drowsiness";
        /// A fit.
        Fit = "fit", "A fit (seizure)";
        /// Fainting.
        Fainting = "fainting", "Fainting";
        /// A tight throat.
        TightThroat = "tight_throat", "Tight throat";
        /// Numbness around groin or bottom.
        GroinNumbness = "groin_numbness", "Numbness round groin or bottom";
        /// Bladder or bowel cannot be controlled.
        BladderBowel = "bladder_bowel", "Loss of bladder or bowel control";
        /// A leg that is suddenly cold, pale or blue, numb and very painful.
        LegSuddenlyCold = "leg_suddenly_cold", "Leg suddenly cold, pale or blue, very painful";
        /// One side of the face hangs.
        FaceDroop = "face_droop", "Face hangs on one side";
        /// Words are suddenly missing or wrong.
        SpeechSudden = "speech_sudden", "Suddenly cannot find words, or talks nonsense";
        /// Sight is suddenly lost or double.
        SightLost = "sight_lost", "Sudden loss of sight, or double vision";
        /// A headache that is at its worst within minutes.
        HeadacheSudden = "headache_sudden", "The worst headache ever, within minutes";
        /// Breathing is hard at rest.
        BreathlessRest = "breathless_rest", "Too breathless to finish a sentence, or breathless at rest";
        /// Bleeding does not stop, or comes from within.
        BleedingHeavy = "bleeding_heavy", "Heavy bleeding, black stool or blood vomited";
        /// Lying on the floor for an hour or more.
        LongLie = "long_lie", "Lay on the floor for an hour or more";
        /// A dialysis session was missed or cut short.
        MissedDialysis = "missed_dialysis", "A dialysis session missed or cut short";
    }
}

/// The advice for a sign that may be an emergency: what to do before writing anything down. `{emergency}` stands for the number.
pub const IF_NOW: &str = "If it is happening now, call {emergency} before anything else.";

impl SignKind {
    /// The sign for the middle of a sentence: "red or darker skin".
    #[must_use]
    pub fn in_sentence(self) -> String {
        uncapitalised(self.label())
    }
}

keyed_enum! {
    /// How a sign compares with what the person knows of it.
    SignCourse, "course" {
        /// A doctor has seen it, and it is as it always is.
        Known = "known", "As it always is";
        /// It was there before, and is worse.
        Worse = "worse", "Worse than before";
        /// It was not there before.
        New = "new", "New";
    }
}

/// A sign that the person noticed on a day. A day has each kind at most once; a day without signs was perhaps just not logged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sign {
    /// The day it belongs to.
    pub day: Day,
    /// The kind of sign.
    pub kind: SignKind,
    /// The side of the body; `None` if the person did not say, and for signs without a side.
    pub side: Option<Side>,
    /// A note that the person wrote, at most 500 characters; empty for none.
    pub note: String,
    /// How it compares with what the person knows of it; `None` if they did not say.
    pub course: Option<SignCourse>,
}

impl Sign {
    /// A sign without a side and without a note.
    #[must_use]
    pub fn new(day: Day, kind: SignKind) -> Self {
        Self { day, kind, side: None, note: String::new(), course: None }
    }

    /// Sign and side for the middle of a sentence: "swelling, left".
    #[must_use]
    pub fn in_sentence(&self) -> String {
        uncapitalised(&self.summary())
    }

    /// Sign and side in words: "Swelling, left".
    #[must_use]
    pub fn summary(&self) -> String {
        match self.side {
            Some(side) => format!("{}, {}", self.kind.label(), side.label().to_lowercase()),
            None => self.kind.label().to_owned(),
        }
    }

    /// Sign, side and note in words: "Swelling, left: since yesterday".
    #[must_use]
    pub fn with_note(&self) -> String {
        if self.note.is_empty() { self.summary() } else { format!("{}: {}", self.summary(), self.note) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_unique_and_a_note_has_a_length() {
        let mut keys: Vec<_> = SignKind::ALL.iter().map(|kind| kind.key()).collect();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), SignKind::ALL.len());
        let sign = Sign::new(Day::new(chrono::NaiveDate::default()), SignKind::Swelling);
        assert_eq!(sign.with_note(), "Swelling");
        assert_eq!(Sign { side: Some(Side::Left), note: "calf".to_owned(), ..sign }.with_note(), "Swelling, left: calf");
    }
}
