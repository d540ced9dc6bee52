//! How the strain of days lies in the diary file.

use crate::domain::{Day, Effort, Exercise, Hours, Measure, Strain};
use crate::store::{Column, Columns, FiguresOf, Holds, ListedAs, Table, Values, value};
use rusqlite::Row;

impl Columns for Strain {
    const TABLE: &'static str = "strain";
    const COLUMNS: &'static [Column] = &[
        Column::DAY,
        Column::new("exercise_min", Holds::whole(0, 1440), "exercise").in_unit("min").or_not_said(),
        Column::new("effort", Holds::Key(Effort::KEYS), "effort of the exercise").or_not_said(),
        Column::new("standing_h", Holds::number(0.0, 24.0), "on one's feet").in_unit("h").or_not_said(),
        Column::new("heat", Holds::YesNo, "heat or heavy sweating").or_not_said(),
    ];

    fn values(&self) -> Values {
        let Self { day, exercise, standing, heat } = self;
        vec![
            ("day", value::text(day)),
            ("exercise_min", exercise.map(Exercise::minutes).into()),
            ("effort", value::optional_text(exercise.and_then(Exercise::effort).map(Effort::key))),
            ("standing_h", standing.map(Hours::get).into()),
            ("heat", (*heat).into()),
        ]
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        let effort = value::optional_key(row, "effort")?;
        Ok(Self {
            day: Day::new(value::date(row, "day")?),
            exercise: value::optional_checked(row, "exercise_min", |minutes| Exercise::new(minutes, effort))?,
            standing: value::optional_checked(row, "standing_h", Hours::new)?,
            heat: row.get("heat")?,
        })
    }
}

impl Table for Strain {
    type When = Day;

    const NOUN: &'static str = "strain";

    const LISTED: ListedAs<Self> = ListedAs::Under("Strain", Self::words);

    const KEY: &'static [&'static str] = &["day"];

    const FIGURES: FiguresOf<Self> = &[
        (Measure::Exercise, |strain| strain.exercise.map(Exercise::minutes).map(f64::from)),
        (Measure::Standing, |strain| strain.standing.map(Hours::get)),
        (Measure::Heat, |strain| strain.heat.map(|heat| if heat { 1.0 } else { 0.0 })),
    ];

    fn when(&self) -> Day {
        self.day
    }
}
