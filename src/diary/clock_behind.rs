//! A clock that is behind the diary: what is logged now would go to a date that is long over.

use super::Diary;
use chrono::{DateTime, FixedOffset, TimeDelta};

/// How far a clock may go back while it is looked at: machines ask for the time, and correct themselves by it.
const CORRECTED: TimeDelta = TimeDelta::minutes(10);

/// How far the newest entry may lie in the future: two machines that share a diary differ, and an example is made as if in the morning after
/// its last night.
const AHEAD: TimeDelta = TimeDelta::days(1);

impl Diary {
    /// Says that the newest entry lies in the future of the clock, in words for the person. Returns `None` if it does not, by more than a
    /// day, and if the newest entry cannot be read: whoever reads or writes it next says why.
    #[must_use]
    pub fn clock_behind(&self) -> Option<String> {
        let now = self.clock().now();
        let newest = self.read().newest_change().ok().flatten().filter(|newest| *newest > now + AHEAD)?;
        let (newest, now) = (newest.with_timezone(now.offset()).format("%a %-d %b %Y"), in_words(now));
        Some(format!("By the clock of this computer it is {now}, but the newest entry was made on {newest}. {SET_RIGHT}"))
    }
}

/// Says that a clock was set back between two looks at it, in words for the person. Returns `None` if it was not, by more than ten minutes.
#[must_use]
pub fn set_back(before: DateTime<FixedOffset>, now: DateTime<FixedOffset>) -> Option<String> {
    (now + CORRECTED < before)
        .then(|| format!("The clock of this computer was set back, from {} to {}. {SET_RIGHT}", in_words(before), in_words(now)))
}

const SET_RIGHT: &str = "If the clock is wrong, set it right before you log: entries go to the date that it shows.";

/// "07:05 on Fri 20 Nov 2026".
fn in_words(at: DateTime<FixedOffset>) -> String {
    at.format("%H:%M on %a %-d %b %Y").to_string()
}
