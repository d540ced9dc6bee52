//! The trends chart on nights made by hand.

use super::{BarPart, TrendsSpec};
use crate::charts::Chart as _;
use crate::domain::{Measure, NightRange, Nutrient, SignKind};
use crate::insights::made_up::{calm, cramp, night_of};
use crate::insights::{NightFigures, NightSlice, Panel, Span, SpanKind, trends};
use chrono::{Days, NaiveDate};

/// A Monday.
fn first() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 2).unwrap()
}

fn spec(nights: &[NightFigures], count: u64, measures: &[Measure], spans: Vec<Span>) -> TrendsSpec {
    let panels = measures.iter().map(|measure| Panel::new(*measure)).collect();
    let range = NightRange::of_dates(first(), first() + Days::new(count - 1));
    TrendsSpec::new(trends(NightSlice { first: first(), nights }, range, panels, spans))
}

fn summary(spec: &TrendsSpec) -> &str {
    &spec.panels[0].summary[0]
}

#[test]
fn what_is_not_logged_is_a_gap_and_what_is_not_described_is_none() {
    let nights = [calm(), NightFigures::default(), NightFigures::default(), night_of(vec![cramp(8)]), night_of(vec![])];
    let spec = spec(&nights, 7, &[Measure::Cramps], Vec::new());
    assert_eq!(spec.panels[0].gaps, [(1, 2), (5, 6)]);
    let heights: Vec<_> = spec.panels[0].bars.iter().map(|bar| (bar.nights.from, bar.to)).collect();
    assert_eq!(heights, [(0, 0.0), (3, 1.0), (4, 1.0)]);
}

#[test]
fn a_line_of_means_with_gaps_is_drawn_in_pieces() {
    let mut nights = vec![calm(); 8];
    nights.extend(vec![NightFigures::default(); 6]);
    nights.extend(vec![calm(); 8]);
    let spec = spec(&nights, 22, &[Measure::Cramps], Vec::new());
    let ends: Vec<_> = spec.panels[0].means_7.iter().map(|piece| (piece[0].0, piece[piece.len() - 1].0)).collect();
    assert_eq!(ends, [(3, 10), (17, 21)]);
}

#[test]
fn under_seven_logged_nights_there_is_no_mean_and_the_words_say_what_is_missing() {
    for count in [7, 30, 200] {
        let six = spec(&vec![night_of(vec![cramp(3)]); 6], count, &[Measure::Cramps], Vec::new());
        assert_eq!(summary(&six), "6 of 7 logged nights needed for a mean");
        assert!(six.panels[0].means_7.is_empty() && six.panels[0].means_28.is_empty());
        assert_eq!(six.panels[0].bars.is_empty(), count == 200, "and no weekly rate either");
        let seven = spec(&vec![night_of(vec![cramp(3)]); 7], count, &[Measure::Cramps], Vec::new());
        let mean = if count == 200 { "mean 7 a week over 7 logged nights" } else { "mean 1 over 7 logged nights" };
        assert_eq!(summary(&seven), mean);
    }
    assert_eq!(summary(&spec(&[], 30, &[Measure::Heat], Vec::new())), "nothing logged");
}

#[test]
fn a_week_has_its_rate_its_logged_nights_and_its_worst_severity() {
    let mut nights = vec![calm(), night_of(vec![cramp(2), cramp(7)]), calm(), NightFigures::default(), calm(), calm(), calm()];
    nights.extend(vec![NightFigures::default(); 3]);
    nights.extend(vec![night_of(vec![cramp(5)]); 4]);
    nights.extend([calm(), calm(), calm()]);
    let spec = spec(&nights, 182, &[Measure::Cramps], Vec::new());
    let bars: Vec<_> = spec.panels[0].bars.iter().map(|bar| (bar.nights.from, bar.to)).collect();
    assert_eq!(bars, [(0, 2.0 / 6.0 * 7.0), (7, 7.0)], "three nights of the third week are too few");
    let table = spec.table();
    let titles: Vec<_> = table.columns.iter().map(|column| column.title.as_str()).collect();
    assert_eq!(
        titles,
        [
            "Week from",
            "Logged nights",
            "Cramps a week",
            "Nights counted",
            "Cramps a week, mean of 28 nights",
            "Worst severity",
            "Nights with a note"
        ]
    );
    let row = |place: usize| table.rows[place].iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>();
    assert_eq!((table.rows.len(), row(0)), (26, vec!["2026-03-02", "6", "2.3", "6", "", "7", "0"]));
    assert_eq!(row(2), ["2026-03-16", "3", "", "3", "", "", "0"]);
    let last = |night: usize| spec.figures(night).pop().unwrap();
    let says = |name: &str, words: &str| (name.to_owned(), words.to_owned());
    assert_eq!(last(6), says("Week of Mon 2 Mar 2026", "2.3 cramps a week, from 6 logged nights"));
    assert_eq!(last(16), says("Week of Mon 16 Mar 2026", "3 of 4 logged nights needed"));
}

#[test]
fn nights_with_an_unknown_number_are_logged_but_not_counted() {
    let mut nights = vec![night_of(vec![]); 5];
    nights.extend([calm(), calm()]);
    for (count, more) in [(14, 0), (182, 0), (182, 7)] {
        let nights: Vec<_> = nights.iter().cloned().chain(vec![calm(); more]).collect();
        let spec = spec(&nights, count, &[Measure::Cramps], Vec::new());
        let known = if more == 0 {
            "2 of 7 nights with a known number needed for a mean"
        } else {
            "mean 0 a week over 9 nights with a known number"
        };
        assert_eq!(summary(&spec), known);
        if count == 182 {
            let words = if more == 0 { "2 of 7 nights with a known number needed" } else { "2 of 4 nights with a known number needed" };
            assert_eq!(spec.figures(0).pop().unwrap().1, words);
            let week: Vec<_> = spec.table().rows[0][1..4].iter().map(|cell| cell.text.clone()).collect();
            assert_eq!(week, ["7", "", "2"], "logged, a rate, counted");
        }
    }
}

#[test]
fn a_week_that_the_range_cuts_says_so() {
    let spec = spec(&vec![calm(); 184], 184, &[Measure::Cramps], Vec::new());
    assert!(spec.spoken(183).starts_with("night of Tue 1 to Wed 2 Sep 2026. Cramps: none. "), "{}", spec.spoken(183));
    assert_eq!(spec.figures(183).pop().unwrap(), ("Week of Mon 31 Aug 2026".to_owned(), "only 2 nights of this week are shown".to_owned()));
}

#[test]
fn pointing_at_a_week_says_the_mean_of_every_panel_and_over_how_many_days() {
    let drank = |ml| NightFigures::default().with(Measure::Hydration, ml);
    let mut nights = vec![drank(1000.0), drank(2000.0), drank(1500.0), drank(1500.0), NightFigures::default()];
    nights.extend(vec![NightFigures::default(); 3]);
    nights.extend(vec![drank(2000.0); 3]);
    let spec = spec(&nights, 182, &[Measure::Hydration], Vec::new());
    assert_eq!(spec.figures(1), [("Drinks".to_owned(), "2,000 ml; week: 1.5 L, 4 days".to_owned())]);
    assert_eq!(spec.figures(8), [("Drinks".to_owned(), "2,000 ml; week: too little logged".to_owned())]);
    let table = spec.table();
    let titles: Vec<_> = table.columns[2..5].iter().map(|column| column.title.as_str()).collect();
    assert_eq!(titles, ["Drinks, ml", "Drinks, days", "Drinks, mean of 28 days, ml"]);
    assert_eq!(table.rows[0][3].text, "4");
}

#[test]
fn supplements_stand_on_food_and_have_a_column_of_their_own() {
    let magnesium = |food, supplements| {
        let night = NightFigures { food_complete: food == Some(300.0), ..NightFigures::default() };
        night.with(Measure::Nutrient(Nutrient::Magnesium), food).with_supplements(Nutrient::Magnesium, supplements)
    };
    let nights = [magnesium(Some(300.0), Some(100.0)), magnesium(Some(50.0), None), magnesium(None, Some(200.0)), NightFigures::default()];
    let spec = spec(&nights, 4, &[Measure::Nutrient(Nutrient::Magnesium)], Vec::new());
    let bars: Vec<_> = spec.panels[0].bars.iter().map(|bar| (bar.nights.from, bar.from, bar.to)).collect();
    assert_eq!(bars, [(0, 0.0, 300.0), (0, 300.0, 400.0), (1, 0.0, 50.0), (2, 0.0, 200.0)]);
    assert_eq!(spec.panels[0].gaps, [(2, 3)], "food was not logged");
    let words: Vec<_> = (0..4).map(|night| spec.figures(night)[0].1.clone()).collect();
    let expected = ["300 mg, and 100 mg from supplements", "50 mg so far", "food not logged, 200 mg from supplements", "not logged"];
    assert_eq!(words, expected);
    let table = spec.table();
    let csv = table.to_csv(&[0, 1, 2, 3]);
    assert_eq!(csv.lines().nth(1), Some("2026-03-02,300,100,,,,"));
    assert_eq!(csv.lines().nth(3), Some("2026-03-04,,200,,,,"));
    let titles: Vec<_> = table.columns.iter().map(|column| column.title.as_str()).collect();
    let means = ["Magnesium from food, mean of 7 days, mg", "Magnesium from food, mean of 28 days, mg"];
    assert_eq!(titles[1..5], ["Magnesium from food, mg", "Magnesium from supplements, mg", means[0], means[1]]);
}

#[test]
fn in_weeks_food_and_supplements_stand_beside_each_other_each_with_its_own_days() {
    let day = |food: bool, supplements: bool| {
        let night = NightFigures { food_complete: food, ..NightFigures::default() };
        night
            .with(Measure::Nutrient(Nutrient::Magnesium), food.then_some(300.0))
            .with_supplements(Nutrient::Magnesium, supplements.then_some(100.0))
    };
    let mut nights: Vec<_> = (0..7).map(|place| day(place < 4, place > 0)).collect();
    nights.extend(vec![day(true, true); 7]);
    let spec = spec(&nights, 182, &[Measure::Nutrient(Nutrient::Magnesium)], Vec::new());
    let bars: Vec<_> = spec.panels[0].bars.iter().map(|bar| (bar.nights.from, bar.from, bar.to, bar.part)).collect();
    let (left, right) = (BarPart::Left, BarPart::Right);
    assert_eq!(bars, [(0, 0.0, 300.0, left), (0, 0.0, 100.0, right), (7, 0.0, 300.0, left), (7, 0.0, 100.0, right)]);
    let series = &spec.trends.series[0];
    assert_eq!((&series.logged[..3], &series.supplements_logged[..3]), (&[4, 7, 0][..], &[6, 7, 0][..]));
}

#[test]
fn a_night_is_spoken_with_all_its_figures() {
    let night =
        NightFigures { illness: vec![SignKind::Diarrhoea], has_note: true, ..night_of(vec![cramp(4)]) }.with(Measure::Hydration, 1250.0);
    let span = |kind, name: &str| Span { kind, name: name.to_owned(), runs: vec![0..=0] };
    let spans =
        vec![span(SpanKind::Pregnancy, "Pregnancy"), span(SpanKind::Medicine, "Amlodipine, 5 mg"), span(SpanKind::Supplement, "Zinc")];
    let spec = spec(&[night], 1, &[Measure::Cramps, Measure::Hydration, Measure::Heat], spans);
    assert_eq!(
        spec.spoken(0),
        "night of Mon 2 to Tue 3 Mar. Cramps: 1, worst severity 4. Drinks: 1,250 ml. Heat or heavy sweating: not logged. \
         Illness: diarrhoea. Taken: Amlodipine, 5 mg; Zinc. Also: Pregnancy. With a note"
    );
    assert_eq!(spec.title(), "Night of Mon 2 to Tue 3 Mar 2026");
}
