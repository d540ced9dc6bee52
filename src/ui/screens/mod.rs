//! The screens: each paints a ready view and asks for actions. None knows the store or the clock.

pub mod backups;
pub mod flag_card;
pub mod food;
mod food_row;
pub mod guide;
mod guide_link;
pub mod relief;
mod sent_record;
pub mod settings;
mod suggestion;
pub mod today;
pub mod trends;
pub mod trouble;
mod unlock;
pub mod welcome;
