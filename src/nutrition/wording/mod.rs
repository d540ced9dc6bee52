//! Sentences over the figures of nutrition: what is short, what is suggested, what passes a limit.
//!
//! The figures below have no words, so that they can be tested without.

mod limit;
mod shortage;
mod suggestion;

pub use suggestion::no_potassium;
