//! Upper limits against the published levels, and the words that are said above them.

use super::limits::{Counts, LimitKind, limit, over_limit, product_over_limits};
use super::{Person, Stage};
use crate::domain::{Amounts, Doses, Nutrient, OwnName, Region, Sex, Supplement};

const FILE: &str = include_str!("../../assets/upper_limits.csv");

fn aged(age: u8) -> Person {
    Person { age_years: Some(age), ..Person::default() }
}

/// Levels from an age on.
type Steps = &'static [(u8, f64)];

/// The levels of the US tables, by first age; typed here a second time.
const US: [(Nutrient, Steps); 6] = [
    (Nutrient::Magnesium, &[(4, 110.0), (9, 350.0)]),
    (Nutrient::Calcium, &[(4, 2_500.0), (9, 3_000.0), (19, 2_500.0), (51, 2_000.0)]),
    (Nutrient::Sodium, &[(4, 1_500.0), (9, 1_800.0), (14, 2_300.0)]),
    (Nutrient::Zinc, &[(4, 12.0), (9, 23.0), (14, 34.0), (19, 40.0)]),
    (Nutrient::VitaminD, &[(4, 75.0), (9, 100.0)]),
    (Nutrient::VitaminB6, &[(4, 40.0), (9, 60.0), (14, 80.0), (19, 100.0)]),
];

/// Those of EFSA and of the UK, for every age at which they are not the US child's.
const EUROPE: [(Nutrient, Region, Steps, Counts); 13] = [
    (Nutrient::Magnesium, Region::Eu, &[(4, 110.0), (9, 250.0)], Counts::Supplements),
    (Nutrient::Calcium, Region::Eu, &[(4, 2_500.0), (51, 2_500.0)], Counts::Total),
    (Nutrient::Zinc, Region::Eu, &[(4, 10.0), (7, 12.0), (9, 13.0), (11, 18.0), (15, 22.0), (18, 25.0)], Counts::Total),
    (Nutrient::VitaminD, Region::Eu, &[(4, 50.0), (11, 100.0)], Counts::Total),
    (Nutrient::VitaminB6, Region::Eu, &[(4, 4.5), (7, 6.1), (11, 8.6), (15, 10.7), (18, 12.0)], Counts::Total),
    (Nutrient::Sodium, Region::Eu, &[(4, 1_500.0), (9, 1_800.0), (14, 2_000.0)], Counts::Total),
    (Nutrient::Magnesium, Region::Uk, &[(4, 110.0), (9, 350.0), (18, 400.0)], Counts::Supplements),
    (Nutrient::Calcium, Region::Uk, &[(4, 1_500.0)], Counts::Supplements),
    (Nutrient::Potassium, Region::Uk, &[(4, 3_700.0)], Counts::Supplements),
    (Nutrient::VitaminD, Region::Uk, &[(4, 50.0), (11, 100.0)], Counts::Total),
    (Nutrient::VitaminB6, Region::Uk, &[(4, 10.0)], Counts::Supplements),
    (Nutrient::Sodium, Region::Uk, &[(4, 1_500.0), (9, 1_800.0), (14, 2_300.0), (18, 2_400.0)], Counts::Total),
    (Nutrient::Zinc, Region::Uk, &[(18, 25.0)], Counts::Supplements),
];

/// The level of an age by steps of (first age, level).
fn at(steps: Steps, age: u8) -> Option<f64> {
    steps.iter().rev().find(|(from, _)| *from <= age).map(|(_, level)| *level)
}

#[test]
fn the_levels_of_each_region_are_the_published_ones_at_every_age() {
    for (nutrient, steps) in US {
        for age in 0..=130 {
            let found = limit(nutrient, &aged(age), Some(Region::Us));
            assert_eq!(found.map(|found| found.amount), at(steps, age), "{} at {age}", nutrient.key());
        }
    }
    for (nutrient, region, steps, counts) in EUROPE {
        for age in steps[0].0..=130 {
            let found = limit(nutrient, &aged(age), Some(region)).unwrap();
            assert_eq!(Some(found.amount), at(steps, age), "{} {region:?} at {age}", nutrient.key());
            if age >= 18 {
                assert_eq!(found.counts, counts, "{} {region:?}", nutrient.key());
            }
        }
    }
    for nutrient in [Nutrient::Thiamin, Nutrient::VitaminB12, Nutrient::VitaminK, Nutrient::Energy, Nutrient::Protein] {
        for region in [None, Some(Region::Us), Some(Region::Eu), Some(Region::Uk)] {
            assert_eq!(limit(nutrient, &Person::default(), region), None);
        }
    }
    // The US has no level for potassium: that of another authority stands in, by its name.
    let potassium = limit(Nutrient::Potassium, &aged(40), Some(Region::Us)).unwrap();
    assert_eq!((potassium.counts, potassium.authority), (Counts::Supplements, "EVM (UK, 2003)"));
}

#[test]
fn without_a_region_the_lowest_level_is_named_with_its_authority() {
    for (nutrient, amount, counts, authority) in [
        (Nutrient::Magnesium, 250.0, Counts::Supplements, "EFSA (EU, 2006)"),
        (Nutrient::VitaminB6, 10.0, Counts::Supplements, "EVM (UK, 2003)"),
        (Nutrient::Zinc, 25.0, Counts::Total, "EFSA (EU, 2006)"),
        (Nutrient::Calcium, 1_500.0, Counts::Supplements, "EVM (UK, 2003)"),
        (Nutrient::Sodium, 2_000.0, Counts::Total, "EFSA (EU, 2019)"),
    ] {
        let found = limit(nutrient, &Person::default(), None).unwrap();
        assert_eq!((found.amount, found.counts, found.authority), (amount, counts, authority), "{}", nutrient.key());
    }
    let at_any_age = limit(Nutrient::Calcium, &Person::default(), Some(Region::Us)).unwrap();
    assert_eq!(at_any_age.words(), "2,000 mg a day in all for people of 51 years and over, tolerable upper intake level, IOM (US, 2011)");
}

#[test]
fn the_lowest_level_that_is_passed_is_said_even_when_a_lower_one_counts_less() {
    // 10 mg from supplements (UK) are not passed, 12 mg in all (EU) are.
    let over = over_limit(Nutrient::VitaminB6, 5.0, 9.0, &aged(40), None).unwrap();
    assert_eq!((over.limit.authority, over.amount), ("EFSA (EU, 2023)", 14.0));
    assert_eq!(over_limit(Nutrient::VitaminB6, 5.0, 9.0, &aged(40), Some(Region::Uk)), None);
    assert_eq!(over_limit(Nutrient::VitaminB6, 2.0, 10.0, &aged(40), Some(Region::Eu)), None, "12 mg is not above 12 mg");
}

#[test]
fn magnesium_in_food_never_counts_against_the_limit_of_supplements() {
    assert_eq!(over_limit(Nutrient::Magnesium, 2_000.0, 250.0, &aged(40), Some(Region::Eu)), None);
    let over = over_limit(Nutrient::Magnesium, 300.0, 400.0, &aged(40), Some(Region::Eu)).unwrap();
    assert_eq!(
        over.words(),
        "Magnesium from supplements: 400 mg, above the 250 mg a day that EFSA (EU, 2006) calls tolerable from supplements. \
         Ask a doctor or pharmacist whether you need that much; what was prescribed stays as it is until you have asked."
    );
    assert_eq!(over_limit(Nutrient::Magnesium, 300.0, 400.0, &aged(40), Some(Region::Uk)), None);
}

#[test]
fn the_words_fit_what_is_over_the_level() {
    let words = |nutrient, food, supplements, person, region| over_limit(nutrient, food, supplements, &person, region).unwrap().words();
    let pregnant = Person { age_years: Some(28), sex: Some(Sex::Female), stage: Stage::Pregnant, ..Person::default() };
    for (said, expected) in [
        (
            words(Nutrient::Sodium, 3_120.0, 0.0, aged(40), Some(Region::Us)),
            "Sodium from food and drink: 3,120 mg, above the 2,300 mg a day to which NASEM (US, 2019) advises to come down. \
             Bread, cheese, sauces and ready-made food hold most of it.",
        ),
        (
            words(Nutrient::Sodium, 2_100.0, 0.0, aged(40), Some(Region::Eu)),
            "Sodium from food and drink: 2,100 mg, above the 2,000 mg a day up to which EFSA (EU, 2019) sees no concern. \
             Bread, cheese, sauces and ready-made food hold most of it.",
        ),
        (
            words(Nutrient::Caffeine, 250.0, 0.0, pregnant, Some(Region::Uk)),
            "Caffeine from food and drink: 250 mg, above the 200 mg a day up to which EFSA (EU, 2015) sees no concern in pregnancy. \
             Fewer cups, or some without caffeine, bring it down.",
        ),
        (
            words(Nutrient::Zinc, 30.0, 0.0, aged(40), Some(Region::Eu)),
            "Zinc from food and drink: 30 mg, above the 25 mg a day that EFSA (EU, 2006) calls tolerable in all. \
             One such day is no cause for worry; if most days look like this, ask a doctor or dietitian.",
        ),
        (
            words(Nutrient::Calcium, 1_400.0, 800.0, aged(70), Some(Region::Us)),
            "Calcium from food and supplements: 2,200 mg, above the 2,000 mg a day that IOM (US, 2011) calls tolerable in all for people \
             of 51 years and over. Ask a doctor or pharmacist whether you need that much; what was prescribed stays as it is until you have \
             asked.",
        ),
        (
            words(Nutrient::Potassium, 0.0, 4_000.0, aged(40), None),
            "Potassium from supplements: 4,000 mg, above the 3,700 mg a day that EVM (UK, 2003) gives as a guide for supplements. \
             Ask a doctor or pharmacist soon whether you need that much: with weak kidneys, or a medicine that raises it, so much \
             potassium is dangerous.",
        ),
    ] {
        assert_eq!(said, expected);
    }
    assert_eq!(over_limit(Nutrient::Caffeine, 250.0, 0.0, &aged(28), None), None);
}

#[test]
fn a_product_is_judged_by_its_daily_doses() {
    let product = |daily| Supplement {
        name: OwnName::new("Night formula").unwrap(),
        dose: "1 tablet".to_owned(),
        per_dose: [(Nutrient::Magnesium, 150.0), (Nutrient::VitaminB6, 5.0), (Nutrient::VitaminD, 10.0)].into_iter().collect::<Amounts>(),
        daily,
        prescribed: false,
    };
    let over = |daily, region| -> Vec<_> {
        let found = product_over_limits(&product(daily), &aged(60), region);
        found.into_iter().map(|over| (over.limit.nutrient, over.amount)).collect()
    };
    let three = Doses::new(3.0).ok();
    assert_eq!(over(None, None), []);
    assert_eq!(over(Doses::new(2.0).ok(), Some(Region::Eu)), [(Nutrient::Magnesium, 300.0)]);
    assert_eq!(over(three, Some(Region::Eu)), [(Nutrient::Magnesium, 450.0), (Nutrient::VitaminB6, 15.0)]);
    assert_eq!(over(three, Some(Region::Us)), [(Nutrient::Magnesium, 450.0)]);
}

#[test]
fn every_row_of_the_file_is_read_and_a_region_has_one_row_an_age() {
    let rows: Vec<_> = csv::Reader::from_reader(FILE.as_bytes()).into_records().map(Result::unwrap).collect();
    for row in &rows {
        let nutrient: Nutrient = row[0].parse().unwrap();
        assert_eq!(&row[1], nutrient.unit());
        assert!(row[8].parse::<LimitKind>().is_ok() && row[7].parse::<Counts>().is_ok(), "{row:?}");
        let region = if &row[2] == "any" { None } else { Some(row[2].parse::<Region>().unwrap()) };
        let (from, to): (u8, u8) = (row[4].parse().unwrap(), row[5].parse().unwrap());
        for age in [from, to] {
            let same = |other: &&csv::StringRecord| {
                let ages = other[4].parse::<u8>().unwrap()..=other[5].parse::<u8>().unwrap();
                (0..4).all(|cell| other[cell] == row[cell]) && ages.contains(&age)
            };
            assert_eq!(rows.iter().filter(same).count(), 1, "{row:?}");
        }
        let stage = if &row[3] == "any" { Stage::None } else { row[3].parse().unwrap() };
        let found = limit(nutrient, &Person { age_years: Some(to), stage, ..Person::default() }, region).unwrap();
        if to >= 18 && region.is_some() {
            assert_eq!((found.amount.to_string().as_str(), found.source), (&row[6], &row[10]));
        }
    }
}
