//! Counts that stand in the words around charts: what nobody said, and who is left out.

use super::rows::{KNOWN, Rows};
use super::{check, counted, named};
use cramp_diary::domain::DayRules;
use cramp_diary::insights::{NightSlice, duration_counts, night_hours, places, reliefs};

#[track_caller]
pub(super) fn check_counts(nights: NightSlice<'_>, rules: DayRules, rows: &Rows<'_>, what: &str) {
    let (hours, durations, places, reliefs) = (night_hours(nights, rules), duration_counts(nights), places(nights), reliefs(nights));
    let found = named(&[
        ("cramps with a time", counted(hours.timed())),
        ("cramps without a time", counted(hours.untimed)),
        ("cramps without a duration", counted(durations.not_said)),
        ("nights for places", counted(places.counted)),
        ("nights without places", counted(places.not_described)),
        ("cramps in both legs", counted(places.both())),
        ("cramps", counted(reliefs.cramps)),
        ("cramps of which nothing was tried", counted(reliefs.nothing_said)),
    ]);
    let known = rows.nights(KNOWN);
    let plain = named(&[
        ("cramps with a time", Some(rows.cramps("began_local IS NOT NULL"))),
        ("cramps without a time", Some(rows.cramps("time_known = 'unknown'"))),
        ("cramps without a duration", Some(rows.cramps("duration_min IS NULL"))),
        ("nights for places", Some(known)),
        ("nights without places", Some(rows.nights("true") - known)),
        ("cramps in both legs", Some(rows.cramps("side = 'both'"))),
        ("cramps", Some(rows.cramps("true"))),
        ("cramps of which nothing was tried", Some(rows.cramps("id NOT IN (SELECT cramp_id FROM cramp_relief)"))),
    ]);
    check(&found, &plain, &format!("counts of {what}"));
    let order: Vec<_> = reliefs.tried.iter().map(|count| count.tried()).collect();
    assert!(order.is_sorted_by(|a, b| a >= b), "what was tried most often stands first: {order:?}");
}
