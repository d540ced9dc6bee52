//! How drinks lie in the diary file, and the query for the usual ones.

use crate::domain::{Day, Drink, DrinkKind, VolumeMl};
use crate::store::{Column, Columns, Holds, ListedAs, Table, Values, value};
use rusqlite::{Connection, Row, named_params};

/// A drink that the person often has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UsualDrink {
    /// The kind of drink.
    pub kind: DrinkKind,
    /// The volume in which it is drunk.
    pub volume: VolumeMl,
}

impl Columns for Drink {
    const TABLE: &'static str = "drink";
    const COLUMNS: &'static [Column] = &[
        Column::DAY,
        Column::new("kind", Holds::Key(DrinkKind::KEYS), "what was drunk"),
        Column::new("volume_ml", Holds::whole(1, 5000), "how much").in_unit("ml"),
        Column::TIME,
        Column::TIME_OFFSET,
    ];

    fn values(&self) -> Values {
        let Self { day, kind, volume, time } = self;
        vec![
            ("day", value::text(day)),
            ("kind", value::text(kind.key())),
            ("volume_ml", volume.get().into()),
            ("time_local", value::wall(*time)),
            ("time_offset_s", value::offset_s(*time)),
        ]
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            day: Day::new(value::date(row, "day")?),
            kind: value::key(row, "kind")?,
            volume: value::checked(row, "volume_ml", VolumeMl::new)?,
            time: value::moment(row, "time_local", "time_offset_s")?,
        })
    }
}

impl Table for Drink {
    type When = Day;

    const NOUN: &'static str = "drink";

    const LISTED: ListedAs<Self> = ListedAs::Under("Drinks", |drink| vec![drink.summary()]);

    fn when(&self) -> Day {
        self.day
    }
}

/// The `at_most` drinks that were logged most often in the 60 days up to `until`, the most frequent first.
pub(in crate::store) fn usual(connection: &Connection, until: Day, at_most: u32) -> rusqlite::Result<Vec<UsualDrink>> {
    let mut statement = connection.prepare_cached(include_str!("usual.sql"))?;
    let parameters = named_params! { ":from": until.plus(-60).to_string(), ":until": until.to_string(), ":at_most": at_most };
    let read = |row: &Row<'_>| Ok(UsualDrink { kind: value::key(row, "kind")?, volume: value::checked(row, "volume_ml", VolumeMl::new)? });
    value::readable(statement.query_map(parameters, read)?)
}
