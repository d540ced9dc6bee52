//! The days before a cramp, on days made by hand.

use super::BeforeSpec;
use crate::charts::Chart as _;
use crate::domain::{Day, Factor, FactorKind, Id, InWords, Measure, Night, OwnName};
use crate::insights::{Before, CrampFreeNight, DayBefore, NightFigures};

fn day(date: &str, figures: NightFigures) -> DayBefore {
    let words = figures.value(Measure::Hydration).iter().map(|ml| format!("water, {ml} ml")).collect();
    let entries = [InWords { heading: "Drinks", words }, InWords { heading: "Food", words: Vec::new() }];
    DayBefore { day: Day::new(date.parse().unwrap()), figures, entries: entries.to_vec() }
}

fn night(date: &str) -> Night {
    Night::new(date.parse().unwrap())
}

/// Every measure on one day, drinks alone on the others.
fn before(beside: bool) -> Before {
    let drank = |ml| NightFigures::default().with(Measure::Hydration, ml);
    let name = "Hours at the desk without getting up once, also in the train";
    let factor = Factor { unit: "times an hour".to_owned(), ..Factor::new(OwnName::new(name).unwrap(), FactorKind::Number) };
    let id = Id::from_uuid(uuid::Uuid::from_u128(7));
    let much = drank(2_000.0)
        .with(Measure::Slept, 7.5)
        .with(Measure::Standing, 2.5)
        .with(Measure::Stretching, 0.0)
        .with(Measure::Exercise, 45.0)
        .with(Measure::Heat, 1.0);
    let much = NightFigures { own: vec![(id, 123_456.7)], ..much };
    Before {
        night: night("2026-11-19"),
        cramps: Some(2),
        days: [day("2026-11-18", drank(500.0)), day("2026-11-19", much)],
        beside: beside.then(|| CrampFreeNight {
            night: night("2026-11-05"),
            days: [day("2026-11-04", NightFigures::default()), day("2026-11-05", drank(1_000.0))],
        }),
        factors: vec![(id, factor)],
    }
}

#[test]
fn a_table_holds_the_figures_of_four_days_and_the_entries_behind_them() {
    let csv = |beside| {
        let table = BeforeSpec::new(&before(beside)).table();
        table.to_csv(&(0..table.rows.len()).collect::<Vec<_>>())
    };
    let four = csv(true);
    assert!(four.starts_with("Measure,Unit,\"Wed 18 Nov, before cramps\",\"Thu 19 Nov, before cramps\",\"Wed 4 Nov, before"), "{four}");
    assert!(four.contains("\nDrinks,ml,500,2000,,1000\n") && four.contains("\nStretching,min,,0,,\n"), "{four}");
    assert!(four.ends_with("\n\"Drinks, entries\",,\"water, 500 ml\",\"water, 2000 ml\",,\"water, 1000 ml\"\n"), "{four}");
    assert!(csv(false).contains("\nDrinks,ml,500,2000\n"));
}

#[test]
fn each_line_can_be_pointed_at_and_opens_the_night_after_its_days() {
    let spec = BeforeSpec::new(&before(true));
    let spots = spec.spots((800, spec.height_for(800)), 1.0);
    assert_eq!(spots.len(), 2 * spec.rows.len());
    let words = |place: usize| spec.spot_words(place);
    assert_eq!(words(0), "Before the cramps, Drinks: Wed 18 Nov 500 ml, Thu 19 Nov 2,000 ml");
    assert_eq!(words(1), "Before the night without, Drinks: Wed 4 Nov not logged, Thu 5 Nov 1,000 ml");
    assert_eq!([&spots[0], &spots[1]].map(|spot| spot.night), [Some(night("2026-11-19")), Some(night("2026-11-05"))]);
    let low = spec.spots((800, 200), 1.0);
    assert!(!low.is_empty() && low.len() < spots.len(), "a low picture has room for fewer rows");
    assert!(spots.windows(2).all(|pair| pair[0].rect[3] <= pair[1].rect[1]), "no spot lies over another");
}
