//! What relieved cramps: a row for each thing that was tried, as long as it was tried often.

mod draw;
mod layout;
#[cfg(test)]
mod tests;

pub(super) use draw::draw_relief;

use super::frame::{Around, Frame, WORDS_ALONE, pixels, units, whole};
use super::ruler::length;
use super::wording::{counted, nothing_to_count, percent};
use super::{Cell, Fill, Spot, Table};
use crate::domain::Helped;
use crate::insights::{MIN_ANSWERS, MIN_NIGHTS, Nights, ReliefCount, reliefs};
use layout::{ROW, ReliefLayout};

/// What relieved cramps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReliefSpec {
    /// What was tried most often first; none where nothing was.
    pub rows: Vec<ReliefCount>,
    /// The words around it.
    pub around: Around,
}

impl ReliefSpec {
    /// What was tried against the cramps of these nights.
    #[must_use]
    pub fn new(nights: Nights<'_>) -> Self {
        let found = reliefs(nights);
        let silent = match found.nothing_said {
            0 => String::new(),
            1 => "Of 1 cramp it is not said that anything was tried.".to_owned(),
            several => format!("Of {several} cramps it is not said that anything was tried."),
        };
        if found.tried.is_empty() {
            let words = "Say of a cramp what you tried and whether it helped, and it is counted here.";
            let missing = nothing_to_count(nights).unwrap_or_else(|| format!("{silent} {words}"));
            return Self { rows: found.tried, around: Around { summary: missing, ..Around::default() } };
        }
        let summary = format!("Something was tried against {} of {}.", found.cramps - found.nothing_said, counted(found.cramps, "cramp"));
        let few = found.tried.iter().any(|count| count.missing().is_some());
        let needed = format!("A share needs {MIN_NIGHTS} logged nights and {MIN_ANSWERS} answers.");
        let shares = if few { needed } else { String::new() };
        let ease = "Cramps also end by themselves.";
        let note = [silent.as_str(), &shares, ease].into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" ");
        let legend = parts_of(&found.tried).into_iter().map(|(_, fill, words)| (fill, words.to_owned())).collect();
        Self { rows: found.tried, around: Around { summary, legend, note } }
    }

    /// What it shows.
    #[must_use]
    pub fn title(&self) -> String {
        "What relieved cramps".to_owned()
    }

    /// A row for each thing that was tried.
    #[must_use]
    pub fn table(&self) -> Table {
        let titles = ["Tried", "Times#", "Helped#", "A little#", "Did not#", "Not said#", "Share helped#", "Share a little#"];
        let mut table = Table::with_columns(&titles);
        let row = |count: &ReliefCount| {
            let counts = [count.tried(), count.yes, count.some, count.no, count.not_said];
            let share = |helped| count.share(helped).map_or_else(Cell::empty, |share| Cell::number(share, percent(share)));
            let mut cells = vec![Cell::words(count.relief.label())];
            cells.extend(counts.map(|count| Cell::number(length(count), count.to_string())));
            cells.extend([share(Helped::Yes), share(Helped::Some)]);
            cells
        };
        table.rows = self.rows.iter().map(row).collect();
        table
    }

    /// One spot a row.
    #[must_use]
    pub fn spots(&self, size: (u32, u32), scale: f64) -> Vec<Spot> {
        let layout = ReliefLayout::new(self, units(size, scale));
        let spot = |(count, row)| Spot { rect: pixels(row, scale), words: words(count), night: None };
        self.rows.iter().copied().zip(layout.rows).map(spot).collect()
    }

    /// The height in units that shows everything at this width.
    #[must_use]
    pub fn height_for(&self, width: u32) -> u32 {
        let inner = if self.rows.is_empty() { WORDS_ALONE } else { length(self.rows.len()) * ROW };
        whole(Frame::height(&self.around, f64::from(width), inner))
    }
}

/// The parts of a row from left to right.
fn parts(count: ReliefCount) -> [(usize, Fill, &'static str); 4] {
    [
        (count.yes, Fill::Helped, "helped"),
        (count.some, Fill::HelpedLittle, "helped a little"),
        (count.no, Fill::NotHelped, "did not help"),
        (count.not_said, Fill::NotLogged, "not said"),
    ]
}

/// The parts that occur in any row, with all their tries.
fn parts_of(rows: &[ReliefCount]) -> Vec<(usize, Fill, &'static str)> {
    let zero = ReliefCount { relief: crate::domain::Relief::Other, yes: 0, some: 0, no: 0, not_said: 0, logged: 0 };
    let sum = rows.iter().fold(zero, |sum, row| ReliefCount {
        yes: sum.yes + row.yes,
        some: sum.some + row.some,
        no: sum.no + row.no,
        not_said: sum.not_said + row.not_said,
        ..sum
    });
    parts(sum).into_iter().filter(|(count, ..)| *count > 0).collect()
}

/// How often, and which shares helped, from the longest wording to the shortest; each row has as many.
fn at_the_right(count: ReliefCount) -> [String; 4] {
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

fn words(count: ReliefCount) -> String {
    let said: Vec<_> =
        parts(count).into_iter().filter(|(times, ..)| *times > 0).map(|(times, _, what)| format!("{what} {times}")).collect();
    let share = match count.share(Helped::Yes) {
        Some(share) => format!("; helped in {} of {} answers", percent(share), count.answered()),
        None => count.missing().map(|missing| format!("; {missing} for a share")).unwrap_or_default(),
    };
    format!("{}, tried {}: {}{share}", count.relief.label(), counted(count.tried(), "time"), said.join(", "))
}
