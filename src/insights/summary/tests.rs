//! Figures of small made-up ranges, worked out by hand or by another program.

use super::{Against, Comparison, Missing, Sides, Summary, compare, summary};
use crate::domain::{Cramp, Measure, Minutes, Muscle, Night, NightAnswer, NightRange, Severity, Side};
use crate::insights::methods::ChangeVerdict;
use crate::insights::{NightFigures, NightSlice};
use chrono::{Days, NaiveDate};

const MONDAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 2).unwrap();

fn cramp(muscle: Muscle, side: Side, severity: u8) -> Cramp {
    Cramp::new(Night::new(MONDAY), muscle, side, Severity::new(severity).unwrap())
}

fn calf(severity: u8) -> Cramp {
    cramp(Muscle::Calf, Side::Left, severity)
}

/// A night with these cramps; none: "no cramps".
fn night(cramps: &[Cramp]) -> NightFigures {
    let answer = if cramps.is_empty() { NightAnswer::NoCramps } else { NightAnswer::HadCramps };
    NightFigures { answer: Some(answer), cramps: cramps.to_vec(), ..NightFigures::default() }
}

fn not_described() -> NightFigures {
    NightFigures { answer: Some(NightAnswer::HadCramps), ..NightFigures::default() }
}

fn of(nights: &[NightFigures]) -> Summary {
    summary(NightSlice { first: MONDAY, nights })
}

/// So many cramps each night; below zero: not logged.
fn counts(counts: &[i32]) -> Vec<NightFigures> {
    let figures =
        |count: &i32| usize::try_from(*count).map_or_else(|_negative| NightFigures::default(), |count| night(&vec![calf(5); count]));
    counts.iter().map(figures).collect()
}

fn near(found: Option<f64>, expected: f64) {
    assert!(found.is_some_and(|found| (found - expected).abs() < 1e-9), "{found:?} instead of {expected}");
}

#[test]
fn only_nights_whose_number_is_known_stand_in_a_rate() {
    let mut nights = counts(&[2, 0, 0, -1, 1, 0, 0, 0]);
    nights.push(not_described());
    let found = of(&nights);
    assert_eq!((found.nights, found.logged, found.with_cramps), (9, 8, 3));
    assert_eq!((found.rate.nights, found.rate.cramps, found.rate.not_described, found.rate.span), (7, 3, 1, None));
    near(found.rate.a_week, 3.0);
    // The exact limits of a count of 3, over seven nights.
    let (low, high) = found.rate.range.unwrap();
    assert!((low - 0.618_672).abs() < 1e-6 && (high - 8.767_273).abs() < 1e-6, "{low} to {high}");
}

#[test]
fn below_seven_logged_nights_there_are_counts_alone() {
    let found = of(&counts(&[1, 2, -1, 0, 0, 0, 1]));
    assert_eq!((found.logged, found.with_cramps, found.severity.cramps()), (6, 3, 4));
    assert_eq!(
        (found.rate.a_week, found.severity.median, found.severity.share_severe, found.duration.median_min),
        (None, None, None, None)
    );
    let rows = found.rows();
    for row in &rows {
        for word in ["median ", "mean ", "%"] {
            assert!(!row.value.contains(word) && !row.detail.contains(word), "{row:?}");
        }
    }
    assert!(rows.iter().any(|row| row.detail.contains("6 of 7 logged nights needed")), "{rows:?}");
    assert_eq!(of(&[]).rows().len(), 1);
}

/// The range by the published formula, from another program.
#[test]
fn fortnights_are_the_clusters_of_the_range() {
    let eight_weeks: Vec<i32> = (0..56).map(|night| if night % 9 == 4 { -1 } else { (night * night + night / 14) % 4 }).collect();
    for (first, low, high) in
        [(MONDAY, 2.027_664_460_180_358_4, 19.532_335_539_819_64), (MONDAY + Days::new(2), 3.021_451_934_830_978, 18.538_548_065_169_024)]
    {
        let found = summary(NightSlice { first, nights: &counts(&eight_weeks) }).rate;
        near(found.a_week, 10.78);
        near(found.range.map(|(low, _)| low), low);
        near(found.range.map(|(_, high)| high), high);
    }
    let (low, high) = of(&counts(&eight_weeks[..42])).rate.range.unwrap();
    // Three fortnights are too few: the exact limits of 56 cramps in 37 nights.
    assert!((low - 8.003_043).abs() < 1e-6 && (high - 13.757_962).abs() < 1e-6, "{low} to {high}");
}

#[test]
fn severity_minutes_and_places_of_cramps() {
    let lasted = |minutes: f64, cramp: Cramp| Cramp { duration: Some(Minutes::new(minutes).unwrap()), ..cramp };
    let mut nights = counts(&[0; 6]);
    nights.push(night(&[
        lasted(0.5, calf(3)),
        lasted(1.0, cramp(Muscle::Toes, Side::Right, 7)),
        lasted(12.0, cramp(Muscle::Sole, Side::Both, 9)),
    ]));
    nights.push(night(&[lasted(10.0, cramp(Muscle::Hand, Side::Left, 4)), calf(0)]));
    let found = of(&nights);
    assert_eq!((found.severity.range, found.severity.severe()), (Some((0, 9)), 2));
    near(found.severity.median, 4.0);
    near(found.severity.share_severe, 0.4);
    assert_eq!((found.duration.said(), found.duration.not_said, found.duration.over_10()), (4, 1, 1));
    near(found.duration.median_min, 5.5);
    near(found.duration.share_1_or_more, 0.75);
    let sides = |left, right, both| Sides { left, right, both };
    assert_eq!(found.sites, [sides(2, 0, 0), sides(0, 1, 1), sides(0, 0, 0), sides(1, 0, 0)]);
    assert_eq!((found.sides, found.sides.one_sided()), (sides(3, 1, 1), None));
    assert_eq!([sides(3, 0, 0), sides(0, 9, 0), sides(2, 0, 0)].map(Sides::one_sided), [Some(Side::Left), Some(Side::Right), None]);
}

#[test]
fn sleep_is_broken_where_somebody_said_so() {
    let woke = |woke_me| Cramp { woke_me, ..calf(5) };
    let disturbed = |disturbed: u8, figures: NightFigures| figures.with(Measure::SleepDisturbed, f64::from(disturbed));
    for (figures, broken) in [
        (night(&[]), Some(false)),
        (night(&[woke(Some(true))]), Some(true)),
        (night(&[woke(None), woke(Some(true))]), Some(true)),
        (night(&[woke(Some(false))]), Some(false)),
        (night(&[woke(Some(false)), woke(None)]), None),
        (not_described(), None),
        (disturbed(0, not_described()), Some(false)),
        (disturbed(3, night(&[woke(Some(false))])), Some(true)),
        (disturbed(0, night(&[woke(Some(true))])), Some(true)),
    ] {
        let found = of(std::slice::from_ref(&figures)).sleep;
        assert_eq!((found.known, found.broken), (usize::from(broken.is_some()), usize::from(broken == Some(true))), "{figures:?}");
    }
}

fn compared(counted: &[i32], first: i64, last: i64, against: Against) -> Comparison {
    let nights = counts(counted);
    let start = Night::new(MONDAY);
    compare(NightSlice { first: MONDAY, nights: &nights }, NightRange::new(start.plus(first), start.plus(last)), against)
}

#[test]
fn a_range_is_compared_with_as_many_nights_before() {
    let found = compared(&[&[1; 8][..], &[1, 1, 1, 1, 1, 1, 0, 0]].concat(), 8, 15, Against::Before);
    let change = found.change.unwrap();
    near(Some(change.then), 7.0);
    near(change.share, -0.25);
    // Eight nights a side have no four fortnights, and it is no range of which more than the difference is said.
    assert_eq!((change.range, change.chance, change.verdict), (None, None, None));
    assert_eq!(change.words(), "-1.8 cramps a week");
    let worse = compared(&[&[0; 8][..], &[1; 8]].concat(), 8, 15, Against::Before).change.unwrap();
    assert_eq!((worse.share, worse.words().as_str()), (None, "+7.0 cramps a week"));
    let none = compared(&[0; 16], 8, 15, Against::Before).change.unwrap();
    assert_eq!(none.words(), "as many cramps a week");
}

/// The value of a row of a comparison.
fn said(found: &Comparison, label: &str) -> String {
    found.rows().into_iter().find(|row| row.label == label).map_or_else(String::new, |row| row.value)
}

/// Cramps a week in words: the value, and what belongs to it.
fn said_of_rate(found: &Summary) -> (String, String) {
    found.rows().into_iter().find(|row| row.label == "Cramps a week").map(|row| (row.value, row.detail)).unwrap_or_default()
}

#[test]
fn thirty_six_cramps_in_ninety_nights_and_then_none_are_fewer() {
    // Two cramps in every fifth night: 18 nights, 36 cramps, 36 * 7 / 90 = 2.8 a week.
    let earlier: Vec<i32> = (0..90).map(|night| if night % 5 == 0 { 2 } else { 0 }).collect();
    let found = compared(&[&earlier[..], &[0; 90]].concat(), 90, 179, Against::Before);
    let change = found.change.unwrap();
    near(Some(change.a_week), -2.8);
    assert_eq!((change.verdict, change.range), (Some(ChangeVerdict::Fewer), None));
    // All 36 on one of two sides of as many nights: 2 * 0.5^36.
    assert!((change.chance.unwrap() - 2.0 * 0.5_f64.powi(36)).abs() < 1e-15);
    assert_eq!(said(&found, "Fewer or more"), "fewer");
    // The limit of none: 3.688879 * 7 / 90 = 0.2869.
    let (_, now) = said_of_rate(&found.now);
    assert!(now.contains("range 0 to 0.29 (95 %)"), "{now}");
}

#[test]
fn as_many_in_spells_cannot_be_told_and_free_ranges_get_no_word() {
    // 18 cramps in each of two spells, then none: the same counts, but as few as two spells are by chance.
    let earlier: Vec<i32> = (0..90).map(|night| if (14..20).contains(&night) || (58..64).contains(&night) { 3 } else { 0 }).collect();
    let whole = [&earlier[..], &[0; 90]].concat();
    let found = compared(&whole, 90, 179, Against::Before);
    assert_eq!(found.change.unwrap().verdict, Some(ChangeVerdict::CannotTell));
    assert_eq!(said(&found, "Fewer or more"), "can't tell yet");
    let chosen = compared(&whole, 95, 179, Against::Before);
    assert_eq!((chosen.change.unwrap().verdict, said(&chosen, "Fewer or more").as_str()), (None, "not said"));
}

#[test]
fn none_in_sixty_nights_is_no_certainty_of_none() {
    let (value, detail) = said_of_rate(&of(&counts(&[0; 60])));
    // 3.688879 * 7 / 60 = 0.4304.
    assert_eq!((value.as_str(), detail.as_str()), ("0.0", "0 cramps in 60 nights; range 0 to 0.43 (95 %)"));
}

#[test]
fn a_diary_of_bad_nights_alone_gets_no_rate() {
    // Two of every seven nights are logged, each with one cramp: 8 of 28. Over all nights 2 a week, over the logged ones 7.
    let nights: Vec<i32> = (0..28).map(|night| if night % 7 < 2 { 1 } else { -1 }).collect();
    let found = of(&counts(&nights));
    assert_eq!((found.rate.a_week, found.rate.range), (None, None));
    let (value, detail) = said_of_rate(&found);
    assert_eq!(value, "between 2.0 and 7.0");
    assert!(detail.contains("8 cramps in 8 nights") && detail.contains("log nights without any too"), "{detail}");
    let compared = compared(&[&[0; 28][..], &nights].concat(), 28, 55, Against::Before);
    assert_eq!((compared.change, compared.missing), (None, Some(Missing::BadNightsAloneNow)));
    assert!(compared.missing_words().unwrap().starts_with("In this range nearly all logged nights have cramps"));
    // With three of eight nights free of cramps there is a rate, and the span beside it.
    let mixed: Vec<i32> = (0..28).map(|night| if night % 7 < 2 { i32::from(night % 3 > 0) } else { -1 }).collect();
    let (_, detail) = said_of_rate(&of(&counts(&mixed)));
    assert!(detail.contains("over all nights between 1.2 and 4.4, since many are not logged"), "{detail}");
}

#[test]
fn few_cramps_in_many_nights_are_not_as_many_as_none() {
    let mut year = vec![0; 365];
    year[100] = 1;
    let found = compared(&[&year[..], &[0; 365]].concat(), 365, 729, Against::Before);
    let change = found.change.unwrap();
    assert_eq!((change.words().as_str(), change.verdict), ("less than 0.1 cramps a week apart", Some(ChangeVerdict::CannotTell)));
    assert_eq!(found.rows()[0].value, "under 0.1 a week");
    assert_eq!(found.then.unwrap().rows()[1].value, "under 0.1");
    let same = compared(&[&year[..], &year].concat(), 365, 729, Against::Before).change.unwrap();
    assert_eq!(same.words(), "as many cramps a week");
}

#[test]
fn long_cramps_and_one_side_point_to_the_doctor() {
    let long = |side, minutes| Cramp { duration: Some(Minutes::new(minutes).unwrap()), ..cramp(Muscle::Calf, side, 5) };
    let pointed = |cramps: &[Cramp]| {
        let rows = of(&[night(cramps)]).rows();
        rows.into_iter().filter(|row| row.detail.contains("see \"When to see a doctor\"")).map(|row| row.label).collect::<Vec<_>>()
    };
    assert_eq!(pointed(&[long(Side::Left, 11.0), long(Side::Right, 1.0)]), ["Minutes a cramp"]);
    assert_eq!(pointed(&[long(Side::Left, 10.0), calf(3), calf(4)]), ["Side"]);
}

#[test]
fn nothing_is_compared_with_too_few_nights() {
    let few = compared(&[1; 14], 8, 13, Against::Before);
    assert_eq!(
        (few.change, few.missing, few.missing_words().as_deref()),
        (None, Some(Missing::NightsNow(6)), Some("This range has 6 of the 7 nights with a known number of cramps that are needed."))
    );
    let begins = compared(&[1; 14], 4, 13, Against::Before);
    assert_eq!(begins.then.as_ref().map(|then| (then.nights, then.logged)), Some((10, 4)), "the diary is younger than the range before");
    assert!(begins.missing_words().unwrap().starts_with("The range before has 4 of"));
    assert_eq!(compared(&[], 0, 6, Against::Baseline).missing_words().as_deref(), Some("No night is logged yet."));
}

#[test]
fn the_baseline_is_the_first_fortnight_with_ten_nights() {
    let nights = [&[-1; 3][..], &[2; 14], &[1; 14]].concat();
    let found = compared(&nights, 17, 30, Against::Baseline);
    let then = found.then.unwrap();
    assert_eq!((then.first, then.nights, then.logged), (Night::new(MONDAY).plus(3), 14, 14));
    near(found.change.unwrap().share, -0.5);
    let within = compared(&nights, 16, 30, Against::Baseline);
    assert!(within.change.is_none() && within.missing_words().unwrap().contains("choose one from Thu 19 Nov 2026 on"));
    let gaps = [&[2, -1, 2, -1, 2, -1, 2, -1, 2, -1, 2, 2, 2, 2][..], &[1; 14]].concat();
    assert!(compared(&gaps, 14, 27, Against::Baseline).missing_words().unwrap().contains("9 of the 10"));
}
