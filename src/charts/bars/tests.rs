//! The charts of counts on nights made by hand.

use super::BarsSpec;
use crate::domain::DayRules;
use crate::insights::made_up::{calm, cramp, diary, night_of};
use crate::insights::{NightFigures, NightSlice};
use crate::seeded::seeded;
use proptest::prelude::*;

fn all(nights: &[NightFigures]) -> [BarsSpec; 5] {
    let nights = NightSlice { first: "2025-12-29".parse().unwrap(), nights };
    [
        BarsSpec::hours(nights, DayRules::default()),
        BarsSpec::weekdays(nights),
        BarsSpec::months(nights),
        BarsSpec::durations(nights),
        BarsSpec::severities(nights),
    ]
}

fn summaries(nights: &[NightFigures]) -> [String; 5] {
    all(nights).map(|spec| spec.around.summary)
}

#[test]
fn where_nothing_can_be_counted_words_say_what_is_missing() {
    let nothing = vec![NightFigures::default(); 30];
    assert!(all(&nothing).iter().all(|spec| spec.bars.is_empty()));
    assert!(summaries(&nothing).iter().all(|words| words.starts_with("No night is logged here yet.")), "{:?}", summaries(&nothing));
    let undescribed = vec![night_of(Vec::new()); 2];
    assert!(
        summaries(&undescribed).iter().all(|words| words == "No cramp is described: of 2 nights it is only said that there were cramps.")
    );
    let mut calm_nights = vec![calm(); 10];
    assert_eq!(summaries(&calm_nights)[0], "No cramps in 10 logged nights.");
    assert_eq!(summaries(&calm_nights)[1], "A rate needs 7 logged nights of the same weekday. Most are those of Wednesday: 2 of 7.");
    calm_nights.push(night_of(vec![cramp(4); 3]));
    assert!(summaries(&calm_nights)[0].starts_with("None of 3 cramps has a time."));
    assert_eq!(summaries(&calm_nights)[3], "Of 3 cramps nobody said how long they were.");
}

#[test]
fn six_nights_show_counts_and_no_median() {
    let nights = vec![night_of(vec![cramp(4), cramp(8)]); 6];
    assert_eq!(summaries(&nights)[4], "12 cramps, from 4 to 8; 6 at 7 or more. A median needs 7 logged nights; there are 6.");
    let seven = vec![night_of(vec![cramp(4), cramp(8)]); 7];
    assert_eq!(summaries(&seven)[4], "Median 6, from 4 to 8, over 14 cramps; 50 % at 7 or more.");
}

#[test]
fn a_weekday_with_too_few_nights_says_how_many_there_are() {
    // Ten weeks, of whose Mondays six are logged.
    let night = |place: usize| if place.is_multiple_of(7) && place >= 42 { NightFigures::default() } else { night_of(vec![cramp(3)]) };
    let nights: Vec<_> = (0..70).map(night).collect();
    let [_, weekdays, ..] = all(&nights);
    assert!(weekdays.bars[0].lacks && weekdays.bars[0].parts.is_empty() && weekdays.bars[0].says.is_empty());
    assert_eq!(weekdays.bars[0].under[0], "6 of 7 nights");
    assert_eq!(weekdays.bars[0].words, "Monday: 6 of 7 logged nights needed for a rate; cramps in 6 of 6 logged nights");
    assert_eq!((weekdays.bars[1].says.as_str(), weekdays.bars[1].height()), ("7.0", 7.0));
    assert_eq!(weekdays.table.rows[0][6].text, "");
}

proptest! {
    #![proptest_config(seeded(12))]
    #[test]
    fn a_bar_is_as_high_as_its_row_of_the_table(nights in diary(120)) {
        for spec in all(&nights) {
            prop_assert!(spec.bars.is_empty() || spec.bars.len() == spec.table.rows.len());
            for (stack, row) in spec.bars.iter().zip(&spec.table.rows) {
                // The last number but for hours, whose exact and about ones stand behind.
                let value = if row.len() == 4 { row[1].value } else { row[row.len() - 1].value };
                prop_assert!((stack.height() - value.unwrap_or(0.0)).abs() < 1e-9);
                prop_assert_eq!(stack.lacks, value.is_none());
            }
        }
    }
}
