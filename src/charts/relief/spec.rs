//! What relieved cramps: the rows and the words around them.

use crate::charts::Fill;
use crate::charts::count_words::{counted, nothing_to_count, of_nights};
use crate::charts::frame::Around;
use crate::insights::{MIN_ANSWERS, MIN_NIGHTS, NightSlice, ReliefCount, reliefs};

/// What relieved cramps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReliefSpec {
    /// What it shows, of which nights.
    pub title: String,
    /// What was tried most often first; none where nothing was.
    pub rows: Vec<ReliefCount>,
    /// The texts around it.
    pub around: Around,
}

impl ReliefSpec {
    /// What was tried against the cramps of these nights.
    #[must_use]
    pub fn new(nights: NightSlice<'_>) -> Self {
        let (found, title) = (reliefs(nights), of_nights("What relieved cramps", nights));
        let silent = match found.nothing_said {
            0 => String::new(),
            1 => "Of 1 cramp it is not said that anything was tried.".to_owned(),
            several => format!("Of {several} cramps it is not said that anything was tried."),
        };
        if found.tried.is_empty() {
            let words = "Say of a cramp what you tried and whether it helped, and it is counted here.";
            let missing = nothing_to_count(nights).unwrap_or_else(|| format!("{silent} {words}"));
            return Self { title, rows: found.tried, around: Around { summary: missing, ..Around::default() } };
        }
        let summary = format!("Something was tried against {} of {}.", found.cramps - found.nothing_said, counted(found.cramps, "cramp"));
        let few = found.tried.iter().any(|count| count.missing().is_some());
        let needed = format!("A share needs {MIN_NIGHTS} logged nights and {MIN_ANSWERS} answers.");
        let shares = if few { needed } else { String::new() };
        let ease = "Cramps also end by themselves.";
        let note = [silent.as_str(), &shares, ease].into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" ");
        let legend = legend(&found.tried);
        Self { title, rows: found.tried, around: Around { summary, legend, note } }
    }
}

/// The parts of a row from left to right.
pub(super) fn parts(count: ReliefCount) -> [(usize, Fill, &'static str); 4] {
    [
        (count.yes, Fill::Helped, "helped"),
        (count.some, Fill::HelpedLittle, "helped a little"),
        (count.no, Fill::NotHelped, "did not help"),
        (count.not_said, Fill::NotLogged, "not said"),
    ]
}

/// How the parts look that occur in any row, and what they mean.
fn legend(rows: &[ReliefCount]) -> Vec<(Fill, String)> {
    let mut found: Vec<(Fill, String)> = Vec::new();
    for place in 0..4 {
        let part = rows.iter().map(|row| parts(*row)[place]).find(|(times, ..)| *times > 0);
        found.extend(part.map(|(_, fill, words)| (fill, words.to_owned())));
    }
    found
}
