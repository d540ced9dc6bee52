//! What is known about cramps: stretches, topics with their evidence, red flags, medicines.
//!
//! The texts are data in `assets/guide/`. This module knows neither the diary nor the clock nor the window.

mod alikes;
mod brands;
#[cfg(test)]
mod brands_tests;
mod cautions;
#[cfg(test)]
mod cautions_tests;
mod claims;
mod csv_rows;
mod evidence;
mod figures;
mod find;
mod find_topic;
mod flags;
pub mod help;
mod hold_timer;
mod key_table;
mod medicine_about;
mod medicine_names;
#[cfg(test)]
mod medicine_names_tests;
mod medicines;
mod name_suggestions;
mod page;
mod page_lists;
mod page_texts;
mod passages;
mod potassium;
mod product;
mod questions;
mod recognised;
mod reviewed;
mod sick_days;
mod stretches;
mod taking;
mod topics;
mod words;

pub use alikes::listed_alikes;
pub use cautions::{Caution, CautionLevel, Who, cautions, cautions_of, cautions_with};
pub use claims::{Claim, claims};
pub use evidence::{Evidence, Grade, ROUTINE_TRIAL, Source, SourceKind, cited, evidence, evidence_of, source, sources};
pub use figures::{Figure, FigurePart, PartKind, figures};
pub use find::{Finding, find};
pub use find_topic::{TopicError, find_topic};
pub use flags::{
    AnsweredNights, Cause, DoseOnDayOverLimit, EnteredSupplement, Flag, FlagDiary, LONG_CRAMP, LONG_CRAMP_MINUTES, RECENT_DAYS, Reach,
    RedFlag, TakenMedicine, Urgency, fired, not_hidden, red_flag, red_flags,
};
pub use hold_timer::{HoldTimer, Phase, TimerStep};
pub use medicine_about::{ListedMedicine, MedicineAbout, sources_on};
pub use medicine_names::{classes_of, name_in_a_sentence};
pub use medicines::{MedicineClass, class, classes};
pub use name_suggestions::suggest_names;
pub use page::{Block, Link, Prose};
pub use page_lists::{Listed, ListedGroup, listed_cautions, listed_classes, listed_flags, listed_numbers, listed_stretches};
pub use potassium::raises_potassium;
pub use product::With;
pub use questions::{Asker, questions};
pub use recognised::{BrandMeaning, NONE_OF_THESE, Recognised, classes_of_medicine};
pub use reviewed::review_words;
pub use sick_days::listed_sick_days;
pub use stretches::{StretchGuide, StretchUse, all_stretches, find_stretch, relief, stretch, stretch_label, stretches};
pub use taking::{Taking, Warning};
pub use topics::{DOCTOR_TOPIC, GRADES_TOPIC, MEDICINES_TOPIC, Topic, TopicGroup, topic, topic_about, topics};
