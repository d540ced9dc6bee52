//! What SQLite and the file system report, as errors with a sentence for the person.

use super::StoreError;
use rusqlite::{Error, ErrorCode, ffi};
use std::{
    io::{self, ErrorKind},
    path::Path,
};

/// What a disk failed at, what became of the entry, and what to do.
const READING: &str =
    "The disk reported an error while the diary was read. Check the disk or stick and how it is connected, then try again";
const WRITING: &str = "The disk reported an error while this was saved, so it may be missing. Check the disk or stick and how it is \
                       connected, look whether it is there, then try again";
const SHARING: &str = "The file that windows share beside the diary could not be made: the disk is full or reported an error. Nothing was \
                       saved. Free some space and check the disk, then try again";

impl StoreError {
    /// The error for a report of SQLite about the file of imported foods.
    pub(super) fn from_library(source: Error, path: &Path) -> Self {
        match Self::from_sqlite(source, path) {
            known @ (Self::Busy { .. } | Self::DiskFailed { .. } | Self::Full { .. } | Self::NoMemory { .. } | Self::ReadOnly { .. }) => {
                known
            }
            Self::Damaged { detail, path } | Self::Unexpected { detail, path } => Self::Library { detail, path },
            Self::NotADiary { path } => Self::Library { detail: "it is something else".to_owned(), path },
            Self::Unopened { path } => Self::Library { detail: "it, or what must lie beside it, cannot be opened".to_owned(), path },
            other => Self::Library { detail: other.to_string(), path: path.to_owned() },
        }
    }

    /// The error for a report of SQLite about the diary file.
    pub(super) fn from_sqlite(source: Error, path: &Path) -> Self {
        let path = path.to_owned();
        let damaged = |detail: &str| Self::Damaged { detail: detail.to_owned(), path: path.clone() };
        match source.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked | ErrorCode::FileLockingProtocolFailed) => Self::Busy { path },
            Some(ErrorCode::ConstraintViolation) if is_taken(&source) => Self::Overtaken { path },
            Some(ErrorCode::DatabaseCorrupt) => damaged("its pages do not fit together"),
            Some(ErrorCode::Unknown | ErrorCode::SchemaChanged) => damaged("a table or a column is missing"),
            Some(ErrorCode::DiskFull) => Self::Full { path },
            Some(ErrorCode::NotADatabase) => Self::NotADiary { path },
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => Self::ReadOnly { path },
            Some(ErrorCode::CannotOpen) => Self::Unopened { path },
            Some(ErrorCode::SystemIoFailure) => Self::disk_failed(extended_code(&source), &path),
            Some(ErrorCode::OutOfMemory) => Self::NoMemory { path },
            Some(ErrorCode::ConstraintViolation) => Self::Unexpected { detail: source.to_string(), path },
            Some(_) => Self::Unexpected { detail: format!("report number {}", extended_code(&source)), path },
            None => match source {
                Error::FromSqlConversionFailure(_, _, cause) => Self::Value { detail: cause.to_string() },
                Error::InvalidColumnType(_, column, _) => Self::Value { detail: format!("{column} is of another kind") },
                Error::QueryReturnedNoRows => damaged("a row is missing"),
                Error::SqlInputError { .. } | Error::InvalidColumnName(_) => damaged("a table or a column is missing"),
                Error::IntegralValueOutOfRange(..) => Self::Value { detail: "a number is too large".to_owned() },
                _ => Self::Unexpected { detail: "its answer was not expected".to_owned(), path },
            },
        }
    }

    /// The error for a report of the file system about a file that was to be made or written.
    pub(super) fn from_io(error: &io::Error, path: &Path) -> Self {
        let path = path.to_owned();
        match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => Self::Full { path },
            ErrorKind::InvalidFilename => Self::NameTooLong { path },
            ErrorKind::OutOfMemory => Self::NoMemory { path },
            // A folder or something else stands where the file should be, or nobody may write there.
            ErrorKind::PermissionDenied
            | ErrorKind::ReadOnlyFilesystem
            | ErrorKind::AlreadyExists
            | ErrorKind::IsADirectory
            | ErrorKind::NotADirectory
            | ErrorKind::DirectoryNotEmpty => Self::ReadOnly { path },
            _ => Self::DiskFailed { what: WRITING, path },
        }
    }

    fn disk_failed(code: i32, path: &Path) -> Self {
        let path = path.to_owned();
        match code {
            ffi::SQLITE_IOERR_NOMEM => Self::NoMemory { path },
            ffi::SQLITE_IOERR_READ
            | ffi::SQLITE_IOERR_SHORT_READ
            | ffi::SQLITE_IOERR_FSTAT
            | ffi::SQLITE_IOERR_ACCESS
            | ffi::SQLITE_IOERR_DATA
            | ffi::SQLITE_IOERR_CORRUPTFS
            | ffi::SQLITE_IOERR_LOCK
            | ffi::SQLITE_IOERR_RDLOCK
            | ffi::SQLITE_IOERR_CHECKRESERVEDLOCK => Self::DiskFailed { what: READING, path },
            ffi::SQLITE_IOERR_SHMOPEN | ffi::SQLITE_IOERR_SHMSIZE | ffi::SQLITE_IOERR_SHMMAP | ffi::SQLITE_IOERR_SHMLOCK => {
                Self::DiskFailed { what: SHARING, path }
            }
            _ => Self::DiskFailed { what: WRITING, path },
        }
    }
}

fn extended_code(error: &Error) -> i32 {
    error.sqlite_error().map_or(0, |error| error.extended_code)
}

/// Whether SQLite could not use memory that several processes share, which the log beside a diary needs, or not open a file beside it.
pub(super) fn is_about_sharing(error: &Error) -> bool {
    let shared = [ffi::SQLITE_IOERR_SHMOPEN, ffi::SQLITE_IOERR_SHMSIZE, ffi::SQLITE_IOERR_SHMMAP, ffi::SQLITE_IOERR_SHMLOCK];
    match error.sqlite_error_code() {
        Some(ErrorCode::CannotOpen | ErrorCode::ReadOnly) => true,
        Some(ErrorCode::SystemIoFailure) => shared.contains(&extended_code(error)),
        _ => false,
    }
}

/// Whether SQLite refused a row because another has its day or food already, or because a factor that it names came or went.
fn is_taken(error: &Error) -> bool {
    let taken = [ffi::SQLITE_CONSTRAINT_UNIQUE, ffi::SQLITE_CONSTRAINT_FOREIGNKEY];
    error.sqlite_error().is_some_and(|error| taken.contains(&error.extended_code))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every code that SQLite can report becomes a sentence of ours, and none of SQLite's stands in it.
    #[test]
    fn whatever_is_reported_becomes_a_sentence_of_ours() {
        let path = Path::new("diary.sqlite");
        for code in (1..=28).chain((1..=34).map(|kind| ffi::SQLITE_IOERR | (kind << 8))) {
            let error = || Error::SqliteFailure(ffi::Error::new(code), None);
            let library = ffi::code_to_str(code);
            for said in [StoreError::from_sqlite(error(), path), StoreError::from_library(error(), path)].map(|error| error.to_string()) {
                assert!(code == ffi::SQLITE_CONSTRAINT || !said.contains(library), "{code}: {said}");
                assert!(said.contains(": diary.sqlite"), "{code}: {said}");
            }
        }
    }

    #[test]
    fn what_a_file_system_reports_is_told_apart() {
        let said = |kind| StoreError::from_io(&ErrorKind::into(kind), Path::new("diary.sqlite")).to_string();
        for (kind, begins) in [
            (ErrorKind::StorageFull, "The disk is full"),
            (ErrorKind::PermissionDenied, "The diary can be read but not changed"),
            (ErrorKind::OutOfMemory, "The computer has no memory left"),
            (ErrorKind::Other, "The disk reported an error"),
        ] {
            assert!(said(kind).starts_with(begins), "{kind}: {}", said(kind));
        }
    }
}
