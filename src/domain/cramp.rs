//! One cramp of a night.

use super::keyed::keyed_enum;
use super::{HourClock, Minutes, Night, Severity};
use chrono::{DateTime, FixedOffset};

keyed_enum! {
    /// The muscle that cramped.
    Muscle, "muscle" {
        /// Toes or the top of the foot.
        Toes = "toes", "Toes";
        /// Sole or arch of the foot.
        Sole = "sole", "Sole";
        /// Calf.
        Calf = "calf", "Calf";
        /// Shin.
        Shin = "shin", "Shin";
        /// Front of the thigh.
        FrontThigh = "front_thigh", "Front of thigh";
        /// Back of the thigh (hamstrings).
        BackThigh = "back_thigh", "Back of thigh";
        /// Hand.
        Hand = "hand", "Hand";
        /// Anywhere else.
        Other = "other", "Other muscle";
    }
}

keyed_enum! {
    /// The side of the body, as the person sees it.
    Side, "side" {
        /// The left side.
        Left = "left", "Left";
        /// The right side.
        Right = "right", "Right";
        /// Both sides at once.
        Both = "both", "Both";
    }
}

keyed_enum! {
    /// What the person tried against a cramp.
    Relief, "relief" {
        /// Stretching the muscle.
        Stretch = "stretch", "Stretch";
        /// Kneading the muscle.
        Massage = "massage", "Massage";
        /// Walking or standing on the leg.
        Walking = "walking", "Walking";
        /// Warmth.
        Heat = "heat", "Heat";
        /// Cold.
        Cold = "cold", "Cold";
        /// A drink.
        Drink = "drink", "Drink";
        /// A medicine.
        Medicine = "medicine", "Medicine";
        /// Something else.
        Other = "other", "Other";
    }
}

keyed_enum! {
    /// Whether a relief helped.
    Helped, "answer" {
        /// It did not help.
        No = "no", "no";
        /// It helped a little.
        Some = "some", "some";
        /// It helped.
        Yes = "yes", "yes";
    }
}

/// A relief that was tried against a cramp, and whether it helped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tried {
    /// The relief.
    pub relief: Relief,
    /// Whether it helped; `None` if the person did not say.
    pub helped: Option<Helped>,
}

impl Tried {
    /// The relief in words, with whether it helped if that is known: "stretch", "stretch (helped: yes)".
    #[must_use]
    pub fn words(self) -> String {
        let relief = self.relief.label().to_lowercase();
        self.helped.map_or_else(|| relief.clone(), |helped| format!("{relief} (helped: {})", helped.label()))
    }
}

/// When a cramp began.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CrampTime {
    /// The person did not say when.
    Unknown,
    /// About this local time, give or take half an hour.
    About(DateTime<FixedOffset>),
    /// Exactly this local time.
    Exact(DateTime<FixedOffset>),
}

impl CrampTime {
    /// The moment, exact or not. Returns `None` if it is unknown.
    #[must_use]
    pub fn moment(self) -> Option<DateTime<FixedOffset>> {
        match self {
            Self::Unknown => None,
            Self::About(at) | Self::Exact(at) => Some(at),
        }
    }

    /// The local time in words: "03:10", "about 3:10 am". Returns `None` if it is unknown.
    #[must_use]
    pub fn words(self, clock: HourClock) -> Option<String> {
        match self {
            Self::Unknown => None,
            Self::About(at) => Some(format!("about {}", clock.words(at.time()))),
            Self::Exact(at) => Some(clock.words(at.time())),
        }
    }
}

/// One cramp. A field that is `None` or empty was not logged.
#[derive(Debug, Clone, PartialEq)]
pub struct Cramp {
    /// The night it belongs to, fixed when it was logged.
    pub night: Night,
    /// The muscle that cramped.
    pub muscle: Muscle,
    /// The side of the body.
    pub side: Side,
    /// How severe it was, 0 (no pain) to 10.
    pub severity: Severity,
    /// When it began.
    pub time: CrampTime,
    /// How long it lasted, 0.1 to 180 minutes; `None` if the person did not say.
    pub duration: Option<Minutes>,
    /// Whether it woke the person; `None` if they did not say, which is not "no".
    pub woke_me: Option<bool>,
    /// Whether a hard knot could be felt or seen; `None` if the person did not say, which is not "no".
    pub hard_knot: Option<bool>,
    /// Whether the muscle was sore the next day; `None` if the person did not say, which is not "no".
    pub sore_next_day: Option<bool>,
    /// The reliefs that were tried, each at most once.
    pub tried: Vec<Tried>,
    /// A note that the person wrote; empty for none.
    pub note: String,
}

impl Cramp {
    /// A cramp of which only muscle, side and severity are known.
    #[must_use]
    pub fn new(night: Night, muscle: Muscle, side: Side, severity: Severity) -> Self {
        Self {
            night,
            muscle,
            side,
            severity,
            time: CrampTime::Unknown,
            duration: None,
            woke_me: None,
            hard_knot: None,
            sore_next_day: None,
            tried: Vec::new(),
            note: String::new(),
        }
    }

    /// Side, muscle and severity as text: "left calf, severity 6".
    #[must_use]
    pub fn summary(&self) -> String {
        format!("{}, severity {}", place(self.muscle, self.side), self.severity)
    }

    /// Side and muscle in words: "left calf", "both calves".
    #[must_use]
    pub fn place(&self) -> String {
        place(self.muscle, self.side)
    }
}

/// Side and muscle in words: "left calf", "both calves".
#[must_use]
pub fn place(muscle: Muscle, side: Side) -> String {
    let name = match (muscle, side) {
        (Muscle::Calf, Side::Both) => "calves".to_owned(),
        (Muscle::Toes, _) => "toes".to_owned(),
        (Muscle::FrontThigh, Side::Both) => "fronts of thighs".to_owned(),
        (Muscle::BackThigh, Side::Both) => "backs of thighs".to_owned(),
        (muscle, Side::Both) => format!("{}s", muscle.label().to_lowercase()),
        (muscle, Side::Left | Side::Right) => muscle.label().to_lowercase(),
    };
    format!("{} {name}", side.key())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_reads_as_a_person_would_say_it() {
        let expected = [
            (Muscle::Toes, Side::Left, "left toes"),
            (Muscle::Sole, Side::Both, "both soles"),
            (Muscle::Calf, Side::Right, "right calf"),
            (Muscle::Calf, Side::Both, "both calves"),
            (Muscle::FrontThigh, Side::Left, "left front of thigh"),
            (Muscle::BackThigh, Side::Both, "both backs of thighs"),
            (Muscle::Other, Side::Both, "both other muscles"),
        ];
        for (muscle, side, words) in expected {
            assert_eq!(place(muscle, side), words);
        }
    }

    #[test]
    fn times_and_what_was_tried_have_one_wording() {
        let at = DateTime::parse_from_rfc3339("2026-11-20T03:10:00+01:00").unwrap();
        let times = [CrampTime::Unknown, CrampTime::About(at), CrampTime::Exact(at)].map(|time| time.words(HourClock::TwentyFour));
        assert_eq!(times, [None, Some("about 03:10".to_owned()), Some("03:10".to_owned())]);
        let tried = [None, Some(Helped::Yes)].map(|helped| Tried { relief: Relief::Stretch, helped }.words());
        assert_eq!(tried, ["stretch", "stretch (helped: yes)"]);
    }

    #[test]
    fn words_with_blanks_or_dashes_are_understood() {
        assert_eq!("Front thigh".parse(), Ok(Muscle::FrontThigh));
        assert_eq!("front-thigh".parse(), Ok(Muscle::FrontThigh));
        let error = "elbow".parse::<Muscle>().unwrap_err().to_string();
        assert_eq!(error, "muscle \"elbow\" is unknown; choose one of: toes, sole, calf, shin, front_thigh, back_thigh, hand, other");
    }
}
