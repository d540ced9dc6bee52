//! What a panel of the trends can show: one table of measures, from which everything else about them comes.

use super::{Factor, FactorKind, Id, Nutrient};
use std::{fmt, str::FromStr};

/// What the values of a [`Measure`] are: counts, minutes, yes or no, and so on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ValueKind {
    /// A whole number of things, without a unit.
    Count,
    /// Millilitres; means and axes are in litres.
    Millilitres,
    /// Minutes.
    Minutes,
    /// Hours.
    Hours,
    /// An amount of the nutrient, in [`Nutrient::unit`].
    Nutrient(Nutrient),
    /// 1 for yes, 0 for no; a mean is the share of yes.
    YesNo,
    /// From 0 to 10.
    ZeroToTen,
    /// Answers to one of the person's own factors. Their kind and unit are saved in the diary, with the factor.
    Own,
}

impl ValueKind {
    /// The unit of single values: "ml", "of 10". Empty for counts, for yes or no, and for the person's own factors.
    #[must_use]
    pub fn unit(self) -> &'static str {
        match self {
            Self::Count | Self::YesNo | Self::Own => "",
            Self::Millilitres => "ml",
            Self::Minutes => "min",
            Self::Hours => "h",
            Self::Nutrient(nutrient) => nutrient.unit(),
            Self::ZeroToTen => "of 10",
        }
    }

    /// How a factor of the person's own with such values would be answered.
    #[must_use]
    pub fn factor_kind(self) -> FactorKind {
        match self {
            Self::YesNo => FactorKind::YesNo,
            Self::ZeroToTen => FactorKind::Scale,
            Self::Count | Self::Millilitres | Self::Minutes | Self::Hours | Self::Nutrient(_) | Self::Own => FactorKind::Number,
        }
    }
}

/// Whether a measure's value for a date is about that day or about the night after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Of {
    /// The night after the day.
    Night,
    /// The day before the night.
    Day,
}

/// A row of the table of measures.
#[derive(Debug, Clone, Copy)]
struct About {
    key: &'static str,
    label: &'static str,
    values: ValueKind,
    of: Of,
    zero: &'static str,
}

/// Declares the measures, in the order in which screens list them. Nutrients stand between the two blocks, since one row serves
/// them all.
///
/// - `key` names the measure in the diary file and on the command line; it may never change.
/// - `label` is the heading of its panel.
/// - `values` is a [`ValueKind`].
/// - `of` is `Night` or `Day`.
/// - `zero` is the text shown for a value of 0; empty where the number itself is shown.
///
/// A new measure needs its figure besides: in `FIGURES` of the record that says it (`store/kinds/`), or in `diary/night_figures.rs`
/// where it needs more than a record; a test names a measure without one. It needs a line in `charts/measure_look.rs` only if it
/// looks other than its values ask for, and rows in the second computation of the tests (`plain.rs`) once diaries there log it.
macro_rules! measures {
    (
        above the nutrients {
            $( $(#[$above_meta:meta])* $above:ident { $($above_row:tt)+ } )+
        }
        below the nutrients {
            $( $(#[$below_meta:meta])* $below:ident { $($below_row:tt)+ } )+
        }
    ) => {
        /// Something that the diary has a figure for on each date, such as cramps or drinks; the figure is `None` where it was not
        /// logged. Each measure can be a panel of the trends chart.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Measure {
            $( $(#[$above_meta])* $above, )+
            /// A nutrient from food, drinks and supplements, as the amount per day in [`Nutrient::unit`]. Only those of
            /// [`Measure::NUTRIENTS`] are shown.
            Nutrient(Nutrient),
            $( $(#[$below_meta])* $below, )+
            /// One of the person's own factors, by its id; its name, kind and unit are saved in the diary.
            Own(Id<Factor>),
        }

        impl Measure {
            const ABOVE: &'static [Self] = &[ $( Self::$above, )+ ];
            const BELOW: &'static [Self] = &[ $( Self::$below, )+ ];

            /// The index of this measure in an array with one value per measure, from 0 and below [`Measure::PLACES`]. Returns `None`
            /// for one of the person's own factors, and for a nutrient that is not among [`Measure::NUTRIENTS`].
            #[must_use]
            pub fn place(self) -> Option<usize> {
                enum Place { $( $above, )+ $( $below, )+ }
                Some(match self {
                    $( Self::$above => Place::$above as usize, )+
                    $( Self::$below => Place::$below as usize, )+
                    Self::Nutrient(nutrient) => {
                        Self::ABOVE.len() + Self::BELOW.len() + Self::NUTRIENTS.iter().position(|known| *known == nutrient)?
                    }
                    Self::Own(_) => return None,
                })
            }

            fn about(self) -> About {
                match self {
                    $( Self::$above => measures!(@row $($above_row)+), )+
                    $( Self::$below => measures!(@row $($below_row)+), )+
                    Self::Nutrient(nutrient) => About {
                        key: nutrient.key(),
                        label: nutrient.label(),
                        values: ValueKind::Nutrient(nutrient),
                        of: Of::Day,
                        zero: "",
                    },
                    Self::Own(_) => About { key: "own", label: "", values: ValueKind::Own, of: Of::Day, zero: "" },
                }
            }
        }
    };
    (@row key: $key:literal, label: $label:literal, values: $values:expr, of: $of:ident, zero: $zero:literal) => {
        About { key: $key, label: $label, values: $values, of: Of::$of, zero: $zero }
    };
}

measures! {
    above the nutrients {
        /// The number of cramps per night.
        Cramps { key: "cramps", label: "Cramps", values: ValueKind::Count, of: Night, zero: "none" }
        /// Sleep disturbed by cramps, 0 to 10.
        SleepDisturbed {
            key: "sleep_disturbed", label: "Sleep disturbed by cramps", values: ValueKind::ZeroToTen, of: Night, zero: ""
        }
        /// Hours slept per night.
        Slept { key: "slept", label: "Slept", values: ValueKind::Hours, of: Night, zero: "" }
        /// The volume of all drinks per day, in ml.
        Hydration { key: "drinks", label: "Drinks", values: ValueKind::Millilitres, of: Day, zero: "" }
        /// Minutes of stretching per day; 0 where the person said that they did not stretch.
        Stretching { key: "stretching", label: "Stretching", values: ValueKind::Minutes, of: Day, zero: "did not stretch" }
    }
    below the nutrients {
        /// Caffeine per day, in mg.
        Caffeine {
            key: "caffeine", label: "Caffeine", values: ValueKind::Nutrient(Nutrient::Caffeine), of: Day, zero: "none"
        }
        /// Alcohol per day, in g.
        Alcohol { key: "alcohol", label: "Alcohol", values: ValueKind::Nutrient(Nutrient::Alcohol), of: Day, zero: "none" }
        /// Minutes of exercise per day.
        Exercise { key: "exercise", label: "Exercise", values: ValueKind::Minutes, of: Day, zero: "none" }
        /// Hours on one's feet per day.
        Standing { key: "standing", label: "Standing", values: ValueKind::Hours, of: Day, zero: "none" }
        /// Whether there was heat or heavy sweating: 1 for yes, 0 for no.
        Heat { key: "heat", label: "Heat or heavy sweating", values: ValueKind::YesNo, of: Day, zero: "" }
    }
}

impl Measure {
    /// The nutrients that can be shown, in the order in which screens list them.
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

    /// The number of measures other than the person's own factors: the length of an array indexed by [`Measure::place`].
    pub const PLACES: usize = Self::ABOVE.len() + Self::BELOW.len() + Self::NUTRIENTS.len();

    /// The panels of the trends chart until the person chooses some: cramps, drinks, stretching, magnesium, potassium and calcium.
    pub const USUAL: [Self; 6] = [
        Self::Cramps,
        Self::Hydration,
        Self::Stretching,
        Self::Nutrient(Nutrient::Magnesium),
        Self::Nutrient(Nutrient::Potassium),
        Self::Nutrient(Nutrient::Calcium),
    ];

    /// Every measure except the person's own factors, in the order in which screens list them.
    pub fn all() -> impl Iterator<Item = Self> {
        let nutrients = Self::NUTRIENTS.map(Self::Nutrient);
        Self::ABOVE.iter().copied().chain(nutrients).chain(Self::BELOW.iter().copied())
    }

    /// The heading of its panel: "Drinks". Empty for one of the person's own factors, whose name is saved in the diary.
    #[must_use]
    pub fn label(self) -> &'static str {
        self.about().label
    }

    /// What its values are: counts, minutes, yes or no, and so on. [`ValueKind::Own`] for one of the person's own factors.
    #[must_use]
    pub fn values(self) -> ValueKind {
        self.about().values
    }

    /// The unit of single values: "ml", "of 10". Empty for counts, for yes or no, and for the person's own factors.
    #[must_use]
    pub fn unit(self) -> &'static str {
        self.values().unit()
    }

    /// The text shown for a value of 0, such as "did not stretch"; `None` where the number itself is shown.
    #[must_use]
    pub fn zero_words(self) -> Option<&'static str> {
        Some(self.about().zero).filter(|words| !words.is_empty())
    }

    /// The nutrient of [`Measure::Nutrient`], whose amounts from food and from supplements are shown apart. Returns `None` for all
    /// other measures, also for caffeine and alcohol, which are measures of their own.
    #[must_use]
    pub fn nutrient(self) -> Option<Nutrient> {
        if let Self::Nutrient(nutrient) = self { Some(nutrient) } else { None }
    }

    /// Whether it belongs to the night rather than to the day before it.
    #[must_use]
    pub fn is_of_the_night(self) -> bool {
        self.about().of == Of::Night
    }

    /// What its mean is taken over: "nights", "days", or "full food days" for nutrients, which are days whose food is completely
    /// logged.
    #[must_use]
    pub fn counted(self) -> &'static str {
        match self.about().of {
            Of::Day if self.nutrient().is_some() => "full food days",
            Of::Day => "days",
            Of::Night => "nights",
        }
    }
}

impl fmt::Display for Measure {
    /// The key that the diary file and the command line use, such as "drinks"; "own:" with the id for one of the person's factors.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Self::Own(factor) = self { write!(f, "own:{factor}") } else { f.write_str(self.about().key) }
    }
}

/// The error for a text that is the key of no measure.
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
    use std::collections::BTreeSet;

    #[test]
    fn every_measure_is_read_back_from_its_word() {
        let own = Measure::Own(Id::from_uuid(uuid::Uuid::from_u128(7)));
        for measure in Measure::all().chain([own]) {
            assert_eq!(measure.to_string().parse(), Ok(measure));
        }
        assert_eq!("Sleep disturbed".parse(), Ok(Measure::SleepDisturbed));
        assert!("own:7".parse::<Measure>().is_err() && "steps".parse::<Measure>().is_err());
    }

    #[test]
    fn every_measure_has_a_place_and_words_of_its_own() {
        let places: Vec<_> = Measure::all().filter_map(Measure::place).collect();
        assert_eq!(places.iter().copied().collect::<BTreeSet<_>>(), (0..Measure::PLACES).collect());
        assert_eq!(places.len(), Measure::PLACES);
        let labels: BTreeSet<_> = Measure::all().map(Measure::label).collect();
        assert!(labels.len() == Measure::PLACES && !labels.contains(""));
        let unshown = [Measure::Nutrient(Nutrient::Caffeine), Measure::Own(Id::from_uuid(uuid::Uuid::from_u128(7)))];
        assert_eq!(unshown.map(Measure::place), [None, None]);
    }
}
