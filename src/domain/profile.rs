//! What the person says about themselves.

use super::keyed::keyed_enum;
use super::{Country, Day, OutOfRange, TypedError, WholeNumber};
use std::collections::BTreeSet;

keyed_enum! {
    /// The sex for which reference intakes are looked up.
    Sex, "sex" {
        /// Reference intakes of women.
        Female = "female", "Female";
        /// Reference intakes of men.
        Male = "male", "Male";
    }
}

keyed_enum! {
    /// A disease or state that changes what may be suggested, as a doctor said.
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
        /// Dialysis of any kind.
        Dialysis = "dialysis", "Dialysis";
        /// Heart failure, with or without a fluid limit.
        HeartFailure = "heart_failure", "Heart failure";
        /// High blood pressure.
        HighBloodPressure = "high_blood_pressure", "High blood pressure";
        /// A lasting disease of the lungs.
        Lung = "lung", "Lung disease (COPD, asthma)";
        /// Nerves of feet or legs are damaged, as a doctor said.
        Neuropathy = "neuropathy", "Nerve damage (neuropathy)";
        /// Narrowed arteries of the legs (peripheral artery disease).
        Pad = "pad", "Narrowed leg arteries";
        /// Potassium in the blood is, or often was, too high.
        HighPotassium = "high_potassium", "High potassium";
        /// Kidney stones, now or before.
        KidneyStones = "kidney_stones", "Kidney stones";
        /// An eating disorder.
        EatingDisorder = "eating_disorder", "Eating disorder";
        /// Swallowing is hard.
        Swallowing = "swallowing", "Trouble swallowing";
        /// A blood clot in a leg or lung, before.
        EarlierClot = "earlier_clot", "An earlier clot in leg or lung";
    }
}

keyed_enum! {
    /// What a person eats on principle, from the least strict diet to the strictest. A food that a diet allows is allowed by every less
    /// strict one too.
    #[derive(Default)]
    Diet, "diet" {
        /// Everything is eaten.
        #[default]
        Everything = "everything", "Everything";
        /// Fish, but no meat.
        Pescatarian = "pescatarian", "Pescatarian";
        /// Neither meat nor fish.
        Vegetarian = "vegetarian", "Vegetarian";
        /// Nothing from animals.
        Vegan = "vegan", "Vegan";
    }
}

keyed_enum! {
    /// A kind of food that a person cannot eat.
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
        /// Sesame.
        Sesame = "sesame", "Sesame";
    }
}

keyed_enum! {
    /// The region whose authority sets the upper limits of intake.
    Region, "region" {
        /// United States and Canada.
        Us = "us", "United States, Canada";
        /// European Union.
        Eu = "eu", "European Union";
        /// United Kingdom.
        Uk = "uk", "United Kingdom";
    }
}

/// A period from one day to another, both included, or one that has not ended yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// The first day.
    pub from: Day,
    /// The last day; `None` if it has not ended yet.
    pub until: Option<Day>,
}

impl Period {
    /// Whether the period includes the day.
    #[must_use]
    pub fn contains(self, day: Day) -> bool {
        day >= self.from && self.until.is_none_or(|until| day <= until)
    }
}

/// What the person said about themselves. All of it is optional.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Profile {
    /// The year of birth, 1900 to 2100; `None` if unknown.
    pub birth_year: Option<u16>,
    /// The sex for reference intakes; `None` if unknown.
    pub sex: Option<Sex>,
    /// The period of a pregnancy; `None` if there is none to take into account.
    pub pregnant: Option<Period>,
    /// The period of breastfeeding; `None` if there is none to take into account.
    pub breastfeeding: Option<Period>,
    /// The diseases and states that a doctor named.
    pub conditions: BTreeSet<Condition>,
    /// Whether a medicine is taken that raises potassium, such as an ACE inhibitor, a sartan or spironolactone.
    pub medicine_raises_potassium: bool,
    /// The diet.
    pub diet: Diet,
    /// The kinds of food that the person cannot eat.
    pub avoid: BTreeSet<Allergen>,
    /// The region whose upper limits of intake are used; `None` for the lowest of all regions.
    pub region: Option<Region>,
    /// The country in which the person lives; `None` if unknown.
    pub country: Option<Country>,
}

impl Profile {
    /// Checks a year of birth.
    ///
    /// # Errors
    /// [`OutOfRange`] outside 1900 to 2100.
    pub fn birth_year(year: u32) -> Result<u16, OutOfRange> {
        match u16::try_from(year) {
            Ok(year @ 1900..=2100) => Ok(year),
            _ => Err(OutOfRange { field: "Year of birth", value: year.to_string(), min: "1900", max: "2100", unit: "" }),
        }
    }

    /// Checks a year of birth against today.
    ///
    /// # Errors
    /// [`OutOfRange`] before 1900 and after the year of `today`.
    pub fn born_by(year: u32, today: Day) -> Result<u16, OutOfRange> {
        use chrono::Datelike as _;
        let out_of_range = OutOfRange { field: "Year of birth", value: year.to_string(), min: "1900", max: "this year", unit: "" };
        Self::birth_year(year).ok().filter(|year| i32::from(*year) <= today.date().year()).ok_or(out_of_range)
    }

    /// Reads a year of birth as it is typed: "1968".
    ///
    /// # Errors
    /// [`TypedError`] for anything else, before 1900 and after the year of `today`.
    pub fn read_birth_year(text: &str, today: Day) -> Result<u16, TypedError> {
        let (in_words, example) = (("1900", "this year"), "1968, from 1900 to this year");
        let year: u32 = WholeNumber { field: "Year of birth", least: 1900, most: u64::MAX, in_words, example }.read(text)?;
        Ok(Self::born_by(year, today)?)
    }

    /// Sets the sex. For a man it also removes pregnancy and breastfeeding, which the screen does not show him.
    pub fn set_sex(&mut self, sex: Option<Sex>) {
        self.sex = sex;
        if sex == Some(Sex::Male) {
            (self.pregnant, self.breastfeeding) = (None, None);
        }
    }

    /// The age that the person reaches in the year of the day, in years. Returns `None` if the year of birth is unknown or comes
    /// later.
    ///
    /// Only the year of birth is known, so that the birthday counts as 1 January.
    #[must_use]
    pub fn age_on(&self, day: Day) -> Option<u8> {
        use chrono::Datelike as _;
        let years = day.date().year() - i32::from(self.birth_year?);
        u8::try_from(years).ok()
    }

    /// The kinds of food to leave out of suggestions: those that the person cannot eat, and gluten with coeliac disease.
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
