//! How cramps lie in the diary file, with the reliefs that were tried in a table of their own.

use crate::domain::{Cramp, CrampTime, Helped, Id, Minutes, Muscle, Night, Relief, Severity, Side, Tried};
use crate::store::{Column, Columns, Holds, ListedAs, Parts, Table, Values, value};
use rusqlite::{Connection, Row, named_params};

impl Columns for Cramp {
    const TABLE: &'static str = "cramp";
    const COLUMNS: &'static [Column] = &[
        Column::NIGHT,
        Column::new("muscle", Holds::Key(Muscle::KEYS), "muscle"),
        Column::new("side", Holds::Key(Side::KEYS), "side"),
        Column::new("severity", Holds::whole(0, 10), "severity, 0 to 10"),
        Column::new("time_known", Holds::Key(&["unknown", "about", "exact"]), "how well the time is known"),
        Column::new("began_local", Holds::WallClock, "when it began").or_not_said(),
        Column::new("began_offset_s", Holds::OffsetSeconds, "offset of that time from UTC").in_unit("s").or_not_said(),
        Column::new("duration_min", Holds::number(0.1, 180.0), "how long it lasted").in_unit("min").or_not_said(),
        Column::new("woke_me", Holds::YesNo, "woke the person").or_not_said(),
        Column::new("hard_knot", Holds::YesNo, "a hard knot was felt").or_not_said(),
        Column::new("sore_next_day", Holds::YesNo, "sore on the next day").or_not_said(),
        Column::new("note", Holds::ANY_TEXT, "note"),
    ];

    fn values(&self) -> Values {
        let Self { night, muscle, side, severity, time, duration, woke_me, hard_knot, sore_next_day, tried: _, note } = self;
        vec![
            ("night", value::text(night)),
            ("muscle", value::text(muscle.key())),
            ("side", value::text(side.key())),
            ("severity", severity.get().into()),
            ("time_known", value::text(time_known(*time))),
            ("began_local", value::wall(time.moment())),
            ("began_offset_s", value::offset_s(time.moment())),
            ("duration_min", duration.map(Minutes::get).into()),
            ("woke_me", (*woke_me).into()),
            ("hard_knot", (*hard_knot).into()),
            ("sore_next_day", (*sore_next_day).into()),
            ("note", value::text(note)),
        ]
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            night: Night::new(value::date(row, "night")?),
            muscle: value::key(row, "muscle")?,
            side: value::key(row, "side")?,
            severity: value::checked(row, "severity", Severity::new)?,
            time: time_from_row(row)?,
            duration: value::optional_checked(row, "duration_min", Minutes::new)?,
            woke_me: row.get("woke_me")?,
            hard_knot: row.get("hard_knot")?,
            sore_next_day: row.get("sore_next_day")?,
            tried: tried_from_row(row)?,
            note: row.get("note")?,
        })
    }
}

impl Table for Cramp {
    type When = Night;

    const NOUN: &'static str = "cramp";

    const LISTED: ListedAs<Self> = ListedAs::ByHand;
    const PARTS: &'static [Parts] = &[Parts {
        table: "cramp_relief",
        owner: "cramp_id",
        columns: &[
            Column::new("relief", Holds::Key(Relief::KEYS), "what was tried"),
            Column::new("helped", Holds::Key(Helped::KEYS), "whether it helped").or_not_said(),
        ],
    }];
    const SELECT: Option<&'static str> = Some(include_str!("select.sql"));

    fn when(&self) -> Night {
        self.night
    }

    fn put_parts(&self, id: Id<Self>, connection: &Connection) -> rusqlite::Result<()> {
        let id = id.uuid().into_bytes();
        connection.prepare_cached("DELETE FROM cramp_relief WHERE cramp_id = ?1")?.execute([&id])?;
        let mut insert = connection.prepare_cached("INSERT INTO cramp_relief VALUES (:cramp_id, :relief, :helped)")?;
        for Tried { relief, helped } in &self.tried {
            insert.execute(named_params! {
                ":cramp_id": id, ":relief": relief.key(), ":helped": helped.map(Helped::key),
            })?;
        }
        Ok(())
    }
}

/// The key for how well a time is known.
fn time_known(time: CrampTime) -> &'static str {
    match time {
        CrampTime::Unknown => "unknown",
        CrampTime::About(_) => "about",
        CrampTime::Exact(_) => "exact",
    }
}

/// The time from its three columns.
fn time_from_row(row: &Row<'_>) -> rusqlite::Result<CrampTime> {
    let known: String = row.get("time_known")?;
    match (known.as_str(), value::moment(row, "began_local", "began_offset_s")?) {
        ("unknown", None) => Ok(CrampTime::Unknown),
        ("about", Some(at)) => Ok(CrampTime::About(at)),
        ("exact", Some(at)) => Ok(CrampTime::Exact(at)),
        _ => Err(value::unreadable("time_known", &known)),
    }
}

/// The reliefs that were tried, from pairs "relief:helped" joined by commas. They are sorted like [`Relief::ALL`].
fn tried_from_row(row: &Row<'_>) -> rusqlite::Result<Vec<Tried>> {
    let Some(text) = row.get::<_, Option<String>>("tried")? else { return Ok(Vec::new()) };
    let unreadable = || value::unreadable("tried", &text);
    let mut tried = text
        .split(',')
        .map(|pair| {
            let (relief, helped) = pair.split_once(':').ok_or_else(unreadable)?;
            let helped = Some(helped).filter(|word| !word.is_empty());
            Ok(Tried {
                relief: relief.parse().map_err(|_unknown| unreadable())?,
                helped: helped.map(str::parse).transpose().map_err(|_unknown| unreadable())?,
            })
        })
        .collect::<rusqlite::Result<Vec<_>>>()?;
    tried.sort_by_key(|tried| tried.relief);
    Ok(tried)
}
