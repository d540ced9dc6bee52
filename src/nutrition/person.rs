//! The person for whom reference intakes and limits are looked up.

use crate::domain::{Day, Diet, Profile, ReferenceTables, Sex, keyed_enum};

keyed_enum! {
    /// A stage of life that changes a woman's needs for a while.
    #[derive(Default)]
    Stage, "stage" {
        /// Neither pregnant nor breastfeeding.
        #[default]
        None = "none", "Neither pregnant nor breastfeeding";
        /// Pregnant.
        Pregnant = "pregnant", "Pregnant";
        /// Breastfeeding.
        Breastfeeding = "breastfeeding", "Breastfeeding";
    }
}

/// What decides which reference intakes and upper levels apply to a person on one day: age, sex, pregnancy and breastfeeding,
/// region and diet.
///
/// The default is a person of unknown age, sex and region, neither pregnant nor breastfeeding, who eats everything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Person {
    /// Age in completed years; `None` if unknown, and then the values of adults apply.
    pub age_years: Option<u8>,
    /// Sex for reference intakes; `None` if unknown, and then the lower value of the two applies.
    pub sex: Option<Sex>,
    /// Whether pregnant or breastfeeding. If so, values for women apply, whatever `sex` says.
    pub stage: Stage,
    /// Whose reference intakes are used; `None` if the region is unknown or has no tables here, and then those of the US and Canada are.
    pub tables: Option<ReferenceTables>,
    /// Whether mostly plants are eaten, whose phytate binds zinc.
    pub mostly_plants: bool,
}

impl Person {
    /// The person of a profile on a day. Somebody who breastfeeds while pregnant counts as pregnant.
    #[must_use]
    pub fn on(profile: &Profile, day: Day) -> Self {
        let during = |period: Option<crate::domain::Period>| period.is_some_and(|period| period.contains(day));
        let stage = if during(profile.pregnant) {
            Stage::Pregnant
        } else if during(profile.breastfeeding) {
            Stage::Breastfeeding
        } else {
            Stage::None
        };
        Self {
            age_years: profile.age_on(day),
            sex: profile.sex,
            stage,
            tables: profile.reference_tables(),
            mostly_plants: profile.diet >= Diet::Vegetarian,
        }
    }

    /// The sex whose rows of the reference intakes and upper levels apply: women's while pregnant or breastfeeding. `None` if unknown.
    pub(super) fn table_sex(self) -> Option<Sex> {
        if self.stage == Stage::None { self.sex } else { Some(Sex::Female) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Period;
    use chrono::NaiveDate;

    fn day(year: i32, month: u32, day: u32) -> Day {
        Day::new(NaiveDate::from_ymd_opt(year, month, day).unwrap())
    }

    #[test]
    fn a_profile_becomes_the_person_of_that_day() {
        let profile = Profile {
            birth_year: Some(1996),
            sex: Some(Sex::Female),
            pregnant: Some(Period { from: day(2026, 1, 10), until: Some(day(2026, 10, 3)) }),
            breastfeeding: Some(Period { from: day(2026, 10, 3), until: None }),
            ..Profile::default()
        };
        for (at, age, stage) in [
            (day(2025, 12, 31), 29, Stage::None),
            (day(2026, 1, 9), 30, Stage::None),
            (day(2026, 1, 10), 30, Stage::Pregnant),
            (day(2026, 10, 3), 30, Stage::Pregnant),
            (day(2026, 10, 4), 30, Stage::Breastfeeding),
            (day(2027, 1, 1), 31, Stage::Breastfeeding),
        ] {
            assert_eq!(
                Person::on(&profile, at),
                Person { age_years: Some(age), sex: Some(Sex::Female), stage, ..Person::default() },
                "{at}"
            );
        }
        assert_eq!(Person::on(&Profile::default(), day(2026, 1, 1)), Person::default());
    }
}
