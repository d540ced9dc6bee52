//! Sentences about backups.

use crate::domain::counted;
use crate::machine::{DiaryNotes, RehearsalNote};
use crate::store::{Backup, Tally};
use chrono::{DateTime, TimeDelta, Utc};

/// After how many days without a backup elsewhere the person hears of it.
const DAYS_ALONE: i64 = 14;

/// What came of the last trial: "Restored in a trial 2 minutes ago: 3,650 nights, 84,475 records, last entry 29 Nov 2026."
pub(super) fn rehearsal(note: &RehearsalNote, now: DateTime<Utc>) -> String {
    let RehearsalNote { at, nights, records, last_entry, failed } = note;
    let ago = ago(now - *at);
    let tally = Tally { nights: *nights, records: *records, last_entry: *last_entry };
    failed.as_ref().map_or_else(|| format!("Restored in a trial {ago}: {}.", tally.words()), |why| format!("Tried {ago}: {why}"))
}

/// When the diary was last saved elsewhere, if it ever was.
pub(super) fn elsewhere(notes: &DiaryNotes, now: DateTime<Utc>) -> String {
    match notes.last_saved_elsewhere {
        Some(at) => format!("Last saved elsewhere {}.", ago(now - at)),
        None => "Never saved elsewhere.".to_owned(),
    }
}

/// A word that the diary was not saved elsewhere for a while. Returns `None` if it was.
#[must_use]
pub fn too_long_alone(notes: &DiaryNotes, now: DateTime<Utc>) -> Option<String> {
    let at = notes.last_saved_elsewhere?;
    let days = (now - at).num_days();
    let where_ = notes.second_place.as_ref().map_or_else(
        || "Name a folder on a stick or on another disk.".to_owned(),
        |folder| format!("Plug in or connect {}, then save a backup.", folder.display()),
    );
    let words = || format!("If this computer breaks, the last {days} days are lost. {where_}");
    (days >= DAYS_ALONE).then(words)
}

/// How long ago something was.
pub(in crate::ui::screens) fn ago(past: TimeDelta) -> String {
    let of = |count: i64, what| format!("{} ago", counted(usize::try_from(count).unwrap_or(0), what));
    match (past.num_days(), past.num_hours(), past.num_minutes()) {
        (..=0, ..=0, ..=0) => "just now".to_owned(),
        (..=0, ..=0, minutes) => of(minutes, "minute"),
        (..=0, hours, _) => of(hours, "hour"),
        (days, ..) => of(days, "day"),
    }
}

/// A backup in a list: "20 Nov 2026 08:00:00, daily".
pub(super) fn of_backup(backup: &Backup) -> String {
    format!("{}, {}", backup.at.format("%-d %b %Y %H:%M:%S"), backup.why.label())
}

/// What a backup holds, and its size.
pub(super) fn held(backup: &Backup) -> String {
    let size = counted(usize::try_from(backup.bytes.div_ceil(1024)).unwrap_or(usize::MAX), "kB").replace("kBs", "kB");
    match &backup.holds {
        Ok(tally) => format!("{}; {size}", tally.words()),
        Err(_) if backup.is_locked => format!("encrypted with another password; {size}"),
        Err(why) => format!("cannot be restored, because {why}; {size}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::PathBuf;

    #[test]
    fn the_past_is_told_in_the_largest_unit() {
        for (seconds, words) in [(-5, "just now"), (59, "just now"), (60, "1 minute ago"), (7_199, "1 hour ago"), (86_400, "1 day ago")] {
            assert_eq!(ago(TimeDelta::seconds(seconds)), words);
        }
    }

    #[test]
    fn a_trial_is_told_in_one_sentence() {
        let at: DateTime<Utc> = "2026-11-30T07:00:00Z".parse().unwrap();
        let note = RehearsalNote { at, nights: 3_650, records: 84_475, last_entry: "2026-11-29".parse().ok(), failed: None };
        let later = at + TimeDelta::minutes(2);
        assert_eq!(rehearsal(&note, later), "Restored in a trial 2 minutes ago: 3,650 nights, 84,475 records, last entry 29 Nov 2026.");
        let failed = RehearsalNote { failed: Some("No backup was made.".to_owned()), ..note };
        assert_eq!(rehearsal(&failed, later), "Tried 2 minutes ago: No backup was made.");
    }

    #[test]
    fn after_two_weeks_alone_there_is_a_word() {
        let now: DateTime<Utc> = "2026-11-30T07:00:00Z".parse().unwrap();
        let saved = |days| DiaryNotes { last_saved_elsewhere: Some(now - TimeDelta::days(days)), ..DiaryNotes::default() };
        assert_eq!(too_long_alone(&saved(13), now), None);
        assert_eq!(too_long_alone(&DiaryNotes::default(), now), None, "whoever never did is told where it is shown");
        let on_a_stick = DiaryNotes { second_place: Some(PathBuf::from("stick")), ..saved(14) };
        assert_eq!(
            too_long_alone(&on_a_stick, now).unwrap(),
            "If this computer breaks, the last 14 days are lost. Plug in or connect stick, then save a backup."
        );
    }
}
