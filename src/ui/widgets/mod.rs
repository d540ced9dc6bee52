//! The parts that screens are made of. They paint and answer; what happens then is the screen's business.
//!
//! A function whose name ends in `_ui` paints a widget once, for the present frame. It saves nothing and opens nothing: it returns what
//! was pressed, or a [`Response`](egui::Response), of which the comment says whether it can be pressed. If it can, the screen asks
//! `clicked()`, which is true after a press by pointer or keyboard. If it cannot, the response is good for a hover text, and may be
//! ignored.
//!
//! Every widget has an accessible name, which is also how tests find it.

mod amount;
mod area;
mod button;
mod calendar;
mod card;
mod choices;
mod date_field;
mod entry;
mod figure;
mod form_row;
mod glass;
mod grade;
mod icon;
mod leg;
mod note;
mod scale;
mod severity;
mod steps;
mod strip;
mod text_field;
mod tick;
mod week;

pub use amount::{IntakeRow, amount_row_ui, bar, intake_row_ui, per_cent};
pub use area::{Half, WIDE, columns_ui, part_ui, wide_columns_ui};
pub(in crate::ui) use button::focus_ring;
pub use button::{Push, pressed_by_keyboard};
pub use calendar::{CalendarMonth, Picked, calendar_ui};
pub use card::{card_ui, heading_ui, lone_card_ui, page_heading_ui, part_heading_ui, title_ui, weak_label};
pub use choices::{Choices, Offered, choices_ui};
pub use date_field::{DateLook, date_field_ui};
pub use entry::{CountedPressed, EntryPressed, counted_entry_ui, entry_ui};
pub use figure::{figure_ui, paint_figures};
pub use form_row::{form_row_ui, labelled_row_ui};
pub use glass::glass_ui;
pub use grade::{grade_mark_ui, grade_ui};
pub use icon::icon_ui;
pub use leg::{LegMark, LegMarks, LegSpot, leg_ui};
pub use note::{alarm_ui, error_ui, note_ui, warning_ui};
pub use scale::scale_row_ui;
pub use severity::{severity_dot, severity_row_ui};
pub use steps::steps_ui;
pub use strip::{StripLook, strip_ui};
pub use text_field::{
    Commit, Labelled, PasswordField, SearchBox, SearchField, SearchLook, TextField, VisitSaid, bare_text_field_ui, begin_saves,
    day_or_none, day_text, has_letters_to_undo, has_unsaved_text, has_unsent_text, take_said, text_field_error_ui, text_field_ui, typed,
    typed_or_none,
};
pub use tick::tick_ui;
pub use week::{WeekStrip, week_ui};
