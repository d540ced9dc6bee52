//! What may have gone before a sign: hard effort, heat, tonic water, alcohol.

use crate::domain::{Day, Drink, Effort, Entry, FoodEntry, Nutrient, Profile, Sign, SignKind, Strain};
use crate::guide::{Reach, With};
use crate::nutrition::drink_content;
use crate::store::{Reader, StoreError};
use std::collections::{BTreeMap, BTreeSet};

/// Hard exercise counts from this many minutes on: an hour.
const LONG_EFFORT_MINUTES: u16 = 60;

/// Signs that quinine may cause, for which tonic water is looked for among the foods.
const OF_QUININE: [SignKind; 8] = [
    SignKind::Bleeding,
    SignKind::BleedingHeavy,
    SignKind::DarkUrine,
    SignKind::LittleUrine,
    SignKind::YellowSkin,
    SignKind::Fever,
    SignKind::Hearing,
    SignKind::SightChange,
];

/// The days before and with signs on which something was that a rule asks about.
#[derive(Debug, Default)]
pub(super) struct BeforeSigns {
    /// Days with hard exercise of an hour or more, or with exercise in heat.
    pub effort_days: BTreeSet<Day>,
    /// Days on which it was hot, or the person sweated heavily.
    pub hot_days: BTreeSet<Day>,
    /// Days on which tonic water was had.
    pub tonic_days: BTreeSet<Day>,
    /// Alcohol in grams by day.
    pub alcohol_g: BTreeMap<Day, f64>,
    /// What was drunk in ml by day.
    pub drunk_ml: BTreeMap<Day, f64>,
}

impl BeforeSigns {
    /// Reads them. Foods are read only where a rule can need them, since they are most of a diary.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be read.
    pub(super) fn read(read: &Reader<'_>, reach: &Reach, signs: &[Entry<Sign>], profile: &Profile) -> Result<Self, StoreError> {
        let mut found = Self::default();
        let until = reach.today().date();
        for Entry { value: drink, .. } in read.between::<Drink>(reach.drinks.date()..=until)? {
            let held = drink_content(drink.kind).and_then(|content| content.in_volume(drink.volume).get(Nutrient::Alcohol));
            *found.alcohol_g.entry(drink.day).or_default() += held.unwrap_or(0.0);
            *found.drunk_ml.entry(drink.day).or_default() += f64::from(drink.volume.get());
        }
        if !signs.is_empty() {
            for Entry { value: Strain { day, exercise, heat, .. }, .. } in read.between::<Strain>(reach.before_signs.date()..=until)? {
                let is_hot = heat == Some(true);
                let is_hard = exercise.is_some_and(|done| done.effort() == Some(Effort::Hard) && done.minutes() >= LONG_EFFORT_MINUTES);
                let in_heat = is_hot && exercise.is_some_and(|done| done.minutes() > 0);
                found.effort_days.extend((is_hard || in_heat).then_some(day));
                found.hot_days.extend(is_hot.then_some(day));
            }
        }
        if profile.pregnant.is_some() || signs.iter().any(|entry| OF_QUININE.contains(&entry.value.kind)) {
            let tonic = With::tonic_water();
            for Entry { value: food, .. } in read.between::<FoodEntry>(reach.before_signs.date()..=until)? {
                let per_100_g = food.per_100_g.unwrap_or_default();
                found.tonic_days.extend(tonic.is_in(&food.name, &per_100_g).then_some(food.day));
                let alcohol_g = per_100_g.in_grams(food.amount.get()).get(Nutrient::Alcohol).unwrap_or(0.0);
                if alcohol_g > 0.0 {
                    *found.alcohol_g.entry(food.day).or_default() += alcohol_g;
                }
            }
        }
        Ok(found)
    }
}
