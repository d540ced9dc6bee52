//! Columns of our CSV files: amounts of nutrients, and the check sum of a row.

use crate::domain::{Amounts, Nutrient};

/// The last column of `assets/foods.csv`: [`row_check`] over the cells before it.
pub const CHECK_COLUMN: &str = "check";

/// Reads the amounts in the columns named [`Nutrient::column`]. An empty cell is an unknown amount.
///
/// # Errors
/// The name of the first column that is missing, or that contains anything but a number from 0 on.
pub(super) fn amounts_from_row(header: &csv::StringRecord, row: &csv::StringRecord) -> Result<Amounts, &'static str> {
    let mut amounts = Amounts::default();
    for nutrient in Nutrient::ALL {
        let column = nutrient.column();
        let place = header.iter().position(|name| name == column).ok_or(column)?;
        match row.get(place).ok_or(column)? {
            "" => {}
            cell => amounts.set(*nutrient, Some(amount(cell).ok_or(column)?)),
        }
    }
    Ok(amounts)
}

fn amount(cell: &str) -> Option<f64> {
    cell.parse().ok().filter(|value: &f64| value.is_finite() && *value >= 0.0)
}

/// The check sum of the cells of a row, which finds rows that were changed by hand: the 64-bit FNV-1a hash (Fowler, Noll, Vo) of the
/// cells, joined by the unit separator U+001F, as 16 hexadecimal digits.
///
/// ```
/// use cramp_diary::nutrition::row_check;
/// assert_eq!(row_check(["a"]), "af63dc4c8601ec8c");
/// assert_ne!(row_check(["1", "23"]), row_check(["12", "3"]));
/// ```
pub fn row_check<'a>(cells: impl IntoIterator<Item = &'a str>) -> String {
    const OFFSET_BASIS: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0000_0100_0000_01b3;
    let mut hash = OFFSET_BASIS;
    for (index, cell) in cells.into_iter().enumerate() {
        let separator = (index > 0).then_some(0x1f);
        for byte in separator.into_iter().chain(cell.bytes()) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(PRIME);
        }
    }
    format!("{hash:016x}")
}
