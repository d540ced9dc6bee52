//! The one question of a morning about signs that were logged: whether a doctor knows one, or whether it is gone.

use crate::domain::{Day, Entry, KnownSign, Medicine, Profile, Side, Sign, SignGone, SignKind};
use crate::guide::{Flag, Urgency};
use std::collections::BTreeSet;

/// After this many days, half a year, the person is asked again whether a sign is as it always is.
const ASKED_AGAIN_DAYS: i64 = 182;

/// A sign counts as logged lately for this many days: today and the two before.
const LATELY_DAYS: i64 = 2;

/// A question about a sign, answered by one press.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignQuestion {
    /// Has a doctor seen this sign, and is it as it always is?
    IsKnown {
        /// The kind of sign.
        kind: SignKind,
        /// The side on which it was logged; `None` if it has none, or none was said.
        side: Option<Side>,
    },
    /// Is this sign gone that is behind an urgent warning?
    IsGone {
        /// The kind of sign.
        kind: SignKind,
        /// The day for which it was logged last.
        logged: Day,
    },
}

/// What the questions are chosen from.
#[derive(Debug, Clone, Copy)]
pub(super) struct AskedSigns<'a> {
    pub today: Day,
    pub signs: &'a [Entry<Sign>],
    pub known: &'a [Entry<KnownSign>],
    pub gone: &'a [Entry<SignGone>],
    pub medicines: &'a [Entry<Medicine>],
    pub profile: &'a Profile,
}

impl AskedSigns<'_> {
    /// The question of today. Returns `None` if one was answered today already, or if there is nothing to ask.
    pub(super) fn question(&self, flags: &[Flag]) -> Option<SignQuestion> {
        let answered =
            self.known.iter().any(|entry| entry.value.day == self.today) || self.gone.iter().any(|entry| entry.value.day == self.today);
        if answered {
            return None;
        }
        // A sign that is always there is never gone, so that the question whether a doctor knows it comes first.
        self.is_known().or_else(|| self.is_gone(flags))
    }

    /// Asks for the latest sign behind an urgent warning, from the day after it was logged on.
    fn is_gone(&self, flags: &[Flag]) -> Option<SignQuestion> {
        let urgent = flags.iter().filter(|flag| flag.urgency >= Urgency::SameDay);
        let causes = urgent.flat_map(|flag| &flag.causes).filter_map(|cause| Some((cause.day?, cause.sign?)));
        let earlier = causes.filter(|(day, kind)| *day < self.today && !self.is_there_today(*kind) && !self.was_gone(*kind, *day));
        earlier.max().map(|(logged, kind)| SignQuestion::IsGone { kind, logged })
    }

    fn is_there_today(&self, kind: SignKind) -> bool {
        self.signs.iter().any(|entry| entry.value.kind == kind && entry.value.day == self.today)
    }

    fn was_gone(&self, kind: SignKind, day: Day) -> bool {
        self.gone.iter().any(|entry| entry.value.kind == kind && entry.value.day >= day && entry.value.gone)
    }

    /// Asks the second time that a sign is logged.
    fn is_known(&self) -> Option<SignQuestion> {
        let lately = self.signs.iter().map(|entry| &entry.value).filter(|sign| sign.day >= self.today.plus(-LATELY_DAYS));
        let unsaid = lately.filter(|sign| sign.course.is_none() && sign.kind.can_be_known());
        let comes_again = unsaid.filter(|sign| self.days_with(sign) >= 2 && self.is_due(sign));
        comes_again.max_by_key(|sign| (sign.day, sign.kind)).map(|sign| SignQuestion::IsKnown { kind: sign.kind, side: sign.side })
    }

    fn days_with(&self, sign: &Sign) -> usize {
        let same = self.signs.iter().map(|entry| &entry.value).filter(|other| other.kind == sign.kind && other.side == sign.side);
        same.map(|other| other.day).collect::<BTreeSet<_>>().len()
    }

    /// Whether the person was never asked about the sign, or long ago, or something has changed since: a birth, an operation, a new
    /// medicine.
    fn is_due(&self, sign: &Sign) -> bool {
        let answers = self.known.iter().map(|entry| &entry.value).filter(|answer| answer.is_about(sign.kind, sign.side));
        let Some(last) = answers.map(|answer| answer.day).max() else { return true };
        let since = |day: Option<Day>| day.is_some_and(|day| day > last && day <= self.today);
        last <= self.today.plus(-ASKED_AGAIN_DAYS)
            || since(self.profile.pregnant.and_then(|period| period.until))
            || self.medicines.iter().any(|entry| since(entry.value.from))
            || self.signs.iter().any(|entry| entry.value.kind == SignKind::ClotRisk && since(Some(entry.value.day)))
    }
}

impl SignQuestion {
    /// The question in words.
    #[must_use]
    pub fn words(self) -> String {
        match self {
            Self::IsKnown { kind, side } => {
                let side = side.map(|side| format!(", {}", side.label().to_lowercase())).unwrap_or_default();
                format!("{}{side}: has a doctor seen this, and is it as it always is?", kind.label())
            }
            Self::IsGone { kind: SignKind::MissedDialysis, .. } => "Was the dialysis session that you missed made up for?".to_owned(),
            Self::IsGone { kind, logged } => format!("{} ({}): is it gone?", kind.label(), logged.label()),
        }
    }

    /// The words of the two answers: yes and no.
    #[must_use]
    pub fn answers(self) -> [&'static str; 2] {
        match self {
            Self::IsKnown { .. } => ["Yes, as always", "No"],
            Self::IsGone { kind: SignKind::MissedDialysis, .. } => ["Yes, made up for", "Not yet"],
            Self::IsGone { .. } => ["Yes, gone", "Still there"],
        }
    }
}
