//! What a panel of the trends can show.

use super::{Factor, Id, Nutrient};
use std::{fmt, str::FromStr};

/// Something that has a figure a date, or none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Measure {
    /// Cramps a night.
    Cramps,
    /// Sleep disturbed by cramps, 0 to 10.
    SleepDisturbed,
    /// Hours slept in the night.
    Slept,
    /// What was drunk a day, in ml.
    Hydration,
    /// Stretching a day, in minutes.
    Stretching,
    /// A nutrient from food, drinks and supplements a day, in its unit; one of [`Measure::NUTRIENTS`].
    Nutrient(Nutrient),
    /// Caffeine a day, in mg.
    Caffeine,
    /// Alcohol a day, in g.
    Alcohol,
    /// Exercise a day, in minutes.
    Exercise,
    /// On one's feet, in hours a day.
    Standing,
    /// Heat or heavy sweating, yes or no.
    Heat,
    /// A factor of one's own.
    Own(Id<Factor>),
}

impl Measure {
    /// The nutrients that can be shown, in the order in which figures of a date hold them.
    pub const NUTRIENTS: [Nutrient; 9] = [
        Nutrient::Magnesium,
        Nutrient::Potassium,
        Nutrient::Calcium,
        Nutrient::VitaminD,
        Nutrient::Thiamin,
        Nutrient::VitaminB6,
        Nutrient::VitaminB12,
        Nutrient::Zinc,
        Nutrient::Sodium,
    ];

    /// The panels of who never chose any.
    pub const USUAL: [Self; 6] = [
        Self::Cramps,
        Self::Hydration,
        Self::Stretching,
        Self::Nutrient(Nutrient::Magnesium),
        Self::Nutrient(Nutrient::Potassium),
        Self::Nutrient(Nutrient::Calcium),
    ];

    /// Everything but one's own factors, in the order in which screens list it.
    pub fn all() -> impl Iterator<Item = Self> {
        let before = [Self::Cramps, Self::SleepDisturbed, Self::Slept, Self::Hydration, Self::Stretching];
        let after = [Self::Caffeine, Self::Alcohol, Self::Exercise, Self::Standing, Self::Heat];
        before.into_iter().chain(Self::NUTRIENTS.map(Self::Nutrient)).chain(after)
    }

    /// The heading of its panel; nothing for a factor of one's own, whose name only the diary knows.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Cramps => "Cramps",
            Self::SleepDisturbed => "Sleep disturbed by cramps",
            Self::Slept => "Slept",
            Self::Hydration => "Drinks",
            Self::Stretching => "Stretching",
            Self::Nutrient(nutrient) => nutrient.label(),
            Self::Caffeine => "Caffeine",
            Self::Alcohol => "Alcohol",
            Self::Exercise => "Exercise",
            Self::Standing => "Standing",
            Self::Heat => "Heat or heavy sweating",
            Self::Own(_) => "",
        }
    }

    /// The unit of its values; empty where they are counted, answered with yes or no, or where only the diary knows.
    #[must_use]
    pub fn unit(self) -> &'static str {
        match self {
            Self::Cramps | Self::Heat | Self::Own(_) => "",
            Self::SleepDisturbed => "of 10",
            Self::Slept | Self::Standing => "h",
            Self::Hydration => "ml",
            Self::Stretching | Self::Exercise => "min",
            Self::Nutrient(nutrient) => nutrient.unit(),
            Self::Caffeine => Nutrient::Caffeine.unit(),
            Self::Alcohol => Nutrient::Alcohol.unit(),
        }
    }

    /// The nutrient, if it is one that food, drinks and supplements are looked at apart for.
    #[must_use]
    pub fn nutrient(self) -> Option<Nutrient> {
        match self {
            Self::Nutrient(nutrient) => Some(nutrient),
            Self::Cramps
            | Self::SleepDisturbed
            | Self::Slept
            | Self::Hydration
            | Self::Stretching
            | Self::Caffeine
            | Self::Alcohol
            | Self::Exercise
            | Self::Standing
            | Self::Heat
            | Self::Own(_) => None,
        }
    }

    /// Whether it belongs to the night rather than to the day before it.
    #[must_use]
    pub fn is_of_the_night(self) -> bool {
        match self {
            Self::Cramps | Self::SleepDisturbed | Self::Slept => true,
            Self::Hydration
            | Self::Stretching
            | Self::Nutrient(_)
            | Self::Caffeine
            | Self::Alcohol
            | Self::Exercise
            | Self::Standing
            | Self::Heat
            | Self::Own(_) => false,
        }
    }

    /// What its mean is taken over: "nights", "days", "full food days".
    #[must_use]
    pub fn counted(self) -> &'static str {
        match self {
            Self::Nutrient(_) => "full food days",
            _ if self.is_of_the_night() => "nights",
            _ => "days",
        }
    }
}

impl fmt::Display for Measure {
    /// The stable word for the file and the command line.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let key = match self {
            Self::Cramps => "cramps",
            Self::SleepDisturbed => "sleep_disturbed",
            Self::Slept => "slept",
            Self::Hydration => "drinks",
            Self::Stretching => "stretching",
            Self::Nutrient(nutrient) => nutrient.key(),
            Self::Caffeine => "caffeine",
            Self::Alcohol => "alcohol",
            Self::Exercise => "exercise",
            Self::Standing => "standing",
            Self::Heat => "heat",
            Self::Own(factor) => return write!(f, "own:{factor}"),
        };
        f.write_str(key)
    }
}

/// A word that names no measure.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("Panel \"{given}\" is unknown; choose among: {}", Measure::all().map(|measure| measure.to_string()).collect::<Vec<_>>().join(", "))]
pub struct UnknownMeasure {
    given: String,
}

impl FromStr for Measure {
    type Err = UnknownMeasure;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        let unknown = || UnknownMeasure { given: word.to_owned() };
        if let Some(id) = word.trim().strip_prefix("own:") {
            return id.parse().map(|uuid| Self::Own(Id::from_uuid(uuid))).map_err(|_not_an_id| unknown());
        }
        let wanted = word.trim().to_lowercase().replace([' ', '-'], "_");
        Self::all().find(|measure| measure.to_string() == wanted).ok_or_else(unknown)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_measure_is_read_back_from_its_word() {
        let own = Measure::Own(Id::from_uuid(uuid::Uuid::from_u128(7)));
        for measure in Measure::all().chain([own]) {
            assert_eq!(measure.to_string().parse(), Ok(measure));
        }
        assert_eq!("Sleep disturbed".parse(), Ok(Measure::SleepDisturbed));
        assert!("own:7".parse::<Measure>().is_err() && "steps".parse::<Measure>().is_err());
    }
}
