//! Errors of the file system in words.

use std::io::{Error, ErrorKind};

/// Why a file could not be read or written, as the end of a sentence: "the disk is full".
#[must_use]
pub fn io_words(error: &Error) -> String {
    let words = match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => "the disk is full",
        ErrorKind::PermissionDenied => "you may not do so there",
        ErrorKind::ReadOnlyFilesystem => "nothing can be written on that disk",
        ErrorKind::NotFound => "there is no such file or folder",
        ErrorKind::IsADirectory | ErrorKind::AlreadyExists | ErrorKind::DirectoryNotEmpty => "there is a folder of that name",
        ErrorKind::NotADirectory => "a part of the path is a file and no folder",
        ErrorKind::InvalidFilename => "the name is too long",
        ErrorKind::OutOfMemory => "the computer has no memory left",
        _ => return error.raw_os_error().map_or_else(|| error.to_string(), |number| format!("the disk reported error {number}")),
    };
    words.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_system_reports_is_said_in_words_or_by_its_number() {
        let of = |number| io_words(&Error::from_raw_os_error(number));
        assert_eq!(of(5), "the disk reported error 5");
        #[cfg(target_os = "linux")]
        assert_eq!(
            [28, 13, 30, 2].map(of).join(", "),
            "the disk is full, you may not do so there, nothing can be written on that disk, there is no such file or folder"
        );
        assert_eq!(io_words(&Error::other("the row has no end")), "the row has no end");
    }
}
