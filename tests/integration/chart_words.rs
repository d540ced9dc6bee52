//! The words of every chart, at every range and size: none over another, none outside.

use super::support::TestDiary;
use super::text_boxes::check_words;
use cramp_diary::{
    charts::{BarsSpec, BodySpec, CalendarSpec, ChartSpec, ReliefSpec, TrendsSpec},
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

#[test]
fn words_of_calendar_body_bars_and_relief_keep_apart_at_any_range() {
    for (name, test) in [("empty", TestDiary::new()), ("example", TestDiary::example(3_650))] {
        let look_back = test.diary.whole_look_back().unwrap();
        let last = test.diary.latest_night().unwrap();
        for range in RANGES {
            let first = last.plus(1 - i64::try_from(range).unwrap());
            let nights = look_back.within(first.date(), last.date());
            let bars = [
                BarsSpec::hours(nights, look_back.rules()),
                BarsSpec::weekdays(nights),
                BarsSpec::months(nights),
                BarsSpec::durations(nights),
                BarsSpec::severities(nights),
            ];
            let others = [
                ChartSpec::Calendar(CalendarSpec::new(nights)),
                ChartSpec::Body(BodySpec::new(nights)),
                ChartSpec::Relief(ReliefSpec::new(nights)),
            ];
            for chart in bars.map(ChartSpec::Bars).iter().chain(&others) {
                for width in WIDTHS {
                    let what = format!("{name} diary, {range} nights, {}", chart.title());
                    check_words(chart, (width, chart.height_for(width)), &what);
                    check_words(chart, (width, 560), &what);
                }
            }
        }
    }
}
