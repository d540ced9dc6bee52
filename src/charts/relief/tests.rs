//! What relieved cramps on nights made by hand.

use super::ReliefSpec;
use super::layout::ReliefLayout;
use crate::charts::Chart as _;
use crate::charts::ruler::length;
use crate::domain::{Cramp, Helped, Relief, Tried};
use crate::insights::made_up::{calm, cramp, diary, night_of};
use crate::insights::{NightFigures, NightSlice};
use crate::seeded::seeded;
use proptest::prelude::*;

fn of(nights: &[NightFigures]) -> ReliefSpec {
    ReliefSpec::new(NightSlice { first: "2026-01-01".parse().unwrap(), nights })
}

fn heat(helped: Option<Helped>) -> Cramp {
    Cramp { tried: vec![Tried { relief: Relief::Heat, helped }], ..cramp(4) }
}

#[test]
fn where_nothing_was_tried_words_say_so() {
    for (nights, words) in [
        (vec![NightFigures::default()], "No night is logged here yet. Once nights are logged, their cramps are counted here."),
        (vec![calm(); 3], "No cramps in 3 logged nights."),
        (
            vec![night_of(vec![cramp(3), cramp(2)])],
            "Of 2 cramps it is not said that anything was tried. Say of a cramp what you tried and whether it helped, and it is counted here.",
        ),
    ] {
        let spec = of(&nights);
        assert_eq!((spec.around.summary.as_str(), spec.rows.len()), (words, 0));
    }
}

#[test]
fn a_share_stands_only_over_seven_nights_and_seven_answers() {
    let mut cramps = vec![heat(Some(Helped::Yes)), heat(Some(Helped::No)), heat(None)];
    let nights = |cramps: &[Cramp], others| [&[night_of(cramps.to_vec())][..], &vec![calm(); others]].concat();
    let spot = |cramps: &[Cramp]| of(&nights(cramps, 6)).spot_words(0);
    let alone = of(&nights(&cramps, 5)).spot_words(0);
    assert!(alone.ends_with("; 6 of 7 logged nights needed for a share"), "{alone}");
    assert_eq!(spot(&cramps), "Heat, tried 3 times: helped 1, did not help 1, not said 1; 2 of 7 answers needed for a share");
    cramps.extend(vec![heat(Some(Helped::Some)); 5]);
    assert_eq!(spot(&cramps), "Heat, tried 8 times: helped 1, helped a little 5, did not help 1, not said 1; helped in 14 % of 7 answers");
}

proptest! {
    #![proptest_config(seeded(12))]
    #[test]
    fn rows_stand_tidily_and_are_as_long_as_their_numbers(nights in diary(200)) {
        let spec = of(&nights);
        let layout = ReliefLayout::new(&spec, (900.0, 500.0));
        for row in &spec.rows {
            let parts = layout.parts(*row);
            let long = parts.last().unwrap().2 - parts[0].1;
            let expected = length(row.tried()) * (layout.end(spec.rows[0]) - parts[0].1) / length(spec.rows[0].tried());
            prop_assert!((long - expected).abs() < 1e-6, "{long} and {expected}");
        }
    }
}
