//! Columns of our CSV files that hold amounts of nutrients.

use crate::domain::{Amounts, Nutrient};

/// Reads the columns of [`Nutrient::column`] from a row; an empty cell is unknown. `None` when a column is missing or no number.
pub(super) fn amounts_from_row(header: &csv::StringRecord, row: &csv::StringRecord) -> Option<Amounts> {
    let mut amounts = Amounts::default();
    for nutrient in Nutrient::ALL {
        let cell = row.get(header.iter().position(|name| name == nutrient.column())?)?;
        amounts.set(*nutrient, if cell.is_empty() { None } else { Some(cell.parse().ok()?) });
    }
    Some(amounts)
}
