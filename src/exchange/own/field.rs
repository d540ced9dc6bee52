//! What a record says in a file: each value by the name that it has there, in JSON and in CSV alike.

use crate::store::{Column, ColumnClock, Description, PlainRecord, PlainValue, RecordKind, Rows, Times, Whole};
use std::borrow::Cow;

/// A value of a record in a file.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Field {
    /// When a column was last changed, by the place of its clock.
    Clock(usize, &'static ColumnClock),
    /// When the record was last changed.
    Changed,
    /// What it says, by the place of the column.
    Column(usize, &'static Column),
    /// When the record was first saved.
    Created,
    /// Its id.
    Id,
}

/// The fields of a kind in the order in which files have them, each with its name.
pub(super) fn fields(of: &Description) -> Vec<(Cow<'static, str>, Field)> {
    let own: &[_] = match of.rows {
        Rows::One => &[("changed", Field::Changed)],
        Rows::OnePerRecord => &[("id", Field::Id), ("created", Field::Created), ("changed", Field::Changed)],
    };
    let own = own.iter().map(|(name, field)| (Cow::Borrowed(*name), *field));
    let columns = of.columns.iter().enumerate().map(|(place, column)| (column.name.into(), Field::Column(place, column)));
    let clocks = of.clocks.iter().enumerate().map(|(place, clock)| {
        let name = match clock.times {
            Times::Lines => clock.column.into(),
            Times::Value => format!("{}_changed", clock.of).into(),
        };
        (name, Field::Clock(place, clock))
    });
    own.chain(columns).chain(clocks).collect()
}

impl Field {
    /// The time in milliseconds since 1970 that the field holds. Returns `None` for a field that holds no time, and for a time that was not
    /// said: 0, or that of a column that was said when the record was changed, or never.
    pub(super) fn time_ms(self, record: &PlainRecord) -> Option<i64> {
        match self {
            Self::Created => Some(record.created_ms).filter(|ms| *ms != 0),
            Self::Changed => Some(record.changed_ms).filter(|ms| *ms != 0),
            Self::Clock(place, clock) => {
                let is_said = record.value(clock.of).is_some_and(PlainValue::is_something);
                let usual_ms = if is_said { record.changed_ms } else { 0 };
                match record.clocks.get(place) {
                    Some(PlainValue::Whole(ms)) if *ms != usual_ms => Some(*ms),
                    _ => None,
                }
            }
            Self::Column(..) | Self::Id => None,
        }
    }
}

/// The kinds that files have, each with its description.
pub(super) fn kinds() -> impl Iterator<Item = (RecordKind, Description)> {
    RecordKind::ALL.iter().filter_map(|kind| Some((*kind, kind.description()?)))
}

/// The records of a kind in the order in which files have them: by date, then by the time at which they were made.
pub(super) fn in_order(whole: &Whole, kind: RecordKind) -> Vec<&PlainRecord> {
    let mut records: Vec<_> = whole.records().filter(|record| record.kind == kind).collect();
    records.sort_by_cached_key(|record| (record.date(), record.created_ms, record.id));
    records
}

/// What a value of a column should be, to stand behind "not".
pub(super) fn expected(column: &Column) -> &'static str {
    use crate::store::Holds;
    match column.holds {
        Holds::Amounts => "amounts such as {\"magnesium_mg\": 27.0}",
        Holds::Date => "a date such as 2026-11-19",
        Holds::Id => "an id",
        Holds::Ids => "ids",
        Holds::Key(_) => "one of its words",
        Holds::Keys(_) => "several of its words",
        Holds::Number { .. } => "a number",
        Holds::OffsetSeconds | Holds::Whole { .. } => "a whole number",
        Holds::Text { .. } => "text",
        Holds::WallClock => "a date and time such as 2026-11-20T03:10:00",
        Holds::YesNo => "true or false",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_two_fields_of_a_kind_and_no_two_kinds_have_one_name() {
        let mut names = BTreeSet::new();
        for (kind, of) in kinds() {
            let parts = of.parts.iter().map(|parts| parts.table.to_owned());
            assert!(names.insert(of.name.to_owned()), "{kind:?}");
            assert!(parts.clone().all(|part| names.insert(part)), "{kind:?}");
            // What a line for scripts says first.
            let record = ["record".to_owned()];
            let fields: Vec<_> = fields(&of).into_iter().map(|(name, _)| name.into_owned()).chain(parts).chain(record).collect();
            assert_eq!(fields.iter().collect::<BTreeSet<_>>().len(), fields.len(), "{fields:?}");
        }
    }
}
