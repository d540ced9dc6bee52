//! Whether a value is one that its column may hold.

use super::{Column, Holds, contents, value};
use rusqlite::types::ValueRef;
use uuid::Uuid;

impl Column {
    /// Whether the column may hold this value. The file refuses others too, unless it was damaged or edited with its rules switched off.
    pub(super) fn allows(&self, value: ValueRef<'_>) -> bool {
        match (self.holds, value) {
            (_, ValueRef::Null) => self.is_optional,
            (Holds::Whole { least, most }, ValueRef::Integer(number)) => (least..=most).contains(&number),
            (Holds::YesNo, ValueRef::Integer(number)) => (0..=1).contains(&number),
            (Holds::OffsetSeconds, ValueRef::Integer(seconds)) => (-86_399..=86_399).contains(&seconds),
            (Holds::Number { least, most }, ValueRef::Real(number)) => (least..=most).contains(&number),
            (Holds::Id, ValueRef::Blob(id)) => id.len() == 16,
            (holds, ValueRef::Text(text)) => std::str::from_utf8(text).is_ok_and(|text| allows_text(holds, text)),
            (_, ValueRef::Integer(_) | ValueRef::Real(_) | ValueRef::Blob(_)) => false,
        }
    }

    /// Whether a value that the column may not hold could be read all the same, since the type of the record knows no range for it.
    pub(super) fn is_ranged(&self) -> bool {
        match self.holds {
            Holds::Number { .. } | Holds::OffsetSeconds | Holds::Text { .. } | Holds::Whole { .. } | Holds::YesNo => true,
            Holds::Amounts | Holds::Date | Holds::Id | Holds::Ids | Holds::Key(_) | Holds::Keys(_) | Holds::WallClock => false,
        }
    }
}

fn allows_text(holds: Holds, text: &str) -> bool {
    let words = || text.split('|').filter(|word| !word.is_empty());
    match holds {
        Holds::Amounts => contents::from_text(text).is_ok(),
        Holds::Date => value::parse_date(text).is_some(),
        Holds::Ids => words().all(|id| Uuid::try_parse(id).is_ok()),
        Holds::Key(keys) => keys.contains(&text),
        Holds::Keys(keys) => words().all(|word| keys.contains(&word)),
        Holds::Text { least, most } => {
            let letters = text.chars().count();
            letters >= least && most.is_none_or(|most| letters <= most)
        }
        Holds::WallClock => value::parse_wall(text).is_some(),
        Holds::Id | Holds::Number { .. } | Holds::OffsetSeconds | Holds::Whole { .. } | Holds::YesNo => false,
    }
}
