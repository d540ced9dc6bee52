//! Sentences about the figures of nutrition: what is short, what is suggested, what passes a limit.
//!
//! The modules that compute the figures have no sentences, so that figures are tested without words.

mod instead;
mod limit;
mod shortage;
mod suggestion;

pub use suggestion::no_potassium;
