//! When the lines of a note were written, and when others were taken out, so that two versions of the note can be joined line by line.
//!
//! A line is told by 64 bits of its hash: what was taken out of a note leaves none of its words. The marks are a text of the file,
//! `hash:written_ms` for a line of the note and `hash:written_ms:removed_ms` for one that was taken out, joined by blanks and sorted, with
//! `<ms` at the front where the night was deleted at that time and lines as old are gone.

use sha2::{Digest as _, Sha256};
use std::collections::{BTreeMap, BTreeSet};

/// The times of one line, in milliseconds since 1970.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct LineTimes {
    written_ms: i64,
    /// `i64::MIN` for a line that was never taken out.
    removed_ms: i64,
}

impl LineTimes {
    fn is_there(self) -> bool {
        self.written_ms > self.removed_ms
    }
}

/// A note with the times of its lines.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct MarkedNote {
    text: String,
    lines: BTreeMap<u64, LineTimes>,
    /// Lines that were written up to this time are gone; `i64::MIN` if the night was never deleted.
    cleared_ms: i64,
}

impl MarkedNote {
    /// The note as it stands in the file. Lines without a time were written at `changed_ms`.
    pub(super) fn new(text: &str, marks: Option<&str>, changed_ms: i64) -> Self {
        let mut note = Self { text: text.to_owned(), lines: BTreeMap::new(), cleared_ms: i64::MIN };
        for mark in marks.unwrap_or_default().split(' ') {
            note.read(mark);
        }
        note.mark(changed_ms);
        note
    }

    /// The note after the person changed its words at a time.
    pub(super) fn edited(mut self, text: &str, at_ms: i64) -> Self {
        let kept: BTreeSet<_> = lines(text).map(hash).collect();
        for (line, times) in &mut self.lines {
            if times.is_there() && !kept.contains(line) {
                times.removed_ms = at_ms.max(times.written_ms);
            }
        }
        text.clone_into(&mut self.text);
        self.mark(at_ms);
        self
    }

    /// The note with the lines of both versions, without those that were taken out of either since.
    pub(super) fn joined(self, other: Self) -> Self {
        if self == other {
            return self;
        }
        let words: BTreeMap<u64, String> =
            [&self, &other].into_iter().flat_map(|note| lines(&note.text)).map(|line| (hash(line), line.to_owned())).collect();
        let mut joined = self.lines.clone();
        for (line, times) in &other.lines {
            let known = joined.entry(*line).or_insert(*times);
            known.written_ms = known.written_ms.max(times.written_ms);
            known.removed_ms = known.removed_ms.max(times.removed_ms);
        }
        let cleared = self.cleared_ms.max(other.cleared_ms);
        joined.retain(|_, times| times.written_ms.max(times.removed_ms) > cleared);
        let mut there: Vec<_> = joined.iter().filter(|(_, times)| times.is_there() && times.written_ms > cleared).collect();
        there.sort_by_key(|(line, times)| (times.written_ms, words.get(line)));
        let order: Vec<u64> = there.into_iter().map(|(line, _)| *line).collect();
        let is_in_order = |note: &Self| lines(&note.text).map(hash).eq(order.iter().copied());
        // Blank lines stay where one version has just the lines of both.
        let text = match (is_in_order(&self), is_in_order(&other)) {
            (true, true) => self.text.max(other.text),
            (true, false) => self.text,
            (false, true) => other.text,
            (false, false) => order.iter().filter_map(|line| words.get(line)).map(String::as_str).collect::<Vec<_>>().join("\n"),
        };
        Self { text, lines: joined, cleared_ms: cleared }
    }

    /// The note of a night that was deleted at a time: only lines written later are left.
    pub(super) fn cleared(mut self, deleted_ms: i64) -> Self {
        if deleted_ms <= self.cleared_ms {
            return self;
        }
        self.cleared_ms = deleted_ms;
        let goes = |times: &LineTimes| times.written_ms <= deleted_ms;
        let left = |line: &&str| self.lines.get(&hash(line)).is_none_or(|times| !goes(times));
        if self.lines.values().any(|times| times.is_there() && goes(times)) {
            self.text = lines(&self.text).filter(left).collect::<Vec<_>>().join("\n");
        }
        self.lines.retain(|_, times| times.written_ms.max(times.removed_ms) > deleted_ms);
        self
    }

    /// The words of the note.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The marks as they stand in the file.
    pub(super) fn marks(&self) -> String {
        let cleared = (self.cleared_ms > i64::MIN).then(|| format!("<{}", self.cleared_ms));
        let line = |(line, times): (&u64, &LineTimes)| match times.removed_ms {
            i64::MIN => format!("{line:016x}:{}", times.written_ms),
            removed => format!("{line:016x}:{}:{removed}", times.written_ms),
        };
        cleared.into_iter().chain(self.lines.iter().map(line)).collect::<Vec<_>>().join(" ")
    }

    /// Takes in one mark of the file. One that cannot be read says nothing.
    fn read(&mut self, mark: &str) {
        if let Some(ms) = mark.strip_prefix('<').and_then(|ms| ms.parse().ok()) {
            self.cleared_ms = ms;
            return;
        }
        let mut parts = mark.split(':');
        let line = parts.next().and_then(|line| u64::from_str_radix(line, 16).ok());
        let written_ms = parts.next().and_then(|ms| ms.parse().ok());
        let removed_ms = parts.next().map_or(Some(i64::MIN), |ms| ms.parse().ok());
        if let (Some(line), Some(written_ms), Some(removed_ms), None) = (line, written_ms, removed_ms, parts.next()) {
            self.lines.insert(line, LineTimes { written_ms, removed_ms });
        }
    }

    /// Gives each line of the words a time, later than that of the line before, so that the times tell the order.
    fn mark(&mut self, at_ms: i64) {
        let mut last_ms = self.cleared_ms;
        let mut seen = BTreeSet::new();
        for line in lines(&self.text).map(hash).filter(|line| seen.insert(*line)) {
            let times = self.lines.entry(line).or_insert(LineTimes { written_ms: i64::MIN, removed_ms: i64::MIN });
            if !times.is_there() || times.written_ms <= last_ms {
                let earliest = last_ms.max(times.removed_ms).max(times.written_ms).saturating_add(1);
                times.written_ms = at_ms.max(earliest);
            }
            last_ms = times.written_ms;
        }
    }
}

/// The lines of a note that say something.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim_end).filter(|line| !line.trim().is_empty())
}

/// The first 64 bits of the hash of a line.
fn hash(line: &str) -> u64 {
    let hash = Sha256::digest(line.as_bytes());
    hash.iter().take(8).fold(0, |number, byte| number << 8 | u64::from(*byte))
}
