//! What is known: stretches, topics with their evidence, red flags, medicines.
//!
//! Texts live in `assets/guide/` as data; nothing here knows the diary, the clock or the window.

<<<<<<< HEAD
mod flags;
=======
mod cautions;
#[cfg(test)]
mod cautions_tests;
mod contents;
mod medicine_names;
mod medicines;
>>>>>>> d315d2847fa5bbd633303b0d52211399c321226e
mod stretches;
mod taking;

<<<<<<< HEAD
pub use flags::{Cause, Flag, FlagDiary, OverLimit, RECENT_DAYS, RedFlag, TakenMedicine, Urgency, fired, red_flag, red_flags};
=======
pub use cautions::{Advice, Caution, Circumstance, Who, cautions, cautions_of, cautions_with};
pub use contents::{Substance, With};
pub use medicine_names::{name_in_a_sentence, suggest_names};
pub use medicines::{MedicineClass, class, classes, classes_of, classes_of_medicine};
>>>>>>> d315d2847fa5bbd633303b0d52211399c321226e
pub use stretches::{StretchGuide, find_stretch, stretch, stretch_label, stretches};
pub use taking::{Taking, Warning, raises_potassium, warnings_with_products};
