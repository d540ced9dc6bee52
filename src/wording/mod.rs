//! Figures in words: what screens, charts, the command line and files say of what [`insights`](crate::insights) found.
//!
//! Figures contain no sentences, so that they can be tested without any; their words are methods that stand here, with one file per subject.

mod before;
mod comparison;
mod counts;
mod labels;
mod links;
mod panel;
mod relief;
mod since_start;
mod summary;

pub use comparison::CAUTION;
pub use links::LINKS_CAUTION;
pub use since_start::SINCE_START_CAUTION;
pub use summary::SummaryRow;
