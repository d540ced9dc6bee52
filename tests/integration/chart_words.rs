//! The words of every chart, at every range and size: none over another, none outside.

use super::chart_kinds::charts;
use super::support::TestDiary;
use super::text_boxes::check_words;
use cramp_diary::charts::ChartSpec;

/// Widths in which a chart stands in the window, and of pictures.
const WIDTHS: [u32; 4] = [420, 620, 1090, 1900];

/// From one day to ten years.
const RANGES: [usize; 22] = [1, 2, 3, 5, 7, 8, 13, 14, 20, 30, 45, 60, 90, 120, 150, 179, 180, 200, 366, 800, 1500, 3650];

fn check_every_chart(name: &str, test: &TestDiary) {
    let look_back = test.diary.whole_look_back().unwrap();
    for nights in RANGES {
        for (kind, chart) in charts(test, &look_back, nights) {
            let what = format!("{kind} of {nights} nights of the {name} diary");
            for width in WIDTHS {
                check_words(&chart, (width, chart.height_for(width)), &what);
                // These shrink and grow with the window; the others scroll.
                if !matches!(chart, ChartSpec::Trends(_) | ChartSpec::Before(_)) {
                    check_words(&chart, (width, 560), &what);
                }
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
