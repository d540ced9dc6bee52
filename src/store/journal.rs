//! How SQLite keeps what is being written: in a log beside the file, or where no memory can be shared in a journal.

use super::file::{Access, connect};
use super::reported::is_about_sharing;
use rusqlite::Connection;
use std::path::Path;

/// Reads the first page, and with it everything that must lie beside the file.
pub(super) fn first_look(connection: &Connection) -> rusqlite::Result<()> {
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))
}

/// Has the file keep a log beside it, which lets others read while one writes. Returns whether the place can do so: the log needs memory
/// that processes share, which some file systems do not have. If it cannot, close the connection, and open the file
/// [`with_journal`].
pub(super) fn keep_log(connection: &Connection) -> rusqlite::Result<bool> {
    let kept = connection.pragma_update(None, "journal_mode", "WAL").and_then(|()| first_look(connection));
    match kept {
        Ok(()) => Ok(true),
        Err(error) if is_about_sharing(&error) => Ok(false),
        Err(error) => Err(error),
    }
}

/// Opens a file that exists, to write into it, so that it keeps a journal, which needs no shared memory. What a log holds is written into
/// the file first.
pub(super) fn with_journal(path: &Path) -> rusqlite::Result<Connection> {
    let connection = connect(path, Access::Create)?;
    // Whoever is alone from the beginning needs no shared memory to read a log.
    connection.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
    first_look(&connection)?;
    connection.pragma_update(None, "journal_mode", "DELETE")?;
    connection.pragma_update(None, "locking_mode", "NORMAL")?;
    first_look(&connection)?;
    Ok(connection)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::file::{beside, create_private};
    use std::fs;

    #[test]
    #[cfg(unix)]
    fn without_shared_memory_the_file_keeps_a_journal_and_its_rows() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("diary.sqlite");
        create_private(&path).unwrap();
        let connection = connect(&path, Access::Create).unwrap();
        assert!(keep_log(&connection).unwrap());
        connection.execute_batch("CREATE TABLE a (b); INSERT INTO a VALUES (1)").unwrap();
        // A link to nowhere in its place is what SQLite does not follow.
        let log = fs::read(beside(&path, "-wal")).unwrap();
        let file = fs::read(&path).unwrap();
        drop(connection);
        fs::write(&path, file).unwrap();
        fs::write(beside(&path, "-wal"), log).unwrap();
        std::os::unix::fs::symlink("nowhere", beside(&path, "-shm")).unwrap();
        let connection = connect(&path, Access::Create).unwrap();
        assert!(is_about_sharing(&first_look(&connection).unwrap_err()));
        assert!(!keep_log(&connection).unwrap());
        drop(connection);
        let connection = with_journal(&path).unwrap();
        assert_eq!(connection.query_row("SELECT b FROM a", [], |row| row.get::<_, i64>(0)).unwrap(), 1);
        assert_eq!(connection.pragma_query_value(None, "journal_mode", |row| row.get::<_, String>(0)).unwrap(), "delete");
        let other = connect(&path, Access::ReadOnly).unwrap();
        assert_eq!(other.query_row("SELECT b FROM a", [], |row| row.get::<_, i64>(0)).unwrap(), 1, "others can read it");
    }
}
