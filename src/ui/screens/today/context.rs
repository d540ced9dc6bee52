//! What the sections of Today are about: a date, and what is known apart from it.

use crate::clock::Clock;
use crate::diary::{Kitchen, Page, Safety};

/// The date on the screen, and the clock that resolves the times typed on it.
#[derive(Debug, Clone, Copy)]
pub struct DayContext<'a> {
    /// What is logged for the date.
    pub page: &'a Page,
    /// Says what UTC offset a typed time has.
    pub clock: &'a dyn Clock,
}

/// Everything that the Today screen shows.
#[derive(Debug, Clone, Copy)]
pub struct TodayView<'a> {
    /// The date.
    pub day: DayContext<'a>,
    /// What the person has and said about food.
    pub kitchen: &'a Kitchen,
    /// A number that changes whenever the kitchen does.
    pub version: u64,
    /// Medicines and warning signs.
    pub safety: &'a Safety,
}

/// What logging food on a date needs.
#[derive(Debug, Clone, Copy)]
pub(super) struct FoodContext<'a> {
    pub(super) page: &'a Page,
    pub(super) kitchen: &'a Kitchen,
    /// A number that changes whenever the kitchen does.
    pub(super) version: u64,
}

/// The date in relation to today: "Yesterday, Thu 19 Nov".
pub(super) fn day_words(page: &Page) -> String {
    let label = page.day.label();
    match (page.today.date() - page.day.date()).num_days() {
        0 => format!("Today, {label}"),
        1 => format!("Yesterday, {label}"),
        _ => label,
    }
}
