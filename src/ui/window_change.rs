//! What can be changed of how the window looks, moves and listens on this computer.

use crate::domain::{Hour, HourClock, WeekStart};
use crate::machine::{LetterKeys, Motion, TextSize};

/// A change of how the window looks or listens on this computer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WindowChange {
    /// Text of this size.
    TextSize(TextSize),
    /// Text one step larger.
    Larger,
    /// Text one step smaller.
    Smaller,
    /// Whether things glide.
    Motion(Motion),
    /// Whether single letters and digits do something.
    LetterKeys(LetterKeys),
    /// How clocks show hours.
    Clock(HourClock),
    /// The day with which weeks begin in a calendar.
    WeekStart(WeekStart),
    /// The hour from which the program asks about the coming night.
    Evening(Hour),
}
