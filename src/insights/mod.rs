//! Figures over nights: slices in, findings out; no sentences, which are in [`wording`](crate::wording).
//!
//! Nothing here knows the database, the clock or the window. What was not logged is `None` everywhere; it is
//! never zero and never in a denominator.

mod before;
mod calendar;
mod diary_links;
mod durations;
mod figures;
mod hours;
mod link_factors;
#[cfg(test)]
pub(crate) mod made_up;
mod mean;
mod mean_range;
mod median;
pub mod methods;
mod night_slice;
mod panel;
mod places;
mod rates;
mod reliefs;
mod severities;
mod since_start;
mod spans;
mod student;
mod summary;
mod trends;
mod weeks;

pub use before::{Before, BeforeRow, BeforeValue, CrampFreeNight, DayBefore, WEEKS_BACK};
pub use calendar::{CalendarNight, CalendarYear, calendar};
pub use diary_links::{DiaryLinks, StillNeeded};
pub use durations::{DurationBin, DurationCounts, duration_counts};
pub use figures::{MeasureValues, NightFigures, NutrientFigure};
pub use hours::{HourCount, NightHours, night_hours};
pub use link_factors::{LinkFactor, LinkFactorName, SupplementDays, link_factors};
pub use mean::{LEAD, MIN_NIGHTS, Mean, Window, mean};
pub use mean_range::{MeanRange, mean_range};
pub use median::median;
pub use night_slice::NightSlice;
pub use panel::Panel;
pub use places::{MusclePlaces, PlaceCount, Places, SideCount, places};
pub use rates::{CrampCounts, month_rates, weekday_rates};
pub use reliefs::{MIN_ANSWERS, MissingForShare, ReliefCount, Reliefs, reliefs};
pub use severities::{SeverityCounts, severity_counts};
pub use since_start::{NIGHTS_AFTER, NIGHTS_BEFORE, SinceStart};
pub use spans::{Span, SpanKind};
pub use summary::{
    Against, BASELINE_NIGHTS, Comparison, CrampRate, MIN_BASELINE, Missing, RateChange, Sides, Site, Sleep, Summary, compare, summary,
};
pub use trends::{Series, Trends, trends};
pub use weeks::{Bar, MIN_IN_WEEK, bars};
