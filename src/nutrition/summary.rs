//! Intake over a window of days, beside the reference intakes of the person.

use super::intake::{DayIntake, EatenWhat, unknown_share};
use super::reference::{Reference, reference_over, requirement_over, total_water_over};
use super::{HeldRules, LimitsDrinking, Person};
use crate::domain::{FoodId, Nutrient};
use crate::insights::{MeanRange, mean_range};

/// With fewer complete days than this no mean of intake is given, however long the window is.
///
/// What a person eats of a nutrient differs from day to day by a third and more. The mean of seven days is good to about an eighth,
/// that of four to a sixth, which is too coarse to tell much. A window of seven days therefore needs all seven; that of 28 days
/// forgives three weeks.
pub const MIN_DAYS: usize = 7;

/// How many of the foods that gave most of a nutrient are named.
const MOST_GIVERS: usize = 5;

/// A day of the window, with the person as they were on that day.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct LoggedDay {
    /// The person who ate. Their references change with age and pregnancy.
    pub person: Person,
    /// What was eaten, drunk and taken.
    pub intake: DayIntake,
}

/// What a person took in over several consecutive days, beside their reference intakes.
#[derive(Debug, Clone, PartialEq)]
pub struct IntakeSummary {
    /// How many days were looked at.
    pub window_days: usize,
    /// How many days count as complete. Means are over these days.
    pub complete_days: usize,
    /// The water in food and drinks.
    pub water: WaterIntake,
    nutrients: Vec<NutrientIntake>,
}

/// The intake of one nutrient over the window.
#[derive(Debug, Clone, PartialEq)]
pub struct NutrientIntake {
    /// The nutrient.
    pub nutrient: Nutrient,
    /// The mean of the reference intakes of the complete days, or of all days if none is complete. `None` if there is no reference.
    pub reference: Option<Reference>,
    /// The mean of the average requirements of these days. `None` if one of them has none.
    pub requirement: Option<Reference>,
    /// The figures; `None` with fewer than [`MIN_DAYS`] complete days.
    pub figures: Option<IntakeFigures>,
    /// Whether food is never called short of it, since more of it may harm the person.
    pub never_short: bool,
}

/// Means of a nutrient over the complete days, in its unit per day.
#[derive(Debug, Clone, PartialEq)]
pub struct IntakeFigures {
    /// From food and drinks. It is "at least" if [`unknown_share`](Self::unknown_share) is above 0.
    pub from_food: f64,
    /// The range in which the mean from food and drinks probably lies, by how much the days differ.
    pub range: MeanRange,
    /// From supplements. A day on which none was logged counts as a day without.
    pub from_supplements: f64,
    /// [`IntakeFigures::from_food`] divided by the reference intake: 0.5 is half of it. `None` without a reference intake.
    pub share: Option<f64>,
    /// The share of food and drink without a figure for the nutrient, 0 to 1, by energy.
    pub unknown_share: f64,
    /// The foods and drinks that gave most of it, at most five, the largest first.
    pub givers: Vec<Giver>,
}

/// A food or drink that gave much of a nutrient.
#[derive(Debug, Clone, PartialEq)]
pub struct Giver {
    /// The id of the food; `None` for a drink.
    pub food: Option<FoodId>,
    /// The name, as last logged.
    pub name: String,
    /// How much of the nutrient it gave per day, over the complete days, in the nutrient's unit.
    pub amount: f64,
    /// The share that it gave of all that food and drinks gave, 0 to 1.
    pub share: f64,
}

/// The water in food and drinks over the days of an [`IntakeSummary`].
#[derive(Debug, Clone, PartialEq)]
pub struct WaterIntake {
    /// How many complete days have a drink logged. Means are over these days.
    pub days: usize,
    /// The mean of the references for total water, in ml; `None` if there is none, and with [`limits`](Self::limits).
    pub reference: Option<Reference>,
    /// Why only the clinic can say how much the person should drink; `None` if there is no such reason.
    pub limits: Option<LimitsDrinking>,
    /// The figures; `None` with fewer than [`MIN_DAYS`] such days.
    pub figures: Option<WaterFigures>,
}

/// Means of water, in ml per day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WaterFigures {
    /// Water in food.
    pub from_food: f64,
    /// Water in drinks.
    pub from_drinks: f64,
    /// Water in food and drinks divided by the reference intake of total water: 0.5 is half of it. `None` without a reference intake.
    pub share: Option<f64>,
    /// The share of food without a figure for water, 0 to 1, by energy.
    pub unknown_share: f64,
}

impl IntakeSummary {
    /// Whether there are enough complete days for a mean.
    #[must_use]
    pub fn enough_days(&self) -> bool {
        self.complete_days >= MIN_DAYS
    }

    /// The summary for somebody with this reason why only the clinic can say how much they should drink: water has no reference then. Returns
    /// the summary as it is if there is no reason.
    #[must_use]
    pub fn with_limited_drinking(mut self, limits: Option<LimitsDrinking>) -> Self {
        if limits.is_some() {
            let figures = self.water.figures.map(|figures| WaterFigures { share: None, ..figures });
            self.water = WaterIntake { reference: None, limits, figures, ..self.water };
        }
        self
    }

    /// The summary for somebody with these rules of foods: while they withhold potassium, food is not called short of it.
    #[must_use]
    pub fn with_rules(mut self, rules: &HeldRules) -> Self {
        self.nutrients[Nutrient::Potassium as usize].never_short = rules.withholding_potassium().is_some();
        self
    }

    /// The intake of a nutrient.
    #[must_use]
    pub fn of(&self, nutrient: Nutrient) -> &NutrientIntake {
        &self.nutrients[nutrient as usize]
    }

    /// Every nutrient, in the order of [`Nutrient::ALL`].
    #[must_use]
    pub fn nutrients(&self) -> &[NutrientIntake] {
        &self.nutrients
    }
}

/// Sums up the days of a window. Days that do not count as complete are in no mean.
#[must_use]
pub fn intake_summary(days: &[LoggedDay]) -> IntakeSummary {
    let complete: Vec<_> = days.iter().filter(|day| day.intake.counts_as_complete()).collect();
    IntakeSummary {
        window_days: days.len(),
        complete_days: complete.len(),
        water: water(days, &complete),
        nutrients: Nutrient::ALL.iter().map(|&nutrient| of_nutrient(days, &complete, nutrient)).collect(),
    }
}

/// The persons of the days that count, or of all days if none does.
fn people(all: &[LoggedDay], counted: &[&LoggedDay]) -> Vec<Person> {
    if counted.is_empty() { all.iter().map(|day| day.person).collect() } else { counted.iter().map(|day| day.person).collect() }
}

#[expect(clippy::cast_precision_loss, reason = "a count of days")]
fn mean(days: &[&LoggedDay], value: impl Fn(&DayIntake) -> f64) -> f64 {
    days.iter().map(|day| value(&day.intake)).sum::<f64>() / days.len() as f64
}

fn of_nutrient(all: &[LoggedDay], complete: &[&LoggedDay], nutrient: Nutrient) -> NutrientIntake {
    let people = people(all, complete);
    let kcal = (complete.len() >= MIN_DAYS).then(|| mean(complete, |day| day.from_food(Nutrient::Energy)));
    let reference = reference_over(nutrient, &people, kcal);
    let requirement = requirement_over(nutrient, &people, kcal);
    let amounts: Vec<_> = complete.iter().map(|day| day.intake.from_food(nutrient)).collect();
    let range = mean_range(&amounts).filter(|_enough| complete.len() >= MIN_DAYS);
    let figures = range.map(|range| {
        let from_food = mean(complete, |day| day.from_food(nutrient));
        IntakeFigures {
            from_food,
            range,
            from_supplements: mean(complete, |day| day.from_supplements(nutrient)),
            share: reference.as_ref().map(|reference| from_food / reference.amount),
            unknown_share: unknown_share(complete.iter().flat_map(|day| day.intake.parts()), nutrient),
            givers: givers(complete, nutrient, from_food),
        }
    });
    NutrientIntake { nutrient, reference, requirement, figures, never_short: false }
}

#[expect(clippy::cast_precision_loss, reason = "a count of days")]
fn givers(complete: &[&LoggedDay], nutrient: Nutrient, all: f64) -> Vec<Giver> {
    let mut sums: Vec<(&EatenWhat, f64)> = Vec::new();
    for part in complete.iter().flat_map(|day| day.intake.parts()) {
        let Some(amount) = part.amounts.get(nutrient).filter(|amount| *amount > 0.0) else { continue };
        match sums.iter_mut().find(|(what, _)| what.same_as(&part.what)) {
            Some((what, sum)) => {
                *what = &part.what;
                *sum += amount;
            }
            None => sums.push((&part.what, amount)),
        }
    }
    sums.sort_by(|(a, sum_a), (b, sum_b)| sum_b.total_cmp(sum_a).then_with(|| a.name().cmp(b.name())));
    sums.truncate(MOST_GIVERS);
    let giver = |(what, sum): (&EatenWhat, f64)| {
        let food = match what {
            EatenWhat::Food { id, .. } => Some(id.clone()),
            EatenWhat::Drink(_) => None,
        };
        let amount = sum / complete.len() as f64;
        Giver { food, name: what.name().to_owned(), amount, share: amount / all }
    };
    sums.into_iter().map(giver).collect()
}

/// Days without a logged drink are left out, since nobody drinks nothing.
fn water(all: &[LoggedDay], complete: &[&LoggedDay]) -> WaterIntake {
    let days: Vec<_> = complete.iter().copied().filter(|day| day.intake.has_drinks()).collect();
    let reference = total_water_over(&people(all, &days));
    let figures = (days.len() >= MIN_DAYS).then(|| {
        let (from_food, from_drinks) = (mean(&days, DayIntake::water_from_food), mean(&days, DayIntake::water_from_drinks));
        let share = reference.as_ref().map(|reference| (from_food + from_drinks) / reference.amount);
        let parts = days.iter().flat_map(|day| day.intake.parts());
        WaterFigures { from_food, from_drinks, share, unknown_share: unknown_share(parts, Nutrient::Water) }
    });
    WaterIntake { days: days.len(), reference, limits: None, figures }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Amounts, Condition, Day, Drink, DrinkKind, Sex, VolumeMl};
    use crate::nutrition::{Eaten, Stage, catalogue, day_intake};
    use chrono::NaiveDate;

    #[track_caller]
    fn close(found: f64, expected: f64) {
        assert!((found - expected).abs() < 1e-9, "{found} is not {expected}");
    }

    /// A day of foods given by id, kcal and milligrams of magnesium.
    fn day(foods: &[(&str, f64, Option<f64>)], water_ml: u32) -> LoggedDay {
        let foods: Vec<_> = foods
            .iter()
            .map(|(id, kcal, magnesium)| {
                let mut amounts: Amounts = [(Nutrient::Energy, *kcal), (Nutrient::Water, 50.0)].into_iter().collect();
                amounts.set(Nutrient::Magnesium, *magnesium);
                (FoodId::new(id), *id, amounts)
            })
            .collect();
        let eaten = foods.iter().map(|(id, name, amounts)| Eaten { food: id, name, per_100_g: Some(amounts), grams: 100.0 });
        let date = Day::new(NaiveDate::from_ymd_opt(2026, 11, 19).unwrap());
        let drinks: Vec<_> = VolumeMl::new(water_ml)
            .ok()
            .map(|volume| Drink { day: date, kind: DrinkKind::Water, volume, time: None })
            .into_iter()
            .collect();
        LoggedDay { person: Person::default(), intake: day_intake(catalogue(), eaten, &drinks, []) }
    }

    fn full() -> LoggedDay {
        day(&[("oats", 500.0, Some(100.0)), ("rice", 500.0, Some(20.0)), ("soup", 1_000.0, None)], 1_000)
    }

    #[test]
    fn below_seven_complete_days_there_is_no_figure_but_their_number_and_the_reference() {
        let mut days = vec![full(); 6];
        days.push(day(&[("oats", 100.0, Some(10.0))], 0));
        let summary = intake_summary(&days);
        assert_eq!((summary.window_days, summary.complete_days, summary.enough_days()), (7, 6, false));
        assert_eq!(summary.of(Nutrient::Magnesium).figures, None);
        close(summary.of(Nutrient::Magnesium).reference.as_ref().unwrap().amount, 320.0);
        days[6].intake.complete = Some(true);
        assert!(intake_summary(&days).enough_days(), "what the person says of a day outranks how it looks");
        days[0].intake.complete = Some(false);
        assert!(!intake_summary(&days).enough_days());
    }

    #[test]
    fn means_are_over_complete_days_with_the_share_and_what_is_unknown() {
        let mut days = vec![full(); 8];
        days.extend(vec![day(&[("oats", 100.0, Some(900.0))], 0); 20]);
        let summary = intake_summary(&days);
        assert_eq!((summary.window_days, summary.complete_days), (28, 8));
        let figures = summary.of(Nutrient::Magnesium).figures.as_ref().unwrap();
        // The litre of tap water has 10 mg and no energy.
        let in_water = figures.from_food - 120.0;
        assert!((0.0..20.0).contains(&in_water));
        close(figures.share.unwrap(), figures.from_food / 320.0);
        close(figures.unknown_share, 0.5);
        let names: Vec<_> = figures.givers.iter().map(|giver| giver.name.as_str()).collect();
        assert_eq!(names, ["oats", "rice", "Water"]);
        close(figures.givers[0].amount, 100.0);
        close(figures.givers.iter().map(|giver| giver.share).sum(), 1.0);
    }

    #[test]
    fn foods_are_put_together_by_id_and_at_most_five_are_named() {
        let foods: Vec<_> = ["a", "b", "c", "d", "e", "f", "f"].into_iter().map(|id| (id, 300.0, Some(10.0))).collect();
        let summary = intake_summary(&vec![day(&foods, 0); 7]);
        let figures = summary.of(Nutrient::Magnesium).figures.as_ref().unwrap();
        let givers: Vec<_> = figures.givers.iter().map(|giver| (giver.name.as_str(), giver.amount)).collect();
        assert_eq!(givers.len(), 5);
        assert_eq!(givers[0].0, "f");
        close(givers[0].1, 20.0);
    }

    #[test]
    fn water_is_compared_on_days_with_a_drink_logged() {
        let dry = day(&[("oats", 500.0, None), ("rice", 500.0, None), ("soup", 500.0, None)], 0);
        let mut days = vec![dry; 7];
        let summary = intake_summary(&days);
        assert_eq!((summary.complete_days, summary.water.days, summary.water.figures), (7, 0, None));
        days.extend(vec![full(); 7]);
        let water = intake_summary(&days).water;
        let figures = water.figures.unwrap();
        assert_eq!(water.days, 7);
        close(figures.from_food, 150.0);
        assert!((990.0..=1_000.0).contains(&figures.from_drinks));
        close(figures.share.unwrap(), (figures.from_food + figures.from_drinks) / 2_000.0);
        let limited = intake_summary(&days).with_limited_drinking(Some(LimitsDrinking::Condition(Condition::Kidney))).water;
        assert_eq!((limited.reference, limited.figures.unwrap().share), (None, None));
    }

    #[test]
    fn the_reference_follows_the_person_through_the_window() {
        let mut days = vec![full(); 10];
        for (place, day) in days.iter_mut().enumerate() {
            let stage = if place < 4 { Stage::Pregnant } else { Stage::None };
            day.person = Person { age_years: Some(28), sex: Some(Sex::Female), stage, ..Person::default() };
        }
        days[9].intake.complete = Some(false);
        let summary = intake_summary(&days);
        close(summary.of(Nutrient::Magnesium).reference.as_ref().unwrap().amount, (4.0 * 350.0 + 5.0 * 310.0) / 9.0);
        close(summary.water.reference.unwrap().amount, (4.0 * 2_300.0 + 5.0 * 2_000.0) / 9.0);
    }
}
