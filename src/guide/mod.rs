//! What is known: stretches, topics with their evidence, red flags, medicines.
//!
//! Texts live in `assets/guide/` as data; nothing here knows the diary, the clock or the window.

mod flags;
mod stretches;

pub use flags::{Cause, Flag, FlagDiary, OverLimit, RECENT_DAYS, RedFlag, TakenMedicine, Urgency, fired, red_flag, red_flags};
pub use stretches::{StretchGuide, find_stretch, stretch, stretch_label, stretches};
