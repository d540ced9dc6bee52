//! Which panels the trends show: a column of the one row of settings.

use crate::domain::{Factor, Id, Measure};
use rusqlite::{Connection, OptionalExtension as _};

/// The panels that the person chose, from top to bottom; nothing while they chose none.
///
/// What a newer version wrote, and a factor that is not there any more, are passed over.
pub(super) fn read(connection: &Connection) -> rusqlite::Result<Option<Vec<Measure>>> {
    let words: Option<String> = connection.prepare_cached("SELECT panels FROM settings")?.query_row([], |row| row.get(0))?;
    let mut panels = Vec::new();
    for measure in words.unwrap_or_default().split(' ').filter_map(|word| word.parse().ok()) {
        let gone = if let Measure::Own(factor) = measure { !is_there(connection, factor)? } else { false };
        if !gone {
            panels.push(measure);
        }
    }
    Ok(Some(panels).filter(|panels| !panels.is_empty()))
}

pub(super) fn write(connection: &Connection, panels: Option<&[Measure]>) -> rusqlite::Result<()> {
    let words = panels.map(|panels| panels.iter().map(Measure::to_string).collect::<Vec<_>>().join(" "));
    connection.prepare_cached("UPDATE settings SET panels = ?1")?.execute([words])?;
    Ok(())
}

fn is_there(connection: &Connection, factor: Id<Factor>) -> rusqlite::Result<bool> {
    let mut statement = connection.prepare_cached("SELECT 1 FROM factor WHERE id = ?1")?;
    Ok(statement.query_row([factor.uuid().as_bytes()], |_row| Ok(())).optional()?.is_some())
}
