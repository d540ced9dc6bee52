//! The words of every chart, at every range and size: none over another, none outside.

use super::support::TestDiary;
use super::text_boxes::check_words;
use cramp_diary::{
    charts::{ChartSpec, TrendsSpec},
    diary::LookBack,
};

/// Widths in which a chart stands in the window, and of pictures.
const WIDTHS: [u32; 4] = [420, 620, 1090, 1900];

/// From one day to ten years.
const RANGES: [usize; 22] = [1, 2, 3, 5, 7, 8, 13, 14, 20, 30, 45, 60, 90, 120, 150, 179, 180, 200, 366, 800, 1500, 3650];

fn trends(look_back: &LookBack, nights: usize) -> ChartSpec {
    let last = look_back.latest_night();
    ChartSpec::Trends(TrendsSpec::new(&look_back.trends(last.plus(1 - i64::try_from(nights).unwrap()).date(), last.date())))
}

#[test]
fn words_of_the_trends_keep_apart_at_any_range() {
    for (name, test) in [("empty", TestDiary::new()), ("example", TestDiary::example(3_650))] {
        let look_back = test.diary.whole_look_back().unwrap();
        for nights in RANGES {
            let chart = trends(&look_back, nights);
            for width in WIDTHS {
                check_words(&chart, (width, chart.height_for(width)), &format!("{name} diary, {nights} nights"));
            }
        }
    }
}
