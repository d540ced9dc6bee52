//! Every figure of made-up diaries; `just fast` leaves it out.

use super::check_diary;
use super::made_up::any_diary;
use crate::seeded::seeded;
use proptest::{prelude::*, test_runner::RngSeed};

proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 200, rng_seed: RngSeed::Fixed(5), ..seeded(40) })]

    #[test]
    fn every_figure_of_any_diary_equals_the_plain_one(made_up in any_diary()) {
        check_diary(&made_up.build(), "a made-up diary");
    }
}
