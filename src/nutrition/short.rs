//! The nutrients of which the diary shows less than the person needs, probably or perhaps.

use super::reference_table::ReferenceKind;
use super::summary::{IntakeSummary, NutrientIntake};
use crate::domain::{Nutrient, keyed_enum};
use crate::insights::MeanRange;

keyed_enum! {
    /// How sure it is that food gives too little of a nutrient. The surer comes first.
    HowShort, "how short" {
        /// Even the upper end of the mean's range stays below what half of all people need.
        Probably = "probably", "probably short";
        /// The mean stays below the recommended or adequate intake, which exceeds what most people need.
        Perhaps = "perhaps", "perhaps short";
    }
}

/// What food gave of a nutrient over complete days, in its unit per day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MeanIntake {
    /// The mean, as far as it is known.
    pub mean: f64,
    /// The range of the mean.
    pub range: MeanRange,
    /// The share of the food without a figure, 0 to 1.
    pub unknown_share: f64,
}

/// How short an intake is of its references, per day. `None` if it is not known to be short.
///
/// Foods without a figure get the benefit of the doubt: they are taken to hold as much as the others. With the unknown share u,
/// mean m, upper end h of its 95 % range, average requirement A and recommended or adequate intake R:
///
/// - probably, if h / (1 - u) < A;
/// - perhaps, if m / (1 - u) < R;
/// - otherwise `None`.
///
/// Half of all people need less than A, and nearly all need less than R (IOM 2000, Dietary Reference Intakes: Applications in Dietary
/// Assessment). A is `None` where no authority has set it. Then it is never "probably".
#[must_use]
pub fn how_short(intake: MeanIntake, recommended: f64, requirement: Option<f64>) -> Option<HowShort> {
    let known = 1.0 - intake.unknown_share;
    if requirement.is_some_and(|requirement| intake.range.high < requirement * known) {
        return Some(HowShort::Probably);
    }
    (intake.mean < recommended * known).then_some(HowShort::Perhaps)
}

/// A nutrient of which food and drink gave too little, probably or perhaps.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shortage {
    /// The nutrient.
    pub nutrient: Nutrient,
    /// How sure it is.
    pub how: HowShort,
    /// Mean of food and drink over the complete days, in the nutrient's unit per day.
    pub mean: f64,
    /// The range in which that mean probably lies.
    pub range: MeanRange,
    /// The mean reference intake of these days, in the nutrient's unit per day.
    pub reference: f64,
    /// What the reference intake says.
    pub kind: ReferenceKind,
    /// The authority of the reference intake, with region and year.
    pub authority: &'static str,
    /// The mean average requirement of these days, in the nutrient's unit per day. `None` if none is known.
    pub requirement: Option<f64>,
    /// `mean` divided by the reference intake: 0.5 is half of it.
    pub share: f64,
    /// Mean of supplements over these days, in the nutrient's unit per day. It is not part of `mean`.
    pub from_supplements: f64,
    /// The share of the food without a figure, 0 to 1. If it is above 0, the mean is "at least".
    pub unknown_share: f64,
    /// The number of complete days, over which means are taken.
    pub days: usize,
    /// The number of days that were looked at.
    pub window_days: usize,
}

/// The nutrients that are short over the complete days: those that supplements make up for last, what is probably short before what
/// perhaps is, then the shortest first. Empty with fewer than [`MIN_DAYS`](super::MIN_DAYS) complete days.
#[must_use]
pub fn shortages(summary: &IntakeSummary) -> Vec<Shortage> {
    let mut short: Vec<_> = Nutrient::SUGGESTED.iter().filter_map(|&nutrient| shortage(summary, nutrient)).collect();
    short.sort_by(|a, b| (a.made_up_for(), a.how).cmp(&(b.made_up_for(), b.how)).then_with(|| a.share.total_cmp(&b.share)));
    short
}

impl NutrientIntake {
    /// How short food is of the nutrient. Returns `None` if it is not known to be short, and for nutrients of which more is not advised:
    /// sodium to nobody, potassium not to people from whom it is withheld.
    #[must_use]
    pub fn how_short(&self) -> Option<HowShort> {
        let (figures, reference) = (self.figures.as_ref()?, self.reference.as_ref()?);
        if self.never_short || !Nutrient::SUGGESTED.contains(&self.nutrient) {
            return None;
        }
        let intake = MeanIntake { mean: figures.from_food, range: figures.range, unknown_share: figures.unknown_share };
        how_short(intake, reference.amount, self.requirement.as_ref().map(|requirement| requirement.amount))
    }

    /// Whether food and supplements together reach the reference intake. Returns `false` if either is unknown.
    #[must_use]
    pub fn made_up_for(&self) -> bool {
        let both = self.figures.as_ref().zip(self.reference.as_ref());
        both.is_some_and(|(figures, reference)| figures.from_food + figures.from_supplements >= reference.amount)
    }
}

fn shortage(summary: &IntakeSummary, nutrient: Nutrient) -> Option<Shortage> {
    let of_nutrient = summary.of(nutrient);
    let how = of_nutrient.how_short()?;
    let (figures, reference) = (of_nutrient.figures.as_ref()?, of_nutrient.reference.as_ref()?);
    Some(Shortage {
        nutrient,
        how,
        mean: figures.from_food,
        range: figures.range,
        reference: reference.amount,
        kind: reference.kind,
        authority: reference.authority,
        requirement: of_nutrient.requirement.as_ref().map(|requirement| requirement.amount),
        share: figures.share?,
        from_supplements: figures.from_supplements,
        unknown_share: figures.unknown_share,
        days: summary.complete_days,
        window_days: summary.window_days,
    })
}

impl Shortage {
    /// Whether some of the food has no figure, so that the mean is "at least".
    #[must_use]
    pub fn at_least(&self) -> bool {
        self.unknown_share > 0.0
    }

    /// Whether food and supplements together reach the reference intake.
    #[must_use]
    pub fn made_up_for(&self) -> bool {
        self.mean + self.from_supplements >= self.reference
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Amounts, FoodId};
    use crate::nutrition::{Eaten, LoggedDay, catalogue, day_intake, intake_summary};

    /// A day of three foods of 600 kcal with that much magnesium; the last may lack the figure.
    fn day(magnesium: [Option<f64>; 3]) -> LoggedDay {
        let food = FoodId::new("food");
        let foods = magnesium.map(|magnesium| {
            let mut amounts: Amounts = Nutrient::ALL.iter().map(|nutrient| (*nutrient, 1e6)).collect();
            amounts.set(Nutrient::Energy, Some(600.0));
            amounts.set(Nutrient::Magnesium, magnesium);
            amounts
        });
        let eaten = foods.iter().map(|amounts| Eaten { food: &food, name: "Food", per_100_g: Some(amounts), grams: 100.0 });
        LoggedDay { intake: day_intake(catalogue(), eaten, [], []), ..LoggedDay::default() }
    }

    /// Days with that much magnesium in all.
    fn days_of(magnesium: &[f64]) -> Vec<LoggedDay> {
        magnesium.iter().map(|all| day([Some(all / 3.0); 3])).collect()
    }

    fn short(days: &[LoggedDay]) -> Vec<Shortage> {
        shortages(&intake_summary(days))
    }

    fn magnesium(days: &[LoggedDay]) -> Option<HowShort> {
        short(days).iter().find(|short| short.nutrient == Nutrient::Magnesium).map(|short| short.how)
    }

    #[test]
    fn below_seven_complete_days_nothing_is_said() {
        assert!(short(&days_of(&[30.0; 6])).is_empty());
        assert_eq!(short(&days_of(&[30.0; 7])).len(), 1);
    }

    #[test]
    fn probably_perhaps_or_nothing_by_the_ends_of_the_range() {
        let range = |high| MeanRange { low: 0.0, high };
        for (mean, high, unknown_share, requirement, expected) in [
            (200.0, 264.9, 0.0, Some(265.0), Some(HowShort::Probably)),
            (200.0, 265.0, 0.0, Some(265.0), Some(HowShort::Perhaps)),
            (200.0, 210.0, 0.0, None, Some(HowShort::Perhaps)),
            (319.9, 400.0, 0.0, Some(265.0), Some(HowShort::Perhaps)),
            (320.0, 400.0, 0.0, Some(265.0), None),
            // A quarter of the food has no figure: 198.75 mg of 265, 240 mg of 320.
            (150.0, 198.7, 0.25, Some(265.0), Some(HowShort::Probably)),
            (150.0, 198.75, 0.25, Some(265.0), Some(HowShort::Perhaps)),
            (240.0, 300.0, 0.25, Some(265.0), None),
            (0.0, 0.0, 1.0, Some(265.0), None),
        ] {
            let found = how_short(MeanIntake { mean, range: range(high), unknown_share }, 320.0, requirement);
            assert_eq!(found, expected, "{mean} to {high}, {unknown_share} unknown");
        }
    }

    /// Ranges computed by the reference implementation of the method, which bisects the incomplete beta function for Student's t.
    #[test]
    fn the_range_over_days_decides() {
        for (amounts, how) in [
            // mean 222.86, range 176.70 to 269.01
            (vec![180.0, 240.0, 210.0, 300.0, 150.0, 260.0, 220.0], Some(HowShort::Perhaps)),
            // mean 227.14, range 173.29 to 280.99
            (vec![180.0, 240.0, 210.0, 330.0, 150.0, 260.0, 220.0], Some(HowShort::Perhaps)),
            // mean 256.43, range 251.57 to 261.29
            (vec![250.0, 255.0, 260.0, 262.0, 258.0, 249.0, 261.0], Some(HowShort::Probably)),
            // mean 324.29, range 271.20 to 377.38
            (vec![320.0, 420.0, 310.0, 250.0, 380.0, 300.0, 290.0], None),
            // mean 318.57, range 268.64 to 368.50
            (vec![320.0, 400.0, 310.0, 250.0, 380.0, 280.0, 290.0], Some(HowShort::Perhaps)),
            // mean 235.71, range 206.65 to 264.78
            (
                vec![150.0, 260.0, 330.0, 190.0, 240.0, 210.0, 280.0, 170.0, 300.0, 220.0, 250.0, 200.0, 230.0, 270.0],
                Some(HowShort::Probably),
            ),
        ] {
            assert_eq!(magnesium(&days_of(&amounts)), how, "{amounts:?}");
        }
    }

    #[test]
    fn unknown_food_gets_the_benefit_of_the_doubt() {
        for (foods, how) in [
            ([Some(106.7); 3], None),                    // 320.1 of 320 mg
            ([Some(106.6); 3], Some(HowShort::Perhaps)), // just below
            ([Some(106.7), Some(106.7), None], None),    // 213.4 mg in two thirds of the food
            ([Some(106.6), Some(106.6), None], Some(HowShort::Perhaps)),
            ([Some(88.4), Some(88.4), None], Some(HowShort::Perhaps)), // above two thirds of 265 mg
            ([Some(88.3), Some(88.3), None], Some(HowShort::Probably)), // each day alike, so that the range is one point
        ] {
            assert_eq!(magnesium(&vec![day(foods); 7]), how, "{foods:?}");
        }
    }

    #[test]
    fn a_shortage_says_how_much_over_how_many_days_and_what_is_not_known() {
        let mut week = days_of(&[198.4; 11]);
        week.extend(vec![LoggedDay::default(); 3]);
        let found = short(&week)[0];
        assert!((found.mean - 198.4).abs() < 1e-9 && (found.reference - 320.0).abs() < 1e-9 && (found.share - 0.62).abs() < 1e-9);
        assert_eq!((found.days, found.window_days, found.at_least(), found.requirement), (11, 14, false, Some(265.0)));
        assert_eq!((found.kind, found.authority), (ReferenceKind::Rda, "NASEM (US and Canada, 2019)"));
        let found = short(&vec![day([Some(66.0), Some(66.0), None]); 28])[0];
        assert!((found.unknown_share - 1.0 / 3.0).abs() < 1e-9 && found.at_least());
    }

    #[test]
    fn living_on_rice_is_short_of_much_and_what_supplements_make_up_for_comes_last() {
        let rice = FoodId::new("white-rice-cooked");
        let eaten = vec![Eaten { food: &rice, name: "Rice", per_100_g: None, grams: 400.0 }; 3];
        let day = LoggedDay { intake: day_intake(catalogue(), eaten, [], []), ..LoggedDay::default() };
        let found = short(&vec![day; 8]);
        let potassium = found.iter().find(|shortage| shortage.nutrient == Nutrient::Potassium).unwrap();
        assert!(potassium.share < 0.3 && potassium.how == HowShort::Perhaps, "an adequate intake has no average requirement");
        assert!(found.iter().all(|shortage| shortage.days == 8 && shortage.share < 1.0));
        assert!(found.is_sorted_by_key(|shortage| shortage.how) && found[0].how == HowShort::Probably);
        assert!(!found[0].made_up_for() && Shortage { from_supplements: 1e6, ..found[0] }.made_up_for());
    }

    #[test]
    fn sodium_is_never_short() {
        let summary = intake_summary(&days_of(&[100.0; 7]));
        let mut sodium = summary.of(Nutrient::Sodium).clone();
        sodium.figures.as_mut().unwrap().from_food = 1.0;
        assert_eq!(sodium.how_short(), None);
    }
}
