//! Figures over nights: slices in, findings out.
//!
//! Nothing here knows the database, the clock or the window. What was not logged is `None` everywhere; it is
//! never zero and never in a denominator.

mod before;
mod mean;
mod nights;
mod spans;
mod summary;
mod trends;

pub use before::{Before, BeforeRow, BeforeValue, Beside, DayBefore, EntryKind, WEEKS_BACK};
pub use mean::{MIN_IN_WINDOW, MIN_NIGHTS, Mean, WINDOW_NIGHTS, mean, moving_mean};
pub use nights::{NightFigures, Nights, NutrientFigure};
pub use spans::{Span, SpanKind};
pub use summary::{
    Against, CAUTION, Change, Comparison, CrampRate, Durations, Severities, Sides, Site, Sleep, Summary, SummaryRow, compare, summary,
};
pub use trends::{Series, TrendInput, Trends, trends};
