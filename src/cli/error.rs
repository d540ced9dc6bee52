//! Why a command of the command line was not carried out.

use crate::charts::ChartError;
use crate::diary::DiaryError;
use crate::domain::{OutOfRange, TypedError, UnknownKey, io_words};
use crate::exchange::own::OwnFileError;
use crate::several::SeveralError;
use crate::store::{BackupError, RescueError, StoreError};
use std::io;
use std::process::ExitCode;

/// Why a command was not carried out. The message is for the person who gave it.
#[derive(Debug, thiserror::Error)]
pub enum CliError {
    /// There is no backup, or none was restored.
    #[error(transparent)]
    Backup(#[from] BackupError),
    /// The chart could not be drawn.
    #[error(transparent)]
    Chart(#[from] ChartError),
    /// The diary refused it.
    #[error(transparent)]
    Diary(#[from] DiaryError),
    /// A value is outside its range.
    #[error(transparent)]
    OutOfRange(#[from] OutOfRange),
    /// An export could not be written, or what was to be imported could not be read.
    #[error(transparent)]
    OwnFile(#[from] OwnFileError),
    /// The output could not be written. What the command saves is saved by then.
    #[error("The output could not be written, because {}. What the command saved is saved.", io_words(.0))]
    Output(#[from] io::Error),
    /// What was understood and cannot be done, in a sentence.
    #[error("{0}")]
    Refused(String),
    /// Nothing was got back from a damaged diary.
    #[error(transparent)]
    Rescue(#[from] RescueError),
    /// The diaries of several computers could not be brought together.
    #[error(transparent)]
    Several(#[from] SeveralError),
    /// The diary file could not be opened or read.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A word names nothing.
    #[error(transparent)]
    UnknownKey(#[from] UnknownKey),
    /// What was not understood, in a sentence.
    #[error("{0}")]
    Usage(String),
}

/// What can be done about a diary that is damaged.
pub(super) const WAYS_ON: &str = "Your backups: cramp-diary backups. One of them in the place of the diary: cramp-diary restore FILE. What \
    can still be read of it: cramp-diary salvage FILE --out NEW";

impl From<TypedError> for CliError {
    /// What cannot be read at all is a mistake in the command; a number out of range is refused.
    fn from(error: TypedError) -> Self {
        match error {
            TypedError::OutOfRange(error) => Self::OutOfRange(error),
            error => Self::Usage(error.to_string()),
        }
    }
}

impl CliError {
    /// What is wrong with a value of the arguments, in the words of whoever reads such values. Returns `None` if the arguments as a whole
    /// are not understood, or a word is none of a list.
    pub(super) fn of_value(error: &clap::Error) -> Option<Self> {
        let source = std::error::Error::source(error)?;
        source.downcast_ref::<TypedError>().cloned().map(Self::from)
    }

    /// The exit code.
    ///
    /// 2 for what was not understood: a word, name, key, number or date of the command line that cannot be read, or that names nothing
    /// or several things; arguments that are missing or do not go together. 1 for what was understood and refused: a rule of the diary, a
    /// number out of range, an entry that is not there, a file that cannot be used. 0 if nobody reads the output.
    pub(super) fn exit_code(&self) -> ExitCode {
        match self {
            Self::Usage(_) | Self::UnknownKey(_) | Self::Chart(ChartError::UnknownEnding { .. }) => ExitCode::from(2),
            Self::Output(_) if self.is_closed_pipe() => ExitCode::SUCCESS,
            Self::Backup(_)
            | Self::Chart(_)
            | Self::Diary(_)
            | Self::OutOfRange(_)
            | Self::Output(_)
            | Self::OwnFile(_)
            | Self::Refused(_)
            | Self::Rescue(_)
            | Self::Several(_)
            | Self::Store(_) => ExitCode::FAILURE,
        }
    }

    /// The ways on from a diary that is damaged. Returns `None` for every other error.
    pub(super) fn ways_on(&self) -> Option<&'static str> {
        match self {
            Self::Store(error) | Self::Diary(DiaryError::Store(error)) if error.is_damage() => Some(WAYS_ON),
            _ => None,
        }
    }

    /// Whether the reader of the output has gone, as `head` does when it has enough.
    pub(super) fn is_closed_pipe(&self) -> bool {
        matches!(self, Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe)
    }
}
