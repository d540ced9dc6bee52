//! Pure rules at their boundaries: the last value on one side, and the first on the other.

use super::chart_kinds::charts;
use super::support::{TestDiary, an_own_food, day, night};
use cramp_diary::{
    charts::{ChartError, Look, Picture, save_chart},
    domain::{
        Amounts, Barcode, Country, Cramp, Dose, FlagKey, FoodId, Measure, Medicine, Muscle, Nutrient, OwnFood, OwnName, Profile, Settings,
        Severity, Sex, Side,
    },
    guide::{MedicineClass, Taking, TopicError, With, classes, classes_of, find_topic},
    insights::{Before, DayBefore, NightFigures, NightSlice, Panel},
    nutrition::{Per, Person, drinking_goal_ml, own_food},
};

fn holds(nutrient: Nutrient, amount: f64) -> Amounts {
    [(nutrient, amount)].into_iter().collect()
}

#[test]
fn sets_and_holds_end_at_fifty_and_a_hundred() {
    for (sets, holds, allowed) in [(50, 100, true), (1, 1, true), (51, 1, false), (1, 101, false), (0, 1, false), (1, 0, false)] {
        assert_eq!(Dose::holds(sets, holds).is_ok(), allowed, "{sets} x {holds}");
    }
}

#[test]
fn every_digit_of_a_bar_code_and_of_the_key_of_a_flag_is_one() {
    for typed in ["+12", "12+", "12ab", "a1"] {
        assert_eq!(Barcode::read(typed), None, "{typed}");
    }
    assert!(FlagKey::new("rf12").is_ok());
    for key in ["rfx1", "rf1x", "rf1", "rf123", "xf12"] {
        assert!(FlagKey::new(key).is_err(), "{key}");
    }
}

#[test]
fn a_cramp_says_where_it_was() {
    let cramp = |muscle, side| Cramp::new(night("2026-11-19"), muscle, side, Severity::new(6).unwrap());
    assert_eq!(cramp(Muscle::Calf, Side::Both).place(), "both calves");
    assert_eq!(cramp(Muscle::Sole, Side::Left).place(), "left sole");
    assert_eq!(cramp(Muscle::Sole, Side::Left).summary(), "left sole, severity 6");
}

#[test]
fn dates_between_are_those_of_both_ends_and_what_lies_between() {
    let figures = vec![NightFigures::default(); 5];
    let first = day("2026-11-10").date();
    let nights = NightSlice { first, nights: &figures };
    let between = |from: &str, to: &str| nights.between(day(from).date(), day(to).date()).len();
    for (from, to, expected) in [
        ("2026-11-10", "2026-11-10", 1),
        ("2026-11-09", "2026-11-10", 1),
        ("2026-11-01", "2026-11-09", 0),
        ("2026-11-10", "2026-11-14", 5),
        ("2026-11-14", "2026-11-20", 1),
        ("2026-11-15", "2026-11-20", 0),
        ("2026-11-12", "2026-11-11", 0),
    ] {
        assert_eq!(between(from, to), expected, "{from} to {to}");
    }
}

#[test]
fn a_supplement_that_held_none_of_a_nutrient_has_no_row_before_a_cramp_and_a_food_that_held_none_has() {
    let days = |food: Option<f64>, supplements: Option<f64>| {
        let nutrient = Nutrient::Magnesium;
        let figures = NightFigures { food_complete: true, ..NightFigures::default() };
        let figures = figures.with(Measure::Nutrient(nutrient), food).with_supplements(nutrient, supplements);
        [day("2026-11-18"), day("2026-11-19")].map(|day| DayBefore { day, figures: figures.clone(), entries: Vec::new() })
    };
    let from_supplements = |food, supplements| {
        let before = Before { night: night("2026-11-19"), cramps: None, days: days(food, supplements), beside: None, factors: Vec::new() };
        before.rows().iter().map(|row| row.from_supplements).collect::<Vec<_>>()
    };
    assert_eq!(from_supplements(Some(0.0), Some(0.0)), [false]);
    assert_eq!(from_supplements(Some(0.0), Some(0.1)), [false, true]);
    assert_eq!(from_supplements(None, None), [] as [bool; 0]);
}

#[test]
fn numbers_lose_their_tenth_at_a_hundred_and_are_grouped_from_a_thousand_on() {
    let minutes = Panel::new(Measure::Exercise);
    for (value, words) in [
        (99.5, "99.5 min"),
        (99.96, "100 min"),
        (100.4, "100 min"),
        (100.6, "101 min"),
        (999.4, "999 min"),
        (1000.0, "1,000 min"),
        (1234.6, "1,235 min"),
    ] {
        assert_eq!(minutes.mean_written(value), words, "{value}");
    }
}

#[test]
fn amounts_per_hundred_kcal_are_given_from_five_kcal_on() {
    let food = |kcal: f64| {
        let per_100_g = [(Nutrient::Energy, kcal), (Nutrient::Magnesium, 10.0)].into_iter().collect();
        own_food(FoodId::new("own"), &OwnFood { per_100_g, ..an_own_food("Broth").record() })
    };
    assert_eq!(Per::HundredKcal.amount(&food(5.0), Nutrient::Magnesium), Some(200.0));
    assert_eq!(Per::HundredKcal.amount(&food(4.9), Nutrient::Magnesium), None);
}

#[test]
fn the_drinking_goal_begins_at_fourteen_years_and_goes_by_the_persons_own_sex() {
    let goal = |birth_year: u16, sex: Option<Sex>| {
        let profile = Profile { birth_year: Some(birth_year), sex, country: Some(Country::UnitedStates), ..Profile::default() };
        drinking_goal_ml(Settings::default(), &Person::on(&profile, day("2026-11-19")), None)
    };
    assert_eq!((goal(2013, None), goal(2012, None)), (None, Some(1_800)));
    assert!(goal(1996, Some(Sex::Female)) < goal(1996, Some(Sex::Male)));
}

#[test]
fn vitamin_k_of_a_portion_is_spoken_of_from_thirty_ug_on() {
    let warfarin = Medicine::new(OwnName::new("Warfarin").unwrap());
    let taking = Taking::on(day("2026-11-19"), [&warfarin], &Profile::default());
    let warned = |ug: f64| taking.food_warnings("Kale", &holds(Nutrient::VitaminK, ug)).len();
    assert_eq!((warned(29.9), warned(30.0)), (0, 1));
}

#[test]
fn no_amount_of_a_nutrient_is_not_some() {
    for (key, nutrient) in [("vitamin_k", Nutrient::VitaminK), ("zinc", Nutrient::Zinc)] {
        let with: With = key.parse().unwrap();
        assert!(!with.is_in("Kelp", &holds(nutrient, 0.0)) && with.is_in("Kelp", &holds(nutrient, 0.1)), "{key}");
    }
}

#[test]
fn a_topic_that_may_have_been_meant_is_named_once_and_four_at_most() {
    let mut several = 0;
    for typed in ["banana", "magnesum", "urine", "calf", "tablet", "week", "drink water", "vitamin c"] {
        let Err(TopicError::Unknown { nearest, .. }) = find_topic(typed) else { continue };
        let ids: Vec<_> = nearest.iter().map(|topic| topic.id.as_str()).collect();
        let mut once = ids.clone();
        once.sort_unstable();
        once.dedup();
        assert!(once.len() == ids.len() && ids.len() <= 4, "{typed}: {ids:?}");
        several += usize::from(ids.len() == 4);
    }
    assert!(several > 2, "four are named where more are near");
}

/// Generic names of one word with seven letters, each with the class that it names alone.
fn names_of_seven_letters() -> Vec<(&'static str, &'static MedicineClass)> {
    let of_class = |class: &'static MedicineClass| class.generic_names.iter().map(move |name| (name.as_str(), class));
    let fits = |name: &str| name.chars().count() == 7 && name.chars().all(|letter| letter.is_ascii_lowercase());
    let alone = |name: &str| classes_of(name).len() == 1;
    classes().iter().flat_map(of_class).filter(|(name, _)| fits(name) && alone(name)).collect()
}

#[test]
fn one_wrong_letter_is_forgiven_from_seven_letters_on() {
    let ids = |typed: &str| classes_of(typed).iter().map(|class| class.id.clone()).collect::<Vec<_>>();
    let seven = names_of_seven_letters();
    assert!(seven.len() > 9, "{}", seven.len());
    for (name, class) in seven {
        let (start, end) = name.split_at(4);
        let expected = std::slice::from_ref(&class.id);
        assert_eq!(ids(&format!("{}x{end}", &start[..3])), expected, "{name} with a letter replaced");
        assert_eq!(ids(&format!("{start}x{end}")), expected, "{name} with a letter put in");
    }
    for typed in ["quinxin", "chixnin", "asprixn"] {
        assert!(ids(typed).is_empty(), "{typed}: a letter put into a name of six");
    }
    assert_eq!(ids("Ramiptil").len(), 1);
}

#[test]
fn a_picture_is_between_three_hundred_and_ten_thousand_pixels_wide_and_high() {
    let test = TestDiary::new();
    let look_back = test.diary.look_back().unwrap();
    let (_, chart) = charts(&test, &look_back, 14).remove(0);
    let folder = tempfile::tempdir().unwrap();
    let is_refused = |width: u32, height: u32, scale: u32| {
        let picture = Picture { look: Look::Light, width, height: Some(height), scale };
        // A height of one is refused after the size, before anything is drawn.
        match save_chart(&chart, picture, &folder.path().join("chart.svg")) {
            Err(ChartError::Size { .. }) => true,
            Ok(()) | Err(ChartError::TooLow { .. }) => false,
            Err(other) => panic!("{other}"),
        }
    };
    for (width, height, scale, refused) in [
        (300, 1, 1, false),
        (299, 1, 1, true),
        (10_000, 1, 1, false),
        (10_001, 1, 1, true),
        (5_000, 1, 2, false),
        (5_001, 1, 2, true),
        (300, 10_000, 1, false),
        (300, 10_001, 1, true),
        (300, 5_001, 2, true),
    ] {
        assert_eq!(is_refused(width, height, scale), refused, "{width} x {height} at {scale}");
    }
}
