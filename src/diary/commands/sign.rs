//! Signs of a day, and what a person does about a red flag.

use crate::diary::DiaryError;
use crate::diary::work::{Commands, Work};
use crate::domain::{Acknowledged, Day, Entry, KnownSign, Sign, SignGone, SignKind};

/// Says that there was a sign, takes one back, or acknowledges a red flag.
#[derive(Debug, Clone, PartialEq)]
pub enum SignCommand {
    /// Says that a red flag was read, and what the person does about it.
    Acknowledge(Acknowledged),
    /// Takes a sign of a day back.
    Clear(Day, SignKind),
    /// Says whether a sign is gone; replaces an answer of that day.
    Gone(SignGone),
    /// Says whether a doctor knows a sign, and it is as it always is; replaces an answer for that kind and side.
    Known(KnownSign),
    /// Says that there was a sign on a day; replaces what was said of it on that day.
    Log(Sign),
}

impl Commands for SignCommand {
    fn describe(&self) -> String {
        match self {
            Self::Acknowledge(_) => "Noted what you do about it".to_owned(),
            Self::Clear(_, kind) => format!("Took back {}", kind.in_sentence()),
            Self::Gone(SignGone { kind, gone: true, .. }) => format!("Noted that it is gone: {}", kind.in_sentence()),
            Self::Gone(SignGone { kind, gone: false, .. }) => format!("Noted that it is still there: {}", kind.in_sentence()),
            Self::Known(KnownSign { kind, known: true, .. }) => format!("Noted as known: {}", kind.in_sentence()),
            Self::Known(KnownSign { kind, known: false, .. }) => format!("Noted as not known: {}", kind.in_sentence()),
            Self::Log(sign) => format!("Logged {}", sign.in_sentence()),
        }
    }

    fn run(self, work: &mut Work<'_, '_>) -> Result<(), DiaryError> {
        match self {
            Self::Acknowledge(acknowledged) => work.add(acknowledged),
            Self::Clear(day, kind) => {
                let known = work.sign_of(day, kind)?;
                work.set(known, None)
            }
            Self::Gone(answer) => {
                work.ensure_day_has_come(answer.day)?;
                let before = work.read().all::<SignGone>()?;
                let before = before.into_iter().find(|entry| entry.value.day == answer.day && entry.value.kind == answer.kind);
                work.set(before, Some(answer))
            }
            Self::Known(answer) => work.know_sign(answer),
            Self::Log(sign) => work.log_sign(sign),
        }
    }
}

impl Work<'_, '_> {
    /// A day has each sign at most once: saying it again changes what was said. A side is refused where there is none, since the
    /// rules of the red flags would take it for one leg.
    fn log_sign(&mut self, sign: Sign) -> Result<(), DiaryError> {
        self.ensure_day_has_come(sign.day)?;
        if sign.side.is_some() && !sign.kind.has_side() {
            return Err(DiaryError::SignWithoutSide { sign: sign.kind });
        }
        let known = self.sign_of(sign.day, sign.kind)?;
        self.set(known, Some(sign))
    }

    /// A sign that is an alarm each time cannot be known once for all, and a sign without sides has none.
    fn know_sign(&mut self, answer: KnownSign) -> Result<(), DiaryError> {
        let KnownSign { day, kind, side, known: _ } = answer;
        self.ensure_day_has_come(day)?;
        if side.is_some() && !kind.has_side() {
            return Err(DiaryError::SignWithoutSide { sign: kind });
        }
        if !kind.can_be_known() {
            return Err(DiaryError::NeverKnown { sign: kind });
        }
        let before = self.read().all::<KnownSign>()?;
        self.set(before.into_iter().find(|entry| entry.value.kind == kind && entry.value.side == side), Some(answer))
    }

    fn sign_of(&self, day: Day, kind: SignKind) -> Result<Option<Entry<Sign>>, DiaryError> {
        Ok(self.read().on::<Sign>(day.date())?.into_iter().find(|entry| entry.value.kind == kind))
    }
}
