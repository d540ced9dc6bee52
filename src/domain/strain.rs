//! What a day asked of the legs: exercise, standing, heat.

use super::keyed::keyed_enum;
use super::{Day, Hours, OutOfRange};

keyed_enum! {
    /// How hard the exercise was.
    Effort, "effort" {
        /// The person could have sung.
        Light = "light", "Light";
        /// The person could have talked, but not sung.
        Moderate = "moderate", "Moderate";
        /// The person could have said only a few words.
        Hard = "hard", "Hard";
    }
}

/// All exercise of a day together. Zero minutes mean that the person said that there was none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Exercise {
    minutes: u16,
    effort: Option<Effort>,
}

impl Exercise {
    /// Exercise of these minutes. The effort of zero minutes is dropped.
    ///
    /// # Errors
    /// [`OutOfRange`] above 1,440 minutes.
    pub fn new(minutes: u32, effort: Option<Effort>) -> Result<Self, OutOfRange> {
        match u16::try_from(minutes) {
            Ok(minutes @ 0..=1440) => Ok(Self { minutes, effort: effort.filter(|_| minutes > 0) }),
            _ => Err(OutOfRange { field: "Exercise", value: format!("{minutes} minutes"), min: "0", max: "1,440", unit: " minutes" }),
        }
    }

    /// The minutes of exercise, 0 to 1,440.
    #[must_use]
    pub fn minutes(self) -> u16 {
        self.minutes
    }

    /// How hard it was. Returns `None` if the person did not say.
    #[must_use]
    pub fn effort(self) -> Option<Effort> {
        self.effort
    }

    /// The exercise for the middle of a sentence: "no exercise", "30 min of hard exercise".
    #[must_use]
    pub fn in_sentence(self) -> String {
        match (self.minutes, self.effort) {
            (0, _) => "no exercise".to_owned(),
            (minutes, None) => format!("{minutes} min of exercise"),
            (minutes, Some(effort)) => format!("{minutes} min of {} exercise", effort.key()),
        }
    }
}

/// The strain on the legs of one day: exercise, standing, heat. A day has at most one such record. A field that is `None` was not
/// logged.
///
/// Illness is not kept here: vomiting and diarrhoea are [signs](super::Sign) of the day, which red flags ask about, and nobody
/// should have to say them twice. Hours slept belong to the [night](super::NightNote).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Strain {
    /// The day it belongs to.
    pub day: Day,
    /// All exercise of the day together; `None` if it was not logged. Zero minutes mean that the person said that there was none.
    pub exercise: Option<Exercise>,
    /// The hours on one's feet, 0 to 24; `None` if they were not logged.
    pub standing: Option<Hours>,
    /// Whether it was hot or the person sweated heavily; `None` if it was not logged. `Some(false)` means that the person said that it was
    /// neither.
    pub heat: Option<bool>,
}

impl Strain {
    /// A record for the day in which every field is `None`.
    #[must_use]
    pub fn nothing(day: Day) -> Self {
        Self { day, exercise: None, standing: None, heat: None }
    }

    /// One phrase per field that was logged, for the middle of a sentence; empty if none was: "30 min of hard exercise", "6 hours on your feet", "heat or heavy
    /// sweating".
    #[must_use]
    pub fn words(&self) -> Vec<String> {
        let parts = [self.exercise.map(Exercise::in_sentence), self.standing.map(standing_words), self.heat.map(heat_words)];
        parts.into_iter().flatten().collect()
    }

    /// Whether every field is `None`, so that the record need not be kept.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        *self == Self::nothing(self.day)
    }
}

/// A new value for one field of [`Strain`]; `None` makes the field "not logged" again.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum StrainPart {
    /// The exercise.
    Exercise(Option<Exercise>),
    /// The hours on one's feet.
    Standing(Option<Hours>),
    /// Heat or heavy sweating.
    Heat(Option<bool>),
}

impl StrainPart {
    /// What the change does, for the message and for undo: "Logged 30 min of exercise".
    #[must_use]
    pub fn describe(self) -> String {
        match self {
            Self::Exercise(Some(exercise)) => format!("Logged {}", exercise.in_sentence()),
            Self::Exercise(None) => "Took back the exercise".to_owned(),
            Self::Standing(Some(hours)) => format!("Logged {}", standing_words(hours)),
            Self::Standing(None) => "Took back the hours on your feet".to_owned(),
            Self::Heat(Some(hot)) => format!("Logged {}", heat_words(hot)),
            Self::Heat(None) => "Took back heat and sweating".to_owned(),
        }
    }

    /// Returns `strain` with this field replaced.
    #[must_use]
    pub fn put_into(self, strain: Strain) -> Strain {
        match self {
            Self::Exercise(exercise) => Strain { exercise, ..strain },
            Self::Standing(standing) => Strain { standing, ..strain },
            Self::Heat(heat) => Strain { heat, ..strain },
        }
    }
}

fn standing_words(hours: Hours) -> String {
    format!("{} on your feet", hours.words())
}

fn heat_words(hot: bool) -> String {
    if hot { "heat or heavy sweating" } else { "neither heat nor heavy sweating" }.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exercise(minutes: u32, effort: Option<Effort>) -> Exercise {
        Exercise::new(minutes, effort).unwrap()
    }

    #[test]
    fn exercise_has_a_range_and_none_of_it_has_no_effort() {
        for (minutes, allowed) in [(0, true), (1_440, true), (1_441, false), (70_000, false)] {
            assert_eq!(Exercise::new(minutes, None).is_ok(), allowed, "{minutes} minutes");
        }
        assert_eq!(exercise(0, Some(Effort::Hard)), exercise(0, None));
        assert_eq!(exercise(1, Some(Effort::Hard)).effort(), Some(Effort::Hard));
        let error = Exercise::new(1_441, None).unwrap_err();
        assert_eq!(error.to_string(), "Exercise 1441 minutes is not allowed; give 0 to 1,440 minutes");
    }

    #[test]
    fn each_part_leaves_the_others_and_says_what_was_done() {
        let (day, six) = (Day::new("2026-11-19".parse().unwrap()), Hours::new(6.0).unwrap());
        let mut strain = Strain::nothing(day);
        for (part, words) in [
            (StrainPart::Exercise(Some(exercise(30, Some(Effort::Hard)))), "Logged 30 min of hard exercise"),
            (StrainPart::Standing(Some(six)), "Logged 6 hours on your feet"),
            (StrainPart::Heat(Some(true)), "Logged heat or heavy sweating"),
        ] {
            assert_eq!(part.describe(), words);
            strain = part.put_into(strain);
        }
        assert_eq!(strain.words(), ["30 min of hard exercise", "6 hours on your feet", "heat or heavy sweating"]);
        strain = StrainPart::Exercise(Some(exercise(0, None))).put_into(strain);
        strain = StrainPart::Heat(Some(false)).put_into(strain);
        assert_eq!(strain.words(), ["no exercise", "6 hours on your feet", "neither heat nor heavy sweating"]);
        for (part, words) in [
            (StrainPart::Exercise(None), "Took back the exercise"),
            (StrainPart::Standing(None), "Took back the hours on your feet"),
            (StrainPart::Heat(None), "Took back heat and sweating"),
        ] {
            assert!(!strain.is_nothing());
            assert_eq!(part.describe(), words);
            strain = part.put_into(strain);
        }
        assert!(strain.is_nothing() && strain.words().is_empty());
    }
}
