//! What of a diary may go with cramps: the factors that are set against the nights that follow them.

use super::methods::FactorSeries;
use super::{NightFigures, NightSlice, Panel};
use crate::domain::{Entry, Factor, Measure, Nutrient};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// From this volume on, 1,000 ml, the drinks of a day look completely logged. A choice of this program: one glass of water does not say
/// that there was no coffee.
const DRINKS_LOOK_COMPLETE_ML: f64 = 1_000.0;

/// Nutrients that work through stores of a few days, so that the mean of three days is set against a night.
const OF_THREE_DAYS: [Nutrient; 5] = [Nutrient::Magnesium, Nutrient::Calcium, Nutrient::Zinc, Nutrient::Thiamin, Nutrient::VitaminB6];

/// Nutrients whose stores last for months: no night can be told from another.
const OF_MONTHS: [Nutrient; 2] = [Nutrient::VitaminD, Nutrient::VitaminB12];

/// What a factor is.
#[derive(Debug, Clone, PartialEq)]
pub enum LinkFactorName {
    /// Something of the day before the night.
    OfTheDay(Panel),
    /// Something of the night before that day: hours slept.
    NightBefore(Panel),
    /// A supplement that nobody prescribed, by its name: taken or not.
    Supplement(String),
}

/// A factor of the diary, with its value for each date.
#[derive(Debug, Clone, PartialEq)]
pub struct LinkFactor {
    /// What it is.
    pub name: LinkFactorName,
    /// Its values.
    pub series: FactorSeries,
}

/// A supplement, and the dates on which it was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SupplementDays {
    /// Its name.
    pub name: String,
    /// The dates on which any dose was logged.
    pub days: BTreeSet<NaiveDate>,
}

/// The factors of these dates that have a value on any of them: measures, then the person's own factors, then supplements.
///
/// What was not logged is `None`, never 0. A nutrient counts on days whose food is completely logged, caffeine and alcohol on days whose
/// drinks look so; that a supplement was not taken counts on days of which anything is logged. Cramps, and how much they disturbed sleep,
/// are the outcome and no factor.
#[must_use]
pub fn link_factors(nights: NightSlice<'_>, own: &[Entry<Factor>], supplements: &[SupplementDays]) -> Vec<LinkFactor> {
    let measured = Measure::all().filter_map(|measure| of_measure(nights, measure));
    let own = own.iter().map(|factor| {
        let measure = Measure::Own(factor.id);
        LinkFactor::new(LinkFactorName::OfTheDay(Panel::own(measure, &factor.value)), of_days(nights, |day| day.value(measure)))
    });
    let supplements = supplements.iter().map(|supplement| {
        let taken = |(night, figures): (crate::domain::Night, &NightFigures)| {
            let taken = supplement.days.contains(&night.date());
            (taken || is_day_logged(figures)).then_some(if taken { 1.0 } else { 0.0 })
        };
        LinkFactor::new(LinkFactorName::Supplement(supplement.name.clone()), nights.iter().map(taken).collect())
    });
    measured.chain(own).chain(supplements).filter(|factor| factor.series.values.iter().any(Option::is_some)).collect()
}

impl LinkFactor {
    fn new(name: LinkFactorName, values: Vec<Option<f64>>) -> Self {
        Self { name, series: FactorSeries { values, window: 1 } }
    }
}

/// The factor of a measure; `None` for one that is the outcome, or that no night can be told from another by.
fn of_measure(nights: NightSlice<'_>, measure: Measure) -> Option<LinkFactor> {
    let panel = Panel::new(measure);
    let (name, values) = match measure {
        Measure::Cramps | Measure::SleepDisturbed | Measure::Own(_) => return None,
        Measure::Nutrient(nutrient) if OF_MONTHS.contains(&nutrient) => return None,
        Measure::Slept => {
            let slept = of_days(nights, |night| night.value(measure));
            (LinkFactorName::NightBefore(panel), [None].into_iter().chain(slept).take(nights.len()).collect())
        }
        Measure::Caffeine | Measure::Alcohol => {
            (LinkFactorName::OfTheDay(panel), of_days(nights, |day| day.value(measure).filter(|_| drinks_look_complete(day))))
        }
        Measure::Hydration | Measure::Stretching | Measure::Exercise | Measure::Standing | Measure::Heat | Measure::Nutrient(_) => {
            (LinkFactorName::OfTheDay(panel), of_days(nights, |day| day.counted(measure)))
        }
    };
    let is_slow = measure.nutrient().is_some_and(|nutrient| OF_THREE_DAYS.contains(&nutrient));
    Some(LinkFactor { name, series: FactorSeries { values, window: if is_slow { 3 } else { 1 } } })
}

fn of_days(nights: NightSlice<'_>, value: impl Fn(&NightFigures) -> Option<f64>) -> Vec<Option<f64>> {
    nights.nights.iter().map(value).collect()
}

fn drinks_look_complete(day: &NightFigures) -> bool {
    day.food_complete || day.value(Measure::Hydration).is_some_and(|drunk| drunk >= DRINKS_LOOK_COMPLETE_ML)
}

/// Whether anything of the day was logged.
fn is_day_logged(day: &NightFigures) -> bool {
    let is_of_the_day = |measure: &Measure| !measure.is_of_the_night() && day.value(*measure).is_some();
    let took = || Measure::NUTRIENTS.into_iter().any(|nutrient| day.nutrient(nutrient).supplements.is_some());
    !day.own.is_empty() || !day.illness.is_empty() || Measure::all().any(|measure| is_of_the_day(&measure)) || took()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{FactorKind, Id, OwnName};

    const FIRST: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 2).unwrap();

    fn values(factors: &[LinkFactor], measure: Measure) -> Option<Vec<Option<f64>>> {
        let is = |factor: &&LinkFactor| match &factor.name {
            LinkFactorName::OfTheDay(panel) | LinkFactorName::NightBefore(panel) => panel.measure == measure,
            LinkFactorName::Supplement(_) => false,
        };
        factors.iter().find(is).map(|factor| factor.series.values.clone())
    }

    #[test]
    fn what_is_not_known_is_never_zero() {
        let magnesium = Measure::Nutrient(Nutrient::Magnesium);
        let day = NightFigures::default;
        let nights = [
            day().with(Measure::Hydration, 250.0).with(Measure::Caffeine, 0.0).with(magnesium, 90.0),
            day().with(Measure::Hydration, 1_000.0).with(Measure::Caffeine, 0.0).with(Measure::Slept, 7.0),
            NightFigures { food_complete: true, ..day() }.with(Measure::Caffeine, 80.0).with(magnesium, 300.0).with(Measure::Slept, 6.0),
            day().with(Measure::SleepDisturbed, 5.0).with(Measure::Nutrient(Nutrient::VitaminD), 10.0),
        ];
        let factors = link_factors(NightSlice { first: FIRST, nights: &nights }, &[], &[]);
        assert_eq!(values(&factors, Measure::Hydration), Some(vec![Some(250.0), Some(1_000.0), None, None]));
        assert_eq!(
            values(&factors, Measure::Caffeine),
            Some(vec![None, Some(0.0), Some(80.0), None]),
            "a glass of water says nothing of coffee"
        );
        assert_eq!(values(&factors, magnesium), Some(vec![None, None, Some(300.0), None]), "the first day's food is not completely logged");
        assert_eq!(values(&factors, Measure::Slept), Some(vec![None, None, Some(7.0), Some(6.0)]), "of the night before");
        for outcome in [Measure::Cramps, Measure::SleepDisturbed, Measure::Nutrient(Nutrient::VitaminD), Measure::Stretching] {
            assert_eq!(values(&factors, outcome), None, "{outcome}");
        }
    }

    #[test]
    fn minerals_are_means_of_three_days() {
        let measures = [Nutrient::Magnesium, Nutrient::Potassium].map(Measure::Nutrient);
        let day = NightFigures { food_complete: true, ..NightFigures::default() }.with(measures[0], 1.0).with(measures[1], 1.0);
        let windows: Vec<_> =
            link_factors(NightSlice { first: FIRST, nights: &[day] }, &[], &[]).iter().map(|factor| factor.series.window).collect();
        assert_eq!(windows, [3, 1]);
    }

    #[test]
    fn a_supplement_was_not_taken_on_days_of_which_something_is_logged() {
        let (id, at) = (Id::from_uuid(uuid::Uuid::from_u128(7)), chrono::DateTime::UNIX_EPOCH);
        let factor = Entry { id, created: at, changed: at, value: Factor::new(OwnName::new("Socks").unwrap(), FactorKind::YesNo) };
        let nights = [
            NightFigures::default(),
            NightFigures { own: vec![(factor.id, 1.0)], ..NightFigures::default() },
            NightFigures::default().with(Measure::Slept, 7.0),
            NightFigures::default(),
        ];
        let days = BTreeSet::from([FIRST + chrono::Days::new(3)]);
        let zinc = SupplementDays { name: "Zinc".to_owned(), days };
        let factors = link_factors(NightSlice { first: FIRST, nights: &nights }, &[factor], &[zinc]);
        let by_name: Vec<_> = factors.iter().map(|factor| factor.series.values.clone()).collect();
        // The night's own sleep is nothing of the day.
        assert_eq!(by_name[0], [None, None, None, Some(7.0)]);
        assert_eq!(by_name[1], [None, Some(1.0), None, None]);
        assert_eq!(by_name[2], [None, Some(0.0), None, Some(1.0)]);
    }
}
