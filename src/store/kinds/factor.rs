//! How the person's own factors lie in the diary file.

use crate::domain::{Factor, FactorKind, Id};
use crate::store::{Column, Columns, Holds, ListedAs, Table, Undated, Values, value};
use rusqlite::{Connection, Row};

impl Columns for Factor {
    const TABLE: &'static str = "factor";
    const COLUMNS: &'static [Column] = &[
        Column::new("name", Holds::NAME, "name"),
        Column::new("kind", Holds::Key(FactorKind::KEYS), "how it is answered"),
        Column::new("unit", Holds::at_most(0, 20), "unit of a number"),
        Column::new("retired", Holds::YesNo, "not asked for any more"),
    ];

    fn values(&self) -> Values {
        let Self { name, kind, unit, retired } = self;
        vec![
            ("name", value::text(name.as_str())),
            ("kind", value::text(kind.key())),
            ("unit", value::text(unit)),
            ("retired", (*retired).into()),
        ]
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            name: value::own_name(row, "name")?,
            kind: value::key(row, "kind")?,
            unit: row.get("unit")?,
            retired: row.get("retired")?,
        })
    }
}

impl Table for Factor {
    type When = Undated;

    const NOUN: &'static str = "factor";

    const LISTED: ListedAs<Self> = ListedAs::ByHand;

    fn when(&self) -> Undated {
        Undated
    }
}

/// How many days answer a factor.
pub(in crate::store) fn days_answered(connection: &Connection, factor: Id<Factor>) -> rusqlite::Result<u32> {
    let sql = "SELECT count(*) FROM factor_value WHERE factor = ?1";
    connection.prepare_cached(sql)?.query_row([factor.uuid().as_bytes()], |row| row.get(0))
}
