//! Words that several charts of counts have in common.

use crate::domain;
use crate::insights::{MIN_NIGHTS, Nights};

/// "1 cramp", "12 cramps", "1,200 nights".
pub(super) fn counted(count: usize, what: &str) -> String {
    domain::counted(count, what)
}

/// A part of a whole: "13 %".
pub(super) fn percent(share: f64) -> String {
    domain::percent(share)
}

/// What is missing for figures that need their logged nights: "A median needs 7 logged nights; there are 4."
pub(super) fn too_few(nights: Nights<'_>, figure: &str) -> String {
    let logged = nights.logged().count();
    format!(
        "{} needs {MIN_NIGHTS} logged nights; there {} {logged}.",
        crate::domain::capitalised(figure),
        if logged == 1 { "is" } else { "are" }
    )
}

/// Why no cramp can be counted, if none can.
pub(super) fn nothing_to_count(nights: Nights<'_>) -> Option<String> {
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
