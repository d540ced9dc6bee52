//! The summary figures: cramps a week with their range, severity, minutes, sleep, places, and comparisons.

use super::rates::PlainRate;
use super::rows::{KNOWN, Rows};
use super::{Figures, check, counted, named};
use chrono::Days;
use cramp_diary::diary::LookBack;
use cramp_diary::domain::NightRange;
use cramp_diary::insights::methods::ChangeVerdict;
use cramp_diary::insights::{Against, NightSlice, Sides, Summary, compare, summary};
use rusqlite::Connection;

/// What may be said of two ranges, as numbers, so that it stands among figures.
pub(super) const FEWER: f64 = -1.0;
pub(super) const CANNOT_TELL: f64 = 0.0;
pub(super) const MORE: f64 = 1.0;

fn verdict_number(verdict: ChangeVerdict) -> f64 {
    match verdict {
        ChangeVerdict::Fewer => FEWER,
        ChangeVerdict::More => MORE,
        ChangeVerdict::CannotTell | ChangeVerdict::TooFew => CANNOT_TELL,
    }
}

/// The figures under the names that the command line gives them.
pub(super) fn found(summary: &Summary) -> Figures {
    let Summary { first: _, nights, logged, with_cramps, rate, severity, duration, sleep, sites, sides } = summary;
    let mut found = named(&[
        ("nights", counted(*nights)),
        ("logged", counted(*logged)),
        ("nights_with_cramps", counted(*with_cramps)),
        ("cramps", counted(rate.cramps)),
        ("nights_with_known_number", counted(rate.nights)),
        ("nights_not_described", counted(rate.not_described)),
        ("cramps_a_week", rate.a_week),
        ("cramps_a_week_range, low", rate.range.map(|(low, _)| low)),
        ("cramps_a_week_range, high", rate.range.map(|(_, high)| high)),
        ("cramps_a_week_over_all_nights, low", rate.span.map(|span| span.low)),
        ("cramps_a_week_over_all_nights, high", rate.span.map(|span| span.high)),
        ("severity_median", severity.median),
        ("severity_range, low", severity.range.map(|(least, _)| f64::from(least))),
        ("severity_range, high", severity.range.map(|(_, worst)| f64::from(worst))),
        ("severity_7_or_more", counted(severity.severe())),
        ("severity_7_or_more_share", severity.share_severe),
        ("durations_said", counted(duration.said())),
        ("minutes_median", duration.median_min),
        ("minutes_1_or_more", counted(duration.one_or_more())),
        ("minutes_1_or_more_share", duration.share_1_or_more),
        ("minutes_over_10", counted(duration.over_10())),
        ("sleep_broken_nights", counted(sleep.broken)),
        ("sleep_known_nights", counted(sleep.known)),
        ("sleep_disturbed_mean", sleep.disturbed.value),
        ("sleep_disturbed_nights", counted(sleep.disturbed.logged)),
    ]);
    for (site, Sides { left, right, both }) in ["Calf", "Foot", "Thigh", "Elsewhere"].into_iter().zip(sites) {
        found.extend([("left", left), ("right", right), ("both", both)].map(|(side, count)| (format!("{site}, {side}"), counted(*count))));
    }
    let one_sided = sides.one_sided().map(|side| if side.key() == "left" { 1.0 } else { 2.0 });
    found.push(("one_sided".to_owned(), one_sided));
    found
}

/// The same from the rows.
pub(super) fn plain(rows: &Rows<'_>) -> Figures {
    let (logged, known, cramps) = (rows.nights("true"), rows.nights(KNOWN), rows.cramps("true"));
    let enough = |value: Option<f64>| value.filter(|_| logged >= 7.0);
    let PlainRate { a_week, range, span, .. } = PlainRate::of(rows);
    let (severe, said, long) = (rows.cramps("severity >= 7"), rows.cramps("duration_min IS NOT NULL"), rows.cramps("duration_min >= 1"));
    let part = |some: f64, all: f64| enough((all > 0.0).then(|| some / all));
    let disturbed = "night.disturbed IS NOT NULL";
    let disturbed_mean: Option<f64> = rows.one("SELECT avg(disturbed) FROM night WHERE answer IS NOT NULL AND night BETWEEN ?1 AND ?2");
    let woke = |how: &str| format!("EXISTS (SELECT 1 FROM cramp WHERE cramp.night = night.night AND {how})");
    let broken = format!("(disturbed > 0 OR {})", woke("woke_me = 1"));
    let slept_on = format!("{} AND NOT {}", woke("true"), woke("coalesce(woke_me, 1) = 1"));
    let known_sleep = format!("(answer = 'no_cramps' OR disturbed IS NOT NULL OR {} OR ({slept_on}))", woke("woke_me = 1"));
    let mut figures = named(&[
        ("nights", rows.one("SELECT julianday(?2) - julianday(?1) + 1")),
        ("logged", Some(logged)),
        ("nights_with_cramps", Some(rows.nights("answer = 'had_cramps'"))),
        ("cramps", Some(cramps)),
        ("nights_with_known_number", Some(known)),
        ("nights_not_described", Some(logged - known)),
        ("cramps_a_week", a_week),
        ("cramps_a_week_range, low", range.map(|(low, _)| low)),
        ("cramps_a_week_range, high", range.map(|(_, high)| high)),
        ("cramps_a_week_over_all_nights, low", span.map(|(low, _)| low)),
        ("cramps_a_week_over_all_nights, high", span.map(|(_, high)| high)),
        ("severity_median", enough(rows.median("severity"))),
        ("severity_range, low", rows.one("SELECT min(severity) + 0.0 FROM cramp WHERE night BETWEEN ?1 AND ?2")),
        ("severity_range, high", rows.one("SELECT max(severity) + 0.0 FROM cramp WHERE night BETWEEN ?1 AND ?2")),
        ("severity_7_or_more", Some(severe)),
        ("severity_7_or_more_share", part(severe, cramps)),
        ("durations_said", Some(said)),
        ("minutes_median", enough(rows.median("duration_min"))),
        ("minutes_1_or_more", Some(long)),
        ("minutes_1_or_more_share", part(long, said)),
        ("minutes_over_10", Some(rows.cramps("duration_min > 10"))),
        ("sleep_broken_nights", Some(rows.nights(&broken))),
        ("sleep_known_nights", Some(rows.nights(&known_sleep))),
        ("sleep_disturbed_mean", disturbed_mean.filter(|_| rows.nights(disturbed) >= 7.0)),
        ("sleep_disturbed_nights", Some(rows.nights(disturbed))),
    ]);
    for (site, muscles) in
        [("Calf", "'calf'"), ("Foot", "'toes', 'sole'"), ("Thigh", "'front_thigh', 'back_thigh'"), ("Elsewhere", "'shin', 'hand', 'other'")]
    {
        for side in ["left", "right", "both"] {
            figures.push((format!("{site}, {side}"), Some(rows.cramps(&format!("muscle IN ({muscles}) AND side = '{side}'")))));
        }
    }
    let all_on = |side: &str| cramps >= 3.0 && rows.cramps(&format!("side = '{side}'")) >= cramps;
    figures.push(("one_sided".to_owned(), if all_on("left") { Some(1.0) } else { all_on("right").then_some(2.0) }));
    figures
}

#[track_caller]
pub(super) fn check_summary(nights: NightSlice<'_>, rows: &Rows<'_>, what: &str) {
    check(&found(&summary(nights)), &plain(rows), &format!("the summary of {what}"));
}

/// The change in cramps a week, by rates of the rows: absolute, as a part, with its range or its chance, and what may be said.
pub(super) fn plain_change(now: &Rows<'_>, then: Option<&Rows<'_>>, against: Against) -> Figures {
    let (later, earlier) = (PlainRate::of(now), then.map(PlainRate::of));
    let rates = earlier.as_ref().and_then(|earlier| Some((earlier.a_week?, later.a_week?)));
    let earlier = earlier.filter(|_| rates.is_some());
    let range = earlier.as_ref().and_then(|earlier| earlier.change_to(&later));
    let chance = earlier.as_ref().and_then(|earlier| earlier.chance(&later));
    let fewer = rates.is_some_and(|(then, now)| now < then);
    let is_sure = range.is_some_and(|(low, high)| low > 0.0 || high < 0.0) || chance.is_some_and(|chance| chance <= 0.05);
    let nights: f64 = now.one("SELECT julianday(?2) - julianday(?1) + 1");
    let may_be_said = against == Against::Before && [90.0, 365.0, 366.0].contains(&nights);
    let verdict = match (is_sure, fewer) {
        (true, true) => FEWER,
        (true, false) => MORE,
        (false, _) => CANNOT_TELL,
    };
    named(&[
        ("change_a_week", rates.map(|(then, now)| now - then)),
        ("change_share", rates.filter(|(then, _)| *then > 0.0).map(|(then, now)| now / then - 1.0)),
        ("change_a_week_range, low", range.map(|(low, _)| low)),
        ("change_a_week_range, high", range.map(|(_, high)| high)),
        ("chance", chance),
        ("verdict", rates.filter(|_| may_be_said).map(|_| verdict)),
    ])
}

/// The two weeks that a range is held against, where they are complete enough and lie before it.
pub(super) fn baseline<'a>(now: &Rows<'a>) -> Option<Rows<'a>> {
    let first: Option<String> = now.one("SELECT min(night) FROM night WHERE answer IS NOT NULL AND ?1 = ?1 AND ?2 = ?2");
    let first = first?.parse().unwrap();
    let rows = now.between(first, first + Days::new(13));
    (rows.nights("true") >= 10.0 && rows.last < now.first).then_some(rows)
}

pub(super) fn check_comparisons(look_back: &LookBack, file: &Connection, what: &str) {
    let last = look_back.latest_night();
    for nights in [1, 6, 7, 20, 28, 90, 400] {
        let first = last.plus(1 - nights);
        let now = Rows::new(file, first.date(), last.date());
        let before = now.between(first.plus(-nights).date(), first.plus(-1).date());
        for (against, then) in [(Against::Before, Some(before)), (Against::Baseline, baseline(&now))] {
            let what = format!("{what}, {nights} nights against {against:?}");
            let compared = compare(look_back.nights(), NightRange::new(first, last), against);
            check(&found(&compared.now), &plain(&now), &what);
            if let (Some(found_then), Some(then)) = (&compared.then, &then) {
                check(&found(found_then), &plain(then), &format!("the earlier range of {what}"));
            }
            let change = compared.change;
            let changes = named(&[
                ("change_a_week", change.map(|change| change.a_week)),
                ("change_share", change.and_then(|change| change.share)),
                ("change_a_week_range, low", change.and_then(|change| change.range).map(|(low, _)| low)),
                ("change_a_week_range, high", change.and_then(|change| change.range).map(|(_, high)| high)),
                ("chance", change.and_then(|change| change.chance)),
                ("verdict", change.and_then(|change| change.verdict).map(verdict_number)),
            ]);
            check(&changes, &plain_change(&now, then.as_ref(), against), &what);
            assert_eq!(change.is_none(), compared.missing.is_some(), "{what}: what is missing is said");
        }
    }
}
