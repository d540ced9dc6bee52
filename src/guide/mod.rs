//! What is known: stretches, topics with their evidence, red flags, medicines.
//!
//! Texts live in `assets/guide/` as data; nothing here knows the diary, the clock or the window.

mod claims;
mod evidence;
mod find;
mod listed;
mod page;
mod stretches;
mod table;
mod topics;

pub use claims::{Claim, claims};
pub use evidence::{Evidence, Grade, Source, SourceKind, evidence, evidence_of, source, sources};
pub use find::{Finding, find};
pub use listed::{Listed, ListedGroup, listed_cautions, listed_classes, listed_flags, listed_stretches};
pub use page::{Block, Link, PageError, Prose, Purpose};
pub use stretches::{StretchGuide, find_stretch, stretch, stretch_label, stretches};
pub use topics::{Topic, TopicGroup, topic, topic_about, topics};
