//! Cramps, with what was tried against each in a table of its own.

use super::record::Parameters;
use super::{Change, Dated, Delta, Record, value};
use crate::domain::{Cramp, CrampTime, Helped, Id, Minutes, Night, Severity, Tried};
use chrono::NaiveDate;
use rusqlite::{Connection, Row, named_params};

impl Record for Cramp {
    const TABLE: &'static str = "cramp";
    const PUT: &'static str = include_str!("put.sql");
    const SELECT: &'static str = include_str!("select.sql");

    fn parameters(&self) -> Parameters<'_> {
        let Self { night, muscle, side, severity, time, duration, woke_me, hard_knot, sore_next_day, tried: _, note } = self;
        vec![
            (":night", Box::new(night.to_string())),
            (":muscle", Box::new(muscle.key())),
            (":side", Box::new(side.key())),
            (":severity", Box::new(severity.get())),
            (":time_known", Box::new(time_known(*time))),
            (":began_local", Box::new(value::wall(time.moment()))),
            (":began_offset_s", Box::new(value::offset_s(time.moment()))),
            (":duration_min", Box::new(duration.map(Minutes::get))),
            (":woke_me", Box::new(woke_me)),
            (":hard_knot", Box::new(hard_knot)),
            (":sore_next_day", Box::new(sore_next_day)),
            (":note", Box::new(note)),
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

    fn change(delta: Delta<Self>) -> Change {
        Change::Cramp(delta)
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

impl Dated for Cramp {
    const DATE: &'static str = "night";

    fn date(&self) -> NaiveDate {
        self.night.date()
    }
}

fn time_known(time: CrampTime) -> &'static str {
    match time {
        CrampTime::Unknown => "unknown",
        CrampTime::About(_) => "about",
        CrampTime::Exact(_) => "exact",
    }
}

fn time_from_row(row: &Row<'_>) -> rusqlite::Result<CrampTime> {
    let known: String = row.get("time_known")?;
    match (known.as_str(), value::moment(row, "began_local", "began_offset_s")?) {
        ("unknown", None) => Ok(CrampTime::Unknown),
        ("about", Some(at)) => Ok(CrampTime::About(at)),
        ("exact", Some(at)) => Ok(CrampTime::Exact(at)),
        _ => Err(value::unreadable("time_known", &known)),
    }
}

/// Reads "relief:helped" pairs joined by commas, in the order of [`crate::domain::Relief::ALL`].
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
