//! Reference intakes against the published tables, typed here a second time and not read from the file.

use super::reference::{
    ADULT, HYDRATION_GOAL_ML, Reference, ReferenceKind, hydration_goal_ml, reference, reference_over, total_water, total_water_over,
};
use super::{Person, Stage};
use crate::domain::{Day, Nutrient, Period, Profile, Settings, Sex};
use chrono::NaiveDate;
use std::collections::BTreeMap;

const FILE: &str = include_str!("../../assets/reference_intakes.csv");

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
        kind: ReferenceKind::Recommended,
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
        kind: ReferenceKind::Recommended,
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
        kind: ReferenceKind::Recommended,
        document: "NASEM 2019",
        children: 5.0,
        male: [8.0, 11.0, 11.0, 11.0, 11.0, 11.0],
        female: [8.0, 9.0, 8.0, 8.0, 8.0, 8.0],
        pregnant: [12.0, 11.0, 11.0],
        breastfeeding: [13.0, 12.0, 12.0],
    },
    Published {
        nutrient: Some(Nutrient::VitaminD),
        kind: ReferenceKind::Recommended,
        document: "IOM 2011",
        children: 15.0,
        male: [15.0, 15.0, 15.0, 15.0, 15.0, 20.0],
        female: [15.0, 15.0, 15.0, 15.0, 15.0, 20.0],
        pregnant: [15.0, 15.0, 15.0],
        breastfeeding: [15.0, 15.0, 15.0],
    },
    Published {
        nutrient: Some(Nutrient::Thiamin),
        kind: ReferenceKind::Recommended,
        document: "IOM 1998",
        children: 0.6,
        male: [0.9, 1.2, 1.2, 1.2, 1.2, 1.2],
        female: [0.9, 1.0, 1.1, 1.1, 1.1, 1.1],
        pregnant: [1.4, 1.4, 1.4],
        breastfeeding: [1.4, 1.4, 1.4],
    },
    Published {
        nutrient: Some(Nutrient::VitaminB6),
        kind: ReferenceKind::Recommended,
        document: "IOM 1998",
        children: 0.6,
        male: [1.0, 1.3, 1.3, 1.3, 1.7, 1.7],
        female: [1.0, 1.2, 1.3, 1.3, 1.5, 1.5],
        pregnant: [1.9, 1.9, 1.9],
        breastfeeding: [2.0, 2.0, 2.0],
    },
    Published {
        nutrient: Some(Nutrient::VitaminB12),
        kind: ReferenceKind::Recommended,
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
    Person { age_years: Some(age), sex, stage }
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

#[test]
fn the_file_has_no_row_more_and_its_ages_neither_overlap_nor_leave_a_gap() {
    let mut ranges: BTreeMap<_, Vec<(u8, u8)>> = BTreeMap::new();
    let mut rows = 0;
    for row in csv::Reader::from_reader(FILE.as_bytes()).into_records().map(Result::unwrap) {
        let (nutrient, unit) = (row[0].to_owned(), &row[1]);
        let known = Nutrient::ALL.iter().find(|known| known.key() == nutrient);
        assert_eq!(known.map_or("ml", |nutrient| nutrient.unit()), unit, "{nutrient}");
        let ages = (row[4].parse().unwrap(), row[5].parse().unwrap());
        let sexes = if &row[2] == "any" { vec!["female", "male"] } else { vec![&row[2]] };
        for sex in sexes {
            ranges.entry((nutrient.clone(), sex.to_owned(), row[3].to_owned())).or_default().push(ages);
        }
        rows += 1;
    }
    assert_eq!(rows, PUBLISHED.len() * 19);
    assert_eq!(ranges.len(), PUBLISHED.len() * 4);
    for ((nutrient, sex, stage), mut ages) in ranges {
        ages.sort_unstable();
        assert!(ages.iter().all(|(from, to)| from <= to));
        assert!(ages.windows(2).all(|pair| pair[0].1 + 1 == pair[1].0), "{nutrient} {sex} {stage}: {ages:?}");
        let ends = (ages[0].0, ages[ages.len() - 1].1);
        assert_eq!(ends, if stage == "none" { (4, 120) } else { (14, 50) }, "{nutrient} {sex} {stage}");
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
    let found = reference_over(Nutrient::VitaminB6, &week(&man, day(2027, 1, 2))).unwrap();
    assert!((found.amount - (5.0 * 1.3 + 2.0 * 1.7) / 7.0).abs() < 1e-12);
    assert_eq!(found.whose, "men of 31 to 50 years, then men of 51 to 70 years (mean of the days)");

    let pregnant = Some(Period { from: day(2026, 3, 1), until: Some(day(2026, 11, 16)) });
    let woman = Profile { birth_year: Some(1998), pregnant, ..man };
    let found = total_water_over(&week(&woman, day(2026, 11, 20))).unwrap();
    assert!((found.amount - (3.0 * 3_000.0 + 4.0 * 3_700.0) / 7.0).abs() < 1e-9);
    let found = reference_over(Nutrient::Magnesium, &week(&woman, day(2026, 11, 16))).unwrap();
    assert_eq!((found.amount, found.whose.as_str()), (350.0, "pregnant women of 19 to 30 years"));

    // Turning four: days without a value are left out; none at all leave nothing.
    let child = Profile { birth_year: Some(2023), ..Profile::default() };
    let two_days = reference_over(Nutrient::Calcium, &week(&child, day(2027, 1, 2))).unwrap();
    assert_eq!(two_days, reference(Nutrient::Calcium, &person(4, None, Stage::None)).unwrap());
    assert_eq!(reference_over(Nutrient::Calcium, &week(&child, day(2026, 12, 31))), None);
    assert_eq!(reference_over(Nutrient::Calcium, &[]), None);
}

#[test]
fn the_drinking_goal_is_ones_own_or_four_fifths_of_total_water() {
    let none = Settings::default();
    let own = Settings { hydration_goal_ml: Some(1_500), ..none };
    for (person, goal) in [
        (Person::default(), HYDRATION_GOAL_ML),
        (person(40, Some(Sex::Female), Stage::None), 2_200),
        (person(40, Some(Sex::Male), Stage::None), 3_000),
        (person(28, Some(Sex::Female), Stage::Pregnant), 2_400),
        (person(28, Some(Sex::Female), Stage::Breastfeeding), 3_000),
        (person(6, None, Stage::None), 1_400),
        (person(2, None, Stage::None), 1_400),
    ] {
        assert_eq!(hydration_goal_ml(none, &person), goal, "{person:?}");
        assert_eq!(hydration_goal_ml(own, &person), 1_500);
    }
}
