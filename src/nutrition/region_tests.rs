//! Reference intakes and drinking goals of people in different regions, with their authority, and the tables as a whole.

use super::reference::{reference, reference_over, requirement, requirement_over, total_water};
use super::{
    Eater, EatersMedicine, HYDRATION_GOAL_ML, LimitsDrinking, Person, ReferenceKind, Stage, drinking_goal_ml, limits_drinking, usual_drinks,
};
use crate::domain::{ClassKey, Condition, Country, Day, Diet, Nutrient, Period, Profile, ReferenceTables, Region, Settings, Sex};
use chrono::NaiveDate;
use std::collections::BTreeMap;

const FILE: &str = include_str!("../../assets/reference_intakes.csv");

const TODAY: (i32, u32, u32) = (2026, 11, 20);

fn today() -> Day {
    Day::new(NaiveDate::from_ymd_opt(TODAY.0, TODAY.1, TODAY.2).unwrap())
}

/// A woman or man of an age in a country.
fn in_country(country: &str, sex: Sex, age: u16) -> Profile {
    Profile { country: Some(country.parse().unwrap()), sex: Some(sex), birth_year: Some(2026 - age), ..Profile::default() }
}

fn pregnant(profile: Profile) -> Profile {
    Profile { pregnant: Some(Period { from: today(), until: None }), ..profile }
}

fn breastfeeding(profile: Profile) -> Profile {
    Profile { breastfeeding: Some(Period { from: today(), until: None }), ..profile }
}

/// The recommended or adequate intake with kind and authority, and the average requirement.
type Expected = (f64, ReferenceKind, &'static str, Option<f64>);

#[test]
fn each_person_has_the_reference_of_their_region_by_its_authority() {
    use Nutrient::{Calcium, Magnesium, Potassium, Sodium, VitaminB6, VitaminB12, VitaminD, VitaminK, Zinc};
    use ReferenceKind::{Adequate, Pri, Rda, Recommended, Rni};
    use Sex::{Female, Male};
    let (coma, sacn, dach) = ("COMA (UK, 1991)", "SACN (UK, 2016)", "DGE, ÖGE, SGE (D-A-CH)");
    let (efsa, efsa_zinc) = ("EFSA (EU, 2017)", "EFSA (EU, 2014)");
    let nasem = "NASEM (US and Canada, 2019)";
    let rows: Vec<(Profile, Nutrient, Expected)> = vec![
        (in_country("us", Female, 40), Magnesium, (320.0, Rda, nasem, Some(265.0))),
        (in_country("ca", Male, 40), Magnesium, (420.0, Rda, nasem, Some(350.0))),
        (in_country("au", Male, 40), Magnesium, (420.0, Rda, nasem, Some(350.0))),
        (in_country("uk", Female, 70), Magnesium, (270.0, Rni, coma, None)),
        (in_country("uk", Male, 40), Magnesium, (300.0, Rni, coma, None)),
        (in_country("fr", Female, 40), Magnesium, (300.0, Adequate, efsa, None)),
        (in_country("no", Male, 40), Magnesium, (350.0, Adequate, efsa, None)),
        (in_country("de", Male, 40), Magnesium, (350.0, Adequate, dach, None)),
        (in_country("uk", Female, 40), Calcium, (700.0, Rni, coma, None)),
        (breastfeeding(in_country("uk", Female, 30)), Calcium, (1_250.0, Rni, coma, None)),
        (in_country("it", Female, 24), Calcium, (1_000.0, Pri, efsa, Some(860.0))),
        (in_country("it", Female, 25), Calcium, (950.0, Pri, efsa, Some(750.0))),
        (in_country("at", Female, 40), Calcium, (1_000.0, Recommended, dach, Some(750.0))),
        // D-A-CH's values of pregnancy were not read: the next authority's stand in, by its name.
        (pregnant(in_country("at", Female, 30)), Calcium, (950.0, Pri, efsa, Some(750.0))),
        (pregnant(in_country("at", Female, 30)), VitaminD, (15.0, Adequate, efsa, None)),
        (in_country("at", Female, 30), VitaminD, (20.0, Adequate, dach, None)),
        (in_country("uk", Female, 8), VitaminD, (10.0, Rni, sacn, None)),
        (in_country("us", Male, 71), VitaminD, (20.0, Rda, "IOM (US and Canada, 2011)", Some(10.0))),
        (in_country("uk", Female, 40), Potassium, (3_500.0, Rni, coma, None)),
        (breastfeeding(in_country("ch", Female, 30)), Potassium, (4_400.0, Adequate, dach, None)),
        (in_country("es", Male, 40), VitaminB6, (1.7, Pri, efsa, Some(1.5))),
        (pregnant(in_country("es", Female, 30)), VitaminB6, (1.8, Pri, efsa, Some(1.5))),
        (in_country("de", Female, 30), VitaminB6, (1.4, Recommended, dach, Some(1.3))),
        (in_country("uk", Male, 30), VitaminB6, (1.4, Rni, coma, Some(1.2))),
        (breastfeeding(in_country("uk", Female, 30)), VitaminB12, (2.0, Rni, coma, Some(1.75))),
        (in_country("nl", Female, 30), VitaminB12, (4.0, Adequate, efsa, None)),
        (in_country("de", Male, 51), VitaminK, (80.0, Adequate, dach, None)),
        (in_country("uk", Male, 40), VitaminK, (70.0, Adequate, efsa, None)),
        (in_country("se", Male, 40), Zinc, (11.7, Pri, efsa_zinc, Some(9.3))),
        (Profile { diet: Diet::Vegan, ..in_country("se", Female, 40) }, Zinc, (11.0, Pri, efsa_zinc, Some(8.9))),
        (Profile { diet: Diet::Vegetarian, ..in_country("de", Male, 40) }, Zinc, (16.0, Recommended, dach, Some(11.0))),
        (Profile { diet: Diet::Pescatarian, ..in_country("de", Female, 40) }, Zinc, (8.0, Recommended, dach, Some(7.6))),
        // EFSA gives no average requirement in pregnancy, and that of other women is not taken for it.
        (pregnant(in_country("se", Female, 30)), Zinc, (10.9, Pri, efsa_zinc, None)),
        (in_country("eu", Female, 30), Sodium, (1_500.0, Adequate, nasem, None)),
        (in_country("uk", Female, 30), Sodium, (1_600.0, Rni, coma, None)),
        // Below the first age of a table the US one stands in, which alone knows children.
        (in_country("fr", Male, 17), Magnesium, (410.0, Rda, nasem, Some(340.0))),
        (in_country("fr", Male, 18), Magnesium, (350.0, Adequate, efsa, None)),
        (in_country("uk", Male, 15), Magnesium, (300.0, Rni, coma, None)),
        (in_country("uk", Male, 14), Magnesium, (410.0, Rda, nasem, Some(340.0))),
        (pregnant(in_country("fr", Female, 16)), Magnesium, (400.0, Rda, nasem, Some(335.0))),
    ];
    for (profile, nutrient, (amount, kind, authority, average)) in rows {
        let person = Person::on(&profile, today());
        let found = reference(nutrient, &person).unwrap();
        assert_eq!((found.amount, found.kind, found.authority), (amount, kind, authority), "{} {profile:?}", nutrient.key());
        let found = requirement(nutrient, &person);
        assert_eq!(found.as_ref().map(|found| found.amount), average, "{} {profile:?}", nutrient.key());
        assert!(found.is_none_or(|found| found.kind.is_average() && found.amount < amount));
    }
}

#[test]
fn a_region_alone_is_enough_and_without_any_the_us_tables_stand_in() {
    let of = |profile: &Profile| reference(Nutrient::Calcium, &Person::on(profile, today())).unwrap();
    for (region, amount, authority) in [
        (Some(Region::Uk), 700.0, "COMA (UK, 1991)"),
        (Some(Region::Eu), 950.0, "EFSA (EU, 2017)"),
        (Some(Region::Us), 1_000.0, "NASEM (US and Canada, 2019)"),
        (None, 1_000.0, "NASEM (US and Canada, 2019)"),
    ] {
        let found = of(&Profile { region, ..Profile::default() });
        assert_eq!((found.amount, found.authority), (amount, authority), "{region:?}");
    }
}

#[test]
fn thiamin_goes_by_energy_in_the_eu_where_energy_is_known() {
    let woman = Person::on(&in_country("fr", Sex::Female, 40), today());
    // 2,000 kcal are 8.368 MJ; EFSA gives 0.1 mg and on average 0.072 mg for each.
    let found = reference_over(Nutrient::Thiamin, &[woman; 7], Some(2_000.0)).unwrap();
    assert!((found.amount - 0.8368).abs() < 1e-9 && found.kind == ReferenceKind::Pri && found.authority == "EFSA (EU, 2016)");
    assert_eq!(found.whose, "women of 18 years and over, by 8.4 MJ of energy a day");
    let average = requirement_over(Nutrient::Thiamin, &[woman; 7], Some(2_000.0)).unwrap();
    assert!((average.amount - 0.072 * 8.368).abs() < 1e-9 && average.kind == ReferenceKind::Average);
    let without = reference(Nutrient::Thiamin, &woman).unwrap();
    assert_eq!((without.amount, without.authority), (1.1, "IOM (US and Canada, 1998)"));
    let german = Person::on(&in_country("de", Sex::Female, 40), today());
    assert!((reference_over(Nutrient::Thiamin, &[german; 7], Some(2_000.0)).unwrap().amount - 1.0).abs() < 1e-9);
}

#[test]
fn an_average_over_days_needs_one_for_every_day() {
    let person = Person::on(&in_country("se", Sex::Female, 30), today());
    let pregnant = Person { stage: Stage::Pregnant, ..person };
    assert!(requirement_over(Nutrient::Zinc, &[person, person], None).is_some());
    assert_eq!(requirement_over(Nutrient::Zinc, &[person, pregnant], None), None);
    let mean = reference_over(Nutrient::Zinc, &[person, pregnant], None).unwrap();
    assert!((mean.amount - f64::midpoint(9.3, 10.9)).abs() < 1e-9 && mean.whose.ends_with("(mean of the days)"), "{}", mean.whose);
}

#[test]
fn how_much_people_drink_follows_from_the_region() {
    use Sex::{Female, Male};
    for (profile, ml, total, authority) in [
        (Profile::default(), HYDRATION_GOAL_ML, 2_000.0, "EFSA (EU, 2010)"),
        (Profile { sex: Some(Male), ..Profile::default() }, 1_600, 2_500.0, "EFSA (EU, 2010)"),
        (in_country("nz", Male, 40), 1_600, 2_500.0, "EFSA (EU, 2010)"),
        (in_country("uk", Female, 70), 1_600, 2_000.0, "EFSA (EU, 2010)"),
        (in_country("uk", Male, 40), 1_600, 2_500.0, "EFSA (EU, 2010)"),
        (in_country("fr", Female, 40), 1_600, 2_000.0, "EFSA (EU, 2010)"),
        (in_country("fr", Male, 40), 2_000, 2_500.0, "EFSA (EU, 2010)"),
        (in_country("fr", Male, 14), 2_000, 2_500.0, "EFSA (EU, 2010)"),
        (pregnant(in_country("fr", Female, 30)), 1_800, 2_300.0, "EFSA (EU, 2010)"),
        (breastfeeding(in_country("uk", Female, 30)), 1_600, 2_700.0, "EFSA (EU, 2010)"),
        (pregnant(in_country("uk", Female, 30)), 1_600, 2_300.0, "EFSA (EU, 2010)"),
        (in_country("de", Male, 24), 1_500, 2_360.0, "DGE, ÖGE, SGE (D-A-CH)"),
        (in_country("de", Male, 25), 1_400, 2_270.0, "DGE, ÖGE, SGE (D-A-CH)"),
        (in_country("de", Female, 51), 1_200, 1_970.0, "DGE, ÖGE, SGE (D-A-CH)"),
        (in_country("ch", Female, 65), 1_300, 1_990.0, "DGE, ÖGE, SGE (D-A-CH)"),
        (breastfeeding(in_country("at", Female, 30)), 1_700, 2_710.0, "DGE, ÖGE, SGE (D-A-CH)"),
        (in_country("us", Female, 40), 2_200, 2_700.0, "IOM (US and Canada, 2005)"),
        (in_country("ca", Male, 40), 3_000, 3_700.0, "IOM (US and Canada, 2005)"),
    ] {
        let person = Person::on(&profile, today());
        let usual = usual_drinks(&person).unwrap();
        let reference = total_water(&person).unwrap();
        assert_eq!((usual.ml, reference.amount, reference.authority), (ml, total, authority), "{profile:?}");
        assert_eq!(usual.survey_words().is_some(), person.tables == Some(ReferenceTables::Us));
        assert_eq!(usual.is_of_drinks(), person.tables == Some(ReferenceTables::Dach));
        assert_eq!(drinking_goal_ml(Settings::default(), &person, None), Some(ml));
    }
}

#[test]
fn no_goal_is_proposed_to_children_and_with_what_may_limit_drinking() {
    let own = Settings { hydration_goal_ml: Some(1_500), ..Settings::default() };
    let of_age = |age| drinking_goal_ml(Settings::default(), &Person::on(&in_country("us", Sex::Female, age), today()), None);
    assert_eq!(of_age(13), None);
    assert!(of_age(14).is_some());
    for &condition in Condition::ALL {
        use Condition::{Dialysis, FluidLimit, Heart, HeartFailure, Kidney, Liver};
        let profile = Profile { conditions: [condition].into(), country: Some(Country::France), ..Profile::default() };
        let limits = [Heart, HeartFailure, Kidney, Dialysis, Liver, FluidLimit].contains(&condition);
        let found = limits_drinking(&Eater::of(&profile, today()));
        assert_eq!(found, limits.then_some(LimitsDrinking::Condition(condition)));
        let person = Person::on(&profile, today());
        assert_eq!(drinking_goal_ml(Settings::default(), &person, found.as_ref()).is_none(), limits, "{condition:?}");
        assert_eq!(drinking_goal_ml(own, &person, found.as_ref()), Some(1_500), "the clinic's own figure stays");
    }
}

#[test]
fn no_goal_is_proposed_with_medicines_that_change_water_or_sodium() {
    for (class, substances, age, limits) in [
        ("lithium", "Lithium", 40, true),
        ("thiazide", "Indapamide", 40, true),
        ("loop_diuretic", "Furosemide", 40, true),
        ("potassium_sparing", "Spironolactone", 40, true),
        ("carbonic_anhydrase", "Acetazolamide", 40, true),
        ("desmopressin", "Desmopressin", 40, true),
        ("vaptan", "Samsca (tolvaptan)", 40, true),
        ("antiepileptic", "Tegretol (carbamazepine)", 40, true),
        ("antiepileptic", "Oxcarbazepina", 40, true),
        ("antiepileptic", "Eslicarbazepine", 40, true),
        ("antiepileptic", "Lamotrigine", 80, false),
        ("ssri", "Sertraline", 64, false),
        ("ssri", "Sertraline", 65, true),
        ("snri", "Venlafaxine", 65, true),
        ("statin", "Simvastatin", 80, false),
    ] {
        let medicine = EatersMedicine {
            name: "this".to_owned(),
            typed: substances.to_owned(),
            substances: substances.to_owned(),
            classes: vec![ClassKey::new(class).unwrap()],
            is_known: true,
        };
        let eater = Eater { medicines: vec![medicine], ..Eater::of(&in_country("fr", Sex::Male, age), today()) };
        let found = limits_drinking(&eater);
        assert_eq!(found, limits.then(|| LimitsDrinking::Medicine("this".to_owned())), "{substances} at {age}");
        assert_eq!(drinking_goal_ml(Settings::default(), &eater.person, found.as_ref()).is_none(), limits);
        let own = Settings { hydration_goal_ml: Some(1_500), ..Settings::default() };
        assert_eq!(drinking_goal_ml(own, &eater.person, found.as_ref()), Some(1_500), "a goal that the person set stays");
    }
}

#[test]
fn every_row_of_the_file_is_read_and_no_two_are_for_the_same_people() {
    let mut ranges: BTreeMap<Vec<String>, Vec<(u8, u8)>> = BTreeMap::new();
    let mut rows = 0;
    for row in csv::Reader::from_reader(FILE.as_bytes()).into_records().map(Result::unwrap) {
        let kind: ReferenceKind = row[3].parse().unwrap();
        let known = Nutrient::ALL.iter().find(|known| known.key() == &row[1]);
        let unit = known.map_or("ml", |nutrient| nutrient.unit());
        assert!(row[2] == *unit || (&row[1] == "thiamin" && &row[2] == "mg_per_mj"), "{row:?}");
        let ages: (u8, u8) = (row[6].parse().unwrap(), row[7].parse().unwrap());
        assert!(ages.0 <= ages.1 && row[9].parse::<f64>().unwrap() > 0.0, "{row:?}");
        let average = if kind.is_average() { "average" } else { "recommended" };
        let sexes = if &row[4] == "any" { vec!["female", "male"] } else { vec![&row[4]] };
        for sex in sexes {
            let key = [&row[0], &row[1], average, sex, &row[5], &row[8]].map(str::to_owned).to_vec();
            ranges.entry(key).or_default().push(ages);
        }
        rows += 1;
    }
    assert_eq!(rows, super::reference_table::rows().len(), "a row that is not read is a value that is not used");
    for (key, mut ages) in ranges {
        ages.sort_unstable();
        assert!(ages.windows(2).all(|pair| pair[0].1 + 1 == pair[1].0), "{key:?}: {ages:?}");
        if key[0] == "us" {
            let ends = (ages[0].0, ages[ages.len() - 1].1);
            assert_eq!(ends, if key[4] == "none" { (4, 120) } else { (14, 50) }, "{key:?}");
        }
    }
}
