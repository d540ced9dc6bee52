//! How stretching sessions lie in the diary file.

use crate::domain::{Day, Dose, Measure, Minutes, Stretch, StretchName, StretchTime};
use crate::store::{Column, Columns, FiguresOf, Holds, ListedAs, Table, Values, value};
use rusqlite::Row;

impl Columns for Stretch {
    const TABLE: &'static str = "stretch";
    const COLUMNS: &'static [Column] = &[
        Column::DAY,
        Column::new("name", Holds::NAME, "which stretch"),
        Column::new("duration_min", Holds::number(0.1, 180.0), "how long").in_unit("min").or_not_said(),
        Column::new("sets", Holds::whole(1, 50), "sets").or_not_said(),
        Column::new("holds", Holds::whole(1, 100), "holds in each set").or_not_said(),
        Column::new("time", Holds::Key(StretchTime::KEYS), "time of day"),
    ];

    fn values(&self) -> Values {
        let Self { day, name, dose, time } = self;
        let (minutes, sets, holds) = match *dose {
            Dose::Time(minutes) => (Some(minutes.get()), None, None),
            Dose::Holds { sets, holds } => (None, Some(sets), Some(holds)),
        };
        vec![
            ("day", value::text(day)),
            ("name", value::text(name.as_str())),
            ("duration_min", minutes.into()),
            ("sets", sets.into()),
            ("holds", holds.into()),
            ("time", value::text(time.key())),
        ]
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        let name: String = row.get("name")?;
        Ok(Self {
            day: Day::new(value::date(row, "day")?),
            name: StretchName::new(&name).map_err(|_out_of_range| value::unreadable("name", &name))?,
            dose: dose_from_row(row)?,
            time: value::key(row, "time")?,
        })
    }
}

impl Table for Stretch {
    type When = Day;

    const NOUN: &'static str = "stretch";

    const LISTED: ListedAs<Self> = ListedAs::ByHand;

    const FIGURES: FiguresOf<Self> = &[(Measure::Stretching, |stretch| Some(stretch.dose.minutes()))];

    fn when(&self) -> Day {
        self.day
    }
}

/// How much was stretched: a time if there is one, otherwise sets and holds.
fn dose_from_row(row: &Row<'_>) -> rusqlite::Result<Dose> {
    if let Some(minutes) = value::optional_checked(row, "duration_min", Minutes::new)? {
        return Ok(Dose::Time(minutes));
    }
    let holds: u32 = row.get("holds")?;
    value::checked(row, "sets", |sets: u32| Dose::holds(sets, holds))
}
