//! Cells as values of columns.

use super::guarded::bare;
use super::marks::{Marks, not, whole};
use crate::exchange::own::field::expected;
use crate::exchange::own::{amounts, moment};
use crate::store::{Column, Holds, PlainValue};
use uuid::Uuid;

/// What spreadsheets of several languages make of true and of false.
const TRUE: [&str; 8] = ["true", "1", "yes", "wahr", "vrai", "verdadero", "vero", "waar"];
const FALSE: [&str; 8] = ["false", "0", "no", "falsch", "faux", "falso", "onwaar", "falsk"];

/// The value of a cell. Returns why there is none.
pub(super) fn value(column: &Column, cell: &str, marks: Marks) -> Result<PlainValue, String> {
    let text = cell.trim();
    let wrong = || not(cell, expected(column));
    Ok(match column.holds {
        Holds::Text { .. } if cell.is_empty() && column.is_optional => PlainValue::Nothing,
        Holds::Text { .. } => PlainValue::Text(bare(&cell.replace("\r\n", "\n")).to_owned()),
        Holds::Ids | Holds::Keys(_) if text.is_empty() => PlainValue::Text(String::new()),
        _ if text.is_empty() => PlainValue::Nothing,
        Holds::Amounts => PlainValue::Text(amounts::plain(text).ok_or_else(wrong)?),
        Holds::Date => PlainValue::Text(marks.date(text)?.to_string()),
        Holds::Id => PlainValue::Id(Uuid::try_parse(text).map_err(|_no_id| wrong())?),
        Holds::Ids => {
            let simple = |id: &str| Uuid::try_parse(id).ok().map(|id| id.simple().to_string());
            PlainValue::Text(text.split('|').map(simple).collect::<Option<Vec<_>>>().ok_or_else(wrong)?.join("|"))
        }
        Holds::Key(_) | Holds::Keys(_) => PlainValue::Text(text.to_owned()),
        Holds::Number { .. } => PlainValue::Number(marks.number(text)?),
        Holds::OffsetSeconds | Holds::Whole { .. } => PlainValue::Whole(whole(text)?),
        Holds::WallClock => PlainValue::Text(marks.date_time(text)?.format("%Y-%m-%dT%H:%M:%S").to_string()),
        Holds::YesNo => {
            let word = text.to_lowercase();
            let yes = TRUE.contains(&word.as_str());
            if !yes && !FALSE.contains(&word.as_str()) {
                return Err(wrong());
            }
            PlainValue::Whole(yes.into())
        }
    })
}

/// A moment as a file has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ReadMoment {
    /// Milliseconds since 1970.
    pub(super) ms: i64,
    /// Whether it may have lost its seconds, as a spreadsheet shows it.
    pub(super) is_coarse: bool,
}

/// The moment in a cell; `None` for an empty one. Returns why there is none.
pub(super) fn moment(cell: &str, marks: Marks) -> Result<Option<ReadMoment>, String> {
    let text = cell.trim();
    if text.is_empty() {
        return Ok(None);
    }
    // The days since 1900 that a spreadsheet may make of a moment are no milliseconds.
    let is_number_of_days = text.len() < 13 && text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','));
    if !is_number_of_days && let Some(ms) = moment::read(text) {
        return Ok(Some(ReadMoment { ms, is_coarse: false }));
    }
    let wall = marks.date_time(text).map_err(|_no_time| not(cell, "a moment such as 2026-11-20T06:00:01.000Z"))?;
    Ok(Some(ReadMoment { ms: wall.and_utc().timestamp_millis(), is_coarse: true }))
}
