//! The calendar of years on nights made by hand.

use super::CalendarSpec;
use super::layout::{self, CalendarLayout};
use crate::charts::Chart as _;
use crate::charts::spot::whole;
use crate::insights::made_up::{calm, cramp, diary, night_of};
use crate::insights::{NightFigures, NightSlice};
use crate::seeded::seeded;
use chrono::{Datelike as _, Days, NaiveDate};
use proptest::prelude::*;

fn of(first: &str, nights: &[NightFigures]) -> CalendarSpec {
    CalendarSpec::new(NightSlice { first: first.parse().unwrap(), nights })
}

#[test]
fn an_empty_diary_has_words_and_no_squares() {
    let spec = of("2026-01-01", &vec![NightFigures::default(); 400]);
    assert!(spec.years.is_empty() && spec.spots((1000, 400), 1.0).is_empty() && spec.table().rows.is_empty());
    assert!(spec.around.summary.starts_with("No night is logged here yet."));
}

#[test]
fn every_night_says_what_is_known() {
    let nights = [night_of(vec![cramp(6), cramp(2)]), NightFigures::default(), calm(), night_of(Vec::new()), night_of(vec![cramp(0)])];
    let spec = of("2026-12-29", &nights);
    let words: Vec<_> = spec.spots((1000, 600), 1.0).into_iter().map(|spot| spec.spot_words(spot.place)).collect();
    assert_eq!(
        words,
        [
            "Night of Tue 29 to Wed 30 Dec 2026: 2 cramps, worst severity 6, moderate",
            "Night of Wed 30 to Thu 31 Dec 2026: not logged",
            "Night of Thu 31 Dec 2026 to Fri 1 Jan 2027: no cramps",
            "Night of Fri 1 to Sat 2 Jan 2027: had cramps, not described",
            "Night of Sat 2 to Sun 3 Jan 2027: 1 cramp, severity 0, no pain",
        ]
    );
    assert_eq!(
        spec.table().to_csv(&[0, 1, 2]),
        "Night,Said,Cramps,Worst severity\n2026-12-29,\"2 cramps, worst severity 6, moderate\",2,6\n2026-12-30,not logged,,\n2026-12-31,no cramps,0,\n"
    );
}

/// The days since the Monday of the week of 1 January tell row and column, whatever the layout does.
fn assert_squares(spec: &CalendarSpec, size: (u32, u32), scale: f64) {
    let spots = spec.spots(size, scale);
    let layout = CalendarLayout::new(spec, size, scale);
    for spot in &spots {
        let date = spot.night.unwrap().date();
        let january = NaiveDate::from_ymd_opt(date.year(), 1, 1).unwrap();
        let monday = january - Days::new(u64::from(january.weekday().num_days_from_monday()));
        let days = i32::try_from((date - monday).num_days()).unwrap();
        let index = spec.years.iter().position(|year| year.year == date.year()).unwrap();
        let (x, y) = layout.corners[index].unwrap();
        let step = layout.side * scale;
        let at = |corner: f64, before: f64, steps: f64| (corner + before) * scale + step * (steps + 0.4);
        let (x, y) =
            (at(x, layout.weekdays, f64::from(days / 7) - layout.first_week), at(y, layout::HEADING + layout::MONTHS, f64::from(days % 7)));
        let under = |at: (f64, f64), [l, t, r, b]: [i32; 4]| {
            f64::from(l) <= at.0 && at.0 <= f64::from(r) && f64::from(t) <= at.1 && at.1 <= f64::from(b)
        };
        assert!(under((x, y), spot.rect), "{size:?}: {date} is not at {x}, {y} but {:?}", spot.rect);
    }
    for pair in spots.windows(2) {
        let [a, b] = [pair[0].rect, pair[1].rect];
        assert!(a[2] <= b[0] || b[2] <= a[0] || a[3] <= b[1] || b[3] <= a[1], "{pair:?} overlap");
    }
}

#[test]
fn a_spot_lies_under_the_middle_of_each_square_of_ten_years() {
    let nights: Vec<_> = (0..3_653).map(|place| if place % 3 == 0 { calm() } else { night_of(vec![cramp(5)]) }).collect();
    let spec = of("2016-11-22", &nights);
    for (wide, scale) in [(560, 1.0), (1000, 1.0), (1400, 1.5), (2000, 1.0)] {
        let high = f64::from(spec.height_for(whole(f64::from(wide) / scale))) * scale;
        let size = (wide, whole(high));
        assert_eq!(spec.spots(size, scale).len(), nights.len(), "every night has its square at {wide}");
        assert_squares(&spec, size, scale);
    }
    // In a low picture the latest years stand.
    let spots = spec.spots((1000, 300), 1.0);
    assert!(!spots.is_empty() && spots.len() < nights.len());
    assert_eq!(spots.last().unwrap().night.unwrap().to_string(), "2026-11-22");
}

#[test]
fn a_year_that_begins_late_names_its_first_month() {
    let spec = of("2025-11-22", &vec![calm(); 400]);
    for wide in [700, 1000, 1400] {
        let layout = CalendarLayout::new(&spec, (wide, spec.height_for(wide)), 1.0);
        let months = layout.months(&spec.years[0]);
        assert_eq!(months.len(), 2, "{wide}: {months:?}");
        assert!(months[0].1.starts_with('N') && months[0].0 >= 0.0, "{wide}: {months:?}");
    }
}

proptest! {
    #![proptest_config(seeded(8))]
    #[test]
    fn any_years_stand_tidily(nights in diary(900), first in 0..3_000_u64) {
        let first = NaiveDate::from_ymd_opt(2018, 1, 1).unwrap() + Days::new(first);
        let spec = CalendarSpec::new(NightSlice { first, nights: &nights });
        assert_squares(&spec, (900, spec.height_for(900)), 1.0);
        }
}
