//! Which foods a person eats.

use super::{Food, Tags};
use crate::domain::{Allergen, Day, Diet, Profile};
use std::collections::BTreeSet;

/// Which foods suit a person: by diet, by what they avoid, and in pregnancy.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FoodFilter {
    /// The diet that the person follows.
    pub diet: Diet,
    /// Allergens that a food must not contain.
    pub avoid: BTreeSet<Allergen>,
    /// Whether foods that are avoided in pregnancy are left out.
    pub pregnant: bool,
}

impl FoodFilter {
    /// The filter for the person of a profile on a day.
    #[must_use]
    pub fn of(profile: &Profile, day: Day) -> Self {
        let pregnant = profile.pregnant.is_some_and(|period| period.contains(day));
        Self { diet: profile.diet, avoid: profile.avoided(), pregnant }
    }

    /// Whether a food with these tags passes the filter.
    #[must_use]
    pub fn allows(&self, tags: &Tags) -> bool {
        // A stricter diet comes later in the order of `Diet`, and its followers eat nothing that the others do not.
        tags.diet >= self.diet && self.avoid.is_disjoint(&tags.contains) && !(self.pregnant && tags.avoid_in_pregnancy)
    }

    /// Whether every food passes the filter.
    #[must_use]
    pub fn allows_everything(&self) -> bool {
        *self == Self::default()
    }
}

impl Food {
    /// Whether the food passes the filter.
    ///
    /// A food without tags, such as an imported one, passes only a filter that every food passes.
    #[must_use]
    pub fn fits(&self, filter: &FoodFilter) -> bool {
        self.tags.as_ref().map_or_else(|| filter.allows_everything(), |tags| filter.allows(tags))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Condition, FoodId, Period};
    use crate::nutrition::{FoodGroup, FoodSource, catalogue};
    use chrono::NaiveDate;

    fn tags(diet: Diet) -> Tags {
        let contains = [Allergen::Milk].into();
        Tags { group: FoodGroup::Dishes, rarity: 2, suggest: false, diet, contains, avoid_in_pregnancy: true }
    }

    #[test]
    fn each_stricter_diet_is_eaten_by_all_who_follow_a_less_strict_one() {
        let order = [Diet::Everything, Diet::Pescatarian, Diet::Vegetarian, Diet::Vegan];
        for (food, of_food) in order.into_iter().enumerate() {
            for (person, of_person) in order.into_iter().enumerate() {
                let filter = FoodFilter { diet: of_person, ..FoodFilter::default() };
                assert_eq!(filter.allows(&tags(of_food)), food >= person, "{of_food:?} for {of_person:?}");
            }
        }
    }

    #[test]
    fn what_is_avoided_and_what_pregnancy_forbids_is_left_out() {
        let food = tags(Diet::Vegan);
        for (avoid, pregnant, fits) in [(vec![], false, true), (vec![Allergen::Milk], false, false), (vec![], true, false)] {
            let filter = FoodFilter { avoid: avoid.into_iter().collect(), pregnant, ..FoodFilter::default() };
            assert_eq!(filter.allows(&food), fits);
        }
    }

    #[test]
    fn what_nobody_has_judged_fits_only_who_eats_everything() {
        let mut food = catalogue().food(&FoodId::new("banana")).unwrap().clone();
        food.source = FoodSource::Own;
        food.tags = None;
        assert!(food.fits(&FoodFilter::default()));
        assert!(!food.fits(&FoodFilter { diet: Diet::Vegan, ..FoodFilter::default() }));
        assert!(!food.fits(&FoodFilter { avoid: [Allergen::Nuts].into(), ..FoodFilter::default() }));
        assert!(!food.fits(&FoodFilter { pregnant: true, ..FoodFilter::default() }));
    }

    #[test]
    fn the_filter_of_a_profile_knows_coeliac_disease_and_the_day() {
        let day = |day| Day::new(NaiveDate::from_ymd_opt(2026, 11, day).unwrap());
        let pregnant = Some(Period { from: day(1), until: Some(day(20)) });
        let profile = Profile { diet: Diet::Vegetarian, conditions: [Condition::Coeliac].into(), pregnant, ..Profile::default() };
        let expected = FoodFilter { diet: Diet::Vegetarian, avoid: [Allergen::Gluten].into(), pregnant: true };
        assert_eq!(FoodFilter::of(&profile, day(20)), expected);
        assert_eq!(FoodFilter::of(&profile, day(21)), FoodFilter { pregnant: false, ..expected });
    }
}
