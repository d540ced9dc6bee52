//! Reference intakes of the US and Canada against the published tables, typed here a second time and not read from the file. Those of
//! other regions are in `region_tests.rs`.

use super::reference::{ADULT, Reference, reference, reference_over, requirement, total_water, total_water_over};
use super::reference_table::ReferenceKind;
use super::{Person, Stage};
use crate::domain::{Day, Nutrient, Period, Profile, ReferenceTables, Sex};
use chrono::NaiveDate;

/// What the tables say of one nutrient, with the document and kind.
struct Published {
    /// `None` is total water.
    nutrient: Option<Nutrient>,
    kind: ReferenceKind,
    document: &'static str,
    /// 4 to 8 years.
    children: f64,
    /// From 9, 14, 19, 31, 51 and 71 years.
    male: [f64; 6],
    female: [f64; 6],
    /// From 14, 19 and 31 years, up to 50.
    pregnant: [f64; 3],
    breastfeeding: [f64; 3],
}

const ADULT_RANGES: [(u8, u8); 6] = [(9, 13), (14, 18), (19, 30), (31, 50), (51, 70), (71, 120)];
const STAGE_RANGES: [(u8, u8); 3] = [(14, 18), (19, 30), (31, 50)];

/// The nutrients with a value, from the summary tables of the documents named.
const PUBLISHED: [Published; 11] = [
    Published {
        nutrient: Some(Nutrient::Magnesium),
        kind: ReferenceKind::Rda,
        document: "NASEM 2019",
        children: 130.0,
        male: [240.0, 410.0, 400.0, 420.0, 420.0, 420.0],
        female: [240.0, 360.0, 310.0, 320.0, 320.0, 320.0],
        pregnant: [400.0, 350.0, 360.0],
        breastfeeding: [360.0, 310.0, 320.0],
    },
    Published {
        nutrient: Some(Nutrient::Potassium),
        kind: ReferenceKind::Adequate,
        document: "NASEM 2019",
        children: 2_300.0,
        male: [2_500.0, 3_000.0, 3_400.0, 3_400.0, 3_400.0, 3_400.0],
        female: [2_300.0, 2_300.0, 2_600.0, 2_600.0, 2_600.0, 2_600.0],
        pregnant: [2_600.0, 2_900.0, 2_900.0],
        breastfeeding: [2_500.0, 2_800.0, 2_800.0],
    },
    Published {
        nutrient: Some(Nutrient::Calcium),
        kind: ReferenceKind::Rda,
        document: "NASEM 2019",
        children: 1_000.0,
        male: [1_300.0, 1_300.0, 1_000.0, 1_000.0, 1_000.0, 1_200.0],
        female: [1_300.0, 1_300.0, 1_000.0, 1_000.0, 1_200.0, 1_200.0],
        pregnant: [1_300.0, 1_000.0, 1_000.0],
        breastfeeding: [1_300.0, 1_000.0, 1_000.0],
    },
    Published {
        nutrient: Some(Nutrient::Sodium),
        kind: ReferenceKind::Adequate,
        document: "NASEM 2019",
        children: 1_000.0,
        male: [1_200.0, 1_500.0, 1_500.0, 1_500.0, 1_500.0, 1_500.0],
        female: [1_200.0, 1_500.0, 1_500.0, 1_500.0, 1_500.0, 1_500.0],
        pregnant: [1_500.0, 1_500.0, 1_500.0],
        breastfeeding: [1_500.0, 1_500.0, 1_500.0],
    },
    Published {
        nutrient: Some(Nutrient::Zinc),
        kind: ReferenceKind::Rda,
        document: "NASEM 2019",
        children: 5.0,
        male: [8.0, 11.0, 11.0, 11.0, 11.0, 11.0],
        female: [8.0, 9.0, 8.0, 8.0, 8.0, 8.0],
        pregnant: [12.0, 11.0, 11.0],
        breastfeeding: [13.0, 12.0, 12.0],
    },
    Published {
        nutrient: Some(Nutrient::VitaminD),
        kind: ReferenceKind::Rda,
        document: "IOM 2011",
        children: 15.0,
        male: [15.0, 15.0, 15.0, 15.0, 15.0, 20.0],
        female: [15.0, 15.0, 15.0, 15.0, 15.0, 20.0],
        pregnant: [15.0, 15.0, 15.0],
        breastfeeding: [15.0, 15.0, 15.0],
    },
    Published {
        nutrient: Some(Nutrient::Thiamin),
        kind: ReferenceKind::Rda,
        document: "IOM 1998",
        children: 0.6,
        male: [0.9, 1.2, 1.2, 1.2, 1.2, 1.2],
        female: [0.9, 1.0, 1.1, 1.1, 1.1, 1.1],
        pregnant: [1.4, 1.4, 1.4],
        breastfeeding: [1.4, 1.4, 1.4],
    },
    Published {
        nutrient: Some(Nutrient::VitaminB6),
        kind: ReferenceKind::Rda,
        document: "IOM 1998",
        children: 0.6,
        male: [1.0, 1.3, 1.3, 1.3, 1.7, 1.7],
        female: [1.0, 1.2, 1.3, 1.3, 1.5, 1.5],
        pregnant: [1.9, 1.9, 1.9],
        breastfeeding: [2.0, 2.0, 2.0],
    },
    Published {
        nutrient: Some(Nutrient::VitaminB12),
        kind: ReferenceKind::Rda,
        document: "IOM 1998",
        children: 1.2,
        male: [1.8, 2.4, 2.4, 2.4, 2.4, 2.4],
        female: [1.8, 2.4, 2.4, 2.4, 2.4, 2.4],
        pregnant: [2.6, 2.6, 2.6],
        breastfeeding: [2.8, 2.8, 2.8],
    },
    Published {
        nutrient: Some(Nutrient::VitaminK),
        kind: ReferenceKind::Adequate,
        document: "IOM 2001",
        children: 55.0,
        male: [60.0, 75.0, 120.0, 120.0, 120.0, 120.0],
        female: [60.0, 75.0, 90.0, 90.0, 90.0, 90.0],
        pregnant: [75.0, 90.0, 90.0],
        breastfeeding: [75.0, 90.0, 90.0],
    },
    Published {
        nutrient: None,
        kind: ReferenceKind::Adequate,
        document: "IOM 2005",
        children: 1_700.0,
        male: [2_400.0, 3_300.0, 3_700.0, 3_700.0, 3_700.0, 3_700.0],
        female: [2_100.0, 2_300.0, 2_700.0, 2_700.0, 2_700.0, 2_700.0],
        pregnant: [3_000.0, 3_000.0, 3_000.0],
        breastfeeding: [3_800.0, 3_800.0, 3_800.0],
    },
];

impl Published {
    fn find(&self, person: Person) -> Option<Reference> {
        // Without a region, water is that of EFSA.
        let person = Person { tables: Some(ReferenceTables::Us), ..person };
        self.nutrient.map_or_else(|| total_water(&person), |nutrient| reference(nutrient, &person))
    }

    /// Both ends of every range, with whom it is for and the value: 19 ranges.
    fn rows(&self) -> impl Iterator<Item = (Person, f64)> {
        let both = [Sex::Female, Sex::Male].map(|sex| (sex, Stage::None, (4, 8), self.children));
        let of = |sex, stage, ranges: &[(u8, u8)], values: &[f64]| -> Vec<_> {
            ranges.iter().zip(values).map(|(ages, value)| (sex, stage, *ages, *value)).collect()
        };
        let rows = [
            both.to_vec(),
            of(Sex::Male, Stage::None, &ADULT_RANGES, &self.male),
            of(Sex::Female, Stage::None, &ADULT_RANGES, &self.female),
            of(Sex::Female, Stage::Pregnant, &STAGE_RANGES, &self.pregnant),
            of(Sex::Female, Stage::Breastfeeding, &STAGE_RANGES, &self.breastfeeding),
        ];
        rows.into_iter().flatten().flat_map(|(sex, stage, (from, to), value)| [from, to].map(|age| (person(age, Some(sex), stage), value)))
    }
}

fn person(age: u8, sex: Option<Sex>, stage: Stage) -> Person {
    Person { age_years: Some(age), sex, stage, ..Person::default() }
}

#[test]
fn every_row_is_that_of_the_published_tables_at_both_ends_of_its_ages() {
    for published in &PUBLISHED {
        for (person, amount) in published.rows() {
            let found = published.find(person).unwrap();
            let name = published.nutrient.map_or("total water", Nutrient::key);
            assert_eq!((found.amount, found.kind), (amount, published.kind), "{name} {person:?}");
            assert!(found.source.starts_with(published.document), "{name}: {}", found.source);
        }
    }
}

/// The average requirements of 4 to 8 years, then from 9, 14, 19, 31, 51 and 71 years for men and for women, then from 14, 19 and 31
/// years for pregnant and for breastfeeding women (summary table of NASEM 2019; magnesium and thiamin also IOM 2000, vitamin B6 also IOM
/// 2003).
type Averages = (Nutrient, f64, [f64; 6], [f64; 6], [f64; 3], [f64; 3]);

const AVERAGES: [Averages; 7] = [
    (
        Nutrient::Magnesium,
        110.0,
        [200.0, 340.0, 330.0, 350.0, 350.0, 350.0],
        [200.0, 300.0, 255.0, 265.0, 265.0, 265.0],
        [335.0, 290.0, 300.0],
        [300.0, 255.0, 265.0],
    ),
    (
        Nutrient::Calcium,
        800.0,
        [1_100.0, 1_100.0, 800.0, 800.0, 800.0, 1_000.0],
        [1_100.0, 1_100.0, 800.0, 800.0, 1_000.0, 1_000.0],
        [1_000.0, 800.0, 800.0],
        [1_000.0, 800.0, 800.0],
    ),
    (Nutrient::Zinc, 4.0, [7.0, 8.5, 9.4, 9.4, 9.4, 9.4], [7.0, 7.3, 6.8, 6.8, 6.8, 6.8], [10.5, 9.5, 9.5], [10.9, 10.4, 10.4]),
    (Nutrient::VitaminD, 10.0, [10.0; 6], [10.0; 6], [10.0; 3], [10.0; 3]),
    (Nutrient::Thiamin, 0.5, [0.7, 1.0, 1.0, 1.0, 1.0, 1.0], [0.7, 0.9, 0.9, 0.9, 0.9, 0.9], [1.2; 3], [1.2; 3]),
    (Nutrient::VitaminB6, 0.5, [0.8, 1.1, 1.1, 1.1, 1.4, 1.4], [0.8, 1.0, 1.1, 1.1, 1.3, 1.3], [1.6; 3], [1.7; 3]),
    (Nutrient::VitaminB12, 1.0, [1.5, 2.0, 2.0, 2.0, 2.0, 2.0], [1.5, 2.0, 2.0, 2.0, 2.0, 2.0], [2.2; 3], [2.4; 3]),
];

#[test]
fn average_requirements_are_the_published_ones_and_below_the_recommended_intake() {
    for (nutrient, children, male, female, pregnant, breastfeeding) in AVERAGES {
        let kind = ReferenceKind::EstimatedAverage;
        let published =
            Published { nutrient: Some(nutrient), kind, document: "NASEM 2019", children, male, female, pregnant, breastfeeding };
        for (person, amount) in published.rows() {
            let found = requirement(nutrient, &person).unwrap();
            assert_eq!((found.amount, found.kind), (amount, kind), "{} {person:?}", nutrient.key());
            assert!(found.source.starts_with("NASEM 2019") && amount < reference(nutrient, &person).unwrap().amount);
        }
    }
    for nutrient in [Nutrient::Potassium, Nutrient::Sodium, Nutrient::VitaminK] {
        assert_eq!(requirement(nutrient, &Person::default()), None, "beside an adequate intake there is none");
    }
}

#[test]
fn below_four_years_there_is_nothing_and_above_120_there_is() {
    for published in &PUBLISHED {
        for age in 0..4 {
            assert_eq!(published.find(person(age, None, Stage::None)), None);
        }
        let old = |age| published.find(person(age, Some(Sex::Male), Stage::None));
        assert_eq!(old(200), old(71));
    }
    for nutrient in [Nutrient::Energy, Nutrient::Water, Nutrient::Protein, Nutrient::Caffeine, Nutrient::Alcohol] {
        assert_eq!(reference(nutrient, &Person::default()), None);
    }
}

#[test]
fn what_is_not_known_of_a_person_is_said_in_whose_value_it_is() {
    let (woman, man) = (Some(Sex::Female), Some(Sex::Male));
    for (person, amount, whose) in [
        (Person::default(), 320.0, ADULT),
        (Person { sex: woman, ..Person::default() }, 320.0, "women of 31 to 50 years"),
        (Person { sex: man, ..Person::default() }, 420.0, "men of 31 to 50 years"),
        (person(25, None, Stage::None), 310.0, "adults of 19 to 30 years, the lower of the values for women and men"),
        (person(15, None, Stage::None), 360.0, "young people of 14 to 18 years, the lower of the values for girls and boys"),
        (person(15, man, Stage::None), 410.0, "boys of 14 to 18 years"),
        (person(6, man, Stage::None), 130.0, "children of 4 to 8 years"),
        (person(80, man, Stage::None), 420.0, "men of 71 years and over"),
        (person(28, None, Stage::Pregnant), 350.0, "pregnant women of 19 to 30 years"),
        (Person { stage: Stage::Breastfeeding, ..Person::default() }, 320.0, "breastfeeding women of 31 to 50 years"),
        (person(51, woman, Stage::Pregnant), 320.0, "women of 51 to 70 years, as there is no official value for pregnancy at this age"),
        (
            person(13, None, Stage::Breastfeeding),
            240.0,
            "girls of 9 to 13 years, as there is no official value for breastfeeding at this age",
        ),
    ] {
        let found = reference(Nutrient::Magnesium, &person).unwrap();
        assert_eq!((found.amount, found.whose.as_str()), (amount, whose));
    }
}

#[test]
fn over_new_year_and_the_end_of_a_pregnancy_it_is_the_mean_of_the_days() {
    let day = |year, month, day| Day::new(NaiveDate::from_ymd_opt(year, month, day).unwrap());
    let week = |profile: &Profile, last: Day| (0..7).rev().map(|back| Person::on(profile, last.plus(-back))).collect::<Vec<_>>();

    // Turns 51 in 2027: vitamin B6 for men rises from 1.3 to 1.7 mg; five days of the old and two of the new.
    let man = Profile { birth_year: Some(1976), sex: Some(Sex::Male), ..Profile::default() };
    let found = reference_over(Nutrient::VitaminB6, &week(&man, day(2027, 1, 2)), None).unwrap();
    assert!((found.amount - (5.0 * 1.3 + 2.0 * 1.7) / 7.0).abs() < 1e-12);
    assert_eq!(found.whose, "men of 31 to 50 years, then men of 51 to 70 years (mean of the days)");

    let pregnant = Some(Period { from: day(2026, 3, 1), until: Some(day(2026, 11, 16)) });
    let woman = Profile { birth_year: Some(1998), pregnant, ..man };
    let found = total_water_over(&week(&woman, day(2026, 11, 20))).unwrap();
    assert!((found.amount - (3.0 * 2_300.0 + 4.0 * 2_500.0) / 7.0).abs() < 1e-9);
    let found = reference_over(Nutrient::Magnesium, &week(&woman, day(2026, 11, 16)), None).unwrap();
    assert_eq!((found.amount, found.whose.as_str()), (350.0, "pregnant women of 19 to 30 years"));

    // Turning four: days without a value are left out; none at all leave nothing.
    let child = Profile { birth_year: Some(2023), ..Profile::default() };
    let two_days = reference_over(Nutrient::Calcium, &week(&child, day(2027, 1, 2)), None).unwrap();
    assert_eq!(two_days, reference(Nutrient::Calcium, &person(4, None, Stage::None)).unwrap());
    assert_eq!(reference_over(Nutrient::Calcium, &week(&child, day(2026, 12, 31)), None), None);
    assert_eq!(reference_over(Nutrient::Calcium, &[], None), None);
}
