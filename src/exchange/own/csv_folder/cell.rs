//! Values of columns as cells.

use super::guarded::guarded;
use crate::domain::number_to_type;
use crate::exchange::own::amounts;
use crate::store::{Column, Holds, PlainValue};
use uuid::Uuid;

/// The cell of a value; empty for what was not said. `decimal` stands before decimals.
pub(super) fn cell(column: &Column, value: &PlainValue, decimal: char) -> String {
    match (column.holds, value) {
        (_, PlainValue::Nothing) => String::new(),
        (Holds::YesNo, PlainValue::Whole(yes @ 0..=1)) => (*yes == 1).to_string(),
        (_, PlainValue::Whole(number)) => number.to_string(),
        // Never three decimals, which might be thousands.
        (_, PlainValue::Number(number)) if decimal == '.' => number_to_type(*number),
        (_, PlainValue::Number(number)) => number_to_type(*number).replace('.', &decimal.to_string()),
        (_, PlainValue::Id(id)) => id.to_string(),
        (Holds::Amounts, PlainValue::Text(amounts)) => amounts::plain(amounts).unwrap_or_default(),
        (Holds::Ids, PlainValue::Text(ids)) => {
            // Without hyphens an id may look like a number.
            let with_hyphens = |id: &str| Uuid::try_parse(id).map_or_else(|_| id.to_owned(), |id| id.to_string());
            ids.split('|').filter(|id| !id.is_empty()).map(with_hyphens).collect::<Vec<_>>().join("|")
        }
        (Holds::Text { .. }, PlainValue::Text(words)) => guarded(words).into_owned(),
        (_, PlainValue::Text(words)) => words.clone(),
    }
}

#[cfg(test)]
mod tests {
    use crate::exchange::own::field::kinds;
    use crate::store::Holds;

    #[test]
    fn an_empty_cell_has_one_meaning() {
        for (kind, of) in kinds() {
            for column in of.columns.iter().chain(of.parts.iter().flat_map(|parts| parts.columns)) {
                let may_be_empty = matches!(column.holds, Holds::Text { least: 0, .. } | Holds::Keys(_) | Holds::Ids);
                assert!(!(column.is_optional && may_be_empty), "{kind:?} {}", column.name);
            }
        }
    }
}
