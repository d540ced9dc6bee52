//! A calendar of years: one square per night, one column per week, Monday first.

mod chart;
mod draw;
mod layout;
mod spec;
#[cfg(test)]
mod tests;

pub(super) use draw::draw_calendar;
pub use spec::CalendarSpec;
