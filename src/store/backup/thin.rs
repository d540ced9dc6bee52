//! Which backups are kept when there are many.

use super::BackupReason;
use super::places::NamedBackup;
use chrono::{Datelike as _, Days, NaiveDate, NaiveDateTime};
use std::collections::BTreeSet;

/// For how many days, weeks and months the newest backup of each is kept. Days, weeks and months without a backup do not count.
const DAYS: usize = 7;
const WEEKS: usize = 8;
const MONTHS: usize = 24;

/// How long what was made before something, or was asked for, is kept at least, in days.
const LEAST_DAYS: u64 = 30;

/// Which of the backups may go at a moment: those that are not the newest of one of the last days, weeks or months that have one, and
/// were made by themselves or a while ago. What is dated in the future stays.
pub(super) fn thinned(backups: &[NamedBackup], now: NaiveDateTime) -> Vec<&NamedBackup> {
    let mut newest_first: Vec<_> = backups.iter().filter(|backup| backup.at <= now).collect();
    newest_first.sort_by_key(|backup| std::cmp::Reverse(backup.at));
    let keeps = [
        newest_of_each(&newest_first, DAYS, |date| (date.year(), date.ordinal())),
        newest_of_each(&newest_first, WEEKS, |date| (date.iso_week().year(), date.iso_week().week())),
        newest_of_each(&newest_first, MONTHS, |date| (date.year(), date.month())),
    ];
    let is_recent = |backup: &NamedBackup| backup.at.date() + Days::new(LEAST_DAYS) >= now.date();
    newest_first
        .into_iter()
        .filter(|backup| !keeps.iter().any(|kept| kept.contains(&backup.at)))
        .filter(|backup| backup.why == BackupReason::Daily || !is_recent(backup))
        .collect()
}

/// The moments of the newest backup of each of the last `most` periods that have one.
fn newest_of_each<P: PartialEq>(newest_first: &[&NamedBackup], most: usize, period: impl Fn(NaiveDate) -> P) -> BTreeSet<NaiveDateTime> {
    let (mut kept, mut last) = (BTreeSet::new(), None);
    for at in newest_first.iter().map(|backup| backup.at) {
        let this = Some(period(at.date()));
        if this != last && kept.len() < most {
            kept.insert(at);
            last = this;
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seeded::seeded;
    use proptest::prelude::*;

    fn daily(at: NaiveDateTime) -> NamedBackup {
        NamedBackup::in_a_test(at, BackupReason::Daily)
    }

    fn moment(text: &str) -> NaiveDateTime {
        text.parse().unwrap()
    }

    /// The backups, their reasons, and whether each goes on 30 November 2026, a Monday, at noon.
    const TABLE: &[(&str, BackupReason, bool)] = &[
        ("2027-01-01T07:00:00", BackupReason::Daily, false), // from a clock that was wrong
        ("2026-11-30T11:00:00", BackupReason::Daily, false),
        ("2026-11-30T10:00:00", BackupReason::BeforeRestore, false),
        ("2026-11-30T07:00:00", BackupReason::Daily, true),
        ("2026-11-29T07:00:00", BackupReason::Daily, false),
        ("2026-11-27T07:00:00", BackupReason::Daily, false), // days without one do not count
        ("2026-11-20T07:00:00", BackupReason::Daily, false),
        ("2026-11-19T07:00:00", BackupReason::Daily, false),
        ("2026-11-18T07:00:00", BackupReason::Daily, false),
        ("2026-11-17T07:00:00", BackupReason::Daily, false), // the seventh day
        ("2026-11-16T07:00:00", BackupReason::Daily, true),
        ("2026-11-15T23:00:00", BackupReason::Daily, false), // a Sunday
        ("2026-11-14T07:00:00", BackupReason::Daily, true),
        ("2026-11-01T08:00:00", BackupReason::Daily, false),
        ("2026-10-31T08:00:00", BackupReason::Asked, false), // 30 days, and the end of a month
        ("2026-10-31T07:00:00", BackupReason::BeforeUpgrade, false),
        ("2026-10-30T07:00:00", BackupReason::BeforeUpgrade, true),
        ("2026-10-18T07:00:00", BackupReason::Daily, false),
        ("2026-10-11T07:00:00", BackupReason::Daily, false),
        ("2026-10-04T07:00:00", BackupReason::Daily, false), // the eighth week
        ("2026-09-27T07:00:00", BackupReason::Daily, false), // and the last of September
        ("2026-09-20T07:00:00", BackupReason::Daily, true),
        ("2020-02-29T07:00:00", BackupReason::Daily, false), // months without one do not count either
    ];

    #[test]
    fn what_goes_and_what_stays() {
        let backups: Vec<_> = TABLE.iter().map(|(at, why, _)| NamedBackup::in_a_test(moment(at), *why)).collect();
        let gone: BTreeSet<_> = thinned(&backups, moment("2026-11-30T12:00:00")).into_iter().map(|gone| gone.at).collect();
        for (at, why, goes) in TABLE {
            assert_eq!(gone.contains(&moment(at)), *goes, "{at} {}", why.key());
        }
    }

    #[test]
    fn five_years_of_daily_use_leave_a_week_two_months_and_two_years() {
        let mut kept: Vec<NamedBackup> = Vec::new();
        let mut now = moment("2022-01-01T07:00:00");
        for _ in 0..5 * 365 {
            kept.push(daily(now));
            let gone: Vec<_> = thinned(&kept, now).into_iter().map(|gone| gone.at).collect();
            kept.retain(|backup| !gone.contains(&backup.at));
            now = now + Days::new(1);
        }
        let months: BTreeSet<_> = kept.iter().map(|backup| (backup.at.year(), backup.at.month())).collect();
        assert_eq!((kept.len(), months.len()), (36, 24));
    }

    proptest! {
        #![proptest_config(seeded(256))]
        #[test]
        fn the_newest_stays_and_thinning_again_changes_nothing(hours in prop::collection::btree_set(0..40_000_i64, 1..120)) {
            let start = moment("2022-01-01T00:00:00");
            let backups: Vec<_> = hours.iter().map(|hours| daily(start + chrono::TimeDelta::hours(*hours))).collect();
            let now = moment("2027-01-01T00:00:00");
            let gone: BTreeSet<_> = thinned(&backups, now).into_iter().map(|gone| gone.at).collect();
            let kept: Vec<_> = backups.iter().filter(|backup| !gone.contains(&backup.at)).cloned().collect();
            prop_assert!(!gone.contains(&backups.last().unwrap().at));
            prop_assert!(kept.len() <= DAYS + WEEKS + MONTHS);
            prop_assert!(thinned(&kept, now).is_empty());
        }
    }
}
