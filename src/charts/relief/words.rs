//! A row of what relieved cramps in words.

use super::spec::parts;
use crate::charts::count_words::{counted, percent};
use crate::domain::Helped;
use crate::insights::ReliefCount;

/// How often, and which shares helped, from the longest wording to the shortest; each row has as many.
pub(super) fn at_the_right(count: ReliefCount) -> [String; 4] {
    let times = counted(count.tried(), "time");
    let [helped, little] = [Helped::Yes, Helped::Some].map(|helped| count.share(helped).map(percent));
    match helped.zip(little) {
        Some((helped, little)) => [
            format!("{times}; of {} answers {helped} helped, {little} a little", count.answered()),
            format!("{times}, {helped} helped, {little} a little"),
            format!("{times}, {helped} helped"),
            format!("{}, {helped}", count.tried()),
        ],
        None => [times.clone(), times.clone(), times, count.tried().to_string()],
    }
}

/// The whole text about a row, for the card and for a screen reader.
pub(super) fn words(count: ReliefCount) -> String {
    let said: Vec<_> =
        parts(count).into_iter().filter(|(times, ..)| *times > 0).map(|(times, _, what)| format!("{what} {times}")).collect();
    let share = match count.share(Helped::Yes) {
        Some(share) => format!("; helped in {} of {} answers", percent(share), count.answered()),
        None => count.missing().map(|missing| format!("; {} for a share", missing.words())).unwrap_or_default(),
    };
    format!("{}, tried {}: {}{share}", count.relief.label(), counted(count.tried(), "time"), said.join(", "))
}
