//! The methods of insights on made-up diaries whose truth is known: the short form of `examples/method_simulation`.

#[path = "../../examples/method_simulation/made_up.rs"]
mod made_up;
#[path = "../../examples/method_simulation/of_links.rs"]
mod of_links;
#[path = "../../examples/method_simulation/of_rates.rs"]
mod of_rates;

use made_up::{Effect, SCENARIOS, SPELLS};
use of_links::{Found, Runs, simulate};
use of_rates::NIGHTS;

/// Enough nights for most diaries, and few enough diaries for a few seconds.
const SHORT: Runs = Runs { nights: 180, diaries: 16, with_range: false };

#[test]
fn links_where_there_is_none_are_rarely_found() {
    let mut all = Found::default();
    for scenario in &SCENARIOS {
        for yes_no in [true, false] {
            let found = simulate(scenario, Effect { yes_no, ratio: 1.0 }, SHORT);
            // By luck alone a diary is wrong in 4 to 5 of 100; four of sixteen wrong would come once in some thousand times.
            assert!(found.tested >= 4 && found.hits <= 3, "{}: {found:?}", scenario.name);
            (all.tested, all.hits) = (all.tested + found.tested, all.hits + found.hits);
        }
    }
    assert!(all.share() <= 0.06 && all.hits > 0, "{all:?}");
}

#[test]
fn a_strong_link_is_found_and_its_range_holds_the_truth() {
    let runs = Runs { nights: 180, diaries: 12, with_range: true };
    let found = simulate(&SPELLS, Effect { yes_no: true, ratio: 4.0 }, runs);
    assert!(found.share() >= 0.6 && found.share_held() >= 0.9, "{found:?}");
}

#[test]
fn the_range_of_a_rate_holds_the_true_one() {
    for (nights, least) in NIGHTS.into_iter().zip([0.94, 0.89]) {
        for count in [60, 90, 180] {
            let share = nights.coverage(count, 3.0, 400);
            assert!(share >= least, "{}, {count} nights: {share}", nights.name);
        }
    }
}

#[test]
fn nothing_changed_is_rarely_called_fewer_or_more_and_a_halving_is_noticed() {
    for (nights, noticed) in NIGHTS.into_iter().zip([0.75, 0.5]) {
        for a_side in [90, 180] {
            let share = nights.verdicts(a_side, 3.0, 1.0, 400);
            assert!(share <= 0.08, "{}, {a_side} nights a side: {share}", nights.name);
        }
        let (halved, alike) = (nights.verdicts(180, 3.0, 0.5, 100), nights.verdicts(28, 3.0, 1.0, 100));
        assert!(halved >= noticed && alike <= 0.0, "{}: {halved}, {alike}", nights.name);
    }
}
