//! Getting back what can be read of a damaged diary.

use super::RescueError;
use super::copies::{DiaryCopy, MOST_BYTES};
use super::format::format_of;
use super::report::{KindRescued, Rescued};
use super::shapes::shapes;
use super::write::{FoundRows, Written, write};
use crate::domain::each_once;
use crate::salvage::{DamagedFile, SalvagedTable, Wreck};
use crate::store::file::{Access, beside, check_is_file, check_name, connect, create_private, sync, sync_folder_of};
use crate::store::upgrade::{check_copy, counts};
use crate::store::{RecordKind, Rows, SetAside, Store, StoreError, schema};
use std::fs;
use std::path::{Path, PathBuf};

/// Which damaged diary to get back, and where to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RescueOrder {
    /// The damaged diary. It is only read, and so is the log or journal beside it. No window of this process may have it open.
    pub from: PathBuf,
    /// The new diary, whose name is free.
    pub to: PathBuf,
}

/// Reads what can be read of a damaged diary, and makes a new one of it, which appears only when it is whole. Ten years take a second.
///
/// # Errors
/// A [`RescueError`] if nothing can be read, or the new diary cannot be written. Nothing is changed then.
pub fn rescue(order: &RescueOrder) -> Result<Rescued, RescueError> {
    let RescueOrder { from, to } = order;
    if fs::symlink_metadata(to).is_ok() {
        return Err(RescueError::Taken { path: to.clone() });
    }
    check_name(to)?;
    let file = read(from)?;
    let (log, journal) = (read_beside(from, "-wal")?, read_beside(from, "-journal")?);
    let copy = DiaryCopy::newest_of(from);
    let stead = copy.as_ref().map(|copy| &copy.stead);
    let wreck = Wreck::open(DamagedFile { file: &file, log: log.as_deref(), journal: journal.as_deref() }, stead);
    let format = format_of(&wreck, stead, from)?;
    let shapes = shapes(format).map_err(|error| StoreError::from_sqlite(error, to))?;
    let found = wreck.salvage(&shapes);
    if found.tables.iter().all(|table| table.count() == 0) && wreck.definitions().is_empty() {
        return Err(RescueError::NothingFound { path: from.clone() });
    }
    let of_copy = copy.as_ref().map(|copy| Wreck::open(DamagedFile::alone(&copy.bytes), None).salvage(&shapes));
    let unfinished = beside(to, ".unfinished");
    // A leftover of an interrupted one; normally there is none.
    drop(fs::remove_file(&unfinished));
    create_private(&unfinished)?;
    let rows = FoundRows { format, own: &found, of_copy: of_copy.as_ref() };
    let made = make(&unfinished, to, rows);
    if made.is_err() {
        // The error says enough.
        drop(fs::remove_file(&unfinished));
    }
    let (written, set_aside) = made?;
    let kinds = RecordKind::ALL.iter().filter_map(|kind| of_kind(*kind, rows, &written));
    Ok(Rescued {
        path: to.clone(),
        format,
        pages: found.pages,
        damaged: found.damaged.len(),
        cut_off: found.cut_off,
        copy: copy.as_ref().map(|copy| copy.path.clone()),
        kinds: kinds.collect(),
        begun_anew: begun_anew(rows, &written),
        set_aside,
        not_kept: written.not_kept,
    })
}

/// Reads a file whole.
fn read(path: &Path) -> Result<Vec<u8>, RescueError> {
    let unread = |error| RescueError::unread(&error, path);
    let found = fs::metadata(path).map_err(unread)?;
    check_is_file(found.file_type(), path)?;
    if found.len() > MOST_BYTES {
        return Err(RescueError::TooLarge { path: path.to_owned() });
    }
    fs::read(path).map_err(unread)
}

/// Reads what lies beside a file. Returns `None` if it is not there.
///
/// # Errors
/// A [`RescueError`] if it is there and cannot be read: the last entries would be missing, or half of them be there, without a word.
fn read_beside(file: &Path, ending: &str) -> Result<Option<Vec<u8>>, RescueError> {
    let path = beside(file, ending);
    if fs::symlink_metadata(&path).is_ok() { read(&path).map(Some) } else { Ok(None) }
}

/// Writes the rows into a file that is empty, looks whether it is a whole diary, and gives it its name. Returns what became of the rows, and
/// which records cannot be read.
fn make(unfinished: &Path, to: &Path, rows: FoundRows<'_, '_, '_>) -> Result<(Written, Vec<SetAside>), RescueError> {
    let words = |error| StoreError::from_sqlite(error, to);
    let mut connection = connect(unfinished, Access::Create).map_err(words)?;
    let written = write(&mut connection, rows).map_err(words)?;
    let counted = counts(&connection, to)?;
    drop(connection);
    sync(unfinished).map_err(|error| StoreError::from_io(&error, to))?;
    check_copy(unfinished, schema::NEWEST, &counted)?;
    let set_aside = Store::open(unfinished, Access::ReadOnly)?.read().set_aside(RecordKind::ALL.iter().copied().collect())?;
    if fs::symlink_metadata(to).is_ok() {
        return Err(RescueError::Taken { path: to.to_owned() });
    }
    fs::rename(unfinished, to).map_err(|error| StoreError::from_io(&error, to))?;
    sync_folder_of(to);
    Ok((written, set_aside))
}

/// What came back of a kind. Returns `None` if nothing of it was found, and for what every diary has one of.
fn of_kind(kind: RecordKind, rows: FoundRows<'_, '_, '_>, written: &Written) -> Option<KindRescued> {
    let description = kind.description().filter(|of| of.rows == Rows::OnePerRecord)?;
    let table = |name: &str| rows.own.tables.iter().find(|table| table.shape.table == name);
    let own = written.tables.get(description.table);
    let parts = || description.parts.iter().map(|parts| parts.table);
    let in_copy =
        rows.of_copy.map(|copy| copy.tables.iter().find(|table| table.shape.table == description.table).map_or(0, SalvagedTable::count));
    let found = KindRescued {
        kind,
        back: own.map_or(0, |own| own.rows),
        in_part: parts().chain([description.table]).filter_map(table).map(|table| table.broken).sum(),
        without_record: parts().filter_map(|parts| written.tables.get(parts)).map(|parts| parts.alone).sum(),
        without_other: own.map_or(0, |own| own.alone),
        from_copy: own.map_or(0, |own| own.from_copy),
        in_copy,
    };
    let is_something = found.back + found.in_part + found.without_record + in_copy.unwrap_or_default() > 0;
    is_something.then_some(found)
}

/// The tables of which every diary has one row, and whose row did not come back.
fn begun_anew(rows: FoundRows<'_, '_, '_>, written: &Written) -> Vec<&'static str> {
    let of_one = RecordKind::ALL.iter().filter_map(|kind| kind.description()).filter(|of| of.rows == Rows::One).map(|of| of.table);
    let is_lost = |table: &&str| {
        let is_of_format = rows.own.tables.iter().any(|of| of.shape.table == *table);
        is_of_format && written.tables.get(*table).is_none_or(|of| of.rows == 0)
    };
    each_once(of_one.filter(is_lost))
}
