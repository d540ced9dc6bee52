//! A stretch as a course of steps in time: get ready, hold, rest, change sides.
//!
//! It reads no clock; the caller tells it how many seconds have passed.

use super::StretchGuide;
use crate::domain::{Dose, Minutes, Side};

/// What the person does during one step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Take up the posture.
    GetReady,
    /// Hold the posture.
    Hold,
    /// Rest after a hold.
    Rest,
    /// Change to the other leg.
    ChangeSides,
}

/// One step of a stretch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TimerStep {
    /// What the person does.
    pub phase: Phase,
    /// How long the step takes, in seconds.
    pub seconds: u32,
    /// The number of the set, from 1.
    pub set: u32,
    /// The number of the hold, from 1; in steps before a hold, the number of the hold to come.
    pub hold: u32,
    /// The leg that is stretched; `None` if both are stretched at once.
    pub side: Option<Side>,
}

/// A stretch while it is being done.
#[derive(Debug, Clone, PartialEq)]
pub struct HoldTimer {
    steps: Vec<TimerStep>,
    at: usize,
    /// Seconds since the step began.
    into: f64,
    paused: bool,
    /// Seconds spent in steps that are holds.
    held: f64,
}

/// Seconds to take up the first posture.
const READY_S: u32 = 5;
/// Seconds to take up the posture of another set, such as the chair instead of the wall.
const NEXT_SET_S: u32 = 10;
/// Fewest and most seconds to change legs.
const CHANGE_S: (u32, u32) = (5, 10);

impl HoldTimer {
    /// A timer at the beginning of the stretch.
    #[must_use]
    pub fn new(stretch: &StretchGuide) -> Self {
        Self { steps: course(stretch), at: 0, into: 0.0, paused: false, held: 0.0 }
    }

    /// The present step. Returns `None` if the stretch is done.
    #[must_use]
    pub fn step(&self) -> Option<&TimerStep> {
        self.steps.get(self.at)
    }

    /// The step after the present one. Returns `None` if there is none.
    #[must_use]
    pub fn next(&self) -> Option<&TimerStep> {
        self.steps.get(self.at + 1)
    }

    /// Lets `seconds` pass. While the timer is paused no time passes.
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

    /// Ends the present step at once.
    pub fn skip(&mut self) {
        self.at = (self.at + 1).min(self.steps.len());
        self.into = 0.0;
    }

    /// Pauses the timer, or lets it go on.
    pub fn set_paused(&mut self, paused: bool) {
        self.paused = paused;
    }

    /// Whether the timer is paused.
    #[must_use]
    pub fn is_paused(&self) -> bool {
        self.paused
    }

    /// Whether every step is done.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.at >= self.steps.len()
    }

    /// Whole seconds left of the present step, rounded up: the number to show.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "seconds of a step, which are few")]
    pub fn seconds_left(&self) -> u32 {
        (self.left() - 1e-6).ceil().max(0.0) as u32
    }

    /// Seconds until [`seconds_left`](Self::seconds_left) changes.
    #[must_use]
    pub fn until_next_second(&self) -> f64 {
        (self.left() - f64::from(self.seconds_left().saturating_sub(1))).max(0.0)
    }

    fn left(&self) -> f64 {
        self.step().map_or(0.0, |step| f64::from(step.seconds) - self.into)
    }

    /// The share of all holding time that was held, 0 to 1.
    #[must_use]
    pub fn share_done(&self) -> f64 {
        let whole: u32 = self.steps.iter().filter(|step| step.phase == Phase::Hold).map(|step| step.seconds).sum();
        (self.held / f64::from(whole.max(1))).min(1.0)
    }

    /// The dose to log: `whole` if the stretch was done completely, otherwise the share that was held, in minutes. Returns `None`
    /// if nothing was held.
    ///
    /// The share is in minutes rather than holds, so that a timed session counts like one that was ticked.
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

/// How many holds a set has, and the seconds of each. A movement that is not held counts as one hold that takes its share of the
/// usual minutes.
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
