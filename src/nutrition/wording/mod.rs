//! Sentences about the figures of nutrition: what is short, what is suggested, what passes a limit.
//!
//! The modules that compute the figures have no sentences, so that figures are tested without words.

mod drinking;
mod instead;
mod limit;
mod region;
mod shortage;
mod suggestion;

pub use drinking::no_goal_words;
pub use region::region_words;
pub use shortage::range_words;
