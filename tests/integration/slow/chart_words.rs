//! The words of every chart, at every range and size: none over another, none outside.

use crate::chart_kinds::charts;
use crate::oracle::made_up::any_diary;
use crate::seeded::seeded;
use crate::support::TestDiary;
use crate::text_boxes::{check_picture, check_words};
use cramp_diary::charts::{ChartSpec, Picture};
use proptest::prelude::*;

/// Widths in which a chart stands in the window, and of pictures.
const WIDTHS: [u32; 5] = [300, 420, 620, 1090, 1900];

/// From one day to ten years.
const RANGES: [usize; 22] = [1, 2, 3, 5, 7, 8, 13, 14, 20, 30, 45, 60, 90, 120, 150, 179, 180, 200, 366, 800, 1500, 3650];

fn check_every_chart(name: &str, test: &TestDiary) {
    let look_back = test.diary.whole_look_back().unwrap();
    for nights in RANGES {
        for (kind, chart) in charts(test, &look_back, nights) {
            let what = format!("{kind} of {nights} nights of the {name} diary");
            for width in WIDTHS {
                check_words(&chart, (width, chart.height_for(width)), 1.0, &what);
                // These shrink and grow with the window; the others scroll.
                if !matches!(chart, ChartSpec::Trends(_) | ChartSpec::Before(_)) {
                    for height in [chart.least_height(width), chart.least_height(width).max(300), 620] {
                        check_words(&chart, (width, height.max(chart.least_height(width))), 1.0, &what);
                    }
                }
            }
            check_words(&chart, (1400, 2 * chart.height_for(700)), 2.0, &what);
            for width in [300, 1200] {
                check_picture(&chart, (width, Picture::height_for(&chart, width)), &what);
                check_picture(&chart, (width, Picture::least_height(&chart, width)), &what);
            }
        }
    }
}

#[test]
fn words_keep_apart_in_an_empty_diary() {
    check_every_chart("empty", &TestDiary::new());
}

#[test]
fn words_keep_apart_in_a_diary_of_ten_years() {
    check_every_chart("ten-year", &TestDiary::example(3_650));
}

proptest! {
    #![proptest_config(seeded(6))]
    #[test]
    fn words_keep_apart_in_any_diary(made_up in any_diary()) {
        let test = made_up.build();
        let look_back = test.diary.whole_look_back().unwrap();
        for nights in [9, 60, 800] {
            for (kind, chart) in charts(&test, &look_back, nights) {
                for width in [300, 1090] {
                    check_words(&chart, (width, chart.height_for(width)), 1.0, &format!("{kind} of {nights} nights of {made_up:?}"));
                }
            }
        }
    }
}
