//! The course of a stretch in time: get ready, hold, rest, change sides.
//!
//! There is no clock in it: it is told how many seconds went by.

use super::StretchGuide;
use crate::domain::{Dose, Minutes, Side};

/// What to do now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Take up the posture.
    GetReady,
    /// Stay in it.
    Hold,
    /// Come back.
    Rest,
    /// The other leg.
    ChangeSides,
}

/// A stretch of time with one thing to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TimerStep {
    /// What to do.
    pub phase: Phase,
    /// How long.
    pub seconds: u32,
    /// The set, from 1.
    pub set: u32,
    /// The hold, from 1; before a hold, the one that comes.
    pub hold: u32,
    /// Which leg; nothing when both are stretched at once.
    pub side: Option<Side>,
}

/// A stretch that is being done.
#[derive(Debug, Clone, PartialEq)]
pub struct HoldTimer {
    steps: Vec<TimerStep>,
    at: usize,
    /// Seconds since the step began.
    into: f64,
    paused: bool,
    /// Seconds of holding that were done.
    held: f64,
}

/// To take up the first posture.
const READY_S: u32 = 5;
/// To take up another: the chair instead of the wall.
const NEXT_SET_S: u32 = 10;
/// To change legs, at least and at most.
const CHANGE_S: (u32, u32) = (5, 10);

impl HoldTimer {
    /// The course of a stretch from its beginning.
    #[must_use]
    pub fn new(stretch: &StretchGuide) -> Self {
        Self { steps: course(stretch), at: 0, into: 0.0, paused: false, held: 0.0 }
    }

    /// What to do now; nothing when all is done.
    #[must_use]
    pub fn step(&self) -> Option<&TimerStep> {
        self.steps.get(self.at)
    }

    /// What comes after that.
    #[must_use]
    pub fn next(&self) -> Option<&TimerStep> {
        self.steps.get(self.at + 1)
    }

    /// Time goes by; not while it is paused.
    pub fn advance(&mut self, seconds: f64) {
        let mut left = if self.paused { 0.0 } else { seconds.max(0.0) };
        while left > 0.0
            && let Some(step) = self.step()
        {
            let (holds, rest) = (step.phase == Phase::Hold, f64::from(step.seconds) - self.into);
            let passed = left.min(rest);
            left -= passed;
            self.into += passed;
            self.held += if holds { passed } else { 0.0 };
            if passed >= rest {
                self.skip();
            }
        }
    }

    /// Goes on to the next step at once.
    pub fn skip(&mut self) {
        self.at = (self.at + 1).min(self.steps.len());
        self.into = 0.0;
    }

    /// Stops the time, or lets it go on.
    pub fn set_paused(&mut self, paused: bool) {
        self.paused = paused;
    }

    /// Whether time stands still.
    #[must_use]
    pub fn is_paused(&self) -> bool {
        self.paused
    }

    /// Whether all is done.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.at >= self.steps.len()
    }

    /// The number to show: whole seconds that are left of the step.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "seconds of a step, which are few")]
    pub fn seconds_left(&self) -> u32 {
        (self.left() - 1e-6).ceil().max(0.0) as u32
    }

    /// How long until that number changes.
    #[must_use]
    pub fn until_next_second(&self) -> f64 {
        (self.left() - f64::from(self.seconds_left().saturating_sub(1))).max(0.0)
    }

    fn left(&self) -> f64 {
        self.step().map_or(0.0, |step| f64::from(step.seconds) - self.into)
    }

    /// How much of the holding was done, 0 to 1.
    #[must_use]
    pub fn share_done(&self) -> f64 {
        let whole: u32 = self.steps.iter().filter(|step| step.phase == Phase::Hold).map(|step| step.seconds).sum();
        (self.held / f64::from(whole.max(1))).min(1.0)
    }

    /// What is logged: the stretch's own dose for all of it, else its share in minutes; nothing for nothing.
    ///
    /// Minutes rather than holds, so that a session that was timed counts like one that was ticked.
    #[must_use]
    pub fn dose(&self, whole: Dose) -> Option<Dose> {
        let share = self.share_done();
        if share > 0.999 {
            return Some(whole);
        }
        Minutes::new((whole.minutes() * share * 10.0).round() / 10.0).ok().map(Dose::Time)
    }
}

fn course(stretch: &StretchGuide) -> Vec<TimerStep> {
    let sides: &[Option<Side>] = if stretch.each_side { &[Some(Side::Left), Some(Side::Right)] } else { &[None] };
    let (holds, hold_seconds) = held(stretch);
    let change = stretch.rest_seconds.clamp(CHANGE_S.0, CHANGE_S.1);
    let mut steps = Vec::new();
    for set in 1..=stretch.sets {
        for (place, side) in sides.iter().copied().enumerate() {
            let step = |phase, seconds, hold| TimerStep { phase, seconds, set, hold, side };
            steps.push(match (place, set) {
                (0, 1) => step(Phase::GetReady, READY_S, 1),
                (0, _) => step(Phase::GetReady, NEXT_SET_S, 1),
                _ => step(Phase::ChangeSides, change, 1),
            });
            for hold in 1..=holds {
                steps.push(step(Phase::Hold, hold_seconds, hold));
                if hold < holds && stretch.rest_seconds > 0 {
                    steps.push(step(Phase::Rest, stretch.rest_seconds, hold + 1));
                }
            }
        }
    }
    steps
}

/// Holds and their seconds; a movement that is not held is done at one's own pace in the minutes it usually takes.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "seconds of a session, which are few")]
fn held(stretch: &StretchGuide) -> (u32, u32) {
    if stretch.hold_seconds > 0 {
        return (stretch.holds, stretch.hold_seconds);
    }
    let parts = stretch.sets * if stretch.each_side { 2 } else { 1 };
    (1, (stretch.dose.minutes() * 60.0 / f64::from(parts)).round() as u32)
}

#[cfg(test)]
#[path = "hold_timer_tests.rs"]
mod tests;
