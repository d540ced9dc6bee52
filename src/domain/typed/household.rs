//! Household measures of a food: which one is meant by "2 slices", and what 200 ml of it weigh.

use super::counted::{Counted, counted, simplified};
use super::fluid::{FluidMeasures, household_ml};
use crate::domain::Portion;

/// A portion of a food, taken apart: "2 slices, thin (56 g)".
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Household<'a> {
    pub(super) portion: &'a Portion,
    /// How many of the measure it is: 2.
    pub(super) count: f64,
    /// The measure in the singular: "slice".
    noun: String,
    /// What is said of it: "thin". Empty for nothing.
    quality: String,
    /// What stands in brackets: "56 g". Empty for nothing.
    brackets: String,
}

impl<'a> Household<'a> {
    /// Takes a portion apart. Whatever its label says, it has a count and a measure.
    pub(super) fn of(portion: &'a Portion) -> Self {
        let label = simplified(&portion.label);
        let (count, rest) = match counted(&label) {
            Some(Counted { count: Ok(count), rest }) if count > 0.0 => (count, rest),
            _ => (1.0, label.as_str()),
        };
        let (words, brackets) = rest.split_once('(').map_or((rest, ""), |(words, brackets)| (words, brackets.trim_end_matches(')')));
        let (noun, quality) = words.split_once(',').unwrap_or((words, ""));
        Self { portion, count, noun: singular(noun), quality: singular(quality), brackets: brackets.to_owned() }
    }

    /// The weight of one of the measure, in g.
    pub(super) fn grams_each(&self) -> f64 {
        self.portion.grams / self.count
    }

    /// One of it in words: "1 slice, thin".
    pub(super) fn one_in_words(&self) -> String {
        if self.quality.is_empty() { format!("1 {}", self.noun) } else { format!("1 {}, {}", self.noun, self.quality) }
    }

    /// How well a measure as typed fits this one: 3 if it is all that the label says, 2 if the label says more of it, 1 if the label says
    /// which kind it is ("small glass"). Returns `None` if it is another measure.
    fn fit(&self, typed: &str) -> Option<u8> {
        let whole = format!("{}, {}", self.noun, self.quality);
        if (self.noun == typed && self.quality.is_empty()) || whole == typed {
            return Some(3);
        }
        if self.noun == typed {
            return Some(2);
        }
        let is_kind_of = self.noun.split(' ').next_back() == Some(typed) || self.noun.split(' ').next() == Some(typed);
        is_kind_of.then_some(1)
    }

    /// What 1 ml of the food weighs in this measure, in g. Returns `None` if it says nothing of volume.
    fn grams_per_ml(&self) -> Option<f64> {
        let us = FluidMeasures::Us;
        let each = household_ml(&self.noun).or_else(|| us.unit_ml(&self.noun));
        let ml = each.map(|ml| ml * self.count).or_else(|| {
            let Counted { count, rest } = counted(&self.brackets)?;
            Some(count.ok()? * us.unit_ml(rest).or_else(|| household_ml(&singular(rest)))?)
        })?;
        (ml > 0.0).then(|| self.portion.grams / ml)
    }

    /// Whether the measure is a single thing, of which a number alone tells how many were eaten: an egg, a slice, but no cup or handful.
    pub(super) fn is_piece(&self) -> bool {
        const VESSELS: [&str; 16] = [
            "glass",
            "mug",
            "bowl",
            "plate",
            "handful",
            "container",
            "bottle",
            "can",
            "packet",
            "dash",
            "drop",
            "shot",
            "oz",
            "g",
            "portion",
            "serving",
        ];
        let last = self.noun.split(' ').next_back().unwrap_or_default();
        let is_volume = household_ml(last).or_else(|| FluidMeasures::Us.unit_ml(&self.noun)).is_some();
        self.count >= 1.0 && !is_volume && !VESSELS.contains(&last) && !self.noun.contains("usual amount")
    }
}

/// What a household measure as typed may be of a food.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum MeantMeasure<'a> {
    /// This one.
    One(Household<'a>),
    /// Either of two that weigh differently.
    Either(Household<'a>, Household<'a>),
    /// The food has no such measure.
    None,
}

/// Finds the household measure among the portions of a food. Of several that fit equally well the first is meant, unless their weights
/// differ by more than a fiftieth.
pub(super) fn meant<'a>(portions: &'a [Portion], typed: &str) -> MeantMeasure<'a> {
    let typed = singular(typed);
    let all: Vec<(u8, Household<'a>)> =
        portions.iter().map(Household::of).filter_map(|household| Some((household.fit(&typed)?, household))).collect();
    let Some(best) = all.iter().map(|(fit, _)| *fit).max() else { return MeantMeasure::None };
    let mut fitting = all.into_iter().filter(|(fit, _)| *fit == best).map(|(_, household)| household);
    let Some(first) = fitting.next() else { return MeantMeasure::None };
    let weight = first.grams_each();
    match fitting.find(|other| (other.grams_each() - weight).abs() > weight / 50.0) {
        Some(other) => MeantMeasure::Either(first, other),
        None => MeantMeasure::One(first),
    }
}

/// What 1 ml of a food weighs, in g, by the first of its portions that has a volume. Returns `None` if none has.
pub(super) fn grams_per_ml(portions: &[Portion]) -> Option<f64> {
    portions.iter().find_map(|portion| Household::of(portion).grams_per_ml())
}

/// Words in small letters, each in the singular, with one name for each spoon and ounce.
pub(super) fn singular(words: &str) -> String {
    let words: Vec<String> = simplified(words).split(' ').map(singular_word).collect();
    words.join(" ").replace("fluid oz", "fl oz").trim_end_matches(" of").to_owned()
}

fn singular_word(word: &str) -> String {
    let word = word.trim_end_matches('.');
    let (word, comma) = word.strip_suffix(',').map_or((word, ""), |word| (word, ","));
    let known = match word {
        "tablespoon" | "tablespoons" | "tbsps" | "tbs" | "tbl" => "tbsp",
        "teaspoon" | "teaspoons" | "tsps" => "tsp",
        "ounce" | "ounces" | "ozs" => "oz",
        "litres" | "liter" | "liters" | "l" => "litre",
        "leaves" => "leaf",
        "loaves" => "loaf",
        "halves" => "half",
        "cookies" => "cookie",
        _ => "",
    };
    if !known.is_empty() {
        return format!("{known}{comma}");
    }
    let es = ["sses", "xes", "ches", "shes", "oes"].iter().any(|end| word.ends_with(end));
    let single = match word {
        word if es => &word[..word.len() - 2],
        word if word.len() > 3 && word.ends_with("ies") => return format!("{}y{comma}", &word[..word.len() - 3]),
        word if word.len() > 2 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us") => &word[..word.len() - 1],
        word => word,
    };
    format!("{single}{comma}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn portions(all: &[(&str, f64)]) -> Vec<Portion> {
        all.iter().map(|(label, grams)| Portion { label: (*label).to_owned(), grams: *grams }).collect()
    }

    #[test]
    fn the_measure_of_the_food_is_found() {
        let bread = portions(&[("2 slices", 56.0), ("1 large slice", 40.0), ("1 small slice", 20.0), ("1 roll (50 g)", 50.0)]);
        let each = |typed: &str| match meant(&bread, typed) {
            MeantMeasure::One(household) => household.grams_each().to_string(),
            MeantMeasure::Either(one, other) => format!("{} or {}", one.one_in_words(), other.one_in_words()),
            MeantMeasure::None => "none".to_owned(),
        };
        for (typed, found) in
            [("slice", "28"), ("Slices", "28"), ("small slices", "20"), ("rolls", "50"), ("large", "40"), ("cups", "none"), ("", "none")]
        {
            assert_eq!(each(typed), found, "{typed}");
        }
        let nuts = portions(&[("1 cup, whole", 143.0), ("1 cup, ground", 95.0)]);
        assert!(matches!(meant(&nuts, "cups"), MeantMeasure::Either(..)));
        assert!(matches!(meant(&nuts, "cup, ground"), MeantMeasure::One(_)));
    }

    #[test]
    fn a_volume_weighs_what_the_measures_of_the_food_weigh() {
        let per_ml = |all: &[(&str, f64)]| grams_per_ml(&portions(all)).map(|grams| (grams * 1000.0).round());
        assert_eq!(per_ml(&[("1 cup", 244.0)]), Some(1031.0));
        assert_eq!(per_ml(&[("1 container", 150.0), ("1/2 cup, sliced", 60.0)]), Some(507.0));
        assert_eq!(per_ml(&[("1 bottle (500 ml)", 500.0)]), Some(1000.0));
        assert_eq!(per_ml(&[("1 handful (30 g)", 30.0)]), None);
    }

    #[test]
    fn words_lose_their_plural() {
        for (words, single) in [
            ("glasses", "glass"),
            ("Slices", "slice"),
            ("potatoes", "potato"),
            ("berries", "berry"),
            ("leaves", "leaf"),
            ("tablespoons", "tbsp"),
            ("fluid ounces", "fl oz"),
            ("cup, cubes", "cup, cube"),
            ("asparagus", "asparagus"),
        ] {
            assert_eq!(singular(words), single);
        }
    }
}
