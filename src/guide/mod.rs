//! What is known: stretches, topics with their evidence, red flags, medicines.
//!
//! Texts live in `assets/guide/` as data; nothing here knows the diary, the clock or the window.

mod figures;
mod hold_timer;
mod stretches;

pub use figures::{Figure, Part, PartKind, figures};
pub use hold_timer::{HoldTimer, Phase, TimerStep};
pub use stretches::{StretchGuide, StretchUse, all_stretches, find_stretch, relief, stretch, stretch_label, stretches};
