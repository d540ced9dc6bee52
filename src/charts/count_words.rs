//! Words that several charts of counts have in common.

use crate::domain::{Night, capitalised};
use crate::insights::{MIN_NIGHTS, NightSlice};

pub(super) use crate::domain::{counted, percent};

/// A heading with the nights that it is about: "Where cramps come: 90 nights, 22 Aug to 19 Nov 2026".
pub(super) fn of_nights(heading: &str, nights: NightSlice<'_>) -> String {
    let Some(last) = i64::try_from(nights.nights.len()).ok().filter(|count| *count > 0) else { return heading.to_owned() };
    let first = Night::new(nights.first);
    format!("{heading}: {}", first.range_words(first.plus(last - 1)))
}

/// What the nights are called of which a rate is made: where some are only said to have had cramps, not every logged one counts.
pub(super) fn known_nights(not_described: usize) -> &'static str {
    if not_described == 0 { "logged nights" } else { "nights with a known number" }
}

/// What is missing for figures that need their logged nights: "A median needs 7 logged nights; there are 4."
pub(super) fn too_few(nights: NightSlice<'_>, figure: &str) -> String {
    format!("{} needs {MIN_NIGHTS} logged nights; there {}.", capitalised(figure), is_or_are(nights.logged().count()))
}

/// "is 1", "are 4".
pub(super) fn is_or_are(count: usize) -> String {
    format!("{} {count}", if count == 1 { "is" } else { "are" })
}

/// Why no cramp can be counted, if none can.
pub(super) fn nothing_to_count(nights: NightSlice<'_>) -> Option<String> {
    if nights.cramps().next().is_some() {
        return None;
    }
    let (logged, with) = (nights.logged().count(), nights.logged().filter(|(_, figures)| figures.is_not_described()).count());
    Some(match (logged, with) {
        (0, _) => "No night is logged here yet. Once nights are logged, their cramps are counted here.".to_owned(),
        (_, 0) => format!("No cramps in {}.", counted(logged, "logged night")),
        _ => format!("No cramp is described: of {} it is only said that there were cramps.", counted(with, "night")),
    })
}

/// A sentence on nights of which only "had cramps" is said; empty where there is none.
pub(super) fn not_described(nights: usize) -> String {
    match nights {
        0 => String::new(),
        1 => "Of 1 night it is only said that there were cramps; how many and where is not known.".to_owned(),
        _ => format!("Of {nights} nights it is only said that there were cramps; how many and where is not known."),
    }
}
