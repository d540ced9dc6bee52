//! How the person reads and writes times on this computer, as it stands in the notes.

use crate::domain::{ChosenCustoms, Hour, HourClock, WeekStart};
use serde::{Serialize as _, Serializer};
use serde_json::{Map, Value};
use std::str::FromStr;

/// The names of the choices in the notes.
const CLOCK: &str = "clock";
const WEEK_START: &str = "week_start";
const EVENING: &str = "evening";

/// Writes the choices by their keys; a choice that was not made is null.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
pub(super) fn write<S: Serializer>(customs: &ChosenCustoms, serializer: S) -> Result<S::Ok, S::Error> {
    let ChosenCustoms { clock, week_start, evening } = customs;
    let choices = [
        (CLOCK, Value::from(clock.map(HourClock::key))),
        (WEEK_START, Value::from(week_start.map(WeekStart::key))),
        (EVENING, Value::from(evening.map(Hour::get))),
    ];
    Map::from_iter(choices.map(|(name, choice)| (name.to_owned(), choice))).serialize(serializer)
}

/// Reads the choices. What cannot be understood was not chosen.
pub(super) fn read(noted: Option<&Value>) -> ChosenCustoms {
    fn keyed<T: FromStr>(noted: Option<&Value>, name: &str) -> Option<T> {
        noted?.get(name)?.as_str()?.parse().ok()
    }
    let hour = noted.and_then(|noted| u8::try_from(noted.get(EVENING)?.as_u64()?).ok());
    ChosenCustoms { clock: keyed(noted, CLOCK), week_start: keyed(noted, WEEK_START), evening: hour.and_then(ChosenCustoms::evening) }
}
