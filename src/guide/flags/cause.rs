//! What made a rule fire.

use crate::domain::{Cramp, Day, Entry, Side, Sign, SignKind};
use uuid::Uuid;

/// Something in the diary or the profile that made a rule fire.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cause {
    /// The record that is acknowledged together with the flag. `None` for what only stands beside the news (a cramp beside a sign,
    /// so that tonight's cramp alone does not bring the flag back), and for figures over weeks.
    pub id: Option<Uuid>,
    /// The day of the cause; `None` if it has none.
    pub day: Option<Day>,
    /// What it was, in words: "Swelling, left".
    pub words: String,
    /// The kind of sign; `None` if it is no sign.
    pub sign: Option<SignKind>,
}

/// A cause with what patterns compare: its day and its side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct DatedCause {
    pub cause: Cause,
    pub day: Day,
    pub side: Option<Side>,
    /// Whether it only stands beside the news, so that it has no id.
    pub beside: bool,
    /// Whether the flag grows less urgent with the age of this cause: true of signs, cramps and drinks, false of what holds today.
    pub ages: bool,
}

impl Cause {
    /// A cause that is no sign.
    pub(super) fn new(id: Option<Uuid>, day: Option<Day>, words: String) -> Self {
        Self { id, day, words, sign: None }
    }
}

impl DatedCause {
    /// A cause without a side, whose age does not matter.
    pub(super) fn new(cause: Cause, day: Day) -> Self {
        Self { cause, day, side: None, beside: false, ages: false }
    }

    /// A sign, with the id of its record.
    pub(super) fn sign(entry: &Entry<Sign>) -> Self {
        let Sign { day, kind, side, note, course: _ } = &entry.value;
        let summary = entry.value.summary();
        let words = if note.is_empty() { summary } else { format!("{summary} ({note})") };
        let cause = Cause { sign: Some(*kind), ..Cause::new(Some(entry.id.uuid()), Some(*day), words) };
        Self { side: *side, ages: true, ..Self::new(cause, *day) }
    }

    /// A cramp, with the id of its record.
    pub(super) fn cramp(entry: &Entry<Cramp>) -> Self {
        let cramp = &entry.value;
        let lasted = cramp.duration.map(|minutes| format!(", {minutes}")).unwrap_or_default();
        let words = format!("Cramp: {}{lasted}", cramp.summary());
        let day = cramp.night.day();
        Self { side: Some(cramp.side), ages: true, ..Self::new(Cause::new(Some(entry.id.uuid()), Some(day), words), day) }
    }

    /// Something about a day that no single record says, without an id.
    pub(super) fn of_day(day: Day, words: String) -> Self {
        Self::new(Cause::new(None, Some(day), words), day)
    }

    /// The cause without its id, as one that only stands beside the news.
    pub(super) fn beside(mut self) -> Self {
        (self.cause.id, self.beside) = (None, true);
        self
    }
}
