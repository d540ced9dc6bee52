//! Figures over nights: slices in, findings out.
//!
//! Nothing here knows the database, the clock or the window. What was not logged is `None` everywhere; it is
//! never zero and never in a denominator.

mod before;
mod calendar;
mod durations;
mod hours;
#[cfg(test)]
pub(crate) mod made_up;
mod mean;
mod median;
mod nights;
mod panel;
mod places;
mod rates;
mod reliefs;
mod severities;
mod spans;
mod summary;
mod trends;
mod weeks;

pub use before::{Before, BeforeRow, BeforeValue, Beside, DayBefore, EntryKind, WEEKS_BACK};
pub use calendar::{CalendarYear, NightState, calendar};
pub use durations::{DurationBin, DurationCounts, duration_counts};
pub use hours::{HourCount, NightHours, night_hours};
pub use mean::{LEAD, MIN_NIGHTS, Mean, Window, mean};
pub use median::median;
pub use nights::{NightFigures, Nights, NutrientFigure};
pub use panel::Panel;
pub use places::{MusclePlaces, PlaceCount, Places, places};
pub use rates::{Rate, month_rates, weekday_rates};
pub use reliefs::{MIN_ANSWERS, ReliefCount, Reliefs, reliefs};
pub use severities::{SeverityCounts, severity_counts};
pub use spans::{Span, SpanKind};
pub use summary::{
    Against, BASELINE_NIGHTS, CAUTION, Change, Comparison, CrampRate, Sides, Site, Sleep, Summary, SummaryRow, compare, summary,
};
pub use trends::{Series, Trends, trends};
pub use weeks::{Bar, MIN_IN_WEEK, bars};
