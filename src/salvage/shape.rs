//! What rows of a table look like, by which they are known where nothing else says what they are.

use super::btree::TreeKind;
use super::value::RawValue;
use std::fmt;

/// What rows of a table look like.
#[derive(Debug)]
pub struct Shape {
    /// The name of the table.
    pub table: String,
    /// Its columns, in the order in which they lie in a row.
    pub columns: Vec<ShapeColumn>,
    /// The column that is the number of a row, which does not lie in the row itself.
    pub rowid_column: Option<usize>,
    /// For a table whose rows have no numbers: how many of its first columns are its key.
    pub key_columns: Option<usize>,
}

/// What stands in a column.
pub struct ShapeColumn {
    /// Its name.
    pub name: String,
    /// Whether it holds decimal numbers, which lie in a row as whole ones where they are.
    pub is_real: bool,
    /// What rows mean that end before this column, since they were written before the table had it. `None` for a column that each row has.
    pub missing: Option<RawValue<'static>>,
    /// Whether a value may stand there.
    pub allows: Box<dyn Fn(&RawValue<'_>) -> bool + Send + Sync>,
}

impl fmt::Debug for ShapeColumn {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, is_real, missing, allows: _ } = self;
        formatter
            .debug_struct("ShapeColumn")
            .field("name", name)
            .field("is_real", is_real)
            .field("missing", missing)
            .finish_non_exhaustive()
    }
}

impl Shape {
    /// The kind of tree in which the table lies.
    pub(super) fn kind(&self) -> TreeKind {
        if self.key_columns.is_some() { TreeKind::Index } else { TreeKind::Table }
    }

    /// The values of all columns, from those that lie in a row. Returns `None` if there are too many or too few.
    pub(super) fn complete<'v>(&self, rowid: Option<i64>, mut values: Vec<RawValue<'v>>) -> Option<Vec<RawValue<'v>>> {
        if values.len() > self.columns.len() || values.is_empty() {
            return None;
        }
        for column in self.columns.iter().skip(values.len()) {
            values.push(column.missing.clone()?);
        }
        if let Some(value) = self.rowid_column.and_then(|column| values.get_mut(column)) {
            *value = RawValue::Integer(rowid?);
        }
        for (column, value) in self.columns.iter().zip(&mut values) {
            if let (true, RawValue::Integer(whole)) = (column.is_real, &value) {
                #[expect(clippy::cast_precision_loss, reason = "SQLite writes as whole only what is as exact as a decimal number")]
                let real = *whole as f64;
                *value = RawValue::Real(real);
            }
        }
        Some(values)
    }

    /// Whether the values that lie in a row are those of a row of this table.
    pub(super) fn fits(&self, rowid: Option<i64>, values: &[RawValue<'_>]) -> bool {
        // Most rows are of another table, and have another number of values.
        let least = self.columns.iter().filter(|column| column.missing.is_none()).count();
        (least..=self.columns.len()).contains(&values.len())
            && self.complete(rowid, values.to_vec()).is_some_and(|values| {
                let mut columns = self.columns.iter().zip(&values);
                columns.all(|(column, value)| (column.allows)(value))
            })
    }
}
