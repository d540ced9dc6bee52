//! The body map on nights made by hand.

use super::spec::Shade;
use super::{BodyFigure, BodySpec};
use crate::charts::spot::whole;
use crate::charts::{Chart as _, Spot};
use crate::domain::{Muscle, Side};
use crate::insights::made_up::{calm, cramp_at, night_of};
use crate::insights::{NightFigures, NightSlice, PlaceCount};

fn of(nights: &[NightFigures]) -> BodySpec {
    BodySpec::new(NightSlice { first: "2026-01-01".parse().unwrap(), nights })
}

#[test]
fn without_cramps_there_are_words_and_no_figure() {
    let spec = of(&[calm(), calm()]);
    assert_eq!(spec.around.summary, "No cramps in 2 logged nights.");
    assert!(spec.spots((900, 500), 1.0).is_empty() && spec.table().rows.is_empty());
}

#[test]
fn every_place_says_its_figures_and_six_nights_no_share() {
    let mut nights = vec![night_of(vec![cramp_at(Muscle::Calf, Side::Both, 7), cramp_at(Muscle::Sole, Side::Left, 2)]); 2];
    nights.extend(vec![calm(); 4]);
    let words = |nights: &[NightFigures]| {
        let spec = of(nights);
        spec.spots((1000, 500), 1.0).into_iter().map(|spot| spec.spot_words(spot.place)).collect::<Vec<_>>()
    };
    let found = words(&nights);
    assert_eq!(found.len(), 2 * Muscle::ALL.len(), "left and right");
    assert_eq!(found[3], "Right calf: 2 cramps in 2 of 6 nights, worst severity 7, severe");
    assert_eq!(found[5], "Right sole: no cramps in 6 nights");
    assert_eq!(of(&nights).around.summary, "4 cramps in 2 of 6 nights. A share of nights needs 7 logged nights; there are 6.");
    assert_eq!(of(&nights).around.note, "2 cramps on both sides at once: counted left and right.");
    nights.push(calm());
    assert_eq!(words(&nights)[4], "Left sole: 2 cramps in 2 of 7 nights, 29 %, worst severity 2, mild");
    let spec = of(&nights);
    let calf = spec.place(Muscle::Calf, Side::Left);
    assert_eq!((spec.shade(calf), spec.shade(PlaceCount::default())), (Shade::Level(100), Shade::Level(0)));
    let worst = spec.shaded_by(BodyFigure::Worst);
    assert_eq!(worst.shade(calf), Shade::Severity(calf.worst.unwrap()));
}

#[test]
fn the_left_leg_is_at_the_left_and_spots_lie_on_their_bands() {
    let spec = of(&[night_of(vec![cramp_at(Muscle::Calf, Side::Left, 4)])]);
    for (wide, scale) in [(400, 1.0), (560, 1.0), (1000, 1.0), (2000, 2.0)] {
        let high = whole(f64::from(spec.height_for(whole(f64::from(wide) / scale))) * scale);
        let spots = spec.spots((wide, high), scale);
        assert_eq!(spots.len(), 2 * Muscle::ALL.len(), "{wide}");
        let middle = |rect: [i32; 4]| (i32::midpoint(rect[0], rect[2]), i32::midpoint(rect[1], rect[3]));
        let words = |spot: &Spot| spec.spot_words(spot.place);
        for pair in spots.chunks(2) {
            let ((left, y), (right, other)) = (middle(pair[0].rect), middle(pair[1].rect));
            assert!(left < right && y == other && words(&pair[0]).starts_with("Left") && words(&pair[1]).starts_with("Right"));
        }
        for (index, spot) in spots.iter().enumerate() {
            let (x, y) = middle(spot.rect);
            let under = |[l, t, r, b]: [i32; 4]| l <= x && x < r && t <= y && y < b;
            assert_eq!(spots.iter().position(|spot| under(spot.rect)), Some(index));
        }
    }
}
