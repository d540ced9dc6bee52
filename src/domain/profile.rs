//! Who the diary is for, as far as they care to say.

use super::keyed::keyed_enum;
use super::{Day, OutOfRange};
use std::collections::BTreeSet;

keyed_enum! {
    /// Sex, as reference intakes divide people.
    Sex, "sex" {
        /// Female.
        Female = "female", "Female";
        /// Male.
        Male = "male", "Male";
    }
}

keyed_enum! {
    /// Something known to a doctor that changes what may sensibly be suggested.
    Condition, "condition" {
        /// Chronic kidney disease.
        Kidney = "kidney", "Kidney disease";
        /// Heart disease.
        Heart = "heart", "Heart disease";
        /// Heart failure for which a doctor limits what one may drink.
        FluidLimit = "fluid_limit", "Heart failure with a fluid limit";
        /// Liver disease.
        Liver = "liver", "Liver disease";
        /// Diabetes.
        Diabetes = "diabetes", "Diabetes";
        /// A disorder of the thyroid.
        Thyroid = "thyroid", "Thyroid disorder";
        /// Coeliac disease: gluten is avoided as if it were ticked.
        Coeliac = "coeliac", "Coeliac disease";
        /// Cancer, now or before.
        Cancer = "cancer", "Cancer, now or before";
        /// Restless legs.
        RestlessLegs = "restless_legs", "Restless legs";
    }
}

keyed_enum! {
    /// What a person eats on principle; each allows what the later ones allow.
    #[derive(Default)]
    Diet, "diet" {
        /// No rule.
        #[default]
        Everything = "everything", "Everything";
        /// No meat.
        Pescatarian = "pescatarian", "Pescatarian";
        /// No meat, no fish.
        Vegetarian = "vegetarian", "Vegetarian";
        /// Nothing from animals.
        Vegan = "vegan", "Vegan";
    }
}

keyed_enum! {
    /// What a person cannot eat.
    Allergen, "food to avoid" {
        /// Milk and what is made of it.
        Milk = "milk", "Milk";
        /// Tree nuts.
        Nuts = "nuts", "Nuts";
        /// Peanuts.
        Peanuts = "peanuts", "Peanuts";
        /// Wheat, rye, barley, ordinary oats.
        Gluten = "gluten", "Gluten";
        /// Egg.
        Egg = "egg", "Egg";
        /// Fish.
        Fish = "fish", "Fish";
        /// Crustaceans and molluscs.
        Shellfish = "shellfish", "Shellfish";
        /// Soya.
        Soy = "soy", "Soy";
    }
}

keyed_enum! {
    /// Whose upper limits are used.
    Region, "region" {
        /// United States and Canada.
        Us = "us", "United States, Canada";
        /// European Union.
        Eu = "eu", "European Union";
        /// United Kingdom.
        Uk = "uk", "United Kingdom";
    }
}

/// A stretch of time from one day to another, both included; without an end it goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// The first day.
    pub from: Day,
    /// The last day, when it is over.
    pub until: Option<Day>,
}

impl Period {
    /// Whether the day lies in it.
    #[must_use]
    pub fn contains(self, day: Day) -> bool {
        day >= self.from && self.until.is_none_or(|until| day <= until)
    }
}

/// What a person told of themselves. All of it is optional.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Profile {
    /// The year of birth, 1900 to 2100.
    pub birth_year: Option<u16>,
    /// Sex for reference intakes.
    pub sex: Option<Sex>,
    /// When pregnant.
    pub pregnant: Option<Period>,
    /// When breastfeeding.
    pub breastfeeding: Option<Period>,
    /// What a doctor said.
    pub conditions: BTreeSet<Condition>,
    /// Whether a medicine that raises potassium is taken (ACE inhibitor, sartan, spironolactone and the like).
    pub medicine_raises_potassium: bool,
    /// What is eaten on principle.
    pub diet: Diet,
    /// What cannot be eaten.
    pub avoid: BTreeSet<Allergen>,
    /// Whose upper limits are used.
    pub region: Option<Region>,
}

impl Profile {
    /// Checks a year of birth against 1900 to 2100.
    ///
    /// # Errors
    /// [`OutOfRange`] beyond it.
    pub fn birth_year(year: u32) -> Result<u16, OutOfRange> {
        match u16::try_from(year) {
            Ok(year @ 1900..=2100) => Ok(year),
            _ => Err(OutOfRange { field: "Year of birth", value: year.to_string(), min: "1900", max: "2100", unit: "" }),
        }
    }

    /// Checks a year of birth, which must have come.
    ///
    /// # Errors
    /// [`OutOfRange`] before 1900 and after the year of `today`.
    pub fn born_by(year: u32, today: Day) -> Result<u16, OutOfRange> {
        use chrono::Datelike as _;
        let out_of_range = OutOfRange { field: "Year of birth", value: year.to_string(), min: "1900", max: "this year", unit: "" };
        Self::birth_year(year).ok().filter(|year| i32::from(*year) <= today.date().year()).ok_or(out_of_range)
    }

    /// Sets the sex; a man's earlier words on pregnancy and breastfeeding, which nobody asks him for, must not go on counting.
    pub fn set_sex(&mut self, sex: Option<Sex>) {
        self.sex = sex;
        if sex == Some(Sex::Male) {
            (self.pregnant, self.breastfeeding) = (None, None);
        }
    }

    /// The age that is reached in the year of the day, in years; nothing without a year of birth or before it.
    ///
    /// Only the year is asked, so the birthday counts as if it were on 1 January.
    #[must_use]
    pub fn age_on(&self, day: Day) -> Option<u8> {
        use chrono::Datelike as _;
        let years = day.date().year() - i32::from(self.birth_year?);
        u8::try_from(years).ok()
    }

    /// What must not be in a food: what is avoided, and gluten with coeliac disease.
    #[must_use]
    pub fn avoided(&self) -> BTreeSet<Allergen> {
        let coeliac = self.conditions.contains(&Condition::Coeliac).then_some(Allergen::Gluten);
        self.avoid.iter().copied().chain(coeliac).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    fn day(year: i32, month: u32, day: u32) -> Day {
        Day::new(NaiveDate::from_ymd_opt(year, month, day).unwrap())
    }

    #[test]
    fn age_changes_with_the_year() {
        let profile = Profile { birth_year: Some(1975), ..Profile::default() };
        assert_eq!(profile.age_on(day(2025, 12, 31)), Some(50));
        assert_eq!(profile.age_on(day(2026, 1, 1)), Some(51));
        assert_eq!(profile.age_on(day(1974, 1, 1)), None, "not born yet");
        assert_eq!(Profile::default().age_on(day(2026, 1, 1)), None);
        assert!(Profile::born_by(2025, day(2025, 1, 1)).is_ok() && Profile::born_by(2026, day(2025, 12, 31)).is_err());
        assert!(Profile::birth_year(1899).is_err() && Profile::birth_year(1900).is_ok() && Profile::birth_year(70_000).is_err());
    }

    #[test]
    fn a_period_holds_both_its_ends() {
        let period = Period { from: day(2026, 2, 1), until: Some(day(2026, 2, 28)) };
        for (at, inside) in [(day(2026, 1, 31), false), (day(2026, 2, 1), true), (day(2026, 2, 28), true), (day(2026, 3, 1), false)] {
            assert_eq!(period.contains(at), inside, "{at}");
        }
        assert!(Period { until: None, ..period }.contains(day(2030, 1, 1)));
    }

    #[test]
    fn coeliac_disease_avoids_gluten() {
        let profile = Profile { conditions: [Condition::Coeliac].into(), avoid: [Allergen::Milk].into(), ..Profile::default() };
        assert_eq!(profile.avoided(), [Allergen::Milk, Allergen::Gluten].into());
    }
}
