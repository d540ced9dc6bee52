//! Bringing a diary of an older version to the newest format, with a copy of what it was.

use super::file::{Access, connect, create_private, sync, sync_folder_of};
use super::make::{DatabaseState, look};
use super::{StoreError, schema};
use rusqlite::{Connection, TransactionBehavior};
use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// Brings a diary to the newest format. Other processes wait meanwhile, and find it done.
///
/// The lock is taken before anything is decided, and the copy is made and tried under it: a second process can neither copy what is
/// half converted nor convert it again.
///
/// # Errors
/// A [`StoreError`] if the copy or the tables cannot be written. The diary is then as it was.
pub(super) fn upgrade(connection: &mut Connection, path: &Path) -> Result<(), StoreError> {
    let words = |error| StoreError::from_sqlite(error, path);
    let sql = connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(words)?;
    let DatabaseState::Format(format) = look(&sql, path)? else { return Err(StoreError::NotADiary { path: path.to_owned() }) };
    if format == schema::NEWEST {
        return Ok(());
    }
    keep_copy(&sql, path, format)?;
    schema::migrate(&sql, format).map_err(words)?;
    sql.commit().map_err(words)?;
    // What older versions deleted may still stand in unused parts of the file. Without room for this, the diary is as good.
    _ = connection.execute_batch("VACUUM");
    Ok(())
}

/// Copies the diary, which `locked` keeps from changing, and tries the copy. An interrupted copy is named differently from a whole one,
/// and a copy that is there already is never replaced.
fn keep_copy(locked: &Connection, path: &Path, format: i64) -> Result<(), StoreError> {
    let unfinished = path.with_extension(format!("format-{format}.unfinished"));
    // A leftover of an interrupted copy; normally there is none.
    drop(fs::remove_file(&unfinished));
    create_private(&unfinished)?;
    let kept = copy_into(&unfinished, path)
        .and_then(|()| check_copy(&unfinished, format, &counts(locked, path)?))
        .and_then(|()| name_copy(&unfinished, path, format).map_err(|error| StoreError::from_io(&error, &unfinished)));
    if kept.is_err() {
        // The first error says enough.
        drop(fs::remove_file(&unfinished));
    }
    kept
}

/// Writes the diary into a file. `VACUUM INTO` is refused within a transaction, so a connection of its own does it.
fn copy_into(unfinished: &Path, path: &Path) -> Result<(), StoreError> {
    let copied = connect(path, Access::ReadOnly).and_then(|from| from.execute("VACUUM INTO ?1", [unfinished.to_string_lossy()]));
    copied.map_err(|error| StoreError::from_sqlite(error, path))?;
    sync(unfinished).map_err(|error| StoreError::from_io(&error, unfinished))
}

/// Opens the copy and checks its structure, its format, and that each table has as many rows as the diary's.
pub(super) fn check_copy(copy: &Path, format: i64, expected: &[(String, i64)]) -> Result<(), StoreError> {
    let words = |error| StoreError::from_sqlite(error, copy);
    let connection = connect(copy, Access::ReadOnly).map_err(words)?;
    // A value out of its range is a matter of its row, and is kept as it is.
    connection.execute_batch("PRAGMA ignore_check_constraints = ON").map_err(words)?;
    let found: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0)).map_err(words)?;
    let is_whole = found == "ok" && look(&connection, copy)? == DatabaseState::Format(format) && counts(&connection, copy)? == expected;
    if is_whole {
        Ok(())
    } else {
        Err(StoreError::Damaged { detail: format!("a copy of it is not whole: {found}"), path: copy.to_owned() })
    }
}

/// The name of each table, and how many rows it has.
pub(super) fn counts(connection: &Connection, path: &Path) -> Result<Vec<(String, i64)>, StoreError> {
    let count = || -> rusqlite::Result<Vec<(String, i64)>> {
        let names = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY name";
        let mut statement = connection.prepare(names)?;
        let names: Vec<String> = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
        let of = |name: String| {
            let rows = format!("SELECT count(*) FROM \"{}\"", name.replace('"', "\"\""));
            Ok((name, connection.query_row(&rows, [], |row| row.get(0))?))
        };
        names.into_iter().map(of).collect()
    };
    count().map_err(|error| StoreError::from_sqlite(error, path))
}

/// Gives a whole copy its name: `diary.format-1.sqlite` beside `diary.sqlite`, or `diary.format-1-2.sqlite` if there is another copy
/// already. An equal copy is not kept twice.
fn name_copy(unfinished: &Path, path: &Path, format: i64) -> io::Result<()> {
    let content = fs::read(unfinished)?;
    for number in 1_u32.. {
        let name = copy_path(path, format, number);
        if fs::symlink_metadata(&name).is_err() {
            fs::rename(unfinished, &name)?;
            break;
        }
        if fs::read(&name).is_ok_and(|kept| kept == content) {
            fs::remove_file(unfinished)?;
            break;
        }
    }
    sync_folder_of(path);
    Ok(())
}

/// The name of a copy of a diary with an older format; 1 is the number of the first.
pub(super) fn copy_path(path: &Path, format: i64, number: u32) -> PathBuf {
    let number = if number == 1 { String::new() } else { format!("-{number}") };
    path.with_extension(format!("format-{format}{number}.sqlite"))
}
