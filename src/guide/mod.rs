//! What is known: stretches, topics with their evidence, red flags, medicines.
//!
//! Texts live in `assets/guide/` as data; nothing here knows the diary, the clock or the window.

mod stretches;

pub use stretches::{StretchGuide, find_stretch, stretch, stretch_label, stretches};
