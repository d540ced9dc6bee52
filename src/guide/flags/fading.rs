//! How urgency fades with the age of what made a rule fire.

use super::cause::DatedCause;
use super::diary::days_between;
use super::seen::Seen;
use super::text::Urgency;

/// Rules that keep their full urgency for this many days unless the person says that the sign is gone.
const HELD_DAYS: [(&str, i64); 10] = [
    ("rf01", 7),
    ("rf02", 7),
    ("rf35", 7),
    ("rf64", 7),
    ("rf05", 14),
    ("rf07", 14),
    ("rf08", 14),
    ("rf13", 14),
    ("rf28", 14),
    ("rf77", 14),
];

/// The rule about a stroke. One that has passed still needs to be seen within weeks.
const STROKE: &str = "rf05";

/// A dialysis session that was missed stays as urgent as it was until it is made up for.
const MISSED_DIALYSIS: &str = "rf63";

/// How urgent a rule is now that fired with this urgency for these causes. Returns `None` if it has faded, or if there is no cause.
pub(super) fn shown(id: &str, fired: Urgency, causes: &[DatedCause], seen: Seen<'_>) -> Option<Urgency> {
    let age = |dated: &&DatedCause| days_between(dated.day, seen.today());
    let ageing = || causes.iter().filter(|dated| dated.ages);
    let Some(newest) = ageing().map(|dated| age(&dated)).min() else { return (!causes.is_empty()).then_some(fired) };
    let is_missed = |dated: &DatedCause| dated.cause.sign == Some(crate::domain::SignKind::MissedDialysis);
    if id == MISSED_DIALYSIS && causes.iter().any(is_missed) {
        return Some(fired);
    }
    let still_there = |dated: &&DatedCause| dated.cause.sign.is_none_or(|kind| !seen.is_gone(kind, dated.day));
    let held = HELD_DAYS.iter().find(|(held, _)| *held == id).map(|(_, days)| *days);
    if held.is_some_and(|days| ageing().filter(still_there).any(|dated| age(&dated) <= days)) {
        return Some(fired);
    }
    faded(fired, newest, if id == STROKE { 28 } else { 14 })
}

/// How urgent something is `age` days later; an emergency is spoken of for `last` days. Returns `None` once it has faded.
fn faded(fired: Urgency, age: i64, last: i64) -> Option<Urgency> {
    match (fired, age) {
        (Urgency::Now, ..=2) => Some(Urgency::Now),
        (Urgency::Now, ..=7) | (Urgency::SameDay, ..=3) => Some(Urgency::SameDay),
        (Urgency::Now, age) => (age <= last).then_some(Urgency::WithinDays),
        (Urgency::SameDay | Urgency::WithinDays, ..=14) => Some(Urgency::WithinDays),
        (Urgency::SameDay, _) => None,
        (Urgency::WithinDays | Urgency::NextVisit, age) => (age <= 28).then_some(Urgency::NextVisit),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn urgency_fades_by_steps() {
        use Urgency::{NextVisit, Now, SameDay, WithinDays};
        for (fired, ages) in [
            (
                Now,
                vec![
                    (0, Some(Now)),
                    (2, Some(Now)),
                    (3, Some(SameDay)),
                    (7, Some(SameDay)),
                    (8, Some(WithinDays)),
                    (14, Some(WithinDays)),
                    (15, None),
                ],
            ),
            (SameDay, vec![(0, Some(SameDay)), (3, Some(SameDay)), (4, Some(WithinDays)), (14, Some(WithinDays)), (15, None)]),
            (WithinDays, vec![(0, Some(WithinDays)), (14, Some(WithinDays)), (15, Some(NextVisit)), (28, Some(NextVisit)), (29, None)]),
            (NextVisit, vec![(0, Some(NextVisit)), (28, Some(NextVisit)), (29, None)]),
        ] {
            for (age, urgency) in ages {
                assert_eq!(faded(fired, age, 14), urgency, "{fired:?} after {age} days");
            }
        }
        assert_eq!((faded(Now, 28, 28), faded(Now, 29, 28)), (Some(WithinDays), None), "a stroke that has passed");
    }
}
