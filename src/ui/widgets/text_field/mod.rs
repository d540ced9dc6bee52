//! The one text field of the program: it checks what was typed, and keeps what is wrong until it is right.
//!
//! [`TextField`] is what a screen remembers between frames; [`Commit`] says when its text is saved. [`Labelled`] says
//! what a field is called, and [`text_field_ui`] paints it. A [`SearchField`] only looks letters up and checks nothing. A [`PasswordField`] shows dots.

mod edit;
mod paint;
mod password;
mod read;
mod search;
mod state;
mod visit;

pub use paint::{Labelled, bare_text_field_ui, text_field_error_ui, text_field_ui};
pub use password::PasswordField;
pub use read::{day_or_none, day_text, typed, typed_or_none};
pub use search::{SearchBox, SearchField, SearchLook};
pub use state::{Commit, TextField};
pub use visit::{VisitSaid, begin_saves, has_letters_to_undo, has_unsaved_text, has_unsent_text, take_said};
